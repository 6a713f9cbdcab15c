"""Frames carry whole messages or nothing; a length that a broken child announces is not believed."""

from __future__ import annotations

import io
import struct
import tracemalloc

import pytest

from homework_audit.intake.frames import read_frame, write_frame


@pytest.mark.parametrize("data", [b"", b"x", "作业".encode() * 1_000_000])
def test_what_is_written_is_read(data: bytes) -> None:
    pipe = io.BytesIO()
    write_frame(pipe, data)
    write_frame(pipe, b"next")
    pipe.seek(0)
    assert [read_frame(pipe), read_frame(pipe), read_frame(pipe)] == [data, b"next", None]


@pytest.mark.parametrize("kept", [0, 1, 7, 8, 9, 12])
def test_a_frame_that_ends_too_soon_is_none(kept: int) -> None:
    pipe = io.BytesIO()
    write_frame(pipe, b"hello")
    assert read_frame(io.BytesIO(pipe.getvalue()[:kept])) is None


def test_a_length_that_is_a_lie_takes_no_room() -> None:
    tracemalloc.start()
    assert read_frame(io.BytesIO(struct.pack(">Q", 2**63) + b"little")) is None
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 4 << 20
