"""Opens documents and tables in LibreOffice, as readers do, and gives back what it made of them."""

import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

import pytest

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
needs_office = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed: scripts/install-readers")

# Semicolon, quotation mark, UTF-8, from line 1; all columns as they are: what Excel with Indonesian settings assumes.
SEMICOLONS = "CSV:59,34,76,1"


def convert(files: Iterable[Path], to: str, folder: Path, reading: str = "") -> dict[str, Path]:
    """Each file opened and stored in the format `to`, such as `pdf`, by the stem of its name.

    All in one run, because starting LibreOffice takes longer than a conversion. `reading` names the filter and its
    options where the file does not say them.
    """
    assert SOFFICE is not None
    listed = list(files)
    # A profile of its own: two runs with one profile refuse each other.
    command = [SOFFICE, f"-env:UserInstallation=file://{folder / 'profile'}", "--headless"]
    command += [f"--infilter={reading}"] if reading else []
    command += ["--convert-to", to, "--outdir", str(folder), *map(str, listed)]
    run = subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)
    ending = to.partition(":")[0]
    made = {file.stem: folder / f"{file.stem}.{ending}" for file in listed}
    assert all(file.is_file() for file in made.values()), run.stdout + run.stderr
    return made
