"""Which cards another set-up of the office makes untrue: of whoever sees more or less now, draws, lists, rosters."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from leads.draws import week_of
from leads.office import Office, Role
from storage import cards, draws, people, personal, swaps
from storage.kinds import Change
from storage.moving import Move, deal, moved
from storage.store import Store


def redraw_what_changed(
    store: Store,
    before: Office,
    after: Office,
    now: datetime,
    admins: Collection[int] = (),
) -> None:
    """`after` is stored already. What is about one lead and stays as it was is left alone: there may be thousands."""
    for person in before.people:
        if _sees(before, person.id) != _sees(after, person.id):
            cards.redraw(store, person.id)
        if _roles(before, person.id) - _roles(after, person.id):
            personal.take_workbooks(store, person.id)
        if after.has(person.id):
            moved(store, Move(person.id, person.telegram_id, now, admins))
        elif person.telegram_id is not None:
            cards.redraw_chat(store, person.telegram_id)
    back = [person.id for person in after.people if not before.has(person.id)]
    for came in people.by_ids(store, back).values():
        deal(store, came)  # his cards were taken away when he left
    for segment in after.segments:
        cards.touch_lists(store, segment.id)
        for draw in draws.from_week(store, segment.id, week_of(now, after.timezone)):
            cards.changed(store, Change.DRAW, (segment.id, draw.monday))
        for swap in swaps.open_in(store, segment.id):
            cards.changed(store, Change.SWAP, swap.id)
    cards.changed(store, Change.DUTY)


def _roles(office: Office, who: str) -> set[Role]:
    return next((set(p.roles) for p in office.people if p.id == who), set())


def _sees(office: Office, who: str) -> object:
    """What decides what somebody sees: his account, roles, language and teams; nothing for whoever has left."""
    shown = next(((p.telegram_id, set(p.roles), p.locale) for p in office.people if p.id == who), None)
    return shown, {segment.id for segment in office.segments if who in segment.members}
