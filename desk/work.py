"""One transaction's work: scenes are read and saved here, and every card that a change made stale is noted."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from desk.accounts import Bookkeeper
from desk.news import words_for
from leads.client import Client, TouchKind, are_files
from leads.entries.asking import (
    Claimed,
    Corrected,
    CutShort,
    Declined,
    Lapsed,
    Offered,
    Paused,
    Repeated,
    Resegmented,
    Touched,
    Undelivered,
    Withdrawn,
)
from leads.entries.hands import (
    Assigned,
    CameDue,
    Closed,
    Disputed,
    Kept,
    Progressed,
    Reminded,
    Returned,
    Settled,
)
from leads.entries.kinds import Entry, OfOffice, Said
from leads.hours import IsHoliday
from leads.lead import Due, State
from leads.next_steps import TELLINGS, To
from leads.offering import advance
from leads.office import Office, Person, Role, Segment
from leads.picking import asks_head, picks
from leads.presence import on_leave
from leads.proof.following import named
from leads.recipients import News, recipients
from leads.routing import Wait, decide
from leads.scene import Scene
from storage import cards, clients, due, ledger, offices, people, scenes, touches
from storage.kinds import CardKind, Change, Holds, Urgency, that_hold
from storage.memo import keep, once
from storage.scenes import Loaded
from storage.store import Store
from storage.subjects import Subject
from storage.touches import Touch

FREES = (
    Resegmented
    | Withdrawn
    | Claimed
    | Declined
    | Undelivered
    | Lapsed
    | CutShort
    | Assigned
    | Closed
    | Settled
    | Returned
)
"""Entries after which somebody may have an offer less to answer, or a lead less in hand."""


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
class Work:
    """The open transaction, the office as it is set up, and the one instant at which everything happens."""

    store: Store
    set_up: Opened
    now: datetime  # UTC
    bookkeeper: Bookkeeper
    admins: frozenset[int]  # the accounts of ADMIN_IDS

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

    def recipients(self, news: News) -> Sequence[people.PersonRow]:
        """Lists everybody who has an account and is told of this."""
        return recipients(news, self.connected())

    def load(self, lead: int) -> Loaded:
        """Raises NoLeadError."""
        return scenes.load(self.store, self.office, self.is_holiday, lead)

    def seen(self, lead: int) -> Loaded:
        """Loads a lead for whoever changes nothing: what this transaction has saved is not read again.

        Raises NoLeadError.
        """
        return once(self.store, ("scene", lead), scenes.OF_SCENES, lambda: self.load(lead))

    def save(self, loaded: Loaded) -> None:
        """Writes what the rules changed and asks for every card that has to tell of it."""
        entries, had = tuple(loaded.scene.log), loaded.lead["holder"]
        was_kept = loaded.lead["due_kind"] == Due.REPEAT
        if any(isinstance(entry.said, Progressed) for entry in entries):
            loaded = replace(loaded, stored=replace(loaded.stored, has_later=True))
        scenes.save(self.store, loaded, self.now)
        cards.changed(self.store, Change.HANDS, loaded.scene.lead.id)
        for entry in entries:
            self._say(entry.said, loaded.scene)
            self._tell(loaded, entry.said)
        if was_kept and scene_due(loaded) is not Due.REPEAT:
            cards.touch(self.store, [CardKind.KEPT])  # one less
        if had and had != loaded.scene.lead.holder:
            cards.touch_of(self.store, that_hold(Holds.LISTED), had)  # their lists speak of its client
        if entries:
            self.touch_lists(loaded.scene.segment)
        if loaded.scene.lead.state is not State.DRAFT:  # whose client may still change
            keep(self.store, ("scene", loaded.scene.lead.id), scenes.OF_SCENES, loaded)
        if any(isinstance(entry.said, FREES) for entry in entries):
            self._tell_of_left(loaded.scene, entries)
            self._serve_who_wait()

    def _tell_of_left(self, scene: Scene, entries: Iterable[Entry]) -> None:
        """What somebody leaves who is gone, or goes, is less now, or more: the head's list says so."""
        touched = {who for e in entries if isinstance(e.said, FREES) for who in named(e.said)}
        touched |= {e.said.was for e in entries if isinstance(e.said, Assigned) and e.said.was}
        left = [who for who in touched if scene.workers[who].leave_until or not self.office.has(who)]
        if left:
            cards.changed(self.store, Change.LEFT, *left)

    def _serve_who_wait(self) -> None:
        """Somebody may be free again: leads that waited for that go out, the oldest first."""
        blocked = set[tuple[str, str | None, str | None]]()
        for row in due.waiting_for_answers(self.store):
            whose = (row.segment, row.owner, row.picked)
            loaded = None if whose in blocked else self.load(row.id)
            if loaded is None or isinstance(decide(loaded.scene, self.now), Wait):
                blocked.add(whose)
                continue
            advance(loaded.scene, self.now)
            self.save(loaded)

    def touch_lists(self, segment: Segment) -> None:
        """Draws the lists anew where a hand chooses among the managers: what stands beside their names may differ."""
        if picks(segment) or asks_head(segment):
            cards.touch_lists(self.store, segment.id)

    def save_quietly(self, loaded: Loaded) -> None:
        """Writes what the rules changed where no card has to tell of it."""
        scenes.save(self.store, loaded, self.now)

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

    def _tell(self, loaded: Loaded, said: Said) -> None:
        """Who has to notice this entry gets their card anew at the end of the chat."""
        scene, lead = loaded.scene, loaded.scene.lead
        fresh: Iterable[str] = ()
        match said:
            case Offered():
                fresh = said.offered
            case Assigned() | Claimed() | Kept():
                clients.remember_owner(self.store, loaded.stored.lead.client, said.who, self.now)
                self._files(loaded, said.who)
                fresh = [said.who] if isinstance(said, Assigned) else []
            case Reminded() | Settled(bad=False):
                fresh = [said.who]
            case Repeated():
                fresh = self._said_again(scene)
            case CameDue():
                fresh = self._came_due(loaded, said)
            case Touched() | Corrected() | Resegmented():
                fresh = self._touched(loaded, said)
            case Progressed():
                self._mark(loaded, said)
            case Disputed():
                fresh = [person.id for person in self.recipients(News.DISPUTED)]
            case Paused():
                self._tell_of_pause(lead.id, said)
        rings = isinstance(said, Offered | Assigned | Touched | CameDue)
        urgency = Urgency.OFFER if rings else Urgency.NEWS
        self._deal(fresh, lead.id, urgency)

    def _tell_of_pause(self, lead: int, said: Paused) -> None:
        """To whoever is paused, and to the head, who may end it with one tap."""
        self._note_to(said.who, f"paused:{lead}", "paused-by-lapses", lapses=said.lapses)
        name = people.names(self.store)[said.who]
        for person in self.recipients(News.PAUSED):
            if person.id != said.who and person.chat:
                subject = f"paused:{lead}:{said.who}"
                self.note(person.chat, subject, "person-paused", name=name, lapses=said.lapses, who=said.who)

    def _deal(self, to: Iterable[str], lead: int, urgency: Urgency) -> None:
        for person, chat in self._chats(to):
            cards.want(self.store, chat, CardKind.LEAD, lead, person, urgency)

    def _said_again(self, scene: Scene) -> Iterable[str]:
        """A lead that nobody has rings by itself; several for the same people are one message, which rings."""
        asked, deadline = scene.live.people if scene.live else (), scene.lead.deadline
        if deadline is None or len(due.soon_said(self.store, asked, deadline.at)) < 2:
            return asked
        for person, chat in self._chats(asked):
            cards.want(self.store, chat, CardKind.KEPT, None, person, Urgency.NEWS, payload={"args": {}})
        return ()

    def _touched(self, loaded: Loaded, said: Touched | Corrected | Resegmented) -> Iterable[str]:
        """A note and a correction ring whoever holds the lead, a client who comes again also whoever may claim it."""
        holder = loaded.scene.lead.holder
        if isinstance(said, Touched) and said.by != holder:
            self.came_again(loaded)
        is_repeat = isinstance(said, Touched) and said.what is TouchKind.REPEAT
        told = who_has(loaded.scene) if is_repeat else (holder,) if holder else ()
        return [who for who in told if who != said.by]

    def _came_due(self, loaded: Loaded, said: CameDue) -> Iterable[str]:
        """The holder, unless they are on leave; the head where it is the head's to know."""
        worker = loaded.scene.workers.get(said.who)
        is_here = worker is not None and not on_leave(worker, self.now)
        told = [said.who] if is_here else []
        if TELLINGS[said.what][said.times - 1] is To.HEAD:
            told += [person.id for person in self.recipients(News.OVERDUE)]
        return told

    def _mark(self, loaded: Loaded, said: Progressed) -> None:
        client = loaded.stored.lead.client
        if client is not None:
            mark = Touch(TouchKind.MARK, self.now, said.who, Client(), said.progress)
            touches.add(self.store, loaded.scene.lead.id, client, mark)

    def came_again(self, loaded: Loaded) -> None:
        """Sends whoever has the lead the files that its client has sent meanwhile."""
        if loaded.scene.lead.holder:
            self._files(loaded, loaded.scene.lead.holder)

    def _files(self, loaded: Loaded, who: str) -> None:
        """The client's own voice or photo follows the lead to whoever has it."""
        if any(are_files(said.attachments) for said in all_said(self.store, loaded)):
            for person, chat in self._chats([who]):
                cards.want(self.store, chat, CardKind.FILES, loaded.scene.lead.id, person)

    def _say(self, said: Said, scene: Scene) -> None:
        """Whoever it has happened to, by another's hand, hears of it in a message of its own, which rings."""
        for word in words_for(said, scene):
            names = people.names(self.store)
            by = {name: names[who] for name, who in (("name", word.by), ("to", word.to)) if who}
            lead, subject = scene.lead, f"{word.key}:{scene.lead.id}:{self.now.isoformat()}"
            self._note_to(word.who, subject, word.key, number=lead.number, **word.args, **by)
            if word.fresh:
                self._deal([word.who], lead.id, Urgency.NEWS)

    def _note_to(self, who: str, subject: str, key: str, **args: Any) -> None:
        for _, chat in self._chats([who]):
            self.note(chat, subject, key, **args)

    def _chats(self, who: Iterable[str]) -> Iterator[tuple[str, int]]:
        """Of those among them who have an account, in the office's order."""
        wanted = set(who)
        return ((p.id, p.telegram_id) for p in self.office.people if p.id in wanted and p.telegram_id)


