SELECT
  "t9"."~group" AS "~group",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 1
  )) AS "k0_lost_rejected",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 2
  )) AS "k0_lost_missing",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 3
  )) AS "k0_lost_out_of_scale",
  sumIf("t9"."~rows", "t9"."k0_met") AS "k0_met"
FROM (
  SELECT
    "t8"."~group" AS "~group",
    "t8"."k0_met" AS "k0_met",
    "t8"."k0_fate" AS "k0_fate",
    "t8"."~rows" AS "~rows",
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t7"."~group" AS "~group",
      "t7"."k0_met" AS "k0_met",
      "t7"."k0_fate" AS "k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        "t6"."~group" AS "~group",
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
          WHEN isNull("t6"."review_id")
          THEN 2
          WHEN isNull("t6"."created_at")
          THEN 2
          WHEN isNull("t6"."rating")
          THEN 2
          WHEN NOT (
            COALESCE("t6"."rating" BETWEEN 1 AND 5, FALSE)
          )
          AND isNotNull("t6"."rating")
          THEN 3
          ELSE 0
        END AS "k0_fate"
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
    GROUP BY
      "t7"."~group",
      "t7"."k0_met",
      "t7"."k0_fate"
  ) AS "t8"
) AS "t9"
GROUP BY
  "t9"."~group";

SELECT
  "t17"."~group" AS "~group",
  countIf("t17"."keep" AND "t17"."there") AS "n",
  maxIf("t17"."x", "t17"."keep" AND "t17"."there") AS "most",
  sumIf("t17"."x", "t17"."keep" AND "t17"."there") AS "sum",
  countIf("t17"."keep" AND (
    "t17"."there" AND isNull("t17"."units")
  )) AS "far",
  sumIf(
    CAST("t17"."units" AS Nullable(Decimal(38, 0))) * "t17"."units",
    "t17"."keep" AND "t17"."there"
  ) AS "squares",
  sumIf("t17"."units" * "t17"."rest", "t17"."keep" AND "t17"."there") AS "mixed",
  sumIf("t17"."rest" * "t17"."rest", "t17"."keep" AND "t17"."there") AS "rests"
