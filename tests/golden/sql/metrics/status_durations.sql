SELECT
  SUM("t6"."~rows") FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t6"."~rows") FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."~rows",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t4"."k0_met",
      "t4"."k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t3"."at~bad"
          THEN 1
          WHEN "t3"."ticket_id" IS NULL
          THEN 2
          WHEN "t3"."at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t0"."ticket_id",
              COALESCE("t0"."at~instant", MAKE_TIMESTAMP(EPOCH_US("t0"."at~local") + -25200000000)) AS "at",
              "t0"."status_to",
              "t0"."ticket_id~bad",
              "t0"."at~bad",
              "t0"."status_to~bad"
            FROM "typed" AS "t0"
          ) AS "t1"
          WHERE
            (
              "t1"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            OR (
              "t1"."at" IS NULL
            )
        ) AS "t2"
        WHERE
          TRUE
      ) AS "t3"
    ) AS "t4"
    GROUP BY
      1,
      2
  ) AS "t5"
) AS "t6";

SELECT
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND "t18"."open") AS "open",
  MIN("t18"."took") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        "t18"."rank" <= (
          CAST(FLOOR(
            (
              (
                "t18"."size" + 1
              ) - (
                SQRT(CAST("t18"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        )
      )
      AND (
        (
          CAST(FLOOR(
            (
              (
                "t18"."size" + 1
              ) - (
                SQRT(CAST("t18"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT) - 1
        ) < (
          "t18"."rank" + "t18"."~rows"
        )
      )
    )) AS "low",
  MIN("t18"."took") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        "t18"."rank" <= (
          "t18"."size" - CAST(FLOOR(
            (
              (
                "t18"."size" + 1
              ) - (
                SQRT(CAST("t18"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        )
      )
      AND (
        (
          "t18"."size" - CAST(FLOOR(
            (
              (
                "t18"."size" + 1
              ) - (
                SQRT(CAST("t18"."size" AS DOUBLE)) * 1.959963984540054
              )
            ) / 2
          ) AS BIGINT)
        ) < (
          "t18"."rank" + "t18"."~rows"
        )
      )
    )) AS "high",
  SUM(
    CAST("t18"."took" AS DECIMAL(38, 0)) * CAST("t18"."took" AS DECIMAL(38, 0)) * "t18"."~rows"
  ) FILTER(WHERE
    "t18"."keep") AS "squares",
  MIN("t18"."stayed") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."lived" <= -0.6931471795599453
    )) AS "km",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."took" IS NOT NULL
    )) AS "n",
  MIN("t18"."took") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          "t18"."rank" * 100
        ) <= (
          (
            "t18"."size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank" + "t18"."~rows"
          ) * 100
        ) > (
          (
            "t18"."size" - 1
          ) * 50
        )
      )
    )) AS "at",
  MIN("t18"."took") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          (
            (
              "t18"."rank" + "t18"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t18"."size" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank" - 1
          ) * 100
        ) <= (
          (
            "t18"."size" - 1
          ) * 50
        )
      )
    )) AS "next",
  SUM("t18"."took" * "t18"."~rows") FILTER(WHERE
    "t18"."keep") AS "sum",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."lasted" IS NOT NULL
    )) AS "n_requester_wait",
  MIN("t18"."lasted") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          "t18"."rank_requester_wait" * 100
        ) <= (
          (
            "t18"."size_requester_wait" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_requester_wait" + "t18"."~rows"
          ) * 100
        ) > (
          (
            "t18"."size_requester_wait" - 1
          ) * 50
        )
      )
    )) AS "at_requester_wait",
  MIN("t18"."lasted") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          (
            (
              "t18"."rank_requester_wait" + "t18"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t18"."size_requester_wait" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_requester_wait" - 1
          ) * 100
        ) <= (
          (
            "t18"."size_requester_wait" - 1
          ) * 50
        )
      )
    )) AS "next_requester_wait",
  SUM("t18"."lasted" * "t18"."~rows") FILTER(WHERE
    "t18"."keep") AS "sum_requester_wait",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."took_agent_work" IS NOT NULL
    )) AS "n_agent_work",
  MIN("t18"."took_agent_work") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          "t18"."rank_agent_work" * 100
        ) <= (
          (
            "t18"."size_agent_work" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_agent_work" + "t18"."~rows"
          ) * 100
        ) > (
          (
            "t18"."size_agent_work" - 1
          ) * 50
        )
      )
    )) AS "at_agent_work",
  MIN("t18"."took_agent_work") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          (
            (
              "t18"."rank_agent_work" + "t18"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t18"."size_agent_work" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_agent_work" - 1
          ) * 100
        ) <= (
          (
            "t18"."size_agent_work" - 1
          ) * 50
        )
      )
    )) AS "next_agent_work",
  SUM("t18"."took_agent_work" * "t18"."~rows") FILTER(WHERE
    "t18"."keep") AS "sum_agent_work",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."took_agent_wait" IS NOT NULL
    )) AS "n_agent_wait",
  MIN("t18"."took_agent_wait") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          "t18"."rank_agent_wait" * 100
        ) <= (
          (
            "t18"."size_agent_wait" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_agent_wait" + "t18"."~rows"
          ) * 100
        ) > (
          (
            "t18"."size_agent_wait" - 1
          ) * 50
        )
      )
    )) AS "at_agent_wait",
  MIN("t18"."took_agent_wait") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          (
            (
              "t18"."rank_agent_wait" + "t18"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t18"."size_agent_wait" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_agent_wait" - 1
          ) * 100
        ) <= (
          (
            "t18"."size_agent_wait" - 1
          ) * 50
        )
      )
    )) AS "next_agent_wait",
  SUM("t18"."took_agent_wait" * "t18"."~rows") FILTER(WHERE
    "t18"."keep") AS "sum_agent_wait",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."took_on_hold" IS NOT NULL
    )) AS "n_on_hold",
  MIN("t18"."took_on_hold") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          "t18"."rank_on_hold" * 100
        ) <= (
          (
            "t18"."size_on_hold" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_on_hold" + "t18"."~rows"
          ) * 100
        ) > (
          (
            "t18"."size_on_hold" - 1
          ) * 50
        )
      )
    )) AS "at_on_hold",
  MIN("t18"."took_on_hold") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          (
            (
              "t18"."rank_on_hold" + "t18"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t18"."size_on_hold" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_on_hold" - 1
          ) * 100
        ) <= (
          (
            "t18"."size_on_hold" - 1
          ) * 50
        )
      )
    )) AS "next_on_hold",
  SUM("t18"."took_on_hold" * "t18"."~rows") FILTER(WHERE
    "t18"."keep") AS "sum_on_hold",
  SUM("t18"."~rows") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."took_full_resolution" IS NOT NULL
    )) AS "n_full_resolution",
  MIN("t18"."took_full_resolution") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          "t18"."rank_full_resolution" * 100
        ) <= (
          (
            "t18"."size_full_resolution" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_full_resolution" + "t18"."~rows"
          ) * 100
        ) > (
          (
            "t18"."size_full_resolution" - 1
          ) * 50
        )
      )
    )) AS "at_full_resolution",
  MIN("t18"."took_full_resolution") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          (
            (
              "t18"."rank_full_resolution" + "t18"."~rows"
            ) - 1
          ) * 100
        ) > (
          (
            "t18"."size_full_resolution" - 1
          ) * 50
        )
      )
      AND (
        (
          (
            "t18"."rank_full_resolution" - 1
          ) * 100
        ) <= (
          (
            "t18"."size_full_resolution" - 1
          ) * 50
        )
      )
    )) AS "next_full_resolution",
  SUM("t18"."took_full_resolution" * "t18"."~rows") FILTER(WHERE
    "t18"."keep") AS "sum_full_resolution",
  MIN("t18"."unknown") FILTER(WHERE
    "t18"."keep") AS "unknown"
