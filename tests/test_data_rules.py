"""Rules about data, dates, samples and check-ins: for each what it speaks of, and what it leaves alone."""

import json
import time
from dataclasses import replace
from datetime import datetime

import pytest

from okrengine import Metric, Source, registry
from okrengine.project import BrokenFilesError, Project

FOUND = registry.find()
AS_OF = "2026-11-21T09:00:00+07:00"
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
sources:
  s: {type: csv, path: data/x.csv, columns: {response_id: id, responded_at: at, score: q1, touchpoint: at, สาขา: shop}}
  t: {type: csv, path: data/x.csv}
"""
RATE = "metric: csat, source: s"


@pytest.fixture
def told(tmp_path):
    """What one rule marks in a project of these key results and files, and what it says of it."""

    def tell(  # noqa: PLR0913  everything that a project may say
        slug, *key_results, settings=SETTINGS, files=None, cycle="2026-Q4", more="", as_of=AS_OF, known=FOUND
    ):
        lines = "".join(f"      - {{id: k{number}, {one}}}\n" for number, one in enumerate(key_results, 1))
        okr = f"version: 1\ncycle: {cycle}\nteam: t\nobjectives:\n  - id: o\n    title: ก\n{more}    key_results:\n{lines}"
        given = {"okrengine.yaml": settings, "data/x.csv": "id\n", "okrs/t.yaml": okr, **(files or {})}
        for name, text in given.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        try:
            checked = Project.open(tmp_path, registry=known).validate(as_of=datetime.fromisoformat(as_of))
        except BrokenFilesError as error:  # of okrengine.yaml
            checked = error
        assert [one for one in checked.problems if one.code == "OKR903"] == []
        found = [one for one in checked.problems if one.slug == slug]
        return [(_marked(one.place, checked.texts), one.message, one.hint) for one in found]

    return tell


def _marked(place, texts):
    line = texts[place.file].split("\n")[place.line - 1]
    return line[place.column - 1 : place.end_column - 1]


def marks(found):
    return [mark for mark, _, _ in found]


def said(day, body, team="t", cycle="2026-Q4", more=""):
    """A check-in by its name."""
    head = f"version: 1\ncycle: {cycle}\nteam: {team}\nat: {day}T09:00:00+07:00\nby: nok\n{more}"
    return {f"checkins/{cycle}/{team}/{day}T020000Z.yaml": f"{head}key_results: {{{body}}}\n"}


def values(*pairs, name="o/k1", more=""):
    """Check-ins of one key result."""
    files = {}
    for day, value in pairs:
        files |= said(day, f"{name}: {{value: {value}{more}}}")
    return files


# ---------------------------------------------------------------- what the project names


@pytest.mark.parametrize(
    ("settings", "slug", "marked"),
    [
        ("plugins: [plugins]\n", "unknown-name", ["plugins"]),
        ("plugins: [data]\n", "unknown-name", []),
        ("plugins: [data/x.csv]\n", "unknown-name", ["data/x.csv"]),
        ('  d: {type: csv, path: data/x.csv, delimiter: ";"}\n', "invalid-value", []),
        ('  d: {type: csv, path: data/x.csv, delimiter: ";;"}\n', "invalid-value", ['";;"']),
        ("  d: {type: csv, path: data/x.csv, delimiter: '\"'}\n", "invalid-value", ["'\"'"]),
        ('  d: {type: csv, path: data/x.csv, delimiter: ""}\n', "invalid-value", ['""']),
        ('  d: {type: csv, path: data/x.csv, delimiter: "\\t"}\n', "invalid-value", []),
    ],
)
def test_folders_and_options_of_sources_are_judged_before_anything_is_read(told, settings, slug, marked):
    assert marks(told(slug, "baseline: 1, target: 9", settings=SETTINGS + settings)) == marked


def test_a_path_of_a_source_may_be_called_anything(told):
    settings = SETTINGS.replace("path: data/x.csv}", "path: said}")
    assert marks(told("missing-data-file", f"{RATE}, baseline: 1%, target: 9%", settings=settings)) == ["said"]


def test_a_file_without_objectives_says_nothing(told):
    empty = {"okrs/u.yaml": "version: 1\ncycle: 2026-Q4\nteam: u\nobjectives: []\n"}
    ((mark, message, _),) = told("invalid-value", "baseline: 1, target: 9", files=empty)
    assert (mark, message) == ("[]", "`objectives` holds 0 things; at least 1 is needed")


def refusing(options):
    """A check of a source's options that judges two together."""
    return "`low` must be less than `high`: swap them" if options["low"] >= options["high"] else None


def failing(_options):
    raise KeyError("no such\nthing")


def ranged(_connection, _files, *, low: int, high: int = 5):
    """Rows of a range."""


@pytest.mark.parametrize(
    ("check", "options", "says"),
    [
        (refusing, "low: 1", []),
        (None, "low: 9", []),
        (refusing, "low: 9, high: 8", [("OKR104", "`low` must be less than `high`", "9")]),
        (refusing, "high: 8", [("OKR102", "the parameter `low` must be given", "r")]),
        (
            failing,
            "low: 1",
            [("OKR903", "the source type `range` failed while its options were checked: KeyError", "r")],
        ),
    ],
)
def test_a_source_judges_its_own_options(tmp_path, check, options, says):
    known = replace(FOUND, sources={**FOUND.sources, "range": Source("range", ranged, files=False, check=check)})
    (tmp_path / "okrengine.yaml").write_text(f"version: 1\nsources:\n  r: {{type: range, {options}}}\n")
    try:
        found = Project.open(tmp_path, registry=known)
    except BrokenFilesError as error:
        said = [(one.code, one.message.split(": ")[0], _marked(one.place, error.texts)[:1]) for one in error.problems]
        assert [(code, text.split(": ")[0], mark[:1]) for code, text, mark in says] == said
    else:
        assert found
        assert says == []


