SELECT
TOP 1001
  [t9].[~group],
  [t9].[k0_n],
  [t9].[k0_count],
  [t9].[k0_lost_rejected],
  [t9].[k0_lost_missing],
  [t9].[k0_met]
FROM (
  SELECT
    [t8].[~group],
    SUM(IIF([t8].[k0_keep] <> 0 AND [t8].[k0_met] <> 0, 1, 0)) AS [k0_n],
    COUNT_BIG(DISTINCT IIF([t8].[k0_keep] <> 0 AND [t8].[k0_met] <> 0, [t8].[k0_key], NULL)) AS [k0_count],
    SUM(IIF([t8].[k0_met] <> 0 AND (
      [t8].[k0_fate] = 1
    ), 1, 0)) AS [k0_lost_rejected],
    SUM(IIF([t8].[k0_met] <> 0 AND (
      [t8].[k0_fate] = 2
    ), 1, 0)) AS [k0_lost_missing],
    SUM(IIF([t8].[k0_met] <> 0, 1, 0)) AS [k0_met]
  FROM (
    SELECT
      [t7].[~group],
      [t7].[k0_met],
      [t7].[k0_fate],
      [t7].[k0_key],
      [t7].[k0_met] <> 0 AND (
        [t7].[k0_fate] = 0
      ) AS [k0_keep]
    FROM (
      SELECT
        [t6].[~group],
        1 AS [k0_met],
        CASE
          WHEN [t6].[created_at~bad] <> 0
          THEN 1
          WHEN [t6].[ticket_id] IS NULL
          THEN 2
          WHEN [t6].[created_at] IS NULL
          THEN 2
          ELSE 0
        END AS [k0_fate],
        [t6].[ticket_id] AS [k0_key]
      FROM (
        SELECT
          [t5].[ticket_id],
          [t5].[created_at],
          [t5].[resolved_at],
          [t5].[ticket_id~bad],
          [t5].[created_at~bad],
          [t5].[resolved_at~bad],
          [t5].[ticket_id] AS [~group]
        FROM (
          SELECT
            [t4].[ticket_id],
            [t4].[created_at],
            [t4].[resolved_at],
            [t4].[ticket_id~bad],
            [t4].[created_at~bad],
            [t4].[resolved_at~bad]
          FROM (
            SELECT
              [t3].[ticket_id],
              [t3].[created_at],
              [t3].[resolved_at],
              [t3].[ticket_id~bad],
              [t3].[created_at~bad],
              [t3].[resolved_at~bad]
            FROM (
              SELECT
                [t2].[ticket_id],
                [t2].[created_at],
                IIF(
                  [t2].[resolved_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6),
                  [t2].[resolved_at],
                  CAST(NULL AS DATETIME2(6))
                ) AS [resolved_at],
                [t2].[ticket_id~bad],
                [t2].[created_at~bad],
                [t2].[resolved_at~bad]
              FROM (
                SELECT
                  [t1].[ticket_id],
                  [t1].[created_at],
                  [t1].[resolved_at],
                  [t1].[ticket_id~bad],
                  [t1].[created_at~bad],
                  [t1].[resolved_at~bad]
                FROM (
                  SELECT
                    [t0].[ticket_id],
                    COALESCE(
                      [t0].[created_at~instant],
                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[created_at~local])
                    ) AS [created_at],
                    COALESCE(
                      [t0].[resolved_at~instant],
                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[resolved_at~local])
                    ) AS [resolved_at],
                    [t0].[ticket_id~bad],
                    [t0].[created_at~bad],
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
  ) AS [t8]
  GROUP BY
    [t8].[~group]
) AS [t9]
WHERE
  [t9].[k0_met] > 0
