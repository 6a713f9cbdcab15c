"""Turns what a report states in words of the program into words for people, in the language of the report."""

from __future__ import annotations

from collections.abc import Iterable

from homework_audit.locale import Lang
from homework_audit.messages import class_name, say, shown
from homework_audit.models.report import ClassDay, Finding, Report


def word(lang: Lang, key: str, otherwise: str) -> str:
    """The text of a key, or else a word as a report of another version states it."""
    try:
        return say(lang, key)
    except KeyError:
        return otherwise


def rule_title(lang: Lang, rule: str) -> str:
    """What a rule is called by people."""
    return word(lang, f"rule.{rule}", rule)


def is_load(finding: Finding) -> bool:
    """Whether a finding is about too much homework, in figures; advice is not."""
    return finding.measured is not None and finding.severity != "info"


def class_of(of: ClassDay | Finding, lang: Lang) -> str:
    """The name of the class without its school, which has a column of its own."""
    return class_name(of.grade, of.school_class, lang)


def minutes_of(minutes: float | None, limit: float | None, lang: Lang) -> float | str | None:
    """The minutes of something that is over; in words where it is over because written work was set and nobody said how long it takes."""
    return say(lang, "minutes-unknown") if minutes == 0 and limit == 0 else minutes


def state_of(findings: Iterable[Finding], lang: Lang) -> str:
    """What became of findings since earlier runs, each state once; '' where no history is kept."""
    return "\n".join(dict.fromkeys(say(lang, f"state.{finding.state}") for finding in findings if finding.state))


def advice_of(finding: Finding, lang: Lang) -> str:
    """What to do about a finding; of one that this run does not have, only that it has to be looked into, or nothing."""
    if finding.state == "resolved":
        return ""
    return say(lang, f"state.{finding.state}.hint") if finding.state in ("withdrawn", "not-judged") else finding.hint


def since_of(finding: Finding) -> str:
    """The day on which a finding was opened; '' where no history is kept."""
    return shown(finding.since) if finding.since else ""


def filters_text(report: Report) -> str:
    """What the class-days of the report were chosen by; '' for all of them."""
    lang = report.lang
    separator = "、" if lang == "zh" else ", "
    parts = []
    for name, value in report.filters.items():
        stated = separator.join(str(item) for item in value) if isinstance(value, list | tuple) else str(value)
        parts.append(say(lang, f"filter.{name}", value=stated))
    return say(lang, "filtered", filters="；".join(parts) if lang == "zh" else "; ".join(parts)) if parts else ""
