SELECT
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_n",
  SUM("t6"."k0_over") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_over",
  SUM("t6"."k0_under") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_met") AS "k0_under",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing",
  COUNT(*) FILTER(WHERE
    "t6"."k0_lost_out_missing") AS "k0_out_missing"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."k0_over",
    "t5"."k0_under",
    "t5"."k0_out_missing",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AND NOT (
      "t5"."k0_out_missing"
    ) AS "k0_keep",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AND "t5"."k0_out_missing" AS "k0_lost_out_missing"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."created_at~bad"
        THEN 1
        WHEN "t4"."reactions~bad"
        THEN 1
        WHEN "t4"."comments~bad"
        THEN 1
        WHEN "t4"."shares~bad"
        THEN 1
        WHEN "t4"."reach~bad"
        THEN 1
        WHEN "t4"."post_id" IS NULL
        THEN 2
        WHEN "t4"."created_at" IS NULL
        THEN 2
        WHEN "t4"."reactions" IS NULL
        THEN 2
        WHEN "t4"."comments" IS NULL
        THEN 2
        WHEN "t4"."shares" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t4"."reactions" + "t4"."comments" + "t4"."shares" AS "k0_over",
      "t4"."reach" AS "k0_under",
      COALESCE("t4"."reach" IS NULL, FALSE) AS "k0_out_missing"
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
              "t0"."post_id",
              COALESCE(
                "t0"."created_at~instant",
                MAKE_TIMESTAMP(EPOCH_US("t0"."created_at~local") + -25200000000)
              ) AS "created_at",
              "t0"."reactions",
              "t0"."comments",
              "t0"."shares",
              "t0"."reach",
              "t0"."post_id~bad",
              "t0"."created_at~bad",
              "t0"."reactions~bad",
              "t0"."comments~bad",
              "t0"."shares~bad",
              "t0"."reach~bad"
            FROM "typed" AS "t0"
          ) AS "t1"
          WHERE
            (
              "t1"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            OR (
              "t1"."created_at" IS NULL
            )
        ) AS "t2"
        WHERE
          TRUE
      ) AS "t3"
      WHERE
        (
          (
            "t3"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          AND (
            "t3"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
        )
        OR (
          "t3"."created_at" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
