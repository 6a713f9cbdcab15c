"""Turns a file's first bytes into the name of its format: content decides, never the name."""

from __future__ import annotations

import io
import zipfile
from typing import Literal

from homework_audit.errors import UnreadableFile

Format = Literal["xlsx", "xlsb", "ods", "xls", "text"]

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08")
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
    if data.startswith(b"PK"):
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
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, RuntimeError) as damage:
        raise UnreadableFile("damaged") from damage
    if "[content_types].xml" in names:
        if any(name.startswith(("word/", "ppt/")) for name in names):
            raise UnreadableFile("document")
        return "xlsb" if any(name.endswith("workbook.bin") for name in names) else "xlsx"
    if "content.xml" in names:
        return "ods"
    raise UnreadableFile("archive")


def _compound(data: bytes) -> Format:
    """Parts of a compound file are named in UTF-16; the names stand in its directory as they are."""
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise UnreadableFile("encrypted")
    if any(name.encode("utf-16-le") in data for name in ("Workbook", "WORKBOOK", "workbook", "Book")):
        return "xls"
    raise UnreadableFile("document")


def _text(data: bytes) -> Format:
    head = data[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith((b"<html", b"<!doctype", b"<table", b"<meta")) or b"<table" in head:
        raise UnreadableFile("web-page")
    if head.startswith(b"<?xml") or head.startswith(b"<"):
        raise UnreadableFile("xml")
    if not data.startswith((b"\xff\xfe", b"\xfe\xff")) and data[:4096].count(0) > 8:
        raise UnreadableFile("unknown-format")
    return "text"
