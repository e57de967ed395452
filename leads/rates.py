"""Closing rates, and the shares of a team that follow from them: exact fractions, so that nothing drifts.

A rate is won ÷ (won + lost), shrunk towards the team's, for a few leads say more about luck than about the
seller: (won + k·p) ÷ (n + k), with n their closed leads, p the team's rate and k the segment's `min_sample`.
That is empirical Bayes: the mean of a beta distribution that begins with k leads at the team's own rate
(after B. Efron, C. Morris, "Data Analysis Using Stein's Estimator and its Generalizations", 1975). Below k
closed leads a seller counts as average.

Who gets the better leads is not the better seller, so what somebody has sold is held against what the team would
have sold of the same leads: each sort of lead, by its source and whether its client was known, has a rate of its own,
shrunk towards the team's likewise; `expected` is their sum over a seller's closed leads. The seller's rate is p times
(won + k·p) ÷ (expected + k·p). Where all leads are of one sort, expected is n·p, and that is the rate above.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Final, NamedTuple

MILLION: Final = 1_000_000


@dataclass(frozen=True, slots=True)
class Record:
    """Holds the closed leads of one seller; bad ones are in neither."""

    won: int = 0
    lost: int = 0

    @property
    def closed(self) -> int:
        return self.won + self.lost

    def and_one(self, is_won: bool, times: int = 1) -> Record:
        """Returns it with one more that is won or lost; -1 `times`: with one less."""
        return Record(self.won + times * is_won, self.lost + times * (not is_won))


NO_RECORD = Record()


class Weighed(NamedTuple):
    """Holds the closed leads of one seller as they count, in millionths of a lead.

    `expected`: what the team would have sold of the same leads, in millionths of a millionth: so fine that rounding it
    moves no share. `stale` leads, which are among the lost, are open for too long; they are whole ones.
    """

    won: int = 0
    lost: int = 0
    expected: int = 0
    stale: int = 0

    @property
    def closed(self) -> int:
        return self.won + self.lost


NOTHING_WEIGHED: Final = Weighed()


@dataclass(frozen=True, slots=True)
class Bounds:
    """Says between which parts of an equal share everybody's lies; `ceiling`: None: no part is too much."""

    floor: Fraction = Fraction(0)
    ceiling: Fraction | None = None

    @staticmethod
    def of(floor: float | Fraction, ceiling: float | Fraction | None = None) -> Bounds:
        """Takes 0.3 for three tenths, as it was written. Raises ValueError for one out of range."""
        least, most = Fraction(str(floor)), None if ceiling is None else Fraction(str(ceiling))
        if not 0 <= least <= 1:
            raise ValueError(f"a floor is from 0 to 1, not {floor}")
        if most is not None and most < 1:
            raise ValueError(f"a ceiling is 1 or more, not {ceiling}")
        return Bounds(least, most)


def shares(
    weights: Mapping[str, int], records: Mapping[str, Record], floor: float | Fraction, min_sample: int
) -> dict[str, Fraction]:
    """Tells what part of the leads each of the people in `weights` is due, by plain records; as of `shares_by`.

    Whoever has no record counts as average; the records of others, who have left, count for the team's rate only.
    Raises ValueError for a floor out of range.
    """
    everybody = dict.fromkeys(weights, NO_RECORD) | dict(records)
    return shares_by(weights, rates(everybody, min_sample), Bounds.of(floor))


def shares_by(
    weights: Mapping[str, int], rate: Mapping[str, Fraction], bounds: Bounds
) -> dict[str, Fraction]:
    """Tells what part of the leads each of the people in `weights` is due; the parts add up to exactly 1.

    In proportion to weight times rate, but nobody gets less than the floor of their part by weight alone, nor more than
    the ceiling: who would is lifted or held there, and the others share what is left in the same proportion. Both can
    always be kept, for the parts by weight themselves lie between them. Where nobody has a rate the parts go by weight;
    so does what the ceiling takes from all who have one.
    """
    by_weight = _parts({who: Fraction(weight) for who, weight in weights.items()})
    wanted = {who: part * rate[who] for who, part in by_weight.items()}
    if not any(wanted.values()):
        return by_weight
    return _bounded(wanted, by_weight, bounds)


