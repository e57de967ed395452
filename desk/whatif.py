"""What if: the last four weeks of the office under other schemes, for the head and the director.

The past is read in one short transaction; it is played and drawn when that is over, in a thread, for it takes seconds.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from desk.actor import Actor, Reply
from desk.door import Door
from desk.work import Work
from leads.figures.periods import Period
from leads.rights import Right
from leads.schemes import SCHEMES
from reports.whatif.past import Past, asked_for, read_past
from reports.whatif.trying import try_schemes
from reports.whatif.views import schemes_picture, whatif_view
from screens.content import Content, Picture, Screen
from screens.pictures.drawing import draw_schemes
from screens.texts import Texts
from screens.whatif import whatif_caption
from storage.kinds import CardKind

MOST = 5_000
"""Leads that are played for somebody who waits; of more, the newest."""


@dataclass(frozen=True, slots=True)
class WhatIfs:
    door: Door

    async def show(self, actor: Actor) -> Reply:
        """There is a card of its own at the end of the chat; it comes when it is worked out."""

        def case(work: Work) -> Reply:
            period = asked_for(None, None, work.today)
            args = {"first": period.first.isoformat(), "last": period.last.isoformat()}
            work.show(actor.chat, actor.person, CardKind.WHATIF, actor.update, **args)
            return Reply(done="whatif")

        return await self.door.do(actor, Right.SEE_FIGURES, case)


def whatif_content(work: Work, period: Period, texts: Texts) -> Callable[[], Awaitable[Content]]:
    """Returns what is still to be done once the transaction is over."""
    start, end = period.bounds(work.office.timezone)
    past = read_past(work.store, work.office, work.is_holiday, start, end, MOST)
    return lambda: _worked_out(past, texts)


def worth_trying(past: Past) -> tuple[str, ...]:
    """Names the schemes that are worth it: nobody knows whom a hand would choose, and duty needs a roster."""
    return tuple(
        name
        for name, scheme in SCHEMES.items()
        if scheme.hand is None and (past.office.shifts or not scheme.by_roster)
    )


async def _worked_out(past: Past, texts: Texts) -> Content:
    found = await asyncio.to_thread(try_schemes, past, worth_trying(past)) if past.cases else ()
    caption = whatif_caption(whatif_view(past, found), texts)
    picture = schemes_picture(past, found)
    if not picture.points:
        return Screen(caption)
    return Picture(await draw_schemes(picture, texts), f"schemes-{past.days[1].isoformat()}.png", caption)
