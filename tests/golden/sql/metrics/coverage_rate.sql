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
    )) AS "k0_lost_missing",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_lost_out_missing") AS "k0_out_missing"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."k0_hit",
    "t6"."k0_out_missing",
    "t6"."~rows",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AND NOT (
      "t6"."k0_out_missing"
    ) AS "k0_keep",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AND "t6"."k0_out_missing" AS "k0_lost_out_missing"
  FROM (
    SELECT
      "t5"."k0_met",
      "t5"."k0_fate",
      "t5"."k0_hit",
      "t5"."k0_out_missing",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t4"."opened_at~bad"
          THEN 1
          WHEN "t4"."covered~bad"
          THEN 1
          WHEN "t4"."item_id" IS NULL
          THEN 2
          WHEN "t4"."opened_at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate",
        COALESCE("t4"."covered", FALSE) AND TRUE AS "k0_hit",
        COALESCE("t4"."covered" IS NULL, FALSE) AS "k0_out_missing"
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
                "t0"."item_id",
                COALESCE(
                  "t0"."opened_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."opened_at~local") + -25200000000)
                ) AS "opened_at",
                "t0"."covered",
                "t0"."item_id~bad",
                "t0"."opened_at~bad",
                "t0"."covered~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."opened_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              )
              OR (
                "t1"."opened_at" IS NULL
              )
          ) AS "t2"
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."opened_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t3"."opened_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t3"."opened_at" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2,
      3,
      4
  ) AS "t6"
) AS "t7"
