"""A draft that lies about is a lead that nobody gets: whoever wrote it down is reminded of it, once."""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from desk.opened import bring
from desk.work import Work
from leads.lead import State
from leads.rights import Right, may
from storage import people, watches
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
    lead, who = loaded.scene.lead, loaded.stored.lead.secretary
    person = people.by_ids(work.store, [who]).get(who) if who else None
    if lead.state is not State.DRAFT or person is None or person.chat is None:
        return
    key = "draft-forgotten" if may(person.roles, Right.TAKE_IN) else "text-forgotten"
    work.note(person.chat, f"forgotten:{lead.id}", key, Urgency.ANSWER)  # above the card
    bring(work.store, person.chat, lead.id, person.id, Urgency.NEWS)
