"""The reference of metrics and sources: it is what `okr explain` makes, whole, and every example of it is run."""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from okrengine import registry
from okrengine.cli.explain import metric as told
from okrengine.cli.explain.pages import metrics as page_of_metrics
from okrengine.cli.explain.pages import sources as page_of_sources
from okrengine.model import MANUAL
from okrengine.offers import ANY
from okrengine.offers.records import RECORDS, TOPICS, totals
from okrengine.offers.records import TYPES as CELLS
from okrengine.quantity import Quantity
from okrengine.syntax import read
from okrengine.testing import found_in, read_metric, readings, write_project

ROOT = Path(__file__).parent.parent
FOUND = registry.find()
METRICS = {name: metric for name, metric in FOUND.metrics.items() if name != MANUAL}
SHOWN = [metric for metric in METRICS.values() if metric.example is not None]
PAGES = {name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8") for name in ("metrics", "sources")}
every = pytest.mark.parametrize("metric", METRICS.values(), ids=METRICS)
shown = pytest.mark.parametrize("metric", SHOWN, ids=lambda metric: metric.name)
each_source = pytest.mark.parametrize("source", FOUND.sources.values(), ids=FOUND.sources)


@pytest.fixture
def empty(tmp_path):
    (tmp_path / ".git").mkdir()
    return tmp_path


def section(page, name):
    """What the page says under a name."""
    return re.search(rf"^### {name}\n(.*?)(?=^##|\Z)", f"{PAGES[page]}\n", re.MULTILINE | re.DOTALL)[1]


def rows_of(text):
    """A table of the page: each row by its header."""
    lines = [line.strip("|") for line in text.strip().splitlines()]
    header, _, *rows = ([cell.strip().replace("\\|", "|") for cell in re.split(r"(?<!\\)\|", one)] for one in lines)
    return [dict(zip(header, row, strict=True)) for row in rows]


def example_of(metric):
    """The example as the page shows it: the keys of the key result, the rows, the answer."""
    text = section("metrics", metric.name)
    found = re.search(r"```yaml\n(.*?)```\n\nwith the rows\n\n(.*?)\n\ngives ([^\n]*)", text, re.DOTALL)
    document, problems = read(found[1].encode(), "example.yaml")
    assert not problems
    return document.data, rows_of(found[2]), found[3].replace("**", "")


# ---------------------------------------------------------------- on the terminal


@every
def test_a_metric_is_explained_in_eighty_columns(okr, empty, metric):
    ran = okr(empty, "explain", metric.name)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert all(len(line) <= 80 for line in ran.stdout.splitlines()), ran.stdout
    words = " ".join(ran.stdout.split())
    for part in (f"metric {metric.name}: {metric.title}", metric.help):
        assert " ".join(part.split()) in words
    for record in () if metric.record == ANY else metric.records:
        assert f"columns of {record}: must be filled: {', '.join(RECORDS[record].required)}" in words
    for name, parameter in metric.parameters.items():
        assert f"{name}: {parameter.help}" in words
    assert (f"(a preset of {metric.preset_of})" in words) == (metric.preset_of is not None)
    for other in told.presets(metric, METRICS.values()):
        assert f"{other.name}: {other.title}" in words
    if metric.example:
        answer = ran.stdout.partition("\ngives\n")[2]
        assert " ".join(answer.split()) == told.answer(metric, metric.example.gives)


def test_what_is_told_of_columns_parameters_and_presets(okr, empty):
    nps = okr(empty, "explain", "nps").stdout
    assert "\nunit: points, higher is better, -100 to 100\nrows: those in the window by `responded_at`\n" in nps
    assert "\n  for `weighted: true`: weight\n  for `answers: latest`: respondent_id\n" in nps
    assert "\n  promoter_min: " in nps
    assert "(a whole number; default 9)" in " ".join(nps.split())
    assert "\npresets:\n  enps: " in nps
    followers = okr(empty, "explain", "follower_growth").stdout
    assert "\nrows: all until the end of the window by `date`\n" in followers
    assert "\n  read where mapped: account, blocks\n" in followers
    assert "sample:" not in followers
    complaints = okr(empty, "explain", "complaint_rate").stdout
    assert "\ncolumns of totals:\n  must be filled: period, complaints, customers\n" in complaints
    assert "unit: percent (other parameters may change it), lower is better" in complaints
    within = " ".join(okr(empty, "explain", "answered_within_rate").stdout.split())
    assert "(a length of time: 1 h, 30 min, 7 d; must be given)" in within
    assert "columns of interaction: must be filled: ticket_id, at must be mapped: author_role" in within


@pytest.mark.parametrize("kind", ["metrics", "sources", "formats", "rules"])
def test_a_kind_is_listed_told_in_full_and_is_a_page(okr, empty, kind):
    offers = getattr(FOUND, kind)
    listed = okr(empty, "explain", kind).stdout
    assert all(len(line) <= 80 for line in listed.splitlines())
    full = okr(empty, "explain", "--all", kind).stdout
    page = okr(empty, "explain", kind, "--format", "markdown").stdout
    document = json.loads(okr(empty, "explain", kind, "--format", "json").stdout)
    assert {one["name"] for one in document["explained"]} == set(offers)
    for name in offers:
        assert re.search(rf"^ *(OKR[0-9]+.*)?\b{name}\b", listed, re.MULTILINE)
        assert re.search(rf"^\S* ?\b{name}\b", full, re.MULTILINE)
        assert f"\n### {name}\n" in page or name == MANUAL


def test_a_few_by_name_are_told_alone(okr, empty):
    text = okr(empty, "explain", "csat", "csv", "vague-title", "html", "--format", "markdown").stdout
    assert re.findall("^#.*", text, re.MULTILINE) == ["### csat", "### csv", "### vague-title", "### html"]
    mixed = okr(empty, "explain", "formats", "csat").stdout
    assert "metric csat: " in mixed
    assert "format html\n" in mixed


def test_a_metric_for_programs(okr, empty):
    (nps,) = json.loads(okr(empty, "explain", "nps", "--format", "json").stdout)["explained"]
    assert (nps["kind"], nps["unit"], nps["better"], nps["range"]) == ("metric", "points", "higher", [-100, 100])
    assert (nps["about"], nps["preset_of"], nps["presets"]) == ("surveys", None, ["enps"])
    (record,) = nps["records"]
    assert record["record"] == "survey_response"
    assert record["columns"]["must be filled"] == ["response_id", "responded_at", "score"]
    scale = next(one for one in nps["options"] if one["name"] == "scale")
    assert scale["write"] == "a list of 2: [1, 5]"
    (source,) = json.loads(okr(empty, "explain", "csv", "--format", "json").stdout)["explained"]
    assert ".csv" in source["suffixes"]


@shown
def test_the_example_for_programs_is_that_of_the_metric(okr, empty, metric):
    (found,) = json.loads(okr(empty, "explain", metric.name, "--format", "json").stdout)["explained"]
    assert found["example"]["rows"] == metric.example.table
    assert found["example"]["key_result"].startswith(f"metric: {metric.name}\nsource: ")
    assert found["example"]["gives"].keys() == metric.example.gives.keys()


# ---------------------------------------------------------------- the pages


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_what_the_offers_make(okr, kind):
    made = okr(ROOT, "explain", "--all", kind, "--format", "markdown").stdout
    assert PAGES[kind] == made, f"docs/{kind}.md is out of date: run make docs"


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_has_everything_in_its_tables_and_in_full_and_its_links_lead_somewhere(kind):
    text = PAGES[kind]
    table, _, full = text.partition("\n## In full\n")
    for name in METRICS if kind == "metrics" else FOUND.sources:
        assert f"| [{name}](#{name}) | " in table
        assert f"\n### {name}\n" in full
    assert text.count("```") % 2 == 0
    assert not re.search(r"[ \t]$", text, re.MULTILINE)
    heads = {
        re.sub("[^a-z0-9 _-]", "", head.lower()).replace(" ", "-")
        for head in re.findall(r"^#+ (.*)", text, re.MULTILINE)
    }
    for link in re.findall(r"\]\(([^)]*)\)", text):
        file, _, anchor = link.partition("#")
        assert not file or (ROOT / "docs" / file).is_file(), link
        assert file or anchor in heads, link


def test_metrics_stand_under_what_they_are_about():
    heads = re.findall(r"^## (.*)", PAGES["metrics"], re.MULTILINE)
    assert heads == [*TOPICS.values(), "Shared parameters", "In full"]
    for topic, metrics in told.by_topic(METRICS.values()):
        part = PAGES["metrics"].partition(f"\n## {topic}\n")[2].partition("\n## ")[0]
        assert re.findall(r"^\| \[(\w+)\]", part, re.MULTILINE) == [metric.name for metric in metrics]


@every
def test_every_parameter_is_on_the_page(metric):
    text = section("metrics", metric.name)
    _, _, common = PAGES["metrics"].partition("\n## Shared parameters\n")
    for name, parameter in metric.parameters.items():
        assert f"`{name}`" in text
        here = common if told.is_shared(metric, parameter) else text
        assert f"| `{name}` | {parameter.help} | " in here


@shown
def test_the_example_of_the_page_is_run(metric):
    said, rows, answer = example_of(metric)
    assert said["metric"] == metric.name
    names = {told.plural(record.name): record.name for record in (*RECORDS.values(), totals(()))}
    reading = read_metric(
        metric, rows, parameters=said.get("with"), where=said.get("where"), record=names[said["source"]]
    )
    found = {name: found_in(reading, name) for name in metric.example.gives}
    assert told.answer(metric, found) == answer


def test_the_examples_of_the_page_are_good_key_results(okr, tmp_path):
    shown, sources = [], {}
    for metric in SHOWN:
        said, rows, _ = example_of(metric)
        limit = str(Quantity(Decimal(2), metric.unit_for(told.bound(metric))))
        goal = {"maintain": {"at_most" if metric.better == "lower" else "at_least": limit}}
        shown.append({"id": metric.name.replace("_", "-"), "title": "Shown"} | said | goal)
        kind = RECORDS.get(metric.record_of(rows[0], metric.example.record).name)
        columns = dict.fromkeys((*(kind.columns if kind else metric.columns), *rows[0]))
        sources.setdefault(said["source"], {"type": "csv", "path": "data/rows.csv", "columns": {}})
        sources[said["source"]]["columns"] |= {name: name for name in columns}
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "rows.csv").write_text("id\n", encoding="utf-8")
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrengine.yaml").write_text(json.dumps({"version": 1, "sources": sources}), encoding="utf-8")
    file = {"version": 1, "cycle": "2026", "team": "all", "owner": "nok"}
    file["objectives"] = [{"id": "shown", "title": "Shown", "key_results": shown}]
    (tmp_path / "okrs" / "all.yaml").write_text(json.dumps(file, default=str), encoding="utf-8")
    ran = okr(tmp_path, "validate", "--ignore", "OKR4", "--format", "concise", "--as-of", "2026-11-21")
    assert ran.returncode == 0, ran.stdout


