SELECT
  "t8"."~group" AS "~group",
  countIf("t8"."k0_keep" AND "t8"."k0_met") AS "k0_n",
  sumIf("t8"."k0_over", "t8"."k0_keep" AND "t8"."k0_met") AS "k0_over",
  sumIf("t8"."k0_under", "t8"."k0_keep" AND "t8"."k0_met") AS "k0_under",
  countIf("t8"."k0_met" AND (
    "t8"."k0_fate" = 1
  )) AS "k0_lost_rejected",
  countIf("t8"."k0_met" AND (
    "t8"."k0_fate" = 2
  )) AS "k0_lost_missing",
  countIf("t8"."k0_met") AS "k0_met"
FROM (
  SELECT
    "t7"."~group" AS "~group",
    "t7"."k0_met" AS "k0_met",
    "t7"."k0_fate" AS "k0_fate",
    "t7"."k0_over" AS "k0_over",
    "t7"."k0_under" AS "k0_under",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t6"."~group" AS "~group",
      TRUE AS "k0_met",
      CASE
        WHEN "t6"."order_date~bad"
        THEN 1
        WHEN "t6"."ordered_qty~bad"
        THEN 1
        WHEN "t6"."delivered_qty~bad"
        THEN 1
        WHEN isNull("t6"."order_id")
        THEN 2
        WHEN isNull("t6"."sku")
        THEN 2
        WHEN isNull("t6"."order_date")
        THEN 2
        WHEN isNull("t6"."ordered_qty")
        THEN 2
        WHEN isNull("t6"."delivered_qty")
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
        "t5"."order_id" AS "order_id",
        "t5"."sku" AS "sku",
        "t5"."order_date" AS "order_date",
        "t5"."ordered_qty" AS "ordered_qty",
        "t5"."delivered_qty" AS "delivered_qty",
        "t5"."order_id~bad" AS "order_id~bad",
        "t5"."sku~bad" AS "sku~bad",
        "t5"."order_date~bad" AS "order_date~bad",
        "t5"."ordered_qty~bad" AS "ordered_qty~bad",
        "t5"."delivered_qty~bad" AS "delivered_qty~bad",
        "t5"."order_id" AS "~group"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."order_id" AS "order_id",
              "t2"."sku" AS "sku",
              CASE
                WHEN "t2"."order_date" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                THEN "t2"."order_date"
                ELSE CAST(NULL AS Nullable(DateTime64(6)))
              END AS "order_date",
              "t2"."ordered_qty" AS "ordered_qty",
              "t2"."delivered_qty" AS "delivered_qty",
              "t2"."order_id~bad" AS "order_id~bad",
              "t2"."sku~bad" AS "sku~bad",
              "t2"."order_date~bad" AS "order_date~bad",
              "t2"."ordered_qty~bad" AS "ordered_qty~bad",
              "t2"."delivered_qty~bad" AS "delivered_qty~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."order_id" AS "order_id",
                  "t0"."sku" AS "sku",
                  COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                  "t0"."ordered_qty" AS "ordered_qty",
                  "t0"."delivered_qty" AS "delivered_qty",
                  "t0"."order_id~bad" AS "order_id~bad",
                  "t0"."sku~bad" AS "sku~bad",
                  "t0"."order_date~bad" AS "order_date~bad",
                  "t0"."ordered_qty~bad" AS "ordered_qty~bad",
                  "t0"."delivered_qty~bad" AS "delivered_qty~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."order_date" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                )
                OR isNull("t1"."order_date")
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."order_date" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
            )
            AND (
              (
                "t4"."order_date" < parseDateTimeBestEffort('2026-12-31T17:00:00')
              )
              AND (
                "t4"."order_date" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
              )
            )
          )
          OR isNull("t4"."order_date")
      ) AS "t5"
    ) AS "t6"
  ) AS "t7"
) AS "t8"
GROUP BY
  "t8"."~group"
