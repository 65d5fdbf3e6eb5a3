SELECT
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_n",
  MAX("t7"."k0_x") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_most",
  SUM("t7"."k0_x") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_sum",
  COUNT(*) FILTER(WHERE
    "t7"."k0_keep" AND (
      "t7"."k0_there" AND (
        "t7"."k0_units" IS NULL
      )
    )) AS "k0_far",
  SUM(CAST("t7"."k0_units" AS DECIMAL(38, 0)) * "t7"."k0_units") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_squares",
  SUM("t7"."k0_units" * "t7"."k0_rest") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_mixed",
  SUM("t7"."k0_rest" * "t7"."k0_rest") FILTER(WHERE
    "t7"."k0_keep" AND "t7"."k0_there") AS "k0_rests",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing",
  COUNT(*) FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 3
    )) AS "k0_lost_out_of_scale"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."k0_x",
    "t6"."k0_there",
    "t6"."k0_units",
    "t6"."k0_rest",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t5"."responded_at~bad"
        THEN 1
        WHEN "t5"."score~bad"
        THEN 1
        WHEN "t5"."response_id" IS NULL
        THEN 2
        WHEN "t5"."responded_at" IS NULL
        THEN 2
        WHEN "t5"."score" IS NULL
        THEN 2
        WHEN (
          "t5"."score" IS NOT NULL
        ) AND (
          "t5"."score~1~10~0~0" IS NULL
        )
        THEN 3
        ELSE 0
      END AS "k0_fate",
      "t5"."score~1~10~0~0" AS "k0_x",
      (
        "t5"."score~1~10~0~0" IS NOT NULL
      ) AND TRUE AS "k0_there",
      CAST(CASE
        WHEN (
          "t5"."score~1~10~0~0" < 1000000000000
        )
        AND (
          "t5"."score~1~10~0~0" > -1000000000000
        )
        THEN "t5"."score~1~10~0~0"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "k0_units",
      CAST(CASE
        WHEN (
          "t5"."score~1~10~0~0" < 1000000000000
        )
        AND (
          "t5"."score~1~10~0~0" > -1000000000000
        )
        THEN "t5"."score~1~10~0~0"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          "t5"."score~1~10~0~0" < 1000000000000
        )
        AND (
          "t5"."score~1~10~0~0" > -1000000000000
        )
        THEN "t5"."score~1~10~0~0"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS DECIMAL(19, 10)) AS "k0_rest"
    FROM (
      SELECT
        "t4"."response_id",
        "t4"."responded_at",
        "t4"."score",
        "t4"."response_id~bad",
        "t4"."responded_at~bad",
        "t4"."score~bad",
        CASE
          WHEN "t4"."score" BETWEEN 1 AND 10
          THEN "t4"."score"
          ELSE CAST(NULL AS DECIMAL(38, 10))
        END AS "score~1~10~0~0"
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
                "t0"."response_id",
                COALESCE(
                  "t0"."responded_at~instant",
                  MAKE_TIMESTAMP(EPOCH_US("t0"."responded_at~local") + -25200000000)
                ) AS "responded_at",
                "t0"."score",
                "t0"."response_id~bad",
                "t0"."responded_at~bad",
                "t0"."score~bad"
              FROM "typed" AS "t0"
            ) AS "t1"
            WHERE
              (
                "t1"."responded_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              )
              OR (
                "t1"."responded_at" IS NULL
              )
          ) AS "t2"
          WHERE
            TRUE
        ) AS "t3"
        WHERE
          (
            (
              "t3"."responded_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t3"."responded_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
          OR (
            "t3"."responded_at" IS NULL
          )
      ) AS "t4"
    ) AS "t5"
  ) AS "t6"
) AS "t7"
