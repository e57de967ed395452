"""What is said of an offer with a window follows: who tapped and when, among whom it was decided, and who has it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from leads.answers import claim, decline
from leads.deadlines import fire
from leads.entries.asking import Claimed, Offered, Shown, Wanted
from leads.entries.kinds import Entry
from leads.floor import open_floor
from leads.lead import Lead, Step
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, seal
from leads.offering import hand_over
from leads.office import Office, Person, Role, Segment
from leads.proof.verification import Verification
from tests.leads.office import MOSCOW, no_holidays, wall
from tests.stranger.ledgers import Told, all_say, sealed

NOON = wall("2026-11-23 12:00")
SECOND = timedelta(seconds=1)
TEAM = ("a", "b", "c")
OFFICE = Office(
    "Three",
    MOSCOW,
    people=tuple(Person(who, who, (Role.MANAGER,)) for who in TEAM),
    segments=(Segment("x", "x", "grab", TEAM, window=20 * SECOND),),
)
Story = list[tuple[Any, Entry]]  # when, what


def a_story() -> Story:
    """`a` has had a lead; of the next, that `a` and `c` want and `b` declines, `c` has it: nobody else could tap."""
    floor, now = open_floor(OFFICE, no_holidays), NOON
    told: Story = []

    def keep() -> None:
        told.extend((now, entry) for entry in floor.log)
        floor.log.clear()

    keep()
    for number, taps in ((1, "a"), (2, "ac")):
        scene = floor.draft(Lead(number, "x"))
        hand_over(scene, number, now)
        keep()
        for who in taps:
            now += SECOND
            claim(scene, who, now)
            keep()
        if number == 2:
            now += SECOND
            decline(scene, "b", now)
            keep()
        else:
            now += 19 * SECOND
            fire(scene, now)
            keep()
            now += SECOND
            fire(scene, now)
        keep()
        assert scene.lead.holder == taps[-1]
    return told


def verify(told: Story) -> None:
    verification, previous = Verification(), GENESIS
    for seq, (at, entry) in enumerate(told, 1):
        key = (seq, at, entry.kind, entry.lead, canonical(entry.body))
        previous = seal(previous, *key)
        verification.feed(Sealed(*key, previous))
    verification.end()


def test_as_it_was_it_holds() -> None:
    told = a_story()
    assert [e.kind for _, e in told].count("wanted") == 3
    verify(told)


def test_decided_among_everybody_it_holds_as_well() -> None:
    """Nobody has answered; on the ladder's `everyone` two tap, and the more behind has it."""
    floor, now = open_floor(OFFICE, no_holidays), NOON
    told: Story = []
    scene = floor.draft(Lead(1, "x"))
    hand_over(scene, 1, now)
    while scene.live and scene.live.step is not Step.EVERYONE:
        told.extend((now, entry) for entry in floor.log)
        floor.log.clear()
        assert scene.lead.deadline
        now = scene.lead.deadline.at
        fire(scene, now)
    for who in "cb":
        claim(scene, who, now)
    told.extend((now, entry) for entry in floor.log)
    floor.log.clear()
    now += 20 * SECOND
    fire(scene, now)
    told.extend((now, entry) for entry in floor.log)
    assert scene.lead.holder == "b"
    verify(told)
    entries = [Told(at, e.kind, e.lead, canonical(e.body)) for at, e in told]
    assert all_say(sealed(entries)) == {None}


def _other(change: Callable[[Any], Any], kind: type, which: int = -1) -> Story:
    """The same story with another entry of this kind."""
    told = a_story()
    places = [n for n, (_, entry) in enumerate(told) if isinstance(entry.said, kind)]
    at, entry = told[places[which]]
    told[places[which]] = at, Entry(entry.lead, change(entry.said))
    return told


def _turned(said: Claimed) -> Claimed:
    assert said.turn
    return replace(said, who="a", charged="a", turn=replace(said.turn, payer="a"))


def _credit(said: Claimed) -> Claimed:
    first, *rest = said.among
    return replace(said, among=(replace(first, credit=first.credit + 1), *rest))


FORGED: dict[str, Story] = {
    "given to whoever is less behind": _other(_turned, Claimed),
    "without one who tapped": _other(lambda said: replace(said, among=said.among[1:]), Claimed),
    "with one who did not": _other(
        lambda said: replace(said, among=(said.among[0], Shown("b", 1000, 0, 2), said.among[1])), Claimed
    ),
    "by another balance": _other(_credit, Claimed),
    "by another total": _other(
        lambda said: replace(said, among=(replace(said.among[0], elsewhere=1), *said.among[1:])), Claimed
    ),
    "by nobody's balance": _other(lambda said: replace(said, among=()), Claimed),
    "a tap of nobody who is asked": _other(lambda said: replace(said, who="d"), Wanted),
    "a window that is longer": _other(lambda said: replace(said, until=said.until + SECOND), Wanted, 0),
    "a tap before the first": _other(lambda said: replace(said, until=None), Wanted, 0),
    "a tap where the first has it": _other(lambda said: replace(said, window=0.0), Offered),
}


@pytest.mark.parametrize("name", FORGED)
def test_otherwise_it_does_not(name: str) -> None:
    with pytest.raises(BrokenChainError):
        verify(FORGED[name])


def test_decided_before_its_time_it_does_not_hold() -> None:
    told = a_story()
    place = next(n for n, (_, entry) in enumerate(told) if isinstance(entry.said, Claimed))
    early = [(min(at, told[place][0] - SECOND) if n == place else at, e) for n, (at, e) in enumerate(told)]
    with pytest.raises(BrokenChainError, match="before the window is over"):
        verify(early)
