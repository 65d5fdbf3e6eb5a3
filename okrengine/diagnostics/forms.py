"""The forms by name."""

from collections.abc import Callable, Mapping

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.concise import concise
from okrengine.diagnostics.full import full
from okrengine.diagnostics.github import github
from okrengine.diagnostics.gitlab import gitlab
from okrengine.diagnostics.json_lines import json_document, json_lines
from okrengine.diagnostics.junit import junit
from okrengine.diagnostics.look import Look
from okrengine.diagnostics.rdjson import rdjson
from okrengine.diagnostics.sarif import sarif

TEXTS: Mapping[str, Callable[[Checked, Look], str]] = {"full": full, "concise": concise}
"""The forms for people, which take how they look."""

FORMS: Mapping[str, Callable[[Checked], str]] = {
    "full": full,
    "concise": concise,
    "json": json_document,
    "jsonl": json_lines,
    "sarif": sarif,
    "junit": junit,
    "github": github,
    "gitlab": gitlab,
    "rdjson": rdjson,
}
"""Every form; those for machines are the same text wherever they go."""
