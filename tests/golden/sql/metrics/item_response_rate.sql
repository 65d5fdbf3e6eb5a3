SELECT
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_met") AS "k0_n",
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
    "t7"."~rows",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t6"."k0_met",
      "t6"."k0_fate",
      "t6"."k0_hit",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t5"."responded_at~bad"
          THEN 1
          WHEN "t5"."response_id" IS NULL
          THEN 2
          WHEN "t5"."responded_at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t5"."score~1~5~0~0" IS NOT NULL, FALSE) AND TRUE AS "k0_hit"
      FROM (
        SELECT
          "t4"."response_id",
          "t4"."responded_at",
          "t4"."score",
          "t4"."response_id~bad",
          "t4"."responded_at~bad",
          "t4"."score~bad",
          CASE
            WHEN "t4"."score" BETWEEN 1 AND 5
            THEN "t4"."score"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END AS "score~1~5~0~0"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."response_id",
                  COALESCE(
                    "t0"."responded_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."responded_at~local") + -25200000000)
                  ) AS "responded_at",
                  "t0"."score",
                  "t0"."response_id~bad",
                  "t0"."responded_at~bad",
                  "t0"."score~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."responded_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                OR (
                  "t1"."responded_at" IS NULL
                )
            ) AS "t2"
            WHERE
              TRUE
          ) AS "t3"
          WHERE
            (
              (
                "t3"."responded_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t3"."responded_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
            OR (
              "t3"."responded_at" IS NULL
            )
        ) AS "t4"
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2,
      3
  ) AS "t7"
) AS "t8"
