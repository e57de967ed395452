"""Words that stand together as one person's name, what their neighbours tell, and how such a name is shown."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from contacts.dictionary import PERSONS, Kind, Reading, nominative
from contacts.name_hints import CLIENT, NEVER, PARTICLES, SONS, STAFF, TITLES
from contacts.name_items import Item, Sort
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
    """Returns the longest name that begins with this item; None if none does.

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


@dataclass(frozen=True, slots=True)
class Row:
    """`words` tells of each item's word what the dictionary and the office know."""

    items: Sequence[Item]
    words: Words

    def key(self, index: int) -> str:
        """Returns the word as it is compared; empty where there is none."""
        return folded(self.items[index].text) if self._is_word(index) else ""

    def opens(self, run: Run) -> bool:
        """Whether a line begins with it, or a sign, a number, a title stands before it."""
        item = run.parts[0].item
        is_free = item.opens or bool(item.gap.strip()) or self.items[run.start - 1].sort is Sort.NUMBER
        return is_free or self.key(run.start - 1) in TITLES

    def closes(self, run: Run) -> bool:
        """Whether a line ends with it, or a sign stands behind it."""
        return self.ends_line(run.end) or bool(self.items[run.end].gap.strip())

    def ends_line(self, end: int) -> bool:
        """Whether what ends before this item ends a line."""
        return end >= len(self.items) or self.items[end].opens

    def is_creature(self, index: int) -> bool:
        """Whether it says what somebody is, not who: мастер, муж, бабушка."""
        if not self._is_word(index) or self.items[index].text.isascii():
            return False
        about = self.words.about(self.items[index].text)
        nouns = (r for r in about.readings if r.part == "NOUN" and r.animate and not r.kind)
        return about.known and not about.is_person and any(nouns)

    def is_part(self, index: int, part: str) -> bool:
        """Whether it is most likely this part of speech, in Russian."""
        if not self._is_word(index) or self.items[index].text.isascii():
            return False
        readings = self.words.about(self.items[index].text).readings
        return bool(readings) and readings[0].part == part

    def _is_word(self, index: int) -> bool:
        return 0 <= index < len(self.items) and self.items[index].is_word


def called(run: Run, cases: Sequence[str] = ()) -> str:
    """Returns the name as the card shows it: capitals put right, the nominative where the dictionary is sure of it.

    `cases`: those that the words before ask for, the likeliest first; without any it stays as it was written.
    """
    for case in cases:
        for gender in ("masc", "femn"):
            if all(part.stands_in(case, gender) for part in run.parts):
                return _joined(run, [_inflected(part, case, gender) for part in run.parts])
    return _joined(run, [_shown(part.item.text, part.is_particle) for part in run.parts])


def _shown(text: str, is_particle: bool = False) -> str:
    """`ИВАН`, `иван` as `Иван`; what is written in mixed letters stays."""
    if is_particle:
        return text.lower() if text.isupper() else text
    if not (text.isupper() or text.islower()):
        return text
    marked = ("-" + text.lower()).replace("`", "'")
    return "".join(c.upper() if marked[n] in "-'’ʼ‘" else c for n, c in enumerate(text.lower()))


def _inflected(part: Part, case: str, gender: str) -> str:
    if part.look is None:
        return _shown(part.item.text, part.is_particle)
    meant = [r for r in part.readings if r.case == case and r.gender in (gender, "ms-f")]
    name = nominative(part.item.text, max(meant, key=lambda r: r.chance))
    return _shown(part.item.text if name == part.item.text.lower() else name)


def _joined(run: Run, texts: Sequence[str]) -> str:
    gaps = ["", *(" ".join(part.item.gap.split(" ")) for part in run.parts[1:])]
    name = " ".join("".join(gap + text for gap, text in zip(gaps, texts, strict=True)).split())
    return name + "." if run.parts[-1].is_initial else name
