"""Words that are joined without a space: which of them are an address, and how far an address goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contacts import networks
from contacts.dictionary import look_up
from contacts.tokens import Token

OPENING: Final = frozenset("([{<*\"'«")
CLOSING: Final = frozenset(")]}>*\"'»")
_PARTS: Final = frozenset(",;!|\\") | OPENING | CLOSING  # between two chunks
_JOINS: Final = frozenset("._-/+#?=&~%:")  # inside an address
_MOST_TOKENS: Final = 40  # of an address, to one side of a place in it
_MOST_SPACED: Final = 6  # words of it with spaces between
_FEW: Final = 3


def chunks(read: Sequence[Token]) -> Iterator[tuple[int, int]]:
    """Tells what stands together without a space, from and to (excluded), without the stops at its end."""
    start = 0
    for place in range(len(read) + 1):
        if (
            place == len(read)
            or read[place].is_space
            or read[place].text in _PARTS
            or read[place].text == "\n"
        ):
            end = place
            while end > start and not (
                read[end - 1].is_word or read[end - 1].is_digits or read[end - 1].text == "_"
            ):
                end -= 1
            if end - start > 1:
                yield start, end
            start = place + 1


def is_address(chunk: Sequence[Token]) -> bool:
    """Whether there is a site, a link or a name of the net in it."""
    return any(_tells(chunk, place) for place in range(len(chunk)))


def _tells(chunk: Sequence[Token], place: int) -> bool:
    token, rest = chunk[place], chunk[place + 1 : place + 3]
    if token.text == ".":
        return 0 < place < len(chunk) - 1 and _is_site(chunk, place)
    if token.text == "_":
        return any(t.is_word or t.is_digits for t in (*chunk[max(place - 1, 0) : place], *rest[:1]))
    if token.text == ":":
        return [each.text for each in rest] == ["/", "/"] or (
            place > 0 and chunk[place - 1].is_latin and bool(rest)
        )
    if token.word in networks.NETWORKS | {"me", "tme", "www"}:
        is_name = len(rest) > 1 and (rest[1].is_latin or rest[1].is_digits)
        return is_name and rest[0].text in {"/", "."} and rest[1].word not in networks.NETWORKS
    is_name = token.is_latin and len(token.text) >= _FEW and bool(rest) and rest[0].is_digits
    return is_name and len(rest[0].text) >= _FEW


def _is_site(chunk: Sequence[Token], stop: int) -> bool:
    """Whether the words around this full stop are a site; where both are written as in a sentence they are not."""
    left, right = chunk[stop - 1], chunk[stop + 1]
    has_path = stop + 2 < len(chunk) and chunk[stop + 2].text == "/"
    if not right.is_word or not (left.is_word or left.is_digits):
        return False
    if left.is_digits:
        return right.is_latin and len(right.text) > 1
    if has_path or right.word in networks.SURE_ZONES:
        return True
    if left.word in networks.ABBREVIATIONS or len(left.text) == 1:
        return right.word == "ме" or (right.is_latin and left.is_latin and len(right.text) > 1)
    if len(right.text) == 1:
        return False
    return right.is_latin or not _begins_sentence(left, right)


def _begins_sentence(left: Token, right: Token) -> bool:
    """`окна.Нужен замер`: a space was forgotten."""
    before, behind = look_up(left.word), look_up(right.word)
    if right.is_capital and not left.is_capital:
        return True
    if right.is_capital:
        return before.known and behind.known and not (before.is_person or behind.is_person)
    return behind.known and not any(reading.part == "NOUN" for reading in behind.readings)


def labels_from(read: Sequence[Token], start: int) -> int:
    """Tells where an address that begins at `start` ends; its stops may have spaces around them or be said."""
    place, spaced = start, 0
    while place < min(start + _MOST_TOKENS, len(read)):
        token = read[place]
        if token.is_word or token.is_digits or (token.text in _JOINS and _goes_on(read, place)):
            place += 1
        elif spaced < _MOST_SPACED and (more := _next_label(read, place)):
            place, spaced = more, spaced + 1
        else:
            break
    return place


def labels_until(read: Sequence[Token], end: int) -> int:
    """Tells where an address begins that goes on at `end`, over brackets and one space."""
    place = end
    while place > max(end - _FEW, 0) and (
        read[place - 1].is_space or read[place - 1].text in OPENING | CLOSING
    ):
        place -= 1
    first = place
    while place > max(first - _MOST_TOKENS, 0):
        token = read[place - 1]
        if token.is_word or token.is_digits or token.text in _JOINS:
            place -= 1
        elif (more := _label_before(read, place)) is not None:
            place = more
        else:
            break
    return place


def _goes_on(read: Sequence[Token], place: int) -> bool:
    """A word or a further sign follows at once: it is no full stop."""
    following = read[place + 1] if place + 1 < len(read) else None
    return following is not None and (following.is_word or following.is_digits or following.text in _JOINS)


def _next_label(read: Sequence[Token], place: int) -> int | None:
    """` . ru`, ` точка ru`, `[.]ru`, ` ru`: where the label stands that follows at `place`."""
    signs = 0
    stop = False
    for at in range(place, min(place + 6, len(read))):
        token = read[at]
        if token.text in {".", "_"} or token.word in networks.DOTS:
            stop = True
        elif token.is_word or token.is_digits:
            is_zone = token.word in networks.ZONES and (token.is_latin or token.word in networks.SPOKEN_ZONES)
            return at if is_zone or (stop and token.is_latin) else None
        elif token.is_space or token.text in OPENING | CLOSING:
            signs += 1
        else:
            return None
    return None


def _label_before(read: Sequence[Token], place: int) -> int | None:
    """`ivan точка petrov`: where the word stands before the said stop that ends at `place`."""
    stop = False
    for at in range(place - 1, max(place - 6, -1), -1):
        token = read[at]
        if token.word in networks.DOTS or token.text == ".":
            stop = True
        elif token.is_word or token.is_digits:
            return at if stop and token.is_latin else None
        elif not (token.is_space or token.text in OPENING | CLOSING):
            return None
    return None
