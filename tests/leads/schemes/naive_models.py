"""The schemes once more, written from the contract and the design in the plainest way: lists and fractions.

Nothing here imports the rules. Each model is given the sellers who are free, in the segment's order, and answers whom
the lead is offered to. Time is counted in minutes.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from hashlib import sha256
from itertools import combinations
from math import lcm

SINCE_EVER = -1
UNITS = lcm(*range(1, 51))  # in a lead


@dataclass
class Seller:
    name: str
    weight: Fraction
    capacity: int | None = None
    hours: tuple[int, int] = (0, 24)  # on duty, by the clock
    balance: Fraction = Fraction(0)  # in leads; above nothing: he is owed some
    stands: int = 0  # when he came to the end of the line, as a count
    waits_since: int = SINCE_EVER
    arrived: int = 0
    took: int | None = None  # when he last took a lead
    paused: bool = False
    back_at: int = 0  # from a leave
    lapses: int = 0  # in a row
    held: int = 0
    ringing: int = 0

    @property
    def full(self) -> bool:
        return self.capacity is not None and self.held + self.ringing >= self.capacity


@dataclass
class Facts:
    """What else the schemes look at."""

    team: list[str] = field(default_factory=list)  # everybody, also who is away
    picked: str | None = None
    drawn: list[str] = field(default_factory=list)  # of this week, as drawn
    weekday: int = 0
    closed: dict[str, tuple[int, int]] = field(default_factory=dict)  # leads won and lost
    floor: Fraction = Fraction(0)
    min_sample: int = 0


def balance(free: list[Seller], facts: Facts) -> list[str]:
    """The one most behind his due share gets the next; ties in the segment's order."""
    return [most_behind(free, by_weight(free)).name]


def queue(free: list[Seller], facts: Facts) -> list[str]:
    """First in line takes it."""
    return [min(free, key=lambda seller: seller.stands).name]


def grab(free: list[Seller], facts: Facts) -> list[str]:
    """Offered to all who are present at once."""
    return [seller.name for seller in free]


def longest_idle(free: list[Seller], facts: Facts) -> list[str]:
    """The longest-idle free one; who has an offer before his eyes comes later; a tie goes by the checking in."""
    return [min(free, key=lambda seller: (seller.ringing, seller.waits_since, seller.arrived)).name]


def secretary(free: list[Seller], facts: Facts) -> list[str]:
    """She picks; where she did not, or the picked one cannot have it, the fair share decides."""
    return [facts.picked] if facts.picked in [s.name for s in free] else balance(free, facts)


def duty(free: list[Seller], facts: Facts) -> list[str]:
    """Several on duty share by balance; who is off duty is not free."""
    return balance(free, facts)


def lottery(free: list[Seller], facts: Facts) -> list[str]:
    """Day by day round the drawn order; absent on his day means the next in it; who joined later comes last."""
    if not facts.drawn:
        return balance(free, facts)
    days = facts.weekday % len(facts.drawn)
    order = facts.drawn[days:] + facts.drawn[:days]
    order += [name for name in facts.team if name not in order]
    return [next(name for name in order if name in [s.name for s in free])]


def conversion(free: list[Seller], facts: Facts) -> list[str]:
    """The one most behind his share by closing rate."""
    return [most_behind(free, by_conversion(free, facts)).name]


MODELS: dict[str, Callable[[list[Seller], Facts], list[str]]] = {
    "balance": balance,
    "conversion": conversion,
    "duty": duty,
    "grab": grab,
    "longest_idle": longest_idle,
    "lottery": lottery,
    "next": grab,
    "queue": queue,
    "secretary": secretary,
    "worth": balance,  # all leads of these offices are of one kind
}
"""All but `manual`, in which the head chooses."""


def most_behind(free: list[Seller], shares: dict[str, Fraction]) -> Seller:
    owed = [seller.balance + shares[seller.name] for seller in free]
    return free[owed.index(max(owed))]


def by_weight(sellers: list[Seller]) -> dict[str, Fraction]:
    total = sum(seller.weight for seller in sellers)
    return in_whole_units({seller.name: seller.weight / total for seller in sellers})


def by_conversion(sellers: list[Seller], facts: Facts) -> dict[str, Fraction]:
    """Shares by weight and closing rate, to the millionth."""
    weights = {seller.name: seller.weight for seller in sellers}
    exact = conversion_shares(weights, facts.closed, facts.floor, facts.min_sample)
    parts = {name: max(round(share * 1_000_000), 1) for name, share in exact.items()}
    return in_whole_units({name: Fraction(part, sum(parts.values())) for name, part in parts.items()})


def in_whole_units(shares: dict[str, Fraction]) -> dict[str, Fraction]:
    """Rounded down to units, and the units left over to the largest fractions, then by name."""
    units = {name: share * UNITS for name, share in shares.items()}
    whole = {name: int(part) for name, part in units.items()}
    first = sorted(units, key=lambda name: (whole[name] - units[name], name))
    for name in first[: UNITS - sum(whole.values())]:
        whole[name] += 1
    return {name: Fraction(part, UNITS) for name, part in whole.items()}


def conversion_shares(
    weights: dict[str, Fraction], closed: dict[str, tuple[int, int]], floor: Fraction, sample: int
) -> dict[str, Fraction]:
    """Tries every set of people on the floor for the one that leaves nobody else below it."""
    rate = {name: closing_rate(closed.get(name, (0, 0)), closed, sample) for name in weights}
    equal = {name: weight / sum(weights.values()) for name, weight in weights.items()}
    wanted = {name: equal[name] * rate[name] for name in weights}
    if sum(wanted.values()) == 0:
        return equal
    for size in range(len(weights) + 1):
        for poor in combinations(weights, size):
            rich = [name for name in weights if name not in poor]
            of_rich = sum(wanted[name] for name in rich)
            if not of_rich:
                continue
            level = (1 - sum(floor * equal[name] for name in poor)) / of_rich
            fits = all(level * wanted[name] >= floor * equal[name] for name in rich)
            if fits and all(level * wanted[name] <= floor * equal[name] for name in poor):
                return {n: floor * equal[n] if n in poor else level * wanted[n] for n in weights}
    raise AssertionError("there is always such a set")


def closing_rate(own: tuple[int, int], closed: dict[str, tuple[int, int]], sample: int) -> Fraction:
    """Won of closed, with so many leads at the team's rate added; the team's own below the sample."""
    won = sum(won for won, _ in closed.values())
    leads = sum(won + lost for won, lost in closed.values())
    team = Fraction(won, leads) if leads else Fraction(0)
    if sum(own) < sample or sum(own) == 0:
        return team
    return (own[0] + sample * team) / (sum(own) + sample)


def drawn_order(secret: str, segment: str, monday: date, lots: dict[str, int], team: list[str]) -> list[str]:
    """By the SHA-256 of `secret|segment|monday|lots|name`, the lots written `anna=7,petrov=3` by name."""
    thrown = ",".join(f"{name}={lots[name]}" for name in sorted(lots))
    text = {name: f"{secret}|{segment}|{monday:%Y-%m-%d}|{thrown}|{name}" for name in team}
    return sorted(team, key=lambda name: sha256(text[name].encode()).hexdigest())
