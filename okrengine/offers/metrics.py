"""A metric as it is offered: a function, the facts that validation and docs read, and its parameters."""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from textwrap import dedent
from typing import Any, Literal, TypeAlias

from okrengine.guest import files_of
from okrengine.offers.records import RECORDS, TOTALS, Record, Topic, totals
from okrengine.parameters import BusinessHours, Holiday, Parameter, Statistic, bind, declared, help_of

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

TIMED = {
    "statistic": Parameter("statistic", Statistic, "median", "what stands for all the lengths of time"),
    "quantile": Parameter(
        "quantile",
        Literal["linear", "discrete"],
        "linear",
        "`linear` lies between two values (type 7), `discrete` is the nearest rank",
    ),
    "clock": Parameter(
        "clock", Literal["calendar", "business"], "calendar", "`calendar` counts every hour, `business` open hours only"
    ),
    "business_hours": Parameter("business_hours", BusinessHours, None, "days, open and close of the business clock"),
    "holidays": Parameter(
        "holidays",
        tuple[Holiday, ...],
        (),
        "days on which the business clock stands still: dates, and countries or regions such as `TH`, `US-NY`",
    ),
    "unanswered": Parameter(
        "unanswered",
        Literal["exclude", "censor"],
        "exclude",
        "open ones are left out and counted, or count as still running (Kaplan-Meier median)",
    ),
}
"""Parameters that every metric which is `timed` has; the core applies them to its `Duration`."""

ANY = "any"
"""What a metric reads whose rows may be of any record type: it counts on columns that its source maps."""

MIN_SAMPLE = Parameter("min_sample", int, 30, "below this many rows the value is shown and flagged")


@dataclass(frozen=True)
class Case:
    """Rows, and what a metric gives for them: the example of the reference, run like a test.

    `rows` is a small CSV text whose header names columns of the record; a required id or time that it leaves out is
    filled in. `gives` holds what is due, by the names of `check_metric`: `value`, `n`, `numerator`, names of `details`.
    """

    rows: str
    gives: Mapping[str, Any]
    options: Mapping[str, Any] = field(default_factory=dict)
    where: Mapping[str, Any] = field(default_factory=dict)
    record: str | None = None

    @property
    def table(self) -> list[dict[str, str]]:
        """The rows, by the columns that the header names; an empty cell is an empty text."""
        return list(csv.DictReader(io.StringIO(dedent(self.rows).strip(), newline=""), strict=True))


