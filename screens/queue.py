"""/queue: who is expected next, and where the reader stands."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final

from leads.schemes import SCHEMES
from leads.schemes.telling import Ranks, part_words
from screens.content import GAP, Screen, page
from screens.discretion import discretion_lines
from screens.format import clock, date_and_clock, listing, signed, span
from screens.office.schemes import scheme_name
from screens.pull import pull_keyboard
from screens.reasons import Speech
from screens.texts import Html, Texts
from screens.views.queue import Queue, QueueRow, QueueView
from screens.views.report import DiscretionView

MOST_RUNS: Final = 6
MOST_WHOLE: Final = 12
"""Segments whose lines are shown whole to whoever only looks at them."""

ROOM: Final = ((3, 15), (8, 6), (1000, 3))
"""Up to so many segments, so many people of each are named."""


def queue_screen(view: QueueView, texts: Texts) -> Screen:
    if not view.segments:
        return Screen(texts("me-no-segments"))
    lines = [line for queue in view.segments for line in _queue(queue, view, texts)]
    by_share = any(queue.ranks is Ranks.SHARE and not _is_brief(queue, view) for queue in view.segments)
    legend = [GAP, texts("balance-legend")] if by_share else []
    by_hand = [line for segment in view.by_hand for line in _by_hand(*segment, texts)]
    below = pull_keyboard(view.waiting, texts)
    return Screen(page(texts("queue-title"), GAP, *lines, *legend, *by_hand), below)


def _by_hand(name: str, view: DiscretionView, texts: Texts) -> list[Html]:
    return [GAP, texts("queue-by-hand", segment=name), *discretion_lines(view, texts)]


def _queue(queue: Queue, view: QueueView, texts: Texts) -> list[Html | None]:
    here, most = [row for row in queue.rows if row.absence is None], _most(view)
    if _is_brief(queue, view):
        waits = texts("queue-waits", count=queue.waits) if queue.waits else None
        return [queue_title(queue, texts), waits, _brief(queue, here, texts)]
    named = [
        (place, row)
        for place, row in enumerate(here, 1)
        if (row.is_reader and (view.names or _has_figures(row, queue))) or (view.names and place <= most)
    ]
    return [
        GAP,
        queue_title(queue, texts),
        own_place(queue, texts),
        texts("queue-waits", count=queue.waits) if queue.waits is not None else None,
        _how(queue, texts) if here else None,
        *(_row(place, row, queue, view, texts) for place, row in named),
        texts("leads-more", count=len(here) - len(named)) if view.names and len(here) > len(named) else None,
        *(_others(queue, most, texts) if view.names else ()),
        None if queue.rows else texts("queue-empty"),
    ]


def _is_brief(queue: Queue, view: QueueView) -> bool:
    """Whether the reader stands in no line of it, and there are so many that the next of each is enough."""
    return len(view.segments) > MOST_WHOLE and view.names and not any(row.is_reader for row in queue.rows)


def _brief(queue: Queue, here: list[QueueRow], texts: Texts) -> Html:
    """Tells who is next, or how many there are where nobody is."""
    if not here:
        return texts("queue-brief-nobody")
    if queue.ranks is Ranks.CHANCE:
        return texts("queue-brief-here", count=len(here))
    return texts("queue-brief", name=here[0].name, count=len(here))


def _most(view: QueueView) -> int:
    """How many of each segment are named: all segments fit into one message."""
    return next(most for segments, most in ROOM if len(view.segments) <= segments)


def queue_title(queue: Queue, texts: Texts) -> Html:
    scheme = scheme_name(queue.scheme, queue.window, texts)
    return texts("queue-segment", segment=queue.segment, scheme=scheme)


def _others(queue: Queue, most: int, texts: Texts) -> Iterator[Html]:
    """Who comes several times, and who is away; of more than `most` how many, by the reason."""
    if queue.coming:
        yield texts("queue-coming", names=_coming(queue.coming, texts))
    away = [row for row in queue.rows if row.absence]
    if len(away) > most:
        for why, count in Counter(row.absence for row in away).most_common():
            yield texts("queue-away", why=texts.plain(f"absent-{why}"), count=count)
        return
    for row in away:
        yield texts("queue-absent", name=_name(row, texts), why=texts.plain(f"absent-{row.absence}"))


def own_place(queue: Queue, texts: Texts) -> Html | None:
    """Tells where the reader stands; nothing for whoever is no member."""
    place = next((n for n, row in enumerate(queue.rows, 1) if row.is_reader), None)
    if place is None:
        return None
    if away := queue.rows[place - 1].absence:
        return texts(f"you-{away}")
    if queue.ranks is Ranks.CHANCE:
        return _chance(queue, texts)
    kind = _kind(queue)
    present = sum(row.absence is None for row in queue.rows)
    return (
        texts(f"queue-you-next-{kind}")
        if place == 1
        else texts(f"queue-your-{kind}", place=place, of=present)
    )


def _chance(queue: Queue, texts: Texts) -> Html:
    """How whoever has no place comes by a lead."""
    if queue.waits is not None:
        return texts("queue-your-ask")
    if queue.window:
        return texts("queue-your-window", span=span(queue.window, texts))
    return texts("queue-your-chance")


def _kind(queue: Queue) -> str:
    """What sort of place it is that people stand at."""
    if queue.ranks is Ranks.LOT:
        return "drawn"
    return "by-scheme" if SCHEMES[queue.scheme].hand else "place"


def _how(queue: Queue, texts: Texts) -> Html | None:
    """Who or what decides, where the scheme's name does not say it."""
    scheme = SCHEMES[queue.scheme]
    if queue.reserve:
        return texts(scheme.queue_reserve_note, scheme=texts.plain(f"scheme-{queue.reserve}"))
    if scheme.hand:
        return texts(scheme.queue_note)
    return texts(queue.reason.note) if queue.reason and queue.reason.note else None