# ---------------------------------------------------------------- sources


def examples_of_sources():
    """Every block of YAML of the page."""
    return re.findall(r"```yaml\n(.*?)```", PAGES["sources"], re.DOTALL)


@each_source
def test_a_source_is_explained_in_eighty_columns(okr, empty, source):
    ran = okr(empty, "explain", source.name)
    text = ran.stdout.partition(f"source {source.name}\n")[2].partition("\n\n\n")[0]
    words = " ".join(text.split())
    assert " ".join(source.help.split()) in words
    for name, option in source.parameters.items():
        assert f"{name}: {option.help}" in words
    prose = text.partition("\nExample:\n")[0]
    assert all(len(line) <= 80 for line in prose.splitlines()), prose
    assert source.example.strip() in "\n".join(line.removeprefix("  ") for line in text.splitlines())


@each_source
def test_every_option_of_a_source_has_help_and_is_on_the_page(source):
    text = section("sources", source.name)
    assert source.example, "a source shows how it is declared"
    for name, option in source.parameters.items():
        assert option.help
        assert f"| `{name}` | {option.help} | " in text


@pytest.mark.parametrize("place", range(len(examples_of_sources())))
def test_every_mapping_of_the_page_is_valid(okr, tmp_path, place):
    text = examples_of_sources()[place]
    for path in re.findall(r"path: ([^\s,}#]+)", text):
        file = tmp_path / path.strip("\"'").replace("*", "x")
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("id\n", encoding="utf-8")
    (tmp_path / "okrengine.yaml").write_text(f"version: 1\n{text}", encoding="utf-8")
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "all.yaml").write_text(
        "version: 1\ncycle: 2026-Q4\nteam: service\nowner: nok\nobjectives:\n"
        "  - {id: glad, title: Glad, key_results: [{id: one, title: One, baseline: 1, target: 2}]}\n",
        encoding="utf-8",
    )
    ran = okr(tmp_path, "validate", "--ignore", "OKR4", "--format", "concise", "--as-of", "2026-11-21")
    assert (ran.returncode, ran.stdout.count("\n")) == (0, 1), ran.stdout


