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
  SUM("t19"."~rows") FILTER(WHERE
    "t19"."keep" AND "t19"."open") AS "open",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        "t19"."rank" <= (
          CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        )
      )
      AND (
        (
          CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        ) < (
          "t19"."rank" + "t19"."~rows"
        )
      )
    )) AS "low",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        "t19"."rank" <= (
          "t19"."size" - CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        )
      )
      AND (
        (
          "t19"."size" - CAST(FLOOR(
            (
              (
                "t19"."size" + 1
              ) - (
                SQRT(CAST("t19"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        ) < (
          "t19"."rank" + "t19"."~rows"
        )
      )
    )) AS "high",
  SUM(
    CAST("t19"."took" AS DECIMAL(38, 0)) * CAST("t19"."took" AS DECIMAL(38, 0)) * "t19"."~rows"
  ) FILTER(WHERE
    "t19"."keep") AS "squares",
  MIN("t19"."stayed") FILTER(WHERE
    "t19"."keep" AND (
      "t19"."lived" <= -0.6931471795599453
    )) AS "km",
  SUM("t19"."~rows") FILTER(WHERE
    "t19"."keep" AND (
      "t19"."took" IS NOT NULL
    )) AS "n",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        (
          "t19"."rank" * 100
        ) <= (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t19"."rank" + "t19"."~rows"
          ) * 100
        ) > (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
    )) AS "at",
  MIN("t19"."took") FILTER(WHERE
    "t19"."keep"
    AND (
      (
        (
          (
            (
              "t19"."rank" + "t19"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t19"."rank" - 1
          ) * 100
        ) <= (
          (
            "t19"."size" - 1
          ) * 50
        )
      )
    )) AS "next",
  SUM("t19"."took" * "t19"."~rows") FILTER(WHERE
    "t19"."keep") AS "sum",
  SUM("t19"."~rows") FILTER(WHERE
    "t19"."lost_out_negative") AS "out_negative"
FROM (
  SELECT
    "t18"."met",
    "t18"."took",
    "t18"."lasted",
    "t18"."out_negative",
    "t18"."open",
    "t18"."~rows",
    "t18"."keep",
    "t18"."lost_out_negative",
    "t18"."rank",
    "t18"."size",
    "t18"."stayed",
    "t18"."line",
    "t18"."risk",
    SUM(
      CASE
        WHEN "t18"."keep" AND NOT (
          "t18"."open"
        )
        THEN LN(
          GREATEST(
            (
              CAST("t18"."risk" - "t18"."line" AS DOUBLE) - "t18"."~rows"
            ) / GREATEST(CAST("t18"."risk" - "t18"."line" AS DOUBLE), 1.0),
            1e-300
          )
        )
        ELSE 0.0
      END
    ) OVER (ORDER BY "t18"."line" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "lived"
  FROM (
    SELECT
      "t17"."met",
      "t17"."took",
      "t17"."lasted",
      "t17"."out_negative",
      "t17"."open",
      "t17"."~rows",
      "t17"."keep",
      "t17"."lost_out_negative",
      SUM("t17"."~rows") OVER (
        ORDER BY CASE WHEN "t17"."keep" THEN "t17"."took" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t17"."~rows" AS "rank",
      SUM("t17"."~rows") FILTER(WHERE
        CASE WHEN "t17"."keep" THEN "t17"."took" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size",
      CASE WHEN "t17"."keep" THEN "t17"."lasted" ELSE CAST(NULL AS BIGINT) END AS "stayed",
      SUM("t17"."~rows") OVER (
        ORDER BY CASE WHEN "t17"."keep" THEN "t17"."lasted" ELSE CAST(NULL AS BIGINT) END ASC, "t17"."open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t17"."~rows" AS "line",
      SUM("t17"."~rows") FILTER(WHERE
        CASE WHEN "t17"."keep" THEN "t17"."lasted" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "risk"
    FROM (
      SELECT
        "t16"."met",
        "t16"."took",
        "t16"."lasted",
        "t16"."out_negative",
        "t16"."open",
        "t16"."~rows",
        "t16"."met" AND NOT (
          "t16"."out_negative"
        ) AS "keep",
        "t16"."met" AND "t16"."out_negative" AS "lost_out_negative"
      FROM (
        SELECT
          "t15"."met",
          "t15"."took",
          "t15"."lasted",
          "t15"."out_negative",
          "t15"."open",
          COUNT(*) AS "~rows"
        FROM (
          SELECT
            TRUE AS "met",
            (
              CAST((
                (
                  (
                    EPOCH_US("t14"."reply_at") + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT) - CAST((
                (
                  (
                    EPOCH_US("t14"."created_at") + 62135596800000000
                  ) // 1000000
                ) - 62135596800
              ) AS BIGINT)
            ) + 0 AS "took",
            COALESCE(
              (
                CAST((
                  (
                    (
                      EPOCH_US("t14"."reply_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US("t14"."created_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) + 0,
              (
                CAST((
                  (
                    (
                      EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US("t14"."created_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) + 0
            ) AS "lasted",
            COALESCE("t14"."reply_at" < "t14"."created_at", FALSE) AND TRUE AS "out_negative",
            (
              "t14"."reply_at" IS NULL
            ) AND TRUE AS "open"
          FROM (
            SELECT
              "t13".*
              EXCLUDE ("version")
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t11"."review_id",
                  "t11"."created_at",
                  "t11"."deleted_at",
                  "t11"."reply_at",
                  "t11"."later",
                  "t11"."updated_at",
                  "t11"."rating",
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
                  "t11"."created_at_day",
                  "t11"."updated_at_day",
                  "t11"."deleted_at_day",
                  "t11"."reply_at_day",
                  "t11"."created_at_clock",
                  "t11"."updated_at_clock",
                  "t11"."deleted_at_clock",
                  "t11"."reply_at_clock",
                  "t11"."as_of_clock",
                  ROW_NUMBER() OVER (
                    PARTITION BY "t11"."review_id"
                    ORDER BY "t11"."later" ASC, COALESCE("t11"."deleted_at", "t11"."updated_at") DESC, "t11"."deleted_at" DESC, "t11"."rating" DESC, "t11"."reply_at" DESC, "t11"."recommended" DESC, "t11"."sentiment" DESC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
                  ) - 1 AS "version"
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
                    CAST((
                      (
                        (
                          EPOCH_US("t10"."created_at") + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT) AS "created_at_clock",
                    CAST((
                      (
                        (
                          EPOCH_US("t10"."updated_at") + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT) AS "updated_at_clock",
                    CAST((
                      (
                        (
                          EPOCH_US("t10"."deleted_at") + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT) AS "deleted_at_clock",
                    CAST((
                      (
                        (
                          EPOCH_US("t10"."reply_at") + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT) AS "reply_at_clock",
                    CAST((
                      (
                        (
                          EPOCH_US("t10"."as_of") + 62135596800000000
                        ) // 1000000
                      ) - 62135596800
                    ) AS BIGINT) AS "as_of_clock"
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
              ) AS "t12"
              WHERE
                "t12"."version" = 0 AND "t12"."deleted_at" IS NULL
            ) AS "t13"
          ) AS "t14"
        ) AS "t15"
        GROUP BY
          1,
          2,
          3,
          4,
          5
      ) AS "t16"
    ) AS "t17"
  ) AS "t18"
) AS "t19"
