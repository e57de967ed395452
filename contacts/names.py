"""A client's name in a free text: where it is announced, beside a phone, in a sentence about a call, or alone.

What is a name tells the dictionary (`contacts.dictionary`), or the letters and the place of a word that it does not
know. Only what stands near phones, labels, verbs of calling and beginnings is looked at, a bounded number of places,
so a text twice as long takes at most twice as long.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from contacts.name_items import items_of
from contacts.name_labels import labelled
from contacts.name_looks import NOBODY, Own, Words
from contacts.name_phones import Phones
from contacts.name_places import Places
from contacts.name_row import Row
from contacts.name_runs import run_at
from contacts.name_shown import called

MOST_PLACES = 96  # of a text, where a name may begin


def find_name(text: str, phones: Sequence[tuple[int, int]], own: Own = NOBODY) -> str | None:
    """The client's name as a card shows it; None where no name can be told without guessing much.

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
