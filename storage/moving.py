"""Somebody has another Telegram account: their old chat is emptied, what they need comes into the new one."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from leads.client import are_files
from leads.duty.swaps import SwapState
from leads.lead import OWNED, Result, State
from leads.office import Role
from leads.recipients import News, recipients
from leads.rights import Right, headed_by, may
from storage import cards, people, personal
from storage.clients import OPEN
from storage.duty import RosterState
from storage.kinds import CardKind, Urgency
from storage.offices import read_office
from storage.people import PersonRow
from storage.store import Store
from storage.tables.chats import cards as stored_cards
from storage.tables.clients import IS_FIRST, touches
from storage.tables.duty import draws, rosters, swaps
from storage.tables.leads import leads, offers


@dataclass(frozen=True, slots=True)
class Move:
    """Somebody moves to another account.

    `old`: the account that they had; None: they had none. `admins`: the accounts of ADMIN_IDS, who are told too.
    """

    who: str
    old: int | None
    at: datetime
    admins: Collection[int] = ()


def moved(store: Store, move: Move) -> None:
    """The person's row has the new account already, or none. Where it is the old one, nothing happens."""
    person = people.by_ids(store, [move.who]).get(move.who)
    if person is None or person.chat == move.old:
        return
    if move.old is not None:
        cards.redraw_chat(store, move.old)
        personal.take_workbooks(store, person.id)
        if person.roles:  # else nobody but ADMIN_IDS has ever known them
            _tell(store, move, person)
    if person.chat is not None:
        deal(store, person)
        if move.old is not None:
            _bring_along(store, move.old, person)
        cards.want(store, person.chat, CardKind.MENU, person.id, person.id)


def deal(store: Store, person: PersonRow) -> None:
    """Every lead that waits for this person, or is at work in their hands, becomes a card in their chat."""
    if person.chat is None:
        return
    for lead, urgency in _his(store, person):
        cards.want(store, person.chat, CardKind.LEAD, lead, person.id, urgency, payload={"menu": ""})
    its_first = (leads.c.id == touches.c.lead) & IS_FIRST
    held = (
        select(leads.c.id, touches.c.attachments)
        .join_from(leads, touches, its_first)
        .where(leads.c.office == store.office, leads.c.holder == person.id, leads.c.state.in_(OWNED))
    )
    for row in store.execute(held.order_by(leads.c.id)):
        if are_files(row.attachments):
            cards.want(store, person.chat, CardKind.FILES, row.id, person.id, Urgency.NEWS)


def _his(store: Store, person: PersonRow) -> Iterator[tuple[int, Urgency]]:
    """Held by them, handed over by them, theirs to settle, offered to them."""
    open_ones = select(leads.c.id).where(leads.c.office == store.office).order_by(leads.c.id)
    drafted = (leads.c.secretary == person.id, leads.c.state.in_([State.DRAFT, *OPEN]))
    wanted: list[tuple[Any, ...]] = [(leads.c.holder == person.id, leads.c.state.in_(OWNED)), drafted]
    if person in recipients(News.DISPUTED, people.connected(store)):
        wanted.append((leads.c.state == State.DISPUTED,))
    elif headed := headed_by(read_office(store), person.id):
        wanted.append((leads.c.state == State.DISPUTED, leads.c.segment.in_(sorted(headed))))
    for which in wanted:
        for lead in store.scalars(open_ones.where(*which)):
            yield int(lead), Urgency.NEWS
    live = select(offers.c.lead, offers.c.people, offers.c.answers).where(
        offers.c.office == store.office, offers.c.result == Result.OPEN
    )
    for offer in store.execute(live.order_by(offers.c.id)):
        if person.id in offer.people and person.id not in offer.answers:
            yield int(offer.lead), Urgency.OFFER


def _bring_along(store: Store, old: int, person: PersonRow) -> None:
    """Swaps, rosters and draws that are still open, as they stood in the old chat; a hand's open leads, too."""
    still: dict[CardKind, Select[Any]] = {
        CardKind.SWAP: select(swaps.c.id).where(
            swaps.c.office == store.office, swaps.c.state == SwapState.OPEN
        ),
        CardKind.PROPOSAL: select(rosters.c.id).where(
            rosters.c.office == store.office, rosters.c.state == RosterState.PROPOSED
        ),
        CardKind.DRAW: select(draws.c.segment + ":" + draws.c.monday).where(
            draws.c.office == store.office, draws.c.opened_at.is_(None)
        ),
    }
    headed = headed_by(read_office(store), person.id)
    if may(person.roles, Right.ASSIGN) or headed:
        every = select(leads.c.id).where(leads.c.office == store.office, leads.c.state.in_(OPEN))
        own = leads.c.segment.in_(sorted(headed))
        still[CardKind.LEAD] = every if may(person.roles, Right.ASSIGN) else every.where(own)
    for kind, subjects in still.items():
        is_open = {str(subject) for subject in store.scalars(subjects)}
        theirs = (stored_cards.c.office == store.office, stored_cards.c.chat == old, cards.are([kind]))
        for subject in store.scalars(select(stored_cards.c.subject).where(*theirs)):
            if subject in is_open and person.chat is not None:
                about = kind.facts.about.read(subject)
                cards.want(store, person.chat, kind, about, person.id, Urgency.NEWS)


def _tell(store: Store, move: Move, person: PersonRow) -> None:
    """The old chat, and whoever answers for the office: a move that nobody has wanted must not stay unseen."""
    subject = f"moved:{person.id}:{move.at.isoformat()}"
    if move.old is not None:
        now_here = people.by_chat(store, move.old)
        key = "account-is-anothers" if now_here else "account-moved"
        args = {"name": person.name, "locale": person.locale} | ({"other": now_here.name} if now_here else {})
        _note(store, move.old, subject, {"key": key, "args": args})
    key = "person-moved" if person.chat is not None else "person-cut-off"
    for reader in _answer_for_the_office(store, move):
        if reader.chat is not None:
            _note(store, reader.chat, subject, {"key": key, "args": {"name": person.name}})


def _answer_for_the_office(store: Store, move: Move) -> list[PersonRow]:
    """Whoever is told of another account, but for the one who has it."""
    others = [p for p in people.connected(store) if p.id != move.who]
    with_admins = [replace(p, roles=(*p.roles, Role.ADMIN)) if p.chat in move.admins else p for p in others]
    return recipients(News.ACCOUNT, with_admins)


def _note(store: Store, chat: int, subject: str, payload: dict[str, Any]) -> None:
    cards.want(store, chat, CardKind.NOTE, subject, None, payload=payload)
