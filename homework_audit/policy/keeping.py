"""What the configuration says of what is kept from run to run, and of whom to tell."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from homework_audit.models.report import Finding
from homework_audit.policy.class_names import ClassNames, is_about


class Owner(BaseModel):
    """A table `[[history.owners]]`: who follows up the findings of these classes and this subject."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    owner: Annotated[str, Field(min_length=1, description="Who follows up: an office, a post or a group.")]
    classes: ClassNames = Field(default="", description="三年级, or 三(1)班; all classes if absent.")
    school: str = Field(default="", description="The school, where there are several; any if absent.")
    subject: str = Field(default="", description="The subject of the finding; any if absent.")

    def answers_for(self, finding: Finding) -> bool:
        """Whether the finding is this owner's."""
        return is_about(finding, self.classes) and self.subject in ("", finding.subject) and self.school in ("", finding.school)


class HistorySettings(BaseModel):
    """The table `[history]` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    record: bool = Field(default=False, description="Whether every check is recorded, as with --record.")
    file: str = Field(default=".homework-audit/history.sqlite", description="The history, beside this file if no path is given.")
    keep_days: Annotated[int, Field(ge=1, le=36_500)] = Field(
        default=730, description="Days after which runs are forgotten; open findings stay."
    )
    cache_mib: Annotated[int, Field(ge=0)] = Field(
        default=512, description="MiB of readings and judged schools kept for unchanged files; 0 for none."
    )
    owners: tuple[Owner, ...] = Field(default=(), description="Who follows up what; the first that fits.")

    def owner_of(self, finding: Finding) -> str:
        """Who follows up a finding; '' where the configuration names nobody."""
        return next((each.owner for each in self.owners if each.answers_for(finding)), "")


class Mail(BaseModel):
    """The table `[notify.email]`: the server that sends alerts. Its password is no setting but HOMEWORK_AUDIT_SMTP_PASSWORD."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    host: Annotated[str, Field(min_length=1, description="The mail server.")]
    port: Annotated[int, Field(ge=1, le=65535)] = Field(default=465, description="Its port: 465 for tls, 587 for starttls.")
    security: Literal["tls", "starttls", "none"] = Field(default="tls", description="tls, starttls, or none on a trusted network.")
    user: str = Field(default="", description="The account that sends; no login if empty.")
    sender: Annotated[str, Field(min_length=3, description="The address that the message comes from.")]
    to: Annotated[tuple[str, ...], Field(min_length=1, description="The addresses that it goes to.")]


class NotifySettings(BaseModel):
    """The table `[notify]` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    when: Literal["new", "always"] = Field(default="new", description="new: only where there is something new; always: after every run.")
    report: str = Field(default="", description="Link or path to the report; the first output of the run if absent.")
    email: Mail | None = Field(default=None, description="Alerts by e-mail.")
