"""Turns the parts of an xlsx package into its contents: which part holds which sheet, as its relationships say."""

from __future__ import annotations

import posixpath
from typing import NamedTuple
from xml.parsers import expat

from homework_audit.errors import UnreadableFile
from homework_audit.models.marks import OWN_FORM_PROPERTY, OWN_PROPERTY


class Book(NamedTuple):
    """The sheets of a workbook in their order, each with the name of its part, and the bytes of its shared strings."""

    sheets: list[tuple[str, str]]
    strings: bytes


def is_own_report(parts: dict[str, bytes]) -> bool:
    """Whether this program wrote the workbook: its reports carry a document property that says so."""
    return _has_property(parts, OWN_PROPERTY)


def is_own_form(parts: dict[str, bytes]) -> bool:
    """Whether the workbook is a form of this program that somebody filled in for a verification."""
    return _has_property(parts, OWN_FORM_PROPERTY)


def _has_property(parts: dict[str, bytes], name: str) -> bool:
    """Whether a document property has that name: one that only speaks of it, such as a path, is somebody else's."""
    return f'name="{name}"'.encode() in parts.get("docprops/custom.xml", b"")


def book_of(parts: dict[str, bytes]) -> Book:
    """The workbook in a package; sheets whose part is not there are left out. Raises UnreadableFile for what is no XML."""
    places = [target for kind, target in _targets(parts, "").values() if kind == "officeDocument" and target in parts]
    place = places[0] if places else "xl/workbook.xml"
    targets = _targets(parts, place)
    strings = next((target for kind, target in targets.values() if kind == "sharedStrings"), "xl/sharedstrings.xml")
    sheets = []
    for tag, attributes in _elements(parts.get(place, b"")):
        if tag == "sheet" and "name" in attributes:
            link = next((value for key, value in attributes.items() if key.endswith(":id")), "")
            _, part = targets.get(link, ("", ""))
            if part in parts:
                sheets.append((attributes["name"], part))
    return Book(sheets, parts.get(strings, b""))


def is_xml(part: bytes) -> bool:
    """Whether a part is well-formed."""
    try:
        expat.ParserCreate().Parse(part, True)  # noqa: FBT003 (expat takes no name for it)
    except expat.ExpatError:
        return False
    except (LookupError, ValueError):  # an encoding that expat does not know
        pass
    return True


def _targets(parts: dict[str, bytes], source: str) -> dict[str, tuple[str, str]]:
    """Relationship → its kind and its part, for the relationships of a part (of the package itself if «»)."""
    folder, file = posixpath.split(source)
    found = {}
    for tag, attributes in _elements(parts.get(posixpath.join(folder, "_rels", f"{file}.rels"), b"")):
        if tag == "Relationship":
            target = attributes.get("Target", "").replace("\\", "/").lower()
            part = posixpath.normpath(posixpath.join(f"/{folder}", target)).lstrip("/")
            found[attributes.get("Id", "")] = (attributes.get("Type", "").rpartition("/")[2], part)
    return found


def _elements(xml: bytes) -> list[tuple[str, dict[str, str]]]:
    """The elements of a small part with their attributes, prefixes cut."""
    found: list[tuple[str, dict[str, str]]] = []
    parser = expat.ParserCreate()
    parser.StartElementHandler = lambda tag, attributes: found.append((tag.rpartition(":")[2], attributes))
    try:
        parser.Parse(xml or b"<none/>", True)  # noqa: FBT003 (expat takes no name for it)
    except expat.ExpatError as damage:
        raise UnreadableFile("damaged") from damage
    except (LookupError, ValueError):  # an encoding that expat does not know
        return []
    return found
