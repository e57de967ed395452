"""The courier's outbox over the database, and what a delivery means for a lead."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from desk.door import Door
from desk.drawing import draw
from desk.files import go_on
from desk.invitations import Links
from desk.opened import CLOSED
from desk.outgoing import Card, Drawn, Dropped, Due, Room, Waiting
from desk.places import places as places_of
from desk.together import Together
from desk.work import Work
from leads.answers import unreachable
from leads.entries.people import Unreachable
from leads.offering import delivered
from leads.reasons import Unreached
from leads.recipients import News
from screens.notice import ASKING
from storage import cards, cases, due, people, sending, showing
from storage.ailments import DatabaseAilsError, ailment_of
from storage.cards import CardRow
from storage.database import apart
from storage.kinds import CardKind

Offer = tuple[int, int]
"""A lead, and the offer of it that a card makes."""

ONLY_SENT = frozenset({CardKind.TRIAL, CardKind.REJECTS})
"""What was tried, and lines of a file that could not be read, are kept nowhere once they are sent."""

log = logging.getLogger(__name__)

MOST_UNSURE = 1
"""An offer is said once more; a draft, or a lead that somebody has, again and again until they certainly see it."""


class DeskOutbox:
    """Implements `desk.outgoing.Outbox`; what each method promises is said there."""

    def __init__(self, door: Door, links: Links) -> None:
        self._door = door
        self._links = links
        self._together = Together(door)

    async def due(self, room: Room) -> Due:
        return await self._door.read(partial(self._due, room))

    def _due(self, room: Room, work: Work) -> Due:
        rows = sending.due(work.store, room.places + len(room.held), work.now)
        return _drawn_now(self._links, rows, room, work) if rows else Due()

    def leaving(self, room: Room, work: Work) -> Due | None:
        """Draws what is due now in an open transaction, as far as it is drawn at once, and notes it as begun.

        None where that fails: the change itself is not to fail with it, and the courier will look.
        """
        try:
            with apart(work.store):
                return self._leaving(room, work)
        except Exception as error:
            if ailment_of(error):
                raise
            log.error("what is due is not drawn with the change: %s", next(places_of(error)))
            return None

    def _leaving(self, room: Room, work: Work) -> Due:
        rows = sending.due(work.store, room.places + len(room.held), work.now)
        if not rows:
            return Due()
        due = _drawn_now(self._links, rows, room, work, _is_drawn_at_once)
        drawn = [replace(one, begun=_will_be_sent(one)) for one in due.drawn]
        showing.begin(work.store, {one.card.id: one.card.begun + 1 for one in drawn if one.begun})
        return replace(due, drawn=drawn)

    async def began(self, card: Card) -> None:
        await self._together.write(lambda work: showing.begin(work.store, {card.id: card.begun + 1}))

    async def unsent(self, card: Card) -> None:
        await self._together.write(lambda work: showing.change(work.store, card.id, begun=card.begun))

    async def shown(self, card: Card, message_ids: tuple[int, ...], now: datetime) -> Waiting:
        """What this means for the lead is left out where it fails: the message is there, whatever else is."""
        try:
            return await self._shown(card, message_ids, now, card.offer)
        except DatabaseAilsError:
            raise
        except Exception as error:  # noqa: BLE001 - else they would be sent it again and again
            log.error("card %d (%s) is shown: %s", card.id, card.kind, next(places_of(error)))
            return await self._shown(card, message_ids, now, None)

    async def _shown(
        self, card: Card, message_ids: tuple[int, ...], now: datetime, offer: Offer | None
    ) -> Waiting:
        def case(work: Work) -> None:
            stale = [*card.stale, *(m for m in card.message_ids if m not in message_ids)]
            shows = {"message_ids": list(message_ids), "stale": stale, "shown_at": now}
            showing.change(work.store, card.id, shown=card.wanted, begun=0, **shows)
            if card.kind in ONLY_SENT:
                showing.change(work.store, card.id, payload={})
            if card.kind is CardKind.FILES:
                go_on(work, card.id, card.wanted, fresh=card.fresh)
            if offer:
                work.set_up.lock(work.store)
                _delivered(work, *offer, now)

        return await self._together.write(case, looks=True)

    async def removed(self, card: Card) -> Waiting:
        def case(work: Work) -> None:
            row = showing.find(work.store, card.id)
            left = [m for m in row.stale if m not in card.stale] if row else []
            showing.change(work.store, card.id, stale=left)

        return await self._together.write(case, looks=True)

    async def put_off(self, card: Card, until: datetime) -> None:
        await self._together.write(
            lambda work: showing.put_off(work.store, card.id, card.wanted, card.failures + 1, until)
        )

    async def dropped(self, card: Card, why: Dropped) -> None:
        """The administrator is told by the watchdog; whoever waits for a voice or a photo, here."""

        def case(work: Work) -> None:
            is_over: dict[str, object] = {"stale": []} if card.shown == card.wanted else {}
            is_told = card.kind is CardKind.FILES or why == "unsure"
            given_up = {} if is_told else {"given_up_at": work.now}
            showing.change(work.store, card.id, shown=card.wanted, begun=0, **is_over, **given_up)
            if card.kind is CardKind.FILES:
                work.note(card.chat, f"files-gone:{card.id}", "files-gone")
                go_on(work, card.id, card.wanted, fresh=card.fresh)

        await self._door.write(case)
        if card.kind is CardKind.LEAD and card.fresh and why != "unsure":
            await self._move_on(card)

    async def _move_on(self, card: Card) -> None:
        """An offer that they cannot be shown is not theirs to answer: it costs them nothing."""

        def case(work: Work) -> None:
            row = showing.find(work.store, card.id)
            if row and row.person:
                _passes(work, int(row.subject), row.person)

        try:
            await self._door.write(case)
        except DatabaseAilsError:
            raise
        except Exception as error:  # noqa: BLE001 - then its deadline moves it on
            log.error("card %d (%s): its lead waits: %s", card.id, card.kind, next(places_of(error)))

    async def unreachable(self, card: Card, why: Unreached, now: datetime) -> None:
        """Whoever cannot be reached is offered nothing; what waits for their answer moves on at once.

        What is still to be taken away waits until somebody starts the bot from there.
        """
        await self._door.write(lambda work: _unreachable(work, card, why, now))

    async def moved(self, card: Card, chat: int) -> None:
        await self._door.write(lambda work: showing.move(work.store, card.chat, chat))


def _any(_: CardRow) -> bool:
    return True


def _is_drawn_at_once(row: CardRow) -> bool:
    return row.kind is not None and row.kind.facts.at_once


def _will_be_sent(one: Drawn) -> bool:
    """Whether a message will certainly be made of it, which may be made once more where nobody knows of it."""
    is_new = one.card.fresh or not one.card.message_ids
    return one.card.repeatable and is_new and one.card.needs_drawing and one.content is not None


def _drawn_now(
    links: Links,
    rows: Sequence[CardRow],
    room: Room,
    work: Work,
    may_be: Callable[[CardRow], bool] = _any,
) -> Due:
    """Looked for and drawn by one state of the database: what is drawn is no older than its card."""
    found = _found(work, rows)
    put_off = [card.retry_at for _, card in found if card.retry_at and card.wait(work.now)]
    ready = [(row, card) for row, card in found if not card.wait(work.now)]
    free = [(row, card) for row, card in ready if card.chat not in room.held and may_be(row)]
    drawn = [_drawn(row, card, work, links) for row, card in free[: room.places]]
    leave = {one.card.chat for one in drawn}
    early = {card.chat: (card.id, card.wanted) for _, card in ready if card.chat not in leave}
    return Due(drawn, early, min(put_off, default=None))


def _found(work: Work, rows: Sequence[CardRow]) -> Sequence[tuple[CardRow, Card]]:
    found = [(row, _card(row)) for row in rows]
    unsure = {card.id for _, card in found if card.kind is CardKind.LEAD and card.begun > MOST_UNSURE}
    offered = due.offered_in_cards(work.store, unsure) if unsure else ()
    again = unsure.difference(offered)
    return [(row, replace(card, begun=MOST_UNSURE) if card.id in again else card) for row, card in found]


def _drawn(row: CardRow, card: Card, work: Work, links: Links) -> Drawn:
    if not card.needs_drawing:
        return Drawn(card)
    try:
        with apart(work.store):
            content = draw(row, work, links, repeat=card.begun > 0)
            offer = _new_offer(work, row) if row.kind is CardKind.LEAD and content else None
    except Exception as error:
        if ailment_of(error):
            raise
        return Drawn(card, error=error)
    return Drawn(replace(card, offer=offer), content)


def _new_offer(work: Work, row: CardRow) -> Offer | None:
    """The live offer that this card makes, where it has reached nobody yet."""
    lead = int(row.subject)
    live = work.seen(lead).scene.live
    return (
        (lead, live.id) if live and live.id and not live.delivered_at and row.person in live.people else None
    )


def _delivered(work: Work, lead: int, offer: int, now: datetime) -> None:
    """The acknowledgement clock of an offer starts when somebody has it before their eyes."""
    loaded = work.load(lead)
    if loaded.scene.live and loaded.scene.live.id == offer:
        delivered(loaded.scene, now)
        work.save_quietly(loaded)


def _unreachable(work: Work, card: Card, why: Unreached, now: datetime) -> None:
    showing.change(work.store, card.id, begun=0)
    person = people.by_chat(work.store, card.chat)
    if person is None:
        if not people.lost(work.store, card.chat):
            showing.leave(work.store, card.id, card.wanted)
        return
    if not person.reachable:
        return
    people.change(work.store, person.id, reachable=False)
    work.log(Unreachable(person.id, why))
    for lead in due.offered_to_anybody(work.store):
        _passes(work, lead, person.id)
    _ask_others(work)
    _tell_of(work, person, now)


def _ask_others(work: Work) -> None:
    """What only this person was asked to settle comes to whoever is next; who has the card already sees no change."""
    for lead in due.disputed(work.store):
        for reader in work.recipients(News.DISPUTED, cases.segment_of(work.store, lead)):
            if reader.chat:
                its = (reader.chat, CardKind.LEAD, lead, reader.id)
                cards.want(work.store, *its, fresh=False, payload=CLOSED)


def _passes(work: Work, lead: int, who: str) -> None:
    loaded = work.load(lead)
    unreachable(loaded.scene, who, work.now)
    work.save(loaded)


def _tell_of(work: Work, person: people.PersonRow, now: datetime) -> None:
    for reader in work.recipients(News.UNREACHABLE):
        if reader.id != person.id and reader.chat:
            subject = f"unreachable:{person.id}:{now.isoformat()}"
            work.note(reader.chat, subject, "person-unreachable", name=person.name)


def _asks(row: CardRow) -> bool:
    return row.kind is CardKind.NOTE and row.payload["key"] in ASKING


def _card(row: CardRow) -> Card:
    return Card(
        id=row.id,
        chat=row.chat,
        kind=row.kind,
        wanted=row.wanted,
        shown=row.shown,
        message_ids=row.message_ids,
        stale=row.stale,
        fresh=row.anew > row.shown,
        begun=row.begun,
        repeatable=row.kind is not None and (row.kind.facts.repeatable or _asks(row)),
        failures=row.failures,
        retry_at=row.retry_at,
        cause=row.cause,
    )
