SELECT
  "t9"."~group" AS "~group",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 1
  )) AS "k0_lost_rejected",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 2
  )) AS "k0_lost_missing",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 3
  )) AS "k0_lost_anonymous",
  sumIf("t9"."~rows", "t9"."k0_met") AS "k0_met"
FROM (
  SELECT
    "t8"."~group" AS "~group",
    "t8"."k0_met" AS "k0_met",
    "t8"."k0_fate" AS "k0_fate",
    "t8"."~rows" AS "~rows",
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t7"."~group" AS "~group",
      "t7"."k0_met" AS "k0_met",
      "t7"."k0_fate" AS "k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        "t6"."~group" AS "~group",
        TRUE AS "k0_met",
        CASE
          WHEN "t6"."order_date~bad"
          THEN 1
          WHEN "t6"."amount~bad"
          THEN 1
          WHEN isNull("t6"."order_id")
          THEN 2
          WHEN isNull("t6"."order_date")
          THEN 2
          WHEN isNull("t6"."customer_id")
          THEN 3
          WHEN isNull("t6"."amount")
          THEN 2
          ELSE 0
        END AS "k0_fate"
      FROM (
        SELECT
          "t5"."order_id" AS "order_id",
          "t5"."order_date" AS "order_date",
          "t5"."customer_id" AS "customer_id",
          "t5"."amount" AS "amount",
          "t5"."order_id~bad" AS "order_id~bad",
          "t5"."order_date~bad" AS "order_date~bad",
          "t5"."customer_id~bad" AS "customer_id~bad",
          "t5"."amount~bad" AS "amount~bad",
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
                CASE
                  WHEN "t2"."order_date" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                  THEN "t2"."order_date"
                  ELSE CAST(NULL AS Nullable(DateTime64(6)))
                END AS "order_date",
                "t2"."customer_id" AS "customer_id",
                "t2"."amount" AS "amount",
                "t2"."order_id~bad" AS "order_id~bad",
                "t2"."order_date~bad" AS "order_date~bad",
                "t2"."customer_id~bad" AS "customer_id~bad",
                "t2"."amount~bad" AS "amount~bad"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t0"."order_id" AS "order_id",
                    COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                    "t0"."customer_id" AS "customer_id",
                    "t0"."amount" AS "amount",
                    "t0"."order_id~bad" AS "order_id~bad",
                    "t0"."order_date~bad" AS "order_date~bad",
                    "t0"."customer_id~bad" AS "customer_id~bad",
                    "t0"."amount~bad" AS "amount~bad"
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
    GROUP BY
      "t7"."~group",
      "t7"."k0_met",
      "t7"."k0_fate"
  ) AS "t8"
) AS "t9"
GROUP BY
  "t9"."~group";

SELECT
  "t16"."~group" AS "~group",
  countIf("t16"."keep") AS "n",
  countIf("t16"."keep" AND isNotNull("t16"."x")) AS "ranked",
  sumIf("t16"."x", "t16"."keep") AS "all",
  countIf("t16"."keep" AND "t16"."in_top") AS "count",
  sumIf("t16"."x", "t16"."keep" AND "t16"."in_top") AS "held"
