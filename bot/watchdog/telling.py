"""Who is told of a trouble: administrators whom the bot can reach, else the heads. Once, and once when it is over."""

from __future__ import annotations

import logging
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from bot.watchdog.rule import GIVEN_UP_FOR, Trouble
from desk.door import Door
from desk.work import Work
from leads.office import Role
from leads.recipients import News
from storage import cards, people, troubles

MOST_NAMED = 5  # kinds of cards; the log has them all

log = logging.getLogger(__name__)


async def tell(door: Door, going_on: Collection[Trouble]) -> None:
    """What is told is stored in the same transaction: a restart, or another replica, tells it no second time."""

    def case(work: Work) -> None:
        known = troubles.known(work.store)
        for trouble in Trouble:
            if trouble in going_on and trouble not in known:
                troubles.begin(work.store, trouble, work.now)
                subject = f"trouble:{trouble}:{work.now.isoformat()}"
                _note(work, subject, f"trouble-{trouble}", **_particulars(work, trouble))
                log.warning("trouble: %s", trouble)
            elif trouble not in going_on and trouble in known:
                troubles.end(work.store, trouble)
                subject = f"trouble-over:{trouble}:{known[trouble].isoformat()}"
                _note(work, subject, f"trouble-over-{trouble}")
                log.warning("over: %s", trouble)

    await door.write(case)


def _note(work: Work, subject: str, key: str, **args: Any) -> None:
    for person in _listeners(work):
        work.note(person.chat or 0, subject, key, **args)


def _particulars(work: Work, trouble: Trouble) -> Mapping[str, Any]:
    """Of cards that were given up: which kinds, and the roles of those in whose chats; nobody is named."""
    if trouble is not Trouble.CARDS:
        return {}
    found: list[tuple[str, tuple[Role, ...]]] = []
    for card in cards.given_up_since(work.store, work.now - GIVEN_UP_FOR):
        person = people.by_chat(work.store, card.chat)
        kind = card.kind.word if card.kind else "?"
        if (one := (kind, person.roles if person else ())) not in found:
            found.append(one)
        if len(found) == MOST_NAMED:
            break
    return {"cards": found}


def _listeners(work: Work) -> Sequence[people.PersonRow]:
    """Nobody who cannot be reached: by the time that they are back it is no news."""
    return [person for person in work.recipients(News.TROUBLE) if person.reachable]
