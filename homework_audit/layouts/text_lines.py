"""Turns the rows of a sheet without tables into lines of text: a line a row, or a message of several lines in one cell of a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import islice
from typing import Final, NamedTuple

from homework_audit.layouts.evidence import names_task
from homework_audit.layouts.rows import is_note, joined
from homework_audit.models.sheet import Sheet
from homework_audit.values import sheet_words
from homework_audit.values import vocabulary as words
from homework_audit.values.approval import was_set
from homework_audit.values.classes import classes_set_for, classes_within
from homework_audit.values.dates import dates_within, read_date
from homework_audit.values.expressions import expression
from homework_audit.values.items import names_subject
from homework_audit.values.stamps import read_stamp
from homework_audit.values.stated_times import states_time
from homework_audit.values.subjects import subject, subject_within
from homework_audit.values.text import Cell, compact, shown

_OTHER_MATTER = expression(r"(?:上交|交换|批改|带齐|带好|截止|检查|[日号]交|前交|[日号]带|收齐)(?!.*作业[:：]?$)")
"""«9月16日交手抄报» is of no day's homework."""
_DAY_OFF = expression(
    r"[\u4e00-\u9fff]放假|(?:因|由于).{1,12}(?:无|没有|不布置)(?:书面|家庭)?作业|班.{0,8}\d日(?:无|没有)(?:书面|家庭)?作业"
)
"""«中秋放假9月25日» tells something of a day, and opens no homework for it."""
_OPENING = expression(
    r"【(?:[^【】\n]{0,30}(?:\d[日号]|班)|今[日天]|本?周末)[^【】\n语数英口阅]{0,6}作业[^【】\n]{0,4}】[:：]?|[^:：\n]{0,60}作业(?:[(（][^()（）]{0,15}[)）])?[^:：，。；\n]{0,6}[:：]"
)
_SENTENCE = expression(r"[^。！!]+[。！!]*")
_TASK = expression("|".join(word for word in words.TASKS if word not in ("完成", "作业")))
_SENDER = expression(r"发言人|发送人|发送者|发信人|昵称|群成员")
_LONGEST_SENDER = 10
"""Characters of a heading, blanks among them: «发 送 人»."""
_STAMP = r"(?:20\d\d[-/.年])?\d{1,2}[-/.月]\d{1,2}日?\s+(?:上午|下午|晚上)?\s?\d{1,2}[:：]\d\d(?:[:：]\d\d)?"
_SENT_BY = expression(rf"\S.{{0,20}}\s+{_STAMP}|{_STAMP}\s+\S.{{0,20}}")
"""«语文李老师  2026-11-02 16:21:08» above what was sent."""
_PARENT = expression(r"妈妈|爸爸|奶奶|爷爷|外婆|外公|姥|家长")
_MOST_CELLS = 3
_FEWEST_HOMEWORK = 2
_FEWEST_CELLS = 2
"""A message has something beside it: who sent it, to whom, or when."""
_MOST_HEADING_ROWS = 10
"""Rows above the first message that may hold titles and headings."""
_LONGEST_HEAD = 60
_LONGEST_STATE = 12
_SHORTEST_MESSAGE = 10
_MOST_LINES = 30
_SHARE: Final = 0.8


Row = tuple[int, Sequence[Cell]]
"""A row of a sheet and its number."""


class Line(NamedTuple):
    """One line of text in a row, and the subject that stands before it in a cell of its own.

    One that `opens` a message owes nothing to the lines above it; `sent` is the moment that the row states for it. One that was
    `withdrawn` sets nothing: the row says so.
    """

    row: int
    column: int
    subject: str
    text: str
    opens: bool = False
    sent: datetime | None = None
    withdrawn: bool = False

    @property
    def is_head(self) -> bool:
        """Whether it names a class or a day and no homework: «【三(1)班 10月26日作业】»."""
        if _SENT_BY.fullmatch(self.text):
            return True
        named = len(self.text) <= _LONGEST_HEAD and bool(dates_within(self.text) or classes_set_for(self.text))
        others = _OTHER_MATTER.search(self.text) or _DAY_OFF.search(self.text)
        return named and not others and not states_time(self.text) and not self.names_subject

    @property
    def names_subject(self) -> bool:
        """Whether it says for which subject its homework is."""
        return self.subject != "" or names_subject(self.text)


def lines_of(sheet: Sheet) -> list[Line]:
    """The lines of text of a sheet, a line a row; none where too many of its rows are something else."""
    most = (1 - _SHARE) * len(sheet.rows)
    lines: list[Line] = []
    used = others = 0
    for number, row in _used(sheet):
        line = _line(number, row)
        lines += line
        used += 1
        others += not line
        if others > most:  # of a table, after a look at its first rows
            return []
    return _by_senders(lines) if others <= (1 - _SHARE) * used else []