FROM (
  SELECT
    "t16"."~group" AS "~group",
    "t16"."met" AS "met",
    "t16"."x" AS "x",
    "t16"."there" AS "there",
    "t16"."units" AS "units",
    "t16"."rest" AS "rest",
    "t16"."met" AS "keep"
  FROM (
    SELECT
      "t15"."~group" AS "~group",
      TRUE AS "met",
      "t15"."rating" AS "x",
      isNotNull("t15"."rating") AND TRUE AS "there",
      CAST(CASE
        WHEN (
          "t15"."rating" < 1000000000000
        ) AND (
          "t15"."rating" > -1000000000000
        )
        THEN "t15"."rating"
        ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
      END AS Nullable(Int64)) AS "units",
      CAST(CASE
        WHEN (
          "t15"."rating" < 1000000000000
        ) AND (
          "t15"."rating" > -1000000000000
        )
        THEN "t15"."rating"
        ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
      END - CAST(CASE
        WHEN (
          "t15"."rating" < 1000000000000
        ) AND (
          "t15"."rating" > -1000000000000
        )
        THEN "t15"."rating"
        ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
      END AS Nullable(Int64)) AS Nullable(Decimal(19, 10))) AS "rest"
    FROM (
      SELECT
        "t14".*
        EXCEPT ("version")
      FROM (
        SELECT
          *
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
            "t12"."created_at_day" AS "created_at_day",
            "t12"."updated_at_day" AS "updated_at_day",
            "t12"."deleted_at_day" AS "deleted_at_day",
            "t12"."reply_at_day" AS "reply_at_day",
            ROW_NUMBER() OVER (
              PARTITION BY "t12"."~group", "t12"."review_id"
              ORDER BY "t12"."later" ASC, COALESCE("t12"."deleted_at", "t12"."updated_at") DESC, "t12"."deleted_at" DESC, "t12"."rating" DESC, "t12"."reply_at" DESC, "t12"."recommended" DESC, "t12"."sentiment" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "version"
          FROM (
            SELECT
              "t11"."review_id" AS "review_id",
              "t11"."created_at" AS "created_at",
              "t11"."updated_at" AS "updated_at",
              "t11"."deleted_at" AS "deleted_at",
              "t11"."rating" AS "rating",
              "t11"."~group" AS "~group",
              "t11"."later" AS "later",
              "t11"."reply_at" AS "reply_at",
              "t11"."sentiment" AS "sentiment",
              "t11"."source" AS "source",
              "t11"."location" AS "location",
              "t11"."recommended" AS "recommended",
              "t11"."window_start" AS "window_start",
              "t11"."window_end" AS "window_end",
              "t11"."as_of" AS "as_of",
              "t11"."window_start_day" AS "window_start_day",
              "t11"."window_end_day" AS "window_end_day",
              "t11"."as_of_day" AS "as_of_day",
              toDate("t11"."created_at" + INTERVAL '25200' SECOND) AS "created_at_day",
              toDate("t11"."updated_at" + INTERVAL '25200' SECOND) AS "updated_at_day",
              toDate("t11"."deleted_at" + INTERVAL '25200' SECOND) AS "deleted_at_day",
              toDate("t11"."reply_at" + INTERVAL '25200' SECOND) AS "reply_at_day"
            FROM (
              SELECT
                "t10"."review_id" AS "review_id",
                "t10"."created_at" AS "created_at",
                "t10"."updated_at" AS "updated_at",
                "t10"."deleted_at" AS "deleted_at",
                "t10"."rating" AS "rating",
                "t10"."~group" AS "~group",
                "t10"."later" AS "later",
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
                  "t9"."review_id" AS "review_id",
                  "t9"."created_at" AS "created_at",
                  "t9"."updated_at" AS "updated_at",
                  "t9"."deleted_at" AS "deleted_at",
                  "t9"."rating" AS "rating",
                  "t9"."~group" AS "~group",
                  "t9"."later" AS "later"
                FROM (
                  SELECT
                    "t8"."review_id" AS "review_id",
                    "t8"."created_at" AS "created_at",
                    "t8"."updated_at" AS "updated_at",
                    "t8"."deleted_at" AS "deleted_at",
                    "t8"."~rating" AS "rating",
                    "t8"."review_id~bad" AS "review_id~bad",
                    "t8"."created_at~bad" AS "created_at~bad",
                    "t8"."updated_at~bad" AS "updated_at~bad",
                    "t8"."deleted_at~bad" AS "deleted_at~bad",
                    "t8"."rating~bad" AS "rating~bad",
                    "t8"."~changed" AS "~changed",
                    "t8"."~group" AS "~group",
                    "t8"."~keep" AS "~keep",
                    "t8"."~rating" AS "~rating",
                    "t8"."later" AS "later"
                  FROM (
                    SELECT
                      *
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
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t6"."created_at~bad"
                          OR "t6"."updated_at~bad"
                          OR "t6"."deleted_at~bad"
                          OR isNull("t6"."review_id")
                          OR isNull("t6"."created_at")
                        ) AS "~keep",
                        CASE
                          WHEN "t6"."rating" BETWEEN 1 AND 5
                          THEN "t6"."rating"
                          ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
                        END AS "~rating",
                        "t6"."~changed" AS "later"
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
                    WHERE
                      "t7"."~keep"
                  ) AS "t8"
                ) AS "t9"
              ) AS "t10"
            ) AS "t11"
          ) AS "t12"
        ) AS "t13"
        WHERE
          "t13"."version" = 0 AND isNull("t13"."deleted_at")
      ) AS "t14"
    ) AS "t15"
  ) AS "t16"
) AS "t17"
GROUP BY
  "t17"."~group"
