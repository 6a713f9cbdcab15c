"""The command `verify`: holds pupils' minutes, as they were written down on site, against what was declared."""

from collections.abc import Callable
from pathlib import Path

import typer

from homework_audit.bureau.formats import DOCUMENT_FORMATS
from homework_audit.cli.arguments import Language
from homework_audit.cli.delivery import Writing, chosen_format, formats_told, print_report, write_report
from homework_audit.cli.exit_codes import INCOMPLETE
from homework_audit.cli.outputs import parse_output
from homework_audit.cli.rollup import Naming
from homework_audit.cli.streams import print_text, wants_colour, width
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.renderers import RenderOptions


def make_verify(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def told(key: str) -> str:
        return say(lang, f"help.{key}")

    def verify(
        files: list[Path] = typer.Argument(None, metavar="FORM.xlsx… REPORT.json…", help=told("verify.files"), show_default=False),
        target: float = typer.Option(0.9, "--target", min=0.01, max=0.999, metavar="SHARE", help=told("verify.target")),
        ratio: float = typer.Option(1.5, "--ratio", min=1, metavar="TIMES", help=told("verify.ratio")),
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
        schema: bool = typer.Option(False, "--schema", help=told("verify.schema")),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=told("quiet")),
        debug: bool = typer.Option(False, "--debug", help=told("debug")),
    ) -> None:
        del debug  # read by the guard, which alone decides about tracebacks
        from homework_audit.bureau.answers import read_forms
        from homework_audit.bureau.handed import handed_in
        from homework_audit.bureau.verification_document import verification_document, verification_schema
        from homework_audit.bureau.verifying import Settings
        from homework_audit.bureau.verifying import verify as verified

        if schema:
            print_text(verification_schema().encode())
            return
        reports = [file for file in files or () if file.is_dir() or file.suffix.lower() == ".json"]
        forms = [file for file in files or () if file not in reports]
        if not reports or not forms:
            raise ConfigurationError("verify-not-named")
        outputs = [parse_output(text, DOCUMENT_FORMATS) for text in output]
        chosen = chosen_format(format_, DOCUMENT_FORMATS) if format_ or not outputs else ""
        spoken: Lang = language.value if language else "zh"
        found = verified(read_forms(forms), handed_in(reports, naming.value), Settings(target, ratio), spoken)
        document = verification_document(found)
        options = RenderOptions(width(), wants_colour(), quiet=quiet)
        if chosen:
            print_report(document, DOCUMENT_FORMATS[chosen], options)
        inputs = [file for file in files if file.is_file()]
        if write_report(document, outputs, DOCUMENT_FORMATS, options, Writing(inputs, lang, quiet)):
            raise typer.Exit(INCOMPLETE)

    return verify
