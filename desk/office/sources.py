"""Sources that are picked by hand: made, named, given to a segment, taken out, with taps and a typed name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.changing import change
from desk.door import Door
from desk.office import segment_edits as edits
from desk.office.asking import Said
from desk.office.spots import segment_at
from desk.work import Work
from files.office_file.editing import put
from files.office_file.ids import id_of
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.sources import Source
from screens.buttons.base import short
from screens.buttons.of_panes import OfficePane
from screens.buttons.of_sources import SourceDeed

TOPIC: Final = "source"


@dataclass(frozen=True, slots=True)
class Sources:
    door: Door

    async def show(self, actor: Actor) -> Reply:
        """Opens their list at the end of the chat."""

        def case(work: Work) -> Reply:
            questions.stop_asking(work, actor.person or "")
            show_office(work, actor, OfficePane.SOURCES, fresh=True)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)

    async def do(self, actor: Actor, deed: SourceDeed, source: str, value: str) -> Reply:
        """Does it with the source, by `short`; `value`: the segment, by `short`."""

        def case(work: Work) -> Reply:
            if deed is SourceDeed.NEW:
                _ask(work, actor, "")
                return NOTHING
            id = _source(work, source).id
            if deed is SourceDeed.RENAME:
                _ask(work, actor, id)
            elif deed is SourceDeed.REMOVE:
                change(work, actor.person or "", lambda document: put(document, ("sources", id), None))
                show_office(work, actor, OfficePane.SOURCES)
                return Reply(done="source-removed")
            else:
                segment = _segment(work, value)
                where = ("sources", id, "segment")
                change(work, actor.person or "", lambda document: put(document, where, segment))
                show_office(work, actor, OfficePane.SOURCE, id)
            return NOTHING

        return await self.door.do(actor, Right.SET_UP, case)


def hear(work: Work, actor: Actor, about: Mapping[str, Any], said: Said) -> None:
    """Takes the name of a new source, or another of one that there is; what is none is asked for again."""
    name, id, who = " ".join(said.text.split()), about["source"], actor.person or ""
    new = id or id_of(name, [source.id for source in work.office.sources], "source")
    try:
        if id:
            change(work, who, lambda document: put(document, ("sources", id, "name"), name))
        else:
            change(work, who, edits.add_source(new, name))
    except Refused:
        _ask(work, actor, id, refused=True, fresh=True)
        return
    questions.stop_asking(work, who)
    show_office(work, actor, OfficePane.SOURCE, new, fresh=True)


def _ask(work: Work, actor: Actor, id: str, *, refused: bool = False, fresh: bool = False) -> None:
    """On the pane of the source, or on their list for a new one."""
    questions.ask_of_office(work, actor.person or "", {"topic": TOPIC, "source": id, "refused": refused})
    pane = OfficePane.SOURCE if id else OfficePane.SOURCES
    show_office(work, actor, pane, id, fresh=fresh)


def _source(work: Work, at: str) -> Source:
    """Raises Refused for one that is no more."""
    found = next((source for source in work.office.sources if short(source.id) == at), None)
    if found is None:
        raise Refused(Refusal.CHANGED_SINCE)
    return found


def _segment(work: Work, at: str) -> str | None:
    """Raises Refused for one that is no more; None where none is meant."""
    found = segment_at(work, at) if at else None
    if at and found is None:
        raise Refused(Refusal.NO_SEGMENT)
    return found
