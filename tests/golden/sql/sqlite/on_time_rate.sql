WITH t1 AS (
  SELECT
    "t0"."order_id",
    COALESCE(
      "t0"."order_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."order_date~local", '-25200.000 seconds')
    ) AS "order_date",
    COALESCE(
      "t0"."promised_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."promised_date~local", '-25200.000 seconds')
    ) AS "promised_date",
    DATE(
      COALESCE(
        STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."delivered_date~instant", '+25200.000 seconds'),
        "t0"."delivered_date~local"
      )
    ) AS "delivered_date",
    "t0"."order_id~bad",
    "t0"."order_date~bad",
    "t0"."promised_date~bad",
    "t0"."delivered_date~bad"
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
    "t2"."order_id",
    "t2"."order_date",
    "t2"."promised_date",
    IIF("t2"."delivered_date" <= '2026-11-21', "t2"."delivered_date", DATE(NULL)) AS "delivered_date",
    "t2"."order_id~bad",
    "t2"."order_date~bad",
    "t2"."promised_date~bad",
    "t2"."delivered_date~bad"
  FROM t2 AS t2
  LIMIT -1
  OFFSET 0
), t4 AS (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    TRUE
), t5 AS (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    (
      (
        "t4"."order_date" < '2026-12-31 17:00:00.000'
      )
      AND (
        "t4"."order_date" >= '2026-09-30 17:00:00.000'
      )
    )
    OR (
      "t4"."order_date" IS NULL
    )
), t6 AS (
  SELECT
    "t5"."order_id",
    "t5"."order_date",
    "t5"."promised_date",
    "t5"."delivered_date",
    "t5"."order_id~bad",
    "t5"."order_date~bad",
    "t5"."promised_date~bad",
    "t5"."delivered_date~bad",
    "t5"."order_id" AS "~group"
  FROM t5 AS t5
), t7 AS (
  SELECT
    "t6"."~group",
    TRUE AS "k0_met",
    CASE
      WHEN "t6"."order_date~bad"
      THEN 1
      WHEN "t6"."promised_date~bad"
      THEN 1
      WHEN "t6"."delivered_date~bad"
      THEN 1
      WHEN "t6"."order_id" IS NULL
      THEN 2
      WHEN "t6"."order_date" IS NULL
      THEN 2
      WHEN "t6"."promised_date" IS NULL
      THEN 3
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
), t10 AS (
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
      )) AS "k0_lost_no_target",
    SUM("t9"."~rows") FILTER(WHERE
      "t9"."k0_met") AS "k0_met"
  FROM t9 AS t9
  GROUP BY
    1
  LIMIT -1
  OFFSET 0
)
SELECT
  *
FROM t10 AS t10
WHERE
  "t10"."k0_met" > 0
LIMIT 1001;

