WITH t1 AS (
  SELECT
    "t0"."ticket_id",
    COALESCE(
      "t0"."created_at~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."created_at~local", '-25200.000 seconds')
    ) AS "created_at",
    COALESCE(
      "t0"."resolved_at~instant",
      STRFTIME('%Y-%m-%d %H:%M:%f', "t0"."resolved_at~local", '-25200.000 seconds')
    ) AS "resolved_at",
    "t0"."ticket_id~bad",
    "t0"."created_at~bad",
    "t0"."resolved_at~bad"
  FROM "typed" AS "t0"
  LIMIT -1
  OFFSET 0
), t2 AS (
  SELECT
    *
  FROM t1 AS t1
  WHERE
    (
      "t1"."created_at" <= '2026-11-21 02:00:00.000'
    )
    OR (
      "t1"."created_at" IS NULL
    )
), t3 AS (
  SELECT
    "t2"."ticket_id",
    "t2"."created_at",
    IIF(
      "t2"."resolved_at" <= '2026-11-21 02:00:00.000',
      "t2"."resolved_at",
      CAST(NULL AS TIMESTAMP(6))
    ) AS "resolved_at",
    "t2"."ticket_id~bad",
    "t2"."created_at~bad",
    "t2"."resolved_at~bad"
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
        "t4"."created_at" < '2026-12-31 17:00:00.000'
      )
      AND (
        "t4"."created_at" >= '2026-09-30 17:00:00.000'
      )
    )
    OR (
      "t4"."created_at" IS NULL
    )
), t6 AS (
  SELECT
    "t5"."ticket_id",
    "t5"."created_at",
    "t5"."resolved_at",
    "t5"."ticket_id~bad",
    "t5"."created_at~bad",
    "t5"."resolved_at~bad",
    "t5"."ticket_id" AS "~group"
  FROM t5 AS t5
), t7 AS (
  SELECT
    "t6"."~group",
    TRUE AS "k0_met",
    CASE
      WHEN "t6"."created_at~bad"
      THEN 1
      WHEN "t6"."ticket_id" IS NULL
      THEN 2
      WHEN "t6"."created_at" IS NULL
      THEN 2
      ELSE 0
    END AS "k0_fate",
    "t6"."ticket_id" AS "k0_key"
  FROM t6 AS t6
  LIMIT -1
  OFFSET 0
), t8 AS (
  SELECT
    "t7"."~group",
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."k0_key",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AS "k0_keep"
  FROM t7 AS t7
  LIMIT -1
  OFFSET 0
), t9 AS (
  SELECT
    "t8"."~group",
    COUNT(*) FILTER(WHERE
      "t8"."k0_keep" AND "t8"."k0_met") AS "k0_n",
    COUNT(DISTINCT "t8"."k0_key") FILTER(WHERE
      "t8"."k0_keep" AND "t8"."k0_met") AS "k0_count",
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
LIMIT 1001
