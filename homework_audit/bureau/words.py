"""Turns a rollup into the sentences that open it and the rows of its tables, in the language of the rollup."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from homework_audit.bureau.document import Value, percent
from homework_audit.bureau.unit import LEVELS, Figures, Level, Rollup, Unit, rate
from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.renderers.words import rule_title

UNIT_COLUMNS: Final = ("unit", "verdict", "schools", "came", "checked", "within", "over", "undetermined", "rate", "reported-rate", "open")
"""What is said of every unit, in this order; `schools` and `came` only above schools."""
_MOST_NAMES: Final = 20


def headline(rollup: Rollup) -> Iterator[str]:
    """The sentences above every format: how many schools, the rate, who does not keep to the standard, who sent nothing."""
    lang, unit, figures = rollup.lang, rollup.unit, rollup.unit.totals
    statuses = unit.statuses()
    schools = sum(statuses.values())
    yield say(lang, "rollup.first", unit=unit.name, schools=schools, came=schools - statuses["silent"], checked=figures.checked)
    yield say(
        lang,
        "rollup.rate",
        rate=percent(rate(figures.within, figures.checked)),
        most=percent(rate(figures.within + figures.undetermined, figures.checked)),
        within=figures.within,
        over=figures.over,
        undetermined=figures.undetermined,
    )
    yield say(
        lang,
        "rollup.schools",
        met=statuses["met"],
        not_met=statuses["not-met"],
        undetermined=statuses["undetermined"],
        silent=statuses["silent"],
    )
    if silent := silent_units(unit):
        yield say(lang, "rollup.silent", count=len(silent), names=names_of(silent, lang))
    if unlisted := [below.name for _, below in unit.below() if below.listed is False]:
        yield say(lang, "rollup.unlisted", count=len(unlisted), names=names_of(unlisted, lang))
    if incomplete := unit.all_incomplete():
        yield say(lang, "rollup.incomplete", count=incomplete)


def silent_units(unit: Unit) -> list[str]:
    """The names of those that sent nothing."""
    return [below.name for _, below in unit.below() if below.status == "silent"]


def names_of(names: list[str], lang: Lang) -> str:
    """Names, and how many more there are."""
    told = ("、" if lang == "zh" else ", ").join(names[:_MOST_NAMES])
    return told + (say(lang, "rollup.more", count=len(names) - _MOST_NAMES) if len(names) > _MOST_NAMES else "")


def notes(rollup: Rollup) -> Iterator[str]:
    """What the figures mean, and by what was judged."""
    lang = rollup.lang
    yield say(lang, "rollup.meaning")
    yield say(lang, "policy", name=rollup.policy.name, source=rollup.policy.source)
    if len(rollup.policy.fingerprints) > 1:
        yield say(lang, "rollup.settings", count=len(rollup.policy.fingerprints))


def unit_row(unit: Unit, lang: Lang) -> dict[str, Value]:
    """What is said of a unit: its counts, and shares in per cent."""
    statuses = unit.statuses()
    schools = sum(statuses.values())
    return {
        "unit": unit.name,
        "verdict": say(lang, f"unit.{unit.status}"),
        "schools": schools,
        "came": schools - statuses["silent"],
        **figures_row(unit.totals),
        "open": sum(unit.all_findings().values()),
    }


def figures_row(figures: Figures) -> dict[str, Value]:
    """Counts and shares."""
    return {
        "checked": figures.checked,
        "within": figures.within,
        "over": figures.over,
        "undetermined": figures.undetermined,
        "rate": rate(figures.within, figures.checked),
        "reported-rate": rate(figures.reported, figures.expected),
    }


def levels_of(rollup: Rollup) -> list[Level]:
    """The levels below the whole, the highest first."""
    found = {unit.level for _, unit in rollup.unit.below()}
    return [level for level in reversed(LEVELS) if level in found]


def half_months(unit: Unit) -> list[tuple[str, Figures]]:
    """The half-months of a unit («2026-09-01 – 2026-09-15») with its counts in each."""
    found: dict[str, Figures] = {}
    for cell in unit.all_cells():
        found.setdefault(f"{cell.first} – {cell.last}", Figures()).add(cell.figures)
    return sorted(found.items())


def grades(unit: Unit) -> list[tuple[int, Figures]]:
    """The grades of a unit with its counts in each."""
    found: dict[int, Figures] = {}
    for cell in unit.all_cells():
        found.setdefault(cell.grade, Figures()).add(cell.figures)
    return sorted(found.items())


def findings_rows(unit: Unit, lang: Lang) -> list[tuple[str, str, int]]:
    """The open findings of a unit by rule: the rule, what it is called, how many; the most frequent first."""
    return [(rule, rule_title(lang, rule), count) for rule, count in sorted(unit.all_findings().items(), key=lambda one: (-one[1], one[0]))]
