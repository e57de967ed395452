"""A setting is made another, by a tap or by what was typed: asked about once more where it is dangerous, or was changed
meanwhile by somebody else.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import change, edited_by
from desk.door import Door
from desk.office.asking import Said
from desk.office.setting_values import hours_value, read_value
from desk.office.spots import Spot, checked, counts, put_value, right_of, spot_of, stands
from desk.work import Work
from files.office_file import holidays_at
from leads.durations import parse_duration
from leads.refusals import Refusal, Refused
from leads.settings import (
    AnyOf,
    Clock,
    Flag,
    Lengths,
    Number,
    OneOf,
    OpeningHours,
    Setting,
    Several,
    Whole,
)
from leads.week import STEP, day_toggled, edge_moved, lunch_toggled
from screens.buttons.base import short
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_settings import NOTHING as TAKEN_OUT
from screens.buttons.of_settings import mark_of
from screens.office.hours_editor import READY, holidays_said, week_said
from storage import offices

TOPIC = "setting"


@dataclass(frozen=True, slots=True)
class Editing:
    door: Door

    async def put(self, actor: Actor, key: str, at: str, to: str, seen: str) -> Reply:
        """Makes it this value, spelled as a button has it."""
        return await self._change(actor, key, at, seen, lambda spot, _: tapped(spot.setting, to))

    async def tick(self, actor: Actor, key: str, at: str, one: str, seen: str) -> Reply:
        """Takes one into the list, or out of it."""
        return await self._change(actor, key, at, seen, lambda spot, now: ticked(spot.setting, now, one))

    async def hours(self, actor: Actor, key: str, at: str, deed: str, seen: str) -> Reply:
        """Changes opening hours by one deed of their editor."""
        return await self._change(actor, key, at, seen, lambda spot, now: _hours(spot.setting, now, deed))

    async def _change(
        self, actor: Actor, key: str, at: str, seen: str, value: Callable[[Spot, Any], Any]
    ) -> Reply:
        def case(work: Work) -> Reply:
            spot = checked(work, actor.chat, key, at)
            try:
                wanted = value(spot, counts(work, spot))
            except ValueError as error:
                raise Refused(Refusal.UNFIT) from error
            return proposed(work, actor, spot, wanted, seen)

        return await self.door.do(actor, right_of(key), case)

    async def ask(self, actor: Actor, key: str, at: str) -> Reply:
        """Asks for another value, to be typed."""

        def case(work: Work) -> Reply:
            spot = checked(work, actor.chat, key, at)
            questions.ask_of_office(work, actor.person or "", _about(spot, seen=mark_of(stands(work, spot))))
            show_office(work, actor, OfficePane.SETTING, spot.about)
            return NOTHING

        return await self.door.do(actor, right_of(key), case)

    async def answer(self, actor: Actor, key: str, at: str, *, yes: bool) -> Reply:
        """Does what waits for a second word, or lets it be; to what stands now, if that is what was shown."""

        def case(work: Work) -> Reply:
            question = questions.asked(work, actor.person or "")
            about = dict((question and question.about) or {})
            spot = checked(work, actor.chat, key, at)
            if "wanted" not in about or about != about | {"topic": TOPIC, "key": key, "at": spot.segment}:
                raise Refused(Refusal.CHANGED_SINCE)
            questions.stop_asking(work, actor.person or "")
            if not yes:
                show_office(work, actor, OfficePane.SETTING, spot.about)
                return NOTHING
            return proposed(work, actor, spot, about["wanted"], about["seen"], is_sure=True)

        return await self.door.do(actor, right_of(key), case)


def hear(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes what was typed for the value; where it is none, the pane says so and asks on."""
    try:
        spot = checked(work, actor.chat, about["key"], about["at"])
        here = holidays_at(work.office.timezone.key)
        wanted = read_value(spot.setting, said.text, stands(work, spot), here)
        proposed(work, actor, spot, wanted, about["seen"], is_typed=True)
    except (Refused, ValueError):
        questions.ask_of_office(work, actor.person or "", {**about, "refused": True})
        if asked := spot_of(work, about["key"], about["at"]):
            show_office(work, actor, OfficePane.SETTING, asked.about, fresh=True)


