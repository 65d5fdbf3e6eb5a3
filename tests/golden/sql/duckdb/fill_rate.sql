SELECT
  "t8"."~group",
  COUNT(*) FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_met") AS "k0_n",
  SUM("t8"."k0_over") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_met") AS "k0_over",
  SUM("t8"."k0_under") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_met") AS "k0_under",
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
    "t7"."k0_over",
    "t7"."k0_under",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t6"."~group",
      TRUE AS "k0_met",
      CASE
        WHEN "t6"."order_date~bad"
        THEN 1
        WHEN "t6"."ordered_qty~bad"
        THEN 1
        WHEN "t6"."delivered_qty~bad"
        THEN 1
        WHEN "t6"."order_id" IS NULL
        THEN 2
        WHEN "t6"."sku" IS NULL
        THEN 2
        WHEN "t6"."order_date" IS NULL
        THEN 2
        WHEN "t6"."ordered_qty" IS NULL
        THEN 2
        WHEN "t6"."delivered_qty" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      CASE
        WHEN "t6"."delivered_qty" < "t6"."ordered_qty"
        THEN "t6"."delivered_qty"
        ELSE "t6"."ordered_qty"
      END AS "k0_over",
      "t6"."ordered_qty" AS "k0_under"
    FROM (
      SELECT
        "t5"."order_id",
        "t5"."sku",
        "t5"."order_date",
        "t5"."ordered_qty",
        "t5"."delivered_qty",
        "t5"."order_id~bad",
        "t5"."sku~bad",
        "t5"."order_date~bad",
        "t5"."ordered_qty~bad",
        "t5"."delivered_qty~bad",
        "t5"."order_id" AS "~group"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."order_id",
              "t2"."sku",
              CASE
                WHEN "t2"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."order_date"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "order_date",
              "t2"."ordered_qty",
              "t2"."delivered_qty",
              "t2"."order_id~bad",
              "t2"."sku~bad",
              "t2"."order_date~bad",
              "t2"."ordered_qty~bad",
              "t2"."delivered_qty~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."order_id",
                  "t0"."sku",
                  COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                  "t0"."ordered_qty",
                  "t0"."delivered_qty",
                  "t0"."order_id~bad",
                  "t0"."sku~bad",
                  "t0"."order_date~bad",
                  "t0"."ordered_qty~bad",
                  "t0"."delivered_qty~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                OR (
                  "t1"."order_date" IS NULL
                )
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            AND (
              (
                "t4"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."order_date" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
          )
          OR (
            "t4"."order_date" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
  ) AS "t7"
) AS "t8"
GROUP BY
  1
