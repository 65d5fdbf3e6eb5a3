import subprocess
import sys
from types import ModuleType

import pytest

from okrengine import Metric, hookimpl, registry
from okrengine.errors import ProjectError

GOOD = '''
"""A metric of one's own."""
from okrengine import Metric, Rate, hookimpl


def happy(answers, *, happy_min: int = 4):
    """Percent of answers of at least `happy_min`."""
    return Rate(answers.score >= happy_min)


@hookimpl
def okr_metrics():
    return [Metric("happy", happy, record="survey_response", needs=("score",), unit="%", better="higher")]
'''


@pytest.fixture
def folder(tmp_path):
    made = tmp_path / "plugins"
    made.mkdir()
    return made


def test_a_file_in_a_named_folder_offers_its_metric(folder):
    (folder / "happy.py").write_text(GOOD, encoding="utf-8")
    found = registry.find(folders=[folder])
    assert found.metrics["happy"].parameters["happy_min"].default == 4
    plugin = next(plugin for plugin in found.plugins if plugin.name == "happy")
    assert (plugin.owner, plugin.state, plugin.offers) == ("plugins/happy.py", "ok", (("metric", "happy"),))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("raise RuntimeError('no licence')", "RuntimeError: no licence"),
        ("raise SystemExit(7)", "SystemExit: 7"),
        ("def (", "SyntaxError"),
        ("import not_there_at_all", "ModuleNotFoundError"),
        (GOOD.replace("okr_metrics()", "okr_metricz()"), "PluginValidationError"),
        (GOOD.replace("return [Metric(", "return ['csat'] or [Metric("), "gave str, not Metric"),
    ],
)
def test_a_plugin_that_fails_is_recorded_and_the_others_go_on(folder, text, said):
    (folder / "bad.py").write_text(text, encoding="utf-8")
    (folder / "happy.py").write_text(GOOD, encoding="utf-8")
    found = registry.find(folders=[folder])
    assert "happy" in found.metrics
    (failure,) = found.failures
    assert failure.owner == "plugins/bad.py"
    assert said in failure.error
    assert "\n" not in failure.error


def test_two_offers_of_one_name_name_both_owners(folder):
    (folder / "a.py").write_text(GOOD, encoding="utf-8")
    (folder / "b.py").write_text(GOOD, encoding="utf-8")
    found = registry.find(folders=[folder])
    (failure,) = found.failures
    assert failure.owner == "plugins/b.py"
    assert "plugins/a.py" in failure.error


RULE = """\
from okrengine import Rule, hookimpl

@hookimpl
def okr_rules():
    return [{}]
"""


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ('Rule("OKR401", "loud", "info", None, "x")', "code `OKR401` is offered by okrengine too; give one of them"),
        ('Rule("TEAM001", "vague-title", "info", None, "x")', "rule `vague-title` is offered by okrengine too; give"),
        (
            'Rule("TEAM001", "loud", "info", None, "x"), Rule("TEAM001", "shrill", "info", None, "x")',
            "code `TEAM001` is offered by plugins/own.py too",
        ),
        ('Rule("team-1", "loud", "info", None, "x")', "`team-1` is no code"),
        ('Rule("TEAM001", "too loud", "info", None, "x")', "`too loud` is no name of a rule"),
        ('Rule("TEAM001", "loud", "fatal", None, "x")', "`fatal` is no severity"),
    ],
)
def test_a_rule_has_a_code_and_a_name_of_its_own_by_which_comments_and_flags_find_it(folder, rules, said):
    (folder / "own.py").write_text(RULE.format(rules), encoding="utf-8")
    found = registry.find(folders=[folder])
    (failure,) = found.failures
    assert said in failure.error
    assert found.rules.keys() == registry.find().rules.keys()


def test_disabled_offers_are_not_kept(folder):
    (folder / "happy.py").write_text(GOOD, encoding="utf-8")
    found = registry.find(["happy"], folders=[folder])
    assert "happy" not in found.metrics
    assert not found.failures


def test_rules_are_not_disabled_and_a_name_with_an_underscore_is_no_plugin(folder):
    (folder / "_shared.py").write_text("raise RuntimeError('imported by others only')", encoding="utf-8")
    found = registry.find(["duplicate-id"], folders=[folder])
    assert "duplicate-id" in found.rules
    assert not found.failures


def test_a_committed_pyc_is_not_what_runs(folder):
    (folder / "happy.py").write_text(GOOD, encoding="utf-8")
    cache = folder / "__pycache__"
    cache.mkdir()
    (cache / f"happy.{sys.implementation.cache_tag}.pyc").write_bytes(b"not the reviewed source")
    assert "happy" in registry.find(folders=[folder]).metrics


def test_a_missing_plugin_folder_is_said(tmp_path):
    with pytest.raises(ProjectError, match="plugin folder `nowhere`"):
        registry.find(folders=[tmp_path / "nowhere"])


def test_given_modules_take_part():
    def always(rows):
        """Nothing."""

    module = ModuleType("mine")
    module.okr_metrics = hookimpl(lambda: [Metric("mine", always, record="item")], specname="okr_metrics")
    assert "mine" in registry.find(given=[module]).metrics


def test_a_checkout_that_was_never_installed_says_so(tmp_path):
    code = "from okrengine import registry; registry.find()"
    lib = tmp_path / "lib"
    lib.mkdir()
    import pluggy

    import okrengine

    for module in (okrengine, pluggy):
        source = module.__path__[0]
        (lib / module.__name__).symlink_to(source)
    ran = subprocess.run(
        [sys.executable, "-S", "-c", f"import sys; sys.path.insert(0, {str(lib)!r})\n{code}"],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
    )
    assert "okrengine is not installed, so it has no plugins: run `pip install -e .`" in ran.stderr


@pytest.mark.parametrize(("fact", "said"), [("reads=('status',)", "`reads="), ("better='down'", "`better='down'`")])
def test_a_metric_with_a_fact_that_is_none_is_a_failure_of_its_plugin(folder, fact, said):
    text = f"from okrengine import Metric, hookimpl\n\n@hookimpl\ndef okr_metrics():\n    return [Metric('own', print, 'ticket', {fact})]\n"
    (folder / "own.py").write_text(text, encoding="utf-8")
    (failure,) = registry.find(folders=[folder]).failures
    assert "the metric `own` has" in failure.error
    assert said in failure.error
