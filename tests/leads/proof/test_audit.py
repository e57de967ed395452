"""Whoever has the ledger can keep the same books as the office, and sees at once where an entry does not follow."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.stateful import invariant

from leads.ledger import Sealed, canonical
from leads.proof.audit import Books, Broken, Cause, Movement, opened
from leads.shares import LEAD
from tests.golden.samples import an_entry
from tests.leads.busy_office import BusyOffice

NOON = datetime.fromisoformat("2026-11-23T12:00+00:00")


class OfficeWithBooks(BusyOffice):
    """Whatever it notes is written into the books."""

    books: Books
    sums: dict[tuple[str, str], int]

    def written(self, entry: Sealed) -> None:
        if entry.seq == 1 or "books" not in self.__dict__:
            self.books, self.sums = Books(), {}
        for moved in self.books.apply(opened(entry), entry.at):
            key = (moved.segment, moved.who)
            self.sums[key] = self.sums.get(key, 0) + moved.units

    @invariant()
    def the_books_say_what_the_office_says(self) -> None:
        assert some(self.books.standings) == some(self.floor.standings)
        assert some(self.books.records) == some(self.records)

    @invariant()
    def the_movements_add_up_to_the_balances(self) -> None:
        for segment, team in self.floor.standings.items():
            for who, standing in team.items():
                assert self.sums.get((segment, who), 0) == standing.credit


def some(by_segment: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Without the segments that have nothing."""
    return {segment: dict(found) for segment, found in by_segment.items() if found}


TestTheBooksAreThoseOfTheOffice = OfficeWithBooks.TestCase
TestTheBooksAreThoseOfTheOffice.settings = settings(max_examples=150, stateful_step_count=50, deadline=None)


SHARES = {"a": 1000, "b": 1000}
TURN = {"turn": {"payer": "a", "shares": SHARES}}
Written = tuple[str, int | None, Mapping[str, Any]]
TEAM_OF_TWO: tuple[Written, ...] = (
    ("member_joined", None, {"segment": "all", "who": "a"}),
    ("member_joined", None, {"segment": "all", "who": "b"}),
    ("handed", 1, {"segment": "all"}),
)
CHARGED = (*TEAM_OF_TWO, ("offered", 1, TURN))


def written(*entries: Written) -> tuple[Books, tuple[Movement, ...]]:
    """Books with these entries in them, and what the last one moved."""
    books, moved = Books(), tuple[Movement, ...]()
    for kind, lead, body in entries:
        moved = books.apply(an_entry(kind, lead, **body), NOON)
    return books, moved


def test_a_turn_is_one_payment_and_a_share_for_everybody_who_could_have_had_the_lead() -> None:
    _, moved = written(*CHARGED)
    assert [(m.who, m.units, m.cause, m.lead) for m in moved] == [
        ("a", -LEAD, Cause.OFFERED, 1),
        ("a", LEAD // 2, Cause.SHARE, 1),
        ("b", LEAD // 2, Cause.SHARE, 1),
    ]


def test_a_turn_given_back_names_its_cause() -> None:
    _, moved = written(*CHARGED, ("given_back", 1, {"who": "a", "cause": "bad_lead"}))
    assert [(m.who, m.units, m.cause, m.detail) for m in moved] == [
        ("a", LEAD, Cause.GIVEN_BACK, "bad_lead"),
        ("a", -LEAD // 2, Cause.SHARE_BACK, "bad_lead"),
        ("b", -LEAD // 2, Cause.SHARE_BACK, "bad_lead"),
    ]


def test_what_somebody_leaves_behind_goes_to_the_others() -> None:
    _, moved = written(*CHARGED, ("member_left", None, {"segment": "all", "who": "a", "left": -LEAD // 2}))
    assert [(m.who, m.units, m.cause, m.detail) for m in moved] == [
        ("a", LEAD // 2, Cause.LEFT, None),
        ("b", -LEAD // 2, Cause.SHARED_OUT, "a"),
    ]


@pytest.mark.parametrize(
    ("entries", "why"),
    [
        ([("offered", 1, TURN)], "lead 1 has not been handed over"),
        ([*TEAM_OF_TWO, ("handed", 1, {"segment": "all"})], "lead 1 is handed over, but it has been before"),
        ([*CHARGED, ("claimed", 1, TURN)], "lead 1 charges a a second turn"),
        (
            [TEAM_OF_TWO[0], TEAM_OF_TWO[2], ("offered", 1, TURN)],
            "lead 1 moves the balance of b, who is not in segment all",
        ),
        (
            [*TEAM_OF_TWO, ("given_back", 1, {"who": "a", "cause": "bad_lead"})],
            "lead 1 gives back a turn to a, who was charged none",
        ),
        (
            [*CHARGED, ("given_back", 1, {"who": "b", "cause": "bad_lead"})],
            "lead 1 gives back a turn to b, who was charged none",
        ),
        ([TEAM_OF_TWO[0]] * 2, "a joins segment all, but is in it already"),
        (
            [("member_left", None, {"segment": "all", "who": "a"})],
            "a leaves segment all, but is not in it",
        ),
        (
            [*CHARGED, ("scheme_switched", None, {"segment": "all", "after": "queue", "drawn_in": True})],
            "segment all goes over to queue; whether balances were drawn in is not so",
        ),
        (
            [*CHARGED, ("member_left", None, {"segment": "all", "who": "a", "left": LEAD // 2})],
            f"what a leaves behind is {LEAD // 2}, but must be {-LEAD // 2}",
        ),
        (
            [
                *TEAM_OF_TWO,
                ("member_left", None, {"segment": "all", "who": "a", "left": 0}),
                ("member_left", None, {"segment": "all", "who": "b", "left": None}),
            ],
            "what b leaves behind is None, but must be 0",
        ),
        (
            [*CHARGED, *[("closed", 1, {"who": "a", "outcome": "won"})] * 2],
            "lead 1 is closed, but it has been before",
        ),
    ],
)
def test_an_entry_that_cannot_follow_is_named(entries: list[Written], why: str) -> None:
    with pytest.raises(Broken) as broken:
        written(*entries)
    assert str(broken.value) == why


@pytest.mark.parametrize(
    ("kind", "body", "why"),
    [
        ("repeated", {}, "the entry 'repeated' is not whole: KeyError('times')"),
        (
            "closed",
            {"who": "a", "outcome": "sold"},
            "the entry 'closed' is not whole: ValueError(\"'sold' is not a valid Outcome\")",
        ),
        ("blessed", {}, "the entry 'blessed' is not whole: KeyError('blessed')"),
    ],
)
def test_an_entry_that_is_not_whole_is_named(kind: str, body: Mapping[str, Any], why: str) -> None:
    with pytest.raises(Broken) as broken:
        opened(Sealed(1, NOON, kind, 1, canonical(body), ""))
    assert str(broken.value) == why
