"""Who may gain: one manager alone, or with others who let them, a secretary, a hand; and how much is to be the most."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from bench.gaming.strategies import HONEST, Strategy

OF_ONE_ALONE: Final = {
    "balance": 3,
    "queue": 3,
    "longest_idle": 3,
    "lottery": 3,
    "duty": 3,
    "worth": 3,
    "conversion": 10,
}
"""What one manager alone is to gain at most, in per cent, by scheme."""
OF_A_SECRETARY: Final = 7
"""And somebody for whom a secretary chooses the moment, where drafts are handed over by themselves in two minutes."""
OF_AN_HONEST_ONE: Final = -1
"""And what an honest one is to lose at most."""


@dataclass(frozen=True, slots=True)
class Party:
    """A party is whose strategies are held against each other. `aim`: by scheme, in per cent."""

    key: str
    en: str
    ru: str
    among: Callable[[Strategy], bool]
    aim: Callable[[str], int | None] = lambda _: None
    is_least: bool = False  # they are to have the aim at least
    is_cost: bool = False  # what a rule costs whom it is not meant for

    def is_precise(self, scheme: str) -> bool:
        """Whether its figure is held against something, and so has to be a good one."""
        return self.aim(scheme) is not None or self.is_cost

    def of(self, locale: str) -> str:
        return self.ru if locale == "ru" else self.en


def _is_held(one: Strategy) -> bool:
    return one.is_of_the_secretary and bool(one.settings)


PARTIES: Final = (
    Party(
        "honest",
        "an honest manager",
        "честный менеджер",
        lambda one: one.key == HONEST.key,
        lambda scheme: OF_AN_HONEST_ONE if scheme in OF_ONE_ALONE else None,
        is_least=True,
    ),
    Party(
        "true",
        "an honest manager with many reasons",
        "честный менеджер, у которого много причин",
        lambda one: one.is_honest and one.key != HONEST.key,
        is_cost=True,
    ),
    Party(
        "alone",
        "a manager alone",
        "менеджер один",
        lambda one: one.is_alone and (not one.is_honest or one.key == HONEST.key),
        OF_ONE_ALONE.get,
    ),
    Party(
        "let",
        "a manager whom others let",
        "менеджер, которому позволяют",
        lambda one: not one.is_alone and not one.is_steered,
    ),
    Party(
        "secretary",
        "the secretary",
        "секретарь",
        lambda one: one.is_of_the_secretary and not one.settings,
    ),
    Party(
        "held",
        "the secretary, with two minutes",
        "секретарь, при двух минутах",
        lambda one: _is_held(one) and not one.counts_cards,
        lambda _: OF_A_SECRETARY,
    ),
    Party(
        "by_cards",
        "the secretary, with two minutes, who is not told the line",
        "секретарь, при двух минутах и не зная очереди",
        lambda one: _is_held(one) and one.counts_cards,
        lambda _: OF_A_SECRETARY,
    ),
    Party("hand", "a hand", "чья-то рука", lambda one: one.is_of_a_hand),
)
PARTY: Final[Mapping[str, Party]] = {party.key: party for party in PARTIES}
