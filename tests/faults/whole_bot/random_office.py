"""Offices to be loaded one after another: who works there, by which rules, when."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from files.office_file.checks import RESERVES
from leads.schemes import SCHEMES

MANAGERS = {"petrov": 201, "sidorova": 202, "ivanov": 203, "kuznetsov": 204}
SECRETARIES = {"anna": 101, "vera": 102}
HEADS = {"smirnov": 301, "zhukov": 302}
DIRECTOR = 401
EVERYBODY = (*SECRETARIES.values(), *MANAGERS.values(), *HEADS.values(), DIRECTOR)
ANY_RESERVE = (None, *RESERVES)
HOURS = ('{ mon-fri = "09:00-18:00", sat = "10:00-15:00" }', '"always"')
OWN_HOURS = (
    "",
    'hours = { mon-fri = ["09:00-13:00", "14:00-20:00"] }',
    'rota = { start = 2026-11-23, on = 2, off = 2, hours = "09:00-21:00" }',
)


@dataclass(frozen=True, slots=True)
class Part:
    """One segment."""

    scheme: str
    members: tuple[str, ...]
    reserve: str | None
    offers: int
    owner: str
    window: str  # where they grab
    day_limit: int  # where they ask


@dataclass(frozen=True, slots=True)
class Plan:
    """What an office file says. `head_too`: there is a second head, who sells as well."""

    staff: tuple[str, ...]
    kazan: Part
    rest: Part
    hours: str
    presence: str
    decline_costs: bool
    pause_after: int
    head_too: bool
    capacity: int | None  # of the first manager
    weight: float  # of the last one
    own_hours: str  # of the first manager; empty: the office's


@st.composite
def parts(draw: st.DrawFn, staff: tuple[str, ...]) -> Part:
    return Part(
        draw(st.sampled_from(sorted(SCHEMES))),
        tuple(draw(st.lists(st.sampled_from(staff), unique=True, max_size=4))),
        draw(st.sampled_from(ANY_RESERVE)),
        draw(st.sampled_from([2, 0, 3])),
        draw(st.sampled_from(["deputise", "leave_message", "off"])),
        draw(st.sampled_from(["20s", "2m", "0s"])),
        draw(st.sampled_from([0, 1, 2])),
    )


@st.composite
def plans(draw: st.DrawFn) -> Plan:
    staff = tuple(draw(st.lists(st.sampled_from(sorted(MANAGERS)), unique=True, min_size=1)))
    return Plan(
        staff,
        draw(parts(staff)),
        draw(parts(staff)),
        draw(st.sampled_from(HOURS)),
        draw(st.sampled_from(["hours", "hours", "check_in"])),
        draw(st.booleans()),
        draw(st.sampled_from([2, 0])),
        draw(st.booleans()),
        draw(st.sampled_from([None, 1, 2])),
        draw(st.sampled_from([1.0, 0.5, 2.0])),
        draw(st.sampled_from(OWN_HOURS)),
    )


def office_file(plan: Plan) -> str:
    people = [_person(id, number, "secretary") for id, number in SECRETARIES.items()]
    people += [_person(id, MANAGERS[id], "manager") + _figures(plan, id) for id in plan.staff]
    people += [_person("smirnov", HEADS["smirnov"], "head"), _person("orlova", DIRECTOR, "director")]
    if plan.head_too:
        people.append(_person("zhukov", HEADS["zhukov"], "head", "manager"))
    segments = _segment("kazan", plan.kazan, 'match = { region = ["Татарстан"] }\n') + _segment(
        "rest", plan.rest
    )
    shifts = "".join(_shift("rest", who, days) for who, days in zip(plan.rest.members, DAYS, strict=False))
    shifts += "".join(_shift("kazan", who, "mon-sun 08:00-20:00") for who in plan.kazan.members[:1])
    return (
        f'[office]\nname = "Окна"\ntimezone = "Europe/Moscow"\nhours = {plan.hours}\npresence = "{plan.presence}"\n'
        f"decline_costs_turn = {str(plan.decline_costs).lower()}\npause_after_lapses = {plan.pause_after}\n"
        'summary_at = "18:30"\n' + "".join(people) + segments + shifts
    )


DAYS = ("mon-wed 09:00-18:00", "thu-fri 09:00-18:00", "sat 10:00-15:00", "sun 10:00-15:00")


def _person(id: str, number: int, *roles: str) -> str:
    named = ", ".join(f'"{role}"' for role in roles)
    return f'\n[[people]]\nid = "{id}"\nname = "{id.title()} Офисный"\ntelegram_id = {number}\nroles = [{named}]\n'


def _figures(plan: Plan, id: str) -> str:
    capacity = f"capacity = {plan.capacity}\n" if plan.capacity and id == plan.staff[0] else ""
    own = f"{plan.own_hours}\n" if id == plan.staff[0] else ""
    return capacity + own + (f"weight = {plan.weight}\n" if id == plan.staff[-1] else "")


def _segment(id: str, part: Part, match: str = "") -> str:
    members = ", ".join(f'"{who}"' for who in part.members)
    reserve = f'reserve = "{part.reserve}"\n' if part.reserve else ""
    own = {"grab": f'window = "{part.window}"\n', "next": f"day_limit = {part.day_limit}\n"}
    return (
        f'\n[[segments]]\nid = "{id}"\nname = "{id.title()}"\n{match}scheme = "{part.scheme}"\n{reserve}'
        f'{own.get(part.scheme, "")}members = [{members}]\noffers = {part.offers}\nowner = "{part.owner}"\n'
    )


def _shift(segment: str, who: str, weekly: str) -> str:
    return f'\n[[shifts]]\nsegment = "{segment}"\nwho = "{who}"\nweekly = "{weekly}"\n'