REFUSED = re.findall(
    r"^\| `([^`]+)` \| [^|]+ \|$", PAGES["sources"].partition("\n| it says |")[2].partition("\n\n")[0], re.MULTILINE
)
SURVEYS = "{response_id: id, responded_at: at, score: q1}"
ORDERS = "{order_id: id, order_date: at, amount: q1, currency: currency"
BOTH = "{ticket_id: id, created_at: at, first_response_at: at, at: at, author_role: q1}"
DRIFTED = (
    ("csat", SURVEYS, "id,at,q1\n1,2026-10-05,5\n2,2026-10-05,good\n"),
    ("csat", SURVEYS, "id,at,q1\n1,2568-10-05,5\n"),
    ("csat", SURVEYS, "id,at,q1\n1,25/10/2026,5\n"),
    ("csat", SURVEYS + ", parse: {datetime: '%d/%m/%y'}", "id,at,q1\n1,05/10/68,5\n"),
    ("csat", SURVEYS, "id,at,q11\n1,2026-10-05,5\n"),
    ("csat", SURVEYS, "Answers\nof October\nby shop\nid,at,q1\n1,2026-10-05,5\n"),
    ("csat", SURVEYS, "id,at,Q1,q1 \n1,2026-10-05,5,4\n"),
    ("first_response_time", BOTH, "id,at,q1\n"),
    ("csat", SURVEYS + ", path: data/no.csv", "id,at,q1\n1,2026-10-05,5\n"),
    ("csat", SURVEYS, "id,at,q1\n1,2026-10-05,5\n2,2026-10-05,5,5\n"),
    ("margin", ORDERS + ", cost: q1}", "id,at,q1,currency\n1,2026-10-05,5,THB\n2,2026-10-05,5,USD\n"),
)
"""What makes each of them: a metric, what a source says, its file."""


