"""What every source and every rule must hold, run over all that are installed."""

import json
import re
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import duckdb
import pytest
from openpyxl import Workbook

from okrengine import Example, Metric, registry
from okrengine.parameters import ParameterError, bind
from okrengine.parameters.kinds import REFERENCE
from okrengine.testing import check_rule, readings, write_project

FOUND = registry.find()
EXAMPLES = Path(__file__).parent / "examples" / "bad"
NOW = datetime.fromisoformat("2026-10-31T09:00:00+07:00")
ROWS = [
    {"id": str(n), "answered": f"2026-10-{1 + n % 28:02}T09:00:00", "q1": None if n == 7 else 5 if n % 4 else 2}
    for n in range(40)
]


def as_csv(rows, path):
    lines = [",".join(rows[0]), *(",".join("" if cell is None else str(cell) for cell in row.values()) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def as_json(rows, path):
    path.write_text(json.dumps(rows), encoding="utf-8")


def as_parquet(rows, path):
    as_json(rows, path.with_name("rows.json"))
    with duckdb.connect() as connection:
        connection.read_json(str(path.with_name("rows.json"))).write_parquet(str(path))


def as_workbook(rows, path):
    book = Workbook()
    for row in ([*rows[0]], *([*row.values()] for row in rows)):
        book.active.append(row)
    book.save(path)


def as_sqlite(rows, path):
    path.unlink(missing_ok=True)
    with closing(sqlite3.connect(path)) as connection, connection:
        kinds = (f"{name} {'integer' if name.startswith('q') else 'text'}" for name in rows[0])
        connection.execute(f"create table rows ({', '.join(kinds)})")
        places = ", ".join("?" * len(rows[0]))
        connection.executemany(f"insert into rows values ({places})", [[*row.values()] for row in rows])  # noqa: S608


WRITERS = {"csv": as_csv, "excel": as_workbook, "json": as_json, "parquet": as_parquet, "sqlite": as_sqlite}
"""How rows are written for each kind of source that reads files; a new one brings its own."""
OPTIONS = {"sqlite": "    table: rows\n"}
"""The options that must be given."""


@pytest.fixture(params=sorted(name for name, one in FOUND.sources.items() if one.files))
def source(request):
    if request.param == "excel":
        pytest.importorskip("fastexcel", reason='pip install "okrengine[excel]"')
    return request.param


def measured(folder, kind, rows, columns=None):
    """The reading of a CSAT over `rows` in a file of `kind`."""
    mapped = columns or "{response_id: id, responded_at: answered, score: q1}"
    settings = (
        "version: 1\ntimezone: Asia/Bangkok\ncycles: {named: {always: {from: 2026-10-01, to: 2026-12-31}}}\n"
        f"sources:\n  s:\n    type: {kind}\n    path: data/rows.x\n    columns: {mapped}\n{OPTIONS.get(kind, '')}"
    )
    write_project(folder, settings, "metric: csat\nsource: s\nbaseline: 60%\ntarget: 90%", {})
    (folder / "data").mkdir(exist_ok=True)
    if rows is not None:
        WRITERS[kind](rows, folder / "data" / "rows.x")
    (found,) = readings(folder, NOW)
    return found


def test_every_source_reads_the_same_rows_alike(source, tmp_path):
    found = measured(tmp_path, source, ROWS)
    assert (found.status, found.n, found.numerator, found.excluded.get("missing")) == ("ok", 39, 29, 1)
    assert found.latest == datetime.fromisoformat("2026-10-28T09:00:00+07:00")


def test_every_source_says_that_its_file_is_gone(source, tmp_path):
    found = measured(tmp_path, source, None)
    assert (found.status, found.value) == ("source_failed", None)
    assert "data/rows.x" in found.reason


def test_every_source_names_the_column_that_drifted(source, tmp_path):
    found = measured(
        tmp_path,
        source,
        [{**row, "q_1": row["q1"]} for row in ROWS],
        "{response_id: id, responded_at: answered, score: qq1}",
    )
    assert found.status == "source_failed"
    assert "`qq1`" in found.reason
    assert "did you mean" in found.reason


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02\xff\xfe", b"<html><body>502</body></html>"])
def test_every_source_refuses_what_it_cannot_read(source, tmp_path, content):
    measured(tmp_path, source, ROWS)
    (tmp_path / "data" / "rows.x").write_bytes(content)
    (found,) = readings(tmp_path, NOW)
    assert found.status == "source_failed"
    assert found.value is None
    assert str(tmp_path) not in found.reason
    assert "\n" not in found.reason


@pytest.mark.parametrize("offer", FOUND.sources.values(), ids=FOUND.sources)
def test_every_source_has_help_and_refuses_options_it_does_not_know(offer):
    assert len(offer.help) > 40
    with pytest.raises(ParameterError, match="unknown parameter"):
        bind(offer.parameters, {"no_such_option": 1}, check=None)
    secretive = re.compile("password|token|secret|api_?key|authorization")
    for name, option in offer.parameters.items():
        assert not secretive.search(name) or option.schema["pattern"] == REFERENCE, "a secret is a reference"


# ---------------------------------------------------------------- rules

RULES = """
001 yaml-syntax* error!             301 direction-mismatch error        407 no-target-number error!
002 duplicate-key error!            302 target-equals-baseline error!   408 compound-key-result warning
003 too-large error!                303 invalid-date error!             409 count-word-with-percent warning
004 empty-file error!               304 unit-mismatch error             410 number-in-objective info
005 invisible-character* error!     305 value-out-of-range error        411 slow-metric warning
006 not-utf8 error!                 306 date-outside-cycle warning      412 sample-too-small warning
101 unknown-key* error!             307 ratio-not-percent warning       413 department-not-involved warning
102 missing-key error!              308 bare-sign error!                414 no-customer-voice info
103 wrong-type error!               309 percent-of-percent info         415 target-already-met warning
104 invalid-value error!            310 no-usable-baseline error        416 perfect-target info
105 unsupported-version error!      311 baseline-overdue error          417 not-aligned info
106 conflicting-keys error!         312 wrong-order error!              418 one-owner-for-all info
107 literal-secret error!           313 amendment-mismatch error        419 not-revisited warning
201 unknown-plugin error            401 too-many-key-results warning    420 no-response warning
202 unknown-column warning          402 too-many-objectives warning     421 duplicate-measure info
203 duplicate-id error!             403 no-owner warning                422 nothing-excluded warning
204 unknown-name error              404 vague-title warning             901 unused-suppression* warning
205 missing-data-file warning       405 title-number-disagrees warning  902 unknown-rule error
206 circular-support error!         406 output-not-outcome warning      903 plugin-failed error
207 path-outside-project error!     208 check-in-misplaced error        209 plugin-not-loaded info
210 engine-not-supported error
"""
"""Every rule of the house. `*`: okr validate --fix mends it; `!`: it guards what is loaded, and nothing lowers it."""

BY_PROJECT = {"plugin-failed"}
"""What no file of a project is the reason of: test_rules.py shows it."""
HEAVY = Metric("baskets", lambda _rows: None, "order", unit="%", better="higher", engines=("postgres", "snowflake"))
SLUGS = sorted(FOUND.rules)


def test_the_rules_are_those_that_are_promised():
    promised = set(re.findall(r"([0-9]{3}) ([a-z0-9-]+\*?) (\S+)", RULES))
    ours = {
        (one.code.removeprefix("OKR"), one.slug + "*" * one.fixes, one.severity + "!" * one.guard)
        for one in FOUND.rules.values()
        if one.code.startswith("OKR")
    }
    assert ours == promised


@pytest.mark.parametrize("slug", SLUGS)
def test_every_rule_says_what_why_and_how_to_mend(slug):
    rule = FOUND.rules[slug]
    assert re.fullmatch("OKR[0-4,9][0-9]{2}", rule.code)
    assert [one.slug for one in FOUND.rules.values() if one.code == rule.code] == [slug]
    assert re.fullmatch("[a-z0-9-]+", slug)
    what, *why = rule.help.split("\n\n")
    assert what.endswith(".")
    assert why, "the second paragraph says why it matters"
    assert all(len(text) > 20 for text in why)
    assert rule.title
    assert not rule.title.endswith(".")
    assert rule.mend
    assert [one.name for one in rule.parameters.values() if not one.help] == []
    assert rule.severity == "error" or not rule.guard


@pytest.mark.parametrize("slug", sorted(set(SLUGS) - BY_PROJECT))
def test_the_bad_example_of_a_rule_has_that_one_finding_and_the_good_one_none(slug):
    check_rule(FOUND.rules[slug], replace(FOUND, metrics={**FOUND.metrics, HEAVY.name: HEAVY}))


@pytest.mark.parametrize("slug", sorted(set(SLUGS) - BY_PROJECT))
def test_every_rule_has_a_bad_file(slug):
    rule = FOUND.rules[slug]
    told = [path.read_text(encoding="utf-8") for path in EXAMPLES.glob(f"{slug}*.txt")]
    assert any(f"{rule.severity}[{rule.code}] {slug}: " in text for text in told), f"tests/examples/bad/{slug}.yaml"


@pytest.mark.parametrize("bad", ["", "baseline: 80%\ntarget: 90%\n"])
def test_an_example_that_shows_nothing_is_told(bad):
    rule = FOUND.rules["no-usable-baseline"]
    good = "id: k\nbaseline: 4\ntarget: 9\n"
    with pytest.raises(AssertionError, match="must have that one finding; found instead: "):
        check_rule(replace(rule, example=Example(f"id: k\n{bad}" if bad else good, good)))
    with pytest.raises(AssertionError, match="the good example of no-usable-baseline must have no finding"):
        check_rule(replace(rule, example=Example("id: k\ntarget: 9\n", "id: k\ntarget: 8\n")))
    with pytest.raises(AssertionError, match="has no example"):
        check_rule(replace(rule, example=None))