FROM (
  SELECT
    "t15"."~group" AS "~group",
    "t15"."met" AS "met",
    "t15"."x" AS "x",
    "t15"."name" AS "name",
    "t15"."keep" AS "keep",
    "t15"."rank" AS "rank",
    "t15"."size" AS "size",
    "t15"."total" AS "total",
    "t15"."keep"
    AND (
      isNotNull("t15"."x")
      AND (
        (
          "t15"."rank" * 4
        ) < (
          "t15"."size" * 1
        )
      )
    ) AS "in_top"
  FROM (
    SELECT
      "t14"."~group" AS "~group",
      "t14"."met" AS "met",
      "t14"."x" AS "x",
      "t14"."name" AS "name",
      "t14"."keep" AS "keep",
      ROW_NUMBER() OVER (
        PARTITION BY "t14"."~group"
        ORDER BY CASE
          WHEN "t14"."keep"
          THEN "t14"."x"
          ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
        END DESC, "t14"."name" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank",
      COUNT(
        CASE
          WHEN "t14"."keep"
          THEN "t14"."x"
          ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
        END
      ) OVER (
        PARTITION BY "t14"."~group"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "size",
      SUM(
        CASE
          WHEN "t14"."keep"
          THEN "t14"."x"
          ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
        END
      ) OVER (
        PARTITION BY "t14"."~group"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "total"
    FROM (
      SELECT
        "t13"."~group" AS "~group",
        "t13"."met" AS "met",
        "t13"."x" AS "x",
        "t13"."name" AS "name",
        "t13"."met" AS "keep"
      FROM (
        SELECT
          "t12"."~group" AS "~group",
          TRUE AS "met",
          "t12"."revenue" AS "x",
          "t12"."customer_id" AS "name"
        FROM (
          SELECT
            "t11"."~group" AS "~group",
            "t11"."customer_id" AS "customer_id",
            SUM("t11"."amount") AS "revenue"
          FROM (
            SELECT
              "t10"."order_id" AS "order_id",
              "t10"."order_date" AS "order_date",
              "t10"."customer_id" AS "customer_id",
              "t10"."amount" AS "amount",
              "t10"."~group" AS "~group",
              "t10"."cost" AS "cost",
              "t10"."expedite_cost" AS "expedite_cost",
              "t10"."currency" AS "currency",
              "t10"."status" AS "status",
              "t10"."channel" AS "channel",
              "t10"."segment" AS "segment",
              "t10"."promised_date" AS "promised_date",
              "t10"."shipped_date" AS "shipped_date",
              "t10"."delivered_date" AS "delivered_date",
              "t10"."feature_flag" AS "feature_flag",
              "t10"."expedited" AS "expedited",
              "t10"."transshipped" AS "transshipped",
              "t10"."has_error" AS "has_error",
              "t10"."window_start" AS "window_start",
              "t10"."window_end" AS "window_end",
              "t10"."as_of" AS "as_of",
              "t10"."window_start_day" AS "window_start_day",
              "t10"."window_end_day" AS "window_end_day",
              "t10"."as_of_day" AS "as_of_day",
              toDate("t10"."order_date" + INTERVAL '25200' SECOND) AS "order_date_day",
              toDate("t10"."promised_date" + INTERVAL '25200' SECOND) AS "promised_date_day"
            FROM (
              SELECT
                "t9"."order_id" AS "order_id",
                "t9"."order_date" AS "order_date",
                "t9"."customer_id" AS "customer_id",
                "t9"."amount" AS "amount",
                "t9"."~group" AS "~group",
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
                  "t8"."order_id" AS "order_id",
                  "t8"."order_date" AS "order_date",
                  "t8"."customer_id" AS "customer_id",
                  "t8"."amount" AS "amount",
                  "t8"."~group" AS "~group"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t6"."order_id" AS "order_id",
                      "t6"."order_date" AS "order_date",
                      "t6"."customer_id" AS "customer_id",
                      "t6"."amount" AS "amount",
                      "t6"."order_id~bad" AS "order_id~bad",
                      "t6"."order_date~bad" AS "order_date~bad",
                      "t6"."customer_id~bad" AS "customer_id~bad",
                      "t6"."amount~bad" AS "amount~bad",
                      "t6"."~group" AS "~group",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t6"."order_date~bad"
                        OR "t6"."amount~bad"
                        OR isNull("t6"."order_id")
                        OR isNull("t6"."order_date")
                        OR isNull("t6"."customer_id")
                        OR isNull("t6"."amount")
                      ) AS "~keep"
                    FROM (
                      SELECT
                        "t5"."order_id" AS "order_id",
                        "t5"."order_date" AS "order_date",
                        "t5"."customer_id" AS "customer_id",
                        "t5"."amount" AS "amount",
                        "t5"."order_id~bad" AS "order_id~bad",
                        "t5"."order_date~bad" AS "order_date~bad",
                        "t5"."customer_id~bad" AS "customer_id~bad",
                        "t5"."amount~bad" AS "amount~bad",
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
                              CASE
                                WHEN "t2"."order_date" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                                THEN "t2"."order_date"
                                ELSE CAST(NULL AS Nullable(DateTime64(6)))
                              END AS "order_date",
                              "t2"."customer_id" AS "customer_id",
                              "t2"."amount" AS "amount",
                              "t2"."order_id~bad" AS "order_id~bad",
                              "t2"."order_date~bad" AS "order_date~bad",
                              "t2"."customer_id~bad" AS "customer_id~bad",
                              "t2"."amount~bad" AS "amount~bad"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t0"."order_id" AS "order_id",
                                  COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                                  "t0"."customer_id" AS "customer_id",
                                  "t0"."amount" AS "amount",
                                  "t0"."order_id~bad" AS "order_id~bad",
                                  "t0"."order_date~bad" AS "order_date~bad",
                                  "t0"."customer_id~bad" AS "customer_id~bad",
                                  "t0"."amount~bad" AS "amount~bad"
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
                  WHERE
                    "t7"."~keep"
                ) AS "t8"
              ) AS "t9"
            ) AS "t10"
          ) AS "t11"
          GROUP BY
            "t11"."~group",
            "t11"."customer_id"
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
GROUP BY
  "t16"."~group"
