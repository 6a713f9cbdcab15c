"""Turns several columns of minutes, or of homework, into the one that counts, or into none where nobody says which."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from homework_audit.layouts.facets import facets
from homework_audit.layouts.headings import Heading, heading
from homework_audit.models.sheet import Grid
from homework_audit.values.expressions import expression
from homework_audit.values.text import Cell, compact, shown

_ON_TOP = expression(r"补充|额外|附加|追加|另加|订正")
_OF_THE_SAME = expression(r"名称|标题|题目|要求|说明|描述|详情|目标|title|name|description|detail")


def chosen_minutes(columns: list[int], known: dict[int, Heading], headings: Sequence[Cell]) -> list[int] | None:
    """The one column of minutes (or two, of hours and minutes): written work first, then estimates. None if two remain."""
    columns = [column for column in columns if known[column].final] or columns
    preferences: tuple[Callable[[Heading], bool], ...] = (
        lambda about: about.kind in ("", "written"),
        lambda about: about.estimate,
        lambda about: about.unit != "",
    )
    others = set(columns)
    for better in preferences:
        kept = [column for column in columns if better(known[column])]
        columns = kept or columns
    if [known[column].unit for column in columns] == ["hours", "minutes"]:
        return columns  # one time in two columns, 时 and 分
    others -= set(columns)
    if any(_ON_TOP.search(compact(shown(headings[column]))) for column in others):
        return None  # «补充时长» beside «时长»: both count, and nobody says which homework each is of
    return columns if len(columns) <= 1 else None


def declared_minutes(columns: Sequence[int], chosen: Sequence[int], known: dict[int, Heading]) -> int | None:
    """The column of minutes that were asked for, beside those that were fixed: where nobody fixed any, they stand."""
    asked = [column for column in columns if column not in chosen and known[column].kind in ("", "written")]
    return asked[0] if len(asked) == len(chosen) == 1 and known[chosen[0]].final else None


def chosen_content(columns: list[int], known: dict[int, Heading], headings: Sequence[Cell], body: Grid) -> list[int] | None:
    """The one column of content: 作业内容 rather than 作业标题, and of titles and requirements those of which more are different.

    Several that name different kinds or choices are no plain list: None.
    """
    kinds = {known[column].kind for column in columns}
    if len(kinds) > 1 and "" not in kinds:
        return None
    choices = {column: about.optional for column in columns if (about := facets(headings[column]))}
    if {True, False} <= set(choices.values()):
        return None
    columns = [column for column in columns if not choices.get(column)] or columns
    own = [column for column in columns if not _OF_THE_SAME.search(compact(shown(headings[column])))]
    return own[:1] or sorted(columns, key=lambda column: -len({row[column] for row in body if column < len(row)}))[:1]


def are_adjusted_below(rows: Grid, number: int) -> bool:
    """Whether minutes stand there twice, as they were planned and as they were adjusted: «用时» over «原计划» and «调整后»."""
    below = rows[number + 1] if number + 1 < len(rows) else []
    said = [about for value in below if isinstance(value, str) and heading(value) is None and (about := facets(value))]
    return any(about.field == "minutes" for about in said) and any(about.field == "other" for about in said)


def are_pairs(known: dict[int, Heading]) -> bool:
    """Whether homework and its minutes stand there twice: «作业内容 | 时长 | 补充作业 | 补充时长» is no plain list."""
    contents = [column for column, about in known.items() if about.field == "content"]
    return sum(column + 1 in known and known[column + 1].field == "minutes" for column in contents) > 1


def are_parted(known: dict[int, Heading]) -> bool:
    """Whether homework in school has its minutes beside it, and that at home stands in a column without: «课堂作业 | 时长 | 回家作业»."""
    contents = {column: about.place for column, about in known.items() if about.field == "content"}
    timed = {place for column, place in contents.items() if column + 1 in known and known[column + 1].field == "minutes"}
    return timed == {"school"} and set(contents.values()) == {"school", "home"}


def are_repeated(by_field: dict[str, list[int]], headings: Sequence[Cell]) -> bool:
    """Whether subject and homework stand there again under the same words: several homeworks a row are no plain list."""
    return all(
        len(columns) > len({headings[column] for column in columns})
        for columns in (by_field.get("subject", []), by_field.get("content", []))
    )


def further_homework(columns: Sequence[int], headings: Sequence[Cell]) -> tuple[int, ...]:
    """Of the columns of homework that were not chosen those that hold other homework that counts, not its title or what is asked of it."""
    telling = (column for column in columns if not _OF_THE_SAME.search(compact(shown(headings[column]))))
    return tuple(column for column in telling if not ((about := facets(headings[column])) and about.optional))
