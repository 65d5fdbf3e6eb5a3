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
          WHEN "t5"."ordered_qty~bad"
          THEN 1
          WHEN "t5"."delivered_date~bad"
          THEN 1
          WHEN "t5"."delivered_qty~bad"
          THEN 1
          WHEN "t5"."order_id" IS NULL
          THEN 2
          WHEN "t5"."sku" IS NULL
          THEN 2
          WHEN "t5"."order_date" IS NULL
          THEN 2
          WHEN "t5"."promised_date" IS NULL
          THEN 3
          WHEN "t5"."ordered_qty" IS NULL
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
              "t2"."sku",
              "t2"."order_date",
              "t2"."ordered_qty",
              "t2"."delivered_qty",
              "t2"."promised_date",
              CASE
                WHEN "t2"."delivered_date" <= MAKE_DATE(2026, 11, 21)
                THEN "t2"."delivered_date"
                ELSE CAST(NULL AS DATE)
              END AS "delivered_date",
              "t2"."order_id~bad",
              "t2"."sku~bad",
              "t2"."order_date~bad",
              "t2"."ordered_qty~bad",
              "t2"."delivered_qty~bad",
              "t2"."promised_date~bad",
              "t2"."delivered_date~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."order_id",
                  "t0"."sku",
                  COALESCE(
                    "t0"."order_date~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                  ) AS "order_date",
                  "t0"."ordered_qty",
                  "t0"."delivered_qty",
                  COALESCE(
                    "t0"."promised_date~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."promised_date~local") + -25200000000)
                  ) AS "promised_date",
                  CAST(COALESCE(
                    MAKE_TIMESTAMP(EPOCH_US("t0"."delivered_date~instant") + 25200000000),
                    "t0"."delivered_date~local"
                  ) AS DATE) AS "delivered_date",
                  "t0"."order_id~bad",
                  "t0"."sku~bad",
                  "t0"."order_date~bad",
                  "t0"."ordered_qty~bad",
                  "t0"."delivered_qty~bad",
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
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND "t18"."decided") AS "n",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND "t18"."hit") AS "hits",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND "t18"."waiting") AS "undecided",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."lost_out_missing") AS "out_missing"
FROM (
  SELECT
    "t17"."met",
    "t17"."hit",
    "t17"."decided",
    "t17"."waiting",
    "t17"."out_missing",
    "t17"."~rows",
    "t17"."met" AND NOT (
      "t17"."out_missing"
    ) AS "keep",
    "t17"."met" AND "t17"."out_missing" AS "lost_out_missing"
  FROM (
    SELECT
      "t16"."met",
      "t16"."hit",
      "t16"."decided",
      "t16"."waiting",
      "t16"."out_missing",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t15"."delivered" IS NOT NULL, FALSE)
        AND COALESCE(
          (
            (
              (
                CAST((
                  (
                    (
                      EPOCH_US(CAST("t15"."delivered" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US(CAST("t15"."promised" AS TIMESTAMP(6))) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) - 0
            ) - 86399
          ) <= 0,
          FALSE
        )
        AND COALESCE("t15"."right", FALSE)
        AND (
          (
            COALESCE("t15"."delivered" IS NOT NULL, FALSE)
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
                          EPOCH_US(CAST("t15"."promised" AS TIMESTAMP(6))) + 62135596800000000
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
          COALESCE("t15"."delivered" IS NOT NULL, FALSE)
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
                        EPOCH_US(CAST("t15"."promised" AS TIMESTAMP(6))) + 62135596800000000
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
          COALESCE("t15"."delivered" IS NOT NULL, FALSE)
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
                        EPOCH_US(CAST("t15"."promised" AS TIMESTAMP(6))) + 62135596800000000
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
        AND TRUE AS "waiting",
        COALESCE(TRUE AND COALESCE("t15"."unknown", FALSE), FALSE) AS "out_missing"
      FROM (
        SELECT
          "t14"."order_id",
          "t14"."failed",
          "t14"."waits",
          "t14"."unsure",
          "t14"."last",
          "t14"."next",
          "t14"."due",
          COALESCE("t14"."next", "t14"."due") AS "promised",
          CASE
            WHEN (
              "t14"."failed" > 0
            ) OR (
              "t14"."waits" = 0
            )
            THEN "t14"."last"
            ELSE CAST(NULL AS DATE)
          END AS "delivered",
          "t14"."failed" = 0 AS "right",
          (
            "t14"."unsure" > 0
          )
          AND (
            (
              "t14"."failed" > 0
            ) OR (
              "t14"."waits" = 0
            )
          )
          AND (
            "t14"."failed" = 0
          ) AS "unknown"
        FROM (
          SELECT
            "t13"."order_id",
            COUNT(*) FILTER(WHERE
              "t13"."failed") AS "failed",
            COUNT(*) FILTER(WHERE
              "t13"."waits") AS "waits",
            COUNT(*) FILTER(WHERE
              "t13"."unknown") AS "unsure",
            MAX("t13"."delivered") AS "last",
            MIN("t13"."promised") FILTER(WHERE
              "t13"."waits") AS "next",
            MAX("t13"."promised") AS "due"
          FROM (
            SELECT
              "t12"."order_id",
              "t12"."sku",
              "t12"."order_date",
              "t12"."ordered_qty",
              "t12"."delivered_qty",
              "t12"."promised_date",
              "t12"."delivered_date",
              "t12"."returned_qty",
              "t12"."defective_qty",
              "t12"."claimed_qty",
              "t12"."short",
              "t12"."substituted",
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
              "t12"."promised",
              "t12"."delivered",
              (
                "t12"."delivered" IS NOT NULL
              )
              AND (
                (
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
                )
                OR NOT (
                  COALESCE("t12"."right", TRUE)
                )
              ) AS "failed",
              NOT (
                "t12"."delivered" IS NOT NULL
              ) AS "waits"
            FROM (
              SELECT
                "t11"."order_id",
                "t11"."sku",
                "t11"."order_date",
                "t11"."ordered_qty",
                "t11"."delivered_qty",
                "t11"."promised_date",
                "t11"."delivered_date",
                "t11"."returned_qty",
                "t11"."defective_qty",
                "t11"."claimed_qty",
                "t11"."short",
                "t11"."substituted",
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
                  "t10"."sku",
                  "t10"."order_date",
                  "t10"."ordered_qty",
                  "t10"."delivered_qty",
                  "t10"."promised_date",
                  "t10"."delivered_date",
                  "t10"."returned_qty",
                  "t10"."defective_qty",
                  "t10"."claimed_qty",
                  "t10"."short",
                  "t10"."substituted",
                  "t10"."window_start",
                  "t10"."window_end",
                  "t10"."as_of",
                  "t10"."window_start_day",
                  "t10"."window_end_day",
                  "t10"."as_of_day",
                  "t10"."order_date_day",
                  "t10"."promised_date_day",
                  "t10"."delivered_qty" >= "t10"."ordered_qty" AS "right",
                  (
                    (
                      "t10"."delivered_qty" >= "t10"."ordered_qty"
                    ) IS NULL
                  )
                  AND (
                    "t10"."delivered_date" IS NOT NULL
                  ) AS "unknown"
                FROM (
                  SELECT
                    "t9"."order_id",
                    "t9"."sku",
                    "t9"."order_date",
                    "t9"."ordered_qty",
                    "t9"."delivered_qty",
                    "t9"."promised_date",
                    "t9"."delivered_date",
                    "t9"."returned_qty",
                    "t9"."defective_qty",
                    "t9"."claimed_qty",
                    "t9"."short",
                    "t9"."substituted",
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
                      "t8"."sku",
                      "t8"."order_date",
                      "t8"."ordered_qty",
                      "t8"."delivered_qty",
                      "t8"."promised_date",
                      "t8"."delivered_date",
                      CAST(NULL AS DECIMAL(38, 10)) AS "returned_qty",
                      CAST(NULL AS DECIMAL(38, 10)) AS "defective_qty",
                      CAST(NULL AS DECIMAL(38, 10)) AS "claimed_qty",
                      CAST(NULL AS BOOLEAN) AS "short",
                      CAST(NULL AS BOOLEAN) AS "substituted",
                      MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                      MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                      MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                      MAKE_DATE(2026, 10, 1) AS "window_start_day",
                      MAKE_DATE(2026, 11, 21) AS "window_end_day",
                      MAKE_DATE(2026, 11, 21) AS "as_of_day"
                    FROM (
                      SELECT
                        "t7"."order_id",
                        "t7"."sku",
                        "t7"."order_date",
                        "t7"."ordered_qty",
                        "t7"."delivered_qty",
                        "t7"."promised_date",
                        "t7"."delivered_date"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t5"."order_id",
                            "t5"."sku",
                            "t5"."order_date",
                            "t5"."ordered_qty",
                            "t5"."delivered_qty",
                            "t5"."promised_date",
                            "t5"."delivered_date",
                            "t5"."order_id~bad",
                            "t5"."sku~bad",
                            "t5"."order_date~bad",
                            "t5"."ordered_qty~bad",
                            "t5"."delivered_qty~bad",
                            "t5"."promised_date~bad",
                            "t5"."delivered_date~bad",
                            TRUE
                            AND NOT (
                              FALSE
                              OR "t5"."order_date~bad"
                              OR "t5"."promised_date~bad"
                              OR "t5"."ordered_qty~bad"
                              OR "t5"."delivered_date~bad"
                              OR "t5"."delivered_qty~bad"
                              OR (
                                "t5"."order_id" IS NULL
                              )
                              OR (
                                "t5"."sku" IS NULL
                              )
                              OR (
                                "t5"."order_date" IS NULL
                              )
                              OR (
                                "t5"."promised_date" IS NULL
                              )
                              OR (
                                "t5"."ordered_qty" IS NULL
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
                                  "t2"."sku",
                                  "t2"."order_date",
                                  "t2"."ordered_qty",
                                  "t2"."delivered_qty",
                                  "t2"."promised_date",
                                  CASE
                                    WHEN "t2"."delivered_date" <= MAKE_DATE(2026, 11, 21)
                                    THEN "t2"."delivered_date"
                                    ELSE CAST(NULL AS DATE)
                                  END AS "delivered_date",
                                  "t2"."order_id~bad",
                                  "t2"."sku~bad",
                                  "t2"."order_date~bad",
                                  "t2"."ordered_qty~bad",
                                  "t2"."delivered_qty~bad",
                                  "t2"."promised_date~bad",
                                  "t2"."delivered_date~bad"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t0"."order_id",
                                      "t0"."sku",
                                      COALESCE(
                                        "t0"."order_date~instant",
                                        MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
                                      ) AS "order_date",
                                      "t0"."ordered_qty",
                                      "t0"."delivered_qty",
                                      COALESCE(
                                        "t0"."promised_date~instant",
                                        MAKE_TIMESTAMP(EPOCH_US("t0"."promised_date~local") + -25200000000)
                                      ) AS "promised_date",
                                      CAST(COALESCE(
                                        MAKE_TIMESTAMP(EPOCH_US("t0"."delivered_date~instant") + 25200000000),
                                        "t0"."delivered_date~local"
                                      ) AS DATE) AS "delivered_date",
                                      "t0"."order_id~bad",
                                      "t0"."sku~bad",
                                      "t0"."order_date~bad",
                                      "t0"."ordered_qty~bad",
                                      "t0"."delivered_qty~bad",
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
          GROUP BY
            1
        ) AS "t14"
      ) AS "t15"
    ) AS "t16"
    GROUP BY
      1,
      2,
      3,
      4,
      5
  ) AS "t17"
) AS "t18"
