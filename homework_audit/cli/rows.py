"""Prints rows of text: a table on a terminal, tabulators between the columns anywhere else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from homework_audit.cli.streams import is_terminal, print_text, wants_colour, width
from homework_audit.locale import Lang
from homework_audit.messages import say


def print_rows(columns: Sequence[str], rows: Sequence[Mapping[str, str]], lang: Lang, otherwise: str) -> None:
    """Prints the columns of all rows under their headings, or what is to be said; on a terminal only columns that a row fills."""
    from homework_audit.renderers.safe_text import safe

    if not rows:
        print_text(f"{safe(otherwise)}\n".encode() if otherwise else b"")
        return
    heads = [say(lang, f"column.{column}") for column in columns]
    cells = [[safe(row[column]) for column in columns] for row in rows]
    if not is_terminal():
        print_text("".join("\t".join(line) + "\n" for line in (heads, *cells)).encode())
        return
    from rich.console import Console
    from rich.table import Table

    filled = [place for place, column in enumerate(columns) if any(row[column] for row in rows)]
    table = Table(box=None, pad_edge=False, header_style="bold")
    for place in filled:
        last = place == filled[-1]
        side: Literal["left", "right"] = "right" if all(line[place].isdigit() for line in cells) else "left"
        table.add_column(heads[place], justify=side, no_wrap=not last, overflow="fold", ratio=1 if last else None)
    for line in cells:
        table.add_row(*(line[place] for place in filled))
    Console(width=width(), markup=False, highlight=False, emoji=False, no_color=not wants_colour()).print(table)
