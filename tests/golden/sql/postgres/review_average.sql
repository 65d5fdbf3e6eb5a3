SELECT
  "t9"."~group",
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
    )) AS "k0_lost_out_of_scale",
  SUM("t9"."~rows") FILTER(WHERE
    "t9"."k0_met") AS "k0_met"
FROM (
  SELECT
    "t8"."~group",
    "t8"."k0_met",
    "t8"."k0_fate",
    "t8"."~rows",
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t7"."~group",
      "t7"."k0_met",
      "t7"."k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        "t6"."~group",
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
          WHEN NOT (
            COALESCE("t6"."rating" BETWEEN 1 AND 5, FALSE)
          )
          AND (
            "t6"."rating" IS NOT NULL
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
          "t5"."review_id" AS "~group"
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
                  WHEN "t2"."updated_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
                  THEN "t2"."updated_at"
                  ELSE CAST(NULL AS TIMESTAMP(6))
                END AS "updated_at",
                CASE
                  WHEN "t2"."deleted_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
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
                  "t2"."updated_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
                ), FALSE) AS "~changed"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t0"."review_id",
                    COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200 SECOND') AS "created_at",
                    COALESCE("t0"."updated_at~instant", "t0"."updated_at~local" + INTERVAL '-25200 SECOND') AS "updated_at",
                    COALESCE("t0"."deleted_at~instant", "t0"."deleted_at~local" + INTERVAL '-25200 SECOND') AS "deleted_at",
                    "t0"."rating",
                    "t0"."review_id~bad",
                    "t0"."created_at~bad",
                    "t0"."updated_at~bad",
                    "t0"."deleted_at~bad",
                    "t0"."rating~bad"
                  FROM "typed" AS "t0"
                  OFFSET 0
                ) AS "t1"
                WHERE
                  (
                    "t1"."created_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
                  )
                  OR (
                    "t1"."created_at" IS NULL
                  )
              ) AS "t2"
              OFFSET 0
            ) AS "t3"
            WHERE
              TRUE
          ) AS "t4"
          WHERE
            (
              (
                "t4"."created_at" < CAST('2026-12-31T17:00:00' AS TIMESTAMP(6))
              )
              AND (
                "t4"."created_at" >= CAST('2026-09-30T17:00:00' AS TIMESTAMP(6))
              )
            )
            OR (
              "t4"."created_at" IS NULL
            )
        ) AS "t5"
      ) AS "t6"
      OFFSET 0
    ) AS "t7"
    GROUP BY
      1,
      2,
      3
    OFFSET 0
  ) AS "t8"
  OFFSET 0
) AS "t9"
GROUP BY
  1;

