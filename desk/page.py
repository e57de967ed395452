"""What whoever draws a card is given, and what they may return."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desk.invitations import Links
from desk.outgoing import Later
from desk.work import Work
from screens.content import Content
from screens.texts import Texts
from storage.cards import CardRow
from storage.people import PersonRow


@dataclass(frozen=True, slots=True)
class Page:
    """One card to draw, in which words; `repeat`: whoever gets it may have it already."""

    card: CardRow
    work: Work
    texts: Texts
    links: Links
    repeat: bool

    @property
    def args(self) -> Mapping[str, Any]:
        args: Mapping[str, Any] = self.card.payload.get("args", {})
        return args

    @property
    def details(self) -> bool:
        """Tells whether what the card keeps behind it is open."""
        return bool(self.args.get("details"))


Shown = Content | Later | None
"""None where there is nothing to show any more."""

Draw = Callable[[Page, PersonRow], Shown]
