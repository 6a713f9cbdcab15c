"""The documents are fresh, whole in both languages, and name only what there is."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from docs.reference.__main__ import pages
from docs.reference.policy import keys, meaning
from tests.command import homework_audit
from tests.conftest import ROOT

WRITTEN = sorted(path for pattern in ("*.md", "docs/*.md") for path in ROOT.glob(pattern))
_NAMES = "check|inspect|render|policy|rules|init|template|notify|schedule|history (?:list|show|diff|open|trend|prune)"
COMMAND = re.compile(rf"homework-audit ((?:{_NAMES})\b[^\n`|>]*)")


@pytest.mark.parametrize("file", list(pages()), ids=lambda file: file.name)
def test_a_generated_page_is_fresh(file: Path) -> None:
    assert file.read_text("utf-8") == pages()[file], "run `make docs`"


@pytest.mark.parametrize(("table", "key", "about"), list(keys()), ids=lambda value: value if isinstance(value, str) else "")
def test_every_key_has_its_meaning_in_both_languages(table: str, key: str, about: dict[str, object]) -> None:
    assert meaning(table, key, about, "en")
    assert meaning(table, key, about, "zh")


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_link_leads_somewhere(file: Path) -> None:
    for target in re.findall(r"\]\(([^)]+)\)", file.read_text("utf-8")):
        if not target.startswith(("http", "#")):
            assert (file.parent / target.partition("#")[0]).exists(), target


@pytest.mark.parametrize("file", WRITTEN, ids=lambda file: str(file.relative_to(ROOT)))
def test_every_option_of_a_command_exists(file: Path) -> None:
    for line in COMMAND.findall(file.read_text("utf-8")):
        command, *words = shlex.split(line.split("  #")[0].strip(), posix=True)
        if command == "history":
            command = f"history {words.pop(0)}"
        options = {word.partition("=")[0] for word in words if word.startswith("--")}
        told = _help(command)
        assert options <= set(re.findall(r"--[\w-]+", told)), line


def _help(command: str) -> str:
    run = homework_audit(*command.split(), "--help", env={"COLUMNS": "200", "NO_COLOR": "1", "TERM": "dumb"})
    return run.stdout.decode()
