SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_n",
  SUM("t7"."k0_weight") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_all",
  MAX("t7"."k0_x") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_most",
  SUM(CAST("t7"."k0_weight" AS DECIMAL(19, 10)) * CAST("t7"."k0_x" AS DECIMAL(19, 10))) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_sum",
  SUM(
    CAST("t7"."k0_weight" AS DECIMAL(19, 10)) * CAST("t7"."k0_x" AS DECIMAL(19, 10)) * CAST("t7"."k0_x" AS DECIMAL(19, 10))
  ) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_squares",
  SUM(
    CAST("t7"."k0_weight" AS DECIMAL(19, 10)) * CAST("t7"."k0_weight" AS DECIMAL(19, 10))
  ) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_w2",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 3
    )) AS "k0_lost_negative"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."k0_x",
    "t6"."k0_there",
    "t6"."k0_weight",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."opened_at~bad"
        THEN 1
        WHEN "t5"."progress~bad"
        THEN 1
        WHEN "t5"."weight~bad"
        THEN 1
        WHEN "t5"."item_id" IS NULL
        THEN 2
        WHEN "t5"."opened_at" IS NULL
        THEN 2
        WHEN "t5"."progress" IS NULL
        THEN 2
        WHEN "t5"."weight" IS NULL
        THEN 2
        WHEN "t5"."weight" < 0
        THEN 3
        ELSE 0
      END AS "k0_fate",
      "t5"."progress" AS "k0_x",
      (
        "t5"."progress" IS NOT NULL
      ) AND TRUE AS "k0_there",
      "t5"."weight" AS "k0_weight"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."item_id",
            CASE
              WHEN "t2"."opened_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              THEN "t2"."opened_at"
              ELSE CAST(NULL AS TIMESTAMP(6))
            END AS "opened_at",
            "t2"."progress",
            "t2"."weight",
            "t2"."item_id~bad",
            "t2"."opened_at~bad",
            "t2"."progress~bad",
            "t2"."weight~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."item_id",
                COALESCE("t0"."opened_at~instant", "t0"."opened_at~local" + INTERVAL '-25200' SECOND) AS "opened_at",
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
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
      WHERE
        (
          (
            "t4"."opened_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
          )
          AND (
            (
              "t4"."opened_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."opened_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
        )
        OR (
          "t4"."opened_at" IS NULL
        )
    ) AS "t5"
  ) AS "t6"
) AS "t7"
