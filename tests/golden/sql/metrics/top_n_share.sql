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
          WHEN "t4"."created_at~bad"
          THEN 1
          WHEN "t4"."ticket_id" IS NULL
          THEN 2
          WHEN "t4"."created_at" IS NULL
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
              *
            FROM (
              SELECT
                "t0"."ticket_id",
                COALESCE(
                  "t0"."created_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                ) AS "created_at",
                "t0"."category",
                "t0"."ticket_id~bad",
                "t0"."created_at~bad",
                "t0"."category~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              )
              OR (
                "t1"."created_at" IS NULL
              )
          ) AS "t2"
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t3"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t3"."created_at" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2
  ) AS "t6"
) AS "t7";

SELECT
  COUNT(*) FILTER(WHERE
    "t16"."keep") AS "n",
  COUNT(*) FILTER(WHERE
    "t16"."keep" AND (
      "t16"."x" IS NOT NULL
    )) AS "ranked",
  SUM("t16"."x") FILTER(WHERE
    "t16"."keep") AS "all",
  COUNT(*) FILTER(WHERE
    "t16"."keep" AND "t16"."in_top") AS "count",
  SUM("t16"."x") FILTER(WHERE
    "t16"."keep" AND "t16"."in_top") AS "held",
  MIN("t16"."name") FILTER(WHERE
    "t16"."keep" AND (
      "t16"."in_top" AND (
        "t16"."rank" = 0
      )
    )) AS "name0",
  MIN("t16"."name") FILTER(WHERE
    "t16"."keep" AND (
      "t16"."in_top" AND (
        "t16"."rank" = 1
      )
    )) AS "name1",
  COUNT(*) FILTER(WHERE
    "t16"."lost_out_missing") AS "out_missing"
