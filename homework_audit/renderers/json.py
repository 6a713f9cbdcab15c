"""Renders a report as JSON, schema 1: the report exactly, sorted, the same bytes for the same input."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import Final

from homework_audit.models.report import Report
from homework_audit.renderers.options import RenderOptions

_LONG: Final = ("class_days", "findings", "completeness", "periods", "composition", "files")
_AT_ONCE: Final = 200
"""Elements that are written out together: the text of all of a county's would take as much memory as all the rest."""


def render(report: Report, options: RenderOptions) -> Iterator[bytes]:
    """The report as indented UTF-8 JSON with a final line break, a piece after another."""
    if not options.all_evidence:
        days = tuple(replace(day, evidence=()) if day.verdict == "within" else day for day in report.class_days)
        report = report.model_copy(update={"class_days": days})
    rest = report.model_copy(update=dict.fromkeys(_LONG, ())).model_dump_json(by_alias=True, indent=1)
    for name in _LONG:
        before, rest = _parted(rest, name)
        yield before.encode()
        yield from _elements(report, name)
    yield rest.encode() + b"\n"


def _parted(text: str, name: str) -> tuple[str, str]:
    """What stands before the elements of that name, with its bracket, and what stands behind them."""
    key = f'\n "{name}": ['
    at = text.index(key) + len(key)
    return text[:at], text[at:]


def _elements(report: Report, name: str) -> Iterator[bytes]:
    elements = iter(getattr(report, name))
    separator = ""
    while some := tuple(islice(elements, _AT_ONCE)):
        text = report.model_copy(update={name: some}).model_dump_json(by_alias=True, indent=1, include={name})
        yield (separator + text[text.index("[") + 1 : text.rindex("\n ]")]).encode()
        separator = ","
    if separator:
        yield b"\n "
