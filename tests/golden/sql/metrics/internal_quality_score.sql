SELECT
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 2
    )) AS "k0_lost_missing"
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
          WHEN "t5"."reviewed_at~bad"
          THEN 1
          WHEN "t5"."score~bad"
          THEN 1
          WHEN "t5"."review_id" IS NULL
          THEN 2
          WHEN "t5"."reviewed_at" IS NULL
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
              "t2"."review_id",
              CASE
                WHEN "t2"."reviewed_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."reviewed_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "reviewed_at",
              "t2"."score",
              "t2"."review_id~bad",
              "t2"."reviewed_at~bad",
              "t2"."score~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."review_id",
                  COALESCE("t0"."reviewed_at~instant", "t0"."reviewed_at~local" + INTERVAL '-25200' SECOND) AS "reviewed_at",
                  "t0"."score",
                  "t0"."review_id~bad",
                  "t0"."reviewed_at~bad",
                  "t0"."score~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."reviewed_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                )
                OR (
                  "t1"."reviewed_at" IS NULL
                )
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."reviewed_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            AND (
              (
                "t4"."reviewed_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."reviewed_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
          )
          OR (
            "t4"."reviewed_at" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2
  ) AS "t7"
) AS "t8";

SELECT
  COUNT(*) FILTER(WHERE
    "t16"."keep" AND "t16"."there") AS "n",
  MAX("t16"."x") FILTER(WHERE
    "t16"."keep" AND "t16"."there") AS "most",
  SUM("t16"."x") FILTER(WHERE
    "t16"."keep" AND "t16"."there") AS "sum",
  COUNT(*) FILTER(WHERE
    "t16"."keep" AND (
      "t16"."there" AND (
        "t16"."units" IS NULL
      )
    )) AS "far",
  SUM(CAST("t16"."units" AS DECIMAL(38, 0)) * "t16"."units") FILTER(WHERE
    "t16"."keep" AND "t16"."there") AS "squares",
  SUM("t16"."units" * "t16"."rest") FILTER(WHERE
    "t16"."keep" AND "t16"."there") AS "mixed",
  SUM("t16"."rest" * "t16"."rest") FILTER(WHERE
    "t16"."keep" AND "t16"."there") AS "rests",
  COUNT(*) FILTER(WHERE
    "t16"."lost_out_missing") AS "out_missing"
