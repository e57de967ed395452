"""Where leads come from: the list, one source with its address, the kinds there are, what could not be read."""

from __future__ import annotations

from collections.abc import Iterator

from leads.sources import CALLS, KEYED, LETTERS, SourceKind
from screens.assigning import LABEL
from screens.buttons.base import short
from screens.buttons.of_panes import Go, OfficePane
from screens.buttons.of_sources import (
    FieldIs,
    MakeSource,
    OfSource,
    PassOver,
    PutSegment,
    SayField,
    SourceDeed,
)
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import listing, was
from screens.leafing import leaf_words, leaves, on_page
from screens.office.file_words import kind_words
from screens.office.paging import back_button, pager
from screens.texts import Html, Texts, cut
from screens.views.lead import Choice
from screens.views.leafing import On
from screens.views.sources import SegmentsOfSourceView, SourceLine, SourcesView, SourceView, UnreadView

KEYS = "keys"  # what is asked for
BRIEF = 12  # of what a field is called, on one of two buttons side by side


def sources_screen(view: SourcesView, texts: Texts) -> Screen:
    text = page(
        texts("sources-title"),
        texts("sources-about"),
        GAP,
        *(_line(row, view, texts) for row in on_page(view.rows, view.leafed)),
        None if view.rows else texts("sources-none"),
        GAP,
        texts("setting-refused") if view.refused else None,
        texts("sources-ask-name", kind=kind_words(view.asks_name, texts))
        if view.asks_name
        else leaf_words(view.rows, view.leafed, texts),
    )

    def button(row: SourceLine) -> Button:
        return Button(cut(row.name, LABEL), Go(pane=OfficePane.SOURCE, about=row.id))

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    new = Button(texts.plain("button-new-source-kind"), Go(pane=OfficePane.SOURCE_KINDS))
    return Screen(text, (*rows, (new,), (back_button(OfficePane.FRONT, texts),)))


def _line(row: SourceLine, view: SourcesView, texts: Texts) -> Html:
    kind = kind_words(row.kind, texts)
    head = texts("sources-row", name=row.name, kind=kind)
    more = [texts("sources-last", at=was(row.last, view.timezone, texts))] if row.last else []
    more += [texts("sources-unread", count=row.unread)] if row.unread else []
    return Html(" · ".join((head, *more)))


def kinds_screen(texts: Texts) -> Screen:
    """Two in a row: there are many."""
    buttons = [Button(kind_words(kind, texts), MakeSource(kind=kind)) for kind in SourceKind]
    rows = tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))
    text = page(texts("source-kinds-title"), texts("source-kinds-about"))
    return Screen(text, (*rows, (back_button(OfficePane.SOURCES, texts),)))


def source_screen(view: SourceView, texts: Texts) -> Screen:
    line = view.line
    by_itself = line.kind is not SourceKind.HAND
    text = page(
        texts("source-title", name=line.name, kind=kind_words(line.kind, texts)),
        GAP,
        *(_address(view, texts) if by_itself else (texts("source-by-hand"),)),
        GAP,
        texts("source-straight" if line.straight_on else "source-waits") if by_itself else None,
        texts("source-segment", name=view.segment) if view.segment else texts("source-by-rules"),
        texts("source-named", names=listing(view.named)) if view.named else None,
        *_fields(view, texts),
        texts("source-last", at=was(line.last, view.timezone, texts)) if line.last else None,
        texts("source-unread", count=line.unread) if line.unread else None,
        GAP,
        texts("setting-refused") if view.refused else None,
        _asks(view, texts),
    )
    return Screen(text, _of_source(view, texts))


def _asks(view: SourceView, texts: Texts) -> Html | None:
    if view.asked == KEYS and view.line.kind in LETTERS:
        return texts("source-ask-mailbox")
    return texts(f"source-ask-{view.asked}") if view.asked else None


def _address(view: SourceView, texts: Texts) -> Iterator[Html | None]:
    kind = view.line.kind
    if view.env:
        yield texts("source-env", name=view.env)
    elif kind in LETTERS and not view.has_secret:
        yield texts("source-no-mailbox")
    elif not view.has_secret and kind not in LETTERS:
        yield texts("source-no-keys" if kind in KEYED else "source-no-secret")
    if kind in LETTERS:
        yield _mailbox(view, texts) if view.has_secret or view.env else None
        return
    if view.address:
        yield texts("source-address", address=view.address)
    elif not view.is_public:
        yield texts("source-not-public")
    yield texts("source-keep") if view.has_secret and not view.env else None


def _mailbox(view: SourceView, texts: Texts) -> Html:
    if view.mailbox is None:
        return texts("source-mailbox-new")
    state, since = view.mailbox
    return texts(f"source-mailbox-{state}", since=was(since, view.timezone, texts))


def _fields(view: SourceView, texts: Texts) -> Iterator[Html]:
    if view.phone_field:
        yield texts("source-phone-field", name=view.phone_field)
    if view.name_field:
        yield texts("source-name-field", name=view.name_field)
    for extension, name in view.speakers:
        yield texts("source-speaker", extension=extension, name=name)


