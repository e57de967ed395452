"""The benchmark itself, as small as it gets: its figures have the names that the docs promise. No time is asserted."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from bench.cost.__main__ import Kind, Part, measured
from bench.cost.extent import QUICK
from bench.cost.figures import Figures
from bench.cost.of_routing import NOW, scene
from bench.cost.office import managers
from leads import routing
from tests.docs.test_links import ROOT

ROW = re.compile(r"^\| `(\w+)` \|.*\| ([^|]*) \|$", re.MULTILINE)
TINY = replace(QUICK, rounds=1, leads=1, rest=0.1)


def promised(page: str) -> set[str]:
    """The names in the tables. A row with a ratio stands for three figures: ours, the bare bot's, and the ratio."""
    names = set()
    for name, last in ROW.findall((ROOT / page).read_text("utf-8")):
        names.add(name)
        if last.strip():
            names |= {f"bare_{name}", re.sub("_(ms|us)$", "_ratio", name)}
    return names


@pytest.mark.waits
async def test_every_figure_of_a_lead_has_its_name_in_the_docs() -> None:
    figures = Figures()
    await measured(figures, TINY, Kind.SQLITE, {Part.LEAD})
    of_a_lead = {
        name
        for name in promised("docs/cost.md")
        if re.match("(bare_)?lead_|rest_(statements|.*transactions)", name)
    }
    assert set(figures.found) == of_a_lead
    assert figures.found["lead_calls"].value == 16
    assert json.loads(json.dumps(figures.as_json()))["lead_cpu_ms"]["unit"] == "ms"


def test_both_pages_promise_the_same() -> None:
    assert promised("docs/cost.md") == promised("docs/cost.ru.md")


def test_the_decision_that_is_measured_offers_the_lead_to_somebody() -> None:
    decided = routing.decide(scene(10), NOW)
    assert isinstance(decided, routing.Proposal) and decided.people == ("m0",)


def test_everybody_in_the_office_has_an_account_of_his_own() -> None:
    assert len(set(managers(1_000))) == 1_000
