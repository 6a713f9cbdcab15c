"""Turns the entries of a row and a remark beside them into entries as the remark leaves them: «2班不做», «1班改为20分钟»."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from homework_audit.models.reading import Duration, Entry, ForClasses
from homework_audit.values.exceptions import Change, changes_in
from homework_audit.values.references import ClassRef
from homework_audit.values.text import plain


def with_exceptions(entries: Sequence[Entry], remarks: Iterable[str], year: int | None) -> tuple[list[Entry], frozenset[str]]:
    """The entries as the remarks leave them, and the remarks that were understood: all others still say what nobody has heard.

    `year` is that of a day to which homework is moved, where the remark states none.
    """
    kept, heard = list(entries), set[str]()
    for remark in remarks:
        changes = changes_in(remark)
        changed = kept
        for change in changes:
            changed = [one for entry in changed for one in _changed(entry, change, remark, year)]
        if changes and changed != kept and all(_is_known(entry) for entry in kept):
            kept = changed
            heard.add(remark)
    return kept, frozenset(heard)


def _is_known(entry: Entry) -> bool:
    """Whether it was set, and for which classes: of anything else a remark may mean more than it says."""
    return entry.state == "set" and bool(entry.classes)


def _changed(entry: Entry, change: Change, remark: str, year: int | None) -> list[Entry]:
    """The entry, in two where the change is of some of its classes alone."""
    if not change.labels:
        return [_applied(entry, change, remark, year)]
    named, others = _parted(entry.to, change.labels)
    if change.effect == "only":
        left = others if change.all_but else named
        return [entry._replace(to=left)] if left else [entry]
    if named is None:
        return [entry]
    applied = _applied(entry._replace(to=named), change, remark, year)
    return [applied] if others is None else [entry._replace(to=others), applied]


def _parted(to: ForClasses, labels: Sequence[str]) -> tuple[ForClasses | None, ForClasses | None]:
    """The classes with these labels, and all others; None where there are none."""
    grades = {ref.grade for ref in to.classes}
    whole = any(ref.label is None for ref in to.classes)
    if len(grades) > 1 or (whole and len(to.classes) > 1):
        return None, to
    grade = next(iter(grades))
    own = {ref.label for ref in to.classes}
    named = tuple(ClassRef(grade, one) for one in labels if whole or one in own)
    others = to.classes if whole else tuple(ref for ref in to.classes if ref not in named)
    without = (*to.without, *named) if whole else ()
    return (to._replace(classes=named, without=()) if named else None), (to._replace(classes=others, without=without) if others else None)


def _applied(entry: Entry, change: Change, remark: str, year: int | None) -> Entry:
    """The entry as it was changed, with the remark that changed it: its content is shown as evidence."""
    task, said = entry.task, plain(remark)
    if change.effect == "minutes" and entry.high == change.minutes:
        return entry
    if said not in entry.content:
        entry = entry._replace(content=f"{entry.content}({said})")
    if change.effect == "unset":
        return entry._replace(task=task._replace(state="not-set"), problems=())
    if change.effect == "school":
        return entry._replace(task=task._replace(place="school"))
    if change.effect == "oral":
        return entry._replace(task=task._replace(kind="oral", kind_assumed=False))
    if change.effect == "optional":
        return entry._replace(task=task._replace(optional=True))
    if change.effect == "minutes":
        return entry._replace(duration=Duration(said, change.minutes, change.minutes), problems=())
    if change.effect == "moved" and change.date:
        date = change.date if change.date.year else change.date._replace(year=entry.date.year if entry.date else year)
        return entry._replace(on=entry.on._replace(date=date))
    return entry
