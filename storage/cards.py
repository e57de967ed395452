"""The cards: what each chat should show, what it shows, and what is still to be sent."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Text,
    and_,
    bindparam,
    delete,
    exists,
    false,
    not_,
    or_,
    select,
    type_coerce,
    update,
)

from leads.lead import Result, State, Step
from storage.columns import one_of
from storage.database import inserting
from storage.kinds import ANSWER, KINDS, CardKind, Change, Holds, Urgency, kind_of, stale_by, that_hold
from storage.store import Mark, Store
from storage.subjects import A_LEAD, Subject
from storage.tables.chats import CARD_IS_DUE, cards
from storage.tables.leads import leads, offers

MOST_LISTS = 10
"""How many open lists of managers are kept true: somebody looks at the newest, and Telegram has its limits."""


@dataclass(frozen=True, slots=True)
class CardRow:
    """`kind` is None where another version has left it behind: nothing here draws it."""

    id: int
    chat: int
    kind: CardKind | None
    subject: str  # as the kind says
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
    cause: str | None = None  # what has last made it due


def want(
    store: Store,
    chat: int,
    kind: CardKind,
    about: Subject,
    person: str | None,
    urgency: Urgency | None = None,
    *,
    fresh: bool = True,
    once: bool = False,
    payload: Mapping[str, Any] | None = None,
) -> None:
    """Asks for a card: a new one is made, an old one is brought up to date, anew at the end if `fresh`.

    `once`: in the place of one that says the same already and is still to be sent, whatever that is about.
    """
    _mark(store, kind)
    says = None if payload is None else _payload(kind, payload)
    subject = kind.subject(about)
    if once:
        subject = place(store, chat, kind, subject, says or {})
    urgency = kind.facts.urgency if urgency is None else urgency
    new = {"office": store.office, "chat": chat, "kind": kind.row, "subject": subject, "person": person}
    new |= {"urgency": urgency, "payload": says or _payload(kind, {}), "message_ids": [], "stale": []}
    new |= {"cause": store.cause}
    store.execute(_wanting(store.dialect.name, fresh=fresh, says=says is not None), new)


@cache
def _wanting(dialect: str, *, fresh: bool, says: bool) -> Any:
    """Asked for with each change of a lead, so each way of it is built once."""
    row = inserting(dialect, cards)
    set_ = {"wanted": cards.c.wanted + 1, "urgency": row.excluded.urgency, "person": row.excluded.person}
    set_ |= {"cause": row.excluded.cause}
    set_ |= {"anew": cards.c.wanted + 1} if fresh else {}
    set_ |= {"payload": row.excluded.payload} if says else {}
    return row.on_conflict_do_update(index_elements=["office", "chat", "kind", "subject"], set_=set_)


def _payload(kind: CardKind, says: Mapping[str, Any]) -> dict[str, Any]:
    """An answer's row says which one it is."""
    return {"screen": kind.word, **says} if kind.row == ANSWER else dict(says)


def place(store: Store, chat: int, kind: CardKind, subject: str, payload: Mapping[str, Any]) -> str:
    """Finds the subject of the card that says this already and is still to be sent; else the one that is given."""
    unsent = (CARD_IS_DUE, cards.c.shown == 0, cards.c.payload == dict(payload))
    here = (cards.c.office == store.office, cards.c.chat == chat, cards.c.kind == kind.row)
    like = select(cards.c.subject).where(*here, or_(cards.c.subject == subject, and_(*unsent)))
    found = set(store.scalars(like))
    return subject if subject in found or not found else min(found)


def lead_shown_by(store: Store, chat: int, message: int) -> int | None:
    """Finds the lead that this message of a chat shows, itself or the files of it; None where it shows none."""
    kinds = [kind for kind in KINDS.values() if kind.facts.about is A_LEAD]
    here = (cards.c.office == store.office, cards.c.chat == chat, are(kinds))
    like = type_coerce(cards.c.message_ids, Text).contains(str(message))
    rows = store.execute(select(cards.c.subject, cards.c.message_ids).where(*here, like))
    return next((A_LEAD.read(row.subject) for row in rows if message in row.message_ids), None)


