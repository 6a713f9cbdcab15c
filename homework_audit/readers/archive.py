"""Turns a member of a zip archive into its bytes within the limits; sizes are counted, never believed."""

from __future__ import annotations

import struct
import zipfile
import zlib
from typing import Final, Literal

from homework_audit.errors import UnreadableFile
from homework_audit.models.limits import MIB, Limits

DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError, struct.error)
"""What zipfile raises for an archive that is damaged, or packed by a method that it does not know."""
_CHUNK = 1 << 20
_SIGN: Final = b"PK\x03\x04"
_LOCAL: Final = struct.Struct("<4s22xHH")
"""The fixed part of a local header: its signature, and how long the name and what follows it are."""


def inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits, one: Literal["part_mib", "file_mib"], before: int) -> bytes:
    """The bytes of a member, at most `one` of the limits, and with the `before` bytes of earlier members at most `total_mib`.

    Raises UnreadableFile naming the limit that it overruns.
    """
    inflated = bytearray()
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            inflated += chunk
            check_size(len(inflated), limits, one, before)
    return bytes(inflated)


def check_size(size: int, limits: Limits, one: Literal["part_mib", "file_mib"], before: int) -> None:
    """Raises UnreadableFile where a member of that size is too large by itself, or together with the `before` bytes of others."""
    for limit, inflated in ((one, size), ("total_mib", before + size)):
        allowed = getattr(limits, limit)
        if inflated > allowed * MIB:
            raise UnreadableFile("limit", limit=limit, allowed=allowed)


def packed(data: bytes, member: zipfile.ZipInfo) -> tuple[bytes, memoryview]:
    """The name of a member as it stands in the archive, and its bytes as they are packed. Raises BadZipFile where they are not there."""
    start = member.header_offset + _LOCAL.size
    signature, name, extra = _LOCAL.unpack_from(data, member.header_offset)
    body = memoryview(data)[start + name + extra : start + name + extra + member.compress_size]
    if signature != _SIGN or len(body) < member.compress_size:
        raise zipfile.BadZipFile
    return data[start : start + name], body


def unpacked(body: memoryview, member: zipfile.ZipInfo, most: int) -> bytes:
    """What a packed member inflates to, in one piece and at most `most` bytes and one. Raises BadZipFile where its sum is not that.

    Much quicker than reading it through zipfile, which matters where every workbook consists of ten of them.
    """
    if member.compress_type == zipfile.ZIP_STORED:
        inflated = bytes(body[: most + 1])
    else:
        inflated = zlib.decompressobj(-zlib.MAX_WBITS).decompress(body, most + 1)
    if len(inflated) <= most and (len(inflated) != member.file_size or zlib.crc32(inflated) != member.CRC):
        raise zipfile.BadZipFile
    return inflated
