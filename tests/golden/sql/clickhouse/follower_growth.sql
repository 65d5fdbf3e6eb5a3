SELECT
  "t9"."~group" AS "~group",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 1
  )) AS "k0_lost_rejected",
  sumIf("t9"."~rows", "t9"."k0_met" AND (
    "t9"."k0_fate" = 2
  )) AS "k0_lost_missing",
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
          WHEN "t6"."date~bad"
          THEN 1
          WHEN "t6"."followers~bad"
          THEN 1
          WHEN "t6"."blocks~bad"
          THEN 1
          WHEN isNull("t6"."date")
          THEN 2
          WHEN isNull("t6"."followers")
          THEN 2
          ELSE 0
        END AS "k0_fate"
      FROM (
        SELECT
          "t5"."date" AS "date",
          "t5"."followers" AS "followers",
          "t5"."blocks" AS "blocks",
          "t5"."date~bad" AS "date~bad",
          "t5"."followers~bad" AS "followers~bad",
          "t5"."blocks~bad" AS "blocks~bad",
          "t5"."date" AS "~group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                CASE
                  WHEN "t2"."date" <= toDate('2026-11-21')
                  THEN "t2"."date"
                  ELSE CAST(NULL AS Nullable(DATE))
                END AS "date",
                "t2"."followers" AS "followers",
                "t2"."blocks" AS "blocks",
                "t2"."date~bad" AS "date~bad",
                "t2"."followers~bad" AS "followers~bad",
                "t2"."blocks~bad" AS "blocks~bad"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    toDate(COALESCE("t0"."date~local", "t0"."date~instant" + INTERVAL '25200' SECOND)) AS "date",
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
            ) AS "t3"
            WHERE
              TRUE
          ) AS "t4"
          WHERE
            (
              (
                "t4"."date" <= toDate('2026-11-21')
              )
              AND (
                "t4"."date" < toDate('2027-01-01')
              )
            )
            OR isNull("t4"."date")
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
  "t16"."~group" AS "~group",
  countIf("t16"."keep") AS "n",
  countIf("t16"."keep" AND isNotNull("t16"."base")) AS "based",
  countIf("t16"."keep" AND isNotNull("t16"."current")) AS "seen",
  sumIf("t16"."base", "t16"."keep") AS "base",
  sumIf("t16"."current", "t16"."keep") AS "current",
  minIf("t16"."base_at", "t16"."keep") AS "base_at",
  minIf("t16"."current_at", "t16"."keep") AS "current_at"
