"""The command `init`: a configuration to start from."""

from collections.abc import Callable
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.outputs import write_new, write_whole
from homework_audit.cli.streams import complain, print_text
from homework_audit.locale import Lang
from homework_audit.messages import say


def make_init(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def init(
        output: Path | None = typer.Option(None, "--output", "-o", metavar="FILE", help=say(lang, "help.init.output")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=say(lang, "help.lang")),
        force: bool = typer.Option(False, "--force", help=say(lang, "help.init.force")),
    ) -> None:
        from homework_audit.policy.describing import starting_configuration

        text = starting_configuration(language.value if language else lang)
        if output is None:
            print_text(text.encode())
            return
        if force:
            write_whole(output, [text.encode()], [])
        else:
            write_new(output, text.encode())
        complain(say(lang, "written", file=output))

    return init
