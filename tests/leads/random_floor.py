"""Random offices and the invariants that the design promises for every lead in them."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection
from datetime import timedelta
from itertools import permutations

from hypothesis import strategies as st

from leads.duty.shifts import on_duty
from leads.entries.asking import Offered
from leads.entries.kinds import Entry, read
from leads.hours import Hours
from leads.lead import OF_HOLDERS, OWNED, Due, Offer, Result, State, Step
from leads.ledger import canonical
from leads.office import LadderStep, Office, OwnerRule, Person, Policy, Presence, Role, Segment, Shift
from leads.presence import Absence, Worker, opening
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.shares import LEAD
from leads.situations import situation_of
from leads.turns import Standing
from leads.wall_clock import parse_weekly
from tests.leads.office import DAYTIME, EVERY_HOUR, MOSCOW, Floor

TEAM = ("a", "b", "c", "d")
EVERYBODY = (*TEAM, "head", "director")
BY_SCHEME = frozenset({Step.OFFER, Step.PULL, Step.EVERYONE, Step.OWNER})
WEIGHTS = st.sampled_from([1.0, 0.5, 2.0, 0.333])
RESERVES = st.sampled_from([None, *(name for name in sorted(SCHEMES) if name != "manual")])


@st.composite
def policies(draw: st.DrawFn) -> Policy:
    steps = draw(st.sets(st.sampled_from(list(LadderStep)), min_size=1))
    return Policy(
        offers=draw(st.integers(0, 3)),
        ladder=tuple(step for step in LadderStep if step in steps),
        owner=draw(st.sampled_from(list(OwnerRule))),
    )


@st.composite
def segments(draw: st.DrawFn, id: str) -> Segment:
    members = draw(st.lists(st.sampled_from(TEAM), unique=True, max_size=4))
    return Segment(
        id,
        id,
        draw(st.sampled_from(sorted(SCHEMES))),
        tuple(members),
        policy=draw(policies()),
        reserve=draw(RESERVES),
        wrap_up=draw(st.sampled_from([timedelta(0), timedelta(minutes=2), timedelta(minutes=30)])),
        window=draw(st.sampled_from([timedelta(0), timedelta(seconds=20), timedelta(minutes=3)])),
        floor=draw(st.sampled_from([0.0, 0.5])),
        min_sample=draw(st.sampled_from([0, 20])),
    )


@st.composite
def offices(draw: st.DrawFn) -> Office:
    """Four managers, perhaps a head who sells too, perhaps a director, two segments that share the team."""
    managers = [
        Person(who, who, (Role.MANAGER,), weight=draw(WEIGHTS), capacity=draw(st.sampled_from([None, 1, 2])))
        for who in TEAM
    ]
    head = Person("head", "head", draw(st.sampled_from([(Role.HEAD,), (Role.HEAD, Role.MANAGER)])))
    director = Person("director", "director", draw(st.sampled_from([(Role.DIRECTOR,), ()])))
    roster = [Shift(segment, who, parse_weekly("mon-sun 08:00-20:00")) for segment in "xy" for who in "ab"]
    return Office(
        "Random",
        MOSCOW,
        hours=Hours((parse_weekly(draw(st.sampled_from([DAYTIME, EVERY_HOUR]))),)),
        presence=draw(st.sampled_from(list(Presence))),
        decline_costs_turn=draw(st.booleans()),
        free_declines=draw(st.sampled_from([0, 3, 10, 100])),
        pause_after_lapses=draw(st.sampled_from([0, 2])),
        offers_at_once=draw(st.sampled_from([1, 2, 5])),
        people=(*managers, head, director),
        segments=(draw(segments("x")), draw(segments("y"))),
        shifts=tuple(roster),
    )


def check_floor(floor: Floor, reformed: Collection[str] = ()) -> None:
    """`reformed`: the segments whose members are not those of the beginning."""
    for standings in floor.standings.values():
        assert not sum(standing.credit for standing in standings.values()), "balances add up to nothing"
    for who, worker in floor.workers.items():
        assert worker.load == load(floor.leads, who), f"the load of {who} is what he has in hand"
    for scene in floor.leads:
        check_lead(scene)
        if scene.lead.state in OWNED and scene.lead.segment not in reformed:
            check_holder_paid(scene)


def load(scenes: list[Scene], who: str) -> int:
    """Open leads in his hands, and offers to him alone that wait for his answer, counted anew."""
    held = sum(s.lead.state in OWNED and s.lead.holder == who for s in scenes)
    return held + sum(bool(s.live and s.live.alone and s.live.people == (who,)) for s in scenes)


def ringing(scenes: list[Scene], who: str) -> int:
    """Offers to him alone that wait for his answer."""
    return sum(bool(s.live and s.live.alone and s.live.people == (who,)) for s in scenes)


def check_lead(scene: Scene) -> None:
    lead, due = scene.lead, scene.lead.deadline
    assert all(offer.result is not Result.OPEN for offer in scene.offers[:-1]), "one live offer at most"
    assert (scene.live is not None) is (lead.state is State.OFFERED)
    if lead.state in {State.WAITING, State.OFFERED}:
        assert lead.holder is None
        assert due is not None, "nobody holds it, so a deadline must live"
        assert due.kind not in OF_HOLDERS
        check_binds(scene)
    elif lead.state in OWNED:
        assert lead.holder is not None
        assert due is None or due.kind in OF_HOLDERS
    else:
        assert due is None
    check_offers(scene)


def check_binds(scene: Scene) -> None:
    """Nobody's time to answer alone runs on while the office is closed and nobody in the segment is on duty."""
    due, live = scene.lead.deadline, scene.live
    if due and live and live.alone and due.kind is Due.ACK:
        before = due.at - timedelta(microseconds=1)
        opens = opening(scene.office, scene.segment, before, scene.is_holiday)
        assert opens == before, "the time runs on after closing"


