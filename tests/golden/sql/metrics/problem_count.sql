SELECT
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_n",
  COUNT(DISTINCT "t6"."k0_key") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_count",
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
    "t5"."k0_key",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."created_at~bad"
        THEN 1
        WHEN "t4"."ticket_id" IS NULL
        THEN 2
        WHEN "t4"."created_at" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t4"."ticket_id" AS "k0_key"
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
              "t0"."ticket_id",
              COALESCE(
                "t0"."created_at~instant",
                MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
              ) AS "created_at",
              "t0"."category",
              "t0"."ticket_id~bad",
              "t0"."created_at~bad",
              "t0"."category~bad"
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
        WHERE
          TRUE
      ) AS "t3"
      WHERE
        (
          (
            "t3"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          AND (
            "t3"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
        )
        OR (
          "t3"."created_at" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
