"""A lead that nobody has had for a while: whoever took the call hears of it, once, in a message that rings."""

from __future__ import annotations

from desk.opened import bring
from desk.unattended import NOBODYS
from desk.work import Work
from screens.format import listing
from storage import people
from storage.kinds import Urgency
from storage.scenes import NoLeadError
from storage.watches import Watch


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
    names = people.names(work.store)
    asked = listing(names[one] for one in live.unanswered) if live else ""
    key, about = "unclaimed-asked" if asked else "unclaimed", f"unclaimed:{lead.id}:{watch.since.isoformat()}"
    more = {"names": asked} if asked else {}
    work.note(person.chat, about, key, Urgency.ANSWER, number=lead.number or 0, **more)  # above the card
    bring(work.store, person.chat, lead.id, person.id, Urgency.NEWS)
