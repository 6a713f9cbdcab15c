"""The command `template`: a workbook for teachers, from the configuration's roster and policy."""

from collections.abc import Callable
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.outputs import write_new, write_whole
from homework_audit.cli.streams import complain
from homework_audit.errors import ConfigurationError
from homework_audit.locale import Lang
from homework_audit.messages import say


def make_template(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def template(
        output: Path | None = typer.Option(None, "--output", "-o", metavar="FILE", help=say(lang, "help.template.output")),
        config: Path | None = typer.Option(None, "--config", "-c", metavar="FILE", help=say(lang, "help.config-here")),
        policy: str | None = typer.Option(None, "--policy", metavar="NAME", help=say(lang, "help.policy")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=say(lang, "help.lang")),
        force: bool = typer.Option(False, "--force", help=say(lang, "help.force")),
    ) -> None:
        from homework_audit.handouts.template import template as workbook
        from homework_audit.policy import find_configuration, load_policy

        if output is None:
            raise ConfigurationError("output-not-named", example=f"{say(lang, 'template.title')}.xlsx")
        if output.suffix.lower() != ".xlsx":
            raise ConfigurationError("template-suffix", file=output)
        settings = load_policy(config or find_configuration([]), policy)
        spoken: Lang = language.value if language else settings.output.lang or "zh"
        data = workbook(settings, spoken)
        if force:
            write_whole(output, [data], [])
        else:
            write_new(output, data)
        complain(say(lang, "written", file=output))

    return template