FROM (
  SELECT
    "t15"."~group" AS "~group",
    "t15"."met" AS "met",
    "t15"."base" AS "base",
    "t15"."current" AS "current",
    "t15"."base_at" AS "base_at",
    "t15"."current_at" AS "current_at",
    "t15"."met" AS "keep"
  FROM (
    SELECT
      "t14"."~group" AS "~group",
      TRUE AS "met",
      "t14"."base" AS "base",
      "t14"."current" AS "current",
      "t14"."base_at" AS "base_at",
      "t14"."current_at" AS "current_at"
    FROM (
      SELECT
        "t13"."~group" AS "~group",
        "t13"."account" AS "account",
        maxIf("t13"."level", "t13"."before" AND (
          "t13"."first" = 0
        )) AS "base",
        maxIf("t13"."date", "t13"."before" AND (
          "t13"."first" = 0
        )) AS "base_at",
        maxIf("t13"."level", "t13"."last" = 0) AS "current",
        maxIf("t13"."date", "t13"."last" = 0) AS "current_at"
      FROM (
        SELECT
          "t12"."date" AS "date",
          "t12"."followers" AS "followers",
          "t12"."blocks" AS "blocks",
          "t12"."~group" AS "~group",
          "t12"."adds" AS "adds",
          "t12"."removes" AS "removes",
          "t12"."account" AS "account",
          "t12"."window_start" AS "window_start",
          "t12"."window_end" AS "window_end",
          "t12"."as_of" AS "as_of",
          "t12"."window_start_day" AS "window_start_day",
          "t12"."window_end_day" AS "window_end_day",
          "t12"."as_of_day" AS "as_of_day",
          "t12"."level" AS "level",
          "t12"."before" AS "before",
          ROW_NUMBER() OVER (
            PARTITION BY "t12"."~group", "t12"."account"
            ORDER BY "t12"."date" DESC, "t12"."level" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "last",
          ROW_NUMBER() OVER (
            PARTITION BY "t12"."~group", "t12"."account", "t12"."before"
            ORDER BY "t12"."date" DESC, "t12"."level" DESC
            ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
          ) - 1 AS "first"
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
            "t11"."date" <= "t11"."window_start_day" AS "before"
          FROM (
            SELECT
              "t10"."date" AS "date",
              "t10"."followers" AS "followers",
              "t10"."blocks" AS "blocks",
              "t10"."~group" AS "~group",
              "t10"."adds" AS "adds",
              "t10"."removes" AS "removes",
              COALESCE("t10"."account", '') AS "account",
              "t10"."window_start" AS "window_start",
              "t10"."window_end" AS "window_end",
              "t10"."as_of" AS "as_of",
              "t10"."window_start_day" AS "window_start_day",
              "t10"."window_end_day" AS "window_end_day",
              "t10"."as_of_day" AS "as_of_day",
              "t10"."followers" - COALESCE("t10"."blocks", 0) AS "level"
            FROM (
              SELECT
                "t9"."date" AS "date",
                "t9"."followers" AS "followers",
                "t9"."blocks" AS "blocks",
                "t9"."~group" AS "~group",
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
                  "t8"."date" AS "date",
                  "t8"."followers" AS "followers",
                  "t8"."blocks" AS "blocks",
                  "t8"."~group" AS "~group"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t6"."date" AS "date",
                      "t6"."followers" AS "followers",
                      "t6"."blocks" AS "blocks",
                      "t6"."date~bad" AS "date~bad",
                      "t6"."followers~bad" AS "followers~bad",
                      "t6"."blocks~bad" AS "blocks~bad",
                      "t6"."~group" AS "~group",
                      TRUE
                      AND NOT (
                        FALSE
                        OR "t6"."date~bad"
                        OR "t6"."followers~bad"
                        OR "t6"."blocks~bad"
                        OR isNull("t6"."date")
                        OR isNull("t6"."followers")
                      ) AS "~keep"
                    FROM (
                      SELECT
                        "t5"."date" AS "date",
                        "t5"."followers" AS "followers",
                        "t5"."blocks" AS "blocks",
                        "t5"."date~bad" AS "date~bad",
                        "t5"."followers~bad" AS "followers~bad",
                        "t5"."blocks~bad" AS "blocks~bad",
                        "t5"."date" AS "~group"
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              CASE
                                WHEN "t2"."date" <= toDate('2026-11-21')
                                THEN "t2"."date"
                                ELSE CAST(NULL AS Nullable(DATE))
                              END AS "date",
                              "t2"."followers" AS "followers",
                              "t2"."blocks" AS "blocks",
                              "t2"."date~bad" AS "date~bad",
                              "t2"."followers~bad" AS "followers~bad",
                              "t2"."blocks~bad" AS "blocks~bad"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  toDate(COALESCE("t0"."date~local", "t0"."date~instant" + INTERVAL '25200' SECOND)) AS "date",
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
                          ) AS "t3"
                          WHERE
                            TRUE
                        ) AS "t4"
                        WHERE
                          (
                            (
                              "t4"."date" <= toDate('2026-11-21')
                            )
                            AND (
                              "t4"."date" < toDate('2027-01-01')
                            )
                          )
                          OR isNull("t4"."date")
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
      GROUP BY
        "t13"."~group",
        "t13"."account"
    ) AS "t14"
  ) AS "t15"
) AS "t16"
GROUP BY
  "t16"."~group"
