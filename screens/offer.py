"""An offer: while it may be claimed, just after it was declined, and when somebody else has the lead."""

from __future__ import annotations

from leads.lead import OWNED, Due, State, Step
from leads.reasons import DeclineReason
from screens.assigning import assign_list, assign_menu, legend
from screens.buttons.of_lead import Claim, ClaimLate, Decline, Explain
from screens.buttons.of_sight import Why
from screens.client import client_lines
from screens.contacts import contact_rows
from screens.content import GAP, Button, Keyboard, Screen, page, with_quote
from screens.format import at, listing, span, until
from screens.leafing import in_rows
from screens.status import offer_title, title
from screens.story import words_of
from screens.texts import Html, Texts
from screens.views.lead import LeadView
from screens.writing import own_words, skip_row

EXCERPT = 1500  # UTF-16 units: enough to decide
REASONS_IN_A_ROW = 2


def offer_screen(view: LeadView, texts: Texts) -> Screen:
    above = page(
        offer_title(view, texts),
        texts("offer-again") if view.repeat else None,
        texts("offer-reminder", count=view.lead.repeats) if view.lead.repeats else None,
        _why_you(view, texts),
        GAP,
        client_lines(view, texts),
    )
    text = with_quote(above, words_of(view, texts), _clock(view, texts), most=EXCERPT)
    return Screen(text, _keyboard(view, texts))


def _why_you(view: LeadView, texts: Texts) -> Html | None:
    if view.step is Step.CHOOSE:
        return choose_question(view, texts)
    if view.step in {Step.EVERYONE, Step.HEAD, Step.DIRECTOR}:
        return page(texts(f"offer-step-{view.step}", before=view.before), legend(view, texts))
    if len(view.offered_to) < 2:
        return None
    if view.window:
        return texts("offer-step-window", span=span(view.window, texts))
    return texts("offer-step-several")


def _clock(view: LeadView, texts: Texts) -> Html:
    if view.step is Step.CHOOSE:
        return choose_clock(view, texts)
    if view.decides:
        key = "offer-wanted" if view.wants else "offer-window-open"
        return texts(key, time=f"{view.decides.astimezone(view.timezone):%H:%M:%S}")
    if view.deadline is None:
        return page(texts("offer-stays") if view.last_rung else None)
    if view.last_rung:
        return texts("offer-last", at=at(view.deadline, view.now, view.timezone, texts))
    last = until(view.deadline, view.now, view.timezone, texts)
    return texts("offer-deadline", until=last, unix=int(view.deadline.timestamp()))


def _keyboard(view: LeadView, texts: Texts) -> Keyboard:
    claim = Button(texts.plain("button-claim"), Claim(lead=view.lead.id), style="success")
    decline = Button(texts.plain("button-decline"), Decline(lead=view.lead.id), style="danger")
    asked = (decline,) if view.wants and view.decides else (claim, decline)
    first = (claim,) if view.last_rung else asked
    contact = contact_rows(view, texts)  # of whoever sees every client
    if view.step is Step.CHOOSE:
        return (first, *assign_list(view, texts), *contact)
    by_hand = view.step in {Step.HEAD, Step.DIRECTOR}
    return (first, *(assign_menu(view, texts) if by_hand else ()), *contact)


def declined_screen(view: LeadView, texts: Texts) -> Screen:
    """Whoever declines may say why; nobody has to."""
    if view.decline_reason:
        noted = page(title(view, texts), texts(f"declined-{view.word or 'noted'}"))
        return Screen(noted, late_row(view, texts), silent=True)
    if view.asked:
        return Screen(
            page(title(view, texts), texts(f"ask-{view.asked}")), (skip_row(view, texts),), silent=True
        )
    rows = (*reason_rows(view, texts), *late_row(view, texts))
    return Screen(page(title(view, texts), why_declined(view, texts)), rows, silent=True)


def why_declined(view: LeadView, texts: Texts) -> Html:
    """Asks whoever has declined the lead why, and tells what that changes."""
    return page(texts("declined"), _what_it_costs(view, texts))