def changed(store: Store, change: Change, *about: Subject) -> None:
    """Puts every card that this makes untrue out of date; where it is about something, those about that."""
    touch(store, stale_by(change), *about)


def touch(store: Store, kinds: Collection[CardKind], *about: Subject) -> None:
    """Puts every card of these kinds out of date; where they are named, those about these."""
    _mark(store, *kinds)
    if about and not any(kind.facts.is_answer for kind in kinds):
        subjects = sorted({kind.subject(one) for kind in kinds for one in about})
        store.execute(_touching(tuple(kinds)), {"of": store.office, "subjects": subjects, "by": store.cause})
        return
    meant = (cards.c.office == store.office, are(kinds, *about))
    store.execute(update(cards).where(*meant).values(wanted=cards.c.wanted + 1, cause=store.cause))


def touch_of(store: Store, kinds: Collection[CardKind], person: str) -> None:
    """Puts every card of these kinds that this person has out of date."""
    _mark(store, *kinds)
    theirs = (cards.c.office == store.office, cards.c.person == person, are(kinds))
    store.execute(update(cards).where(*theirs).values(wanted=cards.c.wanted + 1, cause=store.cause))


def touch_shown(store: Store, chat: int, message: int) -> None:
    """Puts the card out of date that this message of a chat shows, whatever it is."""
    like = type_coerce(cards.c.message_ids, Text).contains(str(message))
    here = (cards.c.office == store.office, cards.c.chat == chat, like)
    rows = store.execute(select(cards.c.id, cards.c.message_ids).where(*here))
    if found := [row.id for row in rows if message in row.message_ids]:
        again = {"wanted": cards.c.wanted + 1, "cause": store.cause}
        store.execute(update(cards).where(cards.c.id.in_(found)).values(again))


def touch_pane(store: Store, name: str) -> None:
    """Puts every card of the office out of date on which a pane is open whose name begins like this."""
    is_open = type_coerce(cards.c.payload, Text).contains(f'"pane": "{name}', autoescape=True)
    meant = (cards.c.office == store.office, are([CardKind.OFFICE]), is_open)
    store.execute(update(cards).where(*meant).values(wanted=cards.c.wanted + 1, cause=store.cause))


def _mark(store: Store, *kinds: CardKind) -> None:
    if any(kind.facts.at_once for kind in kinds):
        store.marks.add(Mark.CARD_AT_ONCE)


@cache
def _touching(plain: tuple[CardKind, ...]) -> Any:
    """Those of these kinds that are about `subjects`: what most changes come to, so it is built once."""
    meant = (
        cards.c.office == bindparam("of"),
        one_of(cards.c.kind, [kind.word for kind in plain]),
        cards.c.subject.in_(bindparam("subjects", expanding=True)),
    )
    return update(cards).where(*meant).values(wanted=cards.c.wanted + 1, cause=bindparam("by"))


def are(kinds: Collection[CardKind], *about: Subject) -> ColumnElement[bool]:
    """Tells whether a card is of one of these kinds; where any are named, also about one of these."""
    plain = [kind for kind in kinds if not kind.facts.is_answer]
    found = [_are(plain, about)] if plain else []
    found += [_is_answer(kind, about) for kind in kinds if kind.facts.is_answer]
    return or_(*found) if found else false()


def _are(plain: Collection[CardKind], about: Collection[Subject]) -> ColumnElement[bool]:
    of_kind = cards.c.kind.in_([kind.word for kind in plain])
    subjects = {kind.subject(one) for kind in plain for one in about}
    return and_(of_kind, cards.c.subject.in_(sorted(subjects))) if about else of_kind


def _is_answer(kind: CardKind, about: Collection[Subject]) -> ColumnElement[bool]:
    """Told by its subject: no database has to look into a payload."""
    its = cards.c.subject.startswith(f"{kind.word}:", autoescape=True)
    anything = or_(cards.c.subject == kind.word, its)
    named = cards.c.subject.in_([kind.subject(one) for one in about])
    return and_(cards.c.kind == ANSWER, named if about else anything)


