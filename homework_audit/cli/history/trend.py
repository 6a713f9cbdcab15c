"""The command `history trend`: the minutes of a class, day by day."""

from collections.abc import Callable
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language, parse_class, parse_date
from homework_audit.cli.history.opened import HistoryFormat, config_option, format_option, language_option, opened, print_json
from homework_audit.cli.streams import complain, print_text
from homework_audit.locale import Lang
from homework_audit.messages import class_name, say


def make_trend(lang: Lang) -> Callable[..., None]:
    """The command `history trend`, with its help in that language."""

    def trend(
        school_class: str = typer.Argument(..., metavar="CLASS", help=say(lang, "help.history.class"), show_default=False),
        first: str | None = typer.Option(None, "--from", metavar="DATE", help=say(lang, "help.from")),
        last: str | None = typer.Option(None, "--to", metavar="DATE", help=say(lang, "help.to")),
        config: Path | None = config_option(lang),
        format_: HistoryFormat = format_option(lang),
        language: Language | None = language_option(lang),
    ) -> None:
        from homework_audit.history.trend import drawn, trend_of

        start, end = parse_date("--from", first), parse_date("--to", last)
        with opened(config, language, lang) as (history, policy, spoken):
            refs = parse_class(school_class, policy.input.junior_years)
            classes = [(school, ref.grade or 0, ref.label) for ref in refs for school in history.schools(ref.grade or 0, ref.label)]
            found = [(each, trend_of(history, *each, first=start, last=end)) for each in classes]
        if format_ is HistoryFormat.JSON:
            print_json(
                [{"school": each[0], "grade": each[1], "class": each[2], "days": [day._asdict() for day in days]} for each, days in found]
            )
            return
        if not found:
            complain(say(spoken, "history.no-such-class", school_class=school_class))
        for (school, grade, label), days in found:
            print_text(drawn(class_name(grade, label, spoken, school), days, spoken).encode())

    return trend
