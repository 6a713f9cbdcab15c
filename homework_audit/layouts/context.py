"""Turns the words around a table (title, sheet, file and folder names) into what they say of class, date, year, subject."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from homework_audit.models.reading import ContextFact, Scope
from homework_audit.values import vocabulary as words
from homework_audit.values.classes import classes_set_for, read_classes
from homework_audit.values.dates import YearHint, dates_within, is_page, month_within, period_within, read_weekday, year_hint
from homework_audit.values.expressions import expression
from homework_audit.values.labels import Label, is_mark, kind_of_title, label, place, without_tasks
from homework_audit.values.numerals import CHARACTERS, number
from homework_audit.values.references import ClassRef, DateRef, write_class, write_date
from homework_audit.values.subjects import subject_within
from homework_audit.values.text import Cell, compact

_PARTS = expression(r"[—–\-_\s()（）【】\[\]:：·]+")
_WEEK = expression(rf"第(\d{{1,2}}|[{CHARACTERS}]{{1,3}})(?:教学)?周")
_BARE_CLASS = expression(r"[1-9](?:0[1-9]|[1-3]\d)|(?:[一二三四五六七八九]|[初高][一二三])[-.]?(?:0?[1-9]|[1-3]\d)")
_WHEN = expression(r"时间|日期|用时|时长")
_OF_A_NAME = expression(r"school|home", re.IGNORECASE)
"""«Harbour Bilingual School» says of no homework where it is done."""
_OF_A_DAY = expression(r"(?:的?(?:家庭|书面)?作业|公示|登记|统计|清单|记录|安排|布置|表|单)+$")
_WEEK_LONG = 6
"""Days from the first to the last of a week."""
_DAILY = expression("|".join(words.DAILY))
_SET_ON = expression(r"布置(?:日期|时间)\s*[:：]\s*(.+)")
_OF_FILLING_IN = expression(r"(?:填表|填报|填写|登记)(?=日期|时间)")


@dataclass(frozen=True)
class Context:
    """What is known of a table before its rows are read; each fact comes from the nearest words that say it."""

    classes: tuple[ClassRef, ...] = ()
    date: DateRef | None = None
    period: tuple[DateRef, DateRef] | None = None
    year: YearHint | None = None
    subject: str = ""
    kind: str = ""
    place: str = ""
    optional: bool | None = None
    month: tuple[int | None, int] | None = None
    week_one: dt.date | None = None
    """The Monday of the term's first week, where somebody said it."""

    @property
    def grade(self) -> int | None:
        """The one grade that the words name, None if none or several."""
        grades = {ref.grade for ref in self.classes}
        return grades.pop() if len(grades) == 1 else None

    @property
    def scope(self) -> Scope:
        """Where something in this table may belong when it cannot be placed itself."""
        first, last = self.period or (self.date, self.date)
        return Scope(None, self.classes, self.dated(first), self.dated(last), self.subject)

    def of_kind(self, other: Context) -> Context:
        """The same with what another says of kind, place and choice."""
        return replace(self, kind=other.kind, place=other.place, optional=other.optional)

    def on_day(self, day: int, weekday: int | None) -> DateRef | None:
        """That day of the month, or of the period, that the words around the table name; None where they name none."""
        if self.period:
            first, last = self.period
            for end in (first, last):
                date = end._replace(day=day, weekday=weekday)
                if (first.month, first.day) <= (date.month, date.day) <= (last.month, last.day):
                    return date
        month = self.month or ((self.date.year, self.date.month) if self.date else None)
        return self.dated(DateRef(month[0], month[1], day, weekday)) if month else None

    def week(self, text: Cell) -> tuple[DateRef, DateRef] | None:
        """Monday to Sunday of the «第3周» that a text names, where the first week of the term is known and nothing speaks against it."""
        named = _WEEK.search(compact(text)) if self.week_one and isinstance(text, str) else None
        count = number(named[1]) if named else None
        if not self.week_one or not count:
            return None
        monday = self.week_one + dt.timedelta(days=7 * (count - 1))
        if self.year and self.year.year_of(monday.month) != monday.year:
            return None  # the words around the table speak of another year than that of the term
        sunday = monday + dt.timedelta(days=6)
        return DateRef(monday.year, monday.month, monday.day), DateRef(sunday.year, sunday.month, sunday.day)

    def dated(self, date: DateRef | None) -> DateRef | None:
        """The date with the year that the context gives, where it states none itself."""
        if date is None or date.year is not None or self.year is None:
            return date
        return date._replace(year=self.year.year_of(date.month))


