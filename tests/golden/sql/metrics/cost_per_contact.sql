SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
  SUM("t7"."k0_over") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_over",
  SUM("t7"."k0_under") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_under",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."k0_over",
    "t6"."k0_under",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."period~bad"
        THEN 1
        WHEN "t5"."cost~bad"
        THEN 1
        WHEN "t5"."contacts~bad"
        THEN 1
        WHEN "t5"."period" IS NULL
        THEN 2
        WHEN "t5"."cost" IS NULL
        THEN 2
        WHEN "t5"."contacts" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t5"."cost" AS "k0_over",
      "t5"."contacts" AS "k0_under"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            CASE
              WHEN "t2"."period" <= MAKE_DATE(2026, 11, 21)
              THEN "t2"."period"
              ELSE CAST(NULL AS DATE)
            END AS "period",
            "t2"."cost",
            "t2"."contacts",
            "t2"."period~bad",
            "t2"."cost~bad",
            "t2"."contacts~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                CAST(COALESCE("t0"."period~local", "t0"."period~instant" + INTERVAL '25200' SECOND) AS DATE) AS "period",
                "t0"."cost",
                "t0"."contacts",
                "t0"."period~bad",
                "t0"."cost~bad",
                "t0"."contacts~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."period" <= MAKE_DATE(2026, 11, 21)
              ) OR (
                "t1"."period" IS NULL
              )
          ) AS "t2"
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
      WHERE
        (
          (
            "t4"."period" <= MAKE_DATE(2026, 11, 21)
          )
          AND (
            (
              "t4"."period" < MAKE_DATE(2027, 1, 1)
            )
            AND (
              "t4"."period" >= MAKE_DATE(2026, 10, 1)
            )
          )
        )
        OR (
          "t4"."period" IS NULL
        )
    ) AS "t5"
  ) AS "t6"
) AS "t7"
