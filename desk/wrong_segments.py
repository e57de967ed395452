"""A manager declines a lead that is not of their segment: whoever can correct that hears of it, with one tap for it.

The head, whose word it waits for, also says by a tap that it is another's although there is no segment for it, or that
it is theirs after all.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any, Final

from desk.transaction import Transaction
from leads.entries.asking import Explained
from leads.recipients import News
from leads.rights import Right, may, roles_in
from storage import against, people
from storage.scenes import Loaded

MOST: Final = 6
"""Segments to choose from; the rest are behind `Исправить`."""


def tell_of_wrong_segment(work: Transaction, loaded: Loaded, said: Explained) -> None:
    """Tells the head, and whoever took the call, each in a message of its own."""
    scene, names = loaded.scene, people.names(work.store)
    others = [s for s in work.office.segments if not s.retired and s.id != scene.segment.id]
    readers = work.recipients(News.WRONG_SEGMENT, scene.segment.id)
    told = {reader.id for reader in readers} | {loaded.stored.lead.secretary}
    args: dict[str, Any] = {
        "number": scene.lead.number,
        "name": names[said.who],
        "segment": scene.segment.name,
        "lead": scene.lead.id,
        "elsewhere": [[segment.id, segment.name] for segment in others[:MOST]],
    }
    word = _word(work, said, names[said.who])
    for reader, chat in work.chats(who for who in told if who and who != said.who):
        roles = roles_in(work.office, reader, work.office.person(reader).roles, scene.segment.id)
        judges = word if word and may(roles, Right.SETTLE) else {}
        key = "wrong-segment-word" if judges else "wrong-segment"
        work.note(chat, f"wrong-segment:{scene.lead.id}:{said.who}", key, **args, **judges)


def _word(work: Transaction, said: Explained, name: str) -> Mapping[str, Any]:
    """What whoever is asked for their word needs besides; nothing where nobody is."""
    if not said.asked:
        return {}
    found = against.wrong_segments(work.store, said.who, name, work.now)
    return {"who": said.who, "against": asdict(found) if found.says_something else None}
