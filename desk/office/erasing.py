"""A client is erased from the chat: looked for, shown what will go, asked once more, done, with a protocol."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from typing import Any, Final

from contacts.extensions import split
from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.erasure import Destroyed, Erasure, Found
from desk.errands import Errands
from desk.office.asking import Said
from desk.page import Page
from desk.sought import SeveralClientsError, Sought, sought_by
from desk.work import Work
from leads.rights import Right
from screens.buttons.of_care import EraseStep
from screens.content import Content
from screens.notice import notice_screen
from screens.office.erasing import erasing_screen, protocol_document
from screens.views.erasing import ErasingState, ErasingView, OpenLead, ProtocolView
from storage import cards, people, showing
from storage.cards import CardRow
from storage.kinds import CardKind
from storage.people import PersonRow

TOPIC: Final = "erase"
SCRUBS: Final = 3  # times that the file is written anew, while somebody reads what is old

Payload = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Erasing:
    """The card of the chat keeps how far it has come, and until it is done what was typed, for a day at most."""

    door: Door
    erasure: Erasure
    errands: Errands

    async def step(self, actor: Actor, step: EraseStep) -> Reply:
        """Takes the administrator's next word; an old button starts nothing."""

        def case(work: Work) -> Reply:
            card = cards.of(work.store, actor.chat, CardKind.ERASING, None)
            payload = _next(work, actor, step, dict(card.payload) if card else {})
            if payload is not None:
                _show(work, actor, payload, fresh=step is EraseStep.ASK)
            return NOTHING

        reply = await self.door.do(actor, Right.SET_UP, case)
        if step in {EraseStep.ALL, EraseStep.SURE}:
            await self.go_on(actor)
        return reply

    async def go_on(self, actor: Actor) -> None:
        """Has done, beside everything else, what the card of this chat waits for."""
        if await self.door.read(lambda work: _waits(work, actor.chat)):
            self.errands.add(partial(self._run, actor.chat))

    async def resume(self) -> None:
        """Goes on with what an earlier program has begun."""

        def begun(work: Work) -> list[int]:
            found = cards.of_kind(work.store, CardKind.ERASING)
            return [card.chat for card in found if _state(card) in ERRANDS]

        for chat in await self.door.read(begun):
            self.errands.add(partial(self._run, chat))

    async def _run(self, chat: int) -> None:
        card = await self.door.read(lambda work: cards.of(work.store, chat, CardKind.ERASING, None))
        match _state(card):
            case ErasingState.LOOKING:
                await self._look(chat, card.payload if card else {})
            case ErasingState.WORKING:
                await self._erase(chat, card.payload if card else {})
            case ErasingState.SCRUBBING:
                await self._scrub(chat)

    async def _look(self, chat: int, payload: Mapping[str, Any]) -> None:
        state, found = ErasingState.NONE, Found()
        try:
            sought, others = await self._sought(payload)
            looked = await self.erasure.look(sought)
        except SeveralClientsError as error:
            state, found = ErasingState.SEVERAL, Found(leads=error.leads)
        else:
            if looked:
                left = () if payload.get("all") else tuple(split(phone)[1] for phone in others)
                state, found = ErasingState.FOUND, replace(looked, extensions=left)
        await self._put(chat, ErasingState.LOOKING, state, found=_kept(found))

    async def _erase(self, chat: int, payload: Mapping[str, Any]) -> None:
        def then(work: Work, destroyed: Destroyed) -> None:
            card = cards.of(work.store, chat, CardKind.ERASING, None)
            if card is None:
                return
            kept = {name: payload[name] for name in ("by", "about", "what")}
            done = {**kept, "state": ErasingState.SCRUBBING.value, "done": _protocol(destroyed)}
            cards.want(work.store, chat, CardKind.ERASING, None, card.person, fresh=False, payload=done)
            stale = [*card.stale, payload["message"]]  # where the administrator has typed it
            showing.change(work.store, card.id, stale=stale)

        try:
            sought, _ = await self._sought(payload)
            destroyed = await self.erasure.erase(sought, then)
        except SeveralClientsError as error:
            found = _kept(Found(leads=error.leads))
            await self._put(chat, ErasingState.WORKING, ErasingState.SEVERAL, found=found)
            return
        if destroyed is None:
            await self._put(chat, ErasingState.WORKING, ErasingState.NONE)
            return
        await self._scrub(chat)

    async def _scrub(self, chat: int) -> None:
        is_clean = False
        for _ in range(SCRUBS):
            is_clean = is_clean or await self.door.scrub(rebuild=True)

        def case(work: Work) -> None:
            card = cards.of(work.store, chat, CardKind.ERASING, None)
            if card is None or _state(card) is not ErasingState.SCRUBBING:
                return
            kept = {name: card.payload[name] for name in ("by", "what", "done")}
            work.show(chat, card.person, CardKind.PROTOCOL, card.payload["about"], **kept, clean=is_clean)
            done = {"state": ErasingState.DONE.value}
            cards.want(work.store, chat, CardKind.ERASING, None, card.person, fresh=False, payload=done)

        await self.door.write(case)

    async def _sought(self, payload: Mapping[str, Any]) -> tuple[Sought, tuple[str, ...]]:
        """Whom the words mean, and others with the same number and an extension."""
        sought, _ = sought_by(payload["words"]) or (Sought(), "")
        others = await self.door.read(lambda work: self.erasure.with_extensions(work, sought))
        if payload.get("all"):
            sought = replace(sought, phones=(*sought.phones, *others), with_extensions=True)
        return sought, tuple(others)

    async def _put(self, chat: int, before: ErasingState, state: ErasingState, **more: Any) -> None:
        """The card goes on from one state to the next, unless somebody has thought better of it meanwhile."""

        def case(work: Work) -> None:
            card = cards.of(work.store, chat, CardKind.ERASING, None)
            if card is None or _state(card) is not before:
                return
            words = dict(card.payload) if state is ErasingState.FOUND else {}
            payload = {**words, **more, "state": state.value}
            if state is not ErasingState.FOUND and card.person:
                questions.ask_of_office(work, card.person, {"topic": TOPIC})
            cards.want(work.store, chat, CardKind.ERASING, None, card.person, fresh=False, payload=payload)

        await self.door.write(case)


