"""Turns a member of a zip archive into its bytes within the limits; sizes are counted, never believed."""

from __future__ import annotations

import zipfile
import zlib
from typing import Final, Literal

from homework_audit.errors import UnreadableFile
from homework_audit.readers.limits import MIB, Limits

DAMAGE: Final = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError, RuntimeError)
"""What zipfile raises for an archive that is damaged, or packed by a method that it does not know."""
_CHUNK = 1 << 20


def inflate(archive: zipfile.ZipFile, member: zipfile.ZipInfo, limits: Limits, one: Literal["part_mib", "file_mib"], before: int) -> bytes:
    """The bytes of a member, at most `one` of the limits, and with the `before` bytes of earlier members at most `total_mib`.

    Raises UnreadableFile naming the limit that it overruns.
    """
    inflated = bytearray()
    allowed = getattr(limits, one)
    with archive.open(member) as stream:
        while chunk := stream.read(_CHUNK):
            inflated += chunk
            if len(inflated) > allowed * MIB:
                raise UnreadableFile("limit", limit=one, allowed=allowed)
            if before + len(inflated) > limits.total_mib * MIB:
                raise UnreadableFile("limit", limit="total_mib", allowed=limits.total_mib)
    return bytes(inflated)
