"""What a lead's client has beside that lead: other open leads, and other clients who turned out to be the same."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class OtherLead:
    """A lead beside the one of the card. `client` and `holder` are names."""

    id: int
    number: int
    holder: str | None = None
    client: str | None = None
    phone: str | None = None  # international format


@dataclass(frozen=True, slots=True)
class JoinView:
    """Two who are one: the numbers of the leads of each, and the phones that came with the first of them."""

    id: int
    at: datetime
    numbers: tuple[int, ...]
    others: tuple[int, ...]
    phones: tuple[str, ...] = ()  # international format


@dataclass(frozen=True, slots=True)
class Kin:
    """What is known of the client beside the lead, as far as it is for the reader.

    `choices`: whom it may be; None where nobody looks for that. `sure`: who was chosen. `add_to`: the lead to which
    this one may be added with one tap.
    """

    leads: tuple[OtherLead, ...] = ()  # open
    may_join: bool = False
    joins: tuple[JoinView, ...] = ()
    choices: tuple[OtherLead, ...] | None = None
    was_sought: bool = False  # the choices are what was found for what the reader has typed
    sure: OtherLead | None = None
    add_to: OtherLead | None = None


NO_KIN = Kin()
