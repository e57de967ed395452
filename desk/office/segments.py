"""Segments made, named, ordered, taken out and taken up again, and their teams, with taps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import change
from desk.door import Door
from desk.leafing import show_again
from desk.office import segment_edits as edits
from desk.office.asking import Said, change_or_ask_again
from desk.office.extras import show_with
from desk.work import Work
from files.office_file.dumping import set_up
from files.office_file.ids import id_of
from leads.refusals import Refusal, Refused
from leads.rights import Right
from screens.buttons.base import short
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_segments import SegmentDeed
from storage import offices

MOVES: Final = {SegmentDeed.UP: -1, SegmentDeed.DOWN: 1}


@dataclass(frozen=True, slots=True)
class Segments:
    door: Door

    async def move(self, actor: Actor, segment: str, by: int) -> Reply:
        """The segment is asked earlier (-1), or later (1), than the one beside it."""

        def case(work: Work) -> Reply:
            change(work, actor.person or "", edits.move(segment, by))
            show_office(work, actor, OfficePane.SEGMENT, segment)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def retire(self, actor: Actor, segment: str) -> Reply:
        """No more leads come to it; those that are open still find it."""

        def case(work: Work) -> Reply:
            change(work, actor.person or "", edits.retire(segment))
            show_office(work, actor, OfficePane.SEGMENTS)
            return Reply(done="segment-retired")

        return await self.door.do(actor, Right.SET_UP, case)

    async def take_up(self, actor: Actor, segment: str) -> Reply:
        """It is there again, where it was and as it was but for its team."""

        def case(work: Work) -> Reply:
            change(work, actor.person or "", edits.take_up(*_retired(work, segment)))
            show_office(work, actor, OfficePane.SEGMENT, segment)
            return Reply(done="segment-taken-up")

        return await self.door.do(actor, Right.SET_UP, case)

    async def ask_name(self, actor: Actor, segment: str) -> Reply:
        """Asks for another name."""

        def case(work: Work) -> Reply:
            questions.ask_of_office(work, actor.person or "", {"topic": "segment-name", "segment": segment})
            show_office(work, actor, OfficePane.SEGMENT, segment)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def ask_new(self, actor: Actor, *, rest: bool) -> Reply:
        def case(work: Work) -> Reply:
            questions.ask_of_office(work, actor.person or "", {"topic": "segment-new", "rest": rest})
            show_office(work, actor, OfficePane.SEGMENTS)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def tick(self, actor: Actor, segment: str, who: str, *, on: bool) -> Reply:
        """Somebody, by `short`, belongs to the team from now on, or does not."""

        def case(work: Work) -> Reply:
            change(work, actor.person or "", edits.tick(segment, _person(work, who), on=on))
            show_again(work, actor, OfficePane.MEMBERS, segment)
            return NOTHING

        return await self.door.do(actor, Right.RUN, case)

    async def tick_head(self, actor: Actor, segment: str, who: str, *, on: bool) -> Reply:
        """Somebody, by `short`, heads the segment from now on, or does not: a role, which only they give who set up."""

        def case(work: Work) -> Reply:
            change(work, actor.person or "", edits.tick_head(segment, _person(work, who), on=on))
            show_again(work, actor, OfficePane.HEADS, segment)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)


def hear_name(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the new name of a segment."""
    segment = about["segment"]
    change_or_ask_again(work, actor, about, edits.rename(segment, said.text.strip()))
    show_office(work, actor, OfficePane.SEGMENT, segment, fresh=True)


def hear_new(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the name of a new segment. Which leads are its own is asked next, unless it takes all that are left."""
    name = " ".join(said.text.split())[: edits.LONGEST_NAME]
    if not name:
        return
    if about["rest"]:
        id = new_id(work, name)
        if change_or_ask_again(work, actor, about, edits.create(id, name, None)):
            show_office(work, actor, OfficePane.SEGMENT, id, fresh=True)
        return
    questions.stop_asking(work, actor.person or "")
    show_with(work, actor, OfficePane.RULES, fresh=True, new=name)


def _person(work: Work, who: str) -> str:
    """Raises Refused."""
    id = next((p.id for p in work.office.people if short(p.id) == who), None)
    if id is None:
        raise Refused(Refusal.CHANGED_SINCE)
    return id


def new_id(work: Work, name: str) -> str:
    """Returns an id that no segment ever had."""
    return id_of(name, [segment.id for segment in work.office.segments], "segment")


def _retired(work: Work, id: str) -> tuple[edits.Table, int]:
    """The table of a segment as it was when it was taken out, and where it stood, from 0.

    Raises Refused where it is not out, or not any more.
    """
    office = offices.read_office(work.store)
    found = next((s for s in office.segments if s.id == id and s.retired), None)
    if found is None:
        raise Refused(Refusal.CHANGED_SINCE)
    again = set_up(replace(office, segments=(replace(found, retired=False),), sources=(), shifts=()))
    table: edits.Table = again["segments"][0]
    return table, offices.place_of(work.store, id)
