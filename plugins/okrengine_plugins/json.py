"""The report as data for other programs, equal in every language."""

import json as plain_json
from typing import TYPE_CHECKING

from okrengine import Format, hookimpl, report_document

if TYPE_CHECKING:
    from okrengine import View, Words


def json(view: "View", words: "Words") -> str:  # noqa: ARG001  data has no language
    """The document that `okr status --format json` prints."""
    return plain_json.dumps(report_document(view), ensure_ascii=False, indent=2) + "\n"


@hookimpl
def okr_formats() -> list[Format]:
    """The format `json`."""
    return [Format("json", json, ".json", "JSON")]
