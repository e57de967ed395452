"""An open transaction as every use case finds it: the office, who is there, and what its chats are to be told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from desk.accounts import Bookkeeper
from desk.happenings import Happening
from leads.entries.kinds import Entry, OfOffice
from leads.hours import IsHoliday
from leads.office import Office, Person, Role
from leads.recipients import News, recipients
from leads.rights import roles_in
from storage import cards, ledger, offices, people
from storage.kinds import CardKind, Urgency
from storage.store import Store
from storage.subjects import Subject


@dataclass(frozen=True, slots=True)
class SetUp:
    """The office as last read, and the version that it had then."""

    version: int
    office: Office
    is_holiday: IsHoliday
    chats: frozenset[int]  # of everybody who is connected


@dataclass(slots=True)
class Opened:
    """The set-up that counts in a transaction: looked for when it is first asked for."""

    find: Callable[[int | None], SetUp]  # by its version, where that is known
    found: SetUp | None = None

    def get(self) -> SetUp:
        if self.found is None:
            self.found = self.find(None)
        return self.found

    def lock(self, store: Store) -> None:
        """Makes the transaction, from here on, the only one that changes leads. Raises NoOfficeError."""
        self.found = self.find(offices.lock(store))


@dataclass(frozen=True, slots=True)
class Transaction:
    """The open transaction, the office as it is set up, and the one instant at which everything happens."""

    store: Store
    set_up: Opened
    now: datetime  # UTC
    bookkeeper: Bookkeeper
    admins: frozenset[int]  # the accounts of ADMIN_IDS
    happened: list[Happening] = field(default_factory=list, compare=False)  # so far, to leads

    @property
    def office(self) -> Office:
        return self.set_up.get().office

    @property
    def is_holiday(self) -> IsHoliday:
        return self.set_up.get().is_holiday

    @property
    def today(self) -> date:
        """On the office's calendar."""
        return self.now.astimezone(self.office.timezone).date()

    def roles(self, chat: int | None, given: tuple[Role, ...]) -> tuple[Role, ...]:
        """Tells what somebody may: the roles that the office gives; an account of ADMIN_IDS is administrator besides.

        That one is never stored: it belongs to the account, and a person may have another one tomorrow.
        """
        return _with_admin(given, is_admin=chat in self.admins)

    def known(self, chat: int) -> Person | None:
        """Does what `at` does, by the set-up alone: nothing is read."""
        return known_in(self.office, self.admins, chat)

    def at(self, chat: int) -> people.PersonRow | None:
        """Whoever acts from this account, with all of their roles; None for a stranger, and for whoever has no role."""
        found = people.by_chat(self.store, chat)
        seen = found and replace(found, roles=self.roles(chat, found.roles))
        return seen if seen and seen.roles else None

    def connected(self) -> Sequence[people.PersonRow]:
        """Lists everybody who has an account, with all of their roles, in the office's order."""
        return [replace(p, roles=self.roles(p.chat, p.roles)) for p in people.connected(self.store)]

    def recipients(self, news: News, segment: str | None = None) -> Sequence[people.PersonRow]:
        """Lists everybody who has an account and is told of this; `segment`: of which it is news."""
        here = self.connected()
        if segment is not None:
            here = [replace(p, roles=roles_in(self.office, p.id, p.roles, segment)) for p in here]
        return recipients(news, here)

    def chats(self, who: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Of those among them who have an account, in the office's order."""
        wanted = set(who)
        return ((p.id, p.telegram_id) for p in self.office.people if p.id in wanted and p.telegram_id)

    def log(self, said: OfOffice) -> None:
        """Writes an entry of the ledger that is about no lead."""
        ledger.append(self.store, [Entry(None, said)], self.now)

    def note(self, chat: int, subject: str, key: str, urgency: Urgency = Urgency.NOTE, **args: Any) -> None:
        """Asks for a message that is sent once and never changes; one for each `subject`, however often asked for.

        An answer that says the same as one that is not sent yet takes its place.
        """
        where = (chat, CardKind.NOTE, subject, None, urgency)
        is_answer = urgency is Urgency.ANSWER
        cards.want(self.store, *where, once=is_answer, payload={"key": key, "args": args})

    def show(self, chat: int, person: str | None, kind: CardKind, about: Subject, **args: Any) -> None:
        """Asks for an answer to a question: drawn from what is stored when it is sent.

        Asked again before that, it is answered once.
        """
        cards.want(self.store, chat, kind, about, person, once=True, payload={"args": args})


def known_in(office: Office, admins: Collection[int], chat: int) -> Person | None:
    """Whoever acts from this account, with all of their roles; None for a stranger, and for whoever has no role."""
    found = next((p for p in office.people if p.telegram_id == chat), None)
    roles = _with_admin(found.roles, is_admin=chat in admins) if found else ()
    return replace(found, roles=roles) if found and roles else None


def _with_admin(given: tuple[Role, ...], *, is_admin: bool) -> tuple[Role, ...]:
    return (*given, Role.ADMIN) if is_admin and Role.ADMIN not in given else given
