"""Turns the key of a message into its text, from the gettext catalogue of a language."""

from __future__ import annotations

from functools import cache
from gettext import GNUTranslations, NullTranslations, translation
from pathlib import Path
from typing import Literal

Lang = Literal["zh", "en"]
"""A language that the program speaks."""
DOMAIN = "homework_audit"
FOLDER = Path(__file__).parent
"""A folder a language, as gettext lays them out."""


def text_of(lang: Lang, key: str) -> str | None:
    """The text of a key, its figures still open; None where the catalogue has none."""
    try:
        return _catalogue(lang).gettext(key)
    except KeyError:
        return None


class _Missing(NullTranslations):
    """What stands behind a catalogue: gettext itself would give the key back, and «read» may also be a text."""

    def gettext(self, message: str) -> str:
        raise KeyError(message)


@cache
def _catalogue(lang: str) -> GNUTranslations:
    catalogue = translation(DOMAIN, FOLDER, [lang])
    catalogue.add_fallback(_Missing())
    return catalogue
