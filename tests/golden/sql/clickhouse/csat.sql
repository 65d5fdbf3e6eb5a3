SELECT
  *
FROM (
  SELECT
    "t9"."~group" AS "~group",
    sumIf("t9"."~rows", "t9"."k0_keep" AND "t9"."k0_met") AS "k0_n",
    sumIf("t9"."~rows", "t9"."k0_keep" AND "t9"."k0_hit") AS "k0_hits",
    sumIf("t9"."~rows", "t9"."k0_met" AND (
      "t9"."k0_fate" = 1
    )) AS "k0_lost_rejected",
    sumIf("t9"."~rows", "t9"."k0_met" AND (
      "t9"."k0_fate" = 2
    )) AS "k0_lost_missing",
    sumIf("t9"."~rows", "t9"."k0_met" AND (
      "t9"."k0_fate" = 3
    )) AS "k0_lost_out_of_scale",
    sumIf("t9"."~rows", "t9"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t8"."~group" AS "~group",
      "t8"."k0_met" AS "k0_met",
      "t8"."k0_fate" AS "k0_fate",
      "t8"."k0_hit" AS "k0_hit",
      "t8"."~rows" AS "~rows",
      "t8"."k0_met" AND (
        "t8"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t7"."~group" AS "~group",
        "t7"."k0_met" AS "k0_met",
        "t7"."k0_fate" AS "k0_fate",
        "t7"."k0_hit" AS "k0_hit",
        COUNT(*) AS "~rows"
      FROM (
        SELECT
          "t6"."~group" AS "~group",
          TRUE AS "k0_met",
          CASE
            WHEN "t6"."responded_at~bad"
            THEN 1
            WHEN "t6"."score~bad"
            THEN 1
            WHEN isNull("t6"."response_id")
            THEN 2
            WHEN isNull("t6"."responded_at")
            THEN 2
            WHEN isNull("t6"."score")
            THEN 2
            WHEN isNotNull("t6"."score") AND isNull("t6"."score~1~5~0~0")
            THEN 3
            ELSE 0
          END AS "k0_fate",
          COALESCE("t6"."score~1~5~0~0" >= 4, FALSE) AND TRUE AS "k0_hit"
        FROM (
          SELECT
            "t5"."response_id" AS "response_id",
            "t5"."responded_at" AS "responded_at",
            "t5"."score" AS "score",
            "t5"."touchpoint" AS "touchpoint",
            "t5"."response_id~bad" AS "response_id~bad",
            "t5"."responded_at~bad" AS "responded_at~bad",
            "t5"."score~bad" AS "score~bad",
            "t5"."touchpoint~bad" AS "touchpoint~bad",
            "t5"."~group" AS "~group",
            CASE
              WHEN "t5"."score" BETWEEN 1 AND 5
              THEN "t5"."score"
              ELSE CAST(NULL AS Nullable(Decimal(38, 10)))
            END AS "score~1~5~0~0"
          FROM (
            SELECT
              "t4"."response_id" AS "response_id",
              "t4"."responded_at" AS "responded_at",
              "t4"."score" AS "score",
              "t4"."touchpoint" AS "touchpoint",
              "t4"."response_id~bad" AS "response_id~bad",
              "t4"."responded_at~bad" AS "responded_at~bad",
              "t4"."score~bad" AS "score~bad",
              "t4"."touchpoint~bad" AS "touchpoint~bad",
              "t4"."response_id" AS "~group"
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
                      "t0"."response_id" AS "response_id",
                      COALESCE("t0"."responded_at~instant", "t0"."responded_at~local" + INTERVAL '-25200' SECOND) AS "responded_at",
                      "t0"."score" AS "score",
                      "t0"."touchpoint" AS "touchpoint",
                      "t0"."response_id~bad" AS "response_id~bad",
                      "t0"."responded_at~bad" AS "responded_at~bad",
                      "t0"."score~bad" AS "score~bad",
                      "t0"."touchpoint~bad" AS "touchpoint~bad"
                    FROM "typed" AS "t0"
                  ) AS "t1"
                  WHERE
                    (
                      "t1"."responded_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                    )
                    OR isNull("t1"."responded_at")
                ) AS "t2"
                WHERE
                  TRUE
              ) AS "t3"
              WHERE
                (
                  (
                    "t3"."responded_at" < parseDateTimeBestEffort('2026-12-31T17:00:00')
                  )
                  AND (
                    "t3"."responded_at" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
                  )
                )
                OR isNull("t3"."responded_at")
            ) AS "t4"
          ) AS "t5"
        ) AS "t6"
      ) AS "t7"
      GROUP BY
        "t7"."~group",
        "t7"."k0_met",
        "t7"."k0_fate",
        "t7"."k0_hit"
    ) AS "t8"
  ) AS "t9"
  GROUP BY
    "t9"."~group"
) AS "t10"
WHERE
  "t10"."k0_met" > 0
LIMIT 1001
