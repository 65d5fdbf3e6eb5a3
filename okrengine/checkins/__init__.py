"""A check-in and its file: what was measured and what people said, written once and read by every grade and report.

`checkins/<cycle>/<team>/<instant>.yaml`, the instant in UTC without colons. Nothing is read, changed and written back:
a later check-in is a new file, so two branches never conflict.
"""

from okrengine.checkins.compose import Answers, compose, local_key, refuse_closed, written
from okrengine.checkins.read import answers, read
from okrengine.checkins.write import answers_text, text

__all__ = [
    "Answers",
    "answers",
    "answers_text",
    "compose",
    "local_key",
    "read",
    "refuse_closed",
    "text",
    "written",
]
