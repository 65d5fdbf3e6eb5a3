SELECT
  *
FROM (
  SELECT
    "t8"."~group" AS "~group",
    countIf("t8"."k0_keep" AND "t8"."k0_met") AS "k0_n",
    uniqIf("t8"."k0_key", "t8"."k0_keep" AND "t8"."k0_met") AS "k0_count",
    countIf("t8"."k0_met" AND (
      "t8"."k0_fate" = 1
    )) AS "k0_lost_rejected",
    countIf("t8"."k0_met" AND (
      "t8"."k0_fate" = 2
    )) AS "k0_lost_missing",
    countIf("t8"."k0_met") AS "k0_met"
  FROM (
    SELECT
      "t7"."~group" AS "~group",
      "t7"."k0_met" AS "k0_met",
      "t7"."k0_fate" AS "k0_fate",
      "t7"."k0_key" AS "k0_key",
      "t7"."k0_met" AND (
        "t7"."k0_fate" = 0
      ) AS "k0_keep"
    FROM (
      SELECT
        "t6"."~group" AS "~group",
        TRUE AS "k0_met",
        CASE
          WHEN "t6"."created_at~bad"
          THEN 1
          WHEN isNull("t6"."ticket_id")
          THEN 2
          WHEN isNull("t6"."created_at")
          THEN 2
          ELSE 0
        END AS "k0_fate",
        "t6"."ticket_id" AS "k0_key"
      FROM (
        SELECT
          "t5"."ticket_id" AS "ticket_id",
          "t5"."created_at" AS "created_at",
          "t5"."resolved_at" AS "resolved_at",
          "t5"."ticket_id~bad" AS "ticket_id~bad",
          "t5"."created_at~bad" AS "created_at~bad",
          "t5"."resolved_at~bad" AS "resolved_at~bad",
          "t5"."ticket_id" AS "~group"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t2"."ticket_id" AS "ticket_id",
                "t2"."created_at" AS "created_at",
                CASE
                  WHEN "t2"."resolved_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                  THEN "t2"."resolved_at"
                  ELSE CAST(NULL AS Nullable(DateTime64(6)))
                END AS "resolved_at",
                "t2"."ticket_id~bad" AS "ticket_id~bad",
                "t2"."created_at~bad" AS "created_at~bad",
                "t2"."resolved_at~bad" AS "resolved_at~bad"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t0"."ticket_id" AS "ticket_id",
                    COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
                    COALESCE("t0"."resolved_at~instant", "t0"."resolved_at~local" + INTERVAL '-25200' SECOND) AS "resolved_at",
                    "t0"."ticket_id~bad" AS "ticket_id~bad",
                    "t0"."created_at~bad" AS "created_at~bad",
                    "t0"."resolved_at~bad" AS "resolved_at~bad"
                  FROM "typed" AS "t0"
                ) AS "t1"
                WHERE
                  (
                    "t1"."created_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                  )
                  OR isNull("t1"."created_at")
              ) AS "t2"
            ) AS "t3"
            WHERE
              TRUE
          ) AS "t4"
          WHERE
            (
              (
                "t4"."created_at" < parseDateTimeBestEffort('2026-12-31T17:00:00')
              )
              AND (
                "t4"."created_at" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
              )
            )
            OR isNull("t4"."created_at")
        ) AS "t5"
      ) AS "t6"
    ) AS "t7"
  ) AS "t8"
  GROUP BY
    "t8"."~group"
) AS "t9"
WHERE
  "t9"."k0_met" > 0
LIMIT 1001
