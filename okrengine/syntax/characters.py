"""From bytes to text: UTF-8 without characters that hide, reorder or break what a reader sees."""

from itertools import islice

from okrengine.syntax.hidden import FORBIDDEN, IDLE, named
from okrengine.syntax.places import Edit, Fix, Place, Problem, lines_of, problem

BOM = b"\xef\xbb\xbf"
_WIDE_MARKS = (b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_MOST = 20
_MOST_EDITS = 1_000


def decode(content: bytes, file: str, most: int | None = _MOST) -> tuple[str, list[Problem]]:
    """The text of a file and what is wrong with its characters; the text is empty where the bytes are not UTF-8.

    `most` lines with a forbidden character are told, None for all of them.
    """
    if content.startswith(_WIDE_MARKS) or b"\x00" in content[:4]:
        message = "the file is not UTF-8: it looks like UTF-16 or a binary file"
        return "", [problem("OKR006", message, Place(file), "save it as UTF-8")]
    try:
        text = content.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        return "", [_not_utf8(error, file)]
    return text, _hidden(text, file, most)


def legible(content: bytes) -> str | None:
    """The text of a file as far as it can be shown; None where the bytes are no text at all."""
    if content.startswith(_WIDE_MARKS) or b"\x00" in content[:4]:
        return None
    return content.removeprefix(BOM).decode("utf-8", errors="replace")


def position(text: str, index: int) -> tuple[int, int]:
    """Line and column, counted from 1, of the character at `index`."""
    before = lines_of(text[:index])
    return len(before), len(before[-1]) + 1


def spot(text: str, index: int, file: str, length: int = 1) -> Place:
    """The place of `length` characters of one line from `index` on."""
    line, column = position(text, index)
    return Place(file, line, column, line, column + length)


def _hidden(text: str, file: str, most: int | None) -> list[Problem]:
    """One problem for each of the first `most` lines that hold a forbidden character."""
    if text.replace("\n", "").isprintable():  # none of them is, and this is the faster question
        return []
    found: list[Problem] = []
    for number, line in enumerate(lines_of(text), 1):
        match = FORBIDDEN.search(line)
        if match is not None:
            place = Place(file, number, match.start() + 1, number, match.end() + 1)
            message = f"{named(match[0])} is not allowed here"
            found.append(problem("OKR005", message, place, "delete it", fix=_deletion(line, file, number)))
            if len(found) == most:
                break
    return found


def _deletion(line: str, file: str, number: int) -> Fix | None:
    """What makes a line hold nothing that is forbidden; None where one of them may stand for something, or for many."""
    spans = [found.span() for found in islice(FORBIDDEN.finditer(line), _MOST_EDITS + 1)]
    if len(spans) > _MOST_EDITS or not all(IDLE.match(line, start) for start, _ in spans):
        return None
    edits = (Edit(Place(file, number, start + 1, number, end + 1), "") for start, end in spans)
    return Fix("deletes it", tuple(edits))


def _not_utf8(error: UnicodeDecodeError, file: str) -> Problem:
    content = error.object
    text = content[: error.start].decode("utf-8").removeprefix("\ufeff")
    place = spot(text, len(text), file)
    message = f"byte 0x{content[error.start]:02X} at position {error.start + 1} of the file is not UTF-8"
    return problem("OKR006", message, place, _encoding(content, error.start))


def _encoding(content: bytes, start: int) -> str:
    """What the bytes around the first bad one look like."""
    sample = content[max(0, start - 20) : start + 60]
    high = [byte for byte in sample if byte >= 0x80]  # noqa: PLR2004  beyond ASCII
    thai = [byte for byte in high if 0xA1 <= byte <= 0xDA or 0xDF <= byte <= 0xFB]  # noqa: PLR2004  TIS-620's letters
    if len(high) > 2 and len(thai) == len(high):  # noqa: PLR2004  a stray byte says nothing
        return "it looks like TIS-620 (Windows-874): save the file as UTF-8"
    return "save the file as UTF-8"
