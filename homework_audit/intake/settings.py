"""What the configuration says about reading: which files, which encoding, extra headings, limits."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from homework_audit.layouts.settings import LayoutSettings
from homework_audit.readers.limits import Limits


class InputSettings(BaseModel):
    """The table `[input]` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    include: tuple[str, ...] = Field(default=(), description="Globs of the files to read; all spreadsheets if empty.")
    exclude: tuple[str, ...] = Field(default=(), description="Globs of files that are no submissions.")
    encoding: str | None = Field(default=None, description="Encoding of CSV files; found out by itself if absent.")
    headings: dict[str, tuple[str, ...]] = Field(default_factory=dict, description="Field → further words that head its column.")
    lesson_minutes: Annotated[float, Field(gt=0, le=120)] | None = Field(default=None, description="How many minutes «一节课» is.")
    seconds: Annotated[float, Field(gt=0)] = Field(default=30, description="Seconds that one file may take, and one more for each MiB.")
    memory_mib: Annotated[int, Field(ge=128)] = Field(default=1024, description="MiB of memory that the process reading a file may take.")
    file_mib: Annotated[int, Field(gt=0)] = Limits().file_mib
    members: Annotated[int, Field(gt=0)] = Limits().members
    part_mib: Annotated[int, Field(gt=0)] = Limits().part_mib
    total_mib: Annotated[int, Field(gt=0)] = Limits().total_mib
    cells: Annotated[int, Field(gt=0)] = Limits().cells
    rows: Annotated[int, Field(gt=0)] = Limits().rows
    columns: Annotated[int, Field(gt=0)] = Limits().columns
    merged_ranges: Annotated[int, Field(gt=0)] = Limits().merged_ranges
    strings: Annotated[int, Field(gt=0)] = Limits().strings
    csv_field: Annotated[int, Field(gt=0)] = Limits().csv_field

    @property
    def limits(self) -> Limits:
        """The limits of one file."""
        return Limits(**{name: getattr(self, name) for name in Limits._fields})

    @property
    def layouts(self) -> LayoutSettings:
        """What the layouts need to know."""
        headings = tuple((field, word) for field, words in sorted(self.headings.items()) for word in words)
        return LayoutSettings(headings, self.lesson_minutes)

    def explained(self) -> ExplainedInput:
        """The same settings, asking for an account of how every table was understood."""
        return ExplainedInput.model_validate(self.model_dump())


class ExplainedInput(InputSettings):
    """The settings of reading when somebody wants to know how a file is understood."""

    @property
    def layouts(self) -> LayoutSettings:
        """What the layouts need to know, with the wish for an account."""
        return super().layouts._replace(explain=True)
