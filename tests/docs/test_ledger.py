"""docs/ledger.md tells of every kind of entry what its class says."""

from __future__ import annotations

from pathlib import Path

import pytest

from leads.entries.kinds import KINDS
from tests.docs.ledger_table import pages
from tests.docs.ledger_words import RUSSIAN


@pytest.mark.parametrize(
    ("page", "text"), tuple(pages()), ids=lambda value: value.name if isinstance(value, Path) else ""
)
def test_every_kind_stands_in_the_docs_as_its_class_says_it(page: Path, text: str) -> None:
    assert page.read_text("utf-8") == text, "python -m tests.docs.ledger_table writes it anew"


def test_no_kind_is_told_of_that_is_none() -> None:
    assert set(RUSSIAN) == set(KINDS)
