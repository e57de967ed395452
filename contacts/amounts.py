"""Sums of money as people write them: `120 000 руб.`, `12 тысяч`, `1,5 млн`, `₽120000`, `120 т.р.`, `1 млн 250 тыс`."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from contacts.normal import normal_text
from contacts.phones import read_phones

LONGEST: Final = 60  # characters: whatever is longer is a story, no sum

_CURRENCY: Final = (
    r"(?:₽|\$|€|₸|руб(?:л(?:ей|я|ь|ями|ях)|\.)?|руб|р\.?|rub|rur|usd|eur|kzt|тенге|тг|"
    r"доллар(?:ов|а)?|евро|dollars?|euros?)"
)
_SCALES: Final = (
    (r"млрд\.?|миллиард(?:ов|а)?|bn|billions?", 10**9),
    (r"млн\.?|миллион(?:ов|а)?|лям(?:ов|а)?|mln|mio|millions?|m|м", 10**6),
    (r"тыс(?:яч(?:а|и|у)?)?\.?|тыщ[аи]?|тыр|т\.?|thousands?|thsd|k|к", 10**3),
)
_NUMBER: Final = r"\d{1,15}(?:[ .,'’]\d{1,15}){0,5}"
_ENDS: Final = (
    r"(?:(?![^\W\d_])|(?=р(?:уб\w*)?\.?\W*$))"  # the word is over, or roubles follow it at once: `т.р.`
)
_PART: Final = re.compile(
    rf"\s*(?P<number>{_NUMBER})\s*(?:"
    + "|".join(f"(?P<scale{n}>{words}){_ENDS}" for n, (words, _) in enumerate(_SCALES))
    + ")?",
    re.IGNORECASE,
)
_BEFORE: Final = re.compile(rf"\s*{_CURRENCY}\s*(?=\d)", re.IGNORECASE)
_BEHIND: Final = re.compile(
    rf"\s*(?:{_CURRENCY}(?![^\W\d_]))?\s*(?:(?P<hundredths>\d{{1,2}})\s*(?:коп(?:е(?:йки|йка|ек))?\.?|cents?))?\s*[.!]?\s*",
    re.IGNORECASE,
)
_THOUSANDS: Final = re.compile(
    r"[1-9]\d{0,2}(?P<by>[ .,'’])\d{3}(?:(?P=by)\d{3})*(?:(?!(?P=by))[.,](?P<rest>\d{1,2}))?"
)
_PLAIN: Final = re.compile(r"(?P<whole>\d{1,15})(?:[.,](?P<rest>\d{1,2}))?")
_DECIMAL: Final = re.compile(r"(?P<whole>\d{1,15}|\d{1,3}(?: \d{3})+)(?:[.,](?P<rest>\d{1,6}))?")


def read_amount(text: str) -> int | None:
    """Reads a sum, in hundredths, of any size; None if it is no sum.

    With a scale (тыс, млн) a dot or a comma is a decimal point; without one, three digits behind it are thousands.
    """
    spelt = _spelt(text)
    if not spelt or len(spelt) > LONGEST:
        return None
    before = _BEFORE.match(spelt)
    place, total, smallest = before.end() if before else 0, Decimal(0), 10**12
    while part := _PART.match(spelt, place):
        scale = next((size for n, (_, size) in enumerate(_SCALES) if part[f"scale{n}"]), 1)
        value = _scaled(part["number"], scale)
        if value is None or scale >= smallest:
            return None
        place, total, smallest = part.end(), total + value, scale
        if scale == 1:
            break
    behind = _BEHIND.fullmatch(spelt, place)
    if smallest == 10**12 or behind is None:
        return None
    return int(total * 100) + int(behind["hundredths"] or 0)


def is_rather_a_phone(text: str) -> bool:
    """Whether digits typed where a sum is awaited are a telephone number, or look like one with a slip."""
    read = read_phones(text)
    return bool(read.found or read.slips) and not _is_surely_money(text)


def is_bare_phone(text: str) -> bool:
    """Whether nothing but a number stands there, which then is an answer to nothing that was asked."""
    return is_rather_a_phone(text) and not any(character.isalpha() for character in text)


def _is_surely_money(text: str) -> bool:
    """Thousands set apart, or a word of money: no telephone number is written so."""
    spelt = _spelt(text)
    is_grouped = _THOUSANDS.fullmatch(spelt) is not None
    return read_amount(text) is not None and (is_grouped or not re.fullmatch(r"[\d\s().+-]+", spelt))


def _spelt(text: str) -> str:
    return re.sub(r"\s+", " ", normal_text(text)).strip()


def _scaled(number: str, scale: int) -> Decimal | None:
    if scale > 1:
        found = _DECIMAL.fullmatch(number)
        return found and _value(found["whole"], found["rest"]) * scale
    if thousands := _THOUSANDS.fullmatch(number):
        whole = number[: thousands.start("rest") - 1] if thousands["rest"] else number
        return _value(whole, thousands["rest"])
    plain = _PLAIN.fullmatch(number)
    return plain and _value(plain["whole"], plain["rest"])


def _value(whole: str, rest: str | None) -> Decimal:
    return Decimal(re.sub(r"\D", "", whole) + (f".{rest}" if rest else ""))
