"""Turns a verification into what a bureau reads."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Final

from homework_audit.bureau.document import Document, Table, Value, percent, shown_value
from homework_audit.bureau.statistics import CONFIDENCE, FEWEST, FEWEST_FOR_P90, SURE_OF_P90, Measured
from homework_audit.bureau.verifying import SCHEMA, By, Group, Ratio, Verification
from homework_audit.messages import class_name, grade_name, say, shown, subject_name
from homework_audit.renderers.figures import Figure

_MEASURED: Final = ("mean", "median", "p90", "within", "share", "low", "high")
_GROUP: Final = ("asked", "answered-n", "average", "median", "p90", "share", "interval", "verdict")
_HEADINGS: Final = ("by", "school", "grade", "class", "date", "asked", "answered", "n", *_MEASURED, "verdict")
_TONES: Final = {"met": "good", "not-met": "bad", "undetermined": "doubtful", "withheld": "quiet"}
_FIRST: Final[dict[By, tuple[str, ...]]] = {"school": ("school",), "grade": ("grade",), "class-day": ("school", "class", "date")}
_WIDE: Final = frozenset({"asked", "average"})


def verification_document(found: Verification) -> Document:
    """The verification, ready to be drawn."""
    lang, whole = found.lang, found.groups[0]
    return Document(
        title=say(lang, "verify.title"),
        period=found.period,
        policy=found.policy,
        lang=lang,
        tool=found.tool,
        lead=tuple(_lead(found)),
        figures=(_figures(found, whole),),
        tables=tuple(_tables(found)),
        notes=tuple(_notes(found)),
        lines=tuple(_line(found, group) for group in found.groups if group.by != "all"),
        records=(_HEADINGS, [_record(group) for group in found.groups]),
        json=found.model_dump_json(by_alias=True, indent=1).encode() + b"\n",
        tones={say(lang, f"verify.{word}"): tone for word, tone in _TONES.items()},
    )


def verification_schema() -> str:
    """The JSON Schema of a verification, generated from the model that writes it."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"homework-audit verification, schema {SCHEMA}"}
    return json.dumps({**Verification.model_json_schema(mode="serialization"), **schema}, ensure_ascii=False, indent=2) + "\n"


def _lead(found: Verification) -> Iterator[str]:
    lang, whole = found.lang, found.groups[0]
    classes = sum(group.by == "class-day" for group in found.groups)
    share = percent(whole.answered * 100 / whole.asked if whole.asked else None)
    yield say(lang, "verify.first", classes=classes, asked=whole.asked, answered=whole.answered, share=share)
    if whole.measured is None:
        yield say(lang, "verify.too-few", fewest=FEWEST)
        return
    yield say(lang, "verify.share", **_words(whole.measured), target=percent(found.target * 100), verdict=_verdict(found, whole))
    yield say(lang, "verify.minutes", **_words(whole.measured), p90=_p90(found, whole.measured))
    if whole.plausible:
        yield say(lang, "verify.plausible", **_words(whole.plausible), count=whole.measured.n - whole.plausible.n)
    if found.odd:
        yield say(lang, "verify.odd", count=len(found.odd))
    for ratio in found.ratios:
        if ratio.warns:
            yield say(lang, "verify.ratio", who=_whose(found, ratio), middle=f"{ratio.middle:.2f}", count=ratio.assignments)


def _words(measured: Measured) -> dict[str, object]:
    low, high = percent(measured.interval.low * 100), percent(measured.interval.high * 100)
    about = {"n": measured.n, "within": measured.within, "share": percent(measured.share * 100), "low": low, "high": high}
    return {**about, "mean": measured.mean, "median": float(measured.median)}


def _p90(found: Verification, measured: Measured) -> str:
    if measured.p90 is None:
        return "–"
    return say(found.lang, "verify.indicative", p90=float(measured.p90)) if measured.p90_is_indicative else shown(float(measured.p90))


def _verdict(found: Verification, group: Group) -> str:
    return say(found.lang, f"verify.{group.verdict or 'withheld'}")


