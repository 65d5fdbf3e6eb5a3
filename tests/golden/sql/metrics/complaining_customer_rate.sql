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
          WHEN "t4"."created_at~bad"
          THEN 1
          WHEN "t4"."is_complaint~bad"
          THEN 1
          WHEN "t4"."ticket_id" IS NULL
          THEN 2
          WHEN "t4"."created_at" IS NULL
          THEN 2
          WHEN "t4"."requester_id" IS NULL
          THEN 3
          WHEN "t4"."is_complaint" IS NULL
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
                "t0"."requester_id",
                COALESCE(
                  "t0"."created_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                ) AS "created_at",
                "t0"."is_complaint",
                "t0"."ticket_id~bad",
                "t0"."requester_id~bad",
                "t0"."created_at~bad",
                "t0"."is_complaint~bad"
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
  SUM("t13"."~rows") FILTER(WHERE
    "t13"."keep" AND "t13"."met") AS "n",
  SUM("t13"."~rows") FILTER(WHERE
    "t13"."keep" AND "t13"."hit") AS "hits"
FROM (
  SELECT
    "t12"."met",
    "t12"."hit",
    "t12"."~rows",
    "t12"."met" AS "keep"
  FROM (
    SELECT
      "t11"."met",
      "t11"."hit",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t10"."complaints" > 0, FALSE) AND TRUE AS "hit"
      FROM (
        SELECT
          "t9"."requester_id",
          COUNT(*) FILTER(WHERE
            "t9"."is_complaint") AS "complaints"
        FROM (
          SELECT
            "t8"."ticket_id",
            "t8"."requester_id",
            "t8"."created_at",
            "t8"."is_complaint",
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
            "t8"."category",
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
              "t7"."requester_id",
              "t7"."created_at",
              "t7"."is_complaint",
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
              CAST(NULL AS TEXT) AS "category",
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
                "t6"."requester_id",
                "t6"."created_at",
                "t6"."is_complaint"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t4"."ticket_id",
                    "t4"."requester_id",
                    "t4"."created_at",
                    "t4"."is_complaint",
                    "t4"."ticket_id~bad",
                    "t4"."requester_id~bad",
                    "t4"."created_at~bad",
                    "t4"."is_complaint~bad",
                    TRUE
                    AND NOT (
                      FALSE
                      OR "t4"."created_at~bad"
                      OR "t4"."is_complaint~bad"
                      OR (
                        "t4"."ticket_id" IS NULL
                      )
                      OR (
                        "t4"."created_at" IS NULL
                      )
                      OR (
                        "t4"."requester_id" IS NULL
                      )
                      OR (
                        "t4"."is_complaint" IS NULL
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
                            "t0"."requester_id",
                            COALESCE(
                              "t0"."created_at~instant",
                              MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                            ) AS "created_at",
                            "t0"."is_complaint",
                            "t0"."ticket_id~bad",
                            "t0"."requester_id~bad",
                            "t0"."created_at~bad",
                            "t0"."is_complaint~bad"
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
        GROUP BY
          1
      ) AS "t10"
    ) AS "t11"
    GROUP BY
      1,
      2
  ) AS "t12"
) AS "t13"
