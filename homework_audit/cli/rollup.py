"""The command `rollup`: many schools' reports into a county's, counties' into a city's, cities' into a region's."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import typer

from homework_audit.bureau.formats import DOCUMENT_FORMATS
from homework_audit.cli.arguments import Language
from homework_audit.cli.delivery import Writing, chosen_format, formats_told, print_report, write_report
from homework_audit.cli.exit_codes import INCOMPLETE
from homework_audit.cli.outputs import parse_output
from homework_audit.cli.streams import print_text, wants_colour, width
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.renderers import RenderOptions


class LevelName(StrEnum):
    """What a rollup may be of."""

    COUNTY = "county"
    CITY = "city"
    REGION = "region"
    COUNTRY = "country"


class Naming(StrEnum):
    """After what a school is named whose report does not name it."""

    FILE = "file"
    FOLDER = "folder"


def make_rollup(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def told(key: str) -> str:
        return say(lang, f"help.{key}")

    def rollup(
        reports: list[Path] = typer.Argument(None, metavar="REPORT.json…", help=told("rollup.reports"), show_default=False),
        name: str | None = typer.Option(None, "--name", "-n", metavar="NAME", help=told("rollup.name")),
        level: LevelName | None = typer.Option(None, "--level", metavar="county|city|region|country", help=told("rollup.level")),
        schools: Path | None = typer.Option(None, "--list", metavar="FILE", help=told("rollup.list")),
        naming: Naming = typer.Option(Naming.FILE, "--school-from", metavar="file|folder", help=told("rollup.school-from")),
        format_: str | None = typer.Option(
            None,
            "--format",
            "-f",
            autocompletion=lambda: list(DOCUMENT_FORMATS),
            metavar="FORMAT",
            help=formats_told(lang, DOCUMENT_FORMATS),
        ),
        output: list[str] = typer.Option([], "--output", "-o", metavar="FILE", help=told("rollup.output")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=told("lang")),
        schema: bool = typer.Option(False, "--schema", help=told("rollup.schema")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=told("quiet")),
        debug: bool = typer.Option(False, "--debug", help=told("debug")),
    ) -> None:
        del debug  # read by the guard, which alone decides about tracebacks
        if schema:
            from homework_audit.bureau.rollup_document import rollup_schema

            print_text(rollup_schema().encode())
            return
        if not reports:
            raise ConfigurationError("rollup-not-named")
        from homework_audit.bureau.handed import handed_in
        from homework_audit.bureau.listing import read_list
        from homework_audit.bureau.rolling import Asked, roll_up
        from homework_audit.bureau.rollup_document import rollup_document

        outputs = [parse_output(text, DOCUMENT_FORMATS) for text in output]
        chosen = chosen_format(format_, DOCUMENT_FORMATS) if format_ or not outputs else ""
        spoken: Lang = language.value if language else "zh"
        asked = Asked(name or say(spoken, "rollup.unnamed"), level.value if level else None, read_list(schools) if schools else None)
        found = rollup_document(roll_up(handed_in(reports, naming.value), asked, spoken))
        options = RenderOptions(width(), wants_colour(), quiet=quiet)
        if chosen:
            print_report(found, DOCUMENT_FORMATS[chosen], options)
        inputs = [path for path in reports if path.is_file()]
        if write_report(found, outputs, DOCUMENT_FORMATS, options, Writing(inputs, lang, quiet)):
            raise typer.Exit(INCOMPLETE)

    return rollup
