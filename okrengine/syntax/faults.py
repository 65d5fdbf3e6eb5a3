"""What is wrong with a text that is not YAML, in our own words.

The parser's words differ between its two builds and speak of tokens; here they only tell the kinds of mistake apart.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from okrengine.syntax.fixes import KEYS, quoting
from okrengine.syntax.places import Edit, Fix, Note, Place, Problem, lines_of, problem
from okrengine.syntax.slips import columns_above, slip

_CONFLICT = re.compile(r"(<{7}|={7}|>{7})( |$)")
_OPENING = {"]": "[", "}": "{"}
_QUOTE = 'quote the text: "…"'
_KEY = "write `key: value`"


def describe(error: Exception, text: str, file: str, opened: Place | None) -> Problem:
    """The problem behind the `error` of a parser; `opened` is the innermost bracket that was still open."""
    fault = _Fault(error, text, file, opened)
    if found := fault.conflict():
        return found
    for words, tell in _KINDS:
        if any(word in fault.said for word in words) and (found := tell(fault)):
            return found
    return _misplaced(fault)


def directive(text: str, file: str) -> Problem | None:
    """The problem of a `%` directive before the document, which one of the two parsers would pass over."""
    for number, line in enumerate(lines_of(text[:10_000]), 1):
        if line.startswith("%"):
            place = Place(file, number, 1, number, len(line) + 1)
            return problem(
                "OKR001", "`%` starts a directive, which is not part of the format", place, "delete the line"
            )
        if line.strip() and not line.lstrip().startswith("#"):
            return None
    return None


class _Fault:
    """A parser's error beside the line that it names."""

    def __init__(self, error: Any, text: str, file: str, opened: Place | None) -> None:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        context = getattr(error, "context_mark", None)
        self.file = file
        self.lines = lines_of(text)
        self.said = f"{getattr(error, 'context', '') or ''} | {getattr(error, 'problem', '') or ''}".lower()
        self.line, self.column = self._within(mark.line, mark.column) if mark else (0, 0)
        self.ended = mark is not None and self.line < mark.line
        self.start: tuple[int, int] = (context.line, context.column) if context else (self.line, self.column)
        self.opened = opened
        self.text = text
        self.row = self.lines[self.line] if self.line < len(self.lines) else ""
        self.at = self.row[self.column : self.column + 1]

    def _within(self, line: int, column: int) -> tuple[int, int]:
        """The end of the last line that holds something, where the parser stopped at the end of the file."""
        if line < len(self.lines) and (
            self.lines[line][column:].strip() or any(map(str.strip, self.lines[line + 1 :]))
        ):
            return line, column
        last = next((n for n in range(len(self.lines) - 1, -1, -1) if self.lines[n].strip()), 0)
        return last, len(self.lines[last].rstrip())

    def problem(self, message: str, hint: str | None, *notes: Note, start: tuple[int, int] | None = None) -> Problem:
        line, column = start or (self.line, self.column)
        end = min(column + 1, len(self.lines[line])) if line < len(self.lines) else column
        place = Place(self.file, line + 1, column + 1, line + 1, max(end, column) + 1)
        return problem("OKR001", message, place, hint, *notes)

    def unquoted(self, message: str, hint: str, *, start: tuple[int, int] | None = None) -> Problem:
        """A text that needs quotes."""
        fix = quoting(self.text, self.file, (start or (self.line, 0))[0] + 1)
        return replace(self.problem(message, hint, start=start), fix=fix)

    def slipped(self, line: int) -> Problem | None:
        """What somebody in a hurry wrote on a line, where that is known."""
        found = slip(self.lines[line]) if line < len(self.lines) else None
        if found is None:
            return None
        told = self.problem(found.message, found.hint, start=(line, found.column))
        after = Place(self.file, line + 1, found.column + 2, line + 1, found.column + 2)
        return replace(told, fix=Fix("writes a space after it", (Edit(after, " "),))) if found.gap else told

    def above(self) -> int:
        """The line before that holds something."""
        return next((n for n in range(self.line - 1, -1, -1) if self.lines[n].strip(" \t")), 0)

    def conflict(self) -> Problem | None:
        """The first mark that a merge left behind."""
        for number, line in enumerate(self.lines):
            if _CONFLICT.match(line):
                return self.problem("a merge conflict is left in the file", "resolve it", start=(number, 0))
        return None


def _character(fault: _Fault) -> Problem | None:
    if fault.at == "\t" or re.match(r" *\t", fault.row):
        column = fault.row.index("\t") if re.match(r" *\t", fault.row) else fault.column
        return fault.problem("a tab in the indentation", "indent with spaces", start=(fault.line, column))
    share = re.match(r"%\s*([0-9.]+)\s*(?=[,}\]#]|$)", fault.row[fault.column :])
    sign = f"`{fault.at}`" if fault.at != "`" else "a backquote"
    return fault.unquoted(f"a text cannot start with {sign}", f"write {share[1]}%" if share else _QUOTE)


