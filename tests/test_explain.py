"""`okr explain` and the page of rules: every rule is told, from one set of facts."""

import json
import re
from pathlib import Path

import pytest

from okrengine import Rule, registry
from okrengine.syntax import SLUGS

ROOT = Path(__file__).parent.parent
PAGE = ROOT / "docs" / "rules.md"
FOUND = registry.find()
OURS = {slug: rule for slug, rule in FOUND.rules.items() if rule.code.startswith("OKR")}
WITHOUT_FILE = {"plugin-failed"}
"""What is found in no file, so that none can show it."""


@pytest.fixture
def empty(tmp_path):
    (tmp_path / ".git").mkdir()
    return tmp_path


@pytest.fixture
def project(tmp_path):
    def write(settings):
        (tmp_path / "okrengine.yaml").write_text(f"version: 1\n{settings}", encoding="utf-8")
        return tmp_path

    return write


# ---------------------------------------------------------------- the facts of every rule


def test_what_is_found_while_reading_is_described_like_every_rule():
    assert {rule.code: slug for slug, rule in OURS.items() if rule.code in SLUGS} == SLUGS
    reading = {rule.code for rule in OURS.values() if rule.check is None}
    assert reading == SLUGS.keys() - {"OKR207"}  # a link that leads out is found by looking
    for code in SLUGS:
        rule = OURS[SLUGS[code]]
        assert rule.guard == (code < "OKR900"), code
        assert rule.severity == ("warning" if code == "OKR901" else "error"), code


@pytest.mark.parametrize("slug", sorted(FOUND.rules))
def test_every_rule_tells_what_why_and_what_to_do(slug):
    rule = FOUND.rules[slug]
    what, _, why = rule.help.partition("\n\n")
    assert what.strip()
    assert why.strip(), "the second paragraph says why it matters"
    assert rule.title
    assert rule.mend
    assert rule.example is not None or slug in WITHOUT_FILE
    assert all(one.help for one in rule.parameters.values())


@pytest.mark.parametrize("slug", sorted(FOUND.rules))
def test_every_rule_is_explained_in_eighty_columns(okr, empty, slug):
    rule = FOUND.rules[slug]
    ran = okr(empty, "explain", slug)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert okr(empty, "explain", rule.code.lower()).stdout == ran.stdout
    told = " ".join(ran.stdout.split())
    for part in (f"{rule.severity}[{rule.code}] {slug}: {rule.title}", rule.help, rule.mend):
        assert " ".join(part.split()) in told
    shown = re.split(r"^(?:Bad, in|beside|Good:)", ran.stdout, flags=re.MULTILINE)
    prose = shown[0] + (shown[-1].partition("\n\n")[2] if len(shown) > 1 else "")
    assert all(len(line) <= 80 for line in prose.splitlines()), prose
    assert ("Bad, in " in told and "Good:" in told) == (rule.example is not None)
    assert ("It guards what is loaded" in told) == rule.guard
    assert (f"# okr: ignore[{slug}] why" in told) == (not rule.guard)
    assert ("okr validate --fix" in ran.stdout) >= rule.fixes
    for name in rule.parameters:
        assert f"\n  {name}: " in ran.stdout


def test_the_lines_of_an_example_that_differ_are_marked(okr, empty):
    told = okr(empty, "explain", "unknown-key").stdout
    assert "\n>   taget: 90%\n" in told
    assert "\n>   target: 90%\n" in told
    assert "\n    metric: csat\n" in told


def test_what_nobody_sees_is_written_out(okr, empty):
    assert "id: re\\u{200b}pairs" in okr(empty, "explain", "invisible-character").stdout
    assert "�" in okr(empty, "explain", "not-utf8").stdout


# ---------------------------------------------------------------- names


def test_several_names_metrics_and_the_same_as_okr_plugins(okr, empty):
    one, other = (okr(empty, "explain", name).stdout for name in ("vague-title", "csat"))
    assert okr(empty, "explain", "vague-title", "csat").stdout == f"{one.rstrip()}\n\n\n{other}"
    assert other.startswith("metric csat: Satisfied customers\n")
    for name in ("vague-title", "csat", "csv"):
        told, _, brought = okr(empty, "plugins", name).stdout.rpartition("\noffered by ")
        assert told == okr(empty, "explain", name).stdout
        assert brought.startswith("okrengine ")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("to-many-key-results", "did you mean `too-many-key-results`?"),
        ("unknwon-key", "did you mean `unknown-key`?"),
        ("complain_rate", "did you mean `complaint_rate`?"),
        ("compund", "did you mean `compound-key-result`?"),
        ("too-many-krs", "did you mean `too-many-key-results`?"),
        ("owner", "did you mean `no-owner`?"),
        ("complaint", "did you mean `complaint_rate`?"),
        ("key", "`okr explain` lists the rules"),
        ("candour", "`okr explain` lists the rules"),
        ("OKR999", "`okr explain` lists the rules, `okr plugins` all else"),
        ("service/happy/partners", "addresses are explained by themselves"),
        ("a\u202eb", "is called `a\\u{202e}b`"),
    ],
)
def test_a_name_that_nothing_has(okr, empty, name, says):
    ran = okr(empty, "explain", "csat", name)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert says in ran.stderr


