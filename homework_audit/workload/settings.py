"""What the policy says about counting: the caps by grade, and how homework is shared over days."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from homework_audit.models.report import Shown

Grade = Annotated[int, Field(ge=1, le=12)]


class Cap(BaseModel):
    """A table `[[caps]]`: how many minutes a day the grades may take, and where the figure comes from."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    grades: Annotated[tuple[Grade, ...], Field(min_length=1, description="Grades 1–12.")]
    minutes: Annotated[Shown, Field(ge=0, le=1440, description="Counted minutes a day; 0: none may be set.")]
    places: Annotated[tuple[Literal["home", "school"], ...], Field(min_length=1)] = ("home", "school")
    source: str = Field(default="", description="The regulation behind the figure; the policy's own source if empty.")


class WorkloadSettings(BaseModel):
    """The keys of `[counting]` that decide how homework is shared over days."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    spread: Literal["until-due", "assigned-day"] = Field(
        default="until-due", description="Share homework over the days until it is due, or put it all on the day it was set."
    )
    max_spread_days: Annotated[int, Field(ge=1, le=31)] = Field(
        default=5, description="The most school days over which one homework is shared."
    )
