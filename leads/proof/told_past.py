"""What an entry of the kind `imported` makes of a lead: it is over from the beginning, and nobody was chosen."""

from __future__ import annotations

from datetime import datetime

from leads.entries.hands import Imported
from leads.past import disorder, lead_of, past_of
from leads.proof.audit import Broken
from leads.proof.told import Told


def imported(number: int, said: Imported, at: datetime) -> Told:
    """`at`: when it was imported. Raises Broken."""
    past = past_of(said)
    if wrong := disorder(past, at):
        raise Broken(f"lead {number}: its {' '.join(wrong)}")
    taken = (past.taken_at, past.who) if past.taken_at and past.who else None
    return Told(lead_of(past, number), taken=taken)
