"""How values are spelled in cells: decimals, whole numbers, true and false, as expressions on the embedded engine."""

from decimal import Decimal, InvalidOperation
from typing import Any

from okrengine.offers.records import DECIMAL

_COMMA = r"^[-+]?([0-9]+|[0-9]{1,3}([.][0-9]{3})+)?(,[0-9]+)?$"
_GROUPED = r"^[-+]?[0-9]{1,3}(,[0-9]{3})+([.][0-9]+)?$"
_TRUE, _FALSE = ("true", "yes", "y", "t", "1"), ("false", "no", "n", "f", "0")
_SHORT = "decimal(18, 10)"
_SHORT_LENGTH = len("0.1234567890")
"""As many places as `DECIMAL` has, in half the width, and the longest cell that cannot have more of them."""


def written(value: Any, mark: str = ".") -> str:
    """A value of YAML as the text of a cell, with a `mark` before its decimals."""
    if isinstance(value, bool):
        return "true" if value else "false"
    return format(value, "f").replace(".", mark) if isinstance(value, Decimal) else str(value)


def decimal(text: str) -> Decimal | None:
    """The finite decimal that a text spells, None where it spells none."""
    try:
        found = Decimal(text.strip())
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def number(cell: Any, mark: str = ".", narrow: Any = None) -> Any:
    """A decimal: `9.0`, `1,200`, `-0.5`; null for anything else. With a comma for its `mark`: `9,0`, `1.200`.

    `narrow` is what the cell is as a narrow decimal, where that was looked at before.
    """
    import ibis  # noqa: PLC0415  heavy

    if mark == ",":
        plain = cell.replace(".", "").replace(",", ".")
        return number(ibis.ifelse(cell.re_search(_COMMA), plain, ibis.null("string")))
    grouped = ibis.ifelse(cell.re_search(_GROUPED), cell.replace(",", ""), ibis.null("string"))
    narrow = narrowed(cell) if narrow is None else narrow
    return ibis.coalesce(narrow.cast(DECIMAL), _unscored(cell).try_cast(DECIMAL), grouped.try_cast(DECIMAL))


def narrowed(cell: Any) -> Any:
    """A number as a narrow decimal, which the engine reads forty times as fast; what is long, or does not fit, not."""
    import ibis  # noqa: PLC0415  heavy

    bare = _unscored(cell)
    return ibis.ifelse(bare.length() <= _SHORT_LENGTH, bare, ibis.null("string")).try_cast(_SHORT)


def _unscored(cell: Any) -> Any:
    """A text without underscores: the engine takes 1_0 for ten."""
    import ibis  # noqa: PLC0415  heavy

    return ibis.ifelse(cell.contains("_"), ibis.null("string"), cell)


def whole(found: Any) -> Any:
    """A decimal as a whole number, null where it is none."""
    import ibis  # noqa: PLC0415  heavy

    cut = found.try_cast("int64")
    return ibis.ifelse(cut == found, cut, ibis.null("int64"))


def boolean(cell: Any) -> Any:
    """True or false in one of the words that are known for it."""
    import ibis  # noqa: PLC0415  heavy

    word = cell.lower()
    return ibis.cases((word.isin(_TRUE), True), (word.isin(_FALSE), False), else_=ibis.null("boolean"))
