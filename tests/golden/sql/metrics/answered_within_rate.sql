SELECT
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_decided") AS "k0_n",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_hit") AS "k0_hits",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_waiting") AS "k0_undecided",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 2
    )) AS "k0_lost_missing",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_lost_out_negative") AS "k0_out_negative"
FROM (
  SELECT
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."k0_hit",
    "t7"."k0_decided",
    "t7"."k0_waiting",
    "t7"."k0_out_negative",
    "t7"."~rows",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AND NOT (
      "t7"."k0_out_negative"
    ) AS "k0_keep",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AND "t7"."k0_out_negative" AS "k0_lost_out_negative"
  FROM (
    SELECT
      "t6"."k0_met",
      "t6"."k0_fate",
      "t6"."k0_hit",
      "t6"."k0_decided",
      "t6"."k0_waiting",
      "t6"."k0_out_negative",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t5"."created_at~bad"
          THEN 1
          WHEN "t5"."first_response_at~bad"
          THEN 1
          WHEN "t5"."ticket_id" IS NULL
          THEN 2
          WHEN "t5"."created_at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t5"."first_response_at" >= "t5"."created_at", FALSE)
        AND COALESCE(
          (
            (
              CAST((
                (
                  (
                    EPOCH_US("t5"."first_response_at") + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT) - CAST((
                (
                  (
                    EPOCH_US("t5"."created_at") + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT)
            ) - 3600
          ) <= 0,
          FALSE
        )
        AND TRUE
        AND (
          (
            COALESCE("t5"."first_response_at" >= "t5"."created_at", FALSE)
            OR COALESCE(
              (
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
                        EPOCH_US("t5"."created_at") + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) - 3600
              ) >= 0,
              FALSE
            )
          )
          AND TRUE
        ) AS "k0_hit",
        (
          COALESCE("t5"."first_response_at" >= "t5"."created_at", FALSE)
          OR COALESCE(
            (
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
                      EPOCH_US("t5"."created_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) - 3600
            ) >= 0,
            FALSE
          )
        )
        AND TRUE AS "k0_decided",
        NOT (
          COALESCE("t5"."first_response_at" >= "t5"."created_at", FALSE)
          OR COALESCE(
            (
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
                      EPOCH_US("t5"."created_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) - 3600
            ) >= 0,
            FALSE
          )
        )
        AND TRUE
        AND TRUE AS "k0_waiting",
        COALESCE(TRUE AND COALESCE("t5"."first_response_at" < "t5"."created_at", FALSE), FALSE) AS "k0_out_negative"
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
                WHEN "t2"."first_response_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."first_response_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "first_response_at",
              "t2"."ticket_id~bad",
              "t2"."created_at~bad",
              "t2"."first_response_at~bad"
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
                    "t0"."first_response_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."first_response_at~local") + -25200000000)
                  ) AS "first_response_at",
                  "t0"."ticket_id~bad",
                  "t0"."created_at~bad",
                  "t0"."first_response_at~bad"
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
