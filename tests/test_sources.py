"""Which files are read, in which order and under which names; and why each of the others is not."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest

from homework_audit.errors import PathError
from homework_audit.sources import OTHER_SUBMISSIONS, SPREADSHEETS, Source, find_sources

posix = pytest.mark.skipif(sys.platform == "win32", reason="Windows allows no such names, and links only to some")


def folder(place: Path, *names: str | bytes) -> Path:
    """A folder with these files in it."""
    for name in names:
        path = Path(os.fsdecode(os.path.join(os.fsencode(place), os.fsencode(name))))
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"x")
    return place


def named(sources: Iterable[Source]) -> list[str]:
    return [source.name for source in sources]


def disposals(place: Path, *, include: tuple[str, ...] = (), exclude: tuple[str, ...] = ()) -> dict[str, str]:
    return {source.name: source.disposal for source in find_sources([place], include=include, exclude=exclude)}


def test_files_are_in_the_order_of_their_folders_and_names(tmp_path: Path) -> None:
    names = ["b.xlsx", "a.xlsx", "三年级.csv", "二年级/乙.csv", "二年级/甲.csv", "a/z.csv", "a/b/c.csv", "B.xlsx", "10.csv", "9.csv"]
    found = named(find_sources([folder(tmp_path, *names)]))
    assert found == [
        "10.csv",
        "9.csv",
        "B.xlsx",
        "a.xlsx",
        "b.xlsx",
        "三年级.csv",
        "a/z.csv",
        "a/b/c.csv",
        "二年级/乙.csv",
        "二年级/甲.csv",
    ]


def test_one_folder_gives_names_relative_to_it(tmp_path: Path) -> None:
    folder(tmp_path, "报送/三年级/甲.csv")
    assert named(find_sources([tmp_path / "报送"])) == ["三年级/甲.csv"]


def test_one_file_has_its_own_name(tmp_path: Path) -> None:
    folder(tmp_path, "三年级/甲.csv")
    assert named(find_sources([tmp_path / "三年级" / "甲.csv"])) == ["甲.csv"]


def test_several_paths_give_names_relative_to_the_parent_they_share(tmp_path: Path) -> None:
    folder(tmp_path, "区/一小/甲.csv", "区/二小/乙.csv", "区/二小/丙.csv")
    found = named(find_sources([tmp_path / "区" / "一小", tmp_path / "区" / "二小" / "乙.csv"]))
    assert found == ["一小/甲.csv", "二小/乙.csv"]


def test_relative_paths_give_the_same_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder(tmp_path, "一小/甲.csv", "二小/乙.csv"))
    assert named(find_sources([Path("一小"), Path("二小") / ".." / "二小"])) == ["一小/甲.csv", "二小/乙.csv"]
    assert named(find_sources([Path()])) == ["一小/甲.csv", "二小/乙.csv"]


@pytest.mark.parametrize("first", ["甲.csv", "./甲.csv", "子/../甲.csv", "."])
def test_a_file_that_is_named_twice_is_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, first: str) -> None:
    monkeypatch.chdir(folder(tmp_path, "甲.csv", "子/乙.txt"))
    (found,) = [source for source in find_sources([Path(first), Path("甲.csv")]) if source.name == "甲.csv"]
    assert (found.disposal, found.named) == ("read", True)


def test_the_order_of_the_paths_does_not_matter(tmp_path: Path) -> None:
    folder(tmp_path, "甲.csv", ".乙.csv")
    paths = [tmp_path, tmp_path / ".乙.csv"]
    assert find_sources(paths) == find_sources(paths[::-1])
    assert {source.name: source.disposal for source in find_sources(paths)} == {"甲.csv": "read", ".乙.csv": "read"}


def test_a_path_that_does_not_exist_is_a_fault(tmp_path: Path) -> None:
    with pytest.raises(PathError) as fault:
        find_sources([tmp_path, tmp_path / "没有"])
    assert fault.value.params == {"path": str(tmp_path / "没有")}


def test_a_folder_of_nothing_is_no_fault(tmp_path: Path) -> None:
    assert find_sources([tmp_path]) == []


@pytest.mark.parametrize(
    ("name", "disposal"),
    [
        *[(f"甲{suffix}", "read") for suffix in sorted(SPREADSHEETS)],
        *[(f"甲{suffix}", "unsupported") for suffix in sorted(OTHER_SUBMISSIONS)],
        ("甲.XLSX", "read"),
        ("甲.PDF", "unsupported"),
        ("~$甲.xlsx", "owner-file"),
        (".~甲.xlsx", "owner-file"),
        (".~lock.甲.ods#", "owner-file"),
        (".甲.xlsx", "hidden"),
        ("甲.txt", "other-type"),
        ("甲", "other-type"),
        ("Thumbs.db", "other-type"),
    ],
)
def test_the_name_decides_whether_a_file_is_opened(tmp_path: Path, name: str, disposal: str) -> None:
    assert disposals(folder(tmp_path, name)) == {name: disposal}


@posix
def test_a_blank_after_the_ending_changes_nothing(tmp_path: Path) -> None:
    assert disposals(folder(tmp_path, "甲.xlsx ")) == {"甲.xlsx ": "read"}


@pytest.mark.parametrize("hidden", [".git", "__MACOSX", ".cache/深"])
def test_hidden_folders_are_left_aside(tmp_path: Path, hidden: str) -> None:
    assert disposals(folder(tmp_path, f"{hidden}/甲.csv", "乙.csv")) == {"乙.csv": "read"}


@pytest.mark.parametrize("name", [".甲.xlsx", "甲.txt", "甲.pdf", "甲"])
def test_a_file_that_is_named_itself_is_read_whatever_its_name(tmp_path: Path, name: str) -> None:
    (found,) = find_sources([folder(tmp_path, name) / name])
    assert (found.disposal, found.named) == ("read", True)


def test_a_lock_file_is_none_even_if_it_is_named_itself(tmp_path: Path) -> None:
    assert [source.disposal for source in find_sources([folder(tmp_path, "~$甲.xlsx") / "~$甲.xlsx"])] == ["owner-file"]


@pytest.mark.parametrize(
    ("include", "exclude", "expected"),
    [
        pytest.param(
            (), ("旧*",), {"甲.csv": "read", "旧.csv": "excluded", "子/旧.csv": "excluded", "子/乙.txt": "other-type"}, id="by name"
        ),
        pytest.param((), ("子/*",), {"甲.csv": "read", "旧.csv": "read", "子/旧.csv": "excluded", "子/乙.txt": "excluded"}, id="by folder"),
        pytest.param(
            ("*.txt",), (), {"甲.csv": "excluded", "旧.csv": "excluded", "子/旧.csv": "excluded", "子/乙.txt": "read"}, id="included"
        ),
        pytest.param(
            ("*.csv",), ("旧*",), {"甲.csv": "read", "旧.csv": "excluded", "子/旧.csv": "excluded", "子/乙.txt": "excluded"}, id="both"
        ),
    ],
)
def test_globs_choose(tmp_path: Path, include: tuple[str, ...], exclude: tuple[str, ...], expected: dict[str, str]) -> None:
    assert disposals(folder(tmp_path, "甲.csv", "旧.csv", "子/旧.csv", "子/乙.txt"), include=include, exclude=exclude) == expected


def test_a_file_that_is_named_itself_may_be_excluded_all_the_same(tmp_path: Path) -> None:
    (found,) = find_sources([folder(tmp_path, "旧.csv") / "旧.csv"], exclude=["旧*"])
    assert found.disposal == "excluded"


@posix
def test_links_within_the_folder_are_read_and_those_out_of_it_are_not(tmp_path: Path) -> None:
    place = folder(tmp_path / "报送", "甲.csv", "子/乙.csv")
    folder(tmp_path, "外.csv")
    (place / "里.csv").symlink_to("子/乙.csv")
    (place / "外.csv").symlink_to("../外.csv")
    (place / "远.csv").symlink_to("/dev/zero")
    (place / "断.csv").symlink_to("没有.csv")
    (place / "圈.csv").symlink_to("圈.csv")
    assert disposals(place) == {
        "甲.csv": "read",
        "子/乙.csv": "read",
        "里.csv": "read",
        "外.csv": "link-outside",
        "远.csv": "link-outside",
        "断.csv": "link-broken",
        "圈.csv": "link-broken",
    }


@posix
def test_linked_folders_are_not_walked_and_those_elsewhere_are_told_of(tmp_path: Path) -> None:
    place = folder(tmp_path / "报送", "子/甲.csv")
    folder(tmp_path, "外/乙.csv")
    (place / "圈").symlink_to(".")
    (place / "外").symlink_to("../外")
    assert disposals(place) == {"子/甲.csv": "read", "外": "link-outside"}


@posix
def test_linked_folders_that_are_not_walked_themselves_are_told_of(tmp_path: Path) -> None:
    folder(tmp_path, "甲/一.csv", "乙/二.csv", "丙/三.csv", "甲/.旧/四.csv")
    (tmp_path / "甲/丙").symlink_to("../丙")
    (tmp_path / "甲/旧").symlink_to(".旧")
    (tmp_path / "甲/乙").symlink_to("../乙")
    sources = find_sources([tmp_path / "甲", tmp_path / "乙"])
    assert {source.name: source.disposal for source in sources} == {
        "甲/一.csv": "read",
        "乙/二.csv": "read",
        "甲/丙": "link-outside",
        "甲/旧": "link-outside",
    }


@posix
def test_a_link_that_is_named_itself_is_followed(tmp_path: Path) -> None:
    folder(tmp_path, "外/乙.csv")
    (tmp_path / "链").symlink_to("外")
    (tmp_path / "链.csv").symlink_to("外/乙.csv")
    assert named(find_sources([tmp_path / "链"])) == ["乙.csv"]
    assert [source.disposal for source in find_sources([tmp_path / "链.csv"])] == ["read"]


@posix
def test_names_that_are_no_utf_8_are_spelled_out(tmp_path: Path) -> None:
    sources = find_sources([folder(tmp_path, b"\xff\xfe.csv", "作业".encode("gbk") + b".csv", "good.csv")])
    assert named(sources) == ["\\xd7\\xf7\u04b5.csv", "\\xff\\xfe.csv", "good.csv"]
    assert all(source.path.read_bytes() == b"x" and source.disposal == "read" for source in sources)


@posix
def test_names_that_are_shown_alike_stay_two_files(tmp_path: Path) -> None:
    sources = find_sources([folder(tmp_path, b"\xff.csv", "\\xff.csv")])
    assert len({source.path for source in sources}) == 2
    assert named(sources) == ["\\xff.csv", "\\xff.csv'"]


@posix
def test_a_folder_that_cannot_be_opened_is_a_file_that_cannot_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A tree so deep that the system refuses its path: what it may hold must not go missing without a word."""
    monkeypatch.chdir(tmp_path)
    for depth in range(40):
        name = f"{depth:03d}" * 40
        os.mkdir(name)
        os.chdir(name)
    Path("甲.csv").write_bytes(b"x")
    os.chdir(tmp_path)
    (found,) = find_sources([tmp_path])
    assert (found.disposal, found.named) == ("read", False)
    assert len(found.name) > 3000
