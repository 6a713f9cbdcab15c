"""What the policy says about summing: which layer counts, and how homework is shared over days."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field


class WorkloadSettings(BaseModel):
    """The keys of `[counting]` that decide how records are summed."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    layers: Literal["largest", "smallest"] = Field(
        default="largest", description="Which of the layers A, B, C counts: they are alternatives, never added up."
    )
    spread: Literal["until-due", "assigned-day"] = Field(
        default="until-due", description="Share homework over the days until it is due, or put it all on the day it was set."
    )
    max_spread_days: Annotated[int, Field(ge=1, le=31)] = Field(
        default=5, description="The most school days over which one homework is shared."
    )
