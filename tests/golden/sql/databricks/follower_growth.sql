SELECT
  `t9`.`~group`,
  SUM(IF(`t9`.`k0_met` AND (
    `t9`.`k0_fate` = 1
  ), `t9`.`~rows`, NULL)) AS `k0_lost_rejected`,
  SUM(IF(`t9`.`k0_met` AND (
    `t9`.`k0_fate` = 2
  ), `t9`.`~rows`, NULL)) AS `k0_lost_missing`,
  SUM(IF(`t9`.`k0_met`, `t9`.`~rows`, NULL)) AS `k0_met`
FROM (
  SELECT
    `t8`.`~group`,
    `t8`.`k0_met`,
    `t8`.`k0_fate`,
    `t8`.`~rows`,
    `t8`.`k0_met` AND (
      `t8`.`k0_fate` = 0
    ) AS `k0_keep`
  FROM (
    SELECT
      `t7`.`~group`,
      `t7`.`k0_met`,
      `t7`.`k0_fate`,
      COUNT(*) AS `~rows`
    FROM (
      SELECT
        `t6`.`~group`,
        TRUE AS `k0_met`,
        CASE
          WHEN `t6`.`date~bad`
          THEN 1
          WHEN `t6`.`followers~bad`
          THEN 1
          WHEN `t6`.`blocks~bad`
          THEN 1
          WHEN `t6`.`date` IS NULL
          THEN 2
          WHEN `t6`.`followers` IS NULL
          THEN 2
          ELSE 0
        END AS `k0_fate`
      FROM (
        SELECT
          `t5`.`date`,
          `t5`.`followers`,
          `t5`.`blocks`,
          `t5`.`date~bad`,
          `t5`.`followers~bad`,
          `t5`.`blocks~bad`,
          `t5`.`date` AS `~group`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                IF(`t2`.`date` <= MAKE_DATE(2026, 11, 21), `t2`.`date`, CAST(NULL AS DATE)) AS `date`,
                `t2`.`followers`,
                `t2`.`blocks`,
                `t2`.`date~bad`,
                `t2`.`followers~bad`,
                `t2`.`blocks~bad`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    CAST(COALESCE(`t0`.`date~local`, `t0`.`date~instant` + INTERVAL '25200' SECOND) AS DATE) AS `date`,
                    `t0`.`followers`,
                    `t0`.`blocks`,
                    `t0`.`date~bad`,
                    `t0`.`followers~bad`,
                    `t0`.`blocks~bad`
                  FROM `typed` AS `t0`
                ) AS `t1`
                WHERE
                  (
                    `t1`.`date` <= MAKE_DATE(2026, 11, 21)
                  ) OR (
                    `t1`.`date` IS NULL
                  )
              ) AS `t2`
            ) AS `t3`
            WHERE
              TRUE
          ) AS `t4`
          WHERE
            (
              (
                `t4`.`date` <= MAKE_DATE(2026, 11, 21)
              )
              AND (
                `t4`.`date` < MAKE_DATE(2027, 1, 1)
              )
            )
            OR (
              `t4`.`date` IS NULL
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
  `t16`.`~group`,
  SUM(CAST(`t16`.`keep` AS BIGINT)) AS `n`,
  SUM(CAST(`t16`.`keep` AND (
    `t16`.`base` IS NOT NULL
  ) AS BIGINT)) AS `based`,
  SUM(CAST(`t16`.`keep` AND (
    `t16`.`current` IS NOT NULL
  ) AS BIGINT)) AS `seen`,
  SUM(IF(`t16`.`keep`, `t16`.`base`, NULL)) AS `base`,
  SUM(IF(`t16`.`keep`, `t16`.`current`, NULL)) AS `current`,
  MIN(IF(`t16`.`keep`, `t16`.`base_at`, NULL)) AS `base_at`,
  MIN(IF(`t16`.`keep`, `t16`.`current_at`, NULL)) AS `current_at`
FROM (
  SELECT
    `t15`.`~group`,
    `t15`.`met`,
    `t15`.`base`,
    `t15`.`current`,
    `t15`.`base_at`,
    `t15`.`current_at`,
    `t15`.`met` AS `keep`
  FROM (
    SELECT
      `t14`.`~group`,
      TRUE AS `met`,
      `t14`.`base`,
      `t14`.`current`,
      `t14`.`base_at`,
      `t14`.`current_at`
    FROM (
      SELECT
        `t13`.`~group`,
        `t13`.`account`,
        MAX(IF(`t13`.`before` AND (
          `t13`.`first` = 0
        ), `t13`.`level`, NULL)) AS `base`,
        MAX(IF(`t13`.`before` AND (
          `t13`.`first` = 0
        ), `t13`.`date`, NULL)) AS `base_at`,
        MAX(IF(`t13`.`last` = 0, `t13`.`level`, NULL)) AS `current`,
        MAX(IF(`t13`.`last` = 0, `t13`.`date`, NULL)) AS `current_at`
      FROM (
        SELECT
          `t12`.`date`,
          `t12`.`followers`,
          `t12`.`blocks`,
          `t12`.`~group`,
          `t12`.`adds`,
          `t12`.`removes`,
          `t12`.`account`,
          `t12`.`window_start`,
          `t12`.`window_end`,
          `t12`.`as_of`,
          `t12`.`window_start_day`,
          `t12`.`window_end_day`,
          `t12`.`as_of_day`,
          `t12`.`level`,
          `t12`.`before`,
          ROW_NUMBER() OVER (
            PARTITION BY `t12`.`~group`, `t12`.`account`
            ORDER BY `t12`.`date` DESC, `t12`.`level` DESC
          ) - 1 AS `last`,
          ROW_NUMBER() OVER (
            PARTITION BY `t12`.`~group`, `t12`.`account`, `t12`.`before`
            ORDER BY `t12`.`date` DESC, `t12`.`level` DESC
          ) - 1 AS `first`
        FROM (
          SELECT
            `t11`.`date`,
            `t11`.`followers`,
            `t11`.`blocks`,
            `t11`.`~group`,
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
            `t11`.`date` <= `t11`.`window_start_day` AS `before`
          FROM (
            SELECT
              `t10`.`date`,
              `t10`.`followers`,
              `t10`.`blocks`,
              `t10`.`~group`,
              `t10`.`adds`,
              `t10`.`removes`,
              COALESCE(`t10`.`account`, '') AS `account`,
              `t10`.`window_start`,
              `t10`.`window_end`,
              `t10`.`as_of`,
              `t10`.`window_start_day`,
              `t10`.`window_end_day`,
              `t10`.`as_of_day`,
              `t10`.`followers` - COALESCE(`t10`.`blocks`, 0) AS `level`
            FROM (
              SELECT
                `t9`.`date`,
                `t9`.`followers`,
                `t9`.`blocks`,
                `t9`.`~group`,
                CAST(NULL AS BIGINT) AS `adds`,
                CAST(NULL AS BIGINT) AS `removes`,
                CAST(NULL AS STRING) AS `account`,
                CAST('2026-09-30T17:00:00' AS TIMESTAMP_NTZ) AS `window_start`,
                CAST('2026-11-21T02:00:00' AS TIMESTAMP_NTZ) AS `window_end`,
                CAST('2026-11-21T02:00:00' AS TIMESTAMP_NTZ) AS `as_of`,
                MAKE_DATE(2026, 10, 1) AS `window_start_day`,
                MAKE_DATE(2026, 11, 21) AS `window_end_day`,
                MAKE_DATE(2026, 11, 21) AS `as_of_day`
              FROM (
                SELECT
                  `t8`.`date`,
                  `t8`.`followers`,
                  `t8`.`blocks`,
                  `t8`.`~group`
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t6`.`date`,
                      `t6`.`followers`,
                      `t6`.`blocks`,
                      `t6`.`date~bad`,
                      `t6`.`followers~bad`,
                      `t6`.`blocks~bad`,
                      `t6`.`~group`,
                      TRUE
                      AND NOT (
                        FALSE
                        OR `t6`.`date~bad`
                        OR `t6`.`followers~bad`
                        OR `t6`.`blocks~bad`
                        OR (
                          `t6`.`date` IS NULL
                        )
                        OR (
                          `t6`.`followers` IS NULL
                        )
                      ) AS `~keep`
                    FROM (
                      SELECT
                        `t5`.`date`,
                        `t5`.`followers`,
                        `t5`.`blocks`,
                        `t5`.`date~bad`,
                        `t5`.`followers~bad`,
                        `t5`.`blocks~bad`,
                        `t5`.`date` AS `~group`
                      FROM (
                        SELECT
                          *
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              IF(`t2`.`date` <= MAKE_DATE(2026, 11, 21), `t2`.`date`, CAST(NULL AS DATE)) AS `date`,
                              `t2`.`followers`,
                              `t2`.`blocks`,
                              `t2`.`date~bad`,
                              `t2`.`followers~bad`,
                              `t2`.`blocks~bad`
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  CAST(COALESCE(`t0`.`date~local`, `t0`.`date~instant` + INTERVAL '25200' SECOND) AS DATE) AS `date`,
                                  `t0`.`followers`,
                                  `t0`.`blocks`,
                                  `t0`.`date~bad`,
                                  `t0`.`followers~bad`,
                                  `t0`.`blocks~bad`
                                FROM `typed` AS `t0`
                              ) AS `t1`
                              WHERE
                                (
                                  `t1`.`date` <= MAKE_DATE(2026, 11, 21)
                                ) OR (
                                  `t1`.`date` IS NULL
                                )
                            ) AS `t2`
                          ) AS `t3`
                          WHERE
                            TRUE
                        ) AS `t4`
                        WHERE
                          (
                            (
                              `t4`.`date` <= MAKE_DATE(2026, 11, 21)
                            )
                            AND (
                              `t4`.`date` < MAKE_DATE(2027, 1, 1)
                            )
                          )
                          OR (
                            `t4`.`date` IS NULL
                          )
                      ) AS `t5`
                    ) AS `t6`
                  ) AS `t7`
                  WHERE
                    `t7`.`~keep`
                ) AS `t8`
              ) AS `t9`
            ) AS `t10`
          ) AS `t11`
        ) AS `t12`
      ) AS `t13`
      GROUP BY
        1,
        2
    ) AS `t14`
  ) AS `t15`
) AS `t16`
GROUP BY
  1
