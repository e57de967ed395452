"""A manager declines a lead that is not of their segment: whoever can correct that hears of it, with one tap for it."""

from __future__ import annotations

from typing import Any, Final

from desk.transaction import Transaction
from leads.entries.asking import Explained
from leads.recipients import News
from storage import people
from storage.scenes import Loaded

MOST: Final = 6
"""Segments to choose from; the rest are behind `Исправить`."""


def tell_of_wrong_segment(work: Transaction, loaded: Loaded, said: Explained) -> None:
    """Tells the head, and whoever took the call, each in a message of its own."""
    scene, names = loaded.scene, people.names(work.store)
    others = [s for s in work.office.segments if not s.retired and s.id != scene.segment.id]
    told = {reader.id for reader in work.recipients(News.WRONG_SEGMENT)} | {loaded.stored.lead.secretary}
    args: dict[str, Any] = {
        "number": scene.lead.number,
        "name": names[said.who],
        "segment": scene.segment.name,
        "lead": scene.lead.id,
        "elsewhere": [[segment.id, segment.name] for segment in others[:MOST]],
    }
    for _, chat in work.chats(who for who in told if who and who != said.who):
        work.note(chat, f"wrong-segment:{scene.lead.id}:{said.who}", "wrong-segment", **args)
