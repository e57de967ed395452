"""What must hold of everything that is stored, after every step."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, select

from leads.client import TouchKind
from leads.lead import OF_HOLDERS, OVER, OWNED, Promised, Result, State, Step
from leads.next_steps import DUE_OF, TELLINGS
from storage.store import Store
from storage.tables.chats import cards as cards_table
from storage.tables.chats import set_aside
from storage.tables.clients import touches
from storage.tables.leads import leads as leads_table
from storage.tables.leads import offers as offers_table
from storage.tables.office import members
from storage.tables.office import people as people_table

NOBODYS = frozenset({State.WAITING, State.OFFERED})
ENDED = ("number", "state", "holder", "outcome", "closed_at", "segment", "handed_at", "held_at")


@dataclass(slots=True)
class Stored:
    """One moment of the database."""

    leads: dict[int, Any]  # rows, by their id
    said: dict[int, Any]  # of the client at first, by lead
    offers: dict[int, list[Any]]  # by lead, oldest first
    people: dict[str, Any]
    cards: Sequence[Any]
    owed: dict[str, int]  # the sum of all balances, by segment
    aside: int = 0
    touches: Sequence[Any] = ()  # all that was said, also when a client came again
    live: dict[int, Any] = field(default_factory=dict)  # the open offers, by lead

    def by_chat(self, chat: int) -> Any | None:
        found = (p for p in self.people.values() if p.telegram_id == chat and p.active)
        return next(found, None)

    def by_asking(self, chat: int) -> int | None:
        """Counts the leads that somebody has had by asking; None: nobody is known in that chat."""
        person = self.by_chat(chat)
        every = (offer for several in self.offers.values() for offer in several)
        if person is None:
            return None
        return len([offer for offer in every if offer.step == Step.PULL and offer.claimed_by == person.id])


def read(store: Store) -> Stored:
    offers: dict[int, list[Any]] = defaultdict(list)
    for offer in store.execute(select(offers_table).order_by(offers_table.c.id)):
        offers[offer.lead].append(offer)
    credit = members.c.credit
    owed: dict[str, int] = defaultdict(int)
    for member in store.execute(select(members.c.segment, credit)):
        owed[member.segment] += member.credit
    said = list(store.execute(select(touches).order_by(touches.c.id)))
    stored = Stored(
        {lead.id: lead for lead in store.execute(select(leads_table))},
        {touch.lead: touch for touch in said if touch.kind == TouchKind.FIRST},
        offers,
        {person.id: person for person in store.execute(select(people_table))},
        list(store.execute(select(cards_table).order_by(cards_table.c.id))),
        owed,
        store.scalar(select(func.count()).select_from(set_aside)) or 0,
        said,
    )
    stored.live = {lead: o[-1] for lead, o in offers.items() if o[-1].result == Result.OPEN}
    return stored


def check(stored: Stored) -> None:
    assert not stored.aside, "every update was understood"
    assert not any(stored.owed.values()), "the balances of a segment add up to nothing"
    numbers = sorted(lead.number for lead in stored.leads.values() if lead.state != State.DRAFT)
    assert numbers == list(range(1, len(numbers) + 1)), "leads are numbered one by one"
    for lead in stored.leads.values():
        check_lead(lead, stored.offers.get(lead.id, []))
    check_one_offer(stored)


def check_one_offer(stored: Stored) -> None:
    """Nobody is asked about one client twice, unless a hand has made the lead apart, or somebody has had both."""
    asked: dict[int, list[Any]] = defaultdict(list)
    for lead in stored.leads.values():
        if lead.state in NOBODYS and lead.client is not None and lead.duplicate_of is None:
            asked[lead.client].append(lead)
    for several in asked.values():
        numbers = [lead.number for lead in several]
        assert len(several) == 1 or all(lead.taken_by for lead in several), f"{numbers} are of one client"


def check_lead(lead: Any, offers: Sequence[Any]) -> None:
    """Exactly one live deadline, or one person who holds it."""
    open_offers = [offer for offer in offers if offer.result == Result.OPEN]
    assert open_offers == (offers[-1:] if lead.state == State.OFFERED else [])
    assert all(offer.result != Result.CLAIMED or offer.claimed_by for offer in offers)
    match State(lead.state):
        case State.DRAFT:
            assert (lead.number, lead.holder, lead.due_at) == (None, None, None)
            assert not offers
        case State.WAITING | State.OFFERED:
            assert lead.holder is None
            assert lead.due_at, "nobody holds it, so a deadline must live"
            assert lead.due_kind not in OF_HOLDERS
        case State.HELD | State.DISPUTED:
            last = offers[-1].claimed_by if offers else lead.own and lead.taken_by
            assert lead.holder == last, "whoever took it last has it"
            assert lead.due_kind is None or lead.due_kind in OF_HOLDERS
            check_promised(lead)
        case State.WITHDRAWN:
            assert (lead.holder, lead.taken_by, lead.due_at) == (None, None, None)
            assert not any(offer.payer for offer in offers), "it has cost nobody anything"
        case State.CLOSED:
            assert lead.holder
            assert (lead.due_at, lead.appointment_at) == (None, None)


def check_promised(lead: Any) -> None:
    """What a client was promised is a row with a deadline, until all who are to hear of it have."""
    if lead.appointment_at is None:
        return
    assert lead.state == State.HELD and lead.erased is None
    due = DUE_OF[Promised(lead.appointment_what)]
    if lead.appointment_told < len(TELLINGS[due]):
        assert lead.due_kind == due and lead.due_at, "a promised call is a row with a deadline"
        assert lead.appointment_told or lead.due_at <= lead.appointment_at


def check_still_ended(lead: Any, ended: dict[int, tuple[Any, ...]]) -> None:
    """A terminal state stays terminal; what a sale brought and why a client refused is told after."""
    if lead.id in ended or lead.state in OVER:
        now = tuple(getattr(lead, name) for name in ENDED)
        assert ended.setdefault(lead.id, now) == now, "a terminal state stays terminal"


def holder_of(lead: Any) -> str | None:
    """Who has it, or had it when it was closed."""
    holder: str | None = lead.holder
    return holder if lead.state in {*OWNED, State.CLOSED} else None
