"""Which clients are one, as the ledger tells it: by the numbers of their leads, for nobody is named in any entry."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from leads.entries.clients import ClientsJoined, ClientsParted
from leads.proof.audit import Broken
from leads.proof.told import Told

Sides = tuple[tuple[int, ...], tuple[int, ...]]

FEWEST: Final = 1  # leads of each of the two


class OneClient:
    """Fed in turn: `apply` every entry. `standing`: what was joined, and is not parted again."""

    def __init__(self) -> None:
        self.standing: list[Sides] = []

    def apply(self, said: ClientsJoined | ClientsParted, leads: Mapping[int, Told]) -> None:
        """The next entry comes by. `leads`: those that the ledger knows, by number. Raises Broken."""
        sides = said.leads, said.others
        if isinstance(said, ClientsParted):
            if sides not in self.standing:
                raise Broken(f"the clients of leads {_words(sides)} are parted, but they were never joined")
            self.standing.remove(sides)
            return
        _check_sides(sides)
        for number in (*said.leads, *said.others):
            told = leads.get(number)
            if told is None:
                raise Broken(f"lead {number} has not been handed over")
            if told.lead.erased:
                raise Broken(f"the client of lead {number} is erased, and is nobody's any more")
        self.standing.append(sides)


def _check_sides(sides: Sides) -> None:
    """Both have leads, in the order of their numbers, and no lead is on both sides."""
    numbers = [number for side in sides for number in side]
    in_order = all(list(side) == sorted(side) and len(side) >= FEWEST for side in sides)
    if not in_order or len(numbers) != len(set(numbers)):
        raise Broken(f"the clients of leads {_words(sides)} cannot be told apart")


def _words(sides: Sides) -> str:
    return " and ".join(str(list(side)) for side in sides)
