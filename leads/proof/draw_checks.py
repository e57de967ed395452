"""Whether a draw holds: what was promised is what was opened, the order follows, the ledger tells the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields, replace
from datetime import date, datetime

from leads.draws import (
    DICE,
    LOTS,
    NOTICE,
    Draw,
    commit,
    draw_order,
    refuse_lot,
    refuse_throw,
    seal_lot,
    throw_text,
)
from leads.entries.duty import DrawAnnounced, DrawOpened, DrawThrown, LotThrown
from leads.entries.kinds import OfDraws
from leads.ledger import Sealed
from leads.proof.audit import Broken, opened, same
from leads.refusals import Refused

KINDS = frozenset({DrawAnnounced.kind, LotThrown.kind, DrawThrown.kind, DrawOpened.kind})
Week = tuple[str, date]  # a segment and the Monday
NOT_TOLD = frozenset({"asked_at"})  # in no entry


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
    elif _order(draw, draw.secret) != draw.order:
        wrong.append("its order does not follow from the secret and the lots")
    if wrong_lots := [who for who in draw.seals if _seal(draw, who) != draw.seals[who]]:
        wrong.append(f"the lot of {wrong_lots[0]} is not the one that was sealed")
    is_waited_for = draw.thrower is not None and draw.throw is None and draw.throw_until is not None
    if is_waited_for and draw.opened_at and draw.throw_until and draw.opened_at < draw.throw_until:
        wrong.append("it was held before its throw")
    if draw.opened_at and draw.opened_at < draw.draw_at:
        wrong.append("it was held before its time")
    return wrong


def _order(draw: Draw, secret: str) -> tuple[str, ...]:
    return draw_order(secret, draw.segment, draw.monday, draw.lots, draw.members, draw.said_throw)


def _seal(draw: Draw, who: str) -> str | None:
    if who not in draw.salts or who not in draw.lots:
        return None
    return seal_lot(draw.salts[who], draw.segment, draw.monday, who, draw.lots[who])


def differences(draw: Draw, told: Draw | None) -> tuple[str, ...]:
    """Tells where a stored draw is not what the ledger tells of it; `told` comes from `retold`."""
    if told is None:
        return ("the ledger knows nothing of it",)
    shown = draw if draw.opened_at else _closed(draw)
    names = [f.name for f in fields(Draw) if f.name not in NOT_TOLD]
    names = [name for name in names if getattr(shown, name) != getattr(told, name)]
    return tuple(f"its {name} is not the ledger's" for name in names)


def _closed(draw: Draw) -> Draw:
    """As it may be told before it is opened."""
    lots = {who: lot for who, lot in draw.lots.items() if who not in draw.seals}
    return replace(draw, secret=None, salts={}, lots=lots)


def check_entry(draw: Draw | None, said: OfDraws, at: datetime, members: Sequence[str]) -> None:
    """Checks what is said of a draw at this instant, as the entries before told it; `members`: the segment's then.

    Raises Broken.
    """
    name = f"the draw of {said.monday} in segment {said.segment}"
    if isinstance(said, DrawAnnounced):
        same(f"whether {name} was announced before", draw is not None, False)
        if said.draw_at < at + NOTICE:
            raise Broken(f"{name} is announced too late")
        if (said.thrower is None) is not (said.throw_until is None):
            raise Broken(f"{name} is to be thrown for by nobody, or for ever")
        return
    if draw is None or draw.opened_at:
        raise Broken(f"{name} {'was held before' if draw else 'was never announced'}")
    if isinstance(said, LotThrown):
        _check_lot(draw, said, at, members, name)
        return
    if isinstance(said, DrawThrown):
        _check_throw(draw, said, at, name)
        return
    in_clear = {who: lot for who, lot in said.lots.items() if who not in draw.seals}
    same(f"the lots of {name}", in_clear, dict(draw.lots))
    same(f"who has thrown a lot for {name}", sorted(said.lots), sorted({*draw.lots, *draw.seals}))
    same(f"of whom {name} tells the salts", sorted(said.salts or {}), sorted(draw.seals))
    same(f"the members in {name}", said.members, tuple(members))
    for problem in holds(_opened_now(draw, said, at)):
        raise Broken(f"{name}: {problem}")


def _check_lot(draw: Draw, said: LotThrown, at: datetime, members: Sequence[str], name: str) -> None:
    if (said.lot is None) is (said.seal is None):
        raise Broken(f"{name} has a lot of {said.who} that is neither open nor sealed, or both")
    if said.who in draw.seals:
        raise Broken(f"{name} has a second lot of {said.who}")
    try:
        refuse_lot(draw, members, said.who, LOTS[0] if said.lot is None else said.lot, at)
    except Refused as refused:
        raise Broken(f"{name} could have no lot of {said.who} ({refused.why})") from refused


def _check_throw(draw: Draw, said: DrawThrown, at: datetime, name: str) -> None:
    if dict(DICE.values()).get(said.dice, 0) < said.value or said.value < 1:
        raise Broken(f"{name} has a throw that no dice show")
    try:
        refuse_throw(draw, said.who, at)
    except Refused as refused:
        raise Broken(f"{name} could have no throw of {said.who} ({refused.why})") from refused


def retold(entries: Iterable[Sealed]) -> dict[Week, Draw]:
    """Makes every draw as the ledger tells it, from its announcement to the opening.

    Entries that cannot follow one another, such as a lot after the opening, leave a draw that `differences` finds.
    """
    draws: dict[Week, Draw] = {}
    for entry in entries:
        if entry.kind not in KINDS:
            continue
        said = opened(entry).said
        if isinstance(said, DrawAnnounced | LotThrown | DrawThrown | DrawOpened):
            week = said.segment, said.monday
            if draw := moved_on(draws.get(week), said, entry.at):
                draws[week] = draw
    return draws


def moved_on(draw: Draw | None, said: OfDraws, at: datetime) -> Draw | None:
    """Returns the draw after this is said; one that is held stays as it is. None: it was never announced."""
    match said:
        case DrawAnnounced() if draw is None:
            to_throw = {"thrower": said.thrower, "throw_until": said.throw_until}
            return Draw(said.segment, said.monday, said.commitment, said.draw_at, at, **to_throw)  # type: ignore[arg-type]
        case LotThrown(lot=int(lot)) if draw and not draw.opened_at:
            return replace(draw, lots={said.who: lot} | dict(draw.lots))
        case LotThrown(seal=str(seal)) if draw and not draw.opened_at:
            times = dict(draw.times) | {said.who: at.isoformat()}
            return replace(draw, seals={said.who: seal} | dict(draw.seals), times=times)
        case DrawThrown() if draw and not draw.opened_at:
            return replace(draw, throw=throw_text(said.dice, said.value))
        case DrawOpened() if draw and not draw.opened_at:
            return _opened_now(draw, said, at)
    return draw


def _opened_now(draw: Draw, said: DrawOpened, at: datetime) -> Draw:
    opened = replace(draw, secret=said.secret, members=said.members, order=said.order, opened_at=at)
    return replace(opened, lots={**draw.lots, **said.lots}, salts=dict(said.salts or {}))
