"""The card of /office, which a tap changes in its place."""

from __future__ import annotations

from desk.actor import Actor
from desk.work import Work
from storage import cards
from storage.kinds import CardKind


def show_office(work: Work, actor: Actor, **args: str | bool) -> None:
    """Without `args` the office itself; `segment` opens its schemes, `aside` what could not be handled."""
    card = cards.of(work.store, actor.chat, CardKind.OFFICE, None)
    where = (actor.chat, CardKind.OFFICE, None, actor.person)
    cards.want(work.store, *where, fresh=card is None, payload={"args": args})
