"""What every source and every rule must hold, run over all that are installed."""

import json
import re
from datetime import datetime
from pathlib import Path

import duckdb
import pytest

from okrengine import registry
from okrengine.parameters import ParameterError, bind
from okrengine.testing import readings, write_project

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


WRITERS = {"csv": as_csv, "json": as_json, "parquet": as_parquet}
"""How rows are written for each kind of source; a new one brings its own."""


@pytest.fixture(params=sorted(FOUND.sources))
def source(request):
    return request.param


def measured(folder, kind, rows, columns=None):
    """The reading of a CSAT over `rows` in a file of `kind`."""
    mapped = columns or "{response_id: id, responded_at: answered, score: q1}"
    settings = (
        "version: 1\ntimezone: Asia/Bangkok\ncycles: {named: {always: {from: 2026-10-01, to: 2026-12-31}}}\n"
        f"sources:\n  s:\n    type: {kind}\n    path: data/rows.x\n    columns: {mapped}\n"
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


def test_every_source_has_help_and_refuses_options_it_does_not_know(source):
    offer = FOUND.sources[source]
    assert len(offer.help) > 40
    with pytest.raises(ParameterError, match="unknown parameter"):
        bind(offer.parameters, {"no_such_option": 1}, check=None)
    secretive = re.compile("password|token|secret|api_?key|authorization")
    assert not [name for name in offer.parameters if secretive.search(name)]


BY_PROJECT = {"check-in-misplaced", "missing-data-file", "path-outside-project", "plugin-not-loaded"}
"""Rules about more than one file: their bad and good projects are in test_rules.py."""


@pytest.mark.parametrize("slug", sorted(FOUND.rules))
def test_every_rule_has_a_code_a_help_and_a_bad_file(slug):
    rule = FOUND.rules[slug]
    assert re.fullmatch("OKR[1-4][0-9]{2}", rule.code)
    assert [one.slug for one in FOUND.rules.values() if one.code == rule.code] == [slug]
    assert rule.help.endswith(".")
    if slug in BY_PROJECT:
        return
    told = [path.read_text(encoding="utf-8") for path in EXAMPLES.glob(f"{slug}*.txt")]
    assert any(f"{rule.severity} {rule.code}[{slug}] " in text for text in told), f"tests/examples/bad/{slug}.yaml"
