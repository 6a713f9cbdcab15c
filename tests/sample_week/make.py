"""Writes the sample sheets and expected.json: `make samples` (needs XlsxWriter and xlwt).

What is in them stands in content.py; here is how each teacher lays it out. Two runs give the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Final, NamedTuple

import xlsxwriter
import xlwt

from tests.sample_week import content
from tests.sample_week.items import Item, items
from tests.sample_week.truth import GRADES, class_days

HERE: Final = Path(__file__).parents[2] / "sample_sheets"
WEEKDAYS: Final = "一二三四五六日"
SAVED: Final = datetime(2026, 9, 18, 16, 30)
Cell = str | int | date | None


class Styles(NamedTuple):
    """The formats of a workbook."""

    title: xlsxwriter.format.Format
    head: xlsxwriter.format.Format
    body: xlsxwriter.format.Format
    date: xlsxwriter.format.Format


class Page(NamedTuple):
    """A sheet of an xlsx workbook, with the formats of the workbook."""

    sheet: xlsxwriter.worksheet.Worksheet
    styles: Styles

    def title(self, row: int, text: str, columns: int) -> None:
        """A title, merged over the columns of the table."""
        self.sheet.merge_range(row, 0, row, columns - 1, text, self.styles.title)

    def table(self, row: int, headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> int:
        """A row of headings and the rows below it; returns the number of the row that follows."""
        self.sheet.write_row(row, 0, headings, self.styles.head)
        for column, width in enumerate(_widths(headings, rows)):
            self.sheet.set_column(column, column, width)
        for number, values in enumerate(rows, row + 1):
            self.row(number, values)
        return row + 1 + len(rows)

    def row(self, number: int, values: Sequence[Cell]) -> None:
        """One row of the table; dates are real dates."""
        for column, value in enumerate(values):
            style = self.styles.date if isinstance(value, date) else self.styles.body
            self.sheet.write(number, column, value, style)


def _widths(headings: Sequence[str], rows: Sequence[Sequence[Cell]]) -> list[float]:
    texts = [[str(value or "") for value in column] for column in zip(headings, *rows, strict=True)]
    return [2 + max(sum(1 if letter.isascii() else 2 for letter in text) for text in column) for column in texts]


@contextmanager
def workbook(name: str, dates: str = "yyyy-mm-dd") -> Iterator[Callable[[str], Page]]:
    """An xlsx workbook that is saved at the end; gives the function that adds a sheet to it."""
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    with xlsxwriter.Workbook(path) as book:
        book.set_properties({"created": SAVED})
        body = {"border": 1, "valign": "vcenter"}
        styles = Styles(
            book.add_format({"bold": True, "font_size": 14, "align": "center"}),
            book.add_format({**body, "bold": True, "bg_color": "#DDEBF7", "align": "center"}),
            book.add_format(body),
            book.add_format({**body, "num_format": dates, "align": "left"}),
        )
        yield lambda sheet: Page(book.add_worksheet(sheet), styles)


# --- how a teacher writes a day, a class, minutes, a kind ---


def day(item: Item) -> date:
    """The day as a real date."""
    return date(2026, 9, item.day)


def weekday(number: int) -> str:
    """一 for Monday."""
    return WEEKDAYS[date(2026, 9, number).weekday()]


def classes(item: Item, form: str = "{grade}({label})班", joint: str = "、") -> str:
    """The classes of a row in the teacher's own form."""
    return joint.join(form.format(grade=name[0], label=name[2:-1]) for name in item.classes)


def by_whom(item: Item) -> tuple[str, str]:
    """The cells of subject and teacher."""
    return item.subject, item.teacher


def minutes(item: Item, unit: str = "") -> Cell:
    """The cell of the minutes: the teacher's words, or the number, with the unit if there is one."""
    return item.words or (f"{item.high}{unit}" if unit else item.high)


def kind(item: Item, written: str = "{}") -> str:
    """The cell of the kind, blank where no homework is declared."""
    return "" if item.kind == "无" else written.format(item.kind)


# --- the files, in the order of the README ---


def chinese() -> None:
    """A subject group's register over several classes."""
    headings = ["日期", "年级", "班级", "学科", "教师", "作业内容", "预计时长（分钟）", "作业类型"]
    rows = [
        [day(i), classes(i, "{grade}年级"), classes(i, "{label}班"), *by_whom(i), i.content, minutes(i), kind(i)]
        for i in items(content.CHINESE)
    ]
    with workbook("语文组/语文组作业登记表.xlsx") as add:
        add("第3周").table(0, headings, rows)


