"""/leads: all open leads at a glance, each with a way to put it into somebody's hands."""

from __future__ import annotations

from leads.lead import State
from screens.buttons import Assign
from screens.content import Button, Screen
from screens.format import at, listing, span, until
from screens.page import GAP, page
from screens.texts import Html, Texts
from screens.views.leads import LeadRow, LeadsView

IN_A_ROW = 4
MOST = 40  # lines; more would neither fit nor be read


def leads_screen(view: LeadsView, texts: Texts) -> Screen:
    if not view.rows:
        return Screen(texts("leads-none"))
    shown = view.rows[:MOST]
    more = view.more + len(view.rows) - len(shown)
    text = page(
        texts("leads-title", count=len(view.rows) + view.more),
        GAP,
        *(_row(row, view, texts) for row in shown),
        texts("leads-more", count=more) if more else None,
        GAP,
        texts("leads-hint"),
    )
    buttons = [
        Button(texts.plain("button-lead", number=row.number), Assign(lead=row.lead_id)) for row in shown
    ]
    return Screen(text, tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW)))


def _row(row: LeadRow, view: LeadsView, texts: Texts) -> Html:
    age = span(max(60, int((view.now - row.since).total_seconds())), texts)
    words = "leads-row-who" if row.who else "leads-row"
    who = {"who": listing(row.who)} if row.who else {}
    line = texts(
        words, number=row.number, segment=row.segment, state=texts.plain(f"state-{row.state}"), age=age, **who
    )
    if row.deadline is None or row.state not in {State.WAITING, State.OFFERED}:
        return line
    moment = at if row.state is State.WAITING else until
    return Html(f"{line}, {moment(row.deadline, view.now, view.timezone, texts)}")
