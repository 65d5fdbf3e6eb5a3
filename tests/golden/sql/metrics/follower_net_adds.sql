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
          WHEN "t5"."date~bad"
          THEN 1
          WHEN "t5"."followers~bad"
          THEN 1
          WHEN "t5"."adds~bad"
          THEN 1
          WHEN "t5"."removes~bad"
          THEN 1
          WHEN "t5"."date" IS NULL
          THEN 2
          WHEN "t5"."followers" IS NULL
          THEN 2
          WHEN "t5"."adds" IS NULL
          THEN 2
          WHEN "t5"."removes" IS NULL
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
              CASE
                WHEN "t2"."date" <= MAKE_DATE(2026, 11, 21)
                THEN "t2"."date"
                ELSE CAST(NULL AS DATE)
              END AS "date",
              "t2"."followers",
              "t2"."adds",
              "t2"."removes",
              "t2"."date~bad",
              "t2"."followers~bad",
              "t2"."adds~bad",
              "t2"."removes~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  CAST(COALESCE("t0"."date~local", "t0"."date~instant" + INTERVAL '25200' SECOND) AS DATE) AS "date",
                  "t0"."followers",
                  "t0"."adds",
                  "t0"."removes",
                  "t0"."date~bad",
                  "t0"."followers~bad",
                  "t0"."adds~bad",
                  "t0"."removes~bad"
                FROM "typed" AS "t0"
              ) AS "t1"
              WHERE
                (
                  "t1"."date" <= MAKE_DATE(2026, 11, 21)
                ) OR (
                  "t1"."date" IS NULL
                )
            ) AS "t2"
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."date" <= MAKE_DATE(2026, 11, 21)
            )
            AND (
              (
                "t4"."date" < MAKE_DATE(2027, 1, 1)
              )
              AND (
                "t4"."date" >= MAKE_DATE(2026, 10, 1)
              )
            )
          )
          OR (
            "t4"."date" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2
  ) AS "t7"
) AS "t8";

SELECT
  COUNT(*) FILTER(WHERE
    "t15"."keep" AND "t15"."met") AS "n",
  SUM("t15"."x") FILTER(WHERE
    "t15"."keep" AND "t15"."met") AS "count",
  COUNT(DISTINCT "t15"."daily") FILTER(WHERE
    "t15"."keep" AND "t15"."met") AS "series"
FROM (
  SELECT
    "t14"."met",
    "t14"."x",
    "t14"."daily",
    "t14"."met" AS "keep"
  FROM (
    SELECT
      TRUE AS "met",
      "t13"."adds" - "t13"."removes" AS "x",
      "t13"."account" AS "daily"
    FROM (
      SELECT
        "t12".*
        EXCLUDE ("place")
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t10"."date",
            "t10"."followers",
            "t10"."adds",
            "t10"."removes",
            "t10"."blocks",
            "t10"."account",
            "t10"."window_start",
            "t10"."window_end",
            "t10"."as_of",
            "t10"."window_start_day",
            "t10"."window_end_day",
            "t10"."as_of_day",
            ROW_NUMBER() OVER (
              PARTITION BY "t10"."account", "t10"."date"
              ORDER BY "t10"."followers" DESC, "t10"."adds" DESC, "t10"."removes" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM (
            SELECT
              "t9"."date",
              "t9"."followers",
              "t9"."adds",
              "t9"."removes",
              "t9"."blocks",
              COALESCE("t9"."account", '') AS "account",
              "t9"."window_start",
              "t9"."window_end",
              "t9"."as_of",
              "t9"."window_start_day",
              "t9"."window_end_day",
              "t9"."as_of_day"
            FROM (
              SELECT
                "t8"."date",
                "t8"."followers",
                "t8"."adds",
                "t8"."removes",
                CAST(NULL AS BIGINT) AS "blocks",
                CAST(NULL AS TEXT) AS "account",
                MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                MAKE_DATE(2026, 10, 1) AS "window_start_day",
                MAKE_DATE(2026, 11, 21) AS "window_end_day",
                MAKE_DATE(2026, 11, 21) AS "as_of_day"
              FROM (
                SELECT
                  "t7"."date",
                  "t7"."followers",
                  "t7"."adds",
                  "t7"."removes"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t5"."date",
                      "t5"."followers",
                      "t5"."adds",
                      "t5"."removes",
                      "t5"."date~bad",
                      "t5"."followers~bad",
                      "t5"."adds~bad",
                      "t5"."removes~bad",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t5"."date~bad"
                        OR "t5"."followers~bad"
                        OR "t5"."adds~bad"
                        OR "t5"."removes~bad"
                        OR (
                          "t5"."date" IS NULL
                        )
                        OR (
                          "t5"."followers" IS NULL
                        )
                        OR (
                          "t5"."adds" IS NULL
                        )
                        OR (
                          "t5"."removes" IS NULL
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
                            CASE
                              WHEN "t2"."date" <= MAKE_DATE(2026, 11, 21)
                              THEN "t2"."date"
                              ELSE CAST(NULL AS DATE)
                            END AS "date",
                            "t2"."followers",
                            "t2"."adds",
                            "t2"."removes",
                            "t2"."date~bad",
                            "t2"."followers~bad",
                            "t2"."adds~bad",
                            "t2"."removes~bad"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                CAST(COALESCE("t0"."date~local", "t0"."date~instant" + INTERVAL '25200' SECOND) AS DATE) AS "date",
                                "t0"."followers",
                                "t0"."adds",
                                "t0"."removes",
                                "t0"."date~bad",
                                "t0"."followers~bad",
                                "t0"."adds~bad",
                                "t0"."removes~bad"
                              FROM "typed" AS "t0"
                            ) AS "t1"
                            WHERE
                              (
                                "t1"."date" <= MAKE_DATE(2026, 11, 21)
                              ) OR (
                                "t1"."date" IS NULL
                              )
                          ) AS "t2"
                        ) AS "t3"
                        WHERE
                          TRUE
                      ) AS "t4"
                      WHERE
                        (
                          (
                            "t4"."date" <= MAKE_DATE(2026, 11, 21)
                          )
                          AND (
                            (
                              "t4"."date" < MAKE_DATE(2027, 1, 1)
                            )
                            AND (
                              "t4"."date" >= MAKE_DATE(2026, 10, 1)
                            )
                          )
                        )
                        OR (
                          "t4"."date" IS NULL
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
          "t11"."place" = 0
      ) AS "t12"
    ) AS "t13"
  ) AS "t14"
) AS "t15"
