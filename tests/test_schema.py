import json
import re
from decimal import Decimal
from pathlib import Path
from typing import Literal

import pytest
from jsonschema import Draft202012Validator

from okrengine import Metric, Seconds, Source, registry, schema
from okrengine.nearness import nearest
from okrengine.registry import Registry
from okrengine.syntax import read

ROOT = Path(__file__).parent.parent
EXAMPLES = Path(__file__).parent / "examples"
SUBSET = {
    "$schema", "$comment", "$defs", "$ref", "title", "description", "type", "enum", "const", "pattern", "format", "minimum", "maximum",
    "minLength", "maxLength", "items", "minItems", "maxItems", "maxProperties", "properties", "required",
    "additionalProperties", "allOf", "if", "then", "default", "errorMessage", "patternErrorMessage",
    "markdownDescription", "markdownEnumDescriptions", "defaultSnippets",
}  # fmt: skip


def csat(answers, *, satisfied_min: int = 4):
    """Percent of satisfied answers."""


def within(tickets, *, threshold: Seconds, denominator: Literal["all", "due"] = "due"):
    """Percent in time.

    threshold: the longest wait that is in time
    """


def read_csv(connection, paths, *, delimiter: str = ","):
    """Rows of text."""


def failing(_options):
    raise KeyError("no such thing")


METRICS = (
    Metric("csat", csat, "survey_response", unit="%", better="higher", scale=(1, 5), check=lambda o: (
        "`satisfied_min` lies above the scale" if o["satisfied_min"] > o["scale"][1] else None
    )),
    Metric("within", within, "ticket", unit="%", better="higher"),
    Metric("broken", csat, "ticket", unit="%", check=failing),
)  # fmt: skip
REGISTRY = Registry({one.name: one for one in METRICS}, {"csv": Source("csv", read_csv, (".csv",))})
OKR = "version: 1\ncycle: 2026-Q4\nteam: t\nobjectives:\n  - id: o\n    title: ก\n    key_results:\n"
PROJECT = "version: 1\nsources:\n  s: {type: csv, path: data/x.csv}\n"
CHECKIN = "version: 1\ncycle: 2026-Q4\nteam: t\nat: 2026-11-21T09:00:00+07:00\nby: nok\nkey_results:\n"


def check(text, kind="okr"):
    document, problems = read(text.encode(), "x.yaml")
    assert problems == []
    return schema.check(document, kind, REGISTRY)


def lines(text, kind="okr"):
    return [str(one).removeprefix("x.yaml:").replace(": error", "") for one in check(text, kind)]


def codes(text, kind="okr"):
    return [one.code for one in check(text, kind)]


def key_result(rest):
    return f"{OKR}      - {{id: k, {rest} }}\n"


GOOD = [
    "metric: csat, source: s, baseline: 80%, target: 90%",
    "baseline: 1, target: 2.5",
    "target: {change: -2 pp}, baseline: 5%",
    "target: {stretch: 10, commit: 3, target: 7}, baseline: 0",
    "maintain: {at_most: 5}",
    "milestones: [{id: a, by: 2026-11-01, weight: 0.5, done: 2026-10-30}]",
    "metric: within, source: s, with: {threshold: 1 h, denominator: all}, target: 90%",
    "metric: unknown, with: {anything: goes}, target: 5",
    "metric: csat, source: s, where: {a: 1, b: [x, 2], c: {at_least: 1, at_most: 2, not: [3]}}, target: 5",
    "target: 5, window: {from: 2026-10-01, to: 2026-10-31T12:00:00+07:00}, metric: unknown",
    "target: 5, curve: step, weight: 0, tags: {a: b, c: [d, 1]}, formerly: [j], deadline: 2028-02-29",
]


@pytest.mark.parametrize("rest", GOOD)
def test_what_may_be_written(rest):
    assert lines(key_result(rest)) == []


