"""The office of the random days with all its schemes and changes of teams; its ledger is verified as it is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from leads import teams
from leads.draws import NOTICE, commit, draw_order
from leads.entries.duty import DrawAnnounced, DrawOpened
from leads.entries.kinds import Entry
from leads.entries.people import Off, On
from leads.ledger import GENESIS, Sealed, canonical, seal
from leads.office import Office
from leads.presence import Absence, check_in
from leads.proof.verification import Verification
from leads.rates import Record
from leads.refusals import Refused
from leads.scene import Scene
from leads.wall_clock import midnight
from tests.leads.office import MOSCOW, open_floor, wall
from tests.leads.random_floor import TEAM, offices
from tests.leads.test_flow_properties import COMES, MONDAY, OfficeAtWork

SEGMENT = st.sampled_from("xy")
OPENING = wall("2026-11-23 12:00")
SECRET = "5ec2e7" * 10 + "beef"


class VerifiedOffice(OfficeAtWork):
    told: Verification
    entries: list[Sealed]
    records: dict[str, dict[str, Record]]

    @initialize(office=offices(), drawn=st.booleans(), min_sample=st.sampled_from([1, 20]))
    def open(self, office: Office, drawn: bool, min_sample: int) -> None:
        self.told, self.entries, self.records = Verification(), [], {"x": {}, "y": {}}
        self.closed, self.reformed = {}, set()
        segments = tuple(replace(s, min_sample=min_sample) for s in office.segments)
        self.keep_at(OPENING, *teams.weigh({}, office.people))
        for s in segments:
            self.keep_at(OPENING, *teams.switch(s.id, {}, None, s.scheme))
            self.keep_at(OPENING, *teams.change_reserve(s.id, None, s.reserve))
            self.keep_at(OPENING, *teams.set_members(s.id, {}, s.members))
        draws = {s.id: {MONDAY: self.drawn(s.id, s.members)} for s in segments} if drawn else {}
        self.floor = open_floor(replace(office, segments=segments), OPENING)
        self.floor.draws = draws
        self.hand_over("x", None, False, None)

    def drawn(self, segment: str, members: tuple[str, ...]) -> tuple[str, ...]:
        """A week that was announced a while ago, and is drawn now, at the opening."""
        order = draw_order(SECRET, segment, MONDAY, {}, members)
        announced = DrawAnnounced(segment, MONDAY, commit(SECRET), OPENING)
        self.keep_at(OPENING - NOTICE, Entry(None, announced))
        self.keep_at(OPENING, Entry(None, DrawOpened(segment, MONDAY, SECRET, {}, members, order)))
        return order

    @rule(segment=SEGMENT, team=st.lists(st.sampled_from(TEAM), unique=True))
    def the_team_changes(self, segment: str, team: list[str]) -> None:
        self.keep(*teams.set_members(segment, self.floor.standings[segment], team))
        self.set_up(segment, members=tuple(team))
        self.look_again()

    @rule(who=st.sampled_from(TEAM), how=st.sampled_from(COMES))
    def come_and_go(self, who: str, how: str) -> None:
        worker, now = self.floor.workers[who], self.floor.now
        match how:
            case "on":
                check_in(self.floor.workers, who, now)
                worker.reachable = True
                for standings in self.floor.standings.values():
                    teams.to_the_end(standings, who)
                self.keep(Entry(None, On(who)))
            case "off":
                worker.paused, worker.checked_in = Absence.PAUSED, False
                self.keep(Entry(None, Off(who, None)))
            case "leave":
                back = (now.astimezone(MOSCOW) + timedelta(hours=20)).date()
                worker.leave_from, worker.leave_until = None, midnight(back, MOSCOW)
                self.keep(Entry(None, Off(who, back.isoformat())))
            case "leave later":
                first, back = (now.astimezone(MOSCOW).date() + timedelta(days=days) for days in (1, 2))
                worker.leave_from, worker.leave_until = midnight(first, MOSCOW), midnight(back, MOSCOW)
                self.keep(Entry(None, Off(who, back.isoformat(), worker.leave_from)))
            case _:
                self.block(who)
        self.look_again()

    def the_design_holds(self) -> None:
        """Looked at elsewhere."""

    def set_up(self, segment: str, **changes: Any) -> None:
        segments = (replace(s, **changes) if s.id == segment else s for s in self.floor.office.segments)
        self.floor.change(replace(self.floor.office, segments=tuple(segments)))

    def act(self, scene: Scene, action: Callable[[Scene], None]) -> Refused | None:
        scene.records = self.records[scene.lead.segment]
        known = len(scene.log)
        try:
            action(scene)
        except Refused as refused:
            return refused
        self.keep(*scene.log[known:])
        return None

    def keep(self, *entries: Entry) -> None:
        self.keep_at(self.floor.now, *entries)

    def keep_at(self, at: datetime, *entries: Entry) -> None:
        for entry in entries:
            previous = self.entries[-1].seal if self.entries else GENESIS
            key = (len(self.entries) + 1, at, entry.kind, entry.lead, canonical(entry.body))
            self.entries.append(Sealed(*key, seal(previous, *key)))
            self.told.feed(self.entries[-1])
