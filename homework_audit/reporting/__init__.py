"""Turns what the stages made into the one frozen Report."""

from homework_audit.reporting.composition import composition
from homework_audit.reporting.report import Inputs, build_report, summary_of

__all__ = ["Inputs", "build_report", "composition", "summary_of"]
