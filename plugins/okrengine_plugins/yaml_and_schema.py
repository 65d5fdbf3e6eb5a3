"""Rules: what is found while files are read. They guard what is loaded, and no function asks for them."""

from functools import partial

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
OKR = """\
version: 1
cycle: 2026-Q4
team: service
owner: nok
objectives:
  - id: glad
    title: ลูกค้าดีใจที่ได้โทรหาเรา
    key_results:
      - {id: partners, title: Repair partners, baseline: 2, target: 7}
"""
PROJECT = """\
version: 1
timezone: Asia/Bangkok
sources:
  desk: {type: csv, path: data/tickets.csv}
"""
_guard = partial(Rule, severity="error", check=None, guard=True, scope="file")

FILES = [
    _guard(
        code="OKR001",
        slug="yaml-syntax",
        title="not YAML, or not of this format",
        why=(
            "Text that is not YAML; an anchor, an alias, a tag, a directive, or a second document.\n\n"
            "Nothing of the file can be read until this is mended. Anchors, aliases and tags are no part of it: "
            "a reader must see a value where it stands."
        ),
        mend="quote a text that holds a colon and a space, or that starts with a sign; else as the finding says",
        example=Example(
            KEY_RESULT.replace("with the repair, from", "with the repair: from"),
            KEY_RESULT.replace(
                "Satisfied with the repair, from 80% to 90%", '"Satisfied with the repair: from 80% to 90%"'
            ),
        ),
        fixes=True,
    ),
    _guard(
        code="OKR002",
        slug="duplicate-key",
        title="the same key twice",
        why=(
            "The same key twice in one mapping.\n\n"
            "Most readers of YAML take the last one without a word, so that one of the two values is lost."
        ),
        mend="remove one of the two",
        example=Example(KEY_RESULT + "target: 95%\n", KEY_RESULT),
    ),
    _guard(
        code="OKR003",
        slug="too-large",
        title="more than a file may hold",
        why=(
            "A file of more than 1 MiB or 50,000 values, more than 32 levels; a text, a key or a list that is too long."
            "\n\n"
            "Whoever may send a file must not be able to stop the program by its size."
        ),
        mend="split the file, or shorten what is marked",
        example=Example(OKR.replace("owner: nok", f"owner: {'[' * 33}nok{']' * 33}"), OKR, "okr"),
    ),
    _guard(
        code="OKR004",
        slug="empty-file",
        title="nothing in the file",
        why=(
            "A file without a value: empty, or comments alone.\n\n"
            "It is more often a file that was not saved than one that is meant."
        ),
        mend="delete the file, or start from what `okr init` writes",
        example=Example("# to be written\n", OKR, "okr"),
    ),
    _guard(
        code="OKR005",
        slug="invisible-character",
        title="a character that nobody sees",
        why=(
            "A zero-width, no-break or text-direction character in a key, an id, a name or a quantity; a control "
            "character or an unusual line break anywhere.\n\n"
            "Two names that look alike are not the same, and a text may show another order than it has. They "
            "come with text that was copied from a page or a chat. A zero-width space in a Thai title is fine."
        ),
        mend="delete it; in an editor, retype the word",
        example=Example(KEY_RESULT.replace("id: repairs", "id: re\u200bpairs"), KEY_RESULT),
        fixes=True,
    ),
    _guard(
        code="OKR006",
        slug="not-utf8",
        title="bytes that are not UTF-8",
        why=(
            "A file in another encoding, such as TIS-620 (Windows-874) or UTF-16.\n\n"
            "Thai in another encoding is other letters, or none, to every program that reads it after you."
        ),
        mend="save the file as UTF-8",
        example=Example(OKR.encode("cp874"), OKR, "okr"),
    ),
]
SHAPES = [
    _guard(
        code="OKR101",
        slug="unknown-key",
        title="a key that is not known here",
        why=(
            "A key that neither the format knows here nor the metric, the source or the rule that is named.\n\n"
            "A key with a typing mistake would be passed over, and what it says would not hold."
        ),
        mend="write the key that was meant, or delete it",
        example=Example(KEY_RESULT.replace("target:", "taget:"), KEY_RESULT),
        fixes=True,
    ),
    _guard(
        code="OKR102",
        slug="missing-key",
        title="a key that must be there",
        why=(
            "A required key is absent.\n\n"
            "Without an id a key result has no address for check-ins; without a source a metric has nothing to read."
        ),
        mend="add the key",
        example=Example(KEY_RESULT.replace("source: surveys\n", ""), KEY_RESULT),
    ),
    _guard(
        code="OKR103",
        slug="wrong-type",
        title="a value of the wrong kind",
        why=(
            "A list in place of a mapping, a number in place of a text, nothing after the colon, and the like.\n\n"
            "YAML guesses the kind of a value by how it looks; what was meant is said by quotes and brackets."
        ),
        mend="quote a text that looks like a number; write a list as [a, b] and a mapping as {key: value}",
        example=Example(
            KEY_RESULT.replace("title: Satisfied with the repair, from 80% to 90%", "title: 2026"), KEY_RESULT
        ),
    ),
    _guard(
        code="OKR104",
        slug="invalid-value",
        title="a value that is not allowed",
        why=(
            "A value outside its words, its form or its limits: a quantity, an id, a kind, a confidence.\n\n"
            "`1.3k`, `๘๐%` and `48 hours` are clear to people, and each program would read them its own way."
        ),
        mend="write it as the finding shows",
        example=Example(KEY_RESULT.replace("target: 90%", "target: 90 percent"), KEY_RESULT),
    ),
    _guard(
        code="OKR105",
        slug="unsupported-version",
        title="a version that is not known here",
        why=(
            "`version` is not 1.\n\n"
            "A file of a later format may mean something else by the same words: nothing of it is taken for granted."
        ),
        mend="write `version: 1`, or use a release that reads the later format",
        example=Example(OKR.replace("version: 1", "version: 2"), OKR, "okr"),
    ),
    _guard(
        code="OKR106",
        slug="conflicting-keys",
        title="two keys that exclude each other",
        why=(
            "Two of `target`, `maintain` and `milestones`; `change` beside zones; in okrengine.yaml a `preset` beside "
            "`on_track`, `at_risk` or `quiet`; and the like.\n\n"
            "Each of them says how a key result is graded, and one key result has one grade."
        ),
        mend="keep one of the two",
        example=Example(KEY_RESULT + "maintain: {at_least: 80%}\n", KEY_RESULT),
    ),
    _guard(
        code="OKR107",
        slug="literal-secret",
        title="a secret that is written out",
        why=(
            "A password, a token or a key that stands in a file; the finding does not repeat it.\n\n"
            "Whoever may read the repository may use it, and its history keeps it after it is deleted."
        ),
        mend="write ${env:NAME}, ${file:PATH} or ${keyring:NAME}, and replace the secret: it is known now",
        example=Example(
            PROJECT + "engine: postgres://okr:letmein@db.example.com/crm\n",
            PROJECT + "engine: postgres://okr:${env:CRM_PASSWORD}@db.example.com/crm\n",
            "okrengine",
        ),
    ),
    _guard(
        code="OKR303",
        slug="invalid-date",
        title="a date that is not on the calendar",
        why=(
            "A day or an instant that does not exist, or a year beyond 2400.\n\n"
            "The 31st of November is a slip; 2569 is the year 2026 of the Buddhist era; dates are of the common one."
        ),
        mend="write the last day of that month, or the year less 543",
        example=Example(KEY_RESULT + "deadline: 2026-11-31\n", KEY_RESULT + "deadline: 2026-11-30\n"),
    ),
]


@hookimpl
def okr_rules() -> list[Rule]:
    """001 to 006, 101 to 107 and 303."""
    return [*FILES, *SHAPES]
