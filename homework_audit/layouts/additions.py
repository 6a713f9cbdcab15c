"""Turns cells beside the entries that set homework («另加练字20分钟») or say that the figures mean something else into problems."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Mapping, Sequence

from homework_audit.layouts.columns_apart import Span, cells_apart, classes_apart
from homework_audit.layouts.evidence import names_amount, names_task
from homework_audit.layouts.heard import Heard, states_sum
from homework_audit.layouts.totals import scope_of
from homework_audit.models.reading import Entry, LeftRow, Problem, Scope, SheetReading
from homework_audit.models.sheet import Sheet, cell_name, row_number
from homework_audit.values.classes import read_classes
from homework_audit.values.items import names_subject
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject_within
from homework_audit.values.text import Cell, compact, plain, shown
from homework_audit.values.wording import names_work, names_writing

_MORE = re.compile(r"另|附加|外加|补充作业|(?:固定|常规|日常|长期)作业|加[做练抄写]|还[要有需]|再[做练抄写]|plus")
_MEASURE = re.compile(
    r"(?:以上|上述|上表|表中|本表|所填)[^,。;]{0,8}(?:单位[为是:]?(?:小时|课时|节)|每[课题页遍科门次人项][^,。;]{0,3}(?:所[需用]|[用时]时|时[间长]))"
    r"|(?:每[格个份]|单位[为是:：]?)\d+分|\d+分钟?[/每][格个份]"
)
"""«以上为每课所需时间», «单位：10分钟»: nothing of the table is what it seems."""
_TIMED = re.compile(r"分|min|小时|刻|['′’´]", re.IGNORECASE)
_ANY = re.compile(f"{_MORE.pattern}|{_MEASURE.pattern}|{_TIMED.pattern}|补充|额外|其[他它]", re.IGNORECASE)
_CHANGES = re.compile(
    r"(?:改为|改成|应为|调整为|更正[:：为]*)\D{0,4}\d|更正[:：]|[×xX]\s*\d{1,2}(?!\d)|[做抄][两三四五]遍|早晚各|加倍|翻倍|共[两二三四五\d]份|一式[两三]份|延长\D{0,3}\d"
    r"|[+＋]\s*\d+\s*分|时[长间]有误|(?:严重|已)超时|按[页题遍篇]计|^(?:[每单一][页题遍次篇])(?:的?(?:时间|用时|时长))?$|单位[:：是为]*(?:课时|刻|小时)|另算|另计"
    r"|实际(?:用时|时长)?\D{0,6}\d+分|反映\D{0,4}\d+分|(?:两|2|3)个?小时才|只统计|(?:以上|上述|上表)\D{0,8}(?:[早晚]|[两三]遍|倍)|(?:最快|优生)\D{0,3}用时"
    r"|[班级](?:同步布置|也做|也布置)|[两2]个?班都|年级统一(?:布置|作业)?$|^[\d一二三四五六]班同$|未完,?见|续表|接上页"
    r"|(?:语文|数学|英语|物理|化学|科学|道法|历史|生物|地理)\D{0,6}(?:另发|待补|见附件|见群|稍后发|同昨天|[:：]略)"
)
"""What says that a figure beside it, or all of them, are not what they seem, or that they are of others as well."""
_LONGEST_CHANGE = 30
_BOUND = re.compile(r"不超过|不得超|以内|控制|上限|不多于|不大于|≤|另行|另附|另发|另见|另有规定|至少|不少于|保证|封顶")
"""What speaks of how much homework may be, or of something to be told elsewhere."""
_LABEL = re.compile(r"^(?:教师|家长)?(?:补充|附加|额外|外加|另外|其[他它])(?:的?作业|内容|任务)?:?$")
"""What stands before homework that comes on top of the rest."""
_NAMED = re.compile(r"(?:语文|数学|英语|物理|化学|科学)[^,，。;；:：()（）]{0,8}\d+\s*(?:分|min)")
_EXPLAINS = re.compile(r"[=＝如例即]|表示|代表|写法|格式|填")
_MOST_TITLES = 8


def with_additions(sheet: Sheet, reading: SheetReading, scope: Scope, tables: Sequence[Span], left: Sequence[LeftRow]) -> SheetReading:
    """The reading with a problem for each such cell; `scope` is what the titles name, `left` are the rows that were no entries.

    In rows of headings, sums and examples no cell sets homework.
    """
    explained = {row for table in tables for row in range(table.top, table.bottom + 1)}
    explained |= {row_number(row.cell) for row in left if row.reason not in ("note", "blank")}
    places = {problem.cell: place for place, problem in enumerate(reading.problems)}
    whole = _known(scope, reading.entries)
    for place, problem in enumerate(reading.problems):
        if problem.kind == "unexplained-row" and problem.scope == Scope() and _may_be_homework(problem.text):
            reading.problems[place] = problem._replace(scope=whole)
    for addition in list(_additions(sheet, reading, scope, tables, explained)):
        if addition.cell in places:
            reading.problems[places[addition.cell]] = addition  # entries may point to this place
        else:
            reading.problems.append(addition)
    return reading


def _may_be_homework(text: str) -> bool:
    return subject_within(text) is not None or names_work(text) or names_amount(text) or _changes(text)


def _additions(sheet: Sheet, reading: SheetReading, scope: Scope, tables: Sequence[Span], explained: Container[int]) -> Iterator[Problem]:
    """Of the classes and the days of its row, else of the whole table.

    A row of which nobody knew to which classes it belongs is told again, with those of the table.
    """
    entries = reading.entries
    above = list(_above(sheet, entries))
    apart = [place for table in tables for place in cells_apart(sheet, table)]
    # each text is looked at once, however often it stands there: a sheet may have a million cells
    told = {value for row in sheet.rows for value in row if type(value) is str}
    texts = [text for text in told if _ANY.search(text) or _CHANGES.search(text)]
    adding, setting = set(filter(_adds, texts)), set(filter(_sets_homework, texts)) | set(filter(_changes, texts))
    labels = {text for text in texts if _LABEL.match(compact(text))}
    classes = [place for table in tables for place in classes_apart(sheet, table)]
    if not (above or apart or adding or setting or labels or classes):
        return
    heard = Heard(entries, reading.problems)
    met = ((number, column, value) for number, column, value in _of(adding | setting, sheet) if value in adding or number >= heard.first)
    for number, column, value in (*apart, *met, *_labelled(labels, sheet, heard.of_row)):
        cell, text = cell_name(number, column), plain(str(value))
        if (number not in explained or _MEASURE.search(text)) and not heard.has(number, cell, value) and not heard.is_sum(text):
            yield Problem("unexplained-row", "", cell, text[:200], {}, _known(scope, heard.of_row[number] or entries), None)
    yield from _other_classes(classes, heard)
    for number, column, value in (place for place in above if not heard.is_sum(place[2])):
        yield Problem("unexplained-row", "", cell_name(number, column), plain(value)[:200], {}, _known(scope, entries), None)


def _other_classes(places: Sequence[tuple[int, int, Cell]], heard: Heard) -> Iterator[Problem]:
    """Classes that a second column names, for which the homework of their row may be as well."""
    for number, column, value in places:
        entries = heard.of_row.get(number, ())
        known = {ref for entry in entries for ref in entry.classes}
        refs = read_classes(value, next((ref.grade for ref in known), None))
        others = tuple(ref for ref in refs if ref.grade and ref.label and ref not in known)
        if others and known:
            scope = scope_of(list(entries))._replace(classes=others)
            yield Problem("unexplained-row", "", cell_name(number, column), shown(value)[:200], {}, scope, None)


def _of(texts: Container[Cell], sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    """The cells of a sheet that hold one of the texts."""
    for number, row in enumerate(sheet.rows):
        yield from ((number, column, value) for column, value in enumerate(row) if value in texts)


def _changes(value: str) -> bool:
    text = compact(value)
    return len(text) <= _LONGEST_CHANGE and _CHANGES.search(text) is not None and not _BOUND.search(text)


def _adds(value: str) -> bool:
    text = compact(value)
    adds = _MORE.search(text) is not None and not _BOUND.search(text) and (states_time(text) or names_task(text))
    return adds or _MEASURE.search(text) is not None


def _labelled(labels: Container[Cell], sheet: Sheet, of_row: Mapping[int, Sequence[Entry]]) -> Iterator[tuple[int, int, Cell]]:
    """Rows that begin with a label such as «补充作业», have figures or times beside it, and of which no entry was made."""
    for number, column, label in _of(labels, sheet):
        row = sheet.rows[number]
        if all(value == "" for value in row[:column]) and not of_row.get(number) and any(map(_is_figure, row)):
            yield number, column, label


def _above(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[tuple[int, int, str]]:
    """Lines alone above all homework that give something to be done a time: «补：英语抄写50分钟» is no title."""
    alone = [(number, {value for value in row if value != ""}) for number, row in enumerate(sheet.rows[:_MOST_TITLES])]
    texts = [(number, text) for number, told in alone if len(told) == 1 for text in told if isinstance(text, str) and _sets_homework(text)]
    first = min((row for entry in entries if (row := row_number(entry.cell)) >= 0), default=0) if texts else 0
    for number, text in texts:
        if number < first:
            yield number, next(column for column, value in enumerate(sheet.rows[number]) if value != ""), text


def _sets_homework(text: str) -> bool:
    if not states_time(text) or _BOUND.search(text) or _EXPLAINS.search(text):
        return False
    named = states_sum(text) or names_task(text) or names_writing(text) or names_subject(text)
    return named or _NAMED.search(text) is not None or names_amount(text)


def _is_figure(value: Cell) -> bool:
    return states_time(value) if isinstance(value, str) else isinstance(value, int | float) and value > 0


def _known(titles: Scope, entries: Sequence[Entry]) -> Scope:
    """Where something beside these entries belongs, as far as they or the titles say it."""
    own = scope_of(entries) if entries else titles
    return titles._replace(classes=own.classes or titles.classes, first=own.first or titles.first, last=own.last or titles.last)