@pytest.mark.parametrize(
    ("rest", "code", "says"),
    [
        ("taget: 5", "OKR101", "unknown key `taget` in key result `k` (did you mean `target`?)"),
        ("target: 5, target_: 6", "OKR101", "(`target` stands here already)"),
        ("target: {chnge: 5%}", "OKR101", "(did you mean `change`?)"),
        ("target: {}", "OKR102", "has no `stretch` (add `stretch: 10`, or `change: -20%`)"),
        ("target: 5, source: s", "OKR102", "key result `k` has no `metric`"),
        ("target: 5, metric: csat", "OKR102", "`k` has the metric `csat` and no `source`"),
        ("target: 5, metric: csat, sorce: s", "OKR101", "(did you mean `source`?)"),
        ("target: 5, metric: within, source: s", "OKR102", "the metric `within` needs the parameter `threshold`"),
        ("target: 5, metric: within, source: s, wth: {threshold: 1 h}", "OKR101", "(did you mean `with`?)"),
        ("target: 5, metric: within, source: s, with: {treshold: 1 h}", "OKR101", "(did you mean `threshold`?)"),
        ("target: 5, metric: within, source: s, with: {threshold: 1}", "OKR103", "`threshold` is a number; it takes a length of time"),
        ("target: 5, metric: csat, source: s, with: {satisfied_min: high}", "OKR103", "`satisfied_min` is a text; it takes a whole number"),
        ("target: 5, metric: csat, source: s, with: {satisfied_min: 9}", "OKR104", "lies above the scale"),
        ("target: 5, metric: csat, source: s, with: [1]", "OKR103", "`with` is a list; it takes a mapping"),
        ("target: 5, metric: manual, with: {a: 1}", "OKR101", "unknown key `a` in `with` of metric `manual`"),
        ("target: 5, metric: broken, source: s", "OKR903", "failed while its parameters were checked: KeyError"),
        ("target: 5, maintain: {at_least: 1}", "OKR106", "`maintain` stands here already"),
        ("maintain: {at_least: 1}, milestones: [{id: a, by: 2026-11-01}]", "OKR106", "keep one of the two"),
        ("target: {change: 5%, stretch: 9}", "OKR106", "`change` stands here already"),
        ("target: {change: 5}", "OKR103", "`change` is a number; it takes a change in % or pp (write `5%`, or `5 pp`"),
        ("target: true", "OKR103", "`target` is true or false; it takes a quantity or a mapping"),
        ("target: ", "OKR103", "`target` is empty"),
        ("target: ๕๐%", "OKR104", "`๕๐%` is not a quantity (write 50%)"),
        ("target: 1.3k", "OKR104", "(write 1300)"),
        ("target: 24 ชั่วโมง", "OKR104", "`24 ชั่วโมง` is not a quantity (write 24 h)"),
        ("target: 6 hours", "OKR104", "`6 hours` is not a quantity (write a number with a unit: 80%, 6 h, 45 min, 2 d)"),
        ("target: 60 percent", "OKR104", "`60 percent` is not a quantity (write 60%)"),
        ("target: 20 per cent", "OKR104", "(write 20%)"),
        ("target: 5 minutes", "OKR104", "(write 5 min)"),
        ("target: 9007199254740993123", "OKR104", "has too many digits"),
        ("target: 5, weight: -1", "OKR104", "`-1` is less than 0"),
        ("target: 5, weight: -1234567890123456789", "OKR104", "is less than 0"),
        ("target: 5, weight: 1e3", "OKR103", "`weight` is a text; it takes a number"),
        ("target: 5, deadline: 2026-3-1", "OKR104", "`2026-3-1` is not a date"),
        ("target: 5, deadline: 2026-11-31", "OKR303", "the last day of that month is 2026-11-30"),
        ("target: 5, deadline: 2100-02-29", "OKR303", "the last day of that month is 2100-02-28"),
        ("target: 5, deadline: 2569-12-31", "OKR303", "2569 looks like a Buddhist year: write 2026"),
        ("target: 5, deadline: 1026-12-31", "OKR303", "lies before the year 1900"),
        ("target: 5, deadline: ๒๕๖๙-๑๒-๓๑", "OKR104", "is not a date"),
        ("target: 5, title: 2026", "OKR103", "`title` is a number; it takes a text"),
        ('target: 5, title: "a\\nb"', "OKR104", "(write it in one line)"),
        ("target: 5, window: last 0", "OKR104", "is not a window"),
        ("target: 5, curve: []", "OKR104", "`curve` holds 0 things"),
        ("target: 5, curve: [{on: 2026-11-01, progress: 120%}]", "OKR104", "`120%` is not a percentage"),
        ("target: 5, formerly: [../x]", "OKR104", "`../x` is not an id"),
        ("target: 5, guardrails: [{metric: csat, source: s}]", "OKR102", "guardrail of key result `k` has no `at_least`"),
        ("target: 5, guardrails: [{source: s, at_least: 5}]", "OKR102", "guardrail of key result `k` has no `metric`"),
        ("target: 5, guardrails: [{metric: within, source: s, at_least: 5}]", "OKR102", "needs the parameter `threshold`"),
        ("target: 5, metric: csat, source: s, with: {api_key: x7}", "OKR101", "unknown key `api_key`"),
    ],
)  # fmt: skip
def test_one_mistake_is_one_problem(rest, code, says):
    found = check(key_result(rest if "window" not in rest else f"{rest}, metric: unknown"))
    assert [one.code for one in found if one.code != "OKR107"] == [code]
    assert says in str(found[0])


