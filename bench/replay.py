"""How many leads a second `replay` moves, scheme by scheme, beside a bare loop that hands the same leads out in turn.

The ratio means something on any machine; the rates only on this one. Seconds are those of the processor, so that
other programs count for little. Run with `make bench`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import cycle
from statistics import median
from time import process_time
from zoneinfo import ZoneInfo

from rich.console import Console
from rich.table import Table

from leads.floor import open_floor
from leads.office import Office, Person, Role, Segment, Shift
from leads.schemes import SCHEMES
from leads.wall_clock import parse_weekly
from reports.replay.engine import Replay
from reports.replay.events import Answer, Does, HandedOver

LEADS = 5_000
TEAM = tuple(f"m{n}" for n in range(1, 11))
TIMES = 3  # each is run; the median counts
BEGIN = datetime(2026, 11, 23, 9, tzinfo=UTC)
EVERY = timedelta(seconds=90)
ROUND_THE_CLOCK = parse_weekly("mon-sun 00:00-24:00")  # `duty` has everybody on its roster
WAYS = (
    Answer(Does.CLAIM, timedelta(seconds=45)),
    Answer(Does.CLAIM),
    Answer(Does.DECLINE, timedelta(seconds=10)),
    Answer(Does.CLAIM, timedelta(seconds=20)),
    Answer(Does.SILENT),
)


def at_once() -> list[HandedOver]:
    """Everybody claims what he is offered."""
    return [HandedOver(BEGIN + n * EVERY, f"L{n}") for n in range(LEADS)]


def as_people_do() -> list[HandedOver]:
    """Some claim after a while, some decline, some are silent."""
    return [
        HandedOver(BEGIN + n * EVERY, f"L{n}", answers={who: WAYS[(n + k) % 5] for k, who in enumerate(TEAM)})
        for n in range(LEADS)
    ]


def office(scheme: str) -> Office:
    people = [Person(who, who, (Role.MANAGER,)) for who in TEAM]
    boss = Person("head", "head", (Role.HEAD, Role.DIRECTOR))
    segment = Segment("all", "all", scheme, TEAM)
    return Office(
        "Bench",
        ZoneInfo("Europe/Moscow"),
        pause_after_lapses=0,
        outcome_reminders=(),
        people=(*people, boss),
        segments=(segment,),
        shifts=tuple(Shift("all", who, ROUND_THE_CLOCK) for who in TEAM),
    )


def in_turn(leads: Sequence[HandedOver]) -> dict[str, str]:
    """The bare loop: no presence, no balance, no answer."""
    team = cycle(TEAM)
    return {lead.lead: next(team) for lead in leads}


def replayed(scheme: str, leads: Sequence[HandedOver]) -> Callable[[], object]:
    replay = Replay(open_floor(office(scheme), lambda _: False, keep_ledger=False))
    return lambda: replay.run(leads)


def rate(prepare: Callable[[], Callable[[], object]]) -> float:
    """Leads a second, the median of several runs."""
    return median(LEADS / _seconds(prepare()) for _ in range(TIMES))


def _seconds(work: Callable[[], object]) -> float:
    begun = process_time()
    work()
    return process_time() - begun


def main() -> None:
    pasts = {"all claim at once": at_once(), "claims, declines, silences": as_people_do()}
    for title, leads in pasts.items():
        table = Table(title=f"{title}: {LEADS:,} leads, {len(TEAM)} managers", title_justify="left", box=None)
        for column in ("scheme", "leads a second", "times the bare loop's work"):
            table.add_column(column, justify="left" if column == "scheme" else "right")
        bare = rate(partial(partial, in_turn, leads))
        table.add_row("bare loop", f"{bare:,.0f}", "1")
        for scheme in SCHEMES:
            found = rate(partial(replayed, scheme, leads))
            table.add_row(scheme, f"{found:,.0f}", f"{bare / found:,.0f}")
        Console().print(table)


if __name__ == "__main__":
    main()
