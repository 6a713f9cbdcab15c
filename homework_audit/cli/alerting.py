"""Sends the one message of a recording run; one that fails is said, remembered for the next run, and changes no verdict."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from homework_audit.cli.exit_codes import FailLevel
from homework_audit.cli.keeping import Keeper
from homework_audit.cli.outputs import Output
from homework_audit.cli.streams import complain
from homework_audit.errors import NotifyError
from homework_audit.messages import fault_text
from homework_audit.models.report import Lang, Report, Severity
from homework_audit.policy import Policy

if TYPE_CHECKING:
    from homework_audit.notify import Channel, Message


def alert(report: Report, keeper: Keeper, policy: Policy, outputs: Sequence[Output], fail_on: FailLevel, lang: Lang) -> None:
    """Tells everybody who is to know what is new, and what an earlier message could not tell."""
    from homework_audit.notify import channels, message_of

    settings = policy.notify
    link = settings.report or next((str(Path(output.path).absolute()) for output in outputs), "")
    level: Severity = "error" if fail_on == "never" else fail_on
    message = message_of(report, level=level, untold=keeper.untold(), always=settings.when == "always", link=link)
    if message is None or all([_sent(channel, message, lang) for channel in channels(settings)]):  # noqa: C419 (one that fails stops no other)
        keeper.told()


def _sent(channel: Channel, message: Message, lang: Lang) -> bool:
    try:
        channel.send(message)
    except NotifyError as fault:
        complain(*fault_text(fault, lang))
        return False
    return True
