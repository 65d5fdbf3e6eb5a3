"""What a report says, without a word of any language: already counted, flagged and ordered.

Every format prints these values and computes none. Texts that people wrote are shown as text; control and
bidirectional characters in them are escaped already. Shares lie in 0…1 and are exact; `cut` shortens them for display.
"""

from okrengine.report.contents.key_result import WORST_FIRST, Flag, FlagName, KeyResultView, Source
from okrengine.report.contents.objective import Branch, Link, ObjectiveView, Promise, Standing, Work
from okrengine.report.contents.whole import Action, Count, GroupView, View

__all__ = [
    "WORST_FIRST",
    "Action",
    "Branch",
    "Count",
    "Flag",
    "FlagName",
    "GroupView",
    "KeyResultView",
    "Link",
    "ObjectiveView",
    "Promise",
    "Source",
    "Standing",
    "View",
    "Work",
]
