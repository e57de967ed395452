"""The next request for a card, decided from what it shows and what it should show."""

from __future__ import annotations

from dataclasses import dataclass

from bot.courier.telegram import Request, editing, sending
from desk.outgoing import Card
from screens.content import CommandMenu, Content, Copies, Picture, Screen


@dataclass(frozen=True, slots=True)
class Way:
    """What the last error has taught: the message is gone, the markup is broken."""

    anew: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class Step:
    request: Request | None = None  # None: there is nothing to do but to write it down
    sends: bool = False  # it makes messages; otherwise it may be repeated freely
    keeps: tuple[int, ...] = ()  # the messages that show the card afterwards, when it makes none

    @property
    def counts(self) -> bool:
        """Whether Telegram's limits count it."""
        return self.request is not None and (self.sends or bool(self.keeps))


def plan(card: Card, content: Content | None, way: Way) -> Step:
    """A screen or a picture is edited where it stands, copies never change, a document is replaced by another one;
    what is fresh or gone is sent anew.

    Telegram lets a text become a picture in its place, but never a picture a text: it refuses, and then the text
    is sent anew.
    """
    stands = card.message_ids if not card.fresh and not way.anew else ()
    match content:
        case None | Copies(messages=()):
            return Step()
        case Screen(only_edits=True) if not stands:
            return Step()
        case CommandMenu():
            return Step(sending(card.chat, content))
        case Screen() | Picture() if stands:
            return Step(editing(card.chat, stands[0], content, plain=way.plain), keeps=stands[:1])
        case Copies() if stands:
            return Step(keeps=stands)
    return Step(sending(card.chat, content, plain=way.plain), sends=True)
