SELECT
  `t9`.`~group`,
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
          WHEN `t6`.`created_at~bad`
          THEN 1
          WHEN `t6`.`updated_at~bad`
          THEN 1
          WHEN `t6`.`deleted_at~bad`
          THEN 1
          WHEN `t6`.`rating~bad`
          THEN 1
          WHEN `t6`.`review_id` IS NULL
          THEN 2
          WHEN `t6`.`created_at` IS NULL
          THEN 2
          WHEN `t6`.`rating` IS NULL
          THEN 2
          WHEN NOT (
            COALESCE(`t6`.`rating` BETWEEN 1 AND 5, FALSE)
          )
          AND (
            `t6`.`rating` IS NOT NULL
          )
          THEN 3
          ELSE 0
        END AS `k0_fate`
      FROM (
        SELECT
          `t5`.`review_id`,
          `t5`.`created_at`,
          `t5`.`updated_at`,
          `t5`.`deleted_at`,
          `t5`.`rating`,
          `t5`.`review_id~bad`,
          `t5`.`created_at~bad`,
          `t5`.`updated_at~bad`,
          `t5`.`deleted_at~bad`,
          `t5`.`rating~bad`,
          `t5`.`~changed`,
          `t5`.`review_id` AS `~group`
        FROM (
          SELECT
            *
          FROM (
            SELECT
              *
            FROM (
              SELECT
                `t2`.`review_id`,
                `t2`.`created_at`,
                CASE
                  WHEN `t2`.`updated_at` <= TIMESTAMP('2026-11-21T02:00:00')
                  THEN `t2`.`updated_at`
                  ELSE NULL
                END AS `updated_at`,
                CASE
                  WHEN `t2`.`deleted_at` <= TIMESTAMP('2026-11-21T02:00:00')
                  THEN `t2`.`deleted_at`
                  ELSE NULL
                END AS `deleted_at`,
                `t2`.`rating`,
                `t2`.`review_id~bad`,
                `t2`.`created_at~bad`,
                `t2`.`updated_at~bad`,
                `t2`.`deleted_at~bad`,
                `t2`.`rating~bad`,
                COALESCE(NOT (
                  `t2`.`updated_at` <= TIMESTAMP('2026-11-21T02:00:00')
                ), FALSE) AS `~changed`
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    `t0`.`review_id`,
                    COALESCE(
                      `t0`.`created_at~instant`,
                      DATE_ADD(`t0`.`created_at~local`, INTERVAL '-25200' SECOND)
                    ) AS `created_at`,
                    COALESCE(
                      `t0`.`updated_at~instant`,
                      DATE_ADD(`t0`.`updated_at~local`, INTERVAL '-25200' SECOND)
                    ) AS `updated_at`,
                    COALESCE(
                      `t0`.`deleted_at~instant`,
                      DATE_ADD(`t0`.`deleted_at~local`, INTERVAL '-25200' SECOND)
                    ) AS `deleted_at`,
                    `t0`.`rating`,
                    `t0`.`review_id~bad`,
                    `t0`.`created_at~bad`,
                    `t0`.`updated_at~bad`,
                    `t0`.`deleted_at~bad`,
                    `t0`.`rating~bad`
                  FROM `typed` AS `t0`
                  LIMIT 18446744073709551615
                ) AS `t1`
                WHERE
                  (
                    `t1`.`created_at` <= TIMESTAMP('2026-11-21T02:00:00')
                  )
                  OR (
                    `t1`.`created_at` IS NULL
                  )
              ) AS `t2`
              LIMIT 18446744073709551615
            ) AS `t3`
            WHERE
              TRUE
          ) AS `t4`
          WHERE
            (
              (
                `t4`.`created_at` < TIMESTAMP('2026-12-31T17:00:00')
              )
              AND (
                `t4`.`created_at` >= TIMESTAMP('2026-09-30T17:00:00')
              )
            )
            OR (
              `t4`.`created_at` IS NULL
            )
        ) AS `t5`
      ) AS `t6`
      LIMIT 18446744073709551615
    ) AS `t7`
    GROUP BY
      1,
      2,
      3
    LIMIT 18446744073709551615
  ) AS `t8`
  LIMIT 18446744073709551615
) AS `t9`
GROUP BY
  1;

