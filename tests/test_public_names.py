"""The names that the package offers to others are what they are called."""

from __future__ import annotations

import subprocess
import sys

import homework_audit


def test_every_public_name_is_there_and_none_is_a_module() -> None:
    told = ", ".join(name for name in homework_audit.__all__ if name != "__version__")
    code = f"from homework_audit import {told}; from types import ModuleType; print([isinstance(one, ModuleType) for one in ({told})])"
    for before in ("", "import homework_audit.auditing; "):
        done = subprocess.run([sys.executable, "-c", before + code], capture_output=True, text=True, check=True)
        assert done.stdout.strip() == str([False] * (len(homework_audit.__all__) - 1))
