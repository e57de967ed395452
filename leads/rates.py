"""Closing rates, and the shares of a team that follow from them: exact fractions, so that nothing drifts.

A rate is won ÷ (won + lost), shrunk towards the team's, for a few leads say more about luck than about the
seller: (won + k·p) ÷ (n + k), with n their closed leads, p the team's rate and k the segment's `min_sample`.
That is empirical Bayes: the mean of a beta distribution that begins with k leads at the team's own rate
(after B. Efron, C. Morris, "Data Analysis Using Stein's Estimator and its Generalizations", 1975). Below k
closed leads a seller counts as average.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction


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


def shares(
    weights: Mapping[str, int], records: Mapping[str, Record], floor: float | Fraction, min_sample: int
) -> dict[str, Fraction]:
    """Tells what part of the leads each of the people in `weights` is due; the parts add up to exactly 1.

    In proportion to weight times rate, but nobody gets less than `floor` (0 to 1) of their part by weight alone:
    who would is lifted to it, and the others share what is left in the same proportion. Without any sale in the
    team the parts go by weight. Whoever has no record counts as average; the records of others, who have left,
    count for the team's rate only. Raises ValueError for a floor out of range.
    """
    least_of_equal = Fraction(str(floor))  # 0.3 is meant as three tenths, not as the nearest double
    if not 0 <= least_of_equal <= 1:
        raise ValueError(f"a floor is from 0 to 1, not {floor}")
    by_weight = _parts({who: Fraction(weight) for who, weight in weights.items()})
    rate = rates(dict.fromkeys(weights, NO_RECORD) | dict(records), min_sample)
    wanted = {who: part * rate[who] for who, part in by_weight.items()}
    if not any(wanted.values()):
        return by_weight
    return _lifted(wanted, {who: part * least_of_equal for who, part in by_weight.items()})


def rates(records: Mapping[str, Record], min_sample: int) -> dict[str, Fraction]:
    """Returns each one's rate, shrunk towards the team's; 0 for all where nothing is closed yet."""
    team = team_rate(records)
    return {who: _shrunk(record, team, min_sample) for who, record in records.items()}


def team_rate(records: Mapping[str, Record]) -> Fraction:
    """Returns the rate of all together; 0 where nothing is closed yet."""
    closed = sum(record.closed for record in records.values())
    return Fraction(sum(record.won for record in records.values()), closed) if closed else Fraction(0)


def _shrunk(record: Record, team: Fraction, min_sample: int) -> Fraction:
    if record.closed < max(min_sample, 1):
        return team
    return (record.won + min_sample * team) / (record.closed + min_sample)


def _parts(amounts: Mapping[str, Fraction]) -> dict[str, Fraction]:
    total = sum(amounts.values())
    return {who: amount / total for who, amount in amounts.items()}


def _lifted(wanted: Mapping[str, Fraction], least: Mapping[str, Fraction]) -> dict[str, Fraction]:
    """Fills the floors like water: lifting some lowers the others, who may then be below theirs, and so on."""
    lifted: dict[str, Fraction] = {}
    while True:
        left = 1 - sum(lifted.values())
        rest = {who: want for who, want in wanted.items() if who not in lifted}
        others = {who: left * part for who, part in _parts(rest).items()}
        below = {who: least[who] for who, part in others.items() if part < least[who]}
        if not below:
            return {who: lifted.get(who, others.get(who, Fraction(0))) for who in wanted}
        lifted |= below
