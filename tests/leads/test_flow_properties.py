"""Whatever people tap and however time passes: after every step all that the design promises still holds."""

from __future__ import annotations

from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from datetime import date, datetime, timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from leads import teams
from leads.answers import claim, decline, explain, unreachable
from leads.binding import RUNNING, gone
from leads.cutting import recheck
from leads.deadlines import fire
from leads.entries.kinds import Entry
from leads.entries.people import On
from leads.holding import assign, close, dispute, give_up, put_amount, reopen, settle
from leads.late_claims import claim_late
from leads.lead import OVER, OWNED, Lead, Outcome, Progress, State
from leads.marking import mark_again, record
from leads.offering import delivered, hand_over, withdraw
from leads.office import Office, Segment
from leads.presence import Absence
from leads.pulling import pull
from leads.refusals import Refusal, Refused
from leads.routing import decide
from leads.scene import Scene
from leads.schemes import SCHEMES
from tests.leads.office import Floor, open_floor, snapshot, wall
from tests.leads.random_floor import (
    EVERYBODY,
    RESERVES,
    TEAM,
    WEIGHTS,
    check_evidence,
    check_floor,
    check_new_offers,
    check_same_places,
    check_switched,
    offices,
)

WHO = st.sampled_from(EVERYBODY)


def asks(scene: Scene, who: str, now: datetime) -> None:
    pull(scene, who, 0, now)


WHICH = st.integers(0, 2)
SEGMENTS = st.sampled_from("xy")
MONDAY = date(2026, 11, 23)
ORDERS = st.sampled_from([None, TEAM, TEAM[::-1]])
PAUSES = st.sampled_from([timedelta(minutes=m) for m in (1, 5, 11, 45, 600)])


COMES = ["on", "on", "off", "leave", "leave later", "block"]


Move = Callable[[Scene, str, datetime], None]


def _look(scene: Scene, now: datetime) -> None:
    before, moved = snapshot(scene), recheck(scene, now)
    assert moved is (snapshot(scene) != before), "whether it has changed anything is told"


def won(scene: Scene, who: str, now: datetime) -> None:
    close(scene, who, Outcome.WON, now)


def lost(scene: Scene, who: str, now: datetime) -> None:
    close(scene, who, Outcome.LOST, now)


def reached(scene: Scene, who: str, now: datetime) -> None:
    record(scene, who, Progress.REACHED, now)


def reached_again(scene: Scene, who: str, now: datetime) -> None:
    mark_again(scene, who, Progress.REACHED, now)


