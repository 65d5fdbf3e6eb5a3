"""The report as Markdown, for repositories, pull requests and the summaries of a build."""

from typing import TYPE_CHECKING

from okrengine import Format, hookimpl, render_template

if TYPE_CHECKING:
    from okrengine import View, Words


def markdown(view: "View", words: "Words") -> str:
    """GitHub-flavoured Markdown that reads well as plain text too."""
    return render_template("report.md", view, words)


@hookimpl
def okr_formats() -> list[Format]:
    """The format `markdown`."""
    return [Format("markdown", markdown, ".md", "Markdown")]