FROM (
  SELECT
    "t17"."met",
    "t17"."took",
    "t17"."lasted",
    "t17"."took_agent_work",
    "t17"."took_agent_wait",
    "t17"."took_on_hold",
    "t17"."took_full_resolution",
    "t17"."open",
    "t17"."unknown",
    "t17"."~rows",
    "t17"."keep",
    "t17"."rank",
    "t17"."size",
    "t17"."rank_requester_wait",
    "t17"."size_requester_wait",
    "t17"."rank_agent_work",
    "t17"."size_agent_work",
    "t17"."rank_agent_wait",
    "t17"."size_agent_wait",
    "t17"."rank_on_hold",
    "t17"."size_on_hold",
    "t17"."rank_full_resolution",
    "t17"."size_full_resolution",
    "t17"."stayed",
    "t17"."line",
    SUM(
      CASE
        WHEN "t17"."keep" AND NOT (
          "t17"."open"
        )
        THEN LN(
          GREATEST(
            (
              CAST("t17"."size_requester_wait" - "t17"."line" AS DOUBLE) - "t17"."~rows"
            ) / GREATEST(CAST("t17"."size_requester_wait" - "t17"."line" AS DOUBLE), 1.0),
            1e-300
          )
        )
        ELSE 0.0
      END
    ) OVER (ORDER BY "t17"."line" ASC ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS "lived"
  FROM (
    SELECT
      "t16"."met",
      "t16"."took",
      "t16"."lasted",
      "t16"."took_agent_work",
      "t16"."took_agent_wait",
      "t16"."took_on_hold",
      "t16"."took_full_resolution",
      "t16"."open",
      "t16"."unknown",
      "t16"."~rows",
      "t16"."keep",
      SUM("t16"."~rows") OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t16"."~rows" AS "rank",
      SUM("t16"."~rows") FILTER(WHERE
        CASE WHEN "t16"."keep" THEN "t16"."took" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size",
      SUM("t16"."~rows") OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."lasted" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t16"."~rows" AS "rank_requester_wait",
      SUM("t16"."~rows") FILTER(WHERE
        CASE WHEN "t16"."keep" THEN "t16"."lasted" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_requester_wait",
      SUM("t16"."~rows") OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took_agent_work" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t16"."~rows" AS "rank_agent_work",
      SUM("t16"."~rows") FILTER(WHERE
        CASE WHEN "t16"."keep" THEN "t16"."took_agent_work" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_agent_work",
      SUM("t16"."~rows") OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took_agent_wait" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t16"."~rows" AS "rank_agent_wait",
      SUM("t16"."~rows") FILTER(WHERE
        CASE WHEN "t16"."keep" THEN "t16"."took_agent_wait" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_agent_wait",
      SUM("t16"."~rows") OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took_on_hold" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t16"."~rows" AS "rank_on_hold",
      SUM("t16"."~rows") FILTER(WHERE
        CASE WHEN "t16"."keep" THEN "t16"."took_on_hold" ELSE CAST(NULL AS BIGINT) END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_on_hold",
      SUM("t16"."~rows") OVER (
        ORDER BY CASE
          WHEN "t16"."keep"
          THEN "t16"."took_full_resolution"
          ELSE CAST(NULL AS BIGINT)
        END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t16"."~rows" AS "rank_full_resolution",
      SUM("t16"."~rows") FILTER(WHERE
        CASE
          WHEN "t16"."keep"
          THEN "t16"."took_full_resolution"
          ELSE CAST(NULL AS BIGINT)
        END IS NOT NULL) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_full_resolution",
      CASE WHEN "t16"."keep" THEN "t16"."lasted" ELSE CAST(NULL AS BIGINT) END AS "stayed",
      SUM("t16"."~rows") OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."lasted" ELSE CAST(NULL AS BIGINT) END ASC, "t16"."open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW
      ) - "t16"."~rows" AS "line"
    FROM (
      SELECT
        "t15"."met",
        "t15"."took",
        "t15"."lasted",
        "t15"."took_agent_work",
        "t15"."took_agent_wait",
        "t15"."took_on_hold",
        "t15"."took_full_resolution",
        "t15"."open",
        "t15"."unknown",
        "t15"."~rows",
        "t15"."met" AS "keep"
      FROM (
        SELECT
          "t14"."met",
          "t14"."took",
          "t14"."lasted",
          "t14"."took_agent_work",
          "t14"."took_agent_wait",
          "t14"."took_on_hold",
          "t14"."took_full_resolution",
          "t14"."open",
          "t14"."unknown",
          COUNT(*) AS "~rows"
        FROM (
          SELECT
            TRUE AS "met",
            CASE WHEN TRUE THEN "t13"."requester_wait" ELSE CAST(NULL AS BIGINT) END AS "took",
            "t13"."requester_wait" AS "lasted",
            "t13"."agent_work" AS "took_agent_work",
            "t13"."agent_wait" AS "took_agent_wait",
            "t13"."on_hold" AS "took_on_hold",
            "t13"."full_resolution" AS "took_full_resolution",
            COALESCE("t13"."running" > 0, FALSE) AND TRUE AS "open",
            "t13"."unknown"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t11"."ticket_id",
                COALESCE(
                  SUM(
                    COALESCE(
                      "t11"."until",
                      CASE WHEN "t11"."ends" THEN "t11"."at_clock" ELSE "t11"."as_of_clock" END
                    ) - "t11"."at_clock"
                  ) FILTER(WHERE
                    "t11"."status_to" IN ('new', 'open', 'on-hold')),
                  0
                ) AS "requester_wait",
                COALESCE(
                  SUM(
                    COALESCE(
                      "t11"."until",
                      CASE WHEN "t11"."ends" THEN "t11"."at_clock" ELSE "t11"."as_of_clock" END
                    ) - "t11"."at_clock"
                  ) FILTER(WHERE
                    "t11"."status_to" IN ('new', 'open')),
                  0
                ) AS "agent_work",
                COALESCE(
                  SUM(
                    COALESCE(
                      "t11"."until",
                      CASE WHEN "t11"."ends" THEN "t11"."at_clock" ELSE "t11"."as_of_clock" END
                    ) - "t11"."at_clock"
                  ) FILTER(WHERE
                    "t11"."status_to" IN ('pending')),
                  0
                ) AS "agent_wait",
                COALESCE(
                  SUM(
                    COALESCE(
                      "t11"."until",
                      CASE WHEN "t11"."ends" THEN "t11"."at_clock" ELSE "t11"."as_of_clock" END
                    ) - "t11"."at_clock"
                  ) FILTER(WHERE
                    "t11"."status_to" IN ('on-hold')),
                  0
                ) AS "on_hold",
                COALESCE(
                  SUM(
                    COALESCE(
                      "t11"."until",
                      CASE WHEN "t11"."ends" THEN "t11"."at_clock" ELSE "t11"."as_of_clock" END
                    ) - "t11"."at_clock"
                  ) FILTER(WHERE
                    "t11"."status_to" IN ('new', 'open', 'pending', 'on-hold')),
                  0
                ) AS "full_resolution",
                COUNT(*) FILTER(WHERE
                  (
                    "t11"."until" IS NULL
                  ) AND NOT (
                    "t11"."ends"
                  )) AS "running",
                MIN(
                  CASE
                    WHEN "t11"."status_to" IN ('closed', 'new', 'on-hold', 'open', 'pending', 'solved')
                    THEN CAST(NULL AS TEXT)
                    ELSE "t11"."status_to"
                  END
                ) AS "unknown",
                MIN("t11"."at") AS "began",
                MIN("t11"."window_start") AS "opens",
                MIN("t11"."window_end") AS "closes",
                MIN("t11"."as_of") AS "asked"
              FROM (
                SELECT
                  "t10"."ticket_id",
                  "t10"."at",
                  "t10"."status_to",
                  "t10"."author_id",
                  "t10"."author_role",
                  "t10"."channel",
                  "t10"."public",
                  "t10"."window_start",
                  "t10"."window_end",
                  "t10"."as_of",
                  "t10"."window_start_day",
                  "t10"."window_end_day",
                  "t10"."as_of_day",
                  "t10"."at_day",
                  "t10"."at_clock",
                  "t10"."as_of_clock",
                  MIN("t10"."at_clock") OVER (
                    PARTITION BY "t10"."ticket_id"
                    ORDER BY "t10"."at" ASC, "t10"."status_to" IN ('solved', 'closed') ASC, "t10"."status_to" ASC
                    ROWS BETWEEN 1 following AND 1 following
                  ) AS "until",
                  "t10"."status_to" IN ('solved', 'closed') AS "ends"
                FROM (
                  SELECT
                    *
                  FROM (
                    SELECT
                      "t8"."ticket_id",
                      "t8"."at",
                      "t8"."status_to",
                      "t8"."author_id",
                      "t8"."author_role",
                      "t8"."channel",
                      "t8"."public",
                      "t8"."window_start",
                      "t8"."window_end",
                      "t8"."as_of",
                      "t8"."window_start_day",
                      "t8"."window_end_day",
                      "t8"."as_of_day",
                      "t8"."at_day",
                      CAST((
                        (
                          (
                            EPOCH_US("t8"."at") + 62135596800000000
                          ) // 1000000
                        ) - 62135596800
                      ) AS BIGINT) AS "at_clock",
                      CAST((
                        (
                          (
                            EPOCH_US("t8"."as_of") + 62135596800000000
                          ) // 1000000
                        ) - 62135596800
                      ) AS BIGINT) AS "as_of_clock"
                    FROM (
                      SELECT
                        "t7"."ticket_id",
                        "t7"."at",
                        "t7"."status_to",
                        "t7"."author_id",
                        "t7"."author_role",
                        "t7"."channel",
                        "t7"."public",
                        "t7"."window_start",
                        "t7"."window_end",
                        "t7"."as_of",
                        "t7"."window_start_day",
                        "t7"."window_end_day",
                        "t7"."as_of_day",
                        CAST(MAKE_TIMESTAMP(EPOCH_US("t7"."at") + 25200000000) AS DATE) AS "at_day"
                      FROM (
                        SELECT
                          "t6"."ticket_id",
                          "t6"."at",
                          "t6"."status_to",
                          CAST(NULL AS TEXT) AS "author_id",
                          CAST(NULL AS TEXT) AS "author_role",
                          CAST(NULL AS TEXT) AS "channel",
                          CAST(NULL AS BOOLEAN) AS "public",
                          MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0) AS "window_start",
                          MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "window_end",
                          MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0) AS "as_of",
                          MAKE_DATE(2026, 10, 1) AS "window_start_day",
                          MAKE_DATE(2026, 11, 21) AS "window_end_day",
                          MAKE_DATE(2026, 11, 21) AS "as_of_day"
                        FROM (
                          SELECT
                            "t5"."ticket_id",
                            "t5"."at",
                            "t5"."status_to"
                          FROM (
                            SELECT
                              *
                            FROM (
                              SELECT
                                "t3"."ticket_id",
                                "t3"."at",
                                "t3"."status_to",
                                "t3"."ticket_id~bad",
                                "t3"."at~bad",
                                "t3"."status_to~bad",
                                TRUE
                                AND NOT (
                                  FALSE OR "t3"."at~bad" OR (
                                    "t3"."ticket_id" IS NULL
                                  ) OR (
                                    "t3"."at" IS NULL
                                  )
                                ) AS "~keep"
                              FROM (
                                SELECT
                                  *
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t0"."ticket_id",
                                      COALESCE("t0"."at~instant", MAKE_TIMESTAMP(EPOCH_US("t0"."at~local") + -25200000000)) AS "at",
                                      "t0"."status_to",
                                      "t0"."ticket_id~bad",
                                      "t0"."at~bad",
                                      "t0"."status_to~bad"
                                    FROM "typed" AS "t0"
                                  ) AS "t1"
                                  WHERE
                                    (
                                      "t1"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                    )
                                    OR (
                                      "t1"."at" IS NULL
                                    )
                                ) AS "t2"
                                WHERE
                                  TRUE
                              ) AS "t3"
                            ) AS "t4"
                            WHERE
                              "t4"."~keep"
                          ) AS "t5"
                        ) AS "t6"
                      ) AS "t7"
                    ) AS "t8"
                  ) AS "t9"
                  WHERE
                    "t9"."status_to" IS NOT NULL
                ) AS "t10"
              ) AS "t11"
              GROUP BY
                1
            ) AS "t12"
            WHERE
              "t12"."began" >= "t12"."opens"
              AND (
                (
                  "t12"."began" < "t12"."closes"
                ) OR (
                  "t12"."closes" = "t12"."asked"
                )
              )
          ) AS "t13"
        ) AS "t14"
        GROUP BY
          1,
          2,
          3,
          4,
          5,
          6,
          7,
          8,
          9
      ) AS "t15"
    ) AS "t16"
  ) AS "t17"
) AS "t18"
