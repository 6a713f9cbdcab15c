"""Both catalogues say the same things with the same figures, are compiled as they are written, and hold nothing that nobody says."""

from __future__ import annotations

import gettext
import re

import pytest
from babel.messages.pofile import read_po

from docs.reference.policy import keys
from homework_audit.locale import DOMAIN, FOLDER, Lang
from homework_audit.rules import RULES

PACKAGE = FOLDER.parent
FREE = {"class.name", "class.grade-wide"}
"""Messages that each language puts together from other figures."""
ABOUT = {f"rule.{name}.about" for name in RULES} | {f"key.{table}.{key}" for table, key, _ in keys()}
"""What the rules' docstrings and the models' own descriptions say in English."""


def _written(lang: Lang) -> dict[str, str]:
    with (FOLDER / lang / "LC_MESSAGES" / f"{DOMAIN}.po").open("rb") as file:
        return {str(message.id): str(message.string) for message in read_po(file, locale=lang) if message.id}


ZH, EN = _written("zh"), _written("en")


def test_both_languages_say_the_same_things() -> None:
    assert ZH.keys() - ABOUT == EN.keys()
    assert ZH.keys() >= ABOUT


@pytest.mark.parametrize("texts", [ZH, EN], ids=["zh", "en"])
def test_no_message_is_empty(texts: dict[str, str]) -> None:
    assert [key for key, text in texts.items() if not text.strip()] == []


@pytest.mark.parametrize("key", sorted(EN.keys() - FREE))
def test_both_languages_use_the_same_figures(key: str) -> None:
    def names(text: str) -> set[str]:
        return set(re.findall(r"{(\w+)", text))

    assert names(ZH[key]) == names(EN[key])


@pytest.mark.parametrize(("lang", "texts"), [("zh", ZH), ("en", EN)])
def test_the_compiled_catalogue_is_the_written_one(lang: str, texts: dict[str, str]) -> None:
    compiled = gettext.translation(DOMAIN, FOLDER, [lang])
    assert {key: compiled.gettext(key) for key in texts} == texts, "run `make messages`"


def test_every_key_that_the_program_says_is_in_the_catalogues() -> None:
    literal = re.compile(r'say\((?:self\.|book\.|report\.)?_?lang, "([^"{}]+)"')
    said = {key for file in PACKAGE.rglob("*.py") for key in literal.findall(file.read_text("utf-8"))}
    assert len(said) > 80
    assert said - EN.keys() == set()


def test_nothing_in_the_catalogues_is_never_said() -> None:
    """A key is written in the code, or its last part or what stands before it is: «figure.over» is f"figure.{key}" and "over"."""
    files = [
        file for pattern in ("*.py", "*.j2", "*.toml") for file in (*PACKAGE.rglob(pattern), *(PACKAGE.parent / "docs").rglob(pattern))
    ]
    code = "\n".join(file.read_text("utf-8") for file in files)
    words = set(re.findall(r"[\w-]+(?:\.[\w-]+)*", code))

    def is_said(key: str) -> bool:
        bare = re.sub(r"\[[^]]*\]", "", key).removesuffix(".hint")
        first, _, rest = bare.partition(".")
        return bare in words or (f"{first}." in code and (not rest or rest in words or rest.rpartition(".")[2] in words))

    assert [key for key in EN if not is_said(key)] == []
