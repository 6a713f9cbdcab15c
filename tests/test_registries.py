"""Every registry names all there is: a forgotten line fails here."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from typing import get_args

import pytest

import homework_audit
from homework_audit.bureau.formats import DOCUMENT_FORMATS
from homework_audit.layouts.understanding import LAYOUTS
from homework_audit.locale import text_of
from homework_audit.messages import finding_text
from homework_audit.models.report import Finding
from homework_audit.readers import READERS
from homework_audit.readers.formats import SUFFIXES
from homework_audit.readers.formats import Format as FileFormat
from homework_audit.renderers import RENDERERS, Renderer
from homework_audit.rules import RULES, JudgingRule, ReadingRule, WaiverRule

PACKAGE = Path(homework_audit.__file__).parent
NOT_RULES = {"__init__", "base", "evidence", "give_way", "spans", "wording"}


@pytest.mark.parametrize("name", sorted({file.stem for file in (PACKAGE / "rules").glob("*.py")} - NOT_RULES))
def test_a_rule_has_one_name_in_three_spellings(name: str) -> None:
    rule = RULES[name.replace("_", "-")]
    assert rule.__module__ == f"homework_audit.rules.{name}"
    assert issubclass(rule, JudgingRule | ReadingRule | WaiverRule)


@pytest.mark.parametrize("name", RULES)
def test_a_rule_is_documented_and_has_its_words(name: str) -> None:
    paragraphs = (inspect.getdoc(RULES[name]) or "").split("\n\n")
    assert len(paragraphs) >= 3, "what, why, example"
    assert any(part.startswith("Example: ") for part in paragraphs)
    for key in (name, f"{name}.hint", f"rule.{name}"):
        assert text_of("zh", key)
        assert text_of("en", key)


@pytest.mark.parametrize("name", RULES)
@pytest.mark.parametrize("lang", ["zh", "en"])
def test_a_finding_of_any_kind_has_a_message_without_figures(name: str, lang: str) -> None:
    message, hint = finding_text(Finding(rule=name, severity="error"), "zh" if lang == "zh" else "en")
    assert message
    assert hint


@pytest.mark.parametrize("renderer", [*RENDERERS.values(), *DOCUMENT_FORMATS.values()], ids=lambda renderer: renderer.module)
def test_a_renderer_is_one_module_with_one_function(renderer: Renderer[object]) -> None:
    assert callable(import_module(renderer.module).render)


def test_every_format_of_files_has_a_reader_and_endings() -> None:
    assert set(READERS) == set(SUFFIXES) == set(get_args(FileFormat))


def test_layouts_have_a_name_in_both_languages() -> None:
    for name in LAYOUTS:
        assert text_of("zh", f"layout.{name}")
        assert text_of("en", f"layout.{name}")
