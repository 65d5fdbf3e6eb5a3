SELECT
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing"
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
          WHEN "t4"."at~bad"
          THEN 1
          WHEN "t4"."public~bad"
          THEN 1
          WHEN "t4"."ticket_id" IS NULL
          THEN 2
          WHEN "t4"."at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."ticket_id",
            CASE
              WHEN "t2"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              THEN "t2"."at"
              ELSE CAST(NULL AS TIMESTAMP(6))
            END AS "at",
            "t2"."author_role",
            "t2"."public",
            "t2"."ticket_id~bad",
            "t2"."at~bad",
            "t2"."author_role~bad",
            "t2"."public~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."ticket_id",
                COALESCE("t0"."at~instant", "t0"."at~local" + INTERVAL '-25200' SECOND) AS "at",
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
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2
  ) AS "t6"
) AS "t7";

SELECT
  COUNT(*) FILTER(WHERE
    "t19"."keep" AND "t19"."open") AS "open",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      "t19"."rank" = (
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
    )) AS "low",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      "t19"."rank" = (
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
    )) AS "high",
  SUM(CAST("t19"."took" AS DECIMAL(38, 0)) * CAST("t19"."took" AS DECIMAL(38, 0))) FILTER(WHERE
    "t19"."keep") AS "squares",
  MIN("t19"."lasted") FILTER(WHERE
    "t19"."keep" AND (
      "t19"."lived" <= -0.6931471795599453
    )) AS "km",
  COUNT(*) FILTER(WHERE
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
            "t19"."rank" + 1
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
          "t19"."rank" * 100
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
  SUM("t19"."took") FILTER(WHERE
    "t19"."keep") AS "sum",
  COUNT(*) FILTER(WHERE
    "t19"."lost_out_negative") AS "out_negative"
FROM (
  SELECT
    "t18"."met",
    "t18"."took",
    "t18"."waits",
    "t18"."out_negative",
    "t18"."open",
    "t18"."keep",
    "t18"."lost_out_negative",
    "t18"."rank",
    "t18"."size",
    "t18"."lasted",
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
              CAST("t18"."risk" - "t18"."line" AS DOUBLE) - 1
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
      "t17"."waits",
      "t17"."out_negative",
      "t17"."open",
      "t17"."keep",
      "t17"."lost_out_negative",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t17"."keep" THEN "t17"."took" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank",
      COUNT(CASE WHEN "t17"."keep" THEN "t17"."took" ELSE CAST(NULL AS BIGINT) END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size",
      CASE
        WHEN "t17"."keep"
        THEN COALESCE("t17"."took", "t17"."waits")
        ELSE CAST(NULL AS BIGINT)
      END AS "lasted",
      ROW_NUMBER() OVER (
        ORDER BY CASE
          WHEN "t17"."keep"
          THEN COALESCE("t17"."took", "t17"."waits")
          ELSE CAST(NULL AS BIGINT)
        END ASC, "t17"."open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "line",
      COUNT(
        CASE
          WHEN "t17"."keep"
          THEN COALESCE("t17"."took", "t17"."waits")
          ELSE CAST(NULL AS BIGINT)
        END
      ) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "risk"
    FROM (
      SELECT
        "t16"."met",
        "t16"."took",
        "t16"."waits",
        "t16"."out_negative",
        "t16"."open",
        "t16"."met" AND NOT (
          "t16"."out_negative"
        ) AS "keep",
        "t16"."met" AND "t16"."out_negative" AS "lost_out_negative"
      FROM (
        SELECT
          TRUE AS "met",
          (
            CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t15"."first_response_at") AS TIMESTAMP)) AS BIGINT) - CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t15"."created_at") AS TIMESTAMP)) AS BIGINT)
          ) + 0 AS "took",
          (
            CAST(EPOCH(CAST(DATE_TRUNC('SECOND', MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) AS TIMESTAMP)) AS BIGINT) - CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t15"."created_at") AS TIMESTAMP)) AS BIGINT)
          ) + 0 AS "waits",
          COALESCE("t15"."first_response_at" < "t15"."created_at", FALSE) AND TRUE AS "out_negative",
          (
            "t15"."first_response_at" IS NULL
          ) AND TRUE AS "open"
        FROM (
          SELECT
            "t14"."ticket_id",
            "t14"."created_at",
            "t14"."first_response_at",
            "t14"."requester_id",
            "t14"."assignee_id",
            "t14"."first_resolved_at",
            "t14"."resolved_at",
            "t14"."reopened_at",
            "t14"."updated_at",
            "t14"."due_at",
            "t14"."status",
            "t14"."priority",
            "t14"."channel",
            "t14"."category",
            "t14"."is_complaint",
            "t14"."customer_replies",
            "t14"."transfers",
            "t14"."severity",
            "t14"."compensation",
            "t14"."cost",
            "t14"."window_start",
            "t14"."window_end",
            "t14"."as_of",
            "t14"."window_start_day",
            "t14"."window_end_day",
            "t14"."as_of_day",
            CAST("t14"."created_at" + INTERVAL '25200' SECOND AS DATE) AS "created_at_day",
            CAST("t14"."first_response_at" + INTERVAL '25200' SECOND AS DATE) AS "first_response_at_day",
            CAST("t14"."first_resolved_at" + INTERVAL '25200' SECOND AS DATE) AS "first_resolved_at_day",
            CAST("t14"."resolved_at" + INTERVAL '25200' SECOND AS DATE) AS "resolved_at_day",
            CAST("t14"."reopened_at" + INTERVAL '25200' SECOND AS DATE) AS "reopened_at_day",
            CAST("t14"."updated_at" + INTERVAL '25200' SECOND AS DATE) AS "updated_at_day",
            CAST("t14"."due_at" + INTERVAL '25200' SECOND AS DATE) AS "due_at_day"
          FROM (
            SELECT
              "t13"."ticket_id",
              "t13"."created_at",
              "t13"."first_response_at",
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
                  "t11"."ticket_id",
                  MIN("t11"."asked") AS "created_at",
                  MIN("t11"."at") FILTER(WHERE
                    "t11"."author_role" IN ('agent')
                    AND (
                      "t11"."at" > "t11"."asked"
                    )
                    AND COALESCE("t11"."public", TRUE)) AS "first_response_at"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t9"."ticket_id",
                      "t9"."at",
                      "t9"."author_role",
                      "t9"."public",
                      "t9"."author_id",
                      "t9"."channel",
                      "t9"."status_to",
                      "t9"."window_start",
                      "t9"."window_end",
                      "t9"."as_of",
                      "t9"."window_start_day",
                      "t9"."window_end_day",
                      "t9"."as_of_day",
                      "t9"."at_day",
                      MIN(
                        CASE
                          WHEN "t9"."author_role" = 'customer'
                          THEN "t9"."at"
                          ELSE CAST(NULL AS TIMESTAMP(6))
                        END
                      ) OVER (
                        PARTITION BY "t9"."ticket_id"
                        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                      ) AS "asked"
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
                        CAST("t8"."at" + INTERVAL '25200' SECOND AS DATE) AS "at_day"
                      FROM (
                        SELECT
                          "t7"."ticket_id",
                          "t7"."at",
                          "t7"."author_role",
                          "t7"."public",
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
                            "t6"."ticket_id",
                            "t6"."at",
                            "t6"."author_role",
                            "t6"."public"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t4"."ticket_id",
                                "t4"."at",
                                "t4"."author_role",
                                "t4"."public",
                                "t4"."ticket_id~bad",
                                "t4"."at~bad",
                                "t4"."author_role~bad",
                                "t4"."public~bad",
                                TRUE
                                AND NOT (
                                  FALSE
                                  OR "t4"."at~bad"
                                  OR "t4"."public~bad"
                                  OR (
                                    "t4"."ticket_id" IS NULL
                                  )
                                  OR (
                                    "t4"."at" IS NULL
                                  )
                                ) AS "~keep"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t2"."ticket_id",
                                    CASE
                                      WHEN "t2"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                      THEN "t2"."at"
                                      ELSE CAST(NULL AS TIMESTAMP(6))
                                    END AS "at",
                                    "t2"."author_role",
                                    "t2"."public",
                                    "t2"."ticket_id~bad",
                                    "t2"."at~bad",
                                    "t2"."author_role~bad",
                                    "t2"."public~bad"
                                  FROM (
                                    SELECT
                                      *
                                    FROM (
                                      SELECT
                                        "t0"."ticket_id",
                                        COALESCE("t0"."at~instant", "t0"."at~local" + INTERVAL '-25200' SECOND) AS "at",
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
                                ) AS "t3"
                                WHERE
                                  TRUE
                              ) AS "t4"
                            ) AS "t5"
                            WHERE
                              "t5"."~keep"
                          ) AS "t6"
                        ) AS "t7"
                      ) AS "t8"
                    ) AS "t9"
                  ) AS "t10"
                  WHERE
                    "t10"."asked" IS NOT NULL
                ) AS "t11"
                GROUP BY
                  1
              ) AS "t12"
              WHERE
                (
                  (
                    "t12"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  )
                  AND (
                    (
                      "t12"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                    )
                    AND (
                      "t12"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                    )
                  )
                )
                OR (
                  "t12"."created_at" IS NULL
                )
            ) AS "t13"
          ) AS "t14"
        ) AS "t15"
      ) AS "t16"
    ) AS "t17"
  ) AS "t18"
) AS "t19"
