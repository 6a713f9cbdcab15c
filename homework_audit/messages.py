"""Turns findings, figures and faults into text, in Chinese or English: the one place where text is composed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from homework_audit.errors import HomeworkAuditError
from homework_audit.locale import Lang, text_of
from homework_audit.values.references import write_class

if TYPE_CHECKING:
    from homework_audit.models.report import Evidence, Finding, Location, Report

_ENGLISH_SUBJECTS = {
    "语文": "Chinese", "数学": "maths", "英语": "English", "科学": "science", "物理": "physics", "化学": "chemistry", "生物": "biology",
    "历史": "history", "地理": "geography", "道德与法治": "civics", "历史与社会": "social studies",
    "信息科技": "computing", "体育": "sport",
    "音乐": "music", "美术": "art", "劳动": "labour", "综合实践": "practice", "心理健康": "mental health",
    "民族语文": "ethnic language", "通用技术": "technology",
}  # fmt: skip
_FORMATS = {"xlsx": "xlsx", "xlsb": "xlsb", "ods": "ods", "xls": "xls", "text": "CSV"}


def say(lang: Lang, key: str, **params: object) -> str:
    """The text of a key with its figures filled in. Raises KeyError for a key that the catalogue does not have."""
    text = text_of(lang, key)
    if text is None:
        raise KeyError(key)
    return text.format_map({name: shown(value) for name, value in params.items()})


def finding_text(finding: Finding, lang: Lang) -> tuple[str, str]:
    """The message of a finding and what to do about it."""
    reason = str(finding.params.get("reason", ""))
    words = _WordsOfFinding(finding, lang)
    return _fill(lang, finding.rule, reason, "", words), _fill(lang, finding.rule, reason, ".hint", words)


def in_language(report: Report, lang: Lang) -> Report:
    """The report with the texts of its findings composed in that language."""
    findings, earlier = (tuple(in_words(finding, lang) for finding in found) for found in (report.findings, report.earlier))
    return report.model_copy(update={"lang": lang, "findings": findings, "earlier": earlier})


def in_words(finding: Finding, lang: Lang) -> Finding:
    """The finding with its message and what to do about it in that language."""
    message, hint = finding_text(finding, lang)
    return replace(finding, message=message, hint=hint)


def fault_text(fault: HomeworkAuditError, lang: Lang) -> tuple[str, str]:
    """The message of a fault of the run and what to do about it."""
    words = _Words({name: shown(value) for name, value in fault.params.items()})
    reason = str(fault.params.get("reason", ""))
    near = "near" if fault.params.get("near") else reason
    return _fill(lang, fault.kind, reason, "", words), _fill(lang, fault.kind, near, ".hint", words)


def class_name(grade: int | None, label: str | None, lang: Lang, school: str | None = None) -> str:
    """The name of a class for people: «三(2)班», «grade 3 class 2», with its school where there are several."""
    if grade is None:
        return ""
    if lang == "zh":
        name = write_class(grade, label)
    else:
        name = say(lang, "class.name" if label else "class.grade-wide", grade=grade, label=label or "")
    return f"{school} {name}" if school else name


def grade_name(grade: int, lang: Lang) -> str:
    """The name of a grade for people: «三年级», «grade 3»."""
    return write_class(grade, None).removesuffix("全年级") if lang == "zh" else say(lang, "class.grade", grade=grade)


def subject_name(subject: str, lang: Lang) -> str:
    """The name of a subject for people; a name we do not know stands as it is."""
    if not subject:
        return say(lang, "no-subject")
    return _ENGLISH_SUBJECTS.get(subject, subject) if lang == "en" else subject


def subjects_text(subjects: Mapping[str, float], lang: Lang) -> str:
    """«语文 30、数学 25», the largest first."""
    parts = [f"{subject_name(subject, lang)} {shown(minutes)}" for subject, minutes in subjects.items()]
    return ("、" if lang == "zh" else ", ").join(parts)


def cap_figures(cap: Mapping[str, Any], lang: Lang) -> list[str]:
    """Every figure that a cap states, a text each: «每天 60 分钟», «每周 120 分钟»."""
    names = ("minutes", "rest_day_minutes", "rest_period_minutes", "week_minutes", "subjects_per_day")
    texts = [say(lang, f"cap.{name}", figure=float(cap[name])) for name in names if cap.get(name) is not None]
    for name, figure in (cap.get("subject_minutes") or {}).items():
        texts.append(say(lang, "cap.subject", subject=subject_name(name, lang), figure=float(figure)))
    return texts


def waived_text(finding: Finding, lang: Lang) -> str:
    """Why a finding is accepted, by whom and until when; '' if it is not."""
    waived = finding.waived
    return say(lang, "waived", reason=waived.reason, owner=waived.owner, until=waived.until) if waived else ""


def place_text(place: Location | Evidence) -> str:
    """«file:sheet!cell», as far as it is known."""
    sheet = f":{place.sheet}" if place.sheet else ""
    cell = f"!{place.cell}" if place.cell else ""
    return f"{place.file}{sheet}{cell}"


def shown(value: object) -> str:
    """A figure for people: 30.0 is 30, 32.5 stays, dates are ISO."""
    if isinstance(value, float):
        return _figure(value)
    return value.isoformat() if isinstance(value, date) else str(value)


@lru_cache(maxsize=4096)
def _figure(value: float) -> str:
    return f"{round(value, 1):g}"


class _Words(dict[str, str]):
    """The words of one message; one that an older report does not have is left blank rather than failing."""

    def __missing__(self, key: str) -> str:
        return ""


class _WordsOfFinding(dict[str, str]):
    """The words of the message of one finding, each composed when the message asks for it: most ask for a few."""

    def __init__(self, finding: Finding, lang: Lang) -> None:
        super().__init__()
        self._finding, self._lang = finding, lang

    def __missing__(self, key: str) -> str:
        compose = _COMPOSED.get(key)
        word = self[key] = compose(self._finding, self._lang) if compose else _param(self._finding, key)
        return word


def _fill(lang: Lang, key: str, reason: str, suffix: str, words: Mapping[str, str]) -> str:
    text = text_of(lang, f"{key}[{reason}]{suffix}") or text_of(lang, f"{key}{suffix}") or ""
    return text.format_map(words)


def _param(finding: Finding, name: str) -> str:
    """A param as a word; '' for lists and tables, and for one that an older report does not have."""
    value = finding.params.get(name, "")
    return "" if isinstance(value, dict | list) else shown(value)


def _place(finding: Finding, number: int) -> str:
    """The first or the other place of a finding; where it has one alone, that is both."""
    places = finding.locations[: number + 1]
    return place_text(places[-1]) if places else ""


def _file(finding: Finding) -> str:
    file = finding.locations[0].file if finding.locations else ""
    return f"{file}/{finding.params['member']}" if "member" in finding.params else file


def _dates(finding: Finding, lang: Lang) -> str:
    return ("、" if lang == "zh" else ", ").join(_sequence(finding.params.get("days")))


_COMPOSED: Mapping[str, Callable[[Finding, Lang], str]] = {
    "on_sheet": lambda finding, _: _param(finding, "sheet"),
    "class": lambda finding, lang: class_name(finding.grade, finding.school_class, lang, finding.school),
    "date": lambda finding, _: shown(finding.day) if finding.day else "",
    "subject": lambda finding, lang: subject_name(finding.subject or "", lang),
    "give_way": lambda finding, lang: _subjects(finding.params.get("give_way"), lang),
    "subjects": lambda finding, lang: _subjects(finding.params.get("subjects"), lang),
    "dates": _dates,
    "place": lambda finding, _: _place(finding, 0),
    "other_place": lambda finding, _: _place(finding, 1),
    "file": lambda finding, _: _file(finding),
    "sheet": lambda finding, _: finding.locations[0].sheet if finding.locations else "",
    "text": lambda finding, _: finding.locations[0].text if finding.locations else "",
    "touches": lambda finding, _: str(finding.touches),
    "format": lambda finding, _: _FORMATS.get(str(finding.params.get("reason", "")), ""),
}
"""The words that are not params of a finding, or outdo these."""


def _subjects(value: Any, lang: Lang) -> str:
    """Subjects with their minutes, or their names alone."""
    if isinstance(value, Mapping):
        return subjects_text(value, lang)
    return ("、" if lang == "zh" else ", ").join(subject_name(name, lang) for name in _sequence(value))


def _sequence(value: Any) -> Sequence[str]:
    return [str(item) for item in value] if isinstance(value, list | tuple) else []
