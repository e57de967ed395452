"""What the rules read of a lead, the same for one that comes in, one of a file, and one that is replayed."""

from __future__ import annotations

from contacts.territories import Whereabouts
from leads.client import Client
from leads.office import Office
from leads.segments import Facts


def facts_of(office: Office, client: Client, known: bool) -> Facts:
    """`known`: whether somebody of the office has had a lead of this client before."""
    where = Whereabouts(client.region, client.place, client.region_by)
    return facts(office, where, client.text, client.source, client.language, known)


def facts(
    office: Office, where: Whereabouts, text: str, source: str | None, language: str | None, known: bool
) -> Facts:
    """The source by its id, also where a file has its name. Of the regions that the office's rules name those in which
    the client is; a place that is known as text alone is left to the rules as text.
    """
    named = office.source(source)
    asked = {name for s in office.segments if s.match for name in s.match.region}
    return Facts(
        text=text,
        region=where.region if where.place is None else None,
        regions=frozenset(name for name in asked if where.lies_in(name)),
        source=named.id if named else source,
        language=language,
        known_client=known,
    )
