"""Secrets: references resolved when a source is opened, and their values hidden from whatever is said afterwards.

A reference is `${env:NAME}`, `${file:PATH}` or `${keyring:SERVICE/NAME}`. What was resolved is remembered for as long
as the program runs, so that no message, log or file shows it: `***` stands in its place.
"""

import os
import re
from typing import TYPE_CHECKING

from okrengine.errors import OkrError

if TYPE_CHECKING:
    from pathlib import Path

SHORTEST = 6
"""Characters from which on a secret is hidden; a shorter one would turn half of a text into asterisks."""

_LARGEST = 65_536
_REFERENCE = re.compile(r"\$\{(?P<kind>env|file|keyring):(?P<name>[^{}]+)\}")
_PASSWORD = re.compile(r"://[^/?#\s]*?:([^/?#\s]+)@")
_QUERY = re.compile(r"(?i)[?&](?:password|passwd|pwd|token|api_?key|secret)=([^&#\s]+)")
_hidden: dict[str, None] = {}


def refers(text: object) -> bool:
    """Whether a value holds a reference to a secret."""
    return isinstance(text, str) and _REFERENCE.search(text) is not None


def resolve(text: str, root: "Path") -> str:
    """The text with every reference replaced by the secret. Raises `OkrError`, which names the reference.

    A secret within a longer text, such as the password of an address, is URL-quoted: it cannot change what the rest
    means. Files are looked for from the folder `root`.
    """
    whole = _REFERENCE.fullmatch(text)
    if whole is not None:
        return _value(whole, root)
    from urllib.parse import quote  # noqa: PLC0415  only where there is a secret

    return _REFERENCE.sub(lambda found: quote(_value(found, root), safe=""), text)


def scrub(text: str) -> str:
    """The text with every secret that was resolved replaced by `***`, in all the forms that programs write it in."""
    for form in sorted(_hidden, key=len, reverse=True):
        text = text.replace(form, "***")
    return text


def without_password(address: str) -> str:
    """An address as it may be shown: a password that is written into it, and is no reference, is `***`."""

    def hidden(found: re.Match[str]) -> str:
        return found[0] if refers(found[1]) else found[0].replace(found[1], "***")

    return _QUERY.sub(hidden, _PASSWORD.sub(hidden, address))


def _value(reference: re.Match[str], root: "Path") -> str:
    """What a reference stands for, remembered so that it can be hidden."""
    kind, name = reference["kind"], reference["name"]
    found = {"env": _environ, "file": _content, "keyring": _kept}[kind](name, root)
    if not found:
        raise OkrError(f"the secret `{reference[0]}` is {'not set' if found is None else 'empty'}: {_MEND[kind]}")
    _hide(found)
    return found


_MEND = {
    "env": "set the environment variable, then run this again",
    "file": "put the secret into this file, or correct its path",
    "keyring": "store it by `keyring set SERVICE NAME`, or write a reference of another kind, such as ${env:NAME}",
}


def _environ(name: str, root: "Path") -> str | None:  # noqa: ARG001  one signature for all kinds
    return os.environ.get(name)


def _content(name: str, root: "Path") -> str | None:
    """The text of a file without the line end that editors add; nothing where there is no such file."""
    path = root / name
    try:
        if not path.is_file():
            return None
        with path.open("rb") as stream:
            content = stream.read(_LARGEST + 1)
        text = content.decode() if len(content) <= _LARGEST else ""
    except (OSError, ValueError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is no text in UTF-8"
        raise OkrError(f"the secret `${{file:{name}}}` cannot be read: {said}") from None
    return text.rstrip("\r\n")


def _kept(name: str, root: "Path") -> str | None:  # noqa: ARG001  one signature for all kinds
    """What the system's keyring keeps under a service and a name."""
    reference = f"${{keyring:{name}}}"
    try:
        import keyring  # noqa: PLC0415  optional
    except ModuleNotFoundError:
        raise OkrError(
            f'the secret `{reference}` needs the package keyring: run `pip install "okrengine[keyring]"`, '
            "or write a reference of another kind, such as ${env:NAME}"
        ) from None
    service, _, user = name.partition("/")
    try:
        found: str | None = keyring.get_password(service, user)
    except Exception as error:  # noqa: BLE001  each kind of keyring raises its own errors
        raise OkrError(
            f"the secret `{reference}` cannot be read: no keyring of this machine opens ({type(error).__name__}); "
            "write a reference of another kind, such as ${env:NAME}"
        ) from None
    return found


def _hide(value: str) -> None:
    """Remember a secret in every form that a message may show; of an address its password too."""
    from base64 import b64encode  # noqa: PLC0415  only where there is a secret
    from urllib.parse import quote, quote_plus, unquote  # noqa: PLC0415  likewise

    inner = [*_PASSWORD.findall(value), *_QUERY.findall(value)]
    for secret in dict.fromkeys((value, *value.splitlines(), *inner, *map(unquote, inner))):
        if len(secret) < SHORTEST:
            continue
        quoted = quote(secret, safe=""), quote(secret), quote_plus(secret)
        for form in (secret, *quoted, *(q.lower() for q in quoted), repr(secret)[1:-1], _json(secret)):
            _hidden[form] = None
        _hidden[b64encode(secret.encode()).decode()] = None


def _json(secret: str) -> str:
    import json  # noqa: PLC0415  only where there is a secret

    return json.dumps(secret)[1:-1]
