"""Where the office tells of its leads: the list, one address with all about it, its secret once, what was sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from leads.hooks import EVERYTHING, EventKind
from screens.assigning import LABEL
from screens.buttons.of_hooks import HookDeed, MakeHook, OfHook, SendAgain, TickEvent
from screens.buttons.of_panes import Go, OfficePane
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import date_and_clock, listing, was
from screens.office.file_words import event_words
from screens.office.paging import back_button, pager
from screens.texts import Html, Texts, cut
from screens.views.hooks import HookLine, HookState, HooksView, HookView, SentLine, SentView

ASKED_TWICE: Final = (HookDeed.PERSONAL, HookDeed.PRIVATE, HookDeed.ROTATE, HookDeed.REMOVE)
"""These are done after a question only."""
MOST_TRIES: Final = 12  # of one event


def hooks_screen(view: HooksView, texts: Texts) -> Screen:
    text = page(
        texts("hooks-title"),
        texts("hooks-about"),
        GAP,
        *(_line(row, view, texts) for row in view.rows),
        None if view.rows else texts("hooks-none"),
        GAP,
        texts("hook-refused") if view.refused else None,
        texts("hook-ask") if view.asks else None,
    )
    rows: Keyboard = tuple(
        (Button(cut(row.host, LABEL), Go(pane=OfficePane.HOOK, about=row.id)),) for row in view.rows
    )
    new = (Button(texts.plain("button-hook-new"), MakeHook()),)
    return Screen(text, (*rows, *((new,) if view.may_add else ()), (back_button(OfficePane.FRONT, texts),)))


def _line(row: HookLine, view: HooksView | HookView, texts: Texts) -> Html:
    more = [texts("hook-waiting", count=row.waiting)] if row.waiting else []
    state = _state(row, view, texts)
    return Html(" · ".join((texts("hooks-row", host=row.host, state=state), *more)))


def _state(row: HookLine, view: HooksView | HookView | SentView, texts: Texts) -> Html:
    since = was(row.since, view.timezone, texts) if row.since else ""
    return texts(f"hook-state-{row.state}", since=since)


def hook_screen(view: HookView, texts: Texts) -> Screen:
    line = view.line
    text = page(
        texts("hook-title", host=line.host),
        texts("hook-url", url=view.url),
        GAP,
        _state(line, view, texts),
        texts("hook-waiting-for", count=line.waiting) if line.waiting else None,
        GAP,
        texts("hook-events", events=_events(view, texts)),
        texts("hook-personal" if view.personal else "hook-thin"),
        texts("hook-private") if view.private else None,
        *_secret(view, texts),
    )
    return Screen(text, _of_hook(view, texts))


def _events(view: HookView, texts: Texts) -> str:
    if len(view.events) == len(EventKind):
        return event_words(EVERYTHING, texts)
    return listing(event_words(kind, texts) for kind in view.events)


def _secret(view: HookView, texts: Texts) -> Iterator[Html]:
    if view.env:
        yield texts("hook-secret-env", name=view.env)
    elif view.both_until:
        yield texts("hook-secret-both", until=date_and_clock(view.both_until, view.timezone, texts))


def _of_hook(view: HookView, texts: Texts) -> Keyboard:
    id = view.line.id
    is_off = view.line.state in {HookState.OFF, HookState.GONE}
    switch = HookDeed.ON if is_off else HookDeed.OFF
    personal = HookDeed.THIN if view.personal else HookDeed.PERSONAL
    private = HookDeed.PUBLIC if view.private else HookDeed.PRIVATE
    events = Button(texts.plain("button-hook-events"), Go(pane=OfficePane.HOOK_EVENTS, about=id))
    sent = Button(texts.plain("button-hook-sent"), Go(pane=OfficePane.HOOK_SENT, about=id))
    can_tell = view.personal or view.private or not view.in_clear
    return (
        (sent,),
        *([] if is_off else [(_deed(HookDeed.TEST, id, texts),)]),
        (events, _deed(switch, id, texts)),
        *(((_deed(personal, id, texts),),) if can_tell else ()),
        (_deed(private, id, texts),),
        *([] if view.env else [(_deed(HookDeed.ROTATE, id, texts),)]),
        (_deed(HookDeed.REMOVE, id, texts),),
        (back_button(OfficePane.HOOKS, texts),),
    )


def _deed(deed: HookDeed, id: str, texts: Texts) -> Button:
    """What is asked about first opens the question."""
    if deed in ASKED_TWICE:
        ask = Go(pane=OfficePane.HOOK_SURE, about=f"{id}.{deed}")
        return Button(texts.plain(f"button-hook-{deed}"), ask)
    return Button(texts.plain(f"button-hook-{deed}"), OfHook(deed=deed, hook=id))


def sure_screen(view: HookView, deed: HookDeed, texts: Texts) -> Screen:
    """Asks whether it is meant. `deed`: one of `ASKED_TWICE`."""
    text = page(
        texts(f"hook-{deed}-question", host=view.line.host),
        GAP,
        texts(f"hook-{deed}-effect"),
    )
    yes = Button(texts.plain(f"button-hook-{deed}-yes"), OfHook(deed=deed, hook=view.line.id), style="danger")
    no = Button(texts.plain("button-hook-leave"), Go(pane=OfficePane.HOOK, about=view.line.id))
    return Screen(text, ((yes,), (no,)))


def secret_screen(view: HookView, secret: str, texts: Texts) -> Screen:
    """Shows a new secret, once."""
    text = page(
        texts("hook-secret-title", host=view.line.host),
        GAP,
        texts("hook-secret", secret=secret),
        GAP,
        texts("hook-secret-once"),
        texts("hook-secret-rotated") if view.both_until else None,
    )
    copy = Button(texts.plain("button-hook-copy"), copy=secret)
    seen = Button(texts.plain("button-hook-seen"), Go(pane=OfficePane.HOOK, about=view.line.id))
    return Screen(text, ((copy,), (seen,)))


def events_screen(view: HookView, texts: Texts) -> Screen:
    text = page(texts("hook-events-title", host=view.line.host), texts("hook-events-about"))
    ticks = [_tick(view, kind, texts) for kind in EventKind]
    rows = tuple(tuple(ticks[n : n + 2]) for n in range(0, len(ticks), 2))
    return Screen(text, (*rows, (back_button(OfficePane.HOOK, texts, view.line.id),)))


def _tick(view: HookView, kind: EventKind, texts: Texts) -> Button:
    is_on = kind in view.events
    words = texts.plain("tick-on" if is_on else "tick-off", words=event_words(kind, texts))
    return Button(words, TickEvent(hook=view.line.id, event=kind, on=not is_on))


def sent_screen(view: SentView, texts: Texts) -> Screen:
    text = page(
        texts("hook-sent-title", host=view.line.host),
        _state(view.line, view, texts),
        GAP,
        *(_sent(row, view, texts) for row in view.rows),
        None if view.rows else texts("hook-sent-none"),
    )
    can_send = view.line.state not in {HookState.OFF, HookState.GONE}
    again = tuple((_again(row, texts),) for row in view.rows if can_send and _may_go_again(row))
    turning = pager(OfficePane.HOOK_SENT, view.line.id, view.page, view.pages, texts)
    return Screen(text, (*again, *turning, (back_button(OfficePane.HOOK, texts, view.line.id),)))


def _sent(row: SentLine, view: SentView, texts: Texts) -> Html:
    tries = " → ".join(_try(one, texts) for one in row.tries[-MOST_TRIES:])
    again = row.state.again_at
    more = [
        *([tries] if tries else []),
        *([texts.plain("hook-sent-again", at=date_and_clock(again, view.timezone, texts))] if again else []),
    ]
    return texts(
        f"hook-sent-{row.state.done}",
        what=_what(row, texts),
        at=was(row.at, view.timezone, texts),
        tries=" · ".join(more) or texts.plain("hook-sent-not-yet"),
    )


def _what(row: SentLine, texts: Texts) -> str:
    if row.lead is None:
        return texts.plain("hook-sent-test")
    return texts.plain("hook-sent-event", lead=row.lead, event=event_words(row.event, texts))


def _may_go_again(row: SentLine) -> bool:
    """Another test is sent by its own button."""
    return row.lead is not None and row.state.done != "pending"


def _try(one: int | str, texts: Texts) -> str:
    return str(one) if isinstance(one, int) else texts.plain(f"hook-why-{one}")


def _again(row: SentLine, texts: Texts) -> Button:
    words = texts.plain("button-hook-again", what=_what(row, texts))
    return Button(cut(words, LABEL), SendAgain(delivery=row.delivery))
