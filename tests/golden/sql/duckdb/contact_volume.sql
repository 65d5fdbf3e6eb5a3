SELECT
  *
FROM (
  SELECT
    "t8"."~group",
    COUNT(*) FILTER(WHERE
      "t8"."k0_keep" AND "t8"."k0_met") AS "k0_n",
    COUNT(DISTINCT "t8"."k0_key") FILTER(WHERE
      "t8"."k0_keep" AND "t8"."k0_met") AS "k0_count",
    COUNT(*) FILTER(WHERE
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 1
      )) AS "k0_lost_rejected",
    COUNT(*) FILTER(WHERE
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 2
      )) AS "k0_lost_missing",
    COUNT(*) FILTER(WHERE
      "t8"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t7"."~group",
      "t7"."k0_met",
      "t7"."k0_fate",
      "t7"."k0_key",
      "t7"."k0_met" AND (
        "t7"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t6"."~group",
        TRUE AS "k0_met",
        CASE
          WHEN "t6"."created_at~bad"
          THEN 1
          WHEN "t6"."ticket_id" IS NULL
          THEN 2
          WHEN "t6"."created_at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        "t6"."ticket_id" AS "k0_key"
      FROM (
        SELECT
          "t5"."ticket_id",
          "t5"."created_at",
          "t5"."resolved_at",
          "t5"."ticket_id~bad",
          "t5"."created_at~bad",
          "t5"."resolved_at~bad",
          "t5"."ticket_id" AS "~group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t2"."ticket_id",
                "t2"."created_at",
                CASE
                  WHEN "t2"."resolved_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  THEN "t2"."resolved_at"
                  ELSE CAST(NULL AS TIMESTAMP(6))
                END AS "resolved_at",
                "t2"."ticket_id~bad",
                "t2"."created_at~bad",
                "t2"."resolved_at~bad"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t0"."ticket_id",
                    COALESCE(
                      "t0"."created_at~instant",
                      MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                    ) AS "created_at",
                    COALESCE(
                      "t0"."resolved_at~instant",
                      MAKE_TIMESTAMP(EPOCH_US("t0"."resolved_at~local") + -25200000000)
                    ) AS "resolved_at",
                    "t0"."ticket_id~bad",
                    "t0"."created_at~bad",
                    "t0"."resolved_at~bad"
                  FROM "typed" AS "t0"
                ) AS "t1"
                WHERE
                  (
                    "t1"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  )
                  OR (
                    "t1"."created_at" IS NULL
                  )
              ) AS "t2"
            ) AS "t3"
            WHERE
              TRUE
          ) AS "t4"
          WHERE
            (
              (
                "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
            OR (
              "t4"."created_at" IS NULL
            )
        ) AS "t5"
      ) AS "t6"
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    1
) AS "t9"
WHERE
  "t9"."k0_met" > 0
LIMIT 1001
