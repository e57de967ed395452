"""The files of a lead, which follow it to whoever has it: all of them, in order, from whichever chats they came.

Telegram copies several messages of one chat at once. Those of several chats go one part after the other: the card
notes how many have gone, and is due again while there are more.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import Final

from desk.work import Work
from leads.client import are_files
from screens.content import Copies
from storage import showing
from storage.cards import CardRow
from storage.scenes import NoLeadError, all_said
from storage.subjects import A_LEAD

MOST: Final = 100  # messages at once: https://core.telegram.org/bots/api#copymessages
GONE: Final = "parts"  # how many have gone out, in the payload


def part_due(work: Work, card: CardRow) -> Copies | None:
    """Returns the part that is to go out now, or, where all have gone, the first, which stands; None where none is."""
    found = _parts(work, card)
    gone = 0 if card.anew > card.shown else card.payload.get(GONE, 0)
    if not found:
        return None
    return replace(found[gone], adds=gone > 0) if gone < len(found) else found[0]


def go_on(work: Work, id: int, version: int, *, fresh: bool) -> None:
    """Notes that one part more of a card's files has gone out, or cannot; it is due again where there are others."""
    card = showing.find(work.store, id)
    if card is None or card.wanted != version:  # all of it is wanted anew
        return
    gone = (0 if fresh else card.payload.get(GONE, 0)) + 1
    more = {"wanted": card.wanted + 1} if gone < len(_parts(work, card)) else {}
    if more or card.payload.get(GONE, 0) != gone:
        showing.change(work.store, id, payload={**card.payload, GONE: gone}, **more)


def _parts(work: Work, card: CardRow) -> Sequence[Copies]:
    """What was sent with the lead, from elsewhere than this chat: what they have sent themselves, they have."""
    try:
        loaded = work.seen(A_LEAD.read(card.subject))
    except NoLeadError:
        return ()
    if loaded.scene.lead.holder != card.person:
        return ()
    sent = [
        (one.source_chat, message)
        for one in all_said(work.store, loaded)
        if are_files(one.attachments) and one.source_chat not in {card.chat, None}
        for message in one.source_messages
    ]
    return [
        Copies(chat or 0, messages[n : n + MOST])
        for chat, run in groupby(sent, key=lambda place: place[0])
        for messages in [tuple(message for _, message in run)]
        for n in range(0, len(messages), MOST)
    ]
