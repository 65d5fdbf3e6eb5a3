SELECT
TOP 1001
  [t10].[~group],
  [t10].[k0_lost_rejected],
  [t10].[k0_lost_missing],
  [t10].[k0_lost_no_target],
  [t10].[k0_met]
FROM (
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
    ), [t9].[~rows], NULL)) AS [k0_lost_no_target],
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
            WHEN [t6].[order_date~bad] <> 0
            THEN 1
            WHEN [t6].[promised_date~bad] <> 0
            THEN 1
            WHEN [t6].[delivered_date~bad] <> 0
            THEN 1
            WHEN [t6].[order_id] IS NULL
            THEN 2
            WHEN [t6].[order_date] IS NULL
            THEN 2
            WHEN [t6].[promised_date] IS NULL
            THEN 3
            ELSE 0
          END AS [k0_fate]
        FROM (
          SELECT
            [t5].[order_id],
            [t5].[order_date],
            [t5].[promised_date],
            [t5].[delivered_date],
            [t5].[order_id~bad],
            [t5].[order_date~bad],
            [t5].[promised_date~bad],
            [t5].[delivered_date~bad],
            [t5].[order_id] AS [~group]
          FROM (
            SELECT
              [t4].[order_id],
              [t4].[order_date],
              [t4].[promised_date],
              [t4].[delivered_date],
              [t4].[order_id~bad],
              [t4].[order_date~bad],
              [t4].[promised_date~bad],
              [t4].[delivered_date~bad]
            FROM (
              SELECT
                [t3].[order_id],
                [t3].[order_date],
                [t3].[promised_date],
                [t3].[delivered_date],
                [t3].[order_id~bad],
                [t3].[order_date~bad],
                [t3].[promised_date~bad],
                [t3].[delivered_date~bad]
              FROM (
                SELECT
                  [t2].[order_id],
                  [t2].[order_date],
                  [t2].[promised_date],
                  IIF(
                    [t2].[delivered_date] <= DATEFROMPARTS(2026, 11, 21),
                    [t2].[delivered_date],
                    CAST(NULL AS DATE)
                  ) AS [delivered_date],
                  [t2].[order_id~bad],
                  [t2].[order_date~bad],
                  [t2].[promised_date~bad],
                  [t2].[delivered_date~bad]
                FROM (
                  SELECT
                    [t1].[order_id],
                    [t1].[order_date],
                    [t1].[promised_date],
                    [t1].[delivered_date],
                    [t1].[order_id~bad],
                    [t1].[order_date~bad],
                    [t1].[promised_date~bad],
                    [t1].[delivered_date~bad]
                  FROM (
                    SELECT
                      [t0].[order_id],
                      COALESCE(
                        [t0].[order_date~instant],
                        DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[order_date~local])
                      ) AS [order_date],
                      COALESCE(
                        [t0].[promised_date~instant],
                        DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[promised_date~local])
                      ) AS [promised_date],
                      CAST(COALESCE(
                        DATEADD(SECOND, CAST('25200' AS BIGINT), [t0].[delivered_date~instant]),
                        [t0].[delivered_date~local]
                      ) AS DATE) AS [delivered_date],
                      [t0].[order_id~bad],
                      [t0].[order_date~bad],
                      [t0].[promised_date~bad],
                      [t0].[delivered_date~bad]
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
              ) AS [t3]
              WHERE
                (1 = 1)
            ) AS [t4]
            WHERE
              (
                (
                  [t4].[order_date] < DATETIME2FROMPARTS(2026, 12, 31, 17, 0, 0, 0, 6)
                )
                AND (
                  [t4].[order_date] >= DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6)
                )
              )
              OR (
                [t4].[order_date] IS NULL
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
    [t9].[~group]
) AS [t10]
WHERE
  [t10].[k0_met] > 0;

SELECT
TOP 1001
  [t17].[~group],
  SUM(IIF([t17].[keep] <> 0 AND [t17].[decided] <> 0, [t17].[~rows], NULL)) AS [n],
  SUM(IIF([t17].[keep] <> 0 AND [t17].[hit] <> 0, [t17].[~rows], NULL)) AS [hits],
  SUM(IIF([t17].[keep] <> 0 AND [t17].[waiting] <> 0, [t17].[~rows], NULL)) AS [undecided]
FROM (
  SELECT
    [t16].[~group],
    [t16].[met],
    [t16].[hit],
    [t16].[decided],
    [t16].[waiting],
    [t16].[~rows],
    [t16].[met] AS [keep]
  FROM (
    SELECT
      [t15].[~group],
      [t15].[met],
      [t15].[hit],
      [t15].[decided],
      [t15].[waiting],
      COUNT_BIG(*) AS [~rows]
    FROM (
      SELECT
        [t14].[~group],
        1 AS [met],
        COALESCE([t14].[delivered] IS NOT NULL, (1 = 0))
        AND COALESCE(
          (
            (
              (
                CAST(CAST(DATEDIFF(
                  S,
                  CAST('1970-01-01 00:00:00' AS DATETIME2),
                  CAST(DATETRUNC(SECOND, CAST([t14].[delivered] AS DATETIME2(6))) AS DATETIME2)
                ) AS BIGINT) AS BIGINT) - CAST(CAST(DATEDIFF(
                  S,
                  CAST('1970-01-01 00:00:00' AS DATETIME2),
                  CAST(DATETRUNC(SECOND, CAST([t14].[promised] AS DATETIME2(6))) AS DATETIME2)
                ) AS BIGINT) AS BIGINT)
              ) - 0
            ) - 86399
          ) <= 0,
          (1 = 0)
        )
        AND COALESCE([t14].[right], (1 = 0))
        AND (
          (
            COALESCE([t14].[delivered] IS NOT NULL, (1 = 0))
            OR COALESCE(
              (
                (
                  (
                    CAST(CAST(DATEDIFF(
                      S,
                      CAST('1970-01-01 00:00:00' AS DATETIME2),
                      CAST(DATETRUNC(
                        SECOND,
                        DATEADD(SECOND, CAST('25200' AS BIGINT), DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6))
                      ) AS DATETIME2)
                    ) AS BIGINT) AS BIGINT) - CAST(CAST(DATEDIFF(
                      S,
                      CAST('1970-01-01 00:00:00' AS DATETIME2),
                      CAST(DATETRUNC(SECOND, CAST([t14].[promised] AS DATETIME2(6))) AS DATETIME2)
                    ) AS BIGINT) AS BIGINT)
                  ) - 0
                ) - 86399
              ) >= 0,
              (1 = 0)
            )
          )
          AND (1 = 1)
        ) AS [hit],
        (
          COALESCE([t14].[delivered] IS NOT NULL, (1 = 0))
          OR COALESCE(
            (
              (
                (
                  CAST(CAST(DATEDIFF(
                    S,
                    CAST('1970-01-01 00:00:00' AS DATETIME2),
                    CAST(DATETRUNC(
                      SECOND,
                      DATEADD(SECOND, CAST('25200' AS BIGINT), DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6))
                    ) AS DATETIME2)
                  ) AS BIGINT) AS BIGINT) - CAST(CAST(DATEDIFF(
                    S,
                    CAST('1970-01-01 00:00:00' AS DATETIME2),
                    CAST(DATETRUNC(SECOND, CAST([t14].[promised] AS DATETIME2(6))) AS DATETIME2)
                  ) AS BIGINT) AS BIGINT)
                ) - 0
              ) - 86399
            ) >= 0,
            (1 = 0)
          )
        )
        AND (1 = 1) AS [decided],
        (
          IIF(
            COALESCE([t14].[delivered] IS NOT NULL, (1 = 0))
            OR COALESCE(
              (
                (
                  (
                    CAST(CAST(DATEDIFF(
                      S,
                      CAST('1970-01-01 00:00:00' AS DATETIME2),
                      CAST(DATETRUNC(
                        SECOND,
                        DATEADD(SECOND, CAST('25200' AS BIGINT), DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6))
                      ) AS DATETIME2)
                    ) AS BIGINT) AS BIGINT) - CAST(CAST(DATEDIFF(
                      S,
                      CAST('1970-01-01 00:00:00' AS DATETIME2),
                      CAST(DATETRUNC(SECOND, CAST([t14].[promised] AS DATETIME2(6))) AS DATETIME2)
                    ) AS BIGINT) AS BIGINT)
                  ) - 0
                ) - 86399
              ) >= 0,
              (1 = 0)
            ),
            1,
            0
          ) = 0
        )
        AND (1 = 1)
        AND (1 = 1) AS [waiting]
      FROM (
        SELECT
          [t13].[order_id],
          [t13].[order_date],
          [t13].[promised_date],
          [t13].[delivered_date],
          [t13].[~group],
          [t13].[customer_id],
          [t13].[amount],
          [t13].[cost],
          [t13].[expedite_cost],
          [t13].[currency],
          [t13].[status],
          [t13].[channel],
          [t13].[segment],
          [t13].[shipped_date],
          [t13].[feature_flag],
          [t13].[expedited],
          [t13].[transshipped],
          [t13].[has_error],
          [t13].[window_start],
          [t13].[window_end],
          [t13].[as_of],
          [t13].[window_start_day],
          [t13].[window_end_day],
          [t13].[as_of_day],
          [t13].[order_date_day],
          [t13].[promised_date_day],
          [t13].[right],
          [t13].[unknown] <> 0
          AND (
            IIF(
              CAST(CAST(DATEDIFF(
                S,
                CAST('1970-01-01 00:00:00' AS DATETIME2),
                CAST(DATETRUNC(SECOND, CAST([t13].[delivered] AS DATETIME2(6))) AS DATETIME2)
              ) AS BIGINT) AS BIGINT) > (
                CAST(CAST(DATEDIFF(
                  S,
                  CAST('1970-01-01 00:00:00' AS DATETIME2),
                  CAST(DATETRUNC(SECOND, CAST([t13].[promised] AS DATETIME2(6))) AS DATETIME2)
                ) AS BIGINT) AS BIGINT) + 0
              ),
              1,
              0
            ) = 0
          ) AS [unknown],
          [t13].[promised],
          [t13].[delivered]
        FROM (
          SELECT
            [t12].[order_id],
            [t12].[order_date],
            [t12].[promised_date],
            [t12].[delivered_date],
            [t12].[~group],
            [t12].[customer_id],
            [t12].[amount],
            [t12].[cost],
            [t12].[expedite_cost],
            [t12].[currency],
            [t12].[status],
            [t12].[channel],
            [t12].[segment],
            [t12].[shipped_date],
            [t12].[feature_flag],
            [t12].[expedited],
            [t12].[transshipped],
            [t12].[has_error],
            [t12].[window_start],
            [t12].[window_end],
            [t12].[as_of],
            [t12].[window_start_day],
            [t12].[window_end_day],
            [t12].[as_of_day],
            [t12].[order_date_day],
            [t12].[promised_date_day],
            [t12].[right],
            [t12].[unknown],
            [t12].[promised_date_day] AS [promised],
            [t12].[delivered_date] AS [delivered]
          FROM (
            SELECT
              [t11].[order_id],
              [t11].[order_date],
              [t11].[promised_date],
              [t11].[delivered_date],
              [t11].[~group],
              [t11].[customer_id],
              [t11].[amount],
              [t11].[cost],
              [t11].[expedite_cost],
              [t11].[currency],
              [t11].[status],
              [t11].[channel],
              [t11].[segment],
              [t11].[shipped_date],
              [t11].[feature_flag],
              [t11].[expedited],
              [t11].[transshipped],
              [t11].[has_error],
              [t11].[window_start],
              [t11].[window_end],
              [t11].[as_of],
              [t11].[window_start_day],
              [t11].[window_end_day],
              [t11].[as_of_day],
              [t11].[order_date_day],
              [t11].[promised_date_day],
              1 AS [right],
              0 AS [unknown]
            FROM (
              SELECT
                [t10].[order_id],
                [t10].[order_date],
                [t10].[promised_date],
                [t10].[delivered_date],
                [t10].[~group],
                [t10].[customer_id],
                [t10].[amount],
                [t10].[cost],
                [t10].[expedite_cost],
                [t10].[currency],
                [t10].[status],
                [t10].[channel],
                [t10].[segment],
                [t10].[shipped_date],
                [t10].[feature_flag],
                [t10].[expedited],
                [t10].[transshipped],
                [t10].[has_error],
                [t10].[window_start],
                [t10].[window_end],
                [t10].[as_of],
                [t10].[window_start_day],
                [t10].[window_end_day],
                [t10].[as_of_day],
                CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t10].[order_date]) AS DATE) AS [order_date_day],
                CAST(DATEADD(SECOND, CAST('25200' AS BIGINT), [t10].[promised_date]) AS DATE) AS [promised_date_day]
              FROM (
                SELECT
                  [t9].[order_id],
                  [t9].[order_date],
                  [t9].[promised_date],
                  [t9].[delivered_date],
                  [t9].[~group],
                  CAST(NULL AS VARCHAR(max)) AS [customer_id],
                  CAST(NULL AS NUMERIC(38, 10)) AS [amount],
                  CAST(NULL AS NUMERIC(38, 10)) AS [cost],
                  CAST(NULL AS NUMERIC(38, 10)) AS [expedite_cost],
                  CAST(NULL AS VARCHAR(max)) AS [currency],
                  CAST(NULL AS VARCHAR(max)) AS [status],
                  CAST(NULL AS VARCHAR(max)) AS [channel],
                  CAST(NULL AS VARCHAR(max)) AS [segment],
                  CAST(NULL AS DATE) AS [shipped_date],
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
                    [t8].[order_id],
                    [t8].[order_date],
                    [t8].[promised_date],
                    [t8].[delivered_date],
                    [t8].[~group]
                  FROM (
                    SELECT
                      [t7].[order_id],
                      [t7].[order_date],
                      [t7].[promised_date],
                      [t7].[delivered_date],
                      [t7].[order_id~bad],
                      [t7].[order_date~bad],
                      [t7].[promised_date~bad],
                      [t7].[delivered_date~bad],
                      [t7].[~group],
                      [t7].[~keep]
                    FROM (
                      SELECT
                        [t6].[order_id],
                        [t6].[order_date],
                        [t6].[promised_date],
                        [t6].[delivered_date],
                        [t6].[order_id~bad],
                        [t6].[order_date~bad],
                        [t6].[promised_date~bad],
                        [t6].[delivered_date~bad],
                        [t6].[~group],
                        (1 = 1)
                        AND (
                          IIF(
                            (1 = 0)
                            OR [t6].[order_date~bad] <> 0
                            OR [t6].[promised_date~bad] <> 0
                            OR [t6].[delivered_date~bad] <> 0
                            OR (
                              [t6].[order_id] IS NULL
                            )
                            OR (
                              [t6].[order_date] IS NULL
                            )
                            OR (
                              [t6].[promised_date] IS NULL
                            ),
                            1,
                            0
                          ) = 0
                        ) AS [~keep]
                      FROM (
                        SELECT
                          [t5].[order_id],
                          [t5].[order_date],
                          [t5].[promised_date],
                          [t5].[delivered_date],
                          [t5].[order_id~bad],
                          [t5].[order_date~bad],
                          [t5].[promised_date~bad],
                          [t5].[delivered_date~bad],
                          [t5].[order_id] AS [~group]
                        FROM (
                          SELECT
                            [t4].[order_id],
                            [t4].[order_date],
                            [t4].[promised_date],
                            [t4].[delivered_date],
                            [t4].[order_id~bad],
                            [t4].[order_date~bad],
                            [t4].[promised_date~bad],
                            [t4].[delivered_date~bad]
                          FROM (
                            SELECT
                              [t3].[order_id],
                              [t3].[order_date],
                              [t3].[promised_date],
                              [t3].[delivered_date],
                              [t3].[order_id~bad],
                              [t3].[order_date~bad],
                              [t3].[promised_date~bad],
                              [t3].[delivered_date~bad]
                            FROM (
                              SELECT
                                [t2].[order_id],
                                [t2].[order_date],
                                [t2].[promised_date],
                                IIF(
                                  [t2].[delivered_date] <= DATEFROMPARTS(2026, 11, 21),
                                  [t2].[delivered_date],
                                  CAST(NULL AS DATE)
                                ) AS [delivered_date],
                                [t2].[order_id~bad],
                                [t2].[order_date~bad],
                                [t2].[promised_date~bad],
                                [t2].[delivered_date~bad]
                              FROM (
                                SELECT
                                  [t1].[order_id],
                                  [t1].[order_date],
                                  [t1].[promised_date],
                                  [t1].[delivered_date],
                                  [t1].[order_id~bad],
                                  [t1].[order_date~bad],
                                  [t1].[promised_date~bad],
                                  [t1].[delivered_date~bad]
                                FROM (
                                  SELECT
                                    [t0].[order_id],
                                    COALESCE(
                                      [t0].[order_date~instant],
                                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[order_date~local])
                                    ) AS [order_date],
                                    COALESCE(
                                      [t0].[promised_date~instant],
                                      DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[promised_date~local])
                                    ) AS [promised_date],
                                    CAST(COALESCE(
                                      DATEADD(SECOND, CAST('25200' AS BIGINT), [t0].[delivered_date~instant]),
                                      [t0].[delivered_date~local]
                                    ) AS DATE) AS [delivered_date],
                                    [t0].[order_id~bad],
                                    [t0].[order_date~bad],
                                    [t0].[promised_date~bad],
                                    [t0].[delivered_date~bad]
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
                            ) AS [t3]
                            WHERE
                              (1 = 1)
                          ) AS [t4]
                          WHERE
                            (
                              (
                                [t4].[order_date] < DATETIME2FROMPARTS(2026, 12, 31, 17, 0, 0, 0, 6)
                              )
                              AND (
                                [t4].[order_date] >= DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6)
                              )
                            )
                            OR (
                              [t4].[order_date] IS NULL
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
      ) AS [t14]
    ) AS [t15]
    GROUP BY
      [t15].[~group],
      [t15].[met],
      [t15].[hit],
      [t15].[decided],
      [t15].[waiting]
  ) AS [t16]
) AS [t17]
GROUP BY
  [t17].[~group]
