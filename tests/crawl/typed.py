"""What people say to whatever they are asked: what might fit somewhere, and what fits nowhere."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from screens.commands import Command
from tests.crawl.world import World

LATER: Final = (6, 35, 9 * 60, 26 * 60)
"""Minutes: an offer lapses, the next step, the evening, the next day."""


@dataclass(frozen=True, slots=True)
class Said:
    """One message. `kind`: text, voice, photo, contact, place, or a file of that name with this text in it."""

    text: str
    kind: str = "text"

    def __str__(self) -> str:
        return self.text if self.kind == "text" else f"{self.kind}: {self.text}"

    def send(self, world: World, who: int) -> None:
        telegram = world.telegram
        match self.kind:
            case "text":
                telegram.send_text(who, self.text)
            case "voice":
                telegram.send_voice(who)
            case "photo":
                telegram.send_photo(who, self.text)
            case "contact":
                telegram.send_contact(who, "+78432007777", self.text)
            case "place":
                telegram.send_location(who, 55.8, 49.1)
            case "dice":
                telegram.send_dice(who, self.text, 1)
            case "forward":
                telegram.forward_text(who, self.text, from_name="Robert")
            case name:
                telegram.send_document(who, name, self.text.encode())


SAYINGS: Final = (
    *map(
        Said,
        ("№6", "Zed", "30", "12:30", "10:00-19:00", "8 (843) 200-77-77", "2026-12-20", "1.5", "10m", "rest"),
    ),
    Said("name;role\nZed One;manager\nZed Two;head\n", "people.csv"),
    Said("phone;what\n8 843 200-91-90;1\n", "either.csv"),
)
"""Each of them is an answer to something."""

NONSENSE: Final = (
    Said("\u200b \u2060"),
    Said("W" * 4000),
    Said("🦄🦄🦄"),
    Said("-1"),
    Said("31.02.0000"),
    Said("<b>x</b> & </a>"),
    Said("{name} {} %s"),
    Said("a\x00b\x1f\u202ec"),
    Said("", "voice"),
    Said("x", "photo"),
    Said("Robert", "contact"),
    Said("", "place"),
    Said("🎲", "dice"),
    Said("hello", "forward"),
    Said("a;b\n1;2\n", "x.csv"),
    Said("[office]\nname = 1\n", "office.toml"),
    Said("%PDF", "x.pdf"),
)


def commands(client: str) -> Iterator[Said]:
    """Every command, also those of others. `client`: what clients are called."""
    yield from (Said(f"/{command}") for command in Command)
    yield from map(Said, (f"/find {client}", "/why 6", "/try watch", "/people zed", "/off 1d"))


def keys(world: World, who: int) -> Iterator[Said]:
    """What stands below the line for writing."""
    if world.telegram.chats[who].started:
        for row in world.telegram.below(who):
            yield from (Said(words) for words in row)


def told(row: tuple[Any, ...]) -> Any:
    """What is asked, and about what of the office."""
    what, about = row
    said = json.loads(about) if about else {}
    said.pop("refused", None)  # it is the same question
    return [what, said]
