"""Turns the entries of all files into records: whole grades, missing years, duplicates, and what cannot be placed."""

from homework_audit.resolve.records import Expecting, Resolved, resolve
from homework_audit.resolve.roster import RosterLine
from homework_audit.resolve.settings import ResolveSettings

__all__ = ["Expecting", "ResolveSettings", "Resolved", "RosterLine", "resolve"]
