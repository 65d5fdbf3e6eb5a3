"""The schema of okrengine.yaml."""

from collections.abc import Mapping

from okrengine.offers import Rule, Source
from okrengine.schema import words
from okrengine.schema.project.rules import settings
from okrengine.schema.project.sources import named, source, values
from okrengine.schema.words import Schema, told

_ENGINE = r"^(duckdb|[a-z][a-z0-9+.]*://[^\n\r]+|[$][{][^{}\n\r]+[}])$"
_FOLDER = r"^[^*?\[\n\r]*[^./*?\[\n\r][^*?\[\n\r]*$"


def build(sources: Mapping[str, Source], rules: Mapping[str, Rule], *, conditions: bool = True) -> Schema:
    """The schema of okrengine.yaml; `conditions` adds the types of source and the rules, and the options of each."""
    definitions = {
        "source": source(sources if conditions else {}),
        "values": values(),
        "path": words.text("A path inside the project, with `/`.", longest=words.LONGEST_PATH),
    }
    properties = {
        "version": words.version(told("The version of this file's format.", "version: 1")),
        **_calendar(),
        **_places(),
        **_code(),
        "sources": {**_sources(), **({"defaultSnippets": named(sources)} if conditions else {})},
        **_judgement(rules if conditions else {}),
    }
    body = words.record("project", properties, ("version",))
    help_ = "Calendar, sources, engine and rules of a project."
    return words.head("okrengine.yaml", help_, body, definitions)


def _sources() -> Schema:
    help_ = told(
        "Where the data is: a name, which key results use, to a source.",
        "sources:\n  surveys: {type: csv, path: data/surveys/*.csv, columns: {response_id: id, score: q1}}",
    )
    return words.mapping(words.reference("source"), help_)


def _judgement(rules: Mapping[str, Rule]) -> dict[str, Schema]:
    missing = words.choice(
        told(
            "What a key result without a value means for its objective.",
            "missing: exclude",
            "Default: `exclude`. No data is never a 0 unless you say so.",
        ),
        exclude="it is left out and named",
        zero="it counts as 0",
        block="the objective has no score",
    )
    return {
        "rules": settings(rules),
        "missing": {**missing, "default": "exclude"},
        "status": _status(),
    }


def _calendar() -> dict[str, Schema]:
    zone = words.text(
        told(
            "The project's time zone, by its name in the database of time zones.",
            "timezone: Asia/Bangkok",
            "Default: `UTC`. Days and cycles begin and end by it.",
        ),
        longest=words.LONGEST_NAME,
    )
    language = words.choice(told("The language of reports.", "language: th", "Default: `en`."), en="English", th="Thai")
    return {"timezone": {**zone, "default": "UTC"}, "language": {**language, "default": "en"}, "cycles": _cycles()}


def _places() -> dict[str, Schema]:
    path = words.reference("path")
    return {
        "okrs": words.several(
            path,
            told("Where the OKR files lie.", "okrs: [okrs/**/*.yaml]", "Default: `[okrs/**/*.yaml]`."),
            least=1,
        ),
        "checkins": {
            **words.matching(
                _FOLDER,
                "name a folder of its own: checkins",
                told(
                    "The folder of the check-ins, which `okr checkin` writes.",
                    "checkins: checkins",
                    "Default: `checkins`. Nothing else belongs into it.",
                ),
                longest=words.LONGEST_PATH,
            ),
            "default": "checkins",
        },
        "departments": words.several(
            words.text("A department."),
            told(
                "The departments that there are.",
                "departments: [service, sales, marketing]",
                "With it, `department` among the tags of an objective must be one of them, and a rule says which "
                "department no objective involves.",
            ),
        ),
    }


