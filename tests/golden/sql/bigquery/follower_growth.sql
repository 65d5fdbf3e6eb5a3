SELECT
  *
FROM (
  SELECT
    `t8`.`group`,
    SUM(IF(`t8`.`k0_met` AND (
      `t8`.`k0_fate` = 1
    ), `t8`.`rows`, NULL)) AS `k0_lost_rejected`,
    SUM(IF(`t8`.`k0_met` AND (
      `t8`.`k0_fate` = 2
    ), `t8`.`rows`, NULL)) AS `k0_lost_missing`,
    SUM(IF(`t8`.`k0_met`, `t8`.`rows`, NULL)) AS `k0_met`
  FROM (
    SELECT
      `t7`.`group`,
      `t7`.`k0_met`,
      `t7`.`k0_fate`,
      `t7`.`rows`,
      `t7`.`k0_met` AND (
        `t7`.`k0_fate` = 0
      ) AS `k0_keep`
    FROM (
      SELECT
        `t6`.`group`,
        `t6`.`k0_met`,
        `t6`.`k0_fate`,
        COUNT(*) AS `rows`
      FROM (
        SELECT
          `t5`.`group`,
          TRUE AS `k0_met`,
          CASE
            WHEN `t5`.`date_bad`
            THEN 1
            WHEN `t5`.`followers_bad`
            THEN 1
            WHEN `t5`.`blocks_bad`
            THEN 1
            WHEN `t5`.`date` IS NULL
            THEN 2
            WHEN `t5`.`followers` IS NULL
            THEN 2
            ELSE 0
          END AS `k0_fate`
        FROM (
          SELECT
            `t4`.`date`,
            `t4`.`followers`,
            `t4`.`blocks`,
            `t4`.`date_bad`,
            `t4`.`followers_bad`,
            `t4`.`blocks_bad`,
            `t4`.`date` AS `group`
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
                    DATE(
                      COALESCE(TIMESTAMP_ADD(`t0`.`date_instant`, INTERVAL '25200' SECOND), `t0`.`date_local`)
                    ) AS `date`,
                    `t0`.`followers`,
                    `t0`.`blocks`,
                    `t0`.`date_bad`,
                    `t0`.`followers_bad`,
                    `t0`.`blocks_bad`
                  FROM `typed` AS `t0`
                ) AS `t1`
                WHERE
                  (
                    `t1`.`date` <= DATE(2026, 11, 21)
                  ) OR (
                    `t1`.`date` IS NULL
                  )
              ) AS `t2`
              WHERE
                TRUE
            ) AS `t3`
            WHERE
              (
                `t3`.`date` < DATE(2027, 1, 1)
              ) OR (
                `t3`.`date` IS NULL
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
  `t15`.`group`,
  COUNTIF(`t15`.`keep`) AS `n`,
  COUNTIF(`t15`.`keep` AND (
    `t15`.`base` IS NOT NULL
  )) AS `based`,
  COUNTIF(`t15`.`keep` AND (
    `t15`.`current` IS NOT NULL
  )) AS `seen`,
  SUM(IF(`t15`.`keep`, `t15`.`base`, NULL)) AS `base`,
  SUM(IF(`t15`.`keep`, `t15`.`current`, NULL)) AS `current`,
  MIN(IF(`t15`.`keep`, `t15`.`base_at`, NULL)) AS `base_at`,
  MIN(IF(`t15`.`keep`, `t15`.`current_at`, NULL)) AS `current_at`
FROM (
  SELECT
    `t14`.`group`,
    `t14`.`met`,
    `t14`.`base`,
    `t14`.`current`,
    `t14`.`base_at`,
    `t14`.`current_at`,
    `t14`.`met` AS `keep`
  FROM (
    SELECT
      `t13`.`group`,
      TRUE AS `met`,
      `t13`.`base`,
      `t13`.`current`,
      `t13`.`base_at`,
      `t13`.`current_at`
    FROM (
      SELECT
        `t12`.`group`,
        `t12`.`account`,
        MAX(IF(`t12`.`before` AND (
          `t12`.`first` = 0
        ), `t12`.`level`, NULL)) AS `base`,
        MAX(IF(`t12`.`before` AND (
          `t12`.`first` = 0
        ), `t12`.`date`, NULL)) AS `base_at`,
        MAX(IF(`t12`.`last` = 0, `t12`.`level`, NULL)) AS `current`,
        MAX(IF(`t12`.`last` = 0, `t12`.`date`, NULL)) AS `current_at`
      FROM (
        SELECT
          `t11`.`date`,
          `t11`.`followers`,
          `t11`.`blocks`,
          `t11`.`group`,
          `t11`.`adds`,
          `t11`.`removes`,
          `t11`.`account`,
          `t11`.`window_start`,
          `t11`.`window_end`,
          `t11`.`as_of`,
          `t11`.`window_start_day`,
          `t11`.`window_end_day`,
          `t11`.`as_of_day`,
          `t11`.`level`,
          `t11`.`before`,
          ROW_NUMBER() OVER (
            PARTITION BY `t11`.`group`, `t11`.`account`
            ORDER BY `t11`.`date` DESC, `t11`.`level` DESC
          ) - 1 AS `last`,
          ROW_NUMBER() OVER (
            PARTITION BY `t11`.`group`, `t11`.`account`, `t11`.`before`
            ORDER BY `t11`.`date` DESC, `t11`.`level` DESC
          ) - 1 AS `first`
        FROM (
          SELECT
            `t10`.`date`,
            `t10`.`followers`,
            `t10`.`blocks`,
            `t10`.`group`,
            `t10`.`adds`,
            `t10`.`removes`,
            `t10`.`account`,
            `t10`.`window_start`,
            `t10`.`window_end`,
            `t10`.`as_of`,
            `t10`.`window_start_day`,
            `t10`.`window_end_day`,
            `t10`.`as_of_day`,
            `t10`.`level`,
            `t10`.`date` <= `t10`.`window_start_day` AS `before`
          FROM (
            SELECT
              `t9`.`date`,
              `t9`.`followers`,
              `t9`.`blocks`,
              `t9`.`group`,
              `t9`.`adds`,
              `t9`.`removes`,
              COALESCE(`t9`.`account`, '') AS `account`,
              `t9`.`window_start`,
              `t9`.`window_end`,
              `t9`.`as_of`,
              `t9`.`window_start_day`,
              `t9`.`window_end_day`,
              `t9`.`as_of_day`,
              `t9`.`followers` - COALESCE(`t9`.`blocks`, 0) AS `level`
            FROM (
              SELECT
                `t8`.`date`,
                `t8`.`followers`,
                `t8`.`blocks`,
                `t8`.`group`,
                CAST(NULL AS INT64) AS `adds`,
                CAST(NULL AS INT64) AS `removes`,
                CAST(NULL AS STRING) AS `account`,
                DATETIME('2026-09-30T17:00:00') AS `window_start`,
                DATETIME('2026-11-21T02:00:00') AS `window_end`,
                DATETIME('2026-11-21T02:00:00') AS `as_of`,
                DATE(2026, 10, 1) AS `window_start_day`,
                DATE(2026, 11, 21) AS `window_end_day`,
                DATE(2026, 11, 21) AS `as_of_day`
              FROM (
                SELECT
                  `t7`.`date`,
                  `t7`.`followers`,
                  `t7`.`blocks`,
                  `t7`.`group`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t5`.`date`,
                      `t5`.`followers`,
                      `t5`.`blocks`,
                      `t5`.`date_bad`,
                      `t5`.`followers_bad`,
                      `t5`.`blocks_bad`,
                      `t5`.`group`,
                      TRUE
                      AND NOT (
                        FALSE
                        OR `t5`.`date_bad`
                        OR `t5`.`followers_bad`
                        OR `t5`.`blocks_bad`
                        OR (
                          `t5`.`date` IS NULL
                        )
                        OR (
                          `t5`.`followers` IS NULL
                        )
                      ) AS `keep`
                    FROM (
                      SELECT
                        `t4`.`date`,
                        `t4`.`followers`,
                        `t4`.`blocks`,
                        `t4`.`date_bad`,
                        `t4`.`followers_bad`,
                        `t4`.`blocks_bad`,
                        `t4`.`date` AS `group`
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
                                DATE(
                                  COALESCE(TIMESTAMP_ADD(`t0`.`date_instant`, INTERVAL '25200' SECOND), `t0`.`date_local`)
                                ) AS `date`,
                                `t0`.`followers`,
                                `t0`.`blocks`,
                                `t0`.`date_bad`,
                                `t0`.`followers_bad`,
                                `t0`.`blocks_bad`
                              FROM `typed` AS `t0`
                            ) AS `t1`
                            WHERE
                              (
                                `t1`.`date` <= DATE(2026, 11, 21)
                              ) OR (
                                `t1`.`date` IS NULL
                              )
                          ) AS `t2`
                          WHERE
                            TRUE
                        ) AS `t3`
                        WHERE
                          (
                            `t3`.`date` < DATE(2027, 1, 1)
                          ) OR (
                            `t3`.`date` IS NULL
                          )
                      ) AS `t4`
                    ) AS `t5`
                  ) AS `t6`
                  WHERE
                    `t6`.`keep`
                ) AS `t7`
              ) AS `t8`
            ) AS `t9`
          ) AS `t10`
        ) AS `t11`
      ) AS `t12`
      GROUP BY
        1,
        2
    ) AS `t13`
  ) AS `t14`
) AS `t15`
GROUP BY
  1
LIMIT 1001
