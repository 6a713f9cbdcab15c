"""Turns the policy into a workbook that teachers fill in: instructions, a form with drop-downs, and live sums against the caps."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any, Final

from xlsxwriter import Workbook

from homework_audit.handouts.choices import Choices, choices_of
from homework_audit.locale import Lang
from homework_audit.locale.fonts import FONTS
from homework_audit.messages import cap_figures, class_name, say
from homework_audit.models.marks import EXAMPLE_CONTENTS, EXAMPLE_MINUTES
from homework_audit.policy import Policy
from homework_audit.renderers.xlsx.cell_text import lines_needed

_A4: Final = 9
_PRINTED: Final = 40
"""The rows that are printed: one page to fill in by hand."""
_PAPER, _LINE = 80, 17
"""How wide the instructions are, in characters, and how high a line of them, in points."""
_NO_CAP: Final = "–"
_CREATED: Final = datetime(1980, 1, 1)  # noqa: DTZ001 (no time of any place: the same policy gives the same bytes)
_EXAMPLE, _FIRST, _LAST = 2, 3, 400
"""The rows of the example and of what is to be filled in, counted from 1."""
_WIDTHS: Final = {"date": 13, "class": 18, "subject": 14, "content": 44, "kind": 12, "minutes": 12, "remark": 20, "hint": 20}
_GRID: Final = {"border": 1, "border_color": "#BFBFBF", "valign": "top", "text_wrap": True}
_LOOKS: Final = {
    "head": {**_GRID, "bold": True, "bg_color": "#DDEBF7", "valign": "vcenter"},
    "text": _GRID,
    "day": {**_GRID, "num_format": "yyyy-mm-dd"},
    "quiet": {**_GRID, "italic": True, "font_color": "#7F7F7F"},
    "over": {"bg_color": "#F8CBAD", "font_color": "#9C0006"},
    "title": {"bold": True, "font_size": 16},
    "line": {"text_wrap": True, "valign": "top"},
}


def template(policy: Policy, lang: Lang) -> bytes:
    """The workbook, in the words of one language; the same policy gives the same bytes."""
    out = io.BytesIO()
    fonts = {"font_name": FONTS[lang], "font_size": 11}
    workbook = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "default_format_properties": fonts})
    workbook.set_properties({"title": say(lang, "template.title"), "created": _CREATED})
    looks = {name: workbook.add_format(look) for name, look in _LOOKS.items()}
    choices = choices_of(policy, lang)
    form, about, lists = (workbook.add_worksheet(say(lang, f"template.{name}")) for name in ("form", "instructions", "lists"))
    _write_form(form, looks, choices, lang)
    _write_instructions(about, looks, policy, lang)
    _write_lists(lists, choices)
    workbook.close()
    return out.getvalue()


def _write_form(sheet: Any, looks: Mapping[str, Any], choices: Choices, lang: Lang) -> None:
    """Headings, the example, and rows to fill in, each with a live sum behind it."""
    for column, (field, width) in enumerate(_WIDTHS.items()):
        sheet.set_column(column, column, width)
        sheet.write_string(0, column, say(lang, f"template.{field}"), looks["head"])
    sheet.write_row(_EXAMPLE - 1, 0, _example(choices, lang), looks["quiet"])
    sheet.set_row(_EXAMPLE - 1, 34)
    hint = len(_WIDTHS) - 1
    for row in range(_FIRST, _LAST + 1):
        for column in range(hint):
            sheet.write_blank(row - 1, column, None, looks["text" if column else "day"])
        sheet.write_formula(row - 1, hint, hint_formula(row, choices, lang), looks["quiet"], "")
    over = say(lang, "template.over")
    sheet.conditional_format(
        f"A{_FIRST}:H{_LAST}", {"type": "formula", "criteria": f'=RIGHT($H{_FIRST},{len(over)})="{over}"', "format": looks["over"]}
    )
    _add_choices(sheet, choices, lang)
    sheet.freeze_panes(1, 0)
    sheet.set_row(0, 30)
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(f"A1:H{_PRINTED}")


def _example(choices: Choices, lang: Lang) -> list[str | float]:
    """A row as it should be, known again by its text and minutes when the workbook is read."""
    name = choices.classes[0].name if choices.classes else class_name(3, "1", lang)
    return ["2026-09-01", name, choices.subjects[0], EXAMPLE_CONTENTS[lang], choices.kinds[0], EXAMPLE_MINUTES, ""]


def hint_formula(row: int, choices: Choices, lang: Lang) -> str:
    """The written minutes that this form gives a row's class on its day, and the cap: «75 / 60 超出»; '' for an empty row."""
    same = "*".join(f"(${column}${_FIRST}:${column}${_LAST}=${column}{row})" for column in "AB")
    written = f'(($E${_FIRST}:$E${_LAST}="{choices.kinds[0]}")+($E${_FIRST}:$E${_LAST}=""))'
    total = f"SUMPRODUCT({same}*{written},$F${_FIRST}:$F${_LAST})"
    empty = f'OR($A{row}="",$B{row}="")'
    if not choices.classes:
        return f'=IF({empty},"",{total}&"")'
    table = f"'{say(lang, 'template.lists')}'!$A$1:$C${len(choices.classes)}"
    cap = f'IFERROR(VLOOKUP($B{row},{table},IF(WEEKDAY($A{row},2)>5,3,2),FALSE),"{_NO_CAP}")'
    over = f'IF({total}>{cap}," {say(lang, "template.over")}","")'
    return f'=IF({empty},"",{total}&" / "&{cap}&{over})'


