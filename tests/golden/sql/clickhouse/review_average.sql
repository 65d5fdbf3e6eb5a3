SELECT
  *
FROM (
  SELECT
    "t10"."~group" AS "~group",
    sumIf("t10"."~rows", "t10"."k0_met" AND (
      "t10"."k0_fate" = 1
    )) AS "k0_lost_rejected",
    sumIf("t10"."~rows", "t10"."k0_met" AND (
      "t10"."k0_fate" = 2
    )) AS "k0_lost_missing",
    sumIf("t10"."~rows", "t10"."k0_met" AND (
      "t10"."k0_fate" = 3
    )) AS "k0_lost_out_of_scale",
    sumIf("t10"."~rows", "t10"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t9"."~group" AS "~group",
      "t9"."k0_met" AS "k0_met",
      "t9"."k0_fate" AS "k0_fate",
      "t9"."~rows" AS "~rows",
      "t9"."k0_met" AND (
        "t9"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t8"."~group" AS "~group",
        "t8"."k0_met" AS "k0_met",
        "t8"."k0_fate" AS "k0_fate",
        COUNT(*) AS "~rows"
      FROM (
        SELECT
          "t7"."~group" AS "~group",
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
            WHEN isNull("t7"."review_id")
            THEN 2
            WHEN isNull("t7"."created_at")
            THEN 2
            WHEN isNull("t7"."rating")
            THEN 2
            WHEN isNotNull("t7"."rating") AND isNull("t7"."rating~1~5~0~0")
            THEN 3
            ELSE 0
          END AS "k0_fate"
        FROM (
          SELECT
            "t6"."review_id" AS "review_id",
            "t6"."created_at" AS "created_at",
            "t6"."updated_at" AS "updated_at",
            "t6"."deleted_at" AS "deleted_at",
            "t6"."rating" AS "rating",
            "t6"."review_id~bad" AS "review_id~bad",
            "t6"."created_at~bad" AS "created_at~bad",
            "t6"."updated_at~bad" AS "updated_at~bad",
            "t6"."deleted_at~bad" AS "deleted_at~bad",
            "t6"."rating~bad" AS "rating~bad",
            "t6"."~changed" AS "~changed",
            "t6"."~group" AS "~group",
            CASE
              WHEN "t6"."rating" BETWEEN 1 AND 5
              THEN "t6"."rating"
              ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
            END AS "rating~1~5~0~0"
          FROM (
            SELECT
              "t5"."review_id" AS "review_id",
              "t5"."created_at" AS "created_at",
              "t5"."updated_at" AS "updated_at",
              "t5"."deleted_at" AS "deleted_at",
              "t5"."rating" AS "rating",
              "t5"."review_id~bad" AS "review_id~bad",
              "t5"."created_at~bad" AS "created_at~bad",
              "t5"."updated_at~bad" AS "updated_at~bad",
              "t5"."deleted_at~bad" AS "deleted_at~bad",
              "t5"."rating~bad" AS "rating~bad",
              "t5"."~changed" AS "~changed",
              "t5"."review_id" AS "~group"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t2"."review_id" AS "review_id",
                    "t2"."created_at" AS "created_at",
                    CASE
                      WHEN "t2"."updated_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                      THEN "t2"."updated_at"
                      ELSE CAST(NULL AS Nullable(DateTime64(6)))
                    END AS "updated_at",
                    CASE
                      WHEN "t2"."deleted_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                      THEN "t2"."deleted_at"
                      ELSE CAST(NULL AS Nullable(DateTime64(6)))
                    END AS "deleted_at",
                    "t2"."rating" AS "rating",
                    "t2"."review_id~bad" AS "review_id~bad",
                    "t2"."created_at~bad" AS "created_at~bad",
                    "t2"."updated_at~bad" AS "updated_at~bad",
                    "t2"."deleted_at~bad" AS "deleted_at~bad",
                    "t2"."rating~bad" AS "rating~bad",
                    COALESCE(
                      NOT (
                        "t2"."updated_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                      ),
                      FALSE
                    ) AS "~changed"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t0"."review_id" AS "review_id",
                        COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
                        COALESCE("t0"."updated_at~instant", "t0"."updated_at~local" + INTERVAL '-25200' SECOND) AS "updated_at",
                        COALESCE("t0"."deleted_at~instant", "t0"."deleted_at~local" + INTERVAL '-25200' SECOND) AS "deleted_at",
                        "t0"."rating" AS "rating",
                        "t0"."review_id~bad" AS "review_id~bad",
                        "t0"."created_at~bad" AS "created_at~bad",
                        "t0"."updated_at~bad" AS "updated_at~bad",
                        "t0"."deleted_at~bad" AS "deleted_at~bad",
                        "t0"."rating~bad" AS "rating~bad"
                      FROM "typed" AS "t0"
                    ) AS "t1"
                    WHERE
                      (
                        "t1"."created_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                      )
                      OR isNull("t1"."created_at")
                  ) AS "t2"
                ) AS "t3"
                WHERE
                  TRUE
              ) AS "t4"
              WHERE
                (
                  (
                    "t4"."created_at" < parseDateTimeBestEffort('2026-12-31T17:00:00')
                  )
                  AND (
                    "t4"."created_at" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
                  )
                )
                OR isNull("t4"."created_at")
            ) AS "t5"
          ) AS "t6"
        ) AS "t7"
      ) AS "t8"
      GROUP BY
        "t8"."~group",
        "t8"."k0_met",
        "t8"."k0_fate"
    ) AS "t9"
  ) AS "t10"
  GROUP BY
    "t10"."~group"
) AS "t11"
WHERE
  "t11"."k0_met" > 0
