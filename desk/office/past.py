"""Past leads come in from the chat: a file is sent, its columns known or asked for, shown, and taken at a word."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from functools import partial
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.errands import Breath, Errands
from desk.office import listing
from desk.office.asking import Said, SentFile
from desk.office.parsing import Named, Parsing
from desk.page import Page
from desk.work import Work
from files.csv_file import RowsError
from files.past.columns import FIELDS, is_past, likeness, recognised
from files.past.foreign import NoColumnError, places_in
from files.past.planning import news_of
from files.people_list import NoListError, read_people
from files.tables import opened
from leads.rights import Right
from screens.buttons.of_past import PastStep
from screens.content import Content
from screens.notice import notice_screen
from screens.office.past import past_screen, rejects_document
from screens.views.past import PastFound, PastState, PastView
from storage import cards, upkeep
from storage.cards import CardRow
from storage.kinds import CardKind, Change
from storage.past import Before, Brought, ChangedMeanwhileError, News, read_before, write_past
from storage.people import PersonRow
from storage.upkeep import UpkeepKind

TOPIC: Final = "past"
EVERY: Final = timedelta(seconds=3)  # the message is edited no oftener
MOST_REJECTS: Final = 3000  # rows of the document; the others come when these are mended
MOST_STAGES: Final = 30
BUSY: Final = frozenset({PastState.READING, PastState.CHECKING, PastState.WORKING})

Payload = dict[str, Any]
Fetch = Callable[[str], Awaitable[bytes | None]]
"""Brings a file that somebody has sent, by Telegram's id of it; None where Telegram does not give it."""


@dataclass(frozen=True, slots=True)
class PastLeads:
    """The card of the chat keeps how far it has come; the file itself stays with Telegram.

    `salt`: a new one, in hex, for an office that has none yet.
    """

    door: Door
    errands: Errands
    fetch: Fetch
    salt: Callable[[], str]

    async def step(self, actor: Actor, step: PastStep, field: str, column: int) -> Reply:
        """Takes the administrator's next word; an old button does nothing."""

        def case(work: Work) -> Reply:
            card = cards.of(work.store, actor.chat, CardKind.PAST, None)
            payload = _next(work, actor, step, (field, column), dict(card.payload) if card else {})
            if payload is not None:
                _show(work, actor, payload, fresh=step is PastStep.ASK)
            return NOTHING

        reply = await self.door.do(actor, Right.SET_UP, case)
        await self.go_on(actor.chat)
        return reply

    async def take(self, actor: Actor, file: SentFile) -> Reply:
        """Takes a file that nobody has asked for: past leads, or people."""

        def case(work: Work) -> Reply:
            _show(work, actor, _read(actor, file, is_asked=False), fresh=True)
            return NOTHING

        reply = await self.door.do(actor, Right.SET_UP, case)
        await self.go_on(actor.chat)
        return reply

    async def go_on(self, chat: int) -> None:
        """Has done, beside everything else, what the card of this chat waits for."""
        state = _state(await self._card(chat))
        if state in BUSY:
            self.errands.add(partial(self._run, chat))

    async def resume(self) -> None:
        """Goes on with what an earlier program has begun."""
        found = await self.door.read(lambda work: cards.of_kind(work.store, CardKind.PAST))
        for card in found:
            if _state(card) in BUSY:
                self.errands.add(partial(self._run, card.chat))

    async def _run(self, chat: int) -> None:
        """Step after step, as long as nobody is asked anything."""
        card = await self._card(chat)
        state = _state(card)
        if card is None or state not in BUSY:
            return
        data = await self.fetch(card.payload["file"])
        if data is None:
            await self._put(chat, state, PastState.TOO_LARGE)
        elif state is PastState.READING:
            if await self._look(chat, card, data):
                await self._check(chat, data)
        elif state is PastState.CHECKING:
            await self._check(chat, data)
        else:
            await self._bring_in(chat, card, data)

    async def _look(self, chat: int, card: CardRow, data: bytes) -> bool:
        """What sort of file it is, and which columns it has. True where nothing has to be asked."""
        kept = await self.door.read(lambda work: upkeep.find(work.store, UpkeepKind.PAST_LEADS))
        try:
            with opened(data, "file", likeness) as table:
                header = table.header
        except RowsError:
            await self._put(chat, PastState.READING, PastState.NO_TABLE, is_asked=True)
            return False
        named = {
            field: columns
            for field, columns in (kept.facts["named"] if kept else {}).items()
            if set(columns) <= set(header)
        }
        known = {"header": header, "named": named}
        if card.payload["is_asked"] or is_past(header):
            ready = "at" in places_in(header, named)
            state = PastState.CHECKING if ready else PastState.COLUMNS
            return await self._put(chat, PastState.READING, state, **known) and ready
        if _are_people(data) and not recognised(header).keys() & {"at", "phone", "outcome", "amount"}:
            await self.door.write(lambda work: _hand_to_listing(work, chat, data))
            return False
        await self._put(chat, PastState.READING, PastState.UNCLEAR, **known)
        return False

    async def _check(self, chat: int, data: bytes) -> None:
        """Reads all of it, and stores nothing."""
        card = await self._card(chat)
        if card is None or _state(card) is not PastState.CHECKING:
            return
        try:
            parsing = await self._parsed(chat, data, card.payload["named"], PastState.CHECKING, create=True)
        except (RowsError, NoColumnError):
            await self._put(chat, PastState.CHECKING, PastState.NO_TABLE, is_asked=True)
            return
        if parsing is None:
            return
        leads = await self.door.read(lambda _: parsing.leads(self.salt()))
        found = _kept(parsing.found(leads))
        await self._put(chat, PastState.CHECKING, PastState.FOUND, found=found, rows=0)

    async def _bring_in(self, chat: int, card: CardRow, data: bytes) -> None:
        """All that is good comes in by one transaction; what is not comes back as a file."""
        payload, salt = card.payload, self.salt()
        parsing = await self._parsed(
            chat, data, payload["named"], PastState.WORKING, create=bool(payload.get("create"))
        )
        if parsing is None:
            return

        def prepared(_: Work) -> tuple[list[Brought], News]:
            leads = parsing.leads(salt)
            made = parsing.people.created, parsing.segments.created
            return leads, news_of(parsing.before, leads, salt, *made)

        leads, news = await self.door.read(prepared)
        try:
            await self.door.write(lambda work: _stored(work, chat, parsing, leads, news))
        except ChangedMeanwhileError:
            await self._put(chat, PastState.WORKING, PastState.DISTURBED)

    async def _parsed(
        self, chat: int, data: bytes, named: Named, state: PastState, *, create: bool
    ) -> Parsing | None:
        """None where somebody has thought better of it meanwhile. Raises RowsError, NoColumnError."""

        def begun(work: Work) -> Parsing:
            before: Before = read_before(work.store)
            return Parsing(data, named, before, work.now, create)

        parsing = await self.door.read(begun)
        breath = Breath(self.errands.stopping)
        last = parsing.now
        while await self.door.read(lambda _: parsing.go_on(breath)):
            now = await self.door.read(lambda work: work.now)
            if now - last >= EVERY:
                last = now
                if not await self._put(chat, state, state, rows=parsing.done):
                    return None
        return parsing

    async def _card(self, chat: int) -> CardRow | None:
        return await self.door.read(lambda work: cards.of(work.store, chat, CardKind.PAST, None))

    async def _put(self, chat: int, before: PastState, state: PastState, **more: Any) -> bool:
        """The card goes on, unless somebody has thought better of it meanwhile: then False."""

        def case(work: Work) -> bool:
            card = cards.of(work.store, chat, CardKind.PAST, None)
            if card is None or _state(card) is not before:
                return False
            payload = {**card.payload, **more, "state": state.value}
            if state in {PastState.NO_TABLE, PastState.TOO_LARGE} and card.person:
                questions.ask_of_office(work, card.person, {"topic": TOPIC})
            cards.want(work.store, chat, CardKind.PAST, None, card.person, fresh=False, payload=payload)
            return True

        return await self.door.write(case)


