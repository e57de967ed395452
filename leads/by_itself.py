"""When a draft is handed over by itself: a while after somebody could be called, whoever is busy with it."""

from __future__ import annotations

from datetime import datetime

from leads.client import Client, known_by
from leads.office import Office
from leads.rights import Right, may


def moment(office: Office, who: str | None, client: Client, now: datetime) -> datetime | None:
    """Returns when a draft that `who` took in goes by itself, if that begins now (UTC).

    None: never, as of whoever hands nothing over, and of a client whom nobody could call. Without `who` it came by
    itself.
    """
    after = office.hand_over_after
    takes_in = who is None or (office.has(who) and may(office.person(who).roles, Right.TAKE_IN))
    return now + after if after and takes_in and known_by(client) else None
