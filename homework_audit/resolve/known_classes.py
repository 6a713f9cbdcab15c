"""Turns the classes that all entries name into the classes there are, so that «全年级» and «三年级» mean something."""

from __future__ import annotations

from collections.abc import Iterable

from homework_audit.models.reading import ForClasses
from homework_audit.models.record import SchoolClass
from homework_audit.values.references import ClassRef


class KnownClasses:
    """The classes that any entry of the audit names, or a list or roster of classes beside them, by school and grade.

    Where only one school is named in the whole audit, every entry is of that school; all are of `school` where it is given.
    """

    def __init__(
        self, named_by_entries: Iterable[ForClasses], listed: Iterable[tuple[str | None, ClassRef]] = (), school: str | None = None
    ) -> None:
        self._by_grade: dict[tuple[str | None, int], set[SchoolClass]] = {}
        told = {(to.school, ref) for to in set(named_by_entries) for ref in (*to.classes, *to.without)}
        named = [(school, ref) for school, ref in told if ref.label and ref.grade]
        listed = list(listed)
        schools = {name for name, _ in (*named, *listed) if name}
        self._school = school
        self._only_school = schools.pop() if len(schools) == 1 else None
        for name, ref in {*named, *listed}:
            found = SchoolClass(self.school(name), ref.grade or 0, ref.label)
            self._by_grade.setdefault((found.school, found.grade), set()).add(found)

    def school(self, named: str | None) -> str | None:
        """The school of an entry that names this one, or none."""
        return self._school or named or self._only_school

    def is_other(self, named: str) -> bool:
        """Whether that is no way to write the one school that all is of: «市二十一小» is «银川市第二十一小学»."""
        short, long = sorted((named, self._school or named), key=len)
        letters = iter(long)
        return not all(letter in letters for letter in short)

    def of(self, refs: Iterable[ClassRef], school: str | None, without: Iterable[ClassRef] = ()) -> list[SchoolClass]:
        """The classes that the references of a placed entry mean: a whole grade is every class of it that is known, but for some."""
        excepted = {SchoolClass(school, ref.grade or 0, ref.label) for ref in without}
        found: dict[SchoolClass, None] = {}
        for ref in refs:
            grade = ref.grade or 0
            if ref.label:
                found[SchoolClass(school, grade, ref.label)] = None
                continue
            whole = sorted(self._by_grade.get((school, grade), ()), key=lambda known: known.order)
            found.update(dict.fromkeys(whole or [SchoolClass(school, grade, None)]))
        return [known for known in found if known not in excepted]

    def possible(self, refs: Iterable[ClassRef], school: str | None) -> frozenset[SchoolClass] | None:
        """The classes that something may belong to when only this is known of it; None: any class at all."""
        refs = list(refs)
        if not refs:
            return None
        found: set[SchoolClass] = set()
        for ref in refs:
            if ref.grade and ref.label:
                found.add(SchoolClass(school, ref.grade, ref.label))
            elif ref.grade:
                found.update(self.of([ref], school))
            else:
                everyone = (known for classes in self._by_grade.values() for known in classes)
                found.update(known for known in everyone if ref.label in (None, known.label))
        return frozenset(found)
