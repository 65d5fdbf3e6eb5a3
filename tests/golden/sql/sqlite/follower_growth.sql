WITH t1 AS (
  SELECT
    DATE(
      COALESCE(
        "t0"."date~local",
        STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."date~instant", '+25200.000 seconds')
      )
    ) AS "date",
    "t0"."followers",
    "t0"."blocks",
    "t0"."date~bad",
    "t0"."followers~bad",
    "t0"."blocks~bad"
  FROM "typed" AS "t0"
  LIMIT -1
  OFFSET 0
), t2 AS (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    (
      "t1"."date" <= '2026-11-21'
    ) OR (
      "t1"."date" IS NULL
    )
  LIMIT -1
  OFFSET 0
), t3 AS (
  SELECT
    IIF("t2"."date" <= '2026-11-21', "t2"."date", DATE(NULL)) AS "date",
    "t2"."followers",
    "t2"."blocks",
    "t2"."date~bad",
    "t2"."followers~bad",
    "t2"."blocks~bad"
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
        "t4"."date" <= '2026-11-21'
      ) AND (
        "t4"."date" < '2027-01-01'
      )
    )
    OR (
      "t4"."date" IS NULL
    )
  LIMIT -1
  OFFSET 0
), t6 AS (
  SELECT
    "t5"."date",
    "t5"."followers",
    "t5"."blocks",
    "t5"."date~bad",
    "t5"."followers~bad",
    "t5"."blocks~bad",
    "t5"."date" AS "~group"
  FROM t5 AS t5
  LIMIT -1
  OFFSET 0
), t7 AS (
  SELECT
    "t6"."~group",
    TRUE AS "k0_met",
    CASE
      WHEN "t6"."date~bad"
      THEN 1
      WHEN "t6"."followers~bad"
      THEN 1
      WHEN "t6"."blocks~bad"
      THEN 1
      WHEN "t6"."date" IS NULL
      THEN 2
      WHEN "t6"."followers" IS NULL
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
    "t9"."k0_met") AS "k0_met"
FROM t9 AS t9
GROUP BY
  1;

