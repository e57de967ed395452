"""Events through the rules in virtual time: nothing sleeps, nothing is stored, the same in gives the same out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from heapq import heappop, heappush
from typing import Final

from contacts.languages import language_of
from contacts.reading import facts
from leads.answers import claim, decline, explain
from leads.cutting import recheck
from leads.deadlines import fire
from leads.draws import draw_order, week_of
from leads.floor import Floor
from leads.holding import assign, close, dispute, give_up, put_amount, settle
from leads.lead import OWNED, Due, Lead, Offer, Outcome, State, Step
from leads.life import close_untold
from leads.offering import advance, delivered, hand_over
from leads.office import Role
from leads.presence import Absence
from leads.pulling import pull
from leads.refusals import Refused
from leads.rights import heads_of
from leads.routing import Wait, decide
from leads.schemes import SCHEMES
from leads.segments import segment_for
from leads.wall_clock import week_bounds
from reports.replay import events
from reports.replay.cases import ANSWER, Calendar, Case, Clients, Open
from reports.replay.events import Answer, Does, Event, HandedOver

EVER: Final = datetime.min.replace(tzinfo=UTC)
NEVER_ENDING: Final = frozenset({Due.RETRY, Due.REPEAT})
BY_HAND = "head"  # who assigns and settles in an office without a head
KNOWN_TO_ALL = "replay"  # the draws of a replay need no secrecy, only to come out the same again


@dataclass
class Replay:
    """One run of one office. `run` may be called once."""

    floor: Floor
    cases: dict[str, Case] = field(default_factory=dict)
    clients: Clients = field(default_factory=Clients)
    _calendar: Calendar = field(default_factory=Calendar)
    _numbered: list[Case] = field(default_factory=list)  # number 1 is the first
    _open: Open = field(default_factory=Open)
    _unseen: list[int] = field(default_factory=list)
    """A heap of numbers: somebody may have to answer or to tell."""
    _drawn_until: datetime = EVER
    _pulled: Counter[tuple[str, date]] = field(default_factory=Counter)  # leads that they asked for, by day

    def run(self, recorded: Iterable[Event]) -> None:
        """Plays all events, and then what is still to come of them: time runs on until every offer is settled.

        What would repeat itself for ever (nobody there, the end of a ladder) is left open.
        """
        for event in recorded:
            self._until(event.at)
            self._draw(event.at)
            self._play(event)
            self._everybody_looks(event.at)
        while self._calendar:
            self._next(ending=True)

    def _until(self, at: datetime) -> None:
        """Everything that is due up to and including this instant."""
        while self._calendar.is_due(at):
            self._next()

    def _next(self, *, ending: bool = False) -> None:
        at, kind, _, _, case, answer, who, offer = self._calendar.next()
        if kind == ANSWER and answer:
            if case.scene.live is offer:
                self._answer(case, who, answer, at)
        else:
            self._fire(case, at, ending=ending)
        self._everybody_looks(at)

    def _fire(self, case: Case, at: datetime, *, ending: bool) -> None:
        deadline = case.scene.lead.deadline
        if deadline is None or deadline.at != at or (ending and deadline.kind in NEVER_ENDING):
            return
        self._draw(at)
        case.planned = None
        fire(case.scene, at)
        self._moved(case)
        self._serve_who_wait(at)

    def _play(self, event: Event) -> None:
        match event:
            case HandedOver():
                self._hand_over(event)
            case events.Ended():
                case = self.cases[event.lead]
                case.ended = case.ended or event  # closed stays closed, also where it was told too early
                heappush(self._unseen, case.scene.lead.id)
            case events.Moved() if self.cases[event.lead].holder != event.was:
                pass  # somebody else has it here, and nobody had a reason to take it away from them
            case events.Assigned():
                self._assign(event)
            case events.GivenBack():
                self._give_back(event)
            case _:
                self._play_of_people(event)

    def _play_of_people(self, event: Event) -> None:
        match event:
            case events.CheckedIn():
                self._check_in(event)
            case events.CheckedOut():
                self.floor.check_out(event.who)
                self._recheck(event.who, event.at)
            case events.WentOnLeave():
                self.floor.leave(event.who, event.until, event.begins)
                self._recheck(event.who, event.at)
            case events.LeaveDropped():
                self.floor.drop_leave(event.who)
                self._recheck(event.who, event.at)
            case events.WasThere() if self.floor.workers[event.who].paused is Absence.LAPSED:
                self._check_in(event)
            case _:
                self._play_of_the_office(event)

    def _play_of_the_office(self, event: Event) -> None:
        match event:
            case events.Joined():
                self._join(event)
            case events.Quit():
                self.floor.quit(event.segment, event.who)
            case events.Weighed():
                self.floor.weigh(event.who, event.weight)
            case events.Linked():
                self.floor.workers[event.who].connected = event.on
            case _:
                return
        self.look_again(event.at)

    def _check_in(self, event: events.CheckedIn | events.WasThere) -> None:
        self.floor.check_in(event.who, event.at)
        for _, case in sorted(self._open.waiting.items()):
            lead = case.scene.lead
            waits = lead.deadline.kind if lead.deadline else None
            if waits in {Due.RETRY, Due.RINGING} or (waits is Due.OWNER and lead.owner == event.who):
                advance(case.scene, event.at)
                self._moved(case)

    def _recheck(self, who: str, now: datetime) -> None:
        """Somebody has gone, or has said when they will: the offers to them bind them only while they are there."""
        for _, case in sorted(self._open.offered.items()):
            live = case.scene.live
            if live and who in live.people and recheck(case.scene, now):
                self._moved(case)
                self._serve_who_wait(now)

    def look_again(self, now: datetime) -> None:
        """Looks at all leads after the office is set up otherwise.

        Offers may bind others now, and waiting leads may have somebody.
        """
        for number in sorted(self._open.offered.keys() | self._open.waiting.keys()):
            case = self._numbered[number - 1]
            if recheck(case.scene, now):
                self._moved(case)
                self._serve_who_wait(now)

    def _serve_who_wait(self, now: datetime) -> None:
        """Somebody may be free again: leads that waited for that go out, the oldest first; as the desk does it."""
        blocked = set[tuple[str, str | None, str | None]]()
        for _, case in sorted(self._open.ringing.items()):
            lead = case.scene.lead
            whose = (lead.segment, lead.owner, lead.picked)
            if whose in blocked or isinstance(decide(case.scene, now), Wait):
                blocked.add(whose)
                continue
            advance(case.scene, now)
            self._moved(case)

    def _join(self, event: events.Joined) -> None:
        if event.weight is not None:
            self.floor.weigh(event.who, event.weight)
        self.floor.join(event.segment, event.who)

    def _hand_over(self, event: HandedOver) -> None:
        number = len(self.cases) + 1
        lead = Lead(number, self._segment(event), source=event.source)
        scene = self.floor.draft(lead)
        twin_held = self.clients.recognise(event.phone, scene) if event.phone else False
        if event.picked in scene.standings and SCHEMES[scene.segment.scheme].takes_pick:
            lead.picked, lead.picked_by = event.picked, Role.SECRETARY.value
        case = self.cases[event.lead] = Case(scene, event)
        self._numbered.append(case)
        hand_over(scene, number, event.at, twin_held=twin_held)
        self._moved(case)

    def _assign(self, event: events.Assigned) -> None:
        case = self.cases[event.lead]
        try:
            assign(case.scene, self._head(case), event.who, event.at)
        except Refused:  # they have it already, or it is closed: under this scheme there is nothing to assign
            return
        self._took(case, event.who)
        self._moved(case)
        self._serve_who_wait(event.at)

    def _give_back(self, event: events.GivenBack) -> None:
        case = self.cases[event.lead]
        if case.scene.lead.state is State.HELD and case.holder == event.who:
            give_up(case.scene, event.who, event.at)
            self._moved(case)
            self._serve_who_wait(event.at)

    def _head(self, case: Case) -> str:
        heads = heads_of(self.floor.office, case.scene.segment)
        return heads[0] if heads else BY_HAND

    def _segment(self, event: HandedOver) -> str:
        if event.segment:
            return event.segment
        known = event.phone in self.clients.owners
        office, language = self.floor.office, language_of(event.text)
        read = facts(office, event.where, event.text, event.source, language, known)
        return segment_for(office, read).id

    def _moved(self, case: Case) -> None:
        """After each of its moves: it is kept by what it waits for, its deadline is planned, somebody may look.

        People answer when all is said and done, as they do at the desk, whose move is a transaction.
        """
        self._open.keep(case)
        lead, live = case.scene.lead, case.scene.live
        if (live and live is not case.asked) or (case.ended and lead.state is State.HELD):
            heappush(self._unseen, lead.id)
        if lead.state not in OWNED and lead.deadline and lead.deadline.at != case.planned:
            case.planned = lead.deadline.at
            self._calendar.deadline(lead.deadline.at, case)

    def _everybody_looks(self, now: datetime) -> None:
        """Every new offer reaches those who are asked, and they begin to answer; the oldest lead comes first."""
        while self._unseen:
            case = self._numbered[heappop(self._unseen) - 1]
            while (live := case.scene.live) and live is not case.asked:
                case.asked = live
                delivered(case.scene, now)
                self._ask(case, live, now)
                self._moved(case)
            self._end(case, now)

    def _ask(self, case: Case, offer: Offer, now: datetime) -> None:
        """Who answers at once does so in the order asked; the others when their time comes."""
        if offer.step is Step.PULL:
            self._pull(case, offer, now)
            return
        for who in offer.people:
            asked = who, offer.step is Step.CHOOSE
            case.times[asked] = case.times.get(asked, -1) + 1
            answer = case.event.answer(who, offer.step, case.times[asked])
            if answer.does is Does.SILENT:
                continue
            if answer.after:
                self._calendar.answer(now + answer.after, case, answer, who, offer)
            elif case.scene.live is offer:
                self._answer(case, who, answer, now)

    def _pull(self, case: Case, offer: Offer, now: datetime) -> None:
        """No event tells who asked: whoever is free asks at once, the one who has waited longest first."""
        line = sorted(offer.unanswered, key=lambda who: self._waits(case, who))
        for who in line:
            day = who, now.astimezone(self.floor.office.timezone).date()
            try:
                pull(case.scene, who, self._pulled[day], now)
            except Refused:
                continue
            self._pulled[day] += 1
            self._took(case, who)
            return

    def _waits(self, case: Case, who: str) -> tuple[datetime, int]:
        worker = case.scene.workers[who]
        return worker.idle_since or EVER, worker.arrival

    def _answer(self, case: Case, who: str, answer: Answer, now: datetime) -> None:
        try:
            (claim if answer.does is Does.CLAIM else decline)(case.scene, who, now)
            if answer.reason:
                explain(case.scene, who, answer.reason, now, asks=False)
        except Refused:  # at their capacity, or nobody stands behind the last step
            return
        if answer.does is Does.CLAIM:
            self._took(case, who)
        self._moved(case)
        self._serve_who_wait(now)

    def _took(self, case: Case, who: str) -> None:
        if case.event.phone:
            self.clients.took(case.event.phone, who)

    def _end(self, case: Case, now: datetime) -> None:
        """The outcome, as soon as somebody has the lead to whom it can come."""
        lead, ended = case.scene.lead, case.ended
        if ended is None or lead.state is not State.HELD or lead.holder is None:
            return
        if ended.outcome is Outcome.BAD:
            dispute(case.scene, lead.holder, now)
            settle(case.scene, self._head(case), True, now)
        elif ended.of not in {None, lead.holder}:
            close_untold(case.scene, now)
        else:
            close(case.scene, lead.holder, ended.outcome, now)
            if ended.amount is not None:
                put_amount(case.scene, lead.holder, ended.amount, now)
        self._serve_who_wait(now)

    def _draw(self, now: datetime) -> None:
        """Each week's lots, once, for the segments that are shared by them."""
        if now < self._drawn_until:
            return
        tz = self.floor.office.timezone
        week = week_of(now, tz)
        self._drawn_until = week_bounds(week, tz)[1]
        for segment in self.floor.office.segments:
            if SCHEMES[segment.scheme].by_draw:
                order = draw_order(KNOWN_TO_ALL, segment.id, week, {}, self.floor.standings[segment.id])
                drawn = self.floor.draws.setdefault(segment.id, {})
                drawn.setdefault(week, order)  # one that was drawn counts
