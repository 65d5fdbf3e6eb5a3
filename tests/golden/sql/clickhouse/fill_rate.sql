SELECT
  *
FROM (
  SELECT
    "t7"."~group" AS "~group",
    countIf("t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
    sumIf("t7"."k0_over", "t7"."k0_keep" AND "t7"."k0_met") AS "k0_over",
    sumIf("t7"."k0_under", "t7"."k0_keep" AND "t7"."k0_met") AS "k0_under",
    countIf("t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
    countIf("t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing",
    countIf("t7"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t6"."~group" AS "~group",
      "t6"."k0_met" AS "k0_met",
      "t6"."k0_fate" AS "k0_fate",
      "t6"."k0_over" AS "k0_over",
      "t6"."k0_under" AS "k0_under",
      "t6"."k0_met" AND (
        "t6"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t5"."~group" AS "~group",
        TRUE AS "k0_met",
        CASE
          WHEN "t5"."order_date~bad"
          THEN 1
          WHEN "t5"."ordered_qty~bad"
          THEN 1
          WHEN "t5"."delivered_qty~bad"
          THEN 1
          WHEN isNull("t5"."order_id")
          THEN 2
          WHEN isNull("t5"."sku")
          THEN 2
          WHEN isNull("t5"."order_date")
          THEN 2
          WHEN isNull("t5"."ordered_qty")
          THEN 2
          WHEN isNull("t5"."delivered_qty")
          THEN 2
          ELSE 0
        END AS "k0_fate",
        CASE
          WHEN "t5"."delivered_qty" < "t5"."ordered_qty"
          THEN "t5"."delivered_qty"
          ELSE "t5"."ordered_qty"
        END AS "k0_over",
        "t5"."ordered_qty" AS "k0_under"
      FROM (
        SELECT
          "t4"."order_id" AS "order_id",
          "t4"."sku" AS "sku",
          "t4"."order_date" AS "order_date",
          "t4"."ordered_qty" AS "ordered_qty",
          "t4"."delivered_qty" AS "delivered_qty",
          "t4"."order_id~bad" AS "order_id~bad",
          "t4"."sku~bad" AS "sku~bad",
          "t4"."order_date~bad" AS "order_date~bad",
          "t4"."ordered_qty~bad" AS "ordered_qty~bad",
          "t4"."delivered_qty~bad" AS "delivered_qty~bad",
          "t4"."order_id" AS "~group"
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
            WHERE
              TRUE
          ) AS "t3"
          WHERE
            (
              (
                "t3"."order_date" < parseDateTimeBestEffort('2026-12-31T17:00:00')
              )
              AND (
                "t3"."order_date" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
              )
            )
            OR isNull("t3"."order_date")
        ) AS "t4"
      ) AS "t5"
    ) AS "t6"
  ) AS "t7"
  GROUP BY
    "t7"."~group"
) AS "t8"
WHERE
  "t8"."k0_met" > 0
LIMIT 1001
