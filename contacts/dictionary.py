"""What the Russian dictionary knows of a word: whether it names a person or a place, and its forms.

The dictionary is OpenCorpora's, read by pymorphy3, with the given names that it lacks (`contacts.given_names`). It is
loaded at the first question: 0.2 s and 30 MB, once a process. A question costs 20 to 300 µs; the last answers are kept.
Any thread may ask: it is read only.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache, lru_cache
from typing import Any, Final

from contacts import given_names

LONGEST_WORD: Final = 40  # letters; what is longer is no word, and guessing at it takes long
MOST_HYPHENS: Final = 3
_KEPT: Final = 8192  # answers


class Kind(StrEnum):
    """What a word names. The values are the dictionary's own marks."""

    GIVEN = "Name"
    PATRONYMIC = "Patr"
    SURNAME = "Surn"
    PLACE = "Geox"


PERSONS: Final = frozenset({Kind.GIVEN, Kind.PATRONYMIC, Kind.SURNAME})


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to take a word.

    `kind`: None for an ordinary word. `case` is `nomn`, `gent`, `datv`, `accs`, `ablt`, `loct`, …; None of what has
    none. `gender` is `masc`, `femn`, `ms-f` for either, `neut` or None. `chance` (0 to 1): how often it is meant that
    way in running text; capitals say more.
    """

    kind: Kind | None
    part: str | None  # of speech: NOUN, VERB, …
    case: str | None
    gender: str | None
    plural: bool
    animate: bool
    normal: str
    chance: float


@dataclass(frozen=True, slots=True)
class Word:
    """A word with all its readings, the likeliest first. `known`: the dictionary has it; else they are guesses."""

    known: bool
    readings: tuple[Reading, ...]

    @property
    def kinds(self) -> frozenset[Kind]:
        """What the dictionary itself says that the word names, in any of its forms; empty of an unknown one."""
        return frozenset(r.kind for r in self.readings if r.kind) if self.known else frozenset()

    @property
    def is_person(self) -> bool:
        """The dictionary knows it as somebody's name, perhaps among other things: Иван, Петрову, Вера, Лев, Роман."""
        return bool(self.kinds & PERSONS)

    @property
    def is_place(self) -> bool:
        """The dictionary knows it as a place: Казань, Челнах, Йошкар-Ола."""
        return Kind.PLACE in self.kinds

    @property
    def may_be_surname(self) -> bool:
        """Unknown, and shaped like a surname: Хабибуллину, Геворгян."""
        return not self.known and any(r.kind is Kind.SURNAME for r in self.readings)

    @property
    def is_ordinary(self) -> bool:
        """The dictionary knows it, and more often as neither name nor place: окна, добрый, вера, мир; not Иван."""
        return self.known and sum(-r.chance if r.kind else r.chance for r in self.readings) > 0

    @property
    def has_ordinary(self) -> bool:
        """The dictionary knows it as an ordinary word too, however seldom: вера, лев, юля (of юлить)."""
        return self.known and any(not r.kind for r in self.readings)


_NOTHING: Final = Word(known=False, readings=())


def look_up(word: str) -> Word:
    """Tells what the dictionary says of one word, in any case and form. Of what is no Cyrillic word it says nothing."""
    return _look_up(_spelt(word))


def nominative(word: str, reading: Reading) -> str:
    """Tells how the one is called who is named so: павел for `Павлу`, петрова for `Петровой`, петров for `Петровых`.

    `reading`: one of the word's own. In lower case.
    """
    return _nominative(_spelt(word), reading)


def forms(word: str) -> frozenset[str]:
    """Returns every form of the word, in lower case and composed, itself included: Павел, Павла, Павлу, …

    The forms of all its readings as somebody's name, also of guesses, and of the words that are called the same
    (Любовь: Любови and любви) or nearly so (Наталья: Наталии); where there is no such reading, those of all the others.
    """
    return _forms(_spelt(word))