# ---------------------------------------------------------------- 209 plugin-not-loaded

OWN = '''
from okrengine import Metric, Rate, Seconds, Share, Statistic, hookimpl

open("loaded", "w").close()


def happy(rows, *, threshold: Seconds, share: Share = 80, statistic: Statistic = "median", only: tuple[str, ...] = (),
          limits: tuple[int, int] = (1, 5), bold: bool = False):
    """Percent of the happy ones."""
    return Rate(rows.score >= 4)


@hookimpl
def okr_metrics():
    return [Metric("happy", happy, "survey_response", unit="%", better="higher", needs=("score",))]
'''


@pytest.fixture
def committed(tmp_path, okr):
    """A project with a metric of its own, whose schema `okr schema --write` made; then its code is not loaded."""
    (tmp_path / "plugins").mkdir()
    (tmp_path / "plugins" / "happiness.py").write_text(OWN, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "x.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "okrengine.yaml").write_text(SETTINGS + "plugins: [plugins]\n", encoding="utf-8")
    ran = okr(tmp_path, "schema", "--write")
    assert ran.returncode == 0, ran.stderr
    (tmp_path / "loaded").unlink()

    def tell(options, metric="happy", source="source: s, "):
        (tmp_path / "okrs").mkdir(exist_ok=True)
        promise = f"{{id: k, metric: {metric}, {source}{options}baseline: 60%, target: 80%}}"
        head = "version: 1\ncycle: 2026-Q4\nteam: t\nobjectives:\n  - id: o\n    title: ก\n    key_results:\n"
        (tmp_path / "okrs" / "t.yaml").write_text(f"{head}      - {promise}\n", encoding="utf-8")
        checked = Project.open(tmp_path).validate(as_of=datetime.fromisoformat(AS_OF))
        assert not (tmp_path / "loaded").exists(), "okr validate ran code of the project"
        strict = [one for one in checked.problems if one.code < "OKR4"]
        return [(one.code, _marked(one.place, checked.texts), one.hint) for one in strict]

    return tell


NOTED = ("OKR209", "happy", "its parameters were checked by schemas/okr.schema.json")


@pytest.mark.parametrize(
    ("options", "says"),
    [
        ("threshold: 1 h", []),
        ("threshold: 1 h, share: 90%, statistic: p90, only: [a, ข], limits: [1, 9], bold: true", []),
        ("treshold: 1 h", [("OKR101", "treshold", "did you mean `threshold`?")]),
        (
            "threshold: 1 h, color: red",
            [("OKR101", "color", "allowed here: threshold, share, statistic, only, limits, bold, min_sample")],
        ),
        ("threshold: 80%", [("OKR104", "80%", "write a length of time: 1 h, 30 min, 7 d")]),
        ("threshold: 1 h, statistic: p100", [("OKR104", "p100", "write median, mean, or a percentile from p1 to p99")]),
        ("threshold: 1 h, bold: yes", [("OKR103", "yes", "write true or false")]),
        ("threshold: 1 h, limits: [1, 2, 3]", [("OKR104", "[1, 2, 3]", "write a list of 2: [1, 5]")]),
        ("bold: true", [("OKR102", "with", "add `with: {threshold: …}`")]),
    ],
)
def test_parameters_of_the_projects_own_metric_are_checked_without_its_code(committed, options, says):
    found = committed(f"with: {{{options}}}, ")
    assert NOTED in found
    found.remove(NOTED)
    assert [(code, mark) for code, mark, _ in found] == [(code, mark) for code, mark, _ in says]
    assert [hint.split(", …")[0] for _, _, hint in found] == [hint for _, _, hint in says]


def test_a_metric_of_ones_own_needs_its_source_and_its_name_in_the_committed_schema(committed):
    assert [code for code, _, _ in committed("with: {threshold: 1 h}, ", source="")] == ["OKR102", "OKR209"]
    ((code, mark, hint),) = committed("with: {nope: 1}, ", metric="hapy")
    assert (code, mark) == ("OKR201", "hapy")
    assert hint.startswith("did you mean `happy`?")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "7",
        "[" * 50_000,
        '{"$defs": []}',
        '{"$defs": {"keyResult": {"properties": {"metric": {"enum": {"happy": 1}}}}}}',
        '{"$defs": {"keyResult": {"properties": {"metric": {"enum": ["happy"]}}}}}',
        '{"$defs": {"keyResult": {"properties": {"metric": {"enum": ["happy"]}}}, "with-happy": {"properties": [1]}}}',
    ],
)
def test_a_committed_schema_that_is_none_of_ours_makes_nothing_known(committed, tmp_path, content):
    (tmp_path / "schemas" / "okr.schema.json").write_text(content, encoding="utf-8")
    assert [code for code, _, _ in committed("with: {threshold: 1 h}, ")] == ["OKR201"]


