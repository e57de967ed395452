"""What was measured is written into the pages, row by row; their words stay."""

from __future__ import annotations

import pytest

from bench.cost.figures import Figure
from bench.cost.pages import filled
from tests.docs.test_links import ROOT

PAGES = ("docs/cost.md", "docs/cost.ru.md")


def of(**values: float) -> dict[str, Figure]:
    return {name: Figure(value, "", 1, (value, value)) for name, value in values.items()}


def test_a_row_gets_ours_the_bare_one_s_and_their_ratio() -> None:
    page = "| `lead_cpu_ms` | processor a lead, ms | 391 | 26.4 | 0.0654 |\n"
    found = of(lead_cpu_ms=80.04, bare_lead_cpu_ms=40, lead_cpu_ratio=0.5)
    assert filled(page, found) == "| `lead_cpu_ms` | processor a lead, ms | 80 | 40 | 0.5 |\n"


def test_of_postgresql_too() -> None:
    page = "| `postgresql_lead_cpu_ms` | a lead | 1 |  | 1 |\n"
    found = of(postgresql_lead_cpu_ms=10, postgresql_bare_lead_cpu_ms=5, postgresql_lead_cpu_ratio=0.5)
    assert filled(page, found) == "| `postgresql_lead_cpu_ms` | a lead | 10 | 5 | 0.5 |\n"


def test_bars_are_as_long_as_their_figures() -> None:
    page = "<!-- bars in MB: bare=bare_rest; 1,000=rest -->\n\n    old  █ 1 MB\n\nafter\n"
    drawn = filled(page, of(bare_rest=50, rest=200))
    assert drawn == (
        "<!-- bars in MB: bare=bare_rest; 1,000=rest -->\n\n"
        f"       bare  {'█' * 10} 50 MB\n"
        f"      1,000  {'█' * 40} 200 MB\n\nafter\n"
    )


@pytest.mark.parametrize("page", PAGES)
def test_what_was_not_measured_stays(page: str) -> None:
    words = (ROOT / page).read_text("utf-8")
    assert filled(words, {}) == words
    assert filled(words, of(rest_memory=1)) != words
