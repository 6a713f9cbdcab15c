"""Tells the people who are to know, once a run, what it found; a message that fails is said and changes no verdict."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from homework_audit.cli.exit_codes import FailLevel
from homework_audit.cli.keeping import Keeper
from homework_audit.cli.outputs import Output
from homework_audit.cli.streams import complain
from homework_audit.errors import NotifyError
from homework_audit.locale import Lang
from homework_audit.messages import fault_text
from homework_audit.models.report import Report, Severity
from homework_audit.policy.keeping import NotifySettings

if TYPE_CHECKING:
    from homework_audit.notify import Channel, Message


class Alert(NamedTuple):
    """What there is to tell of a run: its report, and that there was nothing to audit at all (`is_empty`)."""

    report: Report
    settings: NotifySettings
    outputs: Sequence[Output]
    fail_on: FailLevel
    is_empty: bool


def alert(channels: Sequence[Channel], keeper: Keeper, about: Alert, lang: Lang) -> None:
    """Tells by every channel what is new and what an earlier message by it could not tell; or that nobody knows what is new."""
    if not channels:
        return
    from homework_audit.notify import message_of, plea  # the network is slow to import

    level: Severity = "error" if about.fail_on == "never" else about.fail_on
    link = about.settings.report or next((str(Path(output.path).absolute()) for output in about.outputs), "")
    always = about.settings.when == "always" or about.is_empty
    for channel in channels:
        untold = keeper.untold(channel.key)
        told = message_of(about.report, level=level, untold=untold, always=always, link=link)
        message = plea(about.report.lang) if keeper.failed else told
        if message and _sent(channel, message, lang):
            keeper.told(channel.key, message.about)


def _sent(channel: Channel, message: Message, lang: Lang) -> bool:
    try:
        channel.send(message)
    except NotifyError as fault:
        complain(*fault_text(fault, lang))
        return False
    return True
