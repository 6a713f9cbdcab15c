"""The command `render`: any format from a stored report, without reading the sheets again."""

import sys
from collections.abc import Callable
from pathlib import Path

import typer

from homework_audit.cli.arguments import By, Language
from homework_audit.cli.delivery import Writing, chosen_format, formats_told, print_report, write_report
from homework_audit.cli.exit_codes import INCOMPLETE
from homework_audit.cli.outputs import parse_output
from homework_audit.cli.streams import print_text, wants_colour, width
from homework_audit.errors import ConfigurationError, PathError
from homework_audit.locale import Lang
from homework_audit.messages import in_language, say
from homework_audit.renderers import RENDERERS, RenderOptions


def make_render(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def told(key: str) -> str:
        return say(lang, f"help.{key}")

    def render(
        file: Path | None = typer.Argument(None, metavar="REPORT.json", help=told("render.file"), show_default=False),
        format_: str | None = typer.Option(
            None, "--format", "-f", autocompletion=lambda: list(RENDERERS), metavar="FORMAT", help=formats_told(lang, RENDERERS)
        ),
        by: By = typer.Option(By.DAY, "--by", metavar="day|week|half-month", help=told("by")),
        output: list[str] = typer.Option([], "--output", "-o", metavar="FILE", help=told("render.output")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=told("lang")),
        schema: bool = typer.Option(False, "--schema", help=told("render.schema")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=told("quiet")),
        verbose: bool = typer.Option(False, "--verbose", "-v", help=told("verbose")),
        debug: bool = typer.Option(False, "--debug", help=told("debug")),
    ) -> None:
        del debug  # read by the guard, which alone decides about tracebacks
        from homework_audit.reporting.stored import load_report, report_schema

        if schema:
            print_text(report_schema().encode())
            return
        if file is None:
            raise ConfigurationError("report-not-named")
        outputs = [parse_output(text, RENDERERS) for text in output]
        report = load_report(_bytes_of(file), str(file))
        if language:
            report = in_language(report, language.value)
        options = RenderOptions(width(), wants_colour(), quiet=quiet, verbose=verbose, by=by.value)
        if format_ or not outputs:
            print_report(report, RENDERERS[chosen_format(format_, RENDERERS)], options)
        if write_report(report, outputs, RENDERERS, options, Writing([file], lang, quiet)):
            raise typer.Exit(INCOMPLETE)

    return render


def _bytes_of(file: Path) -> bytes:
    """The bytes of a file, or of standard input for «-». Raises PathError if it cannot be read."""
    if str(file) == "-":
        return sys.stdin.buffer.read()
    try:
        return file.read_bytes()
    except OSError as refused:
        raise PathError("report-unread", file=str(file), error=refused.strerror or type(refused).__name__) from refused
