"""Reading a client out of what a secretary sends: phones by `phonenumbers`, names by a dictionary and their place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from phonenumbers import Leniency, PhoneNumber, PhoneNumberFormat, PhoneNumberMatcher, format_number, parse
from phonenumbers.phonenumberutil import NumberParseException

from bot.naming import name_of
from contacts.languages import language_of
from contacts.phones import HOME
from contacts.territories import whereabouts
from handlers.letter import Letter
from leads.office import Office
from leads.segments import KnownBy
from storage.drafts import Client

LONGEST_TEXT = 8192  # of a client's words; a message and its neighbours in an album may be longer


def read_client(letter: Letter, office: Office) -> Client:
    """The client of one message. The office's locale is for the name of the territory."""
    text = letter.text[:LONGEST_TEXT]
    found = phones_in(text)
    numbers = [*_contact(letter), *(number for number, _, _ in found)]
    different = list(dict.fromkeys(format_number(n, PhoneNumberFormat.E164) for n in numbers))
    where = whereabouts(text, different[0] if different else None, office.locale)
    return Client(
        name=name_of(letter, text, [(start, end) for _, start, end in found], office),
        phone=different[0] if different else None,
        phones_found=len(different),
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
        phones_found=first.phones_found + more.phones_found - _same(first, more),
        region=where.region,
        place=where.place,
        region_by=where.region_by,
        language=first.language or more.language,
        text="\n".join(filter(None, [first.text, more.text]))[:LONGEST_TEXT],
        attachments=Counter(first.attachments) + Counter(more.attachments),
        source_messages=(*first.source_messages, *more.source_messages),
    )


def _same(first: Client, more: Client) -> bool:
    """Whether both name one number first; the others of each are taken for different ones."""
    return first.phone is not None and first.phone == more.phone


def phones_in(text: str) -> list[tuple[PhoneNumber, int, int]]:
    """Numbers that exist, or else those that could: a slip of the pen is better shown than lost."""
    for leniency in (Leniency.VALID, Leniency.POSSIBLE):
        found = [(m.number, m.start, m.end) for m in PhoneNumberMatcher(text, HOME, leniency)]
        if found:
            return found
    return []


def _contact(letter: Letter) -> list[PhoneNumber]:
    if not letter.phone:
        return []
    # Telegram leaves out the plus of an international number
    written = letter.phone if letter.phone.startswith(("+", "8")) else f"+{letter.phone}"
    try:
        return [parse(written, HOME)]
    except NumberParseException:
        return []
