"""Lists of leads: a line each, and a button each that opens the card; pages; the open leads may be narrowed."""

from __future__ import annotations

from typing import Final

from leads.lead import OWNED, Progress, State
from screens.buttons.base import CallbackData
from screens.buttons.of_sight import Narrow, OpenLead, TurnPage
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import at, clock, listing, rough
from screens.leafing import in_rows, leaf_words, leaves
from screens.texts import Html, Texts, cut
from screens.views.lead import Choice
from screens.views.leafing import On
from screens.views.lists import STILL_FOR, ListKind, ListView, Narrowing, Only, Part, Row

IN_A_ROW: Final = 2
LABEL: Final = 24  # characters that fit on half of a telephone's width
NAME: Final = 40
WHOLE: Final = 56  # of a name that is chosen by: those who are called alike are told apart
MOST_WHO: Final = 3  # of those who are asked at once


def list_screen(view: ListView, texts: Texts) -> Screen:
    """Draws a list as it is now, with the time: it is not kept true by itself."""
    narrowing = view.narrowing
    lines = [_line(row, view, texts) for row in view.rows]
    if not lines:
        is_narrowed = narrowing is not None and (narrowing.only or narrowing.who or narrowing.segment)
        lines = [texts("list-none-such" if is_narrowed else f"list-{view.kind}-none")]
    text = page(_title(view, texts), _narrowed(narrowing, texts), GAP, *lines, GAP, *_below(view, texts))
    if narrowing and narrowing.menu:
        below = leaf_words(narrowing.choices, narrowing.leafed, texts)
        return Screen(page(text, GAP, below), _choices(narrowing, narrowing.menu, texts))
    return Screen(text, (*_ways_in(view, texts), *_turning(view, texts), *_narrowing(narrowing, texts)))


def _title(view: ListView, texts: Texts) -> Html:
    title = texts(f"list-{view.kind}", count=view.total)
    return Html(f"{title} · {texts('list-as-of', time=clock(view.now, view.timezone))}")


def _below(view: ListView, texts: Texts) -> list[Html]:
    found = []
    if view.pages > 1:
        found.append(texts("list-page", page=view.page + 1, pages=view.pages))
    if view.more:
        found.append(texts("list-more"))
    return found


def _line(row: Row, view: ListView, texts: Texts) -> Html:
    """`❗ №22 Виктор Палыч · 📵 Недозвон · 2 дн.`"""
    name = texts("list-name", name=cut(row.client, NAME)) if row.client else texts("list-nameless")
    title = texts("list-draft") if row.number is None else texts("list-number", number=row.number)
    parts = [Html(f"{title} {name}"), *_state(row, texts), _age(row, view, texts)]
    if row.next and view.kind is ListKind.MINE and not row.is_overdue:
        moment = at(row.next.at, view.now, view.timezone, texts)
        parts.append(texts(f"next-{row.next.what}", at=moment))
    line = " · ".join(parts)
    return Html(f"{texts('list-overdue')} {line}") if row.is_overdue else Html(line)


def _state(row: Row, texts: Texts) -> list[Html]:
    who = listing([*row.who[:MOST_WHO], "…"] if len(row.who) > MOST_WHO else row.who)
    match row.state:
        case State.DRAFT:
            return [texts("list-not-handed", who=who) if who else texts("list-not-handed-by-you")]
        case State.WAITING:
            return [texts("list-nobodys")]
        case State.OFFERED:
            return [texts("list-offered", who=who) if who else texts("list-offered-to-you")]
        case State.WITHDRAWN:
            return [texts("list-withdrawn")]
        case State.CLOSED:
            ended = texts(f"outcome-{row.outcome}") if row.outcome else texts("lead-closed")
            return [*_held_by(who, texts), ended]
    return [*_held_by(who, texts), _mark(row.state, row.mark, texts)]


def _held_by(who: str, texts: Texts) -> list[Html]:
    return [texts("list-held", who=who)] if who else []