@dataclass(frozen=True)
class Metric:
    """A measure under the name that a key result uses.

    `measure` is a function from a table of `record` rows and keyword-only parameters to a kernel; its docstring is
    the help. `scale` is the default scale of `score` or `rating`. `unit` may depend on the parameters. `better` is
    `higher`, `lower` or None. Without a `record` only totals are read. `reads` says which rows arrive: those of the
    window, all before its end (`history`), all that are known (`lifetime`). `window_on` is the timestamp that
    counts; None is the record's own. `prepare` makes one row per entity first. `range` is the lowest and highest
    possible value. `totals` names the sums that may be given instead of records. `version` is raised when a result
    changes. `refreshes` is how often new data comes, a length of time such as `30 d`. `engines` names those that
    can compute it, None stands for every one.

    A row in which a column of `needs` is empty leaves and is counted as `missing`, or as `reasons` says; a column
    of `uses` must be mapped, but may be empty in a row; it may depend on the parameters. One of `heeds` need not be
    mapped at all, and of `any_of` one at least. A row with a cell of any of them that does not cast is `rejected`.
    `versions` says that `prepare` picks the latest row of each entity: one whose score or rating is of no use is
    counted as such and still makes earlier ones obsolete, and a column `later` says which rows were written only after
    the instant of asking. `whole` says that answers are whole numbers. `timed` brings the parameters of lengths of
    time. `converts` turns another record type into the first one of `record`: a function from all known rows of that
    type, the group keys and the parameters to rows of the first type, windowed afterwards. `example` is worked out in
    the reference. `topic` is what it is about, where its record type does not say so. `unlike` are names that are in
    use for this and for something else: no metric may have one, and who writes one is told of every metric it may mean.
    A `record` of `any` is every record type: the columns that the metric uses are mapped, whatever the rows are. A
    parameter `weighted` that is None asks for the sum of weights where the source maps a column `weight`.
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
    uses: tuple[str, ...] | Callable[[Mapping[str, Any]], tuple[str, ...]] = ()
    heeds: tuple[str, ...] = ()
    any_of: tuple[str, ...] = ()
    versions: bool = False
    reasons: Mapping[str, str] = field(default_factory=dict)
    whole: bool = False
    timed: bool = False
    converts: Mapping[str, Callable[..., Any]] = field(default_factory=dict)
    engines: tuple[str, ...] | None = None
    example: Case | None = None
    topic: Topic | None = None
    unlike: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Raise `ValueError` for a fact that is none, so that the plugin is named instead of what stumbles over it."""
        facts = {"reads": ("window", "history", "lifetime"), "better": ("higher", "lower", None)}
        for name, known in facts.items():
            if (found := getattr(self, name)) not in known:
                raise ValueError(f"the metric `{self.name}` has `{name}={found!r}`: write one of {known}")

    @cached_property
    def columns(self) -> frozenset[str]:
        """Every column that its record types have, and those of its totals."""
        kinds = (*self.records, *self.converts)
        found = {column for kind in kinds if kind in RECORDS for column in RECORDS[kind].columns}
        return frozenset(found | {*self.totals, *(totals(self.totals).required if self.totals else ())})

    @property
    def code(self) -> Mapping[str, str]:
        """The files of its own functions, each as a message names it."""
        maybe = (self.measure, self.prepare, self.check, self.unit, self.uses, *self.converts.values())
        return files_of(*(one for one in maybe if callable(one)))

    @property
    def records(self) -> tuple[str, ...]:
        """The record types that the metric can read."""
        if self.record == ANY:
            return tuple(RECORDS)
        return (self.record,) if isinstance(self.record, str) else self.record

    def within(self, record: Record, names: Iterable[str]) -> tuple[str, ...]:
        """Which of the columns `names` a record of that type has; any type may be given all of them."""
        return tuple(name for name in names if self.record == ANY or name in record.columns)

    @property
    def kinds(self) -> tuple[str, ...]:
        """The names of all types of rows that it can read, `totals` among them; none where it reads no source."""
        return (*self.records, *((TOTALS,) if self.totals else ()))

    @property
    def about(self) -> Topic | None:
        """What it is about: as it says, else as its record type does; None for neither."""
        record = None if self.record == ANY else RECORDS.get(next(iter(self.records), ""))
        return self.topic or (record.topic if record else None)

    def record_of(self, columns: Iterable[str], name: str | None = None) -> Record:
        """The type of rows that have such columns: the one that is named, else the first that has them all."""
        sums, known = totals(self.totals), set(columns)
        if name == sums.name or (name is None and self.totals and known.issuperset(self.totals)):
            return sums
        kinds = [RECORDS[kind] for kind in ((name,) if name is not None else self.records)]
        return next((kind for kind in (*kinds, sums) if known.issubset(kind.columns)), [*kinds, sums][0])

    @property
    def ends(self) -> str:
        """Its range as a message says it: `0 to 100`, `0 or more`; empty where it has none."""
        low, high = self.range or (None, None)
        if low is None:
            return "" if high is None else f"at most {high}"
        return f"{low} or more" if high is None else f"{low} to {high}"

    @property
    def help(self) -> str:
        """The docstring of the metric's function, without what it says of each parameter."""
        return help_of(self.measure, self.parameters)

    @cached_property
    def parameters(self) -> Mapping[str, Parameter]:
        """Every parameter that `with:` takes, with its type, default and help."""
        found: dict[str, Parameter] = {}
        for function in (self.measure, self.prepare, *self.converts.values()):
            found |= declared(function) if function is not None else {}
        if self.scale is not None:
            default = None if self.scale == "required" else self.scale
            scaled = dict(SCALED, scale=replace(SCALED["scale"], default=default, required=default is None))
            found = {**scaled, **found}
        if self.timed:
            found = {**found, **TIMED}
        if self.min_sample is not None:
            found["min_sample"] = replace(MIN_SAMPLE, default=self.min_sample)
        for name, default in self.defaults.items():
            found[name] = replace(found[name], default=default, required=False)
        return found

    def bind(self, options: Mapping[str, Any]) -> Mapping[str, Any]:
        """`options` as written under `with:`, read by type and with the defaults filled in.

        Raises `ParameterError`, which names the parameter, for one that is unknown, missing or wrong.
        """
        return bind(self.parameters, options, check=self.complaint)

    def complaint(self, bound: Mapping[str, Any]) -> str | None:
        """What is wrong with parameters that are right one by one, None where nothing is."""
        low, high = (bound.get("scale") if self.scale else None) or (0, 1)
        if not low < high:
            return "`scale` must run from low to high; where the lowest is best, write `reversed: true`"
        if (least := bound.get("min_sample") or 0) < 0:
            return f"`min_sample` is {least}: write how many rows a value is to stand on, 0 for none"
        said = timed_complaint(bound) if self.timed else hours_complaint(bound.get("business_hours"))
        return said or (self.check(bound) if self.check else None)

    @property
    def own(self) -> frozenset[str]:
        """The names of the parameters that the metric's own function takes; the core applies the others."""
        return frozenset(declared(self.measure))

    def unit_for(self, options: Mapping[str, Any]) -> str:
        """The unit of a value under bound parameters."""
        return self.unit(options) if callable(self.unit) else self.unit

    def better_for(self, options: Mapping[str, Any]) -> str | None:
        """The better side under its parameters: a metric of which there are both kinds has a parameter `better`."""
        said = options.get("better") if "better" in self.parameters else None
        return said if said in ("higher", "lower") else self.better

    def uses_for(self, options: Mapping[str, Any]) -> tuple[str, ...]:
        """The columns that must be mapped under bound parameters, but may be empty in a row."""
        return self.uses(options) if callable(self.uses) else self.uses

    def preset(self, name: str, *, title: str, **changes: Any) -> "Metric":
        """The same computation under another word; `changes` are fields or defaults of parameters."""
        fields = {key: value for key, value in changes.items() if key in self.__dataclass_fields__}
        defaults = {key: value for key, value in changes.items() if key not in fields}
        return replace(
            self, name=name, title=title, preset_of=self.name, defaults={**self.defaults, **defaults}, **fields
        )


