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
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."k0_hit",
    "t7"."k0_of",
    "t7"."~rows",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t6"."k0_met",
      "t6"."k0_fate",
      "t6"."k0_hit",
      "t6"."k0_of",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t5"."joined_at~bad"
          THEN 1
          WHEN "t5"."left_at~bad"
          THEN 1
          WHEN "t5"."customer_id" IS NULL
          THEN 2
          WHEN "t5"."joined_at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE(
          NOT (
            COALESCE(
              (
                "t5"."left_at" < MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              )
              OR (
                (
                  "t5"."left_at" = MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                AND (
                  MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) = MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
              ),
              FALSE
            )
          ),
          FALSE
        )
        AND COALESCE(
          (
            "t5"."joined_at" < MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
          AND (
            (
              "t5"."left_at" IS NULL
            )
            OR (
              "t5"."left_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          ),
          FALSE
        ) AS "k0_hit",
        COALESCE(
          (
            "t5"."joined_at" < MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
          AND (
            (
              "t5"."left_at" IS NULL
            )
            OR (
              "t5"."left_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          ),
          FALSE
        ) AS "k0_of"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."customer_id",
              "t2"."joined_at",
              CASE
                WHEN "t2"."left_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."left_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "left_at",
              "t2"."used_feature",
              "t2"."customer_id~bad",
              "t2"."joined_at~bad",
              "t2"."left_at~bad",
              "t2"."used_feature~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."customer_id",
                  COALESCE(
                    "t0"."joined_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."joined_at~local") + -25200000000)
                  ) AS "joined_at",
                  COALESCE(
                    "t0"."left_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."left_at~local") + -25200000000)
                  ) AS "left_at",
                  "t0"."used_feature",
                  "t0"."customer_id~bad",
                  "t0"."joined_at~bad",
                  "t0"."left_at~bad",
                  "t0"."used_feature~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."joined_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                OR (
                  "t1"."joined_at" IS NULL
                )
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            "t4"."joined_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          OR (
            "t4"."joined_at" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t7"
) AS "t8"
