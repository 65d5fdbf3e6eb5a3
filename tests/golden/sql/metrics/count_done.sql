SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
  COUNT(DISTINCT "t7"."k0_key") FILTER(WHERE
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
    "t6"."k0_key",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."opened_at~bad"
        THEN 1
        WHEN "t5"."done_at~bad"
        THEN 1
        WHEN "t5"."item_id" IS NULL
        THEN 2
        WHEN "t5"."opened_at" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t5"."item_id" AS "k0_key"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."item_id",
            "t2"."opened_at",
            CASE
              WHEN "t2"."done_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              THEN "t2"."done_at"
              ELSE CAST(NULL AS TIMESTAMP(6))
            END AS "done_at",
            "t2"."requested_by",
            "t2"."live",
            "t2"."item_id~bad",
            "t2"."opened_at~bad",
            "t2"."done_at~bad",
            "t2"."requested_by~bad",
            "t2"."live~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."item_id",
                COALESCE(
                  "t0"."opened_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."opened_at~local") + -25200000000)
                ) AS "opened_at",
                COALESCE(
                  "t0"."done_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."done_at~local") + -25200000000)
                ) AS "done_at",
                "t0"."requested_by",
                "t0"."live",
                "t0"."item_id~bad",
                "t0"."opened_at~bad",
                "t0"."done_at~bad",
                "t0"."requested_by~bad",
                "t0"."live~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."opened_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              )
              OR (
                "t1"."opened_at" IS NULL
              )
          ) AS "t2"
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
      WHERE
        (
          (
            "t4"."done_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
          )
          AND (
            (
              "t4"."done_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."done_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
        )
        OR "t4"."done_at~bad"
    ) AS "t5"
  ) AS "t6"
) AS "t7"
