"""What a pane of /office shows beside what its buttons say: what was looked for, what is just being made.

It stands with the card and in no button: people type it.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desk.actor import Actor
from desk.work import Work
from screens.buttons.of_panes import OfficePane
from storage import cards
from storage.kinds import CardKind


def show_with(
    work: Work,
    actor: Actor,
    pane: OfficePane,
    about: str = "",
    page: int = 0,
    *,
    fresh: bool = False,
    **extras: Any,
) -> None:
    """Does what `desk.answers.show_office` does, with these beside it."""
    card = cards.of(work.store, actor.chat, CardKind.OFFICE, None)
    where = (actor.chat, CardKind.OFFICE, None, actor.person)
    args = {"pane": pane.value, "about": about, "page": page, **extras}
    cards.want(work.store, *where, fresh=fresh or card is None, payload={"args": args})


def extras(work: Work, actor: Actor) -> Mapping[str, Any]:
    """Returns all that the card of the office in this chat was opened with."""
    card = cards.of(work.store, actor.chat, CardKind.OFFICE, None)
    found: Mapping[str, Any] = card.payload.get("args", {}) if card else {}
    return found
