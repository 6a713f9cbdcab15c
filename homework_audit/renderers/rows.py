"""Turns class-days and findings into rows of text, a cell a column, from which every format takes the columns that it shows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from homework_audit.locale import Lang
from homework_audit.messages import class_name, place_text, say, shown, subjects_text, waived_text
from homework_audit.models.report import ClassDay, Finding
from homework_audit.renderers.words import advice_of, minutes_of, rule_title, since_of, state_of

Row = Mapping[str, str]
"""The text of each column, its lines apart."""
NUMBERS: Final = frozenset({"minutes", "limit", "excess", "at-least", "at-most", "entries"})
"""The columns whose texts are figures."""
UNDETERMINED: Final = ("class", "date", "at-least", "at-most", "limit", "state", "why")
OTHERS: Final = ("severity", "state", "rule", "message", "hint")
EARLIER: Final = ("state", "since", "rule", "message", "hint")
_OPTIONAL: Final = frozenset({"state", "waived"})
"""Columns that are left out where no row fills them."""


def used(columns: Iterable[str], rows: Sequence[Row]) -> list[str]:
    """The columns that a row fills, or that always stand: an empty column of acceptances says nothing."""
    return [column for column in columns if column not in _OPTIONAL or any(row[column] for row in rows)]


def over_row(day: ClassDay, why: Sequence[Finding], lang: Lang) -> Row:
    """A class-day over its cap, with the findings that say so."""
    limit = day.limit or 0
    return {
        **_named(day, lang),
        "minutes": shown(minutes_of(day.minutes, limit, lang)),
        "limit": shown(limit),
        "excess": shown(minutes_of(day.minutes - limit, limit, lang)),
        "subjects": subjects_text(day.subjects, lang),
        "give-way": _give_way(why, lang),
        "state": state_of(why, lang),
        "hint": _lines(finding.hint for finding in why if not finding.waived),
        "waived": _lines(waived_text(finding, lang) for finding in why),
        "sources": _lines(place_text(place) for finding in why for place in finding.locations),
    }


def undetermined_row(day: ClassDay, why: Sequence[Finding], lang: Lang) -> Row:
    """A class-day that could not be judged, with what is known of it and why that is not enough."""
    return {
        **_named(day, lang),
        "at-least": shown(day.minutes),
        "at-most": say(lang, "unlimited") if day.minutes_high is None else shown(day.minutes_high),
        "limit": say(lang, "no-cap") if day.limit is None else shown(day.limit),
        "state": state_of(why, lang),
        "why": _lines(finding.message for finding in why),
        "hint": _lines(finding.hint for finding in why),
    }


def other_row(finding: Finding, lang: Lang) -> Row:
    """A finding of no day over or undetermined; what is accepted says so in place of its severity and its hint."""
    return {
        "severity": say(lang, "is-waived" if finding.waived else finding.severity),
        "state": state_of([finding], lang),
        "since": since_of(finding),
        "rule": rule_title(lang, finding.rule),
        "message": finding.message,
        "hint": waived_text(finding, lang) or advice_of(finding, lang),
    }


def _named(day: ClassDay, lang: Lang) -> Row:
    return {"class": class_name(day.grade, day.school_class, lang, day.school), "date": shown(day.day)}


def _give_way(why: Sequence[Finding], lang: Lang) -> str:
    """By how many minutes each subject could give way; '' where homework may not be set at all."""
    stated = next((way for finding in why if (way := finding.params.get("give_way"))), None)
    return subjects_text(stated, lang) if stated else ""


def _lines(texts: Iterable[str]) -> str:
    """Each text once, on lines of its own."""
    return "\n".join(dict.fromkeys(filter(None, texts)))
