"""The report of code quality that GitLab shows at a merge request."""

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.facts import remarks, shown
from okrengine.diagnostics.json_text import json_text

_SEVERITIES = {"error": "major", "warning": "minor", "info": "info"}


def gitlab(checked: Checked) -> str:
    """A list of findings, a line for each; what GitLab does not read is left out."""
    rows = [
        {
            "description": "; ".join([one.problem.text, *remarks(one.problem)]),
            "check_name": f"{one.problem.code} {one.problem.slug}",
            "fingerprint": one.fingerprint,
            "severity": _SEVERITIES[one.problem.severity],
            "location": {"path": one.problem.place.file, "lines": {"begin": one.problem.place.line}},
        }
        for one in shown(checked)
    ]
    return f"{json_text(rows, 1)}\n"
