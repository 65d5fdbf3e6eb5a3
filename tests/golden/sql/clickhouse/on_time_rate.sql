SELECT
  *
FROM (
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
    )) AS "k0_lost_no_target",
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
            WHEN "t6"."promised_date~bad"
            THEN 1
            WHEN "t6"."delivered_date~bad"
            THEN 1
            WHEN isNull("t6"."order_id")
            THEN 2
            WHEN isNull("t6"."order_date")
            THEN 2
            WHEN isNull("t6"."promised_date")
            THEN 3
            ELSE 0
          END AS "k0_fate"
        FROM (
          SELECT
            "t5"."order_id" AS "order_id",
            "t5"."order_date" AS "order_date",
            "t5"."promised_date" AS "promised_date",
            "t5"."delivered_date" AS "delivered_date",
            "t5"."order_id~bad" AS "order_id~bad",
            "t5"."order_date~bad" AS "order_date~bad",
            "t5"."promised_date~bad" AS "promised_date~bad",
            "t5"."delivered_date~bad" AS "delivered_date~bad",
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
                  "t2"."order_date" AS "order_date",
                  "t2"."promised_date" AS "promised_date",
                  CASE
                    WHEN "t2"."delivered_date" <= toDate('2026-11-21')
                    THEN "t2"."delivered_date"
                    ELSE CAST(NULL AS Nullable(DATE))
                  END AS "delivered_date",
                  "t2"."order_id~bad" AS "order_id~bad",
                  "t2"."order_date~bad" AS "order_date~bad",
                  "t2"."promised_date~bad" AS "promised_date~bad",
                  "t2"."delivered_date~bad" AS "delivered_date~bad"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t0"."order_id" AS "order_id",
                      COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                      COALESCE(
                        "t0"."promised_date~instant",
                        "t0"."promised_date~local" + INTERVAL '-25200' SECOND
                      ) AS "promised_date",
                      toDate(
                        COALESCE(
                          "t0"."delivered_date~instant" + INTERVAL '25200' SECOND,
                          "t0"."delivered_date~local"
                        )
                      ) AS "delivered_date",
                      "t0"."order_id~bad" AS "order_id~bad",
                      "t0"."order_date~bad" AS "order_date~bad",
                      "t0"."promised_date~bad" AS "promised_date~bad",
                      "t0"."delivered_date~bad" AS "delivered_date~bad"
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
                  "t4"."order_date" < parseDateTimeBestEffort('2026-12-31T17:00:00')
                )
                AND (
                  "t4"."order_date" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
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
    "t9"."~group"
) AS "t10"
WHERE
  "t10"."k0_met" > 0
LIMIT 1001;

SELECT
  "t17"."~group" AS "~group",
  sumIf("t17"."~rows", "t17"."keep" AND "t17"."decided") AS "n",
  sumIf("t17"."~rows", "t17"."keep" AND "t17"."hit") AS "hits",
  sumIf("t17"."~rows", "t17"."keep" AND "t17"."waiting") AS "undecided"
