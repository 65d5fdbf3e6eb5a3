SELECT
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
    )) AS "k0_lost_out_of_scale"
FROM (
  SELECT
    "t8"."k0_met",
    "t8"."k0_fate",
    "t8"."~rows",
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t7"."k0_met",
      "t7"."k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t6"."created_at~bad"
          THEN 1
          WHEN "t6"."updated_at~bad"
          THEN 1
          WHEN "t6"."deleted_at~bad"
          THEN 1
          WHEN "t6"."rating~bad"
          THEN 1
          WHEN "t6"."review_id" IS NULL
          THEN 2
          WHEN "t6"."created_at" IS NULL
          THEN 2
          WHEN "t6"."rating" IS NULL
          THEN 2
          WHEN (
            "t6"."rating" IS NOT NULL
          ) AND (
            "t6"."rating~1~5~0~0" IS NULL
          )
          THEN 3
          ELSE 0
        END AS "k0_fate"
      FROM (
        SELECT
          "t5"."review_id",
          "t5"."created_at",
          "t5"."updated_at",
          "t5"."deleted_at",
          "t5"."rating",
          "t5"."review_id~bad",
          "t5"."created_at~bad",
          "t5"."updated_at~bad",
          "t5"."deleted_at~bad",
          "t5"."rating~bad",
          "t5"."~changed",
          CASE
            WHEN "t5"."rating" BETWEEN 1 AND 5
            THEN "t5"."rating"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END AS "rating~1~5~0~0"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t2"."review_id",
                "t2"."created_at",
                CASE
                  WHEN "t2"."updated_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  THEN "t2"."updated_at"
                  ELSE CAST(NULL AS TIMESTAMP(6))
                END AS "updated_at",
                CASE
                  WHEN "t2"."deleted_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  THEN "t2"."deleted_at"
                  ELSE CAST(NULL AS TIMESTAMP(6))
                END AS "deleted_at",
                "t2"."rating",
                "t2"."review_id~bad",
                "t2"."created_at~bad",
                "t2"."updated_at~bad",
                "t2"."deleted_at~bad",
                "t2"."rating~bad",
                COALESCE(NOT (
                  "t2"."updated_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                ), FALSE) AS "~changed"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t0"."review_id",
                    COALESCE(
                      "t0"."created_at~instant",
                      MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                    ) AS "created_at",
                    COALESCE(
                      "t0"."updated_at~instant",
                      MAKE_TIMESTAMP(EPOCH_US("t0"."updated_at~local") + -25200000000)
                    ) AS "updated_at",
                    COALESCE(
                      "t0"."deleted_at~instant",
                      MAKE_TIMESTAMP(EPOCH_US("t0"."deleted_at~local") + -25200000000)
                    ) AS "deleted_at",
                    "t0"."rating",
                    "t0"."review_id~bad",
                    "t0"."created_at~bad",
                    "t0"."updated_at~bad",
                    "t0"."deleted_at~bad",
                    "t0"."rating~bad"
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
                "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
            OR (
              "t4"."created_at" IS NULL
            )
        ) AS "t5"
      ) AS "t6"
    ) AS "t7"
    GROUP BY
      1,
      2
  ) AS "t8"
) AS "t9";

SELECT
  COUNT(*) FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "n",
  MAX("t17"."x") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "most",
  SUM("t17"."x") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "sum",
  COUNT(*) FILTER(WHERE
    "t17"."keep" AND (
      "t17"."there" AND (
        "t17"."units" IS NULL
      )
    )) AS "far",
  SUM(CAST("t17"."units" AS DECIMAL(38, 0)) * "t17"."units") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "squares",
  SUM("t17"."units" * "t17"."rest") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "mixed",
  SUM("t17"."rest" * "t17"."rest") FILTER(WHERE
    "t17"."keep" AND "t17"."there") AS "rests"
