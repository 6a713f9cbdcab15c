"""A county of made-up schools with a fortnight of homework each, and in every school some of what goes wrong."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from random import Random
from typing import Final

from benchmarks.homework import GRADES, GROUPS, unit_of
from benchmarks.workbooks import write_unit
from tests.conftest import HEADINGS, table
from tests.intake.test_supervisor import BROKEN
from tests.readers.by_hand import compound

_FORTNIGHT: Final = 3
"""From Monday 27 October 2025 on: two weeks of nothing but lessons."""
_DAY: Final = "2025-10-28"


def made(folder: Path, schools: int) -> int:
    """Writes the county below the folder and says how many files that are; the same for the same number of schools."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        return sum(pool.map(partial(_write_school, folder), range(schools)))


def _write_school(folder: Path, number: int) -> int:
    random = Random(f"school {number}")
    for grade in GRADES:
        for group in range(GROUPS):
            about = unit_of(number, grade, group, _FORTNIGHT)
            write_unit(folder, number * 100 + grade * 10 + group, about)
    school = folder / about.school
    written = sorted(school.rglob("*.xlsx"))
    for name, data in _errors(random, written):
        (school / name).write_bytes(data)
    return sum(path.is_file() for path in school.rglob("*"))


def _errors(random: Random, written: Sequence[Path]) -> list[tuple[str, bytes]]:
    """Two or three things that went wrong, each with the name of its file."""
    return [_KINDS[kind](random.choice(written)) for kind in random.sample(sorted(_KINDS), random.choice((2, 2, 3)))]


def _cut_off(like: Path) -> tuple[str, bytes]:
    data = like.read_bytes()
    return f"{like.stem}（传输中断）.xlsx", data[: len(data) // 2]


def _bundled(like: Path) -> tuple[str, bytes]:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as bundle:
        bundle.writestr(zipfile.ZipInfo("补报/体育.csv"), table((_DAY, "三(1)班", "体育", "跳绳", "其他", 10)))
    return "补报.zip", out.getvalue()


_KINDS: Final[dict[str, Callable[[Path], tuple[str, bytes]]]] = {
    "cut off": _cut_off,
    "handed in twice": lambda like: (f"{like.stem} - 副本.xlsx", like.read_bytes()),
    "in a bundle": _bundled,
    "with a password": lambda like: (f"{like.stem}（加密）.xlsx", compound("EncryptedPackage")),
    "broken": lambda like: ("七年级旧表.xls", BROKEN),
    "empty": lambda like: ("九年级.csv", b""),
    "a document": lambda like: ("八年级语文.docx", b"PK\x03\x04"),
    "a picture": lambda like: ("六年级数学.jpg", b"\xff\xd8\xff\xe0"),
    "in GBK": lambda like: ("音乐.csv", table((_DAY, "四(2)班", "音乐", "听一首歌", "其他", 5)).decode("utf-8-sig").encode("gbk")),
    "no minutes": lambda like: ("三年级劳动.csv", table((_DAY, "三(1)班", "劳动", "洗碗", "实践", "适量"))),
    "too much": lambda like: ("八年级竞赛.csv", table((_DAY, "八(1)班", "数学", "竞赛卷", "书面", 120))),
    "no such day": lambda like: ("五年级美术.csv", table(("2025-02-30", "五(1)班", "美术", "画一幅画", "其他", 15))),
    "nobody's class": lambda like: ("美术.csv", table((_DAY, "画室", "美术", "画一幅画", "其他", 15))),
    "in the first grade": lambda like: ("一年级.csv", table((_DAY, "一(1)班", "语文", "抄写生字", "书面", 10))),
    "minutes in hours": lambda like: ("九年级体育.csv", table((_DAY, "九(1)班", "体育", "跑步", "其他", "半小时"))),
    "no table": lambda like: ("通知.csv", "请各位老师周五前报送作业时长\n".encode("utf-8-sig")),
    "not ours": lambda like: ("学生名单.csv", table(("1", "甲"), headings=("序号", "姓名"))),
    "of a file manager": lambda like: (f"~${like.name[2:]}", b"\x05owner"),
    "without a class": lambda like: (
        "英语口语.csv",
        table((_DAY, "英语", 10), headings=(HEADINGS[0], HEADINGS[2], HEADINGS[5])),
    ),
}
