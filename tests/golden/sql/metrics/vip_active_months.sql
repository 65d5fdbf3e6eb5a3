SELECT
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
    )) AS "k0_lost_anonymous"
FROM (
  SELECT
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."~rows",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t6"."k0_met",
      "t6"."k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
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
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."order_id",
              CASE
                WHEN "t2"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."order_date"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "order_date",
              "t2"."customer_id",
              "t2"."amount",
              "t2"."order_id~bad",
              "t2"."order_date~bad",
              "t2"."customer_id~bad",
              "t2"."amount~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."order_id",
                  COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                  "t0"."customer_id",
                  "t0"."amount",
                  "t0"."order_id~bad",
                  "t0"."order_date~bad",
                  "t0"."customer_id~bad",
                  "t0"."amount~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                OR (
                  "t1"."order_date" IS NULL
                )
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            AND (
              (
                "t4"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."order_date" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
          )
          OR (
            "t4"."order_date" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2
  ) AS "t7"
) AS "t8";

SELECT
  COUNT(*) FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "n",
  MAX("t17"."x") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "most",
  SUM("t17"."x") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "sum",
  COUNT(*) FILTER(WHERE
    "t17"."keep" AND (
      "t17"."there" AND (
        "t17"."units" IS NULL
      )
    )) AS "far",
  SUM(CAST("t17"."units" AS DECIMAL(38, 0)) * "t17"."units") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "squares",
  SUM("t17"."units" * "t17"."rest") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "mixed",
  SUM("t17"."rest" * "t17"."rest") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "rests"
