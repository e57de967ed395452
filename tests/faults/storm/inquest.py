"""After the storm: the database as it lies on the disk, the chats, the logs."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Container, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from rich.progress import Progress
from sqlalchemy import func, select

from bot.clock import SystemClock
from bot.commands.verify import DoesNotHoldError, verified
from bot.standin.chats import Telegram
from bot.standin.people import seen
from leads.figures.periods import Span, period_of
from leads.lead import OWNED, Result, State
from screens.buttons.of_lead import GiveUp
from storage import inbox
from storage.store import Store
from storage.tables.chats import cards, summaries
from storage.tables.clients import contacts
from storage.tables.leads import leads, ledger, offers
from storage.tables.office import people
from tests.faults.storm.office import MANAGERS, PEOPLE

NOBODY_HAS_IT = (State.WAITING, State.OFFERED)
# By what it carries: the words stand within those of "return to work" on a closed card.
GIVE_UP = f"{GiveUp.__prefix__}:"


def is_settled(store: Store) -> bool:
    """Every lead has been taken, and every chat shows what it should."""
    untaken = select(func.count()).where(leads.c.state.in_([State.DRAFT, *NOBODY_HAS_IT]))
    stale = select(func.count()).where((cards.c.wanted != cards.c.shown) | (cards.c.stale != []))
    away = select(func.count()).where(people.c.reachable.is_(False))
    return not any(store.scalar(query) for query in (untaken, stale, away))


def lost_leads(store: Store, clients: Mapping[str, str]) -> int:
    """Clients of whom a secretary has written, and who are not a lead that was handed over."""
    handed = store.scalars(
        select(contacts.c.value)
        .join(leads, leads.c.client == contacts.c.client)
        .where(leads.c.number.is_not(None))
    )
    return len(clients.keys() - set(handed))


def doubled_leads(store: Store) -> int:
    every = Counter(store.scalars(select(contacts.c.value).join(leads, leads.c.client == contacts.c.client)))
    return sum(count - 1 for count in every.values())


def told_too_early(store: Store, handing: Mapping[str, int], told: Mapping[str, datetime]) -> int:
    """Leads that somebody was told are handed over, when they were not stored yet."""
    stored = {row.id: row.handed_at for row in store.execute(select(leads.c.id, leads.c.handed_at))}
    when = [(stored.get(handing[query]), at) for query, at in told.items() if query in handing]
    return sum(handed is None or handed > at for handed, at in when)


def double_owners(store: Store, telegram: Telegram) -> int:
    """Leads that were taken while somebody had them, or that are in the hands of two in their chats."""
    twice = set(_taken_while_held(store))
    holders = {row.id: row.holder for row in store.execute(select(leads.c.id, leads.c.holder))}
    shown = {(row.chat, id) for row in store.execute(select(cards)) for id in row.message_ids}
    wrong = {lead for lead, who in _in_hand(telegram, shown) if holders.get(lead) != f"p{who}"}
    return len(twice) + len(wrong)


def _taken_while_held(store: Store) -> Iterator[int]:
    held: dict[int, str] = {}
    for row in store.execute(select(ledger).where(ledger.c.lead.is_not(None)).order_by(ledger.c.seq)):
        if row.kind in {"claimed", "claimed_late"} and row.lead in held:
            yield row.lead
        if row.kind in {"claimed", "claimed_late", "assigned"}:
            held[row.lead] = json.loads(row.body)["who"]
        if row.kind == "returned":
            held.pop(row.lead, None)


def _in_hand(telegram: Telegram, shown: Container[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Leads that somebody sees with the buttons of their holder.

    `shown`: the messages that the program knows of. Of one that was sent when it died it does not: that stays as it
    was, and its buttons are answered with the truth.
    """
    for id in PEOPLE:
        for message in telegram.chats[id].messages.values():
            every = (button.value for row in seen(message).buttons for button in row)
            held = [value for value in every if value.startswith(GIVE_UP)]
            if held and (id, message["message_id"]) in shown:
                yield GiveUp.unpack(held[0]).lead, id


def adrift(store: Store) -> int:
    """Leads that have neither one live deadline nor one holder, or that are closed and have a deadline."""
    open_offers = Counter(store.scalars(select(offers.c.lead).where(offers.c.result == Result.OPEN)))
    rows = store.execute(select(leads).where(leads.c.state != State.DRAFT))
    return sum(not _is_moored(row, open_offers[row.id]) for row in rows)


def _is_moored(lead: Any, live: int) -> bool:
    match lead.state:
        case State.OFFERED:
            return live == 1 and lead.due_at is not None
        case State.WAITING:
            return live == 0 and lead.due_at is not None
        case state if state in OWNED:
            return live == 0 and lead.holder is not None
    return live == 0 and lead.due_at is None


def set_aside(store: Store) -> int:
    return inbox.count_aside(store)


def summaries_too_many(store: Store, telegram: Telegram) -> int:
    """The evenings may have been several, if the storm was a long one; each is told once at most.

    On the last one of a week or a month its summary comes as well.
    """
    evenings = [date.fromisoformat(day) for day in store.scalars(select(summaries.c.day))]
    due = sum(period_of(span, day).last == day for day in evenings for span in Span)
    told = sum("Итоги" in seen(m).text for id in PEOPLE for m in telegram.chats[id].messages.values())
    return max(0, told - due)


def what_does_not_hold(store: Store) -> Sequence[str]:
    """What `verify` finds."""
    try:
        verified(store, Progress(disable=True), SystemClock().now())
    except DoesNotHoldError as error:
        return str(error).splitlines()
    return []


def found_in_logs(logs: str, clients: Mapping[str, str], token: str) -> Sequence[str]:
    """Names, phones in any spelling, the token."""
    digits = re.sub(r"(?<=\d)[ ()-]+(?=\d)", "", logs)
    phones = [phone for phone in clients if phone[-7:] in digits]
    words = [
        word for word in (*clients.values(), *PEOPLE.values(), *MANAGERS.values(), token) if word in logs
    ]
    return [*phones, *words]
