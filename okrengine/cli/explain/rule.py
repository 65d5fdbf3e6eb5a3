"""A rule on a terminal: in one line, and in full."""

from collections.abc import Iterator

from okrengine.cli.explain.lines import options, paragraphs, wrapped
from okrengine.diagnostics.rule_help import PARTS, shown
from okrengine.offers import Example, Rule

LEGEND = """\
! guards what is loaded: cannot be lowered or ignored     * mended by --fix
okr explain NAME tells more"""


def row(rule: Rule) -> str:
    """The rule in one line, in two where its title is long."""
    marks = ("!" if rule.guard else " ") + ("*" if rule.fixes else " ")
    facts = f"{rule.code}{marks} {rule.severity:7}  {rule.slug:23} "
    first, *more = wrapped(rule.title, " " * len(facts), " " * len(facts))
    return "\n".join([facts + first.lstrip(), *more])


def full(rule: Rule, said: str | None) -> Iterator[str]:
    """Everything about the rule, line by line; `said` is what this project says of it."""
    yield from wrapped(f"{rule.severity}[{rule.code}] {rule.slug}: {rule.title}")
    yield from paragraphs(rule.help)
    yield from _example(rule.example)
    if rule.mend:
        yield from ("", *wrapped(f"Mend: {rule.mend}", "", "      "))
    if rule.fixes:
        yield "      okr validate --fix does it where it cannot change the meaning"
    if rule.parameters:
        yield from ("", "Options:", *options(rule.parameters))
    yield ""
    if rule.guard:
        yield "It guards what is loaded: it is always an error, and cannot be ignored."
        return
    if said is not None:
        yield f"In this project: {said}"
    yield "Set it in okrengine.yaml to error, warning, info or off:"
    yield f"  rules: {{{rule.slug}: {_setting(rule)}}}"
    yield "Pass over it on its line or above its item; or in the whole file; say why:"
    yield f"  # okr: ignore[{rule.slug}] why"
    yield f"  # okr: ignore-file[{rule.slug}] why"


def _setting(rule: Rule) -> str:
    """What `rules:` may say of it."""
    for one in rule.parameters.values():
        return f"[{rule.severity}, {{{one.name}: {one.written_default or '…'}}}]"
    return "off"


def _example(example: Example | None) -> Iterator[str]:
    """Both sides, each line that differs with a mark."""
    if example is None:
        return
    bad, good = (shown(side).split("\n") for side in (example.bad, example.good))
    yield from ("", f"Bad, in {PARTS[example.part]}:", *_marked(bad, good))
    for name, beside in example.beside.items():
        yield from (f"beside {name}:", *_marked(lines := shown(beside).split("\n"), lines))
    yield from ("Good:", *_marked(good, bad))


def _marked(lines: list[str], other: list[str]) -> Iterator[str]:
    for line in lines:
        yield f"{'  ' if line in other else '> '}  {line}".rstrip()
