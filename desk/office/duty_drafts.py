"""A change of the roster that is being put together, tap by tap or typed: what of it is said, what is still asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any, Final

from desk.office.duty_keys import hours_key, read_day, read_hours, read_rule
from desk.shift_changes import Do, Tried, Wish
from leads.duty.held import Held
from leads.office import Office
from leads.refusals import Refusal, Refused
from leads.wall_clock import WeeklyRule, format_weekly, parse_weekly, wall
from screens.buttons.base import short
from screens.buttons.of_duties import ShiftDeed, ShiftPart

TOPIC: Final = "duty"
DAY, HOURS, WHO, PLAN = "day", "hours", "who", "plan"

NEEDS: Final[Mapping[ShiftDeed, tuple[str, ...]]] = {
    ShiftDeed.ADD: (DAY, HOURS, WHO),
    ShiftDeed.GIVE: (WHO,),
    ShiftDeed.MOVE: (DAY,),
    ShiftDeed.HOURS: (HOURS,),
    ShiftDeed.REMOVE: (),
    ShiftDeed.WEEK: (),
    ShiftDeed.PLAN: (WHO, PLAN),
    ShiftDeed.UNPLAN: (),
}
"""What is asked, in this order."""

PLANS: Final = {ShiftDeed.PLAN: Do.PLAN, ShiftDeed.UNPLAN: Do.UNPLAN}

ASKS_ALWAYS: Final = frozenset({ShiftDeed.REMOVE, ShiftDeed.WEEK, ShiftDeed.PLAN, ShiftDeed.UNPLAN})
"""These are done with a second tap, whether anything speaks against them or not."""


@dataclass(frozen=True, slots=True)
class DutyDraft:
    """`about`: the button that it was begun with. `day`: of the week as well."""

    do: ShiftDeed
    segment: str
    about: str
    duty: Held | None = None
    day: date | None = None
    hours: tuple[time, time] | None = None
    who: str = ""
    rules: tuple[WeeklyRule, ...] = ()  # of the plan that comes every week

    @property
    def need(self) -> str:
        """What is asked next; nothing where all is said."""
        said = {DAY: self.day, HOURS: self.hours, WHO: self.who, PLAN: self.rules}
        return next((part for part in NEEDS[self.do] if not said[part]), "")


def wish_of(draft: DutyDraft, office: Office, seen: int | None = None) -> Wish:
    """Returns it as it is done; all is said."""
    day, (start, end) = draft.day, draft.hours or (time(), time())
    if draft.do in PLANS:
        return Wish(PLANS[draft.do], seen, who=draft.who, rules=draft.rules)
    if draft.duty is None:
        do = Do.WEEK if draft.do is ShiftDeed.WEEK else Do.ADD
        return Wish(do, seen, None, draft.who, day, start, end)
    duty, its = draft.duty, wall(draft.duty.start, office.timezone).date()
    match draft.do:
        case ShiftDeed.GIVE:
            return Wish(Do.MOVE, seen, duty, draft.who, its)
        case ShiftDeed.MOVE:
            return Wish(Do.MOVE, seen, duty, duty.who, day)
        case ShiftDeed.HOURS:
            return Wish(Do.HOURS, seen, duty, duty.who, its, start, end)
    return Wish(Do.REMOVE, seen, duty, duty.who)


def kept(draft: DutyDraft) -> dict[str, Any]:
    """Returns it as a question keeps it, which is JSON."""
    duty = draft.duty
    return {
        "do": draft.do.value,
        "segment": draft.segment,
        "about": draft.about,
        "duty": [duty.start.isoformat(), duty.end.isoformat(), duty.who] if duty else None,
        "day": draft.day.isoformat() if draft.day else None,
        "hours": hours_key(*draft.hours) if draft.hours else None,
        "who": draft.who,
        "rules": [format_weekly(rule) for rule in draft.rules],
    }


def draft_of(said: Mapping[str, Any]) -> DutyDraft | None:
    """Reads what a question keeps; None where it is about something else."""
    draft = said.get("draft") if said.get("topic") == TOPIC else None
    if draft is None:
        return None
    duty = draft["duty"]
    return DutyDraft(
        ShiftDeed(draft["do"]),
        draft["segment"],
        draft["about"],
        Held(datetime.fromisoformat(duty[0]), datetime.fromisoformat(duty[1]), duty[2]) if duty else None,
        date.fromisoformat(draft["day"]) if draft["day"] else None,
        read_hours(draft["hours"]) if draft["hours"] else None,
        draft["who"],
        tuple(parse_weekly(rule) for rule in draft["rules"]),
    )


def with_part(office: Office, draft: DutyDraft, part: ShiftPart, value: str) -> DutyDraft:
    """Returns it with what a button says. Raises Refused for what no button of today's says."""
    members = next((s.members for s in office.segments if s.id == draft.segment and not s.retired), ())
    if part is ShiftPart.WHO and (who := next((one for one in members if short(one) == value), None)):
        return replace(draft, who=who)
    if part is ShiftPart.DAY and (day := read_day(value)):
        return replace(draft, day=day)
    if part is ShiftPart.HOURS and (hours := read_hours(value)):
        return replace(draft, hours=hours)
    if part is ShiftPart.PLAN and (rule := read_rule(value)):
        return replace(draft, rules=(rule,))
    raise Refused(Refusal.CHANGED_SINCE)


def seen_as(wanted: Tried) -> str:
    """Names what somebody was told before they tap again."""
    return short(repr((wanted.gained, wanted.lost, wanted.doubts)))
