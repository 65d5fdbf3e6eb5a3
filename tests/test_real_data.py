"""Values on real public files, against numbers that were computed two other ways, equal at 1e-9.

The files are read where they are and copied into a project of the test, since a project reads nothing outside itself.
They are no part of this repository: OKRENGINE_REAL_DATA, or a folder beside it, says where they are.
"""

import csv
import json
import os
from datetime import datetime
from fractions import Fraction
from pathlib import Path

import pytest

from okrengine.registry import find
from okrengine.testing import agree, found_in

ROOT = Path(__file__).parent.parent
REAL = Path(os.environ.get("OKRENGINE_REAL_DATA", ROOT.parent / "shared" / "data" / "real"))
EXPECTED = REAL.parent / "expected.json"
pytestmark = pytest.mark.skipif(not EXPECTED.is_file(), reason=f"the real files are not at {REAL}")
ENTRIES = (
    {entry["id"]: entry for entry in json.loads(EXPECTED.read_text(encoding="utf-8"))["entries"]}
    if EXPECTED.is_file()
    else {}
)
HOUR, DAY = 3600, 86400
STAMP = "%m/%d/%Y %I:%M:%S %p"
PLAIN = {  # facts of a file, or of its own flags, that no metric states
    "cdnow_sample.rows", "boston06.sla_flag", "clothing.recommend_vs_rating_disagree",
    "scms.sentinels", "scms.TRAP_percent_b_format_rows_lost",
    "sfo2017.csat_q7all_TRAP_sentinel_counted",  # equals the right value: that column has no numeric code
}  # fmt: skip


class Dataset:
    """One file under a project: its sources, and key results by the entry that they answer."""

    def __init__(self, name, zone, as_of, sources, asked, *, number=None):  # noqa: PLR0913
        self.name, self.zone, self.as_of, self.number = name, zone, datetime.fromisoformat(as_of), number
        self.sources, self.asked = sources, asked

    def write(self, folder):
        (folder / "data").mkdir(parents=True)
        text = (REAL / self.name).read_text(encoding="utf-8-sig")
        if self.number:  # a column of row numbers, for a file that has no key or no date of its own
            head, *lines = text.splitlines()
            text = "".join(
                f"{line},{extra}\n"
                for line, extra in [(head, self.number), *((li, f"{i},2020-01-01") for i, li in enumerate(lines))]
            )
        (folder / "data" / self.name).write_text(text, encoding="utf-8", newline="")
        settings = {
            "version": 1,
            "timezone": self.zone,
            "cycles": {"named": {"always": {"from": "1900-01-01", "to": "2030-12-31"}}},
            "sources": {k: {"type": "csv", "path": f"data/{self.name}", **v} for k, v in self.sources.items()},
        }
        metrics = find().metrics
        results = [
            {"id": f"k{place}", "title": "Measured", **asked}
            | ({"baseline": "2 h", "target": "1 h"} if metrics[asked["metric"]].timed else {"baseline": 0, "target": 1})
            for place, asked in enumerate(self.asked.values())
        ]
        okr = {
            "version": 1, "cycle": "always", "team": "team", "owner": "someone",
            "objectives": [{"id": "objective", "title": "Customers are glad", "key_results": results}],
        }  # fmt: skip
        (folder / "okrs").mkdir()
        (folder / "okrs" / "team.yaml").write_text(json.dumps(okr), encoding="utf-8")
        (folder / "okrengine.yaml").write_text(json.dumps(settings), encoding="utf-8")


def survey(year, key):
    stamp = "%d" if year == 2017 else STAMP
    base = {
        "columns": {"response_id": key, "responded_at": "INTDATE", "weight": "WEIGHT"},
        "parse": {"datetime": stamp},
    }
    blank = {"score": {"missing": ["Blank", "blank", "BLANK"]}}
    return {
        question: {**base, "columns": {**base["columns"], "score": column}, "values": blank}
        for question, column in {"q7all": "Q7ALL", "q7food": "Q7FOOD", "nps": "NETPRO"}.items()
        if column != "NETPRO" or year == 2017
    }


def answers(year):
    found = {}
    for question in ("q7all", "q7food"):
        about = {"source": question}
        found[f"sfo{year}.csat_{question}_top2"] = {"metric": "csat", **about}
        found[f"sfo{year}.csat_{question}_top1"] = {"metric": "csat", **about, "with": {"satisfied_min": 5}}
        found[f"sfo{year}.csat_{question}_mean"] = {"metric": "csat_mean", **about, "with": {"scale": [1, 5]}}
        found[f"sfo{year}.csat_{question}_item_response"] = {"metric": "item_response_rate", **about}
        found[f"sfo{year}.csat_{question}_TRAP_sentinel_counted"] = {"metric": "csat", **about}
    return found


