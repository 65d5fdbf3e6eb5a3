SELECT
  MIN("t6"."k0_lasted") FILTER(WHERE
    "t6"."k0_keep") AS "k0_lasted",
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_based") AS "k0_base_n",
  SUM("t6"."k0_x") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_based") AS "k0_base",
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_now") AS "k0_current_n",
  SUM("t6"."k0_x") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_now") AS "k0_current",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."k0_x",
    "t5"."k0_lasted",
    "t5"."k0_based",
    "t5"."k0_now",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AS "k0_keep"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."order_date~bad"
        THEN 1
        WHEN "t4"."amount~bad"
        THEN 1
        WHEN "t4"."order_id" IS NULL
        THEN 2
        WHEN "t4"."order_date" IS NULL
        THEN 2
        WHEN "t4"."amount" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t4"."amount" AS "k0_x",
      GREATEST(
        CAST(FLOOR(
          (
            (
              (
                CAST((
                  (
                    (
                      EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 25200000000)) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT) - CAST((
                  (
                    (
                      EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)) + 25200000000)) + 62135596800000000
                    ) // 1000000
                  ) - 62135596800
                ) AS BIGINT)
              ) + 86400
            ) - 3600
          ) / (
            86400
          )
        ) AS BIGINT),
        1
      ) AS "k0_lasted",
      (
        CAST((
          (
            (
              EPOCH_US(MAKE_TIMESTAMP(EPOCH_US("t4"."order_date") + 25200000000)) + 62135596800000000
            ) // 1000000
          ) - 62135596800
        ) AS BIGINT) >= (
          CAST((
            (
              (
                EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)) + 25200000000)) + 62135596800000000
              ) // 1000000
            ) - 62135596800
          ) AS BIGINT) - (
            GREATEST(
              CAST(FLOOR(
                (
                  (
                    (
                      CAST((
                        (
                          (
                            EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)) + 25200000000)) + 62135596800000000
                          ) // 1000000
                        ) - 62135596800
                      ) AS BIGINT) - CAST((
                        (
                          (
                            EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)) + 25200000000)) + 62135596800000000
                          ) // 1000000
                        ) - 62135596800
                      ) AS BIGINT)
                    ) + 86400
                  ) - 3600
                ) / (
                  86400
                )
              ) AS BIGINT),
              1
            ) * 86400
          )
        )
      )
      AND (
        CAST((
          (
            (
              EPOCH_US(MAKE_TIMESTAMP(EPOCH_US("t4"."order_date") + 25200000000)) + 62135596800000000
            ) // 1000000
          ) - 62135596800
        ) AS BIGINT) < CAST((
          (
            (
              EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)) + 25200000000)) + 62135596800000000
            ) // 1000000
          ) - 62135596800
        ) AS BIGINT)
      ) AS "k0_based",
      CAST((
        (
          (
            EPOCH_US(MAKE_TIMESTAMP(EPOCH_US("t4"."order_date") + 25200000000)) + 62135596800000000
          ) // 1000000
        ) - 62135596800
      ) AS BIGINT) >= CAST((
        (
          (
            EPOCH_US(MAKE_TIMESTAMP(EPOCH_US(MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)) + 25200000000)) + 62135596800000000
          ) // 1000000
        ) - 62135596800
      ) AS BIGINT) AS "k0_now"
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
              "t0"."order_id",
              COALESCE(
                "t0"."order_date~instant",
                MAKE_TIMESTAMP(EPOCH_US("t0"."order_date~local") + -25200000000)
              ) AS "order_date",
              "t0"."amount",
              "t0"."order_id~bad",
              "t0"."order_date~bad",
              "t0"."amount~bad"
            FROM "typed" AS "t0"
          ) AS "t1"
          WHERE
            (
              "t1"."order_date" <= MAKE_TIMESTAMP(2026, 11, 21, 2, 0, 0.0)
            )
            OR (
              "t1"."order_date" IS NULL
            )
        ) AS "t2"
        WHERE
          TRUE
      ) AS "t3"
      WHERE
        (
          "t3"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
        )
        OR (
          "t3"."order_date" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
