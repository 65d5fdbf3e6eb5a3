SELECT
  "t10"."~group" AS "~group",
  countIf("t10"."k0_keep" AND "t10"."k0_open") AS "k0_open",
  minIf(
    "t10"."k0_took",
    "t10"."k0_keep"
    AND (
      "t10"."k0_rank" = (
        CAST(FLOOR(
          (
            (
              "t10"."k0_size" + 1
            ) - (
              SQRT(CAST("t10"."k0_size" AS Nullable(Float64))) * 1.959963984540054
            )
          ) / 2
        ) AS Nullable(Int64)) - 1
      )
    )
  ) AS "k0_low",
  minIf(
    "t10"."k0_took",
    "t10"."k0_keep"
    AND (
      "t10"."k0_rank" = (
        "t10"."k0_size" - CAST(FLOOR(
          (
            (
              "t10"."k0_size" + 1
            ) - (
              SQRT(CAST("t10"."k0_size" AS Nullable(Float64))) * 1.959963984540054
            )
          ) / 2
        ) AS Nullable(Int64))
      )
    )
  ) AS "k0_high",
  sumIf(
    CAST("t10"."k0_took" AS Nullable(Decimal(38, 0))) * CAST("t10"."k0_took" AS Nullable(Decimal(38, 0))),
    "t10"."k0_keep"
  ) AS "k0_squares",
  minIf(
    "t10"."k0_lasted",
    "t10"."k0_keep" AND (
      "t10"."k0_lived" <= -0.6931471795599453
    )
  ) AS "k0_km",
  countIf("t10"."k0_keep" AND isNotNull("t10"."k0_took")) AS "k0_n",
  minIf(
    "t10"."k0_took",
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
            "t10"."k0_rank" + 1
          ) * 100
        ) > (
          (
            "t10"."k0_size" - 1
          ) * 50
        )
      )
    )
  ) AS "k0_at",
  minIf(
    "t10"."k0_took",
    "t10"."k0_keep"
    AND (
      (
        (
          "t10"."k0_rank" * 100
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
    )
  ) AS "k0_next",
  sumIf("t10"."k0_took", "t10"."k0_keep") AS "k0_sum",
  countIf("t10"."k0_met" AND (
    "t10"."k0_fate" = 1
  )) AS "k0_lost_rejected",
  countIf("t10"."k0_met" AND (
    "t10"."k0_fate" = 2
  )) AS "k0_lost_missing",
  countIf("t10"."k0_met") AS "k0_met",
  countIf("t10"."k0_lost_out_negative") AS "k0_out_negative"
FROM (
  SELECT
    "t9"."~group" AS "~group",
    "t9"."k0_met" AS "k0_met",
    "t9"."k0_fate" AS "k0_fate",
    "t9"."k0_took" AS "k0_took",
    "t9"."k0_waits" AS "k0_waits",
    "t9"."k0_out_negative" AS "k0_out_negative",
    "t9"."k0_open" AS "k0_open",
    "t9"."k0_keep" AS "k0_keep",
    "t9"."k0_lost_out_negative" AS "k0_lost_out_negative",
    "t9"."k0_rank" AS "k0_rank",
    "t9"."k0_size" AS "k0_size",
    "t9"."k0_lasted" AS "k0_lasted",
    "t9"."k0_line" AS "k0_line",
    "t9"."k0_risk" AS "k0_risk",
    SUM(
      CASE
        WHEN "t9"."k0_keep" AND NOT (
          "t9"."k0_open"
        )
        THEN LN(
          GREATEST(
            (
              CAST("t9"."k0_risk" - "t9"."k0_line" AS Nullable(Float64)) - 1
            ) / GREATEST(CAST("t9"."k0_risk" - "t9"."k0_line" AS Nullable(Float64)), 1.0),
            1e-300
          )
        )
        ELSE 0.0
      END
    ) OVER (
      PARTITION BY "t9"."~group"
      ORDER BY "t9"."k0_line" ASC
      ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
    ) AS "k0_lived"
  FROM (
    SELECT
      "t8"."~group" AS "~group",
      "t8"."k0_met" AS "k0_met",
      "t8"."k0_fate" AS "k0_fate",
      "t8"."k0_took" AS "k0_took",
      "t8"."k0_waits" AS "k0_waits",
      "t8"."k0_out_negative" AS "k0_out_negative",
      "t8"."k0_open" AS "k0_open",
      "t8"."k0_keep" AS "k0_keep",
      "t8"."k0_lost_out_negative" AS "k0_lost_out_negative",
      ROW_NUMBER() OVER (
        PARTITION BY "t8"."~group"
        ORDER BY CASE WHEN "t8"."k0_keep" THEN "t8"."k0_took" ELSE CAST(NULL AS Nullable(Int64)) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "k0_rank",
      COUNT(
        CASE WHEN "t8"."k0_keep" THEN "t8"."k0_took" ELSE CAST(NULL AS Nullable(Int64)) END
      ) OVER (
        PARTITION BY "t8"."~group"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "k0_size",
      CASE
        WHEN "t8"."k0_keep"
        THEN COALESCE("t8"."k0_took", "t8"."k0_waits")
        ELSE CAST(NULL AS Nullable(Int64))
      END AS "k0_lasted",
      ROW_NUMBER() OVER (
        PARTITION BY "t8"."~group"
        ORDER BY CASE
          WHEN "t8"."k0_keep"
          THEN COALESCE("t8"."k0_took", "t8"."k0_waits")
          ELSE CAST(NULL AS Nullable(Int64))
        END ASC, "t8"."k0_open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "k0_line",
      COUNT(
        CASE
          WHEN "t8"."k0_keep"
          THEN COALESCE("t8"."k0_took", "t8"."k0_waits")
          ELSE CAST(NULL AS Nullable(Int64))
        END
      ) OVER (
        PARTITION BY "t8"."~group"
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS "k0_risk"
    FROM (
      SELECT
        "t7"."~group" AS "~group",
        "t7"."k0_met" AS "k0_met",
        "t7"."k0_fate" AS "k0_fate",
        "t7"."k0_took" AS "k0_took",
        "t7"."k0_waits" AS "k0_waits",
        "t7"."k0_out_negative" AS "k0_out_negative",
        "t7"."k0_open" AS "k0_open",
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
          "t6"."~group" AS "~group",
          TRUE AS "k0_met",
          CASE
            WHEN "t6"."created_at~bad"
            THEN 1
            WHEN "t6"."resolved_at~bad"
            THEN 1
            WHEN isNull("t6"."ticket_id")
            THEN 2
            WHEN isNull("t6"."created_at")
            THEN 2
            ELSE 0
          END AS "k0_fate",
          (
            CAST(toRelativeSecondNum(dateTrunc('SECOND', toDateTime64("t6"."resolved_at", 6))) AS Nullable(Int64)) - CAST(toRelativeSecondNum(dateTrunc('SECOND', toDateTime64("t6"."created_at", 6))) AS Nullable(Int64))
          ) + 0 AS "k0_took",
          (
            CAST(toRelativeSecondNum(
              dateTrunc('SECOND', toDateTime64(parseDateTimeBestEffort('2026-11-21T02:00:00'), 6))
            ) AS Nullable(Int64)) - CAST(toRelativeSecondNum(dateTrunc('SECOND', toDateTime64("t6"."created_at", 6))) AS Nullable(Int64))
          ) + 0 AS "k0_waits",
          COALESCE("t6"."resolved_at" < "t6"."created_at", FALSE) AND TRUE AS "k0_out_negative",
          isNull("t6"."resolved_at") AND TRUE AS "k0_open"
        FROM (
          SELECT
            "t5"."ticket_id" AS "ticket_id",
            "t5"."created_at" AS "created_at",
            "t5"."first_resolved_at" AS "first_resolved_at",
            "t5"."resolved_at" AS "resolved_at",
            "t5"."ticket_id~bad" AS "ticket_id~bad",
            "t5"."created_at~bad" AS "created_at~bad",
            "t5"."first_resolved_at~bad" AS "first_resolved_at~bad",
            "t5"."resolved_at~bad" AS "resolved_at~bad",
            "t5"."ticket_id" AS "~group"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  "t2"."ticket_id" AS "ticket_id",
                  CASE
                    WHEN "t2"."created_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                    THEN "t2"."created_at"
                    ELSE CAST(NULL AS Nullable(DateTime64(6)))
                  END AS "created_at",
                  CASE
                    WHEN "t2"."first_resolved_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                    THEN "t2"."first_resolved_at"
                    ELSE CAST(NULL AS Nullable(DateTime64(6)))
                  END AS "first_resolved_at",
                  CASE
                    WHEN "t2"."resolved_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                    THEN "t2"."resolved_at"
                    ELSE CAST(NULL AS Nullable(DateTime64(6)))
                  END AS "resolved_at",
                  "t2"."ticket_id~bad" AS "ticket_id~bad",
                  "t2"."created_at~bad" AS "created_at~bad",
                  "t2"."first_resolved_at~bad" AS "first_resolved_at~bad",
                  "t2"."resolved_at~bad" AS "resolved_at~bad"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t0"."ticket_id" AS "ticket_id",
                      COALESCE("t0"."created_at~instant", "t0"."created_at~local" + INTERVAL '-25200' SECOND) AS "created_at",
                      COALESCE(
                        "t0"."first_resolved_at~instant",
                        "t0"."first_resolved_at~local" + INTERVAL '-25200' SECOND
                      ) AS "first_resolved_at",
                      COALESCE("t0"."resolved_at~instant", "t0"."resolved_at~local" + INTERVAL '-25200' SECOND) AS "resolved_at",
                      "t0"."ticket_id~bad" AS "ticket_id~bad",
                      "t0"."created_at~bad" AS "created_at~bad",
                      "t0"."first_resolved_at~bad" AS "first_resolved_at~bad",
                      "t0"."resolved_at~bad" AS "resolved_at~bad"
                    FROM "typed" AS "t0"
                  ) AS "t1"
                  WHERE
                    (
                      "t1"."created_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                    )
                    OR isNull("t1"."created_at")
                ) AS "t2"
              ) AS "t3"
              WHERE
                TRUE
            ) AS "t4"
            WHERE
              (
                (
                  "t4"."created_at" <= parseDateTimeBestEffort('2026-11-21T02:00:00')
                )
                AND (
                  (
                    "t4"."created_at" < parseDateTimeBestEffort('2026-12-31T17:00:00')
                  )
                  AND (
                    "t4"."created_at" >= parseDateTimeBestEffort('2026-09-30T17:00:00')
                  )
                )
              )
              OR isNull("t4"."created_at")
          ) AS "t5"
        ) AS "t6"
      ) AS "t7"
    ) AS "t8"
  ) AS "t9"
) AS "t10"
GROUP BY
  "t10"."~group"
