"""How much a single word looks like a part of somebody's name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from typing import Final

from contacts.dictionary import LONGEST_WORD, PERSONS, Kind, Reading, Word, forms, look_up
from contacts.gazetteer import is_place
from contacts.name_hints import CHANNELS, ENGLISH
from contacts.name_words import FOREIGN_LETTERS
from contacts.writing import in_cyrillic
from leads.words import folded

MOST_LOOKED_UP: Final = 400  # different words of one text; whoever is not named among them is not found
_SURELY: Final = 0.9  # of a guess: somebody's name, in whatever form
_LIKELY: Final = 0.6  # of a guess: somebody's given name as it is called
_OURS: Final = re.compile("[а-яё'’ʼ`‘-]+", re.IGNORECASE)
_APOSTROPHE: Final = re.compile(r"^\w['’ʼ`‘][^\W\d_a-zа-я]")  # O'Brien, О'Коннор
_LETTERED: Final = re.compile(r"[^\W\d_]+")


class Look(IntEnum):
    """How much a word looks like a name."""

    NOT = 0
    COMPANION = 1  # only beside another part of a name: Лебедь, Новый, Киров
    WEAK = 2  # unknown, with a capital letter
    FAIR = 3  # a surname, known or guessed; a given name that is more often something else
    SURE = 4  # a given name or a patronymic


@dataclass(frozen=True, slots=True)
class Own:
    """What an office calls its own, folded: words, beginnings of words, its people's full names, forms of surnames."""

    words: frozenset[str] = frozenset()
    stems: tuple[str, ...] = ()
    people: frozenset[str] = frozenset()
    surnames: frozenset[str] = frozenset()

    def has(self, word: str) -> bool:
        """Whether the word is one of its own."""
        return word in self.words or word.startswith(self.stems)

    def is_person(self, name: str) -> bool:
        """Whether the name, in any order of its words, is one of its people's."""
        return _unordered(name) in self.people


NOBODY: Final = Own()


@lru_cache(64)
def own_of(names: tuple[str, ...], stems: tuple[str, ...], people: tuple[str, ...]) -> Own:
    """Tells what an office calls its own. `names`: of segments, regions, sources; `stems`: its keywords."""
    words = {folded(word) for name in names for word in _LETTERED.findall(name)}
    surnames = {part for person in people for part in person.split()[1:] if not _is_given(look_up(part))}
    inflected = {form for surname in surnames for form in forms(surname)}
    return Own(
        words=frozenset(words),
        stems=tuple(folded(stem) for stem in stems if stem.strip()),
        people=frozenset(_unordered(person) for person in people if len(person.split()) > 1),
        surnames=frozenset(folded(form) for form in inflected if not _is_given(look_up(form))),
    )


def _is_given(word: Word) -> bool:
    """Whether it may be one person's given name or patronymic, in any case: Пётр, Петра; not Петров."""
    single = {r.kind for r in word.readings if not r.plural} if word.known else set()
    return bool(single & {Kind.GIVEN, Kind.PATRONYMIC})


def _unordered(name: str) -> str:
    return " ".join(sorted(folded(name).split()))


@dataclass(slots=True)
class Words:
    """Looks words up, a bounded number of them a text."""

    own: Own
    looked_up: dict[str, Word] = field(default_factory=dict)

    def about(self, word: str) -> Word:
        """Tells what the dictionary says of the word, or of how it is spelt in Russian letters."""
        key = _in_russian(word.lower())
        if key not in self.looked_up:
            if len(self.looked_up) >= MOST_LOOKED_UP:
                return look_up("")
            self.looked_up[key] = look_up(key)
        return self.looked_up[key]

    def look(self, word: str, capital: bool) -> Look:
        """`capital`: it stands with a capital letter where others do not."""
        key = folded(word)
        if not 1 < len(key) <= LONGEST_WORD or key in ENGLISH:
            return Look.NOT
        about = self.about(word)
        if (self.own.has(key) or key in CHANNELS) and (key.isascii() or not _is_given(about)):
            return Look.NOT
        if _APOSTROPHE.search(word):
            return Look.FAIR
        if not about.known and is_place(word):
            return Look.NOT
        if "-" in word and not about.known:
            return self._double(word, about, capital)
        if not self.is_russian(word):
            return _foreign(word, about, capital)
        return _known(about, capital) if about.known else _unknown(word, about, capital)

    def is_russian(self, word: str) -> bool:
        """Whether it has no other letters than Russian has."""
        return _OURS.fullmatch(word) is not None

    def is_colleague(self, word: str) -> bool:
        """Whether it is the surname of one of the office's people, in any form."""
        return folded(word) in self.own.surnames

    def _double(self, word: str, about: Word, capital: bool) -> Look:
        """A name of two parts; `онлайн-Иван` is none, nor `Бизнес-Центр`, but Мамин-Сибиряк is."""
        parts = [part for part in word.split("-") if part]
        looks = [self.look(part, capital) for part in parts]
        is_upper = all(part[0].isupper() for part in parts)
        if about.may_be_surname or max(looks) >= Look.FAIR:
            return max(*looks, Look.FAIR) if min(looks) else Look.FAIR if is_upper else Look.NOT
        if is_upper and looks[-1] >= Look.COMPANION:
            return Look.FAIR
        return Look.NOT


def _known(about: Word, capital: bool) -> Look:
    if _is_given(about):
        return (
            Look.FAIR if about.is_ordinary and capital else Look.COMPANION if about.is_ordinary else Look.SURE
        )
    if about.is_person:  # Хасанов, too, of whom the dictionary knows only several men called Хасан
        town = any(r.kind is Kind.PLACE and r.case == "nomn" for r in about.readings)  # Киров; not Иванова
        return Look.COMPANION if about.is_ordinary or town else Look.FAIR
    is_creature = any(r.animate and r.part == "NOUN" and r.case == "nomn" for r in about.readings)
    return Look.COMPANION if capital and is_creature and not about.is_place else Look.NOT


def _unknown(word: str, about: Word, capital: bool) -> Look:
    persons = sum(r.chance for r in about.readings if r.kind in PERSONS)
    given = sum(
        r.chance for r in about.readings if r.kind is Kind.GIVEN and r.case == "nomn" and not r.plural
    )
    if persons >= _SURELY or given >= _LIKELY:
        return Look.FAIR if capital or _guessed_surname(about.readings) else Look.COMPANION
    if about.may_be_surname:
        return Look.FAIR if capital else Look.COMPANION
    return Look.WEAK if capital and len(word) > 2 and not word.isupper() else Look.NOT


def _guessed_surname(readings: Iterable[Reading]) -> bool:
    return any(r.kind is Kind.SURNAME and r.case == "nomn" for r in readings)


def _foreign(word: str, about: Word, capital: bool) -> Look:
    """In letters that Russian does not have."""
    is_person = about.is_person and not about.is_ordinary
    if (about.is_place and not is_person) or (about.is_ordinary and not word.isascii()):
        return Look.NOT
    if _is_given(about) and not about.is_ordinary:
        return Look.SURE
    if about.is_person or (about.may_be_surname and capital):
        return Look.FAIR if capital else Look.COMPANION
    is_short = word.isupper() and len(word) <= 4  # VIP, BMW
    return Look.WEAK if capital and not is_short else Look.NOT


def _in_russian(word: str) -> str:
    """Кайрат for қайрат, рустам for rustam: near enough for the dictionary to tell."""
    return in_cyrillic(word) if word.isascii() else word.translate(FOREIGN_LETTERS)