def _alias(fault: _Fault) -> Problem:
    line, column = fault.start
    sign = fault.lines[line][column : column + 1] if line < len(fault.lines) else ""
    return fault.unquoted(f"a text cannot start with `{sign}`", _QUOTE, start=fault.start)


def _unclosed_quote(fault: _Fault) -> Problem | None:
    if "quoted" not in fault.said:
        return None
    line, column = fault.start
    sign = fault.lines[line][column : column + 1]
    return fault.problem(f"the text that {sign} opens here is never closed", f"close it with {sign}", start=fault.start)


def _escape(fault: _Fault) -> Problem:
    column = fault.row.rfind("\\", 0, fault.column + 1)
    text = fault.row[column : column + 2]
    if half := re.match(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}", fault.row[column:]):
        message = f"`{half[0]}` is half a character"
        return fault.problem(message, "write the character itself", start=(fault.line, column))
    hint = r"write \\ for a backslash, or use single quotes"
    return fault.problem(f"`{text}` is no escape in double quotes", hint, start=(fault.line, max(column, 0)))


def _colon(fault: _Fault) -> Problem:
    before = fault.row[: fault.column]
    first = re.match(r"[ -]*[^\s:\"'\[{#][^:]*$", before)
    if first and fault.line and not before.lstrip().startswith("- "):
        if found := fault.slipped(fault.above()):
            return found
        column = len(before) - len(before.lstrip())
        if not _is_key(fault.lines[fault.above()]):
            message = "a key needs a colon and a space after it"
            above = fault.lines[fault.above()]
            return fault.problem(message, _KEY, start=(fault.above(), len(above) - len(above.lstrip(" -"))))
        hint = "give it the same indentation as its neighbours, or quote the text above"
        return fault.problem("this key is indented unlike its neighbours", hint, start=(fault.line, column))
    key, inner = re.match(r"[\s-]*(?:.*[{,]\s*)?([\w-]+):\s", before), re.search(r"(?<=\s)[a-z_]+$", before)
    hint = f'quote the text: {key[1]}: "…"' if key else _QUOTE
    if inner and inner[0] in KEYS:
        hint = f"start `{inner[0]}:` on a line of its own, or {hint}"
    return fault.unquoted("a colon followed by a space starts a new key here", hint)


def _is_key(row: str) -> bool:
    return re.match(r"\s*(?:- +)*(?:[\w-]+|\".*\"|'.*'):(?:\s|$)", row) is not None


def _no_colon(fault: _Fault) -> Problem:
    line, column = fault.start
    hint = f"{_KEY}, or indent it where the text above goes on"
    return fault.slipped(line) or fault.problem(
        "a key needs a colon and a space after it", hint if line else _KEY, start=(line, column)
    )


def _flow(fault: _Fault) -> Problem:
    opened = Place(fault.file, fault.start[0] + 1, fault.start[1] + 1, fault.start[0] + 1, fault.start[1] + 2)
    if "flow node" in fault.said and fault.opened is not None:
        opened = fault.opened
    row = fault.lines[opened.line - 1] if opened.line <= len(fault.lines) else ""
    sign = row[opened.column - 1 : opened.column] or "["
    closing = "]" if sign == "[" else "}"
    note = Note(f"`{sign}` opens here", Place(fault.file, opened.line, opened.column, opened.line, opened.column + 1))
    before = fault.row[: fault.column]
    inner = re.search(r"(?<=[^\s:,{\[])\s+([\w-]+)$", before)
    if fault.at == ":" and inner:
        missing = f"a comma is missing before `{inner[1]}`"
        return fault.problem(missing, "write it, or quote the text", note, start=(fault.line, inner.start(1)))
    if fault.at == ":" and (key := re.search(r"([\w-]+):\s+[^\s,{}\[\]][^,{}\[\]]*$", before)):
        return fault.problem("a colon followed by a space starts a new key here", f'quote the text: {key[1]}: "…"')
    message = f"the `{sign}` of line {opened.line}, column {opened.column} is not closed with `{closing}` before this"
    return fault.problem(message, f"add `{closing}`, or a comma between two values", note)


def _missing_node(fault: _Fault) -> Problem | None:
    if fault.at in _OPENING and fault.opened is None:
        return fault.problem(f"a `{fault.at}` without its `{_OPENING[fault.at]}`", f"{_QUOTE} or delete it")
    if fault.opened is not None and fault.at != ",":
        return _flow(fault)
    return fault.problem("a value is missing before this", "write the value, or delete what is left over")


