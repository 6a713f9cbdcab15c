"""Turns a cell or a title into school classes: 三年级2班, 三(2)班, 602班, 初一(3)班, 3.2班, 1-3班, 全年级, 三至六年级."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from homework_audit.values.expressions import expression
from homework_audit.values.numerals import CHARACTERS, number
from homework_audit.values.references import ClassRef
from homework_audit.values.subjects import ANY
from homework_audit.values.text import LONGEST_VALUE, Cell, compact, plain
from homework_audit.values.vocabulary import SURNAMES

MOST_CLASSES = 60
"""More classes than any grade has: a range that names more is a slip of the pen."""

_CN = "[一二三四五六七八九]"
_STEMS = "甲乙丙丁"
_LABEL = rf"(?:\d{{1,2}}|[{CHARACTERS}]{{1,3}}|[a-z]|[{_STEMS}])"
_GRADE = rf"(?:(?<![〇零○一二三四五六七八九十\d])(?P<named>{_CN}|十[一二]?|1[0-2]|[1-9])年(?!制|一贯)级?|(?P<stage>初|高)中?(?P<of_stage>[一二三123])(?:年级?)?|(?P<first>预初)|(?:grade|g|year)\.?(?P<latin>1[0-2]|[1-9])(?:年级?)?)"
_ALL = r"(?:全年级|全级|全体(?:学生|班级)?|各班级?|所有班级?|全部班?级?|allclasses|all|每班)"
_ONE = (
    expression(rf"{_GRADE}[,·.]?第?[(\[]?(?P<label>{_LABEL})[)\]]?班?"),
    expression(rf"{_GRADE},?-?(?:class)?-?[(\[]?(?P<label>{_LABEL})[)\]]?班?"),
    expression(rf"(?P<short>{_CN}|1[0-2]|[1-9])[(\[](?P<label>{_LABEL})[)\]]班?"),
    expression(rf"(?P<short>{_CN}|1[0-2]|[1-9])[.·-](?P<label>{_LABEL})班?"),
    expression(rf"(?P<short>{_CN})(?P<label>\d{{1,2}}|[a-z]|[{_STEMS}]|{_CN}|十{_CN}?)班"),
    expression(rf"(?P<short>{_CN})(?P<label>\d{{1,2}}|[a-z])"),
    expression(r"(?P<short>1[0-2]|[1-9])(?P<label>(?!00)\d\d)班?"),
    expression(r"(?P<short>1[0-2]|[1-9])(?P<label>[a-z])班?"),
    expression(r"g(?P<latin>1[0-2]|[1-9])-?c(?P<label>\d{1,2})"),
    expression(rf"(?:{_GRADE})?(?P<all>{_ALL})"),
    expression(_GRADE),
    expression(
        rf"第?[(\[]?(?P<label>{_LABEL})[)\]]?班|class\.?-?(?P<label_en>\d{{1,2}}|[a-z])|[(\[](?P<label_b>\d{{1,2}})[)\]]|(?P<label_n>(?!0+$)\d{{1,2}}|[a-z])"
    ),
)
_ANY_GRADE = re.sub(r"\?P<\w+>", "?:", _GRADE)
_SIGN = r"(?:[(\[](?:\d{1,2}|[一二三四五六七八九十]{1,3}|[a-z])[)\]]|\d{1,2}|(?<![周期拜第])[一二三四五六七八九十]{1,3}|[甲乙丙丁](?=班)|(?<![a-z])[a-z](?=班|[、,/和及与]))"
_DIGITS = r"(?<![\d第.月])(?:1[0-2]|[1-9])(?:[.·-]|(?=[(\[]|[a-z]班|(?:0[1-9]|[1-9]\d)(?:班|[、,/和及与-]\d)))"
_HEAD = rf"(?:(?<![\d第]){_ANY_GRADE}-?|(?<![周期拜第十]){_CN}[.·-]?|{_DIGITS})"
_ITEM = rf"(?:{_HEAD})?{_SIGN}"
_IN_TEXT = expression(
    rf"(?:{_HEAD}|(?<![\d第.月])){_SIGN}(?:(?:班?[、,/和及与&至到~-]+|班|(?<=\))){_ITEM})*班(?!主任|级|次|额|会|长)"
    rf"|{_HEAD}(?=[(\[]){_SIGN}"
)
"""Classes as a title names them: «三年级1、2班», «七年级(1)班-(3)班», «302班», «二班», «二(1)»."""
_OF_TEACHERS = expression(r"(?<=[级一二三])(?:级?组|级?部)$")
"""«八年级组»: the teachers of a grade."""
_WEEK = expression(rf"第(?:\d{{1,2}}|[{CHARACTERS}]{{1,3}})周")
_LATIN_IN_TEXT = expression(r"\b(?:grade|g|year)\s*(1[0-2]|[1-9])\s*(?:[-.]|,?\s*class\.?)\s*([1-9]\d?|[a-z])\b")
_GRADE_IN_TEXT = expression(
    rf"(?<![\d第])(?P<from>{_CN}|[1-9])年?级?[-~至到](?P<to>{_CN}|[1-9])年级|(?P<list>{_CN}(?:[、,和]?{_CN})+)年级"
    rf"|(?<![\d第]){_GRADE}(?![上下期度份])|(?<![\d第])(?P<compact>{_CN})年级"
    rf"|(?<![\d第月周日])(?P<book>[三四五六七八九])[上下]册?(?={ANY})"
)
_PRIMARY = expression(r"小(?=[一二三四五六](?:年|段|\d|[(]|[一二三四五六七八九十]{1,3}班))")
"""«小三1班» is 三1班 of a school that has a 初三 too."""
_OF_ENTRY_YEAR = expression(rf"20\d\d级[(\[]?(?P<label>{_LABEL})[)\]]?班?")
"""«2024级2班», where something else says which grade that is."""
_ENTERED = expression(r"\((?:20)?\d{2}级\)$")
"""«初一（2026级）»: when its pupils came to the school."""
_OTHERS_OR_COUNT = expression(
    r"除[^,，。;；\s]{0,8}班[)）]?(?:[以之]?外)?|[(（]?[\d一二三四五六七八九十]+[)）]?班[)）]?除外|(?<=级)[共有合计]+[\d一二两三四五六七八九十]+个?班"
)
"""«三年级(除3班)», «三年级2班除外», «三年级共2班»: no class is named."""
_NAMED = expression(r"^(?:适用|任教|所教|授课)?(?:班级|年级班级|class(?:es)?)[:：]")
_NOTE = expression(r"\((?![a-z0-9]{1,2}\))(?!除|含|不含|不包|周|星期)[^()]*[^()0-9a-z一二三四五六七八九十][^()]*\)$")
_TEACHER = expression(
    r"(?<=[班)）])(?:\s*\n\s*|[\s:：]*班主任[:：\s]*)(?!.*[班级年初高除不选必做无免全各和同合汇总])[\u4e00-\u9fff]{2,4}$|(?<=[班)）])[\s:：]+[\u4e00-\u9fff]{1,3}老师$"
    rf"|(?<=[班)）])\s+[{SURNAMES}][\u4e00-\u9fff]{{1,2}}$"
)
"""«四(1)班 简老师»: whose class it is."""
_ROOMS = expression(r"班级[:：]((?:[1-9](?:0[1-9]|1\d))(?:[、,/和及至~-](?:[1-9](?:0[1-9]|1\d)))*)(?!\d)")
"""«执行班级：701、702»."""
_LIST_IN_BRACKETS = expression(rf"\(((?:{_LABEL})(?:[、,/\-~至到]+(?:{_LABEL}))+)\)")
_SEPARATOR = expression(r"[、,;/和及与&+|┋┆┃│]|(?<=班)(?=[^)\]至到~\-级])|(?<=\))(?=\()")
_APART = expression(r"(?<![\d.])\d{1,2}\s+\d|\d\s+\d{1,2}(?!\d)")
_BOTH = expression(r"[两俩]个?班(?:级|都做|共同)?")
"""«两班» are two, and not class 2."""
_ROOMS_APART = expression(rf"(?<=\d)\s+(?=\d)|(?<=[一二三四五六七八九]\d)\s+(?={_CN}\d)|(?<=[)班])\s+(?={_CN}?[(\d])")
_RANGE = expression(r"(.+?)[-~至到]+(.+)")


_MENTIONED = expression(
    r"(?:口号|标语|班训|誓词|宣言|班名)[:：].*|[与和同跟][^,，。;；]{0,10}?班[^,，。;；()（）]{0,4}?(?:同|一样|交换|共用|一致|互|合班)|兼任?[^,，。;；]{0,10}班"
    r"|[(（][^()（）]{0,8}班(?:共用|同)[^()（）]*[)）]|(?:例如|比如|譬如|[,，;；:：(（。]如)[^。;；]*班"
    r"|(?:抄送|参[照考]|同步|代)[:：]?[^,，。;；]{0,8}班(?!级?作业[登记公示])|备课组[:：][^,，。;；]*班"
    r"|[^,，。;；:：\s]{1,8}班(?:参照|不[做写布]|免|巡课|(?:[\u4e00-\u9fff]{1,2}老师)?代课)[^,，。;；]*"
)
"""«与三(2)班同步», «如702为七年级2班», «抄送：三(2)班» do not make it that class's homework."""