WITH t1 AS (
  SELECT
    DATE(
      COALESCE(
        "t0"."date~local",
        STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."date~instant", '+25200.000 seconds')
      )
    ) AS "date",
    "t0"."followers",
    "t0"."blocks",
    "t0"."date~bad",
    "t0"."followers~bad",
    "t0"."blocks~bad"
  FROM "typed" AS "t0"
  LIMIT -1
  OFFSET 0
), t2 AS (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    (
      "t1"."date" <= '2026-11-21'
    ) OR (
      "t1"."date" IS NULL
    )
  LIMIT -1
  OFFSET 0
), t3 AS (
  SELECT
    IIF("t2"."date" <= '2026-11-21', "t2"."date", DATE(NULL)) AS "date",
    "t2"."followers",
    "t2"."blocks",
    "t2"."date~bad",
    "t2"."followers~bad",
    "t2"."blocks~bad"
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
        "t4"."date" <= '2026-11-21'
      ) AND (
        "t4"."date" < '2027-01-01'
      )
    )
    OR (
      "t4"."date" IS NULL
    )
  LIMIT -1
  OFFSET 0
), t6 AS (
  SELECT
    "t5"."date",
    "t5"."followers",
    "t5"."blocks",
    "t5"."date~bad",
    "t5"."followers~bad",
    "t5"."blocks~bad",
    "t5"."date" AS "~group"
  FROM t5 AS t5
  LIMIT -1
  OFFSET 0
), t7 AS (
  SELECT
    "t6"."date",
    "t6"."followers",
    "t6"."blocks",
    "t6"."date~bad",
    "t6"."followers~bad",
    "t6"."blocks~bad",
    "t6"."~group",
    TRUE
    AND NOT (
      FALSE
      OR "t6"."date~bad"
      OR "t6"."followers~bad"
      OR "t6"."blocks~bad"
      OR (
        "t6"."date" IS NULL
      )
      OR (
        "t6"."followers" IS NULL
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
    "t8"."date",
    "t8"."followers",
    "t8"."blocks",
    "t8"."~group"
  FROM t8 AS t8
  LIMIT -1
  OFFSET 0
), t10 AS (
  SELECT
    "t9"."date",
    "t9"."followers",
    "t9"."blocks",
    "t9"."~group",
    CAST(NULL AS INTEGER) AS "adds",
    CAST(NULL AS INTEGER) AS "removes",
    CAST(NULL AS TEXT) AS "account",
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
    "t10"."date",
    "t10"."followers",
    "t10"."blocks",
    "t10"."~group",
    "t10"."adds",
    "t10"."removes",
    COALESCE("t10"."account", '') AS "account",
    "t10"."window_start",
    "t10"."window_end",
    "t10"."as_of",
    "t10"."window_start_day",
    "t10"."window_end_day",
    "t10"."as_of_day",
    "t10"."followers" - COALESCE("t10"."blocks", 0) AS "level"
  FROM t10 AS t10
  LIMIT -1
  OFFSET 0
), t12 AS (
  SELECT
    "t11"."date",
    "t11"."followers",
    "t11"."blocks",
    "t11"."~group",
    "t11"."adds",
    "t11"."removes",
    "t11"."account",
    "t11"."window_start",
    "t11"."window_end",
    "t11"."as_of",
    "t11"."window_start_day",
    "t11"."window_end_day",
    "t11"."as_of_day",
    "t11"."level",
    "t11"."date" <= "t11"."window_start_day" AS "before"
  FROM t11 AS t11
  LIMIT -1
  OFFSET 0
), t13 AS (
  SELECT
    "t12"."date",
    "t12"."followers",
    "t12"."blocks",
    "t12"."~group",
    "t12"."adds",
    "t12"."removes",
    "t12"."account",
    "t12"."window_start",
    "t12"."window_end",
    "t12"."as_of",
    "t12"."window_start_day",
    "t12"."window_end_day",
    "t12"."as_of_day",
    "t12"."level",
    "t12"."before",
    ROW_NUMBER() OVER (
      PARTITION BY "t12"."~group", "t12"."account"
      ORDER BY "t12"."date" DESC, "t12"."level" DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "last",
    ROW_NUMBER() OVER (
      PARTITION BY "t12"."~group", "t12"."account", "t12"."before"
      ORDER BY "t12"."date" DESC, "t12"."level" DESC
      ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
    ) - 1 AS "first"
  FROM t12 AS t12
  LIMIT -1
  OFFSET 0
), t14 AS (
  SELECT
    "t13"."~group",
    "t13"."account",
    MAX("t13"."level") FILTER(WHERE
      "t13"."before" AND (
        "t13"."first" = 0
      )) AS "base",
    MAX("t13"."date") FILTER(WHERE
      "t13"."before" AND (
        "t13"."first" = 0
      )) AS "base_at",
    MAX("t13"."level") FILTER(WHERE
      "t13"."last" = 0) AS "current",
    MAX("t13"."date") FILTER(WHERE
      "t13"."last" = 0) AS "current_at"
  FROM t13 AS t13
  GROUP BY
    1,
    2
  LIMIT -1
  OFFSET 0
), t15 AS (
  SELECT
    "t14"."~group",
    TRUE AS "met",
    "t14"."base",
    "t14"."current",
    "t14"."base_at",
    "t14"."current_at"
  FROM t14 AS t14
  LIMIT -1
  OFFSET 0
), t16 AS (
  SELECT
    "t15"."~group",
    "t15"."met",
    "t15"."base",
    "t15"."current",
    "t15"."base_at",
    "t15"."current_at",
    "t15"."met" AS "keep"
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
      "t16"."base" IS NOT NULL
    )) AS "based",
  COUNT(*) FILTER(WHERE
    "t16"."keep" AND (
      "t16"."current" IS NOT NULL
    )) AS "seen",
  SUM("t16"."base") FILTER(WHERE
    "t16"."keep") AS "base",
  SUM("t16"."current") FILTER(WHERE
    "t16"."keep") AS "current",
  MIN("t16"."base_at") FILTER(WHERE
    "t16"."keep") AS "base_at",
  MIN("t16"."current_at") FILTER(WHERE
    "t16"."keep") AS "current_at"
FROM t16 AS t16
GROUP BY
  1
