"""Rows of boxes say what is ticked."""

import pytest

from homework_audit.values.boxes import answer, chosen, ticked


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("☑书面　□口头　□实践", ("书面",)),
        ("□书面 ☑口头 ☑实践", ("口头", "实践")),
        ("[√]必做 [□]选做", ("必做",)),
        ("书面☑ 口头□", ("书面",)),
        ("□书面 □口头", ()),
        ("书面", None),
    ],
)
def test_ticked(text: str, options: tuple[str, ...] | None) -> None:
    assert ticked(text) == options


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("☑书面　□口头", "书面"),
        ("□书面 ☑口头 ☑实践", "口头、实践"),
        ("□书面 □口头", ""),
        ("√", "√"),
        ("□", ""),
        ("书面", "书面"),
        ("", ""),
        (3.0, 3.0),
    ],
)
def test_of_boxes_only_those_ticked_speak(value: object, said: object) -> None:
    assert chosen(value) == said


@pytest.mark.parametrize(
    ("value", "said"), [("是", True), ("√", True), ("否", False), ("×", False), ("", None), ("书面", None), (1.0, True)]
)
def test_answers(value: object, said: bool | None) -> None:
    assert answer(value) is said
