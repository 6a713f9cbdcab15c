"""The command `notify`: tries every way by which alerts are sent."""

from collections.abc import Callable
from pathlib import Path

import typer

from homework_audit.cli.arguments import Language
from homework_audit.cli.exit_codes import INCOMPLETE
from homework_audit.cli.streams import complain, print_text
from homework_audit.errors import ConfigurationError, NotifyError
from homework_audit.locale import Lang
from homework_audit.messages import fault_text, say


def make_notify(lang: Lang) -> Callable[..., None]:
    """The command, with its help in that language."""

    def notify(
        test: bool = typer.Option(False, "--test", help=say(lang, "help.notify.test")),
        config: Path | None = typer.Option(None, "--config", "-c", metavar="FILE", help=say(lang, "help.config-here")),
        language: Language | None = typer.Option(None, "--lang", metavar="zh|en", help=say(lang, "help.lang")),
        debug: bool = typer.Option(False, "--debug", help=say(lang, "help.debug")),
    ) -> None:
        del language, debug  # read before the commands were made, and by the guard
        from homework_audit.notify import Message, channels
        from homework_audit.policy import find_configuration, load_policy

        known = channels(load_policy(config or find_configuration([]), None).notify)
        if not known:
            raise ConfigurationError("notify-nobody")
        failed = False
        for channel in known:
            if not test:
                print_text(f"{channel.name}\n".encode())
                continue
            try:
                channel.send(Message(say(lang, "notify.test.title"), say(lang, "notify.test.body") + "\n"))
                complain(say(lang, "notify.sent", channel=channel.name))
            except NotifyError as fault:
                complain(*fault_text(fault, lang))
                failed = True
        if failed:
            raise typer.Exit(INCOMPLETE)

    return notify
