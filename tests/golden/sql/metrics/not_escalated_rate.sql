SELECT
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_hit") AS "k0_hits",
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
    "t6"."k0_hit",
    "t6"."~rows",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t5"."k0_met",
      "t5"."k0_fate",
      "t5"."k0_hit",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t4"."started_at~bad"
          THEN 1
          WHEN "t4"."escalated~bad"
          THEN 1
          WHEN "t4"."session_id" IS NULL
          THEN 2
          WHEN "t4"."started_at" IS NULL
          THEN 2
          WHEN "t4"."escalated" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE(NOT (
          "t4"."escalated"
        ), FALSE) AND TRUE AS "k0_hit"
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
                "t0"."session_id",
                COALESCE(
                  "t0"."started_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."started_at~local") + -25200000000)
                ) AS "started_at",
                "t0"."escalated",
                "t0"."satisfied",
                "t0"."handover_error",
                "t0"."session_id~bad",
                "t0"."started_at~bad",
                "t0"."escalated~bad",
                "t0"."satisfied~bad",
                "t0"."handover_error~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."started_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              )
              OR (
                "t1"."started_at" IS NULL
              )
          ) AS "t2"
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."started_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t3"."started_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t3"."started_at" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2,
      3
  ) AS "t6"
) AS "t7"
