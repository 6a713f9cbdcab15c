"""Turns the entries of all files into records: whole grades, missing years, duplicates, and what cannot be placed."""

from homework_audit.resolve.records import Resolved, resolve
from homework_audit.resolve.settings import ResolveSettings

__all__ = ["ResolveSettings", "Resolved", "resolve"]
