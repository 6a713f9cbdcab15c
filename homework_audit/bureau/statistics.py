"""The statistics of a sample: what may be said of so many answers, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil, sqrt
from statistics import NormalDist, fmean, median
from typing import Final, Literal

FEWEST: Final = 5
"""Fewer answers than this are not told: too few to mean anything, and few enough to know who answered."""
FEWEST_FOR_P90: Final = 10
SURE_OF_P90: Final = 29
"""From so many answers on the greatest is above the true P90 with a probability of at least 95 % (0.9 ** 29 < 0.05)."""
CONFIDENCE: Final = 0.95
_Z: Final = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)

Verdict = Literal["met", "not-met", "undetermined"]


@dataclass(frozen=True, slots=True)
class Interval:
    """Where a share lies with a confidence of 95 %, from 0 to 1."""

    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Measured:
    """What so many answers come to, in minutes: mean, median, P90 (None: too few answers for it), and the share within the cap."""

    n: int
    mean: float
    median: float
    p90: float | None
    p90_is_indicative: bool
    within: int
    interval: Interval

    @property
    def share(self) -> float:
        """The share of answers within the cap."""
        return self.within / self.n


def measured(minutes: Sequence[float], within: int) -> Measured | None:
    """What the answers come to, `within` of them within their cap; None where they are too few to be told."""
    n = len(minutes)
    if n < FEWEST:
        return None
    p90 = percentile(minutes, 0.9) if n >= FEWEST_FOR_P90 else None
    return Measured(n, fmean(minutes), median(minutes), p90, p90 is not None and n < SURE_OF_P90, within, wilson(within, n))


def percentile(values: Sequence[float], share: float) -> float:
    """The least value that at least that share of all values do not exceed: nobody has to guess between two answers.

    Hyndman and Fan's definition 1 (The American Statistician 50, 1996).
    """
    ordered = sorted(values)
    place = ceil(round(share * len(ordered), 9))
    return ordered[max(place, 1) - 1]


def wilson(successes: int, n: int) -> Interval:
    """Wilson's score interval of a share (Journal of the American Statistical Association 22, 1927), without continuity correction.

    The answers are taken as independent of each other; those of one class resemble each other, so that it is rather too narrow.
    Raises ValueError without any answer.
    """
    if not 0 <= successes <= n or n == 0:
        raise ValueError((successes, n))
    share, z2 = successes / n, _Z * _Z
    centre = (share + z2 / (2 * n)) / (1 + z2 / n)
    half = _Z / (1 + z2 / n) * sqrt(share * (1 - share) / n + z2 / (4 * n * n))
    low = 0.0 if successes == 0 else max(0.0, centre - half)
    high = 1.0 if successes == n else min(1.0, centre + half)
    return Interval(min(low, share), max(high, share))


def verdict(interval: Interval, target: float) -> Verdict:
    """Whether the share reaches the target: only where the whole interval lies on one side of it."""
    if interval.low > target:
        return "met"
    return "not-met" if interval.high < target else "undetermined"
