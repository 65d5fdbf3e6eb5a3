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
          WHEN "t5"."created_at~bad"
          THEN 1
          WHEN "t5"."reply_at~bad"
          THEN 1
          WHEN "t5"."deleted_at~bad"
          THEN 1
          WHEN "t5"."review_id" IS NULL
          THEN 2
          WHEN "t5"."created_at" IS NULL
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
              "t2"."created_at",
              CASE
                WHEN "t2"."deleted_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."deleted_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "deleted_at",
              CASE
                WHEN "t2"."reply_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."reply_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "reply_at",
              "t2"."review_id~bad",
              "t2"."created_at~bad",
              "t2"."deleted_at~bad",
              "t2"."reply_at~bad"
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
                    "t0"."deleted_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."deleted_at~local") + -25200000000)
                  ) AS "deleted_at",
                  COALESCE(
                    "t0"."reply_at~instant",
                    MAKE_TIMESTAMP(EPOCH_US("t0"."reply_at~local") + -25200000000)
                  ) AS "reply_at",
                  "t0"."review_id~bad",
                  "t0"."created_at~bad",
                  "t0"."deleted_at~bad",
                  "t0"."reply_at~bad"
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
    GROUP BY
      1,
      2
  ) AS "t7"
) AS "t8";

SELECT
  SUM("t16"."~rows") FILTER(WHERE
    "t16"."keep" AND "t16"."met") AS "n",
  SUM("t16"."~rows") FILTER(WHERE
    "t16"."keep" AND "t16"."hit") AS "hits"
FROM (
  SELECT
    "t15"."met",
    "t15"."hit",
    "t15"."~rows",
    "t15"."met" AS "keep"
  FROM (
    SELECT
      "t14"."met",
      "t14"."hit",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t13"."reply_at" IS NOT NULL, FALSE) AND TRUE AS "hit"
      FROM (
        SELECT
          "t12".*
          EXCLUDE ("version")
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t10"."review_id",
              "t10"."created_at",
              "t10"."deleted_at",
              "t10"."reply_at",
              "t10"."later",
              "t10"."updated_at",
              "t10"."rating",
              "t10"."sentiment",
              "t10"."source",
              "t10"."location",
              "t10"."recommended",
              "t10"."window_start",
              "t10"."window_end",
              "t10"."as_of",
              "t10"."window_start_day",
              "t10"."window_end_day",
              "t10"."as_of_day",
              "t10"."created_at_day",
              "t10"."updated_at_day",
              "t10"."deleted_at_day",
              "t10"."reply_at_day",
              ROW_NUMBER() OVER (
                PARTITION BY "t10"."review_id"
                ORDER BY "t10"."later" ASC, COALESCE("t10"."deleted_at", "t10"."updated_at") DESC, "t10"."deleted_at" DESC, "t10"."rating" DESC, "t10"."reply_at" DESC, "t10"."recommended" DESC, "t10"."sentiment" DESC
                ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
              ) - 1 AS "version"
            FROM (
              SELECT
                "t9"."review_id",
                "t9"."created_at",
                "t9"."deleted_at",
                "t9"."reply_at",
                "t9"."later",
                "t9"."updated_at",
                "t9"."rating",
                "t9"."sentiment",
                "t9"."source",
                "t9"."location",
                "t9"."recommended",
                "t9"."window_start",
                "t9"."window_end",
                "t9"."as_of",
                "t9"."window_start_day",
                "t9"."window_end_day",
                "t9"."as_of_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t9"."created_at") + 25200000000) AS DATE) AS "created_at_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t9"."updated_at") + 25200000000) AS DATE) AS "updated_at_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t9"."deleted_at") + 25200000000) AS DATE) AS "deleted_at_day",
                CAST(MAKE_TIMESTAMP(EPOCH_US("t9"."reply_at") + 25200000000) AS DATE) AS "reply_at_day"
              FROM (
                SELECT
                  "t8"."review_id",
                  "t8"."created_at",
                  "t8"."deleted_at",
                  "t8"."reply_at",
                  "t8"."later",
                  CAST(NULL AS TIMESTAMP(6)) AS "updated_at",
                  CAST(NULL AS DECIMAL(38, 10)) AS "rating",
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
                    "t7"."review_id",
                    "t7"."created_at",
                    "t7"."deleted_at",
                    "t7"."reply_at",
                    "t7"."later"
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        "t5"."review_id",
                        "t5"."created_at",
                        "t5"."deleted_at",
                        "t5"."reply_at",
                        "t5"."review_id~bad",
                        "t5"."created_at~bad",
                        "t5"."deleted_at~bad",
                        "t5"."reply_at~bad",
                        TRUE
                        AND NOT (
                          FALSE
                          OR "t5"."created_at~bad"
                          OR "t5"."reply_at~bad"
                          OR "t5"."deleted_at~bad"
                          OR (
                            "t5"."review_id" IS NULL
                          )
                          OR (
                            "t5"."created_at" IS NULL
                          )
                        ) AS "~keep",
                        FALSE AS "later"
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
                                WHEN "t2"."deleted_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                THEN "t2"."deleted_at"
                                ELSE CAST(NULL AS TIMESTAMP(6))
                              END AS "deleted_at",
                              CASE
                                WHEN "t2"."reply_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                THEN "t2"."reply_at"
                                ELSE CAST(NULL AS TIMESTAMP(6))
                              END AS "reply_at",
                              "t2"."review_id~bad",
                              "t2"."created_at~bad",
                              "t2"."deleted_at~bad",
                              "t2"."reply_at~bad"
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
                                    "t0"."deleted_at~instant",
                                    MAKE_TIMESTAMP(EPOCH_US("t0"."deleted_at~local") + -25200000000)
                                  ) AS "deleted_at",
                                  COALESCE(
                                    "t0"."reply_at~instant",
                                    MAKE_TIMESTAMP(EPOCH_US("t0"."reply_at~local") + -25200000000)
                                  ) AS "reply_at",
                                  "t0"."review_id~bad",
                                  "t0"."created_at~bad",
                                  "t0"."deleted_at~bad",
                                  "t0"."reply_at~bad"
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
                    WHERE
                      "t6"."~keep"
                  ) AS "t7"
                ) AS "t8"
              ) AS "t9"
            ) AS "t10"
          ) AS "t11"
          WHERE
            "t11"."version" = 0 AND "t11"."deleted_at" IS NULL
        ) AS "t12"
      ) AS "t13"
    ) AS "t14"
    GROUP BY
      1,
      2
  ) AS "t15"
) AS "t16"
