"""Renders a report as one HTML file: no network, no other script or style than its own, text from sheets only ever text."""

from __future__ import annotations

from base64 import b64encode
from functools import cache
from hashlib import sha256
from importlib.resources import files

from jinja2 import Environment, StrictUndefined, Template
from markupsafe import Markup

from homework_audit.models.report import Report
from homework_audit.renderers.html.view import view_of
from homework_audit.renderers.options import RenderOptions
from homework_audit.renderers.safe_text import safe


def render(report: Report, options: RenderOptions) -> bytes:  # noqa: ARG001 (every renderer is called alike)
    """The report as a page that a school's computer or a phone opens by itself."""
    style, script = _own("report.css"), _own("report.js")
    page = _template().render(
        **view_of(report),
        report=report,
        style=Markup(style),  # noqa: S704 (our own file; its hash stands in the policy)
        script=Markup(script),  # noqa: S704
        style_hash=_hash(style),
        script_hash=_hash(script),
    )
    return page.encode()


@cache
def _template() -> Template:
    environment = Environment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, finalize=_harmless)
    return environment.from_string(_own("report.html.j2"))


def _harmless(value: object) -> object:
    """Text without characters that steer a reader's eye or that no page may hold."""
    return safe(value) if isinstance(value, str) and not isinstance(value, Markup) else value


@cache
def _own(name: str) -> str:
    return files("homework_audit.renderers.html").joinpath(name).read_text("utf-8")


def _hash(text: str) -> str:
    return b64encode(sha256(text.encode()).digest()).decode()