def maths() -> None:
    """A titled sheet with a line of filling in, a blank row, and minutes as every teacher writes them."""
    headings = ["序号", "布置日期", "班级", "学科", "任课教师", "作业内容", "作业形式", "预计用时", "备注"]
    rows = [
        [number, f"2026年9月{i.day}日", classes(i), *by_whom(i), i.content, kind(i), minutes(i), None]
        for number, i in enumerate(items(content.MATHS), 1)
    ]
    with workbook("数学组/数学组作业报送表.xlsx") as add:
        page = add("第3周")
        page.title(0, "塞上湖学校数学组作业报送表", len(headings))
        page.sheet.write_row(1, 0, ["填表人：李建军", None, None, None, None, "填表日期：2026年9月18日"])
        page.table(3, headings, rows)


def english() -> None:
    """A workbook in English, a sheet for each part of the school."""
    headings = ["Assigned", "Grade", "Class", "Subject", "Assignment", "Estimated minutes", "Mode"]
    with workbook("英语组/英语组作业.xlsx", "d mmm yyyy") as add:
        for name, block in (("Primary", content.ENGLISH_PRIMARY), ("Junior", content.ENGLISH_JUNIOR)):
            rows: list[list[Cell]] = []
            for i in items(block):
                grade = GRADES.index(i.classes[0][0]) + 1
                rows.append([day(i), grade, classes(i, "Class {label}"), i.subject, i.content, minutes(i), i.kind])
            add(name).table(0, headings, rows)


def first_grades() -> None:
    """Grades 1 and 2: where it is done matters, because no written homework may go home."""
    headings = ["日期", "班级", "学科", "作业内容", "作业类型", "完成地点", "时长（分钟）"]
    rows = [
        [day(i), classes(i, "{grade}年级{label}班"), i.subject, i.content, kind(i), i.tags[0], minutes(i)]
        for i in items(content.GRADES_1_2)
    ]
    with workbook("低年级/一、二年级作业登记表.xlsx", 'm"月"d"日"') as add:
        page = add("作业登记")
        page.title(0, "一、二年级作业登记表（2026年9月14日—9月18日）", len(headings))
        page.table(1, headings, rows)


def daily_boards() -> None:
    """A board for each day on a sheet of its own: class and date stand above, a total and signatures below."""
    headings = ["学科", "作业内容", "作业类型", "预计时长"]
    with workbook("三年级/三(1)班每日作业公示.xlsx") as add:
        for number, group in groupby(items(content.CLASS_3_1), lambda item: item.day):
            board = list(group)
            page = add(f"9月{number}日")
            page.title(0, "塞上湖学校每日作业公示", len(headings))
            page.sheet.write(1, 0, f"班级：三年级(1)班　　日期：2026年9月{number}日　星期{weekday(number)}")
            rows = [[i.subject, i.content, kind(i, "{}作业"), minutes(i, "分钟")] for i in board]
            end = page.table(2, headings, rows)
            total = sum(i.high or 0 for i in board if i.kind == "书面")
            page.row(end, ["书面作业合计", None, None, f"{total}分钟"])
            page.sheet.write(end + 1, 0, "班主任签字：王玉琴　　　　年级组长签字：马志强")


def csv_export() -> None:
    """A CSV as Excel saves it on a Chinese Windows: GBK, with the one-sign (2) of a class."""
    lines = io.StringIO()
    writer = csv.writer(lines)
    writer.writerow(["布置日期", "班级", "学科", "任课教师", "作业内容", "作业类型", "预计时长（分钟）"])
    for i in items(content.CLASS_3_2):
        writer.writerow([f"2026/9/{i.day}", "三⑵班", *by_whom(i), i.content, kind(i), minutes(i)])
    (HERE / "三年级" / "三⑵班作业.csv").write_bytes(lines.getvalue().encode("gbk"))


def old_workbook() -> None:
    """An old .xls whose title names the class, once for all rows."""
    book = xlwt.Workbook(encoding="utf-8")
    sheet = book.add_sheet("作业登记")
    bold, dates = xlwt.easyxf("font: bold on; align: horiz center"), xlwt.easyxf(num_format_str="yyyy/m/d")
    headings = ["日期", "学科", "任课教师", "作业内容", "作业形式", "预计时间（分钟）"]
    sheet.write_merge(0, 0, 0, len(headings) - 1, "四年级1班作业登记表（第3周）", bold)
    for column, heading in enumerate(headings):
        sheet.write(1, column, heading, bold)
    for row, i in enumerate(items(content.CLASS_4_1), 2):
        sheet.write(row, 0, day(i), dates)
        for column, value in enumerate([*by_whom(i), i.content, kind(i), minutes(i)], 1):
            sheet.write(row, column, value)
    sheet.col(3).width = 256 * 44
    (HERE / "四年级").mkdir(exist_ok=True)
    book.save(HERE / "四年级" / "四年级1班作业登记.xls")


