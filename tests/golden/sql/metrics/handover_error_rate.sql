SELECT
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_of") AS "k0_n",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_keep" AND "t8"."k0_hit") AS "k0_hits",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_met" AND (
      "t8"."k0_fate" = 2
    )) AS "k0_lost_missing",
  SUM("t8"."~rows") FILTER(WHERE
    "t8"."k0_lost_out_missing") AS "k0_out_missing"
FROM (
  SELECT
    "t7"."k0_met",
    "t7"."k0_fate",
    "t7"."k0_hit",
    "t7"."k0_of",
    "t7"."k0_out_missing",
    "t7"."~rows",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AND NOT (
      "t7"."k0_out_missing"
    ) AS "k0_keep",
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 0
    ) AND "t7"."k0_out_missing" AS "k0_lost_out_missing"
  FROM (
    SELECT
      "t6"."k0_met",
      "t6"."k0_fate",
      "t6"."k0_hit",
      "t6"."k0_of",
      "t6"."k0_out_missing",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t5"."started_at~bad"
          THEN 1
          WHEN "t5"."escalated~bad"
          THEN 1
          WHEN "t5"."handover_error~bad"
          THEN 1
          WHEN "t5"."session_id" IS NULL
          THEN 2
          WHEN "t5"."started_at" IS NULL
          THEN 2
          WHEN "t5"."escalated" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t5"."handover_error", FALSE) AND COALESCE("t5"."escalated", FALSE) AS "k0_hit",
        COALESCE("t5"."escalated", FALSE) AS "k0_of",
        COALESCE("t5"."escalated" AND (
          "t5"."handover_error" IS NULL
        ), FALSE) AS "k0_out_missing"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t2"."session_id",
              CASE
                WHEN "t2"."started_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                THEN "t2"."started_at"
                ELSE CAST(NULL AS TIMESTAMP(6))
              END AS "started_at",
              "t2"."escalated",
              "t2"."satisfied",
              "t2"."handover_error",
              "t2"."session_id~bad",
              "t2"."started_at~bad",
              "t2"."escalated~bad",
              "t2"."satisfied~bad",
              "t2"."handover_error~bad"
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t0"."session_id",
                  COALESCE("t0"."started_at~instant", "t0"."started_at~local" + INTERVAL '-25200' SECOND) AS "started_at",
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
          ) AS "t3"
          WHERE
            TRUE
        ) AS "t4"
        WHERE
          (
            (
              "t4"."started_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            AND (
              (
                "t4"."started_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
              )
              AND (
                "t4"."started_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
              )
            )
          )
          OR (
            "t4"."started_at" IS NULL
          )
      ) AS "t5"
    ) AS "t6"
    GROUP BY
      1,
      2,
      3,
      4,
      5
  ) AS "t7"
) AS "t8"
