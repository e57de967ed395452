"""The weekly draw of the scheme `lottery`, which nobody can bend; told to people in docs/lottery.md.

Before the lots are thrown the bot commits itself to a secret by publishing its SHA-256; when the lots are closed,
somebody named with that promise throws Telegram's dice, once; then the bot opens the secret, and the order of the week
follows from the secret, the lots of the managers, and that throw. Until then the ledger has only a seal of each lot:
its SHA-256 with a salt. Ids have none of `|=,` in them, so what is hashed can be read in one way only.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from hashlib import sha256
from typing import Final
from zoneinfo import ZoneInfo

from leads.refusals import Refusal, Refused
from leads.wall_clock import instant, monday_of

LOTS = range(1, 10)
WEEK = timedelta(days=7)
AHEAD = timedelta(days=3)  # a week is drawn on the Friday before it
CLOCK = time(17)
THROW_FOR = timedelta(hours=2)
"""So long the throw is waited for after the lots are closed; never into the week that is drawn."""
NOT_THROWN = "none"
DICE: Final[Mapping[str, tuple[str, int]]] = {"🎰": ("slot", 64), "🎲": ("die", 6)}
"""Telegram's dice that count: what they are called here, and how many values they have."""
NOTICE = timedelta(minutes=15)
"""Between the announcement and the draw at least: for a segment that comes to the lottery in the middle of a week."""


@dataclass(frozen=True, slots=True)
class Draw:
    """The draw of one week in one segment. Times are UTC; the secret is None until it is opened.

    `thrower`: who throws when the lots are closed, until `throw_until`; None: nobody, and it is held at its time.
    `throw`: what it was, as it is hashed. `seals` and `salts`: of the lots that are sealed in the ledger; `times`: when
    each of these was thrown. `asked_at`: when the thrower was asked.
    """

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
    thrower: str | None = None
    throw_until: datetime | None = None
    throw: str | None = None
    seals: Mapping[str, str] = field(default_factory=dict)
    salts: Mapping[str, str] = field(default_factory=dict)
    times: Mapping[str, str] = field(default_factory=dict)
    asked_at: datetime | None = None

    @property
    def said_throw(self) -> str | None:
        """The throw as the order hangs on it; None where nobody was to throw."""
        return None if self.thrower is None else self.throw or NOT_THROWN


def commit(secret: str) -> str:
    return _hash(secret)


def draw_order(
    secret: str,
    segment: str,
    monday: date,
    lots: Mapping[str, int],
    members: Iterable[str],
    throw: str | None = None,
) -> tuple[str, ...]:
    """Puts the members in order by the SHA-256 (hex) of `secret|segment|monday|lots|throw|id`;
    the lots as `lots_text` writes them, the throw as `Draw.said_throw`; without one that part is left out.
    """
    seed = f"{secret}|{segment}|{monday.isoformat()}|{lots_text(lots)}"
    seed += f"|{throw}" if throw else ""
    return tuple(sorted(members, key=lambda who: _hash(f"{seed}|{who}")))


def seal_lot(salt: str, segment: str, monday: date, who: str, lot: int) -> str:
    """Returns what the ledger has of a lot until the draw."""
    return _hash(f"{salt}|{segment}|{monday.isoformat()}|{who}|{lot}")


def throw_text(dice: str, value: int) -> str:
    """Writes a throw as it is hashed: `slot=37`."""
    return f"{dice}={value}"


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


def throw_until(monday: date, at: datetime, tz: ZoneInfo) -> datetime:
    """Tells until when a throw is waited for after a draw at `at`; `at` itself where the week has begun by then."""
    begins = instant(datetime.combine(monday, time()), tz)
    return max(at, min(at + THROW_FOR, begins))


def waits_for_throw(draw: Draw, now: datetime) -> bool:
    """Tells whether the lots are closed, and the throw is still to come."""
    is_closed = draw.opened_at is None and draw.draw_at <= now
    return is_closed and draw.throw_until is not None and draw.throw is None and now < draw.throw_until


def refuse_throw(draw: Draw | None, who: str, now: datetime) -> None:
    """Only who was named throws, once, between the closing of the lots and the end of the wait. Raises Refused."""
    if draw is None or draw.thrower != who:
        raise Refused(Refusal.NO_DRAW)
    if not waits_for_throw(draw, now):
        raise Refused(Refusal.DRAWN_ALREADY)


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
