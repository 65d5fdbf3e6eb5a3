SELECT
TOP 1001
  [t11].[~group],
  [t11].[k0_lost_rejected],
  [t11].[k0_lost_missing],
  [t11].[k0_lost_out_of_scale],
  [t11].[k0_met]
FROM (
  SELECT
    [t10].[~group],
    SUM(IIF([t10].[k0_met] <> 0 AND (
      [t10].[k0_fate] = 1
    ), [t10].[~rows], NULL)) AS [k0_lost_rejected],
    SUM(IIF([t10].[k0_met] <> 0 AND (
      [t10].[k0_fate] = 2
    ), [t10].[~rows], NULL)) AS [k0_lost_missing],
    SUM(IIF([t10].[k0_met] <> 0 AND (
      [t10].[k0_fate] = 3
    ), [t10].[~rows], NULL)) AS [k0_lost_out_of_scale],
    SUM(IIF([t10].[k0_met] <> 0, [t10].[~rows], NULL)) AS [k0_met]
  FROM (
    SELECT
      [t9].[~group],
      [t9].[k0_met],
      [t9].[k0_fate],
      [t9].[~rows],
      [t9].[k0_met] <> 0 AND (
        [t9].[k0_fate] = 0
      ) AS [k0_keep]
    FROM (
      SELECT
        [t8].[~group],
        [t8].[k0_met],
        [t8].[k0_fate],
        COUNT_BIG(*) AS [~rows]
      FROM (
        SELECT
          [t7].[~group],
          1 AS [k0_met],
          CASE
            WHEN [t7].[created_at~bad] <> 0
            THEN 1
            WHEN [t7].[updated_at~bad] <> 0
            THEN 1
            WHEN [t7].[deleted_at~bad] <> 0
            THEN 1
            WHEN [t7].[rating~bad] <> 0
            THEN 1
            WHEN [t7].[review_id] IS NULL
            THEN 2
            WHEN [t7].[created_at] IS NULL
            THEN 2
            WHEN [t7].[rating] IS NULL
            THEN 2
            WHEN (
              [t7].[rating] IS NOT NULL
            ) AND (
              [t7].[rating~1~5~0~0] IS NULL
            )
            THEN 3
            ELSE 0
          END AS [k0_fate]
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
            IIF([t6].[rating] BETWEEN 1 AND 5, [t6].[rating], CAST(NULL AS NUMERIC(38, 10))) AS [rating~1~5~0~0]
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
      ) AS [t8]
      GROUP BY
        [t8].[~group],
        [t8].[k0_met],
        [t8].[k0_fate]
    ) AS [t9]
  ) AS [t10]
  GROUP BY
    [t10].[~group]
) AS [t11]
WHERE
  [t11].[k0_met] > 0;

SELECT
TOP 1001
  [t18].[~group],
  SUM(IIF([t18].[keep] <> 0 AND [t18].[there] <> 0, 1, 0)) AS [n],
  MAX(IIF([t18].[keep] <> 0 AND [t18].[there] <> 0, [t18].[x], NULL)) AS [most],
  SUM(IIF([t18].[keep] <> 0 AND [t18].[there] <> 0, [t18].[x], NULL)) AS [sum],
  SUM(
    IIF(
      [t18].[keep] <> 0
      AND (
        [t18].[there] <> 0 AND (
          [t18].[units] IS NULL
        )
      ),
      1,
      0
    )
  ) AS [far],
  SUM(
    IIF(
      [t18].[keep] <> 0 AND [t18].[there] <> 0,
      CAST([t18].[units] AS NUMERIC(38, 0)) * [t18].[units],
      NULL
    )
  ) AS [squares],
  SUM(
    IIF([t18].[keep] <> 0 AND [t18].[there] <> 0, [t18].[units] * [t18].[rest], NULL)
  ) AS [mixed],
  SUM(IIF([t18].[keep] <> 0 AND [t18].[there] <> 0, [t18].[rest] * [t18].[rest], NULL)) AS [rests]