@pytest.mark.parametrize(("says", "drifted"), list(zip(REFUSED, DRIFTED, strict=True)), ids=REFUSED)
def test_what_is_refused_is_said_in_the_words_of_the_page(tmp_path, says, drifted):
    metric, settings, rows = drifted
    path = "" if "path:" in settings else ", path: data/rows.csv"
    settings = (
        "version: 1\ncycles: {named: {always: {from: 2026-01-01, to: 2026-12-31}}}\n"
        f"sources:\n  s: {{type: csv, columns: {settings}{path}}}\n"
    )
    key_result = f"metric: {metric}\nsource: s\nbaseline: 1%\ntarget: 9%\n"
    write_project(tmp_path, settings, key_result, {"data/rows.csv": rows})
    (reading,) = readings(tmp_path, datetime(2026, 11, 21, tzinfo=UTC))
    assert (reading.value, reading.status) == (None, "source_failed")
    pattern = ".*".join(map(re.escape, says.split("…")))
    assert re.search(pattern, reading.reason), reading.reason


def test_every_record_and_type_of_cell_is_on_the_page():
    _, _, text = PAGES["sources"].partition("\n## Records\n")
    for record in RECORDS.values():
        (row,) = re.findall(rf"^\| `{record.name}` \| (.*) \|$", text, re.MULTILINE)
        for name, kind in record.columns.items():
            assert f"**{name}** {kind}" in row if name in record.required else f"{name} {kind}" in row
    assert set(page_of_sources.TYPES) == set(CELLS)
    assert page_of_metrics.HEAD in PAGES["metrics"]


# ---------------------------------------------------------------- what to measure

ARTICLES = (ROOT / "docs" / "articles.md").read_text(encoding="utf-8")
ASKED = re.findall(r"^\| (.+?) \| \[(\w+)\]\(metrics\.md#(\w+)\) \|(.*)\|$", ARTICLES, re.MULTILINE)


@pytest.mark.parametrize(("what", "name", "anchor", "how"), ASKED, ids=[one[0] for one in ASKED])
def test_what_is_to_be_known_has_a_metric_that_takes_such_parameters(what, name, anchor, how):
    assert what.strip()
    assert name == anchor
    metric = METRICS[name]
    given = {}
    for part in re.findall(r"`([^`]*)`", how):
        document, problems = read(part.encode(), "how.yaml")
        assert not problems, part
        given |= document.data
    assert given.keys() <= {"with", "where", "target", "window"}
    required = {one: parameter for one, parameter in metric.parameters.items() if parameter.required}
    shown = {one: metric.example.options[one] for one in required if metric.example and one in metric.example.options}
    metric.bind({**shown, **given.get("with", {})})


def test_every_metric_answers_something_that_is_to_be_known():
    assert {name for _, name, _, _ in ASKED} == set(METRICS)
    assert len(re.findall(r"^\| ", ARTICLES, re.MULTILINE)) == len(ASKED) + len(
        re.findall("^## ", ARTICLES, re.MULTILINE)
    )
    for part in re.split("^## ", ARTICLES, flags=re.MULTILINE)[1:]:
        assert "](metrics.md#" in part
