"""What an entry of the kind `imported` makes of a lead: it is over from the beginning, and nobody was chosen."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from leads.past import body_of, disorder, lead_of, past_of
from leads.proof.audit import Broken
from leads.proof.told import Told


def imported(number: int, body: Mapping[str, Any], at: datetime) -> Told:
    """`at`: when it was imported. Raises Broken; KeyError, ValueError and their like for what is not whole."""
    past = past_of(body)
    if body_of(past) | {"source": body["source"]} != body:  # what may stand there: `leads.proof.forms`
        raise Broken(f"lead {number} is not written as an imported one is")
    if wrong := disorder(past, at):
        raise Broken(f"lead {number}: its {' '.join(wrong)}")
    taken = (past.taken_at, past.who) if past.taken_at and past.who else None
    return Told(lead_of(past, number), taken=taken)
