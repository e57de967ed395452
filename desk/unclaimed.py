"""A lead that nobody has had for a while: whoever took the call hears of it, once, in a message that rings.

Of several they hear in one message with a button for each, not in a message for each.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Final

from desk.opened import bring
from desk.unattended import NOBODYS
from desk.work import Work
from screens.format import listing
from storage import cards, people, watches
from storage.kinds import CardKind, Urgency
from storage.listing import Meant, rows_of
from storage.scenes import NoLeadError
from storage.watches import Watch, WatchKind

TOGETHER: Final = timedelta(minutes=5)
"""What is to be told within so short a while is told at once."""


def tell(work: Work, watch: Watch) -> None:
    """Tells them with whom it is just now, and brings its card to the end of their chat."""
    try:
        loaded = work.load(int(watch.subject))
    except NoLeadError:
        return
    lead, live, who = loaded.scene.lead, loaded.scene.live, loaded.stored.lead.secretary
    person = people.by_ids(work.store, [who]).get(who) if who else None
    if lead.state not in NOBODYS or person is None or person.chat is None:
        return
    if _several(work, person.id):
        cards.want(
            work.store, person.chat, CardKind.KEPT, None, person.id, Urgency.NEWS, payload={"args": {}}
        )
        return
    names = people.names(work.store)
    asked = listing(names[one] for one in live.unanswered) if live else ""
    key, about = "unclaimed-asked" if asked else "unclaimed", f"unclaimed:{lead.id}:{watch.since.isoformat()}"
    more = {"names": asked} if asked else {}
    work.note(person.chat, about, key, Urgency.ANSWER, number=lead.number or 0, **more)  # above the card
    bring(work.store, person.chat, lead.id, person.id, Urgency.NEWS)


def _several(work: Work, secretary: str) -> bool:
    """Whether they hear of more than one; those that are to be told soon count as told."""
    meant = Meant(states=NOBODYS, secretary=secretary)
    theirs = {str(lead) for lead in rows_of(work.store, meant)}
    later = set()
    for watch in watches.of_kind(work.store, WatchKind.UNCLAIMED):
        if watch.due_at > work.now + TOGETHER:
            later.add(watch.subject)
        elif watch.subject in theirs:
            watches.forget(work.store, watch.kind, watch.subject)
    return len(theirs - later) > 1
