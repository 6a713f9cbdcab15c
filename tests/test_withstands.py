"""Whatever lies in the folder: no traceback, no hang, nothing that steers a terminal, every file in the report, the good ones judged."""

from __future__ import annotations

import functools
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import psutil
import pytest

from tests.command import homework_audit, write
from tests.conftest import row, table
from tests.intake.test_supervisor import BROKEN, ENDLESS, WITHOUT_POSIX
from tests.readers.by_hand import compound, joined, text_cell, worksheet, xlsx, xlsx_parts, zipped

SHARED = Path(__file__).parents[1].parent / "shared"
GOOD, OVER = "三年级.csv", table(row(30), row(40, subject="数学"))
HEADINGS = ["日期", "班级", "学科", "作业内容", "类型", "时长(分钟)"]
STEERING = [
    "_x001B_[31m红",
    "_x001B_]0;题_x0007_",
    "_x009B_31m",
    "[bold]粗[/oops]",
    "_xD800_半",
    "_x0000_",
    "a\u202eb",
    "换\u2028行",
    ":smile:",
    "%s{0}",
]


def cells(number: int, values: list[str]) -> str:
    """The cells of a row of an xlsx sheet."""
    return "".join(text_cell(f"{chr(65 + column)}{number}", value) for column, value in enumerate(values))


def homework(grade: str, *contents: str) -> str:
    """The rows of an xlsx sheet: one homework of five minutes for each content."""
    lines = [["2026-09-14", f"{grade}(1)班", "语文", content, "书面", "5"] for content in contents]
    return joined([cells(number, line) for number, line in enumerate([HEADINGS, *lines], 1)])


