"""The two environments that templates live in: one escapes for HTML, the other for Markdown."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib import resources
from types import SimpleNamespace

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from okrengine.report.charts import bar, spark, stack, text_bar, text_line, trend
from okrengine.report.marked import Marked, escape, mermaid, mono
from okrengine.report.trajectory import trajectory
from okrengine.report.words import Words, words

_STYLE = "report.css"
_CHARTS = SimpleNamespace(
    bar=bar, spark=spark, stack=stack, text_bar=text_bar, text_line=text_line, trajectory=trajectory, trend=trend
)


@cache
def environment(template: str, language: str) -> Environment:
    """The environment for a template, by its ending, in a language."""
    return _html(words(language)) if template.endswith(".html") else _markdown(words(language, Marked))


def _html(spoken: Words) -> Environment:
    """Every text is escaped; the only one that is not is the style sheet, which is ours."""
    found = Environment(
        loader=PackageLoader("okrengine.report"),
        extensions=["jinja2.ext.i18n"],
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    style = style_sheet()
    found.globals["style"] = Markup(style)  # noqa: S704  our own file, without a text of anybody else
    found.globals["style_hash"] = f"sha256-{b64encode(sha256(style.encode()).digest()).decode()}"
    return _speaking(found, spoken)


def _markdown(spoken: Words) -> Environment:
    """Every text is escaped as Markdown, unless it is Markdown of our own."""
    found = Environment(
        loader=PackageLoader("okrengine.report"),
        extensions=["jinja2.ext.i18n"],
        autoescape=False,  # noqa: S701  `finalize` escapes, since HTML's way is not Markdown's
        finalize=escape,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    found.filters["mermaid"] = mermaid
    found.filters["mono"] = mono
    return _speaking(found, spoken)


def _speaking(found: Environment, spoken: Words) -> Environment:
    """The environment with a language."""
    found.install_gettext_callables(spoken.gettext, spoken.ngettext, newstyle=True)  # type: ignore[attr-defined]
    found.globals["words"] = spoken
    found.globals["charts"] = _CHARTS
    return found


@cache
def style_sheet() -> str:
    """The style of the page, byte for byte as it stands in it: the page names its hash."""
    return (resources.files("okrengine.report") / "templates" / _STYLE).read_text(encoding="utf-8")