def test_the_number_of_a_code_is_enough(okr, empty):
    assert okr(empty, "explain", "404").stdout == okr(empty, "explain", "OKR404").stdout != ""


def test_without_a_name_the_rules_are_listed(okr, empty):
    ran = okr(empty, "explain")
    lines = ran.stdout.splitlines()
    assert ran.returncode == 0
    assert all(len(line) <= 80 for line in lines)
    assert [line[:6] for line in lines if line.startswith("OKR")] == sorted(rule.code for rule in OURS.values())
    assert "OKR101!* error    unknown-key " in ran.stdout


def test_all_of_them_for_people_and_for_programs(okr, empty):
    full = okr(empty, "explain", "--all").stdout
    found = json.loads(okr(empty, "explain", "--all", "--format", "json").stdout)
    assert found["format_version"] == "1.1"
    assert [one["code"] for one in found["explained"]] == sorted(rule.code for rule in FOUND.rules.values())
    for one in found["explained"]:
        assert f"{one['severity']}[{one['code']}] {one['name']}: " in full
        rule = FOUND.rules[one["name"]]
        assert (one["guard"], one["fixes"], one["title"], one["mend"]) == (
            rule.guard,
            rule.fixes,
            rule.title,
            rule.mend,
        )
        assert [option["name"] for option in one["options"]] == list(rule.parameters)
    (metric,) = json.loads(okr(empty, "explain", "csat", "--format", "json").stdout)["explained"]
    assert (metric["kind"], metric["name"]) == ("metric", "csat")
    assert {"name", "help", "default", "required"} <= metric["options"][0].keys()


# ---------------------------------------------------------------- in a project


def test_a_project_shows_what_it_says_of_a_rule(okr, project):
    folder = project("rules:\n  vague-title: off\n  too-many-key-results: [info, {max: 7}]\n")
    assert "\nIn this project: off (okrengine.yaml:3)\n" in okr(folder, "explain", "vague-title").stdout
    told = okr(folder, "explain", "too-many-key-results").stdout
    assert "\nIn this project: [info, {max: 7}] (okrengine.yaml:4)\n" in told
    assert "In this project" not in okr(folder, "explain", "no-owner").stdout
    (one,) = json.loads(okr(folder, "explain", "OKR404", "--format", "json").stdout)["explained"]
    assert one["project"] == "off (okrengine.yaml:3)"


@pytest.mark.parametrize(
    "settings", ["a: [\n", "rules: 7\n", "rules: [vague-title]\n", "rules: {vague-title: }\n", "plugins: 3\n"]
)
def test_a_broken_project_is_when_one_asks(okr, project, settings):
    assert okr(project(settings), "explain", "yaml-syntax", "vague-title").returncode == 0


def test_no_code_of_the_project_is_run(okr, project, tmp_path):
    folder = project("plugins: [own]\n")
    (folder / "own").mkdir()
    (folder / "own" / "mine.py").write_text(f"open({str(tmp_path / 'ran')!r}, 'w')\n", encoding="utf-8")
    ran = okr(folder, "explain", "smiles")
    assert ran.returncode == 2
    assert "the plugins of this project (`own`) are not loaded by `okr explain`" in ran.stderr
    assert "`okr plugins smiles` loads them and shows it" in ran.stderr
    assert not (tmp_path / "ran").exists()


def test_a_named_project_must_be_there(okr, empty):
    assert okr(empty, "explain", "csat", "--project", "no").returncode == 2


# ---------------------------------------------------------------- the page


def test_the_page_is_what_the_rules_make(okr):
    assert PAGE.read_text(encoding="utf-8") == okr(ROOT, "explain", "--all", "--format", "markdown").stdout, (
        "docs/rules.md is out of date: run make docs"
    )


def test_the_page_has_every_rule_in_its_table_and_in_full():
    text = PAGE.read_text(encoding="utf-8")
    table, _, full = text.partition("\n## In full\n")
    for slug, rule in OURS.items():
        assert f"| {rule.code} | [{slug}](#{slug}) | " in table
        assert f"\n### {slug}\n" in full
    assert text.count("\n### ") == len(OURS)
    assert text.count("```") % 2 == 0
    assert not re.search(r"[ \t]$", text, re.MULTILINE)


def test_a_fence_is_longer_than_what_it_holds():
    from okrengine.diagnostics.rule_help import markdown
    from okrengine.offers import Example

    rule = Rule("X001", "x", "info", None, "x", example=Example("a: ```\n", "a: 1\n"), why="What.\n\nWhy.")
    assert "````yaml\na: ```\n````" in markdown(rule)
