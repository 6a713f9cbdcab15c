"""Opens a workbook in a real LibreOffice, which calculates its formulas, and saves it in another format."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

needs_libreoffice = pytest.mark.skipif(
    not shutil.which("soffice") and not os.environ.get("CI"), reason="LibreOffice is not on this machine; CI installs it and must have it"
)


def converted(file: Path, suffix: str, folder: Path) -> Path:
    """The workbook as LibreOffice saves it in that format, in that folder."""
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", suffix, "--outdir", str(folder), str(file)]
    subprocess.run(command, check=True, capture_output=True, timeout=300)
    return folder / f"{file.stem}.{suffix}"
