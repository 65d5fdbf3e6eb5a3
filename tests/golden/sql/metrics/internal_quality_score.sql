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
          WHEN "t4"."reviewed_at~bad"
          THEN 1
          WHEN "t4"."score~bad"
          THEN 1
          WHEN "t4"."review_id" IS NULL
          THEN 2
          WHEN "t4"."reviewed_at" IS NULL
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
                "t0"."review_id",
                COALESCE(
                  "t0"."reviewed_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."reviewed_at~local") + -25200000000)
                ) AS "reviewed_at",
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
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."reviewed_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t3"."reviewed_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t3"."reviewed_at" IS NULL
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
    "t15"."keep" AND "t15"."there") AS "n",
  MAX("t15"."x") FILTER(WHERE
    "t15"."keep" AND "t15"."there") AS "most",
  SUM("t15"."x") FILTER(WHERE
    "t15"."keep" AND "t15"."there") AS "sum",
  COUNT(*) FILTER(WHERE
    "t15"."keep" AND (
      "t15"."there" AND (
        "t15"."units" IS NULL
      )
    )) AS "far",
  SUM(CAST("t15"."units" AS DECIMAL(38, 0)) * "t15"."units") FILTER(WHERE
    "t15"."keep" AND "t15"."there") AS "squares",
  SUM("t15"."units" * "t15"."rest") FILTER(WHERE
    "t15"."keep" AND "t15"."there") AS "mixed",
  SUM("t15"."rest" * "t15"."rest") FILTER(WHERE
    "t15"."keep" AND "t15"."there") AS "rests",
  COUNT(*) FILTER(WHERE
    "t15"."lost_out_missing") AS "out_missing"
FROM (
  SELECT
    "t14"."met",
    "t14"."x",
    "t14"."there",
    "t14"."units",
    "t14"."rest",
    "t14"."out_missing",
    "t14"."met" AND NOT (
      "t14"."out_missing"
    ) AS "keep",
    "t14"."met" AND "t14"."out_missing" AS "lost_out_missing"
  FROM (
    SELECT
      TRUE AS "met",
      "t13"."score" AS "x",
      (
        "t13"."score" IS NOT NULL
      ) AND TRUE AS "there",
      CAST(CASE
        WHEN (
          "t13"."score" < 1000000000000
        ) AND (
          "t13"."score" > -1000000000000
        )
        THEN "t13"."score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "units",
      CAST(CASE
        WHEN (
          "t13"."score" < 1000000000000
        ) AND (
          "t13"."score" > -1000000000000
        )
        THEN "t13"."score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          "t13"."score" < 1000000000000
        ) AND (
          "t13"."score" > -1000000000000
        )
        THEN "t13"."score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS DECIMAL(19, 10)) AS "rest",
      COALESCE("t13"."score" IS NULL, FALSE) AS "out_missing"
    FROM (
      SELECT
        "t12"."review_id",
        "t12"."stated",
        "t12"."got",
        "t12"."weight",
        "t12"."failures",
        CASE
          WHEN "t12"."failures" > 0
          THEN 0
          ELSE COALESCE(
            CAST(CAST("t12"."got" AS DOUBLE) / CAST(NULLIF("t12"."weight", 0) AS DOUBLE) AS DECIMAL(38, 10)),
            "t12"."stated"
          )
        END AS "score"
      FROM (
        SELECT
          "t11"."review_id",
          MAX("t11"."score") AS "stated",
          SUM("t11"."weighs" * "t11"."percent") AS "got",
          SUM("t11"."weighs") FILTER(WHERE
            "t11"."percent" IS NOT NULL) AS "weight",
          COUNT(*) FILTER(WHERE
            "t11"."failed") AS "failures"
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
            "t10"."percent",
            "t10"."weighs",
            COALESCE("t10"."critical", FALSE)
            AND (
              "t10"."percent" < CAST(50.0000000000 AS DECIMAL(38, 10))
            ) AS "failed"
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
              "t9"."reviewed_at_day",
              CAST(CAST((
                "t9"."category_score" - "t9"."category_min"
              ) * 100 AS DOUBLE) / CAST(NULLIF("t9"."category_max" - "t9"."category_min", 0) AS DOUBLE) AS DECIMAL(38, 10)) AS "percent",
              COALESCE("t9"."category_weight", 1) AS "weighs"
            FROM (
              SELECT
                "t8"."review_id",
                "t8"."reviewed_at",
                "t8"."score",
                "t8"."interaction_id",
                "t8"."assignee_id",
                "t8"."category_score",
                "t8"."category_min",
                "t8"."category_max",
                "t8"."category_weight",
                "t8"."customer_score",
                "t8"."category",
                "t8"."channel",
                "t8"."critical",
                "t8"."window_start",
                "t8"."window_end",
                "t8"."as_of",
                "t8"."window_start_day",
                "t8"."window_end_day",
                "t8"."as_of_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."reviewed_at") + 25200000000) AS DATE) AS "reviewed_at_day"
              FROM (
                SELECT
                  "t7"."review_id",
                  "t7"."reviewed_at",
                  "t7"."score",
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
                    "t6"."review_id",
                    "t6"."reviewed_at",
                    "t6"."score"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t4"."review_id",
                        "t4"."reviewed_at",
                        "t4"."score",
                        "t4"."review_id~bad",
                        "t4"."reviewed_at~bad",
                        "t4"."score~bad",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t4"."reviewed_at~bad"
                          OR "t4"."score~bad"
                          OR (
                            "t4"."review_id" IS NULL
                          )
                          OR (
                            "t4"."reviewed_at" IS NULL
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
                                "t0"."review_id",
                                COALESCE(
                                  "t0"."reviewed_at~instant",
                                  MAKE_TIMESTAMP(EPOCH_US("t0"."reviewed_at~local") + -25200000000)
                                ) AS "reviewed_at",
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
                          WHERE
                            TRUE
                        ) AS "t3"
                        WHERE
                          (
                            (
                              "t3"."reviewed_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                            )
                            AND (
                              "t3"."reviewed_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                            )
                          )
                          OR (
                            "t3"."reviewed_at" IS NULL
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
        GROUP BY
          1
      ) AS "t12"
    ) AS "t13"
  ) AS "t14"
) AS "t15"
