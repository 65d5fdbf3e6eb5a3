SELECT
  COUNT(*) FILTER(WHERE
    "t9"."k0_keep" AND "t9"."k0_open") AS "k0_open",
  MIN("t9"."k0_took") FILTER(WHERE
    "t9"."k0_keep"
    AND (
      "t9"."k0_rank" = (
        CAST(FLOOR(
          (
            (
              "t9"."k0_size" + 1
            ) - (
              SQRT(CAST("t9"."k0_size" AS DOUBLE)) * 1.959963984540054
            )
          ) / 2
        ) AS BIGINT) - 1
      )
    )) AS "k0_low",
  MIN("t9"."k0_took") FILTER(WHERE
    "t9"."k0_keep"
    AND (
      "t9"."k0_rank" = (
        "t9"."k0_size" - CAST(FLOOR(
          (
            (
              "t9"."k0_size" + 1
            ) - (
              SQRT(CAST("t9"."k0_size" AS DOUBLE)) * 1.959963984540054
            )
          ) / 2
        ) AS BIGINT)
      )
    )) AS "k0_high",
  SUM(CAST("t9"."k0_took" AS DECIMAL(38, 0)) * CAST("t9"."k0_took" AS DECIMAL(38, 0))) FILTER(WHERE
    "t9"."k0_keep") AS "k0_squares",
  MIN("t9"."k0_lasted") FILTER(WHERE
    "t9"."k0_keep" AND (
      "t9"."k0_lived" <= -0.6931471795599453
    )) AS "k0_km",
  COUNT(*) FILTER(WHERE
    "t9"."k0_keep" AND (
      "t9"."k0_took" IS NOT NULL
    )) AS "k0_n",
  MIN("t9"."k0_took") FILTER(WHERE
    "t9"."k0_keep"
    AND (
      (
        (
          "t9"."k0_rank" * 100
        ) <= (
          (
            "t9"."k0_size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t9"."k0_rank" + 1
          ) * 100
        ) > (
          (
            "t9"."k0_size" - 1
          ) * 50
        )
      )
    )) AS "k0_at",
  MIN("t9"."k0_took") FILTER(WHERE
    "t9"."k0_keep"
    AND (
      (
        (
          "t9"."k0_rank" * 100
        ) > (
          (
            "t9"."k0_size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t9"."k0_rank" - 1
          ) * 100
        ) <= (
          (
            "t9"."k0_size" - 1
          ) * 50
        )
      )
    )) AS "k0_next",
  SUM("t9"."k0_took") FILTER(WHERE
    "t9"."k0_keep") AS "k0_sum",
  COUNT(*) FILTER(WHERE
    "t9"."k0_met" AND (
      "t9"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t9"."k0_met" AND (
      "t9"."k0_fate" = 2
    )) AS "k0_lost_missing",
  COUNT(*) FILTER(WHERE
    "t9"."k0_lost_out_negative") AS "k0_out_negative"
