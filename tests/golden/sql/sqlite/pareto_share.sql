WITH t1 AS (
  SELECT
    "t0"."order_id",
    COALESCE(
      "t0"."order_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."order_date~local", '-25200.000 seconds')
    ) AS "order_date",
    "t0"."customer_id",
    "t0"."amount",
    "t0"."order_id~bad",
    "t0"."order_date~bad",
    "t0"."customer_id~bad",
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
  LIMIT -1
  OFFSET 0
), t3 AS (
  SELECT
    "t2"."order_id",
    IIF(
      "t2"."order_date" <= '2026-11-21 02:00:00.000',
      "t2"."order_date",
      CAST(NULL AS TIMESTAMP(6))
    ) AS "order_date",
    "t2"."customer_id",
    "t2"."amount",
    "t2"."order_id~bad",
    "t2"."order_date~bad",
    "t2"."customer_id~bad",
    "t2"."amount~bad"
  FROM t2 AS t2
  LIMIT -1
  OFFSET 0
), t4 AS (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    TRUE
  LIMIT -1
  OFFSET 0
), t5 AS (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    (
      (
        "t4"."order_date" <= '2026-11-21 02:00:00.000'
      )
      AND (
        (
          "t4"."order_date" < '2026-12-31 17:00:00.000'
        )
        AND (
          "t4"."order_date" >= '2026-09-30 17:00:00.000'
        )
      )
    )
    OR (
      "t4"."order_date" IS NULL
    )
  LIMIT -1
  OFFSET 0
), t6 AS (
  SELECT
    "t5"."order_id",
    "t5"."order_date",
    "t5"."customer_id",
    "t5"."amount",
    "t5"."order_id~bad",
    "t5"."order_date~bad",
    "t5"."customer_id~bad",
    "t5"."amount~bad",
    "t5"."order_id" AS "~group"
  FROM t5 AS t5
  LIMIT -1
  OFFSET 0
), t7 AS (
  SELECT
    "t6"."~group",
    TRUE AS "k0_met",
    CASE
      WHEN "t6"."order_date~bad"
      THEN 1
      WHEN "t6"."amount~bad"
      THEN 1
      WHEN "t6"."order_id" IS NULL
      THEN 2
      WHEN "t6"."order_date" IS NULL
      THEN 2
      WHEN "t6"."customer_id" IS NULL
      THEN 3
      WHEN "t6"."amount" IS NULL
      THEN 2
      ELSE 0
    END AS "k0_fate"
  FROM t6 AS t6
  LIMIT -1
  OFFSET 0
), t8 AS (
  SELECT
    "t7"."~group",
    "t7"."k0_met",
    "t7"."k0_fate",
    COUNT(*) AS "~rows"
  FROM t7 AS t7
  GROUP BY
    1,
    2,
    3
  LIMIT -1
  OFFSET 0
), t9 AS (
  SELECT
    "t8"."~group",
    "t8"."k0_met",
    "t8"."k0_fate",
    "t8"."~rows",
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 0
    ) AS "k0_keep"
  FROM t8 AS t8
  LIMIT -1
  OFFSET 0
)
SELECT
  "t9"."~group",
  SUM("t9"."~rows") FILTER(WHERE
    "t9"."k0_met" AND (
      "t9"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t9"."~rows") FILTER(WHERE
    "t9"."k0_met" AND (
      "t9"."k0_fate" = 2
    )) AS "k0_lost_missing",
  SUM("t9"."~rows") FILTER(WHERE
    "t9"."k0_met" AND (
      "t9"."k0_fate" = 3
    )) AS "k0_lost_anonymous",
  SUM("t9"."~rows") FILTER(WHERE
    "t9"."k0_met") AS "k0_met"
FROM t9 AS t9
GROUP BY
  1;

WITH t1 AS (
  SELECT
    "t0"."order_id",
    COALESCE(
      "t0"."order_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."order_date~local", '-25200.000 seconds')
    ) AS "order_date",
    "t0"."customer_id",
    "t0"."amount",
    "t0"."order_id~bad",
    "t0"."order_date~bad",
    "t0"."customer_id~bad",
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
  LIMIT -1
  OFFSET 0
), t3 AS (
  SELECT
    "t2"."order_id",
    IIF(
      "t2"."order_date" <= '2026-11-21 02:00:00.000',
      "t2"."order_date",
      CAST(NULL AS TIMESTAMP(6))
    ) AS "order_date",
    "t2"."customer_id",
    "t2"."amount",
    "t2"."order_id~bad",
    "t2"."order_date~bad",
    "t2"."customer_id~bad",
    "t2"."amount~bad"
  FROM t2 AS t2
  LIMIT -1
  OFFSET 0
), t4 AS (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    TRUE
  LIMIT -1
  OFFSET 0
), t5 AS (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    (
      (
        "t4"."order_date" <= '2026-11-21 02:00:00.000'
      )
      AND (
        (
          "t4"."order_date" < '2026-12-31 17:00:00.000'
        )
        AND (
          "t4"."order_date" >= '2026-09-30 17:00:00.000'
        )
      )
    )
    OR (
      "t4"."order_date" IS NULL
    )
  LIMIT -1
  OFFSET 0
), t6 AS (
  SELECT
    "t5"."order_id",
    "t5"."order_date",
    "t5"."customer_id",
    "t5"."amount",
    "t5"."order_id~bad",
    "t5"."order_date~bad",
    "t5"."customer_id~bad",
    "t5"."amount~bad",
    "t5"."order_id" AS "~group"
  FROM t5 AS t5
  LIMIT -1
  OFFSET 0
), t7 AS (
  SELECT
    "t6"."order_id",
    "t6"."order_date",
    "t6"."customer_id",
    "t6"."amount",
    "t6"."order_id~bad",
    "t6"."order_date~bad",
    "t6"."customer_id~bad",
    "t6"."amount~bad",
    "t6"."~group",
    TRUE
    AND NOT (
      FALSE
      OR "t6"."order_date~bad"
      OR "t6"."amount~bad"
      OR (
        "t6"."order_id" IS NULL
      )
      OR (
        "t6"."order_date" IS NULL
      )
      OR (
        "t6"."customer_id" IS NULL
      )
      OR (
        "t6"."amount" IS NULL
      )
    ) AS "~keep"
  FROM t6 AS t6
  LIMIT -1
  OFFSET 0
), t8 AS (
  SELECT
    *
  FROM t7 AS t7
  WHERE
    "t7"."~keep"
  LIMIT -1
  OFFSET 0
), t9 AS (
  SELECT
    "t8"."order_id",
    "t8"."order_date",
    "t8"."customer_id",
    "t8"."amount",
    "t8"."~group"
  FROM t8 AS t8
  LIMIT -1
  OFFSET 0
), t10 AS (
  SELECT
    "t9"."order_id",
    "t9"."order_date",
    "t9"."customer_id",
    "t9"."amount",
    "t9"."~group",
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
  FROM t9 AS t9
  LIMIT -1
  OFFSET 0
), t11 AS (
  SELECT
    "t10"."order_id",
    "t10"."order_date",
    "t10"."customer_id",
    "t10"."amount",
    "t10"."~group",
    "t10"."cost",
    "t10"."expedite_cost",
    "t10"."currency",
    "t10"."status",
    "t10"."channel",
    "t10"."segment",
    "t10"."promised_date",
    "t10"."shipped_date",
    "t10"."delivered_date",
    "t10"."feature_flag",
    "t10"."expedited",
    "t10"."transshipped",
    "t10"."has_error",
    "t10"."window_start",
    "t10"."window_end",
    "t10"."as_of",
    "t10"."window_start_day",
    "t10"."window_end_day",
    "t10"."as_of_day",
    DATE(STRFTIME('%Y-%m-%d %H:%M:%f', "t10"."order_date", '+25200.000 seconds')) AS "order_date_day",
    DATE(STRFTIME('%Y-%m-%d %H:%M:%f', "t10"."promised_date", '+25200.000 seconds')) AS "promised_date_day"
  FROM t10 AS t10
  LIMIT -1
  OFFSET 0
), t12 AS (
  SELECT
    "t11"."~group",
    "t11"."customer_id",
    SUM("t11"."amount") AS "revenue"
  FROM t11 AS t11
  GROUP BY
    1,
    2
  LIMIT -1
  OFFSET 0
), t13 AS (
  SELECT
    "t12"."~group",
    TRUE AS "met",
    "t12"."revenue" AS "x",
    "t12"."customer_id" AS "name"
  FROM t12 AS t12
  LIMIT -1
  OFFSET 0
), t14 AS (
  SELECT
    "t13"."~group",
    "t13"."met",
    "t13"."x",
    "t13"."name",
    "t13"."met" AS "keep"
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
    ROW_NUMBER() OVER (
      PARTITION BY "t14"."~group"
      ORDER BY IIF("t14"."keep", "t14"."x", CAST(NULL AS REAL(38, 10))) DESC, "t14"."name" ASC NULLS LAST
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "rank",
    COUNT(IIF("t14"."keep", "t14"."x", CAST(NULL AS REAL(38, 10)))) OVER (
      PARTITION BY "t14"."~group"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "size",
    SUM(IIF("t14"."keep", "t14"."x", CAST(NULL AS REAL(38, 10)))) OVER (
      PARTITION BY "t14"."~group"
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) AS "total"
  FROM t14 AS t14
  LIMIT -1
  OFFSET 0
), t16 AS (
  SELECT
    "t15"."~group",
    "t15"."met",
    "t15"."x",
    "t15"."name",
    "t15"."keep",
    "t15"."rank",
    "t15"."size",
    "t15"."total",
    "t15"."keep"
    AND (
      (
        "t15"."x" IS NOT NULL
      )
      AND (
        (
          "t15"."rank" * 4
        ) < (
          "t15"."size" * 1
        )
      )
    ) AS "in_top"
  FROM t15 AS t15
  LIMIT -1
  OFFSET 0
)
SELECT
  "t16"."~group",
  COUNT(*) FILTER(WHERE
    "t16"."keep") AS "n",
  COUNT(*) FILTER(WHERE
    "t16"."keep" AND (
      "t16"."x" IS NOT NULL
    )) AS "ranked",
  SUM("t16"."x") FILTER(WHERE
    "t16"."keep") AS "all",
  COUNT(*) FILTER(WHERE
    "t16"."keep" AND "t16"."in_top") AS "count",
  SUM("t16"."x") FILTER(WHERE
    "t16"."keep" AND "t16"."in_top") AS "held"
FROM t16 AS t16
GROUP BY
  1