@pytest.mark.parametrize(
    "schema",
    [
        '{"type": "string", "pattern": "^(a+)+$"}',
        '{"$ref": "https://example.invalid/x.json"}',
        '{"$ref": "#/$defs/with-happy"}',
        '{"enum": [[1], {"a": 1}]}',
        '{"type": "array", "items": {"type": "array", "items": {"type": "array", "items": {"type": "array"}}}}',
        '{"type": "array", "items": {"type": "string"}, "minItems": 1000000000, "maxItems": 1000000000}',
        '{"type": "array", "items": {"type": "string"}, "minItems": -5, "maxItems": -5}',
        '{"enum": []}',
    ],
)
def test_no_pattern_and_no_reference_of_a_strangers_schema_is_followed(committed, tmp_path, schema):
    names = '{"keyResult": {"properties": {"metric": {"enum": ["happy"]}}}, "with-happy": {"properties": {"x": %s}}}'
    (tmp_path / "schemas" / "okr.schema.json").write_text('{"$defs": %s}' % (names % schema), encoding="utf-8")
    assert NOTED in committed(f"with: {{x: {'a' * 60}!}}, ")
    assert "OKR101" in [code for code, _, _ in committed("with: {y: 1}, ")]


@pytest.mark.parametrize(("repeated", "needed"), [(100_000, 1), (1_000, 50_000)])
def test_a_strangers_schema_takes_no_longer_than_its_size(committed, tmp_path, repeated, needed):
    own = {"properties": {"x": {}}, "required": [f"r{number}" for number in range(needed)]}
    own["properties"] |= {f"p{number}": {"type": "string"} for number in range(99)}
    definitions = {"keyResult": {"properties": {"metric": {"enum": ["happy"] * repeated}}}, "with-happy": own}
    (tmp_path / "schemas" / "okr.schema.json").write_text(json.dumps({"$defs": definitions}), encoding="utf-8")
    started = time.process_time()
    assert NOTED in committed("with: {x: 1}, ")
    assert time.process_time() - started < 2


# ---------------------------------------------------------------- 202 unknown-column, 210 engine-not-supported


@pytest.mark.parametrize(
    ("where", "marked"),
    [
        ("touchpoint: repair", []),
        ("สาขา: เชียงใหม่", []),
        ("score: {at_least: 3}", []),
        ("touch-point: repair", ["touch-point"]),
        ("สาขาา: เชียงใหม่", ["สาขาา"]),
        ("due_at: 2026-11-30", ["due_at"]),
        ("channel: chat", ["channel"]),  # a survey may have it, and this one does not map it
    ],
)
def test_rows_are_picked_by_columns_that_metric_or_source_declares(told, where, marked):
    found = told("unknown-column", f"{RATE}, where: {{{where}}}, baseline: 80%, target: 90%")
    assert marks(found) == marked


def test_the_columns_of_every_record_that_a_metric_reads_are_known(told):
    ways = "metric: first_response_time, source: t, where: {author_role: customer, priority: high}"
    totals = "metric: complaint_rate, source: t, where: {period: 2026-10-01, customers: {at_least: 5}}"
    assert told("unknown-column", f"{ways}, baseline: 4 h, target: 1 h", f"{totals}, baseline: 9%, target: 5%") == []
    assert marks(told("unknown-column", f"{ways.replace('author_role', 'author')}, baseline: 4 h, target: 1 h")) == [
        "author"
    ]


@pytest.mark.parametrize(
    ("entry", "hints"),
    [
        ("columns: {response_id: id, responded_at: at, region: ภาค}", []),
        ("columns: {respons_id: id, responded_at: at}", ["did you mean `response_id`?"]),
        ("columns: {response_id: id, version: v}, dedup: {key: response_id, order_by: version}", []),
        ("columns: {response_id: id}, values: {scores: {missing: [-]}}", ["did you mean `score`?"]),
        ("columns: {region: ภาค}, values: {region: {labels: {เหนือ: north}}}", []),
        ("exclude: {chanel: test}", ["did you mean `channel`?"]),
        ("exclude: {state: test}", ["add it under `columns:` of the source: `{state: …}`"]),
        ("dedup: {key: responseid, order_by: updated}", ["did you mean `response_id`?", None]),
    ],
)
def test_a_source_speaks_of_columns_that_there_are(told, entry, hints):
    settings = SETTINGS.replace("t: {type: csv, path: data/x.csv}", f"t: {{type: csv, path: data/x.csv, {entry}}}")
    found = told("unknown-column", "metric: csat, source: t, baseline: 80%, target: 90%", settings=settings)
    assert [hint if hint and hint.startswith("did") else hints[n] for n, (_, _, hint) in enumerate(found)] == hints


def test_a_source_that_nobody_reads_may_be_of_any_record_and_an_unknown_metric_of_any_column(told):
    settings = SETTINGS + "  u: {type: csv, path: data/x.csv, columns: {sku: a}, exclude: {on_hand: 0}}\n"
    assert told("unknown-column", "metric: nope, source: s, where: {on_hand: 1}, baseline: 1, target: 2") == []
    assert told("unknown-column", "baseline: 1, target: 2", settings=settings) == []
    assert told("unknown-column", f"{RATE.replace(': s', ': none')}, where: {{x: 1}}, baseline: 1%, target: 2%") == []


