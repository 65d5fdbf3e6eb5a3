SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
  SUM("t7"."k0_x") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_count",
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
    "t6"."k0_x",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."at~bad"
        THEN 1
        WHEN "t5"."pages~bad"
        THEN 1
        WHEN "t5"."visit_id" IS NULL
        THEN 2
        WHEN "t5"."at" IS NULL
        THEN 2
        WHEN "t5"."pages" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t5"."pages" AS "k0_x"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."visit_id",
            CASE
              WHEN "t2"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              THEN "t2"."at"
              ELSE CAST(NULL AS TIMESTAMP(6))
            END AS "at",
            "t2"."customer_id",
            "t2"."pages",
            "t2"."visit_id~bad",
            "t2"."at~bad",
            "t2"."customer_id~bad",
            "t2"."pages~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."visit_id",
                COALESCE("t0"."at~instant", "t0"."at~local" + INTERVAL '-25200' SECOND) AS "at",
                "t0"."customer_id",
                "t0"."pages",
                "t0"."visit_id~bad",
                "t0"."at~bad",
                "t0"."customer_id~bad",
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
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
      WHERE
        (
          (
            "t4"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
          )
          AND (
            (
              "t4"."at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
        )
        OR (
          "t4"."at" IS NULL
        )
    ) AS "t5"
  ) AS "t6"
) AS "t7"
