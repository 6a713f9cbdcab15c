"""What a renderer may be told beside the report."""

from __future__ import annotations

from typing import Literal, NamedTuple


class RenderOptions(NamedTuple):
    """`width` in columns and `colour` for a terminal; `all_evidence` keeps the evidence of class-days that are within.

    `by` says which periods a table shows beside the days.
    """

    width: int = 100
    colour: bool = False
    all_evidence: bool = True
    quiet: bool = False
    verbose: bool = False
    by: Literal["day", "week", "half-month"] = "day"
