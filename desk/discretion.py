"""What was chosen by hand of late, at the end of /queue."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from desk.work import Work
from leads.office import Segment
from leads.picking import asks_head, picks
from reports.by_hand import discretion_view
from screens.views.summary import DiscretionView
from storage import figures, people

LATELY = timedelta(days=30)


def by_hand_lately(work: Work, segments: Iterable[Segment]) -> tuple[tuple[str, DiscretionView], ...]:
    """For those of the segments that leave the choice to a person, and where one has chosen."""
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
