SELECT
TOP 1001
  [t12].[~group],
  [t12].[k0_open],
  [t12].[k0_low],
  [t12].[k0_high],
  [t12].[k0_squares],
  [t12].[k0_km],
  [t12].[k0_n],
  [t12].[k0_at],
  [t12].[k0_next],
  [t12].[k0_sum],
  [t12].[k0_lost_rejected],
  [t12].[k0_lost_missing],
  [t12].[k0_met],
  [t12].[k0_out_negative]
FROM (
  SELECT
    [t11].[~group],
    SUM(IIF([t11].[k0_keep] <> 0 AND [t11].[k0_open] <> 0, [t11].[~rows], NULL)) AS [k0_open],
    MIN(
      IIF(
        [t11].[k0_keep] <> 0
        AND (
          (
            [t11].[k0_rank] <= (
              CAST(FLOOR(
                CAST((
                  (
                    [t11].[k0_size] + 1
                  ) - (
                    SQRT(CAST([t11].[k0_size] AS FLOAT)) * 1.959963984540054
                  )
                ) AS FLOAT) / 2
              ) AS BIGINT) - 1
            )
          )
          AND (
            (
              CAST(FLOOR(
                CAST((
                  (
                    [t11].[k0_size] + 1
                  ) - (
                    SQRT(CAST([t11].[k0_size] AS FLOAT)) * 1.959963984540054
                  )
                ) AS FLOAT) / 2
              ) AS BIGINT) - 1
            ) < (
              [t11].[k0_rank] + [t11].[~rows]
            )
          )
        ),
        [t11].[k0_took],
        NULL
      )
    ) AS [k0_low],
    MIN(
      IIF(
        [t11].[k0_keep] <> 0
        AND (
          (
            [t11].[k0_rank] <= (
              [t11].[k0_size] - CAST(FLOOR(
                CAST((
                  (
                    [t11].[k0_size] + 1
                  ) - (
                    SQRT(CAST([t11].[k0_size] AS FLOAT)) * 1.959963984540054
                  )
                ) AS FLOAT) / 2
              ) AS BIGINT)
            )
          )
          AND (
            (
              [t11].[k0_size] - CAST(FLOOR(
                CAST((
                  (
                    [t11].[k0_size] + 1
                  ) - (
                    SQRT(CAST([t11].[k0_size] AS FLOAT)) * 1.959963984540054
                  )
                ) AS FLOAT) / 2
              ) AS BIGINT)
            ) < (
              [t11].[k0_rank] + [t11].[~rows]
            )
          )
        ),
        [t11].[k0_took],
        NULL
      )
    ) AS [k0_high],
    SUM(
      IIF(
        [t11].[k0_keep] <> 0,
        CAST([t11].[k0_took] AS NUMERIC(38, 0)) * CAST([t11].[k0_took] AS NUMERIC(38, 0)) * [t11].[~rows],
        NULL
      )
    ) AS [k0_squares],
    MIN(
      IIF(
        [t11].[k0_keep] <> 0 AND (
          [t11].[k0_lived] <= -0.6931471795599453
        ),
        [t11].[k0_stayed],
        NULL
      )
    ) AS [k0_km],
    SUM(
      IIF([t11].[k0_keep] <> 0 AND (
        [t11].[k0_took] IS NOT NULL
      ), [t11].[~rows], NULL)
    ) AS [k0_n],
    MIN(
      IIF(
        [t11].[k0_keep] <> 0
        AND (
          (
            (
              [t11].[k0_rank] * 100
            ) <= (
              (
                [t11].[k0_size] - 1
              ) * 50
            )
          )
          AND (
            (
              (
                [t11].[k0_rank] + [t11].[~rows]
              ) * 100
            ) > (
              (
                [t11].[k0_size] - 1
              ) * 50
            )
          )
        ),
        [t11].[k0_took],
        NULL
      )
    ) AS [k0_at],
    MIN(
      IIF(
        [t11].[k0_keep] <> 0
        AND (
          (
            (
              (
                (
                  [t11].[k0_rank] + [t11].[~rows]
                ) - 1
              ) * 100
            ) > (
              (
                [t11].[k0_size] - 1
              ) * 50
            )
          )
          AND (
            (
              (
                [t11].[k0_rank] - 1
              ) * 100
            ) <= (
              (
                [t11].[k0_size] - 1
              ) * 50
            )
          )
        ),
        [t11].[k0_took],
        NULL
      )
    ) AS [k0_next],
    SUM(IIF([t11].[k0_keep] <> 0, [t11].[k0_took] * [t11].[~rows], NULL)) AS [k0_sum],
    SUM(IIF([t11].[k0_met] <> 0 AND (
      [t11].[k0_fate] = 1
    ), [t11].[~rows], NULL)) AS [k0_lost_rejected],
    SUM(IIF([t11].[k0_met] <> 0 AND (
      [t11].[k0_fate] = 2
    ), [t11].[~rows], NULL)) AS [k0_lost_missing],
    SUM(IIF([t11].[k0_met] <> 0, [t11].[~rows], NULL)) AS [k0_met],
    SUM(IIF([t11].[k0_lost_out_negative] <> 0, [t11].[~rows], NULL)) AS [k0_out_negative]
  FROM (
    SELECT
      [t10].[~group],
      [t10].[k0_met],
      [t10].[k0_fate],
      [t10].[k0_took],
      [t10].[k0_lasted],
      [t10].[k0_out_negative],
      [t10].[k0_open],
      [t10].[~rows],
      [t10].[k0_keep],
      [t10].[k0_lost_out_negative],
      [t10].[k0_rank],
      [t10].[k0_size],
      [t10].[k0_stayed],
      [t10].[k0_line],
      [t10].[k0_risk],
      SUM(
        IIF(
          [t10].[k0_keep] <> 0 AND (
            IIF([t10].[k0_open] <> 0, 1, 0) = 0
          ),
          LOG(
            GREATEST(
              CAST((
                CAST([t10].[k0_risk] - [t10].[k0_line] AS FLOAT) - [t10].[~rows]
              ) AS FLOAT) / GREATEST(CAST([t10].[k0_risk] - [t10].[k0_line] AS FLOAT), 1.0),
              1e-300
            )
          ),
          0.0
        )
      ) OVER (
        PARTITION BY [t10].[~group]
        ORDER BY CASE WHEN [t10].[k0_line] IS NULL THEN 1 ELSE 0 END, [t10].[k0_line] ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS [k0_lived]
    FROM (
      SELECT
        [t9].[~group],
        [t9].[k0_met],
        [t9].[k0_fate],
        [t9].[k0_took],
        [t9].[k0_lasted],
        [t9].[k0_out_negative],
        [t9].[k0_open],
        [t9].[~rows],
        [t9].[k0_keep],
        [t9].[k0_lost_out_negative],
        SUM([t9].[~rows]) OVER (
          PARTITION BY [t9].[~group]
          ORDER BY CASE WHEN IIF([t9].[k0_keep], [t9].[k0_took], CAST(NULL AS BIGINT)) IS NULL THEN 1 ELSE 0 END, IIF([t9].[k0_keep], [t9].[k0_took], CAST(NULL AS BIGINT)) ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) - [t9].[~rows] AS [k0_rank],
        SUM(
          IIF(
            IIF([t9].[k0_keep] <> 0, [t9].[k0_took], CAST(NULL AS BIGINT)) IS NOT NULL,
            [t9].[~rows],
            NULL
          )
        ) OVER (
          PARTITION BY [t9].[~group]
          ORDER BY CASE WHEN [t9].[~rows] IS NULL THEN 1 ELSE 0 END, [t9].[~rows] ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS [k0_size],
        IIF([t9].[k0_keep] <> 0, [t9].[k0_lasted], CAST(NULL AS BIGINT)) AS [k0_stayed],
        SUM([t9].[~rows]) OVER (
          PARTITION BY [t9].[~group]
          ORDER BY CASE WHEN IIF([t9].[k0_keep], [t9].[k0_lasted], CAST(NULL AS BIGINT)) IS NULL THEN 1 ELSE 0 END, IIF([t9].[k0_keep], [t9].[k0_lasted], CAST(NULL AS BIGINT)) ASC, CASE WHEN [t9].[k0_open] IS NULL THEN 1 ELSE 0 END, [t9].[k0_open] ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) - [t9].[~rows] AS [k0_line],
        SUM(
          IIF(
            IIF([t9].[k0_keep] <> 0, [t9].[k0_lasted], CAST(NULL AS BIGINT)) IS NOT NULL,
            [t9].[~rows],
            NULL
          )
        ) OVER (
          PARTITION BY [t9].[~group]
          ORDER BY CASE WHEN [t9].[~rows] IS NULL THEN 1 ELSE 0 END, [t9].[~rows] ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS [k0_risk]
      FROM (
        SELECT
          [t8].[~group],
          [t8].[k0_met],
          [t8].[k0_fate],
          [t8].[k0_took],
          [t8].[k0_lasted],
          [t8].[k0_out_negative],
          [t8].[k0_open],
          [t8].[~rows],
          [t8].[k0_met] <> 0
          AND (
            [t8].[k0_fate] = 0
          )
          AND (
            IIF([t8].[k0_out_negative] <> 0, 1, 0) = 0
          ) AS [k0_keep],
          [t8].[k0_met] <> 0 AND (
            [t8].[k0_fate] = 0
          ) AND [t8].[k0_out_negative] <> 0 AS [k0_lost_out_negative]
        FROM (
          SELECT
            [t7].[~group],
            [t7].[k0_met],
            [t7].[k0_fate],
            [t7].[k0_took],
            [t7].[k0_lasted],
            [t7].[k0_out_negative],
            [t7].[k0_open],
            COUNT_BIG(*) AS [~rows]
          FROM (
            SELECT
              [t6].[~group],
              1 AS [k0_met],
              CASE
                WHEN [t6].[created_at~bad] <> 0
                THEN 1
                WHEN [t6].[resolved_at~bad] <> 0
                THEN 1
                WHEN [t6].[ticket_id] IS NULL
                THEN 2
                WHEN [t6].[created_at] IS NULL
                THEN 2
                ELSE 0
              END AS [k0_fate],
              (
                CAST(CAST(DATEDIFF(
                  S,
                  CAST('1970-01-01 00:00:00' AS DATETIME2),
                  CAST(DATETRUNC(SECOND, [t6].[resolved_at]) AS DATETIME2)
                ) AS BIGINT) AS BIGINT) - CAST(CAST(DATEDIFF(
                  S,
                  CAST('1970-01-01 00:00:00' AS DATETIME2),
                  CAST(DATETRUNC(SECOND, [t6].[created_at]) AS DATETIME2)
                ) AS BIGINT) AS BIGINT)
              ) + 0 AS [k0_took],
              COALESCE(
                (
                  CAST(CAST(DATEDIFF(
                    S,
                    CAST('1970-01-01 00:00:00' AS DATETIME2),
                    CAST(DATETRUNC(SECOND, [t6].[resolved_at]) AS DATETIME2)
                  ) AS BIGINT) AS BIGINT) - CAST(CAST(DATEDIFF(
                    S,
                    CAST('1970-01-01 00:00:00' AS DATETIME2),
                    CAST(DATETRUNC(SECOND, [t6].[created_at]) AS DATETIME2)
                  ) AS BIGINT) AS BIGINT)
                ) + 0,
                (
                  CAST(CAST(DATEDIFF(
                    S,
                    CAST('1970-01-01 00:00:00' AS DATETIME2),
                    CAST(DATETRUNC(SECOND, DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6)) AS DATETIME2)
                  ) AS BIGINT) AS BIGINT) - CAST(CAST(DATEDIFF(
                    S,
                    CAST('1970-01-01 00:00:00' AS DATETIME2),
                    CAST(DATETRUNC(SECOND, [t6].[created_at]) AS DATETIME2)
                  ) AS BIGINT) AS BIGINT)
                ) + 0
              ) AS [k0_lasted],
              COALESCE([t6].[resolved_at] < [t6].[created_at], (1 = 0)) AND (1 = 1) AS [k0_out_negative],
              (
                [t6].[resolved_at] IS NULL
              ) AND (1 = 1) AS [k0_open]
            FROM (
              SELECT
                [t5].[ticket_id],
                [t5].[created_at],
                [t5].[first_resolved_at],
                [t5].[resolved_at],
                [t5].[ticket_id~bad],
                [t5].[created_at~bad],
                [t5].[first_resolved_at~bad],
                [t5].[resolved_at~bad],
                [t5].[ticket_id] AS [~group]
              FROM (
                SELECT
                  [t4].[ticket_id],
                  [t4].[created_at],
                  [t4].[first_resolved_at],
                  [t4].[resolved_at],
                  [t4].[ticket_id~bad],
                  [t4].[created_at~bad],
                  [t4].[first_resolved_at~bad],
                  [t4].[resolved_at~bad]
                FROM (
                  SELECT
                    [t3].[ticket_id],
                    [t3].[created_at],
                    [t3].[first_resolved_at],
                    [t3].[resolved_at],
                    [t3].[ticket_id~bad],
                    [t3].[created_at~bad],
                    [t3].[first_resolved_at~bad],
                    [t3].[resolved_at~bad]
                  FROM (
                    SELECT
                      [t2].[ticket_id],
                      [t2].[created_at],
                      IIF(
                        [t2].[first_resolved_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6),
                        [t2].[first_resolved_at],
                        CAST(NULL AS DATETIME2(6))
                      ) AS [first_resolved_at],
                      IIF(
                        [t2].[resolved_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6),
                        [t2].[resolved_at],
                        CAST(NULL AS DATETIME2(6))
                      ) AS [resolved_at],
                      [t2].[ticket_id~bad],
                      [t2].[created_at~bad],
                      [t2].[first_resolved_at~bad],
                      [t2].[resolved_at~bad]
                    FROM (
                      SELECT
                        [t1].[ticket_id],
                        [t1].[created_at],
                        [t1].[first_resolved_at],
                        [t1].[resolved_at],
                        [t1].[ticket_id~bad],
                        [t1].[created_at~bad],
                        [t1].[first_resolved_at~bad],
                        [t1].[resolved_at~bad]
                      FROM (
                        SELECT
                          [t0].[ticket_id],
                          COALESCE(
                            [t0].[created_at~instant],
                            DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[created_at~local])
                          ) AS [created_at],
                          COALESCE(
                            [t0].[first_resolved_at~instant],
                            DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[first_resolved_at~local])
                          ) AS [first_resolved_at],
                          COALESCE(
                            [t0].[resolved_at~instant],
                            DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[resolved_at~local])
                          ) AS [resolved_at],
                          [t0].[ticket_id~bad],
                          [t0].[created_at~bad],
                          [t0].[first_resolved_at~bad],
                          [t0].[resolved_at~bad]
                        FROM [typed] AS [t0]
                      ) AS [t1]
                      WHERE
                        (
                          [t1].[created_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6)
                        )
                        OR (
                          [t1].[created_at] IS NULL
                        )
                    ) AS [t2]
                  ) AS [t3]
                  WHERE
                    (1 = 1)
                ) AS [t4]
                WHERE
                  (
                    (
                      [t4].[created_at] < DATETIME2FROMPARTS(2026, 12, 31, 17, 0, 0, 0, 6)
                    )
                    AND (
                      [t4].[created_at] >= DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6)
                    )
                  )
                  OR (
                    [t4].[created_at] IS NULL
                  )
              ) AS [t5]
            ) AS [t6]
          ) AS [t7]
          GROUP BY
            [t7].[~group],
            [t7].[k0_met],
            [t7].[k0_fate],
            [t7].[k0_took],
            [t7].[k0_lasted],
            [t7].[k0_out_negative],
            [t7].[k0_open]
        ) AS [t8]
      ) AS [t9]
    ) AS [t10]
  ) AS [t11]
  GROUP BY
    [t11].[~group]
) AS [t12]
WHERE
  [t12].[k0_met] > 0
