"""Turns a report into an index of what its run looked at: files, what each class stated of each subject, and from which files."""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Literal, NamedTuple

from homework_audit.models.report import ClassDay, Completeness, FileReport, Finding, Report, Verdict
from homework_audit.sources import Source

ClassKey = tuple[str | None, int | None, str | None]
"""School, grade (1–12) and label."""
Fate = Literal["there", "unread", "gone", "not-looked-at"]
"""What a run found of a file that an earlier one read."""


class Place(NamedTuple):
    """Where a run looked: the folders and files that were named, and the true path of each file by its name in the report."""

    named: tuple[str, ...]
    paths: Mapping[str, str]

    def lies_in(self, named: Sequence[str]) -> bool:
        """Whether all of it lies in those files and folders."""
        return all(any(Path(path).is_relative_to(other) for other in named) for path in self.named)


def place_of(paths: Sequence[Path], sources: Iterable[Source]) -> Place:
    """Where a run over these paths looks, in absolute terms: names in reports depend on what was named together."""
    true_folder = cache(os.path.realpath)

    def absolute(path: Path) -> str:
        folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 (pathlib follows the last link as well)
        return os.fsencode(os.path.join(true_folder(folder), name)).decode("utf-8", "backslashreplace")  # noqa: PTH118

    named = tuple(absolute(Path(os.path.realpath(path))) for path in paths)
    return Place(named, {source.name: absolute(source.path) for source in sources})


def class_key(of: ClassDay | Completeness | Finding) -> ClassKey:
    """The class that a line of a report is about."""
    return (of.school, of.grade, of.school_class)


def days_of(finding: Finding) -> list[date]:
    """The class-days that a finding is about; none for one about a file or a policy."""
    if finding.day is None or finding.grade is None:
        return []
    return [date.fromisoformat(day) for day in finding.params.get("days", ())] or [finding.day]


class Looked:
    """What one run saw, unfiltered, for questions about single files, classes and days."""

    def __init__(self, whole: Report, place: Place) -> None:
        self._named = tuple(Path(path) for path in place.named)
        self._paths = place.paths
        self._files = {self.path(file.path): file for file in whole.files if file.status != "skipped"}
        self._digests = {file.sha256 for file in whole.files if file.status == "read" and file.sha256}
        self._stated: dict[ClassKey, dict[date, set[str]]] = defaultdict(lambda: defaultdict(set))
        self._none = {(class_key(line), line.day): frozenset(line.none) for line in whole.completeness}
        self._missing = {(class_key(line), line.day): line.missing for line in whole.completeness if line.missing}
        self._complete = whole.complete
        rules = {finding.fingerprint: finding.rule for finding in whole.findings}
        self._waiting = {
            (class_key(day), day.day)
            for day in whole.class_days
            if day.verdict == "undetermined" and {rules[each] for each in day.because} == {"missing-submission"}
        }
        self._evidence: dict[tuple[ClassKey, date], dict[str, set[str]]] = {}
        self._verdicts: dict[tuple[ClassKey, date], Verdict] = {}
        for line in whole.completeness:
            self._stated[class_key(line)][line.day] |= {*line.reported, *line.none}
        for day in whole.class_days:
            by_subject: dict[str, set[str]] = defaultdict(set)
            for share in day.evidence:
                by_subject[share.subject].add(self.path(share.file))
            self._evidence[class_key(day), day.day] = by_subject
            self._verdicts[class_key(day), day.day] = day.verdict

    def path(self, name: str) -> str:
        """The true path of a file of the report."""
        return self._paths.get(name, name)

    def file(self, path: str) -> FileReport | None:
        """What the run made of the file at that path."""
        return self._files.get(path)

    def fate(self, path: str, digest: str | None, *, was_read: bool) -> Fate:
        """What became of a file: found again by its place or its content, found but not read, gone, or outside of all that was named.

        One that could not be read before is there again as soon as anything stands in its place.
        """
        found = self._files.get(path)
        if (digest and digest in self._digests) or (found and (found.status == "read" or not was_read)):
            return "there"
        if found:
            return "unread"
        return "gone" if any(Path(path).is_relative_to(named) for named in self._named) else "not-looked-at"

    def verdict(self, key: ClassKey, day: date) -> Verdict | None:
        """The verdict on a class-day; None if there was none to judge."""
        return self._verdicts.get((key, day))

    def sources(self, key: ClassKey, day: date) -> Mapping[str, set[str]]:
        """Subject → files that give it minutes on that class-day."""
        return self._evidence.get((key, day), {})

    def states(self, key: ClassKey, day: date, subject: str) -> bool:
        """Whether anybody stated, for that class and day, homework of the subject or that there is none."""
        return subject in self._stated.get(key, {}).get(day, ()) or subject in self.sources(key, day)

    def declares_none(self, key: ClassKey, day: date, subject: str) -> bool:
        """Whether the subject stated that there is no homework, and nobody stated any."""
        return subject in self._none.get((key, day), ())

    def missing(self, last: date) -> Iterator[tuple[ClassKey, date, str]]:
        """What the roster expected until that day, and nobody reported, to be sure.

        Where anything else is uncertain of a class-day, or of the whole audit, it may be there and was not understood.
        """
        for (key, day), subjects in self._missing.items():
            if self._complete and day <= last and (key, day) in self._waiting:
                yield from ((key, day, subject) for subject in subjects)

    def set_on(self, key: ClassKey, day: date, subject: str) -> date:
        """The day on which homework was set that lies on that day: the last one not after it."""
        stated = self._stated.get(key, {})
        return max((each for each, subjects in stated.items() if each <= day and subject in subjects), default=day)
