"""Sends a message to DingTalk, WeCom, Feishu or any other service that apprise knows by the address of a robot."""

from __future__ import annotations

import logging
from typing import Final

from homework_audit.errors import NotifyError
from homework_audit.notify.message import Message

SERVICES: Final = "HOMEWORK_AUDIT_NOTIFY_URLS"
"""The variable of the environment that holds the addresses, blanks between them: each contains its robot's key."""


def send_service(message: Message, url: str) -> None:
    """Sends a message to one address. Raises NotifyError, which names the service and never the address."""
    service = scheme_of(url)
    try:
        import apprise
    except ImportError as missing:
        raise NotifyError("notify-not-installed", channel=service) from missing
    logging.getLogger("apprise").addHandler(logging.NullHandler())
    logging.getLogger("apprise").propagate = False  # what it logs may hold the key
    sender = apprise.Apprise()
    if not sender.add(url):
        raise NotifyError("notify-bad-address", channel=service)
    if not sender.notify(title=message.title, body=message.body, body_format=apprise.NotifyFormat.TEXT):
        raise NotifyError("notify-failed", channel=service, error=service)


def scheme_of(url: str) -> str:
    """The kind of service: all of an address that may be shown."""
    scheme, separator, _ = url.partition("://")
    return scheme if separator else "?"
