SELECT
  *
FROM (
  SELECT
    `t9`.`~group`,
    SUM(CASE WHEN `t9`.`k0_keep` AND `t9`.`k0_met` THEN `t9`.`~rows` ELSE NULL END) AS `k0_n`,
    SUM(CASE WHEN `t9`.`k0_keep` AND `t9`.`k0_hit` THEN `t9`.`~rows` ELSE NULL END) AS `k0_hits`,
    SUM(
      CASE WHEN `t9`.`k0_met` AND (
        `t9`.`k0_fate` = 1
      ) THEN `t9`.`~rows` ELSE NULL END
    ) AS `k0_lost_rejected`,
    SUM(
      CASE WHEN `t9`.`k0_met` AND (
        `t9`.`k0_fate` = 2
      ) THEN `t9`.`~rows` ELSE NULL END
    ) AS `k0_lost_missing`,
    SUM(
      CASE WHEN `t9`.`k0_met` AND (
        `t9`.`k0_fate` = 3
      ) THEN `t9`.`~rows` ELSE NULL END
    ) AS `k0_lost_out_of_scale`,
    SUM(CASE WHEN `t9`.`k0_met` THEN `t9`.`~rows` ELSE NULL END) AS `k0_met`
  FROM (
    SELECT
      `t8`.`~group`,
      `t8`.`k0_met`,
      `t8`.`k0_fate`,
      `t8`.`k0_hit`,
      `t8`.`~rows`,
      `t8`.`k0_met` AND (
        `t8`.`k0_fate` = 0
      ) AS `k0_keep`
    FROM (
      SELECT
        `t7`.`~group`,
        `t7`.`k0_met`,
        `t7`.`k0_fate`,
        `t7`.`k0_hit`,
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
              `t6`.`score~1~5~0~0` IS NULL
            )
            THEN 3
            ELSE 0
          END AS `k0_fate`,
          COALESCE(`t6`.`score~1~5~0~0` >= 4, FALSE) AND TRUE AS `k0_hit`
        FROM (
          SELECT
            `t5`.`response_id`,
            `t5`.`responded_at`,
            `t5`.`score`,
            `t5`.`touchpoint`,
            `t5`.`response_id~bad`,
            `t5`.`responded_at~bad`,
            `t5`.`score~bad`,
            `t5`.`touchpoint~bad`,
            `t5`.`~group`,
            CASE WHEN `t5`.`score` BETWEEN 1 AND 5 THEN `t5`.`score` ELSE NULL END AS `score~1~5~0~0`
          FROM (
            SELECT
              `t4`.`response_id`,
              `t4`.`responded_at`,
              `t4`.`score`,
              `t4`.`touchpoint`,
              `t4`.`response_id~bad`,
              `t4`.`responded_at~bad`,
              `t4`.`score~bad`,
              `t4`.`touchpoint~bad`,
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
                      COALESCE(
                        `t0`.`responded_at~instant`,
                        DATE_ADD(`t0`.`responded_at~local`, INTERVAL '-25200' SECOND)
                      ) AS `responded_at`,
                      `t0`.`score`,
                      `t0`.`touchpoint`,
                      `t0`.`response_id~bad`,
                      `t0`.`responded_at~bad`,
                      `t0`.`score~bad`,
                      `t0`.`touchpoint~bad`
                    FROM `typed` AS `t0`
                    LIMIT 18446744073709551615
                  ) AS `t1`
                  WHERE
                    (
                      `t1`.`responded_at` <= TIMESTAMP('2026-11-21T02:00:00')
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
                    `t3`.`responded_at` < TIMESTAMP('2026-12-31T17:00:00')
                  )
                  AND (
                    `t3`.`responded_at` >= TIMESTAMP('2026-09-30T17:00:00')
                  )
                )
                OR (
                  `t3`.`responded_at` IS NULL
                )
            ) AS `t4`
          ) AS `t5`
          LIMIT 18446744073709551615
        ) AS `t6`
        LIMIT 18446744073709551615
      ) AS `t7`
      GROUP BY
        1,
        2,
        3,
        4
      LIMIT 18446744073709551615
    ) AS `t8`
    LIMIT 18446744073709551615
  ) AS `t9`
  GROUP BY
    1
  LIMIT 18446744073709551615
) AS `t10`
WHERE
  `t10`.`k0_met` > 0
LIMIT 1001