def scene_due(loaded: Loaded) -> Due | None:
    """Tells what the lead's deadline is for."""
    deadline = loaded.scene.lead.deadline
    return deadline.kind if deadline else None


def all_said(store: Store, loaded: Loaded) -> Sequence[Client]:
    """Returns what was said of the lead's client: at first, and later."""
    more = touches.later(store, loaded.scene.lead.id) if loaded.stored.has_later else ()
    return [loaded.client, *(one.said for one in more)]


def who_has(scene: Scene) -> tuple[str, ...]:
    """Returns whoever holds the lead, or may claim it now."""
    if scene.lead.holder:
        return (scene.lead.holder,)
    return tuple(scene.live.unanswered) if scene.live else ()


def known_in(office: Office, admins: Collection[int], chat: int) -> Person | None:
    """Whoever acts from this account, with all of their roles; None for a stranger, and for whoever has no role."""
    found = next((p for p in office.people if p.telegram_id == chat), None)
    roles = _with_admin(found.roles, is_admin=chat in admins) if found else ()
    return replace(found, roles=roles) if found and roles else None


def _with_admin(given: tuple[Role, ...], *, is_admin: bool) -> tuple[Role, ...]:
    return (*given, Role.ADMIN) if is_admin and Role.ADMIN not in given else given