@pytest.mark.parametrize(
    ("engines", "engine", "source", "fires"),
    [
        (None, "postgres://db", "s", False),
        (("duckdb",), "duckdb", "s", False),
        (("duckdb",), "mysql://db", "s", False),  # files are read by the embedded engine
        (("postgres",), "postgres://db", "s", True),
        (("duckdb", "postgres"), "postgres://${env:DB}", "{type: sql, table: t}", False),
        (("duckdb",), "mariadb://db", "{type: sql, table: t}", True),
        (("duckdb",), "mysql://db", "{type: sql, table: t, url: 'postgresql://db'}", True),
        (("postgres",), "mysql://db", "{type: sql, table: t, url: 'postgresql://db'}", False),
        (("duckdb",), "${env:DB}", "{type: sql, table: t}", False),  # only opening it tells
        (("duckdb",), "duckdb", "{type: sqlite, path: data/x.db, table: t}", True),
        (("sqlite",), "duckdb", "{type: sqlite, path: data/x.db, table: t}", False),
    ],
)
def test_a_metric_may_say_which_engines_compute_it(told, engines, engine, source, fires):
    metric = Metric("kinds", lambda _rows: None, "ticket", unit="%", engines=engines)
    known = replace(FOUND, metrics={**FOUND.metrics, "kinds": metric})
    name = "s" if source == "s" else "base"
    settings = f'{SETTINGS}  base: {source if name == "base" else "{type: csv, path: x.csv}"}\nengine: "{engine}"\n'
    promise = f"metric: kinds, source: {name}, baseline: 1%, target: 9%"
    assert marks(told("engine-not-supported", promise, settings=settings, known=known)) == ["kinds"] * fires


# ---------------------------------------------------------------- 301 with captured baselines


@pytest.mark.parametrize(
    ("target", "captured", "marked"),
    [
        ("90%", "80%", []),
        ("90%", "93%", ["90%"]),
        ("{change: -2 pp}", "93%", ["-2 pp"]),
        ("{change: +2 pp}", "93%", []),
    ],
)
def test_a_captured_baseline_counts_for_the_direction(told, target, captured, marked):
    promise = f"{RATE}, baseline: {{measure_by: 2026-10-15}}, target: {target}"
    files = said("2026-10-12", f"o/k1: {{value: {captured}, baseline: {captured}}}")
    assert marks(told("direction-mismatch", promise, files=files)) == marked
    assert told("direction-mismatch", promise, files=files, as_of="2026-10-11T09:00:00+07:00") == []


def test_a_change_moves_a_negative_value_the_way_of_its_sign(told):
    promise = "metric: nps, source: s, baseline: -20 points, target: {change: +10%}"
    assert told("direction-mismatch", promise) == []


# ---------------------------------------------------------------- 306 date-outside-cycle


@pytest.mark.parametrize(
    ("key_result", "cycle", "marked"),
    [
        ("baseline: 1, target: 2, deadline: 2026-12-31", "2026-Q4", []),
        ("baseline: 1, target: 2, deadline: 2026-10-01", "2026-Q4", []),
        ("baseline: 1, target: 2, deadline: 2027-03-31", "2026-Q4", ["2027-03-31"]),
        ("baseline: 1, target: 2, deadline: 2026-09-30", "2026-Q4", ["2026-09-30"]),
        ("milestones: [{id: a, by: 2026-12-31}, {id: b, by: 2027-01-01}]", "2026-Q4", ["2027-01-01"]),
        ("baseline: 1, target: 2, curve: [{on: 2027-01-31, progress: 50%}]", "2026-Q4", ["2027-01-31"]),
        ("baseline: 1, target: 2, deadline: 2027-03-31", "launch", []),
        ("baseline: 1, target: 2, deadline: 2027-03-31", "no-such-cycle", []),
        ("title: ฟีเจอร์ที่ลูกค้าขอ 3 เรื่องใน 6 เดือน, baseline: 0, target: 3", "2026-Q4", ["ใน 6 เดือน"]),
        ("title: ฟีเจอร์ที่ลูกค้าขอ ๓ เรื่องภายในหกเดือน, baseline: 0, target: 3", "2026-Q4", ["ภายในหกเดือน"]),
        ("title: Complaints fall to 3% within 6 months, baseline: 10%, target: 3%", "2026-Q4", ["within 6 months"]),
        ("title: Complaints fall to 3% within 6 months, baseline: 10%, target: 3%", "2026-H2", []),
        ("title: ตอบกลับใน 1 ชั่วโมง ตลอด 3 เดือน, baseline: 10%, target: 30%", "2026-Q4", []),
        ("title: Reply time falls in 3 months, baseline: 6 h, target: 1 h", "2026-Q4", []),
        ("title: Bought again within 6 months, window: last 180 d, metric: csat, source: s, baseline: 1%, target: 3%",
         "2026-Q4", []),
        ("title: Done within a year, baseline: 1, target: 3, deadline: 2026-12-01", "2026-Q4", []),
    ],
)  # fmt: skip
def test_dates_lie_in_the_cycle(told, key_result, cycle, marked):
    settings = SETTINGS + "cycles: {named: {launch: {from: 2026-11-01, to: 2027-04-30}}}\n"
    assert marks(told("date-outside-cycle", key_result, settings=settings, cycle=cycle)) == marked


@pytest.mark.parametrize(
    ("cycle", "deadline", "hint"),
    [
        ("2026-Q3", "2026-12-31", "move it, or write `cycle: 2026-H2`, which ends on 2026-12-31"),
        ("2026-Q2", "2026-12-31", "move it, or write `cycle: 2026`, which ends on 2026-12-31"),
        ("2026-Q4", "2027-04-15", "move it, or write `cycle: launch`, which ends on 2027-04-30"),
        ("2026-Q4", "2027-06-30",
         "move it, or name a longer cycle in okrengine.yaml: `named: {longer: {from: 2026-10-01, to: 2027-06-30}}`"),
        ("2026-Q4", "2026-01-31", "move it into the cycle"),
    ],
)  # fmt: skip
def test_a_cycle_that_is_long_enough_is_named(told, cycle, deadline, hint):
    settings = SETTINGS + "cycles: {named: {launch: {from: 2026-10-01, to: 2027-04-30}}}\n"
    ((_, _, said_hint),) = told(
        "date-outside-cycle", f"baseline: 1, target: 2, deadline: {deadline}", settings=settings, cycle=cycle
    )
    assert said_hint == hint


