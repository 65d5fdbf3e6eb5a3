SELECT
TOP 1001
  [t9].[~group],
  [t9].[k0_lost_rejected],
  [t9].[k0_lost_missing],
  [t9].[k0_lost_anonymous],
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
    SUM(IIF([t8].[k0_met] <> 0 AND (
      [t8].[k0_fate] = 3
    ), [t8].[~rows], NULL)) AS [k0_lost_anonymous],
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
            WHEN [t5].[order_date~bad] <> 0
            THEN 1
            WHEN [t5].[amount~bad] <> 0
            THEN 1
            WHEN [t5].[order_id] IS NULL
            THEN 2
            WHEN [t5].[order_date] IS NULL
            THEN 2
            WHEN [t5].[customer_id] IS NULL
            THEN 3
            WHEN [t5].[amount] IS NULL
            THEN 2
            ELSE 0
          END AS [k0_fate]
        FROM (
          SELECT
            [t4].[order_id],
            [t4].[customer_id],
            [t4].[order_date],
            [t4].[amount],
            [t4].[order_id~bad],
            [t4].[customer_id~bad],
            [t4].[order_date~bad],
            [t4].[amount~bad],
            [t4].[order_id] AS [~group]
          FROM (
            SELECT
              [t3].[order_id],
              [t3].[customer_id],
              [t3].[order_date],
              [t3].[amount],
              [t3].[order_id~bad],
              [t3].[customer_id~bad],
              [t3].[order_date~bad],
              [t3].[amount~bad]
            FROM (
              SELECT
                [t2].[order_id],
                [t2].[customer_id],
                [t2].[order_date],
                [t2].[amount],
                [t2].[order_id~bad],
                [t2].[customer_id~bad],
                [t2].[order_date~bad],
                [t2].[amount~bad]
              FROM (
                SELECT
                  [t1].[order_id],
                  [t1].[customer_id],
                  [t1].[order_date],
                  [t1].[amount],
                  [t1].[order_id~bad],
                  [t1].[customer_id~bad],
                  [t1].[order_date~bad],
                  [t1].[amount~bad]
                FROM (
                  SELECT
                    [t0].[order_id],
                    [t0].[customer_id],
                    COALESCE(
                      [t0].[order_date~instant],
                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[order_date~local])
                    ) AS [order_date],
                    [t0].[amount],
                    [t0].[order_id~bad],
                    [t0].[customer_id~bad],
                    [t0].[order_date~bad],
                    [t0].[amount~bad]
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
    [t15].[x] IS NOT NULL
  ), 1, 0)) AS [ranked],
  SUM(IIF([t15].[keep] <> 0, [t15].[x], NULL)) AS [all],
  SUM(IIF([t15].[keep] <> 0 AND [t15].[in_top] <> 0, 1, 0)) AS [count],
  SUM(IIF([t15].[keep] <> 0 AND [t15].[in_top] <> 0, [t15].[x], NULL)) AS [held]
FROM (
  SELECT
    [t14].[~group],
    [t14].[met],
    [t14].[x],
    [t14].[name],
    [t14].[keep],
    [t14].[rank],
    [t14].[size],
    [t14].[total],
    [t14].[keep] <> 0
    AND (
      (
        [t14].[x] IS NOT NULL
      )
      AND (
        (
          [t14].[rank] * 4
        ) < (
          [t14].[size] * 1
        )
      )
    ) AS [in_top]
  FROM (
    SELECT
      [t13].[~group],
      [t13].[met],
      [t13].[x],
      [t13].[name],
      [t13].[keep],
      ROW_NUMBER() OVER (
        PARTITION BY [t13].[~group]
        ORDER BY IIF([t13].[keep], [t13].[x], CAST(NULL AS NUMERIC(38, 10))) DESC, CASE WHEN [t13].[name] IS NULL THEN 1 ELSE 0 END, [t13].[name] ASC
      ) - 1 AS [rank],
      COUNT(IIF([t13].[keep] <> 0, [t13].[x], CAST(NULL AS NUMERIC(38, 10)))) OVER (
        PARTITION BY [t13].[~group]
        ORDER BY CASE WHEN IIF([t13].[keep], [t13].[x], CAST(NULL AS NUMERIC(38, 10))) IS NULL THEN 1 ELSE 0 END, IIF([t13].[keep], [t13].[x], CAST(NULL AS NUMERIC(38, 10))) ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS [size],
      SUM(IIF([t13].[keep] <> 0, [t13].[x], CAST(NULL AS NUMERIC(38, 10)))) OVER (
        PARTITION BY [t13].[~group]
        ORDER BY CASE WHEN IIF([t13].[keep], [t13].[x], CAST(NULL AS NUMERIC(38, 10))) IS NULL THEN 1 ELSE 0 END, IIF([t13].[keep], [t13].[x], CAST(NULL AS NUMERIC(38, 10))) ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS [total]
    FROM (
      SELECT
        [t12].[~group],
        [t12].[met],
        [t12].[x],
        [t12].[name],
        [t12].[met] AS [keep]
      FROM (
        SELECT
          [t11].[~group],
          1 AS [met],
          [t11].[revenue] AS [x],
          [t11].[customer_id] AS [name]
        FROM (
          SELECT
            [t10].[~group],
            [t10].[customer_id],
            SUM([t10].[amount]) AS [revenue]
          FROM (
            SELECT
              [t9].[order_id],
              [t9].[customer_id],
              [t9].[order_date],
              [t9].[amount],
              [t9].[~group],
              [t9].[cost],
              [t9].[expedite_cost],
              [t9].[currency],
              [t9].[status],
              [t9].[channel],
              [t9].[segment],
              [t9].[promised_date],
              [t9].[shipped_date],
              [t9].[delivered_date],
              [t9].[feature_flag],
              [t9].[expedited],
              [t9].[transshipped],
              [t9].[has_error],
              [t9].[window_start],
              [t9].[window_end],
              [t9].[as_of],
              [t9].[window_start_day],
              [t9].[window_end_day],
              [t9].[as_of_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t9].[order_date]) AS DATE) AS [order_date_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t9].[promised_date]) AS DATE) AS [promised_date_day]
            FROM (
              SELECT
                [t8].[order_id],
                [t8].[customer_id],
                [t8].[order_date],
                [t8].[amount],
                [t8].[~group],
                CAST(NULL AS NUMERIC(38, 10)) AS [cost],
                CAST(NULL AS NUMERIC(38, 10)) AS [expedite_cost],
                CAST(NULL AS VARCHAR(max)) AS [currency],
                CAST(NULL AS VARCHAR(max)) AS [status],
                CAST(NULL AS VARCHAR(max)) AS [channel],
                CAST(NULL AS VARCHAR(max)) AS [segment],
                CAST(NULL AS DATETIME2(6)) AS [promised_date],
                CAST(NULL AS DATE) AS [shipped_date],
                CAST(NULL AS DATE) AS [delivered_date],
                CAST(NULL AS BIT) AS [feature_flag],
                CAST(NULL AS BIT) AS [expedited],
                CAST(NULL AS BIT) AS [transshipped],
                CAST(NULL AS BIT) AS [has_error],
                DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6) AS [window_start],
                DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6) AS [window_end],
                DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6) AS [as_of],
                DATEFROMPARTS(2026, 10, 1) AS [window_start_day],
                DATEFROMPARTS(2026, 11, 21) AS [window_end_day],
                DATEFROMPARTS(2026, 11, 21) AS [as_of_day]
              FROM (
                SELECT
                  [t7].[order_id],
                  [t7].[customer_id],
                  [t7].[order_date],
                  [t7].[amount],
                  [t7].[~group]
                FROM (
                  SELECT
                    [t6].[order_id],
                    [t6].[customer_id],
                    [t6].[order_date],
                    [t6].[amount],
                    [t6].[order_id~bad],
                    [t6].[customer_id~bad],
                    [t6].[order_date~bad],
                    [t6].[amount~bad],
                    [t6].[~group],
                    [t6].[~keep]
                  FROM (
                    SELECT
                      [t5].[order_id],
                      [t5].[customer_id],
                      [t5].[order_date],
                      [t5].[amount],
                      [t5].[order_id~bad],
                      [t5].[customer_id~bad],
                      [t5].[order_date~bad],
                      [t5].[amount~bad],
                      [t5].[~group],
                      (1 = 1)
                      AND (
                        IIF(
                          (1 = 0)
                          OR [t5].[order_date~bad] <> 0
                          OR [t5].[amount~bad] <> 0
                          OR (
                            [t5].[order_id] IS NULL
                          )
                          OR (
                            [t5].[order_date] IS NULL
                          )
                          OR (
                            [t5].[customer_id] IS NULL
                          )
                          OR (
                            [t5].[amount] IS NULL
                          ),
                          1,
                          0
                        ) = 0
                      ) AS [~keep]
                    FROM (
                      SELECT
                        [t4].[order_id],
                        [t4].[customer_id],
                        [t4].[order_date],
                        [t4].[amount],
                        [t4].[order_id~bad],
                        [t4].[customer_id~bad],
                        [t4].[order_date~bad],
                        [t4].[amount~bad],
                        [t4].[order_id] AS [~group]
                      FROM (
                        SELECT
                          [t3].[order_id],
                          [t3].[customer_id],
                          [t3].[order_date],
                          [t3].[amount],
                          [t3].[order_id~bad],
                          [t3].[customer_id~bad],
                          [t3].[order_date~bad],
                          [t3].[amount~bad]
                        FROM (
                          SELECT
                            [t2].[order_id],
                            [t2].[customer_id],
                            [t2].[order_date],
                            [t2].[amount],
                            [t2].[order_id~bad],
                            [t2].[customer_id~bad],
                            [t2].[order_date~bad],
                            [t2].[amount~bad]
                          FROM (
                            SELECT
                              [t1].[order_id],
                              [t1].[customer_id],
                              [t1].[order_date],
                              [t1].[amount],
                              [t1].[order_id~bad],
                              [t1].[customer_id~bad],
                              [t1].[order_date~bad],
                              [t1].[amount~bad]
                            FROM (
                              SELECT
                                [t0].[order_id],
                                [t0].[customer_id],
                                COALESCE(
                                  [t0].[order_date~instant],
                                  DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[order_date~local])
                                ) AS [order_date],
                                [t0].[amount],
                                [t0].[order_id~bad],
                                [t0].[customer_id~bad],
                                [t0].[order_date~bad],
                                [t0].[amount~bad]
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
                  WHERE
                    [t6].[~keep] <> 0
                ) AS [t7]
              ) AS [t8]
            ) AS [t9]
          ) AS [t10]
          GROUP BY
            [t10].[~group],
            [t10].[customer_id]
        ) AS [t11]
      ) AS [t12]
    ) AS [t13]
  ) AS [t14]
) AS [t15]
GROUP BY
  [t15].[~group]
