"""Turns the XML of an xlsx package into a witness: how many cells hold a value, and which the reader will have lost.

calamine turns error cells and formulas that were never calculated into blanks without a word; counting the closing tags
in the bytes is quick enough to be done for every file, and a count that agrees proves that nothing else was lost.
"""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from xml.parsers import expat

from homework_audit.errors import UnreadableFile
from homework_audit.models.marks import OWN_PROPERTY
from homework_audit.models.sheet import Lost
from homework_audit.readers.limits import Limits

_FAR = re.compile(rb'<(?:\w+:)?c [^>]*?r="(?:([A-Z]{3,})(\d+)|([A-Z]+)(\d{6,}))"')
_REFERENCE = re.compile(rb'r="([A-Z]+)(\d+)"')
_CELL = re.compile(rb"<(?:\w+:)?c(?= |>)([^>]*?)(?:/>|>(.*?)</(?:\w+:)?c>)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)(?:>| [^>]*>)(.*?)</(?:\w+:)?(?:v|is)>", re.DOTALL)
_CLAIMED = re.compile(rb'<(?:\w+:)?sst[^>]*? (?:unique)?[cC]ount="(\d{8,})"')


@dataclass(frozen=True)
class Witness:
    """What the bytes of one sheet say: cells with a value, and the cells whose value a reader cannot give."""

    valued: int
    lost: tuple[Lost, ...]


def is_own_report(parts: dict[str, bytes]) -> bool:
    """Whether this program wrote the workbook: its reports carry a document property that says so."""
    return OWN_PROPERTY.encode() in parts.get("docProps/custom.xml", b"")


def witnesses(parts: dict[str, bytes], limits: Limits) -> dict[str, Witness | None]:
    """A witness for each sheet by its name (None where its part was not found). Raises UnreadableFile over a limit."""
    claimed = _CLAIMED.search(parts.get("xl/sharedStrings.xml", b"")[:4096])
    if claimed and int(claimed[1]) > limits.strings:
        raise UnreadableFile("limit", limit="strings", allowed=limits.strings)
    for name, part in parts.items():
        if "worksheets/" in name.lower() and not name.lower().endswith(".rels"):
            _check_bounds(part, limits)
    empty = _empty_strings(parts)
    return {name: _witness(parts[part], empty) if part in parts else None for name, part in _sheet_parts(parts).items()}


def _check_bounds(part: bytes, limits: Limits) -> None:
    """A cell far away makes a dense grid that no machine holds; such cells are rare enough to be looked at one by one."""
    if part.count(b"</v>") + part.count(b"</is>") + part.count(b":v>") > limits.cells:
        raise UnreadableFile("limit", limit="cells", allowed=limits.cells)
    if part.count(b"mergeCell ") > limits.merged_ranges:
        raise UnreadableFile("limit", limit="merged_ranges", allowed=limits.merged_ranges)
    for far in _FAR.finditer(part):
        column, digits = _column(far[1] or far[3]), far[2] or far[4]
        if len(digits) > 7 or int(digits) > limits.rows:
            raise UnreadableFile("limit", limit="rows", allowed=limits.rows)
        if column >= limits.columns:
            raise UnreadableFile("limit", limit="columns", allowed=limits.columns)


def _column(letters: bytes) -> int:
    column = 0
    for letter in letters[:8]:
        column = 26 * column + letter - 64
    return column - 1


def _sheet_parts(parts: dict[str, bytes]) -> dict[str, str]:
    """Sheet name → part name, as the workbook and its relationships say."""
    book = next((name for name in ("xl/workbook.xml", "xl/workbook2.xml") if name in parts), "")
    folder, file = posixpath.split(book)
    targets = {
        attributes["Id"]: attributes.get("Target", "")
        for tag, attributes in _elements(parts.get(f"{folder}/_rels/{file}.rels", b""))
        if tag == "Relationship" and "Id" in attributes
    }
    found = {}
    for tag, attributes in _elements(parts.get(book, b"")):
        if tag == "sheet" and "name" in attributes:
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            target = targets.get(link, "")
            found[attributes["name"]] = target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"{folder}/{target}")
    return found


def _elements(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """The elements of a small part with their attributes, prefixes cut; [] for a part that is no XML."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append((tag.rpartition(":")[2], attributes))
    try:
        parser.Parse(xml, True)
    except expat.ExpatError:
        return []
    return found


def _empty_strings(parts: dict[str, bytes]) -> frozenset[bytes]:
    """The numbers of shared strings that hold nothing: cells that point at them are blank."""
    part = parts.get("xl/sharedStrings.xml", b"")
    if not re.search(rb"<(?:\w+:)?t(?: [^>]*)?(?:/>|></)|<(?:\w+:)?si>\s*</|<(?:\w+:)?si/>", part):
        return frozenset()
    strings = re.findall(rb"<(?:\w+:)?si(?: [^>]*)?(?:/>|>(.*?)</(?:\w+:)?si>)", part, re.DOTALL)
    texts = (b"".join(re.findall(rb"<(?:\w+:)?t(?: [^>]*)?>([^<]*)<", string)) for string in strings)
    return frozenset(str(n).encode() for n, text in enumerate(texts) if not text)


def _witness(part: bytes, empty: frozenset[bytes]) -> Witness:
    valued = part.count(b"</v>") + part.count(b"</is>")
    formulas = part.count(b"<f>") + part.count(b"<f ")
    if valued and not formulas and not empty and b't="e"' not in part and b'"inlineStr"' not in part:
        return Witness(valued, ())
    return _careful_witness(part, empty)


def _careful_witness(part: bytes, empty: frozenset[bytes]) -> Witness:
    """Cell by cell, for the sheets that hold formulas, errors, inline or empty texts."""
    valued, lost = 0, []
    for attributes, body in _CELL.findall(part):
        value = _VALUE.search(body)
        text = re.sub(rb"<[^>]*>", b"", value[1]) if value else b""
        if b't="e"' in attributes:
            lost.append(_lost(attributes, text.decode("utf-8", "replace") or "#"))
        elif not text and re.search(rb"<(?:\w+:)?f[ >/]", body) and b't="str"' not in attributes:
            lost.append(_lost(attributes, "="))
        elif text and not (b't="s"' in attributes and text.strip() in empty):
            valued += 1
    return Witness(valued, tuple(lost))


def _lost(attributes: bytes, text: str) -> Lost:
    reference = _REFERENCE.search(attributes)
    return Lost(int(reference[2]) - 1, _column(reference[1]), text) if reference else Lost(0, 0, text)
