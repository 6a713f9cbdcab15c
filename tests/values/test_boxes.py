"""Rows of boxes say what is ticked."""

import pytest

from homework_audit.values.boxes import ticked


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
