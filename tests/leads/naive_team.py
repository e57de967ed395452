"""Who could have a lead and what a turn costs, once more, from the table of the design; see `naive_models`."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from tests.leads.schemes.naive_models import Facts, Seller, by_conversion, by_weight

DAY = 24 * 60
NOON = 12 * 60


@dataclass(eq=False)
class Turn:
    payer: Seller
    gains: dict[str, Fraction]
    stood: int
    waited_since: int
    ended: int | None = None


@dataclass(eq=False)
class Case:
    """A lead. `stage`: waiting, choose, offer, everyone, head, held, disputed, closed."""

    number: int
    since: int
    picked: str | None
    stage: str = "waiting"
    times_asked: int = 0
    cuts: list[tuple[str, str, int]] = field(default_factory=list)  # stage, who went, and in which asking
    offers_left: int = 0
    everyone_left: bool = False
    head_asked: bool = False
    asked: list[str] = field(default_factory=list)
    said_no: list[str] = field(default_factory=list)  # of those who are asked
    until: int | None = None
    cost: Turn | None = None  # of the offer that waits for an answer
    fair: str | None = None  # beside a choice by hand
    had: set[str] = field(default_factory=set)  # whom the rules asked, and who held it
    took: set[str] = field(default_factory=set)
    holder: str | None = None
    turns: list[Turn] = field(default_factory=list)  # paid and not given back
    declines: dict[str, Turn | None] = field(default_factory=dict)  # not explained yet, and what each cost

    @property
    def alone(self) -> bool:
        return self.stage == "offer" and len(self.asked) == 1

    @property
    def rounds_cut(self) -> int:
        return len({asking for stage, _, asking in self.cuts if stage == "everyone"})


@dataclass
class NaiveTeam:
    """The office as it is, and what follows from it."""

    team: list[Seller]
    scheme: str
    reserve: str | None = None
    offers: int = 3
    everyone: bool = True
    decline_costs: bool = True
    pause_after: int = 2
    wrap_up: int = 0
    free_declines: int = 10  # of a hundred answers; the last forty count
    answers: dict[str, dict[int, bool]] = field(default_factory=dict)  # by name and case: whether free
    facts: Facts = field(default_factory=Facts)
    weeks: dict[int, list[str]] = field(default_factory=dict)  # drawn orders, by the number of the week
    now: int = 0  # minutes since noon of a Monday
    cases: list[Case] = field(default_factory=list)

    def seller(self, name: str) -> Seller:
        return next(s for s in self.team if s.name == name)

    def free(self) -> list[Seller]:
        return [s for s in self.team if self.could_work(s) and not self.wraps_up(s)]

    def could_work(self, seller: Seller) -> bool:
        is_here = not seller.paused and seller.back_at <= self.now
        return is_here and not seller.full and self.on_duty(seller)

    def on_duty(self, seller: Seller, at: int | None = None) -> bool:
        hour = ((self.now if at is None else at) + NOON) % DAY // 60
        return "duty" not in (self.scheme, self.reserve) or seller.hours[0] <= hour < seller.hours[1]

    def duty_ends(self, seller: Seller) -> int | None:
        """Within the next day; None: never."""
        on_the_hour = range(self.now // 60 * 60 + 60, self.now + DAY + 60, 60)
        return next((at for at in on_the_hour if not self.on_duty(seller, at)), None)

    def wraps_up(self, seller: Seller) -> bool:
        pauses = "longest_idle" in (self.scheme, self.reserve)
        return pauses and seller.took is not None and self.now < seller.took + self.wrap_up

    def charge(self, case: Case, name: str, sharers: list[str]) -> None:
        """All who could have had it gain their share, the payer pays a lead and stands at the end of the line.

        One lead never costs one person two turns: what it has cost him before is given back.
        """
        self.give_back_all(case, name)
        payer, people = self.seller(name), [self.seller(who) for who in sharers]
        by_rate = "conversion" in (self.scheme, self.reserve)
        gains = by_conversion(people, self.facts) if by_rate else by_weight(people)
        case.cost = Turn(payer, gains, payer.stands, payer.waits_since)
        case.turns.append(case.cost)
        payer.stands = self.end_of_the_line()
        payer.balance -= 1
        for seller in people:
            seller.balance += gains[seller.name]

    def give_back(self, case: Case, turn: Turn) -> None:
        """As if it had not been; he has his old place again, and his old wait unless he has had another turn since."""
        case.turns.remove(turn)
        case.cost = None if case.cost is turn else case.cost
        for name, share in turn.gains.items():
            self.seller(name).balance -= share
        turn.payer.balance += 1
        turn.payer.stands = min(turn.payer.stands, turn.stood)
        if turn.payer.waits_since == turn.ended:
            turn.payer.waits_since = turn.waited_since

    def give_back_all(self, case: Case, name: str) -> None:
        for turn in [t for t in case.turns if t.payer.name == name]:
            self.give_back(case, turn)

    def end_of_the_line(self) -> int:
        return 1 + max(s.stands for s in self.team)
