"""Turns a file's first bytes into the name of its format: content decides, never the name."""

from __future__ import annotations

import codecs
import io
import re
import zipfile
from typing import Literal

from homework_audit.errors import UnreadableFile
from homework_audit.readers.archive import DAMAGE
from homework_audit.values.expressions import expression

Format = Literal["xlsx", "xlsb", "ods", "xls", "text"]
BUNDLE = "bundle"
"""The reason of a .zip that is no workbook: it may hold some."""

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
_WIDE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_NOT_BINARY = ("utf-8", "utf-16-le", "utf-16-be")
_OTHERS = {
    b"%PDF": "pdf",
    b"{\\rtf": "document",
    b"Rar!": "archive",
    b"7z\xbc\xaf": "archive",
    b"\x1f\x8b": "archive",
    b"\x89PNG": "picture",
    b"\xff\xd8\xff": "picture",
    b"GIF8": "picture",
    b"BM": "picture",
}
_WEB_PAGE = expression(rb"<(?:html|!doctype html|table|meta|head|body|style)\b|mime-version:")
_BINARY = expression(rb"[\x00-\x08\x0e-\x19\x1b-\x1f]")
SUFFIXES: dict[Format, frozenset[str]] = {
    "xlsx": frozenset({".xlsx", ".xlsm", ".xltx"}),
    "xlsb": frozenset({".xlsb"}),
    "ods": frozenset({".ods"}),
    "xls": frozenset({".xls", ".xlt", ".et", ".ett"}),
    "text": frozenset({".csv", ".tsv"}),
}
"""The endings that fit each format; with another one the file is read all the same and the name is a finding."""


def format_of(data: bytes) -> Format:
    """The format of a file's bytes. Raises UnreadableFile with the reason where it is none that can be read."""
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile("empty")
    if data.startswith(_ZIP):
        return _package(data)
    if data.startswith(_OLE):
        return _compound(data)
    if data.startswith(_BIFF):
        return "xls"
    for magic, reason in _OTHERS.items():
        if data.startswith(magic) and (magic != b"BM" or b"\x00" in data[:64]):
            raise UnreadableFile(reason)
    return _text(data)


def _package(data: bytes) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lower() for name in package.namelist()}
            said = package.NameToInfo.get("mimetype")
            kind = package.open(said).read(256) if said and not said.flag_bits & 1 else b""
    except DAMAGE as damage:
        raise UnreadableFile("damaged") from damage
    if "encrypted-package" in names:
        raise UnreadableFile("encrypted")
    if "[content_types].xml" in names:
        if any(name.startswith(("word/", "ppt/")) for name in names):
            raise UnreadableFile("document")
        return "xlsb" if any(name.endswith("workbook.bin") for name in names) else "xlsx"
    if "content.xml" in names:
        if kind and b"spreadsheet" not in kind:
            raise UnreadableFile("document")
        return "ods"
    raise UnreadableFile(BUNDLE)


def _compound(data: bytes) -> Format:
    """Parts of a compound file are named in UTF-16; the names stand in its directory as they are."""
    if _has_part(data, "EncryptedPackage") or _has_part(data, "\x09DRMContent"):
        raise UnreadableFile("encrypted")
    if any(_has_part(data, name) for name in ("Workbook", "WORKBOOK", "workbook", "Book", "BOOK", "book")):
        return "xls"
    if any(_has_part(data, name) for name in ("WordDocument", "PowerPoint Document", "VisioDocument", "__properties_version1.0")):
        raise UnreadableFile("document")
    raise UnreadableFile("damaged")


def _has_part(data: bytes, name: str) -> bool:
    """Whether a compound file's directory, whose entries are 128 bytes each, names such a part."""
    entry = name.encode("utf-16-le") + b"\x00\x00"
    at = data.find(entry)
    while at >= 0 and at % 128:
        at = data.find(entry, at + 1)
    return at >= 0


def _text(data: bytes) -> Format:
    head = data[:4096]
    if data.startswith(_WIDE):
        return "text"
    start = head.removeprefix(codecs.BOM_UTF8).lstrip().lower()
    if _WEB_PAGE.match(start) or b"<table" in start:
        raise UnreadableFile("web-page")
    if re.match(rb"<[?!a-z]", start):
        raise UnreadableFile("xml")
    if len(_BINARY.findall(head)) > 8 and not any(_is_written_in(head, encoding) for encoding in _NOT_BINARY):
        raise UnreadableFile("unknown-format")
    return "text"


def _is_written_in(head: bytes, encoding: str) -> bool:
    """Whether the first bytes of a file are plain text in that encoding; its last character may be cut in two."""
    try:
        text = codecs.getincrementaldecoder(encoding)().decode(head)
    except UnicodeDecodeError:
        return False
    return not any(0 < ord(character) < 9 or 13 < ord(character) < 26 for character in text)