GUESSED = [
    ("deadline: 31/12/2569", "write 2026-12-31"),
    ("deadline: 2026/12/31", "write 2026-12-31"),
    ("deadline: ๓๑-๑๒-๒๕๖๙", "write 2026-12-31"),
    ("deadline: 5/5/2026", "write 2026-05-05"),
    ("deadline: 5/6/2026", "write a date as year-month-day: 2026-11-30"),
    ("deadline: 32/12/2026", "write a date as year-month-day: 2026-11-30"),
    ("deadline: 1/12/26", "write a date as year-month-day: 2026-11-30"),
    ("deadline: 31 ธ.ค. 2569", "write 2026-12-31"),
    ("deadline: 3 กุมภาพันธ์ 2570", "write 2027-02-03"),
    ("deadline: 31 Dec 2026", "write 2026-12-31"),
    ('deadline: "Dec 5, 2026"', "write 2026-12-05"),
    ("deadline: 5 September 2026", "write 2026-09-05"),
    ("deadline: 31 Nov 2026", "write a date as year-month-day: 2026-11-30"),
    ("stretch: 9", "write `target: {target: 5, stretch: 9}`"),
    ("stretch: [9]", "`target` stands here already"),
    ("metric: unknown, window: 30 d", "write last 30 d"),
    ("metric: unknown, window: month", "write cycle, last 30 d, or {from: 2026-10-01, to: 2026-12-31}"),
    ("formerly: [Time To_Solve]", "write time-to-solve"),
    ("formerly: [เวลา]", "write small letters, digits and hyphens, such as resolution-time"),
    ("formerly: old", "write [old]"),
    ("formerly: 'a, b'", "write it like `formerly: [time-to-solve]`"),
    ("formerly: ", "write it like `formerly: [time-to-solve]`"),
    ("formerly: [12]", 'quote it: "…"'),
    ("owner: ", "write it like `owner: nok`"),
    ("owner: 081", 'quote it: "…"'),
    ("title: ", "write it like `title: Problems are solved within a day, not two`"),
    ("title: 2569", 'quote it: "…"'),
    ("metric: 5", "write the name of a metric; `okr plugins` lists them"),
    ("guardrails: ", "write a list with items like `- {metric: csat, source: surveys, at_least: 80%}`"),
    ("tags: {stage: }", "write a word, or a list of words"),
    ("formerly: {a: b}", "begin each item with `- `"),
    ("guardrails: [csat]", "write {metric: csat, source: surveys, at_least: 80%}"),
    ("curve: lineer", "write linear"),
    ("curve: s-shaped", "write linear, step, or a list such as [{on: 2026-11-15, progress: 20%}]"),
    ("curve: [{on: 2026-11-01, progress: 0.3}]", "write 30%"),
    ("curve: [{on: 2026-11-01, progress: 30}]", "write 30%"),
    ("curve: [{on: 2026-11-01, progress: 300}]", "write a percentage from 0% to 100%, such as 30%"),
    ("tags: [service]", "write a mapping: {department: service}"),
]


@pytest.mark.parametrize(("rest", "hint"), GUESSED)
def test_what_was_probably_meant_is_written_out(rest, hint):
    (one,) = check(key_result(f"target: 5, {rest}"))
    assert one.hint == hint


@pytest.mark.parametrize(
    ("rest", "hint"),
    [
        ("maintain: 99.9%", "write {at_least: 99.9%}"),
        ("maintain: 5", "write {at_least: 5}"),
        ("maintain: high", "for example {at_least: 85%}"),
    ],
)
def test_a_level_is_written_with_its_own_value(rest, hint):
    (one,) = check(key_result(rest))
    assert one.hint == hint


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("Queue is short", "add `id: queue-is-short`"),
        ("It's easy: one call, one answer", "add `id: its-easy-one-call-one`"),
        ("แถวสั้น", "add an id such as `id: resolution-time`"),
    ],
)
def test_an_id_is_proposed_from_the_title(title, hint):
    (one,) = check(key_result("target: 5").replace("id: k", f'title: "{title}"'))
    assert (one.code, one.hint) == ("OKR102", hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("Train the team", "for example {id: train-the-team, title: Train the team}"),
        ("อบรม: ทีม", 'for example {id: …, title: "อบรม: ทีม"}'),
        ("x" * 61, "write {id: chatbot, title: …, due: 2026-11-30}"),
    ],
)
def test_a_text_in_the_place_of_an_initiative_is_its_title(text, hint):
    (one,) = check(key_result("target: 5") + f'    initiatives: ["{text}"]\n')
    assert one.hint == hint


