"""Words of a text that stay although they may be names: of a street, a town, a district."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from contacts import name_words
from contacts.gazetteer import named
from contacts.name_classes import known_word
from contacts.tokens import Token, word_before, words_from

_APART: Final = 2  # tokens between two words
_REACH: Final = 5  # tokens between a street and its house
_HOUSE: Final = 3  # digits at most
_MOST_WORDS: Final = 2  # with a capital, of the name of one place
_INSIDE: Final = frozenset([".", "-", "«", '"'])


def places(read: Sequence[Token], called: Collection[int]) -> Iterator[int]:
    """Their places among the tokens. `called`: the tokens of phones, which are no houses."""
    for place, token in enumerate(read):
        if not token.is_word:
            continue
        if token.word in name_words.BEFORE_PLACES or _is_short_for_place(read, place):
            town = token.word in name_words.TOWNS
            yield from (
                at for at in _capitals_from(read, place + 1) if not (town and _is_only_person(read[at].word))
            )
        elif token.word in name_words.INTO:
            into = words_from(read, place + 1, 1, frozenset())
            yield from (at for at in into if _may_be_place(read[at].word))
        elif token.word in name_words.STREETS and _is_street(read, place, called):
            yield place


def _is_short_for_place(read: Sequence[Token], place: int) -> bool:
    """`с. Петровское`, `м. Горки`."""
    stopped = place + 1 < len(read) and read[place + 1].text == "."
    return read[place].word in name_words.STOPPED_ONLY and stopped and not read[place].is_capital


def _is_only_person(word: str) -> bool:
    """`г. Петров` is a gentleman."""
    return known_word(word).is_person and not _may_be_place(word)


def _may_be_place(word: str) -> bool:
    return known_word(word).is_place or bool(named(word))


def _capitals_from(read: Sequence[Token], place: int) -> Iterator[int]:
    """The words of one name: `К. Маркса`, `8 Марта`, `Набережные Челны`."""
    most = _MOST_WORDS
    for at in words_from(read, place, _MOST_WORDS + 2, _INSIDE, over_digits=True):
        if not read[at].is_capital:
            return
        yield at
        most -= len(read[at].text) > 1
        if not most:
            return


def _is_street(read: Sequence[Token], place: int, called: Collection[int]) -> bool:
    """A house's number follows, or `на` stands before: `Ленина 12`, `Ленина, д. 12`, `на Ямашева`."""
    at = place + 1
    while at < min(place + _REACH, len(read)) and _is_before_house(read[at]):
        at += 1
    is_house = at < len(read) and read[at].is_digits and len(read[at].text) <= _HOUSE
    before = word_before(read, place, _APART)
    is_on = before is not None and read[before].word in {"на", "по"}
    return is_on or (is_house and at not in called)


def _is_before_house(token: Token) -> bool:
    return token.is_space or token.text in {",", "."} or token.word in {"д", "дом"}
