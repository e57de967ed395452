"""A client's name in a free text: where it is announced, beside a phone, in a sentence about a call, or alone.

What is a name tells the dictionary (`contacts.dictionary`), or the letters and the place of a word that it does not
know. Only what stands near phones, labels, verbs of calling and beginnings is looked at, a bounded number of places,
so a text twice as long takes at most twice as long.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice
from typing import Final

from contacts.name_hints import (
    ASKS,
    BETWEEN,
    CALLED,
    CHANNELS,
    CLIENT,
    GIVEN_LABELS,
    NEVER,
    OTHER_NAMES,
    PATRONYMIC_LABELS,
    PHONE_WORDS,
    SURNAME_LABELS,
    TITLES,
)
from contacts.name_items import Item, items_of
from contacts.name_looks import NOBODY, Look, Own, Words
from contacts.name_places import Phones, Places
from contacts.name_runs import Part, Row, Run, called, run_at
from leads.words import folded

MOST_PLACES = 96  # of a text, where a name may begin

MOST_LABELS: Final = 16
_MOST_BETWEEN: Final = 3
_FIELDS: Final = (SURNAME_LABELS, GIVEN_LABELS | CALLED, PATRONYMIC_LABELS)
_ANY: Final = frozenset().union(*_FIELDS, CLIENT)
_ANY_CASE: Final = ("ablt", "gent", "datv", "accs")


def find_name(text: str, phones: Sequence[tuple[int, int]], own: Own = NOBODY) -> str | None:
    """Returns the client's name as a card shows it; None where no name can be told without guessing much.

    `phones` are the places of the phones in the text, from and to, in characters, the client's first. `own`: what is
    no client's name because the office calls itself so.
    """
    items, numbers = items_of(text, phones)
    words = Words(own)
    if name := labelled(items, words):
        return name
    row = Row(items, words)
    places = Places(row, Phones(row, numbers))
    best: tuple[int, str] | None = None
    after = 0
    for start in islice(places.near(), MOST_PLACES):
        run = run_at(items, start, words) if start >= after else None
        if run is None:
            continue
        if not run.is_one:
            continue  # a part of it may be
        after = run.end
        weight, cases = places.weigh(run)
        if weight and (best is None or weight > best[0]):
            best = weight, called(run, cases)
    return best[1] if best else None


def announced_name(text: str, own: Own = NOBODY) -> str | None:
    """Only a name that something announces: `Имя: …`, `зовут …`, `клиент …`. It wins over whoever sent the text."""
    items, _ = items_of(text, ())
    return labelled(items, Words(own))


def labelled(items: Sequence[Item], words: Words) -> str | None:
    """Returns the name that a label announces; of a form with a field for each part the parts, in the form's order."""
    fields: dict[int, str] = {}
    client = None
    taken: set[int] = set()  # a value belongs to the first word of `First name:`
    for index in islice(_labels(items), MOST_LABELS):
        run, has_sign = _value(items, index, words)
        key = folded(items[index].text)
        which = next((n for n, labels in enumerate(_FIELDS) if key in labels), None)
        if run is None or run.start in taken or not _is_meant(run, which is not None, has_sign, words):
            continue
        taken.add(run.start)
        name = called(run, () if run.is_called_so else _ANY_CASE)
        if which is None:
            client = client or name
        else:
            fields.setdefault(which, name)
    return " ".join(fields.values()) or client


def _labels(items: Sequence[Item]) -> Iterator[int]:
    for index, item in enumerate(items):
        if item.is_word and folded(item.text) in _ANY and not _names_something_else(items, index):
            yield index


def _names_something_else(items: Sequence[Item], index: int) -> bool:
    """`company name`, `user name`."""
    is_close = index > 0 and items[index].is_close
    return is_close and folded(items[index - 1].text) in OTHER_NAMES


def _value(items: Sequence[Item], label: int, words: Words) -> tuple[Run | None, bool]:
    """What stands behind the label, and whether a sign stands between."""
    start, has_sign = label + 1, False
    for _ in range(_MOST_BETWEEN + 1):
        if start >= len(items):
            return None, has_sign
        item = items[start]
        has_sign = has_sign or any(sign in item.gap for sign in ":=?") or item.gap.strip() in {"-", "–", "—"}
        is_field = items[label].opens and item.opens  # a label in a line of its own
        if (item.opens and not has_sign and not is_field) or "." in item.gap or not item.is_word:
            return None, has_sign
        key = folded(item.text)
        if key not in BETWEEN | TITLES | _ANY or (key in _ANY and (has_sign or item.opens)):
            break
        start += 1
    else:
        return None, has_sign
    if folded(items[start].text) in _ANY | PHONE_WORDS | CHANNELS | ASKS:
        return None, has_sign
    announced = has_sign or folded(items[label].text) not in CLIENT
    run = run_at(items, start, words, announced)
    if run is None and has_sign:
        is_surname = folded(items[label].text) in SURNAME_LABELS
        run = _with_any_surname(items, start, words, is_surname)
    return run, has_sign


def _is_meant(run: Run, is_field: bool, has_sign: bool, words: Words) -> bool:
    """Whether the label's word is about this one. `клиент Петрова` may be a colleague's client."""
    if has_sign or is_field:
        return has_sign or run.look >= Look.WEAK
    is_colleague = len(run.parts) == 1 and words.is_colleague(run.parts[0].item.text)
    return run.look >= Look.WEAK and run.is_called_so and not is_colleague


def _with_any_surname(items: Sequence[Item], start: int, words: Words, is_surname: bool) -> Run | None:
    """A name whose surname is a word like any other: `ФИО: Зима Игорь`. `is_surname`: the label says so."""
    first = Part(items[start], Look.COMPANION)
    if folded(items[start].text) in NEVER | CLIENT:
        return None
    if start + 1 < len(items) and items[start + 1].is_close and items[start].text.istitle():
        run = run_at(items, start + 1, words, announced=True)
        if run and run.has_given_name:
            return Run(start, run.end, (first, *run.parts))
    return Run(start, start + 1, (first,)) if is_surname else None
