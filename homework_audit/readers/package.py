"""Turns a package (xlsx, ods) into its parts after a cheap look: sizes, names, no DOCTYPE, nothing encrypted."""

from __future__ import annotations

import io
import struct
import zipfile
from typing import Final, NamedTuple

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import MIB, Limits
from homework_audit.readers.archive import DAMAGE, check_size, packed, unpacked

_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LOCAL: Final = struct.Struct("<4s5H3L2H")
_CENTRAL: Final = struct.Struct("<4s6H3L5H2L")
_END: Final = struct.Struct("<4s4H2LH")
_LOCAL_SIGN, _CENTRAL_SIGN, _END_SIGN = b"PK\x03\x04", b"PK\x01\x02", b"PK\x05\x06"
_UTF8_NAME = 0x800
_VERSION = 20
_MOST_REPACKED_MIB = 96
"""Parts that are larger together than this are not kept twice: a reader unpacks them again."""


class Package(NamedTuple):
    """The XML parts of a package by name in lower case, and the package with these parts in it as they are, unpacked.

    A reader that is given `plain` sees the very bytes that were looked at, and does not unpack them once more.
    """

    parts: dict[str, bytes]
    plain: bytes


class _Member(NamedTuple):
    name: bytes
    about: zipfile.ZipInfo
    body: bytes | memoryview
    method: int


def open_package(data: bytes, limits: Limits) -> Package:
    """The package, its XML parts unpacked within the limits; sizes are counted, never believed.

    Raises UnreadableFile for too many or too large parts, two parts of one name, a DOCTYPE, a password, damage.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            members = [member for member in package.infolist() if not member.filename.endswith("/")]
        _check_directory(members, limits)
        return _unpacked(data, members, limits)
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


def _unpacked(data: bytes, members: list[zipfile.ZipInfo], limits: Limits) -> Package:
    parts: dict[str, bytes] = {}
    kept: list[_Member] = []
    total = 0
    for about in members:
        raw_name, body = packed(data, about)
        name = _name(about)
        if not name.endswith((".xml", ".rels")):
            kept.append(_Member(raw_name, about, body, about.compress_type))
            continue
        part = unpacked(body, about, min(limits.part_mib * MIB, limits.total_mib * MIB - total))
        check_size(len(part), limits, "part_mib", total)
        if b"<!DOCTYPE" in part or (b"\0" in part and (b"<\0!\0D\0O\0C" in part or b"\0<\0!\0D\0O\0C" in part)):
            raise UnreadableFile("doctype")
        total += len(part)
        parts[name] = part
        kept.append(_Member(raw_name, about, part, zipfile.ZIP_STORED))
    return Package(parts, _repacked(kept) if total <= _MOST_REPACKED_MIB * MIB else data)


def _repacked(members: list[_Member]) -> bytes:
    """An archive of these members, each as it is, with a new directory."""
    pieces: list[bytes | memoryview] = []
    directory: list[bytes] = []
    at = 0
    for name, about, body, method in members:
        flags = about.flag_bits & _UTF8_NAME
        sizes = (about.CRC, len(body), about.file_size)
        pieces += (_LOCAL.pack(_LOCAL_SIGN, _VERSION, flags, method, 0, 0, *sizes, len(name), 0), name, body)
        directory.append(_CENTRAL.pack(_CENTRAL_SIGN, _VERSION, _VERSION, flags, method, 0, 0, *sizes, len(name), 0, 0, 0, 0, 0, at) + name)
        at += _LOCAL.size + len(name) + len(body)
    listed = b"".join(directory)
    return b"".join((*pieces, listed, _END.pack(_END_SIGN, 0, 0, len(members), len(members), len(listed), at, 0)))


def _name(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/").lower()
