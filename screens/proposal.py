"""A proposed roster: what it means for each, and the head's word; once approved, the news of it."""

from __future__ import annotations

from screens.buttons import SettleRoster
from screens.content import Button, Keyboard, Screen
from screens.duty import duty_lines, hours, week
from screens.page import GAP, page
from screens.texts import Html, Texts
from screens.views.duty import Planned, ProposalView


def proposal_screen(view: ProposalView, texts: Texts) -> Screen:
    """The head's card."""
    is_open = view.state == "proposed"
    text = page(
        _title("proposal-title", view, texts),
        texts(f"plan-{view.plan}"),
        texts(f"proposal-{view.state}", name=view.settled_by or ""),
        GAP,
        *(_person(person, texts) for person in view.people),
        GAP,
        *duty_lines(view.week.lines, view.timezone, texts),
        GAP,
        texts("proposal-swaps", count=view.swaps) if is_open and view.swaps else None,
    )
    return Screen(text, _keyboard(view, texts) if is_open else ())


def roster_news_screen(view: ProposalView, texts: Texts) -> Screen:
    """What the others are told of an approved roster."""
    yours = None if view.yours is None else texts("roster-yours", hours=hours(view.yours, texts))
    lines = duty_lines(view.week.lines, view.timezone, texts)
    return Screen(page(_title("roster-news", view, texts), yours, GAP, *lines))


def _title(words: str, view: ProposalView, texts: Texts) -> Html:
    return texts(words, week=week(view.week.first, texts), segment=view.segment)


def _person(person: Planned, texts: Texts) -> Html:
    total = hours(person.seconds, texts)
    if not person.prime:
        return texts("proposal-person", name=person.name, hours=total)
    return texts("proposal-person-prime", name=person.name, hours=total, prime=hours(person.prime, texts))


def _keyboard(view: ProposalView, texts: Texts) -> Keyboard:
    approve = Button(
        texts.plain("button-approve-roster"), SettleRoster(roster=view.roster, approve=True), style="success"
    )
    return (
        (
            approve,
            Button(texts.plain("button-dismiss-roster"), SettleRoster(roster=view.roster, approve=False)),
        ),
    )