FROM (
  SELECT
    [t17].[~group],
    [t17].[met],
    [t17].[x],
    [t17].[there],
    [t17].[units],
    [t17].[rest],
    [t17].[met] AS [keep]
  FROM (
    SELECT
      [t16].[~group],
      1 AS [met],
      [t16].[rating] AS [x],
      (
        [t16].[rating] IS NOT NULL
      ) AND (1 = 1) AS [there],
      CAST(IIF(
        (
          [t16].[rating] < 1000000000000
        ) AND (
          [t16].[rating] > -1000000000000
        ),
        [t16].[rating],
        CAST(NULL AS NUMERIC(38, 10))
      ) AS BIGINT) AS [units],
      CAST(IIF(
        (
          [t16].[rating] < 1000000000000
        ) AND (
          [t16].[rating] > -1000000000000
        ),
        [t16].[rating],
        CAST(NULL AS NUMERIC(38, 10))
      ) - CAST(IIF(
        (
          [t16].[rating] < 1000000000000
        ) AND (
          [t16].[rating] > -1000000000000
        ),
        [t16].[rating],
        CAST(NULL AS NUMERIC(38, 10))
      ) AS BIGINT) AS NUMERIC(19, 10)) AS [rest]
    FROM (
      SELECT
        [t15].[review_id],
        [t15].[created_at],
        [t15].[updated_at],
        [t15].[deleted_at],
        [t15].[rating],
        [t15].[~group],
        [t15].[later],
        [t15].[reply_at],
        [t15].[sentiment],
        [t15].[source],
        [t15].[location],
        [t15].[recommended],
        [t15].[window_start],
        [t15].[window_end],
        [t15].[as_of],
        [t15].[window_start_day],
        [t15].[window_end_day],
        [t15].[as_of_day],
        [t15].[created_at_day],
        [t15].[updated_at_day],
        [t15].[deleted_at_day],
        [t15].[reply_at_day]
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
          [t14].[reply_at_day],
          [t14].[version]
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
            ROW_NUMBER() OVER (
              PARTITION BY [t13].[~group], [t13].[review_id]
              ORDER BY CASE WHEN [t13].[later] IS NULL THEN 1 ELSE 0 END, [t13].[later] ASC, COALESCE([t13].[deleted_at], [t13].[updated_at]) DESC, [t13].[deleted_at] DESC, [t13].[rating] DESC, [t13].[reply_at] DESC, [t13].[recommended] DESC, [t13].[sentiment] DESC
            ) - 1 AS [version]
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
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t12].[created_at]) AS DATE) AS [created_at_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t12].[updated_at]) AS DATE) AS [updated_at_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t12].[deleted_at]) AS DATE) AS [deleted_at_day],
              CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t12].[reply_at]) AS DATE) AS [reply_at_day]
            FROM (
              SELECT
                [t11].[review_id],
                [t11].[created_at],
                [t11].[updated_at],
                [t11].[deleted_at],
                [t11].[rating],
                [t11].[~group],
                [t11].[later],
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
                  [t10].[review_id],
                  [t10].[created_at],
                  [t10].[updated_at],
                  [t10].[deleted_at],
                  [t10].[rating],
                  [t10].[~group],
                  [t10].[later]
                FROM (
                  SELECT
                    [t9].[review_id],
                    [t9].[created_at],
                    [t9].[updated_at],
                    [t9].[deleted_at],
                    [t9].[~rating] AS [rating],
                    [t9].[review_id~bad],
                    [t9].[created_at~bad],
                    [t9].[updated_at~bad],
                    [t9].[deleted_at~bad],
                    [t9].[rating~bad],
                    [t9].[~changed],
                    [t9].[~group],
                    [t9].[rating~1~5~0~0],
                    [t9].[~keep],
                    [t9].[~rating],
                    [t9].[later]
                  FROM (
                    SELECT
                      [t8].[review_id],
                      [t8].[created_at],
                      [t8].[updated_at],
                      [t8].[deleted_at],
                      [t8].[rating],
                      [t8].[review_id~bad],
                      [t8].[created_at~bad],
                      [t8].[updated_at~bad],
                      [t8].[deleted_at~bad],
                      [t8].[rating~bad],
                      [t8].[~changed],
                      [t8].[~group],
                      [t8].[rating~1~5~0~0],
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
                        [t7].[rating~1~5~0~0],
                        (1 = 1)
                        AND (
                          IIF(
                            (1 = 0)
                            OR [t7].[created_at~bad] <> 0
                            OR [t7].[updated_at~bad] <> 0
                            OR [t7].[deleted_at~bad] <> 0
                            OR (
                              [t7].[review_id] IS NULL
                            )
                            OR (
                              [t7].[created_at] IS NULL
                            ),
                            1,
                            0
                          ) = 0
                        ) AS [~keep],
                        [t7].[rating~1~5~0~0] AS [~rating],
                        [t7].[~changed] AS [later]
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
                          IIF([t6].[rating] BETWEEN 1 AND 5, [t6].[rating], CAST(NULL AS NUMERIC(38, 10))) AS [rating~1~5~0~0]
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
                    ) AS [t8]
                    WHERE
                      [t8].[~keep] <> 0
                  ) AS [t9]
                ) AS [t10]
              ) AS [t11]
            ) AS [t12]
          ) AS [t13]
        ) AS [t14]
        WHERE
          [t14].[version] = 0 AND [t14].[deleted_at] IS NULL
      ) AS [t15]
    ) AS [t16]
  ) AS [t17]
) AS [t18]
GROUP BY
  [t18].[~group]
