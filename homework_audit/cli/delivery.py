"""Delivers a report: printed in the format that was asked for, written to the files that were named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from homework_audit.cli.outputs import Output, write_whole
from homework_audit.cli.streams import complain, is_terminal, print_bytes, print_text
from homework_audit.errors import ConfigurationError, OutputError
from homework_audit.locale import Lang
from homework_audit.messages import fault_text, say
from homework_audit.renderers import RENDERERS, RenderOptions

if TYPE_CHECKING:
    from homework_audit.models.report import Report


def formats_told(lang: Lang) -> str:
    """The help of `--format`, naming every format."""
    return say(lang, "help.format", formats=", ".join(RENDERERS))


def chosen_format(asked: str | None) -> str:
    """The format of standard output: what is asked for, else a table on a terminal and plain lines anywhere else.

    Raises ConfigurationError for one that is unknown, or that a terminal cannot show.
    """
    if asked and asked not in RENDERERS:
        raise ConfigurationError("bad-format", value=asked, known=", ".join(RENDERERS))
    chosen = asked or ("table" if is_terminal() else "plain")
    if RENDERERS[chosen].is_binary and is_terminal():
        raise ConfigurationError("binary-to-terminal", format=chosen)
    return chosen


def print_report(report: Report, chosen: str, options: RenderOptions) -> None:
    """Prints the report. Raises OutputError where it cannot be printed."""
    renderer = RENDERERS[chosen]
    if renderer.is_text:
        print_text(renderer.render(report, options))
    else:
        print_bytes(renderer.pieces(report, options))


def write_report(
    report: Report, outputs: Sequence[Output], options: RenderOptions, inputs: Collection[Path], lang: Lang, *, quiet: bool
) -> bool:
    """Writes every output that can be written, never over an input, and says whether one could not."""
    unwritten = False
    for wanted in outputs:
        plain = options._replace(width=100, colour=False)
        try:
            written = write_whole(wanted.path, RENDERERS[wanted.format].pieces(report, plain), inputs)
        except OutputError as fault:
            complain(*fault_text(fault, lang))
            unwritten = True
            continue
        if written != wanted.path:
            complain(say(lang, "written-beside", file=wanted.path, beside=written))
        elif not quiet:
            complain(say(lang, "written", file=written))
    return unwritten
