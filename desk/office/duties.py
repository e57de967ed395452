"""The roster in the chat: shifts put, moved, given to somebody else, taken off with taps, or typed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Final

from contacts.duty_words import read_shift
from contacts.opening import read_week
from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.calendar import segments_seen
from desk.door import Door
from desk.leafing import show_found
from desk.office.asking import Said
from desk.office.duty_drafts import (
    ASKS_ALWAYS,
    PLANS,
    TOPIC,
    WHO,
    DutyDraft,
    draft_of,
    kept,
    seen_as,
    wish_of,
    with_part,
)
from desk.office.duty_keys import day_key, day_of, planned_of, shift_of
from desk.shift_changes import Tried, make, tried
from desk.swap_deeds import seek, take_back
from desk.work import Work
from leads.duty.held import Held
from leads.duty.slots import A_WEEK
from leads.duty.swaps import withdraw
from leads.office import Office, Person
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.wall_clock import monday_of, wall
from leads.week import rules_of
from leads.words import begins_words, is_sought
from screens.buttons.of_duties import ShiftDeed, ShiftPart
from screens.buttons.of_panes import OfficePane
from storage import cards
from storage import duty as stored
from storage.kinds import CardKind

FAR: Final = timedelta(days=366)  # ahead of today; nobody plans further


@dataclass(frozen=True, slots=True)
class Duties:
    door: Door

    async def show(self, actor: Actor, segment: str) -> Reply:
        """Opens a segment's week, or the list of segments, at the end of the chat."""

        def case(work: Work) -> Reply:
            questions.stop_asking(work, actor.person or "")
            pane = OfficePane.DUTY_WEEK if segment else OfficePane.DUTIES
            show_office(work, actor, pane, segment, fresh=True)
            return NOTHING

        return await self.door.do(actor, Right.RUN, case)

    async def picture(self, actor: Actor, segment: str, week: int) -> Reply:
        """Shows a week of a segment as a picture; `week`: from this one on."""

        def case(work: Work) -> Reply:
            person = _person(work, actor)
            if segment not in {s.id for s in segments_seen(work.office, person)}:
                raise Refused(Refusal.NO_SEGMENT)
            monday = monday_of(work.today) + min(week, 52) * A_WEEK
            where = (actor.chat, CardKind.WEEK, segment, actor.person)
            cards.want(work.store, *where, payload={"args": {"monday": monday.isoformat()}})
            return NOTHING

        return await self.door.do(actor, Right.RUN, case)

    async def begin(self, actor: Actor, deed: ShiftDeed, about: str) -> Reply:
        """Begins a change: asks for what it takes, or for the second tap. Looking for somebody needs neither."""

        def case(work: Work) -> Reply:
            if deed in {ShiftDeed.ADD, ShiftDeed.WEEK}:
                found = day_of(work.office, about)
                if found is None:
                    raise Refused(Refusal.NO_SEGMENT)
                return _go_on(work, actor, DutyDraft(deed, found[0], about, day=found[1]))
            if deed is ShiftDeed.PLAN:
                return _go_on(work, actor, DutyDraft(deed, _active(work.office, about), about))
            if deed is ShiftDeed.UNPLAN:
                planned = planned_of(work.office, about)
                if planned is None:
                    raise Refused(Refusal.DUTY_GONE)
                segment, who, rule = planned
                return _go_on(work, actor, DutyDraft(deed, segment, about, who=who, rules=(rule,)))
            segment, duty = _duty(work.office, about)
            if deed is ShiftDeed.SEEK:
                seek(work, work.office, segment, duty.who, duty.end, by=actor.person or "")
                return _shown(work, actor, about, "swap-opened")
            if deed is ShiftDeed.UNSEEK:
                _seek_no_more(work, actor, segment, duty)
                return _shown(work, actor, about, "swap-stopped")
            return _go_on(work, actor, DutyDraft(deed, segment, about, duty))

        return await self.door.do(actor, Right.RUN, case)

    async def put(self, actor: Actor, part: ShiftPart, value: str) -> Reply:
        """Takes a part of what has been begun; where nothing has, opens the list."""

        def case(work: Work) -> Reply:
            draft = _draft(work, actor)
            if draft is None:
                show_office(work, actor, OfficePane.DUTIES)
                return NOTHING
            return _go_on(work, actor, with_part(work.office, draft, part, value))

        return await self.door.do(actor, Right.RUN, case)

    async def do(self, actor: Actor, seen: str) -> Reply:
        """Does what waits for the second tap, if it still is what they were told."""

        def case(work: Work) -> Reply:
            draft = _draft(work, actor)
            if draft is None:
                show_office(work, actor, OfficePane.DUTIES)
                return NOTHING
            if draft.need:
                raise Refused(Refusal.CHANGED_SINCE)
            wanted = tried(work, draft.segment, wish_of(draft, work.office))
            if seen_as(wanted) != seen:
                raise Refused(Refusal.CHANGED_SINCE)
            return _make(work, actor, draft, wanted)

        return await self.door.do(actor, Right.RUN, case)


