"""`okr init`: a project that validates at once; what exists is kept; nothing is written outside."""

import os
import re
from pathlib import Path

import pytest
import yaml

from okrengine.project import starting

NOW = ("--as-of", "2026-11-21T09:00:00+07:00")
START = [
    ".gitignore", "okrs/example.yaml", "schemas/okr.schema.json", "schemas/okrengine.schema.json",
    "schemas/checkin.schema.json", "schemas/measure.schema.json", "schemas/report.schema.json", "okrengine.yaml",
]  # fmt: skip
CI = [".github/workflows/okr.yml", ".gitlab/okr.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml"]
EVERY_CI = ("--ci", "github", "--ci", "gitlab", "--ci", "pre-commit")


def contents(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def said(stdout, word):
    return [line.removeprefix(f"{word} ") for line in stdout.splitlines() if line.startswith(f"{word} ")]


def test_a_project_is_started_and_everything_written_is_named(okr, tmp_path):
    ran = okr(tmp_path, "init", "okr-repo", *EVERY_CI, *NOW)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert set(START) <= set(said(ran.stdout, "wrote"))
    assert sorted(said(ran.stdout, "wrote")) == sorted(contents(tmp_path / "okr-repo"))
    assert set(CI) <= set(said(ran.stdout, "wrote"))
    assert said(ran.stdout, "wrote")[-1] == "okrengine.yaml", "until it is there, a second run finishes the first"
    steps = re.findall(r"^  (cd .*|okr \w+)", ran.stdout, re.MULTILINE)
    assert steps == ["cd okr-repo", "okr validate", "okr checkin", "okr status"]
    assert okr(tmp_path, "--project", "okr-repo", "schema", "--check").returncode == 0


@pytest.mark.parametrize("language", ["en", "th"])
@pytest.mark.parametrize("day", ["2026-01-01", "2026-03-31", "2028-02-29", "2026-08-15", "2026-11-21", "2026-12-31"])
def test_the_example_has_no_findings_on_any_day(okr, tmp_path, language, day):
    assert okr(tmp_path, "init", "--language", language, "--as-of", day).returncode == 0
    ran = okr(tmp_path, "validate", "--as-of", day, "--fail-on", "info")
    assert (ran.returncode, ran.stdout) == (0, "2 files, 3 key results, no problems.\n")
    year, quarter = day[:4], (int(day[5:7]) - 1) // 3 + 1
    assert f"cycle: {year}-Q{quarter} " in (tmp_path / "okrs" / "example.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("language", ["en", "th"])
def test_a_newcomer_gets_from_nothing_to_a_status_and_a_report(okr, tmp_path, language):
    okr(tmp_path, "init", *NOW, "--language", language)
    said = "key_results: {quick-answers/first-reply: {value: 3 h}, quick-answers/solved-at-once: {value: 55%}}"
    checked = okr(tmp_path, "checkin", *NOW, "--by", "nok", "--answers", "-", said=said)
    assert checked.returncode == 0, checked.stderr
    assert okr(tmp_path, "validate", *NOW, "--fail-on", "info").returncode == 0
    status = okr(tmp_path, "status", *NOW)
    assert (status.returncode, status.stderr) == (0, "")
    assert "0.75" in status.stdout
    assert okr(tmp_path, "report", "-o", "html=report.html").returncode == 0
    assert f'lang="{language}"' in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_the_example_of_each_language_promises_the_same():
    def shape(found):
        if isinstance(found, dict):
            return {key: shape(value) for key, value in found.items() if key not in ("title", "timezone", "language")}
        return [shape(one) for one in found] if isinstance(found, list) else found

    folder = Path(starting.__file__).parent / "start"
    for name in ("okrengine.yaml", "example.yaml"):
        texts = [(folder / language / name).read_text(encoding="utf-8") for language in ("en", "th")]
        first, second = (yaml.safe_load(re.sub("@([a-z]+)@", r"'\1'", text)) for text in texts)
        assert shape(first) == shape(second)
        assert [line.count("#") > 0 for line in texts[0].splitlines()] == [
            line.count("#") > 0 for line in texts[1].splitlines()
        ], "every comment is there in both"


@pytest.mark.parametrize("language", ["en", "th"])
def test_what_stands_in_comments_is_right_too(okr, tmp_path, language):
    okr(tmp_path, "init", *NOW, "--language", language)
    settings, example = tmp_path / "okrengine.yaml", tmp_path / "okrs" / "example.yaml"
    text, number = re.subn(
        r"^# ( *(?:sources|surveys|type|path|columns):)", r"\1", settings.read_text("utf-8"), flags=re.MULTILINE
    )
    assert number == 5
    settings.write_text(text, encoding="utf-8")
    text, number = re.subn(r"# (metric|source):", r"\1:", example.read_text(encoding="utf-8"))
    assert number == 2
    example.write_text(text, encoding="utf-8")
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "surveys.csv").write_text("id,answered,q1\n1,2026-11-01,5\n", encoding="utf-8")
    ran = okr(tmp_path, "validate", *NOW, "--fail-on", "info")
    assert (ran.returncode, ran.stdout) == (0, "2 files, 3 key results, no problems.\n")
    assert "n 1" in okr(tmp_path, "measure", *NOW).stdout


# ---------------------------------------------------------------- what exists is kept


def test_what_exists_is_kept_byte_for_byte_and_named(okr, tmp_path):
    okr(tmp_path, "init", *EVERY_CI, *NOW)
    for name in (theirs := contents(tmp_path)):
        text = "version: 1\n" if name == "okrengine.yaml" else f"# of {name}\r\n"
        (tmp_path / name).write_bytes(text.encode())
    before = contents(tmp_path)
    ran = okr(tmp_path, "init", *EVERY_CI, *NOW)
    assert ran.returncode == 0
    assert contents(tmp_path) == before
    assert said(ran.stdout, "wrote") == []
    assert sorted(said(ran.stdout, "kept")) == sorted(theirs)


def test_a_second_run_writes_nothing_and_a_later_one_adds_what_is_asked_for(okr, tmp_path):
    okr(tmp_path, "init", *NOW)
    before = contents(tmp_path)
    again = okr(tmp_path, "init", "--as-of", "2027-02-01", "--language", "th")
    assert (again.returncode, said(again.stdout, "wrote")) == (0, [])
    assert contents(tmp_path) == before
    (tmp_path / "okrs" / "example.yaml").rename(tmp_path / "okrs" / "service.yaml")
    more = okr(tmp_path, "init", "--ci", "gitlab")
    assert said(more.stdout, "wrote") == [".gitlab/okr.yml", ".gitlab-ci.yml"]
    assert not (tmp_path / "okrs" / "example.yaml").exists(), "a project of one's own needs no example"


@pytest.mark.parametrize("gone", [8, 5, 1])
def test_a_run_that_was_cut_off_is_finished_by_the_next(okr, tmp_path, gone):
    okr(tmp_path, "init", *NOW)
    whole = contents(tmp_path)
    for name in START[-gone:]:
        (tmp_path / name).unlink(missing_ok=True)
    assert okr(tmp_path, "init", *NOW).returncode == 0
    assert contents(tmp_path) == whole


def test_okr_files_that_are_there_are_no_reason_for_an_example(okr, tmp_path):
    (tmp_path / "okrs").mkdir()
    (tmp_path / "okrs" / "ours.yaml").write_text("version: 1\n", encoding="utf-8")
    ran = okr(tmp_path, "init", *NOW)
    assert "okrs/example.yaml" not in ran.stdout
    assert "okrengine.yaml" in said(ran.stdout, "wrote")


def test_schemas_without_the_metrics_of_the_project_are_not_written(okr, tmp_path):
    (tmp_path / "okrengine.yaml").write_text("version: 1\nplugins: [own]\n", encoding="utf-8")
    (tmp_path / "own").mkdir()
    (tmp_path / "own" / "evil.py").write_text("open('RAN', 'w').close()", encoding="utf-8")
    ran = okr(tmp_path, "init", "--ci", "github")
    assert ran.returncode == 0
    assert not (tmp_path / "schemas").exists()
    assert not (tmp_path / "RAN").exists(), "no code of the project is run"


@pytest.mark.parametrize(
    ("name", "theirs", "ours"),
    [
        (".gitlab-ci.yml", "stages: [test]\n", "- local: .gitlab/okr.yml"),
        (".pre-commit-config.yaml", "repos: []\n", "- id: okr-validate"),
        (".gitignore", "*.pyc\n", ".tmp-*"),
    ],
)
def test_a_file_of_several_programs_gets_its_lines_told(okr, tmp_path, name, theirs, ours):
    (tmp_path / name).write_text(theirs, encoding="utf-8")
    ran = okr(tmp_path, "init", *EVERY_CI, *NOW)
    _, _, behind = ran.stdout.partition(f"kept {name}\n")
    told = behind.partition("wrote ")[0]
    assert "okr is not in it yet" in told
    assert ours in told
    (tmp_path / name).write_text(theirs + told.partition("\n")[2], encoding="utf-8")
    assert "not in it yet" not in okr(tmp_path, "init", *EVERY_CI, *NOW).stdout


# ---------------------------------------------------------------- where it may not write


@pytest.mark.parametrize("name", ["okrs", "schemas", ".github", ".github/workflows"])
def test_a_link_that_leads_out_stops_everything(okr, tmp_path, name):
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    outside.mkdir()
    (inside / name).parent.mkdir(parents=True, exist_ok=True)
    (inside / name).symlink_to(outside)
    ran = okr(inside, "init", *EVERY_CI, *NOW)
    assert ran.returncode == 2
    assert "leaves the project" in ran.stderr
    assert contents(outside) == {}
    assert contents(inside) == {}, "nothing was written"


def test_a_file_that_is_a_link_is_kept_as_it_is(okr, tmp_path):
    inside, outside = tmp_path / "inside", tmp_path / "outside.yml"
    inside.mkdir()
    (inside / ".gitlab-ci.yml").symlink_to(outside)
    ran = okr(inside, "init", "--ci", "gitlab", *NOW)
    assert ran.returncode == 0
    assert ".gitlab-ci.yml" in said(ran.stdout, "kept")
    assert not outside.exists()


def test_a_file_in_the_place_of_a_folder_is_said(okr, tmp_path):
    (tmp_path / "taken").write_text("", encoding="utf-8")
    ran = okr(tmp_path, "init", "taken")
    assert (ran.returncode, "is a file" in ran.stderr) == (2, True)
    (tmp_path / "okrs").write_text("", encoding="utf-8")
    ran = okr(tmp_path, "init")
    assert (ran.returncode, "cannot be written" in ran.stderr) == (2, True)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write into any folder")
def test_a_read_only_folder_is_said(okr, tmp_path):
    tmp_path.chmod(0o500)
    ran = okr(tmp_path, "init")
    assert (ran.returncode, "cannot be written" in ran.stderr) == (2, True)


def test_inside_another_project_it_is_said(okr, tmp_path):
    okr(tmp_path, "init", *NOW)
    below = tmp_path / "okrs" / "below"
    below.mkdir()
    before = contents(tmp_path)
    ran = okr(below, "init", *NOW)
    assert ran.returncode == 2
    assert "okr init ../.. adds to that one" in ran.stderr
    assert contents(tmp_path) == before
    meant = okr(below, "init", ".", *NOW)
    assert meant.returncode == 0
    assert "inside the project of ../../okrengine.yaml" in meant.stderr
    assert (below / "okrengine.yaml").is_file()
    assert okr(below, "init", *NOW).returncode == 0, "it is a project by now"


def test_a_repository_ends_the_project_around_it(okr, tmp_path):
    okr(tmp_path, "init", *NOW)
    (tmp_path / "other" / ".git").mkdir(parents=True)
    ran = okr(tmp_path, "init", "other", *EVERY_CI, *NOW)
    assert (ran.returncode, ran.stderr) == (0, "")


def test_ci_below_the_top_of_a_repository_is_said(okr, tmp_path):
    (tmp_path / ".git").mkdir()
    ran = okr(tmp_path, "init", "goals", *EVERY_CI, *NOW)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert said(ran.stdout, "wrote")[:4] == [f"../{name}" for name in CI]
    assert set(CI) <= set(contents(tmp_path))
    assert not (tmp_path / "goals" / ".github").exists()
    assert "not in it yet" not in okr(tmp_path, "init", "goals", *EVERY_CI, *NOW).stdout
    other = okr(tmp_path, "init", "other", "--ci", "github", *NOW)
    assert "okr --project other validate" in other.stdout.partition("kept ../.github/workflows/okr.yml\n")[2]
    assert "--project other" not in (tmp_path / CI[0]).read_text(encoding="utf-8"), "what exists is kept"


@pytest.mark.parametrize("name", ["a b", "$(id)", "${{ x }}", "-x", "a#b", "ก"])
def test_a_folder_that_means_something_to_a_shell_is_refused_for_ci(okr, tmp_path, name):
    (tmp_path / ".git").mkdir()
    ran = okr(tmp_path, "init", "--ci", "github", "--", name)
    assert (ran.returncode, "cannot stand in files for CI" in ran.stderr) == (2, True)
    assert contents(tmp_path) == {}
    assert okr(tmp_path, "init", "--", name).returncode == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--ci", "git-lab"], "did you mean `gitlab`?"),
        (["--ci", "github,git-lab"], "did you mean `gitlab`?"),
        (["--language", "de"], "allowed here: en, th"),
        (["--as-of", "soon"], "is no day or instant"),
    ],
)
def test_wrong_flags_end_2_with_a_mend(okr, tmp_path, arguments, said):
    ran = okr(tmp_path, "init", *arguments)
    assert (ran.returncode, said in ran.stderr) == (2, True)
    assert contents(tmp_path) == {}


def test_several_kinds_of_ci_may_stand_in_one_list(okr, tmp_path):
    okr(tmp_path, "init", "--ci", "github,gitlab", "--ci", "pre-commit", *NOW)
    assert set(CI) <= set(contents(tmp_path))


def test_quiet_says_nothing(okr, tmp_path):
    ran = okr(tmp_path, "init", "-q", *NOW)
    assert ran == (0, "", "")
    assert (tmp_path / "okrengine.yaml").is_file()