def _add_choices(sheet: Any, choices: Choices, lang: Lang) -> None:
    """Drop-downs that offer and do not insist: a teacher may write a whole grade, or a subject that the list does not have."""
    lists = (("B", "A", len(choices.classes)), ("C", "D", len(choices.subjects)), ("E", "E", len(choices.kinds)))
    for column, source, length in lists:
        if length:
            offered = f"='{say(lang, 'template.lists')}'!${source}$1:${source}${length}"
            sheet.data_validation(
                f"{column}{_FIRST}:{column}{_LAST}",
                {"validate": "list", "source": offered, "error_type": "information", **_told(lang, "choose")},
            )
    sheet.data_validation(
        f"A{_FIRST}:A{_LAST}",
        {"validate": "date", "criteria": ">", "value": date(2000, 1, 1), "error_type": "warning", **_told(lang, "a-date")},
    )
    none = say(lang, "template.none")
    minutes = f'=OR(AND(ISNUMBER($F{_FIRST}),$F{_FIRST}>=0,$F{_FIRST}<=600),$F{_FIRST}="{none}")'
    sheet.data_validation(
        f"F{_FIRST}:F{_LAST}", {"validate": "custom", "value": minutes, "error_type": "warning", **_told(lang, "a-number")}
    )


def _told(lang: Lang, key: str) -> dict[str, str]:
    """What a program says of an unusual value, within the lengths that the file format allows (32 and 255 characters)."""
    return {"error_title": say(lang, "template.check"), "error_message": say(lang, f"template.{key}")}


def _write_instructions(sheet: Any, looks: Mapping[str, Any], policy: Policy, lang: Lang) -> None:
    """How to fill in the form, and the caps with their source."""
    sheet.hide_gridlines(2)
    sheet.set_column(0, 0, _PAPER)
    sheet.set_paper(_A4)
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, say(lang, "template.title"), looks["title"])
    for row, line in enumerate((*_instructions(lang), *_caps(policy, lang)), start=2):
        sheet.write_string(row, 0, line, looks["line"])
        sheet.set_row(row, _LINE * lines_needed(line, _PAPER))


def _instructions(lang: Lang) -> list[str]:
    return [say(lang, f"template.how.{name}") for name in ("row", "minutes", "none", "kind", "choose", "hint", "example")]


def _caps(policy: Policy, lang: Lang) -> Iterator[str]:
    """A line for each cap, its source behind it."""
    separator = "、" if lang == "zh" else ", "
    for cap in policy.caps:
        figures = separator.join(cap_figures(cap.model_dump(mode="json", exclude_none=True), lang))
        grades = separator.join(map(str, cap.grades))
        yield say(lang, "template.cap", grades=grades, figures=figures, source=cap.source or policy.source)


def _write_lists(sheet: Any, choices: Choices) -> None:
    """What the drop-downs show, on a hidden sheet: classes with their two caps, subjects, kinds."""
    sheet.hide()
    for row, (name, *caps) in enumerate(choices.classes):
        sheet.write_row(row, 0, [name, *(_NO_CAP if cap is None else cap for cap in caps)])
    sheet.write_column(0, 3, choices.subjects)
    sheet.write_column(0, 4, choices.kinds)