ERRANDS: Final = frozenset({ErasingState.LOOKING, ErasingState.WORKING, ErasingState.SCRUBBING})


def _state(card: CardRow | None) -> ErasingState | None:
    word = card.payload.get("state") if card else None
    return ErasingState(word) if word in set(ErasingState) else None


def _waits(work: Work, chat: int) -> bool:
    return _state(cards.of(work.store, chat, CardKind.ERASING, None)) in ERRANDS


def _next(work: Work, actor: Actor, step: EraseStep, payload: Payload) -> Payload | None:
    """The payload after this word; None where it means nothing now."""
    state = payload.get("state")
    match step:
        case EraseStep.ASK if state not in {one.value for one in ERRANDS}:
            questions.ask_of_office(work, actor.person or "", {"topic": TOPIC})
            return {"state": ErasingState.ASKED.value}
        case EraseStep.ALL if state == ErasingState.FOUND:
            return {**payload, "all": True, "state": ErasingState.LOOKING.value}
        case EraseStep.GO if state == ErasingState.FOUND:
            return {**payload, "state": ErasingState.SURE.value}
        case EraseStep.SURE if state == ErasingState.SURE:
            return {**payload, "by": actor.person, "state": ErasingState.WORKING.value}
        case EraseStep.LEAVE if state not in {
            ErasingState.WORKING,
            ErasingState.SCRUBBING,
            ErasingState.DONE,
        }:
            questions.stop_asking(work, actor.person or "")
            return {"state": ErasingState.LEFT.value}
    return None


def hear(work: Work, actor: Actor, _: Mapping[str, Any], said: Said) -> None:
    """Takes what a client is to be found by."""
    found = sought_by(said.text)
    if found is None:
        _show(work, actor, {"state": ErasingState.UNREAD.value}, fresh=True)
        return
    questions.stop_asking(work, actor.person or "")
    asked = {"words": said.text, "what": found[1], "message": said.message, "about": actor.update}
    _show(work, actor, {**asked, "state": ErasingState.LOOKING.value}, fresh=True)


def _show(work: Work, actor: Actor, payload: Payload, *, fresh: bool) -> None:
    cards.want(work.store, actor.chat, CardKind.ERASING, None, actor.person, fresh=fresh, payload=payload)


def _kept(found: Found) -> Payload:
    return {
        "leads": list(found.leads),
        "open": [list(one) for one in found.open],
        "counts": dict(found.counts),
        "extensions": list(found.extensions),
    }


def _protocol(destroyed: Destroyed) -> Payload:
    return {
        "at": destroyed.at.isoformat(),
        "leads": list(destroyed.leads),
        "drafts": destroyed.drafts,
        "rows": dict(destroyed.rows),
        "in_crm": list(destroyed.in_crm),
    }


def erasing_card(page: Page, _: PersonRow) -> Content:
    """Shows how far it has come; what was typed may have been erased with somebody else."""
    payload = page.card.payload
    if payload.get("state") not in set(ErasingState):
        return notice_screen("erased", {}, page.texts)
    found, names = payload.get("found") or {}, people.names(page.work.store)
    view = ErasingView(
        ErasingState(payload["state"]),
        tuple(found.get("leads", ())),
        tuple(OpenLead(number, names.get(who or "")) for number, who in found.get("open", ())),
        found.get("counts"),
        tuple(found.get("extensions", ())),
    )
    return erasing_screen(view, page.texts)


def protocol_card(page: Page, _: PersonRow) -> Content:
    """The protocol, as a file."""
    office, args = page.work.office, page.args
    done = args["done"]
    view = ProtocolView(
        office=office.name,
        at=datetime.fromisoformat(done["at"]),
        timezone=office.timezone,
        by=people.names(page.work.store).get(args["by"], args["by"]),
        sought=args["what"],
        leads=tuple(done["leads"]),
        drafts=done["drafts"],
        rows=done["rows"],
        clean=args["clean"],
        in_crm=tuple(done.get("in_crm", ())),
    )
    return protocol_document(view, page.texts)