def _of_source(view: SourceView, texts: Texts) -> Keyboard:
    id, kind = view.line.id, view.line.kind
    whose = cut(view.segment or texts.plain("value-by-rules"), LABEL)
    segment = Button(
        texts.plain("button-source-segment", segment=whose), Go(pane=OfficePane.SOURCE_SEGMENT, about=id)
    )
    rename = Button(texts.plain("button-rename"), _of(SourceDeed.RENAME, id))
    remove = Button(texts.plain("button-source-remove"), Go(pane=OfficePane.SOURCE_GOING, about=id))
    back = (back_button(OfficePane.SOURCES, texts),)
    if kind is SourceKind.HAND:
        return ((segment,), (rename, remove), back)
    deed = SourceDeed.WAITS if view.line.straight_on else SourceDeed.STRAIGHT
    way = Button(texts.plain(f"button-source-{deed}"), _of(deed, id))
    unread = Button(
        texts.plain("button-source-unread", count=view.line.unread), Go(pane=OfficePane.UNREAD, about=id)
    )
    speakers = Button(texts.plain("button-source-speaker"), _of(SourceDeed.SPEAKER, id))
    return (
        *([(unread,)] if view.line.unread else []),
        (way,),
        (segment,),
        *([] if view.env else [(_secret(view, texts),)]),
        *([(speakers,)] if kind in CALLS else []),
        (rename, remove),
        back,
    )


def _secret(view: SourceView, texts: Texts) -> Button:
    id = view.line.id
    if view.line.kind in LETTERS:
        return Button(texts.plain("button-source-mailbox"), _of(SourceDeed.KEYS, id))
    if view.line.kind in KEYED:
        return Button(texts.plain("button-source-keys"), _of(SourceDeed.KEYS, id))
    if not view.has_secret:
        return Button(texts.plain("button-source-make"), _of(SourceDeed.RENEW, id))
    return Button(texts.plain("button-source-renew"), Go(pane=OfficePane.SOURCE_RENEWING, about=id))


def renewing_screen(view: SourceView, texts: Texts) -> Screen:
    return _sure(view, "renew", SourceDeed.RENEW, texts)


def going_screen(view: SourceView, texts: Texts) -> Screen:
    return _sure(view, "remove", SourceDeed.REMOVE, texts)


def _sure(view: SourceView, what: str, deed: SourceDeed, texts: Texts) -> Screen:
    text = page(texts(f"source-{what}-question", name=view.line.name), GAP, texts(f"source-{what}-effect"))
    yes = Button(texts.plain(f"button-source-{what}-yes"), _of(deed, view.line.id), style="danger")
    no = Button(texts.plain("button-source-leave"), Go(pane=OfficePane.SOURCE, about=view.line.id))
    return Screen(text, ((yes,), (no,)))


def segments_of_source_screen(view: SegmentsOfSourceView, texts: Texts) -> Screen:
    sought = leaf_words(view.rows, view.leafed, texts)
    text = page(texts("source-segment-title", name=view.name), texts("source-segment-about"), GAP, sought)
    rules = _ticked(
        texts.plain("value-by-rules"), PutSegment(source=view.source), texts, on=view.chosen is None
    )

    def button(one: Choice) -> Button:
        data = PutSegment(source=view.source, segment=short(one.id))
        return _ticked(one.name, data, texts, on=view.chosen == one.id)

    rows = leaves(view.rows, view.leafed, On.OFFICE, "", button, texts)
    return Screen(text, ((rules,), *rows, (back_button(OfficePane.SOURCE, texts, view.source),)))


def _ticked(words: str, data: PutSegment, texts: Texts, *, on: bool) -> Button:
    return Button(cut(texts.plain("tick-on" if on else "tick-off", words=words), LABEL), data)


def unread_screen(view: UnreadView, texts: Texts) -> Screen:
    """One tap says which field is the phone, another which is the name."""
    text = page(
        texts("unread-title", name=view.name, count=view.count),
        texts("unread-at", at=was(view.at, view.timezone, texts)),
        GAP,
        *(
            texts("unread-field", place=str(place + 1), name=called, said=said)
            for place, (called, said) in enumerate(view.fields, view.first)
        ),
        None if view.fields else texts("unread-no-form"),
        GAP,
        texts("unread-about") if view.fields else None,
    )
    rows = tuple(
        tuple(_say(view, place, called, means, texts) for means in FieldIs)
        for place, (called, _) in enumerate(view.fields, view.first)
    )
    turning = pager(OfficePane.UNREAD, view.source, view.page, view.pages, texts)
    over = Button(texts.plain("button-unread-over"), PassOver(request=view.request))
    again = Button(texts.plain("button-unread-again"), _of(SourceDeed.RETRY, view.source))
    return Screen(
        text, (*rows, *turning, (again, over), (back_button(OfficePane.SOURCE, texts, view.source),))
    )


def _say(view: UnreadView, place: int, called: str, means: FieldIs, texts: Texts) -> Button:
    words = texts.plain(f"button-field-{means}", place=str(place + 1), name=cut(called, BRIEF))
    return Button(words, SayField(request=view.request, place=place, means=means))


def _of(deed: SourceDeed, source: str) -> OfSource:
    return OfSource(deed=deed, source=source)
