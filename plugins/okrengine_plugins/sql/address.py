"""The address of a database as `url:` gives it, taken apart; nothing of it but these parts reaches a driver."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, unquote, urlsplit

from okrengine import SourceError, suggestion

KINDS = {"postgres": "postgres", "postgresql": "postgres", "mysql": "mysql", "mariadb": "mysql", "spark": "spark"}
"""Scheme of an address to the family of databases that it names."""

_SPOKEN = {"postgres": "postgres", "mysql": "mysql", "spark": "databricks"}
DIALECTS = {scheme: _SPOKEN[kind] for scheme, kind in KINDS.items()}
"""Scheme of an address to the SQL that is spoken there, by the name that Ibis has for it."""

PORTS = {"postgres": 5432, "mysql": 3306, "spark": 15002}
LOCAL = "local"
"""The host of a Spark that runs in this process."""

_SCHEME = re.compile(r"^([a-z][a-z0-9+.]*)://")
_QUERY = ("sslmode", "sslrootcert")
_MODES = ("disable", "prefer", "require", "verify-ca", "verify-full")
_ELSEWHERE = {
    "sqlite": "write `type: sqlite` and the file under `path:`",
    "duckdb": "files are read by `type: csv`, `json`, `parquet` or `sqlite`",
}


@dataclass(frozen=True)
class Address:
    """Where a database is, and as whom to ask it. The password is in no text that this prints."""

    kind: str
    host: str
    port: int
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    options: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> str:
        """Host and port as people write them."""
        return self.host if self.host == LOCAL or self.host.startswith("/") else f"{self.host}:{self.port}"


def complaint(url: str) -> str | None:
    """What is wrong with an address as it is written, references to secrets unresolved; None where nothing is."""
    if url.startswith("${"):
        return None
    found = _SCHEME.match(url)
    if found is None:
        return "`url:` is no address: write it as in postgres://okr@db.example.com/crm"
    if found[1] in _ELSEWHERE:
        return f"`url:` begins with {found[1]}://, which is not asked by an address: {_ELSEWHERE[found[1]]}"
    if found[1] not in KINDS:
        return f"`url:` begins with `{found[1]}://`, which this source cannot ask: {suggestion(found[1], KINDS)}"
    return None


def address(url: str, password: str | None) -> Address:
    """The parts of an address; a `password` beside it counts. Raises `SourceError`, which repeats no part of it."""
    if said := complaint(url):
        raise SourceError(said)
    try:
        parts = urlsplit(url)
        port, kind = parts.port, KINDS[parts.scheme]
    except (KeyError, ValueError):
        raise SourceError(
            "`url:` is no address that can be read: characters such as @ : / in a password are written as %40 %3A %2F"
        ) from None
    host = unquote(parts.hostname or "")
    if not host:
        raise SourceError("`url:` names no host: write it as in postgres://okr@db.example.com/crm")
    if password is not None and parts.password:
        raise SourceError("there is a password in `url:` and another under `password:`: leave one of them out")
    within = unquote(parts.password) if parts.password else None
    return Address(
        kind,
        host,
        port or PORTS[kind],
        unquote(parts.username) if parts.username else None,
        password if password is not None else within,
        unquote(parts.path.strip("/")) or None,
        _options(parts.query),
    )


def _options(query: str) -> dict[str, str]:
    """What stands behind `?`. Raises `SourceError` for anything but how the connection is encrypted."""
    given = dict(parse_qsl(query, keep_blank_values=True))
    for name in given:
        if name not in _QUERY:
            raise SourceError(f"`url:` may end in ?sslmode=…&sslrootcert=…, not in `{name}`: leave it out")
    if (mode := given.get("sslmode", "prefer")) not in _MODES:
        raise SourceError(f"`sslmode` in `url:` is none that there is: {suggestion(mode, _MODES)}")
    return given
