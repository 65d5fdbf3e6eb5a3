WITH t1 AS (
  SELECT
    "t0"."order_id",
    "t0"."customer_id",
    COALESCE(
      "t0"."order_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."order_date~local", '-25200.000 seconds')
    ) AS "order_date",
    "t0"."amount",
    "t0"."order_id~bad",
    "t0"."customer_id~bad",
    "t0"."order_date~bad",
    "t0"."amount~bad"
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
    "t4"."customer_id",
    "t4"."order_date",
    "t4"."amount",
    "t4"."order_id~bad",
    "t4"."customer_id~bad",
    "t4"."order_date~bad",
    "t4"."amount~bad",
    "t4"."order_id" AS "~group"
  FROM t4 AS t4
), t6 AS (
  SELECT
    "t5"."~group",
    TRUE AS "k0_met",
    CASE
      WHEN "t5"."order_date~bad"
      THEN 1
      WHEN "t5"."amount~bad"
      THEN 1
      WHEN "t5"."order_id" IS NULL
      THEN 2
      WHEN "t5"."order_date" IS NULL
      THEN 2
      WHEN "t5"."customer_id" IS NULL
      THEN 3
      WHEN "t5"."amount" IS NULL
      THEN 2
      ELSE 0
    END AS "k0_fate"
  FROM t5 AS t5
  LIMIT -1
  OFFSET 0
), t7 AS (
  SELECT
    "t6"."~group",
    "t6"."k0_met",
    "t6"."k0_fate",
    COUNT(*) AS "~rows"
  FROM t6 AS t6
  GROUP BY
    1,
    2,
    3
  LIMIT -1
  OFFSET 0
), t8 AS (
  SELECT
    "t7"."~group",
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."~rows",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AS "k0_keep"
  FROM t7 AS t7
  LIMIT -1
  OFFSET 0
), t9 AS (
  SELECT
    "t8"."~group",
    SUM("t8"."~rows") FILTER(WHERE
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 1
      )) AS "k0_lost_rejected",
    SUM("t8"."~rows") FILTER(WHERE
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 2
      )) AS "k0_lost_missing",
    SUM("t8"."~rows") FILTER(WHERE
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 3
      )) AS "k0_lost_anonymous",
    SUM("t8"."~rows") FILTER(WHERE
      "t8"."k0_met") AS "k0_met"
  FROM t8 AS t8
  GROUP BY
    1
  LIMIT -1
  OFFSET 0
)
SELECT
  *
FROM t9 AS t9
WHERE
  "t9"."k0_met" > 0
LIMIT 1001;

