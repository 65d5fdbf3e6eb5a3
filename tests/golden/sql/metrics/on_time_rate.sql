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
    )) AS "k0_lost_no_target"
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
          WHEN "t5"."promised_date~bad"
          THEN 1
          WHEN "t5"."delivered_date~bad"
          THEN 1
          WHEN "t5"."order_id" IS NULL
          THEN 2
          WHEN "t5"."order_date" IS NULL
          THEN 2
          WHEN "t5"."promised_date" IS NULL
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
              "t2"."order_id",
              "t2"."order_date",
              "t2"."promised_date",
              CASE
                WHEN "t2"."delivered_date" <= MAKE_DATE(2026, 11, 21)
                THEN "t2"."delivered_date"
                ELSE CAST(NULL AS DATE)
              END AS "delivered_date",
              "t2"."order_id~bad",
              "t2"."order_date~bad",
              "t2"."promised_date~bad",
              "t2"."delivered_date~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."order_id",
                  COALESCE(
                    "t0"."order_date~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                  ) AS "order_date",
                  COALESCE(
                    "t0"."promised_date~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."promised_date~local") + -25200000000)
                  ) AS "promised_date",
                  CAST(COALESCE(
                    MAKE_TIMESTAMP(EPOCH_US("t0"."delivered_date~instant") + 25200000000),
                    "t0"."delivered_date~local"
                  ) AS DATE) AS "delivered_date",
                  "t0"."order_id~bad",
                  "t0"."order_date~bad",
                  "t0"."promised_date~bad",
                  "t0"."delivered_date~bad"
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
              "t4"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."order_date" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
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
  SUM("t16"."~rows") FILTER(WHERE
    "t16"."keep" AND "t16"."decided") AS "n",
  SUM("t16"."~rows") FILTER(WHERE
    "t16"."keep" AND "t16"."hit") AS "hits",
  SUM("t16"."~rows") FILTER(WHERE
    "t16"."keep" AND "t16"."waiting") AS "undecided"
FROM (
  SELECT
    "t15"."met",
    "t15"."hit",
    "t15"."decided",
    "t15"."waiting",
    "t15"."~rows",
    "t15"."met" AS "keep"
  FROM (
    SELECT
      "t14"."met",
      "t14"."hit",
      "t14"."decided",
      "t14"."waiting",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t13"."delivered" IS NOT NULL, FALSE)
        AND COALESCE(
          (
            (
              (
                CAST((
                  (
                    (
                      EPOCH_US(CAST("t13"."delivered" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US(CAST("t13"."promised" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) - 0
            ) - 86399
          ) <= 0,
          FALSE
        )
        AND COALESCE("t13"."right", FALSE)
        AND (
          (
            COALESCE("t13"."delivered" IS NOT NULL, FALSE)
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
                          EPOCH_US(CAST("t13"."promised" AS TIMESTAMP(6))) + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT)
                  ) - 0
                ) - 86399
              ) >= 0,
              FALSE
            )
          )
          AND TRUE
        ) AS "hit",
        (
          COALESCE("t13"."delivered" IS NOT NULL, FALSE)
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
                        EPOCH_US(CAST("t13"."promised" AS TIMESTAMP(6))) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) - 0
              ) - 86399
            ) >= 0,
            FALSE
          )
        )
        AND TRUE AS "decided",
        NOT (
          COALESCE("t13"."delivered" IS NOT NULL, FALSE)
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
                        EPOCH_US(CAST("t13"."promised" AS TIMESTAMP(6))) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) - 0
              ) - 86399
            ) >= 0,
            FALSE
          )
        )
        AND TRUE
        AND TRUE AS "waiting"
      FROM (
        SELECT
          "t12"."order_id",
          "t12"."order_date",
          "t12"."promised_date",
          "t12"."delivered_date",
          "t12"."customer_id",
          "t12"."amount",
          "t12"."cost",
          "t12"."expedite_cost",
          "t12"."currency",
          "t12"."status",
          "t12"."channel",
          "t12"."segment",
          "t12"."shipped_date",
          "t12"."feature_flag",
          "t12"."expedited",
          "t12"."transshipped",
          "t12"."has_error",
          "t12"."window_start",
          "t12"."window_end",
          "t12"."as_of",
          "t12"."window_start_day",
          "t12"."window_end_day",
          "t12"."as_of_day",
          "t12"."order_date_day",
          "t12"."promised_date_day",
          "t12"."right",
          "t12"."unknown"
          AND NOT (
            CAST((
              (
                (
                  EPOCH_US(CAST("t12"."delivered" AS TIMESTAMP(6))) + 62135596800000000
                ) // 1000000
              ) - 62135596800
            ) AS BIGINT) > (
              CAST((
                (
                  (
                    EPOCH_US(CAST("t12"."promised" AS TIMESTAMP(6))) + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT) + 0
            )
          ) AS "unknown",
          "t12"."promised",
          "t12"."delivered"
        FROM (
          SELECT
            "t11"."order_id",
            "t11"."order_date",
            "t11"."promised_date",
            "t11"."delivered_date",
            "t11"."customer_id",
            "t11"."amount",
            "t11"."cost",
            "t11"."expedite_cost",
            "t11"."currency",
            "t11"."status",
            "t11"."channel",
            "t11"."segment",
            "t11"."shipped_date",
            "t11"."feature_flag",
            "t11"."expedited",
            "t11"."transshipped",
            "t11"."has_error",
            "t11"."window_start",
            "t11"."window_end",
            "t11"."as_of",
            "t11"."window_start_day",
            "t11"."window_end_day",
            "t11"."as_of_day",
            "t11"."order_date_day",
            "t11"."promised_date_day",
            "t11"."right",
            "t11"."unknown",
            "t11"."promised_date_day" AS "promised",
            "t11"."delivered_date" AS "delivered"
          FROM (
            SELECT
              "t10"."order_id",
              "t10"."order_date",
              "t10"."promised_date",
              "t10"."delivered_date",
              "t10"."customer_id",
              "t10"."amount",
              "t10"."cost",
              "t10"."expedite_cost",
              "t10"."currency",
              "t10"."status",
              "t10"."channel",
              "t10"."segment",
              "t10"."shipped_date",
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
              TRUE AS "right",
              FALSE AS "unknown"
            FROM (
              SELECT
                "t9"."order_id",
                "t9"."order_date",
                "t9"."promised_date",
                "t9"."delivered_date",
                "t9"."customer_id",
                "t9"."amount",
                "t9"."cost",
                "t9"."expedite_cost",
                "t9"."currency",
                "t9"."status",
                "t9"."channel",
                "t9"."segment",
                "t9"."shipped_date",
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
                CAST(MAKE_TIMESTAMP(EPOCH_US("t9"."order_date") + 25200000000) AS DATE) AS "order_date_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t9"."promised_date") + 25200000000) AS DATE) AS "promised_date_day"
              FROM (
                SELECT
                  "t8"."order_id",
                  "t8"."order_date",
                  "t8"."promised_date",
                  "t8"."delivered_date",
                  CAST(NULL AS TEXT) AS "customer_id",
                  CAST(NULL AS DECIMAL(38, 10)) AS "amount",
                  CAST(NULL AS DECIMAL(38, 10)) AS "cost",
                  CAST(NULL AS DECIMAL(38, 10)) AS "expedite_cost",
                  CAST(NULL AS TEXT) AS "currency",
                  CAST(NULL AS TEXT) AS "status",
                  CAST(NULL AS TEXT) AS "channel",
                  CAST(NULL AS TEXT) AS "segment",
                  CAST(NULL AS DATE) AS "shipped_date",
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
                    "t7"."promised_date",
                    "t7"."delivered_date"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t5"."order_id",
                        "t5"."order_date",
                        "t5"."promised_date",
                        "t5"."delivered_date",
                        "t5"."order_id~bad",
                        "t5"."order_date~bad",
                        "t5"."promised_date~bad",
                        "t5"."delivered_date~bad",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t5"."order_date~bad"
                          OR "t5"."promised_date~bad"
                          OR "t5"."delivered_date~bad"
                          OR (
                            "t5"."order_id" IS NULL
                          )
                          OR (
                            "t5"."order_date" IS NULL
                          )
                          OR (
                            "t5"."promised_date" IS NULL
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
                              "t2"."order_date",
                              "t2"."promised_date",
                              CASE
                                WHEN "t2"."delivered_date" <= MAKE_DATE(2026, 11, 21)
                                THEN "t2"."delivered_date"
                                ELSE CAST(NULL AS DATE)
                              END AS "delivered_date",
                              "t2"."order_id~bad",
                              "t2"."order_date~bad",
                              "t2"."promised_date~bad",
                              "t2"."delivered_date~bad"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t0"."order_id",
                                  COALESCE(
                                    "t0"."order_date~instant",
                                    MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                                  ) AS "order_date",
                                  COALESCE(
                                    "t0"."promised_date~instant",
                                    MAKE_TIMESTAMP(EPOCH_US("t0"."promised_date~local") + -25200000000)
                                  ) AS "promised_date",
                                  CAST(COALESCE(
                                    MAKE_TIMESTAMP(EPOCH_US("t0"."delivered_date~instant") + 25200000000),
                                    "t0"."delivered_date~local"
                                  ) AS DATE) AS "delivered_date",
                                  "t0"."order_id~bad",
                                  "t0"."order_date~bad",
                                  "t0"."promised_date~bad",
                                  "t0"."delivered_date~bad"
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
                              "t4"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                            )
                            AND (
                              "t4"."order_date" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
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
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t15"
) AS "t16"
