"""What a head is asked, until when he may choose, and what happens then."""

from __future__ import annotations

from leads.lead import Due
from screens.format import at, until
from screens.page import page
from screens.texts import Html, Texts
from screens.views.lead import LeadView


def choose_question(view: LeadView, texts: Texts) -> Html:
    if not view.assignees:
        return texts("offer-step-choose")
    fair = any(person.fair for person in view.assignees)
    return page(texts("offer-step-choose"), texts("choose-legend-fair" if fair else "choose-legend"))


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