def hear(work: Work, actor: Actor, _: Mapping[str, Any], said: Said) -> None:
    """Takes the file; whatever else is sent is none."""
    if said.file is None:
        _show(work, actor, {"state": PastState.NO_TABLE.value}, fresh=True)
        return
    questions.stop_asking(work, actor.person or "")
    _show(work, actor, _read(actor, said.file, is_asked=True), fresh=True)


def _read(actor: Actor, file: SentFile, *, is_asked: bool) -> Payload:
    sent = {"file": file.id, "name": file.name, "about": actor.update, "is_asked": is_asked}
    return {**sent, "named": {}, "header": [], "state": PastState.READING.value}


def _state(card: CardRow | None) -> PastState | None:
    word = card.payload.get("state") if card else None
    return PastState(word) if word in set(PastState) else None


def _next(work: Work, actor: Actor, step: PastStep, of: tuple[str, int], payload: Payload) -> Payload | None:
    """The payload after this word; None where it means nothing now."""
    state, (field, column) = payload.get("state"), of
    is_open = state in {PastState.COLUMNS, PastState.FIELD, PastState.FOUND}
    match step:
        case PastStep.ASK if state not in {one.value for one in BUSY}:
            questions.ask_of_office(work, actor.person or "", {"topic": TOPIC})
            return {"state": PastState.ASKED.value}
        case PastStep.AS_PAST if state == PastState.UNCLEAR:
            return {**payload, "is_asked": True, "state": PastState.READING.value}
        case PastStep.AS_PEOPLE if state == PastState.UNCLEAR:
            listing.ask_for(work, actor)
            return {"state": PastState.LEFT.value}
        case PastStep.COLUMNS if is_open:
            return {**payload, "state": PastState.COLUMNS.value}
        case PastStep.FIELD if is_open and field in FIELDS:
            pages = {"field": field, "page": min(column, len(payload["header"]))}
            return {**payload, **pages, "state": PastState.FIELD.value}
        case PastStep.PICK | PastStep.NONE if state == PastState.FIELD and field in FIELDS:
            return _picked(payload, step, field, column)
        case PastStep.CHECK if is_open or state == PastState.DISTURBED:
            ready = "at" in places_in(payload["header"], payload["named"])
            return {**payload, "rows": 0, "state": PastState.CHECKING.value} if ready else None
        case PastStep.ALL | PastStep.KNOWN if state == PastState.FOUND:
            create = step is PastStep.ALL
            return {**payload, "create": create, "rows": 0, "state": PastState.WORKING.value}
        case PastStep.LEAVE if state != PastState.WORKING:
            questions.stop_asking(work, actor.person or "")
            return {"state": PastState.LEFT.value}
    return None


