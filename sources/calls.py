"""Telephone calls as exchanges tell of them: who has called whom, and whether they have spoken."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Final

from leads.inquiries import Happened, Inquiry
from leads.sources import Source
from sources.bodies import UnreadableError

FEWEST: Final = 5  # digits of a number that somebody could call back; fewer are an extension
_HIDDEN: Final = re.compile(
    r"anonym|unknown|private|restrict|unavail|withheld|hidden|block|скрыт|неизв|аноним|не определ",
    re.IGNORECASE,
)
"""What exchanges say instead of a number that the caller does not show."""
_MOMENTS: Final = range(946684800, 4102444800)  # from 2000 to 2100, in seconds


def call_of(
    source: Source,
    number: str,
    *,
    is_ours: bool,
    has_spoken: bool,
    call: str = "",
    extension: str = "",
    at: datetime | None = None,
) -> Inquiry | None:
    """Returns what a call means; None where nobody could call back: the number is hidden, or it is a colleague's.

    `is_ours`: the office has called. Raises UnreadableError where no number stands: the line to the exchange is set up
    wrongly.
    """
    digits = sum(sign.isdigit() for sign in number)
    if digits < FEWEST:
        if digits or _HIDDEN.search(number):
            return None
        raise UnreadableError("no number")
    if is_ours:
        happened = Happened.CALLED if has_spoken else Happened.TRIED
    else:
        happened = Happened.ANSWERED if has_spoken else Happened.MISSED
    return Inquiry(
        happened,
        phones=(number,),
        source=source.id,
        at=at,
        ours=extension or None,
        call=call or None,
    )


def moment_of(seconds: str) -> datetime | None:
    """Reads seconds since 1970; None where there are none."""
    whole = seconds.partition(".")[0]
    if not whole.isdecimal() or int(whole) not in _MOMENTS:
        return None
    return datetime.fromtimestamp(int(whole), UTC)


def is_some(number: str) -> bool:
    """Tells whether a count says more than nothing."""
    return any(sign in "123456789" for sign in number)
