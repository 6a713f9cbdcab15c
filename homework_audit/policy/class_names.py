"""Turns the classes that a table of the configuration names into a question: is a finding about one of them?"""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from homework_audit.models.report import Finding
from homework_audit.values.references import ClassRef


def _named(text: str) -> tuple[ClassRef, ...]:
    if not text:
        return ()
    from homework_audit.values.classes import read_classes  # slow to import, and most policies name no class

    return read_classes(text)


def _understood(text: str) -> str:
    if text and not all(ref.grade for ref in _named(text) or (ClassRef(None, None),)):
        raise PydanticCustomError("no-class", "no class")
    return text


ClassNames = Annotated[str, AfterValidator(_understood)]
"""三(2)班, 三年级1-3班, or 三年级 for a whole grade; '' for all classes."""


def is_about(finding: Finding, classes: str) -> bool:
    """Whether the finding is about one of the classes; any is, where none is named."""
    named = {ClassRef(finding.grade, finding.school_class), ClassRef(finding.grade, None)}
    return not classes or bool(named & set(_named(classes)))
