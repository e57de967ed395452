"""How much a single word says that it is somebody's name: by the dictionary, by its shape, by how it is written."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from enum import StrEnum
from functools import lru_cache
from typing import Final

from contacts import name_words, networks
from contacts.dictionary import Kind, Word, forms, look_up
from contacts.gazetteer import is_place
from contacts.tokens import Token, words
from contacts.writing import (
    has_other_letters,
    is_latin,
    is_of_other_letters,
    is_person_in_latin,
    shouted,
    starts,
    ways_in_cyrillic,
)
from leads.words import folded

_LITTLE: Final = frozenset({"CONJ", "PRCL", "PREP", "NPRO", "INTJ", "ADVB", "PRED", "NUMR", None})
_ACTIONS: Final = frozenset({"VERB", "INFN", "ADVB", "GRND", "PRTS", "ADJS", "COMP", "PRED"})
_MOSTLY: Final = 0.5  # chance
_OF_SOMEBODY: Final = ("ин", "иный")
_SURELY: Final = 0.9  # chance
_SHORT: Final = 4  # letters
_ACRONYM: Final = 5  # letters at most
_KEPT: Final = 8192  # answers


_NO_NAMES: Final = frozenset().union(
    *(name_words.PLAIN, name_words.BEFORE_PLACES, name_words.BRANDS, networks.ABBREVIATIONS),
    *(networks.NETWORKS, networks.ACCOUNTS, networks.MAILS, networks.SITES),
)

_WORD: Final = re.compile(r"[^\W\d_]+")
_LONGEST_NAME: Final = 256  # characters; a file may bring more
_SHORTEST: Final = 2  # letters of a name; what is shorter is an initial
_ENDINGS: Final = words(
    "а у ы и е я ю о ь й ом ем ой ей ою ею ым им ых их ии ию ия ие иею ям ями ами ам ах ях ью ого его ому ему"
    " ая ую яя юю ое ее ый ий ые ову ова овым ин ина ину иным ным нов s 's"
) | {""}
_VOWELS: Final = "аеиоуыэюяьйіїєәөүұ"
_LONGEST_ENDING: Final = 4


class Sense(StrEnum):
    """What a word is by itself."""

    NAME = "name"
    PERHAPS = "perhaps"  # if something beside it says so
    UNKNOWN = "unknown"  # to the dictionary, and written like any word: as PERHAPS
    PLACE = "place"
    PLAIN = "plain"


class Classes:
    """Tells of the words of one text. `stays`: the office's own words, folded."""

    def __init__(self, read: Sequence[Token], own: OwnNames, stays: Collection[str]) -> None:
        self._all = read
        self._own = own
        self._stays = stays
        self._shouted = shouted(read)
        self._starts = starts(read)
        self._is_tatar = is_of_other_letters(read)
        self._is_foreign = is_latin(read)

    def is_own(self, place: int) -> bool:
        word = self._all[place].word
        return self._own.has(word) or any(self._own.has(part) for part in _parts(word))

    def is_capital(self, place: int) -> bool:
        """Written with a capital, where others are not."""
        return self._all[place].is_capital and place not in self._shouted

    def is_start(self, place: int) -> bool:
        """A capital says nothing here: a sentence begins."""
        return place in self._starts

    def _is_of_language(self, place: int) -> bool:
        """An unknown word of a text in another language is like any word there; with a capital it may be a name."""
        token = self._all[place]
        if token.is_latin:
            return self._is_foreign and not token.is_capital and not is_person_in_latin(token.word)
        return self._is_tatar and (self.is_start(place) or not self.is_capital(place))

    def sense(self, place: int) -> Sense:
        token = self._all[place]
        if len(token.text) == 1:
            return Sense.PLAIN
        is_capital = self.is_capital(place)
        is_acronym = is_capital and token.text.isupper() and 1 < len(token.text) <= _ACRONYM
        if token.word in self._stays and not _is_rather(known_word(token.word)):
            return Sense.PLAIN
        sense = sense_of(token.word, is_capital, self.is_start(place), is_acronym)
        is_title = token.word in name_words.TITLES
        if self._is_of_language(place) and not (is_title or known_word(token.word).is_person):
            return Sense.PLAIN if sense in {Sense.UNKNOWN, Sense.NAME} else sense
        return sense


def _parts(word: str) -> Sequence[str]:
    return word.split("-")[:4] if "-" in word else ()


@lru_cache(_KEPT)
def sense_of(word: str, is_capital: bool, is_start: bool, is_acronym: bool) -> Sense:
    """`word` is in lower case; `is_start`: a sentence begins with it, so that its capital says nothing."""
    if word in _NO_NAMES:
        is_brand = word in name_words.BRANDS and _is_rather(look_up(word))
        return Sense.PERHAPS if is_brand or word in name_words.GIVEN else Sense.PLAIN
    if word in name_words.GIVEN | name_words.TITLES:
        return Sense.NAME if is_capital or not look_up(word).is_ordinary else Sense.PERHAPS
    if word.isascii():
        return _latin(word, is_capital, is_acronym)
    known = known_word(word)
    if is_place(word) or (known.is_place and not known.is_person):
        return Sense.PLACE
    if known.is_person:
        return _of_person(known, word, is_capital, is_start)
    parts = [known_word(part) for part in _parts(word)]
    if any(_is_surely(part) or (is_capital and part.is_person) for part in parts):
        return Sense.NAME
    if _is_possessive(known):
        return Sense.NAME
    if known.known or (parts and all(part.known for part in parts)):
        return Sense.PLAIN
    return _of_unknown(known, is_capital, is_acronym, has_other_letters(word))


