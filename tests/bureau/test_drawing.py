"""The draw: repeatable, fair, about the share that was asked for, from every school and spread over its grades."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homework_audit.bureau.drawing import ClassPlace, draw, register_numbers
from homework_audit.errors import ConfigurationError

SCHOOLS = st.dictionaries(
    st.sampled_from(["甲校", "乙校", "丙校"]),
    st.lists(st.tuples(st.integers(min_value=1, max_value=9), st.sampled_from("123456789")), min_size=1, max_size=40, unique=True),
    min_size=1,
)
SEEDS = st.integers(min_value=0, max_value=10**9)
SHARES = st.floats(min_value=0.01, max_value=1)


def classes_of(schools: dict[str, list[tuple[int, str]]]) -> list[ClassPlace]:
    return [ClassPlace(school, grade, label) for school, own in schools.items() for grade, label in own]


def school(classes: int, name: str = "甲校") -> list[ClassPlace]:
    """A school of so many classes in each of the grades 1 to 6."""
    return [ClassPlace(name, grade, str(label)) for grade in range(1, 7) for label in range(1, classes + 1)]


@given(SCHOOLS, SHARES, SEEDS)
def test_a_draw_is_repeated_by_its_seed_whatever_the_order_of_the_classes(
    schools: dict[str, list[tuple[int, str]]], share: float, seed: int
) -> None:
    classes = classes_of(schools)
    assert draw(classes, share, seed) == draw(reversed(classes), share, seed)


@given(SCHOOLS, SHARES, SEEDS)
def test_about_the_share_of_every_school_is_drawn_and_no_class_twice(
    schools: dict[str, list[tuple[int, str]]], share: float, seed: int
) -> None:
    drawn = draw(classes_of(schools), share, seed)
    assert len(set(drawn)) == len(drawn)
    for name, own in schools.items():
        assert sum(place.school == name for place in drawn) == max(1, int(share * len(own) + 0.5))


@given(SEEDS, st.floats(min_value=0.1, max_value=1))
def test_grades_are_drawn_evenly(seed: int, share: float) -> None:
    counts = Counter(place.grade for place in draw(school(5), share, seed))
    assert max(counts.values()) - min(counts.get(grade, 0) for grade in range(1, 7)) <= 2


@settings(max_examples=20)
@given(st.integers(min_value=0, max_value=1000))
def test_a_school_draws_alike_whoever_else_is_drawn_from(seed: int) -> None:
    alone = draw(school(3), 0.1, seed)
    assert [place for place in draw([*school(3), *school(4, "乙校")], 0.1, seed) if place.school == "甲校"] == alone


def test_every_class_has_the_same_chance() -> None:
    counts = Counter(place for seed in range(3000) for place in draw(school(3), 0.1, seed))
    assert len(counts) == 18
    expected = sum(counts.values()) / 18
    assert sum((count - expected) ** 2 / expected for count in counts.values()) < 45  # chi-squared, 17 degrees: p is about 0.0002


def test_the_draw_of_a_seed_is_the_same_on_every_machine() -> None:
    assert [f"{place.grade}({place.label})" for place in draw(school(5), 0.1, 2026)] == ["2(5)", "4(2)", "6(5)"]


@pytest.mark.parametrize(
    ("text", "pupils", "expected"),
    [
        ("1,3,6,9,12,…", 20, [1, 3, 6, 9, 12, 15, 18]),
        ("1,3,6,9,12...", 20, [1, 3, 6, 9, 12, 15, 18]),
        ("1、3、6、9、12、…", 16, [1, 3, 6, 9, 12, 15]),
        ("1,3,6,9,12", 45, [1, 3, 6, 9, 12]),
        ("1 3 6", 3, [1, 3]),
        ("all", 4, [1, 2, 3, 4]),
        ("全部", 2, [1, 2]),
        ("", 45, None),
        ("…", 45, None),
        ("3,…", 45, None),
        ("3,1", 45, None),
        ("0,3", 45, None),
        ("1,x", 45, None),
        ("1,１", 45, None),
    ],
)
def test_register_numbers(text: str, pupils: int, expected: list[int] | None) -> None:
    if expected is None:
        with pytest.raises(ConfigurationError, match="bad-numbers"):
            register_numbers(text, pupils)
    else:
        assert register_numbers(text, pupils) == expected
