"""Which language people are spoken to: that of a report is `--lang`, else the configuration's, else Chinese."""

from __future__ import annotations

import locale
import os
from typing import get_args

from homework_audit.locale import Lang


def interface_language(arguments: list[str]) -> Lang:
    """The language of help texts and faults: `--lang`, HOMEWORK_AUDIT_LANG, else the locale's, else English."""
    for number, argument in enumerate(arguments):
        wanted = argument.removeprefix("--lang=") if argument.startswith("--lang=") else ""
        wanted = arguments[number + 1] if argument == "--lang" and number + 1 < len(arguments) else wanted
        if wanted in get_args(Lang):
            return "zh" if wanted == "zh" else "en"
    stated = os.environ.get("HOMEWORK_AUDIT_LANG") or locale.getlocale()[0] or ""
    return "zh" if stated.lower().startswith(("zh", "chinese")) else "en"
