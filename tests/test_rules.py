import time
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from okrengine import Finding, Metric, Note, Place, Rule, Seconds, Source, config, registry, rules, schema
from okrengine.files import Tree
from okrengine.registry import Plugin

AS_OF = datetime(2026, 11, 21, 2, tzinfo=UTC)
PROJECT = "version: 1\ntimezone: Asia/Bangkok\nsources:\n  s: {type: csv, path: data/x.csv}\n"
CHECKIN = "checkins/2026-Q4/t/2026-11-20T020000Z.yaml"


def rate(answers):
    """Percent."""


def wait(tickets, *, threshold: Seconds = 3600):
    """A length of time."""


def read_csv(connection, paths):
    """Rows of text."""


METRICS = (
    Metric("rate", rate, "r", unit="%", better="higher", range=(0, 100)),
    Metric("complaints", rate, "r", unit="%", better="lower", range=(0, None)),
    Metric("growth", rate, "r", unit="%", better="higher"),
    Metric("wait", wait, "r", unit="h", better="lower", range=(0, None)),
    Metric("points", rate, "r", unit="points", range=(-100, 100)),
)


@pytest.fixture(scope="module")
def plugins():
    found = registry.find()
    sources = {"csv": Source("csv", read_csv, (".csv",)), "sql": Source("sql", read_csv, files=False)}
    strict = {slug: one for slug, one in found.rules.items() if one.guard or one.code[:4] != "OKR4"}
    return replace(found, metrics={one.name: one for one in METRICS}, sources=sources, rules=strict)


@pytest.fixture
def project(tmp_path, plugins):
    """Write files, read them as a project is read, and give what the rules see."""

    def make(files, settings=PROJECT, offers=plugins):
        for name, text in {"okrengine.yaml": settings, "data/x.csv": "a\n", **files}.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        tree = Tree(tmp_path)
        document, problems = tree.document("okrengine.yaml")
        assert problems + schema.check(document, "okrengine", offers) == []
        found, kinds, broken = [], {"okr": [], "checkin": []}, set()
        read = config.load(document)
        for kind, pattern in (("okr", "okrs/**/*.yaml"), ("checkin", f"{read.checkins}/**/*.yaml")):
            for name in tree.expand([pattern]):
                one, wrong = tree.document(name)
                wrong += schema.check(one, kind, offers) if one else []
                kinds[kind] += [one] if one else []
                broken |= {name} if wrong else set()
                found += wrong
        documents = (tuple(kinds["okr"]), tuple(kinds["checkin"]))
        return rules.Files(read, document, *documents, offers, tree, frozenset(broken), tuple(found))

    return make


@pytest.fixture
def told(project):
    """The rules' findings as `file:line:col CODE message`, the path shortened to the file's stem."""

    def tell(files, settings=PROJECT, **options):
        found = rules.run(project(files, settings), as_of=AS_OF, **options).problems
        return [f"{one.place.file}:{one.place.line}:{one.place.column} {one.code} {one.message}" for one in found]

    return tell


def okr(*key_results, team="t", cycle="2026-Q4", objective="o", more=""):
    head = f"version: 1\ncycle: {cycle}\nteam: {team}\nobjectives:\n  - id: {objective}\n    title: ก\n{more}    key_results:\n"
    return head + "".join(f"      - {{{one}}}\n" for one in key_results)


def supporting(*addresses):
    return f"    supports: [{', '.join(addresses)}]\n"


FINE = "id: k, baseline: 1, target: 5"


def checkin(body, head="version: 1\ncycle: 2026-Q4\nteam: t\nat: 2026-11-20T09:00:00+07:00\nby: nok\n"):
    return f"{head}key_results:\n{body}"


def test_a_project_without_mistakes(told):
    assert told({"okrs/x.yaml": okr(FINE), CHECKIN: checkin("  o/k: {value: 2}\n")}) == []


# ---------------------------------------------------------------- one mistake is one problem


