"""Collects the problems of one table: the same one at the same cell is noted once, however many rows it touches."""

from __future__ import annotations

from homework_audit.layouts.context import Context
from homework_audit.layouts.facts import About, Facts
from homework_audit.models.reading import Entry, Problem, Scope
from homework_audit.values.references import ClassRef
from homework_audit.values.text import shown


class Problems:
    """The problems of a table; entries refer to them by their place in `found`."""

    def __init__(self, about: About, context: Context) -> None:
        self.found: list[Problem] = []
        self._about, self._context = about, context
        self._places: dict[tuple[str, str, str], int] = {}

    def missing_columns(self) -> None:
        """Notes what the whole table lacks: one finding instead of one for each of its rows."""
        fields = self._about.fields
        if "minutes" not in fields:
            self.note(self._missing("minutes"))
        if not fields & {"class", "grade"} and not self._context.classes:
            self.note(self._missing("class"))

    def note(self, problem: Problem) -> int:
        """The place of a problem, noted now or before."""
        key = (problem.kind, problem.reason, problem.cell)
        if key not in self._places:
            self._places[key] = len(self.found)
            self.found.append(problem)
        return self._places[key]

    def of_entry(self, facts: Facts, entry: Entry, refs: tuple[ClassRef, ...], class_trouble: str, date_trouble: str) -> tuple[int, ...]:
        """The places of all that is wrong with an entry; () for one that was never set."""
        if entry.state not in ("set", "none-declared"):
            return ()
        scope = self._scope(entry, refs)
        found: list[Problem] = []
        if class_trouble:
            found.append(self._unplaced(facts, "class", ("class", "grade"), class_trouble, scope))
        if date_trouble:
            found.append(self._unplaced(facts, "date", ("date", "weekday"), date_trouble, scope))
        if entry.duration.trouble or entry.high is None:
            found.append(self._minutes(entry, scope))
        return tuple(self.note(problem) for problem in found)

    def unknown_subject(self, facts: Facts, text: str) -> None:
        """Notes a subject that the vocabulary does not know, once for each text."""
        key = ("unknown-subject", "", text)
        if text and key not in self._places:
            self._places[key] = len(self.found)
            self.found.append(Problem("unknown-subject", "", facts.cell("subject"), text))

    def _scope(self, entry: Entry, refs: tuple[ClassRef, ...]) -> Scope:
        scope = self._context.scope._replace(classes=refs or self._context.classes, subject="")
        return scope._replace(first=entry.date, last=entry.date) if entry.date else scope

    def _missing(self, what: str, scope: Scope | None = None) -> Problem:
        return Problem("missing-column", what, self._about.heading_cell, scope=scope or self._context.scope)

    def _unplaced(self, facts: Facts, what: str, columns: tuple[str, str], trouble: str, scope: Scope) -> Problem:
        """An unreadable class or date at its cell, or the column that the table lacks."""
        name = next((column for column in columns if column in self._about.fields), "")
        if not name:
            return self._missing(what, scope)
        return Problem(f"unreadable-{what}", trouble, facts.cell(name), shown(facts.value(name)), scope=scope)

    def _minutes(self, entry: Entry, scope: Scope) -> Problem:
        if "minutes" not in self._about.fields:
            return self._missing("minutes")
        trouble = entry.duration.trouble or "open-ended"
        kind = "missing-minutes" if trouble in ("blank", "contradiction") else "unreadable-minutes"
        return Problem(kind, trouble, entry.cell, entry.text, {"content": entry.content[:80]}, scope)