@lru_cache(maxsize=65536, typed=True)
def read_classes(value: Cell, grade: int | None = None) -> tuple[ClassRef, ...]:
    """The classes that a cell states; () if it is not understood. Never raises.

    `grade` is what the row's own column of grades, or the text around the table, says: it turns «2班» into a class and
    «1-3班» into a range.
    """
    if isinstance(value, date):
        value = f"{value.month}-{value.day}"  # Excel makes a date out of a typed 3-2
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = f"{value:g}" if abs(value) < 1e6 else ""
    text = plain(value) if isinstance(value, str) and len(value) <= LONGEST_VALUE else ""
    if "\n" in text:
        said = {read_classes(line, grade) for line in text.split("\n")}
        if len(said) == 1 and all(ref.grade and ref.label for refs in said for ref in refs):
            return said.pop()  # «G4 Class 1» and «四(1)班» below it
    text = text if _NAMED.match(compact(text)) else _TEACHER.sub("", text)
    if _APART.search(text) or _BOTH.fullmatch(text.strip()):
        return ()  # «1 2» is two classes or class 12
    text = _NAMED.sub("", compact(_ROOMS_APART.sub(",", text)))
    text = _LIST_IN_BRACKETS.sub(r"\1", _NOTE.sub("", _PRIMARY.sub("", text)))
    return _listed(text, grade) if text else ()


