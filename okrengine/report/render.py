"""From a view to text: the format by its name, the template by its file, the language by its words.

What renders is heavy (templates, locale data), so it is imported when a report is made and not before.
"""

from typing import TYPE_CHECKING

from okrengine.errors import ProjectError
from okrengine.registry import Registry

if TYPE_CHECKING:
    from okrengine.report.contents import View
    from okrengine.report.words import Words


def render(view: "View", format_name: str, language: str, registry: Registry) -> str:
    """The report `view` in a format that a plugin offers and a language; raises `ProjectError` for an unknown one."""
    from okrengine.report.words import words  # noqa: PLC0415  loads Babel

    offered = registry.formats.get(format_name)
    if offered is None:
        known = ", ".join(sorted(registry.formats)) or "none"
        raise ProjectError(f"no report format `{format_name[:40]}`: there are {known}")
    return offered.render(view, words(language))


def render_template(name: str, view: "View", words: "Words") -> str:
    """The shipped template `name` (`report.html`, `report.md`) filled from `view`, in the language of `words`."""
    from okrengine.report.environments import environment  # noqa: PLC0415  loads Jinja2

    return environment(name, words.language).get_template(name).render(view=view)
