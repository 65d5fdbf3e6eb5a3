"""What can go wrong with a database, each in one sentence with its mend; nothing here repeats what a driver said."""

from collections.abc import Sequence

from okrengine import SourceError, suggestion
from okrengine_plugins.sql.address import Address

_SAID = {
    "host": "there is no host `{host}`: correct it in `url:`, or look whether this machine has a network",
    "refused": "nothing takes connections at `{place}`: correct host and port in `url:`, or start the server",
    "silent": "`{place}` does not answer: correct host and port in `url:`, or let this machine through to it",
    "strange": "what answers at `{place}` is no such database: correct host and port in `url:`",
    "encryption": "`{place}` and this machine agree on no encryption: correct `sslmode` in `url:`, or the certificate",
    "user": "the database at `{place}` does not let {user} in: correct the user or the password",
    "no_password": "the database at `{place}` does not let {user} in without a password: give one under `password:`",
    "barred": "the database at `{place}` lets {user} not in from this machine: ask who keeps it to allow it",
    "database": "there is no database `{database}` at `{place}`: correct the end of `url:`",
    "full": "the database at `{place}` takes no more connections: run this again later",
    "privilege": "{user} may not read `{table}` at `{place}`: ask who keeps it for the right to SELECT",
    "slow": "a query at `{place}` took longer than the {seconds} s of `timeout:` and was stopped: allow more time, or "
    "add an index",
    "lost": "the connection to `{place}` was lost in the middle: run this again",
    "blind": "the database at `{place}` does not say which columns `{table}` has: it is a view that is "
    "broken, or that does more than read",
    "writes": "`{table}` at `{place}` does more than read: take a table or a view that changes nothing",
    "number": "a number in `{table}` at `{place}` is larger than the database can add up: select less in a view",
    "gone": "`{table}` at `{place}` is not what it was a moment ago: run this again",
}


def fault(kind: str, address: Address, *, table: str = "", seconds: int = 0) -> SourceError:
    """The error of a kind, in a sentence."""
    user = f"the user `{address.user}`" if address.user else "you"
    return SourceError(
        _SAID[kind].format(
            host=address.host,
            place=address.place,
            user=user,
            database=address.database or "",
            table=table,
            seconds=seconds,
        )
    )


def other(address: Address, table: str, name: str, code: object) -> SourceError:
    """An error that has no sentence of its own: its name and its number, which can be looked up."""
    number = f" {code}" if code else ""
    return SourceError(f"the database at `{address.place}` refused a query on `{table}`: {name}{number}")


def choose(tables: Sequence[tuple[str, str]], table: str, schema: str | None, usual: Sequence[str]) -> tuple[str, str]:
    """The schema and name of a table among those that there are: in `schema`, else in the first usual one with it.

    Raises `SourceError` with what was probably meant.
    """
    places = [schema] if schema is not None else list(usual)
    for place in places:
        if (place, table) in tables:
            return place, table
    schemas = list(dict.fromkeys(place for place, _ in tables))
    if schema is not None and schema not in schemas:
        said = suggestion(schema, schemas)
        raise SourceError(f"there is no schema `{schema}`, or nothing in it for this user: {said}")
    elsewhere = [place for place, name in tables if name == table]
    if elsewhere:
        raise SourceError(f"the table `{table}` is in the schema `{elsewhere[0]}`: write `schema: {elsewhere[0]}`")
    known = [name for place, name in tables if place in places]
    raise SourceError(f"there is no table `{table}`, or this user may not see it: {suggestion(table, known)}")


def absent(package: str, extra: str) -> SourceError:
    """A driver that is not installed."""
    return SourceError(f'this database needs the package {package}: run `pip install "okrengine[{extra}]"`')
