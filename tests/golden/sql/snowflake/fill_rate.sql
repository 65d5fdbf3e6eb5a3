SELECT
  *
FROM (
  SELECT
    "t7"."~group",
    COUNT_IF("t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
    SUM(IFF("t7"."k0_keep" AND "t7"."k0_met", "t7"."k0_over", NULL)) AS "k0_over",
    SUM(IFF("t7"."k0_keep" AND "t7"."k0_met", "t7"."k0_under", NULL)) AS "k0_under",
    COUNT_IF("t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
    COUNT_IF("t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing",
    COUNT_IF("t7"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t6"."~group",
      "t6"."k0_met",
      "t6"."k0_fate",
      "t6"."k0_over",
      "t6"."k0_under",
      "t6"."k0_met" AND (
        "t6"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
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
        IFF("t5"."delivered_qty" < "t5"."ordered_qty", "t5"."delivered_qty", "t5"."ordered_qty") AS "k0_over",
        "t5"."ordered_qty" AS "k0_under"
      FROM (
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
                  "t0"."order_id",
                  "t0"."sku",
                  COALESCE("t0"."order_date~instant", DATEADD(SECOND, '-25200', "t0"."order_date~local")) AS "order_date",
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
                  "t1"."order_date" <= TIMESTAMP_FROM_PARTS(2026, 11, 21, 2, 0, 0, 0)
                )
                OR (
                  "t1"."order_date" IS NULL
                )
            ) AS "t2"
            WHERE
              TRUE
          ) AS "t3"
          WHERE
            (
              (
                "t3"."order_date" < TIMESTAMP_FROM_PARTS(2026, 12, 31, 17, 0, 0, 0)
              )
              AND (
                "t3"."order_date" >= TIMESTAMP_FROM_PARTS(2026, 9, 30, 17, 0, 0, 0)
              )
            )
            OR (
              "t3"."order_date" IS NULL
            )
        ) AS "t4"
      ) AS "t5"
    ) AS "t6"
  ) AS "t7"
  GROUP BY
    1
) AS "t8"
WHERE
  "t8"."k0_met" > 0
LIMIT 1001
