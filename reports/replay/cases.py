"""The leads of a replay on their way: what each waits for, what is still to come of it, whose its client is."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from heapq import heappop, heappush

from leads.lead import OWNED, Due, Offer, State
from leads.scene import Scene
from reports.replay.events import Answer, Ended, HandedOver

ANSWER, DEADLINE = 0, 1  # at one and the same instant an answer is still in time


@dataclass(slots=True)
class Case:
    """One lead on its way."""

    scene: Scene
    event: HandedOver
    asked: Offer | None = None  # the offer whose answers are on their way
    planned: datetime | None = None  # the deadline that is in the calendar
    ended: Ended | None = None  # its outcome, told before anybody had it
    times: dict[tuple[str, bool], int] = field(default_factory=dict)
    """How often each was asked to take it (False), or to choose who does (True)."""

    @property
    def holder(self) -> str | None:
        return self.scene.lead.holder if self.scene.lead.state in OWNED else None


Planned = tuple[datetime, int, int, int, Case, Answer | None, str, Offer | None]
"""When, ANSWER or DEADLINE, the lead of a deadline, the order of planning; then whose answer to which offer."""


@dataclass
class Calendar:
    """What is still to come, by time. Answers come in the order of their offers, deadlines in that of their leads."""

    _planned: list[Planned] = field(default_factory=list)
    _order: int = 0

    def __bool__(self) -> bool:
        return bool(self._planned)

    def is_due(self, at: datetime) -> bool:
        """Whether something comes up to and including this instant."""
        return bool(self._planned) and self._planned[0][0] <= at

    def next(self) -> Planned:
        """Takes the first out. Raises IndexError where nothing is left."""
        return heappop(self._planned)

    def deadline(self, at: datetime, case: Case) -> None:
        self._order += 1
        heappush(self._planned, (at, DEADLINE, case.scene.lead.id, self._order, case, None, "", None))

    def answer(self, at: datetime, case: Case, answer: Answer, who: str, offer: Offer) -> None:
        self._order += 1
        heappush(self._planned, (at, ANSWER, 0, self._order, case, answer, who, offer))


@dataclass
class Open:
    """Cases by what their leads wait for, each by its number."""

    waiting: dict[int, Case] = field(default_factory=dict)  # with nobody to offer them to
    offered: dict[int, Case] = field(default_factory=dict)
    ringing: dict[int, Case] = field(default_factory=dict)  # until somebody has answered other offers

    def keep(self, case: Case) -> None:
        """Keeps it, after each move of the lead."""
        lead = case.scene.lead
        is_waiting = lead.state is State.WAITING
        is_ringing = is_waiting and lead.deadline is not None and lead.deadline.kind is Due.RINGING
        for kept, belongs in (
            (self.waiting, is_waiting),
            (self.ringing, is_ringing),
            (self.offered, lead.state is State.OFFERED),
        ):
            if belongs:
                kept[lead.id] = case
            else:
                kept.pop(lead.id, None)


@dataclass
class Clients:
    """By phone in E.164. The rules are those of `storage.drafts`: whoever takes a lead is the client's manager."""

    owners: dict[str, str | None] = field(default_factory=dict)
    leads: dict[str, list[Scene]] = field(default_factory=dict)

    def recognise(self, phone: str, scene: Scene) -> bool:
        """Tells the lead what is known of its client; returns whether somebody is at work on a twin of it."""
        lead = scene.lead
        lead.known, lead.owner = phone in self.owners, self.owners.get(phone)
        twin = next((s.lead for s in self.leads.get(phone, ()) if s.lead.state is not State.CLOSED), None)
        self.leads.setdefault(phone, []).append(scene)
        if twin is None:
            return False
        lead.duplicate_of, lead.owner = twin.number, twin.holder or lead.owner
        return twin.holder is not None

    def took(self, phone: str, who: str) -> None:
        self.owners[phone] = who
