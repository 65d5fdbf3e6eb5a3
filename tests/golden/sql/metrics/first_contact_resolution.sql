SELECT
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_of") AS "k0_n",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_hit") AS "k0_hits",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 2
    )) AS "k0_lost_missing",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_lost_out_missing") AS "k0_out_missing",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_lost_out_undecided") AS "k0_out_undecided"
FROM (
  SELECT
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."k0_hit",
    "t7"."k0_of",
    "t7"."k0_out_missing",
    "t7"."k0_out_undecided",
    "t7"."~rows",
    "t7"."k0_met"
    AND (
      "t7"."k0_fate" = 0
    )
    AND NOT (
      "t7"."k0_out_missing" OR "t7"."k0_out_undecided"
    ) AS "k0_keep",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AND "t7"."k0_out_missing" AS "k0_lost_out_missing",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AND "t7"."k0_out_undecided" AS "k0_lost_out_undecided"
  FROM (
    SELECT
      "t6"."k0_met",
      "t6"."k0_fate",
      "t6"."k0_hit",
      "t6"."k0_of",
      "t6"."k0_out_missing",
      "t6"."k0_out_undecided",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t5"."created_at~bad"
          THEN 1
          WHEN "t5"."customer_replies~bad"
          THEN 1
          WHEN "t5"."resolved_at~bad"
          THEN 1
          WHEN "t5"."reopened_at~bad"
          THEN 1
          WHEN "t5"."ticket_id" IS NULL
          THEN 2
          WHEN "t5"."created_at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE(
          (
            "t5"."customer_replies" = 0
          )
          AND COALESCE(
            (
              "t5"."reopened_at" IS NULL
            )
            OR (
              (
                CAST((
                  (
                    (
                      EPOCH_US("t5"."reopened_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US(COALESCE(CAST(CAST(NULL AS TIMESTAMP(6)) AS TIMESTAMP(6)), "t5"."resolved_at")) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) > 604800
            ),
            FALSE
          ),
          FALSE
        )
        AND COALESCE(
          (
            COALESCE(CAST(CAST(NULL AS TIMESTAMP(6)) AS TIMESTAMP(6)), "t5"."resolved_at") IS NOT NULL
          )
          OR (
            "t5"."reopened_at" IS NOT NULL
          ),
          FALSE
        ) AS "k0_hit",
        COALESCE(
          (
            COALESCE(CAST(CAST(NULL AS TIMESTAMP(6)) AS TIMESTAMP(6)), "t5"."resolved_at") IS NOT NULL
          )
          OR (
            "t5"."reopened_at" IS NOT NULL
          ),
          FALSE
        ) AS "k0_of",
        COALESCE(
          (
            (
              COALESCE(CAST(CAST(NULL AS TIMESTAMP(6)) AS TIMESTAMP(6)), "t5"."resolved_at") IS NOT NULL
            )
            OR (
              "t5"."reopened_at" IS NOT NULL
            )
          )
          AND (
            "t5"."customer_replies" IS NULL
          ),
          FALSE
        ) AS "k0_out_missing",
        COALESCE(
          (
            (
              COALESCE(CAST(CAST(NULL AS TIMESTAMP(6)) AS TIMESTAMP(6)), "t5"."resolved_at") IS NOT NULL
            )
            OR (
              "t5"."reopened_at" IS NOT NULL
            )
          )
          AND (
            (
              "t5"."customer_replies" = 0
            )
            AND COALESCE(
              (
                "t5"."reopened_at" IS NULL
              )
              OR (
                (
                  CAST((
                    (
                      (
                        EPOCH_US("t5"."reopened_at") + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT) - CAST((
                    (
                      (
                        EPOCH_US(COALESCE(CAST(CAST(NULL AS TIMESTAMP(6)) AS TIMESTAMP(6)), "t5"."resolved_at")) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) > 604800
              ),
              FALSE
            )
          )
          AND (
            (
              "t5"."reopened_at" IS NULL
            )
            AND (
              (
                CAST((
                  (
                    (
                      EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US(COALESCE(CAST(CAST(NULL AS TIMESTAMP(6)) AS TIMESTAMP(6)), "t5"."resolved_at")) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) < 604800
            )
          ),
          FALSE
        ) AS "k0_out_undecided"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."ticket_id",
              "t2"."created_at",
              CASE
                WHEN "t2"."resolved_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."resolved_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "resolved_at",
              CASE
                WHEN "t2"."reopened_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."reopened_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "reopened_at",
              "t2"."customer_replies",
              "t2"."ticket_id~bad",
              "t2"."created_at~bad",
              "t2"."resolved_at~bad",
              "t2"."reopened_at~bad",
              "t2"."customer_replies~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."ticket_id",
                  COALESCE(
                    "t0"."created_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                  ) AS "created_at",
                  COALESCE(
                    "t0"."resolved_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."resolved_at~local") + -25200000000)
                  ) AS "resolved_at",
                  COALESCE(
                    "t0"."reopened_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."reopened_at~local") + -25200000000)
                  ) AS "reopened_at",
                  "t0"."customer_replies",
                  "t0"."ticket_id~bad",
                  "t0"."created_at~bad",
                  "t0"."resolved_at~bad",
                  "t0"."reopened_at~bad",
                  "t0"."customer_replies~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                OR (
                  "t1"."created_at" IS NULL
                )
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t4"."created_at" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2,
      3,
      4,
      5,
      6
  ) AS "t7"
) AS "t8"
