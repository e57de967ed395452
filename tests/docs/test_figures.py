"""Every figure that is counted is defined in the docs, in both languages, once in each table."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest

from leads.figures.hand_overs import HandOvers
from leads.figures.part import Part
from leads.figures.report import ManagerFigures
from tests.docs.test_links import ROOT

IN_THE_CODE = re.compile(r"^\| [^|]+ \| `(\w+)` \| [^|]+ \|$", re.MULTILINE)
COUNTED = {field.name for of in (Part, ManagerFigures, HandOvers) for field in fields(of)} | {
    "conversion",
    "known",
}


@pytest.mark.parametrize("page", ["docs/figures.md", "docs/figures.ru.md"])
def test_every_figure_has_its_sentence(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert set(IN_THE_CODE.findall(text)) == COUNTED