# ---------------------------------------------------------------- 307 ratio-not-percent, 309 percent-of-percent


@pytest.mark.parametrize(
    ("key_result", "marked"),
    [
        (f"{RATE}, baseline: 0.8, target: 0.9", ["0.9"]),
        (f"{RATE}, baseline: 0, target: 1", ["1"]),
        (f"{RATE}, baseline: 80%, target: 90%", []),
        (f"{RATE}, baseline: 80, target: 90", []),
        (f"{RATE}, baseline: 0.8%, target: 0.9%", []),
        (f"{RATE}, baseline: 80%, target: 0.9", []),  # direction-mismatch speaks
        ("metric: complaint_rate, source: s, baseline: 10%, target: 0.03", ["0.03"]),
        ("metric: complaint_rate, source: s, baseline: 1.2, target: 0.8", []),
        (f"{RATE}, maintain: {{at_least: 0.85}}", ["0.85"]),
        (f"{RATE}, baseline: 0.5, target: {{commit: 0.6, target: 0.7, stretch: 0.8}}", ["0.8"]),
        (f"{RATE}, baseline: 80%, target: 90%, guardrails: [{{{RATE}, at_least: 0.8}}]", ["0.8"]),
        ("metric: csat_mean, source: s, with: {scale: [0, 1]}, baseline: 0.5, target: 0.9", []),
        ("baseline: 0.5, target: 0.9", []),
        ("metric: follower_growth, source: s, baseline: 0, target: 10", []),
    ],
)
def test_a_bare_number_up_to_one_is_no_percentage(told, key_result, marked):
    assert marks(told("ratio-not-percent", key_result)) == marked


def test_a_share_is_told_with_what_it_would_be_in_percent(told):
    ((_, message, hint),) = told("ratio-not-percent", f"{RATE}, baseline: 0.80, target: 0.9")
    assert message == "the target `0.9` is read as 0.9%"
    assert hint == "write `90%`; if it is meant so, `0.9%`"


@pytest.mark.parametrize(
    ("key_result", "message"),
    [
        ("metric: complaint_rate, source: s, baseline: 10%, target: {change: -20%}",
         "`-20%` of 10% is a target of 8%"),
        ("metric: complaint_rate, source: s, baseline: 12.5, target: {change: -20%}",
         "`-20%` of 12.5% is a target of 10%"),
        ("baseline: 30%, target: {change: +25%}", "`25%` of 30% is a target of 37.5%"),
        ("metric: complaint_rate, source: s, baseline: 10%, target: {change: -2 pp}", None),
        ("metric: complaint_rate, source: s, baseline: 10%, target: 8%", None),
        ("metric: resolution_time, source: s, baseline: 10 h, target: {change: -20%}", None),
        ("baseline: 1200 visits, target: {change: +25%}", None),
        ("metric: complaint_rate, source: s, baseline: {measure_by: 2026-12-01}, target: {change: -20%}", None),
    ],
)  # fmt: skip
def test_a_percentage_of_a_percentage_is_worked_out(told, key_result, message):
    found = [text for _, text, _ in told("percent-of-percent", key_result)]
    assert [text.replace("+", "") for text in found] == ([message] if message else [])


def test_a_percentage_of_a_captured_percentage_is_worked_out_too(told):
    promise = "metric: complaint_rate, source: s, baseline: {measure_by: 2026-10-15}, target: {change: -20%}"
    found = told("percent-of-percent", promise, files=said("2026-10-12", "o/k1: {baseline: 15%, value: 15%}"))
    assert [(message, hint) for _, message, hint in found] == [
        ("`-20%` of 15% is a target of 12%", "`-20 pp` if points of percent are meant")
    ]


# ---------------------------------------------------------------- 411 slow-metric, 412 sample-too-small


@pytest.mark.parametrize(
    ("window", "cycle", "fires"),
    [
        ("last 30 d", "2026-Q4", False),
        ("last 91 d", "2026-Q4", False),
        ("last 92 d", "2026-Q4", True),
        ("last 14 w", "2026-Q4", True),
        ("last 180 d", "2026-H2", False),
        ("cycle", "2026-Q4", False),
        ("{from: 2026-01-01, to: 2026-12-31}", "2026-Q4", False),
    ],
)
def test_a_window_is_shorter_than_the_cycle(told, window, cycle, fires):
    promise = f"{RATE}, window: {window}, baseline: 80%, target: 90%"
    assert marks(told("slow-metric", promise, cycle=cycle)) == [window] * fires


@pytest.mark.parametrize(
    ("metric", "source", "marked"),
    [
        (None, None, []),
        ("30 d", "1 w", []),
        ("92 d", None, ["yearly"]),
        (None, "365 d", ["x"]),
        ("365 d", "365 d", ["yearly"]),
        ("now and then", "daily", []),
    ],
)
def test_a_measure_is_renewed_while_the_cycle_runs(told, metric, source, marked):
    yearly = Metric("yearly", lambda _rows: None, "ticket", unit="%", refreshes=metric)
    books = Source("books", lambda *_: None, refreshes=source)
    known = replace(FOUND, metrics={**FOUND.metrics, "yearly": yearly}, sources={**FOUND.sources, "books": books})
    settings = SETTINGS + "  x: {type: books, path: data/x.csv}\n"
    promise = "metric: yearly, source: x, baseline: 1%, target: 9%"
    assert marks(told("slow-metric", promise, settings=settings, known=known)) == marked


