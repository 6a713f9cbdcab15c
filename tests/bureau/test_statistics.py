"""The statistics of a sample, against published and independently computed values, and by their properties."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homework_audit.bureau.statistics import FEWEST, FEWEST_FOR_P90, SURE_OF_P90, Interval, measured, percentile, verdict, wilson

PUBLISHED = [
    # Newcombe, Statistics in Medicine 17 (1998), table I, method 3
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0000, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
COMPUTED = [
    # the roots of (p - share)^2 = z^2 p (1 - p) / n, solved by bisection with fractions
    (9, 10, 0.5958, 0.9821),
    (18, 20, 0.6990, 0.9721),
    (36, 40, 0.7695, 0.9604),
]
SAMPLES = st.integers(min_value=1, max_value=400).flatmap(lambda n: st.tuples(st.integers(min_value=0, max_value=n), st.just(n)))
MINUTES = st.lists(st.floats(min_value=0, max_value=600, allow_nan=False), min_size=FEWEST, max_size=60)


@pytest.mark.parametrize(("successes", "n", "low", "high"), PUBLISHED + COMPUTED)
def test_wilson_is_what_was_published(successes: int, n: int, low: float, high: float) -> None:
    found = wilson(successes, n)
    assert (round(found.low, 4), round(found.high, 4)) == (low, high)


def root(successes: int, n: int, start: Fraction, end: Fraction) -> Fraction:
    """Where the score test just does not reject, between two points, by bisection with exact fractions."""
    z2, share = Fraction("3.8414588206941227"), Fraction(successes, n)

    def rejected(p: Fraction) -> bool:
        return (p - share) ** 2 * n > z2 * p * (1 - p)

    for _ in range(40):
        middle = (start + end) / 2
        start, end = (middle, end) if rejected(middle) == rejected(start) else (start, middle)
    return start


@given(SAMPLES)
def test_wilson_is_where_the_score_test_just_does_not_reject(sample: tuple[int, int]) -> None:
    successes, n = sample
    found, share = wilson(successes, n), Fraction(successes, n)
    if successes:
        assert abs(float(root(successes, n, Fraction(0), share)) - found.low) < 1e-9
    if successes < n:
        assert abs(float(root(successes, n, Fraction(1), share)) - found.high) < 1e-9


@given(SAMPLES)
def test_an_interval_contains_its_share_and_lies_between_0_and_1(sample: tuple[int, int]) -> None:
    successes, n = sample
    found = wilson(successes, n)
    assert 0 <= found.low <= successes / n <= found.high <= 1


@given(SAMPLES, st.integers(min_value=2, max_value=10))
def test_more_answers_never_widen_it_on_the_same_share(sample: tuple[int, int], times: int) -> None:
    successes, n = sample
    few, many = wilson(successes, n), wilson(successes * times, n * times)
    assert many.high - many.low <= few.high - few.low + 1e-12


@given(SAMPLES)
def test_it_is_the_same_seen_from_the_other_side(sample: tuple[int, int]) -> None:
    successes, n = sample
    one, other = wilson(successes, n), wilson(n - successes, n)
    assert one.low == pytest.approx(1 - other.high, abs=1e-12)


@given(SAMPLES)
def test_one_more_within_never_lowers_it(sample: tuple[int, int]) -> None:
    successes, n = sample
    if successes < n:
        less, more = wilson(successes, n), wilson(successes + 1, n)
        assert less.low <= more.low + 1e-12
        assert less.high <= more.high + 1e-12


@pytest.mark.parametrize("sample", [(1, 0), (-1, 5), (6, 5), (0, 0)])
def test_no_share_of_nothing(sample: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match=","):
        wilson(*sample)


@pytest.mark.parametrize(
    ("values", "share", "expected"),
    [
        (list(range(1, 11)), 0.9, 9),
        (list(range(1, 12)), 0.9, 10),
        (list(range(1, 30)), 0.9, 27),
        ([30, 10, 20], 0.5, 20),
        ([5], 0.9, 5),
        ([10] * 9 + [90], 0.9, 10),
        ([10] * 8 + [90, 90], 0.9, 90),
    ],
)
def test_percentiles_are_answers(values: list[float], share: float, expected: float) -> None:
    assert percentile(values, share) == expected


@given(MINUTES)
def test_a_percentile_leaves_at_most_its_rest_above_and_less_than_itself_below(values: list[float]) -> None:
    found = percentile(values, 0.9)
    assert found in values
    assert sum(value <= found for value in values) >= 0.9 * len(values) - 1e-9
    assert sum(value < found for value in values) < 0.9 * len(values) + 1e-9


def test_the_bound_of_the_p90_is_what_it_says() -> None:
    assert 0.9 ** (SURE_OF_P90 - 1) > 0.05 > 0.9**SURE_OF_P90


@pytest.mark.parametrize(
    ("n", "is_told", "has_p90", "is_indicative"),
    [
        (0, False, False, False),
        (4, False, False, False),
        (5, True, False, False),
        (9, True, False, False),
        (10, True, True, True),
        (28, True, True, True),
        (29, True, True, False),
    ],
)
def test_few_answers_are_not_told_and_p90_only_of_enough(n: int, is_told: bool, has_p90: bool, is_indicative: bool) -> None:
    found = measured([20.0] * n, n)
    assert (found is not None) is is_told
    if found:
        assert ((found.p90 is not None), found.p90_is_indicative) == (has_p90, is_indicative)
    assert FEWEST_FOR_P90 == 10


def test_what_answers_come_to() -> None:
    found = measured([0, 10, 20, 30, 40, 50, 60, 70, 80, 240], 7)
    assert found is not None
    assert (found.n, found.mean, found.median, found.p90, found.share) == (10, 60, 45, 80, 0.7)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval(0.91, 0.99), "met"),
        (Interval(0.5, 0.89), "not-met"),
        (Interval(0.6, 0.98), "undetermined"),
        (Interval(0.9, 1), "undetermined"),
    ],
)
def test_a_verdict_needs_the_whole_interval_on_one_side(interval: Interval, expected: str) -> None:
    assert verdict(interval, 0.9) == expected


def test_ten_forms_can_neither_establish_nor_refute_ninety_per_cent() -> None:
    assert verdict(wilson(9, 10), 0.9) == "undetermined"
    assert verdict(wilson(10, 10), 0.9) == "undetermined"
    assert verdict(wilson(35, 35), 0.9) == "met"
    assert verdict(wilson(34, 34), 0.9) == "undetermined"
