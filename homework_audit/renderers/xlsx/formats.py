"""The looks of the workbook: a few named styles, each made once for a workbook and shared by all of its cells."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from homework_audit.renderers.heat import SHARES

RED, AMBER, GREEN, GREY, INK, LINE = "#C00000", "#FFD966", "#A9D08E", "#D9D9D9", "#1F3864", "#BFBFBF"
_HEAT: Final = ("#C6E0B4", "#E9F2CF", "#FFF2CC", "#FCE0B5")
"""A colour for each share of the cap."""

_Look = Mapping[str, Any]
_GRID: _Look = {"border": 1, "border_color": LINE}
_TEXT: _Look = {**_GRID, "valign": "vcenter", "text_wrap": True}
_NUMBER: _Look = {**_GRID, "valign": "vcenter", "align": "right", "indent": 1}
_CENTRED: _Look = {**_GRID, "align": "center", "valign": "vcenter"}
_BAND: _Look = {"bold": True, "font_size": 18, "align": "center", "valign": "vcenter", "text_wrap": True}
_TILE: _Look = {"bold": True, "font_size": 20, "align": "center", "valign": "vcenter", "num_format": "0"}
_LABEL: _Look = {"align": "center", "valign": "vcenter", "text_wrap": True}
_HEADING: _Look = {**_GRID, "bold": True, "valign": "vcenter", "align": "center", "text_wrap": True}

_RED: _Look = {"bg_color": RED, "font_color": "#FFFFFF"}
_AMBER: _Look = {"bg_color": AMBER}
_GREEN: _Look = {"bg_color": GREEN}
_GREY: _Look = {"bg_color": GREY}
_PALE: _Look = {"bg_color": "#F2F2F2"}

STYLES: Final[Mapping[str, _Look]] = {
    "label": {"font_size": 9},
    "title": {"bold": True, "font_size": 20, "font_color": INK, "align": "center", "valign": "vcenter"},
    "subtitle": {"font_color": "#595959", "align": "center", "valign": "vcenter", "text_wrap": True},
    "section": {"bold": True, "font_size": 12, "font_color": INK, "bottom": 2, "bottom_color": INK},
    "note": {"font_size": 9, "font_color": "#404040", "valign": "top", "text_wrap": True},
    "note-line": {"font_size": 9, "font_color": "#404040"},
    "lead": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True},
    "heading": {**_HEADING, "bg_color": INK, "font_color": "#FFFFFF"},
    "heading-off": {**_HEADING, "bg_color": "#8EA9DB", "font_color": "#000000"},
    "lead-amber": {"bold": True, "align": "center", "valign": "vcenter", "text_wrap": True, **_AMBER},
    "text": _TEXT,
    "centred": {**_TEXT, "align": "center"},
    "number": _NUMBER,
    "percent": {**_NUMBER, "num_format": '0.0"%"'},
    "strong": {**_NUMBER, "bold": True, "font_color": RED},
    "date": {**_GRID, "valign": "vcenter", "align": "center", "num_format": "yyyy-mm-dd"},
    "link": {**_TEXT, "font_color": "#0563C1", "underline": 1},
    "bad": {**_TEXT, "align": "center", "bold": True, "bg_color": "#F8D7DA", "font_color": "#9C0006"},
    "doubtful": {**_TEXT, "align": "center", "bg_color": "#FFF2CC", "font_color": "#7F6000"},
    "quiet": {**_TEXT, "align": "center", "font_color": "#7F7F7F"},
    "band-red": {**_BAND, **_RED},
    "band-amber": {**_BAND, **_AMBER},
    "band-green": {**_BAND, **_GREEN},
    "band-grey": {**_BAND, **_GREY},
    "tile-red": {**_TILE, **_RED},
    "tile-amber": {**_TILE, **_AMBER},
    "tile-green": {**_TILE, **_GREEN},
    "tile-pale": {**_TILE, **_PALE},
    "tile-small": {**_TILE, **_PALE, "font_size": 13},
    "label-red": {**_LABEL, **_RED},
    "label-amber": {**_LABEL, **_AMBER},
    "label-green": {**_LABEL, **_GREEN},
    "label-pale": {**_LABEL, **_PALE},
    "label-small": {**_LABEL, **_PALE, "font_size": 9},
    "head-0": _CENTRED,
    "head-1": {**_CENTRED, **_PALE},
    "day-over": {**_CENTRED, **_RED, "bold": True},
    "day-over-more": {**_CENTRED, **_RED, "bold": True, "num_format": '"≥"General'},
    "day-undetermined": {**_CENTRED, "pattern": 14, "fg_color": "#A6A6A6", "bg_color": "#F2F2F2", "italic": True},
    "day-no-cap": _CENTRED,
    "nothing": _GRID,
    **{f"day-{share}": {**_CENTRED, "bg_color": colour} for share, colour in zip(SHARES, _HEAT, strict=True)},
}


class Formats(dict[str, Any]):
    """The styles as formats of one workbook, each made when it is first asked for and shared by all cells that have it."""

    def __init__(self, workbook: Any, extra: _Look | None = None) -> None:
        super().__init__()
        self._workbook = workbook
        self._extra = extra or {}

    def __missing__(self, style: str) -> Any:
        made = self[style] = self._workbook.add_format({**STYLES[style], **self._extra})
        return made