RATES = "metric: complaint_rate, source: s, baseline: 10%, target: {}"


@pytest.mark.parametrize(
    ("target", "entry", "hint"),
    [
        ("8%", "value: 9.6%, n: 177, interval: [6.08%, 14.84%]", "about n = 3,211 is needed, or a larger step"),
        ("8%", "value: 9.6%, n: 100, interval: [7.6%, 11.6%]", "about n = 3,211 is needed, or a larger step"),
        ("8%", "value: 9.6%, n: 100, interval: [7.7%, 11.6%]", None),
        ("3%", "value: 9.6%, n: 177, interval: [6.08%, 14.84%]", None),
        ("8%", "value: 9.6%, interval: [1%, 19%]", "about n = 3,211 is needed, or a larger step"),
        ("8%", "value: 9.6%, n: 177", None),
        ("8%", "missing: source_failed, interval: [1%, 19%]", None),
        ("8%", "value: 9.6%, n: 177, interval: [1 h, 19 h]", None),
        ("{change: -2 pp}", "value: 9.6, n: 177, interval: [6, 15]", "about n = 3,211 is needed, or a larger step"),
    ],
)
def test_the_change_is_larger_than_chance(told, target, entry, hint):
    found = told("sample-too-small", RATES.format(target), files=said("2026-11-14", f"o/k1: {{{entry}}}"))
    assert [said_hint for _, _, said_hint in found] == ([hint] if hint else [])


@pytest.mark.parametrize(
    ("promise", "entry", "needed"),
    [
        ("metric: csat, source: s, baseline: 80%, target: 90%", "value: 80%, n: 20, interval: [58%, 92%]", 197),
        ("metric: csat, source: s, baseline: 80%, target: 90%", "value: 80%, n: 40, interval: [66%, 90%]", 197),
        ("metric: complaint_rate, source: s, baseline: 10%, target: 3%", "value: 10%, n: 20, interval: [3%, 30%]", 191),
        ("metric: complaint_rate, source: s, baseline: 15%, target: 5%", "value: 15%, n: 20, interval: [5%, 36%]", 138),
        ("metric: repeat_purchase_rate, source: s, baseline: 30%, target: 45%", "value: 30%, n: 20, interval: [14%, 52%]", 160),
        ("metric: csat_mean, source: s, with: {scale: [0, 10]}, baseline: 8.5, target: 9", "value: 8.5, n: 20, interval: [7.8426, 9.1574]", 142),
        ("metric: csat_mean, source: s, with: {scale: [0, 10]}, baseline: 8.5, target: 9", "value: 8.5, interval: [7.8426, 9.1574]", None),
        # of 83 in 100 who are promoters or detractors, now 66.5 and 16.5
        ("metric: nps, source: s, baseline: 50, target: 70", "value: 50, n: 10, interval: [2.798, 97.202]", 181),
        ("metric: nps, source: s, baseline: 50, target: 70", "value: 40, n: 10, interval: [-10.733, 90.733]", 181),
        ("metric: csat_mean, source: s, with: {scale: [0, 10]}, baseline: 1, target: 9", "value: 1, n: 2, interval: [-9, 11]", 30),
    ],
)  # fmt: skip
def test_so_many_answers_tell_a_change_from_chance(told, promise, entry, needed):
    ((_, _, hint),) = told("sample-too-small", promise, files=said("2026-11-14", f"o/k1: {{{entry}}}"))
    assert hint == ("more answers" if needed is None else f"about n = {needed} is needed") + ", or a larger step"


def test_a_net_share_of_fifty_is_known_to_ten_points_by_231_answers():
    from okrengine.measure import intervals

    assert (
        intervals.Z * intervals.difference(0.675, 0.175, 231)
        <= 0.1
        < intervals.Z * intervals.difference(0.675, 0.175, 230)
    )


def test_no_fewer_answers_are_asked_for_than_the_metric_needs(told):
    promise = "metric: csat, source: s, with: {min_sample: 500}, baseline: 80%, target: 90%"
    files = said("2026-11-14", "o/k1: {value: 80%, n: 5, interval: [38%, 96%]}")
    ((_, _, hint),) = told("sample-too-small", promise, files=files)
    assert hint == "about n = 500 is needed, or a larger step"


def test_units_of_time_are_converted_and_the_newest_value_counts(told):
    promise = "metric: resolution_time, source: s, baseline: 2 d, target: 47 h"
    files = said("2026-11-06", "o/k1: {value: 46 h, n: 9, interval: [30 h, 60 h]}")
    ((mark, message, _),) = told("sample-too-small", promise, files=files)
    assert (mark, message) == ("47 h", "the newest value is known to ± 15 h, and the change asked for is 1 h")
    files |= said("2026-11-13", "o/k1: {value: 2800 min, n: 9000, interval: [2790 min, 2810 min]}")
    assert told("sample-too-small", promise, files=files) == []


def test_a_level_to_keep_and_a_cycle_that_is_over_ask_for_no_sample(told):
    files = said("2026-11-14", "o/k1: {value: 9%, n: 9, interval: [1%, 50%]}")
    assert told("sample-too-small", "metric: csat, source: s, maintain: {at_least: 8%}", files=files) == []
    assert told("sample-too-small", RATES.format("8%"), files=files, as_of="2027-01-01T09:00:00+07:00") == []
    assert told("sample-too-small", RATES.format("8%"), files=files, as_of="2026-11-13T09:00:00+07:00") == []
    assert len(told("sample-too-small", RATES.format("8%"), files=files)) == 1


