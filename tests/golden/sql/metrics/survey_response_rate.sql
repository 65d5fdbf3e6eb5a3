SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep") AS "k0_n",
  SUM("t7"."k0_of") FILTER(WHERE
    "t7"."k0_keep") AS "k0_all",
  SUM("t7"."k0_hit") FILTER(WHERE
    "t7"."k0_keep") AS "k0_hits",
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
    "t6"."k0_hit",
    "t6"."k0_of",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."period~bad"
        THEN 1
        WHEN "t5"."invited~bad"
        THEN 1
        WHEN "t5"."bounced~bad"
        THEN 1
        WHEN "t5"."responded~bad"
        THEN 1
        WHEN "t5"."period" IS NULL
        THEN 2
        WHEN "t5"."invited" IS NULL
        THEN 2
        WHEN "t5"."bounced" IS NULL
        THEN 2
        WHEN "t5"."responded" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t5"."responded" AS "k0_hit",
      "t5"."invited" - "t5"."bounced" AS "k0_of"
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
            "t2"."invited",
            "t2"."bounced",
            "t2"."responded",
            "t2"."period~bad",
            "t2"."invited~bad",
            "t2"."bounced~bad",
            "t2"."responded~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                CAST(COALESCE("t0"."period~local", "t0"."period~instant" + INTERVAL '25200' SECOND) AS DATE) AS "period",
                "t0"."invited",
                "t0"."bounced",
                "t0"."responded",
                "t0"."period~bad",
                "t0"."invited~bad",
                "t0"."bounced~bad",
                "t0"."responded~bad"
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
