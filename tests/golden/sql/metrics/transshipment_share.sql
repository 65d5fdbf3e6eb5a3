SELECT
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_hit") AS "k0_hits",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."k0_hit",
    "t6"."~rows",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t5"."k0_met",
      "t5"."k0_fate",
      "t5"."k0_hit",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t4"."order_date~bad"
          THEN 1
          WHEN "t4"."transshipped~bad"
          THEN 1
          WHEN "t4"."order_id" IS NULL
          THEN 2
          WHEN "t4"."order_date" IS NULL
          THEN 2
          WHEN "t4"."transshipped" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t4"."transshipped", FALSE) AND TRUE AS "k0_hit"
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
                "t0"."order_id",
                COALESCE(
                  "t0"."order_date~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                ) AS "order_date",
                "t0"."transshipped",
                "t0"."order_id~bad",
                "t0"."order_date~bad",
                "t0"."transshipped~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              )
              OR (
                "t1"."order_date" IS NULL
              )
          ) AS "t2"
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t3"."order_date" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t3"."order_date" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2,
      3
  ) AS "t6"
) AS "t7"
