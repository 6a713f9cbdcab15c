"""Turns a .zip of submissions into its files, one level deep, inflated in memory within the limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import Limits
from homework_audit.readers.archive import DAMAGE, inflate

_UTF8_NAME = 0x800


def open_bundle(data: bytes, limits: Limits) -> Iterator[tuple[str, bytes]]:
    """The name and the bytes of every file in the bundle, in the order of their names; sizes are counted, never believed.

    Raises UnreadableFile for too many or too large files, a password, damage.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as bundle:
            members = sorted((member for member in bundle.infolist() if not member.is_dir()), key=_name)
            if len(members) > limits.members:
                raise UnreadableFile("limit", limit="members", allowed=limits.members)
            if any(member.flag_bits & 1 for member in members):
                raise UnreadableFile("encrypted")
            total = 0
            for member in members:
                inflated = inflate(bundle, member, limits, "file_mib", total)
                total += len(inflated)
                yield _name(member), inflated
    except DAMAGE as damage:
        raise UnreadableFile("damaged") from damage


def _name(member: zipfile.ZipInfo) -> str:
    """The name of a file with «/» between its parts; Chinese Windows writes GBK where the flag of UTF-8 is missing."""
    name = member.filename
    if not member.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("gbk")
        except UnicodeError:
            name = member.filename
    return name.replace("\\", "/")
