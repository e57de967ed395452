"""Nobody's leads of one client are one lead: what was said with the later one is added to the earlier one.

The later one is taken back, and costs nobody a turn. A lead that was made apart by somebody's choice stays apart, and
so does one that somebody has had: that has cost a turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from leads.client import TouchKind
from leads.entries.asking import Resegmented
from leads.entries.hands import Reopened, Returned
from leads.entries.kinds import Entry
from leads.lead import OVER, OWNED, State
from leads.offering import touch, withdraw
from leads.refusals import Refusal, Refused
from storage import cards, earlier, joins, touches
from storage.clients import OPEN
from storage.joins import Beside
from storage.kinds import Change
from storage.scenes import Loaded
from storage.store import Store


class Work(Protocol):
    """What is needed here of `desk.work.Work`, which calls `after` itself."""

    @property
    def store(self) -> Store: ...
    @property
    def now(self) -> datetime: ...
    def load(self, lead: int) -> Loaded: ...
    def save(self, loaded: Loaded) -> None: ...


NOBODYS = frozenset({State.WAITING, State.OFFERED})


def add_to(work: Work, lead: int, to: int, by: str) -> None:
    """Takes a lead back, and adds what was said with it to the lead `to`: that rings whoever has it. Raises Refused."""
    gone, there = work.load(lead), work.load(to)
    if there.scene.lead.state in {*OVER, State.DRAFT}:
        raise Refused(Refusal.NOT_BOTH_OPEN)
    if lead == to or gone.stored.lead.client is None or gone.stored.lead.client != there.stored.lead.client:
        raise Refused(Refusal.TWO_ALREADY)
    withdraw(gone.scene, by, work.now, there.scene.lead.number)
    work.save(gone)
    touches.hand_to(work.store, lead, to)
    there = work.load(to)
    touch(there.scene, TouchKind.REPEAT, by, work.now)
    work.save(there)


def keep_one_offer(work: Work, client: int, by: str) -> Sequence[tuple[Beside, Beside]]:
    """Nobody's leads of this client are one from now on. Returns which was added to which."""
    open_now = joins.open_of(work.store, client)
    nobodys = sorted((one for one in open_now if one.state in NOBODYS), key=lambda one: not one.taken)
    if not nobodys:
        return ()
    kept, *others = nobodys
    added = [one for one in others if not one.taken and not one.apart]
    for one in added:
        add_to(work, one.id, kept.id, by)
    return [(one, kept) for one in added]


def after(work: Work, loaded: Loaded, had: str | None, was: State, entries: Sequence[Entry]) -> None:
    """A lead was saved, whose client has others: their cards tell how it is now, and none competes with it.

    `had`, `was`: whose it was before, and its state.
    """
    lead, client = loaded.scene.lead, loaded.stored.lead.client
    if client is None:
        return
    others = set[int]()
    if was is State.DRAFT or lead.state is State.WITHDRAWN:
        others |= earlier.alone(work.store, lead.id, client)
    if _told(had, was) != _told(lead.holder, lead.state):
        others |= {one.id for one in joins.open_of(work.store, client, lead.id)}
    if others:
        cards.changed(work.store, Change.LEAD, *sorted(others))
    if lead.state in NOBODYS and was not in {*NOBODYS, State.DRAFT}:
        keep_one_offer(work, client, _doer(entries))


def _told(holder: str | None, state: State) -> tuple[bool, str | None]:
    """What the card of another lead says of one: whether it is open, and whose it is."""
    return state in OPEN, holder if state in OWNED else None


def _doer(entries: Sequence[Entry]) -> str:
    """By whose hand the lead is nobody's again."""
    for entry in entries:
        match entry.said:
            case Resegmented(by=by) | Reopened(by=by):
                return by
    return next(entry.said.who for entry in entries if isinstance(entry.said, Returned))
