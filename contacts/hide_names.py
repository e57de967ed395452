"""Which words of a text are somebody's name; in doubt they are.

First what each word is by itself (`contacts.name_classes`), then what its neighbours say: a label, a phone, another
name, initials, a street.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from contacts import name_words
from contacts.dictionary import Kind
from contacts.gazetteer import named
from contacts.hide_addresses import Span
from contacts.lists import words
from contacts.name_classes import Classes, Sense, known_word
from contacts.own_names import OwnNames
from contacts.tokens import Token, word_before

_APART: Final = 2  # tokens between two parts of a name
_BESIDE: Final = 5  # tokens between a name and what announces it
_MOST_NAMES: Final = 4  # words of one name
_FEWEST_LETTERS: Final = 4  # of a word that is spelt out
_SHORT: Final = 3  # letters
_HOUSE: Final = 3  # digits at most
_BETWEEN_PARTS: Final = words(". - –")
_IN_PLACES: Final = frozenset([".", "-", "«", '"'])
_BEHIND_LABELS: Final = words(": - – — . \" « ' (")
_ACTIONS: Final = frozenset({"VERB", "INFN", "ADVB", "GRND", "PREP", "CONJ", "PRCL", "NPRO"})


def hide_names(
    read: Sequence[Token], phones: Sequence[Span], own: Collection[str], stays: Collection[str]
) -> Iterator[Span]:
    """`phones`: where they stand, in tokens. `own`: the client's names. `stays`: the office's words, folded."""
    text = _Text(read, Classes(read, OwnNames(own), stays), phones)
    text.look()
    for place in sorted(text.hidden):
        yield place, place + 1


class _Text:
    """The words of one text; `hidden` are places of tokens, and grows."""

    def __init__(self, read: Sequence[Token], classes: Classes, phones: Sequence[Span]) -> None:
        self._all = read
        self._phones = phones
        self._called = frozenset(place for start, end in phones for place in range(start, end))
        self._classes = classes
        self._senses = {place: classes.sense(place) for place, token in enumerate(read) if token.is_word}
        self._places = frozenset(self._of_places())
        self.hidden: set[int] = set()

    def look(self) -> None:
        for place, sense in self._senses.items():
            is_free = place in self._places or (sense is not Sense.NAME)
            if self._classes.is_own(place) or not is_free:
                self.hidden.add(place)
        for place in list(self._senses):
            self._look_behind_label(place)
            self._look_at_initials(place)
        for start, end in self._phones:
            self._look_beside_phone(start, end)
        self._look_at_beginnings()
        self._look_at_letters()
        self._look_beside_names(list(self._senses))
        self._look_beside_names(list(reversed(self._senses)))

    def _of_places(self) -> Iterator[int]:
        """Words that stay although they are names: of a street, a town, a district."""
        for place, token in enumerate(self._all):
            if not token.is_word:
                continue
            stopped = place + 1 < len(self._all) and self._all[place + 1].text == "."
            is_short = token.word in name_words.STOPPED_ONLY and stopped and not token.is_capital
            if token.word in name_words.BEFORE_PLACES or is_short:
                yield from self._capitals_from(place + 1, 2)
            elif token.word in name_words.INTO:
                yield from (
                    at
                    for at in self._words_from(place + 1, 1, frozenset())
                    if known_word(self._all[at].word).is_place
                )
            elif token.word in name_words.STREETS and self._is_street(place):
                yield place

    def _is_street(self, place: int) -> bool:
        """A house's number follows, or `на` stands before: `Ленина 12`, `Ленина, д. 12`, `на Ямашева`."""
        at = place + 1
        while at < min(place + _BESIDE, len(self._all)) and self._is_before_house(at):
            at += 1
        is_house = at < len(self._all) and self._all[at].is_digits and len(self._all[at].text) <= _HOUSE
        before = word_before(self._all, place, _APART)
        is_on = before is not None and self._all[before].word in {"на", "по"}
        return is_on or (is_house and at not in self._called)

    def _is_before_house(self, place: int) -> bool:
        token = self._all[place]
        return token.is_space or token.text in {",", "."} or token.word in {"д", "дом"}

    def _capitals_from(self, place: int, most: int) -> Iterator[int]:
        for at in self._words_from(place, most + 2, _IN_PLACES):
            if not self._all[at].text[0].isupper():
                return
            yield at
            most -= len(self._all[at].text) > 1
            if not most:
                return

    def _words_from(self, place: int, most: int, over: frozenset[str]) -> Iterator[int]:
        """The next words, as long as nothing but a few signs stands between them."""
        last = min(place + _BESIDE * most, len(self._all))
        for at in range(place, last):
            token = self._all[at]
            if token.is_word:
                yield at
                most -= 1
                if not most:
                    return
            elif not token.is_space and token.text not in over:
                return

    def _look_behind_label(self, place: int) -> None:
        word = self._all[place].word
        if word in name_words.NAMES:
            self._take(place, self._is_no_filler)
        elif word in name_words.CALLED:
            self._take(place, self._is_like_name, first=self._is_no_filler)
        elif word in name_words.CLIENTS or word in name_words.FIRMS:
            self._take(place, self._is_like_name)

    def _take(
        self, label: int, may: Callable[[int], bool], first: Callable[[int], bool] | None = None
    ) -> None:
        """Hides up to four words behind a label."""
        is_first = True
        for at in self._words_from(label + 1, _MOST_NAMES + 2, _BEHIND_LABELS):
            if self._all[at].word in name_words.FILLERS and is_first:
                continue
            if not (first if first and is_first else may)(at):
                return
            self.hidden.add(at)
            is_first = False

    def _is_no_filler(self, place: int) -> bool:
        word = self._all[place].word
        return word not in name_words.NOTHING and word not in name_words.PHONES and not self._is_action(place)

    def _is_action(self, place: int) -> bool:
        readings = known_word(self._all[place].word)
        return readings.known and not readings.is_person and readings.readings[0].part in _ACTIONS

    def _is_like_name(self, place: int) -> bool:
        """Anything but a word that is surely none."""
        sense = self._senses[place]
        if place in self._places or self._all[place].word in name_words.PHONES:
            return False
        if sense in {Sense.NAME, Sense.PERHAPS, Sense.UNKNOWN}:
            return True
        return sense is Sense.PLAIN and self._classes.is_capital(place) and not self._is_action(place)

    def _look_at_initials(self, place: int) -> None:
        """`Гарипов А.Р.`, `А. Р. Гарипов`: two initials, and the capitals beside them."""
        second = self._initial_after(place)
        if second is None or place in self._places:
            return
        if self._initial_after(second) is not None:  # an abbreviation: С.Ш.А.
            return
        self.hidden.update((place, second))
        before = self._neighbour(place, -1)
        if before is not None and self._is_capital_word(before):
            self.hidden.add(before)
            return
        behind = self._neighbour(second, 1)
        if behind is not None and self._is_capital_word(behind):
            self.hidden.add(behind)

    def _initial_after(self, place: int) -> int | None:
        if not (self._is_initial(place) and place + 1 < len(self._all) and self._all[place + 1].text == "."):
            return None
        at = place + 2
        at += at < len(self._all) and self._all[at].is_space
        return at if at < len(self._all) and self._is_initial(at) else None

    def _is_initial(self, place: int) -> bool:
        token = self._all[place]
        return token.is_word and len(token.text) == 1 and token.is_capital

    def _is_capital_word(self, place: int) -> bool:
        token = self._all[place]
        is_free = place in self._places or self._senses[place] is Sense.PLACE
        return len(token.text) > 1 and token.is_capital and not is_free and not self._is_action(place)

    def _neighbour(self, place: int, step: int) -> int | None:
        """The word beside it, with nothing but a space, a full stop or a hyphen between."""
        at = place + step
        for _ in range(_APART + 1):
            if not 0 <= at < len(self._all):
                return None
            token = self._all[at]
            if token.is_word:
                return at
            if not token.is_space and token.text not in _BETWEEN_PARTS:
                return None
            at += step
        return None

    def _look_beside_phone(self, start: int, end: int) -> None:
        """The words on both sides of it, as long as they may be a name."""
        self._take_along(range(start - 1, -1, -1))
        self._take_along(range(end, len(self._all)))

    def _take_along(self, way: range) -> None:
        taken = tokens = 0
        for place in way:
            token = self._all[place]
            if token.is_digits or token.text in {".", "!", "?"} or tokens > _BESIDE or taken == _MOST_NAMES:
                return
            tokens += 1
            if token.is_word and token.word not in name_words.PHONES:
                if not self._is_perhaps(place):
                    return
                self.hidden.add(place)
                taken, tokens = taken + 1, 0

    def _is_perhaps(self, place: int) -> bool:
        """A name beside a name or a phone."""
        if place in self._places:
            return False
        if place in self.hidden:
            return True
        token = self._all[place]
        is_acronym = token.text.isupper() and len(token.text) <= 4 and self._classes.is_capital(place)
        return (
            self._senses[place] in {Sense.PERHAPS, Sense.UNKNOWN} and len(token.text) > 1 and not is_acronym
        )

    def _look_at_beginnings(self) -> None:
        """`Вера хочет балкон`, `Роман, здравствуйте`: a word that may be a name begins a sentence about somebody."""
        for place, sense in self._senses.items():
            if sense is not Sense.PERHAPS or not (
                self._classes.is_start(place) and self._classes.is_capital(place)
            ):
                continue
            if self._is_given(place):
                self.hidden.add(place)
                continue
            behind = next(iter(self._words_from(place + 1, 1, frozenset())), None)
            if behind is not None and self._is_doing(behind):
                self.hidden.add(place)

    def _is_given(self, place: int) -> bool:
        """`Роман с Викторией`: a word that is a given name, too, and no month."""
        word = self._all[place].word
        return Kind.GIVEN in known_word(word).kinds and word not in name_words.MONTHS

    def _is_doing(self, place: int) -> bool:
        return any(r.part in {"VERB", "INFN"} for r in known_word(self._all[place].word).readings)

    def _look_at_letters(self) -> None:
        """`П е т р о в`: what is spelt out letter by letter, with the same sign between."""
        spelt: list[int] = []
        for place in [*self._senses, -1]:
            is_letter = place >= 0 and len(self._all[place].text) == 1
            if spelt and not (is_letter and self._goes_on(spelt, place)):
                self.hidden.update(spelt if len(spelt) >= _FEWEST_LETTERS else ())
                spelt = []
            if is_letter:
                spelt.append(place)

    def _goes_on(self, spelt: Sequence[int], place: int) -> bool:
        same = len(spelt) == 1 or self._all[spelt[-1] - 1].text == self._all[place - 1].text
        return place - spelt[-1] == _APART and same

    def _look_beside_names(self, order: Sequence[int]) -> None:
        for place in order:
            if place not in self.hidden or len(self._all[place].text) == 1:
                continue
            for step in (-1, 1):
                at = self._neighbour(place, step)
                if at is None or at in self.hidden:
                    continue
                is_initial = len(self._all[at].text) == 1 and at not in self._places
                if (
                    self._is_perhaps(at)
                    or self._is_surname(at)
                    or (is_initial and self._may_be_initial(at, step))
                ):
                    self.hidden.add(at)

    def _is_surname(self, place: int) -> bool:
        """A capital inside a sentence, beside a name: Коваль, Белый; at its beginning only a short one: Пак Виктор."""
        token = self._all[place]
        if (
            not self._classes.is_capital(place)
            or self._senses[place] is not Sense.PLAIN
            or place in self._places
        ):
            return False
        if self._classes.is_start(place):
            return len(token.text) <= _SHORT and not token.text.isupper() and self._is_noun(place)
        return len(token.text) > 1

    def _is_noun(self, place: int) -> bool:
        word = self._all[place].word
        readings = known_word(word).readings
        return word not in name_words.PLAIN and any(
            r.part == "NOUN" and r.case == "nomn" for r in readings[:1]
        )

    def _may_be_initial(self, place: int, step: int) -> bool:
        """`Зухра А`, `А. Гарипов`, `гарипов а.р.`; not the «И» and «С» of a sentence."""
        is_stopped = place + 1 < len(self._all) and self._all[place + 1].text == "."
        if not self._all[place].is_capital:
            return is_stopped and step > 0 and self._initials_end(place)
        return is_stopped or (step > 0 and self._all[place].word not in name_words.LETTERS)

    def _initials_end(self, place: int) -> bool:
        """A second letter with a full stop follows; it is hidden with the first."""
        second = place + 2
        second += second < len(self._all) and self._all[second].is_space
        is_pair = second + 1 < len(self._all) and self._all[second + 1].text == "."
        if is_pair and self._all[second].is_word and len(self._all[second].text) == 1:
            self.hidden.add(second)
            return True
        return False


def _may_be_place(word: str) -> bool:
    return known_word(word).is_place or bool(named(word))
