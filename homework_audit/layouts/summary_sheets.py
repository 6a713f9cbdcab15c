"""Turns a sheet of a workbook that holds nothing but sums of the other sheets («日期 | 书面合计») into a check of these."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import replace

from homework_audit.layouts.beside_texts import adds_homework, changes_figures, sets_homework
from homework_audit.layouts.evidence import names_task
from homework_audit.layouts.facets import ROW_FIELDS
from homework_audit.layouts.headings import heading, is_judgement, unit_of
from homework_audit.layouts.rows import is_average, is_total
from homework_audit.layouts.totals import TotalsCheck, is_sum_of_a_day
from homework_audit.models.reading import Entry, Problem, SheetReading
from homework_audit.models.sheet import Sheet
from homework_audit.values.classes import read_classes
from homework_audit.values.expressions import expression
from homework_audit.values.minutes import Minutes, read_minutes
from homework_audit.values.references import ClassRef
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact

_NEAR = 8
"""Rows among which the headings of such a sheet stand."""
_AS_HOMEWORK = {"": "作业时长", "minutes": "作业时长（分钟）", "hours": "作业时长（小时）"}

_COUNTED = expression(r"天数|次数|人数|排名|备注|日均|平均")
_OF_A_DAY = expression(
    r"\s*(\d{1,2}[月./]\d{1,2}日?|(?:周|星期)[一二三四五])\s*(?:书面)?(?:作业)?(?:合计|总计|小计|总时长|共计)\s*(?:[(（]分钟?[)）])?\s*"
)
_MEAN = expression(r"[\d一二两三四五六七本]*[日天周]平均(?:用时|时长|分钟)?")
_SURVEY = expression(r"抽样|抽测|实测|调查|自报")
_OF_A_SURVEY = expression(r"(?:抽[样测查]|调查|参与)?人数|(?:实际)?平均|最[短长多少快慢]|中位|\d{2}[点:].*人数")
_Day = tuple[object, ...]


def with_summaries_checked(
    sheets: Sequence[Sheet], readings: Sequence[SheetReading], read: Callable[[Sheet], SheetReading]
) -> list[SheetReading]:
    """The readings of a workbook's sheets, with sheets of sums understood where every sum is that of homework on the others.

    `read` understands one sheet. A sheet with a sum of which the others know nothing stays what it was taken for.
    """
    doubtful = [_may_be_summary(reading) for reading in readings]
    if not any(doubtful) or all(doubtful):
        return list(readings)
    entries = [entry for reading, is_doubtful in zip(readings, doubtful, strict=True) if not is_doubtful for entry in reading.entries]
    listed = _by_class_and_day(entries)
    return [
        _checked(sheet, listed, read)
        or _of_whole_classes(sheet, entries)
        or _of_means(sheet)
        or _of_whole_period(reading, entries)
        or _of_pupils(sheet, reading)
        or reading
        if is_doubtful
        else reading
        for sheet, reading, is_doubtful in zip(sheets, readings, doubtful, strict=True)
    ]


def _may_be_summary(reading: SheetReading) -> bool:
    """Whether a sheet was not understood, or holds no homework of which class, day and minutes are known."""
    if reading.status != "read":
        return reading.status == "not-understood"
    return bool(reading.entries) and not any(entry.classes and entry.date and entry.low is not None for entry in reading.entries)


def _by_class_and_day(entries: Sequence[Entry]) -> dict[_Day, list[Entry]]:
    """The entries of each class on each day; those of a whole grade are of all its classes."""
    known = {ref for entry in entries for ref in entry.classes if ref.label}
    listed: dict[_Day, list[Entry]] = defaultdict(list)
    for entry in entries:
        own = {ref for ref in known for named in entry.classes if named in (ref, ref._replace(label=None)) and ref not in entry.to.without}
        for ref in own:
            listed[_day(ref, entry)].append(entry)
    return listed


def _of_means(sheet: Sheet) -> SheetReading | None:
    """The reading of «周次 | 班级 | 平均每天(分钟) | 超90分钟天数», which sums nothing and sets nothing; None for any other."""
    for number, row in enumerate(sheet.rows[:_NEAR]):
        heads = {column: value for column, value in enumerate(row) if value != ""}
        if any(isinstance(value, str) and _is_more(value) and not _is_of_a_summary(value) for value in row):
            return None
        if len(heads) > 1 and any(isinstance(value, str) and is_average(value) for value in heads.values()):
            idle = all(_is_of_a_summary(value) or _is_idle(sheet, number, column) for column, value in heads.items())
            return SheetReading(sheet.name, "list", "read", "", [], []) if idle else None
    return None


def _of_whole_period(reading: SheetReading, listed: Sequence[Entry]) -> SheetReading | None:
    """The reading of «班级 | 语文 | 数学» over a week, where every figure is the sum of one class's homework in one subject; else None."""
    if not reading.entries or any(entry.date or len(entry.classes) != 1 or not entry.subject for entry in reading.entries):
        return None
    for entry in reading.entries:
        own = [one for one in listed if entry.classes[0] in one.classes and one.subject == entry.subject]
        if entry.low is None or not _is_sum(entry.low, own):
            return None
    return reading._replace(entries=[], problems=[])


