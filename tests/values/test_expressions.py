"""Regular expressions are compiled when they are first asked, and are right all the same."""

from __future__ import annotations

import gc
import re
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import pytest
from hypothesis import given
from hypothesis import strategies as st

import homework_audit
from homework_audit.values.expressions import _Expression, expression

_MODULES = [about.name for about in walk_packages(homework_audit.__path__, "homework_audit.") if not about.name.endswith("__main__")]


def test_every_expression_of_the_program_compiles() -> None:
    for name in _MODULES:
        import_module(name)
    made = [one for one in gc.get_objects() if isinstance(one, _Expression)]
    assert len(made) > len(_MODULES)
    for one in made:
        re.compile(one.pattern, one._flags)


@given(st.text("三(2)班 x20分", max_size=12))
def test_it_finds_what_a_compiled_one_finds(text: str) -> None:
    lazily, at_once = expression(r"(\d+)分|班"), re.compile(r"(\d+)分|班")
    assert [match.span() for match in lazily.finditer(text)] == [match.span() for match in at_once.finditer(text)]
    assert lazily.sub("", text) == at_once.sub("", text)
    assert lazily.split(text) == at_once.split(text)


def test_it_keeps_its_flags_and_is_compiled_once() -> None:
    minutes = expression("MIN", re.IGNORECASE)
    assert minutes.search("20 min")
    assert minutes.search.__self__ is minutes.match.__self__  # type: ignore[attr-defined]
    assert minutes.flags & re.IGNORECASE


def test_bytes_are_searched_as_well() -> None:
    assert expression(rb"<v>(\d+)</v>").findall(b"<v>3</v><v>40</v>") == [b"3", b"40"]


def test_a_faulty_one_is_an_error_where_it_is_asked() -> None:
    faulty = expression("(")
    with pytest.raises(re.error):
        faulty.search("(")


def test_what_no_expression_has_is_missed() -> None:
    with pytest.raises(AttributeError):
        _ = expression("x").scaner  # type: ignore[attr-defined]


def test_no_other_module_compiles_one_itself() -> None:
    package = Path(homework_audit.__file__).parent
    others = [file for file in package.rglob("*.py") if file.name != "expressions.py" and "re.compile(" in file.read_text("utf-8")]
    assert others == []
