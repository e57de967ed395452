"""The weekly draw of the scheme `lottery`, which nobody can bend; told to people in docs/lottery.md.

Before the lots are thrown the bot commits itself to a secret by publishing its SHA-256; at the draw it opens the
secret, and the order of the week follows from the secret and the lots of the managers. Ids have none of `|=,`
in them, so what is hashed can be read in one way only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from leads.refusals import Refusal, Refused
from leads.wall_clock import instant, monday_of

LOTS = range(1, 10)
WEEK = timedelta(days=7)
AHEAD = timedelta(days=3)  # a week is drawn on the Friday before it
CLOCK = time(17)
NOTICE = timedelta(minutes=15)
"""Between the announcement and the draw at least: for a segment that comes to the lottery in the middle of a week."""


@dataclass(frozen=True, slots=True)
class Draw:
    """The draw of one week in one segment. Times are UTC; the secret is None until it is opened."""

    segment: str
    monday: date  # of the office's calendar
    commitment: str
    draw_at: datetime
    announced_at: datetime
    lots: Mapping[str, int] = field(default_factory=dict)
    secret: str | None = None
    members: tuple[str, ...] = ()  # at the draw, in the segment's order
    order: tuple[str, ...] = ()
    opened_at: datetime | None = None


def commit(secret: str) -> str:
    return _hash(secret)


def draw_order(
    secret: str, segment: str, monday: date, lots: Mapping[str, int], members: Iterable[str]
) -> tuple[str, ...]:
    """Puts the members in order by the SHA-256 (hex) of `secret|segment|monday|lots|id`;
    the lots as `lots_text` writes them.
    """
    seed = f"{secret}|{segment}|{monday.isoformat()}|{lots_text(lots)}"
    return tuple(sorted(members, key=lambda who: _hash(f"{seed}|{who}")))


def lots_text(lots: Mapping[str, int]) -> str:
    """Writes `anna=7,petrov=3`, by id; empty where nobody has thrown one."""
    return ",".join(f"{who}={lot}" for who, lot in sorted(lots.items()))


def days_order(order: Sequence[str], members: Sequence[str], weekday: int) -> tuple[str, ...]:
    """Tells who comes first, second, … on this day (0 is Monday): whoever is absent, the next in the drawn order.

    The days go round the order as it was drawn, so that the published plan stays true for everybody else when
    somebody leaves or joins: those who left are passed over, those who joined stand at the end.
    """
    turn = weekday % len(order) if order else 0
    drawn = [who for who in (*order[turn:], *order[:turn]) if who in members]
    return (*drawn, *(who for who in members if who not in order))


def week_of(now: datetime, tz: ZoneInfo) -> date:
    """Returns the Monday of the week that it is in the office."""
    return monday_of(now.astimezone(tz).date())


def draw_at(monday: date, tz: ZoneInfo) -> datetime:
    """Tells when a coming week is drawn: Friday 17:00 before it by the office's clock; in UTC."""
    return instant(datetime.combine(monday - AHEAD, CLOCK), tz)


def next_draw_at(monday: date, now: datetime, tz: ZoneInfo) -> datetime:
    """Returns the time to publish in an announcement that is made now; in UTC."""
    return max(draw_at(monday, tz), now + NOTICE)


def to_announce(draws: Iterable[Draw], now: datetime, tz: ZoneInfo) -> date | None:
    """Returns the week whose draw is to be announced now: the first without one, once the week before it is drawn.

    `draws` are the segment's from this week on. A week that is over before it could be drawn is left out.
    """
    known = {draw.monday: draw for draw in draws}
    week = week_of(now + NOTICE, tz)
    while week in known and known[week].opened_at:
        week += WEEK
    return None if week in known else week


def can_be_held(draw: Draw, now: datetime, tz: ZoneInfo) -> bool:
    """Tells whether its secret is still to be opened;
    a draw that was missed is made up for until its week ends.
    """
    return draw.opened_at is None and draw.monday >= week_of(now, tz)


def refuse_lot(draw: Draw, members: Sequence[str], who: str, lot: int, now: datetime) -> None:
    """Only members throw, once, one of the digits 1 to 9, before the time of the draw. Raises Refused."""
    if who not in members:
        raise Refused(Refusal.NOT_IN_THE_DRAW)
    if draw.opened_at or now >= draw.draw_at:
        raise Refused(Refusal.DRAWN_ALREADY)
    if who in draw.lots:
        raise Refused(Refusal.LOT_THROWN)
    if lot not in LOTS:
        raise Refused(Refusal.NO_DRAW)


def _hash(text: str) -> str:
    return sha256(text.encode()).hexdigest()
