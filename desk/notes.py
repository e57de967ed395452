"""What people write down about a lead: a note that they were asked for, a reply to its card, a text for some lead."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from contacts.reading import Letter
from desk import questions
from desk.actor import Actor, Reply
from desk.door import Door
from desk.forgotten import settled
from desk.here import may_here
from desk.intake import add_to_draft, let_go, own_draft, tell_beside
from desk.opened import bring, show
from desk.work import Work
from leads.client import Client, TouchKind
from leads.holding import plan_next
from leads.lead import State
from leads.offering import keep, touch
from leads.office import Office
from leads.questions import Asked
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.scene import who_has
from screens.views.lead import Menu
from storage import drafts, touches
from storage.kinds import Urgency
from storage.offices import take_number
from storage.scenes import Loaded
from storage.touches import Touch


@dataclass(frozen=True, slots=True)
class Heard:
    """A message, who sent it, and what it says of a client."""

    actor: Actor
    letter: Letter
    read: Callable[[Office], Client]

    @property
    def who(self) -> str:
        return self.actor.person or ""


@dataclass(frozen=True, slots=True)
class Notes:
    door: Door

    async def ask(self, actor: Actor, lead: int) -> Reply:
        """Somebody taps `Заметка`: the next thing that they send is one."""

        def case(work: Work) -> Reply:
            refuse_unless_theirs(work.load(lead), actor)
            questions.ask(work, actor.person or "", Asked.NOTE, lead)
            return Reply(done="note-asked")

        return await self.door.do(actor, Right.WRITE_DOWN, case)

    async def skip(self, actor: Actor, lead: int) -> Reply:
        """Somebody has nothing to say to what they are being asked of this lead."""

        def case(work: Work) -> Reply:
            question = questions.asked(work, actor.person or "")
            if question is None or question.lead != lead:
                refuse_unless_theirs(work.load(lead), actor)
                raise Refused(Refusal.EXPLAINED_ALREADY)
            questions.stop_asking(work, actor.person or "")
            return Reply(done=f"skipped-{question.what}")

        return await self.door.do(actor, Right.WRITE_DOWN, case)

    async def open_list(self, actor: Actor, draft: int, *, is_open: bool) -> Reply:
        """The secretary looks for the lead that a draft belongs to, or puts the list away."""

        def case(work: Work) -> Reply:
            mine = own_draft(work, actor, draft).scene.lead
            show(work.store, actor, mine, Menu.LEADS if is_open else Menu.NONE)
            return Reply()

        return await self.door.do(actor, Right.WRITE_DOWN, case)

    async def bring_in(self, actor: Actor, draft: int) -> Reply:
        """What a manager has sent is a client of their own: they have the lead, and it costs nobody a turn.

        A client whose lead is open already is told of, and stays whose they are.
        """

        def case(work: Work) -> Reply:
            who = actor.person or ""
            loaded = own_draft(work, actor, draft)
            if loaded.stored.met.twin is not None:
                _refuse_twin(work, loaded.stored.met.twin, who)
            loaded.scene.lead.known, loaded.scene.lead.owner = (
                loaded.stored.met.known,
                loaded.stored.met.owner,
            )
            keep(loaded.scene, take_number(work.store), who, work.now)
            plan_next(loaded.scene, work.now)
            work.save(loaded)
            settled(work, draft)
            if loaded.stored.has_others:
                tell_beside(work, draft)
            return Reply(done="brought-in")

        return await self.door.do(actor, Right.BRING_IN, case)

    async def file_under(self, actor: Actor, draft: int, lead: int) -> Reply:
        """What somebody has sent is no lead of its own but a note on this one."""

        def case(work: Work) -> Reply:
            own_draft(work, actor, draft)
            loaded = work.load(lead)
            refuse_unless_theirs(loaded, actor)
            _refuse_if_erased(loaded)
            if loaded.scene.lead.state is State.DRAFT:
                raise Refused(Refusal.NOT_YOURS)
            let_go(work, draft)
            drafts.add_to(work.store, draft, lead, TouchKind.NOTE)
            _noted(work, actor, lead)
            return Reply(done="noted")

        return await self.door.do(actor, Right.WRITE_DOWN, case)


def write_down(work: Work, heard: Heard, lead: int) -> None:
    """Notes what somebody has sent on a lead of theirs; of a draft it is one more message. Raises Refused."""
    loaded = work.load(lead)
    if loaded.scene.lead.state is State.DRAFT and loaded.stored.lead.secretary is None:
        loaded = own_draft(work, heard.actor, lead)
    refuse_unless_theirs(loaded, heard.actor)
    said = heard.read(work.office)
    if loaded.scene.lead.state is State.DRAFT:
        add_to_draft(work, lead, said, heard.actor)
        return
    client = _refuse_if_erased(loaded)
    touches.add(work.store, lead, client, Touch(TouchKind.NOTE, work.now, heard.who, said))
    _noted(work, heard.actor, lead)


def _refuse_twin(work: Work, twin: int, who: str) -> None:
    """Raises Refused, naming who has the client's open lead."""
    has = who_has(work.load(twin).scene)
    raise Refused(Refusal.YOURS_ALREADY if has == (who,) else Refusal.CLIENT_TAKEN, has)


def refuse_unless_theirs(loaded: Loaded, actor: Actor) -> None:
    """Raises Refused unless somebody has the lead, took its call, or may give any lead to anybody."""
    lead = loaded.scene.lead
    is_theirs = actor.person in {lead.holder, loaded.stored.lead.secretary}
    if is_theirs or may_here(loaded, actor, Right.ASSIGN):
        return
    raise Refused(Refusal.NOT_YOURS)


def _refuse_if_erased(loaded: Loaded) -> int:
    """Returns the client's row. Raises Refused: of somebody who is forgotten nothing is written down."""
    client: int | None = loaded.stored.lead.client
    if client is None:
        raise Refused(Refusal.ERASED)
    return client


def _noted(work: Work, actor: Actor, lead: int) -> None:
    """Whoever has written it sees that it is there: on their card, or in a word of its own. Raises Refused."""
    loaded = work.load(lead)  # with what is written down now
    touch(loaded.scene, TouchKind.NOTE, actor.person or "", work.now)
    work.save(loaded)
    if loaded.scene.lead.holder == actor.person:
        bring(work.store, actor.chat, lead, actor.person, Urgency.ANSWER)
    else:
        number = loaded.scene.lead.number
        work.note(actor.chat, f"noted:{actor.update}", "noted", Urgency.ANSWER, number=number)
