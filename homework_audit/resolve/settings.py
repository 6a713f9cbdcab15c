"""What the policy says about which entries count, and with how many minutes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from homework_audit.models.reading import Kind


class ResolveSettings(BaseModel):
    """The keys of `[counting]` that decide how entries become records."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    kinds: Annotated[tuple[Kind, ...], Field(min_length=1)] = Field(
        default=("written",), description="Kinds that count: written, oral, reading, practical, sport, labour, other."
    )
    optional: bool = Field(default=False, description="Whether optional homework (选做) counts too.")
    ranges: Literal["upper", "middle", "lower"] = Field(default="upper", description="What counts of «20-30分钟».")
    implausible_above: Annotated[float, Field(gt=0)] = Field(
        default=180, description="Minutes of one entry above which a slip of the pen is likely."
    )
