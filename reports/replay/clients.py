"""Who has called before, and whose client he is: what the database remembers by phone, in memory."""

from __future__ import annotations

from dataclasses import dataclass, field

from leads.lead import State
from leads.scene import Scene


@dataclass
class Clients:
    """By phone in E.164. The rules are those of `storage.drafts`: whoever takes a lead is the client's manager."""

    owners: dict[str, str | None] = field(default_factory=dict)
    leads: dict[str, list[Scene]] = field(default_factory=dict)

    def recognise(self, phone: str, scene: Scene) -> bool:
        """Tells the lead what is known of its client; returns whether somebody is at work on a twin of it."""
        lead = scene.lead
        lead.known, lead.owner = phone in self.owners, self.owners.get(phone)
        twin = next((s.lead for s in self.leads.get(phone, ()) if s.lead.state is not State.CLOSED), None)
        self.leads.setdefault(phone, []).append(scene)
        if twin is None:
            return False
        lead.duplicate_of, lead.owner = twin.number, twin.holder or lead.owner
        return twin.holder is not None

    def took(self, phone: str, who: str) -> None:
        self.owners[phone] = who