@pytest.mark.parametrize(
    "key_result",
    [
        "id: k, metric: rate, source: s, basline: 80%, target: 90%",
        "id: k, metric: rate, source: s, baseline: 80%, taget: 90%",
        "id: k, metrc: wait, source: s, baseline: 80 h, target: 9 h",
        "id: k, metric: rate, source: s, baseline: 80 hours, target: 90%",
        "id: k, metric: rate, source: s, baseline: 80%, target: 90%, maintain: {at_least: 3 h}",
        "id: k, metric: rate, source: s, baseline: {measure_bye: 2026-10-01}, target: 90%",
        "id: k, metric: wait, source: s, with: {treshold: 3 h}, baseline: 80 h, target: 9 h",
    ],
)
def test_what_the_schema_refused_is_not_judged_again(project, key_result):
    files = project({"okrs/x.yaml": okr(key_result)})
    assert len(files.problems) == 1
    assert [str(one) for one in rules.run(files, as_of=AS_OF).problems] in ([], [str(files.problems[0])])


def test_an_unknown_metric_switches_off_what_depends_on_it(told):
    wrong = "id: k, metric: ratee, source: s, with: {no: 1}, baseline: 80 h, target: -500%"
    assert told({"okrs/x.yaml": okr(wrong)}) == ["okrs/x.yaml:8:25 OKR201 no metric `ratee` is installed"]


def test_a_file_that_cannot_be_read_hides_no_other_and_makes_nothing_unknown(told):
    files = {
        "okrs/a.yaml": okr(FINE, team="a").replace("title:", "title: a: b #"),
        "okrs/b.yaml": okr("id: k, baseline: 1, target: 1", team="b", more=supporting("a/o", "nope/o")),
        CHECKIN: checkin("  o/k: {value: 2}\n"),
    }
    assert told(files) == ["okrs/b.yaml:9:38 OKR302 the target is the baseline, 1: nothing is to move"]


def test_a_broken_check_in_does_not_hide_unknown_names(told):
    files = {"okrs/b.yaml": okr(FINE, more=supporting("nope/o")), "checkins/x.yaml": "a: [\n"}
    assert told(files) == ["okrs/b.yaml:7:16 OKR204 there is no `nope/o` in any OKR file"]


# ---------------------------------------------------------------- references


def test_names_in_other_files_are_known(told):
    files = {
        "okrs/a.yaml": okr(FINE, team="a", cycle="2026-H2"),
        "okrs/b.yaml": okr(FINE, team="b", more=supporting("a/o", "a/o/k")),
    }
    assert told(files) == []


def test_a_circle_over_files_is_told_once_with_all_its_links(project):
    files = project({
        "okrs/a.yaml": okr(FINE, team="a", more=supporting("b/o/k")),
        "okrs/b.yaml": okr(FINE, team="b", more=supporting("c/o")),
        "okrs/c.yaml": okr(FINE, team="c", more=supporting("a/o")),
        "okrs/d.yaml": okr(FINE, team="d", more=supporting("a/o")),
    })  # fmt: skip
    (one,) = rules.run(files).problems
    assert (one.code, one.place.file, one.place.line) == ("OKR206", "okrs/a.yaml", 7)
    assert one.message.endswith("a/o → b/o → c/o → a/o")
    assert [note.place.file for note in one.notes] == ["okrs/b.yaml", "okrs/c.yaml"]


def test_a_circle_of_hundreds_of_teams_is_told_once_and_soon(project):
    files = project({
        f"okrs/{n:04}.yaml": okr(FINE, team=f"t{n}", more=supporting(f"t{(n + 1) % 700}/o")) for n in range(700)
    })  # fmt: skip
    started = time.process_time()
    (one,) = rules.run(files).problems
    assert time.process_time() - started < 5
    assert one.message.endswith("t18/o → t19/o → … → t0/o")
    assert len(one.notes) == 19


def test_a_long_chain_is_no_circle_and_needs_no_recursion(told):
    chain = {
        f"okrs/{n:04}.yaml": okr(FINE, team=f"t{n}", more=supporting(f"t{n + 1}/o") if n < 1500 else "")
        for n in range(1501)
    }
    assert told(chain) == []


def test_a_name_is_known_though_something_is_missing_beside_it(told):
    lacking = "id: k, metric: rate, baseline: 80, target: 90"  # what is missing is said at the id
    (found,) = told({"okrs/x.yaml": okr(lacking, FINE)})
    assert "OKR203 the key result `k` stands twice" in found


def test_two_files_for_one_team_and_cycle(told):
    found = told({"okrs/a.yaml": okr(FINE), "okrs/b.yaml": okr(FINE), "okrs/c.yaml": okr(FINE, cycle="2027-Q1")})
    assert found == ["okrs/b.yaml:3:7 OKR203 team `t` has another file for 2026-Q4: okrs/a.yaml"]


