"""/roster: who is on duty this week and the next; a duty of one's own to be given away, next week's proposal."""

from __future__ import annotations

from leads.duty.roster import Plan
from screens.assigning import LABEL
from screens.buttons import ProposeRoster, SeekSwap
from screens.content import Button, Keyboard, Screen
from screens.duty import duty, duty_lines, week
from screens.page import GAP, MOST_BUTTONS, page
from screens.texts import Html, Texts, cut
from screens.views.duty import OwnDuty, RosterView, RosterWeek, SegmentRoster


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
