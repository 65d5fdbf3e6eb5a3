SELECT
  *
FROM (
  SELECT
    "t16"."~asked",
    "t16"."~group",
    SUM("t16"."~rows") FILTER(WHERE
      "t16"."k0_keep" AND "t16"."k0_open") AS "k0_open",
    MIN("t16"."k0_took") FILTER(WHERE
      "t16"."k0_keep"
      AND (
        (
          "t16"."k0_rank" <= (
            CAST(FLOOR(
              CAST((
                (
                  "t16"."k0_size" + 1
                ) - (
                  SQRT(CAST("t16"."k0_size" AS DOUBLE PRECISION)) * 1.959963984540054
                )
              ) AS DOUBLE PRECISION) / 2
            ) AS BIGINT) - 1
          )
        )
        AND (
          (
            CAST(FLOOR(
              CAST((
                (
                  "t16"."k0_size" + 1
                ) - (
                  SQRT(CAST("t16"."k0_size" AS DOUBLE PRECISION)) * 1.959963984540054
                )
              ) AS DOUBLE PRECISION) / 2
            ) AS BIGINT) - 1
          ) < (
            "t16"."k0_rank" + "t16"."~rows"
          )
        )
      )) AS "k0_low",
    MIN("t16"."k0_took") FILTER(WHERE
      "t16"."k0_keep"
      AND (
        (
          "t16"."k0_rank" <= (
            "t16"."k0_size" - CAST(FLOOR(
              CAST((
                (
                  "t16"."k0_size" + 1
                ) - (
                  SQRT(CAST("t16"."k0_size" AS DOUBLE PRECISION)) * 1.959963984540054
                )
              ) AS DOUBLE PRECISION) / 2
            ) AS BIGINT)
          )
        )
        AND (
          (
            "t16"."k0_size" - CAST(FLOOR(
              CAST((
                (
                  "t16"."k0_size" + 1
                ) - (
                  SQRT(CAST("t16"."k0_size" AS DOUBLE PRECISION)) * 1.959963984540054
                )
              ) AS DOUBLE PRECISION) / 2
            ) AS BIGINT)
          ) < (
            "t16"."k0_rank" + "t16"."~rows"
          )
        )
      )) AS "k0_high",
    SUM(
      CAST("t16"."k0_took" AS DECIMAL(38, 0)) * CAST("t16"."k0_took" AS DECIMAL(38, 0)) * "t16"."~rows"
    ) FILTER(WHERE
      "t16"."k0_keep") AS "k0_squares",
    MIN("t16"."k0_stayed") FILTER(WHERE
      "t16"."k0_keep" AND (
        "t16"."k0_lived" <= -0.6931471795599453
      )) AS "k0_km",
    SUM("t16"."~rows") FILTER(WHERE
      "t16"."k0_keep" AND (
        "t16"."k0_took" IS NOT NULL
      )) AS "k0_n",
    MIN("t16"."k0_took") FILTER(WHERE
      "t16"."k0_keep"
      AND (
        (
          (
            "t16"."k0_rank" * 100
          ) <= (
            (
              "t16"."k0_size" - 1
            ) * 50
          )
        )
        AND (
          (
            (
              "t16"."k0_rank" + "t16"."~rows"
            ) * 100
          ) > (
            (
              "t16"."k0_size" - 1
            ) * 50
          )
        )
      )) AS "k0_at",
    MIN("t16"."k0_took") FILTER(WHERE
      "t16"."k0_keep"
      AND (
        (
          (
            (
              (
                "t16"."k0_rank" + "t16"."~rows"
              ) - 1
            ) * 100
          ) > (
            (
              "t16"."k0_size" - 1
            ) * 50
          )
        )
        AND (
          (
            (
              "t16"."k0_rank" - 1
            ) * 100
          ) <= (
            (
              "t16"."k0_size" - 1
            ) * 50
          )
        )
      )) AS "k0_next",
    SUM("t16"."k0_took" * "t16"."~rows") FILTER(WHERE
      "t16"."k0_keep") AS "k0_sum",
    SUM("t16"."~rows") FILTER(WHERE
      "t16"."k0_met" AND (
        "t16"."k0_fate" = 1
      )) AS "k0_lost_rejected",
    SUM("t16"."~rows") FILTER(WHERE
      "t16"."k0_met" AND (
        "t16"."k0_fate" = 2
      )) AS "k0_lost_missing",
    SUM("t16"."~rows") FILTER(WHERE
      "t16"."k0_met") AS "k0_met",
    SUM("t16"."~rows") FILTER(WHERE
      "t16"."k0_lost_out_negative") AS "k0_out_negative"
  FROM (
    SELECT
      "t15"."~asked",
      "t15"."~group",
      "t15"."k0_met",
      "t15"."k0_fate",
      "t15"."k0_took",
      "t15"."k0_lasted",
      "t15"."k0_out_negative",
      "t15"."k0_open",
      "t15"."~rows",
      "t15"."k0_keep",
      "t15"."k0_lost_out_negative",
      "t15"."k0_rank",
      "t15"."k0_size",
      "t15"."k0_stayed",
      "t15"."k0_line",
      "t15"."k0_risk",
      SUM(
        CASE
          WHEN "t15"."k0_keep" AND NOT (
            "t15"."k0_open"
          )
          THEN LN(
            GREATEST(
              CAST((
                CAST("t15"."k0_risk" - "t15"."k0_line" AS DOUBLE PRECISION) - "t15"."~rows"
              ) AS DOUBLE PRECISION) / GREATEST(CAST("t15"."k0_risk" - "t15"."k0_line" AS DOUBLE PRECISION), 1.0),
              1e-300
            )
          )
          ELSE 0.0
        END
      ) OVER (
        PARTITION BY "t15"."~asked", "t15"."~group"
        ORDER BY "t15"."k0_line" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS "k0_lived"
    FROM (
      SELECT
        "t14"."~asked",
        "t14"."~group",
        "t14"."k0_met",
        "t14"."k0_fate",
        "t14"."k0_took",
        "t14"."k0_lasted",
        "t14"."k0_out_negative",
        "t14"."k0_open",
        "t14"."~rows",
        "t14"."k0_keep",
        "t14"."k0_lost_out_negative",
        SUM("t14"."~rows") OVER (
          PARTITION BY "t14"."~asked", "t14"."~group"
          ORDER BY CASE WHEN "t14"."k0_keep" THEN "t14"."k0_took" ELSE CAST(NULL AS BIGINT) END ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) - "t14"."~rows" AS "k0_rank",
        SUM("t14"."~rows") FILTER(WHERE
          CASE WHEN "t14"."k0_keep" THEN "t14"."k0_took" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (
          PARTITION BY "t14"."~asked", "t14"."~group"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "k0_size",
        CASE WHEN "t14"."k0_keep" THEN "t14"."k0_lasted" ELSE CAST(NULL AS BIGINT) END AS "k0_stayed",
        SUM("t14"."~rows") OVER (
          PARTITION BY "t14"."~asked", "t14"."~group"
          ORDER BY CASE WHEN "t14"."k0_keep" THEN "t14"."k0_lasted" ELSE CAST(NULL AS BIGINT) END ASC, "t14"."k0_open" ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) - "t14"."~rows" AS "k0_line",
        SUM("t14"."~rows") FILTER(WHERE
          CASE WHEN "t14"."k0_keep" THEN "t14"."k0_lasted" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (
          PARTITION BY "t14"."~asked", "t14"."~group"
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS "k0_risk"
      FROM (
        SELECT
          "t13"."~asked",
          "t13"."~group",
          "t13"."k0_met",
          "t13"."k0_fate",
          "t13"."k0_took",
          "t13"."k0_lasted",
          "t13"."k0_out_negative",
          "t13"."k0_open",
          "t13"."~rows",
          "t13"."k0_met" AND (
            "t13"."k0_fate" = 0
          ) AND NOT (
            "t13"."k0_out_negative"
          ) AS "k0_keep",
          "t13"."k0_met" AND (
            "t13"."k0_fate" = 0
          ) AND "t13"."k0_out_negative" AS "k0_lost_out_negative"
        FROM (
          SELECT
            "t12"."~asked",
            "t12"."~group",
            "t12"."k0_met",
            "t12"."k0_fate",
            "t12"."k0_took",
            "t12"."k0_lasted",
            "t12"."k0_out_negative",
            "t12"."k0_open",
            COUNT(*) AS "~rows"
          FROM (
            SELECT
              "t11"."~asked",
              "t11"."~group",
              TRUE AS "k0_met",
              CASE
                WHEN "t11"."created_at~bad"
                THEN 1
                WHEN "t11"."resolved_at~bad"
                THEN 1
                WHEN "t11"."ticket_id" IS NULL
                THEN 2
                WHEN "t11"."created_at" IS NULL
                THEN 2
                ELSE 0
              END AS "k0_fate",
              (
                CAST(EXTRACT('epoch' FROM DATE_TRUNC('SECOND', "t11"."resolved_at")) AS BIGINT) - CAST(EXTRACT('epoch' FROM DATE_TRUNC('SECOND', "t11"."created_at")) AS BIGINT)
              ) + 0 AS "k0_took",
              COALESCE(
                (
                  CAST(EXTRACT('epoch' FROM DATE_TRUNC('SECOND', "t11"."resolved_at")) AS BIGINT) - CAST(EXTRACT('epoch' FROM DATE_TRUNC('SECOND', "t11"."created_at")) AS BIGINT)
                ) + 0,
                (
                  CAST(EXTRACT('epoch' FROM DATE_TRUNC('SECOND', "t11"."as_of")) AS BIGINT) - CAST(EXTRACT('epoch' FROM DATE_TRUNC('SECOND', "t11"."created_at")) AS BIGINT)
                ) + 0
              ) AS "k0_lasted",
              COALESCE("t11"."resolved_at" < "t11"."created_at", FALSE) AND TRUE AS "k0_out_negative",
              (
                "t11"."resolved_at" IS NULL
              ) AND TRUE AS "k0_open"
            FROM (
              SELECT
                "t10"."ticket_id",
                "t10"."created_at",
                "t10"."first_resolved_at",
                "t10"."resolved_at",
                "t10"."ticket_id~bad",
                "t10"."created_at~bad",
                "t10"."first_resolved_at~bad",
                "t10"."resolved_at~bad",
                "t10"."~asked",
                "t10"."window_start",
                "t10"."window_end",
                "t10"."as_of",
                "t10"."window_start_day",
                "t10"."window_end_day",
                "t10"."as_of_day",
                "t10"."ticket_id" AS "~group"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t7"."ticket_id",
                      "t7"."created_at",
                      CASE
                        WHEN "t7"."first_resolved_at" <= "t7"."as_of"
                        THEN "t7"."first_resolved_at"
                        ELSE CAST(NULL AS TIMESTAMP(6))
                      END AS "first_resolved_at",
                      CASE
                        WHEN "t7"."resolved_at" <= "t7"."as_of"
                        THEN "t7"."resolved_at"
                        ELSE CAST(NULL AS TIMESTAMP(6))
                      END AS "resolved_at",
                      "t7"."ticket_id~bad",
                      "t7"."created_at~bad",
                      "t7"."first_resolved_at~bad",
                      "t7"."resolved_at~bad",
                      "t7"."~asked",
                      "t7"."window_start",
                      "t7"."window_end",
                      "t7"."as_of",
                      "t7"."window_start_day",
                      "t7"."window_end_day",
                      "t7"."as_of_day"
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          "t5"."ticket_id",
                          COALESCE(
                            "t5"."created_at~instant",
                            CASE
                              WHEN "t5"."created_at~local" >= CAST('2027-11-07T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."created_at~local" + INTERVAL '18000 SECOND'
                              WHEN "t5"."created_at~local" >= CAST('2027-03-14T03:00:00' AS TIMESTAMP(6))
                              THEN "t5"."created_at~local" + INTERVAL '14400 SECOND'
                              WHEN "t5"."created_at~local" >= CAST('2026-11-01T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."created_at~local" + INTERVAL '18000 SECOND'
                              WHEN "t5"."created_at~local" >= CAST('2026-03-08T03:00:00' AS TIMESTAMP(6))
                              THEN "t5"."created_at~local" + INTERVAL '14400 SECOND'
                              WHEN "t5"."created_at~local" >= CAST('2025-11-02T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."created_at~local" + INTERVAL '18000 SECOND'
                              ELSE "t5"."created_at~local" + INTERVAL '14400 SECOND'
                            END
                          ) AS "created_at",
                          COALESCE(
                            "t5"."first_resolved_at~instant",
                            CASE
                              WHEN "t5"."first_resolved_at~local" >= CAST('2027-11-07T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."first_resolved_at~local" + INTERVAL '18000 SECOND'
                              WHEN "t5"."first_resolved_at~local" >= CAST('2027-03-14T03:00:00' AS TIMESTAMP(6))
                              THEN "t5"."first_resolved_at~local" + INTERVAL '14400 SECOND'
                              WHEN "t5"."first_resolved_at~local" >= CAST('2026-11-01T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."first_resolved_at~local" + INTERVAL '18000 SECOND'
                              WHEN "t5"."first_resolved_at~local" >= CAST('2026-03-08T03:00:00' AS TIMESTAMP(6))
                              THEN "t5"."first_resolved_at~local" + INTERVAL '14400 SECOND'
                              WHEN "t5"."first_resolved_at~local" >= CAST('2025-11-02T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."first_resolved_at~local" + INTERVAL '18000 SECOND'
                              ELSE "t5"."first_resolved_at~local" + INTERVAL '14400 SECOND'
                            END
                          ) AS "first_resolved_at",
                          COALESCE(
                            "t5"."resolved_at~instant",
                            CASE
                              WHEN "t5"."resolved_at~local" >= CAST('2027-11-07T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."resolved_at~local" + INTERVAL '18000 SECOND'
                              WHEN "t5"."resolved_at~local" >= CAST('2027-03-14T03:00:00' AS TIMESTAMP(6))
                              THEN "t5"."resolved_at~local" + INTERVAL '14400 SECOND'
                              WHEN "t5"."resolved_at~local" >= CAST('2026-11-01T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."resolved_at~local" + INTERVAL '18000 SECOND'
                              WHEN "t5"."resolved_at~local" >= CAST('2026-03-08T03:00:00' AS TIMESTAMP(6))
                              THEN "t5"."resolved_at~local" + INTERVAL '14400 SECOND'
                              WHEN "t5"."resolved_at~local" >= CAST('2025-11-02T02:00:00' AS TIMESTAMP(6))
                              THEN "t5"."resolved_at~local" + INTERVAL '18000 SECOND'
                              ELSE "t5"."resolved_at~local" + INTERVAL '14400 SECOND'
                            END
                          ) AS "resolved_at",
                          "t5"."ticket_id~bad",
                          "t5"."created_at~bad",
                          "t5"."first_resolved_at~bad",
                          "t5"."resolved_at~bad",
                          "t5"."~asked",
                          "t5"."window_start",
                          "t5"."window_end",
                          "t5"."as_of",
                          "t5"."window_start_day",
                          "t5"."window_end_day",
                          "t5"."as_of_day"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t1"."ticket_id",
                              "t1"."ticket_id~bad",
                              "t1"."created_at~local",
                              "t1"."created_at~instant",
                              "t1"."created_at~bad",
                              "t1"."first_resolved_at~local",
                              "t1"."first_resolved_at~instant",
                              "t1"."first_resolved_at~bad",
                              "t1"."resolved_at~local",
                              "t1"."resolved_at~instant",
                              "t1"."resolved_at~bad",
                              0 AS "~asked",
                              CAST('2026-10-01T04:00:00' AS TIMESTAMP(6)) AS "window_start",
                              CAST('2026-11-01T00:00:00' AS TIMESTAMP(6)) AS "window_end",
                              CAST('2026-11-01T00:00:00' AS TIMESTAMP(6)) AS "as_of",
                              MAKE_DATE(2026, 10, 1) AS "window_start_day",
                              MAKE_DATE(2026, 10, 31) AS "window_end_day",
                              MAKE_DATE(2026, 10, 31) AS "as_of_day"
                            FROM (
                              SELECT
                                *
                              FROM "typed" AS "t0"
                              WHERE
                                (
                                  COALESCE(
                                    "t0"."created_at~instant",
                                    CASE
                                      WHEN "t0"."created_at~local" >= CAST('2027-11-07T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2027-03-14T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-11-01T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-03-08T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2025-11-02T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      ELSE "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                    END
                                  ) <= CAST('2026-11-01T00:00:00' AS TIMESTAMP(6))
                                )
                                OR (
                                  COALESCE(
                                    "t0"."created_at~instant",
                                    CASE
                                      WHEN "t0"."created_at~local" >= CAST('2027-11-07T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2027-03-14T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-11-01T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-03-08T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2025-11-02T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      ELSE "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                    END
                                  ) IS NULL
                                )
                            ) AS "t1"
                            OFFSET 0
                          ) AS "t3"
                          UNION ALL
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t2"."ticket_id",
                              "t2"."ticket_id~bad",
                              "t2"."created_at~local",
                              "t2"."created_at~instant",
                              "t2"."created_at~bad",
                              "t2"."first_resolved_at~local",
                              "t2"."first_resolved_at~instant",
                              "t2"."first_resolved_at~bad",
                              "t2"."resolved_at~local",
                              "t2"."resolved_at~instant",
                              "t2"."resolved_at~bad",
                              1 AS "~asked",
                              CAST('2026-10-01T04:00:00' AS TIMESTAMP(6)) AS "window_start",
                              CAST('2026-11-21T02:00:00' AS TIMESTAMP(6)) AS "window_end",
                              CAST('2026-11-21T02:00:00' AS TIMESTAMP(6)) AS "as_of",
                              MAKE_DATE(2026, 10, 1) AS "window_start_day",
                              MAKE_DATE(2026, 11, 20) AS "window_end_day",
                              MAKE_DATE(2026, 11, 20) AS "as_of_day"
                            FROM (
                              SELECT
                                *
                              FROM "typed" AS "t0"
                              WHERE
                                (
                                  COALESCE(
                                    "t0"."created_at~instant",
                                    CASE
                                      WHEN "t0"."created_at~local" >= CAST('2027-11-07T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2027-03-14T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-11-01T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-03-08T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2025-11-02T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      ELSE "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                    END
                                  ) <= CAST('2026-11-21T02:00:00' AS TIMESTAMP(6))
                                )
                                OR (
                                  COALESCE(
                                    "t0"."created_at~instant",
                                    CASE
                                      WHEN "t0"."created_at~local" >= CAST('2027-11-07T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2027-03-14T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-11-01T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2026-03-08T03:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                      WHEN "t0"."created_at~local" >= CAST('2025-11-02T02:00:00' AS TIMESTAMP(6))
                                      THEN "t0"."created_at~local" + INTERVAL '18000 SECOND'
                                      ELSE "t0"."created_at~local" + INTERVAL '14400 SECOND'
                                    END
                                  ) IS NULL
                                )
                            ) AS "t2"
                            OFFSET 0
                          ) AS "t4"
                        ) AS "t5"
                        OFFSET 0
                      ) AS "t6"
                      WHERE
                        (
                          "t6"."created_at" <= "t6"."as_of"
                        ) OR (
                          "t6"."created_at" IS NULL
                        )
                    ) AS "t7"
                    OFFSET 0
                  ) AS "t8"
                  WHERE
                    TRUE
                ) AS "t9"
                WHERE
                  (
                    (
                      "t9"."created_at" < CAST('2027-01-01T05:00:00' AS TIMESTAMP(6))
                    )
                    AND (
                      "t9"."created_at" >= CAST('2026-10-01T04:00:00' AS TIMESTAMP(6))
                    )
                  )
                  OR (
                    "t9"."created_at" IS NULL
                  )
              ) AS "t10"
            ) AS "t11"
            OFFSET 0
          ) AS "t12"
          GROUP BY
            1,
            2,
            3,
            4,
            5,
            6,
            7,
            8
          OFFSET 0
        ) AS "t13"
        OFFSET 0
      ) AS "t14"
      OFFSET 0
    ) AS "t15"
    OFFSET 0
  ) AS "t16"
  GROUP BY
    1,
    2
  OFFSET 0
) AS "t17"
WHERE
  "t17"."k0_met" > 0
LIMIT 2001
