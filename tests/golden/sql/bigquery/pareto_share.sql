SELECT
  `t9`.`group`,
  SUM(IF(`t9`.`k0_met` AND (
    `t9`.`k0_fate` = 1
  ), `t9`.`rows`, NULL)) AS `k0_lost_rejected`,
  SUM(IF(`t9`.`k0_met` AND (
    `t9`.`k0_fate` = 2
  ), `t9`.`rows`, NULL)) AS `k0_lost_missing`,
  SUM(IF(`t9`.`k0_met` AND (
    `t9`.`k0_fate` = 3
  ), `t9`.`rows`, NULL)) AS `k0_lost_anonymous`,
  SUM(IF(`t9`.`k0_met`, `t9`.`rows`, NULL)) AS `k0_met`
FROM (
  SELECT
    `t8`.`group`,
    `t8`.`k0_met`,
    `t8`.`k0_fate`,
    `t8`.`rows`,
    `t8`.`k0_met` AND (
      `t8`.`k0_fate` = 0
    ) AS `k0_keep`
  FROM (
    SELECT
      `t7`.`group`,
      `t7`.`k0_met`,
      `t7`.`k0_fate`,
      COUNT(*) AS `rows`
    FROM (
      SELECT
        `t6`.`group`,
        TRUE AS `k0_met`,
        CASE
          WHEN `t6`.`order_date_bad`
          THEN 1
          WHEN `t6`.`amount_bad`
          THEN 1
          WHEN `t6`.`order_id` IS NULL
          THEN 2
          WHEN `t6`.`order_date` IS NULL
          THEN 2
          WHEN `t6`.`customer_id` IS NULL
          THEN 3
          WHEN `t6`.`amount` IS NULL
          THEN 2
          ELSE 0
        END AS `k0_fate`
      FROM (
        SELECT
          `t5`.`order_id`,
          `t5`.`order_date`,
          `t5`.`customer_id`,
          `t5`.`amount`,
          `t5`.`order_id_bad`,
          `t5`.`order_date_bad`,
          `t5`.`customer_id_bad`,
          `t5`.`amount_bad`,
          `t5`.`order_id` AS `group`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`order_id`,
                IF(
                  `t2`.`order_date` <= DATETIME('2026-11-21T02:00:00'),
                  `t2`.`order_date`,
                  CAST(NULL AS DATETIME)
                ) AS `order_date`,
                `t2`.`customer_id`,
                `t2`.`amount`,
                `t2`.`order_id_bad`,
                `t2`.`order_date_bad`,
                `t2`.`customer_id_bad`,
                `t2`.`amount_bad`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t0`.`order_id`,
                    COALESCE(
                      `t0`.`order_date_instant`,
                      TIMESTAMP_ADD(`t0`.`order_date_local`, INTERVAL '-25200' SECOND)
                    ) AS `order_date`,
                    `t0`.`customer_id`,
                    `t0`.`amount`,
                    `t0`.`order_id_bad`,
                    `t0`.`order_date_bad`,
                    `t0`.`customer_id_bad`,
                    `t0`.`amount_bad`
                  FROM `typed` AS `t0`
                ) AS `t1`
                WHERE
                  (
                    `t1`.`order_date` <= DATETIME('2026-11-21T02:00:00')
                  )
                  OR (
                    `t1`.`order_date` IS NULL
                  )
              ) AS `t2`
            ) AS `t3`
            WHERE
              TRUE
          ) AS `t4`
          WHERE
            (
              (
                `t4`.`order_date` <= DATETIME('2026-11-21T02:00:00')
              )
              AND (
                (
                  `t4`.`order_date` < DATETIME('2026-12-31T17:00:00')
                )
                AND (
                  `t4`.`order_date` >= DATETIME('2026-09-30T17:00:00')
                )
              )
            )
            OR (
              `t4`.`order_date` IS NULL
            )
        ) AS `t5`
      ) AS `t6`
    ) AS `t7`
    GROUP BY
      1,
      2,
      3
  ) AS `t8`
) AS `t9`
GROUP BY
  1;

SELECT
  `t16`.`group`,
  COUNTIF(`t16`.`keep`) AS `n`,
  COUNTIF(`t16`.`keep` AND (
    `t16`.`x` IS NOT NULL
  )) AS `ranked`,
  SUM(IF(`t16`.`keep`, `t16`.`x`, NULL)) AS `all`,
  COUNTIF(`t16`.`keep` AND `t16`.`in_top`) AS `count`,
  SUM(IF(`t16`.`keep` AND `t16`.`in_top`, `t16`.`x`, NULL)) AS `held`
FROM (
  SELECT
    `t15`.`group`,
    `t15`.`met`,
    `t15`.`x`,
    `t15`.`name`,
    `t15`.`keep`,
    `t15`.`rank`,
    `t15`.`size`,
    `t15`.`total`,
    `t15`.`keep`
    AND (
      (
        `t15`.`x` IS NOT NULL
      )
      AND (
        (
          `t15`.`rank` * 4
        ) < (
          `t15`.`size` * 1
        )
      )
    ) AS `in_top`
  FROM (
    SELECT
      `t14`.`group`,
      `t14`.`met`,
      `t14`.`x`,
      `t14`.`name`,
      `t14`.`keep`,
      ROW_NUMBER() OVER (
        PARTITION BY `t14`.`group`
        ORDER BY IF(`t14`.`keep`, `t14`.`x`, CAST(NULL AS BIGNUMERIC)) DESC, `t14`.`name` ASC
      ) - 1 AS `rank`,
      COUNT(IF(`t14`.`keep`, `t14`.`x`, CAST(NULL AS BIGNUMERIC))) OVER (
        PARTITION BY `t14`.`group`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `size`,
      SUM(IF(`t14`.`keep`, `t14`.`x`, CAST(NULL AS BIGNUMERIC))) OVER (
        PARTITION BY `t14`.`group`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `total`
    FROM (
      SELECT
        `t13`.`group`,
        `t13`.`met`,
        `t13`.`x`,
        `t13`.`name`,
        `t13`.`met` AS `keep`
      FROM (
        SELECT
          `t12`.`group`,
          TRUE AS `met`,
          `t12`.`revenue` AS `x`,
          `t12`.`customer_id` AS `name`
        FROM (
          SELECT
            `t11`.`group`,
            `t11`.`customer_id`,
            SUM(`t11`.`amount`) AS `revenue`
          FROM (
            SELECT
              `t10`.`order_id`,
              `t10`.`order_date`,
              `t10`.`customer_id`,
              `t10`.`amount`,
              `t10`.`group`,
              `t10`.`cost`,
              `t10`.`expedite_cost`,
              `t10`.`currency`,
              `t10`.`status`,
              `t10`.`channel`,
              `t10`.`segment`,
              `t10`.`promised_date`,
              `t10`.`shipped_date`,
              `t10`.`delivered_date`,
              `t10`.`feature_flag`,
              `t10`.`expedited`,
              `t10`.`transshipped`,
              `t10`.`has_error`,
              `t10`.`window_start`,
              `t10`.`window_end`,
              `t10`.`as_of`,
              `t10`.`window_start_day`,
              `t10`.`window_end_day`,
              `t10`.`as_of_day`,
              DATE(TIMESTAMP_ADD(`t10`.`order_date`, INTERVAL '25200' SECOND)) AS `order_date_day`,
              DATE(TIMESTAMP_ADD(`t10`.`promised_date`, INTERVAL '25200' SECOND)) AS `promised_date_day`
            FROM (
              SELECT
                `t9`.`order_id`,
                `t9`.`order_date`,
                `t9`.`customer_id`,
                `t9`.`amount`,
                `t9`.`group`,
                CAST(NULL AS BIGNUMERIC) AS `cost`,
                CAST(NULL AS BIGNUMERIC) AS `expedite_cost`,
                CAST(NULL AS STRING) AS `currency`,
                CAST(NULL AS STRING) AS `status`,
                CAST(NULL AS STRING) AS `channel`,
                CAST(NULL AS STRING) AS `segment`,
                CAST(NULL AS DATETIME) AS `promised_date`,
                CAST(NULL AS DATE) AS `shipped_date`,
                CAST(NULL AS DATE) AS `delivered_date`,
                CAST(NULL AS BOOL) AS `feature_flag`,
                CAST(NULL AS BOOL) AS `expedited`,
                CAST(NULL AS BOOL) AS `transshipped`,
                CAST(NULL AS BOOL) AS `has_error`,
                DATETIME('2026-09-30T17:00:00') AS `window_start`,
                DATETIME('2026-11-21T02:00:00') AS `window_end`,
                DATETIME('2026-11-21T02:00:00') AS `as_of`,
                DATE(2026, 10, 1) AS `window_start_day`,
                DATE(2026, 11, 21) AS `window_end_day`,
                DATE(2026, 11, 21) AS `as_of_day`
              FROM (
                SELECT
                  `t8`.`order_id`,
                  `t8`.`order_date`,
                  `t8`.`customer_id`,
                  `t8`.`amount`,
                  `t8`.`group`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t6`.`order_id`,
                      `t6`.`order_date`,
                      `t6`.`customer_id`,
                      `t6`.`amount`,
                      `t6`.`order_id_bad`,
                      `t6`.`order_date_bad`,
                      `t6`.`customer_id_bad`,
                      `t6`.`amount_bad`,
                      `t6`.`group`,
                      TRUE
                      AND NOT (
                        FALSE
                        OR `t6`.`order_date_bad`
                        OR `t6`.`amount_bad`
                        OR (
                          `t6`.`order_id` IS NULL
                        )
                        OR (
                          `t6`.`order_date` IS NULL
                        )
                        OR (
                          `t6`.`customer_id` IS NULL
                        )
                        OR (
                          `t6`.`amount` IS NULL
                        )
                      ) AS `keep`
                    FROM (
                      SELECT
                        `t5`.`order_id`,
                        `t5`.`order_date`,
                        `t5`.`customer_id`,
                        `t5`.`amount`,
                        `t5`.`order_id_bad`,
                        `t5`.`order_date_bad`,
                        `t5`.`customer_id_bad`,
                        `t5`.`amount_bad`,
                        `t5`.`order_id` AS `group`
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              `t2`.`order_id`,
                              IF(
                                `t2`.`order_date` <= DATETIME('2026-11-21T02:00:00'),
                                `t2`.`order_date`,
                                CAST(NULL AS DATETIME)
                              ) AS `order_date`,
                              `t2`.`customer_id`,
                              `t2`.`amount`,
                              `t2`.`order_id_bad`,
                              `t2`.`order_date_bad`,
                              `t2`.`customer_id_bad`,
                              `t2`.`amount_bad`
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  `t0`.`order_id`,
                                  COALESCE(
                                    `t0`.`order_date_instant`,
                                    TIMESTAMP_ADD(`t0`.`order_date_local`, INTERVAL '-25200' SECOND)
                                  ) AS `order_date`,
                                  `t0`.`customer_id`,
                                  `t0`.`amount`,
                                  `t0`.`order_id_bad`,
                                  `t0`.`order_date_bad`,
                                  `t0`.`customer_id_bad`,
                                  `t0`.`amount_bad`
                                FROM `typed` AS `t0`
                              ) AS `t1`
                              WHERE
                                (
                                  `t1`.`order_date` <= DATETIME('2026-11-21T02:00:00')
                                )
                                OR (
                                  `t1`.`order_date` IS NULL
                                )
                            ) AS `t2`
                          ) AS `t3`
                          WHERE
                            TRUE
                        ) AS `t4`
                        WHERE
                          (
                            (
                              `t4`.`order_date` <= DATETIME('2026-11-21T02:00:00')
                            )
                            AND (
                              (
                                `t4`.`order_date` < DATETIME('2026-12-31T17:00:00')
                              )
                              AND (
                                `t4`.`order_date` >= DATETIME('2026-09-30T17:00:00')
                              )
                            )
                          )
                          OR (
                            `t4`.`order_date` IS NULL
                          )
                      ) AS `t5`
                    ) AS `t6`
                  ) AS `t7`
                  WHERE
                    `t7`.`keep`
                ) AS `t8`
              ) AS `t9`
            ) AS `t10`
          ) AS `t11`
          GROUP BY
            1,
            2
        ) AS `t12`
      ) AS `t13`
    ) AS `t14`
  ) AS `t15`
) AS `t16`
GROUP BY
  1
