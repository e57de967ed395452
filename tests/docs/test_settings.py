"""The tables of settings in the docs say what is declared."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.settings_table import pages


@pytest.mark.parametrize(
    ("page", "text"), tuple(pages()), ids=lambda value: value.name if isinstance(value, Path) else ""
)
def test_every_setting_stands_in_the_docs_as_it_is_declared(page: Path, text: str) -> None:
    assert page.read_text("utf-8") == text, "python -m tests.docs.settings_table writes it anew"
