SELECT
  *
FROM (
  SELECT
    `t9`.`~group`,
    SUM(IF(`t9`.`k0_keep` AND `t9`.`k0_met`, `t9`.`~rows`, NULL)) AS `k0_n`,
    SUM(IF(`t9`.`k0_keep` AND `t9`.`k0_plus`, `t9`.`~rows`, NULL)) AS `k0_plus`,
    SUM(IF(`t9`.`k0_keep` AND `t9`.`k0_minus`, `t9`.`~rows`, NULL)) AS `k0_minus`,
    SUM(IF(`t9`.`k0_met` AND (
      `t9`.`k0_fate` = 1
    ), `t9`.`~rows`, NULL)) AS `k0_lost_rejected`,
    SUM(IF(`t9`.`k0_met` AND (
      `t9`.`k0_fate` = 2
    ), `t9`.`~rows`, NULL)) AS `k0_lost_missing`,
    SUM(IF(`t9`.`k0_met` AND (
      `t9`.`k0_fate` = 3
    ), `t9`.`~rows`, NULL)) AS `k0_lost_out_of_scale`,
    SUM(IF(`t9`.`k0_met`, `t9`.`~rows`, NULL)) AS `k0_met`,
    SUM(IF(`t9`.`k0_keep` AND `t9`.`k0_part_promoters`, `t9`.`~rows`, NULL)) AS `k0_part_promoters`,
    SUM(IF(`t9`.`k0_keep` AND `t9`.`k0_part_passives`, `t9`.`~rows`, NULL)) AS `k0_part_passives`,
    SUM(IF(`t9`.`k0_keep` AND `t9`.`k0_part_detractors`, `t9`.`~rows`, NULL)) AS `k0_part_detractors`
  FROM (
    SELECT
      `t8`.`~group`,
      `t8`.`k0_met`,
      `t8`.`k0_fate`,
      `t8`.`k0_plus`,
      `t8`.`k0_minus`,
      `t8`.`k0_part_promoters`,
      `t8`.`k0_part_passives`,
      `t8`.`k0_part_detractors`,
      `t8`.`~rows`,
      `t8`.`k0_met` AND (
        `t8`.`k0_fate` = 0
      ) AS `k0_keep`
    FROM (
      SELECT
        `t7`.`~group`,
        `t7`.`k0_met`,
        `t7`.`k0_fate`,
        `t7`.`k0_plus`,
        `t7`.`k0_minus`,
        `t7`.`k0_part_promoters`,
        `t7`.`k0_part_passives`,
        `t7`.`k0_part_detractors`,
        COUNT(*) AS `~rows`
      FROM (
        SELECT
          `t6`.`~group`,
          TRUE AS `k0_met`,
          CASE
            WHEN `t6`.`responded_at~bad`
            THEN 1
            WHEN `t6`.`score~bad`
            THEN 1
            WHEN `t6`.`response_id` IS NULL
            THEN 2
            WHEN `t6`.`responded_at` IS NULL
            THEN 2
            WHEN `t6`.`score` IS NULL
            THEN 2
            WHEN (
              `t6`.`score` IS NOT NULL
            ) AND (
              `t6`.`score~0~10~1~0` IS NULL
            )
            THEN 3
            ELSE 0
          END AS `k0_fate`,
          COALESCE(`t6`.`score~0~10~1~0` >= 9, FALSE) AND TRUE AS `k0_plus`,
          COALESCE(`t6`.`score~0~10~1~0` <= 6, FALSE) AND TRUE AS `k0_minus`,
          COALESCE(`t6`.`score~0~10~1~0` >= 9, FALSE) AS `k0_part_promoters`,
          COALESCE(
            NOT (
              (
                `t6`.`score~0~10~1~0` >= 9
              ) OR (
                `t6`.`score~0~10~1~0` <= 6
              )
            ),
            FALSE
          ) AS `k0_part_passives`,
          COALESCE(`t6`.`score~0~10~1~0` <= 6, FALSE) AS `k0_part_detractors`
        FROM (
          SELECT
            `t5`.`response_id`,
            `t5`.`responded_at`,
            `t5`.`score`,
            `t5`.`response_id~bad`,
            `t5`.`responded_at~bad`,
            `t5`.`score~bad`,
            `t5`.`~group`,
            IF(
              `t5`.`score` IN (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10),
              `t5`.`score`,
              CAST(NULL AS DECIMAL(38, 10))
            ) AS `score~0~10~1~0`
          FROM (
            SELECT
              `t4`.`response_id`,
              `t4`.`responded_at`,
              `t4`.`score`,
              `t4`.`response_id~bad`,
              `t4`.`responded_at~bad`,
              `t4`.`score~bad`,
              `t4`.`response_id` AS `~group`
            FROM (
              SELECT
                *
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t0`.`response_id`,
                      COALESCE(`t0`.`responded_at~instant`, `t0`.`responded_at~local` + INTERVAL '-25200' SECOND) AS `responded_at`,
                      `t0`.`score`,
                      `t0`.`response_id~bad`,
                      `t0`.`responded_at~bad`,
                      `t0`.`score~bad`
                    FROM `typed` AS `t0`
                  ) AS `t1`
                  WHERE
                    (
                      `t1`.`responded_at` <= CAST('2026-11-21T02:00:00' AS TIMESTAMP_NTZ)
                    )
                    OR (
                      `t1`.`responded_at` IS NULL
                    )
                ) AS `t2`
                WHERE
                  TRUE
              ) AS `t3`
              WHERE
                (
                  (
                    `t3`.`responded_at` < CAST('2026-12-31T17:00:00' AS TIMESTAMP_NTZ)
                  )
                  AND (
                    `t3`.`responded_at` >= CAST('2026-09-30T17:00:00' AS TIMESTAMP_NTZ)
                  )
                )
                OR (
                  `t3`.`responded_at` IS NULL
                )
            ) AS `t4`
          ) AS `t5`
        ) AS `t6`
      ) AS `t7`
      GROUP BY
        1,
        2,
        3,
        4,
        5,
        6,
        7,
        8
    ) AS `t8`
  ) AS `t9`
  GROUP BY
    1
) AS `t10`
WHERE
  `t10`.`k0_met` > 0
LIMIT 1001
