"""What is said of who is one client. Leads go by numbers, people by ids; who the client is stands in no entry."""

from __future__ import annotations

from dataclasses import dataclass

from leads.entries.codec import Kind


@dataclass(frozen=True, slots=True)
class ClientsJoined(Kind):
    """By the word of `by` whoever called with `leads` is the client of the leads `others`."""

    kind = "clients_joined"
    by: str
    leads: tuple[int, ...]
    others: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ClientsParted(Kind):
    """`by` takes that back: they are two again. It names the leads as they were named when they were joined."""

    kind = "clients_parted"
    by: str
    leads: tuple[int, ...]
    others: tuple[int, ...]
