"""A client's personal data, wherever they are stored: found by their phone, or by how long ago it was; and erased."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Select, Text, and_, delete, exists, func, or_, select, type_coerce, update

from leads.client import Cause
from leads.lead import State
from storage import clients as known_clients
from storage import crm, requests, terms
from storage.cards import are, touch
from storage.clients import IS_PHONE, OPEN
from storage.kinds import CardKind, Holds, that_hold
from storage.rows import LAST_MARK
from storage.store import Store
from storage.subjects import A_LEAD
from storage.tables.chats import cards, set_aside
from storage.tables.clients import clients, contacts, joins, touches
from storage.tables.leads import leads

PAGE = 1000  # rows that are read at once
NAME_OTHERS = ("same", "sure", "drafts", "leads")  # lists under a card that name other clients

Messages = frozenset[tuple[int, int]]  # chat and message
Mentions = Callable[[str], bool]  # whether a text names the client who is to be forgotten

CONTACTS = (leads.c.created_at, leads.c.handed_at, leads.c.held_at, leads.c.closed_at)


@dataclass(frozen=True, slots=True)
class LeadRow:
    """A lead, as far as an erasure has to know of it."""

    id: int
    number: int | None
    state: State
    client: int | None
    messages: Messages  # people's own about it
    albums: frozenset[str]


def of_clients(store: Store, ids: Collection[int]) -> set[int]:
    """Returns the leads of these clients."""
    return set(store.scalars(select(leads.c.id).where(leads.c.client.in_(ids))))


def clients_of(store: Store, ids: Collection[int]) -> set[int]:
    """Returns the clients of these leads."""
    found = store.scalars(select(leads.c.client).where(leads.c.id.in_(ids), leads.c.client.is_not(None)))
    return {client for client in found if client is not None}


def clients_with(store: Store, phones: Collection[str], others: Collection[str] = ()) -> set[int]:
    """Returns the clients who have one of these numbers, or of these other contacts, of whatever kind."""
    is_one = or_(and_(IS_PHONE, contacts.c.value.in_(phones)), and_(~IS_PHONE, contacts.c.value.in_(others)))
    return set(store.scalars(select(contacts.c.client).where(contacts.c.office == store.office, is_one)))


def of_messages(store: Store, ids: Collection[int]) -> set[int]:
    """Returns other leads that came of the same messages of a secretary."""
    mine = store.execute(_places().where(touches.c.lead.in_(ids)))
    places = {(row.chat, message) for row in mine for message in row.messages}
    if not places:
        return set()
    chats = {chat for chat, _ in places}
    rows = store.execute(_places().where(touches.c.office == store.office, touches.c.chat.in_(chats)))
    return {row.lead for row in rows if any((row.chat, m) in places for m in row.messages)}


def _places() -> Select[Any]:
    return select(touches.c.lead, touches.c.chat, touches.c.messages).where(touches.c.chat.is_not(None))


def phones_of(store: Store, ids: Collection[int]) -> set[str]:
    """Returns the numbers of these leads' clients."""
    theirs = contacts.c.client == leads.c.client
    query = select(contacts.c.value).join(leads, theirs).where(leads.c.id.in_(ids), IS_PHONE)
    return set(store.scalars(query))


def with_extensions(store: Store, number: str) -> list[str]:
    """Returns the stored numbers that differ from this one only by an extension behind it."""
    is_one = contacts.c.value.startswith(f"{number};ext=", autoescape=True)
    return sorted(
        store.scalars(select(contacts.c.value).where(contacts.c.office == store.office, IS_PHONE, is_one))
    )