SELECT
  `t17`.`~group`,
  SUM(CAST(`t17`.`keep` AND `t17`.`there` AS SIGNED)) AS `n`,
  MAX(CASE WHEN `t17`.`keep` AND `t17`.`there` THEN `t17`.`x` ELSE NULL END) AS `most`,
  SUM(CASE WHEN `t17`.`keep` AND `t17`.`there` THEN `t17`.`x` ELSE NULL END) AS `sum`,
  SUM(
    CAST(`t17`.`keep` AND (
      `t17`.`there` AND (
        `t17`.`units` IS NULL
      )
    ) AS SIGNED)
  ) AS `far`,
  SUM(
    CASE
      WHEN `t17`.`keep` AND `t17`.`there`
      THEN CAST(`t17`.`units` AS DECIMAL(38, 0)) * `t17`.`units`
      ELSE NULL
    END
  ) AS `squares`,
  SUM(
    CASE
      WHEN `t17`.`keep` AND `t17`.`there`
      THEN `t17`.`units` * `t17`.`rest`
      ELSE NULL
    END
  ) AS `mixed`,
  SUM(
    CASE
      WHEN `t17`.`keep` AND `t17`.`there`
      THEN `t17`.`rest` * `t17`.`rest`
      ELSE NULL
    END
  ) AS `rests`