# ---------------------------------------------------------------- 415 target-already-met

BEFORE = """\
version: 1
cycle: 2026-Q3
team: {team}
objectives:
  - id: past
    title: ก
    key_results:
      - {{id: k, {key_result}}}
"""
SAME = "metric: csat, source: s, where: {{touchpoint: repair, channel: [a, b]}}, baseline: {}, target: {}"
TURNED = "where: {channel: [a, b], touchpoint: repair}, source: s, metric: csat, baseline: 60%, target: 70%"


@pytest.mark.parametrize(
    ("target", "earlier", "value", "fires"),
    [
        ("85%", TURNED, "85%", True),
        ("85%", TURNED, "90%", True),
        ("85%", TURNED, "84.9%", False),
        ("{change: +5 pp}", TURNED, "85%", True),
        ("{commit: 82%, target: 85%, stretch: 90%}", TURNED, "86%", False),
        ("{commit: 82%, target: 85%, stretch: 90%}", TURNED, "90%", True),
        ("85%", TURNED.replace("[a, b]", "[b, a]"), "90%", True),
        ("85%", TURNED + ", with: {}", "90%", True),
        ("85%", TURNED.replace("csat", "positive_review_share"), "90%", False),
        ("85%", TURNED.replace("source: s", "source: t"), "90%", False),
        ("85%", TURNED + ", with: {satisfied_min: 5}", "90%", False),
    ],
)
def test_a_target_is_ahead_of_what_the_same_measure_said_before(told, target, earlier, value, fires):
    files = {"okrs/q3.yaml": BEFORE.format(team="u", key_result=earlier)}
    files |= values(("2026-09-30", "50%"), name="past/k") | said("2026-10-01", "o/k1: {value: 99%}")
    files |= said("2026-09-29", f"past/k: {{value: {value}}}", team="u", cycle="2026-Q3")
    found = told("target-already-met", SAME.format("80%", target), files=files)
    assert len(found) == fires
    if fires:
        assert found[0][1].endswith(f"is met already: the value was {value} on 2026-09-29")


def test_lower_is_met_from_below_and_units_are_converted(told):
    measure = "metric: resolution_time, source: s, baseline: {}, target: {}"
    files = {"okrs/q3.yaml": BEFORE.format(team="u", key_result=measure.format("3 d", "2 d"))}
    files |= said("2026-09-29", "past/k: {value: 1410 min}", team="u", cycle="2026-Q3")
    assert marks(told("target-already-met", measure.format("30 h", "24 h"), files=files)) == ["24 h"]
    assert told("target-already-met", measure.format("30 h", "23 h"), files=files) == []


def test_what_a_person_states_is_compared_with_the_same_key_result(told):
    files = {"okrs/q3.yaml": BEFORE.format(team="t", key_result="baseline: 1, target: 9").replace("past", "o")}
    files["okrs/q3.yaml"] = files["okrs/q3.yaml"].replace("id: k,", "id: k1,")
    files |= values(("2026-09-29", "8"))
    files = {name.replace("Q4", "Q3"): text.replace("2026-Q4", "2026-Q3") for name, text in files.items()}
    found = told("target-already-met", "baseline: 2, target: 7", "baseline: 2, target: 7", files=files)
    assert [message for _, message, _ in found] == ["the target 7 is met already: the value was 8 on 2026-09-29"]


def test_a_captured_baseline_at_the_target_leaves_nothing_to_do(told):
    promise = f"{RATE}, baseline: {{measure_by: 2026-10-15}}, target: 85%"
    assert marks(told("target-already-met", promise, files=said("2026-10-12", "o/k1: {baseline: 85%}"))) == ["85%"]


@pytest.mark.parametrize("captured", ["84%", "86%"])
def test_a_captured_baseline_beside_the_target_is_left_to_the_direction(told, captured):
    promise = f"{RATE}, baseline: {{measure_by: 2026-10-15}}, target: 85%"
    files = said("2026-10-12", f"o/k1: {{baseline: {captured}, value: {captured}}}")
    assert told("target-already-met", promise, files=files) == []


# ---------------------------------------------------------------- 419 not-revisited, 420 no-response


@pytest.mark.parametrize(
    ("days", "as_of", "says"),
    [
        (["2026-11-07"], AS_OF, None),
        (["2026-11-06"], AS_OF, "the last check-in of `t` in `2026-Q4` was on 2026-11-06, 15 days ago"),
        (["2026-10-10", "2026-11-20"], AS_OF, None),
        (["2026-10-10"], "2027-01-01T09:00:00+07:00", None),
        (["2026-10-10"], "2026-12-31T23:59:00+07:00", "the last check-in of `t` in `2026-Q4` was on 2026-10-10, 82 days ago"),
        (["2026-12-01"], AS_OF, "`t` has not checked in yet; `2026-Q4` has run for 51 days"),
        (["2026-12-01"], "2026-10-15T00:00:00+07:00", None),
        (["2026-12-01"], "2026-10-15T00:00:01+07:00", "`t` has not checked in yet; `2026-Q4` has run for 14 days"),
        (["2026-12-01"], "2026-09-30T09:00:00+07:00", None),
        ([], AS_OF, None),
    ],
)  # fmt: skip
def test_a_running_cycle_is_looked_at(told, days, as_of, says):
    files = values(*((day, "3") for day in days))
    found = told("not-revisited", "baseline: 1, target: 9", files=files, as_of=as_of)
    assert [message for _, message, _ in found] == ([says] if says else [])
    assert marks(found) == ["t"] * bool(says)