FROM (
  SELECT
    "t15"."met",
    "t15"."x",
    "t15"."name",
    "t15"."out_missing",
    "t15"."keep",
    "t15"."lost_out_missing",
    "t15"."rank",
    "t15"."size",
    "t15"."total",
    "t15"."keep"
    AND (
      (
        "t15"."x" IS NOT NULL
      ) AND (
        "t15"."rank" < 2
      )
    ) AS "in_top"
  FROM (
    SELECT
      "t14"."met",
      "t14"."x",
      "t14"."name",
      "t14"."out_missing",
      "t14"."keep",
      "t14"."lost_out_missing",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t14"."keep" THEN "t14"."x" ELSE CAST(NULL AS BIGINT) END DESC, "t14"."name" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank",
      COUNT(CASE WHEN "t14"."keep" THEN "t14"."x" ELSE CAST(NULL AS BIGINT) END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size",
      SUM(CASE WHEN "t14"."keep" THEN "t14"."x" ELSE CAST(NULL AS BIGINT) END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "total"
    FROM (
      SELECT
        "t13"."met",
        "t13"."x",
        "t13"."name",
        "t13"."out_missing",
        "t13"."met" AND NOT (
          "t13"."out_missing"
        ) AS "keep",
        "t13"."met" AND "t13"."out_missing" AS "lost_out_missing"
      FROM (
        SELECT
          TRUE AS "met",
          "t12"."held" AS "x",
          "t12"."name",
          COALESCE("t12"."name" IS NULL, FALSE) AS "out_missing"
        FROM (
          SELECT
            "t11"."ticket_id",
            "t11"."created_at",
            "t11"."category",
            "t11"."requester_id",
            "t11"."assignee_id",
            "t11"."first_response_at",
            "t11"."first_resolved_at",
            "t11"."resolved_at",
            "t11"."reopened_at",
            "t11"."updated_at",
            "t11"."due_at",
            "t11"."status",
            "t11"."priority",
            "t11"."channel",
            "t11"."is_complaint",
            "t11"."customer_replies",
            "t11"."transfers",
            "t11"."severity",
            "t11"."compensation",
            "t11"."cost",
            "t11"."window_start",
            "t11"."window_end",
            "t11"."as_of",
            "t11"."window_start_day",
            "t11"."window_end_day",
            "t11"."as_of_day",
            "t11"."created_at_day",
            "t11"."first_response_at_day",
            "t11"."first_resolved_at_day",
            "t11"."resolved_at_day",
            "t11"."reopened_at_day",
            "t11"."updated_at_day",
            "t11"."due_at_day",
            "t11"."name",
            "t11"."number",
            CASE WHEN "t11"."number" = 0 THEN "t11"."held" ELSE CAST(NULL AS BIGINT) END AS "held"
          FROM (
            SELECT
              "t10"."ticket_id",
              "t10"."created_at",
              "t10"."category",
              "t10"."requester_id",
              "t10"."assignee_id",
              "t10"."first_response_at",
              "t10"."first_resolved_at",
              "t10"."resolved_at",
              "t10"."reopened_at",
              "t10"."updated_at",
              "t10"."due_at",
              "t10"."status",
              "t10"."priority",
              "t10"."channel",
              "t10"."is_complaint",
              "t10"."customer_replies",
              "t10"."transfers",
              "t10"."severity",
              "t10"."compensation",
              "t10"."cost",
              "t10"."window_start",
              "t10"."window_end",
              "t10"."as_of",
              "t10"."window_start_day",
              "t10"."window_end_day",
              "t10"."as_of_day",
              "t10"."created_at_day",
              "t10"."first_response_at_day",
              "t10"."first_resolved_at_day",
              "t10"."resolved_at_day",
              "t10"."reopened_at_day",
              "t10"."updated_at_day",
              "t10"."due_at_day",
              "t10"."name",
              ROW_NUMBER() OVER (
                PARTITION BY "t10"."name"
                ORDER BY "t10"."ticket_id" ASC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "number",
              COUNT("t10"."ticket_id") OVER (
                PARTITION BY "t10"."name"
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) AS "held"
            FROM (
              SELECT
                "t9"."ticket_id",
                "t9"."created_at",
                "t9"."category",
                "t9"."requester_id",
                "t9"."assignee_id",
                "t9"."first_response_at",
                "t9"."first_resolved_at",
                "t9"."resolved_at",
                "t9"."reopened_at",
                "t9"."updated_at",
                "t9"."due_at",
                "t9"."status",
                "t9"."priority",
                "t9"."channel",
                "t9"."is_complaint",
                "t9"."customer_replies",
                "t9"."transfers",
                "t9"."severity",
                "t9"."compensation",
                "t9"."cost",
                "t9"."window_start",
                "t9"."window_end",
                "t9"."as_of",
                "t9"."window_start_day",
                "t9"."window_end_day",
                "t9"."as_of_day",
                "t9"."created_at_day",
                "t9"."first_response_at_day",
                "t9"."first_resolved_at_day",
                "t9"."resolved_at_day",
                "t9"."reopened_at_day",
                "t9"."updated_at_day",
                "t9"."due_at_day",
                "t9"."category" AS "name"
              FROM (
                SELECT
                  "t8"."ticket_id",
                  "t8"."created_at",
                  "t8"."category",
                  "t8"."requester_id",
                  "t8"."assignee_id",
                  "t8"."first_response_at",
                  "t8"."first_resolved_at",
                  "t8"."resolved_at",
                  "t8"."reopened_at",
                  "t8"."updated_at",
                  "t8"."due_at",
                  "t8"."status",
                  "t8"."priority",
                  "t8"."channel",
                  "t8"."is_complaint",
                  "t8"."customer_replies",
                  "t8"."transfers",
                  "t8"."severity",
                  "t8"."compensation",
                  "t8"."cost",
                  "t8"."window_start",
                  "t8"."window_end",
                  "t8"."as_of",
                  "t8"."window_start_day",
                  "t8"."window_end_day",
                  "t8"."as_of_day",
                  CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."created_at") + 25200000000) AS DATE) AS "created_at_day",
                  CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."first_response_at") + 25200000000) AS DATE) AS "first_response_at_day",
                  CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."first_resolved_at") + 25200000000) AS DATE) AS "first_resolved_at_day",
                  CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."resolved_at") + 25200000000) AS DATE) AS "resolved_at_day",
                  CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."reopened_at") + 25200000000) AS DATE) AS "reopened_at_day",
                  CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."updated_at") + 25200000000) AS DATE) AS "updated_at_day",
                  CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."due_at") + 25200000000) AS DATE) AS "due_at_day"
                FROM (
                  SELECT
                    "t7"."ticket_id",
                    "t7"."created_at",
                    "t7"."category",
                    CAST(NULL AS TEXT) AS "requester_id",
                    CAST(NULL AS TEXT) AS "assignee_id",
                    CAST(NULL AS TIMESTAMP(6)) AS "first_response_at",
                    CAST(NULL AS TIMESTAMP(6)) AS "first_resolved_at",
                    CAST(NULL AS TIMESTAMP(6)) AS "resolved_at",
                    CAST(NULL AS TIMESTAMP(6)) AS "reopened_at",
                    CAST(NULL AS TIMESTAMP(6)) AS "updated_at",
                    CAST(NULL AS TIMESTAMP(6)) AS "due_at",
                    CAST(NULL AS TEXT) AS "status",
                    CAST(NULL AS TEXT) AS "priority",
                    CAST(NULL AS TEXT) AS "channel",
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
                      "t6"."ticket_id",
                      "t6"."created_at",
                      "t6"."category"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t4"."ticket_id",
                          "t4"."created_at",
                          "t4"."category",
                          "t4"."ticket_id~bad",
                          "t4"."created_at~bad",
                          "t4"."category~bad",
                          TRUE
                          AND NOT (
                            FALSE
                            OR "t4"."created_at~bad"
                            OR (
                              "t4"."ticket_id" IS NULL
                            )
                            OR (
                              "t4"."created_at" IS NULL
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
                                  "t0"."ticket_id",
                                  COALESCE(
                                    "t0"."created_at~instant",
                                    MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                                  ) AS "created_at",
                                  "t0"."category",
                                  "t0"."ticket_id~bad",
                                  "t0"."created_at~bad",
                                  "t0"."category~bad"
                                FROM "typed" AS "t0"
                              ) AS "t1"
                              WHERE
                                (
                                  "t1"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                )
                                OR (
                                  "t1"."created_at" IS NULL
                                )
                            ) AS "t2"
                            WHERE
                              TRUE
                          ) AS "t3"
                          WHERE
                            (
                              (
                                "t3"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                              )
                              AND (
                                "t3"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                              )
                            )
                            OR (
                              "t3"."created_at" IS NULL
                            )
                        ) AS "t4"
                      ) AS "t5"
                      WHERE
                        "t5"."~keep"
                    ) AS "t6"
                  ) AS "t7"
                ) AS "t8"
              ) AS "t9"
            ) AS "t10"
          ) AS "t11"
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
