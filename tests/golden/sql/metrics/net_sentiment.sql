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
          WHEN "t4"."created_at~bad"
          THEN 1
          WHEN "t4"."post_id" IS NULL
          THEN 2
          WHEN "t4"."created_at" IS NULL
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
                "t0"."post_id",
                COALESCE(
                  "t0"."created_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                ) AS "created_at",
                "t0"."sentiment",
                "t0"."post_id~bad",
                "t0"."created_at~bad",
                "t0"."sentiment~bad"
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
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t3"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t3"."created_at" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2
  ) AS "t6"
) AS "t7";

SELECT
  SUM("t12"."~rows") FILTER(WHERE
    "t12"."keep" AND "t12"."met") AS "n",
  SUM("t12"."~rows") FILTER(WHERE
    "t12"."keep" AND "t12"."plus") AS "plus",
  SUM("t12"."~rows") FILTER(WHERE
    "t12"."keep" AND "t12"."minus") AS "minus",
  SUM("t12"."~rows") FILTER(WHERE
    "t12"."lost_out_missing") AS "out_missing",
  SUM("t12"."~rows") FILTER(WHERE
    "t12"."lost_out_rejected") AS "out_rejected"
FROM (
  SELECT
    "t11"."met",
    "t11"."plus",
    "t11"."minus",
    "t11"."out_missing",
    "t11"."out_rejected",
    "t11"."~rows",
    "t11"."met" AND NOT (
      "t11"."out_missing" OR "t11"."out_rejected"
    ) AS "keep",
    "t11"."met" AND "t11"."out_missing" AS "lost_out_missing",
    "t11"."met" AND "t11"."out_rejected" AS "lost_out_rejected"
  FROM (
    SELECT
      "t10"."met",
      "t10"."plus",
      "t10"."minus",
      "t10"."out_missing",
      "t10"."out_rejected",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t9"."sentiment" IN ('positive', 'Positive', 'POSITIVE'), FALSE)
        AND TRUE AS "plus",
        COALESCE("t9"."sentiment" IN ('negative', 'Negative', 'NEGATIVE'), FALSE)
        AND TRUE AS "minus",
        COALESCE("t9"."sentiment" IS NULL, FALSE) AS "out_missing",
        COALESCE(
          NOT (
            "t9"."sentiment" IN ('positive', 'Positive', 'POSITIVE')
            OR "t9"."sentiment" IN ('neutral', 'Neutral', 'NEUTRAL')
            OR "t9"."sentiment" IN ('negative', 'Negative', 'NEGATIVE')
          )
          AND NOT (
            "t9"."sentiment" IS NULL
          ),
          FALSE
        ) AS "out_rejected"
      FROM (
        SELECT
          "t8"."post_id",
          "t8"."created_at",
          "t8"."sentiment",
          "t8"."later",
          "t8"."reactions",
          "t8"."comments",
          "t8"."shares",
          "t8"."reach",
          "t8"."window_start",
          "t8"."window_end",
          "t8"."as_of",
          "t8"."window_start_day",
          "t8"."window_end_day",
          "t8"."as_of_day",
          CAST(MAKE_TIMESTAMP(EPOCH_US("t8"."created_at") + 25200000000) AS DATE) AS "created_at_day"
        FROM (
          SELECT
            "t7"."post_id",
            "t7"."created_at",
            "t7"."sentiment",
            "t7"."later",
            CAST(NULL AS BIGINT) AS "reactions",
            CAST(NULL AS BIGINT) AS "comments",
            CAST(NULL AS BIGINT) AS "shares",
            CAST(NULL AS BIGINT) AS "reach",
            MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
            MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
            MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
            MAKE_DATE(2026, 10, 1) AS "window_start_day",
            MAKE_DATE(2026, 11, 21) AS "window_end_day",
            MAKE_DATE(2026, 11, 21) AS "as_of_day"
          FROM (
            SELECT
              "t6"."post_id",
              "t6"."created_at",
              "t6"."sentiment",
              "t6"."later"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t4"."post_id",
                  "t4"."created_at",
                  "t4"."sentiment",
                  "t4"."post_id~bad",
                  "t4"."created_at~bad",
                  "t4"."sentiment~bad",
                  TRUE
                  AND NOT (
                    FALSE
                    OR "t4"."created_at~bad"
                    OR (
                      "t4"."post_id" IS NULL
                    )
                    OR (
                      "t4"."created_at" IS NULL
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
                        *
                      FROM (
                        SELECT
                          "t0"."post_id",
                          COALESCE(
                            "t0"."created_at~instant",
                            MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
                          ) AS "created_at",
                          "t0"."sentiment",
                          "t0"."post_id~bad",
                          "t0"."created_at~bad",
                          "t0"."sentiment~bad"
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
                    WHERE
                      TRUE
                  ) AS "t3"
                  WHERE
                    (
                      (
                        "t3"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                      )
                      AND (
                        "t3"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                      )
                    )
                    OR (
                      "t3"."created_at" IS NULL
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
    GROUP BY
      1,
      2,
      3,
      4,
      5
  ) AS "t11"
) AS "t12"