WITH t1 AS (
  SELECT
    "t0"."order_id",
    COALESCE(
      "t0"."order_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."order_date~local", '-25200.000 seconds')
    ) AS "order_date",
    COALESCE(
      "t0"."promised_date~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."promised_date~local", '-25200.000 seconds')
    ) AS "promised_date",
    DATE(
      COALESCE(
        STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."delivered_date~instant", '+25200.000 seconds'),
        "t0"."delivered_date~local"
      )
    ) AS "delivered_date",
    "t0"."order_id~bad",
    "t0"."order_date~bad",
    "t0"."promised_date~bad",
    "t0"."delivered_date~bad"
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
    "t2"."order_id",
    "t2"."order_date",
    "t2"."promised_date",
    IIF("t2"."delivered_date" <= '2026-11-21', "t2"."delivered_date", DATE(NULL)) AS "delivered_date",
    "t2"."order_id~bad",
    "t2"."order_date~bad",
    "t2"."promised_date~bad",
    "t2"."delivered_date~bad"
  FROM t2 AS t2
  LIMIT -1
  OFFSET 0
), t4 AS (
  SELECT
    *
  FROM t3 AS t3
  WHERE
    TRUE
), t5 AS (
  SELECT
    *
  FROM t4 AS t4
  WHERE
    (
      (
        "t4"."order_date" < '2026-12-31 17:00:00.000'
      )
      AND (
        "t4"."order_date" >= '2026-09-30 17:00:00.000'
      )
    )
    OR (
      "t4"."order_date" IS NULL
    )
), t6 AS (
  SELECT
    "t5"."order_id",
    "t5"."order_date",
    "t5"."promised_date",
    "t5"."delivered_date",
    "t5"."order_id~bad",
    "t5"."order_date~bad",
    "t5"."promised_date~bad",
    "t5"."delivered_date~bad",
    "t5"."order_id" AS "~group"
  FROM t5 AS t5
), t7 AS (
  SELECT
    "t6"."order_id",
    "t6"."order_date",
    "t6"."promised_date",
    "t6"."delivered_date",
    "t6"."order_id~bad",
    "t6"."order_date~bad",
    "t6"."promised_date~bad",
    "t6"."delivered_date~bad",
    "t6"."~group",
    TRUE
    AND NOT (
      FALSE
      OR "t6"."order_date~bad"
      OR "t6"."promised_date~bad"
      OR "t6"."delivered_date~bad"
      OR (
        "t6"."order_id" IS NULL
      )
      OR (
        "t6"."order_date" IS NULL
      )
      OR (
        "t6"."promised_date" IS NULL
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
), t9 AS (
  SELECT
    "t8"."order_id",
    "t8"."order_date",
    "t8"."promised_date",
    "t8"."delivered_date",
    "t8"."~group"
  FROM t8 AS t8
), t10 AS (
  SELECT
    "t9"."order_id",
    "t9"."order_date",
    "t9"."promised_date",
    "t9"."delivered_date",
    "t9"."~group",
    CAST(NULL AS TEXT) AS "customer_id",
    CAST(NULL AS REAL(38, 10)) AS "amount",
    CAST(NULL AS REAL(38, 10)) AS "cost",
    CAST(NULL AS REAL(38, 10)) AS "expedite_cost",
    CAST(NULL AS TEXT) AS "currency",
    CAST(NULL AS TEXT) AS "status",
    CAST(NULL AS TEXT) AS "channel",
    CAST(NULL AS TEXT) AS "segment",
    DATE(NULL) AS "shipped_date",
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
    "t10"."promised_date",
    "t10"."delivered_date",
    "t10"."~group",
    "t10"."customer_id",
    "t10"."amount",
    "t10"."cost",
    "t10"."expedite_cost",
    "t10"."currency",
    "t10"."status",
    "t10"."channel",
    "t10"."segment",
    "t10"."shipped_date",
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
    "t11"."order_id",
    "t11"."order_date",
    "t11"."promised_date",
    "t11"."delivered_date",
    "t11"."~group",
    "t11"."customer_id",
    "t11"."amount",
    "t11"."cost",
    "t11"."expedite_cost",
    "t11"."currency",
    "t11"."status",
    "t11"."channel",
    "t11"."segment",
    "t11"."shipped_date",
    "t11"."feature_flag",
    "t11"."expedited",
    "t11"."transshipped",
    "t11"."has_error",
    "t11"."window_start",
    "t11"."window_end",
    "t11"."as_of",
    "t11"."window_start_day",
    "t11"."window_end_day",
    "t11"."as_of_day",
    "t11"."order_date_day",
    "t11"."promised_date_day",
    TRUE AS "right",
    FALSE AS "unknown"
  FROM t11 AS t11
  LIMIT -1
  OFFSET 0
), t13 AS (
  SELECT
    "t12"."order_id",
    "t12"."order_date",
    "t12"."promised_date",
    "t12"."delivered_date",
    "t12"."~group",
    "t12"."customer_id",
    "t12"."amount",
    "t12"."cost",
    "t12"."expedite_cost",
    "t12"."currency",
    "t12"."status",
    "t12"."channel",
    "t12"."segment",
    "t12"."shipped_date",
    "t12"."feature_flag",
    "t12"."expedited",
    "t12"."transshipped",
    "t12"."has_error",
    "t12"."window_start",
    "t12"."window_end",
    "t12"."as_of",
    "t12"."window_start_day",
    "t12"."window_end_day",
    "t12"."as_of_day",
    "t12"."order_date_day",
    "t12"."promised_date_day",
    "t12"."right",
    "t12"."unknown",
    "t12"."promised_date_day" AS "promised",
    "t12"."delivered_date" AS "delivered"
  FROM t12 AS t12
), t14 AS (
  SELECT
    "t13"."order_id",
    "t13"."order_date",
    "t13"."promised_date",
    "t13"."delivered_date",
    "t13"."~group",
    "t13"."customer_id",
    "t13"."amount",
    "t13"."cost",
    "t13"."expedite_cost",
    "t13"."currency",
    "t13"."status",
    "t13"."channel",
    "t13"."segment",
    "t13"."shipped_date",
    "t13"."feature_flag",
    "t13"."expedited",
    "t13"."transshipped",
    "t13"."has_error",
    "t13"."window_start",
    "t13"."window_end",
    "t13"."as_of",
    "t13"."window_start_day",
    "t13"."window_end_day",
    "t13"."as_of_day",
    "t13"."order_date_day",
    "t13"."promised_date_day",
    "t13"."right",
    "t13"."unknown"
    AND NOT (
      CAST(CAST(STRFTIME('%s', SUBSTRING(STRFTIME('%Y-%m-%d %H:%M:%f', "t13"."delivered"), 1, 19) || '.000') AS INTEGER) AS INTEGER) > (
        CAST(CAST(STRFTIME('%s', SUBSTRING(STRFTIME('%Y-%m-%d %H:%M:%f', "t13"."promised"), 1, 19) || '.000') AS INTEGER) AS INTEGER) + 0
      )
    ) AS "unknown",
    "t13"."promised",
    "t13"."delivered"
  FROM t13 AS t13
  LIMIT -1
  OFFSET 0
), t15 AS (
  SELECT
    "t14"."~group",
    TRUE AS "met",
    COALESCE("t14"."delivered" IS NOT NULL, FALSE)
    AND COALESCE(
      (
        (
          (
            CAST(CAST(STRFTIME('%s', SUBSTRING(STRFTIME('%Y-%m-%d %H:%M:%f', "t14"."delivered"), 1, 19) || '.000') AS INTEGER) AS INTEGER) - CAST(CAST(STRFTIME('%s', SUBSTRING(STRFTIME('%Y-%m-%d %H:%M:%f', "t14"."promised"), 1, 19) || '.000') AS INTEGER) AS INTEGER)
          ) - 0
        ) - 86399
      ) <= 0,
      FALSE
    )
    AND COALESCE("t14"."right", FALSE)
    AND (
      (
        COALESCE("t14"."delivered" IS NOT NULL, FALSE)
        OR COALESCE(
          (
            (
              (
                CAST(CAST(STRFTIME(
                  '%s',
                  SUBSTRING(
                    STRFTIME('%Y-%m-%d %H:%M:%f', '2026-11-21 02:00:00.000', '+25200.000 seconds'),
                    1,
                    19
                  ) || '.000'
                ) AS INTEGER) AS INTEGER) - CAST(CAST(STRFTIME('%s', SUBSTRING(STRFTIME('%Y-%m-%d %H:%M:%f', "t14"."promised"), 1, 19) || '.000') AS INTEGER) AS INTEGER)
              ) - 0
            ) - 86399
          ) >= 0,
          FALSE
        )
      )
      AND TRUE
    ) AS "hit",
    (
      COALESCE("t14"."delivered" IS NOT NULL, FALSE)
      OR COALESCE(
        (
          (
            (
              CAST(CAST(STRFTIME(
                '%s',
                SUBSTRING(
                  STRFTIME('%Y-%m-%d %H:%M:%f', '2026-11-21 02:00:00.000', '+25200.000 seconds'),
                  1,
                  19
                ) || '.000'
              ) AS INTEGER) AS INTEGER) - CAST(CAST(STRFTIME('%s', SUBSTRING(STRFTIME('%Y-%m-%d %H:%M:%f', "t14"."promised"), 1, 19) || '.000') AS INTEGER) AS INTEGER)
            ) - 0
          ) - 86399
        ) >= 0,
        FALSE
      )
    )
    AND TRUE AS "decided",
    NOT (
      COALESCE("t14"."delivered" IS NOT NULL, FALSE)
      OR COALESCE(
        (
          (
            (
              CAST(CAST(STRFTIME(
                '%s',
                SUBSTRING(
                  STRFTIME('%Y-%m-%d %H:%M:%f', '2026-11-21 02:00:00.000', '+25200.000 seconds'),
                  1,
                  19
                ) || '.000'
              ) AS INTEGER) AS INTEGER) - CAST(CAST(STRFTIME('%s', SUBSTRING(STRFTIME('%Y-%m-%d %H:%M:%f', "t14"."promised"), 1, 19) || '.000') AS INTEGER) AS INTEGER)
            ) - 0
          ) - 86399
        ) >= 0,
        FALSE
      )
    )
    AND TRUE
    AND TRUE AS "waiting"
  FROM t14 AS t14
  LIMIT -1
  OFFSET 0
), t16 AS (
  SELECT
    "t15"."~group",
    "t15"."met",
    "t15"."hit",
    "t15"."decided",
    "t15"."waiting",
    COUNT(*) AS "~rows"
  FROM t15 AS t15
  GROUP BY
    1,
    2,
    3,
    4,
    5
  LIMIT -1
  OFFSET 0
), t17 AS (
  SELECT
    "t16"."~group",
    "t16"."met",
    "t16"."hit",
    "t16"."decided",
    "t16"."waiting",
    "t16"."~rows",
    "t16"."met" AS "keep"
  FROM t16 AS t16
)
SELECT
  "t17"."~group",
  SUM("t17"."~rows") FILTER(WHERE
    "t17"."keep" AND "t17"."decided") AS "n",
  SUM("t17"."~rows") FILTER(WHERE
    "t17"."keep" AND "t17"."hit") AS "hits",
  SUM("t17"."~rows") FILTER(WHERE
    "t17"."keep" AND "t17"."waiting") AS "undecided"
FROM t17 AS t17
GROUP BY
  1
LIMIT 1001
