"""Whatever file or folder a page of the docs names stands where it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGES = [
    *ROOT.glob("docs/*.md"),
    *ROOT.glob("docs/decisions/*.md"),
    ROOT / "README.md",
    ROOT / "README.ru.md",
]
PLACE = re.compile(r"`([a-z_]+/[\w*./-]*(?:\.py|/))(?:::\w+)?`")


def test_places_are_found_in_the_plan_of_the_house() -> None:
    named = PLACE.findall((ROOT / "docs/house.md").read_text("utf-8"))
    assert {"leads/evolve.py", "storage/tables/", "contacts/hide_*.py"} <= set(named)


@pytest.mark.parametrize("page", sorted(PAGES), ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_place_that_a_page_names_is_there(page: Path) -> None:
    named = PLACE.findall(page.read_text("utf-8"))
    assert [place for place in named if not is_there(place)] == []


def is_there(place: str) -> bool:
    """In the house, or among its tests, where the page is just speaking of them."""
    return any(ROOT.glob(place)) or any((ROOT / "tests").glob(place))
