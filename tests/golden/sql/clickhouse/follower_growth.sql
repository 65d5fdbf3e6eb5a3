SELECT
  *
FROM (
  SELECT
    "t8"."~group" AS "~group",
    sumIf("t8"."~rows", "t8"."k0_met" AND (
      "t8"."k0_fate" = 1
    )) AS "k0_lost_rejected",
    sumIf("t8"."~rows", "t8"."k0_met" AND (
      "t8"."k0_fate" = 2
    )) AS "k0_lost_missing",
    sumIf("t8"."~rows", "t8"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t7"."~group" AS "~group",
      "t7"."k0_met" AS "k0_met",
      "t7"."k0_fate" AS "k0_fate",
      "t7"."~rows" AS "~rows",
      "t7"."k0_met" AND (
        "t7"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t6"."~group" AS "~group",
        "t6"."k0_met" AS "k0_met",
        "t6"."k0_fate" AS "k0_fate",
        COUNT(*) AS "~rows"
      FROM (
        SELECT
          "t5"."~group" AS "~group",
          TRUE AS "k0_met",
          CASE
            WHEN "t5"."date~bad"
            THEN 1
            WHEN "t5"."followers~bad"
            THEN 1
            WHEN "t5"."blocks~bad"
            THEN 1
            WHEN isNull("t5"."date")
            THEN 2
            WHEN isNull("t5"."followers")
            THEN 2
            ELSE 0
          END AS "k0_fate"
        FROM (
          SELECT
            "t4"."date" AS "date",
            "t4"."followers" AS "followers",
            "t4"."blocks" AS "blocks",
            "t4"."date~bad" AS "date~bad",
            "t4"."followers~bad" AS "followers~bad",
            "t4"."blocks~bad" AS "blocks~bad",
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
                    toDate(COALESCE("t0"."date~instant" + INTERVAL '25200' SECOND, "t0"."date~local")) AS "date",
                    "t0"."followers" AS "followers",
                    "t0"."blocks" AS "blocks",
                    "t0"."date~bad" AS "date~bad",
                    "t0"."followers~bad" AS "followers~bad",
                    "t0"."blocks~bad" AS "blocks~bad"
                  FROM "typed" AS "t0"
                ) AS "t1"
                WHERE
                  (
                    "t1"."date" <= toDate('2026-11-21')
                  ) OR isNull("t1"."date")
              ) AS "t2"
              WHERE
                TRUE
            ) AS "t3"
            WHERE
              (
                "t3"."date" < toDate('2027-01-01')
              ) OR isNull("t3"."date")
          ) AS "t4"
        ) AS "t5"
      ) AS "t6"
      GROUP BY
        "t6"."~group",
        "t6"."k0_met",
        "t6"."k0_fate"
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    "t8"."~group"
) AS "t9"
WHERE
  "t9"."k0_met" > 0
LIMIT 1001;

SELECT
  "t15"."~group" AS "~group",
  countIf("t15"."keep") AS "n",
  countIf("t15"."keep" AND isNotNull("t15"."base")) AS "based",
  countIf("t15"."keep" AND isNotNull("t15"."current")) AS "seen",
  sumIf("t15"."base", "t15"."keep") AS "base",
  sumIf("t15"."current", "t15"."keep") AS "current",
  minIf("t15"."base_at", "t15"."keep") AS "base_at",
  minIf("t15"."current_at", "t15"."keep") AS "current_at"
