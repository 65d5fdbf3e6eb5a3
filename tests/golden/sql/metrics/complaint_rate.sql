SELECT
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_n",
  SUM("t6"."k0_over") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_over",
  SUM("t6"."k0_under") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_under",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."k0_over",
    "t5"."k0_under",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."period~bad"
        THEN 1
        WHEN "t4"."complaints~bad"
        THEN 1
        WHEN "t4"."customers~bad"
        THEN 1
        WHEN "t4"."period" IS NULL
        THEN 2
        WHEN "t4"."complaints" IS NULL
        THEN 2
        WHEN "t4"."customers" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t4"."complaints" AS "k0_over",
      "t4"."customers" AS "k0_under"
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
              CAST(COALESCE(MAKE_TIMESTAMP(EPOCH_US("t0"."period~instant") + 25200000000), "t0"."period~local") AS DATE) AS "period",
              "t0"."complaints",
              "t0"."customers",
              "t0"."period~bad",
              "t0"."complaints~bad",
              "t0"."customers~bad"
            FROM "typed" AS "t0"
          ) AS "t1"
          WHERE
            (
              "t1"."period" <= MAKE_DATE(2026, 11, 21)
            ) OR (
              "t1"."period" IS NULL
            )
        ) AS "t2"
        WHERE
          TRUE
      ) AS "t3"
      WHERE
        (
          (
            "t3"."period" < MAKE_DATE(2027, 1, 1)
          )
          AND (
            "t3"."period" >= MAKE_DATE(2026, 10, 1)
          )
        )
        OR (
          "t3"."period" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
