SELECT
  *
FROM (
  SELECT
    "t9"."~group",
    SUM("t9"."~rows") FILTER(WHERE
      "t9"."k0_met" AND (
        "t9"."k0_fate" = 1
      )) AS "k0_lost_rejected",
    SUM("t9"."~rows") FILTER(WHERE
      "t9"."k0_met" AND (
        "t9"."k0_fate" = 2
      )) AS "k0_lost_missing",
    SUM("t9"."~rows") FILTER(WHERE
      "t9"."k0_met" AND (
        "t9"."k0_fate" = 3
      )) AS "k0_lost_no_target",
    SUM("t9"."~rows") FILTER(WHERE
      "t9"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t8"."~group",
      "t8"."k0_met",
      "t8"."k0_fate",
      "t8"."~rows",
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t7"."~group",
        "t7"."k0_met",
        "t7"."k0_fate",
        COUNT(*) AS "~rows"
      FROM (
        SELECT
          "t6"."~group",
          TRUE AS "k0_met",
          CASE
            WHEN "t6"."order_date~bad"
            THEN 1
            WHEN "t6"."promised_date~bad"
            THEN 1
            WHEN "t6"."delivered_date~bad"
            THEN 1
            WHEN "t6"."order_id" IS NULL
            THEN 2
            WHEN "t6"."order_date" IS NULL
            THEN 2
            WHEN "t6"."promised_date" IS NULL
            THEN 3
            ELSE 0
          END AS "k0_fate"
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
            "t5"."order_id" AS "~group"
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
      ) AS "t7"
      GROUP BY
        1,
        2,
        3
    ) AS "t8"
  ) AS "t9"
  GROUP BY
    1
) AS "t10"
WHERE
  "t10"."k0_met" > 0
LIMIT 1001;

SELECT
  "t17"."~group",
  SUM("t17"."~rows") FILTER(WHERE
    "t17"."keep" AND "t17"."decided") AS "n",
  SUM("t17"."~rows") FILTER(WHERE
    "t17"."keep" AND "t17"."hit") AS "hits",
  SUM("t17"."~rows") FILTER(WHERE
    "t17"."keep" AND "t17"."waiting") AS "undecided"
FROM (
  SELECT
    "t16"."~group",
    "t16"."met",
    "t16"."hit",
    "t16"."decided",
    "t16"."waiting",
    "t16"."~rows",
    "t16"."met" AS "keep"
  FROM (
    SELECT
      "t15"."~group",
      "t15"."met",
      "t15"."hit",
      "t15"."decided",
      "t15"."waiting",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        "t14"."~group",
        TRUE AS "met",
        COALESCE("t14"."delivered" IS NOT NULL, FALSE)
        AND COALESCE(
          (
            (
              (
                CAST((
                  (
                    (
                      EPOCH_US(CAST("t14"."delivered" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US(CAST("t14"."promised" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) - 0
            ) - 86399
          ) <= 0,
          FALSE
        )
        AND COALESCE("t14"."right", FALSE)
        AND (
          (
            COALESCE("t14"."delivered" IS NOT NULL, FALSE)
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
                          EPOCH_US(CAST("t14"."promised" AS TIMESTAMP(6))) + 62135596800000000
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
          COALESCE("t14"."delivered" IS NOT NULL, FALSE)
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
                        EPOCH_US(CAST("t14"."promised" AS TIMESTAMP(6))) + 62135596800000000
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
          COALESCE("t14"."delivered" IS NOT NULL, FALSE)
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
                        EPOCH_US(CAST("t14"."promised" AS TIMESTAMP(6))) + 62135596800000000
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
          "t13"."order_id",
          "t13"."order_date",
          "t13"."promised_date",
          "t13"."delivered_date",
          "t13"."~group",
          "t13"."customer_id",
          "t13"."amount",
          "t13"."cost",
          "t13"."expedite_cost",
          "t13"."currency",
          "t13"."status",
          "t13"."channel",
          "t13"."segment",
          "t13"."shipped_date",
          "t13"."feature_flag",
          "t13"."expedited",
          "t13"."transshipped",
          "t13"."has_error",
          "t13"."window_start",
          "t13"."window_end",
          "t13"."as_of",
          "t13"."window_start_day",
          "t13"."window_end_day",
          "t13"."as_of_day",
          "t13"."order_date_day",
          "t13"."promised_date_day",
          "t13"."right",
          "t13"."unknown"
          AND NOT (
            CAST((
              (
                (
                  EPOCH_US(CAST("t13"."delivered" AS TIMESTAMP(6))) + 62135596800000000
                ) // 1000000
              ) - 62135596800
            ) AS BIGINT) > (
              CAST((
                (
                  (
                    EPOCH_US(CAST("t13"."promised" AS TIMESTAMP(6))) + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT) + 0
            )
          ) AS "unknown",
          "t13"."promised",
          "t13"."delivered"
        FROM (
          SELECT
            "t12"."order_id",
            "t12"."order_date",
            "t12"."promised_date",
            "t12"."delivered_date",
            "t12"."~group",
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
            "t12"."unknown",
            "t12"."promised_date_day" AS "promised",
            "t12"."delivered_date" AS "delivered"
          FROM (
            SELECT
              "t11"."order_id",
              "t11"."order_date",
              "t11"."promised_date",
              "t11"."delivered_date",
              "t11"."~group",
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
              TRUE AS "right",
              FALSE AS "unknown"
            FROM (
              SELECT
                "t10"."order_id",
                "t10"."order_date",
                "t10"."promised_date",
                "t10"."delivered_date",
                "t10"."~group",
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
                CAST(MAKE_TIMESTAMP(EPOCH_US("t10"."order_date") + 25200000000) AS DATE) AS "order_date_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t10"."promised_date") + 25200000000) AS DATE) AS "promised_date_day"
              FROM (
                SELECT
                  "t9"."order_id",
                  "t9"."order_date",
                  "t9"."promised_date",
                  "t9"."delivered_date",
                  "t9"."~group",
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
                    "t8"."order_id",
                    "t8"."order_date",
                    "t8"."promised_date",
                    "t8"."delivered_date",
                    "t8"."~group"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t6"."order_id",
                        "t6"."order_date",
                        "t6"."promised_date",
                        "t6"."delivered_date",
                        "t6"."order_id~bad",
                        "t6"."order_date~bad",
                        "t6"."promised_date~bad",
                        "t6"."delivered_date~bad",
                        "t6"."~group",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t6"."order_date~bad"
                          OR "t6"."promised_date~bad"
                          OR "t6"."delivered_date~bad"
                          OR (
                            "t6"."order_id" IS NULL
                          )
                          OR (
                            "t6"."order_date" IS NULL
                          )
                          OR (
                            "t6"."promised_date" IS NULL
                          )
                        ) AS "~keep"
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
                          "t5"."order_id" AS "~group"
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
                    ) AS "t7"
                    WHERE
                      "t7"."~keep"
                  ) AS "t8"
                ) AS "t9"
              ) AS "t10"
            ) AS "t11"
          ) AS "t12"
        ) AS "t13"
      ) AS "t14"
    ) AS "t15"
    GROUP BY
      1,
      2,
      3,
      4,
      5
  ) AS "t16"
) AS "t17"
GROUP BY
  1
LIMIT 1001
