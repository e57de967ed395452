"""The head says that two clients are one, by a lead of each."""

from __future__ import annotations

from tests.stories.desk import Desk
from tests.stories.words import CORRECT, SAME_CLIENT, YES_ONE


async def looks_who_is_the_same(desk: Desk, number: int) -> None:
    """The head has the list of those whom the client of this lead may be."""
    head, on = desk.smirnov, f"№{number} ·"
    await head.opens(number)
    if head.card(on).button("Скрыть список"):
        await head.taps("Скрыть список", on=on)
    await head.taps(CORRECT, on=on)
    await head.taps(SAME_CLIENT, on=on)


async def unites(desk: Desk, number: int, other: int) -> str:
    """Returns what the head is told at once; under the card then is the way back."""
    await looks_who_is_the_same(desk, number)
    await desk.smirnov.sends(f"№{other}")
    await desk.smirnov.taps(f"(№{other}", on=f"№{number} ·")
    return await desk.smirnov.taps(YES_ONE, on=f"№{number} ·")
