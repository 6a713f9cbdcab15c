"""Turns one heading or stub of a matrix into what it says: «语文用时» → subject and minutes, «周一 10.19» → a date."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from functools import lru_cache, reduce
from typing import NamedTuple

from homework_audit.layouts.headings import LONGEST_HEADING, Extra, heading, is_judgement, unit_of
from homework_audit.layouts.rows import is_average, is_total
from homework_audit.values import labels
from homework_audit.values.classes import read_classes
from homework_audit.values.dates import read_date, read_day, read_weekday
from homework_audit.values.expressions import expression
from homework_audit.values.heading_words import ADJUSTED, RUNNING
from homework_audit.values.minutes import read_minutes
from homework_audit.values.numerals import CHARACTERS
from homework_audit.values.subjects import NAMES, subject
from homework_audit.values.text import Cell, compact, plain, shown


class Facets(NamedTuple):
    """What a heading says of everything below it (or beside it); '' where it is silent.

    `date`, `weekday` and `classes` hold the text or date that says so, to be read with the context of its table;
    `number` tells «必做1» from «必做2»;
    `time` is a heading such as «10分钟» under which a tick stands; `total` a sum (or an average, which proves nothing).
    """

    field: str = ""
    unit: str = ""
    subject: str = ""
    classes: Cell = ""
    date: Cell = ""
    weekday: Cell = ""
    kind: str = ""
    place: str = ""
    layer: str = ""
    optional: bool | None = None
    number: str = ""
    time: str = ""
    total: str = ""

    @property
    def coordinates(self) -> tuple[object, ...]:
        """What tells one column of homework from another."""
        return (
            self.subject,
            self.classes,
            self.date,
            self.weekday,
            self.kind,
            self.place,
            self.layer,
            self.optional,
            self.number,
            self.time,
        )

    @property
    def dimensions(self) -> frozenset[str]:
        """The names of what it places: subject, class, day, trait."""
        named = {"subject": self.subject, "class": self.classes, "day": self.date or self.weekday}
        trait = self.kind or self.place or self.layer or self.optional is not None
        return frozenset(name for name, said in named.items() if said) | ({"trait"} if trait else frozenset())


NOTHING_SAID = Facets()
ROW_FIELDS = frozenset(
    {"date", "weekday", "month", "week", "due", "grade", "class", "school", "subject", "kind", "place", "layer", "status"}
)
"""Fields whose column says something of the whole row."""
TRAITS = frozenset({"kind", "place", "layer", "requirement"})
"""Fields that say something of the homework beside them, where homework has such a field of its own."""

_BRACKET = expression(r"[(\[【]([^()\[\]【】]*)[)\]】]")
_CLASS = expression(
    r"班|^\(\d{1,2}\)$|^[一二三四五六七八九][.·]\d{1,2}$|^[1-9][.·-]?(?:0[1-9]|[12]\d)$|^[一二三四五六七八九](?:\d{1,2}|\(\d{1,2}\))$"
    r"|级$|^[1-9]\(\d{1,2}\)$|^g\d|^grade|^class"
)
_OTHER_SCRIPTS = expression(r"[\u0f00-\u0fff\u0600-\u06ff\u1800-\u18af]+")
"""Tibetan, Uyghur and Mongolian beside the Chinese of bilingual headings."""
_PICTURES = expression(r"^[\u2190-\u245f\u2500-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff\ufe0f\s]+(?=\w)")
_OF_SOME = expression(
    r"[(（][^()（）]*(?:选[做作]|拓展|弹性)[^()（）]*(?:注明|标|表示|除外|不计|另写|自愿)[^()（）]*[)）]"
    r"|[(（](?:含|包括|有)[^()（）]{0,2}(?:选[做作]|拓展|弹性)[^()（）]*[)）]"
)
"""«语文（选做请注明）» and «语文（含拓展）» head homework of which some may be optional."""
_WHETHER = expression(r"^(?:是否有|有无|是否布置)")
_OTHER_SUBJECTS = expression(r"其[他它余](?:学科|科目?|各科|课程)(?:合计|共计|总计)?|副科|小学?科")
_SUPERSEDED = expression(r"原[定报]|原计划|(?:调整|修改|协调|审[核定]|核定)前|会前")
_ADJUSTED = expression(rf"{ADJUSTED}(?:的?(?:时长|用时|时间|分钟))?(?:[(（].*[)）])?")
"""«原定（作废） | 调整后（执行）»."""
_LEFT_OUT = expression(r"[(\[【](?:不计|不算)(?:入|算|在)?(?:书面|总量|作业|在内)*[)\]】]$")
"""«就寝前阅读（不计书面）»."""
_DOING = expression(r"[读写说做听动练算背唱画]一[读写说做听动练算背唱画][(\[【](.{2,8})[)\]】]")
"""«写一写（书面）», as first-graders are told."""
_NAMED_CHOICE = expression(r"[^\W\d]{0,3}(?:餐|营|园|站|区|台|角|坊|浪|超市|天地|乐园|附加题?|加餐)[(\[【](.{2,4})[)\]】]")
"""«自助餐（选做）»: a name of somebody's own for homework that is optional."""
_NUMBERED = expression(r"^\s*(?:\d{1,2}\s*[、.)．]|其中[:：,，]?)\s*(?!\d)")
_MOMENT = expression(r"(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\d{1,2}:\d{2}")
"""The moment at which a message was sent heads nothing."""
_WEEKDAY_AND_DATE = expression(r"((?:星期|周|礼拜)[一二三四五六日天])[(\[]?((?:1[0-2]|0?[1-9])-(?:[12]\d|3[01]|0[1-9]))[)\]]?")
"""«周一（9-14）» is a day, and no classes 9 to 14."""
_SESSION = expression(
    r"第?[一二三四五六1-9](?:节|时段)(?:晚自习|课|自习)?|晚自习[一二三123]?|晚[一二三四1-4]"
    r"|上午|下午|晚上|晚间|午间|早读|课后|放学后"
)
_CLOCK_SPAN = expression(r"\(?\d{1,2}[:：]\d{2}\s*[-~—–至到]+\s*\d{1,2}[:：]\d{2}\)?")
_BILINGUAL = expression(
    r"[A-Za-z][A-Za-z0-9 .&'-]{2,}[\s/]+([\u4e00-\u9fff].*)|([\u4e00-\u9fff]+)[\s/]+[A-Za-z][A-Za-z .&'-]{2,}", re.DOTALL
)
"""«Written total 书面合计»: the Chinese half says it all."""
_TWO_LINES = expression(r"[A-Za-z][ -~]+\n([\u4e00-\u9fff].*)", re.DOTALL)
"""«Reading aloud (oral)» and its Chinese below it."""
_COUNTED_OF = expression(r"\d{3,}/\d{1,4}|\d{1,4}/\d{3,}")
"""«116/120» handed it in."""
_PARTS_OF_ALL = expression(r"[两三几各]部分")
_EVERY_CLASS = expression(r"[各每]个?班级?|全年级")
_GROUP_OF_CLASSES = expression(r"^\s*[A-Da-d甲乙丙一二三四]组\s*[(（]([^()（）]*班)[)）]\s*$")
"""«A组（1、3班）»."""
_MONTH = expression(r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月")
_LISTED = expression(r"(.{2,8}作业):[^\d]+")
"""«非书面作业：诵读、艺术、锻炼» names what it holds."""
_ROW_OF_QUESTION = expression(r"\d{1,2}[、.．](.{5,120}?)—+([^—]{1,8})")
"""«5、当天各科必做书面作业预计用时（…）—语文»: a question of an online form that asks it for each subject."""
_STEP = expression(r"\s*(?:→|->|⟶|＞|>{1,2})\s*")
"""Between a question and what it asks for: «各科用时 → 语文»."""
_CIRCLED = expression(r"\s*[①-⑳]\s*")
"""A number among homeworks, and none of a class."""
_COUNTED = expression(r"([^\d\s]{2,6})([1-9①-⑨])")
_NUMBERED_COLUMN = expression(r"(\D{2,8}?)(?:\(?([1-9])\)?|([一二三四五六]))")
"""«作业1» and «时长1» beside «作业2» and «时长2»."""
_FILLER = expression(r"(?:作业)?(?:情况|登记|安排|布置|另加|加做|增加|单独布置|另布置)?")
_UNIT = expression(r"(?:单位:?)?(?:分钟?|小时|min(?:ute)?s?|h)")
_PEN = ("动笔", "书面", "要写")
_SHORTEST_PREFIX = 2
_MAY_PLACE = expression(rf"[\W_]*[a-z\d(\[【{CHARACTERS}{''.join(sorted({name[0] for name in NAMES}))}其上下小周星礼日初高预第全各所每班]")
"""How a subject, a day or a class may begin: what begins otherwise names none before something else."""


@lru_cache(maxsize=16384, typed=True)
def facets(value: Cell, extra: Extra = ()) -> Facets | None:
    """What the text says, or None if it is no heading of a matrix. `extra` are heading words of the configuration."""
    if isinstance(value, date | datetime):
        return Facets(date=value) if read_date(value) else None
    if isinstance(value, float) and not isinstance(value, bool):
        return Facets(date=value) if read_date(value) else None
    if isinstance(value, str) and (parted := _of_parts(value, extra)):
        return parted
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST_HEADING:
        return None
    value = _GROUP_OF_CLASSES.sub(r"\1", _OF_SOME.sub("", value))
    value = _WHETHER.sub("", _NUMBERED.sub("", _OTHER_SCRIPTS.sub("", _PICTURES.sub("", value))).strip())
    text = compact(value)
    if not text or _MOMENT.match(text) or _COUNTED_OF.fullmatch(text):
        return None
    day = _WEEKDAY_AND_DATE.fullmatch(text)
    if day and read_date(f"{day[2]}({day[1]})"):
        return Facets(date=f"{day[2]}({day[1]})")
    if _SESSION.fullmatch(_BRACKET.sub("", _CLOCK_SPAN.sub("", text))):
        return Facets(field="session", place=" ".join(map(labels.place, _BRACKET.findall(text))).strip())
    if is_judgement(text) or _SUPERSEDED.match(text):
        return Facets(field="other")
    if _ADJUSTED.fullmatch(text):
        return Facets(field="minutes", unit=unit_of(text))
    listed = _LISTED.fullmatch(text)
    if listed and (about := heading(listed[1])) and about.field == "content" and about.kind:
        return _headed(about.field, unit_of(text), listed[1])
    bilingual = _BILINGUAL.fullmatch(value)
    half = facets(bilingual[1] or bilingual[2], extra) if bilingual else None
    return half or _whole(value, text, extra) or _split(value, text, extra)


def _of_parts(value: str, extra: Extra) -> Facets | None:
    """What a heading says that holds two languages, a question and its subject, or steps; None for any other."""
    steps = _STEP.split(value.strip())
    if len(steps) > 1:
        return _of_steps(steps, extra)
    two = _TWO_LINES.fullmatch(value)
    half = facets(two[1], extra) if two else None
    asked = _ROW_OF_QUESTION.fullmatch(value) if half is None and "—" in value else None
    if asked and _names_subject(asked[2]):
        half = facets(f"{asked[2]} {_BRACKET.sub('', plain(asked[1]))}", extra)
        return half and half._replace(unit=half.unit or unit_of(compact(asked[1])))
    return half


def _of_steps(steps: Sequence[str], extra: Extra) -> Facets | None:
    """What «各科作业时长 → 语文 → 书面·回家（分钟）» says, a question of a form that asks the same of several subjects."""
    told = [facets(step, extra) or (Facets(subject=step) if 0 < place < len(steps) - 1 else None) for place, step in enumerate(steps)]
    if any(about is None for about in told):
        return None
    return reduce(joined, [about for about in told if about])


def facets_of_row(row: Sequence[Cell], extra: Extra = ()) -> dict[int, Facets]:
    """What the texts of a row say, by column; «动笔» beside «不动笔» heads no column of kinds, but one to be ticked."""
    said = {column: about for column, value in enumerate(row) if value != "" and (about := facets(value, extra))}
    if any(about.kind and not about.field for about in said.values()):
        marks = [column for column, about in said.items() if about.field == "kind" and compact(shown(row[column])) in _PEN]
        said |= {column: Facets(kind="written") for column in marks}
    return said


def _names_subject(text: str) -> bool:
    return subject(text) is not None or _OTHER_SUBJECTS.fullmatch(compact(text)) is not None


def _whole(value: str, text: str, extra: Extra) -> Facets | None:
    """A text that is one thing: a sum, a date, a subject, a class, a time, a mark or a heading of a list."""
    if is_total(text) or is_average(text):
        said = labels.label(labels.without_exceptions(_PARTS_OF_ALL.sub("", text))) or labels.Label()
        return _of_label(said)._replace(subject="", total="average" if is_average(text) or text in RUNNING else "sum", unit=unit_of(text))
    stated = _coordinate(value, text)
    if stated:
        return stated._replace(unit=unit_of(text))
    counted = _COUNTED.fullmatch(text)
    if counted and labels.is_mark(counted[1]):
        return _of_label(labels.label(counted[1]) or labels.Label())._replace(subject="", number=counted[2])
    numbered = _NUMBERED_COLUMN.fullmatch(text)
    first = heading(numbered[1], extra) if numbered else None
    if numbered and first and first.field in ("content", "minutes"):
        return _headed(first.field, first.unit, numbered[1])._replace(number=(numbered[2] or numbered[3]))
    about = heading(value, extra)
    if about and about.field in ("content", "minutes", "time"):
        return _prefixed(value, text, extra) or _headed(about.field, about.unit, text)
    inside = _BRACKET.search(text) if about and about.field == "requirement" else None
    if inside and _CLASS.search(inside[1]) and read_classes(inside[1], 1):
        return Facets(classes=inside[1], optional=labels.optional(text))  # «全级统一必做（1～4班）»
    if about:
        return Facets(field=about.field)
    bare = _BRACKET.sub("", text)
    if labels.is_mark(text) or (bare and labels.is_mark(bare)):
        unit = unit_of(text)
        return _of_label(labels.label(text) or labels.Label())._replace(unit=unit, subject="", field="minutes" if unit else "")
    doing = _DOING.fullmatch(text)
    if doing and labels.is_mark(doing[1]):
        return _of_label(labels.label(doing[1]) or labels.Label())
    if "等非书面" in text or "等不动笔" in text:
        return Facets(kind="practical", field="minutes" if unit_of(text) else "", unit=unit_of(text))
    if _LEFT_OUT.search(text) and (name := labels.kind(_LEFT_OUT.sub("", text)) or "practical") != "written":
        return Facets(kind=name)
    explained = _NAMED_CHOICE.fullmatch(text)
    return Facets(optional=True) if explained and labels.optional(explained[1]) and labels.is_mark(explained[1]) else None


def _coordinate(value: str, text: str) -> Facets | None:
    """A subject, a class, a day or a time, and nothing else."""
    if read_date(value) or read_day(value) or _MONTH.fullmatch(text):
        return Facets(date=value)
    if read_weekday(value):
        return Facets(weekday=value)
    if _OTHER_SUBJECTS.fullmatch(_BRACKET.sub("", text)):
        return Facets(subject=value)
    named = subject(value)
    if named:
        inside = " ".join(_BRACKET.findall(text))
        return _of_label(labels.label(inside) or labels.Label())._replace(subject=named) if inside else Facets(subject=named)
    if _CLASS.search(text) and read_classes(value) and not _CIRCLED.fullmatch(str(value)):
        return Facets(classes=value)
    if text in ("无", "没有", "0分钟", "无作业", "没有作业"):
        return Facets(time=value)
    if re.search(r"\d|半|刻", text) and not read_minutes(value).parts and read_minutes(value).low is not None and not text.isdigit():
        return Facets(time=value)
    return None


def _headed(field: str, unit: str, text: str) -> Facets:
    text = labels.without_exceptions(text)
    said = labels.Label(labels.kind(text), labels.place(text), labels.layer(text), labels.optional(text))
    return _of_label(said)._replace(field="minutes" if field == "time" else field, unit=unit)


def _of_label(said: labels.Label) -> Facets:
    return Facets(subject=said.subject, kind=said.kind, place=said.place, layer=said.layer, optional=said.optional)


def _prefixed(value: str, text: str, extra: Extra) -> Facets | None:
    """«语文用时», «周一作业内容», «1班时长»: a coordinate before the heading of a list."""
    return _split(value, text, extra)


def _split(value: str, text: str, extra: Extra) -> Facets | None:
    """A text that is two things in one: a coordinate and what follows it, with a bracket or without."""
    shown = plain(value)
    bracket = _BRACKET.search(shown)
    if bracket and not bracket[1].isdigit():
        outer = facets(_BRACKET.sub("", shown, count=1).strip(), extra)
        if outer:
            inner = facets(bracket[1], extra) if not _UNIT.fullmatch(bracket[1].strip().lower()) else NOTHING_SAID
            if inner and inner.field == "requirement":
                inner = Facets(optional=labels.optional(bracket[1]))  # «基础性作业（必做）»
            if inner and inner.field in ROW_FIELDS and outer.field:
                inner = inner._replace(field="")  # «作业内容（年级统一）»
            if inner and inner.kind == "practical" and outer.kind not in ("", "written"):
                inner = inner._replace(kind="")  # «听说作业（不动笔）» is oral
            return joined(outer, inner or Facets(place=labels.place(labels.without_exceptions(bracket[1]))))._replace(
                unit=outer.unit or unit_of(text)
            )
    first_word, _, last_word = shown.rpartition(" ")
    placed = _coordinate(last_word, compact(last_word)) if first_word else None
    if placed and not placed.time and not _coordinate(first_word, compact(first_word)):
        outer = facets(first_word, extra)  # «用时 七(1)班»
        if outer and outer.field in ("content", "minutes"):
            return joined(outer, placed)
    longest = len(shown) - 1 if _MAY_PLACE.match(text) else 0
    for at in range(longest, _SHORTEST_PREFIX - 1, -1):
        first = _coordinate(shown[:at].strip(" -_:/"), compact(shown[:at]))
        rest = shown[at:].strip(" -_:/\n")
        if not first or first.time or not rest:
            continue
        if _FILLER.fullmatch(compact(rest)):
            return first
        second = facets(rest, extra)
        if second and not second.total and second.field not in ROW_FIELDS:
            return joined(first, second)
    return None


def joined(outer: Facets, inner: Facets) -> Facets:
    """What two headings, the upper and the lower one, say together: the nearer to the cell wins."""
    said = {name: value for name, value in inner._asdict().items() if value not in ("", None)}
    if inner.field == "session":
        said.pop("field")
    if outer.field in ROW_FIELDS and inner.dimensions and not inner.field:
        said["field"] = ""  # «作业形式» over «书面» and «口头», to be ticked
    if outer.field == "place" and inner.field == "school":
        said = {"place": "school", "field": ""}  # «完成地点» over «学校» and «家里»
    if inner.date and isinstance(outer.date, str) and _MONTH.fullmatch(compact(outer.date)) and isinstance(inner.date, str):
        said["date"] = inner.date if "月" in inner.date else f"{compact(outer.date)}{inner.date}"  # «9月» over «14日(周一)»
    if outer.classes and isinstance(inner.classes, str) and inner.classes and not any(ref.grade for ref in read_classes(inner.classes)):
        said["classes"] = (
            inner.classes if _EVERY_CLASS.fullmatch(str(outer.classes)) else f"{outer.classes}{inner.classes}"
        )  # «三年级» over «1班»
    return outer._replace(**said)
