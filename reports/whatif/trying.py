"""The past under one scheme after another. Pure, and takes a while: to be called in a thread where people wait."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from leads.figures.expected import Expected, Forecast, Held, forecast
from leads.figures.report import Report, fold
from leads.floor import Floor, open_floor
from leads.lead import Lead, Outcome
from leads.office import FAIR, Office
from leads.schemes import SCHEMES
from leads.track import Sort, Track
from leads.words import code_of
from reports.replay.engine import Replay
from reports.replay.events import Event
from reports.replay.runs import AS_SET_UP, balances, head_of, under
from reports.whatif.past import Past

FACT = "fact"  # the name of what really happened

Watch = Callable[[Sequence[Event], str], Iterable[Event]]
"""The events of a run, with its name: a bar while people wait."""


@dataclass(frozen=True, slots=True)
class Tried:
    """One share-out. `gain`: how many more sales than by the office as it is, with the interval of the difference."""

    name: str
    report: Report
    held: Held  # leads that can be sold, by segment, holder and kind
    balances: Mapping[str, int]  # in share units
    head: str  # of the run's ledger; of the office's for the fact
    expected: Expected | None = None
    gain: tuple[float, float, float] | None = None

    @property
    def leads(self) -> dict[str, int]:
        """How many each holds in the end, over all segments."""
        return {who: m.sales.handed for who, m in self.report.managers.items() if m.sales.handed}


def try_schemes(
    past: Past,
    schemes: Sequence[str],
    *,
    keep_ledger: bool = False,
    watch: Watch = lambda events, _: events,
) -> tuple[Tried, ...]:
    """Tells what happened in fact, the office as it is, then these schemes in their order."""
    held = _held(((str(lead.number), lead) for lead, _ in past.cases), past)
    fact = Tried(FACT, fold(past.cases), held, past.balances, past.head)
    names = dict.fromkeys([AS_SET_UP, *schemes])
    runs = [_run(name, past, watch(past.events, name), keep_ledger=keep_ledger) for name in names]
    every = (fact, *runs)
    rates = forecast(past.closed, [one.held for one in every])
    return tuple(_weighed(one, runs[0].held, rates) for one in every)


def replayed(name: str, past: Past, events: Iterable[Event], *, keep_ledger: bool = False) -> Replay:
    """Plays one run to its end."""
    floor = _floor(_office(name, past.office), past, keep_ledger=keep_ledger)
    replay = Replay(floor)
    replay.clients.owners.update(past.owners)
    replay.run(events)
    return replay


def _run(name: str, past: Past, events: Iterable[Event], *, keep_ledger: bool) -> Tried:
    replay = replayed(name, past, events, keep_ledger=keep_ledger)
    held = _held(((number, case.scene.lead) for number, case in replay.cases.items()), past)
    report = fold((_untold(case.scene.lead), case.scene.offers) for case in replay.cases.values())
    return Tried(name, report, held, balances(replay.floor.standings), head_of(replay))


def _office(name: str, office: Office) -> Office:
    """Where a segment comes to be shared by the head's hand, which nobody knows, a reserve stands behind the head."""
    by_hand = name in SCHEMES and SCHEMES[name].asks_head
    was_by_hand = {s.id for s in office.segments if s.scheme == name}
    tried = under(office, name)
    if not by_hand:
        return replace(tried, outcome_reminders=())
    segments = tuple(
        s if s.id in was_by_hand or s.reserve else replace(s, reserve=FAIR) for s in tried.segments
    )
    return replace(tried, segments=segments, outcome_reminders=())


def _floor(office: Office, past: Past, *, keep_ledger: bool) -> Floor:
    floor = open_floor(office, past.is_holiday, keep_ledger=keep_ledger)
    floor.workers.update({who: replace(worker) for who, worker in past.workers.items()})
    for segment, standings in past.standings.items():
        floor.standings[segment].update({who: replace(s, since=0) for who, s in standings.items()})
    for segment, several in past.records.items():
        floor.records[segment] = dict(several)
    floor.tracks.update({segment: Track(dict(several)) for segment, several in past.closings.items()})
    floor.draws.update({segment: dict(orders) for segment, orders in past.draws.items()})
    return floor


def _untold(lead: Lead) -> Lead:
    """What a sale brought, or that there was none, is the fact's: another might have sold, or not."""
    if lead.outcome is not Outcome.BAD:
        lead.outcome = lead.amount = None
    return lead


def _held(several: Iterable[tuple[str, Lead]], past: Past) -> dict[str, dict[Sort, int]]:
    """By segment, holder and kind, which is the fact's; a lead that was bad could be sold by nobody."""
    kinds = {str(lead.number): (code_of(lead.source), lead.known) for lead, _ in past.cases}
    bad, held = past.bad, dict[str, dict[Sort, int]]()
    for number, lead in several:
        if lead.holder and number not in bad:
            team, pair = held.setdefault(lead.segment, {}), Sort(lead.holder, *kinds[number])
            team[pair] = team.get(pair, 0) + 1
    return held


def _weighed(one: Tried, present: Held, rates: Forecast | None) -> Tried:
    if rates is None:
        return one
    return replace(one, expected=rates.sales(one.held), gain=rates.gain(one.held, present))
