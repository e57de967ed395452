"""Whom and what a file means: people and segments by their id or their name, compared as people compare words."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Final

from contacts.normal import showable
from files.csv_file import BadValueError
from leads.words import are_alike
from storage.past import Named

MOST_NAMED = 12
LONGEST_NAME = 100  # as in the office file

LONGEST: Final = 32  # as in the office file: ids travel in the data of buttons
PASSPORT: Final = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p "
    "р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia"
)
"""Russian letters as in passports: ICAO Doc 9303, part 3, section 6."""
LATIN: Final = dict(pair.split("=") for pair in PASSPORT.split())


@dataclass(slots=True)
class Names:
    """Of one kind. What is not there is made if it may be, once, and is there from then on."""

    column: str
    there: Sequence[Named]  # those who are still there come first
    create: bool
    created: dict[str, str] = field(default_factory=dict)  # names by id
    _found: dict[str, str] = field(default_factory=dict)  # ids by what the file says

    def mark(self) -> int:
        """Tells how many are made by now."""
        return len(self.created)

    def back_to(self, mark: int) -> None:
        """Goes back to a mark: whoever was made after it is not made."""
        for id in list(self.created)[mark:]:
            del self.created[id]
            self._found = {said: found for said, found in self._found.items() if found != id}

    def find(self, said: str) -> str:
        """Returns the id. Raises BadValueError."""
        found = self._found.get(said)
        if found is None:
            found = self._found[said] = self._look(said)
        return found

    def _look(self, said: str) -> str:
        if any(one.id == said for one in self.there):
            return said
        meant = self._meant([one for one in self.there if one.name == said])
        meant = meant or self._meant([one for one in self.there if are_alike(one.name, said)])
        meant = meant or [id for id, name in self.created.items() if are_alike(name, said)]
        if len(meant) > 1:
            raise BadValueError(self.column, f'"{said}" is the name of several: write {" or ".join(meant)}')
        return meant[0] if meant else self._make(said)

    @staticmethod
    def _meant(alike: Sequence[Named]) -> list[str]:
        """Of people of one name those who are still there, else those who were."""
        return [one.id for one in alike if one.active] or [one.id for one in alike]

    def _make(self, said: str) -> str:
        if not self.create:
            raise BadValueError(
                self.column, f'unknown: "{said}"; {self._known()}, or --create makes what is missing'
            )
        if len(said) > LONGEST_NAME:
            raise BadValueError(self.column, f"a name has at most {LONGEST_NAME} characters")
        if showable(said) != said:
            raise BadValueError(self.column, "a name holds a character that cannot be seen")
        id = short_id(said, self.column, {*self.created, *(one.id for one in self.there)})
        self.created[id] = said
        return id

    def _known(self) -> str:
        ids = [one.id for one in self.there]
        more = len(ids) - MOST_NAMED
        return f"there are {', '.join(ids[:MOST_NAMED]) or 'none'}" + (
            f" and {more} more" if more > 0 else ""
        )


def short_id(name: str, otherwise: str, taken: Container[str]) -> str:
    """Makes `petr-petrov` of `Пётр Петров`, with a number behind it where that is taken.

    `otherwise`: for a name in other letters.
    """
    latin = "".join(LATIN.get(letter, letter) for letter in unicodedata.normalize("NFC", name.lower()))
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    found = re.sub(r"[^a-z0-9_]+", "-", plain).strip("-")[:LONGEST] or otherwise
    return next(id for id in _tries(found) if id not in taken)


def _tries(found: str) -> Iterator[str]:
    yield found
    for number in count(2):
        behind = f"-{number}"
        yield found[: LONGEST - len(behind)] + behind
