"""What a secretary picks from, under a draft of a segment that leaves the choice to her."""

from __future__ import annotations

from leads.lead import Step
from screens.assigning import assignee_label
from screens.buttons import Pick
from screens.content import Button, Keyboard
from screens.page import page
from screens.texts import Html, Texts
from screens.views.lead import LeadView, Menu


def pick_lines(view: LeadView, texts: Texts) -> Html:
    """What a name does, what the first button does, and who is asked before."""
    if not view.picks or view.menu is not Menu.NONE:
        return page()
    if not any(person.absence is None for person in view.assignees):
        return page(texts("pick-nobody"), _before(view, texts))
    fair = any(person.fair for person in view.assignees)
    return page(texts("pick-or-rule" if fair else "pick"), _before(view, texts))


def _before(view: LeadView, texts: Texts) -> Html | None:
    if view.first is Step.OWNER and view.owner:
        return texts("pick-after-owner", name=view.owner)
    return texts("pick-after-head") if view.first is Step.CHOOSE else None


def pick_list(view: LeadView, texts: Texts) -> Keyboard:
    """One tap hands the lead over to a name; who is away is shown, and refused politely."""
    return tuple(
        (Button(assignee_label(person, texts), Pick(lead=view.lead.id, who=person.id)),)
        for person in view.assignees
    )
