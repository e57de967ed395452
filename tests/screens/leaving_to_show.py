"""What somebody who goes leaves, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from leads.lead import Progress
from leads.presence import Absence
from screens.content import Screen
from screens.leaving import left_screen
from screens.texts import Texts
from screens.views.leafing import Leafed
from screens.views.leaving import Gone, Heir, LeftRow, LeftView
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV, SIDOROVA

LEFT = LeftView(
    person="petrov",
    name=PETROV,
    gone=Gone.AHEAD,
    begins=NOW + timedelta(days=1),
    back=NOW + timedelta(days=8),
    now=NOW,
    timezone=MOSCOW,
    rows=(
        LeftRow(1, 7, "Walter", "Казань", NOW - timedelta(minutes=3), None),
        LeftRow(2, 8, None, "Остальные", NOW - timedelta(days=12), Progress.MET),
    ),
)
HEIRS = (Heir("sidorova", SIDOROVA, 3, None), Heir("kim", HEAD, 0, Absence.LEAVE))


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "left", left_screen(LEFT, texts)
    for gone in Gone:
        yield f"left, {gone}", left_screen(replace(LEFT, gone=gone), texts)
    yield "left, nothing", left_screen(replace(LEFT, rows=()), texts)
    yield "left, to whom", left_screen(replace(LEFT, heirs=HEIRS), texts)
    everybody = replace(LEFT, heirs=HEIRS * 9, leafed=Leafed(1))
    yield "left, to whom of many", left_screen(everybody, texts)
    yield "left, to whom is asked", left_screen(replace(everybody, leafed=Leafed(asked=True)), texts)
    yield "left, nobody found", left_screen(replace(everybody, leafed=Leafed(sought="x")), texts)
    many = tuple(replace(LEFT.rows[1], lead=n, number=n) for n in range(1, 41))
    yield "left, many", left_screen(replace(LEFT, rows=many), texts)