FROM (
  SELECT
    "t14"."~group" AS "~group",
    "t14"."met" AS "met",
    "t14"."base" AS "base",
    "t14"."current" AS "current",
    "t14"."base_at" AS "base_at",
    "t14"."current_at" AS "current_at",
    "t14"."met" AS "keep"
  FROM (
    SELECT
      "t13"."~group" AS "~group",
      TRUE AS "met",
      "t13"."base" AS "base",
      "t13"."current" AS "current",
      "t13"."base_at" AS "base_at",
      "t13"."current_at" AS "current_at"
    FROM (
      SELECT
        "t12"."~group" AS "~group",
        "t12"."account" AS "account",
        maxIf("t12"."level", "t12"."before" AND (
          "t12"."first" = 0
        )) AS "base",
        maxIf("t12"."date", "t12"."before" AND (
          "t12"."first" = 0
        )) AS "base_at",
        maxIf("t12"."level", "t12"."last" = 0) AS "current",
        maxIf("t12"."date", "t12"."last" = 0) AS "current_at"
      FROM (
        SELECT
          "t11"."date" AS "date",
          "t11"."followers" AS "followers",
          "t11"."blocks" AS "blocks",
          "t11"."~group" AS "~group",
          "t11"."adds" AS "adds",
          "t11"."removes" AS "removes",
          "t11"."account" AS "account",
          "t11"."window_start" AS "window_start",
          "t11"."window_end" AS "window_end",
          "t11"."as_of" AS "as_of",
          "t11"."window_start_day" AS "window_start_day",
          "t11"."window_end_day" AS "window_end_day",
          "t11"."as_of_day" AS "as_of_day",
          "t11"."level" AS "level",
          "t11"."before" AS "before",
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
            "t10"."date" AS "date",
            "t10"."followers" AS "followers",
            "t10"."blocks" AS "blocks",
            "t10"."~group" AS "~group",
            "t10"."adds" AS "adds",
            "t10"."removes" AS "removes",
            "t10"."account" AS "account",
            "t10"."window_start" AS "window_start",
            "t10"."window_end" AS "window_end",
            "t10"."as_of" AS "as_of",
            "t10"."window_start_day" AS "window_start_day",
            "t10"."window_end_day" AS "window_end_day",
            "t10"."as_of_day" AS "as_of_day",
            "t10"."level" AS "level",
            "t10"."date" <= "t10"."window_start_day" AS "before"
          FROM (
            SELECT
              "t9"."date" AS "date",
              "t9"."followers" AS "followers",
              "t9"."blocks" AS "blocks",
              "t9"."~group" AS "~group",
              "t9"."adds" AS "adds",
              "t9"."removes" AS "removes",
              COALESCE("t9"."account", '') AS "account",
              "t9"."window_start" AS "window_start",
              "t9"."window_end" AS "window_end",
              "t9"."as_of" AS "as_of",
              "t9"."window_start_day" AS "window_start_day",
              "t9"."window_end_day" AS "window_end_day",
              "t9"."as_of_day" AS "as_of_day",
              "t9"."followers" - COALESCE("t9"."blocks", 0) AS "level"
            FROM (
              SELECT
                "t8"."date" AS "date",
                "t8"."followers" AS "followers",
                "t8"."blocks" AS "blocks",
                "t8"."~group" AS "~group",
                CAST(NULL AS Nullable(Int64)) AS "adds",
                CAST(NULL AS Nullable(Int64)) AS "removes",
                CAST(NULL AS Nullable(String)) AS "account",
                parseDateTimeBestEffort('2026-09-30T17:00:00') AS "window_start",
                parseDateTimeBestEffort('2026-11-21T02:00:00') AS "window_end",
                parseDateTimeBestEffort('2026-11-21T02:00:00') AS "as_of",
                toDate('2026-10-01') AS "window_start_day",
                toDate('2026-11-21') AS "window_end_day",
                toDate('2026-11-21') AS "as_of_day"
              FROM (
                SELECT
                  "t7"."date" AS "date",
                  "t7"."followers" AS "followers",
                  "t7"."blocks" AS "blocks",
                  "t7"."~group" AS "~group"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t5"."date" AS "date",
                      "t5"."followers" AS "followers",
                      "t5"."blocks" AS "blocks",
                      "t5"."date~bad" AS "date~bad",
                      "t5"."followers~bad" AS "followers~bad",
                      "t5"."blocks~bad" AS "blocks~bad",
                      "t5"."~group" AS "~group",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t5"."date~bad"
                        OR "t5"."followers~bad"
                        OR "t5"."blocks~bad"
                        OR isNull("t5"."date")
                        OR isNull("t5"."followers")
                      ) AS "~keep"
                    FROM (
                      SELECT
                        "t4"."date" AS "date",
                        "t4"."followers" AS "followers",
                        "t4"."blocks" AS "blocks",
                        "t4"."date~bad" AS "date~bad",
                        "t4"."followers~bad" AS "followers~bad",
                        "t4"."blocks~bad" AS "blocks~bad",
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
                                toDate(COALESCE("t0"."date~instant" + INTERVAL '25200' SECOND, "t0"."date~local")) AS "date",
                                "t0"."followers" AS "followers",
                                "t0"."blocks" AS "blocks",
                                "t0"."date~bad" AS "date~bad",
                                "t0"."followers~bad" AS "followers~bad",
                                "t0"."blocks~bad" AS "blocks~bad"
                              FROM "typed" AS "t0"
                            ) AS "t1"
                            WHERE
                              (
                                "t1"."date" <= toDate('2026-11-21')
                              ) OR isNull("t1"."date")
                          ) AS "t2"
                          WHERE
                            TRUE
                        ) AS "t3"
                        WHERE
                          (
                            "t3"."date" < toDate('2027-01-01')
                          ) OR isNull("t3"."date")
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
        "t12"."~group",
        "t12"."account"
    ) AS "t13"
  ) AS "t14"
) AS "t15"
GROUP BY
  "t15"."~group"
LIMIT 1001
