"""The way to a picture for everything that is asynchronous: drawn in a thread, one at a time."""

from __future__ import annotations

import asyncio
from functools import lru_cache
from threading import Lock

from screens.texts import Texts
from screens.views.pictures import RosterPicture, SalesPicture, SchemesPicture

KEPT = 16  # pictures: a roster goes to everybody in the team

# matplotlib leaves locking to whoever draws in threads: https://matplotlib.org/stable/users/faq.html#work-with-threads
_ONE_AT_A_TIME = Lock()


async def draw_roster(roster: RosterPicture, texts: Texts) -> bytes:
    """Draws the roster as PNG, in about half a second; the first picture of a process takes a second more.

    Better asked for when no transaction is open.
    """
    return await asyncio.to_thread(_picture, roster, texts)


async def draw_sales(sales: SalesPicture, texts: Texts) -> bytes:
    """Draws a period's chart as PNG, as quickly as a roster."""
    return await asyncio.to_thread(_picture, sales, texts)


async def draw_schemes(schemes: SchemesPicture, texts: Texts) -> bytes:
    """Schemes side by side as PNG, as quickly as a roster. LookupError for a scheme that has no name."""
    return await asyncio.to_thread(_picture, schemes, texts)


def _picture(picture: RosterPicture | SalesPicture | SchemesPicture, texts: Texts) -> bytes:
    with _ONE_AT_A_TIME:
        return _drawn(picture, texts)


@lru_cache(maxsize=KEPT)
def _drawn(picture: RosterPicture | SalesPicture | SchemesPicture, texts: Texts) -> bytes:
    # here and not above: matplotlib takes a second
    from screens.pictures.roster import roster_png
    from screens.pictures.sales import sales_png
    from screens.pictures.schemes import schemes_png

    match picture:
        case RosterPicture():
            return roster_png(picture, texts)
        case SalesPicture():
            return sales_png(picture, texts)
        case SchemesPicture():
            return schemes_png(picture, texts)
