"""The cards: what each chat should show, what it shows, and what is still to be sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from typing import Any

from sqlalchemy import Connection, Row, and_, delete, exists, or_, select, update

from leads.scene import Result, State, Step
from storage.database import upsert
from storage.offices import FIRST
from storage.tables import CARD_IS_DUE, cards, leads, offers

MOST_LISTS = 10
"""How many open lists of managers are kept true: somebody looks at the newest, and Telegram has its limits."""


class Urgency(IntEnum):
    """Who goes first when Telegram's limits make them wait: the lowest."""

    OFFER = 0  # its time runs
    ANSWER = 1  # to somebody who has just tapped or written
    NEWS = 2  # a card elsewhere that has to stay true
    NOTE = 3
    SUMMARY = 4


LASTING = ("lead", "swap", "roster", "week", "proposal", "draw")
"""Kinds of cards that change as long as they are shown."""

LASTING_ANSWERS = ("office", "report")
"""Subjects of answers of which there is one in each chat, changed by taps."""

WORKBOOK = "workbook:"
"""What the subjects of answers begin with that show a file with clients in it: the one thing that cannot be redrawn."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """`subject` is a lead's id for leads and files, anything unique for a note."""

    id: int
    chat: int
    kind: str
    subject: str
    person: str | None
    payload: Mapping[str, Any]
    wanted: int
    shown: int
    anew: int
    begun: int
    message_ids: tuple[int, ...]
    stale: tuple[int, ...]
    failures: int = 0  # of showing the wanted version; of another one they do not count
    retry_at: datetime | None = None  # while that is put off


def want(
    conn: Connection,
    chat: int,
    kind: str,
    subject: str,
    person: str | None,
    urgency: Urgency,
    *,
    fresh: bool = True,
    payload: Mapping[str, Any] | None = None,
    office: int = FIRST,
) -> None:
    """Asks for a card: a new one is made, an old one is brought up to date, anew at the end if `fresh`."""
    new = {
        "office": office,
        "chat": chat,
        "kind": kind,
        "subject": subject,
        "person": person,
        "urgency": urgency,
    }
    changes: dict[str, Any] = {"wanted": cards.c.wanted + 1, "urgency": urgency, "person": person}
    changes |= {"anew": cards.c.wanted + 1} if fresh else {}
    changes |= {"payload": dict(payload)} if payload is not None else {}
    conn.execute(
        upsert(conn, cards)
        .values(**new, payload=dict(payload or {}), message_ids=[], stale=[])
        .on_conflict_do_update(index_elements=["office", "chat", "kind", "subject"], set_=changes)
    )


def place(
    conn: Connection,
    chat: int,
    kind: str,
    subject: str,
    payload: Mapping[str, Any],
    office: int = FIRST,
) -> str:
    """The subject of the card that says this already and is still to be sent; else the one that is given."""
    unsent = (CARD_IS_DUE, cards.c.shown == 0, cards.c.payload == dict(payload))
    here = (cards.c.office == office, cards.c.chat == chat, cards.c.kind == kind)
    like = select(cards.c.subject).where(*here, or_(cards.c.subject == subject, and_(*unsent)))
    found = set(conn.scalars(like))
    return subject if subject in found or not found else min(found)


def touch(conn: Connection, kind: str | Collection[str], subject: str, office: int = FIRST) -> None:
    """Every card of this kind, or of any of these, about this subject may be out of date now."""
    kinds = [kind] if isinstance(kind, str) else kind
    of_subject = (cards.c.office == office, cards.c.kind.in_(kinds), cards.c.subject == subject)
    conn.execute(update(cards).where(*of_subject).values(wanted=cards.c.wanted + 1))


def touch_all(conn: Connection, *kinds: str, office: int = FIRST) -> None:
    """Every card of these kinds may be out of date now."""
    of_kind = (cards.c.office == office, cards.c.kind.in_(kinds))
    conn.execute(update(cards).where(*of_kind).values(wanted=cards.c.wanted + 1))


def touch_lists(conn: Connection, segment: str, office: int = FIRST) -> None:
    """The newest cards on which somebody chooses among a segment's managers: drafts, and what a head is asked."""
    asked = exists().where(
        offers.c.lead == leads.c.id, offers.c.result == Result.OPEN, offers.c.step == Step.CHOOSE
    )
    here = (
        leads.c.office == office,
        leads.c.segment == segment,
        leads.c.state.in_([State.DRAFT, State.OFFERED]),
        or_(leads.c.state == State.DRAFT, asked),
    )
    newest = select(leads.c.id).where(*here).order_by(leads.c.id.desc()).limit(MOST_LISTS)
    found = [str(lead) for lead in conn.scalars(newest)]
    shown = (cards.c.office == office, cards.c.kind == "lead", cards.c.subject.in_(found))
    conn.execute(update(cards).where(*shown).values(wanted=cards.c.wanted + 1))


