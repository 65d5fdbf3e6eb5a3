SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_where") AS "k0_n",
  COUNT(DISTINCT "t7"."k0_key") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_where") AS "k0_count",
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
    "t6"."k0_where",
    "t6"."k0_key",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."created_at~bad"
        THEN 1
        WHEN "t5"."resolved_at~bad"
        THEN 1
        WHEN "t5"."ticket_id" IS NULL
        THEN 2
        WHEN "t5"."created_at" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      COALESCE(
        (
          "t5"."resolved_at" IS NULL
        )
        OR (
          (
            MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) < MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
          )
          AND (
            "t5"."resolved_at" >= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
          )
        ),
        FALSE
      ) AS "k0_where",
      "t5"."ticket_id" AS "k0_key"
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
          "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
        )
        OR (
          "t4"."created_at" IS NULL
        )
    ) AS "t5"
  ) AS "t6"
) AS "t7"
