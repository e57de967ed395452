"""An id for whatever somebody has named in the chat, as whoever writes an office file would make one."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection
from itertools import count
from typing import Final

from leads.words import folded

LONGEST: Final = 32  # as the office file has it
_LETTERS: Final = dict(zip("абвгдезийклмнопрстуфхыэәөүҗңһ", "abvgdeziyklmnoprstufhyeaoujnh", strict=True)) | {
    "ж": "zh",
    "ц": "ts",
    "ч": "ch",
    "ш": "sh",
    "щ": "sch",
    "ю": "yu",
    "я": "ya",
    "ъ": "",
    "ь": "",
}
_NOT_OURS: Final = re.compile(r"[^a-z0-9]+")


def id_of(name: str, taken: Collection[str], kind: str) -> str:
    """Returns `kazan-i-tatarstan` of `Казань и Татарстан`; with a number behind it where that is taken.

    `kind`: of a name without a letter that can be written so.
    """
    latin = "".join(_LETTERS.get(letter, letter) for letter in folded(name))
    plain = unicodedata.normalize("NFKD", latin).encode("ascii", "ignore").decode()
    stem = _NOT_OURS.sub("-", plain).strip("-")[:LONGEST].strip("-") or kind
    tries = (stem if n == 1 else f"{stem[: LONGEST - 4].rstrip('-')}-{n}" for n in count(1))
    return next(one for one in tries if one not in taken)
