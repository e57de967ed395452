"""Reading a client out of what a secretary sends: phones, name, language; by `contacts`, which knows people's words."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from contacts.contact_cards import read_contact
from contacts.languages import language_of
from contacts.letter import Letter
from contacts.naming import name_of
from contacts.phones import Phones, read_phones
from contacts.territories import whereabouts
from leads.client import Client
from leads.office import Office
from leads.segments import KnownBy

LONGEST_TEXT = 8192  # of a client's words; a message and its neighbours in an album may be longer


def read_client(letter: Letter, office: Office) -> Client:
    """The client of one message. The office's locale is for the name of the territory; its own phones are nobody's."""
    text = letter.text[:LONGEST_TEXT]
    said = read_phones(text, office.own_phones)
    card = read_contact(letter.phone, letter.vcard, office.own_phones) if letter.phone else Phones()
    phones = tuple(dict.fromkeys((*card.different, *said.different)))
    phone = phones[0] if phones else None
    where = whereabouts(text, phone, office.locale)
    return Client(
        name=name_of(letter, text, [(one.start, one.end) for one in said.by_rank], office),
        phone=phone,
        phones=phones,
        slips=tuple((one.flaw.value, one.written) for one in (*card.slips, *said.slips)),
        region=where.region,
        place=where.place,
        region_by=where.by,
        language=language_of(text),
        text=text,
        attachments={letter.kind: 1} if letter.kind else {},
        source_chat=letter.chat,
        source_messages=(letter.message,),
        album=letter.album,
    )


def join(first: Client, more: Client) -> Client:
    """The client of an album: what its messages say together."""
    phone = first if first.phone else more
    where = next((one for one in (first, more) if one.region_by is KnownBy.TEXT), phone)
    return replace(
        first,
        name=first.name or more.name,
        phone=phone.phone,
        phones=tuple(dict.fromkeys((*first.phones, *more.phones))),
        slips=tuple(dict.fromkeys((*first.slips, *more.slips))),
        region=where.region,
        place=where.place,
        region_by=where.region_by,
        language=first.language or more.language,
        text="\n".join(filter(None, [first.text, more.text]))[:LONGEST_TEXT],
        attachments=Counter(first.attachments) + Counter(more.attachments),
        source_messages=(*first.source_messages, *more.source_messages),
    )


def choose(client: Client, phone: str, locale: str) -> Client:
    """The same client with another of his numbers as his own."""
    where = whereabouts(client.text, phone, locale)
    return replace(client, phone=phone, region=where.region, place=where.place, region_by=where.by)