def known_word(word: str) -> Word:
    """Tells what the dictionary says; foreign letters are also read as the Russian ones nearest to them."""
    found = look_up(word)
    if not found.known and (plain := word.translate(name_words.FOREIGN_LETTERS)) != word:
        other = look_up(plain)
        return other if other.is_person or not found.readings else found
    return found


def _is_surely(word: Word) -> bool:
    return word.is_person and not word.has_ordinary


def _is_rather(word: Word) -> bool:
    return word.is_person and not word.is_ordinary


def _is_possessive(word: Word) -> bool:
    """`Юлиным мужем`, `Юлькин номер`: what belongs to somebody by name."""
    first = word.readings[0] if word.readings else None
    if first is None or first.part not in {"ADJF", "ADJS"} or not first.normal.endswith(_OF_SOMEBODY):
        return False
    stem = first.normal.removesuffix("ый")[:-2]
    return any(_is_rather(look_up(stem + ending)) for ending in "ая")


def _of_person(known: Word, word: str, is_capital: bool, is_start: bool) -> Sense:
    if not known.has_ordinary:
        return Sense.NAME
    little = sum(r.chance for r in known.readings if not r.kind and r.part in _LITTLE)
    if little > _MOSTLY or all(r.part in _LITTLE for r in known.readings if not r.kind):
        if not is_capital:
            return Sense.PLAIN
        return Sense.PERHAPS if is_start else Sense.NAME
    if is_capital and not is_start:
        return Sense.NAME
    if known.is_ordinary:
        return Sense.PERHAPS
    is_given = Kind.GIVEN in known.kinds and len(word) >= _SHORT
    return Sense.NAME if is_capital or is_given else Sense.PERHAPS


def _of_unknown(word: Word, is_capital: bool, is_acronym: bool, is_foreign: bool) -> Sense:
    """A word that the dictionary lacks: with a capital somebody's name, if it does not look like a verb."""
    if is_acronym:
        return Sense.UNKNOWN
    if sum(r.chance for r in word.readings if r.kind in {Kind.SURNAME, Kind.PATRONYMIC}) >= _SURELY:
        return Sense.NAME
    if not is_capital:
        return Sense.UNKNOWN
    is_action = bool(word.readings) and word.readings[0].part in _ACTIONS
    return Sense.PLAIN if is_action and not is_foreign else Sense.NAME


def _latin(word: str, is_capital: bool, is_acronym: bool) -> Sense:
    if is_acronym:
        return Sense.UNKNOWN
    if word in name_words.ENGLISH:
        return Sense.NAME if is_capital else Sense.PERHAPS
    meant = [look_up(each) for each in ways_in_cyrillic(word)]
    if any(known.is_person and not known.is_ordinary for known in meant) and len(word) >= _SHORT:
        return Sense.NAME
    is_shaped = bool(meant[0].readings) and meant[0].readings[0].kind is Kind.SURNAME
    is_name = any(known.is_person for known in meant) or (not meant[0].known and is_shaped)
    return Sense.NAME if is_capital and is_name else Sense.UNKNOWN


class OwnNames:
    """Recognizes them in any case and form."""

    def __init__(self, names: Collection[str]) -> None:
        self._forms: set[str] = set()
        self._stems: set[str] = set()
        for word in {folded(word) for name in names for word in _WORD.findall(name[:_LONGEST_NAME])}:
            if len(word) < _SHORTEST:
                continue
            self._forms.add(word)
            if look_up(word).known:
                self._forms.update(folded(form) for form in forms(word))
            self._stems.update(_stems(word))

    def has(self, word: str) -> bool:
        """Whether this word, in lower case, is one of the names."""
        if word in self._forms:
            return True
        ends = range(len(word), max(len(word) - _LONGEST_ENDING, _SHORTEST) - 1, -1)
        return any(word[:end] in self._stems and word[end:] in _ENDINGS for end in ends)


def _stems(name: str) -> Iterator[str]:
    """What the forms of a name begin with: павел, павл; кравец, кравц; толст; натали, наталь."""
    yield name
    stem = name[:-1] if len(name) > _SHORTEST and name[-1] in _VOWELS else name
    yield stem
    if len(stem) > 3 and name[-2:] in {"ой", "ый", "ий", "ая", "яя", "ия", "ья"}:
        yield stem[:-1]
        yield stem[:-1] + "ь"
        yield stem[:-1] + "и"
    if len(stem) >= 3 and stem[-2] in "еоі" and stem[-1] not in _VOWELS:  # a vowel that comes and goes
        before = stem[:-2]
        yield before + stem[-1]
        yield before + ("й" if before[-1:] in set(_VOWELS) else "ь") + stem[-1]