FROM (
  SELECT
    `t16`.`~group`,
    `t16`.`met`,
    `t16`.`x`,
    `t16`.`there`,
    `t16`.`units`,
    `t16`.`rest`,
    `t16`.`met` AS `keep`
  FROM (
    SELECT
      `t15`.`~group`,
      TRUE AS `met`,
      `t15`.`rating` AS `x`,
      (
        `t15`.`rating` IS NOT NULL
      ) AND TRUE AS `there`,
      CAST(CASE
        WHEN (
          `t15`.`rating` < 1000000000000
        ) AND (
          `t15`.`rating` > -1000000000000
        )
        THEN `t15`.`rating`
        ELSE NULL
      END AS SIGNED) AS `units`,
      CAST(CASE
        WHEN (
          `t15`.`rating` < 1000000000000
        ) AND (
          `t15`.`rating` > -1000000000000
        )
        THEN `t15`.`rating`
        ELSE NULL
      END - CAST(CASE
        WHEN (
          `t15`.`rating` < 1000000000000
        ) AND (
          `t15`.`rating` > -1000000000000
        )
        THEN `t15`.`rating`
        ELSE NULL
      END AS SIGNED) AS DECIMAL(19, 10)) AS `rest`
    FROM (
      SELECT
        `t14`.`review_id`,
        `t14`.`created_at`,
        `t14`.`updated_at`,
        `t14`.`deleted_at`,
        `t14`.`rating`,
        `t14`.`~group`,
        `t14`.`later`,
        `t14`.`reply_at`,
        `t14`.`sentiment`,
        `t14`.`source`,
        `t14`.`location`,
        `t14`.`recommended`,
        `t14`.`window_start`,
        `t14`.`window_end`,
        `t14`.`as_of`,
        `t14`.`window_start_day`,
        `t14`.`window_end_day`,
        `t14`.`as_of_day`,
        `t14`.`created_at_day`,
        `t14`.`updated_at_day`,
        `t14`.`deleted_at_day`,
        `t14`.`reply_at_day`
      FROM (
        SELECT
          *
        FROM (
          SELECT
            `t12`.`review_id`,
            `t12`.`created_at`,
            `t12`.`updated_at`,
            `t12`.`deleted_at`,
            `t12`.`rating`,
            `t12`.`~group`,
            `t12`.`later`,
            `t12`.`reply_at`,
            `t12`.`sentiment`,
            `t12`.`source`,
            `t12`.`location`,
            `t12`.`recommended`,
            `t12`.`window_start`,
            `t12`.`window_end`,
            `t12`.`as_of`,
            `t12`.`window_start_day`,
            `t12`.`window_end_day`,
            `t12`.`as_of_day`,
            `t12`.`created_at_day`,
            `t12`.`updated_at_day`,
            `t12`.`deleted_at_day`,
            `t12`.`reply_at_day`,
            ROW_NUMBER() OVER (
              PARTITION BY `t12`.`~group`, `t12`.`review_id`
              ORDER BY CASE WHEN `t12`.`later` IS NULL THEN 1 ELSE 0 END, `t12`.`later` ASC, COALESCE(`t12`.`deleted_at`, `t12`.`updated_at`) DESC, `t12`.`deleted_at` DESC, `t12`.`rating` DESC, `t12`.`reply_at` DESC, `t12`.`recommended` DESC, `t12`.`sentiment` DESC
            ) - 1 AS `version`
          FROM (
            SELECT
              `t11`.`review_id`,
              `t11`.`created_at`,
              `t11`.`updated_at`,
              `t11`.`deleted_at`,
              `t11`.`rating`,
              `t11`.`~group`,
              `t11`.`later`,
              `t11`.`reply_at`,
              `t11`.`sentiment`,
              `t11`.`source`,
              `t11`.`location`,
              `t11`.`recommended`,
              `t11`.`window_start`,
              `t11`.`window_end`,
              `t11`.`as_of`,
              `t11`.`window_start_day`,
              `t11`.`window_end_day`,
              `t11`.`as_of_day`,
              DATE(DATE_ADD(`t11`.`created_at`, INTERVAL '25200' SECOND)) AS `created_at_day`,
              DATE(DATE_ADD(`t11`.`updated_at`, INTERVAL '25200' SECOND)) AS `updated_at_day`,
              DATE(DATE_ADD(`t11`.`deleted_at`, INTERVAL '25200' SECOND)) AS `deleted_at_day`,
              DATE(DATE_ADD(`t11`.`reply_at`, INTERVAL '25200' SECOND)) AS `reply_at_day`
            FROM (
              SELECT
                `t10`.`review_id`,
                `t10`.`created_at`,
                `t10`.`updated_at`,
                `t10`.`deleted_at`,
                `t10`.`rating`,
                `t10`.`~group`,
                `t10`.`later`,
                NULL AS `reply_at`,
                NULL AS `sentiment`,
                NULL AS `source`,
                NULL AS `location`,
                NULL AS `recommended`,
                TIMESTAMP('2026-09-30T17:00:00') AS `window_start`,
                TIMESTAMP('2026-11-21T02:00:00') AS `window_end`,
                TIMESTAMP('2026-11-21T02:00:00') AS `as_of`,
                DATE('2026-10-01') AS `window_start_day`,
                DATE('2026-11-21') AS `window_end_day`,
                DATE('2026-11-21') AS `as_of_day`
              FROM (
                SELECT
                  `t9`.`review_id`,
                  `t9`.`created_at`,
                  `t9`.`updated_at`,
                  `t9`.`deleted_at`,
                  `t9`.`rating`,
                  `t9`.`~group`,
                  `t9`.`later`
                FROM (
                  SELECT
                    `t8`.`review_id`,
                    `t8`.`created_at`,
                    `t8`.`updated_at`,
                    `t8`.`deleted_at`,
                    `t8`.`~rating` AS `rating`,
                    `t8`.`review_id~bad`,
                    `t8`.`created_at~bad`,
                    `t8`.`updated_at~bad`,
                    `t8`.`deleted_at~bad`,
                    `t8`.`rating~bad`,
                    `t8`.`~changed`,
                    `t8`.`~group`,
                    `t8`.`~keep`,
                    `t8`.`~rating`,
                    `t8`.`later`
                  FROM (
                    SELECT
                      *
                    FROM (
                      SELECT
                        `t6`.`review_id`,
                        `t6`.`created_at`,
                        `t6`.`updated_at`,
                        `t6`.`deleted_at`,
                        `t6`.`rating`,
                        `t6`.`review_id~bad`,
                        `t6`.`created_at~bad`,
                        `t6`.`updated_at~bad`,
                        `t6`.`deleted_at~bad`,
                        `t6`.`rating~bad`,
                        `t6`.`~changed`,
                        `t6`.`~group`,
                        TRUE
                        AND NOT (
                          FALSE
                          OR `t6`.`created_at~bad`
                          OR `t6`.`updated_at~bad`
                          OR `t6`.`deleted_at~bad`
                          OR (
                            `t6`.`review_id` IS NULL
                          )
                          OR (
                            `t6`.`created_at` IS NULL
                          )
                        ) AS `~keep`,
                        CASE WHEN `t6`.`rating` BETWEEN 1 AND 5 THEN `t6`.`rating` ELSE NULL END AS `~rating`,
                        `t6`.`~changed` AS `later`
                      FROM (
                        SELECT
                          `t5`.`review_id`,
                          `t5`.`created_at`,
                          `t5`.`updated_at`,
                          `t5`.`deleted_at`,
                          `t5`.`rating`,
                          `t5`.`review_id~bad`,
                          `t5`.`created_at~bad`,
                          `t5`.`updated_at~bad`,
                          `t5`.`deleted_at~bad`,
                          `t5`.`rating~bad`,
                          `t5`.`~changed`,
                          `t5`.`review_id` AS `~group`
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                `t2`.`review_id`,
                                `t2`.`created_at`,
                                CASE
                                  WHEN `t2`.`updated_at` <= TIMESTAMP('2026-11-21T02:00:00')
                                  THEN `t2`.`updated_at`
                                  ELSE NULL
                                END AS `updated_at`,
                                CASE
                                  WHEN `t2`.`deleted_at` <= TIMESTAMP('2026-11-21T02:00:00')
                                  THEN `t2`.`deleted_at`
                                  ELSE NULL
                                END AS `deleted_at`,
                                `t2`.`rating`,
                                `t2`.`review_id~bad`,
                                `t2`.`created_at~bad`,
                                `t2`.`updated_at~bad`,
                                `t2`.`deleted_at~bad`,
                                `t2`.`rating~bad`,
                                COALESCE(NOT (
                                  `t2`.`updated_at` <= TIMESTAMP('2026-11-21T02:00:00')
                                ), FALSE) AS `~changed`
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    `t0`.`review_id`,
                                    COALESCE(
                                      `t0`.`created_at~instant`,
                                      DATE_ADD(`t0`.`created_at~local`, INTERVAL '-25200' SECOND)
                                    ) AS `created_at`,
                                    COALESCE(
                                      `t0`.`updated_at~instant`,
                                      DATE_ADD(`t0`.`updated_at~local`, INTERVAL '-25200' SECOND)
                                    ) AS `updated_at`,
                                    COALESCE(
                                      `t0`.`deleted_at~instant`,
                                      DATE_ADD(`t0`.`deleted_at~local`, INTERVAL '-25200' SECOND)
                                    ) AS `deleted_at`,
                                    `t0`.`rating`,
                                    `t0`.`review_id~bad`,
                                    `t0`.`created_at~bad`,
                                    `t0`.`updated_at~bad`,
                                    `t0`.`deleted_at~bad`,
                                    `t0`.`rating~bad`
                                  FROM `typed` AS `t0`
                                  LIMIT 18446744073709551615
                                ) AS `t1`
                                WHERE
                                  (
                                    `t1`.`created_at` <= TIMESTAMP('2026-11-21T02:00:00')
                                  )
                                  OR (
                                    `t1`.`created_at` IS NULL
                                  )
                              ) AS `t2`
                              LIMIT 18446744073709551615
                            ) AS `t3`
                            WHERE
                              TRUE
                          ) AS `t4`
                          WHERE
                            (
                              (
                                `t4`.`created_at` < TIMESTAMP('2026-12-31T17:00:00')
                              )
                              AND (
                                `t4`.`created_at` >= TIMESTAMP('2026-09-30T17:00:00')
                              )
                            )
                            OR (
                              `t4`.`created_at` IS NULL
                            )
                        ) AS `t5`
                      ) AS `t6`
                      LIMIT 18446744073709551615
                    ) AS `t7`
                    WHERE
                      `t7`.`~keep`
                  ) AS `t8`
                ) AS `t9`
              ) AS `t10`
              LIMIT 18446744073709551615
            ) AS `t11`
            LIMIT 18446744073709551615
          ) AS `t12`
          LIMIT 18446744073709551615
        ) AS `t13`
        WHERE
          `t13`.`version` = 0 AND `t13`.`deleted_at` IS NULL
      ) AS `t14`
    ) AS `t15`
    LIMIT 18446744073709551615
  ) AS `t16`
) AS `t17`
GROUP BY
  1