def _picked(payload: Payload, step: PastStep, field: str, column: int) -> Payload | None:
    header, named = payload["header"], dict(payload["named"])
    if step is PastStep.PICK:
        if column >= len(header) or not header[column]:
            return None
        named = {other: [name for name in names if name != header[column]] for other, names in named.items()}
        named[field] = [header[column]]
    else:
        named[field] = []
    return {**payload, "named": named, "state": PastState.COLUMNS.value}


def _show(work: Work, actor: Actor, payload: Payload, *, fresh: bool) -> None:
    cards.want(work.store, actor.chat, CardKind.PAST, None, actor.person, fresh=fresh, payload=payload)


def _are_people(data: bytes) -> bool:
    try:
        return bool(read_people(data))
    except NoListError:
        return False


def _hand_to_listing(work: Work, chat: int, data: bytes) -> None:
    """It is a list of people, and goes where those go."""
    card, person = cards.of(work.store, chat, CardKind.PAST, None), work.at(chat)
    if card is None or person is None:
        return
    left = {"state": PastState.LEFT.value}
    cards.want(work.store, chat, CardKind.PAST, None, person.id, fresh=False, payload=left)
    update, roles = card.payload["about"], frozenset(person.roles)
    actor = Actor(update, chat, person.id, person.name, roles, person.locale)
    listing.hear(work, actor, {}, Said(file=SentFile(card.payload["name"], data)))


def _stored(work: Work, chat: int, parsing: Parsing, leads: list[Brought], news: News) -> None:
    """Raises ChangedMeanwhileError."""
    card = cards.of(work.store, chat, CardKind.PAST, None)
    if card is None or _state(card) is not PastState.WORKING:
        return
    if leads:
        write_past(work.store, parsing.before, news, work.now)
    facts = {"named": card.payload["named"], "leads": len(leads)}
    upkeep.done(work.store, UpkeepKind.PAST_LEADS, work.now, facts)
    payload = {
        "state": PastState.DONE.value,
        "name": card.payload["name"],
        "found": _kept(parsing.found(leads)),
    }
    cards.want(work.store, chat, CardKind.PAST, None, card.person, fresh=False, payload=payload)
    cards.changed(work.store, Change.OFFICE)
    if rows := parsing.rejects.rows[:MOST_REJECTS]:
        bad = {"header": parsing.rejects.header, "rows": [[*cells, why] for cells, why in rows]}
        cards.want(work.store, chat, CardKind.REJECTS, card.payload["about"], card.person, payload=bad)


def _kept(found: PastFound) -> Payload:
    kept = asdict(found)
    days = {name: day.isoformat() if (day := kept[name]) else None for name in ("first", "last")}
    return {**kept, **days, "rejected": dict(found.rejected), "stages": list(found.stages[:MOST_STAGES])}


def _again(kept: Mapping[str, Any]) -> PastFound:
    days = {name: date.fromisoformat(kept[name]) if kept[name] else None for name in ("first", "last")}
    lists = {name: tuple(kept[name]) for name in ("people", "segments")}
    stages = tuple((word, count) for word, count in kept["stages"])
    return PastFound(**{**kept, **days, **lists, "stages": stages})


def past_card(page: Page, _: PersonRow) -> Content:
    """Shows how far it has come; a header that named a client who was erased is gone."""
    payload = page.card.payload
    if payload.get("state") not in set(PastState):
        return notice_screen("erased", {}, page.texts)
    header = tuple(payload.get("header", ()))
    view = PastView(
        PastState(payload["state"]),
        payload.get("name", ""),
        header,
        places_in(header, payload.get("named", {})) if header else {},
        payload.get("field", ""),
        payload.get("page", 0),
        payload.get("rows", 0),
        _again(payload["found"]) if "found" in payload else None,
    )
    return past_screen(view, page.texts)


def rejects_card(page: Page, _: PersonRow) -> Content:
    """The rows that could not be taken; they are kept nowhere once they are sent, nor after an erasure."""
    payload = page.card.payload
    if "rows" not in payload:
        return notice_screen("erased", {}, page.texts)
    return rejects_document(payload["header"], payload["rows"], page.texts)
