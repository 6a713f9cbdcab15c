"""A scheduler that reads JUnit sees what the exit code says: failures for days over, errors for what could not be judged."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from junitparser import Error, Failure, JUnitXml, Skipped

from homework_audit.locale import Lang
from homework_audit.models.report import Report
from homework_audit.renderers import RENDERERS, RenderOptions
from tests.command import homework_audit, write
from tests.conftest import ROOT, Office, row, table


def _parsed(report: Report) -> JUnitXml:
    return JUnitXml.fromstring(RENDERERS["junit"].render(report, RenderOptions()))


def _outcomes(xml: JUnitXml) -> dict[tuple[str, str], list[type]]:
    return {(str(suite.name), str(case.name)): [type(result) for result in case.result] for suite in xml for case in suite}


@pytest.fixture
def office() -> Office:
    return Office()


def test_each_verdict_has_its_outcome(office: Office) -> None:
    rows = [row(70), row(30, day="2026-09-15"), row("适量", day="2026-09-16"), row(70, to="高一(1)班")]
    office.hand_in("a.csv", *rows)
    found = _outcomes(_parsed(office.audit()))
    assert found["三(1)班", "2026-09-14"] == [Failure]
    assert found["三(1)班", "2026-09-15"] == []
    assert found["三(1)班", "2026-09-16"] == [Error]
    assert found["高一(1)班", "2026-09-14"] == [Skipped]


def test_a_day_over_that_the_policy_only_warns_of_fails_nothing(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": table(row(70)), "homework-audit.toml": b'[rules.daily-minutes-cap]\nseverity = "warning"\n'})
    run = homework_audit("check", "a.csv", "-c", "homework-audit.toml", "--format", "junit", cwd=tmp_path)
    assert run.returncode == 0
    assert _outcomes(JUnitXml.fromstring(run.stdout))["三(1)班", "2026-09-14"] == [Skipped]


def test_what_could_not_be_read_is_an_error(tmp_path: Path) -> None:
    write(tmp_path, {"a.csv": table(row(30)), "b.pdf": b"%PDF-1.4"})
    run = homework_audit("check", tmp_path, "--format", "junit")
    found = _outcomes(JUnitXml.fromstring(run.stdout))
    assert run.returncode == 3
    assert found["文件清单", "b.pdf"] == [Error]
    assert found["文件清单", "报送内容全部读取"] == [Error]
    assert found["三(1)班", "2026-09-14"] == []


@pytest.mark.parametrize("text", ["\x00\x1b[31m", "]]><x>&", "\ufffe\ud800", "a\u202eb"])
def test_any_text_is_well_formed(office: Office, text: str) -> None:
    report = office.hand_in("a.csv", row(70)).audit()
    told = tuple(replace(finding, message=text, hint=text) for finding in report.findings)
    xml = _parsed(report.model_copy(update={"findings": told}))
    assert int(xml.failures or 0) == 1


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_figures_of_the_sample_sheets(lang: Lang) -> None:
    run = homework_audit("check", "sample_sheets", "--format", "junit", "--lang", lang, cwd=ROOT)
    xml = JUnitXml.fromstring(run.stdout)
    assert (int(xml.tests), int(xml.failures), int(xml.errors)) == (sum(len(list(suite)) for suite in xml), 5, 1)


def test_it_is_written_for_its_ending(tmp_path: Path) -> None:
    write(tmp_path / "in", {"a.csv": table(row(70))})
    homework_audit("check", tmp_path / "in", "-o", tmp_path / "report.xml")
    assert JUnitXml.fromfile(str(tmp_path / "report.xml")).failures == 1