@pytest.mark.parametrize(
    ("body", "says"),
    [
        ("  o/nope: {value: 2}\n", "7:3 OKR204 there is no key result `o/nope`"),
        ("  k: {value: 2}\n", "7:3 OKR204 there is no key result `k`"),
        ("  o/m: {milestones: {b: 2026-10-30}}\n", "7:22 OKR204 there is no milestone `b` in key result `o/m`"),
        ("  o/k: {}\ninitiatives: {o/x: {progress: 5%}}\n", "8:15 OKR204 there is no initiative `o/x`"),
        ("  o/k: {}\ncloses: {verdicts: {o/x: {verdict: missed}}}\n", "8:21 OKR204 there is no key result `o/x`"),
        ("  o/k: {value: 2 h}\n", "7:16 OKR304 the value `2 h` is in units of time, but the key result is in `%`"),
        ("  o/k: {interval: [9%, 1%]}\n", "7:19 OKR312 the interval's low end lies above its high end"),
        (
            "  o/k: {window: {from: 2026-11-02T00:00:00Z, to: 2026-11-01T00:00:00Z}}\n",
            "7:50 OKR312 2026-11-01T00:00:00Z comes before 2026-11-02T00:00:00Z",
        ),
    ],
)
def test_check_ins_speak_of_what_is_promised(told, body, says):
    promised = (
        "id: k, metric: rate, source: s, baseline: 80, target: 90",
        "id: m, milestones: [{id: a, by: 2026-11-01}]",
    )
    assert told({"okrs/x.yaml": okr(*promised), CHECKIN: checkin(body)}) == [f"{CHECKIN}:{says}"]


def test_check_ins_follow_earlier_ids_and_remember_what_was_dropped(told):
    more = "    amendments: [{on: 2026-11-02, key_result: gone, field: dropped, reason: ก, by: nok}]\n"
    files = {
        "okrs/x.yaml": okr("id: k, formerly: [old], baseline: 1, target: 5", more=more),
        CHECKIN: checkin("  o/k: {value: 2}\n  o/old: {value: 2}\n  o/gone: {value: 2}\n"),
    }
    assert told(files) == []


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("checkins/2026-Q3/t/2026-11-20T020000Z.yaml", "2:8"),
        ("checkins/2026-Q4/other/2026-11-20T020000Z.yaml", "3:7"),
        ("checkins/2026-Q4/t/2026-11-20T090000Z.yaml", "4:5"),
        ("checkins/2026-11-20T020000Z.yaml", "2:8"),
    ],
)
def test_a_check_in_under_another_name(told, name, place):
    (one,) = told({"okrs/x.yaml": okr(FINE), name: checkin("  o/k: {value: 2}\n")})
    assert one.startswith(f"{name}:{place} OKR208 ")


def test_a_cycle_that_is_not_known_is_told_once_and_not_at_each_check_in(told):
    files = {"okrs/x.yaml": okr(FINE, cycle="2026-Q5"), CHECKIN: checkin("  o/k: {value: 2}\n")}
    (one,) = told(files)
    assert one.startswith("okrs/x.yaml:2:8 OKR204 there is no cycle `2026-Q5`")


def test_a_check_in_of_a_team_without_a_file(told):
    files = {"okrs/x.yaml": okr(FINE, team="other"), CHECKIN: checkin("  o/k: {value: 2}\n")}
    assert told(files) == [f"{CHECKIN}:3:7 OKR204 no OKR file is of team `t` and cycle `2026-Q4`"]


# ---------------------------------------------------------------- plugins, paths


def test_an_unknown_metric_says_that_local_plugins_were_not_loaded(project, plugins):
    settings = PROJECT + "plugins: [plugins]\n"
    waiting = replace(plugins, plugins=(*plugins.plugins, Plugin("plugins", "this project", "", "not loaded")))
    promised = okr("id: k, metric: happy, source: s, baseline: 1, target: 5")
    files = project({"okrs/x.yaml": promised, "plugins/happy.py": ""}, settings, waiting)
    (one,) = rules.run(files).problems
    assert "the plugins of this project (`plugins`) were not loaded: `okr schema --write`" in one.message


def test_an_unknown_type_of_source(told):
    (one,) = told({"okrs/x.yaml": okr(FINE)}, PROJECT.replace("csv,", "cvs,"))
    assert one == "okrengine.yaml:4:13 OKR201 no source `cvs` is installed"