def _by_senders(lines: Sequence[Line]) -> list[Line]:
    """The lines with the subject of the teacher who sent them, and without what parents say («写了50分钟»), who set nothing."""
    kept: list[Line] = []
    is_parent, taught = False, ""
    for line in lines:
        if _SENT_BY.fullmatch(line.text):
            is_parent, taught = _PARENT.search(line.text) is not None, subject_within(line.text) or ""
        elif is_parent and not (states_time(line.text) and names_task(line.text)):
            continue
        kept.append(line if line.is_head or line.names_subject or not taught else line._replace(subject=taught))
    return kept


def messages_of(sheet: Sheet, *, by_sender: bool) -> list[Line]:
    """The lines of messages: one a row, all in the same column, most of them with homework, below a row of headings perhaps.

    Where they are told `by_sender`, a message that names no class is one of the class that its sender names, if the moment is told.
    """
    has_days = names_senders(sheet)
    messages = (
        _message(number, row, by_sender=by_sender, has_days=has_days) if _tells_times(row) else []
        for number, row in islice(_dated(sheet, has_days=has_days), _MOST_HEADING_ROWS)
    )
    first, opening = next(((place, found) for place, found in enumerate(messages) if _sets_homework(found, by_sender)), (0, []))
    if not opening:
        return []
    column = opening[0].column
    rows = _without_footers(list(islice(_dated(sheet, has_days=has_days), first, None)))
    told = [_message(number, row, by_sender=by_sender, has_days=has_days, column=column) for number, row in rows]
    is_log = all(told) and sum(_sets_homework(one, by_sender) for one in told) >= max(
        _FEWEST_HOMEWORK, len(told) / 5
    )  # the rest is what parents answer
    return [line for lines in told for line in lines] if is_log else []


def names_senders(sheet: Sheet) -> bool:
    """Whether a heading among the first rows is one of who sent what stands beside it."""
    tops = islice(_used(sheet), _MOST_HEADING_ROWS)
    texts = (value for _, row in tops for value in row if isinstance(value, str) and len(value) <= _LONGEST_SENDER)
    return any(_SENDER.fullmatch(compact(text)) for text in texts)


def _dated(sheet: Sheet, *, has_days: bool) -> Iterator[Row]:
    """The rows of a sheet; of a log that has days, each with the one that the first of several messages of a day states alone."""
    day: tuple[int, Cell] = (0, "")
    for number, row in _used(sheet):
        own = next(((place, value) for place, value in enumerate(row) if _is_day(value)), None) if has_days else None
        day = own or day
        blank = own is None and day[1] != "" and day[0] < len(row) and row[day[0]] == ""
        yield number, [*row[: day[0]], day[1], *row[day[0] + 1 :]] if blank else row


def _is_number(value: Cell) -> bool:
    """Whether a cell counts the lines of a list."""
    return isinstance(value, int | float) and not isinstance(value, bool) and value == int(value) and 0 < value <= _MOST_LINES


def _without_footers(rows: Sequence[Row]) -> Sequence[Row]:
    """The rows up to the last message: what stands alone below, and sets nothing, says who copied them and when."""
    kept = list(rows)
    while kept:
        row = kept[-1][1]
        text = joined(row)
        sets = states_time(text) or names_task(text) or _TASK.search(text) is not None
        if not is_note(text) and (sets or len(set(row) - {""}) > 1):
            break
        kept.pop()
    return kept


def _is_day(value: Cell) -> bool:
    is_short = not isinstance(value, str) or len(value) <= _LONGEST_STATE
    return is_short and not isinstance(value, int | float) and read_date(value) is not None


def _tells_times(row: Sequence[Cell]) -> bool:
    """Whether a message that sets homework may stand in a row: most tables begin with headings, which need no closer look."""
    return any(len(value) > _SHORTEST_MESSAGE and states_time(value) for value in row if isinstance(value, str))


def _sets_homework(lines: Sequence[Line], by_sender: bool) -> bool:  # noqa: FBT001 (what holds for all messages of a log)
    """Whether a message surely sets homework: it names a class or a day, or tells when it was sent, and states times beside subjects."""
    placed = bool(lines) and bool(dates_within(lines[0].text) or classes_within(lines[0].text) or (by_sender and lines[0].sent))
    return placed and any(states_time(line.text) and (line.names_subject or _begins_with_subject(line.text)) for line in lines[1:])