def tickets():
    columns = {
        "ticket_id": "CASE_ENQUIRY_ID", "created_at": "OPEN_DT", "due_at": "TARGET_DT", "resolved_at": "CLOSED_DT",
        "channel": "Source", "is_complaint": "TYPE", "category": "TYPE",
    }  # fmt: skip
    types = set()
    if (REAL / "boston311_2015_06.csv").is_file():
        with (REAL / "boston311_2015_06.csv").open(encoding="utf-8", newline="") as file:
            types = {row["TYPE"] for row in csv.DictReader(file)}
    labels = {name: True for name in sorted(types) if "complaint" in name.lower()}
    values = {"is_complaint": {"labels": labels, "else": False}}
    base = {"columns": columns, "values": values}
    return {
        "city": {**base, "parse": {"datetime": STAMP, "timezone": "America/New_York"}},
        "wall_clock": {**base, "parse": {"datetime": STAMP, "timezone": "UTC"}},
    }


def solved(**options):
    return {"metric": "resolution_time", "source": "city", "with": options}


HOURS = {"days": ["mon", "tue", "wed", "thu", "fri"], "open": "09:00", "close": "17:00"}
HOLIDAYS = ["2015-07-03", "2015-09-07", "2015-10-12", "2015-11-11", "2015-11-26", "2015-12-25", "2016-01-01"]
JUNE = {"from": "2015-06-01", "to": "2015-06-30"}
BOSTON = {
    "boston06.counts": solved(),
    "boston06.counts#total": {"metric": "contact_volume", "source": "city"},
    "boston06.resolution_median_h": solved(),
    "boston06.resolution_mean_h": solved(statistic="mean"),
    "boston06.resolution_mean_h_wallclock": {**solved(statistic="mean"), "source": "wall_clock"},
    "boston06.resolution_p90_h": solved(statistic="p90"),
    "boston06.resolution_p90_h_disc": solved(statistic="p90", quantile="discrete"),
    "boston06.resolution_km_median_h": solved(unanswered="censor"),
    **{
        f"boston06.resolved_within_{hours}h_{name}": {
            "metric": "resolved_within_rate",
            "source": "city",
            "with": {"threshold": f"{hours} h", "denominator": denominator},
        }
        for hours in (24, 48)
        for name, denominator in (("all", "all"), ("closed_only", "answered"))
    },
    "boston06.sla_computed": {"metric": "sla_attainment", "source": "city", "with": {"undecided": "met"}},
    "boston06.resolution_business_h": solved(clock="business", business_hours=HOURS),
    "boston06.resolution_business_h#mean": solved(clock="business", business_hours=HOURS, statistic="mean"),
    "boston06.resolution_business_h_holidays": solved(clock="business", business_hours=HOURS, holidays=HOLIDAYS),
    "boston06.complaint_rate": {"metric": "complaint_rate", "source": "city"},
    "boston06.resolution_median_h_app": {**solved(), "where": {"channel": "Citizens Connect App"}},
    "boston06.closed_in_window": {"metric": "tickets_resolved", "source": "city", "window": JUNE},
    "boston06.backlog_at_window_end": {"metric": "open_backlog", "source": "city", "window": JUNE},
    "boston06.top20_share": {"metric": "top_n_share", "source": "city"},
    "boston06.twitter_channel_count": {"metric": "contact_volume", "source": "city", "where": {"channel": "Twitter"}},
}
HALVES = {
    "1997H1": {"from": "1997-01-01", "to": "1997-06-30"},
    "1998H1": {"from": "1998-01-01", "to": "1998-06-30"},
    "all": {"from": "1997-01-01", "to": "1998-06-30"},
    "March": {"from": "1997-03-01", "to": "1997-03-31"},
}
ARRIVED = {"promised_date": "Scheduled Delivery Date", "delivered_date": "Delivered to Client Date"}
SENT = {
    "columns": {**ARRIVED, "order_id": "ID", "order_date": "Scheduled Delivery Date"},
    "parse": {"datetime": ["%d-%b-%y", "%m/%d/%y", "%m/%d/%Y"]},
}
DELIVERIES = {
    "lines": SENT,
    "shipments": {**SENT, "columns": {**SENT["columns"], "order_id": "ASN/DN #", "sku": "ID"}},
    "ordered": {
        **SENT,
        "columns": {**SENT["columns"], "order_date": "PO Sent to Vendor Date"},
        "values": {"order_date": {"missing": ["Date Not Captured", "N/A - From RDC"]}},
    },
}
ON_TIME = {"metric": "on_time_rate", "source": "lines"}
GROWTH = {"metric": "follower_growth", "source": "page", "with": {"max_staleness": "3650 d"}}
FOLLOWERS = {"page": {"columns": {"date": "date", "followers": "count"}}}
REVIEWED = {"source": "shop"}
OFFICE = {"days": ["mon", "tue", "wed", "thu", "fri"], "open": "08:00", "close": "20:00"}
CHANGES = {
    "desk": {
        "columns": {"ticket_id": "ticket_id", "at": "updated", "status_to": "value"}, "parse": {"timezone": "UTC"},
    },
}  # fmt: skip
WAITS = {"metric": "status_durations", "source": "desk"}
OPENED = {"count": "full_resolution", "clock": "business", "business_hours": OFFICE}
DATASETS = {
    "sfo2017": Dataset(
        "sfo_survey_2017.csv", "UTC", "2020-01-01T00:00:00+00:00", survey(2017, "RESPNUM"),
        {
            **answers(2017),
            "sfo2017.nps": {"metric": "nps", "source": "nps"},
            "sfo2017.nps_TRAP_sentinel_counted": {"metric": "nps", "source": "nps"},
            "sfo2017.nps_weighted": {"metric": "nps", "source": "nps", "with": {"weighted": True}},
            **{f"sfo2017.nps_by_lang#{n}": {"metric": "nps", "source": "nps", "where": {"LANG": n}} for n in (1, 2, 3, 4)},
        },
    ),
    "sfo2016": Dataset(
        "sfo_survey_2016.csv", "UTC", "2020-01-01T00:00:00+00:00", survey(2016, "*RESPNUM"),
        {
            **answers(2016),
            "sfo2016.csat_q7all_top2_TRAP_mean_of_daily": {"metric": "csat", "source": "q7all"},
            "sfo2016.csat_q7all_top2_window":
                {"metric": "csat", "source": "q7all", "window": {"from": "2016-05-16", "to": "2016-05-24"}},
        },
    ),
    "boston06": Dataset(
        "boston311_2015_06.csv", "America/New_York", "2016-01-13T00:00:00-05:00", tickets(), BOSTON
    ),
    "cdnow_sample": Dataset(
        "cdnow_sample.csv", "UTC", "2000-01-01T00:00:00+00:00",
        {"shop": {
            "columns": {"order_id": "number", "order_date": "date", "customer_id": "customer_id", "amount": "amount"},
            "parse": {"datetime": "%Y%m%d"},
        }},
        {
            f"cdnow_sample.repeat_rate_{half}_{name}":
                {"metric": "repeat_purchase_rate", "source": "shop", "with": {"order_unit": unit}, "window": window}
            for half, window in HALVES.items() if half != "March" for name, unit in (("rows", "order"), ("days", "day"))
        } | {
            f"cdnow_sample.{metric}_{name}": {"metric": metric, "source": "shop", "with": options, "window": HALVES[half]}
            for name, half in (("1998H1", "1998H1"), ("199703", "March"))
            for metric, options in (
                ("returning_customer_rate", {"order_unit": "day"}),
                ("existing_customer_share", {}),
                ("existing_revenue_share", {}),
            )
        } | {
            "cdnow_sample.cohort_199701_repurchase_90d": {
                "metric": "cohort_repurchase_rate", "source": "shop", "with": {"within": "90 d"},
                "window": {"from": "1997-01-01", "to": "1997-01-31"},
            },
            **{
                f"cdnow_sample.pareto#{rounding}":
                    {"metric": "pareto_share", "source": "shop", "with": {"rounding": rounding}, "window": HALVES["all"]}
                for rounding in ("ceil", "floor")
            },
            "cdnow_sample.pareto#80pct": {"metric": "pareto_count", "source": "shop", "window": HALVES["all"]},
            "cdnow_sample.revenue_growth_q2_vs_q1_1997": {
                "metric": "revenue_growth", "source": "shop", "window": {"from": "1997-04-01", "to": "1997-06-30"},
            },
        },
        number="number,made",
    ),
    "scms": Dataset(
        "scms_deliveries.csv", "UTC", "2020-01-01T00:00:00+00:00", DELIVERIES,
        {
            "scms.on_time_rate": {**ON_TIME},
            "scms.on_time_rate_7d_grace": {**ON_TIME, "with": {"grace": "7 d"}},
            "scms.on_time_within_window_pm7d": {**ON_TIME, "with": {"grace": "7 d", "earliest": "7 d"}},
            "scms.on_time_rate_shipment_level": {**ON_TIME, "source": "shipments", "with": {"level": "order"}},
            **{
                f"scms.on_time_by_fulfil#{way}": {**ON_TIME, "where": {"Fulfill Via": way}}
                for way in ("Direct Drop", "From RDC")
            },
            **{
                f"scms.{entry}#{statistic}": {"metric": metric, "source": source, "with": {"statistic": statistic}}
                for entry, metric, source in (
                    ("delay_days", "delivery_delay", "lines"), ("po_lead_time_days", "lead_time", "ordered"),
                )
                for statistic in ("mean", "median", "p90")
            },
        },
    ),
    "followers_phdcomics": Dataset(
        "followers_phdcomics.csv", "UTC", "2017-12-31T23:59:59+00:00", FOLLOWERS,
        {"followers_phdcomics.growth_2017": {**GROWTH, "window": {"from": "2017-01-01", "to": "2017-12-31"}}},
    ),
    "followers_docker": Dataset(
        "followers_docker.csv", "UTC", "2017-12-31T23:59:59+00:00", FOLLOWERS,
        {"followers_docker.growth_2017": {**GROWTH, "window": {"from": "2016-12-31", "to": "2017-12-31"}}},
    ),
    "facebook_page": Dataset(
        "facebook_page_daily.csv", "UTC", "2020-04-11T23:59:59+00:00",
        {"page": {
            "columns": {
                "date": "date", "followers": "page_fans", "adds": "page_fan_adds", "removes": "page_fan_removes",
            },
            "parse": {"datetime": "%Y-%m-%d %H:%M:%S UTC"},
        }},
        {
            "facebook_page.growth": {**GROWTH, "window": {"from": "2020-04-05", "to": "2020-04-11"}},
            "facebook_page.net_adds": {
                "metric": "follower_net_adds", "source": "page", "window": {"from": "2020-04-05", "to": "2020-04-11"},
            },
        },
    ),
    "zendesk": Dataset(
        "zendesk_status_history.csv", "America/Los_Angeles", "2021-01-19T00:00:00+00:00", CHANGES,
        {
            "zendesk.ticket_11071_calendar": {**WAITS, "with": {"count": "full_resolution"}},
            "zendesk.ticket_11071_calendar#by_status": {**WAITS, "with": {"count": "agent_work"}},
            "zendesk.ticket_11071_business": {**WAITS, "with": OPENED},
            "zendesk.ticket_11071_business#by_status": {**WAITS, "with": OPENED},
        },
    ),
    "clothing": Dataset(
        "clothing_reviews.csv", "UTC", "2021-01-01T00:00:00+00:00",
        {"shop": {"columns": {
            "review_id": "number", "created_at": "made", "rating": "Rating", "recommended": "Recommended IND",
        }}},
        {
            "clothing.reviews": {"metric": "review_average", **REVIEWED},
            "clothing.positive_share_ge4": {"metric": "positive_review_share", **REVIEWED},
            "clothing.five_star_share": {"metric": "positive_review_share", "with": {"positive_min": 5}, **REVIEWED},
            "clothing.negative_share_le2": {"metric": "negative_review_share", **REVIEWED},
            "clothing.net_sentiment_stars": {"metric": "net_sentiment", **REVIEWED},
            "clothing.recommend_rate": {"metric": "recommend_rate", **REVIEWED},
            **{
                f"clothing.average_by_department#{name}":
                    {"metric": "review_average", "where": {"Department Name": name}, **REVIEWED}
                for name in ("Bottoms", "Dresses", "Intimate", "Jackets", "Tops", "Trend")
            },
        },
        number="number,made",
    ),
}  # fmt: skip
ASKED = {key: (name, place) for name, data in DATASETS.items() for place, key in enumerate(data.asked)}
NAMES = {"ci95_wilson": "interval", "ci95_normal": "interval", "percent_rescaled": "rescaled", "n_eff_kish": "n_eff"} | {
    "baseline": "base", "baseline_date": "base_at", "current_date": "current_at", "open": "unanswered",
    "censored": "unanswered", "negative_durations": "negative", "median": "value", "count": "n", "average": "value",
}  # fmt: skip
LASTED = {"agent_work": "open", "agent_wait": "pending", "on_hold": "on-hold"}
"""Sums of time, and the one status that each of them has in a history without new tickets."""
NAMES |= {f"{name}_h": name for name in ("requester_wait", "full_resolution", *LASTED)}
TIMES = {"value", "mean", "requester_wait", "full_resolution", *LASTED}
DROPPED = {"ticket_counts": {"total"}, "top_n_share": {"ci95_wilson", "distinct"}}
"""What a reading states otherwise: a share of the greatest is no sample."""
RANKS = ("first3", "rank20")
STATISTICS = ("mean", "median", "p90")
RANKED = {"n": "customers"}
PARETO = {
    "ceil": {**RANKED, "value": "top20pct_share_ceil", "top_customers": "k_ceil", "denominator": "revenue"},
    "floor": {**RANKED, "value": "top20pct_share_floor", "top_customers": "k_floor", "denominator": "revenue"},
    "80pct": {**RANKED, "value": "pct_customers_for_80pct", "top_customers": "customers_for_80pct"},
}
NAMES |= {"top_customers": "count"}
UNSTATED = {  # facts about a file that a reading does not carry
    "rows", "days", "disagree_with_flag", "zero_count", "events", "closed", "closed_status_without_closed_dt",
    "value_interpolated", "snapshots", "dates_out_of_order_in_file", "drops", "distribution",
    "baseline_staleness_days", "current_staleness_days", "by_status",
}  # fmt: skip