def proposed(
    work: Work,
    actor: Actor,
    spot: Spot,
    wanted: Any,
    seen: str,
    *,
    is_sure: bool = False,
    is_typed: bool = False,
) -> Reply:
    """Does it; or asks once more, where somebody has changed it meanwhile, or it is dangerous.

    Raises Refused where the office would be none.
    """
    who, now = actor.person or "", stands(work, spot)
    if wanted == now:
        questions.stop_asking(work, who)
        show_office(work, actor, OfficePane.SETTING, spot.about, fresh=is_typed)
        return Reply(done="setting-same")
    has_changed = mark_of(now) != seen
    if has_changed or (spot.setting.twice and not is_sure):
        edited_by(offices.read_office(work.store), lambda document: put_value(document, spot, wanted))
        about = _about(spot, seen=mark_of(now)) | {"wanted": wanted, "changed": has_changed}
        questions.ask_of_office(work, who, about)
        show_office(work, actor, OfficePane.SETTING, spot.about, fresh=is_typed)
        return NOTHING
    change(work, who, lambda document: put_value(document, spot, wanted))
    questions.stop_asking(work, who)
    show_office(work, actor, OfficePane.SETTING, spot.about, fresh=is_typed)
    return Reply(done="setting-changed")


def _about(spot: Spot, *, seen: str) -> dict[str, Any]:
    return {"topic": TOPIC, "key": spot.setting.key, "at": spot.segment, "seen": seen}


def tapped(setting: Setting, to: str) -> Any:
    """Reads a value of one word off a button. Raises ValueError."""
    if to == TAKEN_OUT:
        return None
    match setting.kind:
        case Flag():
            return {"true": True, "false": False}[to] if to in {"true", "false"} else _none(to)
        case Whole():
            return int(to)
        case Number():
            return float(to)
        case Clock():
            return to.replace(".", ":")
        case OneOf(of):
            return of(to).value
    return to


def ticked(setting: Setting, now: Any, one: str) -> Any:
    """Returns the list with one more or one less, in its order. Raises ValueError for what is none of it."""
    have = list(now or ())
    match setting.kind:
        case Several(of) | AnyOf(of):
            order = [each.value for each in of]
        case Lengths():
            order = sorted({*have, one}, key=parse_duration)
        case _:
            out = [each for each in have if short(each) == one]
            return [each for each in have if each not in out] if out else _none(one)
    if one not in order:
        return _none(one)
    left = {*have} ^ {one}
    found = [each for each in order if each in left]
    return found if isinstance(setting.kind, Several | Lengths) else sorted(found)


def _hours(setting: Setting, now: Any, deed: str) -> Any:
    """Raises ValueError also for a setting that is no hours: a button may be forged."""
    return hours_after(now, deed) if isinstance(setting.kind, OpeningHours) else _none(deed)


def hours_after(now: Any, deed: str) -> Any:
    """Returns opening hours after one deed of their editor (`EditHours`). Raises ValueError for what is none."""
    week, country = week_said(now), holidays_said(now)
    what, rest = deed[:1], deed[1:]
    if what == "h":
        return hours_value(week, rest if rest != TAKEN_OUT else None)
    if what == "p" and rest in READY:
        return hours_value(READY[rest], country)
    day = int(rest[:1]) if rest[:1] in set("0123456") and rest[:1] else -1
    if day < 0:
        return _none(deed)
    match what, rest[1:]:
        case "d", "":
            return hours_value(day_toggled(week, day), country)
        case "l", "":
            return hours_value(lunch_toggled(week, day), country)
        case (("o" | "c"), ("-" | "+" as way)):
            return hours_value(
                edge_moved(week, day, opens=what == "o", by=STEP if way == "+" else -STEP), country
            )
    return _none(deed)


def _none(said: str) -> Any:
    raise ValueError(said)