def test_data_that_is_not_there(told):
    settings = PROJECT + "  t: {type: csv, path: data/nope/*.csv}\n  u: {type: sql, path: whatever}\n"
    assert told({"okrs/x.yaml": okr(FINE)}, settings) == [
        "okrengine.yaml:5:24 OKR205 no file matches `data/nope/*.csv`"
    ]


@pytest.mark.parametrize("path", ["data/out.csv", "data/*.csv", "folder/x.csv", "folder/*.csv"])
def test_data_that_a_link_leads_out_to(told, tmp_path, path):
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "out.csv").symlink_to("/etc/hostname")
    (tmp_path / "folder").symlink_to("/etc")
    (one,) = told({"okrs/x.yaml": okr(FINE)}, f"version: 1\nsources:\n  s: {{type: csv, path: {path}}}\n")
    assert one.startswith("okrengine.yaml:3:24 OKR207 ")


def test_folders_that_a_link_leads_out_to(told, tmp_path):
    (tmp_path / "said").symlink_to("/etc")
    found = told({"okrs/x.yaml": okr(FINE)}, PROJECT + "checkins: said\nplugins: [said]\n")
    assert [one.rpartition(" OKR207 ")[0] for one in found] == ["okrengine.yaml:5:11", "okrengine.yaml:6:11"]


# ---------------------------------------------------------------- quantities


def test_a_source_is_to_be_declared_where_none_is(project):
    files = project(
        {"okrs/x.yaml": okr("id: k, metric: rate, source: facebook, baseline: 1%, target: 5%")}, "version: 1\n"
    )
    (found,) = rules.run(files, as_of=AS_OF).problems
    assert found.message == "there is no source `facebook` in okrengine.yaml"
    assert found.hint == "declare it under `sources:` in okrengine.yaml"


@pytest.mark.parametrize(
    ("key_result", "hint"),
    [
        ("baseline: 1200000 บาท, target: 2 ล้านบาท", "write both in one unit: `target: 2000000 บาท`"),
        (
            "baseline: 2 ล้านบาท, target: 5 แสนบาท",
            "write both in one unit: `baseline: 2000000 บาท` and `target: 500000 บาท`",
        ),
        ("baseline: 1200000, target: 2 ล้านบาท", "`baseline: 1200000 บาท` and `target: 2000000 บาท`"),
        ("baseline: 900000, target: 2.5 million", "write both in one unit: `target: 2500000`"),
        ("baseline: 0.4, target: 60%", "is `0.4` meant as 40%? write `baseline: 40%`"),
        ("baseline: 40%, target: 0.6", "is `0.6` meant as 60%? write `target: 60%`"),
        ('baseline: "25%", target: 30', "write both in one unit: `target: 30%`"),
        ("baseline: 25, target: 30%", "write both in one unit: `baseline: 25%`"),
        ("baseline: 10 visits, target: 20 leads", "write both in one unit; `20 visits` only if that is meant"),
        ("metric: rate, source: s, baseline: 80 points, target: 90%", "write it like 80%"),
    ],
)
def test_the_mend_of_a_unit_keeps_what_was_meant(project, key_result, hint):
    (found,) = rules.run(project({"okrs/x.yaml": okr(f"id: k, {key_result}")}), as_of=AS_OF).problems
    assert found.code == "OKR304"
    assert hint in found.hint


