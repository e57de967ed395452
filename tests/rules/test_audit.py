"""Whoever has the ledger can keep the same books as the office, and sees at once where an entry does not follow."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from leads import teams
from leads.audit import Books, Broken, Cause, Movement
from leads.office import Office
from leads.presence import check_in
from leads.rates import Record
from leads.refusals import Refused
from leads.scene import Entry, Scene
from leads.schemes import SCHEMES
from leads.shares import LEAD
from tests.rules.random_floor import TEAM, offices
from tests.rules.test_flow_properties import OfficeAtWork

SEGMENT = st.sampled_from("xy")
NOON = datetime.fromisoformat("2026-11-23T12:00+00:00")
NAMES = st.sampled_from(sorted(SCHEMES))


class OfficeWithBooks(OfficeAtWork):
    """The same office, whose teams and schemes change too; whatever it notes is written into the books."""

    books: Books
    sums: dict[tuple[str, str], int]
    records: dict[str, dict[str, Record]]

    @initialize(office=offices(), schemes=st.tuples(NAMES, NAMES))
    def open(self, office: Office, schemes: tuple[str, str]) -> None:
        self.books, self.sums = Books(), {}
        self.records = {"x": {}, "y": {}}
        segments = tuple(replace(s, scheme=name) for s, name in zip(office.segments, schemes, strict=True))
        office = replace(office, segments=segments)
        self.keep(
            *(Entry("member_joined", None, {"segment": s.id, "who": w}) for s in segments for w in s.members)
        )
        super().open(office)

    @rule(segment=SEGMENT, team=st.lists(st.sampled_from(TEAM), unique=True))
    def the_team_changes(self, segment: str, team: list[str]) -> None:
        self.keep(*teams.set_members(segment, self.floor.standings[segment], team))
        self.set_up(segment, members=tuple(team))

    @rule(segment=SEGMENT, scheme=NAMES)
    def another_scheme_takes_over(self, segment: str, scheme: str) -> None:
        before = self.floor.office.segment(segment).scheme
        self.keep(*teams.switch(segment, self.floor.standings[segment], before, scheme))
        self.set_up(segment, scheme=scheme)

    @rule(who=st.sampled_from(TEAM))
    def somebody_checks_in(self, who: str) -> None:
        check_in(self.floor.workers, who, self.floor.now)
        for standings in self.floor.standings.values():
            teams.to_the_end(standings, who)
        self.keep(Entry("on", None, {"who": who}))

    @invariant()
    def the_books_say_what_the_office_says(self) -> None:
        assert {s: dict(team) for s, team in self.books.standings.items() if team} == {
            s: dict(team) for s, team in self.floor.standings.items() if team
        }
        assert {s: r for s, r in self.books.records.items() if r} == {
            s: r for s, r in self.records.items() if r
        }

    @invariant()
    def the_movements_add_up_to_the_balances(self) -> None:
        for segment, team in self.floor.standings.items():
            for who, standing in team.items():
                assert self.sums.get((segment, who), 0) == standing.credit

    def the_design_holds(self) -> None:
        """Looked at elsewhere."""

    def set_up(self, segment: str, **changes: Any) -> None:
        office = self.floor.office
        changed = (replace(s, **changes) if s.id == segment else s for s in office.segments)
        self.floor.office = replace(office, segments=tuple(changed))
        for scene in self.floor.leads:
            scene.office = self.floor.office

    def keep(self, *entries: Entry) -> None:
        for entry in entries:
            for movement in self.books.apply(entry.kind, entry.lead, entry.body, NOON):
                key = (movement.segment, movement.who)
                self.sums[key] = self.sums.get(key, 0) + movement.units

    def act(self, scene: Scene, action: Callable[[Scene], None]) -> Refused | None:
        scene.records = self.records[scene.lead.segment]
        known = len(scene.log)
        try:
            action(scene)
        except Refused as refused:
            return refused
        self.keep(*scene.log[known:])
        return None


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
        moved = books.apply(kind, lead, body, NOON)
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
    _, moved = written(*CHARGED, ("member_left", None, {"segment": "all", "who": "a"}))
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
            [*CHARGED, *[("closed", 1, {"who": "a", "outcome": "won"})] * 2],
            "lead 1 is closed, but it has been before",
        ),
        ([*TEAM_OF_TWO, ("offered", 1, {})], "the entry 'offered' is not whole: KeyError('turn')"),
        (
            [*TEAM_OF_TWO, ("closed", 1, {"who": "a", "outcome": "sold"})],
            "the entry 'closed' is not whole: ValueError(\"'sold' is not a valid Outcome\")",
        ),
    ],
)
def test_an_entry_that_cannot_follow_is_named(entries: list[Written], why: str) -> None:
    with pytest.raises(Broken) as broken:
        written(*entries)
    assert str(broken.value) == why