LIMIT 1001;

SELECT
  "t18"."~group" AS "~group",
  countIf("t18"."keep" AND "t18"."there") AS "n",
  maxIf("t18"."x", "t18"."keep" AND "t18"."there") AS "most",
  sumIf("t18"."x", "t18"."keep" AND "t18"."there") AS "sum",
  countIf("t18"."keep" AND (
    "t18"."there" AND isNull("t18"."units")
  )) AS "far",
  sumIf(
    CAST("t18"."units" AS Nullable(Decimal(38, 0))) * "t18"."units",
    "t18"."keep" AND "t18"."there"
  ) AS "squares",
  sumIf("t18"."units" * "t18"."rest", "t18"."keep" AND "t18"."there") AS "mixed",
  sumIf("t18"."rest" * "t18"."rest", "t18"."keep" AND "t18"."there") AS "rests"
FROM (
  SELECT
    "t17"."~group" AS "~group",
    "t17"."met" AS "met",
    "t17"."x" AS "x",
    "t17"."there" AS "there",
    "t17"."units" AS "units",
    "t17"."rest" AS "rest",
    "t17"."met" AS "keep"
  FROM (
    SELECT
      "t16"."~group" AS "~group",
      TRUE AS "met",
      "t16"."rating" AS "x",
      isNotNull("t16"."rating") AND TRUE AS "there",
      CAST(CASE
        WHEN (
          "t16"."rating" < 1000000000000
        ) AND (
          "t16"."rating" > -1000000000000
        )
        THEN "t16"."rating"
        ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
      END AS Nullable(Int64)) AS "units",
      CAST(CASE
        WHEN (
          "t16"."rating" < 1000000000000
        ) AND (
          "t16"."rating" > -1000000000000
        )
        THEN "t16"."rating"
        ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
      END - CAST(CASE
        WHEN (
          "t16"."rating" < 1000000000000
        ) AND (
          "t16"."rating" > -1000000000000
        )
        THEN "t16"."rating"
        ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
      END AS Nullable(Int64)) AS Nullable(Decimal(19, 10))) AS "rest"
    FROM (
      SELECT
        "t15".*
        EXCEPT ("version")
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t13"."review_id" AS "review_id",
            "t13"."created_at" AS "created_at",
            "t13"."updated_at" AS "updated_at",
            "t13"."deleted_at" AS "deleted_at",
            "t13"."rating" AS "rating",
            "t13"."~group" AS "~group",
            "t13"."later" AS "later",
            "t13"."reply_at" AS "reply_at",
            "t13"."sentiment" AS "sentiment",
            "t13"."source" AS "source",
            "t13"."location" AS "location",
            "t13"."recommended" AS "recommended",
            "t13"."window_start" AS "window_start",
            "t13"."window_end" AS "window_end",
            "t13"."as_of" AS "as_of",
            "t13"."window_start_day" AS "window_start_day",
            "t13"."window_end_day" AS "window_end_day",
            "t13"."as_of_day" AS "as_of_day",
            "t13"."created_at_day" AS "created_at_day",
            "t13"."updated_at_day" AS "updated_at_day",
            "t13"."deleted_at_day" AS "deleted_at_day",
            "t13"."reply_at_day" AS "reply_at_day",
            ROW_NUMBER() OVER (
              PARTITION BY "t13"."~group", "t13"."review_id"
              ORDER BY "t13"."later" ASC, COALESCE("t13"."deleted_at", "t13"."updated_at") DESC, "t13"."deleted_at" DESC, "t13"."rating" DESC, "t13"."reply_at" DESC, "t13"."recommended" DESC, "t13"."sentiment" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "version"
          FROM (
            SELECT
              "t12"."review_id" AS "review_id",
              "t12"."created_at" AS "created_at",
              "t12"."updated_at" AS "updated_at",
              "t12"."deleted_at" AS "deleted_at",
              "t12"."rating" AS "rating",
              "t12"."~group" AS "~group",
              "t12"."later" AS "later",
              "t12"."reply_at" AS "reply_at",
              "t12"."sentiment" AS "sentiment",
              "t12"."source" AS "source",
              "t12"."location" AS "location",
              "t12"."recommended" AS "recommended",
              "t12"."window_start" AS "window_start",
              "t12"."window_end" AS "window_end",
              "t12"."as_of" AS "as_of",
              "t12"."window_start_day" AS "window_start_day",
              "t12"."window_end_day" AS "window_end_day",
              "t12"."as_of_day" AS "as_of_day",
              toDate("t12"."created_at" + INTERVAL '25200' SECOND) AS "created_at_day",
              toDate("t12"."updated_at" + INTERVAL '25200' SECOND) AS "updated_at_day",
              toDate("t12"."deleted_at" + INTERVAL '25200' SECOND) AS "deleted_at_day",
              toDate("t12"."reply_at" + INTERVAL '25200' SECOND) AS "reply_at_day"
            FROM (
              SELECT
                "t11"."review_id" AS "review_id",
                "t11"."created_at" AS "created_at",
                "t11"."updated_at" AS "updated_at",
                "t11"."deleted_at" AS "deleted_at",
                "t11"."rating" AS "rating",
                "t11"."~group" AS "~group",
                "t11"."later" AS "later",
                CAST(NULL AS Nullable(DateTime64(6))) AS "reply_at",
                CAST(NULL AS Nullable(String)) AS "sentiment",
                CAST(NULL AS Nullable(String)) AS "source",
                CAST(NULL AS Nullable(String)) AS "location",
                CAST(NULL AS Nullable(Bool)) AS "recommended",
                parseDateTimeBestEffort('2026-09-30T17:00:00') AS "window_start",
                parseDateTimeBestEffort('2026-11-21T02:00:00') AS "window_end",
                parseDateTimeBestEffort('2026-11-21T02:00:00') AS "as_of",
                toDate('2026-10-01') AS "window_start_day",
                toDate('2026-11-21') AS "window_end_day",
                toDate('2026-11-21') AS "as_of_day"
              FROM (
                SELECT
                  "t10"."review_id" AS "review_id",
                  "t10"."created_at" AS "created_at",
                  "t10"."updated_at" AS "updated_at",
                  "t10"."deleted_at" AS "deleted_at",
                  "t10"."rating" AS "rating",
                  "t10"."~group" AS "~group",
                  "t10"."later" AS "later"
                FROM (
                  SELECT
                    "t9"."review_id" AS "review_id",
                    "t9"."created_at" AS "created_at",
                    "t9"."updated_at" AS "updated_at",
                    "t9"."deleted_at" AS "deleted_at",
                    "t9"."~rating" AS "rating",
                    "t9"."review_id~bad" AS "review_id~bad",
                    "t9"."created_at~bad" AS "created_at~bad",
                    "t9"."updated_at~bad" AS "updated_at~bad",
                    "t9"."deleted_at~bad" AS "deleted_at~bad",
                    "t9"."rating~bad" AS "rating~bad",
                    "t9"."~changed" AS "~changed",
                    "t9"."~group" AS "~group",
                    "t9"."rating~1~5~0~0" AS "rating~1~5~0~0",
                    "t9"."~keep" AS "~keep",
                    "t9"."~rating" AS "~rating",
                    "t9"."later" AS "later"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t7"."review_id" AS "review_id",
                        "t7"."created_at" AS "created_at",
                        "t7"."updated_at" AS "updated_at",
                        "t7"."deleted_at" AS "deleted_at",
                        "t7"."rating" AS "rating",
                        "t7"."review_id~bad" AS "review_id~bad",
                        "t7"."created_at~bad" AS "created_at~bad",
                        "t7"."updated_at~bad" AS "updated_at~bad",
                        "t7"."deleted_at~bad" AS "deleted_at~bad",
                        "t7"."rating~bad" AS "rating~bad",
                        "t7"."~changed" AS "~changed",
                        "t7"."~group" AS "~group",
                        "t7"."rating~1~5~0~0" AS "rating~1~5~0~0",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t7"."created_at~bad"
                          OR "t7"."updated_at~bad"
                          OR "t7"."deleted_at~bad"
                          OR isNull("t7"."review_id")
                          OR isNull("t7"."created_at")
                        ) AS "~keep",
                        "t7"."rating~1~5~0~0" AS "~rating",
                        "t7"."~changed" AS "later"
                      FROM (
                        SELECT
                          "t6"."review_id" AS "review_id",
                          "t6"."created_at" AS "created_at",
                          "t6"."updated_at" AS "updated_at",
                          "t6"."deleted_at" AS "deleted_at",
                          "t6"."rating" AS "rating",
                          "t6"."review_id~bad" AS "review_id~bad",
                          "t6"."created_at~bad" AS "created_at~bad",
                          "t6"."updated_at~bad" AS "updated_at~bad",
                          "t6"."deleted_at~bad" AS "deleted_at~bad",
                          "t6"."rating~bad" AS "rating~bad",
                          "t6"."~changed" AS "~changed",
                          "t6"."~group" AS "~group",
                          CASE
                            WHEN "t6"."rating" BETWEEN 1 AND 5
                            THEN "t6"."rating"
                            ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
                          END AS "rating~1~5~0~0"
                        FROM (
                          SELECT
                            "t5"."review_id" AS "review_id",
                            "t5"."created_at" AS "created_at",
                            "t5"."updated_at" AS "updated_at",
                            "t5"."deleted_at" AS "deleted_at",
                            "t5"."rating" AS "rating",
                            "t5"."review_id~bad" AS "review_id~bad",
                            "t5"."created_at~bad" AS "created_at~bad",
                            "t5"."updated_at~bad" AS "updated_at~bad",
                            "t5"."deleted_at~bad" AS "deleted_at~bad",
                            "t5"."rating~bad" AS "rating~bad",
                            "t5"."~changed" AS "~changed",
                            "t5"."review_id" AS "~group"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t2"."review_id" AS "review_id",
                                  "t2"."created_at" AS "created_at",
                                  CASE
                                    WHEN "t2"."updated_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                                    THEN "t2"."updated_at"
                                    ELSE CAST(NULL AS Nullable(DateTime64(6)))
                                  END AS "updated_at",
                                  CASE
                                    WHEN "t2"."deleted_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                                    THEN "t2"."deleted_at"
                                    ELSE CAST(NULL AS Nullable(DateTime64(6)))
                                  END AS "deleted_at",
                                  "t2"."rating" AS "rating",
                                  "t2"."review_id~bad" AS "review_id~bad",
                                  "t2"."created_at~bad" AS "created_at~bad",
                                  "t2"."updated_at~bad" AS "updated_at~bad",
                                  "t2"."deleted_at~bad" AS "deleted_at~bad",
                                  "t2"."rating~bad" AS "rating~bad",
                                  COALESCE(
                                    NOT (
                                      "t2"."updated_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                                    ),
                                    FALSE
                                  ) AS "~changed"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t0"."review_id" AS "review_id",
                                      COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
                                      COALESCE("t0"."updated_at~instant", "t0"."updated_at~local" + INTERVAL '-25200' SECOND) AS "updated_at",
                                      COALESCE("t0"."deleted_at~instant", "t0"."deleted_at~local" + INTERVAL '-25200' SECOND) AS "deleted_at",
                                      "t0"."rating" AS "rating",
                                      "t0"."review_id~bad" AS "review_id~bad",
                                      "t0"."created_at~bad" AS "created_at~bad",
                                      "t0"."updated_at~bad" AS "updated_at~bad",
                                      "t0"."deleted_at~bad" AS "deleted_at~bad",
                                      "t0"."rating~bad" AS "rating~bad"
                                    FROM "typed" AS "t0"
                                  ) AS "t1"
                                  WHERE
                                    (
                                      "t1"."created_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                                    )
                                    OR isNull("t1"."created_at")
                                ) AS "t2"
                              ) AS "t3"
                              WHERE
                                TRUE
                            ) AS "t4"
                            WHERE
                              (
                                (
                                  "t4"."created_at" < parseDateTimeBestEffort('2026-12-31T17:00:00')
                                )
                                AND (
                                  "t4"."created_at" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
                                )
                              )
                              OR isNull("t4"."created_at")
                          ) AS "t5"
                        ) AS "t6"
                      ) AS "t7"
                    ) AS "t8"
                    WHERE
                      "t8"."~keep"
                  ) AS "t9"
                ) AS "t10"
              ) AS "t11"
            ) AS "t12"
          ) AS "t13"
        ) AS "t14"
        WHERE
          "t14"."version" = 0 AND isNull("t14"."deleted_at")
      ) AS "t15"
    ) AS "t16"
  ) AS "t17"
) AS "t18"
GROUP BY
  "t18"."~group"
LIMIT 1001
