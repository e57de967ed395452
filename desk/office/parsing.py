"""A table of past leads that was sent, read some rows at a time: nobody else's work has to wait for the whole of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from typing import Final

from desk.errands import Breath
from files.csv_file import Rejects
from files.past.columns import likeness
from files.past.foreign import Reading, places_in, wall_now
from files.past.lines import Line, Rows
from files.past.names import Names
from files.past.planning import brought
from files.tables import opened
from leads.lead import Outcome
from screens.views.past import PastFound
from storage.past import Before, Brought

ROWS: Final = 1000  # at a time

Named = Mapping[str, Sequence[str]]


@dataclass
class Parsing:
    """Reads `data` as of `before`, once. `create`: whom the office has not is made; else such rows are rejected.

    Raises RowsError for what is no table.
    """

    data: bytes
    named: Named
    before: Before
    now: datetime  # aware
    create: bool
    lines: list[Line] = field(default_factory=list)
    rejects: Rejects = field(default_factory=Rejects)
    done: int = 0  # rows

    def __post_init__(self) -> None:
        self._open = ExitStack()
        office = self.before.office
        self.people = Names("manager", self.before.people, self.create)
        self.segments = Names("segment", self.before.segments, self.create)
        table = self._open.enter_context(opened(self.data, "file", likeness))
        rows = Rows(office, self.people, self.segments, self.now)
        places = places_in(table.header, self.named)
        wall = wall_now(self.now, office.timezone)
        self._reading = Reading(table, places, rows.line, wall, self.rejects)

    def go_on(self, breath: Breath) -> bool:
        """Reads some rows more; False where there are none."""
        rows = list(islice(self._reading.table.rows, ROWS))
        for line, cells in rows:
            self.lines += self._reading.row(line, cells)
            breath()
        self.done += len(rows)
        if len(rows) < ROWS:
            self._open.close()
        return len(rows) == ROWS

    def leads(self, salt: str) -> list[Brought]:
        """Returns those that are new."""
        return brought(self.lines, self.before.salt or salt, self.before)

    def found(self, leads: Sequence[Brought]) -> PastFound:
        """Tells what would come in."""
        days = [one.past.at.astimezone(self.before.office.timezone).date() for one in leads]
        outcomes = Counter(one.past.outcome for one in leads)
        made = self.people.created.keys() | self.segments.created.keys()
        unknown = sum(one.past.who in made or one.past.segment in made for one in leads)
        return PastFound(
            leads=len(leads),
            there=len(self.lines) - len(leads),
            first=min(days, default=None),
            last=max(days, default=None),
            won=outcomes[Outcome.WON],
            lost=outcomes[Outcome.LOST],
            bad=outcomes[Outcome.BAD],
            unknown=unknown,
            people=tuple(self.people.created.values()),
            segments=tuple(self.segments.created.values()),
            rejected=Counter(why.partition(":")[0] for _, why in self.rejects.rows),
            stages=tuple(self._reading.seen.open_stages.most_common()),
        )
