"""One line a finding."""

from okrengine.diagnostics.checked import Checked


def concise(checked: Checked) -> str:
    """`path:line:col: severity CODE[slug] message (hint)`, a line each."""
    return "".join(f"{one}\n" for one in checked.problems)
