"""The catalogues of translations, compiled in memory from the text files that translators edit."""

from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib import resources
from io import BytesIO

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

LANGUAGES = ("en", "th")
"""The languages of reports. English is the source of all the others and needs no catalogue."""


@cache
def translations(language: str) -> NullTranslations:
    """The translations into one of `LANGUAGES`."""
    if language == "en":
        return NullTranslations()
    found = resources.files("okrengine.report") / "locale" / language / "LC_MESSAGES" / "messages.po"
    compiled = BytesIO()
    with found.open("rb") as source:
        write_mo(compiled, read_po(source, locale=language))
    compiled.seek(0)
    return GNUTranslations(compiled)
