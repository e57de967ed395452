"""The office of the random days with all its schemes and changes of teams; its ledger is verified as it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from leads import teams
from leads.ledger import GENESIS, Sealed, canonical, seal
from leads.office import Office
from leads.presence import Absence, check_in
from leads.rates import Record
from leads.refusals import Refused
from leads.scene import Entry, Scene
from leads.schemes import SCHEMES
from leads.verification import Verification
from leads.wall_clock import instant
from tests.rules.office import MOSCOW, wall
from tests.rules.random_floor import TEAM, offices
from tests.rules.test_flow_properties import OfficeAtWork

SEGMENT = st.sampled_from("xy")
NAMES = st.sampled_from(sorted(SCHEMES))
RESERVES = st.sampled_from([None, "balance", "longest_idle", "conversion"])


class VerifiedOffice(OfficeAtWork):
    told: Verification
    entries: list[Sealed]
    records: dict[str, dict[str, Record]]

    @initialize(office=offices(), schemes=st.tuples(NAMES, NAMES), reserve=RESERVES)
    def open(self, office: Office, schemes: tuple[str, str], reserve: str | None) -> None:
        self.told, self.entries, self.records = Verification(), [], {"x": {}, "y": {}}
        chosen = zip(office.segments, schemes, strict=True)
        segments = tuple(replace(s, scheme=name, reserve=reserve, min_sample=1) for s, name in chosen)
        self.opening = wall("2026-11-23 12:00")
        self.keep(self.opening, *teams.weigh({}, office.people))
        for segment in segments:
            self.keep(self.opening, *teams.switch(segment.id, {}, None, segment.scheme))
            self.keep(self.opening, *teams.set_members(segment.id, {}, segment.members))
        super().open(replace(office, segments=segments))
        for worker in self.floor.workers.values():
            worker.checked_in = False

    @rule(segment=SEGMENT, team=st.lists(st.sampled_from(TEAM), unique=True))
    def the_team_changes(self, segment: str, team: list[str]) -> None:
        self.keep(self.floor.now, *teams.set_members(segment, self.floor.standings[segment], team))
        self.set_up(segment, members=tuple(team))

    @rule(segment=SEGMENT, scheme=NAMES)
    def another_scheme_takes_over(self, segment: str, scheme: str) -> None:
        before = self.floor.office.segment(segment).scheme
        self.keep(self.floor.now, *teams.switch(segment, self.floor.standings[segment], before, scheme))
        self.set_up(segment, scheme=scheme)

    @rule(who=st.sampled_from(TEAM), weight=st.sampled_from([1.0, 0.5, 3.0]))
    def a_weight_changes(self, who: str, weight: float) -> None:
        office = self.floor.office
        people = tuple(replace(p, weight=weight) if p.id == who else p for p in office.people)
        self.keep(self.floor.now, *teams.weigh({p.id: p.weight for p in office.people}, people))
        self.change(replace(office, people=people))

    @rule(who=st.sampled_from(TEAM), how=st.sampled_from(["on", "on", "off", "leave", "block"]))
    def come_and_go(self, who: str, how: str) -> None:
        worker, now = self.floor.workers[who], self.floor.now
        match how:
            case "on":
                check_in(self.floor.workers, who, now)
                worker.reachable = True
                for standings in self.floor.standings.values():
                    teams.to_the_end(standings, who)
                self.keep(now, Entry("on", None, {"who": who}))
            case "off":
                worker.paused, worker.checked_in = Absence.PAUSED, False
                self.keep(now, Entry("off", None, {"who": who, "until": None}))
            case "leave":
                back = (now.astimezone(MOSCOW) + timedelta(hours=20)).date()
                worker.leave_until = instant(datetime.combine(back, time()), MOSCOW)
                self.keep(now, Entry("off", None, {"who": who, "until": back.isoformat()}))
            case _:
                self.block(who)

    def the_design_holds(self) -> None:
        """Looked at elsewhere."""

    def set_up(self, segment: str, **changes: Any) -> None:
        segments = (replace(s, **changes) if s.id == segment else s for s in self.floor.office.segments)
        self.change(replace(self.floor.office, segments=tuple(segments)))

    def change(self, office: Office) -> None:
        self.floor.office = office
        for scene in self.floor.leads:
            scene.office = office

    def act(self, scene: Scene, action: Callable[[Scene], None]) -> Refused | None:
        scene.records = self.records[scene.lead.segment]
        known = len(scene.log)
        try:
            action(scene)
        except Refused as refused:
            return refused
        self.keep(self.floor.now, *scene.log[known:])
        return None

    def keep(self, at: datetime, *entries: Entry) -> None:
        for entry in entries:
            previous = self.entries[-1].seal if self.entries else GENESIS
            key = (len(self.entries) + 1, at, entry.kind, entry.lead, canonical(entry.body))
            self.entries.append(Sealed(*key, seal(previous, *key)))
            self.told.feed(self.entries[-1])
