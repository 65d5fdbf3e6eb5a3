WITH t1 AS (
  SELECT
    "t0"."order_id",
    "t0"."sku",
    COALESCE(
      "t0"."order_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."order_date~local", '-25200.000 seconds')
    ) AS "order_date",
    "t0"."ordered_qty",
    "t0"."delivered_qty",
    "t0"."order_id~bad",
    "t0"."sku~bad",
    "t0"."order_date~bad",
    "t0"."ordered_qty~bad",
    "t0"."delivered_qty~bad"
  FROM "typed" AS "t0"
  LIMIT -1
  OFFSET 0
), t2 AS (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    (
      "t1"."order_date" <= '2026-11-21 02:00:00.000'
    )
    OR (
      "t1"."order_date" IS NULL
    )
), t3 AS (
  SELECT
    *
  FROM t2 AS t2
  WHERE
    TRUE
), t4 AS (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    (
      (
        "t3"."order_date" < '2026-12-31 17:00:00.000'
      )
      AND (
        "t3"."order_date" >= '2026-09-30 17:00:00.000'
      )
    )
    OR (
      "t3"."order_date" IS NULL
    )
), t5 AS (
  SELECT
    "t4"."order_id",
    "t4"."sku",
    "t4"."order_date",
    "t4"."ordered_qty",
    "t4"."delivered_qty",
    "t4"."order_id~bad",
    "t4"."sku~bad",
    "t4"."order_date~bad",
    "t4"."ordered_qty~bad",
    "t4"."delivered_qty~bad",
    "t4"."order_id" AS "~group"
  FROM t4 AS t4
), t6 AS (
  SELECT
    "t5"."~group",
    TRUE AS "k0_met",
    CASE
      WHEN "t5"."order_date~bad"
      THEN 1
      WHEN "t5"."ordered_qty~bad"
      THEN 1
      WHEN "t5"."delivered_qty~bad"
      THEN 1
      WHEN "t5"."order_id" IS NULL
      THEN 2
      WHEN "t5"."sku" IS NULL
      THEN 2
      WHEN "t5"."order_date" IS NULL
      THEN 2
      WHEN "t5"."ordered_qty" IS NULL
      THEN 2
      WHEN "t5"."delivered_qty" IS NULL
      THEN 2
      ELSE 0
    END AS "k0_fate",
    IIF("t5"."delivered_qty" < "t5"."ordered_qty", "t5"."delivered_qty", "t5"."ordered_qty") AS "k0_over",
    "t5"."ordered_qty" AS "k0_under"
  FROM t5 AS t5
  LIMIT -1
  OFFSET 0
), t7 AS (
  SELECT
    "t6"."~group",
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."k0_over",
    "t6"."k0_under",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM t6 AS t6
  LIMIT -1
  OFFSET 0
), t8 AS (
  SELECT
    "t7"."~group",
    COUNT(*) FILTER(WHERE
      "t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
    SUM("t7"."k0_over") FILTER(WHERE
      "t7"."k0_keep" AND "t7"."k0_met") AS "k0_over",
    SUM("t7"."k0_under") FILTER(WHERE
      "t7"."k0_keep" AND "t7"."k0_met") AS "k0_under",
    COUNT(*) FILTER(WHERE
      "t7"."k0_met" AND (
        "t7"."k0_fate" = 1
      )) AS "k0_lost_rejected",
    COUNT(*) FILTER(WHERE
      "t7"."k0_met" AND (
        "t7"."k0_fate" = 2
      )) AS "k0_lost_missing",
    COUNT(*) FILTER(WHERE
      "t7"."k0_met") AS "k0_met"
  FROM t7 AS t7
  GROUP BY
    1
  LIMIT -1
  OFFSET 0
)
SELECT
  *
FROM t8 AS t8
WHERE
  "t8"."k0_met" > 0
LIMIT 1001
