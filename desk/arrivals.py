"""What sources send is stored as it came before its sender hears that it is there; then it is read, in its order."""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from desk import calls, inquiries
from desk.door import Door
from desk.together import Together
from desk.work import Work
from leads.client import Client
from leads.inquiries import Inquiry
from leads.lead import State
from leads.office import Office
from leads.recipients import News
from storage import cards, drafts, mailboxes, requests, secrets
from storage.kinds import Change
from storage.mailboxes import MailboxState, Position
from storage.requests import Came, RequestRow, RequestState
from storage.secrets import SecretOf

log = logging.getLogger(__name__)

PANES: Final = "source"
"""The panes of /office that show how sources are doing begin with this."""
AT_A_TIME: Final = 100  # that are looked for; each is read in a transaction of its own


@dataclass(frozen=True, slots=True)
class Kept:
    """Something that came: its row, and whether it had come before."""

    id: int
    is_new: bool


@dataclass(frozen=True, slots=True)
class Fate:
    """What has become of it: whether it is read yet, the lead's number and how that stands.

    `lead`: None where there is none, or none that is handed over; `state`: None where nothing is known of one.
    """

    is_read: bool
    lead: int | None = None
    state: State | None = None


@dataclass(frozen=True, slots=True)
class Arrivals:
    """`together`: what comes at the same time is stored at the same time."""

    door: Door
    together: Together

    async def keep(self, came: Came) -> Kept:
        """Returns when it is committed. Raises DatabaseAilsError, NoOfficeError."""
        kept: list[Kept] = []
        await self.together.write(lambda work: kept.append(Kept(*requests.add(work.store, came, work.now))))
        return kept[-1]

    async def position(self, source: str) -> tuple[Position | None, date]:
        """Tells how far the mailbox of a source is read, None where it has never been looked into; and today."""
        return await self.door.read(lambda work: (mailboxes.position(work.store, source), work.today))

    async def keep_position(self, source: str, at: Position) -> None:
        """Reads a mailbox from there on."""
        await self.door.quiet(lambda work: mailboxes.put(work.store, source, at))

    async def keep_letter(self, came: Came, at: Position) -> Kept:
        """Stores a letter, and that it is stored. Raises DatabaseAilsError, NoOfficeError."""

        def case(work: Work) -> Kept:
            kept = Kept(*requests.add(work.store, came, work.now))
            mailboxes.put(work.store, came.source, at)
            return kept

        return await self.door.quiet(case)

    async def answers(self, source: str, now: MailboxState) -> None:
        """A mailbox answers so; nothing is written where it has done so before."""

        def is_known(work: Work) -> bool:
            known = mailboxes.state(work.store, source)
            return known is not None and known[0] is now

        def case(work: Work) -> None:
            mailboxes.note(work.store, source, now, work.now)
            cards.touch_pane(work.store, PANES)

        if not await self.door.read(is_known):
            await self.door.write(case)

    async def tell_refused(self, source: str) -> None:
        """Tells the administrator, once a day, that a mailbox does not let us in."""

        def case(work: Work) -> None:
            for person in work.recipients(News.SOURCE):
                name = work.office.source_name(source)
                work.note(person.chat or 0, f"mailbox:{source}:{work.today}", "source-mailbox", source=name)

        await self.door.write(case)

    async def secret(self, source: str) -> str | None:
        """Returns the secret that the chat has made for a source; None where it has made none."""
        return await self.door.read(lambda work: secrets.current(work.store, SecretOf.SOURCE, source))

    async def waiting(self) -> Sequence[RequestRow]:
        """Returns what is to be read, in the order in which it came."""
        return await self.door.read(lambda work: requests.to_read(work.store, AT_A_TIME))

    async def office(self) -> Office:
        """Returns the office as it is known: a second ago at most."""
        return self.door.set_up.office if self.door.set_up else await self.door.read(lambda work: work.office)

    async def take_in(self, row: RequestRow, inquiry: Inquiry, client: Client, *, straight_on: bool) -> None:
        """Does with an inquiry that was just read what is to be done; once, whoever else reads it meanwhile."""

        read: list[int | None] = []

        def case(work: Work) -> None:
            became = inquiries.take_in(work, inquiry, client, straight_on=straight_on)
            requests.put(work.store, row.id, RequestState.READ, lead=became.lead, touch=became.touch)
            read.append(became.lead)

        await self.door.write(_once(row, case))
        for lead in read:
            log.info("it is read: row %s of the leads", lead)

    async def hear_of_call(self, row: RequestRow, inquiry: Inquiry, client: Client) -> None:
        """Somebody has called, or was called: a lead that waits for a call back, or a touch of one, or nothing."""
        await self.door.write(_once(row, lambda work: calls.hear(work, row, inquiry, client)))

    async def pass_over(self, row: RequestRow) -> None:
        """Nobody is to be called for it."""
        await self.door.write(_once(row, lambda work: requests.put(work.store, row.id, RequestState.NOTHING)))

    async def set_aside(self, row: RequestRow, trouble: str, fields: Sequence[tuple[str, str]] = ()) -> None:
        """Nothing could be read of it: the administrator says which field is what, and is told once of a source."""

        def case(work: Work) -> None:
            is_first = row.source not in requests.count_unread(work.store)
            requests.put(work.store, row.id, RequestState.UNREAD, trouble=trouble, fields=fields)
            cards.changed(work.store, Change.OFFICE)
            for person in work.recipients(News.SOURCE) if is_first else ():
                name = work.office.source_name(row.source)
                work.note(person.chat or 0, f"unread:{row.id}", "source-unread", source=name)

        await self.door.write(_once(row, case))

    async def fate(self, id: int) -> Fate:
        """Tells what has become of something that came."""

        def case(work: Work) -> Fate:
            row = requests.find(work.store, id)
            if row is None or row.state is RequestState.STORED:
                return Fate(is_read=False)
            stored = drafts.stored_or_none(work.store, row.lead) if row.lead else None
            if stored is None:
                return Fate(is_read=True)
            return Fate(True, stored.lead.number, State(stored.lead.state))

        return await self.door.read(case)


def _once(row: RequestRow, case: Callable[[Work], None]) -> Callable[[Work], None]:
    """Nothing happens where it is read already."""

    def checked(work: Work) -> None:
        now = requests.find(work.store, row.id)
        if now is not None and now.state is RequestState.STORED:
            case(work)

    return checked
