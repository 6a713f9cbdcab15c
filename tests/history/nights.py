"""An office that audits night after night, and keeps what it found."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

from homework_audit.filters import Filters, filtered, wants_finding
from homework_audit.history.comparing import compared
from homework_audit.history.lateness import late_findings, with_more
from homework_audit.history.looked import Looked, Place
from homework_audit.history.rows import Run
from homework_audit.history.store import History
from homework_audit.models.report import Finding, Report
from tests.conftest import Office

FOLDER = "/报送"


class Nights(Office):
    """Every `night` audits what is handed in by then, compares it with the history and records it there."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.file = file
        self.today = date(2026, 9, 14)

    def night(self, filters: Filters | None = None, *, named: tuple[str, ...] = (FOLDER,)) -> Report:
        """The report of tonight, of the files under the folders named."""
        everything = dict(self.files)
        self.files = {name: data for name, data in everything.items() if any(f"{FOLDER}/{name}".startswith(each) for each in named)}
        wanted = filters or Filters()
        self.as_of = self.today

        def wants(finding: Finding) -> bool:
            return wants_finding(wanted, finding)

        whole = self.audit(wanted)
        self.files = everything
        place = Place(named, {file.path: f"{FOLDER}/{file.path}" for file in whole.files})
        looked = Looked(whole, place)
        shown = filtered(whole, wanted)
        with History(self.file, create=True) as history:
            late = late_findings(whole, history.missed(), self.policy, place, self.today)
            shown = with_more(shown, list(filter(wants, late)))
            known = history.known({finding.fingerprint for finding in shown.findings})
            report = compared(shown, looked, known, self.policy, today=self.today, wanted=wants)
            history.record(Run(self.today, f"{self.today}T21:00:00+08:00", named, 0), report, looked, self.policy)
        self.today += timedelta(days=1)
        return report


def states(report: Report, rule: str = "daily-minutes-cap") -> list[str | None]:
    """What became of the findings of one rule, those that are there first."""
    return [finding.state for finding in (*report.findings, *report.earlier) if finding.rule == rule]
