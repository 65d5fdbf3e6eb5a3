SELECT
  *
FROM (
  SELECT
    `t8`.`~group`,
    SUM(IF(`t8`.`k0_met` AND (
      `t8`.`k0_fate` = 1
    ), `t8`.`~rows`, NULL)) AS `k0_lost_rejected`,
    SUM(IF(`t8`.`k0_met` AND (
      `t8`.`k0_fate` = 2
    ), `t8`.`~rows`, NULL)) AS `k0_lost_missing`,
    SUM(IF(`t8`.`k0_met` AND (
      `t8`.`k0_fate` = 3
    ), `t8`.`~rows`, NULL)) AS `k0_lost_anonymous`,
    SUM(IF(`t8`.`k0_met`, `t8`.`~rows`, NULL)) AS `k0_met`
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
                    COALESCE(`t0`.`order_date~instant`, `t0`.`order_date~local` + INTERVAL '-25200' SECOND) AS `order_date`,
                    `t0`.`amount`,
                    `t0`.`order_id~bad`,
                    `t0`.`customer_id~bad`,
                    `t0`.`order_date~bad`,
                    `t0`.`amount~bad`
                  FROM `typed` AS `t0`
                ) AS `t1`
                WHERE
                  (
                    `t1`.`order_date` <= CAST('2026-11-21T02:00:00' AS TIMESTAMP_NTZ)
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
                  `t3`.`order_date` < CAST('2026-12-31T17:00:00' AS TIMESTAMP_NTZ)
                )
                AND (
                  `t3`.`order_date` >= CAST('2026-09-30T17:00:00' AS TIMESTAMP_NTZ)
                )
              )
              OR (
                `t3`.`order_date` IS NULL
              )
          ) AS `t4`
        ) AS `t5`
      ) AS `t6`
      GROUP BY
        1,
        2,
        3
    ) AS `t7`
  ) AS `t8`
  GROUP BY
    1
) AS `t9`
WHERE
  `t9`.`k0_met` > 0
LIMIT 1001;

SELECT
  `t15`.`~group`,
  SUM(CAST(`t15`.`keep` AS BIGINT)) AS `n`,
  SUM(CAST(`t15`.`keep` AND (
    `t15`.`x` IS NOT NULL
  ) AS BIGINT)) AS `ranked`,
  SUM(IF(`t15`.`keep`, `t15`.`x`, NULL)) AS `all`,
  SUM(CAST(`t15`.`keep` AND `t15`.`in_top` AS BIGINT)) AS `count`,
  SUM(IF(`t15`.`keep` AND `t15`.`in_top`, `t15`.`x`, NULL)) AS `held`
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
        ORDER BY IF(`t13`.`keep`, `t13`.`x`, CAST(NULL AS DECIMAL(38, 10))) DESC, `t13`.`name` ASC NULLS LAST
      ) - 1 AS `rank`,
      COUNT(IF(`t13`.`keep`, `t13`.`x`, CAST(NULL AS DECIMAL(38, 10)))) OVER (
        PARTITION BY `t13`.`~group`
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) AS `size`,
      SUM(IF(`t13`.`keep`, `t13`.`x`, CAST(NULL AS DECIMAL(38, 10)))) OVER (
        PARTITION BY `t13`.`~group`
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
              CAST(`t9`.`order_date` + INTERVAL '25200' SECOND AS DATE) AS `order_date_day`,
              CAST(`t9`.`promised_date` + INTERVAL '25200' SECOND AS DATE) AS `promised_date_day`
            FROM (
              SELECT
                `t8`.`order_id`,
                `t8`.`customer_id`,
                `t8`.`order_date`,
                `t8`.`amount`,
                `t8`.`~group`,
                CAST(NULL AS DECIMAL(38, 10)) AS `cost`,
                CAST(NULL AS DECIMAL(38, 10)) AS `expedite_cost`,
                CAST(NULL AS STRING) AS `currency`,
                CAST(NULL AS STRING) AS `status`,
                CAST(NULL AS STRING) AS `channel`,
                CAST(NULL AS STRING) AS `segment`,
                CAST(NULL AS TIMESTAMP_NTZ) AS `promised_date`,
                CAST(NULL AS DATE) AS `shipped_date`,
                CAST(NULL AS DATE) AS `delivered_date`,
                CAST(NULL AS BOOLEAN) AS `feature_flag`,
                CAST(NULL AS BOOLEAN) AS `expedited`,
                CAST(NULL AS BOOLEAN) AS `transshipped`,
                CAST(NULL AS BOOLEAN) AS `has_error`,
                CAST('2026-09-30T17:00:00' AS TIMESTAMP_NTZ) AS `window_start`,
                CAST('2026-11-21T02:00:00' AS TIMESTAMP_NTZ) AS `window_end`,
                CAST('2026-11-21T02:00:00' AS TIMESTAMP_NTZ) AS `as_of`,
                MAKE_DATE(2026, 10, 1) AS `window_start_day`,
                MAKE_DATE(2026, 11, 21) AS `window_end_day`,
                MAKE_DATE(2026, 11, 21) AS `as_of_day`
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
                                COALESCE(`t0`.`order_date~instant`, `t0`.`order_date~local` + INTERVAL '-25200' SECOND) AS `order_date`,
                                `t0`.`amount`,
                                `t0`.`order_id~bad`,
                                `t0`.`customer_id~bad`,
                                `t0`.`order_date~bad`,
                                `t0`.`amount~bad`
                              FROM `typed` AS `t0`
                            ) AS `t1`
                            WHERE
                              (
                                `t1`.`order_date` <= CAST('2026-11-21T02:00:00' AS TIMESTAMP_NTZ)
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
                              `t3`.`order_date` < CAST('2026-12-31T17:00:00' AS TIMESTAMP_NTZ)
                            )
                            AND (
                              `t3`.`order_date` >= CAST('2026-09-30T17:00:00' AS TIMESTAMP_NTZ)
                            )
                          )
                          OR (
                            `t3`.`order_date` IS NULL
                          )
                      ) AS `t4`
                    ) AS `t5`
                  ) AS `t6`
                  WHERE
                    `t6`.`~keep`
                ) AS `t7`
              ) AS `t8`
            ) AS `t9`
          ) AS `t10`
          GROUP BY
            1,
            2
        ) AS `t11`
      ) AS `t12`
    ) AS `t13`
  ) AS `t14`
) AS `t15`
GROUP BY
  1
LIMIT 1001
