"""Only a regular file of bounded size that stays as it is while it is read is a submission; all else is named for what it is."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from pathlib import Path

import pytest

from homework_audit.errors import UnreadableFile
from homework_audit.intake.files import _system_error, read_file
from homework_audit.models.limits import MIB

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


def reason(path: Path, most_mib: int = 64) -> str:
    with pytest.raises(UnreadableFile) as refused:
        read_file(path, most_mib)
    return refused.value.reason


@pytest.mark.parametrize("data", [b"", b"x", bytes(range(256)) * 10_000])
def test_the_bytes_of_a_file(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "作业 😀.xlsx").write_bytes(data)
    assert read_file(tmp_path / "作业 😀.xlsx", 64) == data


@pytest.mark.parametrize("beyond", [-1, 0, 1])
def test_the_limit_holds_at_its_edge(tmp_path: Path, beyond: int) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * (MIB + beyond))
    if beyond <= 0:
        assert len(read_file(path, 1)) == MIB + beyond
        return
    with pytest.raises(UnreadableFile) as refused:
        read_file(path, 1)
    assert (refused.value.reason, refused.value.params) == ("limit", {"limit": "file_mib", "allowed": 1})


def test_a_file_of_many_gigabytes_is_not_read_at_all(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    with path.open("wb") as file:
        file.truncate(1 << 40)
    assert reason(path) == "limit"


@posix
def test_a_pipe_is_no_file_and_is_not_waited_for(tmp_path: Path) -> None:
    if sys.platform != "win32":
        os.mkfifo(tmp_path / "a.xlsx")
    assert reason(tmp_path / "a.xlsx") == "not-a-file"


@posix
@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_a_link_to_a_device_is_no_file(tmp_path: Path, device: str) -> None:
    (tmp_path / "a.xlsx").symlink_to(device)
    assert reason(tmp_path / "a.xlsx") in {"not-a-file", "system"}  # a terminal that is not there


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").mkdir()
    assert reason(tmp_path / "a.xlsx") in {"not-a-file", "no-permission"}  # what Windows says of folders


def test_a_file_that_is_gone_has_vanished(tmp_path: Path) -> None:
    assert reason(tmp_path / "a.xlsx") == "vanished"


@posix
def test_links_that_go_round_in_circles_end(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to("b.xlsx")
    (tmp_path / "b.xlsx").symlink_to("a.xlsx")
    with pytest.raises(UnreadableFile) as refused:
        read_file(tmp_path / "a.xlsx", 64)
    assert refused.value.reason == "system"
    assert refused.value.params["error"]


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux has files that hold more than they say")
def test_a_file_that_holds_more_than_it_says_was_changed() -> None:
    assert reason(Path("/proc/self/status")) == "changed"


def reasons_within(readings: int, path: Path) -> set[str]:
    """The reasons that so many readings were refused for."""
    found = set()
    for _ in range(readings):
        try:
            read_file(path, 1 << 20)
        except UnreadableFile as refused:
            found.add(refused.reason)
            break
    return found


SAVING = """
import sys
with open(sys.argv[1], "ab", buffering=0) as file:
    print(flush=True)
    while True:
        file.write(bytes(4096))
"""


def test_a_file_that_is_written_while_it_is_read_was_changed(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_bytes(b"x" * (8 * MIB))
    with subprocess.Popen([sys.executable, "-c", SAVING, str(path)], stdout=subprocess.PIPE) as writer:
        try:
            assert writer.stdout is not None
            writer.stdout.readline()
            assert reasons_within(200, path) == {"changed"}
        finally:
            writer.kill()


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        pytest.param(OSError(errno.ENOENT, "x"), "vanished", id="gone"),
        pytest.param(OSError(errno.EACCES, "x"), "no-permission", id="not allowed"),
        pytest.param(OSError(errno.EPERM, "x"), "no-permission", id="never allowed"),
        pytest.param(OSError(errno.EISDIR, "x"), "not-a-file", id="a folder"),
        pytest.param(OSError(errno.EIO, "Input/output error"), "system", id="a broken disk"),
        pytest.param(OSError(), "system", id="no word said"),
    ],
)
def test_what_the_system_says_becomes_a_reason(error: OSError, reason: str) -> None:
    refused = _system_error(error)
    assert refused.reason == reason
    assert bool(refused.params.get("error")) == (reason == "system")


def test_without_the_flags_of_one_system_files_are_read_all_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for flag in ("O_NONBLOCK", "O_BINARY"):
        monkeypatch.delattr(os, flag, raising=False)
    (tmp_path / "a.csv").write_bytes(b"x\r\n\x1ay")
    if sys.platform != "win32":
        assert read_file(tmp_path / "a.csv", 64) == b"x\r\n\x1ay"
