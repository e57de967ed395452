"""Lists of leads: /mine, /today, /leads; their pages, what they are narrowed by, and the way from a row to the card."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.here import may_here
from desk.opened import show
from desk.work import Work
from leads.lead import State
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.scene import who_has
from screens.views.lead import Menu
from screens.views.lists import ListKind, Only, Part
from storage import cards
from storage.kinds import CardKind
from storage.scenes import Loaded

CARDS: Final[Mapping[ListKind, tuple[CardKind, Right]]] = {
    ListKind.MINE: (CardKind.MINE, Right.HOLD),
    ListKind.TAKEN: (CardKind.TAKEN, Right.TAKE_IN),
    ListKind.FOUND: (CardKind.FOUND, Right.FIND),
    ListKind.KEPT: (CardKind.KEPT, Right.FIND),
    ListKind.LEADS: (CardKind.LEADS, Right.SEE_OPEN_LEADS),
}
"""Each list, and who may see it."""

assert CARDS.keys() == set(ListKind), "each list is a card"

OF_NOBODY: Final = frozenset({Only.NOBODYS, Only.DRAFTS})
"""What no manager has: to ask for both would find nothing."""


@dataclass(frozen=True, slots=True)
class Lists:
    door: Door

    async def show(self, actor: Actor, kind: ListKind) -> Reply:
        """The list comes at the end of the chat, from its beginning; the one that was there is gone."""

        def case(work: Work) -> Reply:
            return put(work, actor, kind, {}, fresh=True)

        return await self.door.do(actor, CARDS[kind][1], case, of_segments=kind is ListKind.LEADS)

    async def turn(self, actor: Actor, kind: ListKind, page: int) -> Reply:
        """The list shows another page, or the same as it is by now."""

        def case(work: Work) -> Reply:
            return put(work, actor, kind, {**_args(work, actor, kind), "page": page})

        return await self.door.do(actor, CARDS[kind][1], case, of_segments=kind is ListKind.LEADS)

    async def narrow(self, actor: Actor, by: Part, value: str) -> Reply:
        """The office's open leads, narrowed by one part more, or less where `value` is empty."""

        def case(work: Work) -> Reply:
            args = {**_args(work, actor, ListKind.LEADS), Part.MENU: "", "page": 0, by: _known(by, value)}
            if by is Part.WHO and value and args.get(Part.ONLY) in OF_NOBODY:
                args[Part.ONLY] = Only.ALL
            if by is Part.ONLY and value in OF_NOBODY:
                args[Part.WHO] = ""
            return put(work, actor, ListKind.LEADS, args)

        return await self.door.do(actor, Right.SEE_OPEN_LEADS, case, of_segments=True)

    async def open(self, actor: Actor, lead: int) -> Reply:
        """The lead's card comes at the end of the chat; of one that nobody has, with the list of whom to give it to."""

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            if not _is_for(loaded, actor):
                raise Refused(Refusal.NOT_YOURS)
            is_nobodys = loaded.scene.lead.state in {State.WAITING, State.OFFERED}
            menu = Menu.ASSIGN if is_nobodys and may_here(loaded, actor, Right.ASSIGN) else Menu.NONE
            show(work.store, actor, loaded.scene.lead, menu, fresh=True)
            return NOTHING

        return await self.door.do(actor, Right.FIND, case)


def put(work: Work, actor: Actor, kind: ListKind, args: Mapping[str, Any], *, fresh: bool = False) -> Reply:
    """Asks for the list with this in it: in its place, where it stands already, unless `fresh`.

    Where it shows that already, one may see nothing of it, and is told.
    """
    card = CARDS[kind][0]
    there = None if fresh else cards.of(work.store, actor.chat, card, None)
    is_shown = there is not None and _said(there.payload.get("args", {})) == _said(args)
    where = (actor.chat, card, None, actor.person)
    cards.want(work.store, *where, fresh=there is None, payload={"args": dict(args)})
    return Reply(done="list-fresh") if is_shown else NOTHING


def _said(args: Mapping[str, Any]) -> dict[str, Any]:
    """Without what is as good as not said: the first page, no choice."""
    return {name: value for name, value in args.items() if value}


def _args(work: Work, actor: Actor, kind: ListKind) -> Mapping[str, Any]:
    """What the list in this chat shows."""
    card = cards.of(work.store, actor.chat, CARDS[kind][0], None)
    found: Mapping[str, Any] = card.payload.get("args", {}) if card else {}
    return found


def _known(by: Part, value: str) -> str:
    """A value as it can be meant; of what there is no such choice, none."""
    meant = {Part.ONLY: [*Only], Part.MENU: [Part.WHO, Part.SEGMENT]}.get(by)
    return value if meant is None or value in meant else ""


def _is_for(loaded: Loaded, actor: Actor) -> bool:
    """Whether somebody has the lead, may claim it, took its call, or may give any lead to anybody."""
    lead, who = loaded.scene.lead, actor.person or ""
    is_own = who in {lead.holder, loaded.stored.lead.secretary} or who in who_has(loaded.scene)
    return is_own or may_here(loaded, actor, Right.ASSIGN)
