"""Turns a report into one message and sends it to everybody who is to know; what could not be sent is told, and changes no verdict."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from homework_audit.notify.email import send_email
from homework_audit.notify.message import Message, message_of, plea
from homework_audit.notify.services import SERVICES, scheme_of, send_service
from homework_audit.policy.keeping import NotifySettings

__all__ = ["Channel", "Message", "channels", "message_of", "plea"]


class Channel(NamedTuple):
    """One way to send a message: a name without secrets, and a function that raises NotifyError if it fails.

    `key` tells it from the others from run to run, also where an address changes.
    """

    name: str
    key: str
    send: Callable[[Message], None]


def channels(settings: NotifySettings) -> list[Channel]:
    """Every way that the configuration and the environment name."""
    return list(_channels(settings))


def _channels(settings: NotifySettings) -> Iterator[Channel]:
    mail = settings.email
    if mail:
        yield Channel(f"{mail.host}:{mail.port}", "email", partial(send_email, mail=mail))
    met: Counter[str] = Counter()
    for url in os.environ.get(SERVICES, "").split():
        scheme = scheme_of(url)
        met[scheme] += 1
        yield Channel(scheme, f"{scheme} {met[scheme]}", partial(send_service, url=url))
