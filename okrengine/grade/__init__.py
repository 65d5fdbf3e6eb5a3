"""What the promises are worth: scores, statuses, roll-ups and their derivation, from check-ins to a scorecard.

Pure functions over exact fractions: no file, no clock, no float. Every output shows what `grade` says, and nothing else
in the program computes a progress.
"""

from okrengine.grade.groups import groups, tags
from okrengine.grade.levels import resolve_target
from okrengine.grade.moments import Moments
from okrengine.grade.progress import band, raw, score
from okrengine.grade.scorecard import grade

__all__ = ["Moments", "band", "grade", "groups", "raw", "resolve_target", "score", "tags"]
