"""The words of a text as possible names: what each is by itself, and what may be said of it where it stands."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from contacts import name_words
from contacts.dictionary import Kind
from contacts.gazetteer import named
from contacts.name_classes import Classes, Sense, known_word
from contacts.tokens import Token, word_before, words, words_from

_APART: Final = 2  # tokens between two parts of a name
_FIRST: Final = 3  # readings that are looked at
_SHORT: Final = 3  # letters
_ACRONYM: Final = 4  # letters at most
_BETWEEN_PARTS: Final = words(". - –")
_ACTIONS: Final = frozenset({"VERB", "INFN", "ADVB", "GRND", "PREP", "CONJ", "PRCL", "NPRO"})

_BETWEEN: Final = 2  # tokens between two words
_REACH: Final = 5  # tokens between a street and its house
_HOUSE: Final = 3  # digits at most
_MOST_WORDS: Final = 2  # with a capital, of the name of one place
_INSIDE: Final = frozenset([".", "-", "«", '"'])


class NameText:
    """`senses` of its words, `places` that stay, `hidden` ones, which grow; all by their places among the tokens."""

    def __init__(self, read: Sequence[Token], classes: Classes, called: Collection[int]) -> None:
        self.read = read
        self.classes = classes
        self.senses = {place: classes.sense(place) for place, token in enumerate(read) if token.is_word}
        self.places = frozenset(places(read, called))
        self.hidden: set[int] = set()

    def is_perhaps(self, place: int) -> bool:
        """Tells whether it is a name beside a name or a phone."""
        if place in self.places:
            return False
        if place in self.hidden:
            return True
        token = self.read[place]
        is_acronym = token.text.isupper() and len(token.text) <= _ACRONYM and self.classes.is_capital(place)
        return self.senses[place] in {Sense.PERHAPS, Sense.UNKNOWN} and len(token.text) > 1 and not is_acronym

    def is_like_name(self, place: int) -> bool:
        """Anything but a word that is surely none."""
        sense = self.senses[place]
        if place in self.places or self.read[place].word in name_words.PHONES | name_words.PLAIN:
            return False
        if sense in {Sense.NAME, Sense.PERHAPS, Sense.UNKNOWN}:
            return True
        return sense is Sense.PLAIN and self.classes.is_capital(place) and not self.is_action(place)

    def is_no_filler(self, place: int) -> bool:
        word = self.read[place].word
        return word not in name_words.NOTHING and word not in name_words.PHONES and not self.is_action(place)

    def is_action(self, place: int) -> bool:
        readings = known_word(self.read[place].word)
        return readings.known and not readings.is_person and readings.readings[0].part in _ACTIONS

    def is_initial(self, place: int) -> bool:
        token = self.read[place]
        return token.is_word and len(token.text) == 1 and token.is_capital

    def is_capital_word(self, place: int) -> bool:
        token = self.read[place]
        is_free = place in self.places or self.senses[place] is Sense.PLACE
        return len(token.text) > 1 and token.is_capital and not is_free and not self.is_action(place)

    def is_surname(self, place: int) -> bool:
        """A capital inside a sentence, beside a name: Коваль, Белый; at its beginning only a short one: Пак Виктор."""
        token = self.read[place]
        if (
            not self.classes.is_capital(place)
            or self.senses[place] is not Sense.PLAIN
            or place in self.places
        ):
            return False
        if self.classes.is_start(place):
            return len(token.text) <= _SHORT and not token.text.isupper() and self.is_noun(place)
        return len(token.text) > 1

    def is_noun(self, place: int) -> bool:
        word = self.read[place].word
        readings = known_word(word).readings
        is_one = any(r.part in {"NOUN", "ADJF"} and r.case == "nomn" for r in readings[:_FIRST])
        return word not in name_words.PLAIN and is_one

    def is_given(self, place: int) -> bool:
        """`Роман с Викторией`: a word that is a given name, too, and no month."""
        word = self.read[place].word
        return Kind.GIVEN in known_word(word).kinds and word not in name_words.MONTHS

    def is_alone(self, place: int) -> bool:
        """`Рыбаков, здравствуйте`: nothing follows it at once."""
        return place + 1 >= len(self.read) or self.read[place + 1].text in {",", "\n", ".", "!", ":"}

    def is_doing(self, place: int) -> bool:
        return any(r.part in {"VERB", "INFN"} for r in known_word(self.read[place].word).readings)

    def neighbour(self, place: int, step: int) -> int | None:
        """Returns the word beside it, with nothing but a space, a full stop or a hyphen between."""
        at = place + step
        for _ in range(_APART + 1):
            if not 0 <= at < len(self.read):
                return None
            token = self.read[at]
            if token.is_word:
                return at
            if not token.is_space and token.text not in _BETWEEN_PARTS:
                return None
            at += step
        return None


def places(read: Sequence[Token], called: Collection[int]) -> Iterator[int]:
    """Returns their places among the tokens. `called`: the tokens of phones, which are no houses."""
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
    before = word_before(read, place, _BETWEEN)
    is_on = before is not None and read[before].word in {"на", "по"}
    return is_on or (is_house and at not in called)


def _is_before_house(token: Token) -> bool:
    return token.is_space or token.text in {",", "."} or token.word in {"д", "дом"}
