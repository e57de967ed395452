"""/roster: when the reader is on duty, in a few lines; a day to give away, and everybody's duties, behind a tap."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from leads.duty.roster import Plan
from screens.assigning import LABEL
from screens.buttons.of_duties import ShowDuties
from screens.buttons.of_duty import MakeFeed, ProposeRoster, RevokeFeed, SeekSwap, ShowRoster, ShowWeek
from screens.content import GAP, MOST_BUTTONS, Button, Keyboard, Screen, page
from screens.duty import day, duty, duty_lines, today_line, until, week
from screens.format import listing
from screens.leafing import in_rows, leaf_words, leaves, on_page
from screens.texts import Html, Texts, cut
from screens.views.duty import OwnDuty, RosterPart, RosterView, RosterWeek, SegmentRoster
from screens.views.leafing import On

MOST_OWN = 3  # duties: with the title and who is on duty now, a question answered in five lines
MOST_TODAY = 2  # segments
IN_A_ROW = 3


def roster_screen(view: RosterView, texts: Texts, calendar: str | None = None) -> Screen:
    """What is no more is not open: a segment without a roster, a day that is given away.

    `calendar`: the address of the Mini App; None where there is none.
    """
    if not view.segments:
        return Screen(texts("roster-nowhere"))
    segment = next((s for s in view.segments if s.id == view.about), None)
    if segment and view.part is RosterPart.SEGMENT:
        return Screen(_whole(segment, view, texts), _segment_keyboard(segment, view, texts))
    if segment and view.part is RosterPart.PLANS and _may_plan(segment, view):
        following = week(segment.weeks[1].first, texts)
        return Screen(texts("roster-plans", week=following, segment=segment.name), _plans(segment, texts))
    if view.feeds and view.part is RosterPart.FEED:
        return feed_screen(view.feed, texts)
    month = Button(texts.plain("button-calendar"), app=calendar)
    return Screen(_answer(view, texts), (*_keyboard(view, texts), *(((month,),) if calendar else ())))


def feed_screen(address: str | None, texts: Texts) -> Screen:
    """Returns the private address of one's own duty; None: there is none yet."""
    back = (Button(texts.plain("button-roster-back"), ShowRoster(part=RosterPart.OWN)),)
    if address is None:
        make = Button(texts.plain("button-feed-make"), MakeFeed(), style="success")
        return Screen(page(texts("feed-title"), texts("feed-about")), ((make,), back))
    text = page(texts("feed-title"), GAP, texts("feed-address", address=address), GAP, texts("feed-how"))
    return Screen(
        text,
        (
            (Button(texts.plain("button-feed-copy"), copy=address),),
            (Button(texts.plain("button-feed-again"), MakeFeed()),),
            (Button(texts.plain("button-feed-revoke"), RevokeFeed(), style="danger"),),
            back,
        ),
    )


def _answer(view: RosterView, texts: Texts) -> Html:
    sought = leaf_words(view.segments, view.leafed, texts)
    if not view.is_member:
        now = (_now(segment, view, texts) for segment in on_page(view.segments, view.leafed))
        return page(texts("roster-now"), *now, GAP, sought)
    shown, more = view.duties[:MOST_OWN], len(view.duties[MOST_OWN:])
    return page(
        texts("roster-own"),
        *(_own(own, view, texts) for own in shown),
        texts("roster-own-more", count=more) if more else None,
        None if shown else texts("roster-own-none"),
        *(texts("roster-today", line=_now(one, view, texts)) for one in _of_team(view)),
        texts("roster-which-day") if _days(view) and view.part in (RosterPart.SWAP, RosterPart.DAY) else None,
        GAP,
        sought,
    )


def _of_team(view: RosterView) -> tuple[SegmentRoster, ...]:
    """Whose duty of today a member is told, too; where they have too many teams, each is a tap away."""
    return view.segments if len(view.segments) <= MOST_TODAY else ()


def _plans(segment: SegmentRoster, texts: Texts) -> Keyboard:
    plans = tuple(
        Button(texts.plain(f"button-plan-{plan}"), ProposeRoster(segment=segment.id, plan=plan))
        for plan in Plan
    )
    away = Button(texts.plain("button-put-away"), ProposeRoster(segment=segment.id, plan="-"))
    return (plans, (away,))


def _own(own: OwnDuty, view: RosterView, texts: Texts) -> Html:
    words = _duty_words(own, view, texts)
    if own.start <= view.now:
        words = texts.plain("duty-own-now", end=until(own.end, view.now, view.timezone, texts))
        words = _with_segment(words, own, view, texts)
    if own.sought:
        return texts("duty-own-sought", duty=words)
    if own.instead_of:
        return texts("duty-own-swapped", duty=words, owner=listing(own.instead_of))
    return texts("duty-own", duty=words)


def _duty_words(own: OwnDuty, view: RosterView, texts: Texts) -> str:
    """With its segment, where there are several."""
    return _with_segment(duty(own.start, own.end, view.timezone, texts), own, view, texts)


