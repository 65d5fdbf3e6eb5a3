"""Objectives to readings: the only room that knows the engine.

Plugins bring the kernels with them when any command starts, so the way through the engine is imported when it is used.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from okrengine.measure.asking import Ask as Ask
    from okrengine.measure.measuring import measure as measure

__all__ = ["Ask", "measure"]


def __getattr__(name: str) -> Any:
    if name == "Ask":
        from okrengine.measure.asking import Ask  # noqa: PLC0415  see above

        return Ask
    if name == "measure":
        from okrengine.measure.measuring import measure  # noqa: PLC0415  see above

        return measure
    raise AttributeError(f"module 'okrengine.measure' has no attribute {name!r}")
