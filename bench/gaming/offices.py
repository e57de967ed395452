"""The office in which it is played, as an office file says it: so every setting of the product can be tried."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Final

from bench.gaming.market import TEAM
from bench.gaming.strategies import Strategy
from files.office_file import parse_office
from leads.office import OF_OFFICE, OF_POLICY, OF_SEGMENT, Office

SEGMENT: Final = "all"
DAYS: Final = ("mon", "tue", "wed", "thu", "fri")
MORNING, AFTERNOON = "09:00-13:00", "13:00-18:00"
KNOWN: Final = frozenset(one.key for one in (*OF_OFFICE, *OF_POLICY, *OF_SEGMENT))
_OF_SEGMENT: Final = frozenset(one.key for one in OF_SEGMENT)

HEADER: Final = """[office]
name = "Invented"
timezone = "Europe/Moscow"
hours = { mon-fri = "09:00-18:00" }
outcome_reminders = []
first_contact = "off"
"""
HEAD: Final = '[[people]]\nid = "head"\nname = "head"\nroles = ["head", "director"]\n'


def office(scheme: str, strategy: Strategy, who: str, settings: Mapping[str, str]) -> Office:
    """What this version of the product does not know of the settings is left out."""
    known = {key: value for key, value in settings.items() if key in KNOWN}
    return _read(
        scheme, strategy.capacity, who if strategy.swaps else None, who, tuple(sorted(known.items()))
    )


@lru_cache
def _read(
    scheme: str, capacity: int | None, swaps: str | None, who: str, settings: tuple[tuple[str, str], ...]
) -> Office:
    text = [HEADER, *_lines(settings, of_segment=False)]
    for one in TEAM:
        limit = f"capacity = {capacity}\n" if capacity and one == who else ""
        text.append(f'[[people]]\nid = "{one}"\nname = "{one}"\nroles = ["manager"]\n{limit}')
    members = ", ".join(f'"{one}"' for one in TEAM)
    text.append(f'{HEAD}[[segments]]\nid = "{SEGMENT}"\nname = "{SEGMENT}"\nscheme = "{scheme}"\n')
    text.append(f"members = [{members}]\n")
    text += _lines(settings, of_segment=True)
    if scheme == "duty":
        text += _shifts(swaps)
    return parse_office("".join(text), "gaming")


def _lines(settings: Iterable[tuple[str, str]], *, of_segment: bool) -> list[str]:
    return [f"{key} = {value}\n" for key, value in settings if (key in _OF_SEGMENT) is of_segment]


def _shifts(swaps: str | None) -> list[str]:
    """Two on duty, each twice a week in the morning and twice in the afternoon; whoever swaps has mornings alone."""
    found: list[str] = []
    for n, day in enumerate(DAYS):
        people = [TEAM[(n + place) % len(TEAM)] for place in range(4)]
        if swaps in people[2:]:  # with one of the two who have the morning
            there = people.index(swaps)
            people[0], people[there] = swaps, people[0]
        for place, one in enumerate(people):
            hours = MORNING if place < 2 else AFTERNOON
            found.append(f'[[shifts]]\nsegment = "{SEGMENT}"\nwho = "{one}"\nweekly = "{day} {hours}"\n')
    return found
