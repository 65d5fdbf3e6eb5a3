"""The micro cases of the metrics, each written as a small project on disk and measured on the whole way.

The cases name things flatly; what stands here maps them to a source's mapping, a window and parameters. A sum called
`excluded` there is what was missing, rejected and out of scale. The limit on rejected cells is the source's, so a text
that is no number is listed under `missing:`, as a project would do.
"""

import json
from datetime import date, datetime, time, timedelta
from decimal import Decimal, InvalidOperation
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml

from okrengine.offers import ANY
from okrengine.offers.records import RECORDS, totals
from okrengine.registry import find
from okrengine.testing import agree, found_in, write_project

CASES = [
    case
    for file in sorted((Path(__file__).parent / "data").glob("metric_cases*.yaml"))
    for case in yaml.safe_load(file.read_text(encoding="utf-8"))["cases"]
]
METRICS = find().metrics
NOT_YET: set[str] = set()
GRADING = {"target", "progress"}
SHARES = {"top_fraction"}
PERIODS = {"baseline": "1999-01-01", "current": "2025-01-01"}
NAMES = {
    "ci": "interval", "percent_rescaled": "rescaled", "baseline": "base", "anonymous_orders": "anonymous",
    "top_customers": "count",
}  # fmt: skip
RENAMED = {"feature_id": ["item_id"], "question": ["category"], "released_at": ["opened_at", "done_at"], "w": ["weight"]} | {
    "status": ["status", "status_to"], "review_score": ["score"], "internal_score": ["score"],
}  # fmt: skip
ASKED = {"status_durations": {"count": "full_resolution"}}
"""What a metric must be told and its cases take for granted."""
ONE = {"interaction": {"ticket_id": "1"}}
"""Rows of one thing: what they have in common."""
SUMS = {"value", "requester_wait", "agent_work", "agent_wait", "on_hold", "full_resolution"}
"""Lengths of time in the unit of their case."""
SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
MAPPED = {
    "unit", "as_of", "window", "timezone", "dedup", "weight", "threshold_h", "from", "window_on", "require",
    "exclude_status", "labels", "baseline_date",
}  # fmt: skip
OFFERED = [case for case in CASES if case["metric"] in METRICS]


def test_every_case_is_measured_or_named_as_not_yet_offered():
    assert {case["metric"] for case in CASES} <= set(METRICS) | NOT_YET | GRADING
    assert not NOT_YET & set(METRICS), "a metric is offered now: take it off the list"
    assert len(OFFERED) > 40


@pytest.mark.parametrize("case", OFFERED, ids=lambda case: case["id"])
def test_case(case, tmp_path, readings):
    reading = measured(case, tmp_path, readings)
    factor = SECONDS.get(case.get("params", {}).get("unit"), 1)
    for name, due in case["expect"].items():
        found = found_in(reading, NAMES.get(name, name))
        if name == "excluded":
            found = sum(reading.excluded.get(reason, 0) for reason in ("missing", "rejected", "out_of_scale"))
        if name == "status" and due == "ok":
            found = "ok" if found == "insufficient_sample" else found
        assert agree(found, due * factor if name in SUMS and due is not None else due), (name, found, due, reading)


def measured(case, folder, readings):
    given = case.get("params", {})
    columns, rows = table(case)
    record = record_of(case, columns)
    zone = given.get("timezone", "UTC")
    mapping = {target: name for name in columns for target in RENAMED.get(name, [name]) if target in record.columns}
    mapping |= {name: name for name in columns if METRICS[case["metric"]].record == ANY and name not in mapping}
    for name in (*record.required, *METRICS[case["metric"]].needs):
        if name not in mapping and name in record.columns:
            mapping[name] = name
            columns.append(name)
            filler = "2025-01-01" if record.columns[name] in ("ts", "date") else "r{}"
            filler = ONE.get(record.name, {}).get(name, filler)
            rows = [[*row, filler.format(number)] for number, row in enumerate(rows)]
    settings = {
        "version": 1,
        "timezone": zone,
        "cycles": {"named": {"always": {"from": "2000-01-01", "to": "2030-12-31"}}},
        "sources": {
            "rows": {"type": "csv", "path": "data/rows.csv", "columns": mapping, **cleaning(given, columns, rows)}
        },
    }
    options = {name: value for name, value in given.items() if name not in MAPPED and value != "none"}
    options |= {name: f"{100 * options[name]:g}%" for name in SHARES & set(options)}
    options = ASKED.get(case["metric"], {}) | options
    if "threshold_h" in given:
        options["threshold"] = f"{given['threshold_h']} h"
    if "weight" in given:
        options["weighted"] = True
    key_result = {"metric": case["metric"], "source": "rows", "with": options}
    key_result |= (
        {"baseline": "2 h", "target": "1 h"} if lasts(METRICS[case["metric"]]) else {"baseline": 0, "target": 1}
    )
    key_result |= {"where": given["require"]} if "require" in given else {}
    key_result |= {"window": window(given)} if "window" in given or "baseline_date" in given else {}
    write_project(folder, dump(settings), dump(key_result), {"data/rows.csv": written(columns, rows)})
    (reading,) = readings(folder, instant(given.get("as_of", "2026-01-01"), zone))
    return reading


def lasts(metric):
    """Whether its values are lengths of time."""
    return metric.timed or metric.unit == "d"


def table(case):
    if "counts" in case:
        return ["score"], [[score] for score, number in case["counts"].items() for _ in range(number)]
    rows = [[PERIODS.get(cell, cell) for cell in row] for row in case["rows"]]
    return list(case["columns"]), rows


def record_of(case, columns):
    metric = METRICS[case["metric"]]
    if metric.totals and set(metric.totals) <= set(columns):
        return totals(metric.totals)
    if "record" in case:
        return RECORDS[case["record"]]
    return RECORDS["interaction" if case.get("params", {}).get("from") == "events" else metric.records[0]]


def cleaning(given, columns, rows):
    """What the source says of its cells."""
    found = {}
    labels = given.get("labels", {})
    for name in {"score", "rating"} & set(columns):
        cells = {str(row[columns.index(name)]).strip() for row in rows}
        words = sorted(cell for cell in cells if not is_number(cell) and cell not in labels)
        if words or labels:
            found["values"] = {name: {"missing": words, "labels": labels}}
    if isinstance(given.get("dedup"), dict):
        found["dedup"] = given["dedup"]
    if "exclude_status" in given:
        found["exclude"] = {"status": given["exclude_status"]}
    return found


def is_number(text):
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def window(given):
    if "baseline_date" in given:
        return {"from": given["baseline_date"], "to": given["as_of"]}
    first, end = given["window"]
    return {"from": first, "to": (date.fromisoformat(end) - timedelta(days=1)).isoformat()}


def instant(text, zone):
    """A date means the end of its day."""
    if len(text) > len("2026-12-31"):
        return datetime.fromisoformat(text)
    return datetime.combine(date.fromisoformat(text), time(23, 59, 59, 999999), tzinfo=ZoneInfo(zone))


def written(columns, rows):
    def cell(value):
        text = "" if value is None else str(value).lower() if isinstance(value, bool) else str(value)
        return '"' + text.replace('"', '""') + '"'

    return "".join(",".join(map(cell, row)) + "\n" for row in [columns, *rows])


def dump(value):
    """JSON is YAML; numbers stay as written."""
    return "\n".join(f"{key}: {json.dumps(item, ensure_ascii=False)}" for key, item in value.items())