def that_mention(store: Store, mentions: Mentions, *where: Any) -> set[int]:
    """Returns the leads in whose touches, or among the contacts there, one of these stands; every text is read."""
    found: set[int] = set()
    last = 0
    # asked for the office, SQLite would sort all that is left for every page: it is looked at here
    names = ("id", "office", "lead", "text", "phone", "phones", "slips", "contacts")
    columns = [touches.c[name] for name in names]
    says = or_(
        touches.c.text != "", touches.c.phones_found > 1, touches.c.slips != [], touches.c.contacts != []
    )
    while True:
        query = select(*columns).where(says, *where, touches.c.id > last).order_by(touches.c.id)
        page = store.execute(query.limit(PAGE)).all()
        found |= {row.lead for row in page if row.office == store.office and _said_by(row, mentions)}
        if len(page) < PAGE:
            return found
        last = page[-1].id


def _said_by(row: Any, mentions: Mentions) -> bool:
    """A number is in the text, or came beside it, as others do: in a contact, with a forward."""
    others = [phone for phone in row.phones if phone != row.phone]  # the own one is looked for by an index
    beside = (written for _, written in (*row.slips, *row.contacts))
    return any(mentions(words) for words in (row.text, *others, *beside))


def newest(store: Store) -> int:
    """Returns the row of the newest touch; 0 where there is none."""
    return store.scalar(select(func.max(touches.c.id))) or 0


def lead_rows(store: Store, ids: Collection[int]) -> list[LeadRow]:
    """Returns those whose client is still known, in the order of their rows."""
    said = select(leads.c.id, leads.c.number, leads.c.state, leads.c.client, touches.c.chat)
    query = (
        said.add_columns(touches.c.messages, touches.c.album)
        .outerjoin(touches, touches.c.lead == leads.c.id)
        .where(leads.c.id.in_(ids), leads.c.erased.is_(None))
        .order_by(leads.c.id, touches.c.id)
    )
    rows = groupby(store.execute(query), key=lambda row: (row.id, row.number, row.state, row.client))
    return [_lead_row(*lead, said=list(its)) for lead, its in rows]


def _lead_row(id: int, number: int | None, state: str, client: int | None, said: Sequence[Any]) -> LeadRow:
    messages = frozenset((row.chat, m) for row in said if row.chat for m in row.messages)
    albums = frozenset(row.album for row in said if row.album)
    return LeadRow(id, number, State(state), client, messages, albums)


def erase_leads(store: Store, found: Collection[LeadRow], cause: Cause) -> tuple[int, Collection[int]]:
    """Who called is forgotten, the lead itself stays; a draft is thrown away.

    Returns how many touches there were, and the clients of whom nothing is left.
    """
    ids = [lead.id for lead in found]
    requests.forget_words(store, store.scalars(select(touches.c.id).where(touches.c.lead.in_(ids))).all())
    gone = store.execute(delete(touches).where(touches.c.lead.in_(ids)))
    store.execute(delete(leads).where(leads.c.id.in_(ids), leads.c.state == State.DRAFT))
    promised = ("appointment_what", "appointment_at", "appointment_told")
    marked = (f"mark_{name}" for name in LAST_MARK)
    forgotten = {"erased": cause, "client": None, **dict.fromkeys((*promised, *marked))}
    store.execute(update(leads).where(leads.c.id.in_(ids)).values(forgotten))
    whose = {lead.client for lead in found if lead.client}
    crm.forget_clients(store, ids)
    dropped = known_clients.drop_empty(store, whose)
    terms.renew(store, whose.difference(dropped))
    return gone.rowcount, dropped


def shown_by(store: Store, ids: Collection[int]) -> Messages:
    """Returns the messages that show these leads, or are still to be removed; of lists, any that may."""
    if not ids:
        return frozenset()
    shows = or_(are(that_hold(Holds.STORED), *ids), are(that_hold(Holds.LISTED)))
    here = (cards.c.office == store.office, shows)
    rows = store.execute(select(cards.c.chat, cards.c.message_ids, cards.c.stale).where(*here))
    return frozenset((row.chat, message) for row in rows for message in (*row.message_ids, *row.stale))


