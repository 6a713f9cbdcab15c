"""Turns cells in the codes of a legend into what they stand for: «B25+K5» into 25 written minutes and 5 spoken ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from homework_audit.layouts.legends import LONGEST_LEGEND, SIGN, Legend
from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.labels import is_mark
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, plain

_BETWEEN: Final = expression(r"[+、,;/\s]+")
_LEADING_SIGN: Final = expression(rf"((?:^|[;；。])\s*(?:\(?\d{{1,2}}[.、)]\s*)?|[①-⑳]\s*)({SIGN})(?=.{{2}})")
_IN_BRACKETS: Final = expression(r"[【\[(（]([^\W\d_])[】\])）]")
_TRAILING_SIGN: Final = expression(rf"(?<=.)({SIGN})\s*$")
_KINDS: Final = {"written": "书面", "oral": "口头", "reading": "阅读", "practical": "实践", "sport": "体育", "labour": "劳动"}


def decoded(sheet: Sheet, legend: Legend) -> Sheet | None:
    """The sheet with its codes written out; None if none of its cells is written in them."""
    if not legend.codes:
        return None
    rows = [
        [value if (number, column) in legend.own else _written_out(value, legend) for column, value in enumerate(row)]
        for number, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows) if rows != sheet.rows else None


def _written_out(value: Cell, legend: Legend) -> Cell:
    """A cell of codes, figures and names of subjects alone, or homework with a sign, as a text that says the same in words."""
    if not isinstance(value, str) or not value or len(value) > LONGEST_LEGEND:
        return value
    text = plain(value)
    if text in legend.marks:
        return _in_words(legend.marks[text])
    tokens = [token for token in _BETWEEN.split(text) if token]
    told = [_token(token, legend) for token in tokens]
    if tokens and None not in told and any(_uses_code(token, legend) for token in tokens):
        return "；".join(filter(None, told))
    return "\n".join(_with_marks(line, legend) for line in value.split("\n"))


def _with_marks(line: str, legend: Legend) -> str:
    """A line of homework with its sign as a mark: «★摘抄（10分钟）» → «【选做】摘抄（10分钟）», «练习册P3▲» → «练习册P3【口头】»."""
    line = _IN_BRACKETS.sub(lambda found: _mark_for(f"【{found[1]}】", legend) if f"【{found[1]}】" in legend.marks else found[0], line)
    line = _LEADING_SIGN.sub(lambda found: f"{found[1]}{_mark_for(found[2], legend)}", line)
    return _TRAILING_SIGN.sub(lambda found: _mark_for(found[1], legend), line)


def _mark_for(sign: str, legend: Legend) -> str:
    return _marked(legend.marks[sign]) if sign in legend.marks else sign


def _uses_code(token: str, legend: Legend) -> bool:
    return any(code in token for code in legend.codes)


def _token(token: str, legend: Legend) -> str | None:
    """One code with its figure and its subject in words; None for anything else."""
    if token in legend.whole:
        return legend.whole[token]
    if len(token) > 1 and all(code in legend.codes for code in token):
        return "".join(_composed(token, legend))
    marks = "|".join(map(re.escape, sorted(legend.marks, key=len, reverse=True))) or "(?!)"
    found = re.fullmatch(rf"(?P<name>[\u4e00-\u9fff]{{0,4}}?):?(?P<before>{marks})?(?P<figure>\d+(?:\.\d+)?|\?)(?P<after>{marks})?", token)
    name = found["name"] if found else ""
    if not found or (name and subject(name) is None):
        return None
    mark = legend.marks.get(found["before"] or found["after"] or "", "")
    figure = "待定" if found["figure"] == "?" else f"{found['figure']}分钟"
    return f"{subject(name)}：{_marked(mark)}{figure}" if name else f"{_marked(mark)}{figure}"


def _composed(token: str, legend: Legend) -> Iterator[str]:
    """A code of several characters of which each says something: «S3H», written, a quarter of an hour, at home."""
    yield from (_marked(legend.marks[code]) for code in token if code in legend.marks)
    yield from (legend.whole[code] for code in token if code in legend.whole)


def _in_words(mark: str) -> str:
    return _KINDS.get(mark, mark)


def _marked(mark: str) -> str:
    """A kind, a place or a choice as a mark that is understood."""
    text = _in_words(mark)
    return f"【{text}】" if text and is_mark(text) else ""
