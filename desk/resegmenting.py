"""The segment of a lead that was handed over, corrected: it goes on by that segment's rule, or stays where it is."""

from __future__ import annotations

from dataclasses import dataclass

from desk.actor import NOTHING, Actor, Reply
from desk.corrections import changed, note_change, show_menu, theirs
from desk.door import Door
from desk.telling import say
from desk.work import Work
from leads.client import Client, Correction
from leads.lead import OWNED
from leads.refusals import Refusal, Refused
from leads.resegmenting import give_back_before, refuse_unless_movable, resegment
from leads.rights import Right
from screens.views.lead import Menu
from storage import scenes
from storage.kinds import Urgency
from storage.scenes import Loaded


@dataclass(frozen=True, slots=True)
class Resegmenting:
    door: Door

    async def move(self, actor: Actor, lead: int, segment: str, *, goes_on: bool) -> Reply:
        """Puts the lead into this segment; of whom it is taken by another's word is told so."""

        def case(work: Work) -> Reply:
            loaded = theirs(work, actor, lead)
            refuse_unless_movable(loaded.scene)
            if not _exists(work, segment) or segment == loaded.scene.lead.segment:
                return NOTHING
            _move(work, actor, loaded, segment, goes_on=goes_on)
            show_menu(work, actor, lead, Menu.NONE)
            return Reply(done="goes-on" if goes_on else "segment-changed")

        return await self.door.do(actor, Right.WRITE_DOWN, case)

    async def agree(self, actor: Actor, lead: int, segment: str) -> Reply:
        """A manager has said that it is of another segment, and that is so: it goes on there, or stays where it is by
        now, if somebody has it.
        """

        def case(work: Work) -> Reply:
            loaded = theirs(work, actor, lead)
            refuse_unless_movable(loaded.scene)
            if not _exists(work, segment):
                raise Refused(Refusal.NO_SEGMENT)
            if segment == loaded.scene.lead.segment:
                raise Refused(Refusal.EXPLAINED_ALREADY)
            goes_on = loaded.scene.lead.state not in OWNED
            _move(work, actor, loaded, segment, goes_on=goes_on)
            return Reply(done="goes-on" if goes_on else "segment-changed")

        return await self.door.do(actor, Right.WRITE_DOWN, case)


def _move(work: Work, actor: Actor, loaded: Loaded, segment: str, *, goes_on: bool) -> None:
    """In two steps, for balances of two segments are written."""
    by, lead = actor.person or "", loaded.scene.lead
    was = lead.holder if lead.state in OWNED else None
    words = changed(loaded.scene.segment.name, work.office.segment(segment).name)
    give_back_before(loaded.scene, by, work.now, goes_on=goes_on)
    if loaded.scene.log:
        for entry in loaded.scene.log:
            say(work, entry.said, loaded.scene)
        work.save_quietly(loaded)
    note_change(work, actor, loaded, Correction.SEGMENT, Client(text=words))
    there = scenes.towards(work.store, work.office, work.load(lead.id), segment, work.now)
    resegment(there.scene, segment, by, work.now, goes_on=goes_on)
    work.save(there)
    if goes_on and was and was != by:
        _tell_who_has_lost_it(work, was, lead.number or 0, words)


def _tell_who_has_lost_it(work: Work, who: str, number: int, words: str) -> None:
    chat = work.office.person(who).telegram_id if work.office.has(who) else None
    if chat:
        subject = f"resegmented:{number}:{work.now.timestamp():.0f}"
        work.note(chat, subject, "resegmented", Urgency.NEWS, number=number, words=words)


def _exists(work: Work, segment: str) -> bool:
    return any(one.id == segment and not one.retired for one in work.office.segments)
