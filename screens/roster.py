"""A duty given away; a proposal for next week, and the word on it; what all are told of it."""

from __future__ import annotations

from datetime import date
from typing import Final

from leads.duty.swaps import SwapState
from screens.buttons.of_duty import SettleRoster, TakeSwap, WithdrawSwap
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.duty import duty, duty_lines, hours, week
from screens.format import leads_in_tenths
from screens.leafing import leaf_words
from screens.roster_days import edit_days, edit_people, edit_slots
from screens.texts import Html, Texts
from screens.views.duty import Planned, ProposalView, SwapSeat, SwapView

WORTH_A_WORD: Final = 3  # tenths of a lead


def week_caption(segment: str, monday: date, texts: Texts, *, is_next: bool) -> Html:
    """Says what stands under a week's picture. `segment`: its name."""
    words = "roster-week-caption" if is_next else "duty-week-caption"
    return texts(words, segment=segment, week=week(monday, texts))


def proposal_screen(view: ProposalView, texts: Texts) -> Screen:
    """Returns the head's card."""
    is_open = view.state == "proposed"
    text = page(
        _proposal_title("proposal-title", view, texts),
        texts(f"plan-{view.plan}"),
        _what_to_do(view, texts),
        GAP,
        *(_person(person, texts) for person in view.people),
        GAP,
        *duty_lines(view.week.lines, view.timezone, texts),
        GAP,
        texts("proposal-swaps", count=view.swaps) if is_open and view.swaps else None,
        *(texts(f"proposal-over-{one.what}", name=one.name) for one in view.overdone),
        texts("proposal-edit") if view.editing and not view.editing.menu else None,
    )
    return Screen(text, _proposal_keyboard(view, texts) if is_open else ())


def _what_to_do(view: ProposalView, texts: Texts) -> Html:
    """What the head's word does; while a day or a window of it is open, what a tap does there."""
    edit = view.editing
    if edit and edit.menu:
        what = texts("proposal-editing-window" if edit.people else "proposal-editing-day")
        return page(what, leaf_words(edit.people, edit.leafed, texts))
    return texts(f"proposal-{view.state}", name=view.settled_by or "")


def roster_news_screen(view: ProposalView, texts: Texts) -> Screen:
    """Tells what the others are told of an approved roster."""
    title = _proposal_title("roster-news", view, texts)
    if view.yours is None:
        return Screen(page(title, GAP, *duty_lines(view.week.lines, view.timezone, texts)))
    own = (texts("duty-own", duty=duty(line.start, line.end, view.timezone, texts)) for line in view.own)
    yours = texts("roster-yours", hours=hours(view.yours, texts))
    return Screen(page(title, yours, *own, texts("roster-news-rest")))


def _proposal_title(words: str, view: ProposalView, texts: Texts) -> Html:
    return texts(words, week=week(view.week.first, texts), segment=view.segment)


def _person(person: Planned, texts: Texts) -> Html:
    total = hours(person.seconds, texts)
    if not person.prime:
        words = texts("proposal-person", name=person.name, hours=total)
    else:
        prime = hours(person.prime, texts)
        words = texts("proposal-person-prime", name=person.name, hours=total, prime=prime)
    rich = _rich("proposal", person.richer, texts)
    return Html(f"{words} · {rich}") if rich else words


def _rich(what: str, tenths: int, texts: Texts) -> Html | None:
    """By how much hours are richer or poorer than average ones; not a word where they are hardly so."""
    if abs(tenths) < WORTH_A_WORD:
        return None
    return texts(f"{what}-{'richer' if tenths > 0 else 'poorer'}", leads=leads_in_tenths(abs(tenths), texts))


def _proposal_keyboard(view: ProposalView, texts: Texts) -> Keyboard:
    edit = view.editing
    if edit and edit.menu:
        return edit_people(view.roster, edit, texts) if edit.people else edit_slots(view.roster, edit, texts)
    return (*(edit_days(view.roster, edit, texts) if edit else ()), *_settling(view, texts))


def _settling(view: ProposalView, texts: Texts) -> Keyboard:
    approve = Button(
        texts.plain("button-approve-roster"), SettleRoster(roster=view.roster, approve=True), style="success"
    )
    return (
        (
            approve,
            Button(texts.plain("button-dismiss-roster"), SettleRoster(roster=view.roster, approve=False)),
        ),
    )


def swap_screen(view: SwapView, texts: Texts) -> Screen:
    is_living = view.state in {SwapState.OPEN, SwapState.TAKEN}
    rich = _rich("swap", view.richer, texts) if is_living else None
    return Screen(page(_swap_text(view, texts), rich), _swap_keyboard(view, texts))


def _swap_text(view: SwapView, texts: Texts) -> Html:
    span = duty(view.start, view.end, view.timezone, texts)
    if view.state is SwapState.OPEN and view.seat is SwapSeat.OWNER:
        sought = texts("swap-sought", duty=span, segment=view.segment)
        return Html(f"{sought}\n{texts('swap-by', name=view.by)}") if view.by else sought
    if view.state is SwapState.OPEN:
        return texts("swap-open", owner=view.owner, duty=span, segment=view.segment)
    if view.state is SwapState.TAKEN and view.seat is SwapSeat.TAKER:
        return texts("swap-yours", owner=view.owner, duty=span, segment=view.segment)
    if view.state is SwapState.TAKEN:
        names = {"owner": view.owner, "taker": view.taker or ""}
        return texts("swap-taken", duty=span, segment=view.segment, **names)
    return texts(f"swap-{view.state}", owner=view.owner, duty=span, segment=view.segment)


def _swap_keyboard(view: SwapView, texts: Texts) -> Keyboard:
    if view.state is not SwapState.OPEN:
        return ()
    if view.seat is SwapSeat.OWNER:
        return ((Button(texts.plain("button-withdraw-swap"), WithdrawSwap(swap=view.swap)),),)
    return ((Button(texts.plain("button-take-swap"), TakeSwap(swap=view.swap), style="success"),),)
