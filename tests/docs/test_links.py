"""Whoever follows a link of the README or the docs arrives."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")])
LINK = re.compile(r"\]\(([^)\s]+)\)")


def test_every_page_that_begins_a_walk_has_links() -> None:
    for page in (ROOT / "README.md", ROOT / "README.ru.md"):
        assert len(LINK.findall(page.read_text("utf-8"))) > 5, page


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_every_relative_link_leads_somewhere(page: Path) -> None:
    for link in LINK.findall(page.read_text("utf-8")):
        file, _, place = link.partition("#")
        if "://" in file:
            continue
        target = page.parent / file if file else page
        assert target.exists(), link
        assert not place or place in anchors(target), link


def anchors(page: Path) -> set[str]:
    """As GitHub makes them of headings: small letters, no signs, a dash for each space."""
    headings = re.findall(r"^#+ (.*)$", page.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
