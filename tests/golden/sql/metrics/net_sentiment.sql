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
          WHEN "t5"."post_id" IS NULL
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
              "t2"."post_id",
              CASE
                WHEN "t2"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."created_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "created_at",
              "t2"."sentiment",
              "t2"."post_id~bad",
              "t2"."created_at~bad",
              "t2"."sentiment~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."post_id",
                  COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
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
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            AND (
              (
                "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
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
  SUM("t13"."~rows") FILTER(WHERE
    "t13"."keep" AND "t13"."met") AS "n",
  SUM("t13"."~rows") FILTER(WHERE
    "t13"."keep" AND "t13"."plus") AS "plus",
  SUM("t13"."~rows") FILTER(WHERE
    "t13"."keep" AND "t13"."minus") AS "minus",
  SUM("t13"."~rows") FILTER(WHERE
    "t13"."lost_out_missing") AS "out_missing",
  SUM("t13"."~rows") FILTER(WHERE
    "t13"."lost_out_rejected") AS "out_rejected"
FROM (
  SELECT
    "t12"."met",
    "t12"."plus",
    "t12"."minus",
    "t12"."out_missing",
    "t12"."out_rejected",
    "t12"."~rows",
    "t12"."met" AND NOT (
      "t12"."out_missing" OR "t12"."out_rejected"
    ) AS "keep",
    "t12"."met" AND "t12"."out_missing" AS "lost_out_missing",
    "t12"."met" AND "t12"."out_rejected" AS "lost_out_rejected"
  FROM (
    SELECT
      "t11"."met",
      "t11"."plus",
      "t11"."minus",
      "t11"."out_missing",
      "t11"."out_rejected",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "met",
        COALESCE("t10"."sentiment" IN ('positive', 'Positive', 'POSITIVE'), FALSE)
        AND TRUE AS "plus",
        COALESCE("t10"."sentiment" IN ('negative', 'Negative', 'NEGATIVE'), FALSE)
        AND TRUE AS "minus",
        COALESCE("t10"."sentiment" IS NULL, FALSE) AS "out_missing",
        COALESCE(
          NOT (
            "t10"."sentiment" IN ('positive', 'Positive', 'POSITIVE')
            OR "t10"."sentiment" IN ('neutral', 'Neutral', 'NEUTRAL')
            OR "t10"."sentiment" IN ('negative', 'Negative', 'NEGATIVE')
          )
          AND NOT (
            "t10"."sentiment" IS NULL
          ),
          FALSE
        ) AS "out_rejected"
      FROM (
        SELECT
          "t9"."post_id",
          "t9"."created_at",
          "t9"."sentiment",
          "t9"."later",
          "t9"."reactions",
          "t9"."comments",
          "t9"."shares",
          "t9"."reach",
          "t9"."window_start",
          "t9"."window_end",
          "t9"."as_of",
          "t9"."window_start_day",
          "t9"."window_end_day",
          "t9"."as_of_day",
          CAST("t9"."created_at" + INTERVAL '25200' SECOND AS DATE) AS "created_at_day"
        FROM (
          SELECT
            "t8"."post_id",
            "t8"."created_at",
            "t8"."sentiment",
            "t8"."later",
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
              "t7"."post_id",
              "t7"."created_at",
              "t7"."sentiment",
              "t7"."later"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t5"."post_id",
                  "t5"."created_at",
                  "t5"."sentiment",
                  "t5"."post_id~bad",
                  "t5"."created_at~bad",
                  "t5"."sentiment~bad",
                  TRUE
                  AND NOT (
                    FALSE
                    OR "t5"."created_at~bad"
                    OR (
                      "t5"."post_id" IS NULL
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
                        "t2"."post_id",
                        CASE
                          WHEN "t2"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                          THEN "t2"."created_at"
                          ELSE CAST(NULL AS TIMESTAMP(6))
                        END AS "created_at",
                        "t2"."sentiment",
                        "t2"."post_id~bad",
                        "t2"."created_at~bad",
                        "t2"."sentiment~bad"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            "t0"."post_id",
                            COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
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
                    ) AS "t3"
                    WHERE
                      TRUE
                  ) AS "t4"
                  WHERE
                    (
                      (
                        "t4"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                      )
                      AND (
                        (
                          "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                        )
                        AND (
                          "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                        )
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
    GROUP BY
      1,
      2,
      3,
      4,
      5
  ) AS "t12"
) AS "t13"
