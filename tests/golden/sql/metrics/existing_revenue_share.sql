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
              "t4"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
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
    "t14"."keep" AND "t14"."met") AS "n",
  SUM("t14"."over") FILTER(WHERE
    "t14"."keep" AND "t14"."met") AS "over",
  SUM("t14"."under") FILTER(WHERE
    "t14"."keep" AND "t14"."met") AS "under"
FROM (
  SELECT
    "t13"."met",
    "t13"."over",
    "t13"."under",
    "t13"."met" AS "keep"
  FROM (
    SELECT
      TRUE AS "met",
      CASE WHEN "t12"."before" > 0 THEN "t12"."revenue" ELSE 0 END AS "over",
      "t12"."revenue" AS "under"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          "t10"."customer_id",
          COUNT(*) FILTER(WHERE
            NOT (
              "t10"."order_date" >= "t10"."window_start"
            )) AS "before",
          COUNT(*) FILTER(WHERE
            "t10"."order_date" >= "t10"."window_start") AS "recent",
          SUM("t10"."amount") FILTER(WHERE
            "t10"."order_date" >= "t10"."window_start") AS "revenue"
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
                          "t4"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
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
        GROUP BY
          1
      ) AS "t11"
      WHERE
        "t11"."recent" > 0
    ) AS "t12"
  ) AS "t13"
) AS "t14"