def context_of(titles: Sequence[str], names: Sequence[str], week_one: dt.date | None = None) -> Context:
    """The context of a table: `titles` are the texts above it, the nearest last; `names` those of sheet, file and folders.

    `week_one` is the Monday from which «第3周» is counted.
    """
    titles = tuple(map(without_tasks, titles))
    words = [text for text in (*reversed(titles), *names) if text]
    said = _marked(words)
    week_one = week_one or week_one_told(words)
    context = Context(
        classes=_classes(words),
        date=next((date for text in words if (date := _single_date(text))), None) or _day_of_filling_in(titles),
        period=next((period for text in words if (period := period_within(text))), None),
        year=next((hint for text in words if (hint := year_hint(text))), None),
        subject=next((found for text in words if (found := subject_within(text))), ""),
        kind=next((found for text in titles if (found := kind_of_title(text))), "") or said.kind,
        place=said.place,
        optional=said.optional,
        month=next((month for text in words if (month := month_within(text))), None),
        week_one=week_one,
    )
    period = _dated(context)
    if period is None and context.date is None:
        weeks = (_week_around(map(context.dated, dates_within(text))) or context.week(text) for text in words)
        period = next(filter(None, weeks), None)
    if period and context.date is None and names:
        context = replace(context, date=_day_of_week(names[0], period))
    return replace(context, date=context.dated(context.date), period=period)


def explain_context(titles: Sequence[str], names: Sequence[str]) -> tuple[ContextFact, ...]:
    """Which of the words around a table says what of it: the same words, in the same order, as `context_of` reads them."""
    words = [text for text in (*reversed(titles), *names) if text]
    whole = context_of(titles, names)
    facts: list[ContextFact] = []
    known: tuple[tuple[str, object, Callable[[Context], object]], ...] = (
        ("class", tuple(ref.label for ref in whole.classes), lambda said: tuple(ref.label for ref in said.classes)),
        ("grade", whole.grade, lambda said: said.grade),
        ("date", whole.date and whole.date[1:3], lambda said: said.date and said.date[1:3]),
        ("period", whole.period and whole.period[0][1:3], lambda said: said.period and said.period[0][1:3]),
        ("year", whole.year, lambda said: said.year),
        ("month", whole.month, lambda said: said.month),
        ("subject", whole.subject, lambda said: said.subject),
        ("kind", whole.kind, lambda said: said.kind),
    )
    for name, told, of in known:
        source = next((text for text in words if of(context_of((text,), ())) == told), "") if told else ""
        if source and not (name == "class" and told == (None,)):
            facts.append(ContextFact(name, _shown(name, whole), source))
    return tuple(facts)


def _shown(name: str, whole: Context) -> str:
    """A fact of the context as a person would write it."""
    first, last = whole.period or (None, None)
    said = {
        "class": "、".join(dict.fromkeys(write_class(ref.grade, ref.label) if ref.grade else f"{ref.label}班" for ref in whole.classes)),
        "grade": str(whole.grade or ""),
        "date": write_date(whole.date),
        "period": f"{write_date(first)}—{write_date(last)}",
        "year": str(whole.year.year) if whole.year else "",
        "month": str(whole.month[1]) if whole.month else "",
        "subject": whole.subject,
        "kind": whole.kind,
    }
    return said[name]


def _day_of_filling_in(titles: Sequence[str]) -> DateRef | None:
    """The day on which a form for one day was filled in, where the form states no other."""
    if not any(_DAILY.search(text) for text in titles) or any(period_within(text) for text in titles):
        return None
    found = [date for text in titles for date in dates_within(_OF_FILLING_IN.sub("", text))]
    return found[0] if len({date[:3] for date in found}) == 1 else None


