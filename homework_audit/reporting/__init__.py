"""Turns what the stages made into the one frozen Report."""

from homework_audit.reporting.completeness import completeness
from homework_audit.reporting.composition import composition
from homework_audit.reporting.kept import KeptParts
from homework_audit.reporting.part import Inputs, Part, part_of
from homework_audit.reporting.report import build_report, summary_of

__all__ = ["Inputs", "KeptParts", "Part", "build_report", "completeness", "composition", "part_of", "summary_of"]
