"""What people do on the card of /roster."""

from __future__ import annotations

from tests.stories.people import Person
from tests.stories.words import SEEK, WHOLE_ROSTER


async def seeks(person: Person, day: str) -> str:
    """They look for somebody to take their duty of this day. Returns the toast."""
    return await person.taps_data(*await to_seek(person, day))


async def to_seek(person: Person, day: str) -> tuple[int, str]:
    """The message and the data of the button of this day."""
    await person.sends("/roster")
    await person.taps(SEEK)
    return person.data(day, on="Когда вы дежурите")


async def everybodys(person: Person, button: str = WHOLE_ROSTER) -> str:
    """Everybody's duties as this person sees them."""
    await person.sends("/roster")
    await person.taps(button)
    return person.card("Кто когда дежурит").text