def touch_lists(store: Store, segment: str) -> None:
    """Puts the newest cards out of date on which somebody chooses among a segment's managers: drafts, a head's."""
    asked = exists().where(
        offers.c.lead == leads.c.id, offers.c.result == Result.OPEN, offers.c.step == Step.CHOOSE
    )
    here = (
        leads.c.office == store.office,
        leads.c.segment == segment,
        leads.c.state.in_([State.DRAFT, State.OFFERED]),
        or_(leads.c.state == State.DRAFT, asked),
    )
    newest = select(leads.c.id).where(*here).order_by(leads.c.id.desc()).limit(MOST_LISTS)
    if found := store.scalars(newest).all():
        changed(store, Change.CHOICE, *found)


def forget_said(store: Store, before: datetime, most: int) -> int:
    """Drops what does not last, and was said before then. Returns how many cards are gone."""
    lasts, gone = _sorted_out()
    said = (
        cards.c.office == store.office,
        or_(are(gone), and_(cards.c.kind == ANSWER, not_(are(lasts)))),
        cards.c.shown == cards.c.wanted,
        cards.c.stale == [],
        or_(cards.c.shown_at.is_(None), cards.c.shown_at < before),
        or_(cards.c.given_up_at.is_(None), cards.c.given_up_at < before),
    )
    found = list(store.scalars(select(cards.c.id).where(*said).limit(most)))
    store.execute(delete(cards).where(cards.c.id.in_(found)))
    return len(found)


def _sorted_out() -> tuple[list[CardKind], list[CardKind]]:
    """The answers that last, and of all else what does not; answers of other versions do not last either."""
    lasts = [kind for kind in KINDS.values() if kind.facts.is_answer and kind.facts.lasts]
    return lasts, [kind for kind in KINDS.values() if not kind.facts.is_answer and not kind.facts.lasts]


def of(store: Store, chat: int, kind: CardKind, about: Subject) -> CardRow | None:
    """Finds the card of one chat about one thing."""
    here = (cards.c.office == store.office, cards.c.chat == chat)
    its = (cards.c.kind == kind.row, cards.c.subject == kind.subject(about))
    found = store.execute(select(cards).where(*here, *its)).one_or_none()
    return row_of(found) if found else None


def of_kind(store: Store, kind: CardKind) -> Sequence[CardRow]:
    """In every chat."""
    here = (cards.c.office == store.office, are([kind]))
    return [row_of(row) for row in store.execute(select(cards).where(*here).order_by(cards.c.id))]


def chats_reached(store: Store, chats: Collection[int]) -> frozenset[int]:
    """Returns those of these chats in which anything was ever shown."""
    here = (cards.c.office == store.office, cards.c.chat.in_(chats), cards.c.shown > 0)
    return frozenset(store.scalars(select(cards.c.chat).where(*here).distinct())) if chats else frozenset()


def row_of(row: Row[Any]) -> CardRow:
    is_failing = row.failing == row.wanted
    return CardRow(
        row.id,
        row.chat,
        kind_of(row.kind, row.payload.get("screen")),
        row.subject,
        row.person,
        row.payload,
        row.wanted,
        row.shown,
        row.anew,
        row.begun,
        tuple(row.message_ids),
        tuple(row.stale),
        row.failures if is_failing else 0,
        row.retry_at if is_failing else None,
        row.cause,
    )


def redraw_chat(store: Store, chat: int) -> None:
    """Draws everything that this chat shows again, or takes it away; what has words of its own stays."""
    here = (cards.c.office == store.office, cards.c.chat == chat, not_(are(that_hold(Holds.WORDS))))
    store.execute(update(cards).where(*here).values(wanted=cards.c.wanted + 1, cause=store.cause))


def redraw(store: Store, person: str) -> None:
    """Draws what still changes in this person's chats again, or takes it away; what was said once stays."""
    theirs = (cards.c.office == store.office, cards.c.person == person, are(stale_by(Change.READER)))
    store.execute(update(cards).where(*theirs).values(wanted=cards.c.wanted + 1, cause=store.cause))
