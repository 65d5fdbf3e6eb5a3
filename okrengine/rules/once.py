"""A property that is worked out when it is first asked for, and only then."""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

_Told = TypeVar("_Told")


class once(Generic[_Told]):  # noqa: N801  it stands where a decorator stands
    """Like `functools.cached_property` without its lock, which costs more than most of what an item is asked."""

    def __init__(self, work: Callable[[Any], _Told]) -> None:
        self._work = work
        self._name = work.__name__
        self.__doc__ = work.__doc__

    @overload
    def __get__(self, of: None, owner: type) -> Self: ...

    @overload
    def __get__(self, of: object, owner: type) -> _Told: ...

    def __get__(self, of: object, owner: type) -> Self | _Told:
        """What is worked out; from then on it stands in the object itself, where it is found first."""
        if of is None:
            return self
        told = of.__dict__[self._name] = self._work(of)
        return told
