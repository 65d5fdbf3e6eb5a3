SELECT
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_n",
  SUM("t6"."k0_weight") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_all",
  MAX("t6"."k0_x") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_most",
  SUM(CAST("t6"."k0_weight" AS DECIMAL(19, 10)) * CAST("t6"."k0_x" AS DECIMAL(19, 10))) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_sum",
  SUM(
    CAST("t6"."k0_weight" AS DECIMAL(19, 10)) * CAST("t6"."k0_x" AS DECIMAL(19, 10)) * CAST("t6"."k0_x" AS DECIMAL(19, 10))
  ) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_squares",
  SUM(
    CAST("t6"."k0_weight" AS DECIMAL(19, 10)) * CAST("t6"."k0_weight" AS DECIMAL(19, 10))
  ) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_w2",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 3
    )) AS "k0_lost_negative"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."k0_x",
    "t5"."k0_there",
    "t5"."k0_weight",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."opened_at~bad"
        THEN 1
        WHEN "t4"."progress~bad"
        THEN 1
        WHEN "t4"."weight~bad"
        THEN 1
        WHEN "t4"."item_id" IS NULL
        THEN 2
        WHEN "t4"."opened_at" IS NULL
        THEN 2
        WHEN "t4"."progress" IS NULL
        THEN 2
        WHEN "t4"."weight" IS NULL
        THEN 2
        WHEN "t4"."weight" < 0
        THEN 3
        ELSE 0
      END AS "k0_fate",
      "t4"."progress" AS "k0_x",
      (
        "t4"."progress" IS NOT NULL
      ) AND TRUE AS "k0_there",
      "t4"."weight" AS "k0_weight"
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
              "t0"."item_id",
              COALESCE(
                "t0"."opened_at~instant",
                MAKE_TIMESTAMP(EPOCH_US("t0"."opened_at~local") + -25200000000)
              ) AS "opened_at",
              "t0"."progress",
              "t0"."weight",
              "t0"."item_id~bad",
              "t0"."opened_at~bad",
              "t0"."progress~bad",
              "t0"."weight~bad"
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
        WHERE
          TRUE
      ) AS "t3"
      WHERE
        (
          (
            "t3"."opened_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          AND (
            "t3"."opened_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
        )
        OR (
          "t3"."opened_at" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
