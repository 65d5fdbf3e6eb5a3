SELECT
  [t9].[~group],
  SUM(IIF([t9].[k0_met] <> 0 AND (
    [t9].[k0_fate] = 1
  ), [t9].[~rows], NULL)) AS [k0_lost_rejected],
  SUM(IIF([t9].[k0_met] <> 0 AND (
    [t9].[k0_fate] = 2
  ), [t9].[~rows], NULL)) AS [k0_lost_missing],
  SUM(IIF([t9].[k0_met] <> 0 AND (
    [t9].[k0_fate] = 3
  ), [t9].[~rows], NULL)) AS [k0_lost_out_of_scale],
  SUM(IIF([t9].[k0_met] <> 0, [t9].[~rows], NULL)) AS [k0_met]
FROM (
  SELECT
    [t8].[~group],
    [t8].[k0_met],
    [t8].[k0_fate],
    [t8].[~rows],
    [t8].[k0_met] <> 0 AND (
      [t8].[k0_fate] = 0
    ) AS [k0_keep]
  FROM (
    SELECT
      [t7].[~group],
      [t7].[k0_met],
      [t7].[k0_fate],
      COUNT_BIG(*) AS [~rows]
    FROM (
      SELECT
        [t6].[~group],
        1 AS [k0_met],
        CASE
          WHEN [t6].[created_at~bad] <> 0
          THEN 1
          WHEN [t6].[updated_at~bad] <> 0
          THEN 1
          WHEN [t6].[deleted_at~bad] <> 0
          THEN 1
          WHEN [t6].[rating~bad] <> 0
          THEN 1
          WHEN [t6].[review_id] IS NULL
          THEN 2
          WHEN [t6].[created_at] IS NULL
          THEN 2
          WHEN [t6].[rating] IS NULL
          THEN 2
          WHEN (
            IIF(COALESCE([t6].[rating] BETWEEN 1 AND 5, (1 = 0)), 1, 0) = 0
          )
          AND (
            [t6].[rating] IS NOT NULL
          )
          THEN 3
          ELSE 0
        END AS [k0_fate]
      FROM (
        SELECT
          [t5].[review_id],
          [t5].[created_at],
          [t5].[updated_at],
          [t5].[deleted_at],
          [t5].[rating],
          [t5].[review_id~bad],
          [t5].[created_at~bad],
          [t5].[updated_at~bad],
          [t5].[deleted_at~bad],
          [t5].[rating~bad],
          [t5].[~changed],
          [t5].[review_id] AS [~group]
        FROM (
          SELECT
            [t4].[review_id],
            [t4].[created_at],
            [t4].[updated_at],
            [t4].[deleted_at],
            [t4].[rating],
            [t4].[review_id~bad],
            [t4].[created_at~bad],
            [t4].[updated_at~bad],
            [t4].[deleted_at~bad],
            [t4].[rating~bad],
            [t4].[~changed]
          FROM (
            SELECT
              [t3].[review_id],
              [t3].[created_at],
              [t3].[updated_at],
              [t3].[deleted_at],
              [t3].[rating],
              [t3].[review_id~bad],
              [t3].[created_at~bad],
              [t3].[updated_at~bad],
              [t3].[deleted_at~bad],
              [t3].[rating~bad],
              [t3].[~changed]
            FROM (
              SELECT
                [t2].[review_id],
                [t2].[created_at],
                IIF(
                  [t2].[updated_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6),
                  [t2].[updated_at],
                  CAST(NULL AS DATETIME2(6))
                ) AS [updated_at],
                IIF(
                  [t2].[deleted_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6),
                  [t2].[deleted_at],
                  CAST(NULL AS DATETIME2(6))
                ) AS [deleted_at],
                [t2].[rating],
                [t2].[review_id~bad],
                [t2].[created_at~bad],
                [t2].[updated_at~bad],
                [t2].[deleted_at~bad],
                [t2].[rating~bad],
                COALESCE(
                  IIF([t2].[updated_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6), 1, 0) = 0,
                  (1 = 0)
                ) AS [~changed]
              FROM (
                SELECT
                  [t1].[review_id],
                  [t1].[created_at],
                  [t1].[updated_at],
                  [t1].[deleted_at],
                  [t1].[rating],
                  [t1].[review_id~bad],
                  [t1].[created_at~bad],
                  [t1].[updated_at~bad],
                  [t1].[deleted_at~bad],
                  [t1].[rating~bad]
                FROM (
                  SELECT
                    [t0].[review_id],
                    COALESCE(
                      [t0].[created_at~instant],
                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[created_at~local])
                    ) AS [created_at],
                    COALESCE(
                      [t0].[updated_at~instant],
                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[updated_at~local])
                    ) AS [updated_at],
                    COALESCE(
                      [t0].[deleted_at~instant],
                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[deleted_at~local])
                    ) AS [deleted_at],
                    [t0].[rating],
                    [t0].[review_id~bad],
                    [t0].[created_at~bad],
                    [t0].[updated_at~bad],
                    [t0].[deleted_at~bad],
                    [t0].[rating~bad]
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
      [t7].[k0_fate]
  ) AS [t8]
) AS [t9]
GROUP BY
  [t9].[~group];

SELECT
  [t17].[~group],
  SUM(IIF([t17].[keep] <> 0 AND [t17].[there] <> 0, 1, 0)) AS [n],
  MAX(IIF([t17].[keep] <> 0 AND [t17].[there] <> 0, [t17].[x], NULL)) AS [most],
  SUM(IIF([t17].[keep] <> 0 AND [t17].[there] <> 0, [t17].[x], NULL)) AS [sum],
  SUM(
    IIF(
      [t17].[keep] <> 0
      AND (
        [t17].[there] <> 0 AND (
          [t17].[units] IS NULL
        )
      ),
      1,
      0
    )
  ) AS [far],
  SUM(
    IIF(
      [t17].[keep] <> 0 AND [t17].[there] <> 0,
      CAST([t17].[units] AS NUMERIC(38, 0)) * [t17].[units],
      NULL
    )
  ) AS [squares],
  SUM(
    IIF([t17].[keep] <> 0 AND [t17].[there] <> 0, [t17].[units] * [t17].[rest], NULL)
  ) AS [mixed],
  SUM(IIF([t17].[keep] <> 0 AND [t17].[there] <> 0, [t17].[rest] * [t17].[rest], NULL)) AS [rests]
FROM (
  SELECT
    [t16].[~group],
    [t16].[met],
    [t16].[x],
    [t16].[there],
    [t16].[units],
    [t16].[rest],
    [t16].[met] AS [keep]
  FROM (
    SELECT
      [t15].[~group],
      1 AS [met],
      [t15].[rating] AS [x],
      (
        [t15].[rating] IS NOT NULL
      ) AND (1 = 1) AS [there],
      CAST(IIF(
        (
          [t15].[rating] < 1000000000000
        ) AND (
          [t15].[rating] > -1000000000000
        ),
        [t15].[rating],
        CAST(NULL AS NUMERIC(38, 10))
      ) AS BIGINT) AS [units],
      CAST(IIF(
        (
          [t15].[rating] < 1000000000000
        ) AND (
          [t15].[rating] > -1000000000000
        ),
        [t15].[rating],
        CAST(NULL AS NUMERIC(38, 10))
      ) - CAST(IIF(
        (
          [t15].[rating] < 1000000000000
        ) AND (
          [t15].[rating] > -1000000000000
        ),
        [t15].[rating],
        CAST(NULL AS NUMERIC(38, 10))
      ) AS BIGINT) AS NUMERIC(19, 10)) AS [rest]
    FROM (
      SELECT
        [t14].[review_id],
        [t14].[created_at],
        [t14].[updated_at],
        [t14].[deleted_at],
        [t14].[rating],
        [t14].[~group],
        [t14].[later],
        [t14].[reply_at],
        [t14].[sentiment],
        [t14].[source],
        [t14].[location],
        [t14].[recommended],
        [t14].[window_start],
        [t14].[window_end],
        [t14].[as_of],
        [t14].[window_start_day],
        [t14].[window_end_day],
        [t14].[as_of_day],
        [t14].[created_at_day],
        [t14].[updated_at_day],
        [t14].[deleted_at_day],
        [t14].[reply_at_day]
      FROM (
        SELECT
          [t13].[review_id],
          [t13].[created_at],
          [t13].[updated_at],
          [t13].[deleted_at],
          [t13].[rating],
          [t13].[~group],
          [t13].[later],
          [t13].[reply_at],
          [t13].[sentiment],
          [t13].[source],
          [t13].[location],
          [t13].[recommended],
          [t13].[window_start],
          [t13].[window_end],
          [t13].[as_of],
          [t13].[window_start_day],
          [t13].[window_end_day],
          [t13].[as_of_day],
          [t13].[created_at_day],
          [t13].[updated_at_day],
          [t13].[deleted_at_day],
          [t13].[reply_at_day],
          [t13].[version]
        FROM (
          SELECT
            [t12].[review_id],
            [t12].[created_at],
            [t12].[updated_at],
            [t12].[deleted_at],
            [t12].[rating],
            [t12].[~group],
            [t12].[later],
            [t12].[reply_at],
            [t12].[sentiment],
            [t12].[source],
            [t12].[location],
            [t12].[recommended],
            [t12].[window_start],
            [t12].[window_end],
            [t12].[as_of],
            [t12].[window_start_day],
            [t12].[window_end_day],
            [t12].[as_of_day],
            [t12].[created_at_day],
            [t12].[updated_at_day],
            [t12].[deleted_at_day],
            [t12].[reply_at_day],
            ROW_NUMBER() OVER (
              PARTITION BY [t12].[~group], [t12].[review_id]
              ORDER BY CASE WHEN [t12].[later] IS NULL THEN 1 ELSE 0 END, [t12].[later] ASC, COALESCE([t12].[deleted_at], [t12].[updated_at]) DESC, [t12].[deleted_at] DESC, [t12].[rating] DESC, [t12].[reply_at] DESC, [t12].[recommended] DESC, [t12].[sentiment] DESC
            ) - 1 AS [version]
          FROM (
            SELECT
              [t11].[review_id],
              [t11].[created_at],
              [t11].[updated_at],
              [t11].[deleted_at],
              [t11].[rating],
              [t11].[~group],
              [t11].[later],
              [t11].[reply_at],
              [t11].[sentiment],
              [t11].[source],
              [t11].[location],
              [t11].[recommended],
              [t11].[window_start],
              [t11].[window_end],
              [t11].[as_of],
              [t11].[window_start_day],
              [t11].[window_end_day],
              [t11].[as_of_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t11].[created_at]) AS DATE) AS [created_at_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t11].[updated_at]) AS DATE) AS [updated_at_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t11].[deleted_at]) AS DATE) AS [deleted_at_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t11].[reply_at]) AS DATE) AS [reply_at_day]
            FROM (
              SELECT
                [t10].[review_id],
                [t10].[created_at],
                [t10].[updated_at],
                [t10].[deleted_at],
                [t10].[rating],
                [t10].[~group],
                [t10].[later],
                CAST(NULL AS DATETIME2(6)) AS [reply_at],
                CAST(NULL AS VARCHAR(max)) AS [sentiment],
                CAST(NULL AS VARCHAR(max)) AS [source],
                CAST(NULL AS VARCHAR(max)) AS [location],
                CAST(NULL AS BIT) AS [recommended],
                DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6) AS [window_start],
                DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6) AS [window_end],
                DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6) AS [as_of],
                DATEFROMPARTS(2026, 10, 1) AS [window_start_day],
                DATEFROMPARTS(2026, 11, 21) AS [window_end_day],
                DATEFROMPARTS(2026, 11, 21) AS [as_of_day]
              FROM (
                SELECT
                  [t9].[review_id],
                  [t9].[created_at],
                  [t9].[updated_at],
                  [t9].[deleted_at],
                  [t9].[rating],
                  [t9].[~group],
                  [t9].[later]
                FROM (
                  SELECT
                    [t8].[review_id],
                    [t8].[created_at],
                    [t8].[updated_at],
                    [t8].[deleted_at],
                    [t8].[~rating] AS [rating],
                    [t8].[review_id~bad],
                    [t8].[created_at~bad],
                    [t8].[updated_at~bad],
                    [t8].[deleted_at~bad],
                    [t8].[rating~bad],
                    [t8].[~changed],
                    [t8].[~group],
                    [t8].[~keep],
                    [t8].[~rating],
                    [t8].[later]
                  FROM (
                    SELECT
                      [t7].[review_id],
                      [t7].[created_at],
                      [t7].[updated_at],
                      [t7].[deleted_at],
                      [t7].[rating],
                      [t7].[review_id~bad],
                      [t7].[created_at~bad],
                      [t7].[updated_at~bad],
                      [t7].[deleted_at~bad],
                      [t7].[rating~bad],
                      [t7].[~changed],
                      [t7].[~group],
                      [t7].[~keep],
                      [t7].[~rating],
                      [t7].[later]
                    FROM (
                      SELECT
                        [t6].[review_id],
                        [t6].[created_at],
                        [t6].[updated_at],
                        [t6].[deleted_at],
                        [t6].[rating],
                        [t6].[review_id~bad],
                        [t6].[created_at~bad],
                        [t6].[updated_at~bad],
                        [t6].[deleted_at~bad],
                        [t6].[rating~bad],
                        [t6].[~changed],
                        [t6].[~group],
                        (1 = 1)
                        AND (
                          IIF(
                            (1 = 0)
                            OR [t6].[created_at~bad] <> 0
                            OR [t6].[updated_at~bad] <> 0
                            OR [t6].[deleted_at~bad] <> 0
                            OR (
                              [t6].[review_id] IS NULL
                            )
                            OR (
                              [t6].[created_at] IS NULL
                            ),
                            1,
                            0
                          ) = 0
                        ) AS [~keep],
                        IIF([t6].[rating] BETWEEN 1 AND 5, [t6].[rating], CAST(NULL AS NUMERIC(38, 10))) AS [~rating],
                        [t6].[~changed] AS [later]
                      FROM (
                        SELECT
                          [t5].[review_id],
                          [t5].[created_at],
                          [t5].[updated_at],
                          [t5].[deleted_at],
                          [t5].[rating],
                          [t5].[review_id~bad],
                          [t5].[created_at~bad],
                          [t5].[updated_at~bad],
                          [t5].[deleted_at~bad],
                          [t5].[rating~bad],
                          [t5].[~changed],
                          [t5].[review_id] AS [~group]
                        FROM (
                          SELECT
                            [t4].[review_id],
                            [t4].[created_at],
                            [t4].[updated_at],
                            [t4].[deleted_at],
                            [t4].[rating],
                            [t4].[review_id~bad],
                            [t4].[created_at~bad],
                            [t4].[updated_at~bad],
                            [t4].[deleted_at~bad],
                            [t4].[rating~bad],
                            [t4].[~changed]
                          FROM (
                            SELECT
                              [t3].[review_id],
                              [t3].[created_at],
                              [t3].[updated_at],
                              [t3].[deleted_at],
                              [t3].[rating],
                              [t3].[review_id~bad],
                              [t3].[created_at~bad],
                              [t3].[updated_at~bad],
                              [t3].[deleted_at~bad],
                              [t3].[rating~bad],
                              [t3].[~changed]
                            FROM (
                              SELECT
                                [t2].[review_id],
                                [t2].[created_at],
                                IIF(
                                  [t2].[updated_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6),
                                  [t2].[updated_at],
                                  CAST(NULL AS DATETIME2(6))
                                ) AS [updated_at],
                                IIF(
                                  [t2].[deleted_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6),
                                  [t2].[deleted_at],
                                  CAST(NULL AS DATETIME2(6))
                                ) AS [deleted_at],
                                [t2].[rating],
                                [t2].[review_id~bad],
                                [t2].[created_at~bad],
                                [t2].[updated_at~bad],
                                [t2].[deleted_at~bad],
                                [t2].[rating~bad],
                                COALESCE(
                                  IIF([t2].[updated_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6), 1, 0) = 0,
                                  (1 = 0)
                                ) AS [~changed]
                              FROM (
                                SELECT
                                  [t1].[review_id],
                                  [t1].[created_at],
                                  [t1].[updated_at],
                                  [t1].[deleted_at],
                                  [t1].[rating],
                                  [t1].[review_id~bad],
                                  [t1].[created_at~bad],
                                  [t1].[updated_at~bad],
                                  [t1].[deleted_at~bad],
                                  [t1].[rating~bad]
                                FROM (
                                  SELECT
                                    [t0].[review_id],
                                    COALESCE(
                                      [t0].[created_at~instant],
                                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[created_at~local])
                                    ) AS [created_at],
                                    COALESCE(
                                      [t0].[updated_at~instant],
                                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[updated_at~local])
                                    ) AS [updated_at],
                                    COALESCE(
                                      [t0].[deleted_at~instant],
                                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[deleted_at~local])
                                    ) AS [deleted_at],
                                    [t0].[rating],
                                    [t0].[review_id~bad],
                                    [t0].[created_at~bad],
                                    [t0].[updated_at~bad],
                                    [t0].[deleted_at~bad],
                                    [t0].[rating~bad]
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
                    WHERE
                      [t7].[~keep] <> 0
                  ) AS [t8]
                ) AS [t9]
              ) AS [t10]
            ) AS [t11]
          ) AS [t12]
        ) AS [t13]
        WHERE
          [t13].[version] = 0 AND [t13].[deleted_at] IS NULL
      ) AS [t14]
    ) AS [t15]
  ) AS [t16]
) AS [t17]
GROUP BY
  [t17].[~group]
