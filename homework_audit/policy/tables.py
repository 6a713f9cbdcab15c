"""Turns a small workbook of the office (a roster, a calendar) into the tables that its configuration would state."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Final

from homework_audit.errors import ConfigurationError
from homework_audit.intake.grids import GridCell, read_grids
from homework_audit.values.classes import read_classes, read_grade
from homework_audit.values.dates import read_date
from homework_audit.values.references import write_class
from homework_audit.values.text import compact

_ROSTER: Final = {
    "school": ("学校", "校名", "school"),
    "grade": ("年级", "grade"),
    "classes": ("班级", "班", "class", "classes"),
    "subjects": ("学科", "科目", "subject", "subjects"),
    "expected": ("报送", "要求", "报送要求", "expected"),
    "pupils": ("人数", "学生数", "学生人数", "pupils"),
}
_CALENDAR: Final = {
    "from": ("日期", "开始", "起", "开始日期", "date", "from"),
    "to": ("至", "结束", "止", "结束日期", "to"),
    "kind": ("类型", "类别", "安排", "kind"),
    "name": ("名称", "说明", "备注", "name"),
}
_KINDS: Final = {
    "terms": ("学期", "term"),
    "days_off": ("放假", "休息", "停课", "dayoff"),
    "school_days": ("上课", "补课", "调休", "调休上课", "schoolday"),
    "no_homework_days": ("无作业日", "无作业", "nohomework"),
}
_HEADING_ROWS: Final = 10

Row = dict[str, GridCell]


def roster_of(file: Path) -> list[dict[str, Any]]:
    """The lines of a roster: 年级 · 班级 · 学科 · 报送 · 人数 · 学校, a class or a subject of a class a row.

    Raises ConfigurationError for a file that cannot be read or has no column of classes.
    """
    lines: dict[tuple[str, str], dict[str, Any]] = {}
    for row in _rows(file, _ROSTER, ("classes",)):
        school, classes = _text(row, "school"), _classes(row)
        line = lines.setdefault((school, classes), {"classes": classes, "subjects": {}})
        if school:
            line["school"] = school
        if pupils := _text(row, "pupils"):
            line["pupils"] = int(pupils) if pupils.isdigit() else pupils
        for subject in _text(row, "subjects").replace("，", "、").replace(",", "、").split("、"):
            if subject.strip():
                line["subjects"][subject.strip()] = _text(row, "expected")
    return list(lines.values())


def calendar_of(file: Path) -> dict[str, list[dict[str, Any]]]:
    """The tables of a calendar: 日期 · 至 · 类型 (学期, 放假, 上课, 无作业日) · 名称.

    Raises ConfigurationError for a file that cannot be read, has no such columns, or states a kind or date that is none.
    """
    found: dict[str, list[dict[str, Any]]] = {}
    for row in _rows(file, _CALENDAR, ("from", "kind")):
        stated = compact(_text(row, "kind"))
        kind = next((name for name, words in _KINDS.items() if stated in words), None)
        if kind is None:
            known = "、".join(words[0] for words in _KINDS.values())
            raise ConfigurationError("table-kind", file=file.name, value=_text(row, "kind"), known=known)
        first = _day(file, row["from"])
        last = _day(file, row["to"]) if _text(row, "to") else first
        found.setdefault(kind, []).append({"from": first, "to": last, "name": _text(row, "name")})
    return found


def _rows(file: Path, headings: dict[str, tuple[str, ...]], needed: Sequence[str]) -> Iterator[Row]:
    """The rows below the headings of every sheet that has them, as field → cell."""
    tables = []
    for sheet in read_grids(file):
        headed = _headed(sheet.rows, headings, needed)
        if headed:
            tables.append((sheet.rows, *headed))
    if not tables:
        wanted = "、".join(headings[name][0] for name in needed)
        raise ConfigurationError("table-headings", file=file.name, wanted=wanted)
    for rows, top, columns in tables:
        for row in rows[top + 1 :]:
            cells = {name: row[column] for name, column in columns.items() if column < len(row)}
            if any(cells.get(name, "") != "" for name in needed):
                yield cells


def _headed(
    rows: Sequence[Sequence[GridCell]], headings: dict[str, tuple[str, ...]], needed: Sequence[str]
) -> tuple[int, dict[str, int]] | None:
    """The heading row among the first of a sheet, and which field each of its columns holds."""
    fields = {word: name for name, words in headings.items() for word in words}
    for number, row in enumerate(rows[:_HEADING_ROWS]):
        columns: dict[str, int] = {}
        for column, cell in enumerate(row):
            name = fields.get(compact(str(cell)))
            if name:
                columns.setdefault(name, column)
        if all(name in columns for name in needed):
            return number, columns
    return None


def _text(row: Row, name: str) -> str:
    value = row.get(name, "")
    return str(int(value)) if isinstance(value, float) and value == int(value) else str(value).strip()


def _classes(row: Row) -> str:
    """«三(1)班», or the grade of its own column before «1班»."""
    grade, classes = read_grade(row.get("grade", "")), _text(row, "classes")
    refs = read_classes(f"{classes}班" if classes.isdigit() else classes, grade)
    return "、".join(write_class(ref.grade, ref.label) for ref in refs if ref.grade) or classes


def _day(file: Path, value: GridCell) -> Any:
    """A day with its year."""
    found = read_date(str(value).removesuffix(" 00:00:00"))
    day = found.on(found.year) if found and found.year else None
    if day is None:
        raise ConfigurationError("table-date", file=file.name, value=str(value))
    return day
