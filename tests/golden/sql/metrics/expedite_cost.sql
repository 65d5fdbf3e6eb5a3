SELECT
  COUNT(*) FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_n",
  SUM("t6"."k0_over") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_over",
  SUM("t6"."k0_under") FILTER(WHERE
    "t6"."k0_keep" AND "t6"."k0_there") AS "k0_under",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 1
    )) AS "k0_lost_rejected",
  COUNT(*) FILTER(WHERE
    "t6"."k0_met" AND (
      "t6"."k0_fate" = 2
    )) AS "k0_lost_missing",
  COUNT(*) FILTER(WHERE
    "t6"."k0_lost_out_missing") AS "k0_out_missing"
FROM (
  SELECT
    "t5"."k0_met",
    "t5"."k0_fate",
    "t5"."k0_over",
    "t5"."k0_under",
    "t5"."k0_there",
    "t5"."k0_out_missing",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AND NOT (
      "t5"."k0_out_missing"
    ) AS "k0_keep",
    "t5"."k0_met" AND (
      "t5"."k0_fate" = 0
    ) AND "t5"."k0_out_missing" AS "k0_lost_out_missing"
  FROM (
    SELECT
      TRUE AS "k0_met",
      CASE
        WHEN "t4"."order_date~bad"
        THEN 1
        WHEN "t4"."expedited~bad"
        THEN 1
        WHEN "t4"."expedite_cost~bad"
        THEN 1
        WHEN "t4"."order_id" IS NULL
        THEN 2
        WHEN "t4"."order_date" IS NULL
        THEN 2
        WHEN "t4"."expedited" IS NULL
        THEN 2
        ELSE 0
      END AS "k0_fate",
      "t4"."expedite_cost" AS "k0_over",
      1 AS "k0_under",
      COALESCE("t4"."expedited", FALSE) AS "k0_there",
      COALESCE("t4"."expedited" AND (
        "t4"."expedite_cost" IS NULL
      ), FALSE) AS "k0_out_missing"
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
              "t0"."expedite_cost",
              "t0"."expedited",
              "t0"."order_id~bad",
              "t0"."order_date~bad",
              "t0"."expedite_cost~bad",
              "t0"."expedited~bad"
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
          (
            "t3"."order_date" < MAKE_TIMESTAMP(2026, 12, 31, 17, 0, 0.0)
          )
          AND (
            "t3"."order_date" >= MAKE_TIMESTAMP(2026, 9, 30, 17, 0, 0.0)
          )
        )
        OR (
          "t3"."order_date" IS NULL
        )
    ) AS "t4"
  ) AS "t5"
) AS "t6"
