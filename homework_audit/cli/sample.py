"""The command `sample`: draws classes and register numbers for a verification on site, as a workbook to be filled in."""

import secrets
from collections.abc import Callable
from datetime import date
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language, parse_date
from homework_audit.cli.outputs import write_new, write_whole
from homework_audit.cli.rollup import Naming
from homework_audit.cli.streams import complain
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.messages import say

_SEEDS = 1_000_000_000


def make_sample(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def told(key: str) -> str:
        return say(lang, f"help.{key}")

    def sample(
        reports: list[Path] = typer.Argument(None, metavar="REPORT.json…", help=told("sample.reports"), show_default=False),
        output: Path | None = typer.Option(None, "--output", "-o", metavar="FILE.xlsx", help=told("sample.output")),
        share: float = typer.Option(0.1, "--share", min=0.001, max=1, metavar="SHARE", help=told("sample.share")),
        numbers: str = typer.Option("1,3,6,9,12,…", "--numbers", metavar="NUMBERS", help=told("sample.numbers")),
        pupils: int = typer.Option(45, "--pupils", min=1, max=200, metavar="N", help=told("sample.pupils")),
        day: str | None = typer.Option(None, "--date", metavar="DATE", help=told("sample.date")),
        seed: int | None = typer.Option(None, "--seed", min=0, metavar="N", help=told("sample.seed")),
        naming: Naming = typer.Option(Naming.FILE, "--school-from", metavar="file|folder", help=told("rollup.school-from")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=told("lang")),
        force: bool = typer.Option(False, "--force", help=told("force")),
        debug: bool = typer.Option(False, "--debug", help=told("debug")),
    ) -> None:
        del debug  # read by the guard, which alone decides about tracebacks
        from homework_audit.bureau.form import about, form
        from homework_audit.bureau.handed import handed_in
        from homework_audit.bureau.sampling import Wanted, sample_of

        spoken: Lang = language.value if language else "zh"
        if not reports:
            raise ConfigurationError("sample-not-named")
        if output is None:
            raise ConfigurationError("output-not-named", example=f"{say(spoken, 'form.title')}.xlsx")
        if output.suffix.lower() != ".xlsx":
            raise ConfigurationError("template-suffix", file=output)
        on: date | None = parse_date("--date", day)
        wanted = Wanted(on, share, secrets.randbelow(_SEEDS) if seed is None else seed, numbers, pupils)
        found = sample_of(handed_in(reports, naming.value), wanted)
        data = form(found, spoken)
        if force:
            write_whole(output, [data], [])
        else:
            write_new(output, data)
        for line in about(found, lang):
            complain(line)
        complain(say(lang, "written", file=output))

    return sample
