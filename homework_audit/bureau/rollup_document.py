"""Turns a rollup into what a bureau reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from homework_audit.bureau.document import Document, Value, percent, shown_value
from homework_audit.bureau.tables import tables_of
from homework_audit.bureau.unit import SCHEMA, Rollup, rate
from homework_audit.bureau.words import headline, notes, unit_row
from homework_audit.messages import say
from homework_audit.renderers.figures import Figure

_COUNTS: Final = ("within", "over", "undetermined", "no_cap", "expected", "reported")
_HEADINGS: Final = ("level", "in", "unit", "status", "listed", "reports", "incomplete", *_COUNTS, "open")
_TONES: Final = {"met": "good", "not-met": "bad", "undetermined": "doubtful", "silent": "quiet"}


def rollup_document(rollup: Rollup) -> Document:
    """The rollup, ready to be drawn."""
    lang = rollup.lang
    return Document(
        title=f"{say(lang, 'rollup.title')} · {rollup.unit.name}",
        period=rollup.period,
        policy=rollup.policy.name,
        lang=lang,
        tool=rollup.tool,
        lead=tuple(headline(rollup)),
        figures=(_class_days(rollup), _schools(rollup)),
        tables=tuple(tables_of(rollup)),
        notes=tuple(notes(rollup)),
        lines=tuple(_lines(rollup)),
        records=(_HEADINGS, list(_records(rollup))),
        json=rollup.model_dump_json(by_alias=True, indent=1).encode() + b"\n",
        tones={say(lang, f"unit.{status}"): tone for status, tone in _TONES.items()},
    )


def rollup_schema() -> str:
    """The JSON Schema of a rollup, generated from the model that writes it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"homework-audit rollup, schema {SCHEMA}"}
    return json.dumps({**Rollup.model_json_schema(mode="serialization"), **schema}, ensure_ascii=False, indent=2) + "\n"


def _class_days(rollup: Rollup) -> tuple[Figure, ...]:
    lang, totals = rollup.lang, rollup.unit.totals
    return (
        Figure(say(lang, "column.rate"), percent(rate(totals.within, totals.checked))),
        Figure(say(lang, "column.within"), totals.within, "green" if totals.within else ""),
        Figure(say(lang, "column.over"), totals.over, "red" if totals.over else ""),
        Figure(say(lang, "column.undetermined"), totals.undetermined, "amber" if totals.undetermined else ""),
    )


def _schools(rollup: Rollup) -> tuple[Figure, ...]:
    statuses = rollup.unit.statuses()
    return tuple(
        Figure(say(rollup.lang, f"figure.schools.{status}"), statuses[status]) for status in ("met", "not-met", "undetermined", "silent")
    )


def _lines(rollup: Rollup) -> Iterator[str]:
    """A unit a line, with the names of what it is in."""
    for path, unit in rollup.unit.below():
        row = {column.replace("-", "_"): shown_value(column, value) for column, value in unit_row(unit, rollup.lang).items()}
        yield say(rollup.lang, "rollup.line", **{**row, "unit": "/".join((*path, unit.name))})


def _records(rollup: Rollup) -> Iterator[Sequence[Value]]:
    """A unit a row with its counts; shares are left to who adds up further."""
    for path, unit in (((), rollup.unit), *rollup.unit.below((rollup.unit.name,))):
        listed = "" if unit.listed is None else "yes" if unit.listed else "no"
        told = (unit.level, "/".join(path), unit.name, unit.status, listed, unit.all_reports(), unit.all_incomplete())
        yield (*told, *(getattr(unit.totals, name) for name in _COUNTS), sum(unit.all_findings().values()))