def test_every_entry_is_asked_or_is_a_plain_fact():
    left = {key for key, entry in ENTRIES.items() if key not in {asked.split("#")[0] for asked in ASKED}}
    assert left == PLAIN & set(ENTRIES) - {asked.split("#")[0] for asked in ASKED}


@pytest.fixture(scope="module")
def measured():
    return {}


@pytest.mark.parametrize("key", ASKED)
def test_entry(key, measured, tmp_path, readings):
    dataset, place = ASKED[key]
    if dataset not in measured:
        DATASETS[dataset].write(tmp_path / "project")
        measured[dataset] = {r.address: r for r in readings(tmp_path / "project", DATASETS[dataset].as_of)}
    if key in PLAIN:
        pytest.skip("that column holds no numeric code, so the careless value is the right one")
    check(key, measured[dataset][f"team/objective/k{place}"])


def check(key, reading):
    """A reading says what was computed of the entry, or is far from what is computed carelessly."""
    name, _, part = key.partition("#")
    entry = ENTRIES[name]
    for field, due in expected(entry, part).items():
        found = ranked(reading, field) if field in RANKS else found_in(reading, NAMES.get(field, field))
        if field == "excluded":
            found = sum(reading.excluded.get(reason, 0) for reason in ("missing", "rejected", "out_of_scale"))
        scaled = (
            due * (DAY if entry["unit"] == "days" else HOUR)
            if reading.unit == "s" and NAMES.get(field, field) in TIMES
            else due
        )
        if entry.get("must_not_equal"):
            assert abs(Fraction(found) - Fraction(scaled)) > Fraction(1, 1000)
        else:
            assert agree(found, scaled), (field, found, scaled, reading)


def ranked(reading, field):
    """The names at some ranks of a top list."""
    top = reading.details["top"]
    return top[:3] if field == "first3" else top[19:20]


def expected(entry, part):
    """The fields that a reading states, of one group where the entry has groups."""
    values = entry["expected"]
    if part == "total":
        return {"value": values["total"]}
    if part in STATISTICS:
        stated = {name: values[name] for name in ("n", "negative", "missing") if name in values}
        return {"value": values[part], **stated}
    if entry["metric"] == "pareto_share":
        return {name: values[field] for name, field in PARETO[part].items()}
    if entry["metric"] == "on_time_rate" and part:
        return {"value": values[part]}
    if part == "by_status":
        return {name: values[part][status] for name, status in LASTED.items()}
    if isinstance(values.get(part), dict):
        values = values[part]
    dropped = {*UNSTATED, *DROPPED.get(entry["metric"], ())}
    stated = {field: due for field, due in values.items() if field not in dropped}
    return {field: due[:1] if field == "rank20" else due for field, due in stated.items()}
