"""`replay`: recorded events under one scheme or several, side by side."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any
from zoneinfo import ZoneInfo

from rich.console import RenderableType
from rich.progress import Progress

from bot.commands.options import BadOptionError
from files.office_file import holiday_calendar, read_office
from leads.figures.report import Report, fold
from leads.floor import open_floor
from leads.office import Office
from leads.schemes import SCHEMES
from reports.as_json import report_json
from reports.replay.engine import Replay
from reports.replay.events import Event
from reports.replay.output import comparison, decisions, line
from reports.replay.rows import read_events
from reports.replay.runs import AS_SET_UP, balances, head_of, under


@dataclass(frozen=True, slots=True)
class Run:
    """One scheme's run and what came of it. `seconds`: how long the rules took."""

    name: str
    replay: Replay
    report: Report
    seconds: float

    @property
    def rate(self) -> float:
        """In leads a second."""
        return len(self.replay.cases) / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class Voice:
    """Where the command speaks: a table for people, a text as it is, a bar while they wait."""

    show: Callable[[RenderableType], None]
    say: Callable[[str], None]
    progress: Callable[[], Progress]


def replay(
    file: Path,
    office_file: Path,
    schemes: Sequence[str],
    decisions_file: Path | None,
    *,
    as_json: bool,
    voice: Voice,
) -> None:
    """Replays events.

    Raises RowsError, OfficeFileError, BadOptionError, OSError; nothing is written before all is read.
    """
    _check_options(schemes, decisions_file, (file, office_file))
    office = read_office(office_file)
    recorded = read_events(file, office)
    names = list(dict.fromkeys(schemes)) or [AS_SET_UP]
    keep = as_json or decisions_file is not None
    with voice.progress() as bar:
        runs = [_run(name, office, recorded, keep_ledger=keep, bar=bar) for name in names]
    if decisions_file:
        with decisions_file.open("w", encoding="utf-8") as out:
            out.writelines(line(decision) for run in runs for decision in decisions(run.replay))
    if as_json:
        voice.say(json.dumps({run.name: _json(run, recorded) for run in runs}, ensure_ascii=False, indent=2))
    else:
        voice.show(comparison(runs))


def _check_options(schemes: Iterable[str], decisions_file: Path | None, inputs: Sequence[Path]) -> None:
    for name in schemes:
        if name not in SCHEMES:
            raise BadOptionError(f'--scheme: unknown scheme "{name}"; there are {", ".join(SCHEMES)}')
    if decisions_file is None:
        return
    if decisions_file.resolve() in {path.resolve() for path in inputs}:
        raise BadOptionError(f"--decisions: {decisions_file}: is read by this very run")
    if decisions_file.is_dir() or not decisions_file.parent.is_dir():
        raise BadOptionError(f"--decisions: {decisions_file}: no file can be written there")


def _run(name: str, office: Office, recorded: Sequence[Event], *, keep_ledger: bool, bar: Progress) -> Run:
    tried = replace(under(office, name), outcome_reminders=())  # they move no lead
    floor = open_floor(tried, holiday_calendar(office.hours.holidays), keep_ledger=keep_ledger)
    replay = Replay(floor)
    shown = recorded if bar.disable else bar.track(recorded, description=name)
    begun = perf_counter()
    replay.run(shown)
    seconds = perf_counter() - begun
    return Run(name, replay, fold((c.scene.lead, c.scene.offers) for c in replay.cases.values()), seconds)


def _json(run: Run, recorded: Sequence[Event]) -> dict[str, Any]:
    floor = run.replay.floor
    zone = floor.office.timezone
    period = (_local(recorded[0], zone), _local(recorded[-1], zone)) if recorded else (None, None)
    return report_json(run.report, floor.office, balances(floor.standings), head_of(run.replay), period)


def _local(event: Event, zone: ZoneInfo) -> str:
    return event.at.astimezone(zone).isoformat()