def check_holder_paid(scene: Scene) -> None:
    """Claimed costs a turn, by hand too; an own client and what reaches the bosses does not."""
    taken = scene.offers[-1]
    assert taken.claimed_by == scene.lead.holder
    if (
        taken.step in {Step.OFFER, Step.PULL, Step.EVERYONE, Step.ASSIGN}
        and scene.lead.holder in scene.standings
    ):
        assert [o.turn.payer for o in scene.offers if o.turn].count(scene.lead.holder) == 1


def check_offers(scene: Scene) -> None:
    by_rule = [offer for offer in scene.offers if offer.step in {Step.OFFER, Step.PULL, Step.OWNER}]
    times = Counter(who for offer in by_rule for who in offer.people if who not in offer.cut)
    assert all(once == 1 for once in times.values()), (
        "nobody is offered the same lead twice before everybody is"
    )
    for offer in scene.offers:
        assert not (offer.cut and offer.alone and offer.turn), "what is cut short costs nothing"
    turns = Counter(offer.turn.payer for offer in scene.offers if offer.turn)
    assert all(times == 1 for times in turns.values()), "a lead never costs one person two turns"
    explained = [entry for entry in scene.log if entry.kind in {"offered", "assigned", "claimed_late"}]
    named = [entry.body.get("offered") or [entry.body["who"]] for entry in explained]
    assert named == [list(offer.people) for offer in scene.offers], "every offer has its entry"
    assert all(canonical(entry.body) for entry in scene.log)


def check_new_offers(floor: Floor, scene: Scene, known: int) -> None:
    """What the rules have offered just now went to nobody who is away, full, a stranger, or rid of this lead."""
    others = [s for s in floor.leads if s is not scene]
    for place, offer in enumerate(scene.offers[known:], known):
        rid_of_it = {o.claimed_by for o in scene.offers[:place]}
        for who in offer.people if offer.step in BY_SCHEME else ():
            assert is_present(floor, floor.workers[who]), f"{who} is away"
            capacity = floor.office.person(who).capacity
            assert capacity is None or load(others, who) < capacity, f"{who} is full"
            if offer.alone:
                rings = ringing(others, who)
                assert rings < floor.office.offers_at_once, f"{who} has {rings} offers to answer already"
            assert who in scene.standings or offer.step is Step.OWNER, f"{who} is no member"
            assert offer.step is Step.EVERYONE or who not in rid_of_it, f"{who} has returned it"
        check_duty(floor, scene, offer)
        check_wrap_up(floor, scene, offer)


