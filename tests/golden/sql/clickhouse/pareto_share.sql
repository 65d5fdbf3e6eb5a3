SELECT
  *
FROM (
  SELECT
    "t8"."~group" AS "~group",
    sumIf("t8"."~rows", "t8"."k0_met" AND (
      "t8"."k0_fate" = 1
    )) AS "k0_lost_rejected",
    sumIf("t8"."~rows", "t8"."k0_met" AND (
      "t8"."k0_fate" = 2
    )) AS "k0_lost_missing",
    sumIf("t8"."~rows", "t8"."k0_met" AND (
      "t8"."k0_fate" = 3
    )) AS "k0_lost_anonymous",
    sumIf("t8"."~rows", "t8"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t7"."~group" AS "~group",
      "t7"."k0_met" AS "k0_met",
      "t7"."k0_fate" AS "k0_fate",
      "t7"."~rows" AS "~rows",
      "t7"."k0_met" AND (
        "t7"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t6"."~group" AS "~group",
        "t6"."k0_met" AS "k0_met",
        "t6"."k0_fate" AS "k0_fate",
        COUNT(*) AS "~rows"
      FROM (
        SELECT
          "t5"."~group" AS "~group",
          TRUE AS "k0_met",
          CASE
            WHEN "t5"."order_date~bad"
            THEN 1
            WHEN "t5"."amount~bad"
            THEN 1
            WHEN isNull("t5"."order_id")
            THEN 2
            WHEN isNull("t5"."order_date")
            THEN 2
            WHEN isNull("t5"."customer_id")
            THEN 3
            WHEN isNull("t5"."amount")
            THEN 2
            ELSE 0
          END AS "k0_fate"
        FROM (
          SELECT
            "t4"."order_id" AS "order_id",
            "t4"."customer_id" AS "customer_id",
            "t4"."order_date" AS "order_date",
            "t4"."amount" AS "amount",
            "t4"."order_id~bad" AS "order_id~bad",
            "t4"."customer_id~bad" AS "customer_id~bad",
            "t4"."order_date~bad" AS "order_date~bad",
            "t4"."amount~bad" AS "amount~bad",
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
                    "t0"."customer_id" AS "customer_id",
                    COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                    "t0"."amount" AS "amount",
                    "t0"."order_id~bad" AS "order_id~bad",
                    "t0"."customer_id~bad" AS "customer_id~bad",
                    "t0"."order_date~bad" AS "order_date~bad",
                    "t0"."amount~bad" AS "amount~bad"
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
      GROUP BY
        "t6"."~group",
        "t6"."k0_met",
        "t6"."k0_fate"
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    "t8"."~group"
) AS "t9"
WHERE
  "t9"."k0_met" > 0
LIMIT 1001;

SELECT
  "t15"."~group" AS "~group",
  countIf("t15"."keep") AS "n",
  countIf("t15"."keep" AND isNotNull("t15"."x")) AS "ranked",
  sumIf("t15"."x", "t15"."keep") AS "all",
  countIf("t15"."keep" AND "t15"."in_top") AS "count",
  sumIf("t15"."x", "t15"."keep" AND "t15"."in_top") AS "held"
FROM (
  SELECT
    "t14"."~group" AS "~group",
    "t14"."met" AS "met",
    "t14"."x" AS "x",
    "t14"."name" AS "name",
    "t14"."keep" AS "keep",
    "t14"."rank" AS "rank",
    "t14"."size" AS "size",
    "t14"."total" AS "total",
    "t14"."keep"
    AND (
      isNotNull("t14"."x")
      AND (
        (
          "t14"."rank" * 4
        ) < (
          "t14"."size" * 1
        )
      )
    ) AS "in_top"
  FROM (
    SELECT
      "t13"."~group" AS "~group",
      "t13"."met" AS "met",
      "t13"."x" AS "x",
      "t13"."name" AS "name",
      "t13"."keep" AS "keep",
      ROW_NUMBER() OVER (
        PARTITION BY "t13"."~group"
        ORDER BY CASE
          WHEN "t13"."keep"
          THEN "t13"."x"
          ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
        END DESC, "t13"."name" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank",
      COUNT(
        CASE
          WHEN "t13"."keep"
          THEN "t13"."x"
          ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
        END
      ) OVER (
        PARTITION BY "t13"."~group"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "size",
      SUM(
        CASE
          WHEN "t13"."keep"
          THEN "t13"."x"
          ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
        END
      ) OVER (
        PARTITION BY "t13"."~group"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "total"
    FROM (
      SELECT
        "t12"."~group" AS "~group",
        "t12"."met" AS "met",
        "t12"."x" AS "x",
        "t12"."name" AS "name",
        "t12"."met" AS "keep"
      FROM (
        SELECT
          "t11"."~group" AS "~group",
          TRUE AS "met",
          "t11"."revenue" AS "x",
          "t11"."customer_id" AS "name"
        FROM (
          SELECT
            "t10"."~group" AS "~group",
            "t10"."customer_id" AS "customer_id",
            SUM("t10"."amount") AS "revenue"
          FROM (
            SELECT
              "t9"."order_id" AS "order_id",
              "t9"."customer_id" AS "customer_id",
              "t9"."order_date" AS "order_date",
              "t9"."amount" AS "amount",
              "t9"."~group" AS "~group",
              "t9"."cost" AS "cost",
              "t9"."expedite_cost" AS "expedite_cost",
              "t9"."currency" AS "currency",
              "t9"."status" AS "status",
              "t9"."channel" AS "channel",
              "t9"."segment" AS "segment",
              "t9"."promised_date" AS "promised_date",
              "t9"."shipped_date" AS "shipped_date",
              "t9"."delivered_date" AS "delivered_date",
              "t9"."feature_flag" AS "feature_flag",
              "t9"."expedited" AS "expedited",
              "t9"."transshipped" AS "transshipped",
              "t9"."has_error" AS "has_error",
              "t9"."window_start" AS "window_start",
              "t9"."window_end" AS "window_end",
              "t9"."as_of" AS "as_of",
              "t9"."window_start_day" AS "window_start_day",
              "t9"."window_end_day" AS "window_end_day",
              "t9"."as_of_day" AS "as_of_day",
              toDate("t9"."order_date" + INTERVAL '25200' SECOND) AS "order_date_day",
              toDate("t9"."promised_date" + INTERVAL '25200' SECOND) AS "promised_date_day"
            FROM (
              SELECT
                "t8"."order_id" AS "order_id",
                "t8"."customer_id" AS "customer_id",
                "t8"."order_date" AS "order_date",
                "t8"."amount" AS "amount",
                "t8"."~group" AS "~group",
                CAST(NULL AS Nullable(Decimal(38, 10))) AS "cost",
                CAST(NULL AS Nullable(Decimal(38, 10))) AS "expedite_cost",
                CAST(NULL AS Nullable(String)) AS "currency",
                CAST(NULL AS Nullable(String)) AS "status",
                CAST(NULL AS Nullable(String)) AS "channel",
                CAST(NULL AS Nullable(String)) AS "segment",
                CAST(NULL AS Nullable(DateTime64(6))) AS "promised_date",
                CAST(NULL AS Nullable(DATE)) AS "shipped_date",
                CAST(NULL AS Nullable(DATE)) AS "delivered_date",
                CAST(NULL AS Nullable(Bool)) AS "feature_flag",
                CAST(NULL AS Nullable(Bool)) AS "expedited",
                CAST(NULL AS Nullable(Bool)) AS "transshipped",
                CAST(NULL AS Nullable(Bool)) AS "has_error",
                parseDateTimeBestEffort('2026-09-30T17:00:00') AS "window_start",
                parseDateTimeBestEffort('2026-11-21T02:00:00') AS "window_end",
                parseDateTimeBestEffort('2026-11-21T02:00:00') AS "as_of",
                toDate('2026-10-01') AS "window_start_day",
                toDate('2026-11-21') AS "window_end_day",
                toDate('2026-11-21') AS "as_of_day"
              FROM (
                SELECT
                  "t7"."order_id" AS "order_id",
                  "t7"."customer_id" AS "customer_id",
                  "t7"."order_date" AS "order_date",
                  "t7"."amount" AS "amount",
                  "t7"."~group" AS "~group"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t5"."order_id" AS "order_id",
                      "t5"."customer_id" AS "customer_id",
                      "t5"."order_date" AS "order_date",
                      "t5"."amount" AS "amount",
                      "t5"."order_id~bad" AS "order_id~bad",
                      "t5"."customer_id~bad" AS "customer_id~bad",
                      "t5"."order_date~bad" AS "order_date~bad",
                      "t5"."amount~bad" AS "amount~bad",
                      "t5"."~group" AS "~group",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t5"."order_date~bad"
                        OR "t5"."amount~bad"
                        OR isNull("t5"."order_id")
                        OR isNull("t5"."order_date")
                        OR isNull("t5"."customer_id")
                        OR isNull("t5"."amount")
                      ) AS "~keep"
                    FROM (
                      SELECT
                        "t4"."order_id" AS "order_id",
                        "t4"."customer_id" AS "customer_id",
                        "t4"."order_date" AS "order_date",
                        "t4"."amount" AS "amount",
                        "t4"."order_id~bad" AS "order_id~bad",
                        "t4"."customer_id~bad" AS "customer_id~bad",
                        "t4"."order_date~bad" AS "order_date~bad",
                        "t4"."amount~bad" AS "amount~bad",
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
                                "t0"."customer_id" AS "customer_id",
                                COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                                "t0"."amount" AS "amount",
                                "t0"."order_id~bad" AS "order_id~bad",
                                "t0"."customer_id~bad" AS "customer_id~bad",
                                "t0"."order_date~bad" AS "order_date~bad",
                                "t0"."amount~bad" AS "amount~bad"
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
                  WHERE
                    "t6"."~keep"
                ) AS "t7"
              ) AS "t8"
            ) AS "t9"
          ) AS "t10"
          GROUP BY
            "t10"."~group",
            "t10"."customer_id"
        ) AS "t11"
      ) AS "t12"
    ) AS "t13"
  ) AS "t14"
) AS "t15"
GROUP BY
  "t15"."~group"
LIMIT 1001
