"""Decisions are numbered in the order in which they were made: each number is one, and none is left out."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "docs/decisions").glob("*.md"))
TITLE = re.compile(r"# (\d+)\. \S")
MENTION = re.compile(r"\[(?:decision|decisions?|решени[ея]) (\d+)\]\((?:\S*/)?(\d{4})-")


def number(record: Path) -> int:
    return int(record.name[:4])


def test_every_number_is_one_and_none_is_left_out() -> None:
    assert [number(record) for record in RECORDS] == list(range(1, len(RECORDS) + 1))


def test_a_record_is_titled_by_its_number() -> None:
    for record in RECORDS:
        found = TITLE.match(record.read_text("utf-8"))
        assert found and int(found[1]) == number(record), record.name


def test_whoever_names_a_decision_by_its_number_links_to_that_one() -> None:
    pages = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]
    named = [(page.name, *found) for page in pages for found in MENTION.findall(page.read_text("utf-8"))]
    assert len(named) > 3
    assert all(int(said) == int(file) for _, said, file in named), named
