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
          WHEN "t4"."date~bad"
          THEN 1
          WHEN "t4"."followers~bad"
          THEN 1
          WHEN "t4"."adds~bad"
          THEN 1
          WHEN "t4"."removes~bad"
          THEN 1
          WHEN "t4"."date" IS NULL
          THEN 2
          WHEN "t4"."followers" IS NULL
          THEN 2
          WHEN "t4"."adds" IS NULL
          THEN 2
          WHEN "t4"."removes" IS NULL
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
                CAST(COALESCE(MAKE_TIMESTAMP(EPOCH_US("t0"."date~instant") + 25200000000), "t0"."date~local") AS DATE) AS "date",
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
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."date" < MAKE_DATE(2027, 1, 1)
            )
            AND (
              "t3"."date" >= MAKE_DATE(2026, 10, 1)
            )
          )
          OR (
            "t3"."date" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2
  ) AS "t6"
) AS "t7";

SELECT
  COUNT(*) FILTER(WHERE
    "t14"."keep" AND "t14"."met") AS "n",
  SUM("t14"."x") FILTER(WHERE
    "t14"."keep" AND "t14"."met") AS "count",
  COUNT(DISTINCT "t14"."daily") FILTER(WHERE
    "t14"."keep" AND "t14"."met") AS "series"
FROM (
  SELECT
    "t13"."met",
    "t13"."x",
    "t13"."daily",
    "t13"."met" AS "keep"
  FROM (
    SELECT
      TRUE AS "met",
      "t12"."adds" - "t12"."removes" AS "x",
      "t12"."account" AS "daily"
    FROM (
      SELECT
        "t11".*
        EXCLUDE ("place")
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t9"."date",
            "t9"."followers",
            "t9"."adds",
            "t9"."removes",
            "t9"."blocks",
            "t9"."account",
            "t9"."window_start",
            "t9"."window_end",
            "t9"."as_of",
            "t9"."window_start_day",
            "t9"."window_end_day",
            "t9"."as_of_day",
            ROW_NUMBER() OVER (
              PARTITION BY "t9"."account", "t9"."date"
              ORDER BY "t9"."followers" DESC, "t9"."adds" DESC, "t9"."removes" DESC
              ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
            ) - 1 AS "place"
          FROM (
            SELECT
              "t8"."date",
              "t8"."followers",
              "t8"."adds",
              "t8"."removes",
              "t8"."blocks",
              COALESCE("t8"."account", '') AS "account",
              "t8"."window_start",
              "t8"."window_end",
              "t8"."as_of",
              "t8"."window_start_day",
              "t8"."window_end_day",
              "t8"."as_of_day"
            FROM (
              SELECT
                "t7"."date",
                "t7"."followers",
                "t7"."adds",
                "t7"."removes",
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
                  "t6"."date",
                  "t6"."followers",
                  "t6"."adds",
                  "t6"."removes"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t4"."date",
                      "t4"."followers",
                      "t4"."adds",
                      "t4"."removes",
                      "t4"."date~bad",
                      "t4"."followers~bad",
                      "t4"."adds~bad",
                      "t4"."removes~bad",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t4"."date~bad"
                        OR "t4"."followers~bad"
                        OR "t4"."adds~bad"
                        OR "t4"."removes~bad"
                        OR (
                          "t4"."date" IS NULL
                        )
                        OR (
                          "t4"."followers" IS NULL
                        )
                        OR (
                          "t4"."adds" IS NULL
                        )
                        OR (
                          "t4"."removes" IS NULL
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
                            *
                          FROM (
                            SELECT
                              CAST(COALESCE(MAKE_TIMESTAMP(EPOCH_US("t0"."date~instant") + 25200000000), "t0"."date~local") AS DATE) AS "date",
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
                        WHERE
                          TRUE
                      ) AS "t3"
                      WHERE
                        (
                          (
                            "t3"."date" < MAKE_DATE(2027, 1, 1)
                          )
                          AND (
                            "t3"."date" >= MAKE_DATE(2026, 10, 1)
                          )
                        )
                        OR (
                          "t3"."date" IS NULL
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
        WHERE
          "t10"."place" = 0
      ) AS "t11"
    ) AS "t12"
  ) AS "t13"
) AS "t14"
