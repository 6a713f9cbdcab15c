"""What the policy says of exceptions: findings that the office accepts, with reason, owner and end."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from homework_audit.policy.class_names import ClassNames
from homework_audit.rules import RULES


class Waiver(BaseModel):
    """A table `[[waivers]]`: findings of one rule that are accepted, for a class or all, on the days from one to another."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True, defer_build=True)

    rule: str = Field(description="The rule whose findings are accepted.")
    school_class: ClassNames = Field(default="", description="三(2)班, or 三年级 for a whole grade; all classes if absent.")
    school: str = Field(default="", description="The school, where there are several; any if absent.")
    subject: str = Field(default="", description="The subject of the finding; any if absent.")
    first: date | None = Field(default=None, alias="from", description="The first class-day that is covered.")
    last: date | None = Field(default=None, alias="to", description="The last class-day that is covered.")
    until: date = Field(description="The last day on which the waiver is honoured.")
    reason: Annotated[str, Field(min_length=1, description="Why this is accepted.")]
    owner: Annotated[str, Field(min_length=1, description="Who answers for it.")]

    @field_validator("rule")
    @classmethod
    def _known(cls, rule: str) -> str:
        if rule not in RULES:
            raise PydanticCustomError("unknown-rule", "there is no rule {rule}", {"rule": rule})
        return rule

    @model_validator(mode="after")
    def _forwards(self) -> Self:
        if self.first and self.last and self.last < self.first:
            raise PydanticCustomError("backwards", "to lies before from")
        return self
