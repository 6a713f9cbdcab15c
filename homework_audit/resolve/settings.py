"""What the policy says about understanding entries together."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field


class ResolveSettings(BaseModel):
    """The keys of `[counting]` that decide how entries become records."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    implausible_above: Annotated[float, Field(gt=0)] = Field(
        default=180, description="Minutes of one entry above which a slip of the pen is likely."
    )
