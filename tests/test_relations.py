"""Relations that hold between audits: what must not matter does not matter, and a bad file harms nobody else."""

from __future__ import annotations

import io
import random
from collections.abc import Callable
from datetime import date

import pytest
import xlsxwriter
import xlwt

from homework_audit.models.report import Report
from tests.conftest import HEADINGS, Office
from tests.ods import ods_bytes

Table = list[list[object]]


def big_table() -> Table:
    """Four classes and five days of homework, some of it oral, some of it not to be understood."""
    chosen = random.Random(2026)
    rows: Table = [list(HEADINGS)]
    for day in range(14, 19):
        for label in ("三(1)班", "三⑵班", "七年级1班", "二(1)班"):
            for subject in ("语文", "数学", "英语"):
                minutes = chosen.choice([10, 15, "20分钟", "约25分钟", "半小时", 30, "适量", "无"])
                content = "无" if minutes == "无" else f"练习册第{chosen.randint(1, 60)}页"
                rows.append([f"2026-09-{day}", label, subject, content, chosen.choice(["书面", "书面", "口头"]), minutes])
    return rows


def xlsx(table: Table) -> bytes:
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("作业")
    for number, row in enumerate(table):
        sheet.write_row(number, 0, row)
    book.close()
    return out.getvalue()


def xls(table: Table) -> bytes:
    book = xlwt.Workbook()
    sheet = book.add_sheet("作业")
    for number, row in enumerate(table):
        for column, value in enumerate(row):
            sheet.write(number, column, value)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def csv_in(encoding: str) -> Callable[[Table], bytes]:
    return lambda table: "".join(",".join(map(str, row)) + "\r\n" for row in table).encode(encoding)


def audited(files: dict[str, bytes]) -> Report:
    office = Office()
    office.files = files
    return office.audit()


def judged(report: Report) -> list[tuple[object, ...]]:
    """Class-days without their places."""
    return [
        (day.grade, day.school_class, day.day, day.minutes, day.minutes_high, day.verdict, dict(day.subjects), day.non_written_minutes)
        for day in report.class_days
    ]


def said(report: Report) -> list[tuple[object, ...]]:
    """Findings without their places."""
    return sorted(
        (
            finding.rule,
            finding.severity,
            str(finding.grade),
            str(finding.school_class),
            str(finding.day),
            str(finding.measured),
            finding.touches,
        )
        for finding in report.findings
    )


@pytest.fixture(scope="module")
def reference() -> Report:
    return audited({"作业.xlsx": xlsx(big_table())})


def test_the_reference_has_every_verdict(reference: Report) -> None:
    assert {day.verdict for day in reference.class_days} == {"over", "within", "undetermined"}


@pytest.mark.parametrize(
    ("name", "save"),
    [
        ("作业.xls", xls),
        ("作业.ods", ods_bytes),
        ("作业.csv", csv_in("utf-8")),
        ("作业.csv", csv_in("utf-8-sig")),
        ("作业.csv", csv_in("utf-16")),
        ("作业.csv", csv_in("gb18030")),
    ],
)
def test_the_same_table_in_another_format_gives_the_same_findings(reference: Report, name: str, save: Callable[[Table], bytes]) -> None:
    report = audited({name: save(big_table())})
    assert judged(report) == judged(reference)
    assert said(report) == said(reference)
    assert report.entries == reference.entries


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_rows_changes_only_places(reference: Report, seed: int) -> None:
    head, *rows = big_table()
    random.Random(seed).shuffle(rows)
    report = audited({"作业.xlsx": xlsx([head, *rows])})
    assert judged(report) == judged(reference)
    assert said(report) == said(reference)


@pytest.mark.parametrize("seed", range(4))
def test_the_order_of_columns_and_one_that_does_not_matter_change_nothing(reference: Report, seed: int) -> None:
    chosen = random.Random(seed)
    head, *rows = big_table()
    table: Table = [[*head, "任课教师", "序号"], *([*row, "某老师", number] for number, row in enumerate(rows))]
    order = list(range(len(table[0])))
    chosen.shuffle(order)
    report = audited({"作业.xlsx": xlsx([[row[column] for column in order] for row in table])})
    assert judged(report) == judged(reference)
    assert said(report) == said(reference)


def test_a_table_moved_down_and_right_is_the_same_table(reference: Report) -> None:
    moved: Table = [[""] for _ in range(7)]
    moved += [["", "", *row] for row in big_table()]
    assert judged(audited({"作业.xlsx": xlsx(moved)})) == judged(reference)


def test_one_table_split_over_files_is_the_same_homework(reference: Report) -> None:
    head, *rows = big_table()
    parts = {f"{number}.xlsx": xlsx([head, *rows[number::3]]) for number in range(3)}
    assert judged(audited(parts)) == judged(reference)


@pytest.mark.parametrize("bad", [b"", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, b"%PDF-1.7", b"<html></html>"])
def test_a_bad_file_changes_no_minutes_and_makes_no_verdict_over_or_within(reference: Report, bad: bytes) -> None:
    for name in ("坏.xlsx", "三(1)班 9月14日.xls"):
        report = audited({"作业.xlsx": xlsx(big_table()), name: bad})
        before = {(day.grade, day.school_class, day.day): day for day in reference.class_days}
        for day in report.class_days:
            one = before.get((day.grade, day.school_class, day.day))
            assert one is None or (day.minutes, dict(day.subjects)) == (one.minutes, dict(one.subjects))
            assert day.verdict == "undetermined" or (one is not None and day.verdict == one.verdict)
        assert not report.complete
        assert len(report.files) == 2


def test_fingerprints_survive_inserted_rows_renamed_files_and_reordered_sheets(reference: Report) -> None:
    head, *rows = big_table()
    report = audited({"改名.xlsx": xlsx([["塞上湖学校作业登记表"], [], head, *rows])})
    assert {finding.fingerprint for finding in report.findings} == {finding.fingerprint for finding in reference.findings}


def test_dates_as_real_dates_are_the_same_dates(reference: Report) -> None:
    table = big_table()
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = book.add_worksheet("作业")
    as_date = book.add_format({"num_format": "yyyy-mm-dd"})
    for number, row in enumerate(table):
        sheet.write_row(number, 0, row)
        if number:
            sheet.write_datetime(number, 0, date.fromisoformat(str(row[0])), as_date)
    book.close()
    assert judged(audited({"作业.xlsx": out.getvalue()})) == judged(reference)
