"""A cap: how much homework the grades may have, as the policy states it and as workload and rules judge by it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, field_validator, model_validator
from pydantic_core import PydanticCustomError

Grade = Annotated[int, Field(ge=1, le=12)]
_WHOLE = PlainSerializer(lambda minutes: int(minutes) if minutes == int(minutes) else minutes)
"""Writes 60.0 minutes as 60."""
MinutesADay = Annotated[float, Field(ge=0, le=1440), _WHOLE]
MinutesAWeek = Annotated[float, Field(ge=0, le=10080), _WHOLE]


class Cap(BaseModel):
    """A table `[[caps]]`: how much the grades may take home, and where the figures come from."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    grades: Annotated[tuple[Grade, ...], Field(min_length=1, description="Grades 1–12.")]
    minutes: MinutesADay | None = Field(default=None, description="Counted minutes a day; 0: none may be set; absent: no cap a day.")
    places: Annotated[tuple[Literal["home", "school"], ...], Field(min_length=1)] = Field(
        default=("home", "school"), description="Where homework is done that counts: home, school or both."
    )
    rest_day_minutes: MinutesADay | None = Field(
        default=None, description="Minutes on a day off or holiday; absent: the same as on a school day, which is a convention."
    )
    rest_period_minutes: MinutesAWeek | None = Field(default=None, description="Minutes over days off in a row, such as a weekend.")
    week_minutes: MinutesAWeek | None = Field(default=None, description="Minutes from Monday to Sunday.")
    subjects_per_day: Annotated[int, Field(ge=0, le=20)] | None = Field(
        default=None, description="How many subjects may set counted homework on one day."
    )
    subject_minutes: Mapping[str, MinutesADay] = Field(default_factory=dict, description='Subject → minutes a day: { "数学" = 30 }.')
    source: str = Field(default="", description="The regulation behind the figures; the policy's own source if empty.")

    @field_validator("subject_minutes")
    @classmethod
    def _standard_names(cls, stated: Mapping[str, float]) -> dict[str, float]:
        from homework_audit.values.subjects import subject  # slow to import, and few caps name one

        return {subject(name) or name: minutes for name, minutes in stated.items()}

    @model_validator(mode="after")
    def _limits_something(self) -> Self:
        stated = (self.minutes, self.rest_day_minutes, self.rest_period_minutes, self.week_minutes, self.subjects_per_day)
        if all(figure is None for figure in stated) and not self.subject_minutes:
            raise PydanticCustomError("no-figure", "a cap without a figure")
        return self
