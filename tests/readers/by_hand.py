"""Writes packages (xlsx, ods) and compound files part by part, so that a test decides every byte of them."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Mapping, Sequence
from xml.sax.saxutils import escape, quoteattr

_MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_CONTENT_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_ODF = " ".join(
    f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{what}:1.0"'
    for name, what in {"office": "office", "table": "table", "text": "text", "style": "style", "draw": "drawing"}.items()
)
_CALCEXT = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"'
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(parts: Mapping[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip of these parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part, method)
    return out.getvalue()


def xlsx_parts(
    sheets: Mapping[str, str], *, strings: str | None = None, book: str = "", states: Mapping[str, str] | None = None
) -> dict[str, str | bytes]:
    """The parts of a workbook; a sheet is what stands inside its `sheetData`, or a whole part if it begins with «<?xml»."""
    said = {name: f' state="{state}"' for name, state in (states or {}).items()}
    listed = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="r{number}"{said.get(name, "")}/>' for number, name in enumerate(sheets, 1)
    )
    linked = "".join(_link(f"r{number}", "worksheet", f"worksheets/sheet{number}.xml") for number in range(1, len(sheets) + 1))
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _links(_link("r1", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": f'<workbook {_MAIN} xmlns:r="{_LINKS}">{book}<sheets>{listed}</sheets></workbook>',
        "xl/_rels/workbook.xml.rels": _links(linked + (_link("s", "sharedStrings", "sharedStrings.xml") if strings is not None else "")),
    }
    if strings is not None:
        parts["xl/sharedStrings.xml"] = f"<sst {_MAIN}>{strings}</sst>"
    for number, sheet in enumerate(sheets.values(), 1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet if sheet.startswith("<?xml") else worksheet(sheet)
    return parts


def xlsx(rows: str, *, strings: str | None = None) -> bytes:
    """A workbook of one sheet «S» with these rows."""
    return zipped(xlsx_parts({"S": rows}, strings=strings))


def worksheet(rows: str, after: str = "") -> str:
    """The part of a sheet with these rows, and what follows them."""
    return f'<?xml version="1.0" encoding="UTF-8"?><worksheet {_MAIN}><sheetData>{rows}</sheetData>{after}</worksheet>'


def text_cell(reference: str, text: str) -> str:
    """A cell that holds a text of its own."""
    return f'<c r="{reference}" t="inlineStr"><is><t>{escape(text)}</t></is></c>'


def ods(rows: str, *, sheet: str = "S", before: str = "") -> bytes:
    """An .ods file of one sheet with these rows; `before` stands before the body (styles)."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            **ods_parts(f'<table:table table:name="{sheet}">{rows}</table:table>', before),
        }
    )


def ods_parts(tables: str, before: str = "") -> dict[str, str | bytes]:
    """The content and the manifest of an .ods file with these tables."""
    return {
        "content.xml": f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_ODF} {_CALCEXT} office:version="1.2">'
        f"{before}<office:body><office:spreadsheet>{tables}</office:spreadsheet></office:body></office:document-content>",
        "META-INF/manifest.xml": '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        '<manifest:file-entry manifest:full-path="/" manifest:media-type="application/vnd.oasis.opendocument.spreadsheet"/>'
        "</manifest:manifest>",
    }


def ods_row(*cells: str, attributes: str = "") -> str:
    """A row of an .ods sheet."""
    return f"<table:table-row{attributes}>{''.join(cells)}</table:table-row>"


def ods_text(text: str, attributes: str = "") -> str:
    """A cell of an .ods sheet that holds a text."""
    return f'<table:table-cell office:value-type="string"{attributes}><text:p>{escape(text)}</text:p></table:table-cell>'


def compound(*names: str, stream: bytes = b"", endless: bool = False) -> bytes:
    """A compound file whose directory names these parts, the first with this stream; `endless`: the directory never ends."""
    header = OLE + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<9I", 0, 1, 1, 0, 0, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0) + struct.pack("<109i", 0, *[-1] * 108)
    sectors = 2 + (len(stream) + 511) // 512
    chain = [0xFFFFFFFD, 1 if endless else 0xFFFFFFFE, *range(3, sectors), 0xFFFFFFFE]
    table = struct.pack("<128I", *chain[:128], *[0xFFFFFFFF] * (128 - len(chain)))
    entries = _entry("Root Entry", 5, 0xFFFFFFFE, 0) + b"".join(_entry(name, 2, 2, len(stream)) for name in names)
    return header + table + entries.ljust(512, b"\0")[:512] + stream.ljust((sectors - 2) * 512, b"\0")


def _entry(name: str, kind: int, start: int, size: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    neighbours = struct.pack("<iiI", -1, -1, 1 if kind == 5 else 0xFFFFFFFF)
    return text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1) + neighbours + bytes(36) + struct.pack("<IQ", start, size)


def _links(links: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{links}</Relationships>'


def _link(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{_LINKS}/{kind}" Target="{target}"/>'


def joined(rows: Sequence[str]) -> str:
    """Rows of an xlsx sheet, each of which is its cells, numbered from 1."""
    return "".join(f'<row r="{number}">{cells}</row>' for number, cells in enumerate(rows, 1))