def rates(records: Mapping[str, Record], min_sample: int) -> dict[str, Fraction]:
    """Returns each one's rate, shrunk towards the team's; 0 for all where nothing is closed yet."""
    team = team_rate(records)
    return {who: _shrunk(record, team, min_sample) for who, record in records.items()}


def team_rate(records: Mapping[str, Record | Weighed]) -> Fraction:
    """Returns the rate of all together; 0 where nothing is closed yet."""
    closed = sum(record.closed for record in records.values())
    return Fraction(sum(record.won for record in records.values()), closed) if closed else Fraction(0)


def rates_against_expected(records: Mapping[str, Weighed], min_sample: int) -> dict[str, Fraction]:
    """Returns each one's rate as it would be with equal leads; 0 for all where nobody has sold anything."""
    team = team_rate(records)
    return {who: team * _factor(record, team, min_sample) for who, record in records.items()}


def _factor(record: Weighed, team: Fraction, min_sample: int) -> Fraction:
    prior = min_sample * team * MILLION
    expected = Fraction(record.expected, MILLION) + prior
    if record.closed < max(min_sample, 1) * MILLION or not expected:
        return Fraction(1)
    return (record.won + prior) / expected


def expected_of(won_and_lost: Iterable[tuple[str, object, int, int]], min_sample: int) -> dict[str, Fraction]:
    """Tells what the team would have sold of each one's closed leads: who, which sort, won, lost in turn."""
    rows = list(won_and_lost)
    sums: dict[object, list[int]] = {}
    for _, sort, won, lost in rows:
        of_sort = sums.setdefault(sort, [0, 0])
        of_sort[0] += won
        of_sort[1] += won + lost
    closed = sum(of for _, of in sums.values())
    if not closed:
        return {}
    won_by_all, prior = sum(won for won, _ in sums.values()), min_sample * MILLION
    parts = {sort: (won * closed + prior * won_by_all, of + prior) for sort, (won, of) in sums.items() if of}
    over = lcm(*(under for _, under in parts.values()))  # whole numbers, since this is asked for each lead
    rate = {sort: above * (over // under) for sort, (above, under) in parts.items()}
    expected: dict[str, int] = {}
    for who, sort, won, lost in rows:
        if won + lost:
            expected[who] = expected.get(who, 0) + (won + lost) * rate[sort]
    return {who: Fraction(many, over * closed) for who, many in expected.items()}


def _shrunk(record: Record, team: Fraction, min_sample: int) -> Fraction:
    if record.closed < max(min_sample, 1):
        return team
    return (record.won + min_sample * team) / (record.closed + min_sample)


def _parts(amounts: Mapping[str, Fraction]) -> dict[str, Fraction]:
    total = sum(amounts.values())
    return {who: amount / total for who, amount in amounts.items()}


def _bounded(
    wanted: Mapping[str, Fraction], by_weight: Mapping[str, Fraction], bounds: Bounds
) -> dict[str, Fraction]:
    """Fills floors and ceilings like water: moving some moves the others, who may then be outside, and so on.

    In each round those are settled that move the others less far: the rest of a round that lifts by more than it holds
    back can only fall, so whoever is below the floor stays there; and the other way round.
    """
    settled: dict[str, Fraction] = {}
    while True:
        left = 1 - sum(settled.values())
        rest = {who: want for who, want in wanted.items() if who not in settled}
        if not any(rest.values()):
            rest = {who: by_weight[who] for who in rest}
        if not rest:
            return {who: settled[who] for who in wanted}
        others = {who: left * part for who, part in _parts(rest).items()}
        below = {
            who: least for who, part in others.items() if part < (least := bounds.floor * by_weight[who])
        }
        above = _above(others, by_weight, bounds)
        lifted = sum(least - others[who] for who, least in below.items())
        held = sum(others[who] - most for who, most in above.items())
        if not below and not above:
            return {who: settled[who] if who in settled else others[who] for who in wanted}
        settled |= below if lifted >= held else above


def _above(
    others: Mapping[str, Fraction], by_weight: Mapping[str, Fraction], bounds: Bounds
) -> dict[str, Fraction]:
    if bounds.ceiling is None:
        return {}
    return {who: most for who, part in others.items() if part > (most := bounds.ceiling * by_weight[who])}
