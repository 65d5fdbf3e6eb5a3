"""A rule, explained: on a terminal, as a page of the docs, and for programs."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Any

from okrengine.cli.offer import describe, options, paragraphs, wrapped
from okrengine.diagnostics.explained import PARTS, markdown, shown
from okrengine.offers import Example, Rule
from okrengine.parameters import Parameter

GROUPS = {
    "OKR0": "Files",
    "OKR1": "Keys and values",
    "OKR2": "Names",
    "OKR3": "Promises",
    "OKR4": "Practice",
    "OKR9": "Rules and plugins",
}
HEAD = """\
# Rules

What `okr validate` finds, by code. The name is what settings, comments and flags use; `okr explain NAME` shows the
same on a terminal. A rule that **guards** what is loaded is always an error; every other can be set in okrengine.yaml:

```yaml
rules:
  vague-title: off
  too-many-key-results: [warning, {max: 4}]
```

or passed over where it is meant, with a reason; the comment covers its line, or, on a line of its own, the key or the
item below it:

```yaml
target: 80%  # okr: ignore[direction-mismatch] fewer answers are wanted
# okr: ignore-file[no-owner] owners are named in the contract
```

What a comment passes over is counted in the closing line, and a comment that hides nothing is found itself. For one
run, `--select` and `--ignore` take names, codes and the beginnings of codes: `okr validate --select OKR4`.
"""


LEGEND = """\
! guards what is loaded: cannot be lowered or ignored     * mended by --fix
okr explain NAME tells more"""


def text(kind: str, offer: Any, said: str | None = None) -> str:
    """An offer in lines of at most 80 columns; `said` is what this project says of a rule."""
    if isinstance(offer, Rule):
        return "\n".join(_lines(offer, said))
    return describe(kind, offer)


def row(rule: Rule) -> str:
    """The rule in one line, in two where its title is long."""
    marks = ("!" if rule.guard else " ") + ("*" if rule.fixes else " ")
    facts = f"{rule.code}{marks} {rule.severity:7}  {rule.slug:23} "
    first, *more = wrapped(rule.title, " " * len(facts), " " * len(facts))
    return "\n".join([facts + first.lstrip(), *more])


def page(rules: Iterable[Rule]) -> str:
    """All rules as a page in Markdown: a table, then each in full."""
    known = sorted(rules, key=lambda rule: rule.code)
    parts = [HEAD.rstrip("\n")]
    for name, group in groupby(known, key=_group):
        rows = [f"| {r.code} | [{r.slug}](#{r.slug}) | {_level(r)} | {_cell(r.title)} |" for r in group]
        parts.append("\n".join([f"## {name}", "", "| code | rule | | finds |", "|---|---|---|---|", *rows]))
    parts.append("## In full")
    parts += [f"### {r.slug}\n\n{r.code}, {_level(r)}: {r.title}.\n\n{markdown(r)}" for r in known]
    return "\n\n".join(parts)


def documents(found: Iterable[tuple[str, Any, str | None]]) -> dict[str, Any]:
    """Offers for programs."""
    each = [
        _rule(offer, said) if isinstance(offer, Rule) else {"kind": kind, **_offer(offer)}
        for kind, offer, said in found
    ]
    return {"format_version": "1.0", "explained": each}


def _offer(offer: Any) -> dict[str, Any]:
    """What metrics, sources and formats have in common."""
    parameters = getattr(offer, "parameters", {}).values()
    return {"name": offer.name, "help": offer.help, "options": [_option(one) for one in parameters]}


def _option(one: Parameter) -> dict[str, Any]:
    return {"name": one.name, "help": one.help, "required": one.required, "default": one.written_default}


def _rule(rule: Rule, said: str | None) -> dict[str, Any]:
    example = rule.example
    sides = example and {"part": example.part, "bad": shown(example.bad), "good": shown(example.good)}
    return {
        "kind": "rule",
        "name": rule.slug,
        "code": rule.code,
        "severity": rule.severity,
        "guard": rule.guard,
        "fixes": rule.fixes,
        "title": rule.title,
        "help": rule.help,
        "mend": rule.mend,
        "options": [_option(one) for one in rule.parameters.values()],
        "example": sides,
        "project": said,
    }


def _lines(rule: Rule, said: str | None) -> Iterator[str]:
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


def _level(rule: Rule) -> str:
    more = [*(["guards"] if rule.guard else []), *(["`--fix`"] if rule.fixes else [])]
    return ", ".join([rule.severity, *more])


def _group(rule: Rule) -> str:
    return GROUPS.get(rule.code[:4], "Of plugins")


def _cell(words: str) -> str:
    return words.replace("|", "\\|")
