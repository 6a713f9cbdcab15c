"""What crosses from the child comes out as it went in, and parts that do not fit together are no reading."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from homework_audit.intake.wire import WireEntries, WireFile, WireSheet, from_wire, to_json
from homework_audit.models.reading import Duration, Entry, FileReading, ForClasses, OnDays, Problem, SheetReading, Task
from homework_audit.values.references import ClassRef, DateRef

ANSWER = TypeAdapter(WireFile)
DATES = st.none() | st.builds(DateRef, st.none() | st.integers(2020, 2030), st.integers(1, 12), st.integers(1, 28), st.none())
CLASSES = st.builds(ClassRef, st.none() | st.integers(1, 12), st.sampled_from(("1", "2", "A")) | st.none())
KINDS = st.sampled_from(("written", "oral"))
TASKS = st.builds(
    Task,
    *(st.sampled_from(("语文", "数学", "")), KINDS, st.booleans(), st.just("home"), st.sampled_from(("", "A")), st.booleans()),
    st.just("set"),
)
MINUTES = st.none() | st.integers(0, 90) | st.sampled_from((12.5, 0.1))
DURATIONS = st.builds(Duration, st.text(max_size=5), MINUTES, MINUTES, st.sampled_from(("", "blank")))
FOR_CLASSES = st.builds(ForClasses, st.none() | st.just("一小"), st.lists(CLASSES, max_size=2).map(tuple))
ENTRIES = st.builds(
    Entry,
    *(st.sampled_from(("A1", "B2", "F30")), st.text(max_size=10), FOR_CLASSES, st.builds(OnDays, DATES, DATES), TASKS, DURATIONS),
    st.sampled_from(((), (0,), (0, 1))),
    st.sampled_from(("", "2026-09-14T19:30:00")),
)


@given(st.lists(ENTRIES, max_size=12))
def test_entries_come_out_as_they_went_in(entries: list[Entry]) -> None:
    problems = [Problem("missing-minutes"), Problem("unexplained-row", params={"n": 1})]
    sheet = SheetReading("三(1)班", "list", "read", "", entries, problems, (), (ClassRef(3, "1"),))
    reading = FileReading("read", "", witnessed=True, encoding="", sheets=[sheet], problems=[])
    assert from_wire(ANSWER.validate_json(to_json(reading))) == reading


def test_what_entries_share_crosses_once() -> None:
    task = Task("语文", "written", kind_assumed=False, place="home", layer="", optional=False, state="set")
    to, on = ForClasses(None, (ClassRef(3, "1"),)), OnDays(DateRef(2026, 9, 14))
    entries = [Entry(f"F{n}", "练习", to, on, task, Duration("30", 30, 30)) for n in range(50)]
    reading = FileReading("read", "", witnessed=True, encoding="", sheets=[SheetReading("", "list", "read", "", entries, [])], problems=[])
    crossed = WireSheet._make(json.loads(to_json(reading))[4][0])
    columns = WireEntries._make(crossed.entries)
    assert [len(parts) for parts in columns[:4]] == [1, 1, 1, 1]
    (sheet,) = from_wire(ANSWER.validate_json(to_json(reading))).sheets
    assert len({id(entry.task) for entry in sheet.entries}) == 1


COLUMNS: dict[str, object] = {
    "for_classes": [[None, []]],
    "on_days": [[None, None]],
    "durations": [["30", 30, 30, ""]],
    "tasks": [["语文", "written", False, "home", "", False, "set"]],
    "cell": ["F2"],
    "content": ["练习"],
    "to": [0],
    "on": [0],
    "task": [0],
    "duration": [0],
    "problems": {},
    "posted": {},
}


def answer(**changes: object) -> bytes:
    columns = list((COLUMNS | changes).values())
    order = [list(COLUMNS).index(name) for name in WireEntries._fields]
    sheet = ["", "list", "read", "", [columns[place] for place in order], [], [], [], []]
    return json.dumps(["read", "", True, "", [sheet], []]).encode()


def test_an_answer_made_by_hand_is_a_reading() -> None:
    assert len(from_wire(ANSWER.validate_json(answer())).sheets[0].entries) == 1


@pytest.mark.parametrize(
    "changes",
    [
        pytest.param({"to": [1]}, id="a part that is not there"),
        pytest.param({"task": [-1]}, id="a part before the first"),
        pytest.param({"duration": [0, 0]}, id="a column too long"),
        pytest.param({"content": []}, id="a column too short"),
        pytest.param({"problems": {"1": [0]}}, id="problems of no entry"),
        pytest.param({"problems": {"0": [0]}}, id="a problem that is not there"),
        pytest.param({"posted": {"-1": "2026"}}, id="a moment of no entry"),
        pytest.param({"on": ["x"]}, id="no place"),
        pytest.param({"tasks": [["语文"]]}, id="half a part"),
    ],
)
def test_parts_that_do_not_fit_together_are_no_reading(changes: dict[str, object]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 (ValidationError is one)
        from_wire(ANSWER.validate_json(answer(**changes)))
