"""A check-in and its file: what was measured and what people said, written once and read by every grade and report.

`checkins/<cycle>/<team>/<instant>.yaml`, the instant in UTC without colons. Nothing is read, changed and written back:
a later check-in is a new file, so two branches never conflict.
"""

from okrengine.checkins.compose import Answers, compose, local_key, refuse_closed, unit_of
from okrengine.checkins.read import read
from okrengine.checkins.write import path, text, write_entry

__all__ = ["Answers", "compose", "local_key", "path", "read", "refuse_closed", "text", "unit_of", "write_entry"]
