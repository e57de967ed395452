"""The client of an inquiry: its fields are read as what they are said to be, its words as anybody's words are."""

from __future__ import annotations

from collections.abc import Iterable

from contacts.languages import language_of
from contacts.names import announced_name, find_name
from contacts.normal import showable
from contacts.phones import read_phones
from contacts.reading import LONGEST_TEXT, own_words, read_contact
from contacts.territories import whereabouts
from contacts.written import written_contacts
from leads.client import Client
from leads.inquiries import Inquiry
from leads.office import Office

LONGEST_NAME = 120
MOST_PHONES = 10


def client_of_inquiry(inquiry: Inquiry, office: Office, words: str) -> Client:
    """Reads who has inquired. `words`: what stands on the card, as the office's language has it.

    A number in the field for numbers comes before those in the text; the office's own are nobody's.
    """
    text = words[:LONGEST_TEXT]
    given = [read_contact(written, own=office.own_phones) for written in inquiry.phones[:MOST_PHONES]]
    said = read_phones(text, office.own_phones)
    phones = _once(phone for found in (*given, said) for phone in found.different)
    phone = phones[0] if phones else None
    where = whereabouts(f"{inquiry.region or ''}\n{text}", phone, office.locale)
    return Client(
        name=_name(inquiry, text, [(one.start, one.end) for one in said.by_rank], office),
        phone=phone,
        phones=phones,
        slips=tuple((one.flaw.value, one.written) for found in (*given, said) for one in found.slips),
        contacts=_contacts(inquiry, text, office),
        region=where.region or inquiry.region,
        place=where.place,
        region_by=where.by,
        source=inquiry.source,
        language=language_of(inquiry.text),
        text=text,
    )


def _name(inquiry: Inquiry, text: str, phones: list[tuple[int, int]], office: Office) -> str | None:
    """A name in its field is that, whatever it looks like; in a text it has to look like one."""
    if given := showable((inquiry.name or "")[:LONGEST_NAME]):
        return given
    own = own_words(office)
    return announced_name(text, own) or find_name(text, phones, own)


def _contacts(inquiry: Inquiry, text: str, office: Office) -> tuple[tuple[str, str], ...]:
    written = "\n".join((*inquiry.contacts, text))
    return tuple(one for one in written_contacts(written) if one[1] not in office.own_contacts)


def _once(phones: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(phones))
