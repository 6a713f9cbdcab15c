"""Turns messages into frames on a pipe and back: eight bytes of length, then the bytes."""

from __future__ import annotations

import struct
from typing import IO

_LENGTH = struct.Struct(">Q")
_CHUNK = 1 << 20


def write_frame(stream: IO[bytes], data: bytes) -> None:
    """Writes one frame. Raises OSError (BrokenPipeError) if the other end is gone."""
    stream.write(_LENGTH.pack(len(data)))
    stream.write(data)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """The next frame, or None where the stream ends before it is whole."""
    head = _exactly(stream, _LENGTH.size)
    if head is None:
        return None
    return _exactly(stream, _LENGTH.unpack(head)[0])


def _exactly(stream: IO[bytes], size: int) -> bytes | None:
    """So many bytes, taken as they come: a broken child may announce more than there is room for."""
    data = bytearray()
    while len(data) < size:
        more = stream.read(min(size - len(data), _CHUNK))
        if not more:
            return None
        data += more
    return bytes(data)
