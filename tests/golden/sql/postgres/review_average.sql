SELECT
  *
FROM (
  SELECT
    "t10"."~group",
    SUM("t10"."~rows") FILTER(WHERE
      "t10"."k0_met" AND (
        "t10"."k0_fate" = 1
      )) AS "k0_lost_rejected",
    SUM("t10"."~rows") FILTER(WHERE
      "t10"."k0_met" AND (
        "t10"."k0_fate" = 2
      )) AS "k0_lost_missing",
    SUM("t10"."~rows") FILTER(WHERE
      "t10"."k0_met" AND (
        "t10"."k0_fate" = 3
      )) AS "k0_lost_out_of_scale",
    SUM("t10"."~rows") FILTER(WHERE
      "t10"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t9"."~group",
      "t9"."k0_met",
      "t9"."k0_fate",
      "t9"."~rows",
      "t9"."k0_met" AND (
        "t9"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t8"."~group",
        "t8"."k0_met",
        "t8"."k0_fate",
        COUNT(*) AS "~rows"
      FROM (
        SELECT
          "t7"."~group",
          TRUE AS "k0_met",
          CASE
            WHEN "t7"."created_at~bad"
            THEN 1
            WHEN "t7"."updated_at~bad"
            THEN 1
            WHEN "t7"."deleted_at~bad"
            THEN 1
            WHEN "t7"."rating~bad"
            THEN 1
            WHEN "t7"."review_id" IS NULL
            THEN 2
            WHEN "t7"."created_at" IS NULL
            THEN 2
            WHEN "t7"."rating" IS NULL
            THEN 2
            WHEN (
              "t7"."rating" IS NOT NULL
            ) AND (
              "t7"."rating~1~5~0~0" IS NULL
            )
            THEN 3
            ELSE 0
          END AS "k0_fate"
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
            CASE
              WHEN "t6"."rating" BETWEEN 1 AND 5
              THEN "t6"."rating"
              ELSE CAST(NULL AS DECIMAL(38, 10))
            END AS "rating~1~5~0~0"
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
        OFFSET 0
      ) AS "t8"
      GROUP BY
        1,
        2,
        3
      OFFSET 0
    ) AS "t9"
    OFFSET 0
  ) AS "t10"
  GROUP BY
    1
  OFFSET 0
) AS "t11"
WHERE
  "t11"."k0_met" > 0
LIMIT 1001;

SELECT
  "t18"."~group",
  COUNT(*) FILTER(WHERE
    "t18"."keep" AND "t18"."there") AS "n",
  MAX("t18"."x") FILTER(WHERE
    "t18"."keep" AND "t18"."there") AS "most",
  SUM("t18"."x") FILTER(WHERE
    "t18"."keep" AND "t18"."there") AS "sum",
  COUNT(*) FILTER(WHERE
    "t18"."keep" AND (
      "t18"."there" AND (
        "t18"."units" IS NULL
      )
    )) AS "far",
  SUM(CAST("t18"."units" AS DECIMAL(38, 0)) * "t18"."units") FILTER(WHERE
    "t18"."keep" AND "t18"."there") AS "squares",
  SUM("t18"."units" * "t18"."rest") FILTER(WHERE
    "t18"."keep" AND "t18"."there") AS "mixed",
  SUM("t18"."rest" * "t18"."rest") FILTER(WHERE
    "t18"."keep" AND "t18"."there") AS "rests"
