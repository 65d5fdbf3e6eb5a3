"""A rule in Markdown: on its page, and in the tools that show findings beside the lines of a change."""

from collections.abc import Iterator

from okrengine.offers import Example, Rule
from okrengine.parameters import Parameter
from okrengine.syntax import escaped

PARTS = {
    "key result": "a key result",
    "objective": "an objective",
    "okr": "an OKR file",
    "okrengine": "okrengine.yaml",
    "checkin": "a check-in",
}


def markdown(rule: Rule) -> str:
    """What the rule finds and why that matters, an example of each side, the mend, its options, how to ignore it."""
    return "\n\n".join(_parts(rule))


def shown(text: str | bytes) -> str:
    """One side of an example, with what nobody sees written out."""
    plain = text.decode("utf-8", "replace") if isinstance(text, bytes) else text
    return "\n".join(escaped(line) for line in plain.strip("\n").split("\n"))


def _parts(rule: Rule) -> Iterator[str]:
    yield rule.help
    if rule.example is not None:
        yield from _example(rule.example)
    if rule.mend:
        yield f"**Mend**: {rule.mend}"
    if rule.parameters:
        yield "\n".join(["Options:", "", *map(_option, rule.parameters.values())])
    yield (
        "It guards what is loaded: it is always an error, and cannot be ignored."
        if rule.guard
        else f"Ignore it: `# okr: ignore[{rule.slug}] why`"
    )


def _option(one: Parameter) -> str:
    return f"- `{one.name}`: {one.help}{f' (default `{one.written_default}`)' if one.written_default else ''}"


def _example(example: Example) -> Iterator[str]:
    yield f"Bad, in {PARTS[example.part]}:\n\n{_fenced(shown(example.bad))}"
    for name, text in example.beside.items():
        yield f"beside `{name}`:\n\n{_fenced(shown(text))}"
    yield f"Good:\n\n{_fenced(shown(example.good))}"


def _fenced(text: str) -> str:
    fence = "```"
    while fence in text:
        fence += "`"
    return f"{fence}yaml\n{text}\n{fence}"