def _is_sum(total: float, entries: Sequence[Entry]) -> bool:
    check = TotalsCheck()
    check.add(entries)
    return check.holds(Minutes(total, total))


def _of_pupils(sheet: Sheet, reading: SheetReading) -> SheetReading | None:
    """The reading of a survey of how long pupils took («抽样人数 | 实际平均用时 | 最长»), which sets no homework; None for others."""
    texts = [compact(value) for row in sheet.rows[:_NEAR] for value in row if isinstance(value, str)]
    cells = [value for row in sheet.rows for value in row if isinstance(value, str)]
    is_survey = any(_SURVEY.search(text) for text in texts) and sum(_OF_A_SURVEY.match(text) is not None for text in texts) > 1
    if reading.status != "not-understood" or not is_survey or any(names_task(cell) for cell in cells):
        return None
    return SheetReading(sheet.name, "", "not-homework", "inspection", [], [], reading.tables)


def _checked(sheet: Sheet, listed: dict[_Day, list[Entry]], read: Callable[[Sheet], SheetReading]) -> SheetReading | None:
    """The problems of a sheet of sums with what is listed elsewhere; None if it is no such sheet."""
    renamed = _with_sums_as_homework(sheet) or _with_days_as_homework(sheet)
    reading = read(renamed) if renamed else None
    if not reading or reading.status != "read" or reading.problems or not reading.entries:
        return None
    if any(len(entry.classes) != 1 or not entry.date or (entry.high != 0 and _key(entry) not in listed) for entry in reading.entries):
        return None
    found = (_problem(entry, listed.get(_key(entry), [])) for entry in reading.entries)
    return reading._replace(entries=[], problems=[problem for problem in found if problem])


def _of_whole_classes(sheet: Sheet, listed: Sequence[Entry]) -> SheetReading | None:
    """The reading of «班级 | 四天合计 | 日均 | 超标天数», where each class's sum is that of its homework on the other sheets; else None."""
    for number, row in enumerate(sheet.rows[:_NEAR]):
        heads = {column: value for column, value in enumerate(row) if value != ""}
        sums = [column for column, value in heads.items() if isinstance(value, str) and is_total(value)]
        classes = [column for column, value in heads.items() if (about := heading(value)) and about.field == "class"]
        others = {column: value for column, value in heads.items() if column not in sums}
        if any(isinstance(value, str) and _is_more(value) for value in row):
            return None
        if len(sums) == len(classes) == 1 and all(_is_of_a_summary(value) or _is_idle(sheet, number, at) for at, value in others.items()):
            told = [(row[classes[0]], row[sums[0]]) for row in sheet.rows[number + 1 :] if len(row) > max(sums[0], classes[0])]
            figures = [(value, total) for value, total in told if value != "" or total != ""]
            right = bool(figures) and all(_is_sum_of_class(value, total, heads[sums[0]], listed) for value, total in figures)
            return SheetReading(sheet.name, "list", "read", "", [], []) if right else None
    return None


