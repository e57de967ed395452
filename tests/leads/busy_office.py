"""The office of the random days with all its schemes: teams and schemes change, and a ledger is kept of it all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from leads import teams
from leads.entries.kinds import Entry
from leads.entries.people import MemberJoined
from leads.ledger import Sealed, canonical
from leads.office import Office
from leads.rates import Record
from leads.refusals import Refused
from leads.scene import Scene
from leads.schemes import SCHEMES
from tests.leads.office import wall
from tests.leads.random_floor import TEAM, offices
from tests.leads.test_flow_properties import ORDERS, OfficeAtWork

SEGMENT = st.sampled_from("xy")
NAMES = st.sampled_from(sorted(SCHEMES))
OPENING = wall("2026-11-23 12:00")


class BusyOffice(OfficeAtWork):
    """Whoever subclasses this says what must be true of the entries."""

    entries: list[Sealed]
    records: dict[str, dict[str, Record]]

    @initialize(office=offices(), schemes=st.tuples(NAMES, NAMES), drawn=ORDERS)
    def open(self, office: Office, schemes: tuple[str, str], drawn: tuple[str, ...] | None) -> None:
        self.entries, self.records = [], {"x": {}, "y": {}}
        segments = tuple(replace(s, scheme=name) for s, name in zip(office.segments, schemes, strict=True))
        office = replace(office, segments=segments)
        self.keep(*teams.weigh({}, office.people))
        for segment in segments:
            self.keep(*teams.switch(segment.id, {}, None, segment.scheme))
            self.keep(*teams.change_reserve(segment.id, None, segment.reserve))
            for who in segment.members:
                self.keep(Entry(None, MemberJoined(segment.id, who)))
        super().open(office, drawn)

    @rule(segment=SEGMENT, team=st.lists(st.sampled_from(TEAM), unique=True))
    def the_team_changes(self, segment: str, team: list[str]) -> None:
        self.keep(*teams.set_members(segment, self.floor.standings[segment], team))
        self.set_up(segment, members=tuple(team))

    def the_design_holds(self) -> None:
        """Looked at elsewhere."""

    def set_up(self, segment: str, **changes: Any) -> None:
        office = self.floor.office
        changed = (replace(s, **changes) if s.id == segment else s for s in office.segments)
        self.floor.office = replace(office, segments=tuple(changed))
        for scene in self.floor.leads:
            scene.office = self.floor.office

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
        at = self.floor.now if "floor" in self.__dict__ else OPENING
        for entry in entries:
            sealed = Sealed(len(self.entries) + 1, at, entry.kind, entry.lead, canonical(entry.body), "")
            self.entries.append(sealed)
            self.written(sealed)

    def written(self, entry: Sealed) -> None:
        """One more entry."""
