"""Renders a rollup as lines: the sentences that open it, then a unit a line with its path, for pipes and logs."""

from __future__ import annotations

from homework_audit.bureau.unit import Rollup
from homework_audit.bureau.words import headline, notes, shown_value, unit_row
from homework_audit.messages import say
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe


def render(rollup: Rollup, options: RenderOptions) -> bytes:
    """The rollup as text."""
    lines = list(headline(rollup))
    for path, unit in rollup.unit.below():
        row = {column.replace("-", "_"): shown_value(column, value) for column, value in unit_row(unit, rollup.lang).items()}
        lines.append(say(rollup.lang, "rollup.line", **{**row, "unit": "/".join((*path, unit.name))}))
    if not options.quiet:
        lines += notes(rollup)
    return "".join(f"{safe(line)}\n" for line in lines).encode("utf-8", "replace")
