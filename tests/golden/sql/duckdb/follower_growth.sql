SELECT
  *
FROM (
  SELECT
    "t8"."~group",
    SUM("t8"."~rows") FILTER(WHERE
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 1
      )) AS "k0_lost_rejected",
    SUM("t8"."~rows") FILTER(WHERE
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 2
      )) AS "k0_lost_missing",
    SUM("t8"."~rows") FILTER(WHERE
      "t8"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t7"."~group",
      "t7"."k0_met",
      "t7"."k0_fate",
      "t7"."~rows",
      "t7"."k0_met" AND (
        "t7"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t6"."~group",
        "t6"."k0_met",
        "t6"."k0_fate",
        COUNT(*) AS "~rows"
      FROM (
        SELECT
          "t5"."~group",
          TRUE AS "k0_met",
          CASE
            WHEN "t5"."date~bad"
            THEN 1
            WHEN "t5"."followers~bad"
            THEN 1
            WHEN "t5"."blocks~bad"
            THEN 1
            WHEN "t5"."date" IS NULL
            THEN 2
            WHEN "t5"."followers" IS NULL
            THEN 2
            ELSE 0
          END AS "k0_fate"
        FROM (
          SELECT
            "t4"."date",
            "t4"."followers",
            "t4"."blocks",
            "t4"."date~bad",
            "t4"."followers~bad",
            "t4"."blocks~bad",
            "t4"."date" AS "~group"
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
      ) AS "t6"
      GROUP BY
        1,
        2,
        3
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    1
) AS "t9"
WHERE
  "t9"."k0_met" > 0
LIMIT 1001;

SELECT
  "t15"."~group",
  COUNT(*) FILTER(WHERE
    "t15"."keep") AS "n",
  COUNT(*) FILTER(WHERE
    "t15"."keep" AND (
      "t15"."base" IS NOT NULL
    )) AS "based",
  COUNT(*) FILTER(WHERE
    "t15"."keep" AND (
      "t15"."current" IS NOT NULL
    )) AS "seen",
  SUM("t15"."base") FILTER(WHERE
    "t15"."keep") AS "base",
  SUM("t15"."current") FILTER(WHERE
    "t15"."keep") AS "current",
  MIN("t15"."base_at") FILTER(WHERE
    "t15"."keep") AS "base_at",
  MIN("t15"."current_at") FILTER(WHERE
    "t15"."keep") AS "current_at"
FROM (
  SELECT
    "t14"."~group",
    "t14"."met",
    "t14"."base",
    "t14"."current",
    "t14"."base_at",
    "t14"."current_at",
    "t14"."met" AS "keep"
  FROM (
    SELECT
      "t13"."~group",
      TRUE AS "met",
      "t13"."base",
      "t13"."current",
      "t13"."base_at",
      "t13"."current_at"
    FROM (
      SELECT
        "t12"."~group",
        "t12"."account",
        MAX("t12"."level") FILTER(WHERE
          "t12"."before" AND (
            "t12"."first" = 0
          )) AS "base",
        MAX("t12"."date") FILTER(WHERE
          "t12"."before" AND (
            "t12"."first" = 0
          )) AS "base_at",
        MAX("t12"."level") FILTER(WHERE
          "t12"."last" = 0) AS "current",
        MAX("t12"."date") FILTER(WHERE
          "t12"."last" = 0) AS "current_at"
      FROM (
        SELECT
          "t11"."date",
          "t11"."followers",
          "t11"."blocks",
          "t11"."~group",
          "t11"."adds",
          "t11"."removes",
          "t11"."account",
          "t11"."window_start",
          "t11"."window_end",
          "t11"."as_of",
          "t11"."window_start_day",
          "t11"."window_end_day",
          "t11"."as_of_day",
          "t11"."level",
          "t11"."before",
          ROW_NUMBER() OVER (
            PARTITION BY "t11"."~group", "t11"."account"
            ORDER BY "t11"."date" DESC, "t11"."level" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "last",
          ROW_NUMBER() OVER (
            PARTITION BY "t11"."~group", "t11"."account", "t11"."before"
            ORDER BY "t11"."date" DESC, "t11"."level" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "first"
        FROM (
          SELECT
            "t10"."date",
            "t10"."followers",
            "t10"."blocks",
            "t10"."~group",
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
            "t10"."date" <= "t10"."window_start_day" AS "before"
          FROM (
            SELECT
              "t9"."date",
              "t9"."followers",
              "t9"."blocks",
              "t9"."~group",
              "t9"."adds",
              "t9"."removes",
              COALESCE("t9"."account", '') AS "account",
              "t9"."window_start",
              "t9"."window_end",
              "t9"."as_of",
              "t9"."window_start_day",
              "t9"."window_end_day",
              "t9"."as_of_day",
              "t9"."followers" - COALESCE("t9"."blocks", 0) AS "level"
            FROM (
              SELECT
                "t8"."date",
                "t8"."followers",
                "t8"."blocks",
                "t8"."~group",
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
                  "t7"."date",
                  "t7"."followers",
                  "t7"."blocks",
                  "t7"."~group"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t5"."date",
                      "t5"."followers",
                      "t5"."blocks",
                      "t5"."date~bad",
                      "t5"."followers~bad",
                      "t5"."blocks~bad",
                      "t5"."~group",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t5"."date~bad"
                        OR "t5"."followers~bad"
                        OR "t5"."blocks~bad"
                        OR (
                          "t5"."date" IS NULL
                        )
                        OR (
                          "t5"."followers" IS NULL
                        )
                      ) AS "~keep"
                    FROM (
                      SELECT
                        "t4"."date",
                        "t4"."followers",
                        "t4"."blocks",
                        "t4"."date~bad",
                        "t4"."followers~bad",
                        "t4"."blocks~bad",
                        "t4"."date" AS "~group"
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
                  ) AS "t6"
                  WHERE
                    "t6"."~keep"
                ) AS "t7"
              ) AS "t8"
            ) AS "t9"
          ) AS "t10"
        ) AS "t11"
      ) AS "t12"
      GROUP BY
        1,
        2
    ) AS "t13"
  ) AS "t14"
) AS "t15"
GROUP BY
  1
LIMIT 1001
