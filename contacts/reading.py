"""Reading a client out of what a secretary sends: phones, name, language; and what the rules read of the lead."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Final

from contacts.by_message import joined
from contacts.dialling import at_home, existing
from contacts.languages import language_of
from contacts.name_looks import Own, own_of
from contacts.names import announced_name, find_name
from contacts.normal import normal_text
from contacts.phones import NO_OWN, Found, Phones, is_own, read_phones
from contacts.slips import LONGEST_WRITTEN, Flaw, Slip
from contacts.territories import Whereabouts, whereabouts
from contacts.written import telegram_name, written_contacts
from leads.client import Client, Contact, ContactKind
from leads.office import Office
from leads.segments import Facts, KnownBy
from leads.words import are_alike, folded

LONGEST_TEXT = 8192  # of a client's words; a message and its neighbours in an album may be longer

_FOLDED: Final = re.compile(r"\r?\n[ \t]")
_TEL: Final = re.compile(r"(?:[\w-]+\.)?TEL(?:;[^:\n]*)?:(?P<value>[^\n]+)", re.IGNORECASE)
_LEAST: Final = 3  # digits of what is shown


@dataclass(frozen=True, slots=True)
class Author:
    """Who wrote a forwarded message first. `account`: their Telegram id; None where they keep it to themselves."""

    name: str
    account: int | None = None
    handle: str | None = None  # their name in Telegram


@dataclass(frozen=True, slots=True)
class Letter:
    chat: int
    message: int
    text: str = ""  # or the caption
    kind: str | None = None  # of what is attached: voice, photo, video, document, contact, other
    name: str | None = None  # a contact's
    account: int | None = None  # a contact's Telegram id, where whoever sends it knows it
    phone: str | None = None  # a contact's, as Telegram gives it
    vcard: str = ""  # a contact's; further numbers stand in it
    album: str | None = None  # messages sent together share it
    author: Author | None = None  # of a forward: a person, as bots, groups and channels are nobody's clients
    relay: int | None = None  # of a forward: the bot, the channel or the group that has written it
    sender: str | None = None  # the name in Telegram of whoever has sent it: no client's


def read_client(letter: Letter, office: Office) -> Client:
    """Reads the client of one message.

    The office's locale is for the name of the territory; its own phones are nobody's.
    """
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
        contacts=_contacts(letter, text, office),
        region=where.region,
        place=where.place,
        region_by=where.by,
        language=language_of(text),
        text=text,
        attachments={letter.kind: 1} if letter.kind else {},
        source_chat=letter.chat,
        source_messages=(letter.message,),
        source_lengths=(len(text),),
        album=letter.album,
        author=_written_by(letter.author, office),
        relay=_hidden(str(letter.relay)) if letter.relay else None,
    )


def _contacts(letter: Letter, text: str, office: Office) -> tuple[Contact, ...]:
    """Whoever is behind a contact or has written what is forwarded comes first; nobody of the office is a client."""
    author, people = letter.author, {person.telegram_id for person in office.people}
    is_ours = author is not None and _is_colleague(author, office)
    own = {
        *office.own_contacts,
        telegram_name(letter.sender),
        telegram_name(author.handle) if author and is_ours else None,
    }
    written_by = author if author and not is_ours else None
    accounts = [letter.account, written_by.account if written_by else None]
    found = [(ContactKind.ACCOUNT.value, str(id)) for id in accounts if id and id not in people]
    name = telegram_name(written_by.handle if written_by else None)
    if name and name not in own:
        found.append((ContactKind.TELEGRAM.value, name))
    words = f"{text}\n{letter.vcard}" if letter.vcard else text
    found += [one for one in written_contacts(words) if one[1] not in own]
    return tuple(dict.fromkeys(found))


def _written_by(author: Author | None, office: Office) -> str | None:
    """Returns what the messages of one author share; a colleague forwards those of many. No name can be read in it."""
    if author is None or _is_colleague(author, office):
        return None
    return _hidden(str(author.account or folded(author.name)))


def _hidden(who: str) -> str:
    return sha256(who.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def contradict(one: Client, other: Client) -> bool:
    """Tells whether two messages speak of different numbers: then they are hardly of one client."""
    return bool(one.phones and other.phones and set(one.phones).isdisjoint(other.phones))


def join(first: Client, more: Client) -> Client:
    """Returns the client of an album: what its messages say together."""
    phone = first if first.phone else more
    where = next((one for one in (first, more) if one.region_by is KnownBy.TEXT), phone)
    return replace(
        first,
        name=first.name or more.name,
        phone=phone.phone,
        phones=tuple(dict.fromkeys((*first.phones, *more.phones))),
        slips=tuple(dict.fromkeys((*first.slips, *more.slips))),
        contacts=tuple(dict.fromkeys((*first.contacts, *more.contacts))),
        region=where.region,
        place=where.place,
        region_by=where.region_by,
        source=first.source or more.source,
        language=first.language or more.language,
        text=joined((first.text, more.text))[:LONGEST_TEXT],
        attachments=Counter(first.attachments) + Counter(more.attachments),
        source_messages=(*first.source_messages, *more.source_messages),
        source_lengths=(*first.source_lengths, *more.source_lengths),
        album=first.album or more.album,
        author=first.author or more.author,
    )


def choose(client: Client, phone: str, locale: str) -> Client:
    """Returns the same client with another of their numbers as their own."""
    where = whereabouts(client.text, phone, locale)
    return replace(client, phone=phone, region=where.region, place=where.place, region_by=where.by)


def name_of(letter: Letter, text: str, phones: Sequence[tuple[int, int]], office: Office) -> str | None:
    """Returns the client's name. `phones`: their places in the text, the client's first."""
    own = own_words(office)
    if name := letter.name or announced_name(text, own):
        return name
    author = letter.author
    if author is None or _is_colleague(author, office):
        return find_name(text, phones, own)
    return author.name if author.account else find_name(text, phones, own) or author.name


def own_words(office: Office) -> Own:
    """Tells what the office calls its own: no client is called so."""
    active = [segment for segment in office.segments if not segment.retired]
    matches = [segment.match for segment in active if segment.match]
    names = [segment.name for segment in active]
    names += [word for match in matches for word in (*match.region, *match.source)]
    names += [word for source in office.sources for word in (source.id, source.name)]
    stems = [word for match in matches for word in match.keywords]
    return own_of(
        (office.name, *names),
        tuple(stems),
        tuple(person.name for person in office.people),
    )


def _is_colleague(author: Author, office: Office) -> bool:
    """By their account or by their name: people hide the one, and have several."""
    return any(
        (author.account is not None and person.telegram_id == author.account)
        or are_alike(person.name, author.name)
        for person in office.people
    ) or own_words(office).is_person(author.name)


def read_contact(phone: str, vcard: str = "", own: Collection[str] = NO_OWN) -> Phones:
    """Telegram's number comes first, then those of the vCard (RFC 6350).

    What is no number stands among the slips, with its digits as they came.
    """
    numbers: list[Found] = []
    odd: list[Slip] = []
    for written, number in [(phone, _by_telegram(phone)), *((one, _in_vcard(one)) for one in _lines(vcard))]:
        if number and not is_own(number, own):
            numbers.append(Found(number, 0, 0))
        elif not number and sum(c.isdigit() for c in written) >= _LEAST:
            odd.append(Slip(written[:LONGEST_WRITTEN], _flaw(written), 0, 0))
    return Phones(tuple(numbers), tuple(dict.fromkeys(odd)))


def _by_telegram(phone: str) -> str | None:
    """International without its plus; else as people at home write it: eleven digits with the 8, or ten."""
    spelt = normal_text(phone)
    digits = re.sub(r"\D", "", spelt)
    if spelt.lstrip().startswith("+"):
        return _in_vcard(spelt)
    return existing(digits) or (_at_home(digits) if spelt.strip().isdigit() else _in_vcard(spelt))


def _at_home(digits: str) -> str | None:
    return at_home(digits[1:] if len(digits) == 11 and digits[0] == "8" else digits)


def _in_vcard(written: str) -> str | None:
    found = read_phones(written, is_field=True).different
    return found[0] if found else None


def _lines(vcard: str) -> list[str]:
    lines = _TEL.findall(_FOLDED.sub("", vcard).replace("\r", ""))
    return [line.strip().removeprefix("tel:") for line in lines]


def _flaw(written: str) -> Flaw:
    digits = sum(c.isdigit() for c in written)
    if digits <= 7:
        return Flaw.LOCAL
    return Flaw.SHORT if digits < 10 else Flaw.UNKNOWN


def facts_of(office: Office, client: Client, known: bool) -> Facts:
    """`known`: whether somebody of the office has had a lead of this client before."""
    where = Whereabouts(client.region, client.place, client.region_by)
    return facts(office, where, client.text, client.source, client.language, known)


def facts(
    office: Office, where: Whereabouts, text: str, source: str | None, language: str | None, known: bool
) -> Facts:
    """The source by its id, also where a file has its name. Of the regions that the office's rules name those in which
    the client is; a place that is known as text alone is left to the rules as text.
    """
    named = office.source(source)
    asked = {name for s in office.segments if s.match for name in s.match.region}
    return Facts(
        text=text,
        region=where.region if where.place is None else None,
        regions=frozenset(name for name in asked if where.lies_in(name)),
        source=named.id if named else source,
        language=language,
        known_client=known,
    )
