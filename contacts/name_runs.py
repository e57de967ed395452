"""Words that stand together as one person's name, and how it is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from contacts.dictionary import PERSONS, Kind, Reading
from contacts.name_hints import CLIENT, NEVER, PARTICLES, SONS, STAFF
from contacts.name_items import Item
from contacts.name_looks import Look, Words
from leads.words import folded

MOST_PARTS: Final = 5
_CASES: Final = ("nomn", "gent", "datv", "accs", "ablt", "loct")
_RUSSIAN: Final = re.compile("[а-яё'’ʼ`‘-]+", re.IGNORECASE)  # what the dictionary inflects


@dataclass(frozen=True, slots=True)
class Part:
    """`look` is None of an initial and of words like `оглы`."""

    item: Item
    look: Look | None = None
    readings: tuple[Reading, ...] = ()  # as one person's name
    is_particle: bool = False

    @property
    def is_initial(self) -> bool:
        return self.look is None and not self.is_particle

    def stands_in(self, case: str, gender: str | None = None) -> bool:
        """Whether it may stand in this case. What the dictionary does not inflect stands as it is called."""
        if self.look is None:
            return True
        if not self.readings or not _RUSSIAN.fullmatch(self.item.text):
            return case == "nomn"
        return any(r.case == case and (gender is None or r.gender in (gender, "ms-f")) for r in self.readings)


@dataclass(frozen=True, slots=True)
class Run:
    """The items `start` to `end`, the last not included."""

    start: int
    end: int
    parts: tuple[Part, ...]

    @property
    def look(self) -> Look:
        """Of its best part; two that only go together make a fair name."""
        looks = [part.look for part in self.parts if part.look]
        best = max(looks, default=Look.NOT)
        is_backed = len(self.parts) > 1 and (best > Look.COMPANION or self.has_initials)
        return max(best, Look.FAIR) if is_backed else best

    @property
    def is_called_so(self) -> bool:
        """Whether it may stand as people are called, in the nominative."""
        return all(part.stands_in("nomn") for part in self.parts)

    @property
    def is_full(self) -> bool:
        """Two words with capital letters, of which one is known or guessed to be a name, or one with initials."""
        if self.has_initials:
            return self.look >= Look.FAIR
        looks = [part.look for part in self.parts if part.look and _is_capital(part.item.text)]
        return len(looks) > 1 and max(looks) >= Look.FAIR and min(looks) > Look.COMPANION

    @property
    def is_one(self) -> bool:
        """Whether all of it may stand in one case: not `Артёма Ангелина`."""
        return any(all(part.stands_in(case) for part in self.parts) for case in _CASES)

    @property
    def has_initials(self) -> bool:
        return any(part.is_initial for part in self.parts)

    @property
    def has_given_name(self) -> bool:
        return any(r.kind is Kind.GIVEN and r.case == "nomn" for part in self.parts for r in part.readings)


def run_at(items: Sequence[Item], start: int, words: Words, announced: bool = False) -> Run | None:
    """The longest name that begins with this item; None if none does.

    `announced`: something says that a name follows, so it need not be known nor have a capital letter.
    """
    parts: list[Part] = []
    for index in range(start, min(start + MOST_PARTS, len(items))):
        part = _part(items, index, words, parts, announced)
        if part is None:
            break
        parts.append(part)
    while parts and not _may_end(parts, items[start + len(parts) :]):
        parts.pop()
    is_name = any(_names(part) for part in parts) and (announced or not _is_mere_capital(parts))
    return Run(start, start + len(parts), tuple(parts)) if is_name else None


def _part(
    items: Sequence[Item], index: int, words: Words, before: Sequence[Part], announced: bool
) -> Part | None:
    """The item as the next part of a name of which `before` is known; None if it is none."""
    item, last = items[index], before[-1] if before else None
    if not item.is_word or (last and not _goes_on(last, item)):
        return None
    if _is_initial(items, index, last):
        return Part(item)
    key = folded(item.text)
    if key in PARTICLES and last:
        return Part(item, is_particle=True)
    if key in NEVER or key in PARTICLES:
        return None
    look = words.look(item.text, announced or _is_capital(item.text))
    about = words.about(item.text)
    is_told = about.known or about.may_be_surname
    readings = tuple(r for r in about.readings if r.kind in PERSONS and not r.plural) if is_told else ()
    is_creature = look is Look.COMPANION and not readings
    if look is Look.NOT or (is_creature and not _calls_for_surname(last, key, announced)):
        return None
    return Part(item, look, readings)


def _goes_on(last: Part, item: Item) -> bool:
    return item.is_close or (last.is_initial and not item.opens and item.gap.strip() == ".")


def _is_initial(items: Sequence[Item], index: int, last: Part | None) -> bool:
    """`И.` of `И. Петров` and of `Петров И.И.`; without a capital only `и.и.` behind a surname."""
    text = items[index].text
    if len(text) != 1:
        return False
    following = items[index + 1] if index + 1 < len(items) else None
    dot = following is None or following.gap.startswith(".")
    if text.isupper():
        return dot or last is not None
    is_pair = bool(dot and following and following.gap == "." and len(following.text) == 1)
    return last is not None and (is_pair or (last.is_initial and items[index].gap == "."))


def _is_capital(text: str) -> bool:
    return text[0].isupper() and not (text.isupper() and len(text) > 1)


def _calls_for_surname(last: Part | None, key: str, announced: bool) -> bool:
    """Лебедь of `Ольга Лебедь` and of `ФИО: Лебедь Ольга`: a creature, but none of the words for clients and staff."""
    is_given = last is not None and any(r.kind is not Kind.SURNAME for r in last.readings)
    return (is_given or (announced and last is None)) and key not in CLIENT | STAFF


def _names(part: Part) -> bool:
    """Whether it can be all of a name: an initial, `оглы` and a creature cannot."""
    return part.look is not None and (part.look > Look.COMPANION or bool(part.readings))


def _may_end(parts: Sequence[Part], following: Sequence[Item]) -> bool:
    last = parts[-1]
    if last.is_particle:
        return folded(last.item.text) in SONS
    if last.look is not Look.COMPANION or len(parts) == 1 or _is_capital(last.item.text):
        return True
    return not (following and following[0].is_word and following[0].is_close)


def _is_mere_capital(parts: Sequence[Part]) -> bool:
    """`Ламинат Рустам`: an unknown word that stands with a capital because a sentence begins."""
    first = parts[0]
    is_weak = first.look is Look.WEAK and not first.readings and first.item.begins
    return is_weak and len(parts) > 1 and parts[1].look is Look.SURE
