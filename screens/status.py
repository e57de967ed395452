"""What is true of a lead just now, in a line or two: the same words for whoever may ask."""

from __future__ import annotations

from leads.lead import Due, Outcome, State, Step
from leads.reasons import RefusalReason
from screens.appointments import due_now, next_line
from screens.bad import bad_reason
from screens.content import page
from screens.format import amount, at, listing, span, until
from screens.story import marks
from screens.texts import Html, Texts
from screens.views.lead import LeadView, Seat


def title(view: LeadView, texts: Texts) -> Html:
    """Returns the first words, which are all that a notification shows: also what is due."""
    if view.lead.number is None:
        return texts("lead-draft")
    due = due_now(view)
    kind = "-overdue" if due and view.seat is Seat.HEAD else f"-{due}" if due else ""
    return texts(f"lead-title{kind}", number=view.lead.number, segment=view.segment)


def offer_title(view: LeadView, texts: Texts) -> Html:
    """Returns the first words of an offer, which is all that a notification shows."""
    if view.lead.number is None:
        return title(view, texts)
    return texts("lead-title-offer", number=view.lead.number, segment=view.segment)


def status(view: LeadView, texts: Texts) -> Html:
    """Tells where the lead is and what happens next; of a draft only when it goes by itself."""
    match view.lead.state:
        case State.DRAFT:
            return _by_itself(view, texts)
        case State.WAITING:
            return _waiting(view, texts)
        case State.OFFERED:
            return page(_offered(view, texts), _deadline(view, texts))
        case State.HELD:
            return page(held(view, texts), marks(view, texts), next_line(view, texts))
        case State.DISPUTED:
            return page(_disputed(view, texts), holder_line(view, texts))
        case State.WITHDRAWN if view.lead.added_to:
            return texts("lead-added", number=view.lead.added_to)
        case State.WITHDRAWN:
            return texts("lead-withdrawn")
        case State.CLOSED:
            return page(outcome(view, texts), holder_line(view, texts))


def _by_itself(view: LeadView, texts: Texts) -> Html:
    """When a draft goes by itself, for whoever may hand it over."""
    if view.deadline is None or not view.takes_in:
        return page()
    return texts("draft-by-itself", at=at(view.deadline, view.now, view.timezone, texts))


def _disputed(view: LeadView, texts: Texts) -> Html:
    if view.lead.bad_reason is None:
        return texts("lead-disputed")
    return texts("lead-disputed-reason", reason=bad_reason(view.lead.bad_reason, texts).lower())


def _waiting(view: LeadView, texts: Texts) -> Html:
    if view.deadline is None or view.waiting is None:
        return texts("lead-waiting")
    unix = int(view.deadline.timestamp())
    moment = at(view.deadline, view.now, view.timezone, texts)
    last = until(view.deadline, view.now, view.timezone, texts)
    if view.waiting is Due.OPENING:
        urgent = texts("lead-waiting-urgent") if view.seat is Seat.SECRETARY else None
        return page(texts("lead-waiting-opening", at=moment, unix=unix), urgent)
    if view.waiting is Due.OWNER and view.owner:
        return texts("lead-waiting-owner", name=view.owner, until=last, unix=unix)
    if view.waiting is Due.REPEAT:
        return texts("lead-repeat", at=moment)
    if view.waiting is Due.RINGING:
        return texts("lead-waiting-ringing")
    if view.waiting in {Due.RETRY, Due.WRAP_UP}:
        return texts(f"lead-waiting-{view.waiting}", at=moment, unix=unix)
    return texts("lead-waiting")


def _offered(view: LeadView, texts: Texts) -> Html:
    step = view.step or Step.OFFER
    return texts(f"lead-offered-{step}", before=view.before, names=listing(view.offered_to))


def _deadline(view: LeadView, texts: Texts) -> Html | None:
    if view.deadline is None:
        return None
    if view.waiting is Due.REPEAT:
        return texts("lead-repeat", at=at(view.deadline, view.now, view.timezone, texts))
    last = until(view.deadline, view.now, view.timezone, texts)
    return texts("lead-deadline", until=last, unix=int(view.deadline.timestamp()))


def held(view: LeadView, texts: Texts) -> Html:
    name = view.holder or ""
    if view.assigned_by_hand:
        return texts("lead-assigned", name=name)
    if view.claim_seconds is None:
        return texts("lead-held", name=name)
    return texts("lead-held-after", name=name, span=span(view.claim_seconds, texts))


def holder_line(view: LeadView, texts: Texts) -> Html | None:
    return texts("lead-holder", name=view.holder) if view.holder else None


def outcome(view: LeadView, texts: Texts) -> Html:
    """Tells how it ended, for a closed lead."""
    if view.lead.outcome is Outcome.WON and view.lead.amount is not None and view.sees_amount:
        return texts("outcome-won-amount", amount=amount(view.lead.amount, texts))
    if view.lead.outcome is Outcome.LOST and view.lead.lost_reason:
        return texts("outcome-lost-reason", reason=lost_reason(view.lead.lost_reason, texts).lower())
    if view.lead.outcome is Outcome.BAD and view.lead.bad_reason:
        return texts("outcome-bad-reason", reason=bad_reason(view.lead.bad_reason, texts).lower())
    return texts(f"outcome-{view.lead.outcome}") if view.lead.outcome else texts("lead-closed")


def recorded(view: LeadView, texts: Texts) -> Html:
    """Tells how it ended, to whoever has said so: what stands written of it now."""
    is_won = view.lead.outcome is Outcome.WON
    if is_won and view.lead.amount is None and not view.asked:
        return texts("recorded-won-no-amount")
    return texts("recorded", outcome=outcome(view, texts)) if view.lead.outcome else outcome(view, texts)


def lost_reason(reason: str, texts: Texts) -> str:
    """A reason that this version does not know is shown as another one, so that old leads stay readable."""
    known = reason if reason in set(RefusalReason) else RefusalReason.OTHER
    return texts.plain(f"lost-{known}")
