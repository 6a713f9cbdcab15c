"""The things that the audit is compared with: `python -m benchmarks.floors calamine|openpyxl|pandas FOLDER`.

Each reads every workbook below the folder, in a process of its own, and prints how much it saw. None imports this package's
program; pandas is not among its dependencies and may be missing.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, Final

HEADING_ROW: Final = 2
"""The generated lists have two rows of titles above their headings; here that is simply known."""


def read_with_calamine(files: Iterable[Path]) -> int:
    """The bare read: every cell of every sheet as a Python object, and nothing else. Returns the cells."""
    from python_calamine import CalamineWorkbook

    cells = 0
    for file in files:
        book = CalamineWorkbook.from_path(file)
        for number in range(len(book.sheet_names)):
            rows = book.get_sheet_by_index(number).to_python(skip_empty_area=False)
            cells += sum(map(len, rows))
    return cells


def read_with_openpyxl(files: Iterable[Path]) -> int:
    """Every value, in openpyxl's quickest mode. Returns the cells."""
    from openpyxl import load_workbook

    cells = 0
    for file in files:
        book = load_workbook(file, read_only=True, data_only=True)
        for sheet in book.worksheets:
            cells += sum(len(row) for row in sheet.iter_rows(values_only=True))
        book.close()
    return cells


def sum_with_pandas(files: Iterable[Path]) -> int:
    """What an office would script: read, take the figure out of the minutes, sum by school, class and date. Returns the sums."""
    pandas: Any = import_module("pandas")
    frames = []
    for file in files:
        for frame in pandas.read_excel(file, sheet_name=None, header=HEADING_ROW, engine="calamine").values():
            column = next(name for name in frame.columns if str(name).startswith("预计时长"))
            figures = frame[column].astype("str").str.extract(r"(\d+)", expand=False)
            frame["minutes"] = pandas.to_numeric(figures).fillna(0)
            frames.append(frame.loc[frame["作业类型"] == "书面", ["学校", "班级", "日期", "minutes"]].astype({"日期": "str"}))
    sums = pandas.concat(frames).groupby(["学校", "班级", "日期"])["minutes"].sum()
    return int((sums > 60).sum())


def write_with_xlsxwriter(sheets: Iterable[Sequence[Sequence[Any]]], target: Path) -> None:
    """The bare write: every cell of every sheet, without any format."""
    from xlsxwriter import Workbook

    with Workbook(target) as book:
        for rows in sheets:
            sheet = book.add_worksheet()
            for number, row in enumerate(rows):
                for column, value in enumerate(row):
                    if value != "":
                        sheet.write(number, column, value)


FLOORS: Final[dict[str, Callable[[Iterable[Path]], int]]] = {
    "calamine": read_with_calamine,
    "openpyxl": read_with_openpyxl,
    "pandas": sum_with_pandas,
}


def main() -> None:
    """Reads what the command line names."""
    name, folder = sys.argv[1:]
    print(FLOORS[name](sorted(Path(folder).rglob("*.xlsx"))))


if __name__ == "__main__":
    main()
