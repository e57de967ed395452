"""A copy of the house, to be changed: what a new file, or one new line, makes of it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

from tests.mutants.__main__ import LEFT_OUT, ROOT

TEXTS_CHECKED = tuple(
    f"tests/screens/test_texts.py::test_every_{what}"
    for what in (
        "text_exists_in_every_locale_with_the_same_arguments",
        "scheme_has_its_name_and_all_that_it_explains_itself_with",
        "setting_has_its_meaning",
        "text_that_the_code_asks_for_exists_and_every_text_is_asked_for",
    )
)
PATIENCE = 600  # seconds, until the test gives up


def copied(tmp_path: Path) -> Path:
    house = tmp_path / "fairlead"
    shutil.copytree(ROOT, house, ignore=LEFT_OUT)
    return house


def ran(house: Path, *tests: str) -> subprocess.CompletedProcess[str]:
    """These tests in the copy, which comes first among all that can be imported."""
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "no:xdist", *tests]
    return subprocess.run(
        command, cwd=house, capture_output=True, encoding="utf-8", timeout=PATIENCE, check=False
    )
