"""Whoever chooses when a lead goes chooses who gets it: what a selfish secretary gains, and how little is left of it
where drafts go by themselves.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from random import Random  # noqa: TID251 - seeded, so it is chance no more
from zoneinfo import ZoneInfo

from leads.answers import claim
from leads.floor import Floor, open_floor
from leads.lead import Lead
from leads.offering import hand_over
from leads.office import Office, Person, Role, Segment
from leads.situations import fair_choice

MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)
TEAM = ("a", "b", "c", "d", "e")
FRIEND = "c"
LEADS = 3000
EVERY = 15 * 60  # seconds between two calls, on average
PATIENCE = timedelta(minutes=10)  # so long nobody asks what she is doing
GOOD = 0.7  # of all drafts are poorer than a good one
OFFICE = Office(
    "Five",
    ZoneInfo("Europe/Moscow"),
    people=tuple(Person(who, who, (Role.MANAGER,)) for who in TEAM),
    segments=(Segment("x", "x", "balance", TEAM),),
)


@dataclass(frozen=True)
class Draft:
    came: datetime
    worth: float  # how likely it sells
    looks: float  # and how likely it looks to her, who reads the words


def calls() -> list[Draft]:
    chance, now, found = Random(13), MORNING, []
    for _ in range(LEADS):
        now += timedelta(seconds=round(chance.expovariate(1 / EVERY)))
        worth = chance.random()
        found.append(Draft(now, worth, worth + 0.88 * (chance.random() - 0.5)))
    return found


class Selfish:
    """She knows who is next: what is good waits for her friend, and what is poor goes to whoever stands before them."""

    def __init__(self, office: Office) -> None:
        self.floor = open_floor(office, lambda _: False, keep_ledger=False)
        self.given = Counter[str]()
        self.patience = min(PATIENCE, office.hand_over_after or PATIENCE)
        self.held: list[Draft] = []

    def works(self, drafts: list[Draft]) -> float:
        """What her friend gained, in parts of an equal share."""
        for draft in drafts:
            self.until(draft.came)
            self.held.append(draft)
            self.chooses(draft.came)
        self.until(drafts[-1].came + self.patience)
        return self.given[FRIEND] * len(TEAM) / self.given.total() - 1

    def until(self, now: datetime) -> None:
        """What has lain too long goes, whoever is next."""
        while self.held and self.held[0].came + self.patience <= now:
            at = self.held[0].came + self.patience
            self.hands_over(self.held[0], at)
            self.chooses(at)

    def chooses(self, now: datetime) -> None:
        while self.held:
            is_friends = self.next(now) == FRIEND
            best = max(self.held, key=lambda draft: draft.looks)
            poorest = min(self.held, key=lambda draft: draft.looks)
            wanted = best if is_friends else poorest
            if (wanted.looks >= GOOD) is not is_friends:
                return
            self.hands_over(wanted, now)

    def next(self, now: datetime) -> str:
        choice = fair_choice(self.floor.draft(Lead(0, "x")), now)
        self.floor.scenes.clear()
        assert choice
        return choice.offered[0]

    def hands_over(self, draft: Draft, now: datetime) -> None:
        self.held.remove(draft)
        _given(self.floor, self.given, draft, now)


def _given(floor: Floor, given: Counter[str], draft: Draft, now: datetime) -> None:
    scene = floor.draft(Lead(0, "x"))
    floor.scenes.clear()
    hand_over(scene, 1, now)
    assert scene.live
    [who] = scene.live.people
    claim(scene, who, now)
    given[who] += draft.worth  # type: ignore[assignment]


def test_a_secretary_who_chooses_the_moment_gains_much_and_little_where_drafts_go_by_themselves() -> None:
    drafts = calls()
    waits = Selfish(OFFICE).works(drafts)
    goes = Selfish(replace(OFFICE, hand_over_after=timedelta(minutes=2))).works(drafts)
    assert waits > 0.12, "or there is nothing to be closed"
    assert goes < 0.07
