SELECT
  *
FROM (
  SELECT
    `t11`.`group`,
    SUM(IF(`t11`.`k0_keep` AND `t11`.`k0_open`, `t11`.`rows`, NULL)) AS `k0_open`,
    MIN(
      IF(
        `t11`.`k0_keep`
        AND (
          (
            `t11`.`k0_rank` <= (
              CAST(FLOOR(
                ieee_divide(
                  (
                    `t11`.`k0_size` + 1
                  ) - (
                    SQRT(CAST(`t11`.`k0_size` AS FLOAT64)) * 1.959963984540054
                  ),
                  2
                )
              ) AS INT64) - 1
            )
          )
          AND (
            (
              CAST(FLOOR(
                ieee_divide(
                  (
                    `t11`.`k0_size` + 1
                  ) - (
                    SQRT(CAST(`t11`.`k0_size` AS FLOAT64)) * 1.959963984540054
                  ),
                  2
                )
              ) AS INT64) - 1
            ) < (
              `t11`.`k0_rank` + `t11`.`rows`
            )
          )
        ),
        `t11`.`k0_took`,
        NULL
      )
    ) AS `k0_low`,
    MIN(
      IF(
        `t11`.`k0_keep`
        AND (
          (
            `t11`.`k0_rank` <= (
              `t11`.`k0_size` - CAST(FLOOR(
                ieee_divide(
                  (
                    `t11`.`k0_size` + 1
                  ) - (
                    SQRT(CAST(`t11`.`k0_size` AS FLOAT64)) * 1.959963984540054
                  ),
                  2
                )
              ) AS INT64)
            )
          )
          AND (
            (
              `t11`.`k0_size` - CAST(FLOOR(
                ieee_divide(
                  (
                    `t11`.`k0_size` + 1
                  ) - (
                    SQRT(CAST(`t11`.`k0_size` AS FLOAT64)) * 1.959963984540054
                  ),
                  2
                )
              ) AS INT64)
            ) < (
              `t11`.`k0_rank` + `t11`.`rows`
            )
          )
        ),
        `t11`.`k0_took`,
        NULL
      )
    ) AS `k0_high`,
    SUM(
      IF(
        `t11`.`k0_keep`,
        CAST(`t11`.`k0_took` AS NUMERIC) * CAST(`t11`.`k0_took` AS NUMERIC) * `t11`.`rows`,
        NULL
      )
    ) AS `k0_squares`,
    MIN(
      IF(
        `t11`.`k0_keep` AND (
          `t11`.`k0_lived` <= -0.6931471795599453
        ),
        `t11`.`k0_stayed`,
        NULL
      )
    ) AS `k0_km`,
    SUM(IF(`t11`.`k0_keep` AND (
      `t11`.`k0_took` IS NOT NULL
    ), `t11`.`rows`, NULL)) AS `k0_n`,
    MIN(
      IF(
        `t11`.`k0_keep`
        AND (
          (
            (
              `t11`.`k0_rank` * 100
            ) <= (
              (
                `t11`.`k0_size` - 1
              ) * 50
            )
          )
          AND (
            (
              (
                `t11`.`k0_rank` + `t11`.`rows`
              ) * 100
            ) > (
              (
                `t11`.`k0_size` - 1
              ) * 50
            )
          )
        ),
        `t11`.`k0_took`,
        NULL
      )
    ) AS `k0_at`,
    MIN(
      IF(
        `t11`.`k0_keep`
        AND (
          (
            (
              (
                (
                  `t11`.`k0_rank` + `t11`.`rows`
                ) - 1
              ) * 100
            ) > (
              (
                `t11`.`k0_size` - 1
              ) * 50
            )
          )
          AND (
            (
              (
                `t11`.`k0_rank` - 1
              ) * 100
            ) <= (
              (
                `t11`.`k0_size` - 1
              ) * 50
            )
          )
        ),
        `t11`.`k0_took`,
        NULL
      )
    ) AS `k0_next`,
    SUM(IF(`t11`.`k0_keep`, `t11`.`k0_took` * `t11`.`rows`, NULL)) AS `k0_sum`,
    SUM(IF(`t11`.`k0_met` AND (
      `t11`.`k0_fate` = 1
    ), `t11`.`rows`, NULL)) AS `k0_lost_rejected`,
    SUM(IF(`t11`.`k0_met` AND (
      `t11`.`k0_fate` = 2
    ), `t11`.`rows`, NULL)) AS `k0_lost_missing`,
    SUM(IF(`t11`.`k0_met`, `t11`.`rows`, NULL)) AS `k0_met`,
    SUM(IF(`t11`.`k0_lost_out_negative`, `t11`.`rows`, NULL)) AS `k0_out_negative`
  FROM (
    SELECT
      `t10`.`group`,
      `t10`.`k0_met`,
      `t10`.`k0_fate`,
      `t10`.`k0_took`,
      `t10`.`k0_lasted`,
      `t10`.`k0_out_negative`,
      `t10`.`k0_open`,
      `t10`.`rows`,
      `t10`.`k0_keep`,
      `t10`.`k0_lost_out_negative`,
      `t10`.`k0_rank`,
      `t10`.`k0_size`,
      `t10`.`k0_stayed`,
      `t10`.`k0_line`,
      `t10`.`k0_risk`,
      SUM(
        IF(
          `t10`.`k0_keep` AND NOT (
            `t10`.`k0_open`
          ),
          LN(
            GREATEST(
              ieee_divide(
                CAST(`t10`.`k0_risk` - `t10`.`k0_line` AS FLOAT64) - `t10`.`rows`,
                GREATEST(CAST(`t10`.`k0_risk` - `t10`.`k0_line` AS FLOAT64), 1.0)
              ),
              1e-300
            )
          ),
          0.0
        )
      ) OVER (
        PARTITION BY `t10`.`group`
        ORDER BY `t10`.`k0_line` ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) AS `k0_lived`
    FROM (
      SELECT
        `t9`.`group`,
        `t9`.`k0_met`,
        `t9`.`k0_fate`,
        `t9`.`k0_took`,
        `t9`.`k0_lasted`,
        `t9`.`k0_out_negative`,
        `t9`.`k0_open`,
        `t9`.`rows`,
        `t9`.`k0_keep`,
        `t9`.`k0_lost_out_negative`,
        SUM(`t9`.`rows`) OVER (
          PARTITION BY `t9`.`group`
          ORDER BY IF(`t9`.`k0_keep`, `t9`.`k0_took`, CAST(NULL AS INT64)) ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) - `t9`.`rows` AS `k0_rank`,
        SUM(
          IF(
            IF(`t9`.`k0_keep`, `t9`.`k0_took`, CAST(NULL AS INT64)) IS NOT NULL,
            `t9`.`rows`,
            NULL
          )
        ) OVER (
          PARTITION BY `t9`.`group`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `k0_size`,
        IF(`t9`.`k0_keep`, `t9`.`k0_lasted`, CAST(NULL AS INT64)) AS `k0_stayed`,
        SUM(`t9`.`rows`) OVER (
          PARTITION BY `t9`.`group`
          ORDER BY IF(`t9`.`k0_keep`, `t9`.`k0_lasted`, CAST(NULL AS INT64)) ASC, `t9`.`k0_open` ASC
          ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
        ) - `t9`.`rows` AS `k0_line`,
        SUM(
          IF(
            IF(`t9`.`k0_keep`, `t9`.`k0_lasted`, CAST(NULL AS INT64)) IS NOT NULL,
            `t9`.`rows`,
            NULL
          )
        ) OVER (
          PARTITION BY `t9`.`group`
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
        ) AS `k0_risk`
      FROM (
        SELECT
          `t8`.`group`,
          `t8`.`k0_met`,
          `t8`.`k0_fate`,
          `t8`.`k0_took`,
          `t8`.`k0_lasted`,
          `t8`.`k0_out_negative`,
          `t8`.`k0_open`,
          `t8`.`rows`,
          `t8`.`k0_met` AND (
            `t8`.`k0_fate` = 0
          ) AND NOT (
            `t8`.`k0_out_negative`
          ) AS `k0_keep`,
          `t8`.`k0_met` AND (
            `t8`.`k0_fate` = 0
          ) AND `t8`.`k0_out_negative` AS `k0_lost_out_negative`
        FROM (
          SELECT
            `t7`.`group`,
            `t7`.`k0_met`,
            `t7`.`k0_fate`,
            `t7`.`k0_took`,
            `t7`.`k0_lasted`,
            `t7`.`k0_out_negative`,
            `t7`.`k0_open`,
            COUNT(*) AS `rows`
          FROM (
            SELECT
              `t6`.`group`,
              TRUE AS `k0_met`,
              CASE
                WHEN `t6`.`created_at_bad`
                THEN 1
                WHEN `t6`.`resolved_at_bad`
                THEN 1
                WHEN `t6`.`ticket_id` IS NULL
                THEN 2
                WHEN `t6`.`created_at` IS NULL
                THEN 2
                ELSE 0
              END AS `k0_fate`,
              (
                CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t6`.`resolved_at`, SECOND)) AS INT64) - CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t6`.`created_at`, SECOND)) AS INT64)
              ) + 0 AS `k0_took`,
              COALESCE(
                (
                  CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t6`.`resolved_at`, SECOND)) AS INT64) - CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t6`.`created_at`, SECOND)) AS INT64)
                ) + 0,
                (
                  CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(DATETIME('2026-11-21T02:00:00'), SECOND)) AS INT64) - CAST(UNIX_SECONDS(TIMESTAMP_TRUNC(`t6`.`created_at`, SECOND)) AS INT64)
                ) + 0
              ) AS `k0_lasted`,
              COALESCE(`t6`.`resolved_at` < `t6`.`created_at`, FALSE) AND TRUE AS `k0_out_negative`,
              (
                `t6`.`resolved_at` IS NULL
              ) AND TRUE AS `k0_open`
            FROM (
              SELECT
                `t5`.`ticket_id`,
                `t5`.`created_at`,
                `t5`.`first_resolved_at`,
                `t5`.`resolved_at`,
                `t5`.`ticket_id_bad`,
                `t5`.`created_at_bad`,
                `t5`.`first_resolved_at_bad`,
                `t5`.`resolved_at_bad`,
                `t5`.`ticket_id` AS `group`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      `t2`.`ticket_id`,
                      `t2`.`created_at`,
                      IF(
                        `t2`.`first_resolved_at` <= DATETIME('2026-11-21T02:00:00'),
                        `t2`.`first_resolved_at`,
                        CAST(NULL AS DATETIME)
                      ) AS `first_resolved_at`,
                      IF(
                        `t2`.`resolved_at` <= DATETIME('2026-11-21T02:00:00'),
                        `t2`.`resolved_at`,
                        CAST(NULL AS DATETIME)
                      ) AS `resolved_at`,
                      `t2`.`ticket_id_bad`,
                      `t2`.`created_at_bad`,
                      `t2`.`first_resolved_at_bad`,
                      `t2`.`resolved_at_bad`
                    FROM (
                      SELECT
                        *
                      FROM (
                        SELECT
                          `t0`.`ticket_id`,
                          COALESCE(
                            `t0`.`created_at_instant`,
                            TIMESTAMP_ADD(`t0`.`created_at_local`, INTERVAL '-25200' SECOND)
                          ) AS `created_at`,
                          COALESCE(
                            `t0`.`first_resolved_at_instant`,
                            TIMESTAMP_ADD(`t0`.`first_resolved_at_local`, INTERVAL '-25200' SECOND)
                          ) AS `first_resolved_at`,
                          COALESCE(
                            `t0`.`resolved_at_instant`,
                            TIMESTAMP_ADD(`t0`.`resolved_at_local`, INTERVAL '-25200' SECOND)
                          ) AS `resolved_at`,
                          `t0`.`ticket_id_bad`,
                          `t0`.`created_at_bad`,
                          `t0`.`first_resolved_at_bad`,
                          `t0`.`resolved_at_bad`
                        FROM `typed` AS `t0`
                      ) AS `t1`
                      WHERE
                        (
                          `t1`.`created_at` <= DATETIME('2026-11-21T02:00:00')
                        )
                        OR (
                          `t1`.`created_at` IS NULL
                        )
                    ) AS `t2`
                  ) AS `t3`
                  WHERE
                    TRUE
                ) AS `t4`
                WHERE
                  (
                    (
                      `t4`.`created_at` < DATETIME('2026-12-31T17:00:00')
                    )
                    AND (
                      `t4`.`created_at` >= DATETIME('2026-09-30T17:00:00')
                    )
                  )
                  OR (
                    `t4`.`created_at` IS NULL
                  )
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
            7
        ) AS `t8`
      ) AS `t9`
    ) AS `t10`
  ) AS `t11`
  GROUP BY
    1
) AS `t12`
WHERE
  `t12`.`k0_met` > 0
LIMIT 1001
