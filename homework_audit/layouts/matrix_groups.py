"""Turns the columns that stand across into groups, each of which states one homework a row: its text, its minutes, or both."""

from __future__ import annotations

from collections.abc import Sequence

from homework_audit.layouts.columns_apart import is_about_homework
from homework_audit.layouts.facets import NOTHING_SAID, TRAITS, Facets, joined
from homework_audit.layouts.matrix import Group, MatrixColumns
from homework_audit.models.sheet import Grid
from homework_audit.values.minutes import read_minutes
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact
from homework_audit.values.wording import names_writing

_FEWEST_ALIKE = 2


def with_other_subjects(
    found: MatrixColumns, groups: list[tuple[Facets, str, int]], headings: Grid, body: Grid
) -> list[tuple[Facets, str, int]]:
    """The groups, with a column such as «国学» among subjects, above minutes or something to be written, for a subject nobody knows."""
    subjects = [column for about, _, column in groups if about.dimensions == {"subject"} and not about.field]
    if len(subjects) < 2:
        return groups
    end = min((column for column, _ in found.totals if column > subjects[0]), default=len(headings[0]))
    for column in [column for column in found.unknown if subjects[0] < column < end]:
        named = next((row[column] for row in reversed(headings) if column < len(row) and row[column] != ""), "")
        used = [row[column] for row in body if column < len(row) and row[column] != ""]
        if isinstance(named, str) and named and not is_about_homework(compact(named)) and (_are_times(used) or _are_written(used)):
            found.unknown.remove(column)
            groups.append((Facets(subject=named), "cell", column))
    return sorted(groups, key=lambda group: group[2])


def _are_times(used: Sequence[Cell]) -> bool:
    """Whether the cells of a column are minutes, or say how long something takes."""
    timed = sum(read_minutes(value).low is not None or (isinstance(value, str) and states_time(value)) for value in used)
    return timed > len(used) / 2


def _are_written(used: Sequence[Cell]) -> bool:
    """Whether most cells of a column name something to be written."""
    written = sum(isinstance(value, str) and names_writing(value) for value in used)
    return written > len(used) / 2


def assemble(found: MatrixColumns, groups: Sequence[tuple[Facets, str, int]]) -> None:
    """Puts columns with the same headings together: 内容 and 时长, or a column that holds both; the rest belong to the whole row."""
    groups = _with_one_content(_by_turns(groups))
    across = any(about.dimensions for about, _, _ in groups)
    own = [name for about, name, _ in groups if about.dimensions]
    kept = _minutes_beside_a_part(groups)
    if any(about.subject for about, _, _ in groups):  # «其他» beside subjects is other subjects, not another kind
        groups = [
            (about._replace(kind="", subject="其他") if about.kind == "other" else about, name, column) for about, name, column in groups
        ]
    for about, name, column in groups:
        if across and column != kept and name != "cell" and _speaks_for_the_row(about):
            if name == "content" or "minutes" not in own:  # «所用时间» beside the minutes of each subject is something else
                found.shared.setdefault(name, column)
            continue
        group = _group_of(about, name, column, found.groups)
        if name in TRAITS:
            group.traits[name] = column
            continue
        if about.unit:
            group.about = group.about._replace(unit=about.unit)
        group.columns[name] = column
    found.groups = [group for group in found.groups if group.columns]
    _part_by_place(found.groups)
    for group in found.groups:
        if "cell" in group.columns and "minutes" in group.columns:
            group.columns["content"] = group.columns.pop("cell")
        elif list(group.columns) == ["minutes"] and "content" not in found.shared:
            group.columns["cell"] = group.columns.pop("minutes")  # «作业内容（预计时间）» holds both


def _part_by_place(groups: Sequence[Group]) -> None:
    """Tells the columns of minutes in school and at home of which homework they are, where one column beside them says it."""
    for group in groups:
        if list(group.columns) != ["content"] or group.about.dimensions != {"subject"}:
            continue
        parts = [one for one in groups if one.about.place and list(one.columns) == ["cell"] and _is_part(one.about, group.about)]
        for one in parts:
            one.content = group.columns["content"]
        group.figures = tuple(one.columns["cell"] for one in parts)


def _is_part(about: Facets, whole: Facets) -> bool:
    return about._replace(place="", field="", unit="") == whole._replace(field="", unit="")


def _speaks_for_the_row(about: Facets) -> bool:
    """Whether a heading places nothing, so that its column is of all homework of a row."""
    return not about.number and not about.dimensions and not about.time and about.field != "session"