def forget_said(conn: Connection, before: datetime, most: int, office: int = FIRST) -> int:
    """Notes and answers to questions that were said before then, and change no more. Returns how many are gone."""
    said = (
        cards.c.office == office,
        cards.c.kind.in_(["note", "answer"]),
        cards.c.subject.not_in(LASTING_ANSWERS),
        ~cards.c.subject.startswith(WORKBOOK),
        cards.c.shown == cards.c.wanted,
        cards.c.stale == [],
        or_(cards.c.shown_at.is_(None), cards.c.shown_at < before),
        or_(cards.c.given_up_at.is_(None), cards.c.given_up_at < before),
    )
    found = list(conn.scalars(select(cards.c.id).where(*said).limit(most)))
    conn.execute(delete(cards).where(cards.c.id.in_(found)))
    return len(found)


def disown(conn: Connection, chat: int, subject: str, messages: Sequence[int]) -> None:
    """Messages beside this lead's card, the secretary's own, are to be removed with what the card has left behind."""
    card = of(conn, chat, "lead", subject)
    if card:
        change(conn, card.id, stale=[*card.stale, *(m for m in messages if m not in card.stale)])


def find(conn: Connection, id: int) -> CardRow | None:
    row = conn.execute(select(cards).where(cards.c.id == id)).one_or_none()
    return row_of(row) if row else None


def of(conn: Connection, chat: int, kind: str, subject: str, office: int = FIRST) -> CardRow | None:
    """The card of one chat about one subject."""
    here = (cards.c.office == office, cards.c.chat == chat, cards.c.kind == kind, cards.c.subject == subject)
    found = conn.execute(select(cards).where(*here)).one_or_none()
    return row_of(found) if found else None


def change(conn: Connection, id: int, **values: Any) -> None:
    conn.execute(update(cards).where(cards.c.id == id).values(**values))


def leave(conn: Connection, id: int, version: int) -> None:
    """Nothing reaches a chat that is nobody's: what this card has there stays, and is due when redrawn."""
    if card := find(conn, id):
        change(conn, id, shown=version, message_ids=[*card.message_ids, *card.stale], stale=[])


def put_off(conn: Connection, card: int, version: int, failures: int, until: datetime) -> None:
    """This version could not be shown so often: it waits behind the others of its chat."""
    change(conn, card, failing=version, failures=failures, retry_at=until)


def given_up_since(conn: Connection, since: datetime, office: int = FIRST) -> Sequence[CardRow]:
    """Cards of which a version was given up since then, the latest first."""
    here = (cards.c.office == office, cards.c.given_up_at >= since)
    rows = conn.execute(select(cards).where(*here).order_by(cards.c.given_up_at.desc(), cards.c.id))
    return [row_of(row) for row in rows]


def move(conn: Connection, chat: int, to: int, office: int = FIRST) -> None:
    """A group has become a supergroup: all its cards go there, in the place of those that are there already."""
    twin = cards.alias()
    same = (twin.c.kind == cards.c.kind, twin.c.subject == cards.c.subject)
    moves = exists().where(twin.c.office == office, twin.c.chat == chat, *same)
    conn.execute(delete(cards).where(cards.c.office == office, cards.c.chat == to, moves))
    conn.execute(update(cards).where(cards.c.office == office, cards.c.chat == chat).values(chat=to))


def row_of(row: Row[Any]) -> CardRow:
    return CardRow(
        row.id,
        row.chat,
        row.kind,
        row.subject,
        row.person,
        row.payload,
        row.wanted,
        row.shown,
        row.anew,
        row.begun,
        tuple(row.message_ids),
        tuple(row.stale),
        *((row.failures, row.retry_at) if row.failing == row.wanted else ()),
    )


def redraw_chat(conn: Connection, chat: int, office: int = FIRST) -> None:
    """Everything that this chat shows is drawn again, or taken away; notes, which are said once, stay."""
    here = (cards.c.office == office, cards.c.chat == chat, cards.c.kind != "note")
    conn.execute(update(cards).where(*here).values(wanted=cards.c.wanted + 1))


def redraw(conn: Connection, person: str, office: int = FIRST) -> None:
    """Everything that still changes in this person's chats is drawn again, or taken away; what was said once stays."""
    his = (cards.c.office == office, cards.c.person == person, cards.c.kind.in_((*LASTING, "files")))
    conn.execute(update(cards).where(*his).values(wanted=cards.c.wanted + 1))
