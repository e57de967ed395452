"""/find: leads by their number, by a name, by four digits of a phone, by a name in Telegram.

What was looked for is kept nowhere: only which leads were found.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from desk.actor import NOTHING, Actor, Reply
from desk.door import Door
from desk.lists import put
from desk.work import Work
from leads.rights import Right, headed_by, may
from leads.sought import is_query, read_sought
from screens.views.lists import ListKind
from storage import cards, terms
from storage.kinds import CardKind

MOST: Final = 48
"""Leads that are shown: six pages. Whoever would have to read more can say more."""

PATIENCE: Final = timedelta(minutes=5)
"""So long after the question a few words are taken for the answer."""


@dataclass(frozen=True, slots=True)
class Finding:
    door: Door

    async def find(self, actor: Actor, text: str) -> Reply:
        """Somebody looks for leads of theirs; without a word they are asked what for."""

        def case(work: Work) -> Reply:
            _look(work, actor, text)
            return NOTHING

        return await self.door.do(actor, Right.FIND, case)

    async def hear(self, actor: Actor, text: str) -> bool:
        """Hears what somebody was asked to look for. False if nobody waits for this text."""
        if not may(actor.roles, Right.FIND) or not is_query(text):
            return False
        if not await self.door.read(lambda work: _is_asked(work, actor)):
            return False
        await self.find(actor, text)
        return True


def _look(work: Work, actor: Actor, text: str) -> None:
    sought = read_sought(text)
    if sought is None:
        until = (work.now + PATIENCE).isoformat()
        put(work, actor, ListKind.FOUND, {"until": until}, fresh=True)
        return
    either = None if may(actor.roles, Right.ASSIGN) else actor.person
    headed = headed_by(work.office, actor.person)
    found = list(terms.leads_of(work.store, sought, either, MOST + 1, headed))
    args = {"leads": found[:MOST], "more": len(found) > MOST}
    put(work, actor, ListKind.FOUND, args, fresh=True)


def _is_asked(work: Work, actor: Actor) -> bool:
    card = cards.of(work.store, actor.chat, CardKind.FOUND, None)
    until = card.payload.get("args", {}).get("until") if card else None
    return until is not None and work.now < datetime.fromisoformat(until)
