SELECT
  SUM("t6"."~rows") FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t6"."~rows") FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing"
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
          WHEN "t3"."at~bad"
          THEN 1
          WHEN "t3"."public~bad"
          THEN 1
          WHEN "t3"."ticket_id" IS NULL
          THEN 2
          WHEN "t3"."at" IS NULL
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
              "t0"."ticket_id",
              COALESCE("t0"."at~instant", MAKE_TIMESTAMP(EPOCH_US("t0"."at~local") + -25200000000)) AS "at",
              "t0"."author_role",
              "t0"."public",
              "t0"."ticket_id~bad",
              "t0"."at~bad",
              "t0"."author_role~bad",
              "t0"."public~bad"
            FROM "typed" AS "t0"
          ) AS "t1"
          WHERE
            (
              "t1"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            OR (
              "t1"."at" IS NULL
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
  SUM("t19"."~rows") FILTER(WHERE
    "t19"."keep" AND "t19"."open") AS "open",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        "t19"."rank" <= (
          CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        )
      )
      AND (
        (
          CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        ) < (
          "t19"."rank" + "t19"."~rows"
        )
      )
    )) AS "low",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        "t19"."rank" <= (
          "t19"."size" - CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        )
      )
      AND (
        (
          "t19"."size" - CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        ) < (
          "t19"."rank" + "t19"."~rows"
        )
      )
    )) AS "high",
  SUM(
    CAST("t19"."took" AS DECIMAL(38, 0)) * CAST("t19"."took" AS DECIMAL(38, 0)) * "t19"."~rows"
  ) FILTER(WHERE
    "t19"."keep") AS "squares",
  MIN("t19"."stayed") FILTER(WHERE
    "t19"."keep" AND (
      "t19"."lived" <= -0.6931471795599453
    )) AS "km",
  SUM("t19"."~rows") FILTER(WHERE
    "t19"."keep" AND (
      "t19"."took" IS NOT NULL
    )) AS "n",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        (
          "t19"."rank" * 100
        ) <= (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t19"."rank" + "t19"."~rows"
          ) * 100
        ) > (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
    )) AS "at",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        (
          (
            (
              "t19"."rank" + "t19"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t19"."rank" - 1
          ) * 100
        ) <= (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
    )) AS "next",
  SUM("t19"."took" * "t19"."~rows") FILTER(WHERE
    "t19"."keep") AS "sum",
  SUM("t19"."~rows") FILTER(WHERE
    "t19"."lost_out_negative") AS "out_negative"
