"""Ids of people made from their names: Latin letters, short, and nobody else's."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count
from typing import Final

LONGEST: Final = 32
NOBODYS: Final = "person"  # for a name of which no letter can be written in Latin

_PAIRS: Final = (
    "а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:y к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh "
    "щ:shch ъ: ы:y ь: э:e ю:yu я:ya ә:a ө:o ү:u җ:zh ң:n һ:h і:i ї:yi є:ye ґ:g ў:u"
)
_LATIN: Final = {pair[0]: pair[2:] for pair in _PAIRS.split(" ")}


def id_for(name: str, taken: Collection[str]) -> str:
    """Returns the surname's id, `petrov` of `Пётр Петров`; where that is taken the whole name's, then with a number.

    `taken`: everybody's who was ever in the office.
    """
    words = [latin for word in name.split() if (latin := _latin(word))] or [NOBODYS]
    wishes = (words[-1], "-".join([words[-1], *words[:-1]]))
    for wish in wishes:
        short = wish[:LONGEST].strip("-")
        if short and short not in taken:
            return short
    base = words[-1][: LONGEST - 5].strip("-")
    return next(id for n in count(2) if (id := f"{base}-{n}") not in taken)


def _latin(word: str) -> str:
    spelt = "".join(_LATIN.get(sign, sign) for sign in word.casefold())
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")
