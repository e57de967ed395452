"""A draft that lies about is a lead that nobody gets: whoever wrote it down is reminded of it, once."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from desk.opened import bring, whose
from desk.work import Work
from leads.lead import State
from leads.rights import Right, may
from storage import watches
from storage.kinds import Urgency
from storage.scenes import NoLeadError
from storage.watches import Watch, WatchKind

FORGOTTEN: Final = timedelta(minutes=10)
"""So long a draft may lie."""


def mind(work: Work, draft: int) -> None:
    """A draft was made just now: it is looked at later whether it is one still."""
    watches.watch(work.store, WatchKind.DRAFT, str(draft), work.now, work.now + FORGOTTEN)


def settled(work: Work, draft: int) -> None:
    """It is no draft any more: nobody has to look."""
    watches.forget(work.store, WatchKind.DRAFT, str(draft))


def remind(work: Work, watch: Watch) -> None:
    """Brings a draft that is one still to the end of its chat."""
    try:
        loaded = work.load(int(watch.subject))
    except NoLeadError:  # thrown away, or added to an open lead
        return
    lead = loaded.scene.lead
    if lead.state is not State.DRAFT:
        return
    for person in whose(work, lead.id):
        key = "draft-forgotten" if may(person.roles, Right.TAKE_IN) else "text-forgotten"
        work.note(person.chat or 0, f"forgotten:{lead.id}", key, Urgency.ANSWER)  # above the card
        bring(work.store, person.chat or 0, lead.id, person.id, Urgency.NEWS)