def meant(name: str, metrics: Mapping[str, Metric]) -> str | None:
    """What to write for a name that is in use for several metrics, None for any other name."""
    found = [f"`{one.name}` ({one.title})" for _, one in sorted(metrics.items()) if name in one.unlike]
    return f"it is in use for different things: write {' or '.join(found)}" if found else None


def timed_complaint(bound: Mapping[str, Any]) -> str | None:
    """What is wrong with the parameters of a length of time."""
    if bound["clock"] == "business" and not bound["business_hours"]:
        return "`clock: business` needs `business_hours: {days: [mon, tue], open: 09:00, close: 18:00}`"
    if bound["unanswered"] == "censor" and bound["statistic"] != "median":
        return "`unanswered: censor` gives a median; leave `statistic` out"
    return hours_complaint(bound["business_hours"])


def hours_complaint(hours: BusinessHours | None) -> str | None:
    """What is wrong with business hours, None where nothing is."""
    if hours is None:
        return None
    for name in ("open", "close"):
        if not re.fullmatch("([01][0-9]|2[0-3]):[0-5][0-9]|24:00", hours[name]):
            return f"`business_hours`: `{name}: {hours[name]}` is not a time of day: write 09:00"
    return None if hours["open"] < hours["close"] else "`business_hours`: `close` must lie after `open`"