FROM (
  SELECT
    "t16"."met",
    "t16"."x",
    "t16"."there",
    "t16"."units",
    "t16"."rest",
    "t16"."met" AS "keep"
  FROM (
    SELECT
      TRUE AS "met",
      "t15"."rating" AS "x",
      (
        "t15"."rating" IS NOT NULL
      ) AND TRUE AS "there",
      CAST(CASE
        WHEN (
          "t15"."rating" < 1000000000000
        ) AND (
          "t15"."rating" > -1000000000000
        )
        THEN "t15"."rating"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "units",
      CAST(CASE
        WHEN (
          "t15"."rating" < 1000000000000
        ) AND (
          "t15"."rating" > -1000000000000
        )
        THEN "t15"."rating"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          "t15"."rating" < 1000000000000
        ) AND (
          "t15"."rating" > -1000000000000
        )
        THEN "t15"."rating"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS DECIMAL(19, 10)) AS "rest"
    FROM (
      SELECT
        "t14".*
        EXCLUDE ("version")
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t12"."review_id",
            "t12"."created_at",
            "t12"."updated_at",
            "t12"."deleted_at",
            "t12"."rating",
            "t12"."later",
            "t12"."reply_at",
            "t12"."sentiment",
            "t12"."source",
            "t12"."location",
            "t12"."recommended",
            "t12"."window_start",
            "t12"."window_end",
            "t12"."as_of",
            "t12"."window_start_day",
            "t12"."window_end_day",
            "t12"."as_of_day",
            "t12"."created_at_day",
            "t12"."updated_at_day",
            "t12"."deleted_at_day",
            "t12"."reply_at_day",
            ROW_NUMBER() OVER (
              PARTITION BY "t12"."review_id"
              ORDER BY "t12"."later" ASC, COALESCE("t12"."deleted_at", "t12"."updated_at") DESC, "t12"."deleted_at" DESC, "t12"."rating" DESC, "t12"."reply_at" DESC, "t12"."recommended" DESC, "t12"."sentiment" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "version"
          FROM (
            SELECT
              "t11"."review_id",
              "t11"."created_at",
              "t11"."updated_at",
              "t11"."deleted_at",
              "t11"."rating",
              "t11"."later",
              "t11"."reply_at",
              "t11"."sentiment",
              "t11"."source",
              "t11"."location",
              "t11"."recommended",
              "t11"."window_start",
              "t11"."window_end",
              "t11"."as_of",
              "t11"."window_start_day",
              "t11"."window_end_day",
              "t11"."as_of_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t11"."created_at") + 25200000000) AS DATE) AS "created_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t11"."updated_at") + 25200000000) AS DATE) AS "updated_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t11"."deleted_at") + 25200000000) AS DATE) AS "deleted_at_day",
              CAST(MAKE_TIMESTAMP(EPOCH_US("t11"."reply_at") + 25200000000) AS DATE) AS "reply_at_day"
            FROM (
              SELECT
                "t10"."review_id",
                "t10"."created_at",
                "t10"."updated_at",
                "t10"."deleted_at",
                "t10"."rating",
                "t10"."later",
                CAST(NULL AS TIMESTAMP(6)) AS "reply_at",
                CAST(NULL AS TEXT) AS "sentiment",
                CAST(NULL AS TEXT) AS "source",
                CAST(NULL AS TEXT) AS "location",
                CAST(NULL AS BOOLEAN) AS "recommended",
                MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                MAKE_DATE(2026, 10, 1) AS "window_start_day",
                MAKE_DATE(2026, 11, 21) AS "window_end_day",
                MAKE_DATE(2026, 11, 21) AS "as_of_day"
              FROM (
                SELECT
                  "t9"."review_id",
                  "t9"."created_at",
                  "t9"."updated_at",
                  "t9"."deleted_at",
                  "t9"."rating",
                  "t9"."later"
                FROM (
                  SELECT
                    "t8"."review_id",
                    "t8"."created_at",
                    "t8"."updated_at",
                    "t8"."deleted_at",
                    "t8"."~rating" AS "rating",
                    "t8"."review_id~bad",
                    "t8"."created_at~bad",
                    "t8"."updated_at~bad",
                    "t8"."deleted_at~bad",
                    "t8"."rating~bad",
                    "t8"."~changed",
                    "t8"."rating~1~5~0~0",
                    "t8"."~keep",
                    "t8"."~rating",
                    "t8"."later"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t6"."review_id",
                        "t6"."created_at",
                        "t6"."updated_at",
                        "t6"."deleted_at",
                        "t6"."rating",
                        "t6"."review_id~bad",
                        "t6"."created_at~bad",
                        "t6"."updated_at~bad",
                        "t6"."deleted_at~bad",
                        "t6"."rating~bad",
                        "t6"."~changed",
                        "t6"."rating~1~5~0~0",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t6"."created_at~bad"
                          OR "t6"."updated_at~bad"
                          OR "t6"."deleted_at~bad"
                          OR (
                            "t6"."review_id" IS NULL
                          )
                          OR (
                            "t6"."created_at" IS NULL
                          )
                        ) AS "~keep",
                        "t6"."rating~1~5~0~0" AS "~rating",
                        "t6"."~changed" AS "later"
                      FROM (
                        SELECT
                          "t5"."review_id",
                          "t5"."created_at",
                          "t5"."updated_at",
                          "t5"."deleted_at",
                          "t5"."rating",
                          "t5"."review_id~bad",
                          "t5"."created_at~bad",
                          "t5"."updated_at~bad",
                          "t5"."deleted_at~bad",
                          "t5"."rating~bad",
                          "t5"."~changed",
                          CASE
                            WHEN "t5"."rating" BETWEEN 1 AND 5
                            THEN "t5"."rating"
                            ELSE CAST(NULL AS DECIMAL(38, 10))
                          END AS "rating~1~5~0~0"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t2"."review_id",
                                "t2"."created_at",
                                CASE
                                  WHEN "t2"."updated_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                  THEN "t2"."updated_at"
                                  ELSE CAST(NULL AS TIMESTAMP(6))
                                END AS "updated_at",
                                CASE
                                  WHEN "t2"."deleted_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                  THEN "t2"."deleted_at"
                                  ELSE CAST(NULL AS TIMESTAMP(6))
                                END AS "deleted_at",
                                "t2"."rating",
                                "t2"."review_id~bad",
                                "t2"."created_at~bad",
                                "t2"."updated_at~bad",
                                "t2"."deleted_at~bad",
                                "t2"."rating~bad",
                                COALESCE(NOT (
                                  "t2"."updated_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                ), FALSE) AS "~changed"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t0"."review_id",
                                    COALESCE(
                                      "t0"."created_at~instant",
                                      MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                                    ) AS "created_at",
                                    COALESCE(
                                      "t0"."updated_at~instant",
                                      MAKE_TIMESTAMP(EPOCH_US("t0"."updated_at~local") + -25200000000)
                                    ) AS "updated_at",
                                    COALESCE(
                                      "t0"."deleted_at~instant",
                                      MAKE_TIMESTAMP(EPOCH_US("t0"."deleted_at~local") + -25200000000)
                                    ) AS "deleted_at",
                                    "t0"."rating",
                                    "t0"."review_id~bad",
                                    "t0"."created_at~bad",
                                    "t0"."updated_at~bad",
                                    "t0"."deleted_at~bad",
                                    "t0"."rating~bad"
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
                                "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                              )
                              AND (
                                "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                              )
                            )
                            OR (
                              "t4"."created_at" IS NULL
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
        WHERE
          "t13"."version" = 0 AND "t13"."deleted_at" IS NULL
      ) AS "t14"
    ) AS "t15"
  ) AS "t16"
) AS "t17"
