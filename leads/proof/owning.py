"""Whose clients are whose: whoever took a lead of theirs last, by the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from leads.proof.told import Told


def wrong_owners(
    leads: Mapping[int, Told],
    clients: Iterable[tuple[str, str | None, datetime]],
    phones: Iterable[tuple[int, str]],
) -> Iterator[str]:
    """`clients`: phone, manager, since when; `phones`: of leads, by number. No sentence holds a phone.

    The lead by which a client became somebody's may have been erased since, for another client's sake: then any that
    was erased may have been it, and a client without any lead is one of whom nothing can be said.
    """
    of: dict[str, list[int]] = {}
    for number, phone in phones:
        of.setdefault(phone, []).append(number)
    erased = {told.taken for told in leads.values() if told.lead.erased}
    for phone, owner, since in clients:
        known = [(told.taken, n) for n in of.get(phone, ()) if (told := leads.get(n)) and told.taken]
        if not known:
            continue
        (at, who), number = max(known)
        stored = (since, owner)
        at_once = {taken for taken, _ in known if taken[0] == at}  # lines of a file that have the same time
        if stored not in at_once and not (stored in erased and since > at):
            yield (
                f"lead {number}: its client is said to be {owner}'s since {since.isoformat()}, "
                f"by the ledger {who}'s since {at.isoformat()}"
            )
