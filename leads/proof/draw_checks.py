"""Whether a draw holds: what was promised is what was opened, the order follows, the ledger tells the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime

from leads.draws import LOTS, NOTICE, Draw, commit, draw_order, refuse_lot
from leads.entries.duty import DrawAnnounced, DrawOpened, LotThrown
from leads.entries.kinds import OfDraws
from leads.ledger import Sealed
from leads.proof.audit import Broken, opened, same
from leads.refusals import Refused

KINDS = frozenset({DrawAnnounced.kind, LotThrown.kind, DrawOpened.kind})
Week = tuple[str, date]  # a segment and the Monday


def holds(draw: Draw) -> tuple[str, ...]:
    """Tells what is wrong with a draw in itself, a plain sentence each; nothing if it holds.

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
    """Tells where a stored draw is not what the ledger tells of it; `told` comes from `retold`."""
    if told is None:
        return ("the ledger knows nothing of it",)
    shown = draw if draw.opened_at else replace(draw, secret=None)
    names = [f.name for f in fields(Draw) if getattr(shown, f.name) != getattr(told, f.name)]
    return tuple(f"its {name} is not the ledger's" for name in names)


def check_entry(draw: Draw | None, said: OfDraws, at: datetime, members: Sequence[str]) -> None:
    """Checks what is said of a draw at this instant, as the entries before told it; `members`: the segment's then.

    Raises Broken.
    """
    name = f"the draw of {said.monday} in segment {said.segment}"
    if isinstance(said, DrawAnnounced):
        same(f"whether {name} was announced before", draw is not None, False)
        if said.draw_at < at + NOTICE:
            raise Broken(f"{name} is announced too late")
        return
    if draw is None or draw.opened_at:
        raise Broken(f"{name} {'was held before' if draw else 'was never announced'}")
    if isinstance(said, LotThrown):
        try:
            refuse_lot(draw, members, said.who, said.lot, at)
        except Refused as refused:
            raise Broken(f"{name} could have no lot of {said.who} ({refused.why})") from refused
        return
    same(f"the lots of {name}", said.lots, dict(draw.lots))
    same(f"the members in {name}", said.members, tuple(members))
    for problem in holds(_opened_now(draw, said, at)):
        raise Broken(f"{name}: {problem}")


def retold(entries: Iterable[Sealed]) -> dict[Week, Draw]:
    """Makes every draw as the ledger tells it, from its announcement to the opening.

    Entries that cannot follow one another, such as a lot after the opening, leave a draw that `differences` finds.
    """
    draws: dict[Week, Draw] = {}
    for entry in entries:
        if entry.kind not in KINDS:
            continue
        said = opened(entry).said
        if isinstance(said, DrawAnnounced | LotThrown | DrawOpened):
            week = said.segment, said.monday
            if draw := moved_on(draws.get(week), said, entry.at):
                draws[week] = draw
    return draws


def moved_on(draw: Draw | None, said: OfDraws, at: datetime) -> Draw | None:
    """Returns the draw after this is said; one that is held stays as it is. None: it was never announced."""
    match said:
        case DrawAnnounced() if draw is None:
            return Draw(said.segment, said.monday, said.commitment, said.draw_at, at)
        case LotThrown() if draw and not draw.opened_at:
            return replace(draw, lots={said.who: said.lot} | dict(draw.lots))
        case DrawOpened() if draw and not draw.opened_at:
            return _opened_now(draw, said, at)
    return draw


def _opened_now(draw: Draw, said: DrawOpened, at: datetime) -> Draw:
    return replace(draw, secret=said.secret, members=said.members, order=said.order, opened_at=at)
