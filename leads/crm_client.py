"""Who a lead's client is in the office's CRM: what was put right here follows, what people have put there stays.

What we have told is known by marks alone: they go with the client's erasure (docs/privacy.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from leads.words import folded

_LONG: Final = 11  # digits of a number with its country
_AT_HOME, _ABROAD = "8", "7"  # how a Russian number begins that is written for home, and for everybody


@dataclass(frozen=True, slots=True, repr=False)
class ClientThere:
    """A client as a CRM has them: personal data. `phones` as a telephone takes them; `name`: None: it has none."""

    name: str | None = None
    phones: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Marks:
    """Stand for a client as somebody was told of them: for the name, and for each number."""

    name: str
    phones: tuple[str, ...] = ()


def marks_of(lead: int, client: ClientThere) -> Marks:
    """Returns the marks of a client of this lead; with another lead they are others."""
    return Marks(_of_name(lead, client.name), tuple(_of_phone(lead, one) for one in client.phones))


def corrected(
    lead: int, there: ClientThere, now: ClientThere, told: Marks, telling: Marks | None
) -> ClientThere:
    """Returns how a client is to be there. `told`: what we have said of them; `telling`: what may be there besides.

    A name is replaced where it is one that we have said, a number where we have said it and it is wrong now. Whatever
    else stands there somebody has put there, and a number of ours that is missing there somebody has taken out.
    """
    said = [one for one in (told, telling) if one is not None]
    is_ours = _of_name(lead, there.name) in {one.name for one in said}
    name = now.name if is_ours and now.name else there.name
    ours = {mark for one in said for mark in one.phones}
    wanted = dict(_marked(lead, now.phones))
    present = dict(_marked(lead, there.phones))
    kept = [phone for mark, phone in present.items() if mark in wanted or mark not in ours]
    is_sure = telling is None
    missing = [
        phone
        for mark, phone in wanted.items()
        if mark not in present and not (is_sure and mark in told.phones)
    ]
    return ClientThere(name, (*kept, *missing))


def _marked(lead: int, phones: Iterable[str]) -> Iterator[tuple[str, str]]:
    return ((_of_phone(lead, one), one) for one in phones)


def _of_name(lead: int, name: str | None) -> str:
    return _mark(lead, folded(name or ""))


def _of_phone(lead: int, phone: str) -> str:
    """However it is written."""
    digits = "".join(one for one in phone if one.isdecimal())
    if len(digits) == _LONG and digits.startswith(_AT_HOME) and "+" not in phone:
        digits = _ABROAD + digits[1:]
    return _mark(lead, digits)


def _mark(lead: int, said: str) -> str:
    return sha256(f"{lead} {said}".encode()).hexdigest()[:16]