@pytest.mark.parametrize("rest", ["target: {change: }", "maintain: {at_least: }", "target: {stretch: }", "version: "])
def test_what_is_empty_is_one_mistake(rest):
    whole = key_result("target: 5").replace("version: 1", rest) if rest.startswith("version") else key_result(rest)
    (one,) = check(whole)
    assert " is empty" in one.message


@pytest.mark.parametrize(
    ("written", "meant"),
    [("Q4 2026", "2026-Q4"), ("2026/q4", "2026-Q4"), ("H2 2569", "2026-H2"), ("ไตรมาส 4/2569", "2026-Q4")],
)
def test_a_cycle_in_other_words_is_written_out(written, meant):
    (one,) = check(key_result("target: 5").replace("2026-Q4", written))
    assert one.hint == f"write {meant}"


@pytest.mark.parametrize(
    ("old", "new", "hints"),
    [
        ("key_results:", "krs:", ["did you mean `key_results`?"]),
        ("title: ก", "name: ก", ["did you mean `title`?"]),
        ("team: t", "ทีม: t", ["did you mean `team`?"]),
        ("target: 5", "goal: 5", ["did you mean `target`?"]),
        ("target: 5", "target: 5, due: 2026-11-30", ["did you mean `deadline`?"]),
        ("target: 5", "maintain: {min: 5}", ["did you mean `at_least`?"]),
        ("target: 5", "milestones: [{id: a, date: 2026-11-30}]", ["did you mean `by`?"]),
        ("target: 5", "target: 5, goal: 6", ["`target` stands here already"]),
        (
            "title: ก",
            "title: ก\n    metric: csat",
            ["it belongs in a key result or a guardrail: check the indentation"],
        ),
        ("team: t", "team: t\ninitiatives: []", ["it belongs in an objective: check the indentation"]),
        ("target: 5", "target: 5, score: now", ["it belongs in `maintain`: check the indentation"]),
    ],
)
def test_a_key_in_other_words_or_in_another_place_is_one_mistake(old, new, hints):
    text = key_result("target: 5")
    assert old in text
    assert [one.hint for one in check(text.replace(old, new))] == hints


@pytest.mark.parametrize("name", ["con", "COM1".lower(), "nul", "-x", "Sales", "a_b", "a/b", "ก", "a" * 65, "a\u2010b"])
def test_ids_and_teams_become_file_names(name):
    text = key_result("target: 5").replace("team: t", f'team: "{name}"')
    assert codes(text) == ["OKR003" if len(name) > 64 else "OKR104"]


@pytest.mark.parametrize("name", ["2026-q4", "2026", "launch", "A1"])
def test_cycles_are_checked_by_form_only(name):
    assert codes(key_result("target: 5").replace("2026-Q4", name)) == []


def test_a_look_alike_with_a_zero_width_space_is_named():
    (one,) = check(key_result("target: 5").replace("id: k", 'id: "k\u200b"'))
    assert (one.code, one.message) == ("OKR005", "`k\\u{200b}` holds the invisible character U+200B")


def test_places_are_the_key_the_value_or_the_id():
    found = check(
        OKR + "      - id: aa\n        taget: 5\n        weight: x\n      - title: no id\n        target: 5\n"
    )
    assert [(one.code, one.place.line, one.place.column) for one in found] == [
        ("OKR101", 9, 9), ("OKR103", 10, 17), ("OKR102", 11, 9),
    ]  # fmt: skip


def test_version_says_which_release_reads_it():
    assert codes("version: 2\ncycle: c\nteam: t\nobjectives: [{id: o, title: t, key_results: []}]\n") == ["OKR105"]
    assert codes("version: true\ncycle: c\nteam: t\nobjectives: [{id: o, title: t, key_results: []}]\n") == ["OKR105"]


@pytest.mark.parametrize("text", ["[]", "7", "x", "null"])
def test_another_thing_than_a_mapping(text):
    for kind in ("okr", "okrengine", "checkin"):
        assert codes(text, kind) == ["OKR103"]


def test_lists_have_limits():
    item = "\n".join(f"      - {{id: k{number}, target: 5}}" for number in range(201))
    assert codes(OKR + item + "\n") == ["OKR003"]
    assert codes(key_result("target: 5, metric: x, with: {" + ", ".join(f"a{n}: 1" for n in range(51)) + "}")) == [
        "OKR003"
    ]


