"""What one reader sees of a lead's client: masked, unless the contact is for their eyes."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from contacts.extensions import dialled, split
from contacts.masking import mask_name, mask_phone, mask_text
from contacts.phones import readable
from desk.contact_views import contacts_shown, unless_only_dots
from desk.work import Work
from leads.client import Client, Correction, TouchKind
from leads.lead import Progress
from leads.office import Office
from leads.rights import Right, may
from leads.words import folded
from screens.views.lead import ClientView, OtherPhone, Seat, SlipView, TouchView
from storage import touches
from storage.clients import names_of
from storage.drafts import Stored, client_from
from storage.people import PersonRow
from storage.touches import Touch

MARKS: Final = frozenset({TouchKind.MARK, TouchKind.UNMARK})
SEES_CONTACT = frozenset({Seat.SECRETARY, Seat.HOLDER})  # and the head, wherever they sit
SEES_WORDS: Final = frozenset({Seat.OFFERED, Seat.HEAD})  # of those who do not see the contact
_WORD: Final = re.compile(r"[^\W\d_]+")


def is_masked(seat: Seat, person: PersonRow, office: Office) -> bool:
    """Tells whether the contact is not for whoever sits there."""
    return seat not in SEES_CONTACT and not may(person.roles, Right.SEE_CLIENTS, office)


def client_view(work: Work, stored: Stored, seat: Seat, masked: bool) -> ClientView:
    """Returns what one reader sees of a client.

    `masked`: the contact is not for the reader. The words are masked only for whoever is shown any.
    """
    client = client_from(stored)
    phone = readable(client.phone) if client.phone else None
    contacts = contacts_shown([client, *(one.said for one in _later(work, stored))])
    if masked:
        hidden = _masked(work, stored, client, seat)
        shown = mask_phone(phone) if phone else None
        return ClientView(said=hidden, phone=shown, masked=True, is_written=bool(contacts))
    return ClientView(
        said=_without_numbers(client),
        phone=phone,
        masked=False,
        extension=split(client.phone)[1] if client.phone else "",
        dialled=dialled(client.phone) if client.phone else None,
        others=_others(client),
        slips=tuple(SlipView(*slip) for slip in client.slips),
        contacts=contacts,
    )


def _masked(work: Work, stored: Stored, client: Client, seat: Seat) -> Client:
    text = unless_only_dots(_masked_text(work, stored, client)) if seat in SEES_WORDS else ""
    return replace(_without_numbers(client), name=client.name and mask_name(client.name), text=text)


def _without_numbers(client: Client) -> Client:
    return replace(client, phone=None, phones=(), slips=(), contacts=())


def _others(client: Client) -> tuple[OtherPhone, ...]:
    """The numbers of the message that are not their own, each with its place among all of them."""
    phones = [(n, phone) for n, phone in enumerate(client.phones) if phone != client.phone]
    return tuple(OtherPhone(n, readable(phone), split(phone)[1], dialled(phone)) for n, phone in phones)


def touch_views(
    work: Work, stored: Stored, names: Mapping[str, str], seat: Seat, masked: bool
) -> tuple[TouchView, ...]:
    """What was said later is shown as the first words are."""

    def said(one: Touch) -> Client:
        return _masked(work, stored, one.said, seat) if masked else _without_numbers(one.said)

    return tuple(
        TouchView(
            one.kind,
            one.at,
            names.get(one.who) if one.who else None,
            said(one),
            Progress(one.what) if one.kind in MARKS and one.what else None,
            Correction(one.what) if one.kind is TouchKind.CORRECTION and one.what else None,
        )
        for one in _later(work, stored)
    )


def _later(work: Work, stored: Stored) -> Sequence[Touch]:
    return touches.later(work.store, stored.lead.id) if stored.has_later else ()


def _masked_text(work: Work, stored: Stored, client: Client) -> str:
    """Without the names and the numbers that the client has left at other times, either."""
    has_more = stored.has_others or stored.has_later
    names = names_of(work.store, stored.lead.client) if has_more else frozenset[str]()
    said = [client, client_from(stored), *(one.said for one in _later(work, stored))]
    own = names | {one.name for one in said if one.name}
    phones = {phone for one in said for phone in (*one.phones, one.phone) if phone}
    return mask_text(client.text, own, phones, office_words(work.office))


def office_words(office: Office) -> frozenset[str]:
    """Returns the words that the office itself speaks of: its name, its segments, their keywords,
    regions and sources; folded.

    The names of its people are not among them: a client may have the same.
    """
    said = [office.name, *(source.name for source in office.sources)]
    for segment in office.segments:
        said.append(segment.name)
        if match := segment.match:
            said += [*match.keywords, *match.region, *match.source]
    return frozenset(folded(word) for each in said for word in _WORD.findall(each))
