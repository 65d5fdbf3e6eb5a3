SELECT
  *
FROM (
  SELECT
    `t8`.`~group`,
    SUM(
      CASE WHEN `t8`.`k0_met` AND (
        `t8`.`k0_fate` = 1
      ) THEN `t8`.`~rows` ELSE NULL END
    ) AS `k0_lost_rejected`,
    SUM(
      CASE WHEN `t8`.`k0_met` AND (
        `t8`.`k0_fate` = 2
      ) THEN `t8`.`~rows` ELSE NULL END
    ) AS `k0_lost_missing`,
    SUM(
      CASE WHEN `t8`.`k0_met` AND (
        `t8`.`k0_fate` = 3
      ) THEN `t8`.`~rows` ELSE NULL END
    ) AS `k0_lost_anonymous`,
    SUM(CASE WHEN `t8`.`k0_met` THEN `t8`.`~rows` ELSE NULL END) AS `k0_met`
  FROM (
    SELECT
      `t7`.`~group`,
      `t7`.`k0_met`,
      `t7`.`k0_fate`,
      `t7`.`~rows`,
      `t7`.`k0_met` AND (
        `t7`.`k0_fate` = 0
      ) AS `k0_keep`
    FROM (
      SELECT
        `t6`.`~group`,
        `t6`.`k0_met`,
        `t6`.`k0_fate`,
        COUNT(*) AS `~rows`
      FROM (
        SELECT
          `t5`.`~group`,
          TRUE AS `k0_met`,
          CASE
            WHEN `t5`.`order_date~bad`
            THEN 1
            WHEN `t5`.`amount~bad`
            THEN 1
            WHEN `t5`.`order_id` IS NULL
            THEN 2
            WHEN `t5`.`order_date` IS NULL
            THEN 2
            WHEN `t5`.`customer_id` IS NULL
            THEN 3
            WHEN `t5`.`amount` IS NULL
            THEN 2
            ELSE 0
          END AS `k0_fate`
        FROM (
          SELECT
            `t4`.`order_id`,
            `t4`.`customer_id`,
            `t4`.`order_date`,
            `t4`.`amount`,
            `t4`.`order_id~bad`,
            `t4`.`customer_id~bad`,
            `t4`.`order_date~bad`,
            `t4`.`amount~bad`,
            `t4`.`order_id` AS `~group`
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
                    `t0`.`order_id`,
                    `t0`.`customer_id`,
                    COALESCE(
                      `t0`.`order_date~instant`,
                      DATE_ADD(`t0`.`order_date~local`, INTERVAL '-25200' SECOND)
                    ) AS `order_date`,
                    `t0`.`amount`,
                    `t0`.`order_id~bad`,
                    `t0`.`customer_id~bad`,
                    `t0`.`order_date~bad`,
                    `t0`.`amount~bad`
                  FROM `typed` AS `t0`
                  LIMIT 18446744073709551615
                ) AS `t1`
                WHERE
                  (
                    `t1`.`order_date` <= TIMESTAMP('2026-11-21T02:00:00')
                  )
                  OR (
                    `t1`.`order_date` IS NULL
                  )
              ) AS `t2`
              WHERE
                TRUE
            ) AS `t3`
            WHERE
              (
                (
                  `t3`.`order_date` < TIMESTAMP('2026-12-31T17:00:00')
                )
                AND (
                  `t3`.`order_date` >= TIMESTAMP('2026-09-30T17:00:00')
                )
              )
              OR (
                `t3`.`order_date` IS NULL
              )
          ) AS `t4`
        ) AS `t5`
        LIMIT 18446744073709551615
      ) AS `t6`
      GROUP BY
        1,
        2,
        3
      LIMIT 18446744073709551615
    ) AS `t7`
    LIMIT 18446744073709551615
  ) AS `t8`
  GROUP BY
    1
  LIMIT 18446744073709551615
) AS `t9`
WHERE
  `t9`.`k0_met` > 0
LIMIT 1001;

