"""What figures that follow each other look like a telephone's number, and which words announce one."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from contacts.figures import Figure
from contacts.tokens import Token, word_before, words

FEWEST: Final = 5  # digits of the shortest number that is hidden without a reason
NATIONAL: Final = 10  # digits of a number at home
_LOCAL: Final = 7  # digits of a number without its area code
MOST: Final = 13  # digits with a country's code
_ABROAD: Final = {
    "998": 12,
    "996": 12,
    "994": 12,
    "992": 12,
    "375": 12,
    "380": 12,
    "995": 12,
    "374": 11,
    "373": 11,
}
_MOST_BEFORE: Final = 4  # tokens between a word and the number that it announces
_PHONES: Final = words(
    "тел телефон телефона телефону телефоны телефончик моб мобильный мобила мобильник сот сотовый трубка"
    " номер номера номеру номерок tel phone mobile cell number contact контакт контакты"
)
_CALLS: Final = words("звонить звоните позвонить перезвонить позвоните перезвоните набрать наберите call")
_EXTENSIONS: Final = words("доб добавочный добавочного доп вн внутр внутренний ext extension")
_LINKS: Final = words(
    "потом затем далее дальше и а плюс тире дефис пробел пауза скобка еще снова опять после then next and"
    " dash space plus там цифры"
)
_OF_SIZES: Final = words("на х x по")
_BY: Final = words("на х x")
_MOST_WORDS: Final = 3  # between two figures of one number


def count(part: Iterable[Figure]) -> int:
    return sum(len(figure.digits) for figure in part)


def is_named(read: Sequence[Token], first: Figure) -> bool:
    """A word like `тел.` stands before it."""
    return _announcing(read, first) in _PHONES


def is_called(read: Sequence[Token], first: Figure) -> bool:
    """A word like `тел.` or `звонить` stands before it."""
    return _announcing(read, first) in _PHONES | _CALLS


def is_extension(read: Sequence[Token], figure: Figure) -> bool:
    """A word like `доб.` stands before it."""
    return _announcing(read, figure) in _EXTENSIONS


def _announcing(read: Sequence[Token], figure: Figure) -> str:
    at = word_before(read, figure.first, _MOST_BEFORE)
    return read[at].word if at is not None else ""


def window(read: Sequence[Token], part: Sequence[Figure], at: int) -> int:
    """Tells how many figures from part[at] on are together shaped like a number with its area code; 0 if none are."""
    digits, lengths = "", []
    for figure in part[at : at + MOST]:
        digits += figure.digits
        if len(digits) > MOST:
            break
        lengths.append(len(digits))
    plus = part[at].first > 0 and read[part[at].first - 1].text == "+"
    for wanted in _wanted(digits, plus):
        if wanted in lengths:
            return lengths.index(wanted) + 1
    return 0


def _wanted(digits: str, plus: bool) -> list[int]:
    """Of how many digits a number is that begins with these, the likeliest first."""
    wanted = [NATIONAL + 1] if digits[:1] in {"7", "8"} and digits[1:2] not in {"0", "1", "2"} else []
    wanted += [_ABROAD[digits[:3]]] if digits[:3] in _ABROAD else []
    wanted += [NATIONAL] if digits[:1] in {"9", "8", "4", "3"} else []
    return [*wanted, NATIONAL + 1, NATIONAL + 2, NATIONAL] if plus else wanted


def chain(read: Sequence[Token], part: Sequence[Figure]) -> int:
    """Tells how many figures from part[0] on are a number with words between: `916 потом 123 потом 45 потом 67`."""
    said, digits, has_words = list[str](), part[0].digits, False
    for n in range(1, min(len(part), NATIONAL + 1)):
        between = read[part[n - 1].last + 1 : part[n].first]
        if not _may_link(between):
            return 0
        has_words = has_words or any(token.is_word for token in between)
        if not _in_brackets(between):
            said += [token.word for token in between if token.is_word]
        digits += part[n].digits
        if has_words and len(digits) == _length(digits) and _is_linked(said, digits, part[: n + 1]):
            return n + 1
    return 0


def _length(digits: str) -> int:
    """Of how many digits a number is that begins with these; 0 of none."""
    if digits[0] in "78" and digits[1:2] in set("9843"):
        return NATIONAL + 1
    return NATIONAL if digits[0] in "9843" else 0


def _may_link(between: Sequence[Token]) -> bool:
    said = [token.word for token in between if token.is_word]
    return len(said) <= _MOST_WORDS and not _OF_SIZES.intersection(said)


def _in_brackets(between: Sequence[Token]) -> bool:
    signs = "".join(token.text for token in between if not token.is_space)
    return signs[:1] in {"(", "["} and signs[-1:] in {")", "]"}


def is_size(read: Sequence[Token], one: Figure, other: Figure) -> bool:
    """Tells whether they are two figures of a size: `1400х1200`, `80 на 200`."""
    between = [token for token in read[one.last + 1 : other.first][:_MOST_BEFORE] if not token.is_space]
    is_by = len(between) == 1 and between[0].word in _BY
    return is_by and all(2 <= len(figure.digits) <= 4 and not figure.said for figure in (one, other))


def _is_linked(said: Sequence[str], digits: str, part: Sequence[Figure]) -> bool:
    """By words that lead from one figure to the next, or the same one each time; or by groups as of a mobile number."""
    if set(said) <= _LINKS or (len(said) > 1 and len(set(said)) == 1):
        return True
    is_mobile = digits.startswith(("9", "89", "79"))
    lengths = [len(figure.digits) for figure in part[1:]]
    return is_mobile and (lengths[-1:] == [_LOCAL] or all(2 <= length <= 4 for length in lengths))
