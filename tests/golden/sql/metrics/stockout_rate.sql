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
          WHEN "t4"."date~bad"
          THEN 1
          WHEN "t4"."on_hand~bad"
          THEN 1
          WHEN "t4"."sku" IS NULL
          THEN 2
          WHEN "t4"."date" IS NULL
          THEN 2
          WHEN "t4"."on_hand" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t4"."on_hand" <= 0, FALSE) AND TRUE AS "k0_hit"
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
                "t0"."sku",
                CAST(COALESCE(MAKE_TIMESTAMP(EPOCH_US("t0"."date~instant") + 25200000000), "t0"."date~local") AS DATE) AS "date",
                "t0"."on_hand",
                "t0"."sku~bad",
                "t0"."date~bad",
                "t0"."on_hand~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."date" <= MAKE_DATE(2026, 11, 21)
              ) OR (
                "t1"."date" IS NULL
              )
          ) AS "t2"
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."date" < MAKE_DATE(2027, 1, 1)
            )
            AND (
              "t3"."date" >= MAKE_DATE(2026, 10, 1)
            )
          )
          OR (
            "t3"."date" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2,
      3
  ) AS "t6"
) AS "t7"
