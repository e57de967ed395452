"""What stands beside telephone numbers and is none: dates, times, prices, sizes, cards, what a word before it names.

Every pattern is bounded or possessive: a text of any length is read once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from contacts.digits import Group

LABEL_ROOM: Final = 48  # characters before a number in which a word may say what it is

_WHOLE: Final = (
    r"(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])[./-](?:0?[1-9]|1[0-2])[./-](?:(?:19|20)\d\d|\d\d)(?![\d/-]|\.\d)",
    r"(?<![\d.-])(?:19|20)\d\d[-.](?:0[1-9]|1[0-2])[-.](?:0[1-9]|[12]\d|3[01])(?![\d-])",
    r"(?<![\d:])(?:[01]?\d|2[0-4]):[0-5]\d(?::[0-5]\d)?(?!\d)",
    r"(?<![\d.,-])(?:[01]?\d|2[0-3])\.[0-5]\d(?!\d|\.\d)",
    r"(?<![\d.,-])(?:0?[1-9]|[12]\d|3[01])\.(?:0[1-9]|1[0-2])(?!\d|\.\d)",
    r"(?<=-)(?:[01]?\d|2[0-3])\.00(?!\d|\.\d)",
    r"(?i)\b(?:в|до|с|со|после|к|около|at|by|till|from)\s(?:[01]?\d|2[0-3])-[0-5]\d(?![\d-])",
    r"(?<!\d)\d{4}[ -]\d{4}[ -]\d{4}[ -]\d{4}(?:[ -]\d{3}(?![ .-]?\d))?(?!\d)",
    r"(?<![\d-])\d{3}-\d{3}-\d{3}[ -]\d{2}(?![\d-])",
    r"(?i)(?<![\d.-])\d{1,4}\s?[хx×*]\s?\d{1,4}(?:\s?[хx×*]\s?\d{1,4}|\s?[мсm][мm]?\b)",
    r"(?i)(?<![\d.-])\d{2,3}0[хx×*]\d{2,3}0(?!\d)",
    r"(?<!\d)\d{2}:\d{2}:\d{6,7}:\d+",
)
_DATES_TIMES_CARDS: Final = re.compile(
    "|".join(f"(?:{p.replace('(?i)', '')})" for p in _WHOLE), re.IGNORECASE
)
_PRICE: Final = re.compile(
    r"(?<![\d-])(?:\d{1,3}(?:[ .]\d{3}){1,3}|\d{1,16})(?:,\d{1,2})?\s?"
    r"(?:₽|\$|€|₸|руб|р\b|р\.|т\.?\s?р\b|тыс|млн|млрд|тенге|rub\b|usd\b|eur\b|kzt\b)",
    re.IGNORECASE,
)

_FILLERS: Final = (
    r"(?:[\s.:;#=№(«\"-]|номер\w*+|n[ro]?\b|number|серия|серии|"
    r"клиент\w*+|организации|компании|банка|от|и)*+$"
)
_PAPERS: Final = re.compile(
    r"(?i)(?<!\w)(?:инн|иин|бин|кпп|огрн(?:ип)?|снилс|бик|окпо|оквэд|паспорт\w*|полис\w*|омс|ву|стс|птс|vin|iban|inn|"
    r"passport|кадастр\w*|imei|isbn|ean|штрих-?код\w*|индекс\w*|p/?с|р/?с|к/?с|р/?сч|л/?с)" + _FILLERS
)
_NUMBERED: Final = re.compile(
    r"(?i)(?<!\w)(?:заказ\w*|заявк\w*|заявлени\w*|договор\w*|контракт\w*|накладн\w*|квитанци\w*|чек\w*|трек\w*|артикул\w*|арт|"
    r"код\w*|id|ид|сделк\w*|обращени\w*|тикет\w*|бронь|брони|позици\w*|сч[её]т\w*|карт[аыуе]\w*|дел[оау]|смет\w*|акт\w*|лот\w*|"
    r"sku|модел\w*|серийн\w*|order|invoice|contract|ticket|account|card|deal|tracking)"
    + _FILLERS
    + r"|№\s*$|#\s*$"
)
_PHONE: Final = re.compile(
    r"(?i)(?<!\w)(?:тел|телефон\w*|моб|мобильн\w*|сот|сотов\w*|т|phone|tel|mobile|cell|whats?app|ватсап\w*|вотсап\w*|вацап\w*|"
    r"viber|вайбер\w*)[\s.:№#(=+-]*$"
)


class Said(Enum):
    """What the words before digits say of them."""

    NOTHING = auto()
    PHONE = auto()
    NUMBERED = auto()  # the number of an order or the like
    PAPERS = auto()  # of a passport, a tax-payer, an account


def said(text: str, start: int) -> Said:
    """Tells what the words before say of the digits that begin at `start`."""
    before = text[max(0, start - LABEL_ROOM) : start].rpartition("\n")[2]
    for pattern, meaning in ((_PHONE, Said.PHONE), (_PAPERS, Said.PAPERS), (_NUMBERED, Said.NUMBERED)):
        if pattern.search(before):
            return meaning
    return Said.NOTHING


@dataclass(frozen=True, slots=True)
class Beside:
    """Which groups of digits stand together as something else, from and to."""

    wholes: dict[int, tuple[int, int]]
    prices: tuple[tuple[int, int], ...]

    def is_cut(self, first: int, last: int) -> bool:
        """Whether these groups hold a part of a date, a time, a card and not the rest."""
        ends = (self.wholes.get(first), self.wholes.get(last))
        return any(whole and not first <= whole[0] <= whole[1] <= last for whole in ends)

    def is_in(self, first: int, last: int) -> bool:
        """Whether a date, a time, a card is among these groups."""
        return any(n in self.wholes for n in range(first, last + 1))

    def is_price(self, first: int, last: int) -> bool:
        return any(start <= first and last <= end for start, end in self.prices)


def beside(text: str, found: Sequence[Group]) -> Beside:
    wholes: dict[int, tuple[int, int]] = {}
    for first, last in _grouped(_DATES_TIMES_CARDS, text, found):
        wholes |= dict.fromkeys(range(first, last + 1), (first, last))
    return Beside(wholes, tuple(_grouped(_PRICE, text, found)))


def _grouped(pattern: re.Pattern[str], text: str, found: Sequence[Group]) -> list[tuple[int, int]]:
    """Which groups stand in each match, from and to."""
    places: list[tuple[int, int]] = []
    n = 0
    for match in pattern.finditer(text):
        while n < len(found) and found[n].end <= match.start():
            n += 1
        last = n
        while last < len(found) and found[last].start < match.end():
            last += 1
        if last > n:
            places.append((n, last - 1))
    return places
