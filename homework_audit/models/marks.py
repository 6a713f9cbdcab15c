"""The marks by which this program knows its own reports again, and the example of its template, so that neither is taken for homework."""

from __future__ import annotations

from typing import Final

OWN_PROPERTY: Final = "homework-audit"
"""A document property that every workbook of ours carries."""

OWN_FORM_PROPERTY: Final = "homework-audit form"
"""A document property that a form for a verification carries: filled in, it comes back to be verified, and is no homework."""

OWN_CSV_HEADINGS: Final = ("rule", "severity", "school", "grade", "class", "date")
"""The first headings of every CSV report of ours."""

EXAMPLE_CONTENTS: Final = {
    "zh": "示例：练习册第12页第1—4题（本行为示例，不计入，可删除）",
    "en": "Example: workbook p. 12, exercises 1-4 (this row is an example, is not counted and may be deleted)",
}
EXAMPLE_MINUTES: Final = 20
"""The example of the template for teachers: a row with this text and these minutes is no homework."""

OWN_SHEET_START: Final = "homework-audit · "
"""How the first cell of the sheet begins that lists the findings in an annotated copy: the copy comes back corrected, and is read."""
