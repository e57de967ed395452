"""The open leads of whoever goes: each is handed on with a tap, or all of them with one."""

from __future__ import annotations

from datetime import datetime

from screens.assigning import LABEL
from screens.buttons.base import short
from screens.buttons.of_lead import Assign
from screens.buttons.of_office import PassOn
from screens.content import GAP, Button, Keyboard, Screen, page
from screens.format import full_date, span
from screens.leafing import leaf_words, leaves
from screens.texts import Html, Texts, cut
from screens.views.leafing import On
from screens.views.leaving import Heir, LeftRow, LeftView

MOST = 20  # leads that one message names
IN_A_ROW = 2
NAME = 40


def left_screen(view: LeftView, texts: Texts) -> Screen:
    if not view.rows:
        return Screen(page(_title(view, texts), texts("left-none")))
    shown = view.rows[:MOST]
    more = len(view.rows) - len(shown)
    text = page(
        _title(view, texts),
        texts("left-count", count=len(view.rows)),
        GAP,
        *(_row(row, view, texts) for row in shown),
        texts("leads-more", count=more) if more else None,
        GAP,
        texts("left-whom") if view.heirs else texts("left-hint"),
        leaf_words(view.heirs, view.leafed, texts),
    )
    return Screen(text, _heirs(view, texts) if view.heirs else _deeds(view, texts))


def _title(view: LeftView, texts: Texts) -> Html:
    days = {
        name: _day(moment, view, texts)
        for name, moment in (("begins", view.begins), ("back", view.back))
        if moment
    }
    return texts(f"left-{view.gone}", name=view.name, **days)


def _day(moment: datetime, view: LeftView, texts: Texts) -> str:
    """With the time, where it is not a morning's."""
    local = moment.astimezone(view.timezone)
    day = full_date(local.date(), view.now.astimezone(view.timezone).year, texts)
    is_day = local.hour == local.minute == 0
    return day if is_day else texts.plain("day-at", day=day, time=f"{local:%H:%M}")


def _row(row: LeftRow, view: LeftView, texts: Texts) -> Html:
    age = span(max(60, int((view.now - row.since).total_seconds())), texts)
    name = cut(row.client, NAME) if row.client else texts.plain("list-nameless")
    line = texts("left-row", number=row.number, name=name, segment=row.segment, age=age)
    return (
        texts("left-row-marked", row=line, mark=texts.plain(f"progress-{row.progress}"))
        if row.progress
        else line
    )


def _deeds(view: LeftView, texts: Texts) -> Keyboard:
    each = [
        Button(texts.plain("button-assign-one", number=row.number), Assign(lead=row.lead))
        for row in view.rows[:MOST]
    ]
    rows = tuple(tuple(each[n : n + IN_A_ROW]) for n in range(0, len(each), IN_A_ROW))
    by_rule = Button(texts.plain("button-pass-on"), PassOn(person=view.person, to="+"), style="success")
    to_one = Button(texts.plain("button-pass-on-one"), PassOn(person=view.person))
    return (*rows, (by_rule,), (to_one,))


def _heirs(view: LeftView, texts: Texts) -> Keyboard:
    def button(heir: Heir) -> Button:
        return Button(_label(heir, texts), PassOn(person=view.person, to=short(heir.id)))

    names = leaves(view.heirs, view.leafed, On.LEFT, view.person, button, texts)
    away = Button(texts.plain("button-put-away"), PassOn(person=view.person, to="-"))
    return (*names, (away,))


def _label(heir: Heir, texts: Texts) -> str:
    if heir.absence:
        words = texts.plain("assignee-absent", name=heir.name, why=texts.plain(f"absent-{heir.absence}"))
    else:
        words = texts.plain("left-heir", name=heir.name, load=heir.load)
    return cut(words, LABEL)
