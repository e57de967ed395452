"""Sources: where leads come from; what each is called, how its leads come in, which segment takes them."""

from __future__ import annotations

from screens.assigning import LABEL
from screens.buttons.base import short
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_sources import OfSource, SourceDeed
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import listing
from screens.office.file_words import kind_words
from screens.office.paging import back_button, pager
from screens.texts import Texts, cut
from screens.views.sources import SourceLine, SourceSegmentsView, SourcesView, SourceView


def sources_screen(view: SourcesView, texts: Texts) -> Screen:
    text = page(
        texts("sources-title"),
        texts("sources-about"),
        GAP,
        *(texts("sources-row", name=row.name, kind=kind_words(row.kind, texts)) for row in view.rows),
        None if view.rows else texts("sources-none"),
        GAP,
        texts("setting-refused") if view.refused else None,
        texts("source-ask-name") if view.asked else None,
    )
    rows: Keyboard = tuple(
        (Button(cut(row.name, LABEL), Go(pane=OfficePane.SOURCE, about=row.id)),) for row in view.rows
    )
    turning = pager(OfficePane.SOURCES, "", view.page, view.pages, texts)
    new = Button(texts.plain("button-new-source"), OfSource(deed=SourceDeed.NEW))
    return Screen(text, (*rows, *turning, (new,), (back_button(OfficePane.FRONT, texts),)))


def source_screen(view: SourceView, texts: Texts) -> Screen:
    line = view.line
    segment = line.segment or texts.plain("value-by-rules")
    text = page(
        texts("source-title", name=line.name),
        texts("source-kind", kind=kind_words(line.kind, texts)),
        texts("source-segment", segment=segment),
        texts("source-named", names=listing(view.named)) if view.named else None,
        GAP,
        texts("setting-refused") if view.refused else None,
        texts("source-ask-name") if view.asked else None,
    )
    choose = Go(pane=OfficePane.SOURCE_SEGMENT, about=line.id)
    rename, remove = _of(line, SourceDeed.RENAME), Go(pane=OfficePane.SOURCE_GOING, about=line.id)
    return Screen(
        text,
        (
            (Button(cut(texts.plain("button-source-segment", segment=segment), LABEL), choose),),
            (
                Button(texts.plain("button-rename"), rename),
                Button(texts.plain("button-source-remove"), remove),
            ),
            (back_button(OfficePane.SOURCES, texts),),
        ),
    )


def source_segment_screen(view: SourceSegmentsView, texts: Texts) -> Screen:
    """One tap says whose its leads are, whatever the client says."""
    line = view.line
    by_rules = texts.plain("value-by-rules")
    words = texts.plain("button-marked", words=by_rules) if line.segment is None else by_rules
    free = Button(words, _of(line, SourceDeed.SEGMENT))
    rows: Keyboard = tuple(
        (
            Button(
                cut(texts.plain("button-marked", words=name) if is_on else name, LABEL),
                _of(line, SourceDeed.SEGMENT, short(id)),
            ),
        )
        for id, name, is_on in view.rows
    )
    turning = pager(OfficePane.SOURCE_SEGMENT, line.id, view.page, view.pages, texts)
    text = page(texts("source-title", name=line.name), texts("source-segment-about"))
    back = (back_button(OfficePane.SOURCE, texts, line.id),)
    return Screen(text, ((free,), *rows, *turning, back))


def source_going_screen(view: SourceView, texts: Texts) -> Screen:
    """Asks before one is taken out."""
    line = view.line
    text = page(
        texts("source-going", name=line.name),
        texts("source-named", names=listing(view.named)) if view.named else None,
        texts("source-going-effect"),
    )
    yes = Button(texts.plain("button-retire-yes"), _of(line, SourceDeed.REMOVE), style="danger")
    no = Button(texts.plain("button-retire-no"), Go(pane=OfficePane.SOURCE, about=line.id))
    return Screen(text, ((yes,), (no,)))


def _of(line: SourceLine, deed: SourceDeed, value: str = "") -> OfSource:
    return OfSource(deed=deed, source=short(line.id), value=value)