FROM (
  SELECT
    "t17"."~group",
    "t17"."met",
    "t17"."x",
    "t17"."there",
    "t17"."units",
    "t17"."rest",
    "t17"."met" AS "keep"
  FROM (
    SELECT
      "t16"."~group",
      TRUE AS "met",
      "t16"."rating" AS "x",
      (
        "t16"."rating" IS NOT NULL
      ) AND TRUE AS "there",
      CAST(CASE
        WHEN (
          "t16"."rating" < 1000000000000
        ) AND (
          "t16"."rating" > -1000000000000
        )
        THEN "t16"."rating"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "units",
      CAST(CASE
        WHEN (
          "t16"."rating" < 1000000000000
        ) AND (
          "t16"."rating" > -1000000000000
        )
        THEN "t16"."rating"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          "t16"."rating" < 1000000000000
        ) AND (
          "t16"."rating" > -1000000000000
        )
        THEN "t16"."rating"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS DECIMAL(19, 10)) AS "rest"
    FROM (
      SELECT
        "t15"."review_id",
        "t15"."created_at",
        "t15"."updated_at",
        "t15"."deleted_at",
        "t15"."rating",
        "t15"."~group",
        "t15"."later",
        "t15"."reply_at",
        "t15"."sentiment",
        "t15"."source",
        "t15"."location",
        "t15"."recommended",
        "t15"."window_start",
        "t15"."window_end",
        "t15"."as_of",
        "t15"."window_start_day",
        "t15"."window_end_day",
        "t15"."as_of_day",
        "t15"."created_at_day",
        "t15"."updated_at_day",
        "t15"."deleted_at_day",
        "t15"."reply_at_day"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t13"."review_id",
            "t13"."created_at",
            "t13"."updated_at",
            "t13"."deleted_at",
            "t13"."rating",
            "t13"."~group",
            "t13"."later",
            "t13"."reply_at",
            "t13"."sentiment",
            "t13"."source",
            "t13"."location",
            "t13"."recommended",
            "t13"."window_start",
            "t13"."window_end",
            "t13"."as_of",
            "t13"."window_start_day",
            "t13"."window_end_day",
            "t13"."as_of_day",
            "t13"."created_at_day",
            "t13"."updated_at_day",
            "t13"."deleted_at_day",
            "t13"."reply_at_day",
            ROW_NUMBER() OVER (
              PARTITION BY "t13"."~group", "t13"."review_id"
              ORDER BY "t13"."later" ASC, COALESCE("t13"."deleted_at", "t13"."updated_at") DESC NULLS LAST, "t13"."deleted_at" DESC NULLS LAST, "t13"."rating" DESC NULLS LAST, "t13"."reply_at" DESC NULLS LAST, "t13"."recommended" DESC NULLS LAST, "t13"."sentiment" DESC NULLS LAST
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "version"
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
              DATE("t12"."created_at" + INTERVAL '25200 SECOND') AS "created_at_day",
              DATE("t12"."updated_at" + INTERVAL '25200 SECOND') AS "updated_at_day",
              DATE("t12"."deleted_at" + INTERVAL '25200 SECOND') AS "deleted_at_day",
              DATE("t12"."reply_at" + INTERVAL '25200 SECOND') AS "reply_at_day"
            FROM (
              SELECT
                "t11"."review_id",
                "t11"."created_at",
                "t11"."updated_at",
                "t11"."deleted_at",
                "t11"."rating",
                "t11"."~group",
                "t11"."later",
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
                  "t10"."review_id",
                  "t10"."created_at",
                  "t10"."updated_at",
                  "t10"."deleted_at",
                  "t10"."rating",
                  "t10"."~group",
                  "t10"."later"
                FROM (
                  SELECT
                    "t9"."review_id",
                    "t9"."created_at",
                    "t9"."updated_at",
                    "t9"."deleted_at",
                    "t9"."~rating" AS "rating",
                    "t9"."review_id~bad",
                    "t9"."created_at~bad",
                    "t9"."updated_at~bad",
                    "t9"."deleted_at~bad",
                    "t9"."rating~bad",
                    "t9"."~changed",
                    "t9"."~group",
                    "t9"."rating~1~5~0~0",
                    "t9"."~keep",
                    "t9"."~rating",
                    "t9"."later"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t7"."review_id",
                        "t7"."created_at",
                        "t7"."updated_at",
                        "t7"."deleted_at",
                        "t7"."rating",
                        "t7"."review_id~bad",
                        "t7"."created_at~bad",
                        "t7"."updated_at~bad",
                        "t7"."deleted_at~bad",
                        "t7"."rating~bad",
                        "t7"."~changed",
                        "t7"."~group",
                        "t7"."rating~1~5~0~0",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t7"."created_at~bad"
                          OR "t7"."updated_at~bad"
                          OR "t7"."deleted_at~bad"
                          OR (
                            "t7"."review_id" IS NULL
                          )
                          OR (
                            "t7"."created_at" IS NULL
                          )
                        ) AS "~keep",
                        "t7"."rating~1~5~0~0" AS "~rating",
                        "t7"."~changed" AS "later"
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
                          CASE
                            WHEN "t6"."rating" BETWEEN 1 AND 5
                            THEN "t6"."rating"
                            ELSE CAST(NULL AS DECIMAL(38, 10))
                          END AS "rating~1~5~0~0"
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
                      OFFSET 0
                    ) AS "t8"
                    WHERE
                      "t8"."~keep"
                  ) AS "t9"
                ) AS "t10"
              ) AS "t11"
              OFFSET 0
            ) AS "t12"
            OFFSET 0
          ) AS "t13"
          OFFSET 0
        ) AS "t14"
        WHERE
          "t14"."version" = 0 AND "t14"."deleted_at" IS NULL
      ) AS "t15"
    ) AS "t16"
    OFFSET 0
  ) AS "t17"
) AS "t18"
GROUP BY
  1
LIMIT 1001
