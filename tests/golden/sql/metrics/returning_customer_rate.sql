SELECT
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 3
    )) AS "k0_lost_anonymous"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."~rows",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t5"."k0_met",
      "t5"."k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t4"."order_date~bad"
          THEN 1
          WHEN "t4"."order_id" IS NULL
          THEN 2
          WHEN "t4"."order_date" IS NULL
          THEN 2
          WHEN "t4"."customer_id" IS NULL
          THEN 3
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
              *
            FROM (
              SELECT
                "t0"."order_id",
                "t0"."customer_id",
                COALESCE(
                  "t0"."order_date~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                ) AS "order_date",
                "t0"."amount",
                "t0"."order_id~bad",
                "t0"."customer_id~bad",
                "t0"."order_date~bad",
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
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            "t3"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          OR (
            "t3"."order_date" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2
  ) AS "t6"
) AS "t7";

SELECT
  SUM("t14"."~rows") FILTER(WHERE
    "t14"."keep" AND "t14"."met") AS "n",
  SUM("t14"."~rows") FILTER(WHERE
    "t14"."keep" AND "t14"."hit") AS "hits"
FROM (
  SELECT
    "t13"."met",
    "t13"."hit",
    "t13"."~rows",
    "t13"."met" AS "keep"
  FROM (
    SELECT
      "t12"."met",
      "t12"."hit",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t11"."orders" > 1, FALSE) AND TRUE AS "hit"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t9"."customer_id",
            COUNT(DISTINCT "t9"."order_id") AS "orders",
            COUNT(*) FILTER(WHERE
              "t9"."order_date" >= "t9"."window_start") AS "recent"
          FROM (
            SELECT
              "t8"."order_id",
              "t8"."customer_id",
              "t8"."order_date",
              "t8"."amount",
              "t8"."cost",
              "t8"."expedite_cost",
              "t8"."currency",
              "t8"."status",
              "t8"."channel",
              "t8"."segment",
              "t8"."promised_date",
              "t8"."shipped_date",
              "t8"."delivered_date",
              "t8"."feature_flag",
              "t8"."expedited",
              "t8"."transshipped",
              "t8"."has_error",
              "t8"."window_start",
              "t8"."window_end",
              "t8"."as_of",
              "t8"."window_start_day",
              "t8"."window_end_day",
              "t8"."as_of_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."order_date") + 25200000000) AS DATE) AS "order_date_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."promised_date") + 25200000000) AS DATE) AS "promised_date_day"
            FROM (
              SELECT
                "t7"."order_id",
                "t7"."customer_id",
                "t7"."order_date",
                "t7"."amount",
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
                  "t6"."order_id",
                  "t6"."customer_id",
                  "t6"."order_date",
                  "t6"."amount"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t4"."order_id",
                      "t4"."customer_id",
                      "t4"."order_date",
                      "t4"."amount",
                      "t4"."order_id~bad",
                      "t4"."customer_id~bad",
                      "t4"."order_date~bad",
                      "t4"."amount~bad",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t4"."order_date~bad"
                        OR (
                          "t4"."order_id" IS NULL
                        )
                        OR (
                          "t4"."order_date" IS NULL
                        )
                        OR (
                          "t4"."customer_id" IS NULL
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
                            *
                          FROM (
                            SELECT
                              "t0"."order_id",
                              "t0"."customer_id",
                              COALESCE(
                                "t0"."order_date~instant",
                                MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                              ) AS "order_date",
                              "t0"."amount",
                              "t0"."order_id~bad",
                              "t0"."customer_id~bad",
                              "t0"."order_date~bad",
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
                        WHERE
                          TRUE
                      ) AS "t3"
                      WHERE
                        (
                          "t3"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                        )
                        OR (
                          "t3"."order_date" IS NULL
                        )
                    ) AS "t4"
                  ) AS "t5"
                  WHERE
                    "t5"."~keep"
                ) AS "t6"
              ) AS "t7"
            ) AS "t8"
          ) AS "t9"
          GROUP BY
            1
        ) AS "t10"
        WHERE
          "t10"."recent" > 0
      ) AS "t11"
    ) AS "t12"
    GROUP BY
      1,
      2
  ) AS "t13"
) AS "t14"
