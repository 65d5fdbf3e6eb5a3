"""The schema of `rules:` of okrengine.yaml: how much each rule matters, and its options."""

from collections.abc import Mapping

from okrengine.offers import Rule
from okrengine.schema import words
from okrengine.schema.words import Schema, told

GUARDED = "it guards what is loaded and stays an error: delete the line"
MEND = "write error, warning, info or off, or [warning, {max: 5}]"
_ERROR = "^error$"
_SNIPPETS = [
    {"label": "off", "markdownDescription": "It is not asked.", "body": "off"},
    {"label": "info", "markdownDescription": "Worth a look.", "body": "info"},
    {"label": "warning", "markdownDescription": "To be mended soon.", "body": "warning"},
    {"label": "error", "markdownDescription": "`okr validate` ends with 1.", "body": "error"},
]


def settings(rules: Mapping[str, Rule]) -> Schema:
    """What may be said of rules; without `rules`, of rules of any name."""
    help_ = told(
        "How much each rule matters: its name to error, warning, info or off.",
        "rules: {too-many-key-results: [warning, {max: 5}], vague-title: off}",
        "`okr explain RULE` says what it finds. Rules that guard what is loaded stay errors.",
    )
    if not rules:
        return words.mapping(_setting(), help_)
    known = sorted(rules.values(), key=lambda rule: rule.code)
    return words.record("rules", {rule.slug: _rule(rule) for rule in known}, help_=help_)


def _rule(rule: Rule) -> Schema:
    title = f"{rule.title[:1].upper()}{rule.title[1:]}."
    if rule.guard:
        help_ = told(title, f"{rule.slug}: error", "It guards what is loaded: it cannot be lowered.")
        found = _setting(pattern=_ERROR, mend=GUARDED)
    else:
        example = "off"
        if rule.parameters:
            first = next(iter(rule.parameters.values()))
            example = f"[{rule.severity}, {{{first.name}: {first.written_default or '…'}}}]"
        help_ = told(title, f"{rule.slug}: {example}", f"Default: `{rule.severity}`.")
        found = {**_setting(), "defaultSnippets": _SNIPPETS}
    options: Schema = {
        "properties": {name: one.schema for name, one in rule.parameters.items()},
        "additionalProperties": False,
    }
    found["allOf"][0]["then"]["items"] |= options
    return {**found, "markdownDescription": help_, "default": rule.severity}


def _setting(pattern: str = words.LEVEL, mend: str = MEND) -> Schema:
    level: Schema = {"errorMessage": mend, "maxLength": 20, "pattern": pattern, "patternErrorMessage": mend}
    return {
        "type": ["string", "array"],
        "title": "rule",
        "markdownDescription": "error, warning, info or off; or a list of that and the rule's options.",
        **level,
        "allOf": [words.shaped("array", items={"type": ["string", "object"], **level}, minItems=1, maxItems=2)],
    }
