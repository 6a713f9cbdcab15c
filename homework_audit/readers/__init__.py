"""Turns the bytes of a file into sheets: one reader a format, in one dict."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from homework_audit.models.limits import Limits
from homework_audit.models.sheet import Contents
from homework_audit.readers.delimited import read_delimited
from homework_audit.readers.formats import Format
from homework_audit.readers.workbook import read_binary, read_ods, read_xlsx

READERS: Final[dict[Format, Callable[[bytes, Limits], Contents]]] = {
    "xlsx": read_xlsx,
    "xlsb": read_binary,
    "ods": read_ods,
    "xls": read_binary,
    "text": read_delimited,
}
