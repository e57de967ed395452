"""Somebody has another Telegram account: his old chat is emptied, what he needs comes into the new one, it is told."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Select, select

from leads.client import are_files
from leads.duty.swaps import SwapState
from leads.office import Role
from leads.rights import Right, may
from leads.scene import OWNED, Result, State
from storage import cards, people, personal
from storage.agreed import RosterState
from storage.clients import OPEN
from storage.kinds import CardKind, Urgency
from storage.offices import FIRST
from storage.people import PersonRow
from storage.tables import IS_FIRST, draws, leads, offers, rosters, swaps, touches
from storage.tables import cards as stored_cards


@dataclass(frozen=True, slots=True)
class Move:
    """`old`: the account that he had; None: he had none. `admins`: the accounts of ADMIN_IDS, who are told too."""

    who: str
    old: int | None
    at: datetime
    admins: Collection[int] = ()


def moved(conn: Connection, move: Move, office: int = FIRST) -> None:
    """The person's row has the new account already, or none. Where it is the old one, nothing happens."""
    person = people.by_ids(conn, [move.who], office).get(move.who)
    if person is None or person.chat == move.old:
        return
    if move.old is not None:
        cards.redraw_chat(conn, move.old, office)
        personal.take_workbooks(conn, person.id, office)
        if person.roles:  # else nobody but ADMIN_IDS has ever known him
            _tell(conn, move, person, office)
    if person.chat is not None:
        deal(conn, person, office)
        if move.old is not None:
            _bring_along(conn, move.old, person, office)
        cards.want(conn, person.chat, CardKind.MENU, person.id, person.id, office=office)


def deal(conn: Connection, person: PersonRow, office: int = FIRST) -> None:
    """Every lead that waits for this person, or is at work in his hands, becomes a card in his chat."""
    if person.chat is None:
        return
    for lead, urgency in _his(conn, person, office):
        cards.want(conn, person.chat, CardKind.LEAD, lead, person.id, urgency, office=office)
    its_first = (leads.c.id == touches.c.lead) & IS_FIRST
    held = (
        select(leads.c.id, touches.c.attachments)
        .join_from(leads, touches, its_first)
        .where(leads.c.office == office, leads.c.holder == person.id, leads.c.state.in_(OWNED))
    )
    for row in conn.execute(held.order_by(leads.c.id)):
        if are_files(row.attachments):
            cards.want(conn, person.chat, CardKind.FILES, row.id, person.id, Urgency.NEWS, office=office)


def _his(conn: Connection, person: PersonRow, office: int) -> Iterator[tuple[int, Urgency]]:
    """Held by him, handed over by him, his to settle, offered to him."""
    open_ones = select(leads.c.id).where(leads.c.office == office).order_by(leads.c.id)
    drafted = (leads.c.secretary == person.id, leads.c.state.in_([State.DRAFT, *OPEN]))
    wanted: list[tuple[Any, ...]] = [(leads.c.holder == person.id, leads.c.state.in_(OWNED)), drafted]
    if Role.HEAD in person.roles:
        wanted.append((leads.c.state == State.DISPUTED,))
    for which in wanted:
        for lead in conn.scalars(open_ones.where(*which)):
            yield int(lead), Urgency.NEWS
    live = select(offers.c.lead, offers.c.people, offers.c.answers).where(
        offers.c.office == office, offers.c.result == Result.OPEN
    )
    for offer in conn.execute(live.order_by(offers.c.id)):
        if person.id in offer.people and person.id not in offer.answers:
            yield int(offer.lead), Urgency.OFFER


def _bring_along(conn: Connection, old: int, person: PersonRow, office: int) -> None:
    """Swaps, rosters and draws that are still open, as they stood in the old chat; a hand's open leads, too."""
    still: dict[CardKind, Select[Any]] = {
        CardKind.SWAP: select(swaps.c.id).where(swaps.c.office == office, swaps.c.state == SwapState.OPEN),
        CardKind.PROPOSAL: select(rosters.c.id).where(
            rosters.c.office == office, rosters.c.state == RosterState.PROPOSED
        ),
        CardKind.DRAW: select(draws.c.segment + ":" + draws.c.monday).where(
            draws.c.office == office, draws.c.opened_at.is_(None)
        ),
    }
    if may(person.roles, Right.ASSIGN):
        still[CardKind.LEAD] = select(leads.c.id).where(leads.c.office == office, leads.c.state.in_(OPEN))
    for kind, subjects in still.items():
        is_open = {str(subject) for subject in conn.scalars(subjects)}
        his = (stored_cards.c.office == office, stored_cards.c.chat == old, cards.are([kind]))
        for subject in conn.scalars(select(stored_cards.c.subject).where(*his)):
            if subject in is_open and person.chat is not None:
                about = kind.facts.about.read(subject)
                cards.want(conn, person.chat, kind, about, person.id, Urgency.NEWS, office=office)


def _tell(conn: Connection, move: Move, person: PersonRow, office: int) -> None:
    """The old chat, and whoever answers for the office: a move that nobody has wanted must not stay unseen."""
    subject = f"moved:{person.id}:{move.at.isoformat()}"
    if move.old is not None:
        now_here = people.by_chat(conn, move.old, office)
        key = "account-is-anothers" if now_here else "account-moved"
        args = {"name": person.name, "locale": person.locale} | ({"other": now_here.name} if now_here else {})
        _note(conn, move.old, subject, {"key": key, "args": args}, office)
    key = "person-moved" if person.chat is not None else "person-cut-off"
    for reader in _answer_for_the_office(conn, move, office):
        if reader.chat is not None:
            _note(conn, reader.chat, subject, {"key": key, "args": {"name": person.name}}, office)


def _answer_for_the_office(conn: Connection, move: Move, office: int) -> list[PersonRow]:
    """Administrators and heads other than whoever has moved, or else the directors."""
    others = [p for p in people.connected(conn, office) if p.id != move.who]
    chosen = [p for p in others if {Role.ADMIN, Role.HEAD} & set(p.roles) or p.chat in move.admins]
    return chosen or [p for p in others if Role.DIRECTOR in p.roles]


def _note(conn: Connection, chat: int, subject: str, payload: dict[str, Any], office: int) -> None:
    cards.want(conn, chat, CardKind.NOTE, subject, None, payload=payload, office=office)