def reason_rows(view: LeadView, texts: Texts) -> Keyboard:
    """Returns the reasons that are usual, and one's own words."""
    buttons = [
        Button(texts.plain(f"decline-{reason}"), Explain(lead=view.lead.id, reason=reason))
        for reason in DeclineReason
        if reason is not DeclineReason.OTHER
    ]
    return in_rows([*buttons, own_words(view, texts)], REASONS_IN_A_ROW)


def late_row(view: LeadView, texts: Texts) -> Keyboard:
    """Returns the way back for whoever has declined the lead, or let it lapse, while nobody has it."""
    if not view.may_claim_late:
        return ()
    words = texts.plain("button-claim-after-all")
    return ((Button(words, ClaimLate(lead=view.lead.id), style="success"),),)


def _what_it_costs(view: LeadView, texts: Texts) -> Html | None:
    """With which reasons the lead does not count, and how often more; nothing where declining never does."""
    if view.free_reasons is None:
        return texts("declined-free")
    return page(
        texts("declined-asks") if view.asks_head else None, _by_the_norm(view, view.free_reasons, texts)
    )


def _by_the_norm(view: LeadView, accepted: frozenset[str], texts: Texts) -> Html:
    asked = {DeclineReason.WRONG_SEGMENT} if view.asks_head else set[DeclineReason]()
    free = [texts.plain(f"decline-{reason}") for reason in DeclineReason if reason in accepted - asked]
    if not free or not view.free_norm:
        return texts("declined-costs-always")
    if view.free_left is None:
        return texts("declined-costs", free=listing(free))
    if not view.free_left:
        return texts("declined-costs-beyond", count=view.free_norm)
    return texts("declined-costs-left", free=listing(free), left=view.free_left, count=view.free_norm)


def bystander_screen(view: LeadView, texts: Texts) -> Screen:
    """Returns one calm line about a lead that was offered to the reader once."""
    if view.lead.number is None:
        return Screen(texts("bystander-gone"), silent=True)
    why = Button(texts.plain("button-why"), Why(lead=view.lead.id))
    cut = texts(f"bystander-cut-{view.cut}") if view.cut else None
    return Screen(
        page(_whereabouts(view, view.lead.number, texts), cut), (*late_row(view, texts), (why,)), silent=True
    )


def _whereabouts(view: LeadView, number: int, texts: Texts) -> Html:
    if view.lead.state is State.WITHDRAWN:
        return texts("bystander-withdrawn", number=number)
    if view.lead.state is State.CLOSED:
        return texts("bystander-closed", number=number)
    if view.lead.state in OWNED and view.holder and view.wants:
        return texts("bystander-decided", number=number, name=view.holder)
    if view.lead.state in OWNED and view.holder:
        return texts("bystander-held", number=number, name=view.holder)
    if view.waiting is Due.OPENING:
        moment = at(view.deadline or view.now, view.now, view.timezone, texts)
        return texts("bystander-opening", number=number, at=moment)
    form = "bystander-lapsed" if view.lapsed and not view.cut else "bystander"
    if view.offered_to:
        return texts(f"{form}-offered", number=number, names=listing(view.offered_to))
    return texts(f"{form}-waiting", number=number)


def choose_question(view: LeadView, texts: Texts) -> Html:
    return page(texts("offer-step-choose"), legend(view, texts))


def choose_clock(view: LeadView, texts: Texts) -> Html:
    if view.deadline is None:
        return texts("offer-stays")
    if view.waiting is Due.REPEAT:
        return texts("offer-last", at=at(view.deadline, view.now, view.timezone, texts))
    last = until(view.deadline, view.now, view.timezone, texts)
    return page(
        texts("choose-until", until=last, unix=int(view.deadline.timestamp())),
        _then(view, texts),
    )


def _then(view: LeadView, texts: Texts) -> Html:
    if view.then is None:
        return texts("choose-then-stays")
    scheme = {"scheme": texts.plain(f"scheme-{view.then_scheme}")} if view.then_scheme else {}
    return texts(f"choose-then-{view.then}", **scheme)
