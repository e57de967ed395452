"""Each kind of source has a page in both languages, with the body that its adapter is tried with."""

from __future__ import annotations

from pathlib import Path

import pytest

from leads.sources import SourceKind
from sources.kinds import ADAPTERS

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("kind", ADAPTERS)
@pytest.mark.parametrize("ending", [".md", ".ru.md"])
def test_a_kind_has_its_page_and_the_list_leads_there(kind: SourceKind, ending: str) -> None:
    page = (DOCS / "sources" / f"{kind}{ending}").read_text("utf-8")
    listed = (DOCS / f"sources{ending}").read_text("utf-8")
    assert f"[`{kind}`](sources/{kind}{ending})" in listed
    lead = ADAPTERS[kind].examples[0].lead
    assert lead and _digits(lead.phones[0])[-10:] in _digits(page), "the body is shown"
    assert page.startswith("# ") and "![" in page


def _digits(text: str) -> str:
    return "".join(sign for sign in text if sign.isdigit())


def test_there_is_no_page_of_a_kind_that_there_is_not() -> None:
    pages = {path.name.partition(".")[0] for path in (DOCS / "sources").glob("*.md")}
    assert pages == {kind.value for kind in ADAPTERS}
