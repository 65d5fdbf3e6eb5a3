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
          WHEN "t4"."blocks~bad"
          THEN 1
          WHEN "t4"."date" IS NULL
          THEN 2
          WHEN "t4"."followers" IS NULL
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
                "t0"."blocks",
                "t0"."date~bad",
                "t0"."followers~bad",
                "t0"."blocks~bad"
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
            "t3"."date" < MAKE_DATE(2027, 1, 1)
          ) OR (
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
    "t14"."keep") AS "n",
  COUNT(*) FILTER(WHERE
    "t14"."keep" AND (
      "t14"."base" IS NOT NULL
    )) AS "based",
  COUNT(*) FILTER(WHERE
    "t14"."keep" AND (
      "t14"."current" IS NOT NULL
    )) AS "seen",
  SUM("t14"."base") FILTER(WHERE
    "t14"."keep") AS "base",
  SUM("t14"."current") FILTER(WHERE
    "t14"."keep") AS "current",
  MIN("t14"."base_at") FILTER(WHERE
    "t14"."keep") AS "base_at",
  MIN("t14"."current_at") FILTER(WHERE
    "t14"."keep") AS "current_at"
FROM (
  SELECT
    "t13"."met",
    "t13"."base",
    "t13"."current",
    "t13"."base_at",
    "t13"."current_at",
    "t13"."met" AS "keep"
  FROM (
    SELECT
      TRUE AS "met",
      "t12"."base",
      "t12"."current",
      "t12"."base_at",
      "t12"."current_at"
    FROM (
      SELECT
        "t11"."account",
        MAX("t11"."level") FILTER(WHERE
          "t11"."before" AND (
            "t11"."first" = 0
          )) AS "base",
        MAX("t11"."date") FILTER(WHERE
          "t11"."before" AND (
            "t11"."first" = 0
          )) AS "base_at",
        MAX("t11"."level") FILTER(WHERE
          "t11"."last" = 0) AS "current",
        MAX("t11"."date") FILTER(WHERE
          "t11"."last" = 0) AS "current_at"
      FROM (
        SELECT
          "t10"."date",
          "t10"."followers",
          "t10"."blocks",
          "t10"."adds",
          "t10"."removes",
          "t10"."account",
          "t10"."window_start",
          "t10"."window_end",
          "t10"."as_of",
          "t10"."window_start_day",
          "t10"."window_end_day",
          "t10"."as_of_day",
          "t10"."level",
          "t10"."before",
          ROW_NUMBER() OVER (
            PARTITION BY "t10"."account"
            ORDER BY "t10"."date" DESC, "t10"."level" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "last",
          ROW_NUMBER() OVER (
            PARTITION BY "t10"."account", "t10"."before"
            ORDER BY "t10"."date" DESC, "t10"."level" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "first"
        FROM (
          SELECT
            "t9"."date",
            "t9"."followers",
            "t9"."blocks",
            "t9"."adds",
            "t9"."removes",
            "t9"."account",
            "t9"."window_start",
            "t9"."window_end",
            "t9"."as_of",
            "t9"."window_start_day",
            "t9"."window_end_day",
            "t9"."as_of_day",
            "t9"."level",
            "t9"."date" <= "t9"."window_start_day" AS "before"
          FROM (
            SELECT
              "t8"."date",
              "t8"."followers",
              "t8"."blocks",
              "t8"."adds",
              "t8"."removes",
              COALESCE("t8"."account", '') AS "account",
              "t8"."window_start",
              "t8"."window_end",
              "t8"."as_of",
              "t8"."window_start_day",
              "t8"."window_end_day",
              "t8"."as_of_day",
              "t8"."followers" - COALESCE("t8"."blocks", 0) AS "level"
            FROM (
              SELECT
                "t7"."date",
                "t7"."followers",
                "t7"."blocks",
                CAST(NULL AS BIGINT) AS "adds",
                CAST(NULL AS BIGINT) AS "removes",
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
                  "t6"."blocks"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t4"."date",
                      "t4"."followers",
                      "t4"."blocks",
                      "t4"."date~bad",
                      "t4"."followers~bad",
                      "t4"."blocks~bad",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t4"."date~bad"
                        OR "t4"."followers~bad"
                        OR "t4"."blocks~bad"
                        OR (
                          "t4"."date" IS NULL
                        )
                        OR (
                          "t4"."followers" IS NULL
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
                              "t0"."blocks",
                              "t0"."date~bad",
                              "t0"."followers~bad",
                              "t0"."blocks~bad"
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
                          "t3"."date" < MAKE_DATE(2027, 1, 1)
                        ) OR (
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
      ) AS "t11"
      GROUP BY
        1
    ) AS "t12"
  ) AS "t13"
) AS "t14"
