"""When a draft is handed over by itself: a while after somebody could be called, whoever is busy with it."""

from __future__ import annotations

from datetime import datetime

from desk.work import Work
from leads.client import Client, known_by
from leads.lead import State
from leads.rights import Right, may
from storage import drafts


def moment(work: Work, who: str | None, client: Client) -> datetime | None:
    """Returns when a draft that `who` took in goes by itself, if that begins now.

    None: never, as of whoever hands nothing over, and of a client whom nobody could call.
    """
    after, office = work.office.hand_over_after, work.office
    takes_in = who is not None and office.has(who) and may(office.person(who).roles, Right.TAKE_IN)
    return work.now + after if after and takes_in and known_by(client) else None


def plan(work: Work, draft: int) -> None:
    """Plans it for a draft of which more is known now; what is planned already stays, unless nobody could call."""
    found = drafts.stored(work.store, draft)
    row = found.lead
    if row.state != State.DRAFT or not (work.office.hand_over_after or row.due_at):
        return
    at = moment(work, row.secretary, drafts.client_from(found))
    if at is None or row.due_at is None:
        drafts.plan(work.store, draft, at)


def soonest(work: Work, draft: int, other: int) -> None:
    """Two drafts become one: `draft` came in when the first of them did, and goes when the first of them would."""
    both = [drafts.stored(work.store, one) for one in (draft, other)]
    drafts.came(work.store, draft, min(one.touch.at for one in both))
    if planned := [one.lead.due_at for one in both if one.lead.due_at]:
        drafts.plan(work.store, draft, min(planned))
