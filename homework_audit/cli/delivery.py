"""Delivers a report: printed in the format that was asked for, written to the files that were named."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple, TypeVar

from homework_audit.cli.outputs import Output, write_whole
from homework_audit.cli.streams import complain, is_terminal, print_bytes, print_text
from homework_audit.errors import ConfigurationError, OutputError
from homework_audit.locale import Lang
from homework_audit.messages import fault_text, say
from homework_audit.renderers import Renderer, RenderOptions

Thing = TypeVar("Thing")
Formats = Mapping[str, Renderer[Thing]]


def formats_told(lang: Lang, formats: Formats[Thing]) -> str:
    """The help of `--format`, naming every format."""
    return say(lang, "help.format", formats=", ".join(formats))


def chosen_format(asked: str | None, formats: Formats[Thing]) -> str:
    """The format of standard output: what is asked for, else a table on a terminal and plain lines anywhere else.

    Raises ConfigurationError for one that is unknown, or that a terminal cannot show.
    """
    if asked and asked not in formats:
        raise ConfigurationError("bad-format", value=asked, known=", ".join(formats))
    chosen = asked or ("table" if is_terminal() else "plain")
    if formats[chosen].is_binary and is_terminal():
        raise ConfigurationError("binary-to-terminal", format=chosen)
    return chosen


def print_report(report: Thing, renderer: Renderer[Thing], options: RenderOptions) -> None:
    """Prints the report. Raises OutputError where it cannot be printed."""
    if renderer.is_text:
        print_text(renderer.render(report, options))
    else:
        print_bytes(renderer.pieces(report, options))


class Writing(NamedTuple):
    """How outputs are written: never over an input, with messages in a language, or none where all goes well (`quiet`)."""

    inputs: Collection[Path]
    lang: Lang
    quiet: bool


def write_report(report: Thing, outputs: Sequence[Output], formats: Formats[Thing], options: RenderOptions, writing: Writing) -> bool:
    """Writes every output that can be written, and says whether one could not."""
    unwritten = False
    for wanted in outputs:
        plain = options._replace(width=100, colour=False)
        try:
            written = write_whole(wanted.path, formats[wanted.format].pieces(report, plain), writing.inputs)
        except OutputError as fault:
            complain(*fault_text(fault, writing.lang))
            unwritten = True
            continue
        if written != wanted.path:
            complain(say(writing.lang, "written-beside", file=wanted.path, beside=written))
        elif not writing.quiet:
            complain(say(writing.lang, "written", file=written))
    return unwritten
