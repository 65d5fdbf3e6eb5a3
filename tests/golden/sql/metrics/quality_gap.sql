SELECT
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_n",
  MAX("t6"."k0_x") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_most",
  SUM("t6"."k0_x") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_sum",
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND (
      "t6"."k0_there" AND (
        "t6"."k0_units" IS NULL
      )
    )) AS "k0_far",
  SUM(CAST("t6"."k0_units" AS DECIMAL(38, 0)) * "t6"."k0_units") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_squares",
  SUM("t6"."k0_units" * "t6"."k0_rest") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_mixed",
  SUM("t6"."k0_rest" * "t6"."k0_rest") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_rests",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."k0_x",
    "t5"."k0_there",
    "t5"."k0_units",
    "t5"."k0_rest",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."reviewed_at~bad"
        THEN 1
        WHEN "t4"."score~bad"
        THEN 1
        WHEN "t4"."customer_score~bad"
        THEN 1
        WHEN "t4"."review_id" IS NULL
        THEN 2
        WHEN "t4"."reviewed_at" IS NULL
        THEN 2
        WHEN "t4"."score" IS NULL
        THEN 2
        WHEN "t4"."customer_score" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t4"."score" - "t4"."customer_score" AS "k0_x",
      (
        (
          "t4"."score" - "t4"."customer_score"
        ) IS NOT NULL
      ) AND TRUE AS "k0_there",
      CAST(CASE
        WHEN (
          (
            "t4"."score" - "t4"."customer_score"
          ) < 1000000000000
        )
        AND (
          (
            "t4"."score" - "t4"."customer_score"
          ) > -1000000000000
        )
        THEN "t4"."score" - "t4"."customer_score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "k0_units",
      CAST(CASE
        WHEN (
          (
            "t4"."score" - "t4"."customer_score"
          ) < 1000000000000
        )
        AND (
          (
            "t4"."score" - "t4"."customer_score"
          ) > -1000000000000
        )
        THEN "t4"."score" - "t4"."customer_score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          (
            "t4"."score" - "t4"."customer_score"
          ) < 1000000000000
        )
        AND (
          (
            "t4"."score" - "t4"."customer_score"
          ) > -1000000000000
        )
        THEN "t4"."score" - "t4"."customer_score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS DECIMAL(19, 10)) AS "k0_rest"
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
              "t0"."review_id",
              COALESCE(
                "t0"."reviewed_at~instant",
                MAKE_TIMESTAMP(EPOCH_US("t0"."reviewed_at~local") + -25200000000)
              ) AS "reviewed_at",
              "t0"."score",
              "t0"."customer_score",
              "t0"."review_id~bad",
              "t0"."reviewed_at~bad",
              "t0"."score~bad",
              "t0"."customer_score~bad"
            FROM "typed" AS "t0"
          ) AS "t1"
          WHERE
            (
              "t1"."reviewed_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            OR (
              "t1"."reviewed_at" IS NULL
            )
        ) AS "t2"
        WHERE
          TRUE
      ) AS "t3"
      WHERE
        (
          (
            "t3"."reviewed_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          AND (
            "t3"."reviewed_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
        )
        OR (
          "t3"."reviewed_at" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
