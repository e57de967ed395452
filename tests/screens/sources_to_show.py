"""The panes of sources, for the tests that look at every window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from leads.sources import SourceKind
from screens.content import Screen
from screens.office.sources import (
    source_going_screen,
    source_screen,
    source_segment_screen,
    sources_screen,
)
from screens.texts import Texts
from screens.views.sources import SourceLine, SourceSegmentsView, SourcesView, SourceView

ID, KAZAN = "a-source-with-an-id-of-32-letters", "Казань"
LINES = tuple(SourceLine(ID, "Avito & <b>", kind, KAZAN) for kind in SourceKind)
LIST = SourcesView(LINES, 1, 3)
ONE = SourceView(LINES[0], (KAZAN, KAZAN))
CHOICE = SourceSegmentsView(LINES[0], ((ID, KAZAN, True), ("rest", KAZAN, False)), 1, 3)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "sources", sources_screen(LIST, texts)
    yield "sources, asked", sources_screen(replace(LIST, pages=1, page=0, asked=True, refused=True), texts)
    yield "sources, none", sources_screen(SourcesView((), 0, 1), texts)
    free = SourceView(replace(LINES[0], segment=None))
    yield "source", source_screen(ONE, texts)
    yield "source, asked", source_screen(replace(free, asked=True, refused=True), texts)
    yield "source, whose", source_segment_screen(CHOICE, texts)
    yield "source, nobody's", source_segment_screen(replace(CHOICE, line=free.line, pages=1, page=0), texts)
    yield "source, going", source_going_screen(ONE, texts)
    yield "source, going quietly", source_going_screen(free, texts)
