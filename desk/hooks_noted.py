"""An entry that the outside hears of is on its way with it: in one transaction, and nothing is sent in there."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from desk.transaction import Transaction
from leads.entries.kinds import Entry, OfLead
from leads.events import kind_of
from storage import deliveries

_OF_LEADS = get_args(OfLead)


def note(work: Transaction, entries: Iterable[Entry], length: int) -> None:
    """Puts these entries on their way, which are the last of a ledger of this length. Without hooks nothing is done."""
    hooks = work.office.hooks
    if not hooks:
        return
    said = list(entries)
    for seq, entry in enumerate(said, length - len(said) + 1):
        kind = kind_of(entry.said) if isinstance(entry.said, _OF_LEADS) else None
        urls = [hook.url for hook in hooks if kind and hook.wants(kind)]
        if kind and urls and entry.lead is not None:
            deliveries.add(work.store, seq, entry.lead, kind.value, urls, work.now)
