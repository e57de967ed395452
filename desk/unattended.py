"""A lead that nobody has for a while is looked at: a row says when, from the hand-over or from when it was rid of."""

from __future__ import annotations

from typing import Final

from desk.transaction import Transaction
from leads.binding import after_open
from leads.lead import State
from storage import cards, watches
from storage.kinds import CardKind
from storage.scenes import Loaded
from storage.watches import WatchKind

NOBODYS: Final = frozenset({State.WAITING, State.OFFERED})


def follow(work: Transaction, loaded: Loaded, was: State) -> None:
    """The lead has come into this state from that one: from here on it is looked at, or no more."""
    scene, within = loaded.scene, work.office.unattended
    is_nobodys = scene.lead.state in NOBODYS
    if is_nobodys is (was in NOBODYS):
        return
    subject = str(scene.lead.id)
    if is_nobodys and within:
        due = after_open(scene, work.now, within)
        watches.watch(work.store, WatchKind.UNCLAIMED, subject, work.now, due)
    elif not is_nobodys and not watches.forget(work.store, WatchKind.UNCLAIMED, subject):
        cards.touch(work.store, [CardKind.KEPT])  # whoever was told has one less
