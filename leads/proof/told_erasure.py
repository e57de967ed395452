"""What an entry of erasure makes of the leads that it names: nothing of their client is stored from then on."""

from __future__ import annotations

from collections.abc import Mapping

from leads.entries.office import Erased
from leads.erasure import Cause
from leads.lead import State
from leads.proof.audit import Broken
from leads.proof.told import Told


def erase(leads: Mapping[int, Told], said: Erased) -> None:
    """Raises Broken."""
    for number in said.leads:
        told = leads.get(number)
        if told is None:
            raise Broken(f"lead {number} has not been handed over")
        if told.lead.erased:
            raise Broken(f"the client of lead {number} is erased, but has been before")
        if said.cause is Cause.RETENTION and told.lead.state is not State.CLOSED:
            raise Broken(f"the client of lead {number} is erased for its age, but it is {told.lead.state}")
        told.lead.erased = said.cause