def _has_figures(row: QueueRow, queue: Queue) -> bool:
    """Whether a row says more than the reader's place, which stands above it."""
    return bool(row.part) or queue.ranks in {Ranks.SHARE, Ranks.IDLE}


def _row(place: int, row: QueueRow, queue: Queue, view: QueueView, texts: Texts) -> Html:
    name = _name(row, texts)
    if queue.ranks is Ranks.CHANCE:
        return texts("queue-row-here", name=name)
    if queue.ranks is Ranks.IDLE:
        return texts("queue-row-told", place=place, name=name, told=_idle(row, view, texts))
    if row.part:
        told = Speech(texts).words(part_words("queue-share", row.part, balance=signed(row.balance, texts)))
        return texts("queue-row-told", place=place, name=name, told=told)
    if queue.ranks is Ranks.SHARE:
        return texts("queue-row-told", place=place, name=name, told=signed(row.balance, texts))
    return texts("queue-row", place=place, name=name)


def _coming(names: Sequence[str], texts: Texts) -> str:
    """`Ольга Сидорова ×2, Пётр Петров`: whoever comes several times in a row is named once."""
    runs = [(name, len(list(run))) for name, run in groupby(names)]
    told = [texts.plain("queue-run", name=n, count=of) if of > 1 else n for n, of in runs[:MOST_RUNS]]
    return listing([*told, "…"] if len(runs) > MOST_RUNS else told)


def _idle(row: QueueRow, view: QueueView, texts: Texts) -> str:
    """Since when they wait for a lead."""
    if row.ringing:
        return texts.plain("queue-ringing")
    if row.idle_since is None:
        return texts.plain("queue-idle-ever")
    zone = view.timezone
    today = row.idle_since.astimezone(zone).date() == view.now.astimezone(zone).date()
    time = clock(row.idle_since, zone) if today else date_and_clock(row.idle_since, zone, texts)
    return texts.plain("queue-idle", time=time)


def _name(row: QueueRow, texts: Texts) -> Html | str:
    return texts("queue-you", name=row.name) if row.is_reader else row.name