@pytest.mark.parametrize(
    ("key_result", "codes"),
    [
        ("metric: rate, source: s, baseline: 80, target: 90%", []),
        ("metric: rate, source: s, baseline: 80 points, target: 90%", ["OKR304"]),
        ("metric: wait, source: s, baseline: 48, target: 24", ["OKR304", "OKR304"]),
        ("metric: wait, source: s, baseline: 2 d, target: 90 min", []),
        ("metric: wait, source: s, baseline: 2 d, target: 48 h", ["OKR302"]),
        ("metric: wait, source: s, baseline: 24 h, target: 48 h", ["OKR301"]),
        ("metric: wait, source: s, baseline: 24 h, target: {change: -2 pp}", ["OKR304"]),
        ("metric: wait, source: s, baseline: 24 h, target: {change: +10%}", ["OKR301"]),
        ("metric: rate, source: s, baseline: 80%, target: 101%", ["OKR305"]),
        ("metric: rate, source: s, maintain: {at_least: 85%, at_most: 120%}", ["OKR305"]),
        ("metric: points, source: s, baseline: -20, target: 10", []),
        ("metric: points, source: s, baseline: -20, target: -101 points", ["OKR305"]),
        ("metric: growth, source: s, baseline: 5%, target: -20%", ["OKR301"]),
        ("metric: complaints, source: s, baseline: 10%, target: -20%", ["OKR308"]),
        ("metric: rate, source: s, baseline: 80%, target: '+10%'", ["OKR308"]),
        ("baseline: 20, target: +10", ["OKR308"]),
        ("baseline: 20, target: -10", []),
        ("baseline: 10 visits, target: 20", ["OKR304"]),
        ("baseline: 10 visits, target: 20 visits", []),
        ("baseline: 10 visits, target: {change: +25%}", []),
        ("baseline: 10 visits, target: {change: 5 pp}", ["OKR304"]),
        ("baseline: 10%, target: {change: 5 pp}", []),
        ("baseline: 0, target: {change: 5%}", ["OKR310"]),
        ("baseline: 5, target: {change: 0%}", ["OKR302"]),
        ("target: 5", ["OKR310"]),
        ("target: {stretch: 5}", ["OKR310"]),
        ("baseline: {measure_by: 2026-12-01}, target: 5", []),
        ("baseline: {measure_by: 2026-11-21}, target: 5", []),
        ("baseline: {measure_by: 2026-11-20}, target: 5", ["OKR311"]),
        ("maintain: {at_least: 5, score: distance}", ["OKR310"]),
        ("maintain: {at_least: 5, score: distance}, baseline: 2", []),
        ("maintain: {at_least: 5, at_most: 4}", ["OKR312"]),
        ("maintain: {at_least: 1 h, at_most: 61 min}", []),
        ("maintain: {at_least: 5 h, at_most: 4%}", ["OKR304"]),
        ("baseline: 0, target: {commit: 3, target: 7, stretch: 10}", []),
        ("baseline: 10, target: {commit: 7, target: 3, stretch: 1}", []),
        ("baseline: 0, target: {commit: 7, target: 3, stretch: 10}", ["OKR312"]),
        ("baseline: 0, target: {commit: 3, target: 3, stretch: 10}", ["OKR312"]),
        ("baseline: 5, target: {commit: 3, stretch: 10}", ["OKR312"]),
        ("baseline: 10, target: {stretch: 10}", ["OKR302"]),
        ("baseline: 1, target: 5, curve: [{on: 2026-11-01, progress: 5%}, {on: 2026-11-01, progress: 9%}]", ["OKR312"]),
        ("baseline: 1, target: 5, title: no number is promised", []),
        ("title: no number is promised", ["OKR407"]),
    ],
)
def test_quantities(told, key_result, codes):
    found = told({"okrs/x.yaml": okr(f"id: k, {key_result}")})
    assert [one.split(" ")[1] for one in found] == codes, found


@pytest.mark.parametrize(
    ("key_result", "by", "to"),
    [
        ("baseline: 50, target: +20", "70", "20"),
        ("baseline: 50, target: '+20'", "70", "20"),
        ("baseline: 0, target: +30", "30", "30"),
        ("baseline: 50, target: +20.5", "70.5", "20.5"),
        ("baseline: 50 visits, target: +20", "70 visits", "20"),
        ("baseline: 50 visits, target: +20 visits", "70 visits", "20 visits"),
        ("baseline: 50 visits, target: +20 leads", None, "20 leads"),
        ("baseline: 50 visits, target: +20%", "{change: +20%}", "20%"),
        ("metric: points, source: s, baseline: -20, target: +70", "50", "70"),
        ("metric: rate, source: s, baseline: 70%, target: +10%", "{change: +10%}", "10%"),
        ("metric: rate, source: s, baseline: 70, target: '+10%'", "{change: +10%}", "10%"),
        ("metric: rate, source: s, baseline: 70%, target: +10 pp", "{change: +10 pp}", "10 pp"),
        ("metric: rate, source: s, baseline: 70%, target: +10", "80%", "10"),
        ("metric: rate, source: s, baseline: 0%, target: +10%", None, "10%"),
        ("metric: rate, source: s, baseline: {measure_by: 2026-12-01}, target: +10", None, "10"),
        ("metric: complaints, source: s, baseline: 10%, target: -20%", "{change: -20%}", "20%"),
        ("metric: complaints, source: s, baseline: 10%, target: -20", None, "20"),
        ("metric: rate, source: s, baseline: 90%, target: +20", None, "20"),
        ("metric: wait, source: s, baseline: 24 h, target: -20 h", "4 h", "20 h"),
        ("metric: wait, source: s, baseline: 24 h, target: -20", "4 h", "20"),
        ("metric: wait, source: s, baseline: 1 d, target: -20 h", None, "20 h"),
    ],
)
def test_a_sign_is_answered_with_a_target_that_is_right_as_it_stands(project, key_result, by, to):
    def asked(said):
        return rules.run(project({"okrs/x.yaml": okr(f"id: k, {said}")}), as_of=AS_OF).problems

    (found,) = asked(key_result)
    assert found.code == "OKR308"
    assert found.message.endswith(f" may mean by {to} or to {to}")
    if by is None:
        assert found.hint == "write the value to reach, without a sign"
        return
    either = f"write `target: {by}` if by" + f", `target: {to}` if to" * ("pp" not in to)
    assert found.hint == (either if by != to else f"write `target: {to}`")
    assert {one.code for one in asked(f"{key_result.partition(', target')[0]}, target: {by}")} <= {"OKR309"}


