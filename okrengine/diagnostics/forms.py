"""The forms by name."""

from collections.abc import Callable, Mapping

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.concise import concise

FORMS: Mapping[str, Callable[[Checked], str]] = {"concise": concise}


def write(checked: Checked, form: str) -> str:
    """What was found, in one of the forms."""
    return FORMS[form](checked)