def counts(store: Store, ids: Collection[int]) -> dict[str, int]:
    """Tells how many touches and files these leads have, and how many messages show them."""
    said = store.execute(select(touches.c.attachments).where(touches.c.lead.in_(ids))).all()
    files = sum(many for row in said for kind, many in row.attachments.items() if kind != "contact")
    here = (cards.c.office == store.office, are(that_hold(Holds.STORED), *ids))
    messages = store.scalars(select(cards.c.message_ids).where(*here)) if ids else ()
    return {"touches": len(said), "files": files, "messages": sum(map(len, messages))}


def holders(store: Store, ids: Collection[int]) -> dict[int, str]:
    """Returns who has these leads, of those that somebody has."""
    query = select(leads.c.id, leads.c.holder).where(leads.c.id.in_(ids), leads.c.holder.is_not(None))
    return {row.id: row.holder for row in store.execute(query) if row.holder}


def notes_that_mention(store: Store, mentions: Mentions, kinds: Collection[CardKind]) -> list[int]:
    """Returns cards of these kinds whose own words hold one of these numbers."""
    notes = (cards.c.office == store.office, are(kinds))
    rows = store.execute(select(cards.c.id, cards.c.payload).where(*notes))
    return [row.id for row in rows if _says(row.payload, mentions)]


def blank(store: Store, ids: Collection[int], payload: dict[str, Any]) -> None:
    """Puts other words on these cards, which are drawn again."""
    change = update(cards).where(cards.c.id.in_(ids))
    store.execute(change.values(payload=payload, wanted=cards.c.wanted + 1))


def redraw(store: Store, ids: Collection[int]) -> None:
    """The cards that are drawn from what is stored of these leads' clients are drawn again, every list, and what
    somebody chooses from on the cards of other leads.
    """
    if not ids:
        return
    touch(store, that_hold(Holds.STORED), *ids)
    touch(store, that_hold(Holds.LISTED))
    drafts = store.scalars(
        select(leads.c.id).where(leads.c.office == store.office, leads.c.state == State.DRAFT)
    )
    if others := {*drafts, *_with_others(store)}:
        touch(store, that_hold(Holds.STORED), *others)


def _with_others(store: Store) -> Iterator[int]:
    """The leads on whose card somebody chooses among other clients just now."""
    here = (cards.c.office == store.office, are(that_hold(Holds.STORED)))
    says = type_coerce(cards.c.payload, Text)
    like = or_(*(says.contains(f'"menu": "{menu}"') for menu in NAME_OTHERS))
    for subject in store.scalars(select(cards.c.subject).where(*here, like)):
        yield A_LEAD.read(subject)


def take_workbooks(store: Store, person: str | None = None) -> None:
    """The cards that show a file with every client of some days in it show nothing; of one person, or of all."""
    for kind in that_hold(Holds.FILE):
        files = [cards.c.office == store.office, are([kind])]
        files += [cards.c.person == person] if person else []
        found = store.scalars(select(cards.c.id).where(*files)).all()
        blank(store, found, {"screen": kind.word, "args": {}})


def set_aside_about(
    store: Store,
    mentions: Mentions,
    messages: Messages,
    albums: Collection[str],
    accounts: Collection[int] = (),
) -> list[int]:
    """Returns updates that could not be handled and hold one of these numbers, messages, albums or accounts."""
    rows = store.execute(select(set_aside.c.id, set_aside.c.body))
    return [
        r.id
        for r in rows
        if _says(r.body, mentions) or _is_of(r.body, messages, albums) or _is_from(r.body, accounts)
    ]


def requests_about(store: Store, mentions: Mentions) -> list[int]:
    """Returns what sources have sent, and nobody has read yet or could read, that holds one of these numbers."""
    found = []
    for state in requests.UNTOLD:
        rows = requests.of_state(store, state, requests.MANY)
        found += [row.id for row in rows if any(mentions(text) for text in requests.texts_of(row))]
    return found


def blank_set_aside(store: Store, ids: Sequence[int]) -> None:
    """Keeps that there was an update, when, and what was wrong with it is kept."""
    for id in ids:
        store.execute(update(set_aside).where(set_aside.c.id == id).values(body={"update_id": id}))