FROM (
  SELECT
    "t16"."met",
    "t16"."x",
    "t16"."there",
    "t16"."units",
    "t16"."rest",
    "t16"."met" AS "keep"
  FROM (
    SELECT
      TRUE AS "met",
      CAST("t15"."months" AS DECIMAL(38, 10)) AS "x",
      (
        CAST("t15"."months" AS DECIMAL(38, 10)) IS NOT NULL
      ) AND TRUE AS "there",
      CAST(CASE
        WHEN (
          CAST("t15"."months" AS DECIMAL(38, 10)) < 1000000000000
        )
        AND (
          CAST("t15"."months" AS DECIMAL(38, 10)) > -1000000000000
        )
        THEN CAST("t15"."months" AS DECIMAL(38, 10))
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "units",
      CAST(CASE
        WHEN (
          CAST("t15"."months" AS DECIMAL(38, 10)) < 1000000000000
        )
        AND (
          CAST("t15"."months" AS DECIMAL(38, 10)) > -1000000000000
        )
        THEN CAST("t15"."months" AS DECIMAL(38, 10))
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          CAST("t15"."months" AS DECIMAL(38, 10)) < 1000000000000
        )
        AND (
          CAST("t15"."months" AS DECIMAL(38, 10)) > -1000000000000
        )
        THEN CAST("t15"."months" AS DECIMAL(38, 10))
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS DECIMAL(19, 10)) AS "rest"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t13"."customer_id",
          "t13"."revenue",
          "t13"."months",
          ROW_NUMBER() OVER (
            ORDER BY "t13"."revenue" DESC, "t13"."customer_id" ASC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "rank",
          COUNT("t13"."customer_id") OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "every"
        FROM (
          SELECT
            "t12"."customer_id",
            SUM("t12"."spent") AS "revenue",
            COUNT(*) FILTER(WHERE
              "t12"."spent" > 0) AS "months"
          FROM (
            SELECT
              "t11"."customer_id",
              "t11"."month",
              SUM("t11"."amount") AS "spent"
            FROM (
              SELECT
                "t10"."order_id",
                "t10"."order_date",
                "t10"."customer_id",
                "t10"."amount",
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
                "t10"."order_date_day",
                "t10"."promised_date_day",
                (
                  EXTRACT(year FROM "t10"."order_date_day") * 12
                ) + EXTRACT(month FROM "t10"."order_date_day") AS "month"
              FROM (
                SELECT
                  "t9"."order_id",
                  "t9"."order_date",
                  "t9"."customer_id",
                  "t9"."amount",
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
                  CAST("t9"."order_date" + INTERVAL '25200' SECOND AS DATE) AS "order_date_day",
                  CAST("t9"."promised_date" + INTERVAL '25200' SECOND AS DATE) AS "promised_date_day"
                FROM (
                  SELECT
                    "t8"."order_id",
                    "t8"."order_date",
                    "t8"."customer_id",
                    "t8"."amount",
                    CAST(NULL AS DECIMAL(38, 10)) AS "cost",
                    CAST(NULL AS DECIMAL(38, 10)) AS "expedite_cost",
                    CAST(NULL AS TEXT) AS "currency",
                    CAST(NULL AS TEXT) AS "status",
                    CAST(NULL AS TEXT) AS "channel",
                    CAST(NULL AS TEXT) AS "segment",
                    CAST(NULL AS TIMESTAMP(6)) AS "promised_date",
                    CAST(NULL AS DATE) AS "shipped_date",
                    CAST(NULL AS DATE) AS "delivered_date",
                    CAST(NULL AS BOOLEAN) AS "feature_flag",
                    CAST(NULL AS BOOLEAN) AS "expedited",
                    CAST(NULL AS BOOLEAN) AS "transshipped",
                    CAST(NULL AS BOOLEAN) AS "has_error",
                    MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                    MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                    MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                    MAKE_DATE(2026, 10, 1) AS "window_start_day",
                    MAKE_DATE(2026, 11, 21) AS "window_end_day",
                    MAKE_DATE(2026, 11, 21) AS "as_of_day"
                  FROM (
                    SELECT
                      "t7"."order_id",
                      "t7"."order_date",
                      "t7"."customer_id",
                      "t7"."amount"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t5"."order_id",
                          "t5"."order_date",
                          "t5"."customer_id",
                          "t5"."amount",
                          "t5"."order_id~bad",
                          "t5"."order_date~bad",
                          "t5"."customer_id~bad",
                          "t5"."amount~bad",
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
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t2"."order_id",
                                CASE
                                  WHEN "t2"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                  THEN "t2"."order_date"
                                  ELSE CAST(NULL AS TIMESTAMP(6))
                                END AS "order_date",
                                "t2"."customer_id",
                                "t2"."amount",
                                "t2"."order_id~bad",
                                "t2"."order_date~bad",
                                "t2"."customer_id~bad",
                                "t2"."amount~bad"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t0"."order_id",
                                    COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                                    "t0"."customer_id",
                                    "t0"."amount",
                                    "t0"."order_id~bad",
                                    "t0"."order_date~bad",
                                    "t0"."customer_id~bad",
                                    "t0"."amount~bad"
                                  FROM "typed" AS "t0"
                                ) AS "t1"
                                WHERE
                                  (
                                    "t1"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                  )
                                  OR (
                                    "t1"."order_date" IS NULL
                                  )
                              ) AS "t2"
                            ) AS "t3"
                            WHERE
                              TRUE
                          ) AS "t4"
                          WHERE
                            (
                              (
                                "t4"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                              )
                              AND (
                                (
                                  "t4"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                                )
                                AND (
                                  "t4"."order_date" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                                )
                              )
                            )
                            OR (
                              "t4"."order_date" IS NULL
                            )
                        ) AS "t5"
                      ) AS "t6"
                      WHERE
                        "t6"."~keep"
                    ) AS "t7"
                  ) AS "t8"
                ) AS "t9"
              ) AS "t10"
            ) AS "t11"
            GROUP BY
              1,
              2
          ) AS "t12"
          GROUP BY
            1
        ) AS "t13"
      ) AS "t14"
      WHERE
        (
          "t14"."rank" * 2
        ) < (
          "t14"."every" * 1
        )
    ) AS "t15"
  ) AS "t16"
) AS "t17"
