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
          WHEN "t5"."date~bad"
          THEN 1
          WHEN "t5"."on_hand~bad"
          THEN 1
          WHEN "t5"."sku" IS NULL
          THEN 2
          WHEN "t5"."date" IS NULL
          THEN 2
          WHEN "t5"."on_hand" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t5"."on_hand" <= 0, FALSE) AND TRUE AS "k0_hit"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."sku",
              CASE
                WHEN "t2"."date" <= MAKE_DATE(2026, 11, 21)
                THEN "t2"."date"
                ELSE CAST(NULL AS DATE)
              END AS "date",
              "t2"."on_hand",
              "t2"."sku~bad",
              "t2"."date~bad",
              "t2"."on_hand~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."sku",
                  CAST(COALESCE("t0"."date~local", "t0"."date~instant" + INTERVAL '25200' SECOND) AS DATE) AS "date",
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
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."date" <= MAKE_DATE(2026, 11, 21)
            )
            AND (
              (
                "t4"."date" < MAKE_DATE(2027, 1, 1)
              )
              AND (
                "t4"."date" >= MAKE_DATE(2026, 10, 1)
              )
            )
          )
          OR (
            "t4"."date" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2,
      3
  ) AS "t7"
) AS "t8"
