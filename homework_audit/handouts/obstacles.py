"""Turns the bytes of a file into the reason why openpyxl would damage it in saving a copy, or '' where it keeps all there is.

What openpyxl drops without a word was found out by loading and saving workbooks that hold it.
"""

from __future__ import annotations

import io
import zipfile
from typing import Final

from homework_audit.values.expressions import expression

_SPREADSHEET: Final = "xl/workbook.xml"
_PARTS: Final = (
    ("wps-pictures", expression(r"xl/cellimages\.xml")),
    ("pictures", expression(r"xl/(?:media|richdata)/")),
    ("macros", expression(r"xl/vbaproject\.bin|xl/macrosheets/")),
    ("controls", expression(r"xl/(?:ctrlprops|activex|embeddings)/")),
    ("charts", expression(r"xl/(?:charts|chartsheets|chartex)/")),
    ("pivots", expression(r"xl/(?:pivottables|pivotcache|slicers|slicercaches|timelines|querytables)/")),
    ("discussions", expression(r"xl/(?:threadedcomments|persons)/")),
    ("drawings", expression(r"xl/(?:drawings/drawing|diagrams/)")),
    ("new-functions", expression(r"xl/metadata\.xml")),
    ("signature", expression(r"_xmlsignatures/")),
)
"""What is lost, and the parts of a package, in lower case, in which it lies."""
_SHAPE: Final = expression(rb"ObjectType=\"(?!Note\")")
"""A button or box of the old kind; of what lies beside it, comments alone are kept."""
_EXTENSIONS: Final = (b"x14:dataValidation", b"x14:sparkline", b"x14:conditionalFormatting", b"x14:ignoredError")
"""Newer kinds of drop-downs, sparklines and formats that lie in extensions of a sheet, which openpyxl leaves out."""


def obstacle(data: bytes) -> str:
    """«format» for what is no .xlsx, else the first thing that a copy would lose: «pictures», «macros», «charts»…; '' for none."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = {name.replace("\\", "/").lower(): name for name in package.namelist()}
            if _SPREADSHEET not in names:
                return "format"
            for lost, part in _PARTS:
                if any(part.match(name) for name in names):
                    return lost
            legacy = (package.read(name) for lower, name in names.items() if lower.startswith("xl/drawings/vmldrawing"))
            if any(_SHAPE.search(drawing) for drawing in legacy):
                return "controls"
            sheets = (package.read(name) for lower, name in names.items() if lower.startswith("xl/worksheets/sheet"))
            return "extensions" if any(word in sheet for sheet in sheets for word in _EXTENSIONS) else ""
    except (zipfile.BadZipFile, NotImplementedError, OSError, RuntimeError):  # damaged, packed in an unknown way, or encrypted
        return "format"
