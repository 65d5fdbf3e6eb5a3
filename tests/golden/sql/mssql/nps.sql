SELECT
TOP 1001
  [t10].[~group],
  [t10].[k0_n],
  [t10].[k0_plus],
  [t10].[k0_minus],
  [t10].[k0_lost_rejected],
  [t10].[k0_lost_missing],
  [t10].[k0_lost_out_of_scale],
  [t10].[k0_met],
  [t10].[k0_part_promoters],
  [t10].[k0_part_passives],
  [t10].[k0_part_detractors]
FROM (
  SELECT
    [t9].[~group],
    SUM(IIF([t9].[k0_keep] <> 0 AND [t9].[k0_met] <> 0, [t9].[~rows], NULL)) AS [k0_n],
    SUM(IIF([t9].[k0_keep] <> 0 AND [t9].[k0_plus] <> 0, [t9].[~rows], NULL)) AS [k0_plus],
    SUM(IIF([t9].[k0_keep] <> 0 AND [t9].[k0_minus] <> 0, [t9].[~rows], NULL)) AS [k0_minus],
    SUM(IIF([t9].[k0_met] <> 0 AND (
      [t9].[k0_fate] = 1
    ), [t9].[~rows], NULL)) AS [k0_lost_rejected],
    SUM(IIF([t9].[k0_met] <> 0 AND (
      [t9].[k0_fate] = 2
    ), [t9].[~rows], NULL)) AS [k0_lost_missing],
    SUM(IIF([t9].[k0_met] <> 0 AND (
      [t9].[k0_fate] = 3
    ), [t9].[~rows], NULL)) AS [k0_lost_out_of_scale],
    SUM(IIF([t9].[k0_met] <> 0, [t9].[~rows], NULL)) AS [k0_met],
    SUM(IIF([t9].[k0_keep] <> 0 AND [t9].[k0_part_promoters] <> 0, [t9].[~rows], NULL)) AS [k0_part_promoters],
    SUM(IIF([t9].[k0_keep] <> 0 AND [t9].[k0_part_passives] <> 0, [t9].[~rows], NULL)) AS [k0_part_passives],
    SUM(IIF([t9].[k0_keep] <> 0 AND [t9].[k0_part_detractors] <> 0, [t9].[~rows], NULL)) AS [k0_part_detractors]
  FROM (
    SELECT
      [t8].[~group],
      [t8].[k0_met],
      [t8].[k0_fate],
      [t8].[k0_plus],
      [t8].[k0_minus],
      [t8].[k0_part_promoters],
      [t8].[k0_part_passives],
      [t8].[k0_part_detractors],
      [t8].[~rows],
      [t8].[k0_met] <> 0 AND (
        [t8].[k0_fate] = 0
      ) AS [k0_keep]
    FROM (
      SELECT
        [t7].[~group],
        [t7].[k0_met],
        [t7].[k0_fate],
        [t7].[k0_plus],
        [t7].[k0_minus],
        [t7].[k0_part_promoters],
        [t7].[k0_part_passives],
        [t7].[k0_part_detractors],
        COUNT_BIG(*) AS [~rows]
      FROM (
        SELECT
          [t6].[~group],
          1 AS [k0_met],
          CASE
            WHEN [t6].[responded_at~bad] <> 0
            THEN 1
            WHEN [t6].[score~bad] <> 0
            THEN 1
            WHEN [t6].[response_id] IS NULL
            THEN 2
            WHEN [t6].[responded_at] IS NULL
            THEN 2
            WHEN [t6].[score] IS NULL
            THEN 2
            WHEN (
              [t6].[score] IS NOT NULL
            ) AND (
              [t6].[score~0~10~1~0] IS NULL
            )
            THEN 3
            ELSE 0
          END AS [k0_fate],
          COALESCE([t6].[score~0~10~1~0] >= 9, (1 = 0)) AND (1 = 1) AS [k0_plus],
          COALESCE([t6].[score~0~10~1~0] <= 6, (1 = 0)) AND (1 = 1) AS [k0_minus],
          COALESCE([t6].[score~0~10~1~0] >= 9, (1 = 0)) AS [k0_part_promoters],
          COALESCE(
            IIF((
              [t6].[score~0~10~1~0] >= 9
            ) OR (
              [t6].[score~0~10~1~0] <= 6
            ), 1, 0) = 0,
            (1 = 0)
          ) AS [k0_part_passives],
          COALESCE([t6].[score~0~10~1~0] <= 6, (1 = 0)) AS [k0_part_detractors]
        FROM (
          SELECT
            [t5].[response_id],
            [t5].[responded_at],
            [t5].[score],
            [t5].[response_id~bad],
            [t5].[responded_at~bad],
            [t5].[score~bad],
            [t5].[~group],
            IIF(
              [t5].[score] IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
              [t5].[score],
              CAST(NULL AS NUMERIC(38, 10))
            ) AS [score~0~10~1~0]
          FROM (
            SELECT
              [t4].[response_id],
              [t4].[responded_at],
              [t4].[score],
              [t4].[response_id~bad],
              [t4].[responded_at~bad],
              [t4].[score~bad],
              [t4].[response_id] AS [~group]
            FROM (
              SELECT
                [t3].[response_id],
                [t3].[responded_at],
                [t3].[score],
                [t3].[response_id~bad],
                [t3].[responded_at~bad],
                [t3].[score~bad]
              FROM (
                SELECT
                  [t2].[response_id],
                  [t2].[responded_at],
                  [t2].[score],
                  [t2].[response_id~bad],
                  [t2].[responded_at~bad],
                  [t2].[score~bad]
                FROM (
                  SELECT
                    [t1].[response_id],
                    [t1].[responded_at],
                    [t1].[score],
                    [t1].[response_id~bad],
                    [t1].[responded_at~bad],
                    [t1].[score~bad]
                  FROM (
                    SELECT
                      [t0].[response_id],
                      COALESCE(
                        [t0].[responded_at~instant],
                        DATEADD(SECOND, CAST('-25200' AS BIGINT), [t0].[responded_at~local])
                      ) AS [responded_at],
                      [t0].[score],
                      [t0].[response_id~bad],
                      [t0].[responded_at~bad],
                      [t0].[score~bad]
                    FROM [typed] AS [t0]
                  ) AS [t1]
                  WHERE
                    (
                      [t1].[responded_at] <= DATETIME2FROMPARTS(2026, 11, 21, 2, 0, 0, 0, 6)
                    )
                    OR (
                      [t1].[responded_at] IS NULL
                    )
                ) AS [t2]
                WHERE
                  (1 = 1)
              ) AS [t3]
              WHERE
                (
                  (
                    [t3].[responded_at] < DATETIME2FROMPARTS(2026, 12, 31, 17, 0, 0, 0, 6)
                  )
                  AND (
                    [t3].[responded_at] >= DATETIME2FROMPARTS(2026, 9, 30, 17, 0, 0, 0, 6)
                  )
                )
                OR (
                  [t3].[responded_at] IS NULL
                )
            ) AS [t4]
          ) AS [t5]
        ) AS [t6]
      ) AS [t7]
      GROUP BY
        [t7].[~group],
        [t7].[k0_met],
        [t7].[k0_fate],
        [t7].[k0_plus],
        [t7].[k0_minus],
        [t7].[k0_part_promoters],
        [t7].[k0_part_passives],
        [t7].[k0_part_detractors]
    ) AS [t8]
  ) AS [t9]
  GROUP BY
    [t9].[~group]
) AS [t10]
WHERE
  [t10].[k0_met] > 0
