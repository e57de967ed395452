"""Chapters of a lead that is offered: whoever is asked takes it, does not, or is too late."""

from __future__ import annotations

from tests.faults.chapters.chapter import Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.offices import NEXT, OFFICE, varied
from tests.stories.words import (
    CLAIM,
    CLAIM_AFTER_ALL,
    DECLINE,
    HAND_OVER,
    NOT_MY_SEGMENT,
    NOT_THEIRS,
    PULL,
    REFUSAL,
    THEIRS,
    TOO_BUSY,
    TOO_EXPENSIVE,
    WITHDRAW,
)

WINDOWED = varied(OFFICE, segments={"tatarstan": {"scheme": "grab", "window": "20s"}})
ONE_A_DAY = varied(NEXT, segments={"rest": {"day_limit": 1}})
LATE = varied(OFFICE, hours={"mon-fri": "11:00-18:00", "sat": "10:00-15:00"})


async def climbed(desk: MortalDesk) -> None:
    """Declined with a reason, ignored by all, it climbs the whole ladder; the director has it, and loses it."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(TOO_BUSY)
    await desk.passes(minutes=50)
    await desk.orlova.taps(CLAIM)
    await desk.orlova.taps(REFUSAL)
    await desk.orlova.taps(TOO_EXPENSIVE)


async def not_theirs(desk: MortalDesk) -> None:
    """The head agrees to the first, and not to the second."""
    for words in (NOT_THEIRS, THEIRS):
        await desk.lead()
        await desk.petrov.taps(DECLINE)
        await desk.petrov.taps(NOT_MY_SEGMENT)
        await desk.smirnov.taps(words, on="🧭")


async def thought_again(desk: MortalDesk) -> None:
    """Whoever declined takes it after all; of the next one whoever let it lapse."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.petrov.taps(CLAIM_AFTER_ALL)
    await desk.lead()
    await desk.passes(minutes=6)
    await desk.sidorova.taps(CLAIM_AFTER_ALL, on="№2")


async def taken_back(desk: MortalDesk) -> None:
    """A lead is taken back while its second manager is asked, and handed over again."""
    await desk.lead()
    await desk.petrov.taps(DECLINE)
    await desk.anna.taps(WITHDRAW)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM, on="№2")


async def several_want_it(desk: MortalDesk) -> None:
    """Two would have it; when the window closes the most behind of them has."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.sidorova.taps(CLAIM)
    await desk.passes(seconds=25)


async def asked_for(desk: MortalDesk) -> None:
    """Three wait, unseen; who asks has the oldest, one a day; what nobody asks for goes to everybody."""
    for _ in range(3):
        await desk.lead()
    message, data = desk.ivanov.data(PULL)
    await desk.petrov.taps(PULL)
    await desk.petrov.taps_data(message, data.replace("1", "2"))
    await desk.sidorova.taps(PULL)
    await desk.passes(minutes=16)
    await desk.ivanov.taps(CLAIM)


async def closed(desk: MortalDesk) -> None:
    """A lead that came before the opening waits for it."""
    await desk.lead()
    await desk.passes(hours=1, minutes=1)
    await desk.petrov.taps(CLAIM)


OFFERED = {
    "climbed": Chapter(climbed, frozenset(["declined", "explained", "lapsed", "repeated", "lost_reason"])),
    "not_theirs": Chapter(not_theirs, frozenset({"segment_judged", "given_back"})),
    "thought_again": Chapter(thought_again, frozenset({"claimed_late", "given_back"})),
    "taken_back": Chapter(taken_back, frozenset({"withdrawn"})),
    "several_want_it": Chapter(several_want_it, frozenset({"wanted", "claimed"}), WINDOWED),
    "asked_for": Chapter(asked_for, frozenset({"offered", "claimed", "lapsed"}), ONE_A_DAY),
    "closed": Chapter(closed, frozenset({"waiting"}), LATE),
}