@pytest.mark.parametrize(
    ("text", "code", "says"),
    [
        ("timezone: Asia/Bankok", "OKR104", "did you mean `Asia/Bangkok`?"),
        ("timezone: ../../etc/passwd", "OKR104", "is not a time zone"),
        ("timezone: no", "OKR104", "is not a time zone"),
        ("language: de", "OKR104", "write one of en, th"),
        ("cycles: {fiscal_year_starts: 13}", "OKR104", "write a month from 1 to 12"),
        ("cycles: {named: {launch: {from: 2026-11-31, to: 2027-01-01}}}", "OKR303", "not a date on the calendar"),
        ("cycles: {named: {launch: soon}}", "OKR103", "`launch` is a text; it takes a mapping"),
        ("okrs: [../x/*.yaml]", "OKR207", "leaves the project with `..`"),
        ("okrs: okrs/*.yaml", "OKR103", "`okrs` is a text; it takes a list"),
        ("checkins: /tmp", "OKR207", "not a relative path"),
        ("checkins: ./", "OKR104", "name a folder of its own: checkins"),
        ("checkins: check*", "OKR104", "name a folder of its own: checkins"),
        ("plugins: [http://h/p]", "OKR207", "an address or a drive"),
        ("status: {on_track: 10%}", "OKR104", "write points, such as 10 pp"),
        ("status: {stale_after: -3 d}", "OKR104", "write a length of time, such as 14 d"),
        ("rules: {vague-title: loud}", "OKR104", "write error, warning, info or off"),
        ("missing: never", "OKR104", "write one of exclude, zero, block"),
        ("sources: {a: {type: csv}}", "OKR102", "source `a` has no `path`"),
        ("sources: {a: {type: csv, pth: x}}", "OKR101", "did you mean `path`?"),
        ("sources: {a: {type: csv, path: x, delimeter: ';'}}", "OKR101", "did you mean `delimiter`?"),
        ("sources: {a: {type: csv, path: x, delimiter: 7}}", "OKR103", "`delimiter` is a number; it takes a text"),
        ("sources: {a: {type: csv, path: x, columns: [a]}}", "OKR103", "`columns` is a list; it takes a mapping"),
        ("sources: {a: {type: csv, path: x, dedup: {key: a}}}", "OKR102", "`dedup` of source `a` has no `order_by`"),
        ("sources: {a: {type: csv, path: s3://b/x}}", "OKR207", "an address or a drive"),
        ("sources: {a: {path: x}}", "OKR102", "source `a` has no `type`"),
    ],
)
def test_mistakes_in_okrengine_yaml(text, code, says):
    found = check(f"version: 1\n{text}\n", "okrengine")
    assert [one.code for one in found] == [code]
    assert says in str(found[0])


def test_a_parameter_that_is_a_secret_is_not_repeated_by_its_own_complaint():
    found = lines(key_result("target: 5, metric: csat, source: s, with: {satisfied_min: 'https://u:hunter2@h/'}"))
    assert len(found) == 1
    assert "OKR107" in found[0]
    assert "hunter2" not in found[0]


@pytest.mark.parametrize("text", ['timezone: "UTC\\n"', 'okrs: ["a\\n"]', 'status: {quiet: "5%\\n"}'])
def test_a_line_break_at_the_end_does_not_pass_a_pattern(text):
    assert [one.severity for one in check(f"version: 1\n{text}\n", "okrengine")] == ["error"]


def test_a_source_of_an_unknown_type_keeps_its_keys():
    assert codes("version: 1\nsources: {a: {type: sql, url: '${env:U}', table: t}}\n", "okrengine") == []


@pytest.mark.parametrize(
    "text",
    [
        "password: CANARY", "api_key: CANARY", "Token: CANARY", "client-secret: [CANARY]", "url: 'postgresql://u:CANARY@h/x'",
        "url: 'https://h/x?user=u&password=CANARY'", "url: 'mysql://${env:U}:CANARY@h/x'", "cookie: '${env:A} CANARY'",
        "url: 'postgresql://u:CANARY@h/x', path: [CANARY]",
    ],
)  # fmt: skip
def test_a_secret_is_refused_and_not_repeated(text):
    found = check(f"version: 1\nsources: {{a: {{type: sql, {text}}}}}\n", "okrengine")
    assert "OKR107" in [one.code for one in found]
    assert "CANARY" not in "".join(map(str, found))


@pytest.mark.parametrize(
    "text",
    [
        "url: '${env:URL}'", "password: '${keyring:x}'", "token: '${file:.secret}'", "url: 'postgresql://u:${env:P}@h/x'",
        "url: 'https://h/x?page=2'", "columns: {token: password}", "note: 'a:b@c'",
    ],
)  # fmt: skip
def test_references_and_harmless_texts_are_no_secrets(text):
    assert codes(f"version: 1\nsources: {{a: {{type: sql, {text}}}}}\n", "okrengine") == []


