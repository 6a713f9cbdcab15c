"""What the configuration says about reading: which files, which encoding, extra headings, limits."""

from __future__ import annotations

from datetime import date, timedelta
from fnmatch import fnmatchcase
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator
from pydantic_core import PydanticCustomError

from homework_audit.intake.start import MEMORY_MIB
from homework_audit.layouts.settings import LayoutSettings, MappedTable
from homework_audit.models.limits import Limits
from homework_audit.models.sheet import column_number
from homework_audit.values.expressions import expression

FieldName = Literal[
    "date", "weekday", "month", "week", "due", "grade", "class", "school", "subject", "content", "minutes", "hours", "kind", "place",
    "requirement", "layer", "status",
]  # fmt: skip
"""What a column may hold."""
Constant = Literal["class", "date", "subject", "kind"]
"""What may be said of a whole sheet."""
_COLUMN = expression(r"[A-Z]{1,3}")


class LayoutMapping(BaseModel):
    """One table `[[input.layouts]]`: how to read the sheets of files that defeat all guessing."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    files: str = Field(description="Glob of the files, by path in the report or by name alone.")
    sheet: str = Field(default="*", description="Glob of the sheets.")
    heading_row: Annotated[int, Field(ge=0)] = Field(default=1, description="The last heading row, counted from 1; 0 for none.")
    columns: dict[FieldName, str] = Field(default_factory=dict, description='Field → letter of its column, such as minutes = "E".')
    constants: dict[Constant, str] = Field(default_factory=dict, description="What no column says: class, date, subject, kind.")
    ignore: bool = Field(default=False, description="The sheet is no record of homework.")

    @field_validator("columns")
    @classmethod
    def _letters(cls, columns: dict[str, str]) -> dict[str, str]:
        wrong = next((name for name, letters in columns.items() if not _COLUMN.fullmatch(letters.upper())), None)
        if wrong:
            raise PydanticCustomError("no-letter", "{column} is not named by a letter", {"column": wrong})
        return {name: letters.upper() for name, letters in columns.items()}

    @model_validator(mode="after")
    def _tells_something(self) -> Self:
        if not self.ignore and not self.columns.keys() & {"minutes", "content"}:
            raise PydanticCustomError("no-columns", "columns name neither minutes nor content")
        return self

    def fits(self, name: str) -> bool:
        """Whether the mapping is for the file of that name."""
        return fnmatchcase(name, self.files) or fnmatchcase(name.rpartition("/")[2], self.files)

    def as_table(self) -> MappedTable:
        """The mapping as the layouts know it."""
        columns = tuple((name, column_number(letters)) for name, letters in sorted(self.columns.items()))
        return MappedTable(self.sheet, self.heading_row, columns, tuple(sorted(self.constants.items())), self.ignore)


class InputSettings(BaseModel):
    """The table `[input]` of the configuration."""

    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    include: tuple[str, ...] = Field(default=(), description="Globs of the files to read; all spreadsheets if empty.")
    exclude: tuple[str, ...] = Field(default=(), description="Globs of files that are no submissions.")
    encoding: str | None = Field(default=None, description="Encoding of CSV files; found out by itself if absent.")
    headings: dict[FieldName, tuple[str, ...]] = Field(default_factory=dict, description="Field → further words that head its column.")
    layouts: tuple[LayoutMapping, ...] = Field(default=(), description="How to read files that are not understood by themselves.")
    lesson_minutes: Annotated[float, Field(gt=0, le=120)] | None = Field(default=None, description="How many minutes «一节课» is.")
    week_one: date | None = Field(
        default=None, description="A day of the week from which «第3周» is counted; a term's first day if absent."
    )
    schools: Literal["folder"] | None = Field(
        default=None, description="Whether every folder below the one that is audited is a school of its own."
    )
    junior_years: Literal[3, 4] = Field(default=3, description="Grades of the junior school; of 4 (五四学制) 初一 is grade 6.")
    seconds: Annotated[float, Field(gt=0)] = Field(default=30, description="Seconds that one file may take, and one more for each MiB.")
    memory_mib: Annotated[int, Field(ge=128)] = Field(default=MEMORY_MIB, description="MiB of memory that reading a file may take.")
    file_mib: Annotated[int, Field(gt=0)] = Field(default=Limits().file_mib, description="MiB of one file.")
    members: Annotated[int, Field(gt=0)] = Field(default=Limits().members, description="Parts of an archive or workbook.")
    part_mib: Annotated[int, Field(gt=0)] = Field(default=Limits().part_mib, description="MiB of one part of a workbook, unpacked.")
    total_mib: Annotated[int, Field(gt=0)] = Field(default=Limits().total_mib, description="MiB of one file, unpacked.")
    cells: Annotated[int, Field(gt=0)] = Field(default=Limits().cells, description="Cells of one file.")
    rows: Annotated[int, Field(gt=0)] = Field(default=Limits().rows, description="Rows of one sheet.")
    columns: Annotated[int, Field(gt=0)] = Field(default=Limits().columns, description="Columns of one sheet.")
    merged_ranges: Annotated[int, Field(gt=0)] = Field(default=Limits().merged_ranges, description="Merged ranges of one sheet.")
    strings: Annotated[int, Field(gt=0)] = Field(default=Limits().strings, description="Characters of all texts of one file.")
    csv_field: Annotated[int, Field(gt=0)] = Field(default=Limits().csv_field, description="Characters of one cell of a CSV file.")

    @property
    def limits(self) -> Limits:
        """The limits of one file."""
        return Limits(**{name: getattr(self, name) for name in Limits._fields})

    def layout_settings(self, name: str) -> LayoutSettings:
        """What the layouts need to know about the file of that name."""
        headings = tuple((field, word) for field, words in sorted(self.headings.items()) for word in words)
        mapped = tuple(mapping.as_table() for mapping in self.layouts if mapping.fits(name))
        monday = self.week_one - timedelta(days=self.week_one.weekday()) if self.week_one else None
        week_one = (monday.year, monday.month, monday.day) if monday else None
        return LayoutSettings(headings, self.lesson_minutes, mapped=mapped, week_one=week_one, junior_years=self.junior_years)

    def explained(self) -> ExplainedInput:
        """The same settings, asking for an account of how every table was understood."""
        return ExplainedInput.model_validate(self.model_dump())


class ExplainedInput(InputSettings):
    """The settings of reading when somebody wants to know how a file is understood."""

    def layout_settings(self, name: str) -> LayoutSettings:
        """What the layouts need to know, with the wish for an account."""
        return super().layout_settings(name)._replace(explain=True)