FROM (
  SELECT
    "t16"."~group" AS "~group",
    "t16"."met" AS "met",
    "t16"."hit" AS "hit",
    "t16"."decided" AS "decided",
    "t16"."waiting" AS "waiting",
    "t16"."~rows" AS "~rows",
    "t16"."met" AS "keep"
  FROM (
    SELECT
      "t15"."~group" AS "~group",
      "t15"."met" AS "met",
      "t15"."hit" AS "hit",
      "t15"."decided" AS "decided",
      "t15"."waiting" AS "waiting",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        "t14"."~group" AS "~group",
        TRUE AS "met",
        COALESCE(isNotNull("t14"."delivered"), FALSE)
        AND COALESCE(
          (
            (
              (
                CAST(toRelativeSecondNum(
                  dateTrunc('SECOND', toDateTime64(CAST("t14"."delivered" AS Nullable(DateTime64(6))), 6))
                ) AS Nullable(Int64)) - CAST(toRelativeSecondNum(
                  dateTrunc('SECOND', toDateTime64(CAST("t14"."promised" AS Nullable(DateTime64(6))), 6))
                ) AS Nullable(Int64))
              ) - 0
            ) - 86399
          ) <= 0,
          FALSE
        )
        AND COALESCE("t14"."right", FALSE)
        AND (
          (
            COALESCE(isNotNull("t14"."delivered"), FALSE)
            OR COALESCE(
              (
                (
                  (
                    CAST(toRelativeSecondNum(
                      dateTrunc(
                        'SECOND',
                        toDateTime64(parseDateTimeBestEffort('2026-11-21T02:00:00') + INTERVAL '25200' SECOND, 6)
                      )
                    ) AS Nullable(Int64)) - CAST(toRelativeSecondNum(
                      dateTrunc('SECOND', toDateTime64(CAST("t14"."promised" AS Nullable(DateTime64(6))), 6))
                    ) AS Nullable(Int64))
                  ) - 0
                ) - 86399
              ) >= 0,
              FALSE
            )
          )
          AND TRUE
        ) AS "hit",
        (
          COALESCE(isNotNull("t14"."delivered"), FALSE)
          OR COALESCE(
            (
              (
                (
                  CAST(toRelativeSecondNum(
                    dateTrunc(
                      'SECOND',
                      toDateTime64(parseDateTimeBestEffort('2026-11-21T02:00:00') + INTERVAL '25200' SECOND, 6)
                    )
                  ) AS Nullable(Int64)) - CAST(toRelativeSecondNum(
                    dateTrunc('SECOND', toDateTime64(CAST("t14"."promised" AS Nullable(DateTime64(6))), 6))
                  ) AS Nullable(Int64))
                ) - 0
              ) - 86399
            ) >= 0,
            FALSE
          )
        )
        AND TRUE AS "decided",
        NOT (
          COALESCE(isNotNull("t14"."delivered"), FALSE)
          OR COALESCE(
            (
              (
                (
                  CAST(toRelativeSecondNum(
                    dateTrunc(
                      'SECOND',
                      toDateTime64(parseDateTimeBestEffort('2026-11-21T02:00:00') + INTERVAL '25200' SECOND, 6)
                    )
                  ) AS Nullable(Int64)) - CAST(toRelativeSecondNum(
                    dateTrunc('SECOND', toDateTime64(CAST("t14"."promised" AS Nullable(DateTime64(6))), 6))
                  ) AS Nullable(Int64))
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
          "t13"."order_id" AS "order_id",
          "t13"."order_date" AS "order_date",
          "t13"."promised_date" AS "promised_date",
          "t13"."delivered_date" AS "delivered_date",
          "t13"."~group" AS "~group",
          "t13"."customer_id" AS "customer_id",
          "t13"."amount" AS "amount",
          "t13"."cost" AS "cost",
          "t13"."expedite_cost" AS "expedite_cost",
          "t13"."currency" AS "currency",
          "t13"."status" AS "status",
          "t13"."channel" AS "channel",
          "t13"."segment" AS "segment",
          "t13"."shipped_date" AS "shipped_date",
          "t13"."feature_flag" AS "feature_flag",
          "t13"."expedited" AS "expedited",
          "t13"."transshipped" AS "transshipped",
          "t13"."has_error" AS "has_error",
          "t13"."window_start" AS "window_start",
          "t13"."window_end" AS "window_end",
          "t13"."as_of" AS "as_of",
          "t13"."window_start_day" AS "window_start_day",
          "t13"."window_end_day" AS "window_end_day",
          "t13"."as_of_day" AS "as_of_day",
          "t13"."order_date_day" AS "order_date_day",
          "t13"."promised_date_day" AS "promised_date_day",
          "t13"."right" AS "right",
          "t13"."unknown"
          AND NOT (
            CAST(toRelativeSecondNum(
              dateTrunc('SECOND', toDateTime64(CAST("t13"."delivered" AS Nullable(DateTime64(6))), 6))
            ) AS Nullable(Int64)) > (
              CAST(toRelativeSecondNum(
                dateTrunc('SECOND', toDateTime64(CAST("t13"."promised" AS Nullable(DateTime64(6))), 6))
              ) AS Nullable(Int64)) + 0
            )
          ) AS "unknown",
          "t13"."promised" AS "promised",
          "t13"."delivered" AS "delivered"
        FROM (
          SELECT
            "t12"."order_id" AS "order_id",
            "t12"."order_date" AS "order_date",
            "t12"."promised_date" AS "promised_date",
            "t12"."delivered_date" AS "delivered_date",
            "t12"."~group" AS "~group",
            "t12"."customer_id" AS "customer_id",
            "t12"."amount" AS "amount",
            "t12"."cost" AS "cost",
            "t12"."expedite_cost" AS "expedite_cost",
            "t12"."currency" AS "currency",
            "t12"."status" AS "status",
            "t12"."channel" AS "channel",
            "t12"."segment" AS "segment",
            "t12"."shipped_date" AS "shipped_date",
            "t12"."feature_flag" AS "feature_flag",
            "t12"."expedited" AS "expedited",
            "t12"."transshipped" AS "transshipped",
            "t12"."has_error" AS "has_error",
            "t12"."window_start" AS "window_start",
            "t12"."window_end" AS "window_end",
            "t12"."as_of" AS "as_of",
            "t12"."window_start_day" AS "window_start_day",
            "t12"."window_end_day" AS "window_end_day",
            "t12"."as_of_day" AS "as_of_day",
            "t12"."order_date_day" AS "order_date_day",
            "t12"."promised_date_day" AS "promised_date_day",
            "t12"."right" AS "right",
            "t12"."unknown" AS "unknown",
            "t12"."promised_date_day" AS "promised",
            "t12"."delivered_date" AS "delivered"
          FROM (
            SELECT
              "t11"."order_id" AS "order_id",
              "t11"."order_date" AS "order_date",
              "t11"."promised_date" AS "promised_date",
              "t11"."delivered_date" AS "delivered_date",
              "t11"."~group" AS "~group",
              "t11"."customer_id" AS "customer_id",
              "t11"."amount" AS "amount",
              "t11"."cost" AS "cost",
              "t11"."expedite_cost" AS "expedite_cost",
              "t11"."currency" AS "currency",
              "t11"."status" AS "status",
              "t11"."channel" AS "channel",
              "t11"."segment" AS "segment",
              "t11"."shipped_date" AS "shipped_date",
              "t11"."feature_flag" AS "feature_flag",
              "t11"."expedited" AS "expedited",
              "t11"."transshipped" AS "transshipped",
              "t11"."has_error" AS "has_error",
              "t11"."window_start" AS "window_start",
              "t11"."window_end" AS "window_end",
              "t11"."as_of" AS "as_of",
              "t11"."window_start_day" AS "window_start_day",
              "t11"."window_end_day" AS "window_end_day",
              "t11"."as_of_day" AS "as_of_day",
              "t11"."order_date_day" AS "order_date_day",
              "t11"."promised_date_day" AS "promised_date_day",
              TRUE AS "right",
              FALSE AS "unknown"
            FROM (
              SELECT
                "t10"."order_id" AS "order_id",
                "t10"."order_date" AS "order_date",
                "t10"."promised_date" AS "promised_date",
                "t10"."delivered_date" AS "delivered_date",
                "t10"."~group" AS "~group",
                "t10"."customer_id" AS "customer_id",
                "t10"."amount" AS "amount",
                "t10"."cost" AS "cost",
                "t10"."expedite_cost" AS "expedite_cost",
                "t10"."currency" AS "currency",
                "t10"."status" AS "status",
                "t10"."channel" AS "channel",
                "t10"."segment" AS "segment",
                "t10"."shipped_date" AS "shipped_date",
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
                  "t9"."promised_date" AS "promised_date",
                  "t9"."delivered_date" AS "delivered_date",
                  "t9"."~group" AS "~group",
                  CAST(NULL AS Nullable(String)) AS "customer_id",
                  CAST(NULL AS Nullable(Decimal(38, 10))) AS "amount",
                  CAST(NULL AS Nullable(Decimal(38, 10))) AS "cost",
                  CAST(NULL AS Nullable(Decimal(38, 10))) AS "expedite_cost",
                  CAST(NULL AS Nullable(String)) AS "currency",
                  CAST(NULL AS Nullable(String)) AS "status",
                  CAST(NULL AS Nullable(String)) AS "channel",
                  CAST(NULL AS Nullable(String)) AS "segment",
                  CAST(NULL AS Nullable(DATE)) AS "shipped_date",
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
                    "t8"."promised_date" AS "promised_date",
                    "t8"."delivered_date" AS "delivered_date",
                    "t8"."~group" AS "~group"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t6"."order_id" AS "order_id",
                        "t6"."order_date" AS "order_date",
                        "t6"."promised_date" AS "promised_date",
                        "t6"."delivered_date" AS "delivered_date",
                        "t6"."order_id~bad" AS "order_id~bad",
                        "t6"."order_date~bad" AS "order_date~bad",
                        "t6"."promised_date~bad" AS "promised_date~bad",
                        "t6"."delivered_date~bad" AS "delivered_date~bad",
                        "t6"."~group" AS "~group",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t6"."order_date~bad"
                          OR "t6"."promised_date~bad"
                          OR "t6"."delivered_date~bad"
                          OR isNull("t6"."order_id")
                          OR isNull("t6"."order_date")
                          OR isNull("t6"."promised_date")
                        ) AS "~keep"
                      FROM (
                        SELECT
                          "t5"."order_id" AS "order_id",
                          "t5"."order_date" AS "order_date",
                          "t5"."promised_date" AS "promised_date",
                          "t5"."delivered_date" AS "delivered_date",
                          "t5"."order_id~bad" AS "order_id~bad",
                          "t5"."order_date~bad" AS "order_date~bad",
                          "t5"."promised_date~bad" AS "promised_date~bad",
                          "t5"."delivered_date~bad" AS "delivered_date~bad",
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
                                "t2"."order_date" AS "order_date",
                                "t2"."promised_date" AS "promised_date",
                                CASE
                                  WHEN "t2"."delivered_date" <= toDate('2026-11-21')
                                  THEN "t2"."delivered_date"
                                  ELSE CAST(NULL AS Nullable(DATE))
                                END AS "delivered_date",
                                "t2"."order_id~bad" AS "order_id~bad",
                                "t2"."order_date~bad" AS "order_date~bad",
                                "t2"."promised_date~bad" AS "promised_date~bad",
                                "t2"."delivered_date~bad" AS "delivered_date~bad"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t0"."order_id" AS "order_id",
                                    COALESCE("t0"."order_date~instant", "t0"."order_date~local" + INTERVAL '-25200' SECOND) AS "order_date",
                                    COALESCE(
                                      "t0"."promised_date~instant",
                                      "t0"."promised_date~local" + INTERVAL '-25200' SECOND
                                    ) AS "promised_date",
                                    toDate(
                                      COALESCE(
                                        "t0"."delivered_date~instant" + INTERVAL '25200' SECOND,
                                        "t0"."delivered_date~local"
                                      )
                                    ) AS "delivered_date",
                                    "t0"."order_id~bad" AS "order_id~bad",
                                    "t0"."order_date~bad" AS "order_date~bad",
                                    "t0"."promised_date~bad" AS "promised_date~bad",
                                    "t0"."delivered_date~bad" AS "delivered_date~bad"
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
                                "t4"."order_date" < parseDateTimeBestEffort('2026-12-31T17:00:00')
                              )
                              AND (
                                "t4"."order_date" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
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
          ) AS "t12"
        ) AS "t13"
      ) AS "t14"
    ) AS "t15"
    GROUP BY
      "t15"."~group",
      "t15"."met",
      "t15"."hit",
      "t15"."decided",
      "t15"."waiting"
  ) AS "t16"
) AS "t17"
GROUP BY
  "t17"."~group"
LIMIT 1001
