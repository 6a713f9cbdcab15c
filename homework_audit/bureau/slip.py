"""Turns the JSON of a report into what a rollup counts of it: class-days without their evidence, and open findings without their texts."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from homework_audit.models.report import PolicyReport, Severity, State, Verdict, Waived


class _Slip(BaseModel):
    model_config = ConfigDict(frozen=True, extra="ignore", populate_by_name=True)


class SlipDay(_Slip):
    """A class-day, its verdict, and the minutes that were declared for it by subject."""

    school: str | None
    grade: int
    school_class: str | None = Field(alias="class")
    day: date = Field(alias="date")
    day_type: str
    limit: float | None
    verdict: Verdict
    subjects: Mapping[str, float]


class SlipFinding(_Slip):
    """A finding, known by its fingerprint."""

    rule: str
    severity: Severity
    school: str | None
    fingerprint: str
    state: State | None = None
    waived: Waived | None = None

    @property
    def is_open(self) -> bool:
        """Whether somebody has to follow it up: an error or a warning that nobody accepted and that is not mended."""
        return self.severity != "info" and self.waived is None and self.state != "resolved"


class SlipLine(_Slip):
    """Who reported for a class-day."""

    school: str | None
    grade: int
    day: date = Field(alias="date")
    reported: tuple[str, ...]
    none: tuple[str, ...]
    not_reported: tuple[str, ...]


class SlipSchool(_Slip):
    """What became of the files of one school, where every folder is a school of its own."""

    school: str | None
    complete: bool
    files: int


class Slip(_Slip):
    """What is counted of a report of schema 1."""

    schema_version: Literal[1] = Field(alias="schema")
    mode: Literal["audit", "plan"]
    policy: PolicyReport
    filters: Mapping[str, Any]
    complete: bool
    schools: tuple[SlipSchool, ...] = ()
    class_days: tuple[SlipDay, ...]
    findings: tuple[SlipFinding, ...]
    earlier: tuple[SlipFinding, ...] = ()
    completeness: tuple[SlipLine, ...]