def _mark(state: State, mark: Progress | None, texts: Texts) -> Html:
    if state is State.DISPUTED:
        return texts("list-disputed")
    return texts(f"progress-{mark}") if mark else texts("list-no-mark")


def _age(row: Row, view: ListView, texts: Texts) -> Html:
    still = view.now - row.moved_at
    if row.state in OWNED and still >= STILL_FOR:
        return texts("list-still", span=rough(int(still.total_seconds()), texts))
    return Html(rough(int((view.now - row.since).total_seconds()), texts))


def _ways_in(view: ListView, texts: Texts) -> Keyboard:
    buttons = [Button(_label(row, texts), OpenLead(lead=row.lead)) for row in view.rows]
    return in_rows(buttons, IN_A_ROW)


def _label(row: Row, texts: Texts) -> str:
    number = texts.plain("button-draft") if row.number is None else f"№{row.number}"
    return cut(texts.plain("button-open", number=number, name=row.client or ""), LABEL).strip()


def _turning(view: ListView, texts: Texts) -> Keyboard:
    """Backward, the same page as it is by now, forward."""
    here = Button(texts.plain("button-refresh"), TurnPage(kind=view.kind, page=view.page))
    before = [_turn("button-back", view, view.page - 1, texts)] if view.page else []
    behind = [_turn("button-on", view, view.page + 1, texts)] if view.page + 1 < view.pages else []
    return ((*before, here, *behind),)


def _turn(words: str, view: ListView, page: int, texts: Texts) -> Button:
    return Button(texts.plain(words), TurnPage(kind=view.kind, page=page))


def _narrowed(narrowing: Narrowing | None, texts: Texts) -> Html | None:
    if narrowing is None:
        return None
    said = [texts.plain(f"only-{narrowing.only}")] if narrowing.only else []
    said += [name for name in (narrowing.who, narrowing.segment) if name]
    return texts("list-narrowed", by=" · ".join(said)) if said else None


def _narrowing(narrowing: Narrowing | None, texts: Texts) -> Keyboard:
    if narrowing is None:
        return ()
    only = [_only(one, narrowing, texts) for one in Only]
    who = texts.plain("button-narrow-who", name=cut(narrowing.who or texts.plain("narrow-any-who"), LABEL))
    menus = [Button(who, Narrow(by=Part.MENU, value=Part.WHO))]
    if narrowing.has_segments:
        name = narrowing.segment or texts.plain("narrow-any-segment")
        words = texts.plain("button-narrow-segment", name=cut(name, LABEL))
        menus.append(Button(words, Narrow(by=Part.MENU, value=Part.SEGMENT)))
    return (*in_rows(only, IN_A_ROW), tuple(menus))


def _only(one: Only, narrowing: Narrowing, texts: Texts) -> Button:
    words = texts.plain(f"only-{one or 'all'}")
    if one is narrowing.only:
        words = texts.plain("button-marked", words=words)
    return Button(words, Narrow(by=Part.ONLY, value=one))


def _choices(narrowing: Narrowing, menu: Part, texts: Texts) -> Keyboard:
    chosen = narrowing.who if menu is Part.WHO else narrowing.segment
    any_of_them = Button(texts.plain(f"narrow-any-{menu}").capitalize(), Narrow(by=menu))

    def button(one: Choice) -> Button:
        words = _marked(cut(one.name, WHOLE), texts, is_chosen=one.name == chosen)
        return Button(words, Narrow(by=menu, value=one.id))

    rows = leaves(narrowing.choices, narrowing.leafed, On.LEADS, "", button, texts)
    away: CallbackData = Narrow(by=Part.MENU)
    return ((any_of_them,), *rows, (Button(texts.plain("button-put-away"), away),))


def _marked(words: str, texts: Texts, *, is_chosen: bool) -> str:
    return texts.plain("button-marked", words=words) if is_chosen else words