def _day_of_week(name: str, period: tuple[DateRef, DateRef]) -> DateRef | None:
    """The day of a week that the name of a sheet says: «周三» under «10月26日—10月30日»."""
    weekday = read_weekday(_OF_A_DAY.sub("", name))
    first, last = (end.on(end.year) if end.year else None for end in period)
    if not weekday or not first or not last or (last - first).days > _WEEK_LONG:
        return None
    day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7)
    return DateRef(day.year, day.month, day.day) if day <= last else None


def _dated(context: Context) -> tuple[DateRef, DateRef] | None:
    if context.period is None:
        return None
    first, last = (context.dated(end) or end for end in context.period)
    return first, last


def _week_around(dates: Iterable[DateRef | None]) -> tuple[DateRef, DateRef] | None:
    """Monday to Sunday of the week in which all of several dates lie: «周一为2026年10月12日，周四为10月15日»."""
    days = {date.on(date.year) if date and date.year else None for date in dates}
    first = min(filter(None, days), default=None)
    if first is None or None in days or len(days) == 1:
        return None
    monday = first - dt.timedelta(days=first.weekday())
    sunday = monday + dt.timedelta(days=6)
    if any(day and day > sunday for day in days):
        return None
    return DateRef(monday.year, monday.month, monday.day), DateRef(sunday.year, sunday.month, sunday.day)


def week_one_told(words: Sequence[str]) -> dt.date | None:
    """The Monday of the first week, where words date weeks of the term («第3周 9月14日—9月18日»); None where they disagree."""
    if not any("周" in text for text in words):
        return None
    year = next((hint for text in words if (hint := year_hint(text))), None)
    told: set[dt.date] = set()
    for text in words:
        parts = _WEEK.split(compact(text))
        for count, behind in zip(map(number, parts[1::2]), parts[2::2], strict=True):
            told_of = re.split(r"[;；,，]", behind)[0]
            dates = period_within(told_of) or dates_within(told_of)
            known = dates[0].year or (year and year.year_of(dates[0].month)) if len(dates) == 2 else None
            day = dates[0].on(known) if known else None
            if day and count:
                told.add(day - dt.timedelta(days=day.weekday() + 7 * (count - 1)))
    return told.pop() if len(told) == 1 else None


def _single_date(text: str) -> DateRef | None:
    told = _SET_ON.search(text)
    if told and (set_on := dates_within(told[1])):
        return set_on[0]  # «布置日期：10月16日　交作业时间：10月19日»
    dates = () if is_page(text) else dates_within(text)
    return dates[0] if len(dates) == 1 and not period_within(text) else None


def _classes(words: Sequence[str]) -> tuple[ClassRef, ...]:
    """The nearest classes with labels, with the grade that the nearest other words give; else the nearest grades."""
    named = [refs for text in words if (refs := classes_set_for(text) or _bare_class(text))]
    labelled = next((refs for refs in named if any(ref.label for ref in refs)), None)
    grades = next((refs for refs in named if all(ref.grade for ref in refs)), ())
    if labelled is None:
        return grades
    grade = grades[0].grade if len({ref.grade for ref in grades}) == 1 else None
    return tuple(ref._replace(grade=ref.grade or grade) for ref in labelled)


def _marked(words: Sequence[str]) -> Label:
    """The nearest words that are nothing but a kind, a place or a choice: a sheet «校内完成», a title «作业登记——家庭口头».

    Words that name one kind beside another head columns, and speak for none of them.
    """
    for text in words:
        parts = (part for part in _PARTS.split(text) if len(part) > 1 and not _WHEN.search(part) and not _is_of_a_name(part, text))
        told = [said for part in parts if is_mark(part) and (said := label(part)) and (said.kind or said.place)]
        if told and len({said.kind for said in told}) == 1:
            return told[0] if place(text) in ("", told[0].place) else told[0]._replace(place=place(text))
    return Label()


def _is_of_a_name(part: str, text: str) -> bool:
    """Whether an English word is no mark but part of a name: «Homework exercise record», «Harbour Bilingual School»."""
    return part.isascii() and (part.lower() != text.strip().lower() or _OF_A_NAME.fullmatch(part) is not None)


def _bare_class(text: str) -> tuple[ClassRef, ...]:
    """A sheet or a file called 401, «六1» or «初二3» is of that class; a year or a date is longer or shorter."""
    return read_classes(text) if _BARE_CLASS.fullmatch(text.strip()) else ()
