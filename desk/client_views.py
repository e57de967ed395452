"""The client as one reader may see them: in full, masked, or, where their card has no room for words, hardly at all."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from contacts.extensions import dialled, split
from contacts.masking import mask_name, mask_phone, mask_text
from contacts.phones import readable
from desk.work import Work
from leads.client import Client
from leads.office import Office
from leads.words import folded
from screens.views.lead import ClientView, OtherPhone, Seat, SlipView
from storage.clients import names_of
from storage.drafts import Stored, client_from

SEES_WORDS: Final = frozenset({Seat.OFFERED, Seat.HEAD})  # of those who do not see the contact
_WORD: Final = re.compile(r"[^\W\d_]+")


def client_view(work: Work, stored: Stored, seat: Seat, masked: bool) -> ClientView:
    """This is what one reader sees of a client.

    `masked`: the contact is not for the reader. The words are masked only for whoever is shown any.
    """
    client = client_from(stored)
    phone = readable(client.phone) if client.phone else None
    if masked:
        hidden = _masked(work, stored, client, seat)
        return ClientView(said=hidden, phone=mask_phone(phone) if phone else None, masked=True)
    return ClientView(
        said=_without_numbers(client),
        phone=phone,
        masked=False,
        extension=split(client.phone)[1] if client.phone else "",
        dialled=dialled(client.phone) if client.phone else None,
        others=_others(client),
        slips=tuple(SlipView(*slip) for slip in client.slips),
    )


def _masked(work: Work, stored: Stored, client: Client, seat: Seat) -> Client:
    text = _masked_text(work, stored, client) if seat in SEES_WORDS else ""
    return replace(_without_numbers(client), name=client.name and mask_name(client.name), text=text)


def _without_numbers(client: Client) -> Client:
    return replace(client, phone=None, phones=(), slips=())


def _others(client: Client) -> tuple[OtherPhone, ...]:
    """The numbers of the message that are not their own, each with its place among all of them."""
    phones = [(n, phone) for n, phone in enumerate(client.phones) if phone != client.phone]
    return tuple(OtherPhone(n, readable(phone), split(phone)[1]) for n, phone in phones)


def _masked_text(work: Work, stored: Stored, client: Client) -> str:
    """Without the names that the client was known by before, either."""
    names = names_of(work.store, stored.lead.client) if stored.has_others else frozenset[str]()
    own = names | {client.name} if client.name else names
    phones = {*client.phones, client.phone} if client.phone else set(client.phones)
    return mask_text(client.text, own, filter(None, phones), office_words(work.office))


def office_words(office: Office) -> frozenset[str]:
    """These are the words that the office itself speaks of: its name, its segments, their keywords,
    regions and sources; folded.

    The names of its people are not among them: a client may have the same.
    """
    said = [office.name, *(source.name for source in office.sources)]
    for segment in office.segments:
        said.append(segment.name)
        if match := segment.match:
            said += [*match.keywords, *match.region, *match.source]
    return frozenset(folded(word) for each in said for word in _WORD.findall(each))