FROM (
  SELECT
    "t8"."k0_met",
    "t8"."k0_fate",
    "t8"."k0_took",
    "t8"."k0_waits",
    "t8"."k0_out_negative",
    "t8"."k0_open",
    "t8"."k0_keep",
    "t8"."k0_lost_out_negative",
    "t8"."k0_rank",
    "t8"."k0_size",
    "t8"."k0_lasted",
    "t8"."k0_line",
    "t8"."k0_risk",
    SUM(
      CASE
        WHEN "t8"."k0_keep" AND NOT (
          "t8"."k0_open"
        )
        THEN LN(
          GREATEST(
            (
              CAST("t8"."k0_risk" - "t8"."k0_line" AS DOUBLE) - 1
            ) / GREATEST(CAST("t8"."k0_risk" - "t8"."k0_line" AS DOUBLE), 1.0),
            1e-300
          )
        )
        ELSE 0.0
      END
    ) OVER (ORDER BY "t8"."k0_line" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "k0_lived"
  FROM (
    SELECT
      "t7"."k0_met",
      "t7"."k0_fate",
      "t7"."k0_took",
      "t7"."k0_waits",
      "t7"."k0_out_negative",
      "t7"."k0_open",
      "t7"."k0_keep",
      "t7"."k0_lost_out_negative",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t7"."k0_keep" THEN "t7"."k0_took" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "k0_rank",
      COUNT(CASE WHEN "t7"."k0_keep" THEN "t7"."k0_took" ELSE CAST(NULL AS BIGINT) END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "k0_size",
      CASE
        WHEN "t7"."k0_keep"
        THEN COALESCE("t7"."k0_took", "t7"."k0_waits")
        ELSE CAST(NULL AS BIGINT)
      END AS "k0_lasted",
      ROW_NUMBER() OVER (
        ORDER BY CASE
          WHEN "t7"."k0_keep"
          THEN COALESCE("t7"."k0_took", "t7"."k0_waits")
          ELSE CAST(NULL AS BIGINT)
        END ASC, "t7"."k0_open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "k0_line",
      COUNT(
        CASE
          WHEN "t7"."k0_keep"
          THEN COALESCE("t7"."k0_took", "t7"."k0_waits")
          ELSE CAST(NULL AS BIGINT)
        END
      ) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "k0_risk"
    FROM (
      SELECT
        "t6"."k0_met",
        "t6"."k0_fate",
        "t6"."k0_took",
        "t6"."k0_waits",
        "t6"."k0_out_negative",
        "t6"."k0_open",
        "t6"."k0_met" AND (
          "t6"."k0_fate" = 0
        ) AND NOT (
          "t6"."k0_out_negative"
        ) AS "k0_keep",
        "t6"."k0_met" AND (
          "t6"."k0_fate" = 0
        ) AND "t6"."k0_out_negative" AS "k0_lost_out_negative"
      FROM (
        SELECT
          TRUE AS "k0_met",
          CASE
            WHEN "t5"."created_at~bad"
            THEN 1
            WHEN "t5"."resolved_at~bad"
            THEN 1
            WHEN "t5"."ticket_id" IS NULL
            THEN 2
            WHEN "t5"."created_at" IS NULL
            THEN 2
            ELSE 0
          END AS "k0_fate",
          (
            CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t5"."resolved_at") AS TIMESTAMP)) AS BIGINT) - CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t5"."created_at") AS TIMESTAMP)) AS BIGINT)
          ) + 0 AS "k0_took",
          (
            CAST(EPOCH(CAST(DATE_TRUNC('SECOND', MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) AS TIMESTAMP)) AS BIGINT) - CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t5"."created_at") AS TIMESTAMP)) AS BIGINT)
          ) + 0 AS "k0_waits",
          COALESCE("t5"."resolved_at" < "t5"."created_at", FALSE) AND TRUE AS "k0_out_negative",
          (
            "t5"."resolved_at" IS NULL
          ) AND TRUE AS "k0_open"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t2"."ticket_id",
                CASE
                  WHEN "t2"."created_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  THEN "t2"."created_at"
                  ELSE CAST(NULL AS TIMESTAMP(6))
                END AS "created_at",
                CASE
                  WHEN "t2"."first_resolved_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  THEN "t2"."first_resolved_at"
                  ELSE CAST(NULL AS TIMESTAMP(6))
                END AS "first_resolved_at",
                CASE
                  WHEN "t2"."resolved_at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                  THEN "t2"."resolved_at"
                  ELSE CAST(NULL AS TIMESTAMP(6))
                END AS "resolved_at",
                "t2"."ticket_id~bad",
                "t2"."created_at~bad",
                "t2"."first_resolved_at~bad",
                "t2"."resolved_at~bad"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t0"."ticket_id",
                    COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
                    COALESCE(
                      "t0"."first_resolved_at~instant",
                      "t0"."first_resolved_at~local" + INTERVAL '-25200' SECOND
                    ) AS "first_resolved_at",
                    COALESCE("t0"."resolved_at~instant", "t0"."resolved_at~local" + INTERVAL '-25200' SECOND) AS "resolved_at",
                    "t0"."ticket_id~bad",
                    "t0"."created_at~bad",
                    "t0"."first_resolved_at~bad",
                    "t0"."resolved_at~bad"
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
  ) AS "t8"
) AS "t9"