def with_subtotals() -> None:
    """A date written once for its merged rows, a subtotal a day (a formula), a footnote and signatures."""
    headings = ["日期", "学科", "作业内容", "作业类型", "时长（分钟）"]
    rows = items(content.CLASS_6_1)
    with workbook("六年级/六(1)班一周作业统计.xlsx") as add:
        page = add("第3周")
        page.title(0, "六(1)班一周作业统计（2026年9月14日—9月18日）", len(headings))
        end = page.table(1, headings, [])
        for number, group in groupby(rows, lambda item: item.day):
            start, total = end, 0
            for end, i in enumerate(group, start + 1):
                page.row(end - 1, [None, i.subject, i.content, kind(i), minutes(i)])
                total += i.high or 0
            page.sheet.merge_range(start, 0, end - 1, 0, f"9月{number}日（周{weekday(number)}）", page.styles.body)
            page.row(end, ["小计", None, None, None])
            page.sheet.write_formula(end, 4, f"=SUM(E{start + 1}:E{end})", page.styles.body, total)
            end += 1
        page.sheet.write(end, 0, "注：小计包含口头、阅读、体育等非书面作业的时间。")
        page.sheet.write(end + 1, 0, "班主任签字：金老师　　　　教务处审核：")
        page.sheet.set_column(0, 0, 16)
        page.sheet.set_column(2, 2, 40)


def whole_grade() -> None:
    """A grade's sheet where one row speaks for several classes: 1班、2班 or 全年级."""
    headings = ["日期", "年级", "班级", "学科", "教师", "作业内容", "类型", "预计时长"]
    rows: list[list[Cell]] = []
    for i in items(content.GRADE_7):
        who = "全年级" if "全年级" in i.tags else classes(i, "{label}班")
        rows.append([f"2026.9.{i.day}", "七年级", who, *by_whom(i), i.content, kind(i), minutes(i, "分钟")])
    with workbook("七年级/七年级作业布置表.xlsx") as add:
        page = add("第3周")
        page.title(0, "七年级作业布置表", len(headings))
        end = page.table(1, headings, rows)
        page.sheet.write(end, 0, "备注：“全年级”指七年级1班和2班。")


def layered() -> None:
    """Layers, which are for different pupils and never added up, and homework that is optional."""
    headings = ["布置日期", "班级", "学科", "层次", "必做/选做", "作业内容", "作业类型", "预计时长/分钟"]
    rows = [[day(i), classes(i), i.subject, *(*i.tags, "")[:2], i.content, kind(i), minutes(i)] for i in items(content.SCIENCES)]
    with workbook("理科组/八九年级理科分层作业.xlsx") as add:
        add("分层作业").table(0, headings, rows)


def other_subjects() -> None:
    """Dates without a year, which the title gives, and ditto marks."""
    headings = ["日期", "星期", "班级", "学科", "作业内容", "作业类型", "用时"]
    with workbook("综合组/综合学科作业登记表.xlsx") as add:
        for name, block in (("小学", content.OTHER_PRIMARY), ("初中", content.OTHER_JUNIOR)):
            rows: list[list[Cell]] = []
            before = 0
            for i in items(block):
                when = ["〃", "〃"] if i.day == before else [f"9月{i.day}日", f"星期{weekday(i.day)}"]
                who = classes(i, "{grade}年级{label}班")
                rows.append([*when, who, i.subject, i.content, kind(i), minutes(i, "分钟")])
                before = i.day
            page = add(name)
            page.title(0, f"综合学科作业登记表（{name}，2026年9月14日—9月18日）", len(headings))
            page.table(1, headings, rows)


def expected() -> None:
    """What an audit must find, a class-day a line."""
    blocks = [value for name, value in vars(content).items() if name.isupper()]
    days = class_days(item for block in blocks for item in items(block))
    lines = ",\n".join(f"  {json.dumps(one, ensure_ascii=False)}" for one in days)
    text = f'{{"class_days": [\n{lines}\n]}}\n'
    (Path(__file__).parent / "expected.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    for write in (chinese, maths, english, first_grades, daily_boards, csv_export, old_workbook, with_subtotals):
        write()
    for write in (whole_grade, layered, other_subjects, expected):
        write()
