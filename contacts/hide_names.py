"""Which words of a text are somebody's name; in doubt they are.

First what each word is by itself (`contacts.name_classes`), then what its neighbours say: a label, a phone, another
name, initials, a street.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from typing import Final

from contacts import name_words
from contacts.hide_addresses import Span
from contacts.name_classes import Classes, OwnNames, Sense
from contacts.name_text import NameText
from contacts.tokens import Token, words, words_from

_APART: Final = 2  # tokens from one letter to the next
_BESIDE: Final = 5  # tokens between a name and a phone
_MOST_NAMES: Final = 4  # words of one name
_FEWEST_LETTERS: Final = 4  # of a word that is spelt out
_BEHIND_LABELS: Final = words(": - – — . \" « ' (")


def hide_names(
    read: Sequence[Token], phones: Sequence[Span], own: Collection[str], stays: Collection[str]
) -> Iterator[Span]:
    """`phones`: where they stand, in tokens. `own`: the client's names. `stays`: the office's words, folded."""
    called = frozenset(place for start, end in phones for place in range(start, end))
    text = NameText(read, Classes(read, OwnNames(own), stays), called)
    for place, sense in text.senses.items():
        if text.classes.is_own(place) or (sense is Sense.NAME and place not in text.places):
            text.hidden.add(place)
    for place in text.senses:
        _look_behind_label(text, place)
        _look_at_initials(text, place)
    for start, end in phones:
        _look_beside_phone(text, start, end)
    _look_at_beginnings(text)
    _look_at_letters(text)
    _look_beside_names(text, list(text.senses))
    _look_beside_names(text, list(reversed(text.senses)))
    for place in sorted(text.hidden):
        yield place, place + 1


def _look_behind_label(text: NameText, place: int) -> None:
    word = text.read[place].word
    if word in name_words.NAMES:
        _take(text, place, text.is_no_filler)
    elif word in name_words.CALLED:
        _take(text, place, text.is_like_name, first=text.is_no_filler)
    elif word in name_words.CLIENTS or word in name_words.FIRMS:
        _take(text, place, text.is_like_name)


def _take(
    text: NameText, label: int, may: Callable[[int], bool], first: Callable[[int], bool] | None = None
) -> None:
    """Hides up to four words behind a label."""
    is_first = True
    for at in words_from(text.read, label + 1, _MOST_NAMES + 2, _BEHIND_LABELS):
        if text.read[at].word in name_words.FILLERS and is_first:
            continue
        if not (first if first and is_first else may)(at):
            return
        text.hidden.add(at)
        is_first = False


def _look_at_initials(text: NameText, place: int) -> None:
    """`Гарипов А.Р.`, `А. Р. Гарипов`: two initials, and the capitals beside them."""
    _look_at_one_initial(text, place)
    second = _initial_after(text, place)
    if second is None or place in text.places:
        return
    if _initial_after(text, second) is not None:  # an abbreviation: С.Ш.А.
        return
    text.hidden.update((place, second))
    before = text.neighbour(place, -1)
    if before is not None and text.is_capital_word(before):
        text.hidden.add(before)
        return
    behind = text.neighbour(second, 1)
    if behind is not None and text.is_capital_word(behind):
        text.hidden.add(behind)


def _look_at_one_initial(text: NameText, place: int) -> None:
    """`Белый П.`: a capital word before one letter with a full stop, which is no `Корпус А.`."""
    if not (text.is_initial(place) and place + 1 < len(text.read) and text.read[place + 1].text == "."):
        return
    before = text.neighbour(place, -1)
    if before is None or text.read[before + 1].text == "." or before in text.places:
        return
    word = text.read[before].word
    if text.is_capital_word(before) and text.is_noun(before) and word not in name_words.LETTERED:
        text.hidden.update((before, place))


def _initial_after(text: NameText, place: int) -> int | None:
    if not (text.is_initial(place) and place + 1 < len(text.read) and text.read[place + 1].text == "."):
        return None
    at = place + 2
    at += at < len(text.read) and text.read[at].is_space
    return at if at < len(text.read) and text.is_initial(at) else None


def _look_beside_phone(text: NameText, start: int, end: int) -> None:
    """The words on both sides of it, as long as they may be a name."""
    _take_along(text, range(start - 1, -1, -1))
    _take_along(text, range(end, len(text.read)))


def _take_along(text: NameText, way: range) -> None:
    taken = tokens = 0
    for place in way:
        token = text.read[place]
        if token.is_digits or token.text in {".", "!", "?"} or tokens > _BESIDE or taken == _MOST_NAMES:
            return
        tokens += 1
        if token.is_word and token.word not in name_words.PHONES:
            if not text.is_perhaps(place):
                return
            text.hidden.add(place)
            taken, tokens = taken + 1, 0


def _look_at_beginnings(text: NameText) -> None:
    """`Вера хочет балкон`, `Роман, здравствуйте`: a word that may be a name begins a sentence about somebody."""
    for place, sense in text.senses.items():
        if (
            place in text.places
            or sense is not Sense.PERHAPS
            or not (text.classes.is_start(place) and text.classes.is_capital(place))
        ):
            continue
        if text.is_given(place):
            text.hidden.add(place)
            continue
        behind = next(iter(words_from(text.read, place + 1, 1, frozenset())), None)
        if behind is not None and text.is_doing(behind):
            text.hidden.add(place)


def _look_at_letters(text: NameText) -> None:
    """`П е т р о в`: what is spelt out letter by letter, with the same sign between."""
    spelt: list[int] = []
    for place in [*text.senses, -1]:
        is_letter = place >= 0 and len(text.read[place].text) == 1
        if spelt and not (is_letter and _goes_on(text, spelt, place)):
            text.hidden.update(spelt if len(spelt) >= _FEWEST_LETTERS else ())
            spelt = []
        if is_letter:
            spelt.append(place)


def _goes_on(text: NameText, spelt: Sequence[int], place: int) -> bool:
    same = len(spelt) == 1 or text.read[spelt[-1] - 1].text == text.read[place - 1].text
    return place - spelt[-1] == _APART and same


def _look_beside_names(text: NameText, order: Sequence[int]) -> None:
    for place in order:
        if place not in text.hidden or len(text.read[place].text) == 1:
            continue
        for step in (-1, 1):
            at = text.neighbour(place, step)
            if at is None or at in text.hidden:
                continue
            is_initial = len(text.read[at].text) == 1 and at not in text.places
            if text.is_perhaps(at) or text.is_surname(at) or (is_initial and _may_be_initial(text, at, step)):
                text.hidden.add(at)


def _may_be_initial(text: NameText, place: int, step: int) -> bool:
    """`Зухра А`, `А. Гарипов`, `гарипов а.р.`; not the «И» and «С» of a sentence."""
    is_stopped = place + 1 < len(text.read) and text.read[place + 1].text == "."
    if not text.read[place].is_capital:
        return is_stopped and step > 0 and _initials_end(text, place)
    return is_stopped or (step > 0 and text.read[place].word not in name_words.LETTERS)


def _initials_end(text: NameText, place: int) -> bool:
    """A second letter with a full stop follows; it is hidden with the first."""
    second = place + 2
    second += second < len(text.read) and text.read[second].is_space
    is_pair = second + 1 < len(text.read) and text.read[second + 1].text == "."
    if is_pair and text.read[second].is_word and len(text.read[second].text) == 1:
        text.hidden.add(second)
        return True
    return False
