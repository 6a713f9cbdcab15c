"""Turns the models of the configuration into the page that tells every key, its values, its default and its meaning."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, Final

from homework_audit.locale import Lang, text_of
from homework_audit.messages import say
from homework_audit.policy.describing import schema

TABLES: Final = {
    "root": "",
    "caps": "Cap",
    "counting": "Counting",
    "calendar": "CalendarSettings",
    "roster": "RosterLine",
    "waivers": "Waiver",
    "input": "InputSettings",
    "input.layouts": "LayoutMapping",
    "output": "Output",
    "history": "HistorySettings",
    "history.owners": "Owner",
    "notify": "NotifySettings",
    "notify.email": "Mail",
}
"""Tables of the file, and the definition of the schema that tells the keys of each."""
_NAMES: Final = {"integer": "1, 2, 3 …", "number": "1, 1.5 …", "string": '"…"', "boolean": "true / false", "object": "{ … }"}
_ABSENT: Final = "–"


def keys() -> Iterator[tuple[str, str, Mapping[str, Any]]]:
    """Every key: its table, its name, and what the schema says of it."""
    stated = schema()
    for table, name in TABLES.items():
        own = stated["$defs"][name] if name else stated
        for key, about in own["properties"].items():
            if (key if table == "root" else f"{table}.{key}") not in TABLES and key != "rules":
                yield table, key, about


def meaning(table: str, key: str, about: Mapping[str, Any], lang: Lang) -> str | None:
    """What a key means: in English as its model says it, in other languages as the catalogue does."""
    found = about.get("description") if lang == "en" else text_of(lang, f"key.{table}.{key}")
    return None if found is None else str(found)


def page(lang: Lang) -> str:
    """The whole page, as Markdown."""
    lines = [f"# {say(lang, 'docs.policy.title')}", "", say(lang, "docs.policy.about"), "", say(lang, "docs.generated")]
    heads = " | ".join(say(lang, key) for key in ("docs.key", "docs.values", "docs.default", "column.meaning"))
    before = None
    for table, key, about in keys():
        if table != before:
            lines += ["", f"## {say(lang, f'docs.table.{table}')}", "", f"| {heads} |", "|---|---|---|---|"]
            before = table
        cells = (f"`{key}`", _code(_values(about)), _code(_default(about)), meaning(table, key, about, lang) or "")
        lines.append(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in cells)} |")
    return "\n".join(lines) + "\n"


def _values(about: Mapping[str, Any]) -> str:
    if "enum" in about or "const" in about:
        return ", ".join(json.dumps(value, ensure_ascii=False) for value in about.get("enum", [about.get("const")]))
    if "anyOf" in about:
        return " / ".join(_values(one) for one in about["anyOf"] if one.get("type") != "null")
    if about.get("type") == "array":
        return f"[ {_values(about['items'])} ]"
    if about.get("format") == "date":
        return "2026-09-14"
    if "$ref" in about:
        return "{ from, to, name }"
    least, most = about.get("minimum", about.get("ge")), about.get("maximum", about.get("le"))
    return f"{least:g}–{most:g}" if least is not None and most is not None else _NAMES.get(str(about.get("type")), "…")


def _default(about: Mapping[str, Any]) -> str:
    default = about.get("default")
    return _ABSENT if default in (None, "", [], {}) else json.dumps(default, ensure_ascii=False)


def _code(text: str) -> str:
    return text if text == _ABSENT else f"`{text}`"