FROM (
  SELECT
    "t15"."met",
    "t15"."x",
    "t15"."there",
    "t15"."units",
    "t15"."rest",
    "t15"."out_missing",
    "t15"."met" AND NOT (
      "t15"."out_missing"
    ) AS "keep",
    "t15"."met" AND "t15"."out_missing" AS "lost_out_missing"
  FROM (
    SELECT
      TRUE AS "met",
      "t14"."score" AS "x",
      (
        "t14"."score" IS NOT NULL
      ) AND TRUE AS "there",
      CAST(CASE
        WHEN (
          "t14"."score" < 1000000000000
        ) AND (
          "t14"."score" > -1000000000000
        )
        THEN "t14"."score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "units",
      CAST(CASE
        WHEN (
          "t14"."score" < 1000000000000
        ) AND (
          "t14"."score" > -1000000000000
        )
        THEN "t14"."score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          "t14"."score" < 1000000000000
        ) AND (
          "t14"."score" > -1000000000000
        )
        THEN "t14"."score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS DECIMAL(19, 10)) AS "rest",
      COALESCE("t14"."score" IS NULL, FALSE) AS "out_missing"
    FROM (
      SELECT
        "t13"."review_id",
        "t13"."stated",
        "t13"."got",
        "t13"."weight",
        "t13"."failures",
        CASE
          WHEN "t13"."failures" > 0
          THEN 0
          ELSE COALESCE(
            CAST(CAST("t13"."got" AS DOUBLE) / CAST(NULLIF("t13"."weight", 0) AS DOUBLE) AS DECIMAL(38, 10)),
            "t13"."stated"
          )
        END AS "score"
      FROM (
        SELECT
          "t12"."review_id",
          MAX("t12"."score") AS "stated",
          SUM("t12"."weighs" * "t12"."percent") AS "got",
          SUM("t12"."weighs") FILTER(WHERE
            "t12"."percent" IS NOT NULL) AS "weight",
          COUNT(*) FILTER(WHERE
            "t12"."failed") AS "failures"
        FROM (
          SELECT
            "t11"."review_id",
            "t11"."reviewed_at",
            "t11"."score",
            "t11"."interaction_id",
            "t11"."assignee_id",
            "t11"."category_score",
            "t11"."category_min",
            "t11"."category_max",
            "t11"."category_weight",
            "t11"."customer_score",
            "t11"."category",
            "t11"."channel",
            "t11"."critical",
            "t11"."window_start",
            "t11"."window_end",
            "t11"."as_of",
            "t11"."window_start_day",
            "t11"."window_end_day",
            "t11"."as_of_day",
            "t11"."reviewed_at_day",
            "t11"."percent",
            "t11"."weighs",
            COALESCE("t11"."critical", FALSE)
            AND (
              "t11"."percent" < CAST(50.0000000000 AS DECIMAL(38, 10))
            ) AS "failed"
          FROM (
            SELECT
              "t10"."review_id",
              "t10"."reviewed_at",
              "t10"."score",
              "t10"."interaction_id",
              "t10"."assignee_id",
              "t10"."category_score",
              "t10"."category_min",
              "t10"."category_max",
              "t10"."category_weight",
              "t10"."customer_score",
              "t10"."category",
              "t10"."channel",
              "t10"."critical",
              "t10"."window_start",
              "t10"."window_end",
              "t10"."as_of",
              "t10"."window_start_day",
              "t10"."window_end_day",
              "t10"."as_of_day",
              "t10"."reviewed_at_day",
              CAST(CAST((
                "t10"."category_score" - "t10"."category_min"
              ) * 100 AS DOUBLE) / CAST(NULLIF("t10"."category_max" - "t10"."category_min", 0) AS DOUBLE) AS DECIMAL(38, 10)) AS "percent",
              COALESCE("t10"."category_weight", 1) AS "weighs"
            FROM (
              SELECT
                "t9"."review_id",
                "t9"."reviewed_at",
                "t9"."score",
                "t9"."interaction_id",
                "t9"."assignee_id",
                "t9"."category_score",
                "t9"."category_min",
                "t9"."category_max",
                "t9"."category_weight",
                "t9"."customer_score",
                "t9"."category",
                "t9"."channel",
                "t9"."critical",
                "t9"."window_start",
                "t9"."window_end",
                "t9"."as_of",
                "t9"."window_start_day",
                "t9"."window_end_day",
                "t9"."as_of_day",
                CAST("t9"."reviewed_at" + INTERVAL '25200' SECOND AS DATE) AS "reviewed_at_day"
              FROM (
                SELECT
                  "t8"."review_id",
                  "t8"."reviewed_at",
                  "t8"."score",
                  CAST(NULL AS TEXT) AS "interaction_id",
                  CAST(NULL AS TEXT) AS "assignee_id",
                  CAST(NULL AS DECIMAL(38, 10)) AS "category_score",
                  CAST(NULL AS DECIMAL(38, 10)) AS "category_min",
                  CAST(NULL AS DECIMAL(38, 10)) AS "category_max",
                  CAST(NULL AS DECIMAL(38, 10)) AS "category_weight",
                  CAST(NULL AS DECIMAL(38, 10)) AS "customer_score",
                  CAST(NULL AS TEXT) AS "category",
                  CAST(NULL AS TEXT) AS "channel",
                  CAST(NULL AS BOOLEAN) AS "critical",
                  MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                  MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                  MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                  MAKE_DATE(2026, 10, 1) AS "window_start_day",
                  MAKE_DATE(2026, 11, 21) AS "window_end_day",
                  MAKE_DATE(2026, 11, 21) AS "as_of_day"
                FROM (
                  SELECT
                    "t7"."review_id",
                    "t7"."reviewed_at",
                    "t7"."score"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t5"."review_id",
                        "t5"."reviewed_at",
                        "t5"."score",
                        "t5"."review_id~bad",
                        "t5"."reviewed_at~bad",
                        "t5"."score~bad",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t5"."reviewed_at~bad"
                          OR "t5"."score~bad"
                          OR (
                            "t5"."review_id" IS NULL
                          )
                          OR (
                            "t5"."reviewed_at" IS NULL
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
                              "t2"."review_id",
                              CASE
                                WHEN "t2"."reviewed_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                THEN "t2"."reviewed_at"
                                ELSE CAST(NULL AS TIMESTAMP(6))
                              END AS "reviewed_at",
                              "t2"."score",
                              "t2"."review_id~bad",
                              "t2"."reviewed_at~bad",
                              "t2"."score~bad"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t0"."review_id",
                                  COALESCE("t0"."reviewed_at~instant", "t0"."reviewed_at~local" + INTERVAL '-25200' SECOND) AS "reviewed_at",
                                  "t0"."score",
                                  "t0"."review_id~bad",
                                  "t0"."reviewed_at~bad",
                                  "t0"."score~bad"
                                FROM "typed" AS "t0"
                              ) AS "t1"
                              WHERE
                                (
                                  "t1"."reviewed_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                )
                                OR (
                                  "t1"."reviewed_at" IS NULL
                                )
                            ) AS "t2"
                          ) AS "t3"
                          WHERE
                            TRUE
                        ) AS "t4"
                        WHERE
                          (
                            (
                              "t4"."reviewed_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                            )
                            AND (
                              (
                                "t4"."reviewed_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                              )
                              AND (
                                "t4"."reviewed_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                              )
                            )
                          )
                          OR (
                            "t4"."reviewed_at" IS NULL
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
        GROUP BY
          1
      ) AS "t13"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
