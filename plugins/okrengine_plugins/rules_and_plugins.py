"""Rules: what is wrong with how rules are named, and with rules and plugins themselves."""

from okrengine import Example, Rule, hookimpl

KEY_RESULT = """\
id: repairs
title: Satisfied with the repair, from 80% to 90%
metric: csat
source: surveys
where: {touchpoint: repair}
baseline: 80%
target: 90%
"""
SETTINGS = """\
version: 1
timezone: Asia/Bangkok
rules: {direction-mismatch: warning}
"""
UNUSED = """\
A comment that asks to ignore a rule, and hides nothing; one that names no rule, or a rule that cannot be ignored.

It says that something is wrong here on purpose, which is no longer true, and it would hide the next mistake. Only rules
that were asked count, and only where no other mistake stands in the way.
"""
UNKNOWN = """\
A name that no rule has, in `rules:` of okrengine.yaml or in a comment.

What it was to switch off goes on, and what it was to switch on never starts.
"""
FAILED = """\
An installed plugin that does not load, two plugins that offer one name, or a rule or metric that raised.

What it would have found is not known, so that the check is incomplete: the command ends with 3. All others go on.
It can be lowered, but no setting and no comment silences it.
"""


@hookimpl
def okr_rules() -> list[Rule]:
    """901, 902 and 903."""
    return [
        Rule(
            "OKR901",
            "unused-suppression",
            "warning",
            None,
            "an ignore comment that hides nothing",
            mend="delete it, or name the rule: # okr: ignore[vague-title] why",
            example=Example(f"{KEY_RESULT[:-1]}  # okr: ignore[direction-mismatch] swapped on purpose\n", KEY_RESULT),
            fixes=True,
            why=UNUSED,
        ),
        Rule(
            "OKR902",
            "unknown-rule",
            "error",
            None,
            "a rule that does not exist",
            mend="write the name that `okr explain` lists",
            example=Example(SETTINGS.replace("mismatch", "mismach"), SETTINGS, "okrengine"),
            why=UNKNOWN,
        ),
        Rule(
            "OKR903",
            "plugin-failed",
            "error",
            None,
            "a plugin that failed",
            mend="`okr plugins` names its owner; update it, remove it, or report it to its author",
            why=FAILED,
        ),
    ]