def _whose(found: Verification, ratio: Ratio) -> str:
    name = subject_name(ratio.subject, found.lang)
    return " ".join(filter(None, (ratio.school, name, ratio.teacher)))


def _figures(found: Verification, whole: Group) -> tuple[Figure, ...]:
    lang, told = found.lang, whole.measured
    tone = {"met": "green", "not-met": "red", "undetermined": "amber"}.get(whole.verdict or "", "")
    return (
        Figure(say(lang, "column.verdict"), _verdict(found, whole), tone),
        Figure(say(lang, "column.share"), percent(told.share * 100) if told else "–"),
        Figure(say(lang, "column.median"), shown(float(told.median)) if told else "–"),
        Figure(say(lang, "column.answered-n"), whole.answered),
    )


def _tables(found: Verification) -> Iterator[Table]:
    lang = found.lang
    for by, first in _FIRST.items():
        rows = [(*_name(found, group), *_row(found, group)) for group in found.groups if group.by == by]
        yield Table(f"verify.{by}", say(lang, f"verify.by.{by}"), (*first, *_GROUP), rows, wide=_WIDE)
    rows = [
        (
            subject_name(one.subject, lang),
            one.school or "",
            one.teacher,
            one.assignments,
            *(round(x, 2) for x in (one.middle, one.least, one.most)),
        )
        for one in found.ratios
    ]
    columns = ("subject", "school", "teacher", "assignments", "ratio", "ratio-least", "ratio-most")
    yield Table("verify.ratios", say(lang, "verify.ratios"), columns, rows)
    yield Table(
        "verify.odd",
        say(lang, "verify.odd-answers"),
        ("why", "place"),
        [(say(lang, f"verify.odd.{one.why}"), one.place) for one in found.odd],
    )


def _name(found: Verification, group: Group) -> tuple[Value, ...]:
    if group.by == "school":
        return (group.school,)
    if group.by == "grade":
        return (group.grade,)
    return (group.school, class_name(group.grade, group.school_class, found.lang), str(group.day))


def _row(found: Verification, group: Group) -> tuple[Value, ...]:
    told = group.measured
    if told is None:
        return (group.asked, group.answered, None, None, None, None, "", _verdict(found, group))
    p90 = f"{shown(float(told.p90))}*" if told.p90_is_indicative and told.p90 is not None else told.p90
    interval = f"{100 * told.interval.low:.1f}–{100 * told.interval.high:.1f}%"
    figures = (round(told.mean, 1), told.median, p90, round(100 * told.share, 1), interval)
    return (group.asked, group.answered, *figures, _verdict(found, group))


def _record(group: Group) -> Sequence[Value]:
    about = (group.by, group.school, group.grade, group.school_class, str(group.day or ""), group.asked, group.answered)
    told = group.measured
    if told is None:
        return (*about, None, *[None] * len(_MEASURED), "")
    shares = (told.share, told.interval.low, told.interval.high)
    return (*about, told.n, round(told.mean, 2), told.median, told.p90, told.within, *(round(x, 4) for x in shares), group.verdict)


def _line(found: Verification, group: Group) -> str:
    name = " ".join(shown_value("unit", part) for part in _name(found, group))
    if group.by == "grade":
        name = grade_name(group.grade or 0, found.lang)
    if group.measured is None:
        return say(found.lang, "verify.line-withheld", unit=name, asked=group.asked, answered=group.answered)
    return say(
        found.lang, "verify.line", unit=name, verdict=_verdict(found, group), p90=_p90(found, group.measured), **_words(group.measured)
    )


def _notes(found: Verification) -> Iterator[str]:
    yield say(
        found.lang,
        "verify.meaning",
        fewest=FEWEST,
        few=FEWEST_FOR_P90,
        sure=SURE_OF_P90,
        confidence=percent(CONFIDENCE * 100),
        target=percent(found.target * 100),
    )
    yield say(found.lang, "verify.ratio-meaning")
