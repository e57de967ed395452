"""What was chosen by hand, as people read it: in the summary, and at the end of /queue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import timedelta

from bot.desk.work import Work
from handlers.views import DiscretionView
from leads.discretion import Discretion
from leads.office import Segment
from leads.picking import asks_head, picks
from leads.report import fold
from storage import cases, people

LATELY = timedelta(days=30)


async def by_hand_lately(work: Work, segments: Iterable[Segment]) -> tuple[tuple[str, DiscretionView], ...]:
    """For those of the segments that leave the choice to a person, and where one has chosen."""
    chosen = [segment for segment in segments if picks(segment) or asks_head(segment)]
    if not chosen:
        return ()
    names = await people.names(work.conn)
    found = []
    for segment in chosen:
        lately = await cases.of_segment(work.conn, segment.id, work.now - LATELY, work.now)
        if view := discretion_view(fold(lately).discretion, names):
            found.append((segment.name, view))
    return tuple(found)


def discretion_view(found: Discretion, names: Mapping[str, str]) -> DiscretionView | None:
    """None where nothing was chosen by hand."""
    if not found.by_hand:
        return None
    return DiscretionView(
        choices=found.choices,
        by_hand=found.by_hand,
        against_the_rule=found.against_the_rule,
        by=tuple((names[who], count, found.by_against[who]) for who, count in found.by.most_common()),
        benefit=tuple(
            (names[who], leads) for who, leads in sorted(found.benefit.items(), key=lambda item: -item[1])
        ),
    )
