"""Turns a package (xlsx, ods) into its parts after a cheap look: sizes, names, no DOCTYPE, nothing encrypted."""

from __future__ import annotations

import io
import zipfile

from homework_audit.errors import UnreadableFile
from homework_audit.readers.archive import DAMAGE, inflate
from homework_audit.readers.limits import Limits

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


def open_package(data: bytes, limits: Limits) -> dict[str, bytes]:
    """The XML parts of the package by name in lower case, inflated within the limits; sizes are counted, never believed.

    Raises UnreadableFile for too many or too large parts, two parts of one name, a DOCTYPE, a password, damage.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = [member for member in package.infolist() if not member.filename.endswith("/")]
            _check_directory(members, limits)
            return _inflate(package, members, limits)
    except DAMAGE as damage:
        raise UnreadableFile("damaged") from damage


def _check_directory(members: list[zipfile.ZipInfo], limits: Limits) -> None:
    if len(members) > limits.members:
        raise UnreadableFile("limit", limit="members", allowed=limits.members)
    names = [_name(member) for member in members]
    if any(member.flag_bits & 1 for member in members):
        raise UnreadableFile("encrypted")
    if len(set(names)) < len(names) or any(member.compress_type not in _METHODS for member in members):
        raise UnreadableFile("damaged")


def _inflate(package: zipfile.ZipFile, members: list[zipfile.ZipInfo], limits: Limits) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    total = 0
    for member in members:
        name = _name(member)
        if not name.endswith((".xml", ".rels")):
            continue
        part = inflate(package, member, limits, "part_mib", total)
        total += len(part)
        if b"<!DOCTYPE" in part or b"<\x00!\x00D\x00O\x00C" in part or b"\x00<\x00!\x00D\x00O\x00C" in part:
            raise UnreadableFile("doctype")
        parts[name] = part
    return parts


def _name(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/").lower()
