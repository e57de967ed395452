"""Short ids for people and segments of whom a file knows the name alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator
from itertools import count
from typing import Final

LONGEST: Final = 32  # as in the office file: ids travel in the data of buttons
PASSPORT: Final = (
    "а=a б=b в=v г=g д=d е=e ё=e ж=zh з=z и=i й=i к=k л=l м=m н=n о=o п=p "
    "р=r с=s т=t у=u ф=f х=kh ц=ts ч=ch ш=sh щ=shch ъ=ie ы=y ь= э=e ю=iu я=ia"
)
"""Russian letters as in passports: ICAO Doc 9303, part 3, section 6."""
LATIN: Final = dict(pair.split("=") for pair in PASSPORT.split())


def short_id(name: str, otherwise: str, taken: Container[str]) -> str:
    """`petr-petrov` for `Пётр Петров`, with a number behind it where that is taken.

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