FROM (
  SELECT
    "t18"."met",
    "t18"."took",
    "t18"."lasted",
    "t18"."out_negative",
    "t18"."open",
    "t18"."~rows",
    "t18"."keep",
    "t18"."lost_out_negative",
    "t18"."rank",
    "t18"."size",
    "t18"."stayed",
    "t18"."line",
    "t18"."risk",
    SUM(
      CASE
        WHEN "t18"."keep" AND NOT (
          "t18"."open"
        )
        THEN LN(
          GREATEST(
            (
              CAST("t18"."risk" - "t18"."line" AS DOUBLE) - "t18"."~rows"
            ) / GREATEST(CAST("t18"."risk" - "t18"."line" AS DOUBLE), 1.0),
            1e-300
          )
        )
        ELSE 0.0
      END
    ) OVER (ORDER BY "t18"."line" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "lived"
  FROM (
    SELECT
      "t17"."met",
      "t17"."took",
      "t17"."lasted",
      "t17"."out_negative",
      "t17"."open",
      "t17"."~rows",
      "t17"."keep",
      "t17"."lost_out_negative",
      SUM("t17"."~rows") OVER (
        ORDER BY CASE WHEN "t17"."keep" THEN "t17"."took" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t17"."~rows" AS "rank",
      SUM("t17"."~rows") FILTER(WHERE
        CASE WHEN "t17"."keep" THEN "t17"."took" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size",
      CASE WHEN "t17"."keep" THEN "t17"."lasted" ELSE CAST(NULL AS BIGINT) END AS "stayed",
      SUM("t17"."~rows") OVER (
        ORDER BY CASE WHEN "t17"."keep" THEN "t17"."lasted" ELSE CAST(NULL AS BIGINT) END ASC, "t17"."open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t17"."~rows" AS "line",
      SUM("t17"."~rows") FILTER(WHERE
        CASE WHEN "t17"."keep" THEN "t17"."lasted" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "risk"
    FROM (
      SELECT
        "t16"."met",
        "t16"."took",
        "t16"."lasted",
        "t16"."out_negative",
        "t16"."open",
        "t16"."~rows",
        "t16"."met" AND NOT (
          "t16"."out_negative"
        ) AS "keep",
        "t16"."met" AND "t16"."out_negative" AS "lost_out_negative"
      FROM (
        SELECT
          "t15"."met",
          "t15"."took",
          "t15"."lasted",
          "t15"."out_negative",
          "t15"."open",
          COUNT(*) AS "~rows"
        FROM (
          SELECT
            TRUE AS "met",
            (
              CAST((
                (
                  (
                    EPOCH_US("t14"."first_response_at") + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT) - CAST((
                (
                  (
                    EPOCH_US("t14"."created_at") + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT)
            ) + 0 AS "took",
            COALESCE(
              (
                CAST((
                  (
                    (
                      EPOCH_US("t14"."first_response_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US("t14"."created_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) + 0,
              (
                CAST((
                  (
                    (
                      EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US("t14"."created_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) + 0
            ) AS "lasted",
            COALESCE("t14"."first_response_at" < "t14"."created_at", FALSE) AND TRUE AS "out_negative",
            (
              "t14"."first_response_at" IS NULL
            ) AND TRUE AS "open"
          FROM (
            SELECT
              "t13"."ticket_id",
              "t13"."created_at",
              "t13"."first_response_at",
              "t13"."requester_id",
              "t13"."assignee_id",
              "t13"."first_resolved_at",
              "t13"."resolved_at",
              "t13"."reopened_at",
              "t13"."updated_at",
              "t13"."due_at",
              "t13"."status",
              "t13"."priority",
              "t13"."channel",
              "t13"."category",
              "t13"."is_complaint",
              "t13"."customer_replies",
              "t13"."transfers",
              "t13"."severity",
              "t13"."compensation",
              "t13"."cost",
              "t13"."window_start",
              "t13"."window_end",
              "t13"."as_of",
              "t13"."window_start_day",
              "t13"."window_end_day",
              "t13"."as_of_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t13"."created_at") + 25200000000) AS DATE) AS "created_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t13"."first_response_at") + 25200000000) AS DATE) AS "first_response_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t13"."first_resolved_at") + 25200000000) AS DATE) AS "first_resolved_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t13"."resolved_at") + 25200000000) AS DATE) AS "resolved_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t13"."reopened_at") + 25200000000) AS DATE) AS "reopened_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t13"."updated_at") + 25200000000) AS DATE) AS "updated_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t13"."due_at") + 25200000000) AS DATE) AS "due_at_day"
            FROM (
              SELECT
                "t12"."ticket_id",
                "t12"."created_at",
                "t12"."first_response_at",
                CAST(NULL AS TEXT) AS "requester_id",
                CAST(NULL AS TEXT) AS "assignee_id",
                CAST(NULL AS TIMESTAMP(6)) AS "first_resolved_at",
                CAST(NULL AS TIMESTAMP(6)) AS "resolved_at",
                CAST(NULL AS TIMESTAMP(6)) AS "reopened_at",
                CAST(NULL AS TIMESTAMP(6)) AS "updated_at",
                CAST(NULL AS TIMESTAMP(6)) AS "due_at",
                CAST(NULL AS TEXT) AS "status",
                CAST(NULL AS TEXT) AS "priority",
                CAST(NULL AS TEXT) AS "channel",
                CAST(NULL AS TEXT) AS "category",
                CAST(NULL AS BOOLEAN) AS "is_complaint",
                CAST(NULL AS BIGINT) AS "customer_replies",
                CAST(NULL AS BIGINT) AS "transfers",
                CAST(NULL AS DECIMAL(38, 10)) AS "severity",
                CAST(NULL AS DECIMAL(38, 10)) AS "compensation",
                CAST(NULL AS DECIMAL(38, 10)) AS "cost",
                MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                MAKE_DATE(2026, 10, 1) AS "window_start_day",
                MAKE_DATE(2026, 11, 21) AS "window_end_day",
                MAKE_DATE(2026, 11, 21) AS "as_of_day"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t10"."ticket_id",
                    MIN("t10"."asked") AS "created_at",
                    MIN("t10"."at") FILTER(WHERE
                      "t10"."author_role" IN ('agent')
                      AND (
                        "t10"."at" > "t10"."asked"
                      )
                      AND COALESCE("t10"."public", TRUE)) AS "first_response_at"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t8"."ticket_id",
                        "t8"."at",
                        "t8"."author_role",
                        "t8"."public",
                        "t8"."author_id",
                        "t8"."channel",
                        "t8"."status_to",
                        "t8"."window_start",
                        "t8"."window_end",
                        "t8"."as_of",
                        "t8"."window_start_day",
                        "t8"."window_end_day",
                        "t8"."as_of_day",
                        "t8"."at_day",
                        MIN(
                          CASE
                            WHEN "t8"."author_role" = 'customer'
                            THEN "t8"."at"
                            ELSE CAST(NULL AS TIMESTAMP(6))
                          END
                        ) OVER (
                          PARTITION BY "t8"."ticket_id"
                          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                        ) AS "asked"
                      FROM (
                        SELECT
                          "t7"."ticket_id",
                          "t7"."at",
                          "t7"."author_role",
                          "t7"."public",
                          "t7"."author_id",
                          "t7"."channel",
                          "t7"."status_to",
                          "t7"."window_start",
                          "t7"."window_end",
                          "t7"."as_of",
                          "t7"."window_start_day",
                          "t7"."window_end_day",
                          "t7"."as_of_day",
                          CAST(MAKE_TIMESTAMP(EPOCH_US("t7"."at") + 25200000000) AS DATE) AS "at_day"
                        FROM (
                          SELECT
                            "t6"."ticket_id",
                            "t6"."at",
                            "t6"."author_role",
                            "t6"."public",
                            CAST(NULL AS TEXT) AS "author_id",
                            CAST(NULL AS TEXT) AS "channel",
                            CAST(NULL AS TEXT) AS "status_to",
                            MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                            MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                            MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                            MAKE_DATE(2026, 10, 1) AS "window_start_day",
                            MAKE_DATE(2026, 11, 21) AS "window_end_day",
                            MAKE_DATE(2026, 11, 21) AS "as_of_day"
                          FROM (
                            SELECT
                              "t5"."ticket_id",
                              "t5"."at",
                              "t5"."author_role",
                              "t5"."public"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t3"."ticket_id",
                                  "t3"."at",
                                  "t3"."author_role",
                                  "t3"."public",
                                  "t3"."ticket_id~bad",
                                  "t3"."at~bad",
                                  "t3"."author_role~bad",
                                  "t3"."public~bad",
                                  TRUE
                                  AND NOT (
                                    FALSE
                                    OR "t3"."at~bad"
                                    OR "t3"."public~bad"
                                    OR (
                                      "t3"."ticket_id" IS NULL
                                    )
                                    OR (
                                      "t3"."at" IS NULL
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
                                        "t0"."ticket_id",
                                        COALESCE("t0"."at~instant", MAKE_TIMESTAMP(EPOCH_US("t0"."at~local") + -25200000000)) AS "at",
                                        "t0"."author_role",
                                        "t0"."public",
                                        "t0"."ticket_id~bad",
                                        "t0"."at~bad",
                                        "t0"."author_role~bad",
                                        "t0"."public~bad"
                                      FROM "typed" AS "t0"
                                    ) AS "t1"
                                    WHERE
                                      (
                                        "t1"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                      )
                                      OR (
                                        "t1"."at" IS NULL
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
                      "t9"."asked" IS NOT NULL
                  ) AS "t10"
                  GROUP BY
                    1
                ) AS "t11"
                WHERE
                  (
                    (
                      "t11"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                    )
                    AND (
                      (
                        "t11"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                      )
                      AND (
                        "t11"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                      )
                    )
                  )
                  OR (
                    "t11"."created_at" IS NULL
                  )
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
  ) AS "t18"
) AS "t19"
