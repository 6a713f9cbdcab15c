"""The command `check`: reads submissions, judges them, prints the report, writes its files, and says how it ended."""

from collections.abc import Callable
from datetime import date
from enum import StrEnum
from pathlib import Path

import typer

from homework_audit.cli.arguments import By, Language, parse_class, parse_date, parse_grade, parse_subject
from homework_audit.cli.delivery import chosen_format, formats_told
from homework_audit.cli.outputs import parse_output
from homework_audit.cli.streams import wants_colour, width
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.messages import say
from homework_audit.renderers import RENDERERS, RenderOptions


class FailOn(StrEnum):
    """From which severity on findings make the run end with 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


class Evidence(StrEnum):
    """Whose evidence the JSON report holds."""

    ALL = "all"
    FINDINGS = "findings"


def make_check(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def told(key: str) -> str:
        return say(lang, f"help.{key}")

    reading, showing, ending = (say(lang, f"help.panel.{name}") for name in ("reading", "showing", "ending"))

    def check(
        paths: list[Path] = typer.Argument(None, help=told("paths"), show_default=False),
        config: Path | None = typer.Option(None, "--config", "-c", metavar="FILE", help=told("config"), rich_help_panel=reading),
        policy: str | None = typer.Option(None, "--policy", metavar="NAME", help=told("policy"), rich_help_panel=reading),
        as_of: str | None = typer.Option(None, "--as-of", metavar="DATE", help=told("as-of"), rich_help_panel=reading),
        encoding: str | None = typer.Option(None, "--encoding", metavar="NAME", help=told("encoding"), rich_help_panel=reading),
        jobs: int | None = typer.Option(None, "--jobs", "-j", metavar="N", min=1, max=64, help=told("jobs"), rich_help_panel=reading),
        cluster: str | None = typer.Option(None, "--cluster", metavar="tcp://HOST:PORT", help=told("cluster"), rich_help_panel=reading),
        first: str | None = typer.Option(None, "--from", metavar="DATE", help=told("from"), rich_help_panel=showing),
        last: str | None = typer.Option(None, "--to", metavar="DATE", help=told("to"), rich_help_panel=showing),
        day: str | None = typer.Option(None, "--date", metavar="DATE", help=told("date"), rich_help_panel=showing),
        week: str | None = typer.Option(None, "--week", metavar="WEEK", help=told("week"), rich_help_panel=showing),
        plan: bool = typer.Option(False, "--plan", help=told("plan"), rich_help_panel=showing),
        by: By = typer.Option(By.DAY, "--by", metavar="day|week|half-month", help=told("by"), rich_help_panel=showing),
        grade: list[str] = typer.Option([], "--grade", metavar="GRADE", help=told("grade"), rich_help_panel=showing),
        school_class: list[str] = typer.Option([], "--class", metavar="CLASS", help=told("class"), rich_help_panel=showing),
        subject: list[str] = typer.Option([], "--subject", metavar="SUBJECT", help=told("subject"), rich_help_panel=showing),
        format_: str | None = typer.Option(
            None,
            "--format",
            "-f",
            autocompletion=lambda: list(RENDERERS),
            metavar="FORMAT",
            help=formats_told(lang, RENDERERS),
            rich_help_panel=showing,
        ),
        output: list[str] = typer.Option([], "--output", "-o", metavar="FILE", help=told("output"), rich_help_panel=showing),
        evidence: Evidence = typer.Option(
            Evidence.ALL, "--evidence", metavar="all|findings", help=told("evidence"), rich_help_panel=showing
        ),
        annotate: Path | None = typer.Option(None, "--annotate", metavar="DIR", help=told("annotate"), rich_help_panel=showing),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=told("lang"), rich_help_panel=showing),
        quiet: bool = typer.Option(False, "--quiet", "-q", help=told("quiet"), rich_help_panel=showing),
        verbose: bool = typer.Option(False, "--verbose", "-v", help=told("verbose"), rich_help_panel=showing),
        select: list[str] = typer.Option([], "--select", metavar="RULE", help=told("select"), rich_help_panel=ending),
        ignore: list[str] = typer.Option([], "--ignore", metavar="RULE", help=told("ignore"), rich_help_panel=ending),
        only_new: bool = typer.Option(False, "--only-new", help=told("only-new"), rich_help_panel=ending),
        fail_on: FailOn = typer.Option(FailOn.ERROR, "--fail-on", metavar="LEVEL", help=told("fail-on"), rich_help_panel=ending),
        record: bool | None = typer.Option(None, "--record/--no-record", help=told("record"), rich_help_panel=ending, show_default=False),
        cached: bool | None = typer.Option(None, "--cache/--no-cache", help=told("cache"), rich_help_panel=reading, show_default=False),
        debug: bool = typer.Option(False, "--debug", help=told("debug"), rich_help_panel=ending),
    ) -> None:
        del debug  # read by the guard, which alone decides about tracebacks
        if cluster is not None and jobs is not None:
            raise ConfigurationError("cluster-and-jobs")
        from homework_audit.auditing import reading_settings
        from homework_audit.cli.annotate import check_folder
        from homework_audit.cli.job import Job, run
        from homework_audit.cli.period import Asked, parse_period
        from homework_audit.filters import Filters
        from homework_audit.policy import choose_rules, find_configuration, load_policy
        from homework_audit.school_calendar import SchoolCalendar

        places = paths or [Path()]
        if annotate:
            check_folder(annotate, places)
        outputs = [parse_output(text, RENDERERS) for text in output]
        chosen = chosen_format(format_, RENDERERS)
        configuration = config or find_configuration(places)
        settings = choose_rules(load_policy(configuration, policy), select, ignore)
        on = parse_date("--as-of", as_of) or _today()
        week_one = reading_settings(settings, SchoolCalendar(settings.calendar), on).week_one
        filters = Filters(
            *parse_period(Asked(first, last, day, week), on, week_one, plan=plan),
            frozenset(parse_grade(text, settings.input.junior_years) for text in grade),
            frozenset(ref for text in school_class for ref in parse_class(text, settings.input.junior_years)),
            frozenset(parse_subject(text) for text in subject),
        )
        if encoding:
            settings = settings.model_copy(update={"input": settings.input.model_copy(update={"encoding": encoding})})
        spoken: Lang = language.value if language else settings.output.lang or "zh"
        options = RenderOptions(width(), wants_colour(), evidence is Evidence.ALL, quiet, verbose, by.value)
        recorded = settings.history.record if record is None else record
        job = Job(
            places,
            configuration,
            settings,
            filters,
            on,
            plan=plan,
            jobs=jobs,
            cluster=cluster,
            outputs=outputs,
            format=chosen,
            options=options,
            annotate=annotate,
            fail_on=fail_on.value,
            only_new=only_new,
            record=recorded,
            cache=recorded if cached is None else cached,
            lang=lang,
            report_lang=spoken,
        )
        raise typer.Exit(run(job))

    return check


def _today() -> date:
    return date.today()  # noqa: DTZ011 (the day on the office's wall)