def _begins_with_subject(text: str) -> bool:
    """Whether a message begins with a subject and goes on without a sign between: «语文小练笔半小时；数学无»."""
    return any(subject(text[:length]) for length in (2, 3, 4) if len(text) > length)


def _message(number: int, row: Sequence[Cell], *, by_sender: bool, has_days: bool, column: int | None = None) -> list[Line]:
    """The lines of the message in a row that tells more than that, its longest text unless its `column` is known.

    The first of them holds what is said of its class and its day; of a log that `has_days` each row states its own.
    """
    texts = {place: value for place, value in enumerate(row) if isinstance(value, str) and value.strip() and not read_stamp(value)}
    place = column if column is not None else max(texts, key=lambda place: len(texts[place]), default=-1)
    if place not in texts or sum(value != "" for value in row) < _FEWEST_CELLS:
        return []
    head, parts = _parted(texts.pop(place))
    sent = next((stamp for beside, value in enumerate(row) if beside != place and (stamp := read_stamp(value))), None)
    if has_days and sent is None and not dates_within(head):
        head = f"{next((shown(value) for value in row if _is_day(value)), '')} {head}".strip()
    sender = " ".join(texts.values())
    if (by_sender or has_days) and _PARENT.search(sender) and not states_time("\n".join(parts)):
        return [Line(number, place, "", head, opens=True, sent=sent)]
    if by_sender and sent and not classes_within(head):
        head = f"{head} {next((text for text in texts.values() if classes_within(text)), '')}".strip()
    opening = Line(number, place, "", head, opens=True, sent=sent)
    body = "\n".join(filter(None, map(_without_courtesies, parts)))
    sets = states_time(body) or names_task(body) or _TASK.search(body) is not None
    named = subject_within(head) or (subject_within(sender) if by_sender and sets else "") or ""
    told = subject_within(body) is not None or names_task(body) or named
    if not told and any(compact(text) in sheet_words.NOTICES for text in texts.values()):
        return [opening]  # «通知» of a meeting that takes an hour
    withdrawn = any(was_set(text) is False for text in texts.values() if len(text) <= _LONGEST_STATE)
    return [opening, Line(number, place, named, body, withdrawn=withdrawn)] if body else [opening]


def _parted(message: str) -> tuple[str, list[str]]:
    """The words with which a message opens («【三(1)班】今日作业：»), and its lines."""
    first, *rest = [line.strip() for line in message.splitlines() if line.strip()]
    opening = _OPENING.match(first)
    if opening and opening.end() < len(first):
        return opening[0], [first[opening.end() :], *rest]
    return (first, rest) if Line(0, 0, "", first).is_head or (opening and rest) else ("", [first, *rest])


def _without_courtesies(text: str) -> str:
    """A line without the sentences that set nothing: «请督促孩子按时完成，早睡早起！»"""
    return "".join(sentence for sentence in _SENTENCE.findall(text) if not _is_courtesy(sentence)).strip()


def _is_courtesy(sentence: str) -> bool:
    polite = any(word in sentence for word in sheet_words.COURTESIES) or _DAY_OFF.search(sentence) is not None
    return polite and not (states_time(sentence) or names_task(sentence) or _TASK.search(sentence) or names_subject(sentence))


def _lines_of_cell(number: int, column: int, text: str) -> list[Line]:
    """The text of a cell as one line, or as several below the day or the class that its first line names."""
    whole = Line(number, column, "", text)
    lines = [whole._replace(text=part.strip()) for part in text.splitlines() if part.strip()]
    return lines if len(lines) > 1 and lines[0].is_head else [whole]


def _used(sheet: Sheet) -> Iterator[Row]:
    return ((number, row) for number, row in enumerate(sheet.rows) if len(row) > row.count(""))


def _line(number: int, row: Sequence[Cell]) -> list[Line]:
    """The text of a row that holds one text and nothing else, or a subject and what is to be done for it."""
    texts = [value for value in dict.fromkeys(row) if value != ""]
    if len(texts) > 1 and _is_number(texts[0]):
        texts = texts[1:]  # «1 | 语文：生字本第3课（15分钟）»
    if not 0 < len(texts) <= _MOST_CELLS or not all(isinstance(value, str) for value in texts):
        return []
    first, *rest = (text for text in texts if isinstance(text, str))
    if not rest:
        return _lines_of_cell(number, row.index(first), first)
    if subject(first):
        return [Line(number, row.index(rest[0]), first, " ".join(rest))]
    head = Line(number, row.index(first), "", " ".join((first, *rest)))
    return [head] if head.is_head else []