def _key(fault: _Fault) -> Problem | None:
    before = fault.row[: fault.column].rstrip()
    if before.endswith(('"', "'")) and fault.row[: fault.column].strip():
        inside = before.endswith("'") and before == fault.row[: fault.column]
        hint = "write '' for ' inside single quotes, or use double quotes"
        hint = hint if inside else "put all of it into the quotes"
        return fault.problem("text goes on after the closing quote", hint)
    if fault.at in _OPENING:
        return fault.problem(f"a `{fault.at}` without its `{_OPENING[fault.at]}`", f"{_QUOTE} or delete it")
    if before.endswith(("]", "}")):
        return fault.unquoted("text goes on after the closing bracket", "delete it, or quote the whole text")
    if fault.at == ":":
        return fault.problem("a colon without a key before it", "write `key: value`")
    if fault.at == "-" and "sequence" not in fault.said:
        hint = "indent the list below its key, or give this line a key"
        return _shifted(fault) or fault.problem("a list item stands among keys", hint)
    return None


def _shifted(fault: _Fault) -> Problem | None:
    """An item of a list that is not in line with an item above it."""
    column = _indent(fault.row)
    for number in range(fault.line - 1, -1, -1) if fault.row[column:].startswith("- ") else ():
        row = fault.lines[number]
        if row.lstrip(" ").startswith("- ") and abs(_indent(row) - column) in (1, 2):
            message = f"this `-` is indented by {column}, and the one of line {number + 1} by {_indent(row)}"
            hint = f"indent it by {_indent(row)} if they belong together"
            return fault.problem(message, hint, start=(fault.line, column))
    return None


def _indent(row: str) -> int:
    return len(row) - len(row.lstrip(" "))


def _block(fault: _Fault) -> Problem:
    if "tab character" in fault.said:
        return fault.problem("a tab in the indentation", "indent with spaces")
    line, column = fault.start
    sign = fault.lines[line][column : column + 1] if line < len(fault.lines) else ""
    hint = f"start the text on the next line, or {_QUOTE}"
    return fault.unquoted(f"a text cannot stand on the line of `{sign}`", hint, start=fault.start)


def _entry(fault: _Fault) -> Problem:
    return fault.problem("a list item cannot start here", "start the list on a line of its own, or quote the text")


def _tag(fault: _Fault) -> Problem:
    hint = 'delete it, or quote: "!…"'
    return fault.unquoted("`!` starts a tag, which is not part of the format", hint, start=fault.start)


def _second(fault: _Fault) -> Problem | None:
    if fault.at in _OPENING:
        return fault.problem(f"a `{fault.at}` without its `{_OPENING[fault.at]}`", f"{_QUOTE} or delete it")
    if fault.lines[fault.above()].startswith("..."):
        return fault.problem("`...` ends the document, and the text goes on", "delete it", start=(fault.above(), 0))
    return fault.problem("the document has ended before this", "check the indentation and the brackets above")


def _misplaced(fault: _Fault) -> Problem:
    if re.match(r" *\t", fault.row):
        column = fault.row.index("\t")
        return fault.problem("a tab in the indentation", "indent with spaces", start=(fault.line, column))
    if re.match("\\s*[\u00a0\u2000-\u200d\u2060\u3000]", fault.row):
        return fault.problem("an invisible character in the indentation", "indent with plain spaces")
    if fault.ended:
        return fault.problem("the file ends in the middle of something", "check its last lines")
    if re.match(r"\s*- +- ", fault.lines[fault.above()]):
        dash = fault.lines[fault.above()].index("-", fault.lines[fault.above()].index("-") + 1)
        return fault.problem("two dashes start a list in a list", "delete one of them", start=(fault.above(), dash))
    if found := _shifted(fault) or _indented(fault):
        return found
    return fault.problem(
        "this line does not fit the lines above it", "check its indentation, and the quotes and brackets above it"
    )


def _indented(fault: _Fault) -> Problem | None:
    """A key that stands between the columns of the keys above it."""
    column, columns = _indent(fault.row), columns_above(fault.lines[: fault.line])
    if not columns or column in columns or not _is_key(fault.row):
        return None
    near = min(columns, key=lambda one: (abs(one - column), -one))
    message = f"this key is indented by {column}, and `{columns[near]}` above it by {near}"
    return fault.problem(message, f"indent it by {near} if they belong together", start=(fault.line, column))


_KINDS: tuple[tuple[tuple[str, ...], Callable[[_Fault], Problem | None]], ...] = (
    (("cannot start any token",), _character),
    (("scanning an alias", "scanning an anchor"), _alias),
    (("scanning a tag", "parsing a tag"), _tag),
    (("unexpected end of stream", "unexpected document"), _unclosed_quote),
    (("escape", "hexdecimal", "hexadecimal"), _escape),
    (("mapping values are not allowed",), _colon),
    (("mapping keys are not allowed",), lambda fault: fault.problem("a text cannot start with `?`", _QUOTE)),
    (("could not find expected ':'",), _no_colon),
    (("expected ',' or",), _flow),
    (("node content",), _missing_node),
    (("sequence entries are not allowed",), _entry),
    (("scanning a block scalar",), _block),
    (("document start",), _second),
    (("expected key", "block end", "expected '-'"), _key),
)