def _is_more(text: str) -> bool:
    """Whether a line above the headings is homework or changes what the sums are of."""
    return sets_homework(text) or adds_homework(text) or changes_figures(text)


def _is_idle(sheet: Sheet, heading_row: int, column: int) -> bool:
    """Whether no cell of a column is a figure, states a time or names something to be done."""
    cells = [row[column] for row in sheet.rows[heading_row + 1 :] if column < len(row)]
    return all(isinstance(cell, str) and not states_time(cell) and not names_task(cell) for cell in cells)


def _is_of_a_summary(value: Cell) -> bool:
    return _places(value) or (isinstance(value, str) and (is_average(value) or _COUNTED.search(compact(value)) is not None))


def _is_sum_of_class(value: Cell, total: Cell, head: Cell, listed: Sequence[Entry]) -> bool:
    figure = read_minutes(total, unit_of(compact(str(head)))).low
    refs = [ref for ref in read_classes(value) if ref.grade and ref.label]
    own = [entry for entry in listed if refs and refs[0] in entry.classes]
    return figure is not None and len(refs) == 1 and bool(own) and is_sum_of_a_day(figure, own)


def _with_sums_as_homework(sheet: Sheet) -> Sheet | None:
    """The sheet with its one column of sums under the heading of minutes; None where other columns are more than places and days."""
    for number, row in enumerate(sheet.rows[:_NEAR]):
        sums = [column for column, value in enumerate(row) if isinstance(value, str) and is_total(value)]
        others = {column: value for column, value in enumerate(row) if value != "" and column not in sums}
        if len(sums) == 1 and others and all(_places(value) or _is_idle(sheet, number, column) for column, value in others.items()):
            unit = unit_of(compact(str(row[sums[0]])))
            headings = [_AS_HOMEWORK[unit] if column == sums[0] else value for column, value in enumerate(row)]
            idle = {column for column, value in enumerate(row) if isinstance(value, str) and (is_average(value) or is_judgement(value))}
            told = [
                ["" if column in idle else value for column, value in enumerate(cells)] for cells in [headings, *sheet.rows[number + 1 :]]
            ]
            return replace(sheet, rows=[*sheet.rows[:number], *told])
    return None


def _places(value: Cell) -> bool:
    """Whether a heading stands above classes, days or what is no homework, a limit or a mean among them."""
    if isinstance(value, str) and is_average(value):
        return True
    about = heading(value)
    return about is not None and about.field in ROW_FIELDS | {"other"} and about.field != "subject"


def _problem(entry: Entry, summed: Sequence[Entry]) -> Problem | None:
    check = TotalsCheck()
    check.add(summed)
    return check.against(Minutes(entry.low, entry.high), entry.cell, entry.text)


def _day(ref: ClassRef, entry: Entry) -> _Day:
    return (ref, entry.date and entry.date[1:3])


def _key(entry: Entry) -> _Day:
    return _day(entry.classes[0], entry)


def _with_days_as_homework(sheet: Sheet) -> Sheet | None:
    """The sheet with its sums of days across («11月2日合计») under headings of minutes, without means; None if there is anything else."""
    for number, row in enumerate(sheet.rows[:_NEAR]):
        days = {column: found[1] for column, value in enumerate(row) if isinstance(value, str) and (found := _OF_A_DAY.fullmatch(value))}
        means = [column for column, value in enumerate(row) if isinstance(value, str) and _is_mean(value)]
        others = {column: value for column, value in enumerate(row) if value != "" and column not in (*days, *means)}
        if days and others and all(_places(value) or _is_idle(sheet, number, column) for column, value in others.items()):
            headings = [f"{days[column]}作业时长（分钟）" if column in days else value for column, value in enumerate(row)]
            told = [headings, *sheet.rows[number + 1 :]]
            without = [["" if column in means else value for column, value in enumerate(cells)] for cells in told]
            return replace(sheet, rows=[*sheet.rows[:number], *without])
    return None


def _is_mean(text: str) -> bool:
    return is_average(text) or _MEAN.fullmatch(compact(text)) is not None