def is_present(floor: Floor, worker: Worker) -> bool:
    here = worker.checked_in or floor.office.presence is Presence.HOURS
    began = worker.leave_from is None or worker.leave_from <= floor.now
    on_leave = began and worker.leave_until is not None and floor.now < worker.leave_until
    return here and worker.connected and worker.reachable and worker.paused is None and not on_leave


def check_duty(floor: Floor, scene: Scene, offer: Offer) -> None:
    if "duty" in asked_schemes(scene) and offer.step in {Step.OFFER, Step.EVERYONE}:
        roster = [shift for shift in floor.office.shifts if shift.segment == scene.segment.id]
        assert set(offer.people) <= set(on_duty(roster, MOSCOW, floor.now)), "offered off duty"


def check_wrap_up(floor: Floor, scene: Scene, offer: Offer) -> None:
    if "longest_idle" in asked_schemes(scene) and offer.step in {Step.OFFER, Step.EVERYONE}:
        for who in offer.people:
            took = floor.workers[who].took_at
            assert took is None or floor.now >= took + scene.segment.wrap_up, f"{who} has just taken a lead"


def asked_schemes(scene: Scene) -> set[str | None]:
    return {scene.segment.scheme, scene.segment.reserve}


def check_evidence(entries: list[Entry], office: Office) -> None:
    """Every choice can be made again from its entry, as it is read from the ledger.

    Whoever is left out because other offers ring already has his share of the turn all the same.
    """
    for entry in entries:
        said = read(entry.kind, json.loads(canonical(entry.body)))
        assert said == entry.said, "what is read is what was said"
        if not isinstance(said, Offered) or said.evidence is None:
            continue
        situation = situation_of(said.evidence)
        if said.step is Step.EVERYONE:
            assert said.offered == tuple(c.id for c in situation.candidates)
            continue
        choice = SCHEMES[said.scheme].choose(situation)
        assert choice is not None
        assert (choice.offered, choice.reason) == (said.offered, said.reason)
        assert (choice.figures, choice.fair) == (said.figures, said.fair)
        if said.turn:
            ringing = [who for who, why in said.out.items() if why is Absence.RINGING]
            own = {c.id: c.weight for c in situation.candidates} | office.weights(ringing)
            assert said.turn.payer == choice.offered[0]
            if ringing and choice.shares:  # by closing rates, which the entry tells of those asked
                assert said.turn.shares.keys() == own.keys()
            else:
                assert said.turn.shares == (choice.shares or own)


def check_switched(before: dict[str, Standing], after: dict[str, Standing]) -> None:
    """Nobody is more than a lead off, whoever was behind another is not before him, the line is as it was."""
    assert all(abs(standing.credit) <= LEAD for standing in after.values())
    for one, other in permutations(before, 2):
        if before[one].credit > before[other].credit:
            assert after[one].credit >= after[other].credit
    assert {who: s.ticket for who, s in before.items()} == {who: s.ticket for who, s in after.items()}


def check_same_places(before: dict[str, Standing], after: dict[str, Standing], who: str) -> None:
    """Of all others: nobody passes anybody in the line, and all balances move alike."""
    others = [name for name in before if name != who]
    assert [before[name].ticket for name in others] == [after[name].ticket for name in others]
    moved = {after[name].credit - before[name].credit for name in others}
    assert not moved or max(moved) - min(moved) <= 1, "a unit that does not divide"
    if who in after:
        assert moved <= {0}
        assert after[who].credit == 0
        assert all(after[name].ticket < after[who].ticket for name in others)