def test_how_often_is_enough_is_the_projects_to_say(told):
    files = values(("2026-10-10", "3"))
    settings = SETTINGS + "status: {stale_after: 6 w}\n"
    assert told("not-revisited", "baseline: 1, target: 9", files=files, settings=settings) == []
    later = told(
        "not-revisited", "baseline: 1, target: 9", files=files, settings=settings, as_of="2026-11-22T09:00:00Z"
    )
    assert [hint for _, _, hint in later] == ["run `okr checkin`; every 42 days at least"]


def test_values_that_were_filled_in_later_are_no_look(told):
    files = values(("2026-10-10", "3")) | said("2026-11-20", "o/k1: {value: 4}", more="backfilled: true\n")
    assert len(told("not-revisited", "baseline: 1, target: 9", files=files)) == 1


WEEKS = ("2026-11-06", "2026-11-13", "2026-11-20")
UP = f"{RATE}, baseline: 80%, target: 90%"
DOWN = "metric: resolution_time, source: s, baseline: 48 h, target: 24 h"


@pytest.mark.parametrize(
    ("promise", "three", "fires"),
    [
        (UP, ("82%", "82%", "82%"), True),
        (UP, ("82%", "81%", "80%"), True),
        (UP, ("82%", "81%", "81.5%"), False),
        (UP, ("82%", "83%", "82%"), False),
        (UP, ("92%", "91%", "90%"), False),
        (UP, ("92%", "91%", "89%"), True),
        (DOWN, ("40 h", "40 h", "2500 min"), True),
        (DOWN, ("40 h", "2500 min", "40 h"), False),
        (DOWN, ("41 h", "40 h", "39 h"), False),
        ("baseline: 1, target: 9, curve: step", ("1", "1", "1"), False),
        ("baseline: 1, target: 9", ("1", "1", "1"), True),
        ("maintain: {at_least: 9}", ("9", "8", "7"), False),
        (f"{RATE}, baseline: {{measure_by: 2026-12-01}}, target: 90%", ("82%", "81%", "80%"), False),
    ],
)
def test_what_comes_no_nearer_twice_running_is_answered(told, promise, three, fires):
    found = told("no-response", promise, files=values(*zip(WEEKS, three, strict=True)))
    assert marks(found) == ["k1"] * fires
    assert [message.endswith(" → ".join(f"`{value}`" for value in three)) for _, message, _ in found] == [True] * fires


@pytest.mark.parametrize(
    ("day", "fires"),
    [("2026-11-06", True), ("2026-11-13", False), ("2026-11-20", False)],
)
def test_a_next_step_since_then_is_an_answer(told, day, fires):
    files = values(*((week, "82%") for week in WEEKS))
    files = {
        name: text.replace("82%", "82%, next: [{text: โทรหาลูกค้าทุกคนที่ไม่พอใจ}]") if day in name else text
        for name, text in files.items()
    }
    assert len(told("no-response", UP, files=files)) == fires


@pytest.mark.parametrize(
    ("on", "key_result", "fires"),
    [("2026-11-13", "k1", False), ("2026-11-20", "k1", False), ("2026-11-12", "k1", True), ("2026-11-20", "k2", True)],
)
def test_an_amendment_since_then_is_an_answer(told, on, key_result, fires):
    amended = f"{{on: {on}, key_result: {key_result}, field: weight, from: 1, to: 2, reason: ก, by: nok}}"
    promises = (f"{UP}, weight: 2", "baseline: 1, target: 5, weight: 2")
    found = told(
        "no-response", *promises, more=f"    amendments: [{amended}]\n", files=values(*((w, "82%") for w in WEEKS))
    )
    assert len(found) == fires


@pytest.mark.parametrize(
    ("said_of_rule", "fires"),
    [("warning, {times: 1}", True), ("warning, {times: 2}", False), ("info, {times: 3}", False)],
)
def test_how_often_is_an_option(told, said_of_rule, fires):
    settings = f"{SETTINGS}rules: {{no-response: [{said_of_rule}]}}\n"
    files = values(*zip(WEEKS, ("81%", "83%", "82%"), strict=True))
    assert len(told("no-response", UP, files=files, settings=settings)) == fires


def test_the_same_rows_other_definitions_gaps_and_filled_in_values_are_no_new_value(told):
    rows = ", n: 9, numerator: 7, denominator: 9"
    assert told("no-response", UP, files=values(*((week, "82%") for week in WEEKS), more=rows)) == []
    files = values(*((week, "82%") for week in WEEKS))
    first = min(files)
    assert (
        told(
            "no-response",
            UP,
            files={**files, first: files[first].replace("82%", f"82%, definition: sha256:{'a' * 64}")},
        )
        == []
    )
    assert told("no-response", UP, files={**files, first: files[first].replace("value: 82%", "missing: no_data")}) == []
    assert (
        told("no-response", UP, files={**files, first: files[first].replace("by: nok", "by: nok\nbackfilled: true")})
        == []
    )


def test_nothing_is_asked_in_the_quiet_start_or_after_the_end(told):
    early = values(("2026-10-02", "82%"), ("2026-10-03", "82%"), ("2026-10-04", "82%"))
    assert told("no-response", UP, files=early, as_of="2026-10-10T09:00:00+07:00") == []
    assert len(told("no-response", UP, files=early, as_of="2026-10-11T09:00:00+07:00")) == 1
    assert told("no-response", UP, files=early, as_of="2027-01-01T09:00:00+07:00") == []
