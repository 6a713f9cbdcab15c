"""Turns records and uncertainties into class-days with at least and at most so many minutes, and their verdicts."""

from homework_audit.workload.class_days import class_days
from homework_audit.workload.settings import WorkloadSettings

__all__ = ["WorkloadSettings", "class_days"]