@lru_cache(maxsize=4096)
def class_at_end(text: str) -> tuple[ClassRef, ...]:
    """The class that a path of names ends with: «长宁路小学-五年级组-五年级3班»; () where the last part names none in full."""
    last = re.split(r"[-/>\\·|]", plain(text))[-1] if len(text) <= 60 else ""
    refs = read_classes(last) if last != plain(text) else ()
    return refs if refs and all(ref.grade and ref.label for ref in refs) else ()


@lru_cache(maxsize=4096)
def classes_within(text: str) -> tuple[ClassRef, ...]:
    """The classes, or the grades, that a title or a name mentions: «七年级1班一周作业公示» → 7(1); () for none."""
    text = _OTHERS_OR_COUNT.sub("", text[:LONGEST_VALUE])
    latin = tuple(ClassRef(int(grade), _label(label)) for grade, label in _LATIN_IN_TEXT.findall(plain(text).lower()))
    text = _LIST_IN_BRACKETS.sub(r"\1", _WEEK.sub(",", _PRIMARY.sub("", compact(text))))
    rooms = _ROOMS.search(text)
    if rooms:
        return _listed(rooms[1], None)
    found = latin or tuple(dict.fromkeys(ref for run in _IN_TEXT.finditer(text) for ref in _run(run[0])))
    if any(ref.grade for ref in found):
        return tuple(ref for ref in found if ref.grade)
    grades = _grades_within(text)
    if len(grades) <= 1 and found:
        return tuple(ClassRef(grades[0] if grades else None, ref.label) for ref in found)
    return tuple(ClassRef(grade, None) for grade in grades)


