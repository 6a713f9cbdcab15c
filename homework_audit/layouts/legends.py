"""Turns cells in the codes of a legend on the same sheet into what they stand for: «B25+K5» into 25 written minutes and 5 spoken ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Final

from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.labels import is_mark, label
from homework_audit.values.minutes import read_minutes
from homework_audit.values.subjects import subject
from homework_audit.values.text import Cell, compact, plain

_LONGEST_LEGEND: Final = 200
_SENTENCES: Final = expression(r"[;。\n]|\s{2,}|[,、](?=[^,、]{1,4}(?:=|表示|代表))")
_EQUATION: Final = expression(
    r"^(?:[^:]{0,4}:)?\s*(?:[带打标加]?\s*[\"'「](?P<quoted>[^\"'「」]{1,3})[\"'」]|[带打标加](?P<added>[^\s\w]|\w)|(?P<bare>[^\W\d_]|[^\s\u4e00-\u9fff]{1,3}?))"
    r"\s*(?:的?(?:表示|代表)|=|的?[是为指](?=.{2}))\s*(?P<meaning>.+)$"
)
_SIGN: Final = r"[●▲★○△☆■◆◇▼▽※◎⊙✿♦♠♥♣#*@&]"
_SIGNED: Final = expression(rf"({_SIGN})\s*([^\s,;。、()]+?(?:[(][^()]*[)])?)(?=[\s,;。、]|{_SIGN}|$)")
"""«●书面 ▲口头 ★选做（书面）»: signs, each right before what it means."""
_BAND: Final = expression(r"(?<![a-zA-Z])([A-Za-z甲乙丙丁])\s*[:=]\s*([^A-Za-z甲乙丙丁;,。\n]+(?:min)?)")
_FEWEST_BANDS: Final = 2
_UNKNOWN: Final = expression(r"没(?:有)?(?:报|说|给|估|填)|未(?:报|定|填|估)|不知|待定")
_NOTHING: Final = expression(r"(?:没有?|未|不|免)(?:布置|留)?(?:书面|家庭)*(?:作业|布置|留)|无作业")
_ANSWERS: Final = frozenset("√✓✔☑×✗✘□-")
"""Signs that answer a question of their own column, whatever a legend says of them."""
_BETWEEN: Final = expression(r"[+、,;/\s]+")


@dataclass
class _Legend:
    """What codes stand for that are a whole cell (a time, nothing, nobody knows), and what those say that stand beside a figure."""

    whole: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)


def decoded(sheet: Sheet) -> Sheet | None:
    """The sheet with its codes written out; None if it has no legend, or no cell in its codes."""
    legend, own = _legend_of(sheet)
    if not legend.whole and not legend.marks:
        return None
    rows = [
        [value if (number, column) in own else _written_out(value, legend) for column, value in enumerate(row)]
        for number, row in enumerate(sheet.rows)
    ]
    return replace(sheet, rows=rows) if rows != sheet.rows else None


def _legend_of(sheet: Sheet) -> tuple[_Legend, set[tuple[int, int]]]:
    """The codes that cells of the sheet explain, and the places of these cells."""
    legend, bands, own = _Legend(), dict[str, str](), set[tuple[int, int]]()
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            if not isinstance(value, str) or not 2 < len(value) <= _LONGEST_LEGEND:
                continue
            text = plain(value)
            told = {code: meaning for code, meaning in _BAND.findall(text) if read_minutes(meaning).low is not None}
            known = len(legend.whole) + len(legend.marks)
            for code, meaning in _equations(text):
                _understand(code, meaning, legend)
            if told or len(legend.whole) + len(legend.marks) > known:
                own.add((number, column))
                bands |= told
    if len(bands) >= _FEWEST_BANDS:
        legend.whole |= bands
    return legend, own


def _equations(text: str) -> Iterator[tuple[str, str]]:
    signed = [(sign, meaning) for sign, meaning in _SIGNED.findall(text) if label(meaning.split("(")[0])]
    if len({sign for sign, _ in signed}) > 1:
        yield from signed
    for sentence in _SENTENCES.split(text):
        found = _EQUATION.match(sentence.strip())
        if found:
            code = found["quoted"] or found["added"] or found["bare"]
            answers = code in _ANSWERS and not _NOTHING.search(compact(found["meaning"]))
            if not answers and (not found["bare"] or re.search(r"=|表示|代表", found[0])):
                yield code, found["meaning"]


def _understand(code: str, meaning: str, legend: _Legend) -> None:
    """Takes what a code stands for, if it is something that changes what counts."""
    said = label(re.split(r"[,(、]", meaning)[0])
    if _UNKNOWN.search(meaning):
        legend.whole[code] = "待定"
    elif _NOTHING.search(compact(meaning)):
        legend.whole[code] = "无"
    elif said and (said.kind or said.optional is not None):
        legend.marks[code] = "选做" if said.optional else said.kind
    elif read_minutes(meaning).low is not None:
        legend.whole[code] = meaning


def _written_out(value: Cell, legend: _Legend) -> Cell:
    """A cell that holds nothing but codes, figures and names of subjects as a text that says the same in words."""
    if not isinstance(value, str) or not value or len(value) > _LONGEST_LEGEND:
        return value
    tokens = [token for token in _BETWEEN.split(plain(value)) if token]
    told = [_token(token, legend) for token in tokens]
    if not tokens or None in told or not any(_uses_code(token, legend) for token in tokens):
        return value
    return "；".join(filter(None, told))


def _uses_code(token: str, legend: _Legend) -> bool:
    return any(code in token for code in (*legend.whole, *legend.marks))


def _token(token: str, legend: _Legend) -> str | None:
    """One code with its figure and its subject in words; None for anything else."""
    if token in legend.whole:
        return legend.whole[token]
    marks = "|".join(map(re.escape, sorted(legend.marks, key=len, reverse=True))) or "(?!)"
    found = re.fullmatch(rf"(?P<name>[\u4e00-\u9fff]{{0,4}}?):?(?P<before>{marks})?(?P<figure>\d+(?:\.\d+)?|\?)(?P<after>{marks})?", token)
    name = found["name"] if found else ""
    if not found or (name and subject(name) is None):
        return None
    mark = legend.marks.get(found["before"] or found["after"] or "", "")
    figure = "待定" if found["figure"] == "?" else f"{found['figure']}分钟"
    return f"{subject(name)}：{_marked(mark)}{figure}" if name else f"{_marked(mark)}{figure}"


def _marked(mark: str) -> str:
    """A kind or a choice as a mark that is understood."""
    words = {"written": "书面", "oral": "口头", "reading": "阅读", "practical": "实践", "sport": "体育", "labour": "劳动"}
    text = words.get(mark, mark)
    return f"【{text}】" if text and is_mark(text) else ""
