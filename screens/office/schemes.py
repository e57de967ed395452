"""The scheme of a segment: which one it has, and the list of all of them, one tap each."""

from __future__ import annotations

from leads.office import FAIR
from leads.schemes import ORDER, SCHEMES
from screens.assigning import LABEL
from screens.buttons.of_office import PickScheme, Reserve
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import span
from screens.texts import Html, Texts, cut
from screens.views.office import SchemeView, SegmentRow

NAME = 30  # UTF-16 units of a segment's name on it


def scheme_words(segment: SegmentRow, texts: Texts) -> str:
    """`по очереди`, or `назначает руководитель, промолчит: поровну по долям`."""
    words = scheme_name(segment.scheme, segment.window, texts)
    if segment.reserve is None:
        return words
    return texts.plain("scheme-with-reserve", scheme=words, reserve=texts.plain(f"scheme-{segment.reserve}"))


def scheme_name(scheme: str, window: int, texts: Texts) -> str:
    """Names a scheme; with its window (seconds) where not the first to tap has the lead."""
    words = texts.plain(f"scheme-{scheme}")
    if not (window and SCHEMES[scheme].to_all):
        return words
    return texts.plain("scheme-with-window", scheme=words, span=span(window, texts))


def scheme_buttons(segments: tuple[SegmentRow, ...], texts: Texts) -> Keyboard:
    return tuple((_button(segment, texts),) for segment in segments)


def _button(segment: SegmentRow, texts: Texts) -> Button:
    name, scheme = cut(segment.name, NAME), texts.plain(f"scheme-{segment.scheme}")
    return Button(
        cut(texts.plain("button-scheme", name=name, scheme=scheme), LABEL), PickScheme(segment=segment.id)
    )


def scheme_screen(view: SchemeView, texts: Texts) -> Screen:
    segment = view.segment
    text = page(
        texts("scheme-title", segment=segment.name),
        texts("scheme-now", scheme=scheme_words(segment, texts)),
        texts("scheme-no-roster") if SCHEMES[segment.scheme].by_roster and not view.has_roster else None,
        GAP,
        *(line for scheme in ORDER for line in _about(scheme, segment.window, texts)),
        GAP,
        texts("scheme-keeps"),
    )
    return Screen(text, (*_schemes(segment, texts), *_reserve(view, texts), (_back(segment, texts),)))


def _about(scheme: str, window: int, texts: Texts) -> tuple[Html, Html]:
    """What it does; whom it suits, and what it is gamed by."""
    about = (
        texts("scheme-about-window", span=span(window, texts))
        if window and SCHEMES[scheme].to_all
        else texts(f"scheme-about-{scheme}")
    )
    head = texts("scheme-about", scheme=texts.plain(f"scheme-{scheme}"), about=about)
    return head, texts(f"scheme-suits-{scheme}")


def _schemes(segment: SegmentRow, texts: Texts) -> Keyboard:
    return tuple((_scheme(segment, scheme, texts),) for scheme in ORDER)


def _scheme(segment: SegmentRow, scheme: str, texts: Texts) -> Button:
    words = texts.plain(f"scheme-{scheme}")
    if scheme == segment.scheme:
        words = texts.plain("button-marked", words=words)
    return Button(words, PickScheme(segment=segment.id, scheme=scheme))


def _reserve(view: SchemeView, texts: Texts) -> Keyboard:
    """A second tap where the head is asked: what happens if they stay silent."""
    if not view.asks_head:
        return ()
    id = view.segment.id
    if view.segment.reserve:
        return ((Button(texts.plain("button-no-reserve"), Reserve(segment=id, on=False)),),)
    words = texts.plain("button-reserve", scheme=texts.plain(f"scheme-{FAIR}"))
    return ((Button(words, Reserve(segment=id, on=True)),),)


def _back(segment: SegmentRow, texts: Texts) -> Button:
    return Button(texts.plain("button-put-away"), PickScheme(segment=segment.id, scheme="-"))
