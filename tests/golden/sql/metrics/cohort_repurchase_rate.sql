SELECT
  SUM("t6"."~rows") FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t6"."~rows") FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing",
  SUM("t6"."~rows") FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 3
    )) AS "k0_lost_anonymous"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."~rows",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t4"."k0_met",
      "t4"."k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t3"."order_date~bad"
          THEN 1
          WHEN "t3"."order_id" IS NULL
          THEN 2
          WHEN "t3"."order_date" IS NULL
          THEN 2
          WHEN "t3"."customer_id" IS NULL
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
              "t0"."order_id",
              "t0"."customer_id",
              COALESCE(
                "t0"."order_date~instant",
                MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
              ) AS "order_date",
              "t0"."order_id~bad",
              "t0"."customer_id~bad",
              "t0"."order_date~bad"
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
    ) AS "t4"
    GROUP BY
      1,
      2
  ) AS "t5"
) AS "t6";

SELECT
  SUM("t14"."~rows") FILTER(WHERE
    "t14"."keep" AND "t14"."decided") AS "n",
  SUM("t14"."~rows") FILTER(WHERE
    "t14"."keep" AND "t14"."hit") AS "hits",
  SUM("t14"."~rows") FILTER(WHERE
    "t14"."keep" AND "t14"."waiting") AS "undecided"
FROM (
  SELECT
    "t13"."met",
    "t13"."hit",
    "t13"."decided",
    "t13"."waiting",
    "t13"."~rows",
    "t13"."met" AS "keep"
  FROM (
    SELECT
      "t12"."met",
      "t12"."hit",
      "t12"."decided",
      "t12"."waiting",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t11"."next_day" >= "t11"."first_day", FALSE)
        AND COALESCE(
          (
            (
              (
                CAST((
                  (
                    (
                      EPOCH_US(CAST("t11"."next_day" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US(CAST("t11"."first_day" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) - 2592000
            ) - 86399
          ) <= 0,
          FALSE
        )
        AND TRUE
        AND (
          (
            COALESCE("t11"."next_day" >= "t11"."first_day", FALSE)
            OR COALESCE(
              (
                (
                  (
                    CAST((
                      (
                        (
                          EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 25200000000)) + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT) - CAST((
                      (
                        (
                          EPOCH_US(CAST("t11"."first_day" AS TIMESTAMP(6))) + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT)
                  ) - 2592000
                ) - 86399
              ) >= 0,
              FALSE
            )
          )
          AND TRUE
        ) AS "hit",
        (
          COALESCE("t11"."next_day" >= "t11"."first_day", FALSE)
          OR COALESCE(
            (
              (
                (
                  CAST((
                    (
                      (
                        EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 25200000000)) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT) - CAST((
                    (
                      (
                        EPOCH_US(CAST("t11"."first_day" AS TIMESTAMP(6))) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) - 2592000
              ) - 86399
            ) >= 0,
            FALSE
          )
        )
        AND TRUE AS "decided",
        NOT (
          COALESCE("t11"."next_day" >= "t11"."first_day", FALSE)
          OR COALESCE(
            (
              (
                (
                  CAST((
                    (
                      (
                        EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 25200000000)) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT) - CAST((
                    (
                      (
                        EPOCH_US(CAST("t11"."first_day" AS TIMESTAMP(6))) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) - 2592000
              ) - 86399
            ) >= 0,
            FALSE
          )
        )
        AND TRUE
        AND TRUE AS "waiting"
      FROM (
        SELECT
          "t10"."customer_id",
          "t10"."first_day",
          MIN("t10"."order_date_day") FILTER(WHERE
            "t10"."order_date_day" > "t10"."first_day") AS "next_day"
        FROM (
          SELECT
            *
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
              "t8"."order_date_day",
              "t8"."promised_date_day",
              MIN("t8"."order_date") OVER (
                PARTITION BY "t8"."customer_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "first_at",
              MIN("t8"."order_date_day") OVER (
                PARTITION BY "t8"."customer_id"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "first_day"
            FROM (
              SELECT
                "t7"."order_id",
                "t7"."customer_id",
                "t7"."order_date",
                "t7"."amount",
                "t7"."cost",
                "t7"."expedite_cost",
                "t7"."currency",
                "t7"."status",
                "t7"."channel",
                "t7"."segment",
                "t7"."promised_date",
                "t7"."shipped_date",
                "t7"."delivered_date",
                "t7"."feature_flag",
                "t7"."expedited",
                "t7"."transshipped",
                "t7"."has_error",
                "t7"."window_start",
                "t7"."window_end",
                "t7"."as_of",
                "t7"."window_start_day",
                "t7"."window_end_day",
                "t7"."as_of_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t7"."order_date") + 25200000000) AS DATE) AS "order_date_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t7"."promised_date") + 25200000000) AS DATE) AS "promised_date_day"
              FROM (
                SELECT
                  "t6"."order_id",
                  "t6"."customer_id",
                  "t6"."order_date",
                  CAST(NULL AS DECIMAL(38, 10)) AS "amount",
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
                    "t5"."order_id",
                    "t5"."customer_id",
                    "t5"."order_date"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t3"."order_id",
                        "t3"."customer_id",
                        "t3"."order_date",
                        "t3"."order_id~bad",
                        "t3"."customer_id~bad",
                        "t3"."order_date~bad",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t3"."order_date~bad"
                          OR (
                            "t3"."order_id" IS NULL
                          )
                          OR (
                            "t3"."order_date" IS NULL
                          )
                          OR (
                            "t3"."customer_id" IS NULL
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
                              "t0"."order_id",
                              "t0"."customer_id",
                              COALESCE(
                                "t0"."order_date~instant",
                                MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                              ) AS "order_date",
                              "t0"."order_id~bad",
                              "t0"."customer_id~bad",
                              "t0"."order_date~bad"
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
                    ) AS "t4"
                    WHERE
                      "t4"."~keep"
                  ) AS "t5"
                ) AS "t6"
              ) AS "t7"
            ) AS "t8"
          ) AS "t9"
          WHERE
            "t9"."first_at" >= "t9"."window_start"
            AND (
              (
                "t9"."first_at" < "t9"."window_end"
              )
              OR (
                (
                  "t9"."first_at" = "t9"."as_of"
                ) AND (
                  "t9"."window_end" = "t9"."as_of"
                )
              )
            )
        ) AS "t10"
        GROUP BY
          1,
          2
      ) AS "t11"
    ) AS "t12"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t13"
) AS "t14"
