"""What a plugin offers: a name, a function and facts, as plain frozen values.

Listing, docs, schema and validation read these values only; no code of a plugin runs beyond its import until a metric
is measured, a source is opened or a format is rendered.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeAlias

from okrengine.parameters import Parameter, bind, declared

Complaint: TypeAlias = Callable[[Mapping[str, Any]], str | None]

SCALED = {
    "scale": Parameter("scale", tuple[int, int], None, "lowest and highest possible answer"),
    "out_of_scale": Parameter(
        "out_of_scale", Literal["exclude", "error"], "exclude", "what an answer outside the scale does"
    ),
    "reversed": Parameter(
        "reversed", bool, default=False, help="the scale runs the other way: x is read as low + high - x"
    ),
    "weighted": Parameter("weighted", bool, default=False, help="sum the column `weight` instead of counting rows"),
    "answers": Parameter(
        "answers", Literal["all", "latest"], "all", "every answer, or the latest of each respondent in the window"
    ),
}
"""Parameters that every metric with a `scale` has; the core applies them before the metric sees a row."""

MIN_SAMPLE = Parameter("min_sample", int, 30, "below this many rows the value is shown and flagged")


@dataclass(frozen=True)
class Metric:
    """A measure under the name that a key result uses.

    `measure` is a function from a table of `record` rows and keyword-only parameters to a kernel; its docstring is the
    help. `scale` is the default scale of `score` or `rating`. `unit` may depend on the parameters. `better` is
    `higher`, `lower` or None. `reads` says which rows arrive: those of the window, all before its end (`history`), all
    that are known (`lifetime`). `window_on` is the timestamp that counts; None is the record's own. `prepare` makes
    one row per entity first. `range` is the lowest and highest possible value. `totals` names the sums that may be
    given instead of records. `version` is raised when a result changes.
    """

    name: str
    measure: Callable[..., Any]
    record: str | tuple[str, ...]
    unit: str | Callable[[Mapping[str, Any]], str] = ""
    better: Literal["higher", "lower"] | None = None
    needs: tuple[str, ...] = ()
    scale: tuple[int, int] | Literal["required"] | None = None
    precision: int = 2
    reads: Literal["window", "history", "lifetime"] = "window"
    window_on: str | None = None
    prepare: Callable[..., Any] | None = None
    check: Complaint | None = None
    range: tuple[int | None, int | None] | None = None
    refreshes: str | None = None
    voice: Literal["customer", "internal"] | None = None
    totals: tuple[str, ...] = ()
    min_sample: int | None = 30
    version: int = 1
    title: str = ""
    defaults: Mapping[str, Any] = field(default_factory=dict)
    preset_of: str | None = None

    @property
    def records(self) -> tuple[str, ...]:
        """The record types that the metric can read."""
        return (self.record,) if isinstance(self.record, str) else self.record

    @property
    def help(self) -> str:
        """The docstring of the metric's function."""
        return (self.measure.__doc__ or "").strip()

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """Every parameter that `with:` takes, with its type, default and help."""
        found = declared(self.measure)
        if self.scale is not None:
            default = None if self.scale == "required" else self.scale
            scaled = dict(SCALED, scale=replace(SCALED["scale"], default=default, required=default is None))
            found = {**scaled, **found}
        if self.min_sample is not None:
            found["min_sample"] = replace(MIN_SAMPLE, default=self.min_sample)
        for name, default in self.defaults.items():
            found[name] = replace(found[name], default=default, required=False)
        return found

    def bind(self, options: Mapping[str, Any]) -> Mapping[str, Any]:
        """`options` as written under `with:`, read by type and with the defaults filled in.

        Raises `ParameterError`, which names the parameter, for one that is unknown, missing or wrong.
        """
        return bind(self.parameters, options, check=self.check)

    def unit_for(self, options: Mapping[str, Any]) -> str:
        """The unit of a value under bound parameters."""
        return self.unit(options) if callable(self.unit) else self.unit

    def preset(self, name: str, *, title: str, **changes: Any) -> "Metric":
        """The same computation under another word; `changes` are fields or defaults of parameters."""
        fields = {key: value for key, value in changes.items() if key in self.__dataclass_fields__}
        defaults = {key: value for key, value in changes.items() if key not in fields}
        return replace(
            self, name=name, title=title, preset_of=self.name, defaults={**self.defaults, **defaults}, **fields
        )


@dataclass(frozen=True)
class Source:
    """A kind of source under the name that `type:` uses.

    `read` takes the embedded engine's connection, the resolved files that `path:` names, and keyword-only options; it
    gives a relation with one row per record. `suffixes` are the endings that its files usually have.
    """

    name: str
    read: Callable[..., Any]
    suffixes: tuple[str, ...] = ()
    files: bool = True

    @property
    def help(self) -> str:
        """The docstring of the source's function."""
        return (self.read.__doc__ or "").strip()

    @property
    def parameters(self) -> Mapping[str, Parameter]:
        """The options that a source of this type takes beside the ones that all have."""
        return declared(self.read)


@dataclass(frozen=True)
class Format:
    """A form of the report: `render` makes the text from a view and the words of a language."""

    name: str
    render: Callable[[Any, Any], str]
    suffix: str
    title: str = ""

    @property
    def help(self) -> str:
        """The docstring of the format's function."""
        return (self.render.__doc__ or "").strip()


@dataclass(frozen=True)
class Rule:
    """A check of the project's files. `check` takes the files and yields problems.

    A `guard` protects what is loaded: it can neither be lowered nor ignored.
    """

    code: str
    slug: str
    severity: Literal["error", "warning", "info"]
    check: Callable[[Any], Iterable[Any]]
    title: str
    guard: bool = False

    @property
    def help(self) -> str:
        """The docstring of the rule's function."""
        return (self.check.__doc__ or "").strip()
