"""Random days of a small office as recorded events; the same seed gives the same days in any version of anything."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from random import Random  # noqa: TID251 - seeded, so it is chance no more
from zoneinfo import ZoneInfo

from leads.hours import Hours
from leads.lead import Outcome
from leads.office import Match, Office, OwnerRule, Person, Policy, Presence, Role, Segment, Shift
from leads.reasons import DeclineReason
from leads.wall_clock import parse_weekly
from reports.replay import events
from reports.replay.events import Answer, Does, Event

MORNING = datetime(2026, 11, 23, 6, 0, tzinfo=UTC)  # a Monday, nine in Moscow
TEAM = ("a", "b", "c", "d")
EVERYBODY = (*TEAM, "chief", "director")
PHONES = (None, "+78432000000", "+79170000000", "+74952000000")
MINUTES = (0, 1, 5, 10, 15, 45, 300)
EVENTS = 120
WEIGHTS = (1.0, 0.5, 2.0, 0.333)


def office(scheme: str, rng: Random) -> Office:
    """Four managers, a head who sells too, a director; `x` is shared by the scheme, `y` by their balances."""
    people = [
        Person(who, who, (Role.MANAGER,), weight=rng.choice(WEIGHTS), capacity=rng.choice((None, 2)))
        for who in TEAM
    ]
    bosses = (
        Person("chief", "chief", (Role.HEAD, Role.MANAGER)),
        Person("director", "director", (Role.DIRECTOR,)),
    )
    policy = Policy(offers=rng.choice((1, 2, 3)), owner=rng.choice(list(OwnerRule)))
    known = Match(known_client=True)
    return Office(
        "Golden",
        ZoneInfo("Europe/Moscow"),
        hours=Hours((parse_weekly("mon-fri 09:00-18:00"),)),
        presence=rng.choice(list(Presence)),
        decline_costs_turn=rng.random() < 0.7,
        pause_after_lapses=2,
        free_reasons=frozenset({DeclineReason.WRONG_SEGMENT}),
        people=(*people, *bosses),
        segments=(
            Segment("y", "y", "balance", ("b", "c", "chief"), match=known),
            Segment("x", "x", scheme, TEAM, policy=policy, reserve="queue", min_sample=1, floor=0.5),
        ),
        shifts=tuple(Shift("x", who, parse_weekly("mon-fri 08:00-20:00")) for who in "ab"),
    )


def recorded(rng: Random) -> Iterator[Event]:
    """One after the other, each possible after those before it."""
    now, leads, here = MORNING, 0, {"x": set(TEAM), "y": {"b", "c", "chief"}}
    yield from (events.CheckedIn(now, who) for who in TEAM)
    for _ in range(EVENTS):
        now += timedelta(minutes=rng.choice(MINUTES))
        if leads and rng.random() < 0.35:
            yield _of_a_lead(rng, now, f"L{rng.randint(max(1, leads - 3), leads)}")
        elif rng.random() < 0.6:
            leads += 1
            yield _lead(rng, now, f"L{leads}")
        elif rng.random() < 0.2:
            yield _of_the_team(rng, now, here)
        else:
            yield _of_a_person(rng, now)


def _lead(rng: Random, now: datetime, name: str) -> Event:
    answers = {who: _answer(rng) for who in EVERYBODY if rng.random() < 0.7}
    picked, source = rng.choice((None, *TEAM)), rng.choice((None, "site", "phone"))
    return events.HandedOver(
        now, name, phone=rng.choice(PHONES), source=source, picked=picked, answers=answers
    )


def _answer(rng: Random) -> Answer:
    does = rng.choice((Does.CLAIM, Does.CLAIM, Does.DECLINE, Does.SILENT))
    reason = rng.choice((None, *DeclineReason)) if does is Does.DECLINE else None
    return Answer(does, timedelta(minutes=0 if does is Does.SILENT else rng.choice((0, 1, 6))), reason)


def _of_a_lead(rng: Random, now: datetime, name: str) -> Event:
    outcome = rng.choice(list(Outcome))
    match rng.randrange(4):
        case 0:
            return events.Assigned(now, name, rng.choice(TEAM))
        case 1:
            return events.GivenBack(now, name, rng.choice(TEAM))
        case _:
            return events.Ended(now, name, outcome, 1200050 if outcome is Outcome.WON else None)


def _of_the_team(rng: Random, now: datetime, here: dict[str, set[str]]) -> Event:
    who, segment = rng.choice(TEAM), rng.choice("xy")
    if rng.random() < 0.3:
        return events.Weighed(now, who, rng.choice(WEIGHTS))
    if who in here[segment]:
        here[segment].remove(who)
        return events.Quit(now, who, segment)
    here[segment].add(who)
    return events.Joined(now, who, segment)


def _of_a_person(rng: Random, now: datetime) -> Event:
    who = rng.choice(TEAM)
    match rng.randrange(4):
        case 0:
            return events.CheckedOut(now, who)
        case 1:
            begins = rng.choice((None, now + timedelta(hours=2)))
            return events.WentOnLeave(now, who, now + timedelta(hours=rng.choice((3, 15))), begins)
        case _:
            return events.CheckedIn(now, who)