def _code() -> dict[str, Schema]:
    path = words.reference("path")
    return {
        "engine": {
            **words.matching(
                _ENGINE,
                "write duckdb, or the address of a database: postgres://okr@db.example.com/crm",
                told(
                    "The database that sources of type `sql` without a `url` are in, by its address.",
                    "engine: postgres://okr:${env:PASSWORD}@db.example.com/crm",
                    "Default: `duckdb`. Files are read by the embedded `duckdb`, whatever stands here.",
                ),
            ),
            "default": "duckdb",
        },
        "plugins": words.several(
            path,
            told(
                "Folders with plugins of the project's own: Python files with metrics and sources.",
                "plugins: [plugins]",
                "They are code. `okr validate` never runs it and knows their metrics from `schemas/`, which "
                "`okr schema --write` makes.",
            ),
        ),
        "disable": words.several(
            words.text("The name of an offer."),
            told("What installed plugins offer and this project does not use, by name.", "disable: [csat]"),
        ),
    }


def _cycles() -> Schema:
    ends = {
        "from": words.day(told("The first day.", "from: 2026-11-01")),
        "to": words.day(told("The last day, included.", "to: 2027-04-30")),
    }
    named = words.record("cycle", ends, ("from", "to"), "A cycle of the project's own: its first and its last day.")
    month = {
        "type": "integer",
        "minimum": 1,
        "maximum": 12,
        "default": 1,
        "errorMessage": "write a month from 1 to 12",
        "markdownDescription": told(
            "The month in which the fiscal year starts.",
            "fiscal_year_starts: 10",
            "Default: `1`. With `10`, 2026-Q1 is October to December 2026.",
        ),
    }
    several = words.mapping(
        named,
        told("Cycles by name, for promises of another length.", "named: {launch: {from: 2026-11-01, to: 2027-04-30}}"),
    )
    help_ = told(
        "The calendar of cycles.",
        "cycles:\n  fiscal_year_starts: 10\n  named: {launch: {from: 2026-11-01, to: 2027-04-30}}",
        "`2026-Q4`, `2026-H2` and `2026` need no entry here.",
    )
    return words.record("cycles", {"fiscal_year_starts": month, "named": several}, help_=help_)


def _status() -> Schema:
    points = "write points, such as 10 pp"
    gap = told("So far behind what is expected is still on track.", "on_track: 10 pp", "Default: `10 pp`.")
    worse = told("So far behind is at risk; beyond it is off track.", "at_risk: 25 pp", "Default: `25 pp`.")
    quiet = told(
        "The first part of the time, in which nothing is worse than on track.", "quiet: 10%", "Default: `10%`."
    )
    stale = told("How old a value may be before it is `stale`.", "stale_after: 14 d", "Default: `14 d`.")
    preset = words.choice(
        told(
            "The pace as another program judges it, in place of `on_track`, `at_risk` and `quiet`.", "preset: gap_16_33"
        ),
        linear="at risk as soon as it is behind the line",
        gap_16_33="on track up to 16.5 points behind, at risk up to 33",
        gap_20_40="on track up to 20 points behind, at risk up to 40",
        ratio_95_75="on track from 95 % of what is expected on, at risk from 75 %",
        ratio_90_70="on track from 90 % of what is expected on, at risk from 70 %",
        attain_90_75="on track from a progress of 90 % on, at risk from 75 %, whatever the day",
    )
    properties = {
        "preset": preset,
        "on_track": {**words.matching(words.POINTS, points, gap), "default": "10 pp"},
        "at_risk": {**words.matching(words.POINTS, points, worse), "default": "25 pp"},
        "quiet": {**words.share(quiet), "default": "10%"},
        "stale_after": {
            **words.matching(words.LENGTH, "write a length of time, such as 14 d", stale),
            "default": "14 d",
        },
    }
    help_ = told(
        "When a pace is a worry: progress is compared with what is expected by now, in points.",
        "status: {on_track: 10 pp, at_risk: 25 pp, quiet: 10%, stale_after: 14 d}",
    )
    return words.record(
        "status", properties, help_=help_, allOf=[words.excluded("preset", ("on_track", "at_risk", "quiet"))]
    )
