"""One office in memory: everybody's presence, every balance, every lead, and nothing else. The store of `replay`.

It moves leads by the same rules as the program with its database; tests/storage/test_desk_and_replay.py holds the
two side by side.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date, datetime

from leads import teams
from leads.entries.kinds import Entry
from leads.entries.people import LeaveDropped, Off, On
from leads.hours import IsHoliday
from leads.lead import Lead
from leads.office import Office, Segment
from leads.presence import Absence, Worker, check_in
from leads.rates import Record
from leads.scene import Elsewhere, Scene, nothing_elsewhere
from leads.track import Track
from leads.turns import Team


@dataclass
class Floor:
    """Scenes of one segment share its standings; all share the workers. `keep_ledger`: whether entries are noted."""

    office: Office
    is_holiday: IsHoliday
    workers: dict[str, Worker]
    standings: dict[str, Team]
    records: dict[str, dict[str, Record]]
    draws: dict[str, dict[date, tuple[str, ...]]] = field(default_factory=dict)
    tracks: dict[str, Track] = field(default_factory=dict)  # by segment
    scenes: list[Scene] = field(default_factory=list)
    log: list[Entry] = field(default_factory=list)
    keep_ledger: bool = True

    def draft(self, lead: Lead) -> Scene:
        """Returns a lead that nobody has handed over yet."""
        scene = Scene(
            self.office,
            self.is_holiday,
            lead,
            self.workers,
            self.standings[lead.segment],
            log=self.log,
            records=self.records[lead.segment],
            track=self.tracks.setdefault(lead.segment, Track()),
            draws=self.draws.setdefault(lead.segment, {}),
            elsewhere=self._elsewhere(lead.segment),
            keep_ledger=self.keep_ledger,
        )
        self.scenes.append(scene)
        return scene

    def _elsewhere(self, segment: str) -> Elsewhere:
        """What somebody is owed in all segments but this one, just when that is asked."""
        others = [standings for name, standings in self.standings.items() if name != segment]
        if not others:
            return nothing_elsewhere
        return lambda who: sum([standings[who].credit for standings in others if who in standings])

    def check_in(self, who: str, now: datetime) -> None:
        """Somebody is at work, and at the end of every line."""
        check_in(self.workers, who, now)
        for standings in self.standings.values():
            teams.to_the_end(standings, who)
        self.note(Entry(None, On(who)))

    def check_out(self, who: str) -> None:
        worker = self.workers[who]
        worker.paused, worker.checked_in = Absence.PAUSED, False
        self.note(Entry(None, Off(who, None)))

    def leave(self, who: str, until: datetime, begins: datetime | None = None) -> None:
        """Somebody goes on leave. `begins`: of a leave that is told of beforehand; None: now."""
        self.workers[who].leave_from, self.workers[who].leave_until = begins, until
        self.note(Entry(None, Off(who, until.isoformat(), begins)))

    def drop_leave(self, who: str) -> None:
        """A leave that is still ahead is given up."""
        self.workers[who].leave_from, self.workers[who].leave_until = None, None
        self.note(Entry(None, LeaveDropped(who)))

    def join(self, segment: str, who: str) -> None:
        self.note(teams.join(segment, self.standings[segment], who))

    def quit(self, segment: str, who: str) -> None:
        self.note(teams.leave(segment, self.standings[segment], who))

    def switch(self, segment: str, scheme: str, by: str | None = None) -> None:
        """Another scheme takes over the segment, for leads already handed over too."""
        before = self.office.segment(segment)
        for entry in teams.switch(segment, self.standings[segment], before.scheme, scheme, by):
            self.note(entry)
        self._change(replace(before, scheme=scheme))

    def set_reserve(self, segment: str, reserve: str | None, by: str | None = None) -> None:
        """Sets what decides where the segment's scheme has nothing to say; None: nothing does."""
        before = self.office.segment(segment)
        for entry in teams.change_reserve(segment, before.reserve, reserve, by):
            self.note(entry)
        self._change(replace(before, reserve=reserve))

    def weigh(self, who: str, weight: float) -> None:
        """Somebody has a new weight, for every share from now on; nothing where it is the same."""
        weighed = tuple(replace(p, weight=weight) if p.id == who else p for p in self.office.people)
        for entry in teams.weigh({p.id: p.weight for p in self.office.people}, weighed):
            self.note(entry)
        self._set_up(replace(self.office, people=weighed))

    def _change(self, segment: Segment) -> None:
        changed = tuple(segment if s.id == segment.id else s for s in self.office.segments)
        self._set_up(replace(self.office, segments=changed))

    def _set_up(self, office: Office) -> None:
        self.office = office
        for scene in self.scenes:
            scene.office = office

    def note(self, entry: Entry) -> None:
        if self.keep_ledger:
            self.log.append(entry)


def open_floor(office: Office, is_holiday: IsHoliday, *, keep_ledger: bool = True) -> Floor:
    """Returns a new office at the start of its day: everybody connected, every balance level,
    the line in the file's order.
    """
    floor = Floor(
        office,
        is_holiday,
        {p.id: Worker(p.id) for p in office.people},
        {s.id: Team() for s in office.segments},
        {s.id: {} for s in office.segments},
        keep_ledger=keep_ledger,
    )
    for entry in (*teams.weigh({}, office.people), *_team_entries(floor)):
        floor.note(entry)
    return floor


def _team_entries(floor: Floor) -> Iterator[Entry]:
    for segment in floor.office.segments:
        standings = floor.standings[segment.id]
        yield from teams.switch(segment.id, standings, None, segment.scheme)
        yield from teams.change_reserve(segment.id, None, segment.reserve)
        yield from teams.set_members(segment.id, standings, segment.members)
