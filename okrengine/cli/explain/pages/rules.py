"""All rules as a page of the docs, in Markdown."""

from itertools import groupby

from okrengine.cli.explain.pages.cells import cell
from okrengine.diagnostics.rule_help import markdown
from okrengine.offers import Rule
from okrengine.registry import Registry

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


def page(registry: Registry) -> str:
    """The rules as a page in Markdown: a table, then each in full."""
    known = sorted(registry.rules.values(), key=lambda rule: rule.code)
    parts = [HEAD.rstrip("\n")]
    for name, group in groupby(known, key=_group):
        rows = [f"| {r.code} | [{r.slug}](#{r.slug}) | {_level(r)} | {cell(r.title)} |" for r in group]
        parts.append("\n".join([f"## {name}", "", "| code | rule | | finds |", "|---|---|---|---|", *rows]))
    return "\n\n".join([*parts, "## In full", *map(section, known)])


def section(rule: Rule) -> str:
    """One rule in full."""
    return f"### {rule.slug}\n\n{rule.code}, {_level(rule)}: {rule.title}.\n\n{markdown(rule)}"


def _level(rule: Rule) -> str:
    more = [*(["guards"] if rule.guard else []), *(["`--fix`"] if rule.fixes else [])]
    return ", ".join([rule.severity, *more])


def _group(rule: Rule) -> str:
    return GROUPS.get(rule.code[:4], "Of plugins")