def _minutes_beside_a_part(groups: Sequence[tuple[Facets, str, int]]) -> int | None:
    """The column 时长 where that beside it is of homework that is no part of the load: «选做时长» leaves it what it is."""
    parts = [about for about, name, _ in groups if name == "minutes" and about.dimensions]
    if len(parts) != 1 or parts[0].dimensions != {"trait"}:
        return None
    (part,) = parts
    counts = part.kind in ("", "written") and not part.optional and part.place != "school" and not part.layer
    return None if counts else next((column for about, name, column in groups if name == "minutes" and _speaks_for_the_row(about)), None)


def _by_turns(groups: Sequence[tuple[Facets, str, int]]) -> Sequence[tuple[Facets, str, int]]:
    """The groups with the headings of each homework at the minutes to its right, where the two take turns and most are called alike.

    «语文作业 | 语文用时 | 数学作业 | 数学用时 | 科学或道法作业 | 科学道法用时».
    """
    pairs = list(zip(groups[::2], groups[1::2], strict=False))
    if len(groups) % 2 or any(
        (left[1], right[1]) != ("content", "minutes") or right[2] != left[2] + 1 or not left[0].dimensions or not right[0].dimensions
        for left, right in pairs
    ):
        return groups
    alike = sum(_say_the_same(right[0], left[0]) for left, right in pairs)
    if alike < _FEWEST_ALIKE or alike * 2 <= len(pairs):
        return groups
    return [one for left, right in pairs for one in (left, (left[0]._replace(field=right[0].field, unit=right[0].unit), *right[1:]))]


def _with_one_content(groups: Sequence[tuple[Facets, str, int]]) -> Sequence[tuple[Facets, str, int]]:
    """The groups with the kind of the one column of homework at all minutes: «书面作业 | 1班 | 2班» is written for both.

    So is «书面作业内容 | 在校完成 | 带回家完成».
    """
    spoken = [about for about, name, _ in groups if name == "content" and about.kind not in ("", "written", "other")]
    contents = [about for about, name, _ in groups if name == "content" and about not in spoken]
    others = [about for about, name, _ in groups if name != "content"]
    if len(contents) != 1 or contents[0].dimensions != {"trait"} or not others:
        return groups
    if any(about.kind or about.layer or ("class" in about.dimensions) == bool(about.place) for about in others):
        return groups
    (of_all,) = contents
    kind, place, layer, optional = of_all.kind, of_all.place, of_all.layer, of_all.optional
    return [
        (
            about
            if about in spoken
            else NOTHING_SAID._replace(field="content")
            if name == "content"
            else about._replace(kind=kind, place=about.place or place, layer=layer, optional=optional),
            name,
            column,
        )
        for about, name, column in groups
    ]


def _group_of(about: Facets, name: str, column: int, groups: list[Group]) -> Group:
    """The group to which a column belongs, a new one if it is that of none."""
    group = next((one for one in groups if one.about.coordinates == about.coordinates and not one.has(name)), None)
    if group:
        return group
    beside = groups[-1] if groups else None
    if name == "minutes" and beside:
        waiting = beside if _belongs(about, beside, column) else _waiting_for(about, groups)
        if waiting:
            waiting.about = joined(waiting.about, about)
            return waiting
    groups.append(Group(about))
    return groups[-1]


def _waiting_for(about: Facets, groups: Sequence[Group]) -> Group | None:
    """The one column of homework without minutes whose heading says the same, as far as both say anything: «书面作业内容（必做）»."""
    waiting = [group for group in groups if list(group.columns) == ["content"] and group.about.kind and _say_the_same(about, group.about)]
    return waiting[0] if len(waiting) == 1 else None


def _belongs(about: Facets, beside: Group, column: int) -> bool:
    """Whether a column of minutes is that of the content right beside it, though only one of the headings names a kind."""
    if list(beside.columns) not in (["content"], ["cell"]) or column - 1 not in beside.columns.values():
        return False
    return _say_the_same(about, beside.about)


def _say_the_same(about: Facets, other: Facets) -> bool:
    """Whether two headings say one thing alike, and nothing that contradicts."""
    pairs = list(zip(about.coordinates, other.coordinates, strict=True))
    return any(one == other and one not in ("", None) for one, other in pairs) and all(
        one == other or "" in (one, other) or None in (one, other) for one, other in pairs
    )