class OfficeAtWork(RuleBasedStateMachine):
    """Four managers and their bosses at work on three leads at most, while the office itself changes."""

    floor: Floor
    closed: dict[int, Lead]
    reformed: set[str]

    @initialize(office=offices(), drawn=ORDERS)
    def open(self, office: Office, drawn: tuple[str, ...] | None) -> None:
        self.floor, self.closed, self.reformed = open_floor(office, wall("2026-11-23 12:00")), {}, set()
        if drawn:
            self.floor.draws = {segment: {MONDAY: drawn} for segment in "xy"}
        for who in TEAM:
            self.floor.workers[who].checked_in = True
        self.hand_over("x", None, False, None)

    @precondition(lambda self: len(self.floor.leads) < 3)
    @rule(
        segment=SEGMENTS,
        owner=st.sampled_from([None, None, *TEAM]),
        twin=st.booleans(),
        picked=st.sampled_from([None, *TEAM]),
    )
    def hand_over(self, segment: str, owner: str | None, twin: bool, picked: str | None) -> None:
        scene = self.floor.draft(segment, owner=owner, picked=picked, picked_by=picked and "secretary")
        number, twin_held = scene.lead.id, twin and owner is not None
        self.act(scene, lambda s: hand_over(s, number, self.floor.now, twin_held=twin_held))

    @rule(which=WHICH, place=st.integers(0, 3), how=st.sampled_from(["claim", "claim", "decline", "silence"]))
    def answer(self, which: int, place: int, how: str) -> None:
        """One of those who are asked claims; or all of them decline, or let it lapse."""
        live, due = self.lead(which).live, self.lead(which).lead.deadline
        asked = live.unanswered if live else ()
        if how == "claim":
            for who in asked[place % len(asked) :][:1] if asked else ():
                self.tap(which, who, claim)
        elif how == "decline":
            for who in asked:
                self.tap(which, who, decline)
        elif asked and due:
            self.time_passes(due.at - self.floor.now, True)

    @rule(which=WHICH, place=st.integers(0, 3))
    def somebody_thinks_again(self, which: int, place: int) -> None:
        """One of those who were asked, and did not take it."""
        everybody = [who for offer in self.lead(which).offers for who in offer.people]
        if everybody:
            self.tap(which, everybody[place % len(everybody)], claim_late)

    @rule(which=WHICH, reason=st.sampled_from(["conflict", "busy"]))
    def all_who_declined_explain(self, which: int, reason: str) -> None:
        for who in [who for offer in self.lead(which).offers for who in offer.answers]:
            self.tap(which, who, lambda s, who, now: explain(s, who, reason, now))

    @rule(which=WHICH, how=st.sampled_from([give_up, give_up, dispute, won, lost, reached, reached_again]))
    def the_holder_moves(self, which: int, how: Move) -> None:
        who = self.lead(which).lead.holder
        if who:
            self.tap(which, who, how)

    @rule(
        which=WHICH,
        who=WHO,
        how=st.sampled_from([claim, asks, asks, claim_late, decline, give_up, dispute, won, lost, reached]),
    )
    def anybody_taps(self, which: int, who: str, how: Move) -> None:
        self.tap(which, who, how)

    @rule(which=WHICH, who=st.sampled_from([*TEAM, "director", "stranger"]))
    def the_head_assigns(self, which: int, who: str) -> None:
        self.tap(which, who, lambda s, who, now: assign(s, "head", who, now))

    @rule(which=WHICH, bad=st.booleans())
    def the_head_settles(self, which: int, bad: bool) -> None:
        self.tap(which, "head", lambda s, who, now: settle(s, who, bad, now))

    @rule(which=WHICH)
    def the_secretary_takes_it_back(self, which: int) -> None:
        scene = self.lead(which)
        self.tap(which, "secretary", withdraw)
        if scene.lead.state is State.WITHDRAWN:
            assert scene.lead.taken_by is None
            assert not any(offer.turn for offer in scene.offers), "it has cost nobody anything"

    @rule(which=WHICH, who=st.sampled_from(["holder", "holder", "head", "stranger"]))
    def what_was_closed_is_opened_again(self, which: int, who: str) -> None:
        lead, always = self.lead(which).lead, who == "head"
        by = (lead.holder or "head") if who == "holder" else who
        before = deepcopy(lead)
        self.tap(which, by, lambda s, who, now: reopen(s, who, now, always=always))
        if before.state is State.CLOSED and lead.state is not State.CLOSED:
            self.closed.pop(lead.id, None)  # not there where the design is looked at elsewhere
            assert (lead.outcome, lead.amount, lead.lost_reason, lead.closed_at) == (None,) * 4
            assert lead.state is not State.HELD or lead.holder == before.holder

    @rule(
        which=WHICH, who=st.sampled_from(["holder", "holder", "head", "stranger"]), amount=st.integers(0, 9)
    )
    def what_was_sold_has_brought_so_much(self, which: int, who: str, amount: int) -> None:
        lead = self.lead(which).lead
        by = (lead.holder or "head") if who == "holder" else who
        always = who == "head"
        refused = self.act(
            self.lead(which), lambda s: put_amount(s, by, amount, self.floor.now, always=always)
        )
        if not refused:
            assert (lead.state, lead.amount) == (State.CLOSED, amount)
            self.closed.pop(lead.id, None)

    @rule(who=st.sampled_from(TEAM), how=st.sampled_from(COMES))
    def come_and_go(self, who: str, how: str) -> None:
        worker = self.floor.workers[who]
        match how:
            case "on":
                self.floor.check_in(who)
                worker.reachable = True
                self.keep(Entry(None, On(who)))
            case "off":
                worker.paused, worker.checked_in = Absence.PAUSED, False
            case "leave":
                worker.leave_from = None
                worker.leave_until = self.floor.now + timedelta(hours=20)
            case "leave later":
                worker.leave_from = self.floor.now + timedelta(minutes=7)
                worker.leave_until = self.floor.now + timedelta(hours=20)
            case _:
                self.block(who)
        self.look_again()

    @rule(segment=SEGMENTS, scheme=st.sampled_from(sorted(SCHEMES)), reserve=RESERVES)
    def the_scheme_is_switched(self, segment: str, scheme: str, reserve: str | None) -> None:
        part, standings = self.floor.office.segment(segment), self.floor.standings[segment]
        before = deepcopy(standings)
        entries = teams.switch(segment, standings, part.scheme, scheme)
        assert bool(entries) is (part.scheme != scheme)
        if entries:
            check_switched(before, standings)
        self.keep(*entries, *teams.change_reserve(segment, part.reserve, reserve))
        self.reform(replace(part, scheme=scheme, reserve=reserve))
        self.look_again()  # a roster may have kept the segment open, and does so no more

    @rule(segment=SEGMENTS, who=st.sampled_from(TEAM))
    def a_member_joins_or_leaves(self, segment: str, who: str) -> None:
        part, standings = self.floor.office.segment(segment), self.floor.standings[segment]
        before = deepcopy(standings)
        move = teams.leave if who in standings else teams.join
        self.keep(move(segment, standings, who))
        check_same_places(before, standings, who)
        self.reformed.add(segment)
        self.reform(replace(part, members=tuple(standings)))
        self.look_again()

    @rule(who=st.sampled_from(TEAM), weight=WEIGHTS)
    def a_weight_changes(self, who: str, weight: float) -> None:
        before, office = deepcopy(self.floor.standings), self.floor.office
        people = tuple(replace(p, weight=weight) if p.id == who else p for p in office.people)
        self.floor.change(replace(office, people=people))
        self.keep(*teams.weigh({p.id: p.weight for p in office.people}, people))
        assert self.floor.standings == before

    @rule(who=st.sampled_from(["head", "director"]), blocks=st.booleans())
    def a_boss_blocks_the_bot(self, who: str, blocks: bool) -> None:
        if blocks:
            self.block(who)
        else:
            self.floor.workers[who].reachable = True

    @rule(pause=PAUSES, delivers=st.booleans())
    def time_passes(self, pause: timedelta, delivers: bool) -> None:
        """Afterwards the ticker looks; it may have slept over several deadlines."""
        for scene in self.floor.leads if delivers else ():
            delivered(scene, self.floor.now)
        self.floor.now += pause
        for scene in self.floor.leads:
            self.act(scene, lambda s: fire(s, self.floor.now))
            due = scene.lead.deadline
            assert due is None or due.at > self.floor.now, "a deadline that has fired is not overdue any more"

    @invariant()
    def the_design_holds(self) -> None:
        check_floor(self.floor, self.reformed)
        for scene in self.floor.leads:
            if scene.lead.state in OVER:
                first_seen = self.closed.setdefault(scene.lead.id, deepcopy(scene.lead))
                assert scene.lead == first_seen, "a terminal state stays terminal"

    def look_again(self) -> None:
        """Somebody has come or gone: no offer binds whoever is not there."""
        for scene in self.floor.leads:
            self.act(scene, lambda s: _look(s, self.floor.now))
            live, due = scene.live, scene.lead.deadline
            if live and due and due.at > self.floor.now and due.kind in RUNNING:
                assert not gone(scene, live, self.floor.now)

    def keep(self, *entries: Entry) -> None:
        """What the ledger of the office itself would say; kept by those offices that have one."""

    def reform(self, part: Segment) -> None:
        office = self.floor.office
        self.floor.change(
            replace(office, segments=tuple(part if s.id == part.id else s for s in office.segments))
        )

    def block(self, who: str) -> None:
        self.floor.workers[who].reachable = False
        for scene in self.floor.leads:
            self.act(scene, lambda s: unreachable(s, who, self.floor.now))

    def lead(self, which: int) -> Scene:
        return self.floor.leads[which % len(self.floor.leads)]

    def tap(self, which: int, who: str, move: Move) -> None:
        if refused := self.act(self.lead(which), lambda s: move(s, who, self.floor.now)):
            check_refusal(self.lead(which), who, refused)

    def act(self, scene: Scene, action: Callable[[Scene], None]) -> Refused | None:
        """Does it or is refused; a refusal changes nothing, and deciding never does."""
        before, known, said = snapshot(scene), len(scene.offers), len(scene.log)
        try:
            action(scene)
        except Refused as refused:
            assert snapshot(scene) == before, "a refused action has changed something"
            return refused
        check_new_offers(self.floor, scene, known)
        check_evidence(scene.log[said:], self.floor.office)
        after = snapshot(scene)
        assert decide(scene, self.floor.now) == decide(scene, self.floor.now)
        assert snapshot(scene) == after, "deciding has changed something"
        return None


def check_refusal(scene: Scene, who: str, refused: Refused) -> None:
    """Whoever comes too late is told who has the lead."""
    holder = (scene.lead.holder,) if scene.lead.holder else ()
    if refused.why in {Refusal.CLOSED, Refusal.TAKEN, Refusal.YOURS_ALREADY}:
        assert refused.people == holder
    if refused.why is Refusal.CLOSED:
        assert scene.lead.state is State.CLOSED
    if refused.why is Refusal.YOURS_ALREADY:
        assert scene.lead.state in OWNED
        assert holder == (who,)
    if refused.why is Refusal.NOT_OFFERED_NOW:
        assert refused.people == (scene.live.unanswered if scene.live else ())


TestWhateverHappensTheDesignHolds = OfficeAtWork.TestCase
TestWhateverHappensTheDesignHolds.settings = settings(max_examples=100, stateful_step_count=40, deadline=None)
