SELECT
TOP 1001
  [t9].[~group],
  [t9].[k0_lost_rejected],
  [t9].[k0_lost_missing],
  [t9].[k0_met]
FROM (
  SELECT
    [t8].[~group],
    SUM(IIF([t8].[k0_met] <> 0 AND (
      [t8].[k0_fate] = 1
    ), [t8].[~rows], NULL)) AS [k0_lost_rejected],
    SUM(IIF([t8].[k0_met] <> 0 AND (
      [t8].[k0_fate] = 2
    ), [t8].[~rows], NULL)) AS [k0_lost_missing],
    SUM(IIF([t8].[k0_met] <> 0, [t8].[~rows], NULL)) AS [k0_met]
  FROM (
    SELECT
      [t7].[~group],
      [t7].[k0_met],
      [t7].[k0_fate],
      [t7].[~rows],
      [t7].[k0_met] <> 0 AND (
        [t7].[k0_fate] = 0
      ) AS [k0_keep]
    FROM (
      SELECT
        [t6].[~group],
        [t6].[k0_met],
        [t6].[k0_fate],
        COUNT_BIG(*) AS [~rows]
      FROM (
        SELECT
          [t5].[~group],
          1 AS [k0_met],
          CASE
            WHEN [t5].[date~bad] <> 0
            THEN 1
            WHEN [t5].[followers~bad] <> 0
            THEN 1
            WHEN [t5].[blocks~bad] <> 0
            THEN 1
            WHEN [t5].[date] IS NULL
            THEN 2
            WHEN [t5].[followers] IS NULL
            THEN 2
            ELSE 0
          END AS [k0_fate]
        FROM (
          SELECT
            [t4].[date],
            [t4].[followers],
            [t4].[blocks],
            [t4].[date~bad],
            [t4].[followers~bad],
            [t4].[blocks~bad],
            [t4].[date] AS [~group]
          FROM (
            SELECT
              [t3].[date],
              [t3].[followers],
              [t3].[blocks],
              [t3].[date~bad],
              [t3].[followers~bad],
              [t3].[blocks~bad]
            FROM (
              SELECT
                [t2].[date],
                [t2].[followers],
                [t2].[blocks],
                [t2].[date~bad],
                [t2].[followers~bad],
                [t2].[blocks~bad]
              FROM (
                SELECT
                  [t1].[date],
                  [t1].[followers],
                  [t1].[blocks],
                  [t1].[date~bad],
                  [t1].[followers~bad],
                  [t1].[blocks~bad]
                FROM (
                  SELECT
                    CAST(COALESCE(DATEADD(SECOND, CAST('25200' AS BIGINT), [t0].[date~instant]), [t0].[date~local]) AS DATE) AS [date],
                    [t0].[followers],
                    [t0].[blocks],
                    [t0].[date~bad],
                    [t0].[followers~bad],
                    [t0].[blocks~bad]
                  FROM [typed] AS [t0]
                ) AS [t1]
                WHERE
                  (
                    [t1].[date] <= DATEFROMPARTS(2026, 11, 21)
                  ) OR (
                    [t1].[date] IS NULL
                  )
              ) AS [t2]
              WHERE
                (1 = 1)
            ) AS [t3]
            WHERE
              (
                [t3].[date] < DATEFROMPARTS(2027, 1, 1)
              ) OR (
                [t3].[date] IS NULL
              )
          ) AS [t4]
        ) AS [t5]
      ) AS [t6]
      GROUP BY
        [t6].[~group],
        [t6].[k0_met],
        [t6].[k0_fate]
    ) AS [t7]
  ) AS [t8]
  GROUP BY
    [t8].[~group]
) AS [t9]
WHERE
  [t9].[k0_met] > 0;

SELECT
TOP 1001
  [t15].[~group],
  SUM(IIF([t15].[keep] <> 0, 1, 0)) AS [n],
  SUM(IIF([t15].[keep] <> 0 AND (
    [t15].[base] IS NOT NULL
  ), 1, 0)) AS [based],
  SUM(IIF([t15].[keep] <> 0 AND (
    [t15].[current] IS NOT NULL
  ), 1, 0)) AS [seen],
  SUM(IIF([t15].[keep] <> 0, [t15].[base], NULL)) AS [base],
  SUM(IIF([t15].[keep] <> 0, [t15].[current], NULL)) AS [current],
  MIN(IIF([t15].[keep] <> 0, [t15].[base_at], NULL)) AS [base_at],
  MIN(IIF([t15].[keep] <> 0, [t15].[current_at], NULL)) AS [current_at]