@lru_cache(_KEPT)
def _look_up(word: str) -> Word:
    if not _is_word(word):
        return _NOTHING
    parses = _morph().parse(word)
    if given := tuple(_given(word)):
        return Word(known=True, readings=given)
    named = [parse for parse in parses if "Poss" not in parse.tag.grammemes]  # Петров as an adjective of Пётр
    readings = [_reading(parse) for parse in named or parses]
    return Word(bool(parses and parses[0].is_known), (*readings, *_namesakes(readings)))


def _given(word: str) -> Iterator[Reading]:
    """As a name that only the list of given names has."""
    found = () if _morph().word_is_known(word) else given_names.forms_like(word)
    for name, case, gender in found:
        yield Reading(Kind.GIVEN, "NOUN", case, gender, False, True, name, 1 / len(found))


def _namesakes(readings: Sequence[Reading]) -> Iterator[Reading]:
    """Places that are called like somebody: София, of whom the dictionary knows only Софья."""
    for reading in readings:
        twin = _other_spelling(reading.normal)
        if reading.kind is Kind.PLACE and twin and _is_given(twin):
            yield replace(reading, kind=Kind.GIVEN)


def _is_given(name: str) -> bool:
    return any(parse.is_known and _kind(parse) is Kind.GIVEN for parse in _morph().parse(name))


@lru_cache(_KEPT)
def _nominative(word: str, reading: Reading) -> str:
    if reading in _given(word):
        return reading.normal
    wanted = replace(reading, kind=None)
    alike = (parse for parse in _morph().parse(word) if replace(_reading(parse), kind=None) == wanted)
    parse = next(alike, None)
    if parse is None or (reading.case == "nomn" and not reading.plural):
        return word
    called = parse.inflect({"nomn", "sing"})
    return str(called.word if called else word)


@lru_cache(_KEPT)
def _forms(word: str) -> frozenset[str]:
    if not _is_word(word):
        return frozenset({word})
    if own := {form for reading in _given(word) for form in given_names.all_forms(reading.normal)}:
        return frozenset({word, *own})
    parses = _morph().parse(word)
    called = {reading.normal for reading in _look_up(word).readings if reading.kind in PERSONS}
    meant = [parse for parse in parses if not called or parse.normal_form in called]
    for twin in filter(None, map(_other_spelling, sorted(called))):
        meant += [p for p in _morph().parse(twin) if p.is_known and _kind(p) in PERSONS]
    return frozenset({word, *(form.word for parse in meant for form in parse.lexeme)})


def _other_spelling(name: str) -> str | None:
    """Наталия for наталья, and the other way round."""
    ending = {"ья": "ия", "ия": "ья", "ье": "ие", "ие": "ье"}.get(name[-2:])
    return name[:-2] + ending if ending else None


def _spelt(word: str) -> str:
    return unicodedata.normalize("NFC", word).lower()


def _is_word(word: str) -> bool:
    parts = word.split("-")
    is_long = len(word) > LONGEST_WORD or len(parts) > MOST_HYPHENS + 1
    return not is_long and all(part.isalpha() and "\u0400" <= part[0] <= "\u052f" for part in parts)


@cache
def _morph() -> Any:
    import pymorphy3  # for the programs that read no words

    return pymorphy3.MorphAnalyzer(lang="ru")


def _kind(parse: Any) -> Kind | None:
    return next((kind for kind in Kind if kind in parse.tag.grammemes), None)


def _reading(parse: Any) -> Reading:
    tag = parse.tag
    part, case, gender = (mark and str(mark) for mark in (tag.POS, tag.case, tag.gender))
    return Reading(
        kind=_kind(parse),
        part=part,
        case=case,
        gender="ms-f" if "ms-f" in tag.grammemes else gender,
        plural=tag.number == "plur",
        animate="anim" in tag.grammemes,
        normal=parse.normal_form,
        chance=parse.score,
    )
