"""The report as one web page that needs nothing else: no script, font, image or request."""

from typing import TYPE_CHECKING

from okrengine import Format, hookimpl, render_template

if TYPE_CHECKING:
    from okrengine import View, Words


def html(view: "View", words: "Words") -> str:
    """A self-contained page, to be opened, mailed, printed or put on any web server."""
    return render_template("report.html", view, words)


@hookimpl
def okr_formats() -> list[Format]:
    """The format `html`."""
    return [Format("html", html, ".html", "Web page")]