WITH t1 AS (
  SELECT
    "t0"."order_id",
    "t0"."customer_id",
    COALESCE(
      "t0"."order_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."order_date~local", '-25200.000 seconds')
    ) AS "order_date",
    "t0"."amount",
    "t0"."order_id~bad",
    "t0"."customer_id~bad",
    "t0"."order_date~bad",
    "t0"."amount~bad"
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
    "t4"."customer_id",
    "t4"."order_date",
    "t4"."amount",
    "t4"."order_id~bad",
    "t4"."customer_id~bad",
    "t4"."order_date~bad",
    "t4"."amount~bad",
    "t4"."order_id" AS "~group"
  FROM t4 AS t4
), t6 AS (
  SELECT
    "t5"."order_id",
    "t5"."customer_id",
    "t5"."order_date",
    "t5"."amount",
    "t5"."order_id~bad",
    "t5"."customer_id~bad",
    "t5"."order_date~bad",
    "t5"."amount~bad",
    "t5"."~group",
    TRUE
    AND NOT (
      FALSE
      OR "t5"."order_date~bad"
      OR "t5"."amount~bad"
      OR (
        "t5"."order_id" IS NULL
      )
      OR (
        "t5"."order_date" IS NULL
      )
      OR (
        "t5"."customer_id" IS NULL
      )
      OR (
        "t5"."amount" IS NULL
      )
    ) AS "~keep"
  FROM t5 AS t5
  LIMIT -1
  OFFSET 0
), t7 AS (
  SELECT
    *
  FROM t6 AS t6
  WHERE
    "t6"."~keep"
), t8 AS (
  SELECT
    "t7"."order_id",
    "t7"."customer_id",
    "t7"."order_date",
    "t7"."amount",
    "t7"."~group"
  FROM t7 AS t7
), t9 AS (
  SELECT
    "t8"."order_id",
    "t8"."customer_id",
    "t8"."order_date",
    "t8"."amount",
    "t8"."~group",
    CAST(NULL AS REAL(38, 10)) AS "cost",
    CAST(NULL AS REAL(38, 10)) AS "expedite_cost",
    CAST(NULL AS TEXT) AS "currency",
    CAST(NULL AS TEXT) AS "status",
    CAST(NULL AS TEXT) AS "channel",
    CAST(NULL AS TEXT) AS "segment",
    CAST(NULL AS TIMESTAMP(6)) AS "promised_date",
    DATE(NULL) AS "shipped_date",
    DATE(NULL) AS "delivered_date",
    CAST(NULL AS BOOLEAN) AS "feature_flag",
    CAST(NULL AS BOOLEAN) AS "expedited",
    CAST(NULL AS BOOLEAN) AS "transshipped",
    CAST(NULL AS BOOLEAN) AS "has_error",
    '2026-09-30 17:00:00.000' AS "window_start",
    '2026-11-21 02:00:00.000' AS "window_end",
    '2026-11-21 02:00:00.000' AS "as_of",
    '2026-10-01' AS "window_start_day",
    '2026-11-21' AS "window_end_day",
    '2026-11-21' AS "as_of_day"
  FROM t8 AS t8
  LIMIT -1
  OFFSET 0
), t10 AS (
  SELECT
    "t9"."order_id",
    "t9"."customer_id",
    "t9"."order_date",
    "t9"."amount",
    "t9"."~group",
    "t9"."cost",
    "t9"."expedite_cost",
    "t9"."currency",
    "t9"."status",
    "t9"."channel",
    "t9"."segment",
    "t9"."promised_date",
    "t9"."shipped_date",
    "t9"."delivered_date",
    "t9"."feature_flag",
    "t9"."expedited",
    "t9"."transshipped",
    "t9"."has_error",
    "t9"."window_start",
    "t9"."window_end",
    "t9"."as_of",
    "t9"."window_start_day",
    "t9"."window_end_day",
    "t9"."as_of_day",
    DATE(STRFTIME('%Y-%m-%d %H:%M:%f', "t9"."order_date", '+25200.000 seconds')) AS "order_date_day",
    DATE(STRFTIME('%Y-%m-%d %H:%M:%f', "t9"."promised_date", '+25200.000 seconds')) AS "promised_date_day"
  FROM t9 AS t9
  LIMIT -1
  OFFSET 0
), t11 AS (
  SELECT
    "t10"."~group",
    "t10"."customer_id",
    SUM("t10"."amount") AS "revenue"
  FROM t10 AS t10
  GROUP BY
    1,
    2
  LIMIT -1
  OFFSET 0
), t12 AS (
  SELECT
    "t11"."~group",
    TRUE AS "met",
    "t11"."revenue" AS "x",
    "t11"."customer_id" AS "name"
  FROM t11 AS t11
  LIMIT -1
  OFFSET 0
), t13 AS (
  SELECT
    "t12"."~group",
    "t12"."met",
    "t12"."x",
    "t12"."name",
    "t12"."met" AS "keep"
  FROM t12 AS t12
), t14 AS (
  SELECT
    "t13"."~group",
    "t13"."met",
    "t13"."x",
    "t13"."name",
    "t13"."keep",
    ROW_NUMBER() OVER (
      PARTITION BY "t13"."~group"
      ORDER BY IIF("t13"."keep", "t13"."x", CAST(NULL AS REAL(38, 10))) DESC, "t13"."name" ASC NULLS LAST
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "rank",
    COUNT(IIF("t13"."keep", "t13"."x", CAST(NULL AS REAL(38, 10)))) OVER (
      PARTITION BY "t13"."~group"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "size",
    SUM(IIF("t13"."keep", "t13"."x", CAST(NULL AS REAL(38, 10)))) OVER (
      PARTITION BY "t13"."~group"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "total"
  FROM t13 AS t13
  LIMIT -1
  OFFSET 0
), t15 AS (
  SELECT
    "t14"."~group",
    "t14"."met",
    "t14"."x",
    "t14"."name",
    "t14"."keep",
    "t14"."rank",
    "t14"."size",
    "t14"."total",
    "t14"."keep"
    AND (
      (
        "t14"."x" IS NOT NULL
      )
      AND (
        (
          "t14"."rank" * 4
        ) < (
          "t14"."size" * 1
        )
      )
    ) AS "in_top"
  FROM t14 AS t14
  LIMIT -1
  OFFSET 0
)
SELECT
  "t15"."~group",
  COUNT(*) FILTER(WHERE
    "t15"."keep") AS "n",
  COUNT(*) FILTER(WHERE
    "t15"."keep" AND (
      "t15"."x" IS NOT NULL
    )) AS "ranked",
  SUM("t15"."x") FILTER(WHERE
    "t15"."keep") AS "all",
  COUNT(*) FILTER(WHERE
    "t15"."keep" AND "t15"."in_top") AS "count",
  SUM("t15"."x") FILTER(WHERE
    "t15"."keep" AND "t15"."in_top") AS "held"
FROM t15 AS t15
GROUP BY
  1
LIMIT 1001
