"""Sends a message through a mail server, with the standard library."""

from __future__ import annotations

import os
import smtplib
import ssl
from email.message import EmailMessage
from email.utils import localtime, make_msgid
from typing import Final

from homework_audit.errors import NotifyError
from homework_audit.notify.message import Message
from homework_audit.policy.keeping import Mail

PASSWORD: Final = "HOMEWORK_AUDIT_SMTP_PASSWORD"  # noqa: S105 (the name of a variable, not what it holds)
"""The variable of the environment that holds the password: a configuration is copied and shown."""
_SECONDS: Final = 30


def send_email(message: Message, mail: Mail) -> None:
    """Sends a message to all addresses at once. Raises NotifyError with the server's answer."""
    letter = EmailMessage()
    letter["Subject"], letter["From"], letter["To"] = message.title, mail.sender, ", ".join(mail.to)
    letter["Date"], letter["Message-ID"] = localtime(), make_msgid(domain=mail.sender.rpartition("@")[2])
    letter.set_content(message.body)
    try:
        with _server(mail) as server:
            if mail.user:
                server.login(mail.user, os.environ.get(PASSWORD, ""))
            refused = server.send_message(letter)
    except (OSError, ValueError) as failed:  # SMTPException is an OSError
        raise NotifyError("notify-failed", channel=f"{mail.host}:{mail.port}", error=_told(failed)) from failed
    if refused:
        raise NotifyError("notify-failed", channel=f"{mail.host}:{mail.port}", error=", ".join(refused))


def _server(mail: Mail) -> smtplib.SMTP:
    if mail.security == "tls":
        return smtplib.SMTP_SSL(mail.host, mail.port, timeout=_SECONDS, context=ssl.create_default_context())
    server = smtplib.SMTP(mail.host, mail.port, timeout=_SECONDS)
    if mail.security == "starttls":
        server.starttls(context=ssl.create_default_context())
    return server


def _told(failed: Exception) -> str:
    """What the server or the system says, on one line."""
    if isinstance(failed, smtplib.SMTPResponseException):
        answer = failed.smtp_error.decode("utf-8", "replace") if isinstance(failed.smtp_error, bytes) else failed.smtp_error
        return f"{failed.smtp_code} {answer}"
    return str(failed) or type(failed).__name__
