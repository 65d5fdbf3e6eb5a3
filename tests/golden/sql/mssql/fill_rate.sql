SELECT
TOP 1001
  [t8].[~group],
  [t8].[k0_n],
  [t8].[k0_over],
  [t8].[k0_under],
  [t8].[k0_lost_rejected],
  [t8].[k0_lost_missing],
  [t8].[k0_met]
FROM (
  SELECT
    [t7].[~group],
    SUM(IIF([t7].[k0_keep] <> 0 AND [t7].[k0_met] <> 0, 1, 0)) AS [k0_n],
    SUM(IIF([t7].[k0_keep] <> 0 AND [t7].[k0_met] <> 0, [t7].[k0_over], NULL)) AS [k0_over],
    SUM(IIF([t7].[k0_keep] <> 0 AND [t7].[k0_met] <> 0, [t7].[k0_under], NULL)) AS [k0_under],
    SUM(IIF([t7].[k0_met] <> 0 AND (
      [t7].[k0_fate] = 1
    ), 1, 0)) AS [k0_lost_rejected],
    SUM(IIF([t7].[k0_met] <> 0 AND (
      [t7].[k0_fate] = 2
    ), 1, 0)) AS [k0_lost_missing],
    SUM(IIF([t7].[k0_met] <> 0, 1, 0)) AS [k0_met]
  FROM (
    SELECT
      [t6].[~group],
      [t6].[k0_met],
      [t6].[k0_fate],
      [t6].[k0_over],
      [t6].[k0_under],
      [t6].[k0_met] <> 0 AND (
        [t6].[k0_fate] = 0
      ) AS [k0_keep]
    FROM (
      SELECT
        [t5].[~group],
        1 AS [k0_met],
        CASE
          WHEN [t5].[order_date~bad] <> 0
          THEN 1
          WHEN [t5].[ordered_qty~bad] <> 0
          THEN 1
          WHEN [t5].[delivered_qty~bad] <> 0
          THEN 1
          WHEN [t5].[order_id] IS NULL
          THEN 2
          WHEN [t5].[sku] IS NULL
          THEN 2
          WHEN [t5].[order_date] IS NULL
          THEN 2
          WHEN [t5].[ordered_qty] IS NULL
          THEN 2
          WHEN [t5].[delivered_qty] IS NULL
          THEN 2
          ELSE 0
        END AS [k0_fate],
        IIF([t5].[delivered_qty] < [t5].[ordered_qty], [t5].[delivered_qty], [t5].[ordered_qty]) AS [k0_over],
        [t5].[ordered_qty] AS [k0_under]
      FROM (
        SELECT
          [t4].[order_id],
          [t4].[sku],
          [t4].[order_date],
          [t4].[ordered_qty],
          [t4].[delivered_qty],
          [t4].[order_id~bad],
          [t4].[sku~bad],
          [t4].[order_date~bad],
          [t4].[ordered_qty~bad],
          [t4].[delivered_qty~bad],
          [t4].[order_id] AS [~group]
        FROM (
          SELECT
            [t3].[order_id],
            [t3].[sku],
            [t3].[order_date],
            [t3].[ordered_qty],
            [t3].[delivered_qty],
            [t3].[order_id~bad],
            [t3].[sku~bad],
            [t3].[order_date~bad],
            [t3].[ordered_qty~bad],
            [t3].[delivered_qty~bad]
          FROM (
            SELECT
              [t2].[order_id],
              [t2].[sku],
              [t2].[order_date],
              [t2].[ordered_qty],
              [t2].[delivered_qty],
              [t2].[order_id~bad],
              [t2].[sku~bad],
              [t2].[order_date~bad],
              [t2].[ordered_qty~bad],
              [t2].[delivered_qty~bad]
            FROM (
              SELECT
                [t1].[order_id],
                [t1].[sku],
                [t1].[order_date],
                [t1].[ordered_qty],
                [t1].[delivered_qty],
                [t1].[order_id~bad],
                [t1].[sku~bad],
                [t1].[order_date~bad],
                [t1].[ordered_qty~bad],
                [t1].[delivered_qty~bad]
              FROM (
                SELECT
                  [t0].[order_id],
                  [t0].[sku],
                  COALESCE(
                    [t0].[order_date~instant],
                    DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[order_date~local])
                  ) AS [order_date],
                  [t0].[ordered_qty],
                  [t0].[delivered_qty],
                  [t0].[order_id~bad],
                  [t0].[sku~bad],
                  [t0].[order_date~bad],
                  [t0].[ordered_qty~bad],
                  [t0].[delivered_qty~bad]
                FROM [typed] AS [t0]
              ) AS [t1]
              WHERE
                (
                  [t1].[order_date] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6)
                )
                OR (
                  [t1].[order_date] IS NULL
                )
            ) AS [t2]
            WHERE
              (1 = 1)
          ) AS [t3]
          WHERE
            (
              (
                [t3].[order_date] < DATETIME2FROMPARTS(2026, 12, 31, 17, 0, 0, 0, 6)
              )
              AND (
                [t3].[order_date] >= DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6)
              )
            )
            OR (
              [t3].[order_date] IS NULL
            )
        ) AS [t4]
      ) AS [t5]
    ) AS [t6]
  ) AS [t7]
  GROUP BY
    [t7].[~group]
) AS [t8]
WHERE
  [t8].[k0_met] > 0