def remnants(store: Store) -> list[int | None]:
    """Returns numbers of leads that are said to be erased and still hold something."""
    speaks = exists().where(touches.c.lead == leads.c.id)
    query = select(leads.c.number).where(leads.c.office == store.office, leads.c.erased.is_not(None))
    return list(store.scalars(query.where(or_(leads.c.client.is_not(None), speaks))))


def _says(value: Any, mentions: Mentions) -> bool:
    return any(mentions(text) for text in _texts(value))


def _texts(value: Any) -> Iterator[str]:
    """Every text in a JSON value, its keys apart."""
    if isinstance(value, str):
        yield value
    for part in _parts(value):
        yield from _texts(part)


def _is_of(value: Any, messages: Messages, albums: Collection[str]) -> bool:
    """Whether one of these messages stands anywhere in an update, as itself or under a button."""
    if isinstance(value, dict):
        chat = value.get("chat")
        place = (chat.get("id"), value.get("message_id")) if isinstance(chat, dict) else None
        if place in messages or value.get("media_group_id") in albums:
            return True
    return any(_is_of(part, messages, albums) for part in _parts(value))


def _is_from(value: Any, accounts: Collection[int]) -> bool:
    """Whether one of these accounts has written what is forwarded in an update, or is behind a contact in it."""
    if isinstance(value, dict):
        author = value.get("sender_user")
        ids = (value.get("user_id"), author.get("id") if isinstance(author, dict) else None)
        if any(id in accounts for id in ids):
            return True
    return any(_is_from(part, accounts) for part in _parts(value))


def _parts(value: Any) -> Iterator[Any]:
    if isinstance(value, dict):
        yield from value.values()
    elif isinstance(value, list):
        yield from value


def is_old(cutoff: datetime) -> Any:
    """Says of a lead that nothing has happened since, and nobody is at work on it."""
    return and_(leads.c.state.not_in(OPEN), *(or_(at.is_(None), at < cutoff) for at in CONTACTS))


def clients_before(store: Store, cutoff: datetime, after: int, most: int) -> Sequence[int]:
    """Returns the next clients behind `after`: all of their leads are older, and no manager has had one since.

    They may stand in the text of somebody else's younger lead.
    """
    young = exists().where(leads.c.client == clients.c.id, ~is_old(cutoff))
    is_another = exists().where(joins.c.client == clients.c.id)  # and goes with that one
    here = (
        clients.c.office == store.office,
        clients.c.id > after,
        ~_is_had_since(cutoff),
        ~young,
        ~is_another,
    )
    return list(store.scalars(select(clients.c.id).where(*here).order_by(clients.c.id).limit(most)))


def _is_had_since(cutoff: datetime) -> Any:
    return and_(clients.c.last_at.is_not(None), clients.c.last_at >= cutoff)


def phones_by_client(store: Store, ids: Collection[int]) -> Mapping[int, Sequence[str]]:
    """Returns the numbers of these clients."""
    here = (contacts.c.client.in_(ids), IS_PHONE)
    query = select(contacts.c.client, contacts.c.value).where(*here).order_by(contacts.c.value)
    found: dict[int, list[str]] = {id: [] for id in ids}
    for row in store.execute(query):
        found[row.client].append(row.value)
    return found


def is_client_old(store: Store, client: int, leads_of: Collection[int], cutoff: datetime) -> bool:
    """Tells whether this client and these leads, all that speak of the client, are still as old as they were."""
    known = exists().where(clients.c.id == client, _is_had_since(cutoff))
    young = exists().where(leads.c.id.in_(leads_of), ~is_old(cutoff))
    return not store.scalar(select(or_(known, young)))


def set_aside_before(store: Store, cutoff: datetime) -> Sequence[int]:
    """Returns updates that could not be handled, and hold still what somebody wrote."""
    rows = store.execute(select(set_aside.c.id, set_aside.c.body).where(set_aside.c.at < cutoff))
    return [row.id for row in rows if row.body.keys() - {"update_id"}]
