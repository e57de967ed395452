"""Three weeks before the demo opens: leads that the same rules gave out then, claimed, sold or lost.

Who answered, and how, is drawn by chance (`likelihoods`); everything else is decided as it is any day. So conversion
differs from manager to manager, and the ledger that `verify` checks tells how it came about.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from heapq import heappop, heappush
from random import Random

from bot.demo import likelihoods
from bot.demo.day import no_holiday
from bot.demo.likelihoods import about, manner_of, one_of
from leads import answers, holding, marking
from leads.binding import on_last_rung
from leads.client import Client, TouchKind
from leads.deadlines import fire
from leads.entries.asking import Claimed
from leads.entries.hands import Assigned, Progressed
from leads.hours import is_open, next_opening
from leads.lead import OWNED, Outcome, Progress, State
from leads.offering import delivered, hand_over
from leads.office import Office
from leads.scene import Scene
from storage import clients, drafts, scenes, touches
from storage.offices import take_number
from storage.scenes import Loaded
from storage.set_up import write_office
from storage.store import Store

SECRETARY, HEAD = "anna", "smirnov"
LASTS = timedelta(weeks=3)
SEED = 20261130
"""Any will do; the tests know what this one brings."""

Deed = Callable[[Scene, datetime], None]
Planned = deque[tuple[datetime, Deed]]
Happening = Callable[[datetime], None]


def live_through(store: Store, office: Office, opening: datetime, chance: Random) -> None:
    """Sets the office up as it was before its history, and lets that happen; no card tells of it.

    `opening`: when the demo opens (UTC). The last call was the day before.
    """
    today = opening.astimezone(office.timezone).date()
    first, last = today - LASTS, today - timedelta(days=1)
    begun = opening - LASTS - timedelta(days=1)
    write_office(store, office, begun)
    past = Past(store, office, chance)
    for at in likelihoods.calls(chance, first, last, office.timezone):
        past.expect(at, past.call)
    past.goes_on_until(opening)


@dataclass(slots=True)
class Past:
    """What has happened, and what is expected; of each lead one thing at a time."""

    store: Store
    office: Office
    chance: Random
    ahead: list[tuple[datetime, int, Happening]] = field(default_factory=list)
    expected: int = 0
    made: int = 0  # clients
    served: list[tuple[str, Client]] = field(
        default_factory=list
    )  # with their segment; nothing of theirs is open

    def goes_on_until(self, end: datetime) -> None:
        while self.ahead and self.ahead[0][0] < end:
            at, _, happening = heappop(self.ahead)
            happening(at)

    def expect(self, at: datetime, happening: Happening) -> None:
        self.expected += 1
        heappush(self.ahead, (at, self.expected, happening))

    def call(self, now: datetime) -> None:
        """Somebody calls, and the secretary hands the lead over at once."""
        segment = one_of(self.chance, likelihoods.SEGMENTS)
        client = self._caller(segment)
        met = clients.recognised(self.store, client)
        draft = drafts.add(self.store, client, segment, met, SECRETARY, now)
        number = take_number(self.store)
        self._do(draft, lambda scene, at: hand_over(scene, number, at), deque(), now)

    def _caller(self, segment: str) -> Client:
        """Somebody new, or a client of this segment with nothing open."""
        source = one_of(self.chance, likelihoods.SOURCES)
        known = [one for one in self.served if one[0] == segment]
        if known and self.chance.random() < likelihoods.COMES_BACK:
            again = self.chance.choice(known)
            self.served.remove(again)
            return replace(again[1], source=source)
        self.made += 1
        name, phone = likelihoods.client(self.made, segment)
        return Client(name, phone, (phone,), source=source)

    def _do(self, lead: int, deed: Deed, planned: Planned, now: datetime) -> None:
        """Does it, and plans what comes next: what somebody does, or what is due before that."""
        loaded = scenes.load(self.store, self.office, no_holiday, lead, now)
        scene = loaded.scene
        held_before = scene.lead.holder
        deed(scene, now)
        if scene.live and scene.live.delivered_at is None:
            delivered(scene, now)
        self._save(loaded, now)
        if scene.lead.state is State.CLOSED:
            self.served.append((scene.lead.segment, loaded.client))
            return
        if scene.live:
            planned = deque([self._reaction(scene, now)])
        elif scene.lead.state in OWNED and scene.lead.holder != held_before:
            planned = deque(self._matter(scene, now))
        self._plan(lead, scene, planned)

    def _plan(self, lead: int, scene: Scene, planned: Planned) -> None:
        due = scene.lead.deadline
        if planned and (due is None or planned[0][0] < due.at):
            at, deed = planned.popleft()
        elif due:
            at, deed = due.at, fire
        else:
            return
        self.expect(at, lambda now: self._do(lead, deed, planned, now))

    def _save(self, loaded: Loaded, now: datetime) -> None:
        said = [entry.said for entry in loaded.scene.log]
        scenes.save(self.store, loaded, now)
        client = loaded.stored.lead.client
        for one in said:
            if isinstance(one, Claimed | Assigned):
                clients.remember_owner(self.store, client, one.who, now)
            elif isinstance(one, Progressed):
                mark = touches.Touch(TouchKind.MARK, now, one.who, Client(), one.progress)
                touches.add(self.store, loaded.scene.lead.id, client, mark)

    def _reaction(self, scene: Scene, now: datetime) -> tuple[datetime, Deed]:
        """The first of those who are asked to say something: takes the lead, declines it, or misses it for long."""
        offer = scene.live
        assert offer, "somebody is asked"
        waits = {who: self._until_answer(scene, who) for who in offer.unanswered}
        who = min(waits, key=lambda one: waits[one])
        is_no = self.chance.random() < manner_of(who).declines and not on_last_rung(scene.lead)
        deed = self._declines(who) if is_no else _claims(who)
        return now + timedelta(seconds=waits[who]), deed

    def _until_answer(self, scene: Scene, who: str) -> float:
        """Seconds. Nobody misses two in a row: that pauses, and nobody comes back by themselves."""
        waits = about(self.chance, manner_of(who).answers)
        misses = self.chance.random() < manner_of(who).misses
        timeout = scene.lead.ack_timeout.total_seconds()
        if scene.workers[who].lapses:
            return min(waits, timeout / 2)
        return 10 * timeout if misses else waits

    def _declines(self, who: str) -> Deed:
        reason = one_of(self.chance, likelihoods.DECLINES)

        def deed(scene: Scene, now: datetime) -> None:
            answers.decline(scene, who, now)
            answers.explain(scene, who, reason, now)

        return deed

    def _matter(self, scene: Scene, now: datetime) -> Iterator[tuple[datetime, Deed]]:
        """What the holder does with the lead from now on: calls until the client answers, meets them, closes it."""
        who = scene.lead.holder or ""
        at = self._at_work(now + timedelta(minutes=about(self.chance, manner_of(who).calls)))
        while self.chance.random() < 0.25:
            yield at, _marks(who, Progress.NOT_REACHED)
            at = self._at_work(at + timedelta(minutes=about(self.chance, 90)))
        yield at, _marks(who, Progress.REACHED)
        if self.chance.random() < likelihoods.IS_BAD:
            reason = one_of(self.chance, likelihoods.BAD)
            yield at + timedelta(minutes=4), lambda lead, then: _disputes(lead, who, reason, then)
            at = self._at_work(at + timedelta(minutes=about(self.chance, 60)))
            yield at, lambda scene, then: holding.settle(scene, HEAD, bad=True, now=then)
            return
        for mark in (Progress.MET, Progress.INVOICED):
            if self.chance.random() < 0.5:
                at = self._at_work(at + timedelta(hours=about(self.chance, 9)))
                yield at, _marks(who, mark)
        yield self._at_work(at + timedelta(hours=about(self.chance, 5))), self._end(scene, who)

    def _end(self, scene: Scene, who: str) -> Deed:
        """Sold, sooner to a known client; or lost."""
        bonus = 0.15 if scene.lead.known else 0
        if self.chance.random() < manner_of(who).sells + bonus:
            brought = likelihoods.amount(self.chance)
            return lambda lead, at: _sells(lead, who, brought, at)
        reason = one_of(self.chance, likelihoods.REFUSALS)
        return lambda lead, at: _loses(lead, who, reason, at)

    def _at_work(self, at: datetime) -> datetime:
        """Then, or some time after the office has opened again."""
        if is_open(self.office.hours, self.office.timezone, at, no_holiday):
            return at
        opens = next_opening(self.office.hours, self.office.timezone, at, no_holiday)
        return (opens or at) + timedelta(minutes=about(self.chance, 40))


def _claims(who: str) -> Deed:
    return lambda scene, now: answers.claim(scene, who, now)


def _marks(who: str, progress: Progress) -> Deed:
    return lambda scene, now: marking.record(scene, who, progress, now)


def _sells(scene: Scene, who: str, brought: int, now: datetime) -> None:
    holding.close(scene, who, Outcome.WON, now)
    holding.put_amount(scene, who, brought, now)


def _disputes(scene: Scene, who: str, reason: str, now: datetime) -> None:
    holding.dispute(scene, who, now)
    holding.put_bad_reason(scene, who, reason, now)


def _loses(scene: Scene, who: str, reason: str, now: datetime) -> None:
    holding.close(scene, who, Outcome.LOST, now)
    holding.put_lost_reason(scene, who, reason, now)
