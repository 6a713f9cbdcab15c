"""The marks by which this program knows its own reports again, so that none is ever taken for a submission."""

from __future__ import annotations

from typing import Final

OWN_PROPERTY: Final = "homework-audit"
"""A document property that every workbook of ours carries."""

OWN_CSV_HEADINGS: Final = ("rule", "severity", "school", "grade", "class", "date")
"""The first headings of every CSV report of ours."""
