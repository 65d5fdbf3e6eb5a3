"""Files of text made ready to be read: unpacked, in UTF-8, without lines below the rows; or refused by name."""

import codecs
import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from okrengine import SourceError, quoted

HEAD = 1_048_576
_GIB = 2**30
_LARGEST = 8 * _GIB
_UNPACKED = 4 * _GIB
_RATIO, _SMALL = 200, 64 * 2**20
"""A packed file may not hold more than so many times its size, unless that is little."""

_GZIP = b"\x1f\x8b"
_STRANGE = (
    (b"PK\x03\x04", "a workbook or a zip file", "write `type: excel`, or save it as text"),
    (b"\xd0\xcf\x11\xe0", "a workbook", "write `type: excel`, or save it as text"),
    (b"PAR1", "a Parquet file", "write `type: parquet`"),
    (b"SQLite format 3", "a database", "write `type: sqlite`"),
    (b"%PDF", "a PDF", "export the rows as text"),
    (b"BZh", "a packed file", "unpack it, or pack it by gzip"),
    (b"\xfd7zXZ", "a packed file", "unpack it, or pack it by gzip"),
    (b"\x28\xb5\x2f\xfd", "a packed file", "unpack it, or pack it by gzip"),
)
_WIDE = (b"\xff\xfe", b"\xfe\xff")
_PAGE = re.compile(rb"(\xef\xbb\xbf)?\s*<(!doctype|html|head|body|table|\?xml)", re.IGNORECASE)
_OBJECTS = re.compile(rb'(\xef\xbb\xbf)?\s*(\{\s*"|\[\s*\{)')
_THAI = re.compile(rb"[\xa1-\xda\xdf-\xfb]{3,}")
_NO_TEXT = ("idna", "punycode", "unicode_escape", "raw_unicode_escape", "undefined", "mbcs", "oem")
_FEW = "utf-8, cp874, tis-620, windows-1252, utf-16, shift_jis"


def encoding_complaint(encoding: str) -> str | None:
    """What is wrong with the name of an encoding."""
    try:
        known = codecs.lookup(encoding).name.replace("-", "_") not in _NO_TEXT
        b"x".decode(encoding)  # some codecs make no text of bytes
    except UnicodeError:  # half a character
        known = True
    except (LookupError, ValueError):  # a name may hold what no name may
        known = False
    return None if known else f"`encoding` is {quoted(encoding)}, which is none that is known: write one of {_FEW}"


def ready(file: Path, folder: Path, *, encoding: str = "utf-8", footer: int = 0, objects: bool = False) -> Path:
    """The file itself, or where it needs unpacking, decoding or cutting, a copy of it in the folder.

    `objects` says that JSON is due. Raises `SourceError` for what is no text, too large, or not in this encoding.
    """
    start, packed = _start(file)
    if said := _strange(start, encoding, objects=objects):
        raise SourceError(f"{file.name} is {said}")
    plain = codecs.lookup(encoding).name == "utf-8" and not (objects and start.startswith(codecs.BOM_UTF8))
    if not packed and plain and not footer:
        return file
    folder.mkdir()
    copy = folder / file.name.removesuffix(".gz")
    with copy.open("wb") as target:
        for text in _texts(file, encoding):
            target.write(text.encode("utf-8"))
    if footer:
        _cut(copy, footer)
    return copy


def undecodable(file: Path, encoding: str = "utf-8") -> str | None:
    """Where a file is not in the encoding, and what may be done; None where all of it is."""
    try:
        for _ in _texts(file, encoding):
            pass
    except SourceError as error:
        return str(error)
    return None


def _start(file: Path) -> tuple[bytes, bool]:
    """The first bytes of a file, unpacked, and whether it is packed. Raises `SourceError`."""
    try:
        size = file.stat().st_size
        with file.open("rb") as stream:
            start = stream.read(HEAD)
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror}") from None
    if size > _LARGEST:
        raise SourceError(f"{file.name} has more than {_LARGEST // _GIB} GiB: split it, or use Parquet")
    packed = start.startswith(_GZIP)
    return next(_unpacked(file), b"") if packed else start, packed


