"""By which words a client is found: made of what `clients`, `contacts` and `touches` say, and gone with them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, Integer, and_, cast, delete, func, or_, select

from leads.client import Client, ContactKind
from leads.sought import SPARE, Sought, terms_of
from storage import contacts as known_contacts
from storage.database import upsert
from storage.listing import of_somebody
from storage.store import Store
from storage.tables.clients import clients, terms, touches
from storage.tables.leads import leads

BEHIND: Final = "\uffff"
"""Behind every letter: where what begins with something ends."""


def note(store: Store, said: Mapping[int, Sequence[Client]]) -> None:
    """Adds by what these clients are found from now on, of whom this was said."""
    rows = [
        {"office": store.office, "term": term, "client": client}
        for client, words in said.items()
        for term in frozenset().union(*map(terms_of, words))
    ]
    if rows:
        store.execute(upsert(store, terms).on_conflict_do_nothing(), rows)


def renew(store: Store, ids: Collection[int]) -> None:
    """Leaves only what is said of these clients still."""
    forget(store, ids)
    if ids:
        note(store, {client: list(_said(store, client)) for client in ids})


def forget(store: Store, ids: Collection[int]) -> None:
    if ids:
        store.execute(delete(terms).where(terms.c.client.in_(ids)))


def _said(store: Store, client: int) -> Iterator[Client]:
    name = store.scalar(select(clients.c.name).where(clients.c.id == client))
    yield Client(name=name)
    found = known_contacts.of(store, client)
    phones = tuple(value for kind, value in found if kind == ContactKind.PHONE)
    yield Client(phones=phones, contacts=found[len(phones) :])
    its = select(*(touches.c[name] for name in ("name", "phone", "phones", "contacts", "text")))
    for row in store.execute(its.where(touches.c.client == client)):
        words = {"text": row.text, "contacts": tuple(map(tuple, row.contacts))}
        yield Client(name=row.name, phone=row.phone, phones=row.phones, **words)


def leads_of(
    store: Store, sought: Sought, either: str | None, most: int, headed: Collection[str] = ()
) -> Sequence[int]:
    """Returns the rows of the leads that are meant, the newest first.

    `either`: only leads that this person has, or took in, or of the segments that they head. None: any.
    """
    own = [] if either is None else [of_somebody(either, headed)]
    found = list(_by_number(store, sought.number, own)) if sought.number is not None else []
    if sought.is_about_a_client:
        found += [lead for lead in _by_client(store, sought, own, most) if lead not in found]
    return found[:most]


def _by_number(store: Store, number: int, own: Sequence[ColumnElement[bool]]) -> Sequence[int]:
    here = (leads.c.office == store.office, leads.c.number == number)
    return store.scalars(select(leads.c.id).where(*here, *own)).all()


def _by_client(store: Store, sought: Sought, own: Sequence[ColumnElement[bool]], most: int) -> Sequence[int]:
    """The first thing that is said leads to the clients, each other one leaves some of them out."""
    first, *others = [
        *(_spelt(terms.c.term, spellings) for spellings in [sought.digits] if spellings),
        *(terms.c.term == handle for handle in sought.handles),
        *(_is_form(terms.c.term, *word) for word in sought.words),
    ]
    also = [
        leads.c.client.in_(select(terms.c.client).where(terms.c.office == store.office, other))
        for other in others
    ]
    query = (
        select(leads.c.id)
        .join_from(terms, leads, leads.c.client == terms.c.client)
        .where(terms.c.office == store.office, first, *also, *own)  # a client's leads are of the same office
        .distinct()
        .order_by(cast(leads.c.id, Integer).desc())  # not the column: SQLite would walk through all of them
        .limit(most)
    )
    return store.scalars(query).all()


def _spelt(term: Any, spellings: Sequence[str]) -> ColumnElement[bool]:
    return or_(*(_begins(term, digits) for digits in spellings))


def _is_form(term: Any, word: str, stem: str) -> ColumnElement[bool]:
    """The beginning of a word, or the same word with another ending."""
    other_ending = func.length(term) <= len(stem) + SPARE
    return and_(_begins(term, stem), or_(_begins(term, word), other_ending))


def _begins(term: Any, beginning: str) -> ColumnElement[bool]:
    return and_(term >= beginning, term < beginning + BEHIND)
