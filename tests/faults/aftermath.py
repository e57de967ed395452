"""What must be so after the program was killed and another one has gone on."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any

from sqlalchemy import select

from leads.lead import OWNED, Result, State
from storage.store import Store
from storage.tables.chats import cards, summaries
from storage.tables.clients import touches
from storage.tables.leads import leads, ledger, offers
from storage.tables.office import people
from tests.faults.mortal_desk import MortalDesk
from tests.stories.words import GIVE_BACK

AWAITED = (State.OFFERED, State.WAITING)
STANDS = ("number", "state", "holder", "outcome", "amount", "lost_reason", "progress", "due_kind")

Story = dict[int | None, list[tuple[str, str]]]


@dataclass(frozen=True, slots=True)
class Aftermath:
    """`entries`: what was decided about each lead (None: about the office), and about whom."""

    entries: Story
    stands: list[tuple[Any, ...]]  # how each lead stands in the end
    moments: int
    kills: int
    repeated: (
        int  # offers that were said once more to whoever heard most: one offer may be on its way to several
    )

    def once(self, kind: str) -> Aftermath:
        """As if nothing of this kind had been done again at once."""
        told = {
            lead: [
                one for before, one in pairwise([("", ""), *entries]) if one[0] != kind or before[0] != kind
            ]
            for lead, entries in self.entries.items()
        }
        return replace(self, entries=told)

    def kinds(self) -> set[str]:
        return {kind for told in self.entries.values() for kind, _ in told}

    def without_names(self) -> dict[int | None, list[str]]:
        """Where lots are drawn, others may have the leads."""
        return {lead: [kind for kind, _ in told] for lead, told in self.entries.items()}


async def aftermath(desk: MortalDesk, moments: int) -> Aftermath:
    """Looks whether all is in order, and tells how it stands."""
    async with desk.database.reading() as store:
        _check_leads(store)
        _check_hands(desk, store)
        _check_summaries(desk, store)
        columns = (*(leads.c[name] for name in STANDS), touches.c.phone)
        of_lead = touches.c.lead == leads.c.id
        stands = store.execute(select(*columns).outerjoin_from(leads, touches, of_lead).order_by(leads.c.id))
        how = [tuple(row) for row in stands]
        return Aftermath(
            _story(store), how, moments, desk.kills, max(desk.witness.repeated.values(), default=0)
        )


def _check_leads(store: Store) -> None:
    """One live deadline or one holder; a closed one has neither."""
    live = Counter(store.scalars(select(offers.c.lead).where(offers.c.result == Result.OPEN)))
    for lead in store.execute(select(leads)):
        assert live[lead.id] == (lead.state == State.OFFERED)
        assert lead.due_at is not None or lead.state not in AWAITED
        assert lead.due_at is None or lead.state in (*AWAITED, *OWNED)
        assert lead.holder is not None or lead.state not in OWNED


def _check_hands(desk: MortalDesk, store: Store) -> None:
    """Nobody but its holder has a lead in his hands.

    A message that was sent when the program died is not known to it and stays as it was: there, a tap is answered
    with the truth.
    """
    chats = {row.id: row.telegram_id for row in store.execute(select(people))}
    held = Counter(chats[who] for who in store.scalars(_holders()))
    shown = {(card.chat, id) for card in store.execute(select(cards)) for id in card.message_ids}
    in_hand = Counter(
        chat
        for chat in desk.telegram.chats
        for message in desk.person(chat).messages()
        if (button := message.button(GIVE_BACK)) and button.value.startswith("back:")
        if (chat, message.message_id) in shown
    )
    assert in_hand == held


def _holders() -> Any:
    return select(leads.c.holder).where(leads.c.state.in_(OWNED))


def _check_summaries(desk: MortalDesk, store: Store) -> None:
    evenings = len(store.execute(select(summaries)).all())
    told = sum("Итоги" in m.text or "новых лидов не было" in m.text for m in desk.orlova.messages())
    assert told <= evenings


def _story(store: Store) -> Story:
    story: Story = {}
    for row in store.execute(select(ledger).order_by(ledger.c.seq)):
        body = json.loads(row.body)
        story.setdefault(row.lead, []).append((row.kind, str(body.get("who") or body.get("offered"))))
    return story
