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
          WHEN "t5"."created_at~bad"
          THEN 1
          WHEN "t5"."is_complaint~bad"
          THEN 1
          WHEN "t5"."ticket_id" IS NULL
          THEN 2
          WHEN "t5"."created_at" IS NULL
          THEN 2
          WHEN "t5"."requester_id" IS NULL
          THEN 3
          WHEN "t5"."is_complaint" IS NULL
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
              "t2"."ticket_id",
              CASE
                WHEN "t2"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."created_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "created_at",
              "t2"."requester_id",
              "t2"."is_complaint",
              "t2"."ticket_id~bad",
              "t2"."created_at~bad",
              "t2"."requester_id~bad",
              "t2"."is_complaint~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."ticket_id",
                  COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
                  "t0"."requester_id",
                  "t0"."is_complaint",
                  "t0"."ticket_id~bad",
                  "t0"."created_at~bad",
                  "t0"."requester_id~bad",
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
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            AND (
              (
                "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
          )
          OR (
            "t4"."created_at" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2
  ) AS "t7"
) AS "t8";

SELECT
  SUM("t14"."~rows") FILTER(WHERE
    "t14"."keep" AND "t14"."met") AS "n",
  SUM("t14"."~rows") FILTER(WHERE
    "t14"."keep" AND "t14"."hit") AS "hits"
FROM (
  SELECT
    "t13"."met",
    "t13"."hit",
    "t13"."~rows",
    "t13"."met" AS "keep"
  FROM (
    SELECT
      "t12"."met",
      "t12"."hit",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t11"."complaints" > 0, FALSE) AND TRUE AS "hit"
      FROM (
        SELECT
          "t10"."requester_id",
          COUNT(*) FILTER(WHERE
            "t10"."is_complaint") AS "complaints"
        FROM (
          SELECT
            "t9"."ticket_id",
            "t9"."created_at",
            "t9"."requester_id",
            "t9"."is_complaint",
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
            "t9"."category",
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
            CAST("t9"."created_at" + INTERVAL '25200' SECOND AS DATE) AS "created_at_day",
            CAST("t9"."first_response_at" + INTERVAL '25200' SECOND AS DATE) AS "first_response_at_day",
            CAST("t9"."first_resolved_at" + INTERVAL '25200' SECOND AS DATE) AS "first_resolved_at_day",
            CAST("t9"."resolved_at" + INTERVAL '25200' SECOND AS DATE) AS "resolved_at_day",
            CAST("t9"."reopened_at" + INTERVAL '25200' SECOND AS DATE) AS "reopened_at_day",
            CAST("t9"."updated_at" + INTERVAL '25200' SECOND AS DATE) AS "updated_at_day",
            CAST("t9"."due_at" + INTERVAL '25200' SECOND AS DATE) AS "due_at_day"
          FROM (
            SELECT
              "t8"."ticket_id",
              "t8"."created_at",
              "t8"."requester_id",
              "t8"."is_complaint",
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
                "t7"."ticket_id",
                "t7"."created_at",
                "t7"."requester_id",
                "t7"."is_complaint"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t5"."ticket_id",
                    "t5"."created_at",
                    "t5"."requester_id",
                    "t5"."is_complaint",
                    "t5"."ticket_id~bad",
                    "t5"."created_at~bad",
                    "t5"."requester_id~bad",
                    "t5"."is_complaint~bad",
                    TRUE
                    AND NOT (
                      FALSE
                      OR "t5"."created_at~bad"
                      OR "t5"."is_complaint~bad"
                      OR (
                        "t5"."ticket_id" IS NULL
                      )
                      OR (
                        "t5"."created_at" IS NULL
                      )
                      OR (
                        "t5"."requester_id" IS NULL
                      )
                      OR (
                        "t5"."is_complaint" IS NULL
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
                          "t2"."ticket_id",
                          CASE
                            WHEN "t2"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                            THEN "t2"."created_at"
                            ELSE CAST(NULL AS TIMESTAMP(6))
                          END AS "created_at",
                          "t2"."requester_id",
                          "t2"."is_complaint",
                          "t2"."ticket_id~bad",
                          "t2"."created_at~bad",
                          "t2"."requester_id~bad",
                          "t2"."is_complaint~bad"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t0"."ticket_id",
                              COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
                              "t0"."requester_id",
                              "t0"."is_complaint",
                              "t0"."ticket_id~bad",
                              "t0"."created_at~bad",
                              "t0"."requester_id~bad",
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
                      ) AS "t3"
                      WHERE
                        TRUE
                    ) AS "t4"
                    WHERE
                      (
                        (
                          "t4"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                        )
                        AND (
                          (
                            "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                          )
                          AND (
                            "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                          )
                        )
                      )
                      OR (
                        "t4"."created_at" IS NULL
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
    ) AS "t12"
    GROUP BY
      1,
      2
  ) AS "t13"
) AS "t14"
