"""Every rule of reading and of waivers: a sample that makes it fire, and an orderly list that none of them speaks about."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from homework_audit.policy import load_policy
from homework_audit.rules import RULES, JudgingRule
from tests.conftest import HEADINGS, MONDAY, Office, findings, row, table


class Handed(NamedTuple):
    """Files handed in under a configuration."""

    files: dict[str, bytes]
    config: str = ""


WAIVER = '[[waivers]]\nrule = "daily-minutes-cap"\nreason = "x"\nowner = "y"\nuntil = {until}\n'
ORDERLY = table(row(20), row(15, subject="数学", content="口算一页"), row("无", subject="英语", content="无"))
FIRES = {
    "missing-submission": Handed({"三.csv": ORDERLY}, '[[roster]]\nclasses = "三(1)班"\nsubjects = ["科学"]\n'),
    "duplicate-entry": Handed({"三.csv": ORDERLY, "再报.csv": table(row(20))}),
    "conflicting-entry": Handed({"三.csv": ORDERLY, "再报.csv": table(row(25))}),
    "total-mismatch": Handed({"三.csv": table(row(20), row(15, subject="数学"), ["合计", "", "", "", "", 60])}),
    "implausible-minutes": Handed({"三.csv": table(row(200))}),
    "unreadable-file": Handed({"三.csv": ORDERLY, "坏.xlsx": b"PK\x03\x04"}),
    "unsupported-file": Handed({"三.csv": ORDERLY, "通知.pdf": b"%PDF-1.7 ..."}),
    "sheet-not-understood": Handed({"三.csv": ORDERLY, "作业.csv": "作业,甲,乙\n练习册30分钟,x,y\n口算20分钟,z,w\n".encode("utf-8-sig")}),
    "unreadable-minutes": Handed({"三.csv": table(row("适量"))}),
    "missing-minutes": Handed({"三.csv": table(row(20), row("", subject="数学"))}),
    "unreadable-date": Handed({"三.csv": table(row(20), row(20, subject="数学", day="下周"))}),
    "unreadable-class": Handed({"三.csv": table(row(20), row(20, subject="数学", to="某班"))}),
    "missing-column": Handed({"作业.csv": table([MONDAY, "语文", "练习册", 20], headings=("日期", "学科", "作业内容", "时长(分钟)"))}),
    "unexplained-row": Handed({"三.csv": table(row(20), ["", "", "", "", "", 30])}),
    "unknown-subject": Handed({"三.csv": table(row(20, subject="国学经典"))}),
    "wrong-file-name": Handed({"三.xlsx": ORDERLY}),
    "wrong-school": Handed(
        {"城关中学/三.csv": table([*row(20), "实验小学"], headings=(*HEADINGS, "学校"))}, '[input]\nschools = "folder"\n'
    ),
    "waiver-expired": Handed({"三.csv": ORDERLY}, WAIVER.format(until="2026-09-01")),
    "waiver-unused": Handed({"三.csv": ORDERLY}, WAIVER.format(until="2026-12-31")),
}
OTHER = [name for name, rule in RULES.items() if not issubclass(rule, JudgingRule)]


@pytest.mark.parametrize("rule", OTHER)
def test_it_fires(office: Office, tmp_path: Path, rule: str) -> None:
    file = tmp_path / "homework-audit.toml"
    file.write_text(FIRES[rule].config, encoding="utf-8")
    office.files |= FIRES[rule].files
    found = findings(office.under(load_policy(file)).audit(), rule)
    assert found
    assert all(finding.message and finding.hint for finding in found)


@pytest.mark.parametrize("rule", OTHER)
def test_it_stays_quiet_about_an_orderly_list(office: Office, rule: str) -> None:
    office.files["三.csv"] = ORDERLY
    assert not findings(office.audit(), rule)


def test_the_samples_have_the_usual_headings() -> None:
    assert ORDERLY.decode("utf-8-sig").startswith(",".join(HEADINGS))
