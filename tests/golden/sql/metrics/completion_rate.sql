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
    "t8"."k0_keep" AND "t8"."k0_part_cancelled") AS "k0_part_cancelled"
FROM (
  SELECT
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."k0_hit",
    "t7"."k0_of",
    "t7"."k0_part_cancelled",
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
      "t6"."k0_part_cancelled",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t5"."opened_at~bad"
          THEN 1
          WHEN "t5"."done_at~bad"
          THEN 1
          WHEN "t5"."cancelled_at~bad"
          THEN 1
          WHEN "t5"."item_id" IS NULL
          THEN 2
          WHEN "t5"."opened_at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t5"."done_at" IS NOT NULL, FALSE)
        AND COALESCE(NOT (
          "t5"."cancelled_at" IS NOT NULL
        ), FALSE) AS "k0_hit",
        COALESCE(NOT (
          "t5"."cancelled_at" IS NOT NULL
        ), FALSE) AS "k0_of",
        COALESCE("t5"."cancelled_at" IS NOT NULL, FALSE) AS "k0_part_cancelled"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."item_id",
              "t2"."opened_at",
              CASE
                WHEN "t2"."done_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."done_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "done_at",
              CASE
                WHEN "t2"."cancelled_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."cancelled_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "cancelled_at",
              "t2"."item_id~bad",
              "t2"."opened_at~bad",
              "t2"."done_at~bad",
              "t2"."cancelled_at~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."item_id",
                  COALESCE(
                    "t0"."opened_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."opened_at~local") + -25200000000)
                  ) AS "opened_at",
                  COALESCE(
                    "t0"."done_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."done_at~local") + -25200000000)
                  ) AS "done_at",
                  COALESCE(
                    "t0"."cancelled_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."cancelled_at~local") + -25200000000)
                  ) AS "cancelled_at",
                  "t0"."item_id~bad",
                  "t0"."opened_at~bad",
                  "t0"."done_at~bad",
                  "t0"."cancelled_at~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."opened_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                OR (
                  "t1"."opened_at" IS NULL
                )
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."opened_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."opened_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t4"."opened_at" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2,
      3,
      4,
      5
  ) AS "t7"
) AS "t8"
