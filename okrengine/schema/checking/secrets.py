"""Secrets that are written out in a file, found by the name of their key or as the password of an address."""

import re
from collections.abc import Iterable
from typing import Any

from okrengine.syntax import Document, Path, Problem, problem

_KEYS = {
    "password", "passwd", "pwd", "passphrase", "token", "apikey", "secret", "clientsecret", "authorization",
    "privatekey", "connection", "connectionstring", "cookie", "accesstoken", "credentials",
}  # fmt: skip
_REFERENCE = re.compile(r"\$\{(env|file|keyring):[^{}]*\}")
_PASSWORD = re.compile(r"://[^\s/?#@]*:([^\s/?#@]+)@")
_QUERY = re.compile(r"(?i)(?:[?&;\s]|^)(?:password|passwd|pwd|token|api_?key|secret|access_token)=([^&;\s]+)")
_HINT = "write a reference: ${env:NAME}, ${file:PATH} or ${keyring:NAME}"


def literal(document: Document, values: Iterable[tuple[Path, Any]], kind: str) -> list[Problem]:
    """A problem for each secret in okrengine.yaml, or under `with:` of an OKR file. Its text is not repeated."""
    found: dict[Path, Problem] = {}
    for path, value in values:
        if kind == "okrengine" or "with" in path:
            named = bool(path) and isinstance(path[-1], str) and is_secret(path[-1])
            if (named and not _allowed(path, value)) or _in_address(value):
                message = "a secret is written out here"
                found[path] = problem("OKR107", message, document.value(path), _HINT)
    return [found[path] for path in found if not any(path[:depth] in found for depth in range(1, len(path)))]


def _allowed(path: Path, value: Any) -> bool:
    """A reference and nothing else; a column may be called like a secret."""
    if "columns" in path or "values" in path or "exclude" in path:
        return True
    return value in (None, "") or (isinstance(value, str) and _REFERENCE.fullmatch(value) is not None)


def _in_address(value: Any) -> bool:
    if not isinstance(value, str):
        return False
    rest = _REFERENCE.sub("", value)
    return "://" in rest and (_PASSWORD.search(rest) is not None or _QUERY.search(rest) is not None)


def is_secret(key: str) -> bool:
    """Whether a key is called like something that must not be written out."""
    return re.sub(r"[^a-z]", "", key.casefold()) in _KEYS
