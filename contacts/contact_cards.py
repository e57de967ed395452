"""A contact's numbers as Telegram hands them over: one without a plus, the others in a vCard (RFC 6350)."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from contacts.dialling import at_home, existing
from contacts.normal import normal_text
from contacts.phones import NO_OWN, Found, Phones, is_own, read_phones
from contacts.slips import LONGEST_WRITTEN, Flaw, Slip

_FOLDED: Final = re.compile(r"\r?\n[ \t]")
_TEL: Final = re.compile(r"(?:[\w-]+\.)?TEL(?:;[^:\n]*)?:(?P<value>[^\n]+)", re.IGNORECASE)
_LEAST: Final = 3  # digits of what is shown


def read_contact(phone: str, vcard: str = "", own: Collection[str] = NO_OWN) -> Phones:
    """Telegram's number first. What is no number stands among the slips, with its digits as they came."""
    numbers: list[Found] = []
    odd: list[Slip] = []
    for written, number in [(phone, _by_telegram(phone)), *((one, _in_vcard(one)) for one in _lines(vcard))]:
        if number and not is_own(number, own):
            numbers.append(Found(number, 0, 0))
        elif not number and sum(c.isdigit() for c in written) >= _LEAST:
            odd.append(Slip(written[:LONGEST_WRITTEN], _flaw(written), 0, 0))
    return Phones(tuple(numbers), tuple(dict.fromkeys(odd)))


def _by_telegram(phone: str) -> str | None:
    """International without its plus; else as people at home write it: eleven digits with the 8, or ten."""
    spelt = normal_text(phone)
    digits = re.sub(r"\D", "", spelt)
    if spelt.lstrip().startswith("+"):
        return _in_vcard(spelt)
    return existing(digits) or (_at_home(digits) if spelt.strip().isdigit() else _in_vcard(spelt))


def _at_home(digits: str) -> str | None:
    return at_home(digits[1:] if len(digits) == 11 and digits[0] == "8" else digits)


def _in_vcard(written: str) -> str | None:
    found = read_phones(written, is_field=True).different
    return found[0] if found else None


def _lines(vcard: str) -> list[str]:
    lines = _TEL.findall(_FOLDED.sub("", vcard).replace("\r", ""))
    return [line.strip().removeprefix("tel:") for line in lines]


def _flaw(written: str) -> Flaw:
    digits = sum(c.isdigit() for c in written)
    if digits <= 7:
        return Flaw.LOCAL
    return Flaw.SHORT if digits < 10 else Flaw.UNKNOWN
