"""The card of /office, which a tap changes in its place."""

from __future__ import annotations

from desk.actor import Actor
from desk.work import Work
from storage import cards
from storage.cards import Urgency


def show_office(work: Work, actor: Actor, **args: str | bool) -> None:
    """Without `args` the office itself; `segment` opens its schemes, `aside` what could not be handled."""
    payload = {"screen": "office", "args": args}
    card = cards.of(work.conn, actor.chat, "answer", "office")
    where = (actor.chat, "answer", "office", actor.person, Urgency.ANSWER)
    cards.want(work.conn, *where, fresh=card is None, payload=payload)
