"""The values behind /queue: who is expected next, segment by segment, and what was chosen by hand of late."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

from desk.waiting_leads import asks, waiting_view
from desk.work import Work
from leads.forecast import Forecast, forecast
from leads.lead import Lead
from leads.office import QueueShows, Segment
from leads.picking import asks_head, picks
from leads.presence import Worker
from leads.rights import Right, may
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.shares import in_hundredths
from reports.views import discretion_view
from screens.views.queue import Queue, QueueRow, QueueView
from screens.views.report import DiscretionView
from storage import draws, figures, offices, people, pulls, scenes
from storage.closings import read_track
from storage.people import PersonRow

LATELY = timedelta(days=30)


def queue_view(work: Work, person: PersonRow) -> QueueView:
    """Shows the segments of the reader, or all of them for the head."""
    everything = may(person.roles, Right.SEE_EVERY_QUEUE)
    shown = [s for s in work.office.segments if not s.retired and (everything or person.id in s.members)]
    found = queues(work, shown, person.id)
    names = everything or work.office.queue_shows is QueueShows.NAMES
    waiting = waiting_view(work, person.id) if asks(work, person.id) else None
    return QueueView(work.now, work.office.timezone, found, by_hand_lately(work, shown), names, waiting)


def queues(work: Work, shown: Sequence[Segment], reader: str) -> tuple[Queue, ...]:
    workers = scenes.read_workers(work.store)
    names = people.names(work.store)
    found = [_queue(s, _ahead(work, s, workers), names, reader) for s in shown]
    pulled = [s.id for s in shown if SCHEMES[s.scheme].asked_for]
    lying = Counter(one.segment for one in pulls.lying(work.store, pulled)) if pulled else {}
    return tuple(
        replace(queue, waits=lying.get(s.id, 0)) if s.id in pulled else queue
        for s, queue in zip(shown, found, strict=True)
    )


def _ahead(work: Work, segment: Segment, workers: dict[str, Worker]) -> Forecast:
    track = read_track(work.store, work.office, segment, work.now)
    standings = offices.read_standings(work.store, segment.id)
    orders = draws.orders(work.store, segment.id)
    lead = Lead(0, segment.id)
    scene = Scene(work.office, work.is_holiday, lead, workers, standings, track=track, draws=orders)
    scene.elsewhere = scenes.elsewhere(work.store, segment.id)
    return forecast(scene, work.now)


def _queue(segment: Segment, ahead: Forecast, names: Mapping[str, str], reader: str) -> Queue:
    here = [_row(names[who], ahead, who, reader) for who in ahead.order]
    away = [QueueRow(names[who], who == reader, why) for who, why in ahead.away.items()]
    often = len(set(ahead.coming)) < len(ahead.coming)
    return Queue(
        segment=segment.name,
        scheme=segment.scheme,
        reason=ahead.reason,
        reserve=segment.reserve if asks_head(segment) else None,
        rows=(*here, *away),
        coming=tuple(names[who] for who in ahead.coming) if often else (),
        window=int(segment.window.total_seconds()) if SCHEMES[segment.scheme].to_all else 0,
    )


def _row(name: str, ahead: Forecast, who: str, reader: str) -> QueueRow:
    candidate = ahead.candidates[who]
    return QueueRow(
        name,
        who == reader,
        balance=in_hundredths(candidate.standing.credit),
        idle_since=candidate.idle_since,
        ringing=candidate.ringing > 0,
        part=ahead.parts.get(who),
    )


def by_hand_lately(work: Work, segments: Iterable[Segment]) -> tuple[tuple[str, DiscretionView], ...]:
    """Counts for those of the segments that leave the choice to a person, and where one has chosen."""
    chosen = [segment for segment in segments if picks(segment) or asks_head(segment)]
    if not chosen:
        return ()
    names = people.names(work.store)
    found = []
    for segment in chosen:
        lately = figures.report(work.store, work.now - LATELY, work.now, segment.id)
        if view := discretion_view(lately.discretion, names):
            found.append((segment.name, view))
    return tuple(found)
