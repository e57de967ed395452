"""What the office's CRM is to be told next: of which lead, of whom, and how it differs from what is there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from contacts.extensions import dialled
from desk.crm_remote import NewLead, Place
from desk.work import Work
from leads.client import Client, ContactKind
from leads.crm import Crm
from leads.crm_client import ClientThere, Marks, corrected, marks_of
from leads.crm_shown import Shown, differences, to_show
from leads.lead import Lead
from screens.texts import texts_for
from storage import crm, drafts, secrets
from storage.crm import CrmLead
from storage.rows import lead_from
from storage.secrets import SecretOf

OUT, TOKEN, IN = "out", "token", "in"
"""Under these its secrets are kept: what opens it, what it says to us, what stands in our address."""
LONGEST_WORDS: Final = 10_000


@dataclass(frozen=True, slots=True)
class Task:
    """The next thing to do. `new`: what to add where the lead is not there; None of somebody who is forgotten,
    as is `client`: who that is.
    """

    crm: Crm
    secret: str | None
    locale: str
    row: CrmLead
    show: Shown
    number: int
    new: NewLead | None
    client: ClientThere | None = None

    @property
    def is_heard(self) -> bool:
        """Whether somebody there has changed it, so that it is looked at first."""
        return self.row.heard > self.row.looked and self.row.remote is not None

    @property
    def place(self) -> Place | None:
        return Place(self.row.remote, self.row.handle) if self.row.remote else None

    @property
    def is_nothing(self) -> bool:
        """Whether it is there as it is to be."""
        return self.changes == Shown() and not (self.corrects and self.row.handle is None)

    @property
    def marks(self) -> Marks | None:
        return marks_of(self.row.lead, self.client) if self.client else None

    @property
    def corrects(self) -> bool:
        """Whether the client was put right here since the CRM was told of them."""
        told = self.row.told
        return told is not None and self.client is not None and (told != self.marks or bool(self.row.telling))

    def follow(self, there: ClientThere) -> ClientThere:
        """Returns how the client is to be there."""
        told = self.row.told
        if told is None or self.client is None:
            return there
        return corrected(self.row.lead, there, self.client, told, self.row.telling)

    @property
    def told(self) -> Shown:
        """What is there once that is done: what was not to be said stays as it was."""
        was, now = self.row.shown, self.show
        return Shown(now.stage or was.stage, now.responsible or was.responsible, now.amount, now.reason)

    @property
    def changes(self) -> Shown:
        return differences(self.row.shown, self.show)


def next_task(work: Work) -> tuple[bool, Task | None]:
    """Tells whether the CRM is another one than what is stored is about, and what to do."""
    found = work.office.crm
    if found is None:
        return False, None
    status = crm.status(work.store)
    if status is None or status.account != found.account:
        return True, None
    if status.retry_at is not None and work.now < status.retry_at:
        return False, None
    row = crm.next_due(work.store, work.now)
    return False, _task(work, found, row) if row else None


def _task(work: Work, found: Crm, row: CrmLead) -> Task:
    stored = drafts.stored(work.store, row.lead)
    lead = lead_from(stored.lead)
    secret = secrets.current(work.store, SecretOf.CRM, OUT)
    show = to_show(found, lead)
    said = drafts.client_from(stored)
    client = _there(said) if lead.erased is None else None
    new = _new(work, lead, said, client, show) if client and row.remote is None else None
    return Task(found, secret, work.office.locale, row, show, lead.number or 0, new, client)


def _there(client: Client) -> ClientThere:
    phones = dict.fromkeys(one for one in (client.phone, *client.phones) if one)
    return ClientThere(client.name, tuple(dialled(one) for one in phones))


def _new(work: Work, lead: Lead, client: Client, there: ClientThere, show: Shown) -> NewLead:
    texts = texts_for(work.office.locale)
    segment = work.office.segment(lead.segment).name
    emails = tuple(value for kind, value in client.contacts if kind == ContactKind.EMAIL)
    others = [f"@{value}" for kind, value in client.contacts if kind == ContactKind.TELEGRAM]
    return NewLead(
        lead.number or 0,
        texts.plain("crm-title", number=lead.number or 0, segment=segment),
        lead.handed_at or work.now,
        show,
        there.name,
        there.phones,
        emails,
        "\n".join(filter(None, (client.text, *others)))[:LONGEST_WORDS],
        work.office.source_name(lead.source) if lead.source else None,
    )