SELECT
  "t17"."~group",
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
    "t16"."~group",
    "t16"."met",
    "t16"."x",
    "t16"."there",
    "t16"."units",
    "t16"."rest",
    "t16"."met" AS "keep"
  FROM (
    SELECT
      "t15"."~group",
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
        "t14"."review_id",
        "t14"."created_at",
        "t14"."updated_at",
        "t14"."deleted_at",
        "t14"."rating",
        "t14"."~group",
        "t14"."later",
        "t14"."reply_at",
        "t14"."sentiment",
        "t14"."source",
        "t14"."location",
        "t14"."recommended",
        "t14"."window_start",
        "t14"."window_end",
        "t14"."as_of",
        "t14"."window_start_day",
        "t14"."window_end_day",
        "t14"."as_of_day",
        "t14"."created_at_day",
        "t14"."updated_at_day",
        "t14"."deleted_at_day",
        "t14"."reply_at_day"
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
            "t12"."~group",
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
              PARTITION BY "t12"."~group", "t12"."review_id"
              ORDER BY "t12"."later" ASC, COALESCE("t12"."deleted_at", "t12"."updated_at") DESC NULLS LAST, "t12"."deleted_at" DESC NULLS LAST, "t12"."rating" DESC NULLS LAST, "t12"."reply_at" DESC NULLS LAST, "t12"."recommended" DESC NULLS LAST, "t12"."sentiment" DESC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "version"
          FROM (
            SELECT
              "t11"."review_id",
              "t11"."created_at",
              "t11"."updated_at",
              "t11"."deleted_at",
              "t11"."rating",
              "t11"."~group",
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
              DATE("t11"."created_at" + INTERVAL '25200 SECOND') AS "created_at_day",
              DATE("t11"."updated_at" + INTERVAL '25200 SECOND') AS "updated_at_day",
              DATE("t11"."deleted_at" + INTERVAL '25200 SECOND') AS "deleted_at_day",
              DATE("t11"."reply_at" + INTERVAL '25200 SECOND') AS "reply_at_day"
            FROM (
              SELECT
                "t10"."review_id",
                "t10"."created_at",
                "t10"."updated_at",
                "t10"."deleted_at",
                "t10"."rating",
                "t10"."~group",
                "t10"."later",
                CAST(NULL AS TIMESTAMP(6)) AS "reply_at",
                CAST(NULL AS VARCHAR) AS "sentiment",
                CAST(NULL AS VARCHAR) AS "source",
                CAST(NULL AS VARCHAR) AS "location",
                CAST(NULL AS BOOLEAN) AS "recommended",
                CAST('2026-09-30T17:00:00' AS TIMESTAMP(6)) AS "window_start",
                CAST('2026-11-21T02:00:00' AS TIMESTAMP(6)) AS "window_end",
                CAST('2026-11-21T02:00:00' AS TIMESTAMP(6)) AS "as_of",
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
                  "t9"."~group",
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
                    "t8"."~group",
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
                        "t6"."~group",
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
                        CASE
                          WHEN "t6"."rating" BETWEEN 1 AND 5
                          THEN "t6"."rating"
                          ELSE CAST(NULL AS DECIMAL(38, 10))
                        END AS "~rating",
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
                          "t5"."review_id" AS "~group"
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
                                  WHEN "t2"."updated_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
                                  THEN "t2"."updated_at"
                                  ELSE CAST(NULL AS TIMESTAMP(6))
                                END AS "updated_at",
                                CASE
                                  WHEN "t2"."deleted_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
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
                                  "t2"."updated_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
                                ), FALSE) AS "~changed"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    "t0"."review_id",
                                    COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200 SECOND') AS "created_at",
                                    COALESCE("t0"."updated_at~instant", "t0"."updated_at~local" + INTERVAL '-25200 SECOND') AS "updated_at",
                                    COALESCE("t0"."deleted_at~instant", "t0"."deleted_at~local" + INTERVAL '-25200 SECOND') AS "deleted_at",
                                    "t0"."rating",
                                    "t0"."review_id~bad",
                                    "t0"."created_at~bad",
                                    "t0"."updated_at~bad",
                                    "t0"."deleted_at~bad",
                                    "t0"."rating~bad"
                                  FROM "typed" AS "t0"
                                  OFFSET 0
                                ) AS "t1"
                                WHERE
                                  (
                                    "t1"."created_at" <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
                                  )
                                  OR (
                                    "t1"."created_at" IS NULL
                                  )
                              ) AS "t2"
                              OFFSET 0
                            ) AS "t3"
                            WHERE
                              TRUE
                          ) AS "t4"
                          WHERE
                            (
                              (
                                "t4"."created_at" < CAST('2026-12-31T17:00:00' AS TIMESTAMP(6))
                              )
                              AND (
                                "t4"."created_at" >= CAST('2026-09-30T17:00:00' AS TIMESTAMP(6))
                              )
                            )
                            OR (
                              "t4"."created_at" IS NULL
                            )
                        ) AS "t5"
                      ) AS "t6"
                      OFFSET 0
                    ) AS "t7"
                    WHERE
                      "t7"."~keep"
                  ) AS "t8"
                ) AS "t9"
              ) AS "t10"
              OFFSET 0
            ) AS "t11"
            OFFSET 0
          ) AS "t12"
          OFFSET 0
        ) AS "t13"
        WHERE
          "t13"."version" = 0 AND "t13"."deleted_at" IS NULL
      ) AS "t14"
    ) AS "t15"
    OFFSET 0
  ) AS "t16"
) AS "t17"
GROUP BY
  1
