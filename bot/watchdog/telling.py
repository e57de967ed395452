"""Who is told of a trouble: administrators whom the bot can reach, else the heads. Once, and once when it is over."""

from __future__ import annotations

import logging
from collections.abc import Collection, Sequence

from bot.desk.door import Door
from bot.desk.work import Work
from bot.watchdog.rule import Trouble
from leads.office import Role
from storage import people, troubles

log = logging.getLogger(__name__)


async def tell(door: Door, going_on: Collection[Trouble]) -> None:
    """What is told is stored in the same transaction: a restart, or another replica, tells it no second time."""
    async with door.write() as work:
        known = await troubles.known(work.conn)
        for trouble in Trouble:
            if trouble in going_on and trouble not in known:
                await troubles.begin(work.conn, trouble, work.now)
                await _note(work, f"trouble:{trouble}:{work.now.isoformat()}", f"trouble-{trouble}")
                log.warning("trouble: %s", trouble)
            elif trouble not in going_on and trouble in known:
                await troubles.end(work.conn, trouble)
                subject = f"trouble-over:{trouble}:{known[trouble].isoformat()}"
                await _note(work, subject, f"trouble-over-{trouble}")
                log.warning("over: %s", trouble)


async def _note(work: Work, subject: str, key: str) -> None:
    for person in await _listeners(work):
        await work.note(person.chat or 0, subject, key)


async def _listeners(work: Work) -> Sequence[people.PersonRow]:
    for several in (await work.administrators(), await people.with_role(work.conn, Role.HEAD)):
        if found := [person for person in several if person.reachable]:
            return found
    return []
