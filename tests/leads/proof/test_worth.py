"""What a lead has cost is worked out again from the ledger alone: from what was closed before its week."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from fractions import Fraction

import pytest

from leads.answers import claim
from leads.entries.asking import Cost, Evidence, GivenBack, Offered
from leads.entries.kinds import Entry
from leads.floor import Floor, open_floor
from leads.holding import assign, close, dispute, settle
from leads.lead import Lead, Outcome
from leads.ledger import GENESIS, BrokenChainError, Sealed, canonical, seal
from leads.offering import hand_over
from leads.proof.verification import Verification
from leads.scene import Scene
from leads.shares import LEAD
from leads.worth import units
from tests.leads.office import no_holidays, sales_floor, wall
from tests.stranger.ledgers import by_check, by_second

MONDAY = wall("2026-11-23 12:00")
TEAM = "a b c"


@dataclass
class Told:
    """An office in memory, and whatever it has said, when."""

    floor: Floor = field(
        default_factory=lambda: open_floor(
            replace(sales_floor(TEAM, "worth", segment={"min_sample": 0}).office), no_holidays
        )
    )
    entries: list[tuple[datetime, Entry]] = field(default_factory=list)
    now: datetime = MONDAY

    def does(self, what: Callable[[], object]) -> None:
        what()
        self.entries += [(self.now, entry) for entry in self.floor.log[len(self.entries) :]]

    def lead(self, source: str) -> Scene:
        number = len(self.floor.scenes) + 1
        scene = self.floor.draft(Lead(number, "all", source=source))
        self.does(lambda: hand_over(scene, number, self.now))
        return scene

    def claimed(self, source: str) -> tuple[Scene, str]:
        scene = self.lead(source)
        who = scene.offers[-1].people[0]
        self.does(lambda: claim(scene, who, self.now))
        return scene, who

    def closes(self, source: str, outcome: Outcome) -> None:
        scene, who = self.claimed(source)
        self.does(lambda: close(scene, who, outcome, self.now))


def weeks() -> Told:
    """Half of the referrals of a week are sold, a tenth of the advertisements; then it is another week."""
    told = Told()
    told.does(lambda: None)
    for source, won, of in (("referral", 5, 10), ("ads", 1, 10)):
        for number in range(of):
            told.closes(source, Outcome.WON if number < won else Outcome.LOST)
    told.now += timedelta(days=7)
    return told


def sealed(entries: list[tuple[datetime, Entry]]) -> list[Sealed]:
    found: list[Sealed] = []
    for number, (at, entry) in enumerate(entries, 1):
        key = (number, at, entry.kind, entry.lead, canonical(entry.body))
        found.append(Sealed(*key, seal(found[-1].seal if found else GENESIS, *key)))
    return found


def verified(entries: list[tuple[datetime, Entry]]) -> Verification:
    told = Verification()
    for entry in sealed(entries):
        told.feed(entry)
    told.end()
    return told


def cost(scene: Scene) -> Cost | None:
    return next(
        e.said.turn
        for e in reversed(scene.log)
        if isinstance(e.said, Offered) and e.lead == scene.lead.number
    )


def test_in_the_week_of_its_closings_every_lead_costs_one() -> None:
    told = weeks()
    assert all(
        entry.said.turn and entry.said.turn.price is None
        for _, entry in told.entries
        if isinstance(entry.said, Offered)
    )


def test_the_week_after_the_better_source_costs_more_and_the_ledger_shows_why() -> None:
    told = weeks()
    dear, cheap = told.lead("referral"), told.lead("ads")
    assert cost(dear) == Cost(dear.offers[-1].people[0], dict.fromkeys("abc", 1000), 1_666_666)
    assert cost(cheap) == Cost(cheap.offers[-1].people[0], dict.fromkeys("abc", 1000), 333_333)
    said = [entry.said for _, entry in told.entries if isinstance(entry.said, Offered)]
    assert [one.evidence.sold for one in said[-2:] if one.evidence] == [(5, 5, 6, 14), (1, 9, 6, 14)]
    assert verified(told.entries).decisions == 22
    assert sum(s.credit for s in told.floor.standings["all"].values()) == 0


def test_what_was_paid_comes_back_whole_and_a_turn_by_hand_has_the_same_price() -> None:
    told = weeks()
    before = {who: s.credit for who, s in told.floor.standings["all"].items()}
    scene = told.lead("referral")
    first, other = scene.offers[-1].people[0], "abc".replace(scene.offers[-1].people[0], "")[0]
    paid = scene.offers[-1].turn
    assert paid and sum(paid.gained.values()) == units(1_666_666)
    assert told.floor.standings["all"][first].credit == before[first] + paid.gained[first] - units(1_666_666)
    told.does(lambda: claim(scene, first, told.now))
    told.does(lambda: assign(scene, "head", other, told.now))
    by_hand = scene.offers[-1].turn
    assert by_hand and sum(by_hand.gained.values()) == units(1_666_666)
    told.does(lambda: dispute(scene, other, told.now))
    told.does(lambda: settle(scene, "head", True, told.now))
    assert sum(isinstance(entry.said, GivenBack) for _, entry in told.entries) == 2
    assert {who: s.credit for who, s in told.floor.standings["all"].items()} == before
    assert verified(told.entries)


def test_a_month_of_dear_and_cheap_leads_is_shared_out_by_worth() -> None:
    told = weeks()
    for number in range(60):
        told.claimed("referral" if number % 3 == 0 else "ads")
    had = dict.fromkeys("abc", Fraction(0))
    for scene in told.floor.scenes[20:]:
        had[scene.offers[-1].people[0]] += Fraction(units((cost(scene) or Cost("", {})).price), LEAD)
    assert max(had.values()) - min(had.values()) <= 2
    assert verified(told.entries).decisions == 80
    assert by_check(sealed(told.entries)) is by_second(sealed(told.entries)) is None, "strangers agree"


def with_price(said: Offered, price: int | None) -> Cost:
    assert said.turn
    return replace(said.turn, price=price)


def with_sold(said: Offered, sold: tuple[int, ...]) -> Evidence:
    assert said.evidence
    return replace(said.evidence, sold=sold)


FORGED: dict[str, tuple[Callable[[Offered], Offered], str]] = {
    "another price": (lambda said: replace(said, turn=with_price(said, 1_000_001)), "what it cost"),
    "no price": (lambda said: replace(said, turn=with_price(said, None)), "what it cost"),
    "other closings": (
        lambda said: replace(said, evidence=with_sold(said, (9, 1, 10, 10))),
        "what came of such leads",
    ),
}


@pytest.mark.parametrize("what", FORGED)
def test_whatever_is_forged_is_found(what: str) -> None:
    told = weeks()
    told.lead("referral")
    forge, named = FORGED[what]
    at, last = told.entries[-1]
    assert isinstance(last.said, Offered) and isinstance(last.said.evidence, Evidence)
    told.entries[-1] = at, replace(last, said=forge(last.said))
    with pytest.raises(BrokenChainError, match=named):
        verified(told.entries)
    assert by_check(sealed(told.entries)) == by_second(sealed(told.entries)) == len(told.entries)
