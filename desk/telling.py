"""Who is told of an entry: they get their card anew, or hear what has happened to them by another's hand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from desk import waiting_leads
from desk.news import words_for
from desk.opened import bring
from desk.transaction import Transaction
from desk.wrong_segments import tell_of_wrong_segment
from leads.client import Client, TouchKind, are_files
from leads.entries.asking import (
    Claimed,
    ClaimedLate,
    Corrected,
    Explained,
    Offered,
    Paused,
    Repeated,
    Resegmented,
    Touched,
)
from leads.entries.hands import Assigned, CameDue, Disputed, Kept, Progressed, Reminded, Settled, Unmarked
from leads.entries.kinds import Said
from leads.lead import Step
from leads.next_steps import TELLINGS, To
from leads.presence import on_leave
from leads.reasons import DeclineReason
from leads.recipients import News
from leads.scene import Scene, who_has
from storage import cards, clients, due, people, touches
from storage.kinds import CardKind, Urgency
from storage.scenes import Loaded, all_said
from storage.touches import Touch


def tell(work: Transaction, loaded: Loaded, said: Said) -> None:  # noqa: C901 - one line a kind
    """Gives whoever has to notice this entry their card anew at the end of the chat."""
    scene, lead = loaded.scene, loaded.scene.lead
    fresh: Iterable[str] = ()
    match said:
        case Offered(step=Step.PULL):
            waiting_leads.tell(work, said.offered)
        case Offered():
            fresh = said.offered
        case Assigned() | Claimed() | ClaimedLate() | Kept():
            clients.remember_owner(work.store, loaded.stored.lead.client, said.who, work.now)
            _files(work, loaded, said.who)
            is_unseen = isinstance(said, Claimed) and (said.among or said.step is Step.PULL)
            fresh = [said.who] if is_unseen or isinstance(said, Assigned) else []
        case Reminded() | Settled(bad=False):
            fresh = [said.who]
        case Repeated():
            fresh = _said_again(work, scene)
        case CameDue():
            fresh = _came_due(work, loaded, said)
        case Touched() | Corrected() | Resegmented():
            fresh = _touched(work, loaded, said)
        case Progressed() | Unmarked():
            _mark(work, loaded, said)
        case Disputed():
            fresh = [person.id for person in work.recipients(News.DISPUTED, scene.segment.id)]
        case Explained(reason=DeclineReason.WRONG_SEGMENT):
            tell_of_wrong_segment(work, loaded, said)
        case Paused():
            _tell_of_pause(work, lead.id, said)
    rings = isinstance(said, Offered | Claimed | Assigned | Touched | CameDue)
    urgency = Urgency.OFFER if rings else Urgency.NEWS
    _deal(work, fresh, lead.id, urgency)


def say(work: Transaction, said: Said, scene: Scene) -> None:
    """Tells whoever it has happened to, by another's hand, in a message of its own, which rings."""
    for word in words_for(said, scene):
        names = people.names(work.store)
        by = {name: names[who] for name, who in (("name", word.by), ("to", word.to)) if who}
        lead, subject = scene.lead, f"{word.key}:{scene.lead.id}:{work.now.isoformat()}"
        _note_to(work, word.who, subject, word.key, number=lead.number, **word.args, **by)
        if word.fresh:
            _deal(work, [word.who], lead.id, Urgency.NEWS)


def came_again(work: Transaction, loaded: Loaded) -> None:
    """Sends whoever has the lead the files that its client has sent meanwhile."""
    if loaded.scene.lead.holder:
        _files(work, loaded, loaded.scene.lead.holder)


def _tell_of_pause(work: Transaction, lead: int, said: Paused) -> None:
    """To whoever is paused, and to the head, who may end it with one tap."""
    _note_to(work, said.who, f"paused:{lead}", "paused-by-lapses", lapses=said.lapses)
    name = people.names(work.store)[said.who]
    for person in work.recipients(News.PAUSED):
        if person.id != said.who and person.chat:
            subject = f"paused:{lead}:{said.who}"
            work.note(person.chat, subject, "person-paused", name=name, lapses=said.lapses, who=said.who)


def _deal(work: Transaction, to: Iterable[str], lead: int, urgency: Urgency) -> None:
    for person, chat in work.chats(to):
        bring(work.store, chat, lead, person, urgency)


def _said_again(work: Transaction, scene: Scene) -> Iterable[str]:
    """A lead that nobody has rings by itself; several for the same people are one message, which rings."""
    asked, deadline = scene.live.people if scene.live else (), scene.lead.deadline
    if scene.live and scene.live.step is Step.PULL:
        waiting_leads.tell(work, scene.live.unanswered, again=True)
        return ()
    if deadline is None or len(due.soon_said(work.store, asked, deadline.at)) < 2:
        return asked
    for person, chat in work.chats(asked):
        cards.want(work.store, chat, CardKind.KEPT, None, person, Urgency.NEWS, payload={"args": {}})
    return ()


def _touched(work: Transaction, loaded: Loaded, said: Touched | Corrected | Resegmented) -> Iterable[str]:
    """A note and a correction ring whoever holds the lead, a client who comes again also whoever may claim it."""
    holder = loaded.scene.lead.holder
    if isinstance(said, Touched) and said.by != holder:
        came_again(work, loaded)
    is_repeat = isinstance(said, Touched) and said.what is TouchKind.REPEAT
    told = who_has(loaded.scene) if is_repeat else (holder,) if holder else ()
    return [who for who in told if who != said.by]


def _came_due(work: Transaction, loaded: Loaded, said: CameDue) -> Iterable[str]:
    """The holder, unless they are on leave; the head where it is the head's to know."""
    worker = loaded.scene.workers.get(said.who)
    is_here = worker is not None and not on_leave(worker, work.now)
    told = [said.who] if is_here else []
    if TELLINGS[said.what][said.times - 1] is To.HEAD:
        told += [person.id for person in work.recipients(News.OVERDUE, loaded.scene.segment.id)]
    return told


def _mark(work: Transaction, loaded: Loaded, said: Progressed | Unmarked) -> None:
    client = loaded.stored.lead.client
    if client is not None:
        kind = TouchKind.MARK if isinstance(said, Progressed) else TouchKind.UNMARK
        mark = Touch(kind, work.now, said.who, Client(), said.progress)
        touches.add(work.store, loaded.scene.lead.id, client, mark)


def _files(work: Transaction, loaded: Loaded, who: str) -> None:
    """The client's own voice or photo follows the lead to whoever has it."""
    if any(are_files(said.attachments) for said in all_said(work.store, loaded)):
        for person, chat in work.chats([who]):
            cards.want(work.store, chat, CardKind.FILES, loaded.scene.lead.id, person)


def _note_to(work: Transaction, who: str, subject: str, key: str, **args: Any) -> None:
    for _, chat in work.chats([who]):
        work.note(chat, subject, key, **args)
