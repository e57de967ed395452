"""Calls and meetings that a client was promised: asked when, chosen or typed, and off again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from contacts.days import Unread
from contacts.moments import read_moment
from desk import questions
from desk.actor import Actor, Reply
from desk.door import Door
from desk.notes import Heard
from desk.work import Work
from leads import appointments
from leads.appointments import Calendar, When, next_tries, times
from leads.holding import refuse_unless_held
from leads.lead import Promised
from leads.questions import Asked
from leads.refusals import Refusal, Refused
from leads.rights import Right, may
from storage import cards
from storage.kinds import CardKind, Urgency

ASKED: Final[Mapping[Promised, Asked]] = {
    Promised.CALL_BACK: Asked.CALL_BACK,
    Promised.MEETING: Asked.MEETING,
}
MOST_WORDS: Final = 6  # of a moment that is told


@dataclass(frozen=True, slots=True)
class Appointments:
    door: Door

    async def ask(self, actor: Actor, lead: int, what: Promised) -> Reply:
        """Somebody taps `Перезвонить` or `Встреча`: the card asks when, and so may be answered by a word."""

        def case(work: Work) -> Reply:
            who = actor.person or ""
            refuse_unless_held(work.load(lead).scene, who)
            before = questions.asked(work, who)
            is_open = before is not None and (before.what, before.lead) == (ASKED[what], lead)
            questions.ask(work, who, ASKED[what], lead)
            _show(work, actor, lead, {}, fresh=False)
            return Reply(done="when-asked") if is_open else Reply()

        return await self.door.do(actor, Right.HOLD, case)

    async def set(self, actor: Actor, lead: int, what: Promised, at: datetime) -> Reply:
        """They choose a time from the card."""

        def case(work: Work) -> Reply:
            _set(work, actor, lead, what, at)
            return Reply(done=f"appointed-{what}")

        return await self.door.do(actor, Right.HOLD, case)

    async def set_by_name(self, actor: Actor, lead: int, what: Promised, when: When) -> Reply:
        """They choose tomorrow, or whatever else has a name: as it is now, whenever the card was drawn."""

        def case(work: Work) -> Reply:
            calendar = calendar_of(work, actor.person or "")
            here = (*next_tries(calendar), *times(calendar))
            at = next((one.at for one in here if one.called is when), None)
            if at is None:
                raise Refused(Refusal.PAST)
            _set(work, actor, lead, what, at)
            return Reply(done=f"appointed-{what}")

        return await self.door.do(actor, Right.HOLD, case)

    async def drop(self, actor: Actor, lead: int) -> Reply:
        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            appointments.drop(loaded.scene, actor.person or "", work.now)
            work.save(loaded)
            questions.stop_asking(work, actor.person or "")
            return Reply(done="appointment-dropped")

        return await self.door.do(actor, Right.HOLD, case)


def hear(work: Work, heard: Heard, lead: int, what: Promised) -> bool:
    """Takes what somebody types for the time; what tells none is something else, or not understood.

    A time outside of their hours is asked about before it counts.
    """
    text, who = heard.letter.text, heard.who
    found = read_moment(text, work.now, work.office.timezone)
    if found is Unread.NO_DAY:
        is_message = heard.letter.kind or len(text.split()) > MOST_WORDS or heard.read(work.office).phones
        if is_message or may(heard.actor.roles, Right.TAKE_IN):
            return False
        _answer(work, heard, "when-not-understood")
    elif found is Unread.NOT_AHEAD:
        _answer(work, heard, "when-past")
    elif not calendar_of(work, who).is_within(found):
        _show(work, heard.actor, lead, {"moment": int(found.timestamp())}, fresh=True)
    else:
        try:
            _set(work, heard.actor, lead, what, found)
        except Refused as refused:
            if refused.why is not Refusal.TOO_FAR:
                raise
            _answer(work, heard, "when-too-far")
            return True
        _show(work, heard.actor, lead, {}, fresh=True)
    return True


def calendar_of(work: Work, who: str) -> Calendar:
    """Returns somebody's working hours."""
    return Calendar(work.office.schedule_of(who), work.office.timezone, work.is_holiday, work.now)


def _set(work: Work, actor: Actor, lead: int, what: Promised, at: datetime) -> None:
    loaded, who = work.load(lead), actor.person or ""
    appointments.appoint(loaded.scene, who, what, at.astimezone(UTC), work.now)
    work.save(loaded)
    questions.stop_asking(work, who)


def _show(work: Work, actor: Actor, lead: int, payload: Mapping[str, int], *, fresh: bool) -> None:
    where = (actor.chat, CardKind.LEAD, lead, actor.person, Urgency.ANSWER)
    cards.want(work.store, *where, fresh=fresh, payload=payload)


def _answer(work: Work, heard: Heard, key: str) -> None:
    work.note(heard.actor.chat, f"when:{heard.actor.update}", key, Urgency.ANSWER)
