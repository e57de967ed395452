"""Whom an erasure is about: by their number, by one of their leads, by any other contact of theirs."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Final

from contacts.addresses import Contacts, as_compared, contacts_in, is_an_address, is_contact
from contacts.phones import number_of, phone_of
from contacts.spellings import Spellings
from desk.work import Work
from files.failure import Failure
from leads.client import ContactKind
from storage import cases, drafts, personal

A_LEAD: Final = re.compile(r"(?:№|#|n|no\.?|лид|lead)? ?(\d{1,6})", re.IGNORECASE | re.ASCII)
MOST_OTHERS = 1  # clients with other numbers who may name an address before it is taken for the office's


class SeveralClientsError(Failure):
    """What was sought could be meant of several: words of every day lead to more than one client."""

    code = 2

    def __init__(self, leads: tuple[int, ...]) -> None:
        """`leads`: their numbers."""
        numbers = ", ".join(f"№{number}" for number in leads)
        super().__init__(f"these words stand with several clients ({numbers}): name one with --lead N")
        self.leads = leads


@dataclass(frozen=True)
class Sought:
    """Whom an erasure is about.

    `phones` as they are stored, `contacts` as they are looked for, `rows`: of leads that are theirs in any case.

    `lead`: the number of a lead that is still to be looked at.
    """

    phones: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()
    rows: frozenset[int] = frozenset()
    lead: int | None = None
    with_extensions: bool = False  # the phones, whatever extension stands behind them
    accounts: frozenset[int] = frozenset()  # in Telegram: of whom messages may be set aside

    def mentions(self, text: str) -> bool:
        """Tells whether a text names them."""
        return self._spellings.are_in(text) or self._contacts.are_in(text)

    @property
    def addresses(self) -> tuple[str, ...]:
        """Returns the contacts as they are stored where they are a client's."""
        return tuple(as_compared(contact) for contact in self.contacts)

    @cached_property
    def _spellings(self) -> Spellings:
        numbers = [number_of(phone) for phone in self.phones]
        return Spellings([replace(n, extension=None) for n in numbers] if self.with_extensions else numbers)

    @cached_property
    def _contacts(self) -> Contacts:
        return Contacts(self.contacts)


def sought_by(text: str) -> tuple[Sought, str] | None:
    """Reads what somebody has typed to find a client by: the number of a lead, a phone in any spelling, any other
    contact; and which of these it is, as a word. None where nobody can be meant by it.
    """
    if found := A_LEAD.fullmatch(text.strip()):
        return Sought(lead=int(found[1])), "lead"
    if number := phone_of(text):
        return Sought(phones=(number,)), "phone"
    return (Sought(contacts=(text.strip(),)), "contact") if is_contact(text) else None


def of_lead(work: Work, sought: Sought) -> Sought:
    """Returns the lead, its phone, and the addresses in its text and behind it;
    of these not what others with other numbers name, too.
    """
    row = cases.id_of(work.store, sought.lead or 0)
    if row is None:
        return replace(sought, lead=None)
    client = drafts.client_of(work.store, row)
    beside = (value for kind, value in client.contacts if kind != ContactKind.ACCOUNT)
    written = (*contacts_in(client.text), *beside)
    accounts = frozenset(int(value) for kind, value in client.contacts if kind == ContactKind.ACCOUNT)
    own = [contact for contact in dict.fromkeys(written) if _is_his(work, contact, client.phone)]
    phones = (client.phone,) if client.phone else ()
    return Sought(phones, tuple(own), frozenset({row}), accounts=accounts)


def of_the_same(work: Work, sought: Sought, ids: Collection[int]) -> Sought:
    """An address also leads to the number of whoever gave both. Raises SeveralClientsError."""
    if not sought.contacts or sought.phones:
        return sought
    each = personal.phones_by_client(work.store, personal.clients_of(work.store, ids))
    known = [phones for phones in each.values() if phones]
    if len(known) > 1 and not all(is_an_address(contact) for contact in sought.contacts):
        rows = personal.lead_rows(work.store, ids)
        raise SeveralClientsError(tuple(row.number for row in rows if row.number))
    return replace(sought, phones=tuple(known[0])) if len(known) == 1 else sought


def with_every_number(work: Work, sought: Sought) -> Sought:
    """Also looks for the other numbers of the same client, of whom some were two once."""
    clients = personal.clients_with(work.store, sought.phones) | personal.clients_of(work.store, sought.rows)
    known = personal.phones_by_client(work.store, clients).values()
    return replace(
        sought, phones=tuple(dict.fromkeys([*sought.phones, *(p for each in known for p in each)]))
    )


def _is_his(work: Work, contact: str, phone: str | None) -> bool:
    ids = personal.that_mention(work.store, Contacts([contact]).are_in)
    return len(personal.phones_of(work.store, ids) - {phone}) <= MOST_OTHERS
