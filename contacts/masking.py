"""Masking: what somebody may see of a client before they have claimed the lead.

It errs on the side of hiding. The text is read in its one spelling (`contacts.normal`), once from left to right, and
every step looks only a few words ahead or back, so that the work grows as the text does.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from contacts.hide_addresses import Span, hide_addresses
from contacts.hide_names import hide_names
from contacts.hide_numbers import hide_numbers
from contacts.normal import normal
from contacts.tokens import Token, tokens
from contacts.written import names_in

DOTS: Final = "•••"
_KEPT: Final = 512  # texts: the open leads of an office, and then some
_HOME: Final = frozenset({"7", "8"})  # what stands before the ten digits of a number at home
_NATIONAL: Final = 10
_CODES: Final = 4  # digits of a number that may be seen, if so many
_LAST: Final = 6  # digits of it remain hidden
_EXTENSION: Final = re.compile(r"[;,]|[^\W\d_]")  # `доб. 101`, `;ext=101`, `ext. 101`
_HANDLE: Final = re.compile(r"[A-Za-z0-9_]{4,}")
_ABROAD: Final = 9  # the last digits of a foreign number that are looked for without its country's code


def mask_text(
    text: str,
    names: Iterable[str] = (),
    phones: Iterable[str] = (),
    stays: frozenset[str] = frozenset(),
) -> str:
    """Returns the client's words without anything that leads to them: phones, addresses, names.

    `names`: what they are called, in any form. `phones`: in E.164 or as digits. `stays`: the office's own words,
    folded (`leads.words`), which are nobody's name. The answer is kept: a lead is masked once, not once a reader.
    """
    return masked(text, tuple(sorted(set(names))), tuple(sorted(set(phones))), stays)


@lru_cache(_KEPT)
def masked(text: str, names: tuple[str, ...], phones: tuple[str, ...], stays: frozenset[str]) -> str:
    """Does what `mask_text` does, of what can be kept."""
    parts, shown = list[str](), 0
    for start, end in hidden_places(text, names, phones, stays):
        parts += [text[shown:start], DOTS]
        shown = end
    return "".join([*parts, text[shown:]])


def hidden_places(
    text: str, names: Collection[str], phones: Collection[str], stays: frozenset[str]
) -> Iterator[Span]:
    """Tells where what `mask_text` hides stands in the text as it was written, from and to (excluded), in order."""
    spelt = normal(text)
    read = tokens(spelt.text)
    numbers = hide_numbers(read, set(_digits(phones)))
    spans = [*numbers.spans, *hide_addresses(read), *hide_names(read, numbers.phones, names, stays)]
    spans += _of_tokens(read, sorted(_in_telegram(spelt.text)))
    for first, last in _joined(read, spans):
        end = read[last - 1].end  # what is invisible behind it goes, too
        yield spelt.starts[read[first].start], spelt.starts[end] if end < len(spelt.starts) else len(text)


def mask_name(name: str) -> str:
    """Returns initials only: `Иван Петров` is `И••• П•••`."""
    return " ".join(word[0] + DOTS for word in name.split())


def mask_phone(international: str) -> str:
    """The country and area codes stay, the rest is dots: `+7 843 200-00-00` is `+7 843 •••-••-••`; so an extension."""
    shown, digits = [], 0
    total = sum(c.isdigit() for c in _EXTENSION.split(international)[0])
    for c in international:
        digits += c.isdigit()
        shown.append("•" if c.isdigit() and digits > min(_CODES, total - _LAST) else c)
    return "".join(shown)


def _digits(phones: Iterable[str]) -> Iterator[str]:
    """What is looked for of each number, without its country's code."""
    for phone in phones:
        digits = "".join(c for c in phone.partition(";")[0] if c.isdigit())
        if len(digits) == _NATIONAL + 1 and digits[0] in _HOME:
            yield digits[1:]
        else:
            yield from {digits, digits[-_ABROAD:]}


def _in_telegram(spelt: str) -> set[Span]:
    """Where names in Telegram stand, and where one of them is said once more without what makes it one."""
    found = list(names_in(spelt))
    named = {name for name, _ in found}
    again = (word for word in _HANDLE.finditer(spelt) if word.group().casefold() in named) if named else ()
    return {place for _, place in found} | {word.span() for word in again}


def _of_tokens(read: Sequence[Token], places: Sequence[Span]) -> Iterator[Span]:
    """Which tokens stand in these places of the text, in order, wholly or in part."""
    at = 0
    for start, end in places:
        while at < len(read) and read[at].end <= start:
            at += 1
        last = at
        while last < len(read) and read[last].start < end:
            last += 1
        yield at, last


def _joined(read: Sequence[Token], spans: Collection[Span]) -> Iterator[Span]:
    """The spans in order, without overlaps; one where nothing but spaces, or a hyphen and the like, stands between."""
    start, end = -1, -1
    for first, last in sorted(spans):
        if end >= 0 and (first <= end or all(_parts_nothing(token) for token in read[end:first])):
            end = max(end, last)
            continue
        if end >= 0:
            yield start, end
        start, end = first, last
    if end >= 0:
        yield start, end


def _parts_nothing(token: Token) -> bool:
    return token.is_space or token.text in {".", "-"}
