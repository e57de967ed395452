"""/roster: who is on duty this week and the next; a duty given away; a proposal for next week, and the word on it."""

from __future__ import annotations

from leads.duty.roster import Plan
from leads.duty.swaps import SwapState
from screens.assigning import LABEL
from screens.buttons import ProposeRoster, SeekSwap, SettleRoster, TakeSwap, WithdrawSwap
from screens.content import GAP, MOST_BUTTONS, Button, Keyboard, Screen, page
from screens.duty import duty, duty_lines, hours, week
from screens.texts import Html, Texts, cut
from screens.views.duty import (
    OwnDuty,
    Planned,
    ProposalView,
    RosterView,
    RosterWeek,
    SegmentRoster,
    SwapSeat,
    SwapView,
)


def roster_screen(view: RosterView, texts: Texts) -> Screen:
    if not view.segments:
        return Screen(texts("roster-nowhere"))
    lines = [line for segment in view.segments for line in _segment(segment, view, texts)]
    return Screen(page(texts("roster-title"), *lines), _keyboard(view, texts))


def week_caption(segment: SegmentRoster, texts: Texts) -> Html:
    """Under next week's picture."""
    following = week(segment.weeks[1].first, texts)
    return texts("roster-week-caption", segment=segment.name, week=following)


def _segment(segment: SegmentRoster, view: RosterView, texts: Texts) -> list[Html]:
    head = texts("roster-segment", segment=segment.name)
    weeks = zip(("roster-this-week", "roster-next-week"), segment.weeks, strict=True)
    return [GAP, head, *(line for words, of in weeks for line in _week(words, of, view, texts))]


def _week(words: str, of: RosterWeek, view: RosterView, texts: Texts) -> list[Html]:
    lines = duty_lines(of.lines, view.timezone, texts) or [texts("roster-empty")]
    return [texts(words, week=week(of.first, texts)), *lines]


def _keyboard(view: RosterView, texts: Texts) -> Keyboard:
    own = tuple((_seek(duty, view, texts),) for duty in view.duties[:MOST_BUTTONS])
    if not view.may_propose:
        return own
    return (*own, *(row for segment in view.segments for row in _proposing(segment, view, texts)))


def _seek(own: OwnDuty, view: RosterView, texts: Texts) -> Button:
    words = texts.plain("button-seek-swap", duty=duty(own.start, own.end, view.timezone, texts))
    if len(view.segments) > 1:
        words = texts.plain("button-of-segment", words=words, segment=own.segment_name)
    return Button(cut(words, LABEL), SeekSwap(segment=own.segment, end=int(own.end.timestamp())))


def _proposing(segment: SegmentRoster, view: RosterView, texts: Texts) -> Keyboard:
    """One button, or the open list of plans."""
    if view.menu == segment.id:
        plans = tuple(
            Button(texts.plain(f"button-plan-{plan}"), ProposeRoster(segment=segment.id, plan=plan))
            for plan in Plan
        )
        away = Button(texts.plain("button-put-away"), ProposeRoster(segment=segment.id, plan="-"))
        return (plans, (away,))
    words = texts.plain("button-propose-roster")
    if len(view.segments) > 1:
        words = texts.plain("button-of-segment", words=words, segment=segment.name)
    return ((Button(cut(words, LABEL), ProposeRoster(segment=segment.id)),),)


def proposal_screen(view: ProposalView, texts: Texts) -> Screen:
    """The head's card."""
    is_open = view.state == "proposed"
    text = page(
        _proposal_title("proposal-title", view, texts),
        texts(f"plan-{view.plan}"),
        texts(f"proposal-{view.state}", name=view.settled_by or ""),
        GAP,
        *(_person(person, texts) for person in view.people),
        GAP,
        *duty_lines(view.week.lines, view.timezone, texts),
        GAP,
        texts("proposal-swaps", count=view.swaps) if is_open and view.swaps else None,
    )
    return Screen(text, _proposal_keyboard(view, texts) if is_open else ())


def roster_news_screen(view: ProposalView, texts: Texts) -> Screen:
    """What the others are told of an approved roster."""
    yours = None if view.yours is None else texts("roster-yours", hours=hours(view.yours, texts))
    lines = duty_lines(view.week.lines, view.timezone, texts)
    return Screen(page(_proposal_title("roster-news", view, texts), yours, GAP, *lines))


def _proposal_title(words: str, view: ProposalView, texts: Texts) -> Html:
    return texts(words, week=week(view.week.first, texts), segment=view.segment)


def _person(person: Planned, texts: Texts) -> Html:
    total = hours(person.seconds, texts)
    if not person.prime:
        return texts("proposal-person", name=person.name, hours=total)
    return texts("proposal-person-prime", name=person.name, hours=total, prime=hours(person.prime, texts))


def _proposal_keyboard(view: ProposalView, texts: Texts) -> Keyboard:
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
    return Screen(_swap_text(view, texts), _swap_keyboard(view, texts))


def _swap_text(view: SwapView, texts: Texts) -> Html:
    span = duty(view.start, view.end, view.timezone, texts)
    if view.state is SwapState.OPEN and view.seat is SwapSeat.OWNER:
        return texts("swap-sought", duty=span, segment=view.segment)
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