@pytest.mark.parametrize(
    ("key_result", "start"),
    [
        ("metric: rate, source: s, target: 90", "80%"),
        ("metric: wait, source: s, target: 24 h", "48 h"),
        ("target: 24 min", "48 h"),
        ("target: 3", "10"),
        ("target: 30 visits", "10 visits"),
        ("metric: wait, source: s, maintain: {at_least: 1 h, score: distance}", "48 h"),
    ],
)
def test_a_missing_baseline_is_shown_in_the_unit_of_its_key_result(project, key_result, start):
    (found,) = rules.run(project({"okrs/x.yaml": okr(f"id: k, {key_result}")}), as_of=AS_OF).problems
    assert found.hint.startswith(f"add `baseline: {start}`, or ")


def test_a_captured_baseline_is_not_overdue(told):
    files = {
        "okrs/x.yaml": okr("id: k, formerly: [j], baseline: {measure_by: 2026-10-15}, target: 5"),
        CHECKIN: checkin("  o/j: {value: 2, baseline: 2}\n"),
    }
    assert told(files) == []


def test_a_direction_names_the_metric_as_the_reason(project):
    files = project({"okrs/x.yaml": okr("id: k, metric: complaints, source: s, baseline: 10%, target: 13%")})
    (one,) = rules.run(files).problems
    assert (one.message, one.hint) == ("this target moves complaints the wrong way", "higher than the baseline of 10%")
    assert one.notes[0] == Note("lower is better for this metric", Place("okrs/x.yaml", 8, 25, 8, 35))


AMENDED = "    amendments: [{{on: 2026-11-02, key_result: k, field: {}, from: 12 h, to: {}, reason: ก, by: nok}}]\n"


@pytest.mark.parametrize(
    ("field", "to", "codes"),
    [
        ("target", "24 h", []),
        ("target", "1 d", []),
        ("target", "25 h", ["OKR313"]),
        ("target", "24", ["OKR313"]),
        ("deadline", "2026-12-31", ["OKR313"]),
        ("weight", "2", []),
        ("weight", "2.0", []),
        ("title", "สั้น", []),
        ("dropped", "null", ["OKR313"]),
    ],
)
def test_an_amendment_is_true_now(told, field, to, codes):
    key_result = "id: k, metric: wait, source: s, baseline: 48 h, target: 24 h, weight: 2, title: สั้น"
    found = told({"okrs/x.yaml": okr(key_result, more=AMENDED.format(field, to))})
    assert [one.split(" ")[1] for one in found] == codes, found


def test_settings_out_of_order(told):
    settings = (
        PROJECT
        + "status: {on_track: 30 pp}\ncycles: {named: {a: {from: 2026-11-02, to: 2026-11-01}}}\ndepartments: [service]\n"
    )
    more = "    tags: {department: [service, salse]}\n"
    found = told({"okrs/x.yaml": okr(FINE, more=more)}, settings)
    assert [one.split(" ")[:2] for one in found] == [
        ["okrengine.yaml:5:20", "OKR312"], ["okrengine.yaml:6:44", "OKR312"], ["okrs/x.yaml:7:24", "OKR204"],
    ]  # fmt: skip


# ---------------------------------------------------------------- running


