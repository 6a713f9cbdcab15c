"""The Policy: the settings of every stage, checked together, with a fingerprint of all that verdicts depend on."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from typing import Any, Self

from pydantic import BaseModel, ConfigDict, Field, SerializeAsAny, ValidationError, field_validator, model_validator
from pydantic_core import InitErrorDetails, PydanticCustomError

from homework_audit.errors import ConfigurationError
from homework_audit.intake.settings import InputSettings
from homework_audit.locale import Lang
from homework_audit.models.cap import Cap
from homework_audit.policy.keeping import HistorySettings, NotifySettings
from homework_audit.policy.waivers import Waiver
from homework_audit.resolve.roster import RosterLine
from homework_audit.resolve.settings import ResolveSettings
from homework_audit.rules import RULES, Rule
from homework_audit.school_calendar import CalendarSettings
from homework_audit.workload.settings import WorkloadSettings


class Counting(ResolveSettings, WorkloadSettings):
    """The table `[counting]` of the configuration."""


class Output(BaseModel):
    """The table `[output]` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    lang: Lang | None = Field(default=None, description="Language of the messages: zh or en.")


class Policy(BaseModel):
    """Caps, rules and settings under which an audit is made."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    name: str = Field(default="own", description="What the policy is called in reports.")
    source: str = Field(default="", description="The regulation behind the caps, as reports name it.")
    published: str = Field(default="", description="When the source was made public.")
    read_in: str = Field(default="", description="Where the figures were read.")
    notes: tuple[str, ...] = Field(default=(), description="What the source says beside figures.")
    caps: tuple[Cap, ...]
    counting: Counting = Counting()
    calendar: CalendarSettings = CalendarSettings()
    waivers: tuple[Waiver, ...] = ()
    roster: tuple[RosterLine, ...] = ()
    rules: Mapping[str, SerializeAsAny[Rule]] = Field(default_factory=dict, validate_default=True)
    input: InputSettings = InputSettings()
    output: Output = Output()
    history: HistorySettings = HistorySettings()
    notify: NotifySettings = NotifySettings()

    @field_validator("rules", mode="before")
    @classmethod
    def _each_by_its_class(cls, tables: Any) -> dict[str, Rule]:
        """Every rule with its settings, each table validated by the rule's own class; rules without one take defaults."""
        if not isinstance(tables, Mapping):
            raise PydanticCustomError("dict_type", "not a table")
        unknown = sorted(set(tables) - set(RULES))
        if unknown:
            raise PydanticCustomError("unknown-rule", "there is no rule {rule}", {"rule": unknown[0]})
        return {name: _rule(name, tables.get(name, {})) for name in RULES}

    @field_validator("caps")
    @classmethod
    def _by_grade(cls, caps: tuple[Cap, ...]) -> tuple[Cap, ...]:
        return tuple(sorted(caps, key=lambda cap: cap.grades))

    @model_validator(mode="after")
    def _one_cap_a_grade(self) -> Self:
        grades = [grade for cap in self.caps for grade in cap.grades]
        twice = sorted({grade for grade in grades if grades.count(grade) > 1})
        if twice:
            raise PydanticCustomError("two-caps", "grade {grade} has two caps", {"grade": twice[0]})
        return self

    @property
    def caps_by_grade(self) -> dict[int, Cap]:
        """Grade (1–12) → its cap; grades without one are left out."""
        return {grade: cap for cap in self.caps for grade in cap.grades}

    @property
    def fingerprint(self) -> str:
        """A hash of everything that a verdict depends on, and of nothing else."""
        judged = self.model_dump(mode="json", include={"name", "caps", "counting", "calendar", "roster", "rules"})
        text = json.dumps(judged, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
        return "sha256:" + hashlib.sha256(text.encode()).hexdigest()


def _rule(name: str, table: Any) -> Rule:
    """A rule with its settings. Raises ValidationError whose places begin with the rule's name."""
    try:
        return RULES[name].model_validate(table)
    except ValidationError as wrong:
        details = [
            InitErrorDetails(type=error["type"], loc=(name, *error["loc"]), input=error["input"], ctx=error.get("ctx", {}))
            for error in wrong.errors(include_url=False)
        ]
        raise ValidationError.from_exception_data(wrong.title, details) from wrong


def choose_rules(policy: Policy, select: Sequence[str], ignore: Sequence[str]) -> Policy:
    """The policy with only the selected rules on (all if none is named) and the ignored ones off; verdicts stay as they are.

    Raises ConfigurationError for a rule that does not exist.
    """
    for option, names in (("--select", select), ("--ignore", ignore)):
        for name in names:
            if name not in RULES:
                near = next(iter(get_close_matches(name, RULES, n=1, cutoff=0.5)), "")
                raise ConfigurationError("no-such-rule", option=option, rule=name, near=near, known=", ".join(RULES))
    off = {name for name in RULES if (select and name not in select) or name in ignore}
    rules = {name: rule.model_copy(update={"severity": "off"}) if name in off else rule for name, rule in policy.rules.items()}
    return policy.model_copy(update={"rules": rules})
