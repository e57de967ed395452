"""Whether a draw holds: what was promised is what was opened, the order follows, the ledger tells the same."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields, replace
from datetime import date, datetime
from typing import Any

from leads.draws import LOTS, NOTICE, Draw, commit, draw_order, refuse_lot
from leads.ledger import Sealed
from leads.proof.audit import Broken, same
from leads.refusals import Refused

KINDS = frozenset({"draw_announced", "lot_thrown", "draw_opened"})
Week = tuple[str, date]  # a segment and the Monday
Body = Mapping[str, Any]


def holds(draw: Draw) -> tuple[str, ...]:
    """What is wrong with a draw in itself, a plain sentence each; nothing if it holds.

    Also for one that is not opened yet, if its secret is at hand.
    """
    wrong = []
    if draw.monday.weekday() != 0:
        wrong.append("its week does not begin on a Monday")
    if draw.secret is not None and commit(draw.secret) != draw.commitment:
        wrong.append("its secret is not the one that was promised")
    if any(lot not in LOTS for lot in draw.lots.values()):
        wrong.append("a lot is none of the digits 1 to 9")
    if draw.opened_at is not None:
        wrong += _opened(draw)
    return tuple(wrong)


def _opened(draw: Draw) -> list[str]:
    wrong = []
    if draw.secret is None:
        wrong.append("its secret is missing")
    elif draw_order(draw.secret, draw.segment, draw.monday, draw.lots, draw.members) != draw.order:
        wrong.append("its order does not follow from the secret and the lots")
    if draw.opened_at and draw.opened_at < draw.draw_at:
        wrong.append("it was held before its time")
    return wrong


def differences(draw: Draw, told: Draw | None) -> tuple[str, ...]:
    """Where a stored draw is not what the ledger tells of it; `told` comes from `retold`."""
    if told is None:
        return ("the ledger knows nothing of it",)
    shown = draw if draw.opened_at else replace(draw, secret=None)
    names = [f.name for f in fields(Draw) if getattr(shown, f.name) != getattr(told, f.name)]
    return tuple(f"its {name} is not the ledger's" for name in names)


def check_entry(draw: Draw | None, entry: Sealed, body: Body, members: Sequence[str]) -> None:
    """One entry about this draw, as the entries before told it; `members` are the segment's then. Raises Broken."""
    name = f"the draw of {body['monday']} in segment {body['segment']}"
    if entry.kind == "draw_announced":
        same(f"whether {name} was announced before", draw is not None, False)
        if datetime.fromisoformat(body["draw_at"]) < entry.at + NOTICE:
            raise Broken(f"{name} is announced too late")
        return
    if draw is None or draw.opened_at:
        raise Broken(f"{name} {'was held before' if draw else 'was never announced'}")
    if entry.kind == "lot_thrown":
        try:
            refuse_lot(draw, members, body["who"], body["lot"], entry.at)
        except Refused as refused:
            raise Broken(f"{name} could have no lot of {body['who']} ({refused.why})") from refused
        return
    same(f"the lots of {name}", body["lots"], dict(draw.lots))
    same(f"the members in {name}", body["members"], list(members))
    for problem in holds(moved_on(draw, (draw.segment, draw.monday), entry, body)):
        raise Broken(f"{name}: {problem}")


def retold(entries: Iterable[Sealed]) -> dict[Week, Draw]:
    """Every draw as the ledger tells it, from its announcement to the opening.

    Entries that cannot follow one another, such as a lot after the opening, leave a draw that `differences` finds.
    """
    draws: dict[Week, Draw] = {}
    for entry in entries:
        if entry.kind not in KINDS:
            continue
        body: Body = json.loads(entry.body)
        week = body["segment"], date.fromisoformat(body["monday"])
        if week in draws or entry.kind == "draw_announced":
            draws[week] = moved_on(draws.get(week), week, entry, body)
    return draws


def moved_on(draw: Draw | None, week: Week, entry: Sealed, body: Body) -> Draw:
    """The draw after this entry; one that is held stays as it is."""
    if draw is None:
        return Draw(*week, body["commitment"], datetime.fromisoformat(body["draw_at"]), entry.at)
    if draw.opened_at or entry.kind == "draw_announced":
        return draw
    if entry.kind == "lot_thrown":
        return replace(draw, lots={body["who"]: body["lot"]} | dict(draw.lots))
    members, order = tuple(body["members"]), tuple(body["order"])
    return replace(draw, secret=body["secret"], members=members, order=order, opened_at=entry.at)