def crash(_files):
    yield Finding(Place("okrs/x.yaml", 1, 1, 1, 2), "found before the crash")
    raise KeyError("with a\nsecond line")


def find(_files):
    yield Finding(Place("okrs/x.yaml", 2, 1, 2, 2), "a warning", "mend it")


def limited(files, *, max: int = 1):  # noqa: A002, ARG001  an option that is read and not used
    """A warning.

    max: how many there may be
    """
    return find(files)


def with_rules(files, *offers, plugins=()):
    return replace(files, registry=replace(files.registry, rules={one.slug: one for one in offers}, plugins=plugins))


def test_a_rule_that_raises_is_named_and_the_others_go_on(project):
    offers = (Rule("XYZ001", "crash", "warning", crash, ""), Rule("XYZ002", "find", "warning", find, ""))
    owner = Plugin("mine", "okr-mine", "1.0", "ok", None, (("rule", "crash"),))
    found = rules.run(with_rules(project({"okrs/x.yaml": okr(FINE)}), *offers, plugins=(owner,))).problems
    assert [(one.code, one.slug, one.severity) for one in found] == [
        ("OKR903", "plugin-failed", "error"), ("XYZ002", "find", "warning"),
    ]  # fmt: skip
    assert "the rule `crash` of plugin `mine` (okr-mine) failed: KeyError:" in found[0].message
    assert "\n" not in str(found[0])


@pytest.mark.parametrize(
    "given", [None, "text", Finding(None, "no place"), Finding(Place("okrs/x.yaml"), None), Place("okrs/x.yaml")]
)
def test_a_rule_that_gives_something_else_than_findings_failed(project, given):
    files = with_rules(
        project({"okrs/x.yaml": okr(FINE)}), Rule("XYZ001", "odd", "warning", lambda _files: [given], "")
    )
    (one,) = rules.run(files).problems
    assert one.code == "OKR903"
    assert "is no finding with a place and a message" in one.message


def test_only_guards_are_asked_where_loading_is_all_that_matters(project):
    offers = (Rule("XYZ001", "crash", "warning", crash, ""), Rule("XYZ002", "find", "error", find, "", guard=True))
    found = rules.run(with_rules(project({"okrs/x.yaml": okr(FINE)}), *offers), guards=True).problems
    assert [one.code for one in found] == ["XYZ002"]


@pytest.mark.parametrize(
    ("said", "severities"),
    [
        ("{find: info}", ["info", "error"]),
        ("{find: [error, {max: 5}], keep: info}", ["error", "error"]),
        ("{find: [{max: 5}]}", ["warning", "error"]),
        ("{find: off, keep: off}", ["error"]),
    ],
)
def test_a_project_sets_the_severity_of_a_rule_and_never_of_a_guard(project, said, severities):
    offers = (Rule("XYZ001", "find", "warning", limited, ""), Rule("XYZ002", "keep", "error", find, "", guard=True))
    files = with_rules(project({"okrs/t.yaml": okr()}, settings=f"{PROJECT}rules: {said}\n"), *offers)
    assert [one.severity for one in rules.run(files).problems] == severities


def test_a_plugin_that_did_not_load_is_a_problem(project):
    failed = Plugin("broken", "okr-broken", "1.0", "failed", "ImportError: nothing there")
    (one,) = rules.run(with_rules(project({"okrs/x.yaml": okr(FINE)}), plugins=(failed,))).problems
    assert (one.code, one.message) == (
        "OKR903", "the plugin `broken` of okr-broken was not loaded: ImportError: nothing there",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("id: k,", "idd: k,"),
        ("id: k,", "id: 7,"),
        ("id: o", "id: O"),
        ("key_results:", "key_result:"),
        ("team: a", "team: A"),
    ],
)
def test_what_refers_to_something_whose_name_is_broken_is_not_called_unknown(project, old, new):
    more = "    amendments: [{on: 2026-11-02, key_result: k, field: target, from: 4, to: 5, reason: ก, by: nok}]\n"
    files = project({
        "okrs/a.yaml": okr(FINE, team="a", more=more).replace(old, new),
        "okrs/b.yaml": okr(FINE, team="b", more=supporting("a/o/k")),
        CHECKIN.replace("/t/", "/a/"): checkin("  o/k: {value: 2}\n").replace("team: t", "team: a"),
    })  # fmt: skip
    assert len(files.problems) == 1
    assert rules.run(files).problems == ()
