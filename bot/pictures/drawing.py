"""The way to a picture for everything that is asynchronous: drawn in a thread, one at a time."""

from __future__ import annotations

import asyncio
from functools import lru_cache
from threading import Lock

from handlers.picture_views import RosterPicture
from handlers.texts import Texts

KEPT = 16  # pictures: a roster goes to everybody in the team

# matplotlib leaves locking to whoever draws in threads: https://matplotlib.org/stable/users/faq.html#work-with-threads
_ONE_AT_A_TIME = Lock()


async def draw_roster(roster: RosterPicture, texts: Texts) -> bytes:
    """The roster as PNG. The first picture of a process takes about a second more."""
    return await asyncio.to_thread(_roster, roster, texts)


def _roster(roster: RosterPicture, texts: Texts) -> bytes:
    with _ONE_AT_A_TIME:
        return _drawn(roster, texts)


@lru_cache(maxsize=KEPT)
def _drawn(roster: RosterPicture, texts: Texts) -> bytes:
    from bot.pictures.roster import roster_png  # here and not above: matplotlib takes a second

    return roster_png(roster, texts)
