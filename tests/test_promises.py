"""What is promised of every run, whatever the files hold: P5, P8, P9 and P10; the other promises have tests of their own.

P1–P4, P6 and the memory of P2 are held in test_withstands.py, P7 in renderers/test_html.py, P11 in faults/, P12–P14 in
test_relations.py.
"""

from __future__ import annotations

import csv
import hashlib
import os
import sys
from io import BytesIO, StringIO
from itertools import chain
from pathlib import Path

import openpyxl
import pytest

from tests.command import homework_audit, write
from tests.conftest import row, table

ACTIVE = (
    "=1+1",
    '=HYPERLINK("http://x.example","a")',
    "+1",
    "-1",
    "@SUM(A1)",
    "＝1",
    "http://x.example",
    "{=1}",
    "mailto:a@x.example",
    "\t=1",
)
HOSTILE = {
    "=1+1.csv": table(*(row("适量", content=text, subject=text) for text in ACTIVE)),
    "http.csv": table(*(row(30, content=text, to="三(2)班") for text in ACTIVE)),
    "坏.xlsx": b"PK\x03\x04 cut short",
}
REPORTS = ("json", "csv", "xlsx", "html", "md", "xml")
ALONE = """
import socket

def refused(*arguments, **named):
    raise AssertionError("a network call")

socket.socket.connect = socket.socket.connect_ex = refused
socket.getaddrinfo = socket.create_connection = socket.gethostbyname = refused
"""

ALERTED = """
[notify.email]
host = "127.0.0.1"
port = 9
sender = "audit@school.example"
to = ["office@school.example"]
"""


def outputs(folder: Path) -> list[str]:
    return [part for suffix in REPORTS for part in ("-o", str(folder / f"报告.{suffix}"))]


def hashes(folder: Path) -> dict[str, str]:
    """Every file under a folder, with its content."""
    return {
        path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob("*") if path.is_file()
    }


def test_p5_no_cell_of_a_report_is_a_formula_or_a_link_that_came_from_an_input(tmp_path: Path) -> None:
    homework_audit("check", write(tmp_path / "in", HOSTILE), "--record", *outputs(tmp_path), cwd=tmp_path)
    book = openpyxl.load_workbook(BytesIO((tmp_path / "报告.xlsx").read_bytes()))
    for sheet in book:
        for line in sheet.iter_rows():
            for cell in line:
                assert cell.data_type != "f", cell.coordinate
                assert not cell.hyperlink or "x.example" not in str(cell.hyperlink.target)
    cells = list(chain.from_iterable(csv.reader(StringIO((tmp_path / "报告.csv").read_text("utf-8-sig")))))
    assert any("HYPERLINK" in cell for cell in cells)
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "＝"))]
    page = (tmp_path / "报告.html").read_text("utf-8")
    assert 'href="http' not in page
    assert 'src="' not in page


@pytest.mark.parametrize(
    "surroundings",
    [
        {"TZ": "Asia/Shanghai", "LC_ALL": "C", "PYTHONHASHSEED": "1"},
        {"TZ": "America/Los_Angeles", "LC_ALL": "zh_CN.GB18030", "PYTHONHASHSEED": "2", "HOME": "/nowhere"},
    ],
)
def test_p8_the_same_input_is_the_same_bytes_in_any_surroundings(tmp_path: Path, surroundings: dict[str, str]) -> None:
    folder = write(tmp_path / "in", {f"{n}.csv": table(row(30 + n, subject="数学", to=f"{n + 3}(1)班")) for n in range(3)} | HOSTILE)
    made = []
    for name, env in (("a", {}), ("b", surroundings)):
        place = tmp_path / name
        place.mkdir()
        homework_audit("check", folder, "--as-of", "2026-09-30", *outputs(place), env=env)
        made.append(hashes(place))
    assert made[0] == made[1]
    assert len(made[0]) == len(REPORTS)


def test_p9_nothing_is_written_but_what_was_named_and_inputs_stay_as_they_were(tmp_path: Path) -> None:
    write(tmp_path / "in", HOSTILE)
    write(tmp_path, {"in/homework-audit.toml": b'[history]\nfile = "../kept/history.sqlite"\n'})
    for name in ("out", "home", "temporary"):
        (tmp_path / name).mkdir()
    before = hashes(tmp_path / "in")
    env = {"HOME": str(tmp_path / "home"), "TMPDIR": str(tmp_path / "temporary"), "PYTHONDONTWRITEBYTECODE": "1"}
    for arguments in ([], ["--record"]):
        homework_audit("check", tmp_path / "in", *outputs(tmp_path / "out"), *arguments, cwd=tmp_path / "home", env=env)
        assert hashes(tmp_path / "in") == before
        written = {name.split("/")[0] for name in hashes(tmp_path)}
        assert written == ({"in", "out", "kept"} if arguments else {"in", "out"})
    assert set(hashes(tmp_path / "out")) == {f"报告.{suffix}" for suffix in REPORTS}
    assert set(hashes(tmp_path / "kept")) == {"history.sqlite", "history.sqlite.lock", "readings.sqlite"}


def test_p10_no_network_is_used(tmp_path: Path) -> None:
    alone = os.pathsep.join((str(write(tmp_path / "alone", {"sitecustomize.py": ALONE.encode()})), *filter(None, sys.path)))
    folder = write(tmp_path / "in", HOSTILE | {"六.csv": table(row(20, to="六(1)班"))})
    run = homework_audit("check", folder, "--record", *outputs(tmp_path), cwd=tmp_path, env={"PYTHONPATH": alone})
    assert run.returncode == 3
    assert b"network call" not in run.stdout + run.stderr
    assert {f"报告.{suffix}" for suffix in REPORTS} <= set(hashes(tmp_path))
    write(tmp_path, {"homework-audit.toml": ALERTED.encode()})
    told = homework_audit("notify", "--test", cwd=tmp_path, env={"PYTHONPATH": alone})
    assert b"network call" in told.stderr  # so it would have been seen
