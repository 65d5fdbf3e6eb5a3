SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_n",
  SUM("t7"."k0_over") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_over",
  SUM("t7"."k0_under") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_met") AS "k0_under",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing",
  COUNT(*) FILTER(WHERE
    "t7"."k0_lost_out_missing") AS "k0_out_missing"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."k0_over",
    "t6"."k0_under",
    "t6"."k0_out_missing",
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
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."created_at~bad"
        THEN 1
        WHEN "t5"."reactions~bad"
        THEN 1
        WHEN "t5"."comments~bad"
        THEN 1
        WHEN "t5"."shares~bad"
        THEN 1
        WHEN "t5"."reach~bad"
        THEN 1
        WHEN "t5"."post_id" IS NULL
        THEN 2
        WHEN "t5"."created_at" IS NULL
        THEN 2
        WHEN "t5"."reactions" IS NULL
        THEN 2
        WHEN "t5"."comments" IS NULL
        THEN 2
        WHEN "t5"."shares" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t5"."reactions" + "t5"."comments" + "t5"."shares" AS "k0_over",
      "t5"."reach" AS "k0_under",
      COALESCE("t5"."reach" IS NULL, FALSE) AS "k0_out_missing"
    FROM (
      SELECT
        *
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."post_id",
            CASE
              WHEN "t2"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              THEN "t2"."created_at"
              ELSE CAST(NULL AS TIMESTAMP(6))
            END AS "created_at",
            "t2"."reactions",
            "t2"."comments",
            "t2"."shares",
            "t2"."reach",
            "t2"."post_id~bad",
            "t2"."created_at~bad",
            "t2"."reactions~bad",
            "t2"."comments~bad",
            "t2"."shares~bad",
            "t2"."reach~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."post_id",
                COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
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
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
      WHERE
        (
          (
            "t4"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
          )
          AND (
            (
              "t4"."created_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."created_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
        )
        OR (
          "t4"."created_at" IS NULL
        )
    ) AS "t5"
  ) AS "t6"
) AS "t7"