def test_a_secret_beside_another_mistake_is_not_shown():
    found = check(key_result("target: 5, metric: csat, source: s, with: {token: CANARY, satisfied_min: x}"))
    assert sorted(one.code for one in found) == ["OKR101", "OKR103", "OKR107"]
    assert "CANARY" not in "".join(map(str, found))


ENTRY = """  o/k:
    value: 31.5 h
    n: 412
    numerator: 3
    denominator: 5.5
    interval: [29.8 h, 33.4 h]
    excluded: {missing: 3, negative: 1}
    window: {from: 2026-10-01T00:00:00+07:00, to: 2026-11-21T09:00:00Z}
    source: helpdesk
    definition: sha256:0123456789abcdef
    confidence: 0.7
    note: "สองบรรทัด\\nได้"
    blockers: [{text: ก, owner: arm, due: 2026-11-28}]
    next: [{text: ข}]
    guardrails: [{metric: csat, value: 84.2%, n: 230, at_least: 80%, holds: true}]
    override: {status: on_track, until: 2026-12-05, note: ก}
  o/m: {missing: source_failed, detail: ก}
  o/b: {baseline: 61.5%, value: 61.5%}
  o/c: {milestones: {chosen: 2026-10-30}}
initiatives: {o/i: {progress: 60%}}
backfilled: true
closes: {verdicts: {o/k: {score: 0.69, verdict: missed, note: ก}, o/m: {score: null, verdict: not_measured}}}
"""


def test_a_check_in_with_everything():
    assert lines(CHECKIN + ENTRY, "checkin") == []


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("value: 31.5 h", "value: 31.5 hours", "OKR104"),
        ("n: 412", "n: 4.5", "OKR103"),
        ("n: 412", "n: -1", "OKR104"),
        ("confidence: 0.7", "confidence: 1.2", "OKR104"),
        ("confidence: 0.7", "confidence: 70%", "OKR103"),
        ("[29.8 h, 33.4 h]", "[29.8 h]", "OKR104"),
        ("[29.8 h, 33.4 h]", "[1 h, 2 h, 3 h]", "OKR104"),
        ("missing: source_failed", "missing: because", "OKR104"),
        ("missing: source_failed", "missing: stale, value: 3", "OKR106"),
        ("until: 2026-12-05", "until: 2026-02-30", "OKR303"),
        ("status: on_track", "status: great", "OKR104"),
        ("chosen: 2026-10-30", "chosen: soon", "OKR104"),
        ("progress: 60%", "progress: lots", "OKR104"),
        ("backfilled: true", "backfilled: false", "OKR104"),
        ("verdict: missed", "verdict: grand", "OKR104"),
        ("score: 0.69", "score: 1.69", "OKR104"),
        ("at: 2026-11-21T09:00:00+07:00", "at: 2026-11-21", "OKR104"),
        ("at: 2026-11-21T09:00:00+07:00", "at: 2026-11-21T25:00:00+07:00", "OKR303"),
        ("by: nok", "by: [nok]", "OKR103"),
        ("note: ", "nots: ", "OKR101"),
    ],
)  # fmt: skip
def test_mistakes_in_a_check_in(old, new, code):
    assert old in CHECKIN + ENTRY
    assert codes((CHECKIN + ENTRY).replace(old, new, 1), "checkin") == [code]


SLIPS = {
    "taget": "target", "basline": "baseline", "sorce": "source", "metrc": "metric", "dedline": "deadline",
    "wieght": "weight", "guardrail": "guardrails", "mile_stones": "milestones", "tilte": "title",
    "keyResults": "key_results", "key-results": "key_results", "suports": "supports", "initative": "initiatives",
    "ammendments": "amendments", "onwer": "owner", "objectve": "objectives", "cyle": "cycle", "cast": "csat",
    "nsp": "nps", "resolution-time": "resolution_time", "answered_within": "answered_within_rate",
    "complain_rate": "complaint_rate", "cvs": "csv", "commited": "committed", "time-zone": "timezone",
    "to-many-key-results": "too-many-key-results",
}  # fmt: skip
NAMES = (
    *SLIPS.values(), "formerly", "with", "where", "window", "maintain", "curve", "tags", "id", "kind", "version", "team",
    "aspirational", "ces", "enps", "csat_mean", "review_average", "json", "parquet", "language", "checkins", "status",
)  # fmt: skip