FROM (
  SELECT
    [t14].[~group],
    [t14].[met],
    [t14].[base],
    [t14].[current],
    [t14].[base_at],
    [t14].[current_at],
    [t14].[met] AS [keep]
  FROM (
    SELECT
      [t13].[~group],
      1 AS [met],
      [t13].[base],
      [t13].[current],
      [t13].[base_at],
      [t13].[current_at]
    FROM (
      SELECT
        [t12].[~group],
        [t12].[account],
        MAX(IIF([t12].[before] <> 0 AND (
          [t12].[first] = 0
        ), [t12].[level], NULL)) AS [base],
        MAX(IIF([t12].[before] <> 0 AND (
          [t12].[first] = 0
        ), [t12].[date], NULL)) AS [base_at],
        MAX(IIF([t12].[last] = 0, [t12].[level], NULL)) AS [current],
        MAX(IIF([t12].[last] = 0, [t12].[date], NULL)) AS [current_at]
      FROM (
        SELECT
          [t11].[date],
          [t11].[followers],
          [t11].[blocks],
          [t11].[~group],
          [t11].[adds],
          [t11].[removes],
          [t11].[account],
          [t11].[window_start],
          [t11].[window_end],
          [t11].[as_of],
          [t11].[window_start_day],
          [t11].[window_end_day],
          [t11].[as_of_day],
          [t11].[level],
          [t11].[before],
          ROW_NUMBER() OVER (
            PARTITION BY [t11].[~group], [t11].[account]
            ORDER BY [t11].[date] DESC, [t11].[level] DESC
          ) - 1 AS [last],
          ROW_NUMBER() OVER (
            PARTITION BY [t11].[~group], [t11].[account], [t11].[before]
            ORDER BY [t11].[date] DESC, [t11].[level] DESC
          ) - 1 AS [first]
        FROM (
          SELECT
            [t10].[date],
            [t10].[followers],
            [t10].[blocks],
            [t10].[~group],
            [t10].[adds],
            [t10].[removes],
            [t10].[account],
            [t10].[window_start],
            [t10].[window_end],
            [t10].[as_of],
            [t10].[window_start_day],
            [t10].[window_end_day],
            [t10].[as_of_day],
            [t10].[level],
            [t10].[date] <= [t10].[window_start_day] AS [before]
          FROM (
            SELECT
              [t9].[date],
              [t9].[followers],
              [t9].[blocks],
              [t9].[~group],
              [t9].[adds],
              [t9].[removes],
              COALESCE([t9].[account], '') AS [account],
              [t9].[window_start],
              [t9].[window_end],
              [t9].[as_of],
              [t9].[window_start_day],
              [t9].[window_end_day],
              [t9].[as_of_day],
              [t9].[followers] - COALESCE([t9].[blocks], 0) AS [level]
            FROM (
              SELECT
                [t8].[date],
                [t8].[followers],
                [t8].[blocks],
                [t8].[~group],
                CAST(NULL AS BIGINT) AS [adds],
                CAST(NULL AS BIGINT) AS [removes],
                CAST(NULL AS VARCHAR(max)) AS [account],
                DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6) AS [window_start],
                DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6) AS [window_end],
                DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6) AS [as_of],
                DATEFROMPARTS(2026, 10, 1) AS [window_start_day],
                DATEFROMPARTS(2026, 11, 21) AS [window_end_day],
                DATEFROMPARTS(2026, 11, 21) AS [as_of_day]
              FROM (
                SELECT
                  [t7].[date],
                  [t7].[followers],
                  [t7].[blocks],
                  [t7].[~group]
                FROM (
                  SELECT
                    [t6].[date],
                    [t6].[followers],
                    [t6].[blocks],
                    [t6].[date~bad],
                    [t6].[followers~bad],
                    [t6].[blocks~bad],
                    [t6].[~group],
                    [t6].[~keep]
                  FROM (
                    SELECT
                      [t5].[date],
                      [t5].[followers],
                      [t5].[blocks],
                      [t5].[date~bad],
                      [t5].[followers~bad],
                      [t5].[blocks~bad],
                      [t5].[~group],
                      (1 = 1)
                      AND (
                        IIF(
                          (1 = 0)
                          OR [t5].[date~bad] <> 0
                          OR [t5].[followers~bad] <> 0
                          OR [t5].[blocks~bad] <> 0
                          OR (
                            [t5].[date] IS NULL
                          )
                          OR (
                            [t5].[followers] IS NULL
                          ),
                          1,
                          0
                        ) = 0
                      ) AS [~keep]
                    FROM (
                      SELECT
                        [t4].[date],
                        [t4].[followers],
                        [t4].[blocks],
                        [t4].[date~bad],
                        [t4].[followers~bad],
                        [t4].[blocks~bad],
                        [t4].[date] AS [~group]
                      FROM (
                        SELECT
                          [t3].[date],
                          [t3].[followers],
                          [t3].[blocks],
                          [t3].[date~bad],
                          [t3].[followers~bad],
                          [t3].[blocks~bad]
                        FROM (
                          SELECT
                            [t2].[date],
                            [t2].[followers],
                            [t2].[blocks],
                            [t2].[date~bad],
                            [t2].[followers~bad],
                            [t2].[blocks~bad]
                          FROM (
                            SELECT
                              [t1].[date],
                              [t1].[followers],
                              [t1].[blocks],
                              [t1].[date~bad],
                              [t1].[followers~bad],
                              [t1].[blocks~bad]
                            FROM (
                              SELECT
                                CAST(COALESCE(DATEADD(SECOND, CAST('25200' AS BIGINT), [t0].[date~instant]), [t0].[date~local]) AS DATE) AS [date],
                                [t0].[followers],
                                [t0].[blocks],
                                [t0].[date~bad],
                                [t0].[followers~bad],
                                [t0].[blocks~bad]
                              FROM [typed] AS [t0]
                            ) AS [t1]
                            WHERE
                              (
                                [t1].[date] <= DATEFROMPARTS(2026, 11, 21)
                              ) OR (
                                [t1].[date] IS NULL
                              )
                          ) AS [t2]
                          WHERE
                            (1 = 1)
                        ) AS [t3]
                        WHERE
                          (
                            [t3].[date] < DATEFROMPARTS(2027, 1, 1)
                          ) OR (
                            [t3].[date] IS NULL
                          )
                      ) AS [t4]
                    ) AS [t5]
                  ) AS [t6]
                  WHERE
                    [t6].[~keep] <> 0
                ) AS [t7]
              ) AS [t8]
            ) AS [t9]
          ) AS [t10]
        ) AS [t11]
      ) AS [t12]
      GROUP BY
        [t12].[~group],
        [t12].[account]
    ) AS [t13]
  ) AS [t14]
) AS [t15]
GROUP BY
  [t15].[~group]
