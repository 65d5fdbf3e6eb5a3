"""One line a finding."""

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.closing import closing
from okrengine.diagnostics.look import PLAIN, Look
from okrengine.syntax import Problem, inert


def concise(checked: Checked, look: Look = PLAIN) -> str:
    """`path:line:col: severity CODE[slug] message (hint)`, a line each, and a closing line that counts them."""
    rows = "".join(f"{_row(one, look)}\n" for one in checked.problems)
    return rows + closing(checked) if look.closing else rows


def _row(problem: Problem, look: Look) -> str:
    severity = f": {problem.severity} "
    where, _, said = look.spelled(inert(str(problem))).partition(severity)
    return f"{where}: {look.paint(problem.severity, problem.severity)} {said}"
