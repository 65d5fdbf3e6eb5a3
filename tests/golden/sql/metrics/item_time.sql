SELECT
  SUM("t10"."~rows") FILTER(WHERE
    "t10"."k0_keep" AND "t10"."k0_open") AS "k0_open",
  MIN("t10"."k0_took") FILTER(WHERE
    "t10"."k0_keep"
    AND (
      (
        "t10"."k0_rank" <= (
          CAST(FLOOR(
            (
              (
                "t10"."k0_size" + 1
              ) - (
                SQRT(CAST("t10"."k0_size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        )
      )
      AND (
        (
          CAST(FLOOR(
            (
              (
                "t10"."k0_size" + 1
              ) - (
                SQRT(CAST("t10"."k0_size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        ) < (
          "t10"."k0_rank" + "t10"."~rows"
        )
      )
    )) AS "k0_low",
  MIN("t10"."k0_took") FILTER(WHERE
    "t10"."k0_keep"
    AND (
      (
        "t10"."k0_rank" <= (
          "t10"."k0_size" - CAST(FLOOR(
            (
              (
                "t10"."k0_size" + 1
              ) - (
                SQRT(CAST("t10"."k0_size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        )
      )
      AND (
        (
          "t10"."k0_size" - CAST(FLOOR(
            (
              (
                "t10"."k0_size" + 1
              ) - (
                SQRT(CAST("t10"."k0_size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        ) < (
          "t10"."k0_rank" + "t10"."~rows"
        )
      )
    )) AS "k0_high",
  SUM(
    CAST("t10"."k0_took" AS DECIMAL(38, 0)) * CAST("t10"."k0_took" AS DECIMAL(38, 0)) * "t10"."~rows"
  ) FILTER(WHERE
    "t10"."k0_keep") AS "k0_squares",
  MIN("t10"."k0_stayed") FILTER(WHERE
    "t10"."k0_keep" AND (
      "t10"."k0_lived" <= -0.6931471795599453
    )) AS "k0_km",
  SUM("t10"."~rows") FILTER(WHERE
    "t10"."k0_keep" AND (
      "t10"."k0_took" IS NOT NULL
    )) AS "k0_n",
  MIN("t10"."k0_took") FILTER(WHERE
    "t10"."k0_keep"
    AND (
      (
        (
          "t10"."k0_rank" * 100
        ) <= (
          (
            "t10"."k0_size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t10"."k0_rank" + "t10"."~rows"
          ) * 100
        ) > (
          (
            "t10"."k0_size" - 1
          ) * 50
        )
      )
    )) AS "k0_at",
  MIN("t10"."k0_took") FILTER(WHERE
    "t10"."k0_keep"
    AND (
      (
        (
          (
            (
              "t10"."k0_rank" + "t10"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t10"."k0_size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t10"."k0_rank" - 1
          ) * 100
        ) <= (
          (
            "t10"."k0_size" - 1
          ) * 50
        )
      )
    )) AS "k0_next",
  SUM("t10"."k0_took" * "t10"."~rows") FILTER(WHERE
    "t10"."k0_keep") AS "k0_sum",
  SUM("t10"."~rows") FILTER(WHERE
    "t10"."k0_met" AND (
      "t10"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t10"."~rows") FILTER(WHERE
    "t10"."k0_met" AND (
      "t10"."k0_fate" = 2
    )) AS "k0_lost_missing",
  SUM("t10"."~rows") FILTER(WHERE
    "t10"."k0_lost_out_negative") AS "k0_out_negative"
FROM (
  SELECT
    "t9"."k0_met",
    "t9"."k0_fate",
    "t9"."k0_took",
    "t9"."k0_lasted",
    "t9"."k0_out_negative",
    "t9"."k0_open",
    "t9"."~rows",
    "t9"."k0_keep",
    "t9"."k0_lost_out_negative",
    "t9"."k0_rank",
    "t9"."k0_size",
    "t9"."k0_stayed",
    "t9"."k0_line",
    "t9"."k0_risk",
    SUM(
      CASE
        WHEN "t9"."k0_keep" AND NOT (
          "t9"."k0_open"
        )
        THEN LN(
          GREATEST(
            (
              CAST("t9"."k0_risk" - "t9"."k0_line" AS DOUBLE) - "t9"."~rows"
            ) / GREATEST(CAST("t9"."k0_risk" - "t9"."k0_line" AS DOUBLE), 1.0),
            1e-300
          )
        )
        ELSE 0.0
      END
    ) OVER (ORDER BY "t9"."k0_line" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "k0_lived"
  FROM (
    SELECT
      "t8"."k0_met",
      "t8"."k0_fate",
      "t8"."k0_took",
      "t8"."k0_lasted",
      "t8"."k0_out_negative",
      "t8"."k0_open",
      "t8"."~rows",
      "t8"."k0_keep",
      "t8"."k0_lost_out_negative",
      SUM("t8"."~rows") OVER (
        ORDER BY CASE WHEN "t8"."k0_keep" THEN "t8"."k0_took" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t8"."~rows" AS "k0_rank",
      SUM("t8"."~rows") FILTER(WHERE
        CASE WHEN "t8"."k0_keep" THEN "t8"."k0_took" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "k0_size",
      CASE WHEN "t8"."k0_keep" THEN "t8"."k0_lasted" ELSE CAST(NULL AS BIGINT) END AS "k0_stayed",
      SUM("t8"."~rows") OVER (
        ORDER BY CASE WHEN "t8"."k0_keep" THEN "t8"."k0_lasted" ELSE CAST(NULL AS BIGINT) END ASC, "t8"."k0_open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t8"."~rows" AS "k0_line",
      SUM("t8"."~rows") FILTER(WHERE
        CASE WHEN "t8"."k0_keep" THEN "t8"."k0_lasted" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "k0_risk"
    FROM (
      SELECT
        "t7"."k0_met",
        "t7"."k0_fate",
        "t7"."k0_took",
        "t7"."k0_lasted",
        "t7"."k0_out_negative",
        "t7"."k0_open",
        "t7"."~rows",
        "t7"."k0_met" AND (
          "t7"."k0_fate" = 0
        ) AND NOT (
          "t7"."k0_out_negative"
        ) AS "k0_keep",
        "t7"."k0_met" AND (
          "t7"."k0_fate" = 0
        ) AND "t7"."k0_out_negative" AS "k0_lost_out_negative"
      FROM (
        SELECT
          "t6"."k0_met",
          "t6"."k0_fate",
          "t6"."k0_took",
          "t6"."k0_lasted",
          "t6"."k0_out_negative",
          "t6"."k0_open",
          COUNT(*) AS "~rows"
        FROM (
          SELECT
            TRUE AS "k0_met",
            CASE
              WHEN "t5"."opened_at~bad"
              THEN 1
              WHEN "t5"."done_at~bad"
              THEN 1
              WHEN "t5"."cancelled_at~bad"
              THEN 1
              WHEN "t5"."item_id" IS NULL
              THEN 2
              WHEN "t5"."opened_at" IS NULL
              THEN 2
              ELSE 0
            END AS "k0_fate",
            CASE
              WHEN COALESCE((
                "t5"."done_at" IS NOT NULL
              ) OR (
                "t5"."cancelled_at" IS NULL
              ), FALSE)
              THEN (
                CAST((
                  (
                    (
                      EPOCH_US("t5"."done_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US("t5"."opened_at") + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) + 0
              ELSE CAST(NULL AS BIGINT)
            END AS "k0_took",
            CASE
              WHEN COALESCE((
                "t5"."done_at" IS NOT NULL
              ) OR (
                "t5"."cancelled_at" IS NULL
              ), FALSE)
              THEN COALESCE(
                (
                  CAST((
                    (
                      (
                        EPOCH_US("t5"."done_at") + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT) - CAST((
                    (
                      (
                        EPOCH_US("t5"."opened_at") + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) + 0,
                (
                  CAST((
                    (
                      (
                        EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT) - CAST((
                    (
                      (
                        EPOCH_US("t5"."opened_at") + 62135596800000000
                      ) // 1000000
                    ) - 62135596800
                  ) AS BIGINT)
                ) + 0
              )
              ELSE CAST(NULL AS BIGINT)
            END AS "k0_lasted",
            COALESCE("t5"."done_at" < "t5"."opened_at", FALSE)
            AND COALESCE((
              "t5"."done_at" IS NOT NULL
            ) OR (
              "t5"."cancelled_at" IS NULL
            ), FALSE) AS "k0_out_negative",
            (
              "t5"."done_at" IS NULL
            )
            AND COALESCE((
              "t5"."done_at" IS NOT NULL
            ) OR (
              "t5"."cancelled_at" IS NULL
            ), FALSE) AS "k0_open"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t2"."item_id",
                  "t2"."opened_at",
                  CASE
                    WHEN "t2"."done_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                    THEN "t2"."done_at"
                    ELSE CAST(NULL AS TIMESTAMP(6))
                  END AS "done_at",
                  CASE
                    WHEN "t2"."cancelled_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                    THEN "t2"."cancelled_at"
                    ELSE CAST(NULL AS TIMESTAMP(6))
                  END AS "cancelled_at",
                  "t2"."item_id~bad",
                  "t2"."opened_at~bad",
                  "t2"."done_at~bad",
                  "t2"."cancelled_at~bad"
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
                      COALESCE(
                        "t0"."done_at~instant",
                        MAKE_TIMESTAMP(EPOCH_US("t0"."done_at~local") + -25200000000)
                      ) AS "done_at",
                      COALESCE(
                        "t0"."cancelled_at~instant",
                        MAKE_TIMESTAMP(EPOCH_US("t0"."cancelled_at~local") + -25200000000)
                      ) AS "cancelled_at",
                      "t0"."item_id~bad",
                      "t0"."opened_at~bad",
                      "t0"."done_at~bad",
                      "t0"."cancelled_at~bad"
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
              ) AS "t3"
              WHERE
                TRUE
            ) AS "t4"
            WHERE
              (
                (
                  "t4"."opened_at" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
                )
                AND (
                  "t4"."opened_at" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
                )
              )
              OR (
                "t4"."opened_at" IS NULL
              )
          ) AS "t5"
        ) AS "t6"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6
      ) AS "t7"
    ) AS "t8"
  ) AS "t9"
) AS "t10"
