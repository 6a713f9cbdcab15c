"""What the policy says of the classes there are, and from which subjects homework is expected on which days.

The readers of values are imported when a roster is stated: they are slow to import, and most policies have none.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from homework_audit.values.expressions import expression
from homework_audit.values.references import ClassRef

DAILY = (1, 2, 3, 4, 5, 6, 7)
PERIOD = ()
"""Expected once within the period that is audited, whatever the day."""

_DAILY_WORDS = frozenset({"", "daily", "每天", "每日", "天天", "日"})
_PERIOD_WORDS = frozenset({"period", "本期", "期间", "一次"})
_SEPARATORS = expression(r"[、,，;；/\s]+")


def _as_weekdays(value: Any) -> Any:
    """«每天», «本期», «周一、周三», ["周一", 3] → weekdays from 1 (Monday) on; none for «within the period»."""
    if isinstance(value, str):
        if value.strip() in _DAILY_WORDS:
            return DAILY
        if value.strip() in _PERIOD_WORDS:
            return PERIOD
        value = [part for part in _SEPARATORS.split(value.strip()) if part]
    if isinstance(value, list | tuple):
        from homework_audit.values.dates import read_weekday

        return [read_weekday(part) or part if isinstance(part, str) else part for part in value]
    return value


Expected = Annotated[tuple[Annotated[int, Field(ge=1, le=7)], ...], BeforeValidator(_as_weekdays)]


def _classes(text: str) -> tuple[ClassRef, ...]:
    from homework_audit.values.classes import read_classes

    return read_classes(text)


class RosterLine(BaseModel):
    """A table `[[roster]]`: classes with the same subjects, and when each subject is expected to report."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    classes: str = Field(description="三(1)班, or 三年级1-4班 for several.")
    subjects: Mapping[str, Expected] = Field(
        default_factory=dict, description='Subject → daily, period, or weekdays such as "周一、周三"; or a list of subjects, daily.'
    )
    pupils: Annotated[int, Field(ge=0, le=200)] | None = Field(default=None, description="How many pupils a class has.")
    school: str | None = Field(default=None, description="The school, where there are several.")

    @field_validator("classes")
    @classmethod
    def _understood(cls, text: str) -> str:
        refs = _classes(text)
        if not refs or not all(ref.grade and ref.label for ref in refs):
            raise PydanticCustomError("no-class", "no class")
        return text

    @field_validator("subjects", mode="before")
    @classmethod
    def _by_name(cls, stated: Any) -> Any:
        if isinstance(stated, list | tuple) and all(isinstance(name, str) for name in stated):
            stated = dict.fromkeys(stated, DAILY)
        from homework_audit.values.subjects import subject

        return {subject(name) or name: days for name, days in stated.items()} if isinstance(stated, Mapping) else stated

    @property
    def refs(self) -> tuple[ClassRef, ...]:
        """The classes, each with grade and label."""
        return _classes(self.classes)

    def expects(self, name: str, day: date) -> bool:
        """Whether the subject is expected to report for that school day."""
        return day.isoweekday() in self.subjects.get(name, ())
