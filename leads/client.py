"""Who calls: what is read of the words in which somebody tells of a client, and when it is to go.

Personal data, which no entry holds.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from enum import StrEnum

from leads.segments import KnownBy


class ContactKind(StrEnum):
    """A client is recognised by one of these: the same contact is the same client."""

    PHONE = "phone"
    ACCOUNT = "account"  # of Telegram: its number for somebody, where it lets it be known
    TELEGRAM = "telegram"  # a name there, in small letters, without its @
    EMAIL = "email"


Contact = tuple[str, str]
"""Of which kind it is, and as it is compared."""


class TouchKind(StrEnum):
    """A touch is one of these things that happened around a lead."""

    FIRST = "first"  # the message that made it; each lead has one, until its client is erased
    REPEAT = "repeat"  # the client came again while it was open
    NOTE = "note"  # somebody of the office wrote something down
    REASON = "reason"  # why somebody did not take it, lost it or calls it bad, in their own words
    MARK = "mark"  # its holder marked a step on the way to the outcome
    UNMARK = "unmark"  # and took that back
    CORRECTION = "correction"  # what was read or said of the client was put right


class Correction(StrEnum):
    """Says what of a lead was put right."""

    NAME = "name"
    PHONE = "phone"
    SEGMENT = "segment"
    SOURCE = "source"
    MESSAGE = "message"  # whoever sent it has written it anew


@dataclass(frozen=True, slots=True)
class Client:
    """Holds what the secretary's message says about the client.

    Phones are as `contacts.phones` says: E.164, `;ext=` behind.

    `phones`: every number in it, in the order in which they were read; `phone` is the one of them that is theirs.
    `slips`: what looks like a number and is none: what is wrong with it (`contacts.slips`), and how it was written.
    `contacts`: all others than phones, in the order in which they were read.
    `region`: where they are, in words; `place`: its id, None where only the words are known; `region_by`: how.
    `source_lengths`: how many characters of the text came in each of the messages. `author`: what stands for whoever
    has written what was forwarded; `relay`: for the bot, the channel or the group that it was forwarded from.
    """

    name: str | None = None
    phone: str | None = None
    phones: Sequence[str] = ()
    slips: Sequence[tuple[str, str]] = ()
    contacts: Sequence[Contact] = ()
    region: str | None = None
    place: str | None = None
    region_by: KnownBy | None = None
    source: str | None = None
    language: str | None = None
    text: str = ""
    attachments: Mapping[str, int] = field(default_factory=dict)
    source_chat: int | None = None
    source_messages: Sequence[int] = ()
    source_lengths: Sequence[int] = ()
    album: str | None = None
    author: str | None = None
    relay: str | None = None


def are_files(attachments: Mapping[str, int]) -> bool:
    """Tells whether there is anything to be copied; a contact is read, and stands on the card."""
    return bool(set(attachments) - {"contact"})


def known_by(said: Client) -> tuple[Contact, ...]:
    """Returns by what a client is recognised of whom this was said, the surest first: their own number, and of each
    other kind the first. The rest may be anybody's.
    """
    first: dict[str, str] = {ContactKind.PHONE: said.phone} if said.phone else {}
    for kind, value in said.contacts:
        first.setdefault(kind, value)
    return tuple((kind.value, first[kind]) for kind in ContactKind if kind in first)


class Cause(StrEnum):
    """Says why a client's data were erased."""

    WISH = "wish"  # they asked for it
    RETENTION = "retention"  # the office keeps nothing longer


def months_before(now: datetime, months: int, zone: tzinfo) -> datetime:
    """Returns the same hour so many calendar months ago on the wall of this zone;
    the month's last day where it is shorter.
    """
    wall = now.astimezone(zone)
    year, month = divmod(wall.year * 12 + wall.month - 1 - months, 12)
    day = min(wall.day, monthrange(year, month + 1)[1])
    return wall.replace(year=year, month=month + 1, day=day)
