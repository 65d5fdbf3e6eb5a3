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
        WHEN NOT (
          COALESCE("t5"."score" BETWEEN 1 AND 10, FALSE)
        )
        AND (
          "t5"."score" IS NOT NULL
        )
        THEN 3
        ELSE 0
      END AS "k0_fate",
      CASE
        WHEN "t5"."score" BETWEEN 1 AND 10
        THEN "t5"."score"
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS "k0_x",
      (
        CASE
          WHEN "t5"."score" BETWEEN 1 AND 10
          THEN "t5"."score"
          ELSE CAST(NULL AS DECIMAL(38, 10))
        END IS NOT NULL
      )
      AND TRUE AS "k0_there",
      CAST(CASE
        WHEN (
          CASE
            WHEN "t5"."score" BETWEEN 1 AND 10
            THEN "t5"."score"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END < 1000000000000
        )
        AND (
          CASE
            WHEN "t5"."score" BETWEEN 1 AND 10
            THEN "t5"."score"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END > -1000000000000
        )
        THEN CASE
          WHEN "t5"."score" BETWEEN 1 AND 10
          THEN "t5"."score"
          ELSE CAST(NULL AS DECIMAL(38, 10))
        END
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END AS BIGINT) AS "k0_units",
      CAST(CASE
        WHEN (
          CASE
            WHEN "t5"."score" BETWEEN 1 AND 10
            THEN "t5"."score"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END < 1000000000000
        )
        AND (
          CASE
            WHEN "t5"."score" BETWEEN 1 AND 10
            THEN "t5"."score"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END > -1000000000000
        )
        THEN CASE
          WHEN "t5"."score" BETWEEN 1 AND 10
          THEN "t5"."score"
          ELSE CAST(NULL AS DECIMAL(38, 10))
        END
        ELSE CAST(NULL AS DECIMAL(38, 10))
      END - CAST(CASE
        WHEN (
          CASE
            WHEN "t5"."score" BETWEEN 1 AND 10
            THEN "t5"."score"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END < 1000000000000
        )
        AND (
          CASE
            WHEN "t5"."score" BETWEEN 1 AND 10
            THEN "t5"."score"
            ELSE CAST(NULL AS DECIMAL(38, 10))
          END > -1000000000000
        )
        THEN CASE
          WHEN "t5"."score" BETWEEN 1 AND 10
          THEN "t5"."score"
          ELSE CAST(NULL AS DECIMAL(38, 10))
        END
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
            "t2"."response_id",
            CASE
              WHEN "t2"."responded_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              THEN "t2"."responded_at"
              ELSE CAST(NULL AS TIMESTAMP(6))
            END AS "responded_at",
            "t2"."score",
            "t2"."response_id~bad",
            "t2"."responded_at~bad",
            "t2"."score~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."response_id",
                COALESCE("t0"."responded_at~instant", "t0"."responded_at~local" + INTERVAL '-25200' SECOND) AS "responded_at",
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
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
      WHERE
        (
          (
            "t4"."responded_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
          )
          AND (
            (
              "t4"."responded_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
            )
            AND (
              "t4"."responded_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
            )
          )
        )
        OR (
          "t4"."responded_at" IS NULL
        )
    ) AS "t5"
  ) AS "t6"
) AS "t7"
