"""An administrator's links, as he makes them in the chat."""

from __future__ import annotations

import re

from tests.stories.people import Person


async def makes_link(admin: Person, words: str) -> str:
    """By the button of /office with these words; returns what the link carries."""
    await admin.sends("/office")
    await admin.taps(words)
    return _token(admin)


async def replaces(admin: Person, who: str) -> str:
    """For somebody who is connected: by the button of an old /office, and after the question."""
    await admin.taps_data(1, f"invite:{who}")
    return await answers(admin, "Да, сделать ссылку")


async def answers(admin: Person, words: str) -> str:
    await admin.taps(words)
    return _token(admin)


def _token(admin: Person) -> str:
    found = re.search(r"\?start=([\w-]+)", admin.card("?start=").text)
    assert found
    return found.group(1)
