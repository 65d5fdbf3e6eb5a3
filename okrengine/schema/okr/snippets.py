"""What an editor writes for somebody who begins a part of an OKR file."""

from typing import Any

from okrengine.schema.words import Schema


def snippet(label: str, help_: str, **body: Any) -> Schema:
    """A part of a file to be filled in; `${1:text}` is a place to stop at, with what stands there meanwhile."""
    return {"label": label, "markdownDescription": help_, "body": body}


_MEASURED = {"metric": "${3:csat}", "source": "${4:surveys}"}
_TARGET = {
    "id": "${1:keep-it-short}",
    "title": "${2:What is measured, from where to where}",
    **_MEASURED,
    "baseline": "${5:80%}",
    "target": "${6:90%}",
}

KEY_RESULTS = (
    snippet("key result: a number to reach", "From a `baseline` to a `target`.", **_TARGET),
    snippet(
        "key result: a level to keep",
        "A number that must not fall below, or rise above, a limit.",
        id="${1:keep-it-short}",
        title="${2:What is kept, and at which level}",
        **_MEASURED,
        maintain={"at_least": "${5:85%}"},
    ),
    snippet(
        "key result: dated steps",
        "Milestones, for what no number can tell.",
        id="${1:keep-it-short}",
        title="${2:What will be there at the end}",
        milestones=[{"id": "${3:first-step}", "title": "${4:What will be there}", "by": "${5:2026-12-31}"}],
    ),
)
OBJECTIVE = snippet(
    "objective with a key result",
    "An objective and one number that it is judged by.",
    id="${1:keep-it-short}",
    title="${2:What is to be true at the end}",
    key_results=[
        {
            "id": "${3:keep-it-short}",
            "title": "${4:What is measured, from where to where}",
            "metric": "${5:csat}",
            "source": "${6:surveys}",
            "baseline": "${7:80%}",
            "target": "${8:90%}",
        }
    ],
)
OKR_FILE = snippet(
    "whole OKR file",
    "The objectives of a team in a cycle.",
    version=1,
    cycle="${1:2026-Q4}",
    team="${2:after-sales}",
    owner="${3:name}",
    objectives=[
        {
            "id": "${4:keep-it-short}",
            "title": "${5:What is to be true at the end}",
            "key_results": [
                {"id": "${6:keep-it-short}", "metric": "${7:csat}", "source": "${8:surveys}", "baseline": "${9:80%}",
                 "target": "${10:90%}"},
            ],
        }
    ],
)  # fmt: skip
GUARDRAIL = snippet(
    "guardrail with a limit",
    "A metric and the limit that must hold.",
    metric="${1:csat}",
    source="${2:surveys}",
    at_least="${3:80%}",
)
MILESTONE = snippet(
    "milestone with a day", "A dated step.", id="${1:first-step}", title="${2:What is there}", by="${3:2026-12-31}"
)
INITIATIVE = snippet(
    "initiative with owner and day",
    "A piece of work.",
    id="${1:keep-it-short}",
    title="${2:What is done}",
    owner="${3:name}",
    due="${4:2026-12-31}",
)
AMENDMENT = snippet(
    "amendment with its reason",
    "A promise that was changed.",
    on="${1:2026-11-02}",
    key_result="${2:key-result}",
    field="${3:target}",
    **{"from": "${4:before}", "to": "${5:now}"},
    reason="${6:why}",
    by="${7:name}",
)

WINDOWS = (
    {"label": "cycle", "markdownDescription": "From the first day of the cycle.", "body": "cycle"},
    {"label": "last 30 d", "markdownDescription": "A window that moves along.", "body": "last ${1:30 d}"},
    snippet("from … to …", "A window that stands still.", **{"from": "${1:2026-10-01}", "to": "${2:2026-12-31}"}),
)
CURVES = (
    {"label": "linear", "markdownDescription": "Evenly until the deadline.", "body": "linear"},
    {"label": "step", "markdownDescription": "Nothing before the deadline.", "body": "step"},
)
WEIGHT = {"label": "2", "markdownDescription": "It counts twice.", "body": "${1:2}"}

_ITEMS = {
    "objective": (OBJECTIVE,),
    "keyResult": KEY_RESULTS,
    "guardrail": (GUARDRAIL,),
    "milestone": (MILESTONE,),
    "initiative": (INITIATIVE,),
    "amendment": (AMENDMENT,),
}
"""Definition of an item of a list to what begins it."""


def offered(schema: Schema) -> Schema:
    """The schema of an OKR file with what begins it and the items of its lists.

    It stands behind a condition that always holds: there an editor looks while it completes an item, and not while it
    completes the value of the list's key, where it would leave out the hyphen.
    """
    for name, begun in _ITEMS.items():
        item = schema["$defs"][name]
        offer = {"if": {}, "then": {"type": "object", "defaultSnippets": list(begun)}}
        item["allOf"] = [*item.get("allOf", ()), offer]
    return {**schema, "defaultSnippets": [OKR_FILE]}
