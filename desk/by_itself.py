"""A draft's time to go by itself is planned, as more becomes known of it (`leads.by_itself`)."""

from __future__ import annotations

from desk.work import Work
from leads.by_itself import moment
from leads.lead import State
from storage import drafts


def plan(work: Work, draft: int) -> None:
    """Plans it for a draft of which more is known now; what is planned already stays, unless nobody could call."""
    found = drafts.stored(work.store, draft)
    row = found.lead
    if row.state != State.DRAFT or not (work.office.hand_over_after or row.due_at):
        return
    at = moment(work.office, row.secretary, drafts.client_from(found), work.now)
    if at is None or row.due_at is None:
        drafts.plan(work.store, draft, at)


def soonest(work: Work, draft: int, other: int) -> None:
    """Two drafts become one: `draft` came in when the first of them did, and goes when the first of them would."""
    both = [drafts.stored(work.store, one) for one in (draft, other)]
    drafts.came(work.store, draft, min(one.touch.at for one in both))
    if planned := [one.lead.due_at for one in both if one.lead.due_at]:
        drafts.plan(work.store, draft, min(planned))