@lru_cache(maxsize=4096)
def classes_set_for(text: str) -> tuple[ClassRef, ...]:
    """The classes for which a title or a line sets homework: none of those that it only mentions («与三(2)班同步», «抄送：三(2)班»)."""
    return classes_within(_MENTIONED.sub("", text))


@lru_cache(maxsize=4096, typed=True)
def read_grade(value: Cell) -> int | None:
    """The one grade (1–12) that a cell of a column of grades states: 三年级, 初一, «Grade 3», 3; None if not understood."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    if isinstance(value, int | float):
        value = f"{value:g}" if abs(value) < 1e6 else ""
    text = _ENTERED.sub("", compact(value))
    match = re.fullmatch(_GRADE, _OF_TEACHERS.sub("", text))
    found = _grade(match.groupdict()) if match else number(text)
    return found if found and 1 <= found <= 12 else None


def _run(text: str) -> tuple[ClassRef, ...]:
    """The classes that a part of a title names; «1-3班» are three, of a grade that is said elsewhere."""
    span = re.fullmatch(r"(\d{1,2})[-~至到](\d{1,2})班", text)
    spanned = _span(ClassRef(None, span[1]), ClassRef(None, span[2])) if span else ()
    return spanned or read_classes(text)


def _listed(text: str, grade: int | None) -> tuple[ClassRef, ...]:
    found: list[ClassRef] = []
    tokens = [token for token in _SEPARATOR.split(text) if token]
    if re.fullmatch(rf"{grade}/\d{{1,2}}", text):
        return ()  # «3/2» in grade 3: two classes, or class 2?
    spoken = grade
    for position, token in enumerate(tokens):
        refs = _ranged(token, spoken) or _bare(token, tokens[position + 1 :], spoken)
        if not refs:
            return ()
        if refs[0].label and re.fullmatch(_GRADE, tokens[position - 1]) and found and refs[0].grade == found[-1].grade:
            found.pop()  # «Grade 3, Class 2»: the grade was said for this class
        spoken = refs[-1].grade or spoken
        found += [ref for ref in refs if ref not in found]
    return tuple(found) if len(found) <= MOST_CLASSES else ()


def _bare(token: str, following: list[str], grade: int | None) -> tuple[ClassRef, ...]:
    """The 三 of «三、四年级» and the 一 of «一、二班»: a bare numeral before a token that names what it counts."""
    if not following or not re.fullmatch(_CN, token):
        return ()
    if re.fullmatch(rf"{_CN}年级(?:{_ALL})?", following[-1]):
        return (ClassRef(number(token), None),)
    return (ClassRef(grade, str(number(token))),) if re.fullmatch(rf"{_CN}班", following[-1]) else ()


def _ranged(token: str, grade: int | None) -> tuple[ClassRef, ...]:
    span = _RANGE.fullmatch(token)
    if not span:
        return _single(token, grade)
    grades = _grade_span(span[1], span[2])
    if grades:
        return grades
    first = _one(span[1], grade)
    last = _one(span[2], grade)
    if first and last and last.grade == grade != first.grade:
        last = _one(span[2], None)  # «四年级1-2班» after a class of grade 3: that grade is not the range's
    bare = span[1].isdigit() and len(span[1]) <= 2
    spanned: tuple[ClassRef, ...] = ()
    if first and last and last.grade in (None, first.grade) and not (bare and grade is None):
        spanned = _span(first, last)
    if spanned and bare and number(span[1]) == grade and span[2].isdigit():
        return ()  # «3-4» in grade 3: two classes, or class 4?
    if not spanned and bare and grade not in (None, number(span[1])):
        return ()
    return spanned or _single(token, grade)


def _single(token: str, grade: int | None) -> tuple[ClassRef, ...]:
    entered = _OF_ENTRY_YEAR.fullmatch(token) if grade else None
    ref = ClassRef(grade, _label(entered["label"])) if entered else _one(token, grade)
    return (ref,) if ref else ()


def _grade_span(first: str, last: str) -> tuple[ClassRef, ...]:
    """«三至六年级», «初一到初三», «G3-G5»."""
    named, end = re.fullmatch(_GRADE, first), re.fullmatch(rf"{_GRADE}(?:{_ALL})?", last)
    low = _grade(named.groupdict()) if named else number(first) if re.fullmatch(rf"{_CN}|[1-9]", first) else None
    high = _grade(end.groupdict()) if end else None
    return tuple(ClassRef(grade, None) for grade in range(low, high + 1)) if low and high and low < high else ()


def _span(first: ClassRef, last: ClassRef) -> tuple[ClassRef, ...]:
    low, high = number(first.label or ""), number(last.label or "")
    if low is None or high is None or not low < high < low + MOST_CLASSES:
        return ()
    return tuple(ClassRef(first.grade, str(label)) for label in range(low, high + 1))


def _one(token: str, grade: int | None) -> ClassRef | None:
    for pattern in _ONE:
        match = pattern.fullmatch(token)
        if not match:
            continue
        groups = match.groupdict()
        stated = _grade(groups)
        text = next((groups[name] for name in ("label", "label_en", "label_b", "label_n") if groups.get(name)), None)
        label = _label(text) if text else None
        if text and not label:
            continue
        if grade and _may_be_short(token, text, stated, grade):
            return None
        return ClassRef(stated or grade, label)
    return None


def _may_be_short(token: str, label: str | None, stated: int | None, grade: int) -> bool:
    """Whether the grade that is known makes it doubtful: «31» in grade 3 may be 3(1), «一二班» there two classes."""
    if stated is None:
        return bool(label and label.isdigit() and int(label) > 20 and label.startswith(str(grade)))
    return stated != grade and bool(re.fullmatch(rf"{_CN}{{2}}班", token))


def _grade(groups: dict[str, str | None]) -> int | None:
    if groups.get("stage"):
        return (6 if groups["stage"] == "初" else 9) + (number(groups["of_stage"] or "") or 0)
    if groups.get("first"):
        return 6
    found = number(groups.get("named") or groups.get("latin") or groups.get("short") or "")
    return found if found and found <= 12 else None


def _label(text: str) -> str | None:
    """The label without leading noughts: «02» → «2», «二» → «2», «a» → «A»; None for a number that no class has."""
    if len(text) == 1 and ((text.isascii() and text.isalpha()) or text in _STEMS):
        return text.upper()
    value = number(text)
    return str(value) if value is not None and value <= MOST_CLASSES else None


def _grades_within(text: str) -> list[int]:
    grades: list[int] = []
    for match in _GRADE_IN_TEXT.finditer(text):
        groups = match.groupdict()
        if groups["from"]:
            grades += range(number(groups["from"]) or 1, (number(groups["to"] or "") or 0) + 1)
        elif groups["list"]:
            grades += [number(c) or 0 for c in groups["list"] if number(c)]
        else:
            grade = _grade(groups) or number(groups["compact"] or groups["book"] or "")
            grades += [grade] if grade else []
    return list(dict.fromkeys(grades))