def _strange(start: bytes, encoding: str, *, objects: bool) -> str | None:
    """What a file is that is no text, by its first bytes, and what to do."""
    wide = codecs.lookup(encoding).name.startswith(("utf-16", "utf-32"))
    for magic, noun, mend in _STRANGE:
        if start.startswith(magic):
            return f"{noun}: {mend}"
    if start.startswith(_WIDE) and not wide:
        return "UTF-16: write `encoding: utf-16`, or save it as UTF-8"
    if b"\x00" in start and not wide:
        return "no text, since it has null bytes: export it again, or name its `encoding:` if that is utf-16"
    if _PAGE.match(start):
        return "a page of the web or XML, not a table of text: export the rows as text"
    if not objects and _OBJECTS.match(start):
        return "JSON: write `type: json`"
    return None


def _chunks(file: Path) -> Iterator[bytes]:
    with file.open("rb") as stream:
        while chunk := stream.read(HEAD):
            yield chunk


def _unpacked(file: Path) -> Iterator[bytes]:
    """What a gzip file holds, piece by piece, as long as that is not far more than it should be."""
    size, total = file.stat().st_size, 0
    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
    try:
        for chunk in _chunks(file):
            left = chunk
            while left:
                if unpacker.eof:  # several packed files may stand one behind the other
                    unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
                piece = unpacker.decompress(left, HEAD)
                left = unpacker.unconsumed_tail or unpacker.unused_data
                total += len(piece)
                if total > max(_SMALL, min(_UNPACKED, size * _RATIO)):
                    limit = f"{_UNPACKED // _GIB} GiB or {_RATIO} times its size"
                    raise SourceError(
                        f"{file.name} unpacks to more than {limit}: unpack it, and use Parquet if it is so large"
                    )
                if piece:
                    yield piece
        while piece := unpacker.decompress(unpacker.unconsumed_tail, HEAD):
            yield piece
    except zlib.error:
        raise SourceError(f"{file.name} is damaged: it does not unpack; export it again") from None
    if not unpacker.eof:
        raise SourceError(f"{file.name} is cut off: its packed content has no end; export it again")


def _texts(file: Path, encoding: str) -> Iterator[str]:
    """The text of a file, piece by piece. Raises `SourceError` with the line and the byte that cannot be decoded."""
    start, packed = _start(file)
    chunks: Iterable[bytes] = _unpacked(file) if packed else _chunks(file)
    name = codecs.lookup(encoding).name
    decoder = codecs.getincrementaldecoder("utf-8-sig" if name == "utf-8" else encoding)()
    lines = 1
    try:
        for chunk in chunks:
            text = decoder.decode(chunk)
            lines += _ends(text)
            yield text
        yield decoder.decode(b"", final=True)
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode(encoding, errors="ignore")
        byte = error.object[error.start]
        where = f"{file.name}, line {lines + _ends(before):,}"
        mend = _mend(error.object if packed else start, name)
        raise SourceError(f"{where}: the byte {byte:#04x} is no {name.upper()}: {mend}") from None
    except UnicodeError:  # no byte is wrong, but the mark at the beginning that says their order is not there
        mend = f"write `encoding: {name}-le`, or {name}-be, or save it as UTF-8"
        raise SourceError(f"{file.name} does not say in which order its bytes stand: {mend}") from None


def _ends(text: str) -> int:
    """How many lines end in a text."""
    return text.count("\n") or text.count("\r")


def _mend(sample: bytes, encoding: str) -> str:
    """What to write for a file in another encoding."""
    if encoding != "utf-8":
        return "correct `encoding:`, or save the file as UTF-8"
    strange = len(re.findall(rb"[\x80-\xff]", sample))
    if sum(map(len, _THAI.findall(sample))) * 2 > strange:
        return "it looks Thai: write `encoding: cp874`, or save it as UTF-8"
    return "write its `encoding:`, such as windows-1252, or save it as UTF-8"


def _cut(file: Path, footer: int) -> None:
    """Take the last lines of a file away; empty ones do not count. Raises `SourceError`."""
    size = file.stat().st_size
    with file.open("r+b") as stream:
        stream.seek(max(0, size - HEAD))
        tail = stream.read()
        lines = tail.splitlines(keepends=True)
        left = footer
        while lines and (left or not lines[-1].strip()):
            left -= bool(lines.pop().strip())
        if not lines and size > len(tail):
            raise SourceError(f"{file.name}: its last lines are longer than {HEAD // 2**20} MiB: correct `footer:`")
        stream.truncate(size - len(tail) + sum(map(len, lines)))
