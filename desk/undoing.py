"""What was done to a lead by mistake, and is taken back: a hand-over, an outcome, an amount."""

from __future__ import annotations

from dataclasses import dataclass

from desk import by_itself, questions
from desk.actor import Actor, Reply
from desk.door import Door
from desk.here import may_here
from desk.intake import tell_beside
from desk.opened import bring_draft
from desk.work import Work
from leads import holding
from leads.lead import State
from leads.offering import withdraw
from leads.questions import Asked
from leads.refusals import Refusal, Refused
from leads.rights import Right
from storage import cards, cases, drafts
from storage.kinds import Change, Urgency
from storage.scenes import Loaded


@dataclass(frozen=True, slots=True)
class Undoing:
    door: Door

    async def withdraw(self, actor: Actor, lead: int) -> Reply:
        """Somebody taps `Отозвать`: nobody is asked any more, and what was said is a draft again, below its card."""

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            refuse_unless_theirs(loaded, actor)
            withdraw(loaded.scene, actor.person or "", work.now)
            work.save(loaded)
            _make_draft(work, loaded)
            return Reply(done="withdrawn")

        return await self.door.do(actor, Right.WITHDRAW, case, lead=lead)

    async def reopen(self, actor: Actor, lead: int) -> Reply:
        """Somebody taps `Вернуть в работу`: what was closed is its holder's again."""

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            always = at_any_time(loaded, actor)
            holding.refuse_undoing(loaded.scene, actor.person or "", work.now, always=always)
            _refuse_if_open_beside(work, loaded, actor, always=always)
            holding.reopen(loaded.scene, actor.person or "", work.now, always=always)
            work.save(loaded)
            is_held = loaded.scene.lead.state is State.HELD
            return Reply(done="reopened" if is_held else "reopened-for-others")

        return await self.door.do(actor, Right.HOLD, case)

    async def ask_amount(self, actor: Actor, lead: int) -> Reply:
        """Somebody taps `Сумма`: what they send next is what the sale has brought."""

        def case(work: Work) -> Reply:
            loaded = work.load(lead)
            who = actor.person or ""
            holding.refuse_amount(loaded.scene, who, work.now, always=at_any_time(loaded, actor))
            questions.ask(work, who, Asked.AMOUNT, lead)
            return Reply(done="amount-asked")

        return await self.door.do(actor, Right.HOLD, case)


def refuse_unless_theirs(loaded: Loaded, actor: Actor) -> None:
    """Raises Refused unless somebody took the call, or may give any lead to anybody."""
    if actor.person != loaded.stored.lead.secretary and not may_here(loaded, actor, Right.ASSIGN):
        raise Refused(Refusal.NOT_YOURS)


def _make_draft(work: Work, loaded: Loaded) -> None:
    """For whoever took the call; of a client who is forgotten there is nothing to make it of."""
    row = loaded.stored.lead
    if row.client is None:
        return
    draft = drafts.anew(work.store, row.id, work.now)
    by_itself.plan(work, draft)
    cards.changed(work.store, Change.LEAD, row.id)
    show_draft(work, draft)


def show_draft(work: Work, draft: int) -> None:
    """Shows whoever took the call what is a draft again; another draft of the same client says so."""
    tell_beside(work, draft)
    bring_draft(work, draft, Urgency.ANSWER)


def at_any_time(loaded: Loaded, actor: Actor) -> bool:
    """Tells whether somebody may take back what became of anybody's lead here, however long ago."""
    return may_here(loaded, actor, Right.UNDO)


def _refuse_if_open_beside(work: Work, loaded: Loaded, actor: Actor, *, always: bool) -> None:
    """By a holder's hand no client comes to be with two managers; the head sees to it themselves. Raises Refused."""
    others = cases.open_beside(work.store, loaded.scene.lead.id)
    elsewhere = tuple(who for who in others if who != actor.person)
    if elsewhere and not always:
        raise Refused(Refusal.OPEN_BESIDE, tuple(who for who in elsewhere if who))
