"""Turns a template of ours and what it shows into one page: no network, no other script or style than its own."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from homework_audit.renderers.safe_text import safe


def page(package: str, template: str, script: str = "", **view: Any) -> bytes:
    """The template of that package with the style of every page, and with a script of the package if one is named."""
    style, run = _own("homework_audit.renderers.html", "report.css"), _own(package, script) if script else ""
    return (
        _template(package, template)
        .render(
            **view,
            style=Markup(style),  # noqa: S704 (our own file; its hash stands in the policy)
            script=Markup(run),  # noqa: S704
            style_hash=_hash(style),
            script_hash=_hash(run),
        )
        .encode()
    )


@cache
def _template(package: str, name: str) -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, finalize=_harmless)
    return environment.from_string(_own(package, name))


def _harmless(value: object) -> object:
    """Text without characters that steer a reader's eye or that no page may hold."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _own(package: str, name: str) -> str:
    return files(package).joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
