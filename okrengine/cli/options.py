"""Flags that every command has, before or after its name, and instants as people write them."""

import os
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, TypeVar

import click

from okrengine.cli import completing
from okrengine.nearness import suggestion

if TYPE_CHECKING:
    from pathlib import Path
    from zoneinfo import ZoneInfo

Command = TypeVar("Command", bound=Callable[..., Any])
END_OF_DAY = time(23, 59, 59)


@dataclass
class Options:
    """What the global flags said; a flag after the command outranks the same one before it."""

    project: str | None = None
    as_of: str | None = None
    color: str = "auto"
    quiet: int = 0
    verbose: int = 0

    @property
    def folder(self) -> "Path":
        """Where the search for a project begins."""
        from pathlib import Path  # noqa: PLC0415  --help does not need it

        return Path(self.project) if self.project else Path.cwd()

    @property
    def given_folder(self) -> bool:
        """Whether the project was named, so that nothing is searched upward."""
        return self.project is not None

    def instant(self, zone: "ZoneInfo") -> datetime | None:
        """What `--as-of` said: an instant, or the end of a day in the project's zone; None where it was not given."""
        if self.as_of is None:
            return None
        if self.as_of == "today":
            return datetime.combine(datetime.now(zone).date(), END_OF_DAY, zone)
        try:
            if len(self.as_of) == len("2026-11-21"):
                found = datetime.combine(date.fromisoformat(self.as_of), END_OF_DAY, zone)
            else:
                found = datetime.fromisoformat(self.as_of)
        except ValueError:
            raise click.BadParameter(
                f"`{self.as_of}` is no day or instant: write 2026-11-21, 2026-11-21T09:00:00+07:00 or today",
                param_hint="--as-of",
            ) from None
        from okrengine.config import FIRST_YEAR, LAST_YEAR  # noqa: PLC0415  --help does not need it

        if not FIRST_YEAR <= found.year <= LAST_YEAR:
            raise click.BadParameter(
                f"the year {found.year} does not lie between {FIRST_YEAR} and {LAST_YEAR}: write one of the common era",
                param_hint="--as-of",
            )
        return (found if found.tzinfo else found.replace(tzinfo=zone)).replace(microsecond=0)

    def now(self, zone: "ZoneInfo") -> datetime:
        """What `--as-of` said, else this second. The one place that reads the clock."""
        return self.instant(zone) or datetime.now(zone).replace(microsecond=0)

    def today(self, zone: "ZoneInfo") -> datetime:
        """What `--as-of` said, else the end of today."""
        return self.instant(zone) or datetime.combine(datetime.now(zone).date(), END_OF_DAY, zone)


class Choice(click.Choice[str]):
    """One of several words; another one gets the nearest."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ARG002  click's signature
        """What is said of a word that is none of them."""
        return f"there is no `{value}`: {suggestion(str(value), self.choices)}"


class Flag(click.Option):
    """An option whose variable in the environment is called like the flag, whatever the parameter is called."""

    def resolve_envvar_value(self, ctx: click.Context) -> str | None:
        """What the variable holds, `OKR_VALIDATE_O` for `-o`; None where it is empty."""
        flag = self.opts[-1].lstrip("-").replace("-", "_")
        return os.environ.get(f"{ctx.auto_envvar_prefix}_{flag}".upper()) or None


def listed(given: Sequence[str]) -> tuple[str, ...]:
    """The words of a flag that is repeatable, and takes several with commas between them each time."""
    return tuple(one.strip() for text in given for one in text.split(",") if one.strip())


def rules_flag(name: str, help_: str) -> Callable[[Command], Command]:
    """A flag that takes names of rules: repeatable, and each time several with commas between them."""

    def split(_context: click.Context, _parameter: click.Parameter, given: Sequence[str]) -> tuple[str, ...]:
        return listed(given)

    return click.option(
        name, multiple=True, callback=split, shell_complete=completing.rules, metavar="RULE,…", help=help_
    )


def global_flags(function: Command) -> Command:
    """Add the flags that every command has."""
    for add in reversed(_FLAGS):
        function = add(function)
    return function


def _store(context: click.Context, parameter: click.Parameter, value: Any) -> None:
    if value and parameter.name is not None:
        setattr(context.ensure_object(Options), parameter.name, value)


def _flag(*names: str, **facts: Any) -> Callable[[Any], Any]:
    return click.option(*names, expose_value=False, callback=_store, **facts)


_FLAGS = (
    _flag(
        "--project",
        metavar="DIR",
        shell_complete=completing.folders,
        help="The project's folder (default: the nearest okrengine.yaml upward).",
    ),
    _flag("--as-of", metavar="DATE|INSTANT|today", help="The moment that everything is seen from."),
    _flag("--color", type=Choice(["auto", "always", "never"]), help="Colours (default: auto)."),
    _flag("-q", "quiet", count=True, help="No closing line; -qq: only the exit code."),
    _flag("-v", "verbose", count=True, help="Say more; -vv: where an error of ours arose."),
)

select_argument = click.argument("select", nargs=-1, metavar="[SELECT]...", shell_complete=completing.addresses)
"""`team`, `team/objective` or `team/objective/key-result`; `*` stands for any name."""
