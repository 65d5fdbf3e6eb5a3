"""Workbooks looked into before they are opened: what they are, how large they become, what their cells do not say."""

import copy
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from okrengine import SourceError

_MIB = 2**20
_LARGEST = 256 * _MIB
_UNPACKED = 1024 * _MIB
_RATIO, _SMALL = 200, 64 * _MIB
"""What is packed may not be more than so many times as large, unless that is little."""

_MOST_PARTS = 10_000
_PIECE = _MIB
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_STRICT = (b"http://purl.oclc.org/ooxml/", b"http://schemas.openxmlformats.org/")
_OLE, _ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_AGAIN = "open it in a spreadsheet program and save it again"


@dataclass(frozen=True)
class Workbook:
    """A workbook that may be opened: its name, its bytes, and their kind (`xlsx`, `ods` or `xls`)."""

    name: str
    content: bytes
    kind: str

    @property
    def unsure(self) -> bool:
        """Whether the values of formulas are not known: the workbook asks to be calculated when it is opened."""
        if self.kind != "xlsx":
            return False
        marks = [one.get("fullCalcOnLoad") for one in self._read("xl/workbook.xml").iter(f"{_MAIN}calcPr")]
        return any(mark in ("1", "true") for mark in marks)

    def sheet(self, name: str) -> Iterator[bytes]:
        """The XML of a sheet of an `xlsx`, piece by piece."""
        targets = {one.get("Id"): one.get("Target", "") for one in self._read("xl/_rels/workbook.xml.rels")}
        for sheet in self._read("xl/workbook.xml").iter(f"{_MAIN}sheet"):
            if sheet.get("name") == name:
                target = targets.get(sheet.get(_ID), "")
                part = target.removeprefix("/") if target.startswith("/") else f"xl/{target}"
                yield from pieces(self, part)
                return
        raise SourceError(f"{self.name}: the sheet `{name}` is not where it should be: {_AGAIN}")

    def _read(self, part: str) -> ET.Element:
        content = b"".join(pieces(self, part)).replace(*_strict(0)).replace(*_strict(1))
        try:
            return ET.fromstring(content)  # noqa: S314  it declares no entities: that was looked for
        except ET.ParseError:
            raise SourceError(f"{self.name} is damaged: {_AGAIN}") from None


def workbook(file: Path) -> Workbook:
    """The workbook of a file. Raises `SourceError` for what is none, is locked, damaged, or far too large."""
    try:
        size = file.stat().st_size
        content = file.read_bytes() if size <= _LARGEST else b""
    except OSError as error:
        raise SourceError(f"{file.name} cannot be read: {error.strerror}") from None
    if size > _LARGEST:
        raise SourceError(f"{file.name} has more than {_LARGEST // _MIB} MiB: save the sheet as CSV")
    if content.startswith(_OLE):
        if _LOCKED in content:
            raise SourceError(f"{file.name} is locked by a password: save it without one")
        return Workbook(file.name, content, "xls")
    if not content.startswith(_ZIP):
        raise SourceError(f"{file.name} is {_strange(content)}")
    found = Workbook(file.name, content, "")
    with _archive(found) as archive:
        names = archive.namelist()
        kind = "xlsx" if "xl/workbook.xml" in names else "ods" if "content.xml" in names else ""
        if not kind:
            raise SourceError(f"{file.name} is a zip file, and no workbook that is known: save it as .xlsx")
        _weigh(found, archive)
    manifest = "META-INF/manifest.xml"
    if kind == "ods" and manifest in names and b"encryption-data" in b"".join(pieces(found, manifest)):
        raise SourceError(f"{file.name} is locked by a password: save it without one")
    return Workbook(file.name, content, kind)


def pieces(book: Workbook, part: str) -> Iterator[bytes]:
    """A part of a zipped workbook, unpacked piece by piece, whatever it says of its own size."""
    with _archive(book) as archive:
        try:
            info = copy.copy(archive.getinfo(part))
        except KeyError:
            raise SourceError(f"{book.name} lacks a part of a workbook: {_AGAIN}") from None
        declared, info.file_size, total = info.file_size, _UNPACKED, 0
        try:
            with archive.open(info) as stream:
                while piece := stream.read(_PIECE):
                    if not total and re.search(rb"<!(DOCTYPE|ENTITY)", piece[:4096]):
                        raise SourceError(f"{book.name} declares entities, which no workbook needs: {_AGAIN}")
                    total += len(piece)
                    if total > declared:
                        raise SourceError(f"{book.name} is damaged: a part holds more than it says: {_AGAIN}")
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError, OSError):
            raise SourceError(f"{book.name} is damaged or cut off: {_AGAIN}") from None


def _archive(book: Workbook) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(book.content))
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        raise SourceError(f"{book.name} is damaged or cut off: {_AGAIN}") from None


def _weigh(book: Workbook, archive: zipfile.ZipFile) -> None:
    """Refuse what unpacks to far more than a table, or to something else for each program that looks."""
    infos = archive.infolist()
    names = [info.filename for info in infos]
    if len(names) != len(set(names)) or len(names) > _MOST_PARTS:
        raise SourceError(f"{book.name} is no usual workbook: {_AGAIN}")
    parts = [info for info in infos if info.filename.endswith((".xml", ".rels"))]
    total = sum(info.file_size for info in parts)
    if total > max(_SMALL, min(_UNPACKED, _RATIO * len(book.content))):
        limit = f"{_UNPACKED // _MIB} MiB or {_RATIO} times its size"
        raise SourceError(f"{book.name} unpacks to more than {limit}: save the sheet as CSV")
    for info in parts:
        for _ in pieces(book, info.filename):
            pass


def _strict(number: int) -> tuple[bytes, bytes]:
    """One name of the strict form of a workbook, and the usual one."""
    return (
        (_STRICT[0] + b"spreadsheetml/main", _STRICT[1] + b"spreadsheetml/2006/main"),
        (_STRICT[0] + b"officeDocument/relationships", _STRICT[1] + b"officeDocument/2006/relationships"),
    )[number]


def _strange(content: bytes) -> str:
    """What a file is that is no workbook, and what to do."""
    if not content:
        return "empty"
    if re.match(rb"(\xef\xbb\xbf)?\s*<", content):
        return f"a page of the web or XML under the name of a workbook: {_AGAIN} as .xlsx"
    if content.startswith(b"PAR1"):
        return "a Parquet file: write `type: parquet`"
    if b"\x00" not in content[:_PIECE] or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return "text under the name of a workbook: write `type: csv` with its `delimiter:` and `encoding:`"
    return "no workbook that is known: save it as .xlsx"
