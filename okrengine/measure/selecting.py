"""One SELECT for many metrics on the same rows: what they have alike is laid down once.

Rows that differ in conditions only are counted by kind first, so that each metric adds up kinds and not rows.
"""

import operator
from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce as fold
from typing import Any

from okrengine.measure import currency
from okrengine.measure.asking import Job
from okrengine.measure.finding import Found, Setting
from okrengine.measure.groups import ASKED, GROUP
from okrengine.measure.kernels import Kernel
from okrengine.measure.reduction import Cells

MET, FATE, WHO = "met", "fate", "who"
"""Columns of every part: whether a row meets `where`, why it is lost (0: it is not), whose it is."""

OUT, PART = "out_", "part_"
_LOST, _GAVE_WAY, _KEEP = "lost_", "gave_way", "keep"
_ROWS = "~rows"


@dataclass(frozen=True)
class Part:
    """What one job puts into a SELECT: the flat columns, and the kernel that reduces them (None: losses only).

    `reasons` are those of `fate`, from 1.
    """

    job: Job
    setting: Setting
    flat: Mapping[str, Any]
    kernel: Kernel | None
    reasons: tuple[str, ...] = ()

    @property
    def values(self) -> frozenset[Any]:
        """What of the flat columns is more than a condition."""
        return frozenset(
            column.op() for name, column in self.flat.items() if name != FATE and not column.type().is_boolean()
        )

    @property
    def by_kind(self) -> bool:
        """Whether rows of one kind are counted first: they differ in conditions only, or have to be put in order."""
        return not self.values or (self.kernel is not None and self.kernel.by_kind)

    def named(self, start: str) -> list[str]:
        """The flat columns whose names begin so."""
        return [name for name in self.flat if name.startswith(start)]


@dataclass(frozen=True)
class Selected:
    """A SELECT of several parts: a row for each instant and group. `names` are the columns of each part's numbers."""

    expression: Any
    names: Mapping[str, Mapping[str, str]]

    def met(self, prefix: str, row: Mapping[str, Any]) -> bool:
        """Whether an instant and group has any row that meets the condition of a part."""
        column = self.names[prefix].get(MET)
        return column is None or bool(row.get(column, 1))

    def found(self, prefix: str, row: Mapping[str, Any]) -> Found:
        """The numbers of one part, from a row."""
        return Found({name: row.get(column) for name, column in self.names[prefix].items()})


def select(rows: Any, parts: Mapping[str, Part]) -> Selected:
    """The one SELECT of all parts on the same rows, each by its prefix; all of them `by_kind`, or none."""
    keys = tuple(key for key in (ASKED, GROUP) if key in rows.columns)
    columns, names = _once({prefix: part.flat for prefix, part in parts.items()})
    table = rows.select(**{key: rows[key] for key in keys}, **columns)
    counted = None
    if all(part.by_kind for part in parts.values()):
        table = table.group_by([*keys, *columns]).aggregate(**{_ROWS: table.count()})
        counted = _ROWS
    for step in (_keeps, _ranks, _chains):
        wanted = {
            prefix: step(part, Cells(table, names[prefix], part.setting, keys, counted))
            for prefix, part in parts.items()
        }
        over, more = _once(wanted)
        table = table.mutate(**over) if over else table
        names = {prefix: names[prefix] | more[prefix] for prefix in parts}
    cells = {prefix: Cells(table, names[prefix], part.setting, keys, counted) for prefix, part in parts.items()}
    reduced, found = _once({prefix: _reduced(part, cells[prefix], keys) for prefix, part in parts.items()})
    return Selected(table.aggregate(reduced, by=keys), found)


def together(parts: Mapping[str, Part]) -> list[dict[str, Part]]:
    """Parts that share a SELECT: those that count conditions, those that put the same values in order, all others."""
    kinds: dict[Any, dict[str, Part]] = {}
    for prefix, part in parts.items():
        kinds.setdefault(part.values if part.by_kind else None, {})[prefix] = part
    return list(kinds.values())


def _once(wanted: Mapping[str, Mapping[str, Any]]) -> tuple[dict[str, Any], dict[str, dict[str, str]]]:
    """A column for each different expression, and for each prefix and name the column that has it."""
    known: dict[Any, str] = {}
    columns: dict[str, Any] = {}
    names: dict[str, dict[str, str]] = {}
    for prefix, expressions in wanted.items():
        names[prefix] = {}
        for name, expression in expressions.items():
            column = known.setdefault(expression.op(), f"{prefix}{name}")
            columns[column] = expression
            names[prefix][name] = column
    return columns, names


def _keeps(part: Part, cells: Cells) -> dict[str, Any]:
    """Which rows a part keeps, and why others leave: those that are not lost before."""
    stays = cells.met & (cells.fate == 0) if FATE in part.flat else cells.met
    outs = {name: stays & getattr(cells, name) for name in part.named(OUT)}
    left = fold(operator.or_, (getattr(cells, name) for name in outs)) if outs else None
    return {_KEEP: stays if left is None else stays & ~left, **{f"{_LOST}{name}": out for name, out in outs.items()}}


def _ranks(part: Part, cells: Cells) -> dict[str, Any]:
    return part.kernel.ranks(cells) if part.kernel is not None else {}


def _chains(part: Part, cells: Cells) -> dict[str, Any]:
    return part.kernel.chains(cells) if part.kernel is not None else {}


def _reduced(part: Part, cells: Cells, keys: tuple[str, ...]) -> dict[str, Any]:
    found = part.kernel.reduce(cells) if part.kernel is not None else {}
    if FATE in part.flat:
        lost = {reason: cells.met & (cells.fate == code) for code, reason in enumerate(part.reasons, 1)}
        found |= {f"{_LOST}{reason}": cells.every(condition) for reason, condition in lost.items()}
        if GROUP in keys or part.job.ask.measure.where:
            found[MET] = cells.every(cells.met)
    found |= {name: cells.every(getattr(cells, f"{_LOST}{name}")) for name in part.named(OUT)}
    found |= {name: cells.count(getattr(cells, name)) for name in part.named(PART)}
    found |= currency.reductions(cells, part.flat)
    if WHO in part.flat:
        found[_GAVE_WAY] = cells.count() - cells.distinct(cells.who)
    return found or {_KEEP: cells.count()}  # where nothing can be lost, there has to be a column all the same


def counted(part: Part, found: Found) -> tuple[dict[str, int], dict[str, int]]:
    """How many rows left by reason, and the named parts of those that stayed. Raises `SourceError` for mixed money."""
    currency.check(found, part.job.ask.unit)
    excluded = {reason: found.count(f"{_LOST}{reason}") for reason in part.reasons}
    for name in part.named(OUT):
        reason = name.removeprefix(OUT)
        excluded[reason] = excluded.get(reason, 0) + found.count(name)
    if WHO in part.flat:
        excluded["duplicate"] = excluded.get("duplicate", 0) + found.count(_GAVE_WAY)
    parts = {name.removeprefix(PART): found.count(name) for name in part.named(PART)}
    return {reason: number for reason, number in excluded.items() if number}, parts