@pytest.mark.parametrize(("slip", "meant"), SLIPS.items())
def test_did_you_mean(slip, meant):
    assert nearest(slip, NAMES) == meant


def test_nothing_close_is_no_suggestion():
    assert nearest("xxxxx", NAMES) is None
    assert nearest("targetx" * 20, NAMES) is None


# ---------------------------------------------------------------- the schemas as files


def parts(found, path=()):
    """Every schema inside a schema, with the keywords that stand around it."""
    yield path, found
    for key, one in found.items():
        if key in ("properties", "$defs"):
            for name, each in one.items():
                yield from parts(each, (*path, key, name))
        elif key in ("items", "additionalProperties", "if", "then") and isinstance(one, dict):
            yield from parts(one, (*path, key))
        elif key == "allOf":
            for number, each in enumerate(one):
                yield from parts(each, (*path, key, number))


@pytest.fixture(scope="module")
def installed():
    return registry.find()


@pytest.fixture(scope="module")
def schemas(installed):
    return {name: json.loads(text) for name, text in schema.schema_texts(installed).items()}


def test_the_schemas_are_valid_and_stay_in_the_subset_that_editors_agree_on(schemas):
    assert {name.removesuffix(".schema.json") for name in schemas} == set(schema.KINDS) - {"answers"}
    for name, found in schemas.items():
        Draft202012Validator.check_schema(found)
        for path, one in parts(found):
            assert set(one) <= SUBSET, f"{name} {path}"
            assert not re.search(r"\\[dwsDWS]", one.get("pattern", "")), f"{name} {path}"
            assert ("pattern" in one) >= ("patternErrorMessage" in one), f"{name} {path}"


def test_the_committed_schemas_are_what_the_plugins_make(installed):
    for name, text in schema.schema_texts(installed).items():
        assert (ROOT / "schemas" / name).read_text(encoding="utf-8") == text, "run okr schema --write"


def plain(value):
    if isinstance(value, dict):
        return {key: plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [plain(one) for one in value]
    return float(value) if isinstance(value, Decimal) else value


def document(path):
    return plain(read(path.read_bytes(), path.name)[0].data)


GOOD_FILES = [*sorted((ROOT / "okrs").glob("*.yaml")), *sorted((EXAMPLES / "good").glob("*.yaml"))]
BAD_FILES = [
    *(EXAMPLES / "bad" / f"{slug}.yaml" for slug in ("unknown-key", "missing-key", "wrong-type", "invalid-value")),
    *(EXAMPLES / "bad" / f"{slug}.yaml" for slug in ("unsupported-version", "conflicting-keys", "unknown-plugin")),
]


@pytest.mark.parametrize("path", GOOD_FILES, ids=lambda path: path.stem)
def test_an_editor_finds_nothing_in_a_good_file(path, schemas):
    assert list(Draft202012Validator(schemas["okr.schema.json"]).iter_errors(document(path))) == []


@pytest.mark.parametrize("path", BAD_FILES, ids=lambda path: path.stem)
def test_an_editor_finds_something_in_a_bad_file(path, schemas):
    assert list(Draft202012Validator(schemas["okr.schema.json"]).iter_errors(document(path)))


def test_an_editor_knows_the_project_file_and_the_check_ins(schemas):
    assert (
        list(Draft202012Validator(schemas["okrengine.schema.json"]).iter_errors(document(ROOT / "okrengine.yaml")))
        == []
    )
    found = plain(read((CHECKIN + ENTRY).encode(), "x.yaml")[0].data)
    assert list(Draft202012Validator(schemas["checkin.schema.json"]).iter_errors(found)) == []


# ---------------------------------------------------------------- one wording for editor and command line


MESSAGES = ("errorMessage", "patternErrorMessage")
OTHER = ([], {}, True, "x", 7, None)
TYPES = {"string": str, "number": (int, float), "integer": int, "boolean": bool, "array": list, "object": dict}
STRANGE = ("!", "a b?", "x" * 30, "two\nlines", "", "warning")


def fits(value, schema):
    """Whether a value is of a type that a schema names."""
    types = schema.get("type", list(TYPES))
    types = [types] if isinstance(types, str) else types
    return any(
        (kind == "null" and value is None)
        or (kind in TYPES and isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool)))
        for kind in types
    )  # fmt: skip


