"""Whose clients are whose: whoever took a lead of theirs last, by the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from leads.proof.told import Told


def wrong_owners(
    leads: Mapping[int, Told],
    clients: Iterable[tuple[int, str | None, datetime | None]],
    of_leads: Iterable[tuple[int, int]],
) -> Iterator[str]:
    """`clients`: row, manager, since when; `of_leads`: the row of each lead's client, by number.

    Of a client whom nobody has had nothing is said: who the client of a lead is stands in no entry.
    The lead by which a client became somebody's may have been erased since, for another client's sake: then any that
    was erased may have been it, and a client without any lead is one of whom nothing can be said.
    """
    of: dict[int, list[int]] = {}
    for number, client in of_leads:
        of.setdefault(client, []).append(number)
    erased = {told.taken for told in leads.values() if told.lead.erased}
    for client, owner, since in clients:
        if since is None or owner is None:
            if owner is not None or since is not None:
                yield "clients: one has a manager since no time, or since a time no manager"
            continue
        known = [(told.taken, n) for n in of.get(client, ()) if (told := leads.get(n)) and told.taken]
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
