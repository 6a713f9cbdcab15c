"""Turns the cells of a sheet that explain codes («B＝书面», «▲口头 ★选做») into what each code stands for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from homework_audit.models.sheet import Sheet
from homework_audit.values.expressions import expression
from homework_audit.values.labels import label
from homework_audit.values.minutes import read_minutes
from homework_audit.values.stated_times import states_time
from homework_audit.values.text import Cell, compact, plain, shown

LONGEST_LEGEND: Final = 200
SIGN: Final = r"[●▲★○△☆■◆◇▼▽※◎⊙✿♦♠♥♣#*@&]"
_SENTENCES: Final = expression(r"[;。\n]|\s(?:\s+|(?=[^\s=]{1,3}\s?=))|[,、](?=[^,、]{1,4}(?:=|表示|代表))")
_EQUATION: Final = expression(
    r"^(?:[^:]{0,4}:)?\s*(?:[带打标加]?\s*[\"'「](?P<quoted>[^\"'「」]{1,3})[\"'」]|[带打标加](?P<added>[^\s\w]|\w)|(?P<bare>[^\W\d_]|[^\s\u4e00-\u9fff]{1,3}?))"
    r"\s*(?:的?(?:表示|代表)|=|的?[是为指](?=.{2}))\s*(?P<meaning>.+)$"
)
_ADDED: Final = expression(r"带\s*[\"“'「]?([^\s\"“”'「」,;，]{1,2})[\"”'」]?\s*的[,，是为表示]*\s*([^,;，。\n]{2,30})")
"""«数字后带“校”的，在学校课后服务时完成»."""
_NONE_IS = expression(r"(?:无|没有?)(?:布置)?(?:书面)?作业的?[,，]?(?:请|就|一律)?[打画填写标记用]\s*[\"“'「](\S)[\"”'」]")
"""«无作业打“×”»."""
_IS_SIGN: Final = expression(SIGN)
_SIGNED: Final = expression(rf"({SIGN})\s*([^\s,;。、()]+?(?:[(][^()]*[)])?)(?=[\s,;。、]|{SIGN}|$)")
"""«●书面 ▲口头 ★选做（书面）»: signs, each right before what it means."""
_SIGN_ALONE: Final = expression(rf"({SIGN}|[×?])\s*([^\d\s].{{1,30}})")
"""«△ 口头作业（读、背、听说）» in a cell of its own, among others."""
_MARKED: Final = expression(r"[【\[(（]([^\W\d_])[】\])）]\s*[=:：]?\s*(?:[为是]|表示|代表)?\s*([\u4e00-\u9fff]{2,4})")
"""«【口】口头 【动】动手»."""
_BAND: Final = expression(r"(?<![a-zA-Z])([A-Za-z甲乙丙丁])\s*[:=]\s*([^A-Za-z甲乙丙丁;,。\n]+(?:min)?)")
_FEWEST: Final = 2
_CODES, _MEANINGS = (
    frozenset({"代码", "编码", "符号", "记号", "缩写", "简写", "代号", "code"}),
    frozenset({"含义", "意思", "说明", "表示", "意义", "meaning"}),
)
_SUM: Final = expression(r"[合总小共]计|总和|总量")
_UNKNOWN: Final = expression(r"没(?:有)?(?:报|说|给|估|填)|未(?:报|定|填|估)|不知|待定|说不准|不确定")
_NOTHING: Final = expression(
    r"(?:没有?|未|不|免)(?:布置|留)?(?:书面|家庭)*(?:作业|布置|留)|无作业|(?:不|没有?|未)开设?(?:这门|此|该|本)?(?:课|科|学科|课程)|无此[课科]"
)
_EXPLAINING: Final = expression(r"=|表示|例[:如]|建议|上限|不超过|recommended|limit")
"""What may stand beside a time that is no homework: an example, what is allowed."""
_ANSWERS: Final = frozenset("√✓✔☑×✗✘□-YNyn是否有")
"""Signs that answer a question of their own column, whatever a legend says of them."""
_EDGE: Final = 12
"""Rows at the top and at the end among which the explanation of signs stands."""


@dataclass
class Legend:
    """What codes stand for that are a whole cell (a time, nothing, nobody knows), and what those say that stand beside a figure.

    `own` holds the places of the cells that explain, which are written in no code.
    """

    whole: dict[str, str] = field(default_factory=dict)
    marks: dict[str, str] = field(default_factory=dict)
    own: set[tuple[int, int]] = field(default_factory=set)

    @property
    def codes(self) -> frozenset[str]:
        """Every code that is explained."""
        return frozenset((*self.whole, *self.marks))


def legend_of(sheet: Sheet) -> Legend:
    """The codes that cells of the sheet explain."""
    legend, bands = Legend(), dict[str, str]()
    for number, row in enumerate(sheet.rows):
        for column, value in enumerate(row):
            if not isinstance(value, str) or not 2 < len(value) <= LONGEST_LEGEND:
                continue
            text = plain(value)
            told = {code: meaning for code, meaning in _BAND.findall(text) if read_minutes(meaning).low is not None}
            known = legend.codes
            for code, meaning in _equations(text):
                _understand(code, meaning, legend)
            if told or legend.codes != known:
                legend.own.add((number, column))
                bands |= told
    if len(bands) >= _FEWEST:
        legend.whole |= bands
    for found in (_signs_in_cells(sheet.rows), _tabled(sheet.rows)):
        for number, column, code, meaning in found:
            _understand(code, meaning, legend)
            legend.own.add((number, column))
    return legend


def only_explains(sheet: Sheet, legend: Legend) -> bool:
    """Whether a sheet explains codes and holds no figure and no time beside that."""
    others = (
        value
        for number, row in enumerate(sheet.rows)
        for column, value in enumerate(row)
        if value != "" and (number, column) not in legend.own and shown(value).strip() not in legend.codes
    )
    return len(legend.codes) >= _FEWEST and not any(
        not isinstance(value, str) or (states_time(value) and not _EXPLAINING.search(compact(value))) for value in others
    )


def explains_signs(rows: Sequence[Sequence[Cell]]) -> bool:
    """Whether a sheet may explain signs («★为选做»), as far as a look above and below its tables tells."""
    edges = rows if len(rows) <= 2 * _EDGE else (*rows[:_EDGE], *rows[-_EDGE:])
    return any(isinstance(value, str) and (_IS_SIGN.search(value) or _marked(value)) for row in edges for value in row)


def _marked(text: str) -> list[tuple[str, str]]:
    """The marks of one character in brackets that a text explains, if it explains several, and what each means."""
    told = [(f"【{mark}】", meaning) for mark, meaning in _MARKED.findall(text) if label(meaning)]
    return told if len(told) >= _FEWEST else []


def _signs_in_cells(rows: Sequence[Sequence[Cell]]) -> list[tuple[int, int, str, str]]:
    """Place, sign and meaning of cells that begin with a sign, where several signs are explained so."""
    found = [
        (number, column, sign[1], sign[2].rstrip(";。,"))
        for number, row in enumerate(rows)
        for column, value in enumerate(row)
        if isinstance(value, str) and (sign := _SIGN_ALONE.fullmatch(plain(value)))
    ]
    told = [one for one in found if _says_something(one[3])]
    return told if len({sign for _, _, sign, _ in told}) >= _FEWEST else []


def _tabled(rows: Sequence[Sequence[Cell]]) -> Iterator[tuple[int, int, str, str]]:
    """Place, code and meaning of a table of codes: «代码 | 含义», perhaps several side by side."""
    for number, row in enumerate(rows):
        heads = [compact(shown(value)) for value in row]
        pairs = [at for at in range(len(heads) - 1) if heads[at] in _CODES and heads[at + 1] in _MEANINGS]
        for below, cells in enumerate(rows[number + 1 :] if pairs else (), number + 1):
            for at in pairs:
                code, meaning = (shown(value).strip() for value in (*cells, "", "")[at : at + 2])
                if code and meaning:
                    yield below, at + 1, plain(code), plain(meaning)
        if pairs:
            return


def _says_something(meaning: str) -> bool:
    legend = Legend()
    _understand("?", meaning, legend)
    return bool(legend.codes)


def _equations(text: str) -> Iterator[tuple[str, str]]:
    signed = [(sign, meaning) for sign, meaning in _SIGNED.findall(text) if label(meaning.split("(")[0])]
    if len({sign for sign, _ in signed}) > 1:
        yield from signed
    yield from _marked(text)
    yield from _ADDED.findall(text)
    yield from ((code, "无作业") for code in _NONE_IS.findall(text))
    for sentence in _SENTENCES.split(text):
        found = _EQUATION.match(sentence.strip())
        if found:
            code = found["quoted"] or found["added"] or found["bare"]
            answers = code in _ANSWERS and not _NOTHING.search(compact(found["meaning"]))
            is_named = not found["bare"] or _IS_SIGN.fullmatch(code) or re.search(r"=|表示|代表", found[0])
            if not answers and is_named:
                yield code, found["meaning"]


def _understand(code: str, meaning: str, legend: Legend) -> None:
    """Takes what a code stands for, if it is something that changes what counts."""
    if _SUM.search(meaning):
        return  # «“计”为当天书面合计» makes no figure another kind
    said = label(re.split(r"[,(、]", meaning)[0])
    if _UNKNOWN.search(meaning):
        legend.whole[code] = "待定"
    elif _NOTHING.search(compact(meaning)):
        legend.whole[code] = "无"
    elif said and (said.kind or said.optional is not None or said.place):
        legend.marks[code] = "选做" if said.optional else said.kind or {"school": "在校", "home": "回家"}.get(said.place, "")
    elif read_minutes(meaning).low is not None:
        legend.whole[code] = meaning


def merged(legends: Iterable[Legend]) -> Legend:
    """What several sheets explain, for another one."""
    whole: dict[str, str] = {}
    marks: dict[str, str] = {}
    for legend in legends:
        whole |= legend.whole
        marks |= legend.marks
    return Legend(whole, marks)