def hear(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes what was typed: a day, hours, a name, or several of them at once."""
    draft = draft_of(about)
    if draft is None:
        return
    if draft.do is ShiftDeed.PLAN:
        more = _planned(work.office, draft, said.text)
        if more == draft:
            _ask_again(work, actor, draft, said.text)
            return
        _try(work, actor, draft, more)
        return
    words = read_shift(said.text, work.today)
    who = _named(work.office, draft.segment, words.rest)
    more = replace(draft, day=words.day or draft.day, hours=words.hours or draft.hours, who=who or draft.who)
    if more == draft or (words.rest and who is None) or not _is_near(work, more.day):
        is_bare = words.day is None and words.hours is None
        _ask_again(work, actor, draft, said.text if is_bare else words.rest)
        return
    _try(work, actor, draft, more)


def _ask_again(work: Work, actor: Actor, draft: DutyDraft, words: str) -> None:
    """Those who may be meant by it are shown; whatever else was typed is no answer."""
    names = [work.office.person(who).name for who in _members(work.office, draft.segment)]
    is_found = draft.need == WHO and any(is_sought(name, words) for name in names)
    _ask(work, actor, draft, fresh=True, unread=not is_found)
    if is_found:
        show_found(work, actor, OfficePane.DUTY_PLAN, words.strip())


def _try(work: Work, actor: Actor, draft: DutyDraft, more: DutyDraft) -> None:
    """Goes on with what was typed; where that cannot be, says why and asks on."""
    try:
        _go_on(work, actor, more, fresh=True)
    except Refused as refused:
        _ask(work, actor, draft, fresh=True, refused=refused.why.value)


def _planned(office: Office, draft: DutyDraft, text: str) -> DutyDraft:
    """Reads a name, or days with hours, or both, the name first: `Иванов пн-пт 9-18`."""
    words = text.split()
    for length in range(min(3, len(words)), -1, -1):
        who = _named(office, draft.segment, " ".join(words[:length])) if length else draft.who
        rest = " ".join(words[length:])
        week = read_week(rest) if rest else None
        if who and (week or not rest):
            rules = rules_of(week) if week else draft.rules
            return replace(draft, who=who, rules=rules)
    return draft


def _go_on(work: Work, actor: Actor, draft: DutyDraft, *, fresh: bool = False) -> Reply:
    """Asks for the next part; where all is said, does it, unless that takes a second tap. Raises Refused."""
    if draft.need:
        _ask(work, actor, draft, fresh=fresh)
        return NOTHING
    wanted = tried(work, draft.segment, wish_of(draft, work.office))
    if draft.do in ASKS_ALWAYS or wanted.doubts:
        _ask(work, actor, draft, fresh=fresh)
        return NOTHING
    return _make(work, actor, draft, wanted, fresh=fresh)


def _make(work: Work, actor: Actor, draft: DutyDraft, wanted: Tried, *, fresh: bool = False) -> Reply:
    if wanted.after.shifts != work.office.shifts:
        make(work, _person(work, actor), wanted.after)
    questions.stop_asking(work, actor.person or "")
    zone = work.office.timezone
    begins = [d.start for d in (*wanted.gained, *wanted.lost)]
    day = wall(begins[0], zone).date() if begins else draft.day or work.today
    if draft.do in PLANS:
        show_office(work, actor, OfficePane.DUTY_WEEKLY, draft.segment, fresh=fresh)
    elif draft.do is ShiftDeed.WEEK:
        page = max(0, (monday_of(day) - monday_of(work.today)) // A_WEEK)
        show_office(work, actor, OfficePane.DUTY_WEEK, draft.segment, page, fresh=fresh)
    else:
        show_office(work, actor, OfficePane.DUTY_DAY, day_key(draft.segment, day), fresh=fresh)
    return Reply(done="duty-changed")


def _ask(
    work: Work,
    actor: Actor,
    draft: DutyDraft,
    *,
    fresh: bool = False,
    unread: bool = False,
    refused: str | None = None,
) -> None:
    about = {"topic": TOPIC, "draft": kept(draft), "unread": unread, "refused": refused}
    questions.ask_of_office(work, actor.person or "", about)
    show_office(work, actor, OfficePane.DUTY_PLAN, fresh=fresh)


def _named(office: Office, segment: str, words: str) -> str | None:
    """Returns the one member who is named so; None for nobody, and for several."""
    members = _members(office, segment)
    found = [who for who in members if begins_words(office.person(who).name, words)]
    return found[0] if len(found) == 1 else None


def _members(office: Office, segment: str) -> tuple[str, ...]:
    """Returns nobody for a segment that is no more."""
    return next((s.members for s in office.segments if s.id == segment and not s.retired), ())


def _is_near(work: Work, day: date | None) -> bool:
    return day is None or work.today <= day <= work.today + FAR


def _active(office: Office, segment: str) -> str:
    if not any(s.id == segment and not s.retired for s in office.segments):
        raise Refused(Refusal.NO_SEGMENT)
    return segment


def _duty(office: Office, key: str) -> tuple[str, Held]:
    """Raises Refused where it is another one meanwhile."""
    found = shift_of(office, key)
    if found is None:
        raise Refused(Refusal.DUTY_GONE)
    return found


def _shown(work: Work, actor: Actor, about: str, done: str) -> Reply:
    show_office(work, actor, OfficePane.SHIFT, about)
    return Reply(done=done)


def _seek_no_more(work: Work, actor: Actor, segment: str, duty: Held) -> None:
    swap = next(
        (
            one
            for one in stored.open_swaps_in(work.store, segment)
            if one.who == duty.who and one.start < duty.end and duty.start < one.end
        ),
        None,
    )
    if swap is None:
        raise Refused(Refusal.SWAP_WITHDRAWN)
    take_back(work, withdraw(swap, actor.person or "", work.now, for_them=True), actor.person)


def _draft(work: Work, actor: Actor) -> DutyDraft | None:
    question = questions.asked(work, actor.person or "")
    return draft_of(question.about or {}) if question else None


def _person(work: Work, actor: Actor) -> Person:
    person = work.known(actor.chat)
    if person is None:
        raise Refused(Refusal.NOT_FOR_YOU)
    return person
