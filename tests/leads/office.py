"""A small language for sales floors: who works there, what is handed over, and how time passes.

floor = sales_floor("anna:5 boris/2 clara", scheme="queue", offers=1)
lead = floor.lead()                 # handed over and delivered
assert asked(lead) == "anna"
floor.wait("5m")                    # whatever is due on the way happens when it is due
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from leads import teams
from leads.answers import claim
from leads.deadlines import fire
from leads.durations import parse_duration
from leads.hours import Hours
from leads.lead import Lead, Step
from leads.offering import delivered, hand_over
from leads.office import LadderStep, Office, OwnerRule, Person, Policy, Presence, Role, Segment, Shift
from leads.presence import Worker, check_in
from leads.pulling import pull
from leads.rates import Record
from leads.refusals import Refused
from leads.scene import Scene
from leads.shares import in_leads
from leads.track import Closing, Sort, Track, week_of
from leads.turns import Standing, Team
from leads.wall_clock import instant, parse_weekly

MOSCOW = ZoneInfo("Europe/Moscow")
EVERY_HOUR = "mon-sun 00:00-24:00"
DAYTIME = "mon-fri 09:00-18:00"


def no_holidays(_: date) -> bool:
    return False


def wall(text: str) -> datetime:
    """`2026-11-23 12:00` on the clock in the office, in UTC."""
    return instant(datetime.fromisoformat(text), MOSCOW)


def person(text: str) -> Person:
    """`anna`, `anna:5` of weight 5, `boris/2` with a capacity of 2, `clara+head` who leads the team too."""
    text, *roles = text.split("+")
    text, _, capacity = text.partition("/")
    id, _, weight = text.partition(":")
    known = (Role.MANAGER, *(Role(role) for role in roles))
    return Person(id, id.title(), known, weight=float(weight or 1), capacity=int(capacity or 0) or None)


def track_of(closed: Mapping[str, Record], at: datetime) -> Track:
    """What these have won and lost of leads that are all alike, closed in the week of `at`."""
    sorts = {Sort(who, None, known=False): record for who, record in closed.items()}
    return Track({Closing(sort, week_of(at)): record for sort, record in sorts.items()})


@dataclass
class Floor:
    """One office in memory; the scenes of all its leads share its workers and its standings."""

    office: Office
    now: datetime
    workers: dict[str, Worker]
    standings: dict[str, Team]
    leads: list[Scene] = field(default_factory=list)
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    draws: dict[str, dict[date, tuple[str, ...]]] = field(default_factory=dict)
    tracks: dict[str, Track] = field(default_factory=dict)

    def draft(self, segment: str = "all", **known: Any) -> Scene:
        """A lead that the secretary has not handed over; `known` are fields of the lead."""
        lead = Lead(len(self.leads) + 1, segment, **known)
        scene = Scene(self.office, no_holidays, lead, self.workers, self.standings[segment])
        scene.records, scene.draws = self.records.setdefault(segment, {}), self.draws.get(segment, {})
        others = [standings for name, standings in self.standings.items() if name != segment]
        scene.elsewhere = lambda who: sum(s[who].credit for s in others if who in s)
        scene.track = self.tracks.setdefault(segment, Track())
        self.leads.append(scene)
        return scene

    def lead(self, segment: str = "all", *, twin_held: bool = False, **known: Any) -> Scene:
        scene = self.draft(segment, **known)
        hand_over(scene, len(self.leads), self.now, twin_held=twin_held)
        self.deliver()
        return scene

    def deliver(self) -> None:
        """Every offer has reached somebody by now."""
        for scene in self.leads:
            delivered(scene, self.now)

    def wait(self, duration: str) -> None:
        self.until(self.now + parse_duration(duration))

    def until(self, end: datetime | str) -> None:
        """Time passes; every deadline on the way comes at its own moment."""
        end = wall(end) if isinstance(end, str) else end
        self.deliver()
        while due := [(s.lead.deadline.at, s.lead.id) for s in self.leads if s.lead.deadline]:
            at, id = min(due)
            if at > end:
                break
            self.now = max(at, self.now)
            fire(self.leads[id - 1], self.now)
            self.deliver()
        self.now = end

    def check_in(self, who: str) -> None:
        check_in(self.workers, who, self.now)
        for standings in self.standings.values():
            teams.to_the_end(standings, who)

    def change(self, office: Office) -> None:
        """The office is another from now on, also for the leads that are on their way."""
        self.office = office
        for scene in self.leads:
            scene.office = office

    def balances(self, segment: str = "all") -> dict[str, float]:
        """In leads: above nothing means behind the due share."""
        return {who: round(in_leads(s.credit), 6) for who, s in self.standings[segment].items()}

    def line(self, segment: str = "all") -> str:
        standings = self.standings[segment]
        return " ".join(sorted(standings, key=lambda who: standings[who].ticket))


def sales_floor(
    team: str,
    scheme: str = "balance",
    *,
    start: str = "2026-11-23 12:00",  # a Monday
    hours: str = EVERY_HOUR,
    presence: Presence = Presence.HOURS,
    offers: int = 3,
    ladder: str = "everyone head director",
    owner: OwnerRule = OwnerRule.DEPUTISE,
    bosses: str = "head director",
    others: str = "",
    shifts: tuple[Shift, ...] = (),
    segment: Mapping[str, Any] | None = None,  # more of its keys
    **office: Any,
) -> Floor:
    """One segment, `all`, with this team: offers of 5 minutes, steps of 10. `others` are of no segment."""
    policy = Policy(offers=offers, ladder=tuple(LadderStep(step) for step in ladder.split()), owner=owner)
    members = [person(each) for each in team.split()]
    ids = tuple(p.id for p in members)
    lead_them = [Person(role, role.title(), (Role(role),)) for role in bosses.split()]
    everybody = (*members, *(person(each) for each in others.split()), *lead_them)
    return open_floor(
        Office(
            "Floor",
            MOSCOW,
            hours=Hours((parse_weekly(hours),)),
            presence=presence,
            policy=policy,
            people=everybody,
            segments=(Segment("all", "All", scheme, ids, policy=policy, **(segment or {})),),
            shifts=shifts,
            **office,
        ),
        wall(start),
    )


def open_floor(office: Office, now: datetime) -> Floor:
    workers = {p.id: Worker(p.id) for p in office.people}
    lines = {s.id: Team({m: Standing(0, n) for n, m in enumerate(s.members, 1)}) for s in office.segments}
    return Floor(office, now, workers, lines)


def asked(scene: Scene) -> str:
    """Whom the live offer asks."""
    return " ".join(scene.live.people) if scene.live else ""


def held_by(scene: Scene) -> str | None:
    return scene.lead.holder


def notes(scene: Scene, kind: str) -> list[Any]:
    """The bodies of the lead's ledger notes of this kind, oldest first."""
    return [entry.body for entry in scene.log if entry.kind == kind]


def left_out(scene: Scene) -> dict[str, str]:
    """Who was left out of the last offer, and why."""
    found: dict[str, str] = notes(scene, "offered")[-1]["out"]
    return found


def refusal(scene: Scene, action: Callable[..., object], *args: Any) -> tuple[str, str]:
    """Why the rules refuse this, and the names they give; they must have changed nothing by it."""
    before = snapshot(scene)
    try:
        action(scene, *args)
    except Refused as refused:
        assert snapshot(scene) == before, "a refused action has changed something"
        return refused.why.value, " ".join(refused.people)
    raise AssertionError(f"{action.__name__} was not refused")


def snapshot(scene: Scene) -> object:
    return deepcopy((scene.lead, scene.offers, scene.log, scene.workers, scene.standings, scene.records))


def waiting(scene: Scene) -> tuple[str, datetime] | None:
    """What the lead's deadline is for, and when it comes."""
    due = scene.lead.deadline
    return (due.kind.value, due.at) if due else None


def take(scene: Scene, who: str, now: datetime) -> None:
    """Claims what is offered; asks for what waits to be asked for."""
    if scene.live and scene.live.step is Step.PULL:
        pull(scene, who, 0, now)
    else:
        claim(scene, who, now)
