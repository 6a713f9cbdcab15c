"""Sums the homework minutes that teachers write into spreadsheets and judges them, class by class and day by day."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from homework_audit.auditing import audit
    from homework_audit.models.report import Report
    from homework_audit.policy import Policy, load_policy

__version__ = "0.1.0"
__all__ = ["Policy", "Report", "__version__", "audit", "load_policy"]

_HOMES = {
    "audit": "homework_audit.auditing",
    "load_policy": "homework_audit.policy",
    "Policy": "homework_audit.policy",
    "Report": "homework_audit.models.report",
}


def __getattr__(name: str) -> Any:
    """The public names, imported when they are first used: the version and the child process need none of them."""
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(_HOMES[name]), name)