SELECT
  `t15`.`~group`,
  SUM(CAST(`t15`.`keep` AS SIGNED)) AS `n`,
  SUM(CAST(`t15`.`keep` AND (
    `t15`.`x` IS NOT NULL
  ) AS SIGNED)) AS `ranked`,
  SUM(CASE WHEN `t15`.`keep` THEN `t15`.`x` ELSE NULL END) AS `all`,
  SUM(CAST(`t15`.`keep` AND `t15`.`in_top` AS SIGNED)) AS `count`,
  SUM(CASE WHEN `t15`.`keep` AND `t15`.`in_top` THEN `t15`.`x` ELSE NULL END) AS `held`
FROM (
  SELECT
    `t14`.`~group`,
    `t14`.`met`,
    `t14`.`x`,
    `t14`.`name`,
    `t14`.`keep`,
    `t14`.`rank`,
    `t14`.`size`,
    `t14`.`total`,
    `t14`.`keep`
    AND (
      (
        `t14`.`x` IS NOT NULL
      )
      AND (
        (
          `t14`.`rank` * 4
        ) < (
          `t14`.`size` * 1
        )
      )
    ) AS `in_top`
  FROM (
    SELECT
      `t13`.`~group`,
      `t13`.`met`,
      `t13`.`x`,
      `t13`.`name`,
      `t13`.`keep`,
      ROW_NUMBER() OVER (
        PARTITION BY `t13`.`~group`
        ORDER BY CASE WHEN `t13`.`keep` THEN `t13`.`x` ELSE NULL END DESC, CASE WHEN `t13`.`name` IS NULL THEN 1 ELSE 0 END, `t13`.`name` ASC
      ) - 1 AS `rank`,
      COUNT(CASE WHEN `t13`.`keep` THEN `t13`.`x` ELSE NULL END) OVER (
        PARTITION BY `t13`.`~group`
        ORDER BY CASE WHEN NULL IS NULL THEN 1 ELSE 0 END, NULL ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `size`,
      SUM(CASE WHEN `t13`.`keep` THEN `t13`.`x` ELSE NULL END) OVER (
        PARTITION BY `t13`.`~group`
        ORDER BY CASE WHEN NULL IS NULL THEN 1 ELSE 0 END, NULL ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `total`
    FROM (
      SELECT
        `t12`.`~group`,
        `t12`.`met`,
        `t12`.`x`,
        `t12`.`name`,
        `t12`.`met` AS `keep`
      FROM (
        SELECT
          `t11`.`~group`,
          TRUE AS `met`,
          `t11`.`revenue` AS `x`,
          `t11`.`customer_id` AS `name`
        FROM (
          SELECT
            `t10`.`~group`,
            `t10`.`customer_id`,
            SUM(`t10`.`amount`) AS `revenue`
          FROM (
            SELECT
              `t9`.`order_id`,
              `t9`.`customer_id`,
              `t9`.`order_date`,
              `t9`.`amount`,
              `t9`.`~group`,
              `t9`.`cost`,
              `t9`.`expedite_cost`,
              `t9`.`currency`,
              `t9`.`status`,
              `t9`.`channel`,
              `t9`.`segment`,
              `t9`.`promised_date`,
              `t9`.`shipped_date`,
              `t9`.`delivered_date`,
              `t9`.`feature_flag`,
              `t9`.`expedited`,
              `t9`.`transshipped`,
              `t9`.`has_error`,
              `t9`.`window_start`,
              `t9`.`window_end`,
              `t9`.`as_of`,
              `t9`.`window_start_day`,
              `t9`.`window_end_day`,
              `t9`.`as_of_day`,
              DATE(DATE_ADD(`t9`.`order_date`, INTERVAL '25200' SECOND)) AS `order_date_day`,
              DATE(DATE_ADD(`t9`.`promised_date`, INTERVAL '25200' SECOND)) AS `promised_date_day`
            FROM (
              SELECT
                `t8`.`order_id`,
                `t8`.`customer_id`,
                `t8`.`order_date`,
                `t8`.`amount`,
                `t8`.`~group`,
                NULL AS `cost`,
                NULL AS `expedite_cost`,
                NULL AS `currency`,
                NULL AS `status`,
                NULL AS `channel`,
                NULL AS `segment`,
                NULL AS `promised_date`,
                NULL AS `shipped_date`,
                NULL AS `delivered_date`,
                NULL AS `feature_flag`,
                NULL AS `expedited`,
                NULL AS `transshipped`,
                NULL AS `has_error`,
                TIMESTAMP('2026-09-30T17:00:00') AS `window_start`,
                TIMESTAMP('2026-11-21T02:00:00') AS `window_end`,
                TIMESTAMP('2026-11-21T02:00:00') AS `as_of`,
                DATE('2026-10-01') AS `window_start_day`,
                DATE('2026-11-21') AS `window_end_day`,
                DATE('2026-11-21') AS `as_of_day`
              FROM (
                SELECT
                  `t7`.`order_id`,
                  `t7`.`customer_id`,
                  `t7`.`order_date`,
                  `t7`.`amount`,
                  `t7`.`~group`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t5`.`order_id`,
                      `t5`.`customer_id`,
                      `t5`.`order_date`,
                      `t5`.`amount`,
                      `t5`.`order_id~bad`,
                      `t5`.`customer_id~bad`,
                      `t5`.`order_date~bad`,
                      `t5`.`amount~bad`,
                      `t5`.`~group`,
                      TRUE
                      AND NOT (
                        FALSE
                        OR `t5`.`order_date~bad`
                        OR `t5`.`amount~bad`
                        OR (
                          `t5`.`order_id` IS NULL
                        )
                        OR (
                          `t5`.`order_date` IS NULL
                        )
                        OR (
                          `t5`.`customer_id` IS NULL
                        )
                        OR (
                          `t5`.`amount` IS NULL
                        )
                      ) AS `~keep`
                    FROM (
                      SELECT
                        `t4`.`order_id`,
                        `t4`.`customer_id`,
                        `t4`.`order_date`,
                        `t4`.`amount`,
                        `t4`.`order_id~bad`,
                        `t4`.`customer_id~bad`,
                        `t4`.`order_date~bad`,
                        `t4`.`amount~bad`,
                        `t4`.`order_id` AS `~group`
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
                                `t0`.`order_id`,
                                `t0`.`customer_id`,
                                COALESCE(
                                  `t0`.`order_date~instant`,
                                  DATE_ADD(`t0`.`order_date~local`, INTERVAL '-25200' SECOND)
                                ) AS `order_date`,
                                `t0`.`amount`,
                                `t0`.`order_id~bad`,
                                `t0`.`customer_id~bad`,
                                `t0`.`order_date~bad`,
                                `t0`.`amount~bad`
                              FROM `typed` AS `t0`
                              LIMIT 18446744073709551615
                            ) AS `t1`
                            WHERE
                              (
                                `t1`.`order_date` <= TIMESTAMP('2026-11-21T02:00:00')
                              )
                              OR (
                                `t1`.`order_date` IS NULL
                              )
                          ) AS `t2`
                          WHERE
                            TRUE
                        ) AS `t3`
                        WHERE
                          (
                            (
                              `t3`.`order_date` < TIMESTAMP('2026-12-31T17:00:00')
                            )
                            AND (
                              `t3`.`order_date` >= TIMESTAMP('2026-09-30T17:00:00')
                            )
                          )
                          OR (
                            `t3`.`order_date` IS NULL
                          )
                      ) AS `t4`
                    ) AS `t5`
                    LIMIT 18446744073709551615
                  ) AS `t6`
                  WHERE
                    `t6`.`~keep`
                ) AS `t7`
              ) AS `t8`
              LIMIT 18446744073709551615
            ) AS `t9`
            LIMIT 18446744073709551615
          ) AS `t10`
          GROUP BY
            1,
            2
          LIMIT 18446744073709551615
        ) AS `t11`
        LIMIT 18446744073709551615
      ) AS `t12`
    ) AS `t13`
    LIMIT 18446744073709551615
  ) AS `t14`
  LIMIT 18446744073709551615
) AS `t15`
GROUP BY
  1
LIMIT 1001
