"""What each step of /setup takes: typed, tapped, or as it is shown; and puts into the office."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import time
from typing import Any, Final

from contacts.opening import read_week
from contacts.shared_places import zone_at
from contacts.time_zones import read_zone
from desk.actor import Actor
from desk.changing import change
from desk.office.asking import Said
from desk.work import Work
from files.office_file import holidays_at
from files.office_file.dumping import Document, plain, written
from files.office_file.editing import put
from leads.hours import Hours
from leads.office import OF_OFFICE, Office, Role
from leads.refusals import Refused
from leads.schemes import SCHEMES
from leads.ways import BY_ID
from leads.week import NINE_TO_SIX, ROUND_THE_CLOCK, Spans, Week, rules_of
from screens.views.setup import SetUpStep
from storage import people

NEEDED: Final = (Role.SECRETARY, Role.MANAGER, Role.HEAD, Role.DIRECTOR)
"""The roles without which an office does not work; whichever nobody has stays with whoever sets it up."""

PROPOSED_HOURS: Final = "weekdays"
CLOSED: Final[Spans] = ()
HOURS: Final[Mapping[str, Week]] = {
    "weekdays": (*(NINE_TO_SIX,) * 5, CLOSED, CLOSED),
    "saturday": (*(NINE_TO_SIX,) * 5, ((time(10), time(15)),), CLOSED),
    "daily": (((time(9), time(21)),),) * 7,
    "always": ROUND_THE_CLOCK,
}
"""What can be chosen with a tap."""

_HOURS: Final = next(setting for setting in OF_OFFICE if setting.name == "hours")


def _changes(work: Work, actor: Actor, edit: Callable[[Document], None]) -> bool:
    """False where the office would be none."""
    try:
        change(work, actor.person or "", edit)
    except Refused:
        return False
    return True


def _typed_name(work: Work, actor: Actor, said: Said) -> bool:
    name = " ".join(said.text.split())
    return bool(name) and _changes(work, actor, lambda document: put(document, ("office", "name"), name))


def _typed_zone(work: Work, actor: Actor, said: Said) -> bool:
    """A city, or a place that was shared."""
    zone = zone_at(*said.place) if said.place else read_zone(said.text)
    return zone is not None and _set_zone(work, actor, zone)


def _typed_hours(work: Work, actor: Actor, said: Said) -> bool:
    week = read_week(said.text)
    if week is None:
        return False
    _set_hours(work, actor, week)
    return True


TYPING: Final[Mapping[SetUpStep, Callable[[Work, Actor, Said], bool]]] = {
    SetUpStep.NAME: _typed_name,
    SetUpStep.ZONE: _typed_zone,
    SetUpStep.HOURS: _typed_hours,
}
"""What is typed at a step; False where it is not understood."""


def _set_zone(work: Work, actor: Actor, zone: str) -> bool:
    """Holidays that were kept because of the zone are those of the new one."""
    hours = work.office.hours
    follows = bool(hours.holidays) and hours.holidays == holidays_at(work.office.timezone.key)

    def edit(document: Document) -> None:
        put(document, ("office", "timezone"), zone)
        if follows:
            _put_hours(document, replace(hours, holidays=holidays_at(zone)))

    return _changes(work, actor, edit)


def _choose_hours(work: Work, actor: Actor, value: str) -> bool:
    if value in HOURS:
        _set_hours(work, actor, HOURS[value])
    return value in HOURS


def _set_hours(work: Work, actor: Actor, week: Week) -> None:
    hours = _hours(work.office, week)
    change(work, actor.person or "", lambda document: _put_hours(document, hours))


def _put_hours(document: Document, hours: Hours) -> None:
    document["office"].pop("holidays", None)
    document["office"] |= plain(written(_HOURS, hours))


def _hours(office: Office, week: Week) -> Hours:
    """Around the clock means holidays, too."""
    if week == ROUND_THE_CLOCK:
        return Hours.always()
    return Hours(rules_of(week), holidays_at(office.timezone.key))


def _choose_sharing(work: Work, actor: Actor, value: str) -> bool:
    """A way of today, or a scheme by its name."""
    way = BY_ID.get(value)
    scheme = way.scheme if way else value
    if scheme not in SCHEMES:
        return False

    def edit(document: Document) -> None:
        for segment in document["segments"]:
            segment["scheme"] = scheme
        if way and way.owner:
            document["office"]["owner"] = way.owner.value

    change(work, actor.person or "", edit)
    return False


def _choose_role(work: Work, actor: Actor, value: str) -> bool:
    """One's own roles: given, or laid down."""
    if value in set(NEEDED):
        change(work, actor.person or "", lambda document: _turn_role(document, work, actor, Role(value)))
    return False


def _no_choice(_: Work, __: Actor, ___: str) -> bool:
    return False


CHOICES: Final[Mapping[SetUpStep, Callable[[Work, Actor, str], bool]]] = {
    SetUpStep.NAME: _no_choice,
    SetUpStep.ZONE: _set_zone,
    SetUpStep.HOURS: _choose_hours,
    SetUpStep.SHARING: _choose_sharing,
    SetUpStep.PEOPLE: _choose_role,
    SetUpStep.TRIAL: _no_choice,
}

assert CHOICES.keys() == set(SetUpStep), "each step knows what its buttons mean"


def take_default(work: Work, actor: Actor, step: SetUpStep) -> None:
    """Takes what the step shows."""
    if step is SetUpStep.HOURS and _are_proposed(work.office):
        _choose_hours(work, actor, PROPOSED_HOURS)
    if step is SetUpStep.PEOPLE and left_over(work.office):
        change(work, actor.person or "", lambda document: _take_left_over(document, work, actor))


def _are_proposed(office: Office) -> bool:
    """Whether hours are still to be chosen: nobody works yet, and nobody has said that it is open around the clock."""
    return office.hours == Hours.always() and not office.with_role(Role.MANAGER)


def shown_hours(office: Office) -> Any:
    """As an office file says them."""
    hours = _hours(office, HOURS[PROPOSED_HOURS]) if _are_proposed(office) else office.hours
    return plain(written(_HOURS, hours))["hours"]


def left_over(office: Office) -> tuple[Role, ...]:
    return tuple(role for role in NEEDED if not office.with_role(role))


def _take_left_over(document: Document, work: Work, actor: Actor) -> None:
    for role in left_over(work.office):
        _turn_role(document, work, actor, role)


def _turn_role(document: Document, work: Work, actor: Actor, role: Role) -> None:
    """Whoever has no role but the one of ADMIN_IDS stands in no file yet."""
    who = actor.person or ""
    mine = next((person for person in document["people"] if person["id"] == who), None)
    if mine is None:
        row = people.by_ids(work.store, [who])[who]
        mine = {"id": who, "name": row.name, "roles": [], "telegram_id": row.chat}
        if row.locale != work.office.locale:
            mine["locale"] = row.locale
        document["people"].append(mine)
    roles = mine["roles"]
    mine["roles"] = [one for one in roles if one != role] if role in roles else [*roles, role.value]
    if not mine["roles"]:
        document["people"].remove(mine)
    _belong(document, who, is_manager=Role.MANAGER in mine["roles"])


def _belong(document: Document, who: str, *, is_manager: bool) -> None:
    """A manager of no segment joins the one for everything else; who is none leaves all."""
    segments = document["segments"]
    for segment in segments:
        if not is_manager and who in segment.get("members", []):
            segment["members"] = [one for one in segment["members"] if one != who]
    if is_manager and segments and not any(who in segment.get("members", []) for segment in segments):
        segments[-1]["members"] = [*segments[-1].get("members", []), who]