@functools.cache
def hostile() -> dict[str, bytes]:
    """What may lie in a folder beside a good file."""
    entity = '<!DOCTYPE sst [<!ENTITY a0 "ha">' + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 11)) + "]>"
    whole = xlsx(homework("四", "练习"))
    styled = "".join(f'<row r="{number}" s="1" customFormat="1"/>' for number in range(3, 1_048_577))
    wide = worksheet(homework("六", "练习")).replace("<sheetData>", '<dimension ref="A1:XFD1048576"/><sheetData>')
    return {
        "坏/密码.xlsx": compound("EncryptedPackage"),
        "坏/截断.xlsx": whole[: len(whole) // 2],
        "坏/空.csv": b"",
        "坏/空.xlsx": b"",
        "坏/实体.xlsx": zipped(
            xlsx_parts({"S": homework("四", "练习")}) | {"xl/sharedStrings.xml": f"{entity}<sst><si><t>&a10;</t></si></sst>"}
        ),
        "坏/远.xlsx": xlsx(homework("四", "练习") + '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
        "坏/无尽.xls": ENDLESS,
        "坏/破.xls": BROKEN,
        "坏/引号.csv": OVER.replace("练习册".encode(), '"练习册'.encode(), 1),
        "坏/两段.xlsx": xlsx(homework("四", "甲", "乙").replace('<row r="3">', '</sheetData><sheetData><row r="3">')),
        "好/改名.xls": xlsx(homework("四", "练习")),
        "好/空行.xlsx": xlsx(homework("五", "练习") + styled),
        "好/尺寸.xlsx": zipped(xlsx_parts({"S": wide})),
        "好/符号.xlsx": xlsx(homework("七", *STEERING)),
        "好/符号.csv": table(row("\x1b[31m适量\x07", content="\x9b31m[red]x[/]"), row(5, subject="\x1b]8;;http://x\x07国学", to="八(1)班")),
    }


EXPECTED = {
    "坏/密码.xlsx": "encrypted",
    "坏/截断.xlsx": "damaged",
    "坏/空.csv": "empty",
    "坏/空.xlsx": "empty",
    "坏/实体.xlsx": "doctype",
    "坏/远.xlsx": "limit",
    "坏/无尽.xls": "crashed",
    "坏/破.xls": "crashed",
    "坏/引号.csv": "quotes",
    "坏/两段.xlsx": "cells-missing",
}


CONTROL_SIGNS = re.compile("[\x00-\x09\x0b-\x1f]")
STEERING_SIGNS = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")


class Audited(NamedTuple):
    """What the command printed, the report that it wrote beside, and the most memory that it and its children held, in MiB."""

    run: subprocess.CompletedProcess[bytes]
    report: dict[str, Any]
    memory: dict[str, int]


def audited(folder: Path, place: Path, shape: str, *arguments: str) -> Audited:
    """The folder audited by the real command, printed in that shape, with a report in JSON beside."""
    written, printed, said = place / "report.json", place / "stdout", place / "stderr"
    command = [sys.executable, "-m", "homework_audit", "check", str(folder), "--format", shape, "--as-of", "2026-09-30", *arguments]
    surroundings = {**os.environ, "HOMEWORK_AUDIT_LANG": "zh", "PYTHONUTF8": "1"}
    with printed.open("wb") as out, said.open("wb") as err:
        process = subprocess.Popen([*command, "-o", f"json:{written}"], stdout=out, stderr=err, stdin=subprocess.DEVNULL, env=surroundings)
        memory = most_memory(process)
    run = subprocess.CompletedProcess(command, process.returncode, printed.read_bytes(), said.read_bytes())
    return Audited(run, json.loads(written.read_bytes()), memory)


def assert_nothing_untoward(found: Audited, folder: Path, *, is_for_people: bool = True) -> None:
    """No fault of the program, nothing that steers a terminal, every file accounted for, accounts that close."""
    assert found.run.returncode in {0, 1, 3, 4}, found.run.stderr.decode(errors="replace")[-2000:]
    printed = (found.run.stdout + found.run.stderr).decode()
    assert not [word for word in ("Traceback", "panicked", "core dumped", "memory allocation") if word in printed]
    assert not (STEERING_SIGNS if is_for_people else CONTROL_SIGNS).findall(printed)
    files = found.report["files"]
    assert len({file["path"] for file in files}) == len(files) == sum(len(names) for _, _, names in os.walk(folder))
    unread = [finding for finding in found.report["findings"] if finding["rule"] in {"unreadable-file", "unsupported-file"}]
    told = {finding["locations"][0]["file"] for finding in unread if "member" not in finding["params"]}
    assert told == {file["path"] for file in files if file["status"] in {"unreadable", "unsupported"}}
    bundles = {file["path"] for file in files if file["status"] == "read" and file["path"].endswith(".zip")}
    assert {finding["locations"][0]["file"] for finding in unread if "member" in finding["params"]} <= bundles
    entries = found.report["entries"]
    assert entries["read"] == entries["counted"] + entries["rejected"] + sum(entries["not_counted"].values())
    assert entries["read"] == sum(sheet["entries"] for file in files for sheet in file["sheets"])


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = write(tmp_path_factory.mktemp("withstands") / "报送", hostile() | {GOOD: OVER})
    if sys.platform != "win32":
        os.mkfifo(place / "管道.xlsx")
        (place / "设备.xlsx").symlink_to("/dev/zero")
        (place / "\x1b[31m名\n字.csv").write_bytes(table(row(5, to="九(1)班")))
        Path(os.fsdecode(os.fsencode(place) + b"/\xff\xfe.csv")).write_bytes(table(row(5, to="九(2)班")))
    return place


@pytest.fixture(scope="module")
def found(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Audited:
    return audited(folder, tmp_path_factory.mktemp("out"), "table")


def test_nothing_untoward(found: Audited, folder: Path) -> None:
    assert found.run.returncode == 3
    assert_nothing_untoward(found, folder)


@pytest.mark.parametrize("shape", ["plain", "json"])
def test_nothing_untoward_in_any_other_shape(tmp_path: Path, shape: str) -> None:
    names = ("好/符号.xlsx", "好/符号.csv", "坏/密码.xlsx")
    place = write(tmp_path / "报送", {name: hostile()[name] for name in names})
    if sys.platform != "win32":
        (place / "\x1b[31m名\n字.csv").write_bytes(b"")
    assert_nothing_untoward(audited(place, tmp_path, shape, "-v"), place, is_for_people=shape == "plain")


@pytest.mark.parametrize("name", EXPECTED)
def test_a_bad_file_is_named_with_its_reason_and_what_to_do(found: Audited, name: str) -> None:
    (file,) = [file for file in found.report["files"] if file["path"] == name]
    assert (file["status"], file["reason"]) == ("unreadable", EXPECTED[name])
    (finding,) = [finding for finding in found.report["findings"] if finding["locations"][0]["file"] == name]
    assert (finding["rule"], finding["severity"]) == ("unreadable-file", "error")
    assert name in finding["message"]
    assert finding["hint"]
    assert "{" not in finding["message"] + finding["hint"]


@pytest.mark.parametrize(
    ("name", "entries"), [("好/改名.xls", 1), ("好/空行.xlsx", 1), ("好/尺寸.xlsx", 1), ("好/符号.xlsx", len(STEERING)), ("好/符号.csv", 2)]
)
def test_an_odd_file_is_read(found: Audited, name: str, entries: int) -> None:
    (file,) = [file for file in found.report["files"] if file["path"] == name]
    assert (file["status"], sum(sheet["entries"] for sheet in file["sheets"])) == ("read", entries)


def test_a_name_that_does_not_fit_is_a_finding(found: Audited) -> None:
    assert [finding["locations"][0]["file"] for finding in found.report["findings"] if finding["rule"] == "wrong-file-name"] == [
        "好/改名.xls"
    ]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")
def test_what_is_no_file_is_named_and_never_waited_for(found: Audited) -> None:
    files = {file["path"]: (file["status"], file["reason"]) for file in found.report["files"]}
    assert files["管道.xlsx"] == ("unreadable", "not-a-file")
    assert files["设备.xlsx"] == ("skipped", "link-outside")
    assert files["\x1b[31m名\n字.csv"] == files["\\xff\\xfe.csv"] == ("read", None)


def test_a_good_file_beside_bad_ones_keeps_its_minutes_and_its_verdict(found: Audited, tmp_path: Path) -> None:
    alone = audited(write(tmp_path / "报送", {GOOD: OVER}), tmp_path, "table")
    (day,) = alone.report["class_days"]
    assert found.report["complete"] is False
    assert (day["verdict"], day["minutes"], alone.run.returncode) == ("over", 70, 1)
    (beside,) = [each for each in found.report["class_days"] if (each["grade"], each["class"]) == (3, "1")]
    kept = ("grade", "class", "date", "minutes", "limit", "verdict", "subjects")
    assert {key: beside[key] for key in kept} == {key: day[key] for key in kept}
    assert [finding for finding in found.report["findings"] if finding["grade"] == 3 and finding["rule"] == "daily-minutes-cap"]


@pytest.mark.usefixtures("found")
def test_the_files_are_as_they_were(folder: Path) -> None:
    assert {name: (folder / name).read_bytes() for name in hostile()} == hostile()


def test_without_what_only_posix_has_the_same_is_found(tmp_path: Path) -> None:
    names = ("坏/密码.xlsx", "坏/破.xls", "好/改名.xls")
    place = write(tmp_path / "报送", {GOOD: OVER} | {name: hostile()[name] for name in names})
    (tmp_path / "sitecustomize.py").write_text(WITHOUT_POSIX, "utf-8")
    arguments = ("check", place, "--format", "json", "--as-of", "2026-09-30")
    plain = homework_audit(*arguments)
    without = homework_audit(*arguments, env={"PYTHONPATH": os.pathsep.join((str(tmp_path), *filter(None, sys.path)))})
    assert (without.stdout, without.returncode) == (plain.stdout, plain.returncode)


def assert_good_file_stands(found: Audited, name: str) -> None:
    """A good file beside bad ones keeps its minutes and its verdict, and the bad ones took no more memory than is promised."""
    (day,) = [day for day in found.report["class_days"] if {share["file"] for share in day["evidence"]} == {name}]
    assert (day["minutes"], day["verdict"]) == (70, "over")
    assert found.memory["parent"] < 300
    assert found.memory["child"] < 1100


def most_memory(found: subprocess.Popen[bytes]) -> dict[str, int]:
    """The most memory that a command and any of its children hold until it ends, in MiB."""
    most = {"parent": 0, "child": 0}
    watched = psutil.Process(found.pid)
    while found.poll() is None:
        for who, each in _family(watched):
            most[who] = max(most[who], each)
        time.sleep(0.02)
    return most


def _family(parent: psutil.Process) -> Iterator[tuple[str, int]]:
    try:
        yield "parent", parent.memory_info().rss >> 20
        for child in parent.children(recursive=True):
            yield "child", child.memory_info().rss >> 20
    except psutil.Error:
        return  # it ended while being looked at


@pytest.mark.skipif(not (SHARED / "adversarial.py").exists(), reason="the script that writes hostile files is not in this checkout")
def test_the_hostile_set(tmp_path: Path) -> None:
    made = tmp_path / "hostile"
    script = [sys.executable, "-W", "ignore", str(SHARED / "adversarial.py"), str(made), "--bomb-mib", "64", "--mutants", "200"]
    subprocess.run(script, check=True, capture_output=True, timeout=120)
    write(made, {GOOD: OVER})
    found = audited(made, tmp_path, "table")
    assert_nothing_untoward(found, made)
    assert_good_file_stands(found, GOOD)
    assert found.run.returncode == 3
    files = {file["path"]: file for file in found.report["files"]}
    counts = {name: sum(sheet["entries"] for sheet in file["sheets"]) for name, file in files.items()}
    unlike = set()
    for line in (made / "EXPECT.tsv").read_text("utf-8").splitlines():
        name, wanted = line.split("\t")
        rows = re.match(r"ok:(\d+)(?!.* or )", wanted)
        refused = wanted.startswith("refuse:") and "or ok" not in wanted
        if (refused and files[name]["status"] == "read") or (rows and counts[name] != int(rows[1])):
            unlike.add(name)
    assert unlike <= KNOWN


KNOWN = {
    "bombs/cell_far_down.xlsx",  # a grid of nearly a GiB: whether the child has room for it hangs on what measures the child
    "bombs/dim_zero.xlsx",  # calamine refuses a dimension that begins in row 0
    "bombs/zip_cells.xlsx",  # bombs of 64 MiB are within the limits
    "bombs/zip_spaces.xlsx",
    "bombs/zip_sst.xlsx",
    "bombs/zip_styles.xlsx",
    "zips/nest_12.zip",  # a bundle of bundles is read one level deep: each bundle in it is a finding
    "zips/nest_42_style.zip",
    "text/csv_named.xlsx",  # content decides
    "text/nul_bytes.csv",  # damage
    "text/short_gbk.csv",  # two columns are no list of homework
}
"""What comes out otherwise than the script expects, and why that is right."""


@pytest.mark.skipif(not (SHARED / "foreign").exists(), reason="the files of other projects are not in this checkout")
def test_files_of_other_projects_hold_no_homework(tmp_path: Path) -> None:
    place = tmp_path / "foreign"
    shutil.copytree(SHARED / "foreign", place)
    write(place, {GOOD: OVER})
    found = audited(place, tmp_path, "table")
    assert_nothing_untoward(found, place)
    assert_good_file_stands(found, GOOD)
    assert found.run.returncode == 3
    assert found.report["entries"]["read"] == 2
    assert {share["file"] for day in found.report["class_days"] for share in day["evidence"]} == {GOOD}
    files = found.report["files"]
    broken = {file["path"] for file in files if file["reason"] in {"crashed", "memory", "timeout", "cells-missing"}}
    assert broken == {"apache_poi/test-data__spreadsheet__Simple.xlsb"}
    packages = [file for file in files if file["path"].endswith((".xlsx", ".xltx", ".ods")) and file["status"] == "read"]
    assert all(file["witnessed"] for file in packages)


def test_memory_stays_within_bounds(tmp_path: Path) -> None:
    """A workbook of 2 KB whose grid would take a gigabyte."""
    grid = joined([cells(1, HEADINGS)]) + f'<row r="1048576">{text_cell("AH1048576", "x")}</row>'
    found = audited(write(tmp_path / "in", {"大.xlsx": xlsx(grid), GOOD: OVER}), tmp_path, "plain")
    report, most = found.report, found.memory
    assert [(file["path"], file["reason"]) for file in report["files"]] == [(GOOD, None), ("大.xlsx", "crashed")]
    assert 10 < most["parent"] < 200
    assert 10 < most["child"] < 1100
