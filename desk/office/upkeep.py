"""What keeps the office's data safe: how old the last copy is; the ledger verified beside everything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from desk.actor import Actor, Reply
from desk.answers import show_office
from desk.door import Door
from desk.errands import Breath, Errands
from desk.work import Work
from leads.head import Head, head_of
from leads.recipients import News
from leads.rights import Right
from reports.verifying import examined
from screens.buttons.of_panes import OfficePane
from screens.views.upkeep import BackupView, UpkeepView, VerificationView
from storage import cards, ledger, people, upkeep
from storage.kinds import Change, Urgency
from storage.upkeep import UpkeepKind

NAMED: Final = 3  # problems, in the chat; the command names more
LONGEST: Final = 200  # characters of one


@dataclass(frozen=True, slots=True)
class Upkeeping:
    door: Door
    errands: Errands

    async def verify(self, actor: Actor) -> Reply:
        """Has the ledger verified, unless that is being done already."""

        def case(work: Work) -> Reply:
            before = upkeep.find(work.store, UpkeepKind.VERIFICATION)
            if before is None or before.asked_at is None:
                upkeep.ask(work.store, UpkeepKind.VERIFICATION, work.now, actor.person)
            show_office(work, actor, OfficePane.UPKEEP)
            return Reply(done="verifying")

        reply = await self.door.do(actor, Right.RUN, case)
        if reply.done:
            self.errands.add(self._verify)
        return reply

    async def resume(self) -> None:
        """Does what an earlier program was asked for and has not done."""
        self.errands.add(self._verify)

    async def _verify(self) -> None:
        """Writers wait for none of it: it reads the database as it is now."""
        if not await self.door.read(_is_asked):
            return
        facts = await self.door.read(lambda work: _examined(work, Breath(self.errands.stopping)))
        await self.door.write(lambda work: _tell(work, facts))


def _is_asked(work: Work) -> bool:
    found = upkeep.find(work.store, UpkeepKind.VERIFICATION)
    return bool(found and found.asked_at)


def _examined(work: Work, breath: Breath) -> dict[str, Any]:
    told, problems = examined(work.store, work.now, breath)
    return {
        "entries": told.entries,
        "decisions": told.decisions,
        "leads": len(told.leads),
        "head": Head(told.entries, told.head).published,
        "count": len(problems),
        "problems": [_shown(one) for one in problems[:NAMED]],
    }


def _shown(problem: str) -> str:
    """What was found in a forged entry could be anything: it stays one line."""
    return "".join(c if c.isprintable() else " " for c in problem)[:LONGEST]


def _tell(work: Work, facts: dict[str, Any]) -> None:
    """Whoever has asked is told; of a ledger that does not hold, all who answer for the bot."""
    asked = upkeep.find(work.store, UpkeepKind.VERIFICATION)
    upkeep.done(work.store, UpkeepKind.VERIFICATION, work.now, facts)
    cards.changed(work.store, Change.OFFICE)
    who = {asked.asked_by} if asked and asked.asked_by else set[str]()
    if facts["count"]:
        who |= {person.id for person in work.recipients(News.TROUBLE)}
    for person in people.by_ids(work.store, who).values():
        if person.chat is not None:
            _note(work, person.chat, facts)


def _note(work: Work, chat: int, facts: dict[str, Any]) -> None:
    subject = f"verified:{work.now.isoformat()}"
    if facts["count"]:
        args = {"count": facts["count"], "problem": facts["problems"][0]}
        work.note(chat, subject, "ledger-broken", Urgency.ANSWER, **args)
    else:
        args = {name: facts[name] for name in ("entries", "decisions", "leads", "head")}
        work.note(chat, subject, "ledger-holds", Urgency.ANSWER, **args)


def upkeep_view(work: Work) -> UpkeepView:
    """Shows how it stands."""
    verification, last = upkeep.find(work.store, UpkeepKind.VERIFICATION), ledger.head(work.store)
    head = head_of(last)
    return UpkeepView(
        timezone=work.office.timezone,
        copies=work.store.dialect.name == "sqlite",
        backup=_backup(work),
        entries=last.seq if last else 0,
        head=head.published if head else None,
        verified=_verified(verification),
        is_running=bool(verification and verification.asked_at),
    )


def _backup(work: Work) -> BackupView | None:
    found = upkeep.find(work.store, UpkeepKind.BACKUP)
    if found is None or found.at is None:
        return None
    age = max(0, int((work.now - found.at).total_seconds()))
    return BackupView(found.at, age, str(found.facts["place"]), int(found.facts["leads"]))


def _verified(found: upkeep.Upkeep | None) -> VerificationView | None:
    if found is None or found.at is None:
        return None
    facts = found.facts
    problems = tuple(facts["problems"])
    return VerificationView(found.at, facts["entries"], facts["head"], facts["count"], problems)