def _with_segment(words: str, own: OwnDuty, view: RosterView, texts: Texts) -> str:
    if len(view.segments) == 1:
        return words
    return texts.plain("button-of-segment", words=words, segment=own.segment_name)


def _now(segment: SegmentRoster, view: RosterView, texts: Texts) -> Html:
    lines = [line for week in segment.weeks for line in week.lines]
    return today_line(segment.name, lines, view.now, view.timezone, texts)


def _keyboard(view: RosterView, texts: Texts) -> Keyboard:
    days = _days(view)
    away = (Button(texts.plain("button-put-away"), ShowRoster(part=RosterPart.OWN)),)
    if days and view.part is RosterPart.SWAP:
        return (*_rows(_day_button(day, those, view, texts) for day, those in days.items()), away)
    of_day = [own for day, own in days.items() if day.isoformat() == view.about]
    if of_day and view.part is RosterPart.DAY:
        return (*((_seek(own, view, texts),) for own in of_day[0][:MOST_BUTTONS]), away)
    seek = Button(texts.plain("button-seek-swap"), ShowRoster(part=RosterPart.SWAP))
    one = view.segments[0] if len(view.segments) == 1 else None
    return (
        *(((seek,),) if days else ()),
        *_segments(view, texts),
        *(((_propose(one, texts),),) if one and _may_plan(one, view) else ()),
        *(((_change(one.id if one else "", texts),),) if view.may_change else ()),
        *(((_feed(texts),),) if view.feeds else ()),
    )


def _days(view: RosterView) -> dict[date, list[OwnDuty]]:
    """The duties for which somebody may be looked for, by the day on which they begin."""
    found: dict[date, list[OwnDuty]] = {}
    for own in view.duties:
        if not own.sought:
            found.setdefault(own.start.astimezone(view.timezone).date(), []).append(own)
    return found


def _rows(buttons: Iterable[Button]) -> Keyboard:
    return in_rows(tuple(buttons)[:MOST_BUTTONS], IN_A_ROW)


def _day_button(of: date, those: list[OwnDuty], view: RosterView, texts: Texts) -> Button:
    """A day with one duty is that duty."""
    if len(those) > 1:
        return Button(day(of, texts), ShowRoster(part=RosterPart.DAY, about=of.isoformat()))
    return Button(day(of, texts), _seek(those[0], view, texts).data)


def _seek(own: OwnDuty, view: RosterView, texts: Texts) -> Button:
    data = SeekSwap(segment=own.segment, end=int(own.end.timestamp()))
    return Button(cut(_duty_words(own, view, texts), LABEL), data)


def _segments(view: RosterView, texts: Texts) -> Keyboard:
    def button(segment: SegmentRoster) -> Button:
        return _open(segment, view, texts)

    return leaves(view.segments, view.leafed, On.ROSTER, "", button, texts)


def _open(segment: SegmentRoster, view: RosterView, texts: Texts) -> Button:
    words = texts.plain("button-whole-roster")
    if len(view.segments) > 1:
        words = texts.plain("button-roster-of", segment=segment.name)
    return Button(cut(words, LABEL), ShowRoster(part=RosterPart.SEGMENT, about=segment.id))


def _may_plan(segment: SegmentRoster, view: RosterView) -> bool:
    return view.may_propose and segment.by_roster


def _propose(segment: SegmentRoster, texts: Texts) -> Button:
    return Button(texts.plain("button-propose-roster"), ProposeRoster(segment=segment.id))


def _feed(texts: Texts) -> Button:
    return Button(texts.plain("button-feed"), ShowRoster(part=RosterPart.FEED))


def _change(segment: str, texts: Texts) -> Button:
    return Button(texts.plain("button-change-shifts"), ShowDuties(segment=segment))


def _whole(segment: SegmentRoster, view: RosterView, texts: Texts) -> Html:
    weeks = zip(("roster-this-week", "roster-next-week"), segment.weeks, strict=True)
    lines = (line for words, of in weeks for line in _week(words, of, view, texts))
    return page(texts("roster-title", segment=segment.name), *lines)


def _week(words: str, of: RosterWeek, view: RosterView, texts: Texts) -> list[Html]:
    lines = duty_lines(of.lines, view.timezone, texts) or [texts("roster-empty")]
    return [GAP, texts(words, week=week(of.first, texts)), *lines]


def _segment_keyboard(segment: SegmentRoster, view: RosterView, texts: Texts) -> Keyboard:
    picture = Button(texts.plain("button-roster-picture"), ShowWeek(segment=segment.id))
    back = Button(texts.plain("button-roster-back"), ShowRoster(part=RosterPart.OWN))
    propose = ((_propose(segment, texts),),) if _may_plan(segment, view) else ()
    change = ((_change(segment.id, texts),),) if view.may_change else ()
    return ((picture,), *propose, *change, (back,))