def sample(schema, definitions):
    """A value that is right by a schema."""
    if "$ref" in schema:
        return sample(definitions[schema["$ref"].rpartition("/")[2]], definitions)
    if "const" in schema or "enum" in schema:
        return schema.get("const", schema.get("enum", [None])[0])
    if schema.get("type") == "object":
        return {key: sample(schema["properties"][key], definitions) for key in schema.get("required", ())}
    if schema.get("type") == "array":
        return [sample(schema["items"], definitions)] * schema.get("minItems", 0)
    if "pattern" in schema:
        texts = ("x", "1", "2026-10-31", "5%", "5 pp", "1 h", "cycle", "linear", "off", "error", "a/b", "median", "p5")
        texts += ("2026-10-31T09:00:00+07:00", "sha256:0123456789abcdef")
        return next(text for text in texts if re.search(schema["pattern"], text))
    return {"boolean": True, "integer": 1, "number": 1}.get(schema.get("type"), "x")


def holders(schema, definitions, seen=()):
    """Every schema below with a function that puts a value where it is asked about into a document that is right."""
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        if name not in seen:
            yield from holders(definitions[name], definitions, (*seen, name))
        return
    yield schema, lambda value: value
    for key, one in schema.get("properties", {}).items():
        needed = [name for name in schema.get("required", ()) if name in schema["properties"]]
        rest = {name: sample(schema["properties"][name], definitions) for name in needed}
        for found, put in holders(one, definitions, seen):
            yield found, lambda value, key=key, put=put, rest=rest: {**rest, key: put(value)}
    for key in ("items", "additionalProperties"):
        if isinstance(schema.get(key), dict):
            for found, put in holders(schema[key], definitions, seen):
                empty = (lambda value: [value]) if key == "items" else (lambda value: {"anything": value})
                yield found, lambda value, put=put, empty=empty: empty(put(value))
    for one in schema.get("allOf", ()):
        for found, put in holders(one["then"], definitions, seen) if "then" in one else ():
            yield found, lambda value, put=put, condition=one["if"]: joined(condition, put(value))


def joined(condition, value):
    """A value under which a condition holds."""
    if not isinstance(value, dict):
        return value
    named = {
        key: one["pattern"].strip("^$") for key, one in condition.get("properties", {}).items() if "pattern" in one
    }
    asked = {key: 5 for key in condition.get("required", ()) if key not in ("metric", "type")}
    return {**asked, **named, **value}


def wrong(schema):
    """Values that a schema refuses."""
    yield from (value for value in OTHER if not fits(value, schema))
    if "pattern" in schema:
        yield from (text for text in STRANGE if not re.search(schema["pattern"], text))
    yield from ([schema["minimum"] - 1] if "minimum" in schema else [])
    yield from (["nothing of the kind"] if "enum" in schema or "const" in schema else [])


@pytest.mark.parametrize("kind", ["okr", "okrengine", "checkin"])
def test_every_message_of_the_schemas_is_what_the_command_line_says(kind, schemas, installed):
    found = schemas[f"{kind}.schema.json"]
    definitions = found.get("$defs", {})
    messages = {one[key] for _, one in parts(found) for key in MESSAGES if key in one}
    said = set()
    for one, put in holders(found, definitions):
        if any(key in one and one[key] not in said for key in MESSAGES):
            for value in wrong(one):
                text = json.dumps(put(value), ensure_ascii=False)
                read_, problems = read(text.encode(), "x.yaml")
                assert problems == [], text
                said |= {problem.hint for problem in schema.check(read_, kind, installed)}
    assert messages - said == set()


def test_the_documents_for_machines_are_told_by_nobody(schemas):
    told = {name for name, found in schemas.items() for _, one in parts(found) if one.keys() & set(MESSAGES)}
    assert told == {"okr.schema.json", "okrengine.schema.json", "checkin.schema.json"}


def test_every_key_that_people_write_is_told(schemas):
    for name in ("okr.schema.json", "okrengine.schema.json", "checkin.schema.json"):
        definitions = schemas[name]["$defs"]
        for path, one in parts(schemas[name]):
            if path[-2:-1] == ("properties",) and "if" not in path:
                real = definitions[one["$ref"].rpartition("/")[2]] if "$ref" in one else one
                assert real.get("markdownDescription") or real.get("type") == "null", f"{name} {path}"
                if "enum" in real:
                    assert len(real.get("markdownEnumDescriptions", real["enum"])) == len(real["enum"])
                    assert all(real.get("markdownEnumDescriptions", ["told"])), f"{name} {path}"


def test_the_example_names_its_schemas_for_editors():
    for path in (ROOT / "okrengine.yaml", *(ROOT / "okrs").glob("*.yaml")):
        first = path.read_text(encoding="utf-8").splitlines()[0]
        named = first.removeprefix("# yaml-language-server: $schema=")
        kind = "okrengine" if path.parent == ROOT else "okr"
        assert (path.parent / named).resolve() == ROOT / "schemas" / f"{kind}.schema.json"
