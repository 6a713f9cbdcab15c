"""What the policy says of the calendar: terms, days off and make-up days of the school, days on which no homework is set."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Any, Literal, Self

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

LONGEST_SPAN = 366
"""More days than a span of a school's calendar has: a longer one is a slip of the pen."""


def _as_span(value: Any) -> Any:
    return {"from": value, "to": value} if isinstance(value, date) else value


def _as_weekday(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    from homework_audit.values.dates import read_weekday  # slow to import, and most calendars name no weekday

    return read_weekday(value) or value


class Days(BaseModel):
    """A day, or the days `from` one `to` another; in TOML a single date will do."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    first: date = Field(alias="from", description="The first day.")
    last: date = Field(alias="to", description="The last day.")
    name: str = Field(default="", description="What people call it.")

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if not 0 <= (self.last - self.first).days <= LONGEST_SPAN:
            raise PydanticCustomError("backwards", "to lies before from")
        return self

    def __contains__(self, day: date) -> bool:
        return self.first <= day <= self.last

    @property
    def days(self) -> tuple[date, ...]:
        """Every day of the span."""
        return tuple(self.first + timedelta(days=n) for n in range((self.last - self.first).days + 1))


Span = Annotated[Days, BeforeValidator(_as_span)]
Weekday = Annotated[int, BeforeValidator(_as_weekday), Field(ge=1, le=7)]


class CalendarSettings(BaseModel):
    """The table `[calendar]` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] = Field(
        default="CN", description="Whose official holidays hold; other countries than CN need the extra [calendars]."
    )
    subdivision: str = Field(default="", description="A state or province of that country, such as NW.")
    terms: tuple[Days, ...] = Field(default=(), description="Terms: name, from, to. A week «第3周» is counted from a term's first week.")
    days_off: tuple[Span, ...] = Field(default=(), description="Further days without lessons: dates, or from, to, name.")
    school_days: tuple[Span, ...] = Field(default=(), description="Days with lessons whatever the official calendar says.")
    covered_years: tuple[int, ...] = Field(default=(), description="Years whose days off and make-up days all stand here.")
    no_homework_weekdays: tuple[Weekday, ...] = Field(default=(), description="Weekdays on which no homework is set: 周三, Wed or 3.")
    no_homework_days: tuple[Span, ...] = Field(default=(), description="Dates on which no homework is set.")
    on_unknown_year: Literal["weekdays", "undetermined"] = Field(
        default="weekdays", description="A year without official holidays: Monday to Friday are school days, or nothing is judged."
    )
    file: str = Field(default="", description="A small workbook with more of it, beside this file: 日期, 至, 类型, 名称.")
