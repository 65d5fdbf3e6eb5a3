"""What was found wrong, written: for people and for the programs that show it where the files are reviewed.

Every form is a function from what was checked to text. The same files give the same bytes on every machine.
"""

from okrengine.diagnostics.checked import Checked
from okrengine.diagnostics.closing import LEVELS, closing, counted
from okrengine.diagnostics.forms import FORMS, TEXTS
from okrengine.diagnostics.github import job_summary
from okrengine.diagnostics.look import Look

__all__ = ["FORMS", "LEVELS", "TEXTS", "Checked", "Look", "closing", "counted", "job_summary"]
