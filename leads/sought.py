"""By what a client is found: the words of their names, any four digits of their numbers, their names in Telegram,
their addresses.

Words are compared as people compare them, and by their beginnings: `закир` and `Закирову` find Закиров.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final

from leads.client import Client, ContactKind
from leads.words import folded

FEWEST_DIGITS: Final = 4
LONGEST: Final = 60  # characters of what somebody looks for
MOST_TEXT: Final = 4096  # characters that are looked through for names in Telegram

_WRITTEN: Final = frozenset({ContactKind.TELEGRAM, ContactKind.EMAIL})
_WORD: Final = re.compile(r"[^\W\d_]{2,}")
_HANDLE: Final = re.compile(r"(?<![\w.+@-])@([a-z]\w{3,31})(?![\w@]|\.\w)", re.IGNORECASE)
_MAIL: Final = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?![\w-])")
_NUMBER: Final = re.compile(r"#?\s*(\d{1,9})")
_DIGITS: Final = re.compile(r"[\d\s()+.-]+")
_ENDINGS: Final = (
    *("ами", "ями", "ого", "его", "ому", "ему", "ыми", "ими"),
    *("ой", "ей", "ом", "ем", "ым", "им", "ою", "ею", "ую", "юю", "ах", "ях", "ам", "ям", "ии", "ия", "ию"),
    *("а", "я", "у", "ю", "е", "и", "ы", "й", "ь"),
)
"""Of Russian names in their cases, the longest first."""

_FEWEST_LETTERS: Final = 3  # of a word without its ending
SPARE: Final = 3  # letters that another ending may have


@dataclass(frozen=True, slots=True)
class Sought:
    """What somebody looks for: a lead by its number, or clients of whom all the rest is true.

    `words`: each as it was typed, and without its ending. `digits`: of a number, in one of these spellings.
    `handles`: names in Telegram, and e-mail addresses.
    """

    number: int | None = None
    words: tuple[tuple[str, str], ...] = ()
    digits: tuple[str, ...] = ()
    handles: tuple[str, ...] = ()

    @property
    def is_about_a_client(self) -> bool:
        return bool(self.words or self.digits or self.handles)


def read_sought(text: str) -> Sought | None:
    """Reads what is looked for; None where there is too little of it, or too much."""
    typed = unicodedata.normalize("NFKC", text.replace("№", "#")).strip()
    if not typed or len(typed) > LONGEST:
        return None
    number = _NUMBER.fullmatch(typed)
    handles = tuple(folded(name) for name in (*_MAIL.findall(typed), *_HANDLE.findall(typed)))
    rest = _HANDLE.sub(" ", _MAIL.sub(" ", typed))
    digits = "".join(c for c in rest if c.isdigit())
    words = tuple((folded(word), _stem(folded(word))) for word in _WORD.findall(rest))
    if number and typed.startswith("#"):
        return Sought(number=int(number[1]))
    found = Sought(
        int(number[1]) if number else None,
        () if number else words,
        _spellings(digits) if len(digits) >= FEWEST_DIGITS else (),
        handles,
    )
    return found if found.number is not None or found.is_about_a_client else None


def is_query(text: str) -> bool:
    """Tells whether a text may be what somebody was asked to look for, and not a client of whom they tell: words or a
    number, never both, in one line.
    """
    typed = text.strip()
    if "\n" in typed or read_sought(typed) is None:
        return False
    return bool(_DIGITS.fullmatch(typed.lstrip("№#"))) or not any(c.isdigit() for c in typed)


def terms_of(said: Client) -> frozenset[str]:
    """Returns all by which a client is found of whom this was said: folded words, the ends of the numbers."""
    words = {folded(word) for word in _WORD.findall(said.name or "")}
    handles = {folded(name) for name in _HANDLE.findall(said.text[:MOST_TEXT])}
    written = [value for kind, value in said.contacts if kind in _WRITTEN]
    phones = {phone.partition(";")[0].lstrip("+") for phone in (said.phone, *said.phones) if phone}
    ends = {phone[n:] for phone in phones for n in range(len(phone) - FEWEST_DIGITS + 1)}
    return frozenset(words | handles | {folded(value) for value in written} | ends)


def _spellings(digits: str) -> tuple[str, ...]:
    """A number that begins with an 8 at home begins with a 7 for everybody else."""
    return (digits, f"7{digits[1:]}") if digits.startswith("8") else (digits,)


def _stem(word: str) -> str:
    """Without its ending, as far as enough is left."""
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _FEWEST_LETTERS:
            return word.removesuffix(ending)
    return word
