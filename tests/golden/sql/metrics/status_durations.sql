SELECT
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  SUM("t7"."~rows") FILTER(WHERE
    "t7"."k0_met" AND (
      "t7"."k0_fate" = 2
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t6"."k0_met",
    "t6"."k0_fate",
    "t6"."~rows",
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      "t5"."k0_met",
      "t5"."k0_fate",
      COUNT(*) AS "~rows"
    FROM (
      SELECT
        TRUE AS "k0_met",
        CASE
          WHEN "t4"."at~bad"
          THEN 1
          WHEN "t4"."ticket_id" IS NULL
          THEN 2
          WHEN "t4"."at" IS NULL
          THEN 2
          ELSE 0
        END AS "k0_fate"
      FROM (
        SELECT
          *
        FROM (
          SELECT
            "t2"."ticket_id",
            CASE
              WHEN "t2"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
              THEN "t2"."at"
              ELSE CAST(NULL AS TIMESTAMP(6))
            END AS "at",
            "t2"."status_to",
            "t2"."ticket_id~bad",
            "t2"."at~bad",
            "t2"."status_to~bad"
          FROM (
            SELECT
              *
            FROM (
              SELECT
                "t0"."ticket_id",
                COALESCE("t0"."at~instant", "t0"."at~local" + INTERVAL '-25200' SECOND) AS "at",
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
        ) AS "t3"
        WHERE
          TRUE
      ) AS "t4"
    ) AS "t5"
    GROUP BY
      1,
      2
  ) AS "t6"
) AS "t7";

SELECT
  COUNT(*) FILTER(WHERE
    "t18"."keep" AND "t18"."open") AS "open",
  MIN("t18"."took") FILTER(WHERE
    "t18"."keep"
    AND (
      "t18"."rank" = (
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
    )) AS "low",
  MIN("t18"."took") FILTER(WHERE
    "t18"."keep"
    AND (
      "t18"."rank" = (
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
    )) AS "high",
  SUM(CAST("t18"."took" AS DECIMAL(38, 0)) * CAST("t18"."took" AS DECIMAL(38, 0))) FILTER(WHERE
    "t18"."keep") AS "squares",
  MIN("t18"."lasted") FILTER(WHERE
    "t18"."keep" AND (
      "t18"."lived" <= -0.6931471795599453
    )) AS "km",
  COUNT(*) FILTER(WHERE
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
            "t18"."rank" + 1
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
          "t18"."rank" * 100
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
  SUM("t18"."took") FILTER(WHERE
    "t18"."keep") AS "sum",
  COUNT(*) FILTER(WHERE
    "t18"."keep" AND (
      "t18"."waits" IS NOT NULL
    )) AS "n_requester_wait",
  MIN("t18"."waits") FILTER(WHERE
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
            "t18"."rank_requester_wait" + 1
          ) * 100
        ) > (
          (
            "t18"."size_requester_wait" - 1
          ) * 50
        )
      )
    )) AS "at_requester_wait",
  MIN("t18"."waits") FILTER(WHERE
    "t18"."keep"
    AND (
      (
        (
          "t18"."rank_requester_wait" * 100
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
  SUM("t18"."waits") FILTER(WHERE
    "t18"."keep") AS "sum_requester_wait",
  COUNT(*) FILTER(WHERE
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
            "t18"."rank_agent_work" + 1
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
          "t18"."rank_agent_work" * 100
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
  SUM("t18"."took_agent_work") FILTER(WHERE
    "t18"."keep") AS "sum_agent_work",
  COUNT(*) FILTER(WHERE
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
            "t18"."rank_agent_wait" + 1
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
          "t18"."rank_agent_wait" * 100
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
  SUM("t18"."took_agent_wait") FILTER(WHERE
    "t18"."keep") AS "sum_agent_wait",
  COUNT(*) FILTER(WHERE
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
            "t18"."rank_on_hold" + 1
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
          "t18"."rank_on_hold" * 100
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
  SUM("t18"."took_on_hold") FILTER(WHERE
    "t18"."keep") AS "sum_on_hold",
  COUNT(*) FILTER(WHERE
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
            "t18"."rank_full_resolution" + 1
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
          "t18"."rank_full_resolution" * 100
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
  SUM("t18"."took_full_resolution") FILTER(WHERE
    "t18"."keep") AS "sum_full_resolution",
  MIN("t18"."unknown") FILTER(WHERE
    "t18"."keep") AS "unknown"
FROM (
  SELECT
    "t17"."met",
    "t17"."took",
    "t17"."waits",
    "t17"."took_agent_work",
    "t17"."took_agent_wait",
    "t17"."took_on_hold",
    "t17"."took_full_resolution",
    "t17"."open",
    "t17"."unknown",
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
    "t17"."lasted",
    "t17"."line",
    "t17"."risk",
    SUM(
      CASE
        WHEN "t17"."keep" AND NOT (
          "t17"."open"
        )
        THEN LN(
          GREATEST(
            (
              CAST("t17"."risk" - "t17"."line" AS DOUBLE) - 1
            ) / GREATEST(CAST("t17"."risk" - "t17"."line" AS DOUBLE), 1.0),
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
      "t16"."waits",
      "t16"."took_agent_work",
      "t16"."took_agent_wait",
      "t16"."took_on_hold",
      "t16"."took_full_resolution",
      "t16"."open",
      "t16"."unknown",
      "t16"."keep",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank",
      COUNT(CASE WHEN "t16"."keep" THEN "t16"."took" ELSE CAST(NULL AS BIGINT) END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."waits" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank_requester_wait",
      COUNT(CASE WHEN "t16"."keep" THEN "t16"."waits" ELSE CAST(NULL AS BIGINT) END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_requester_wait",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took_agent_work" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank_agent_work",
      COUNT(
        CASE WHEN "t16"."keep" THEN "t16"."took_agent_work" ELSE CAST(NULL AS BIGINT) END
      ) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_agent_work",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took_agent_wait" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank_agent_wait",
      COUNT(
        CASE WHEN "t16"."keep" THEN "t16"."took_agent_wait" ELSE CAST(NULL AS BIGINT) END
      ) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_agent_wait",
      ROW_NUMBER() OVER (
        ORDER BY CASE WHEN "t16"."keep" THEN "t16"."took_on_hold" ELSE CAST(NULL AS BIGINT) END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank_on_hold",
      COUNT(CASE WHEN "t16"."keep" THEN "t16"."took_on_hold" ELSE CAST(NULL AS BIGINT) END) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_on_hold",
      ROW_NUMBER() OVER (
        ORDER BY CASE
          WHEN "t16"."keep"
          THEN "t16"."took_full_resolution"
          ELSE CAST(NULL AS BIGINT)
        END ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "rank_full_resolution",
      COUNT(
        CASE
          WHEN "t16"."keep"
          THEN "t16"."took_full_resolution"
          ELSE CAST(NULL AS BIGINT)
        END
      ) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "size_full_resolution",
      CASE
        WHEN "t16"."keep"
        THEN COALESCE("t16"."took", "t16"."waits")
        ELSE CAST(NULL AS BIGINT)
      END AS "lasted",
      ROW_NUMBER() OVER (
        ORDER BY CASE
          WHEN "t16"."keep"
          THEN COALESCE("t16"."took", "t16"."waits")
          ELSE CAST(NULL AS BIGINT)
        END ASC, "t16"."open" ASC
        ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING
      ) - 1 AS "line",
      COUNT(
        CASE
          WHEN "t16"."keep"
          THEN COALESCE("t16"."took", "t16"."waits")
          ELSE CAST(NULL AS BIGINT)
        END
      ) OVER (ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS "risk"
    FROM (
      SELECT
        "t15"."met",
        "t15"."took",
        "t15"."waits",
        "t15"."took_agent_work",
        "t15"."took_agent_wait",
        "t15"."took_on_hold",
        "t15"."took_full_resolution",
        "t15"."open",
        "t15"."unknown",
        "t15"."met" AS "keep"
      FROM (
        SELECT
          TRUE AS "met",
          CASE WHEN TRUE THEN "t14"."requester_wait" ELSE CAST(NULL AS BIGINT) END AS "took",
          "t14"."requester_wait" AS "waits",
          "t14"."agent_work" AS "took_agent_work",
          "t14"."agent_wait" AS "took_agent_wait",
          "t14"."on_hold" AS "took_on_hold",
          "t14"."full_resolution" AS "took_full_resolution",
          COALESCE("t14"."running" > 0, FALSE) AND TRUE AS "open",
          "t14"."unknown"
        FROM (
          SELECT
            *
          FROM (
            SELECT
              "t12"."ticket_id",
              COALESCE(
                SUM(
                  COALESCE(
                    "t12"."until",
                    CASE WHEN "t12"."ends" THEN "t12"."at_clock" ELSE "t12"."as_of_clock" END
                  ) - "t12"."at_clock"
                ) FILTER(WHERE
                  "t12"."status_to" IN ('new', 'open', 'on-hold')),
                0
              ) AS "requester_wait",
              COALESCE(
                SUM(
                  COALESCE(
                    "t12"."until",
                    CASE WHEN "t12"."ends" THEN "t12"."at_clock" ELSE "t12"."as_of_clock" END
                  ) - "t12"."at_clock"
                ) FILTER(WHERE
                  "t12"."status_to" IN ('new', 'open')),
                0
              ) AS "agent_work",
              COALESCE(
                SUM(
                  COALESCE(
                    "t12"."until",
                    CASE WHEN "t12"."ends" THEN "t12"."at_clock" ELSE "t12"."as_of_clock" END
                  ) - "t12"."at_clock"
                ) FILTER(WHERE
                  "t12"."status_to" IN ('pending')),
                0
              ) AS "agent_wait",
              COALESCE(
                SUM(
                  COALESCE(
                    "t12"."until",
                    CASE WHEN "t12"."ends" THEN "t12"."at_clock" ELSE "t12"."as_of_clock" END
                  ) - "t12"."at_clock"
                ) FILTER(WHERE
                  "t12"."status_to" IN ('on-hold')),
                0
              ) AS "on_hold",
              COALESCE(
                SUM(
                  COALESCE(
                    "t12"."until",
                    CASE WHEN "t12"."ends" THEN "t12"."at_clock" ELSE "t12"."as_of_clock" END
                  ) - "t12"."at_clock"
                ) FILTER(WHERE
                  "t12"."status_to" IN ('new', 'open', 'pending', 'on-hold')),
                0
              ) AS "full_resolution",
              COUNT(*) FILTER(WHERE
                (
                  "t12"."until" IS NULL
                ) AND NOT (
                  "t12"."ends"
                )) AS "running",
              MIN(
                CASE
                  WHEN "t12"."status_to" IN ('closed', 'new', 'on-hold', 'open', 'pending', 'solved')
                  THEN CAST(NULL AS TEXT)
                  ELSE "t12"."status_to"
                END
              ) AS "unknown",
              MIN("t12"."at") AS "began",
              MIN("t12"."window_start") AS "opens",
              MIN("t12"."window_end") AS "closes",
              MIN("t12"."as_of") AS "asked"
            FROM (
              SELECT
                "t11"."ticket_id",
                "t11"."at",
                "t11"."status_to",
                "t11"."author_id",
                "t11"."author_role",
                "t11"."channel",
                "t11"."public",
                "t11"."window_start",
                "t11"."window_end",
                "t11"."as_of",
                "t11"."window_start_day",
                "t11"."window_end_day",
                "t11"."as_of_day",
                "t11"."at_day",
                "t11"."at_clock",
                "t11"."as_of_clock",
                MIN("t11"."at_clock") OVER (
                  PARTITION BY "t11"."ticket_id"
                  ORDER BY "t11"."at" ASC, "t11"."status_to" IN ('solved', 'closed') ASC, "t11"."status_to" ASC
                  ROWS BETWEEN 1 following AND 1 following
                ) AS "until",
                "t11"."status_to" IN ('solved', 'closed') AS "ends"
              FROM (
                SELECT
                  *
                FROM (
                  SELECT
                    "t9"."ticket_id",
                    "t9"."at",
                    "t9"."status_to",
                    "t9"."author_id",
                    "t9"."author_role",
                    "t9"."channel",
                    "t9"."public",
                    "t9"."window_start",
                    "t9"."window_end",
                    "t9"."as_of",
                    "t9"."window_start_day",
                    "t9"."window_end_day",
                    "t9"."as_of_day",
                    "t9"."at_day",
                    CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t9"."at") AS TIMESTAMP)) AS BIGINT) AS "at_clock",
                    CAST(EPOCH(CAST(DATE_TRUNC('SECOND', "t9"."as_of") AS TIMESTAMP)) AS BIGINT) AS "as_of_clock"
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
                      CAST("t8"."at" + INTERVAL '25200' SECOND AS DATE) AS "at_day"
                    FROM (
                      SELECT
                        "t7"."ticket_id",
                        "t7"."at",
                        "t7"."status_to",
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
                          "t6"."ticket_id",
                          "t6"."at",
                          "t6"."status_to"
                        FROM (
                          SELECT
                            *
                          FROM (
                            SELECT
                              "t4"."ticket_id",
                              "t4"."at",
                              "t4"."status_to",
                              "t4"."ticket_id~bad",
                              "t4"."at~bad",
                              "t4"."status_to~bad",
                              TRUE
                              AND NOT (
                                FALSE OR "t4"."at~bad" OR (
                                  "t4"."ticket_id" IS NULL
                                ) OR (
                                  "t4"."at" IS NULL
                                )
                              ) AS "~keep"
                            FROM (
                              SELECT
                                *
                              FROM (
                                SELECT
                                  "t2"."ticket_id",
                                  CASE
                                    WHEN "t2"."at" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
                                    THEN "t2"."at"
                                    ELSE CAST(NULL AS TIMESTAMP(6))
                                  END AS "at",
                                  "t2"."status_to",
                                  "t2"."ticket_id~bad",
                                  "t2"."at~bad",
                                  "t2"."status_to~bad"
                                FROM (
                                  SELECT
                                    *
                                  FROM (
                                    SELECT
                                      "t0"."ticket_id",
                                      COALESCE("t0"."at~instant", "t0"."at~local" + INTERVAL '-25200' SECOND) AS "at",
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
                              ) AS "t3"
                              WHERE
                                TRUE
                            ) AS "t4"
                          ) AS "t5"
                          WHERE
                            "t5"."~keep"
                        ) AS "t6"
                      ) AS "t7"
                    ) AS "t8"
                  ) AS "t9"
                ) AS "t10"
                WHERE
                  "t10"."status_to" IS NOT NULL
              ) AS "t11"
            ) AS "t12"
            GROUP BY
              1
          ) AS "t13"
          WHERE
            "t13"."began" >= "t13"."opens"
            AND (
              (
                "t13"."began" < "t13"."closes"
              ) OR (
                "t13"."closes" = "t13"."asked"
              )
            )
        ) AS "t14"
      ) AS "t15"
    ) AS "t16"
  ) AS "t17"
) AS "t18"
