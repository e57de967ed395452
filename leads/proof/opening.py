"""A sealed entry opened: what it says, as `leads.entries` has it."""

from __future__ import annotations

import json

from leads.entries.kinds import Entry, read
from leads.ledger import Sealed
from leads.proof.audit import Broken


def opened(entry: Sealed) -> Entry:
    """Raises Broken for one that is not whole."""
    try:
        return Entry(entry.lead, read(entry.kind, json.loads(entry.body)))
    except (LookupError, TypeError, ValueError, AttributeError) as error:
        raise Broken(f"the entry {entry.kind!r} is not whole: {error!r}") from error
