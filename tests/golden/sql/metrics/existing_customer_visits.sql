SELECT
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_where") AS "k0_n",
  COUNT(DISTINCT "t6"."k0_key") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_where") AS "k0_count",
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
    "t5"."k0_where",
    "t5"."k0_key",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."at~bad"
        THEN 1
        WHEN "t4"."visit_id" IS NULL
        THEN 2
        WHEN "t4"."at" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      COALESCE("t4"."customer_id" IS NOT NULL, FALSE) AS "k0_where",
      "t4"."visit_id" AS "k0_key"
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
              "t0"."visit_id",
              "t0"."customer_id",
              COALESCE("t0"."at~instant", MAKE_TIMESTAMP(EPOCH_US("t0"."at~local") + -25200000000)) AS "at",
              "t0"."pages",
              "t0"."visit_id~bad",
              "t0"."customer_id~bad",
              "t0"."at~bad",
              "t0"."pages~bad"
            FROM "typed" AS "t0"
          ) AS "t1"
          WHERE
            (
              "t1"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            OR (
              "t1"."at" IS NULL
            )
        ) AS "t2"
        WHERE
          TRUE
      ) AS "t3"
      WHERE
        (
          (
            "t3"."at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          AND (
            "t3"."at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
        )
        OR (
          "t3"."at" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
