"""What somebody may do with one lead: whoever heads its segment is a head there (`leads.rights.roles_in`)."""

from __future__ import annotations

from dataclasses import replace

from desk.actor import Actor
from leads.office import Office
from leads.rights import Right, may, roles_in
from storage.people import PersonRow
from storage.scenes import Loaded


def may_here(loaded: Loaded, actor: Actor, right: Right) -> bool:
    """Tells whether they have the right for this lead."""
    scene = loaded.scene
    return may(roles_in(scene.office, actor.person, actor.roles, scene.segment.id), right, scene.office)


def as_here(person: PersonRow, office: Office, segment: str) -> PersonRow:
    """Returns the person with the roles that they have for the leads of a segment."""
    return replace(person, roles=roles_in(office, person.id, person.roles, segment))
