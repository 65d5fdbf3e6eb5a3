"""Which key an unknown one stands for: another word for it, a key of another place, or a slip of the fingers."""

import re
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from typing import Any

from okrengine.nearness import certain, nearest, suggestion
from okrengine.schema.kinds import KINDS

_WORDS = {
    "at_least": "min minimum least lower floor",
    "at_most": "max maximum most upper ceiling",
    "by": "date day due due_date deadline until",
    "due": "date day by due_date deadline until",
    "deadline": "date day by due due_date end end_date until",
    "on": "date day at",
    "until": "date day by due deadline",
    "from": "start since begin start_date",
    "to": "end until end_date",
    "title": "name description summary text label objective ชื่อ หัวข้อ",
    "key_results": "kr krs results measures ผลลัพธ์หลัก ผลลัพธ์",
    "objectives": "okr okrs goals วัตถุประสงค์ เป้าหมาย",
    "baseline": "start current initial ค่าเริ่มต้น",
    "target": "goal aim to เป้าหมาย เป้า",
    "metric": "kpi measure indicator ตัวชี้วัด",
    "source": "data dataset ข้อมูล",
    "with": "params parameters options args",
    "where": "filter filters",
    "window": "period range timeframe",
    "initiatives": "tasks actions projects activities plans กิจกรรม แผนงาน",
    "amendments": "changes history",
    "supports": "parent parents aligns aligned_to align",
    "tags": "labels",
    "owner": "responsible assignee lead ผู้รับผิดชอบ เจ้าของ",
    "kind": "type",
    "type": "kind format",
    "cycle": "quarter period รอบ ไตรมาส",
    "team": "squad group department ทีม",
    "guardrails": "constraints limits checks",
    "milestones": "steps checkpoints",
    "maintain": "keep hold",
    "path": "file files glob",
    "columns": "fields mapping",
    "timezone": "tz zone",
    "language": "lang locale ภาษา",
    "progress": "done percent complete",
    "weight": "น้ำหนัก",
    "reason": "why note",
}
"""A key to other words that people use for it. The first that may stand in a place is meant there."""


def stands_for(key: str, kind: str, known: Iterable[str], first: Iterable[str] = ()) -> str | None:
    """The key among those `known` here, of which the `first` are missing, that an unknown one stands for."""
    known, first = list(known), list(first)
    other = [one for one in (*first, *known) if _plain(key) in _WORDS.get(one, "").split()]
    if other:
        return other[0]
    return certain(key, known) if key in homes(kind) else nearest(key, known, first)


def key_hint(key: str, kind: str, present: Mapping[str, Any], known: Iterable[str], first: Iterable[str] = ()) -> str:
    """What to do about an unknown key: the one that is missing, that stands here already, or where it belongs."""
    known, first = list(known), list(first)
    found = stands_for(key, kind, known, first)
    if found is not None:
        if found in present:
            return _zoned(key, present) or f"`{found}` stands here already"
        return f"did you mean `{found}`?"
    if places := homes(kind).get(key):
        return f"it belongs in {' or '.join(places[:2])}: check the indentation"
    return suggestion(key, known, first)


def _zoned(key: str, present: Mapping[str, Any]) -> str | None:
    """How a zone that stands beside the target is written within it; None where it is none."""
    values = {one: present.get(one) for one in ("commit", "target", "stretch") if one in present}
    if key not in ("commit", "stretch") or not all(isinstance(one, str | int | Decimal) for one in values.values()):
        return None
    return f"write `target: {{{', '.join(f'{name}: {value}' for name, value in values.items())}}}`"


@cache
def homes(kind: str) -> Mapping[str, tuple[str, ...]]:
    """Every key of a kind of file, with the mappings in which it may stand: `key_results` in `an objective`."""
    found: dict[str, list[str]] = {}
    for title, keys in _records(KINDS[kind]() if kind in KINDS else {}):
        for key in keys:
            found.setdefault(key, [])
            found[key] += [] if title in found[key] else [title]
    return {key: tuple(_noun(title, found) for title in titles) for key, titles in found.items()}


def _noun(title: str, keys: Iterable[str]) -> str:
    """How a mapping is spoken of: `an objective`; one that has the name of its key by that."""
    return f"`{title}`" if title in keys else f"{'an' if title[0] in 'aeioO' else 'a'} {title}"


def _records(schema: Any) -> Iterator[tuple[str, Iterable[str]]]:
    """The mappings of a schema with what each is called, outer ones first."""
    waiting = [schema]
    for one in waiting:
        if isinstance(one, dict):
            if isinstance(one.get("title"), str) and isinstance(one.get("properties"), dict):
                yield one["title"], one["properties"]
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one


def _plain(key: str) -> str:
    return re.sub("[- ]", "_", key.casefold())
