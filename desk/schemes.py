"""The scheme of a segment, switched in the running office: what is offered stays, what waits follows the new one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any

from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.door import Door
from desk.draws import week
from desk.work import Work
from leads.draws import week_of
from leads.entries.people import SchemeSwitched
from leads.office import FAIR, Role, Segment
from leads.recipients import News
from leads.refusals import Refusal, Refused
from leads.rights import Right
from leads.schemes import SCHEMES
from screens.buttons.of_panes import OfficePane
from storage import cards, draws, offices, people
from storage.kinds import Change
from storage.set_up import set_reserve, switch_scheme


@dataclass(frozen=True, slots=True)
class Schemes:
    door: Door

    async def open(self, actor: Actor, segment: str) -> Reply:
        """Opens the list of schemes on the card of /office."""

        def case(work: Work) -> Reply:
            show_office(work, actor, OfficePane.SCHEME, _segment(work, segment).id)
            return NOTHING

        return await self.door.do(actor, Right.SWITCH_SCHEMES, case)

    async def put_away(self, actor: Actor) -> Reply:
        def case(work: Work) -> Reply:
            show_office(work, actor)
            return NOTHING

        return await self.door.do(actor, Right.SWITCH_SCHEMES, case)

    async def switch(self, actor: Actor, segment: str, scheme: str) -> Reply:
        def case(work: Work) -> Reply:
            if scheme not in SCHEMES:
                return NOTHING
            changed = switch(work, segment, scheme, actor.person or "")
            show_office(work, actor, OfficePane.SCHEME, segment)
            return Reply(done="scheme-switched" if changed else "scheme-same")

        return await self.door.do(actor, Right.SWITCH_SCHEMES, case)

    async def reserve(self, actor: Actor, segment: str, on: bool) -> Reply:
        """The head says whether the fair scheme decides where the head stays silent, or the ladder goes on;
        the file knows others.
        """

        def case(work: Work) -> Reply:
            changed = _reserve(work, segment, FAIR if on else None, actor.person or "")
            show_office(work, actor, OfficePane.SCHEME, segment)
            return Reply(done="scheme-switched" if changed else "scheme-same")

        return await self.door.do(actor, Right.SWITCH_SCHEMES, case)


def switch(work: Work, segment: str, scheme: str, by: str) -> bool:
    """Tells whether there was anything to switch. Raises Refused for a segment that is no more."""
    known = _segment(work, segment)
    entries = switch_scheme(work.store, known, scheme, work.now, by=by)
    for entry in entries:
        is_level = isinstance(entry.said, SchemeSwitched) and entry.said.drawn_in
        words = "rule-switched-level" if is_level else "rule-switched"
        _tell(work, known, by, words, before=known.scheme, after=scheme)
    return bool(entries)


def _reserve(work: Work, segment: str, reserve: str | None, by: str) -> bool:
    known = _segment(work, segment)
    entries = set_reserve(work.store, known, reserve, work.now, by=by)
    if entries:
        words, after = ("reserve-set", {"after": reserve}) if reserve else ("reserve-unset", {})
        _tell(work, known, by, words, **after)
    return bool(entries)


def _tell(work: Work, segment: Segment, by: str, key: str, **args: Any) -> None:
    """One note to everybody whom the scheme concerns; every card that shows it is brought up to date.

    Whoever chooses by hand is concerned where it is or was for them to choose.
    """
    names = people.names(work.store)
    note = f"rule:{segment.id}:{offices.version(work.store)}"
    hands = {hand for name in args.values() if name in SCHEMES and (hand := SCHEMES[name].hand)}
    for person in _concerned(work, segment, hands):
        if person.chat:
            work.note(person.chat, note, key, segment=segment.name, name=names[by], **args)
    cards.changed(work.store, Change.OFFICE)
    cards.changed(work.store, Change.DUTY)  # a roster is there where the scheme asks for one
    cards.touch_lists(work.store, segment.id)
    for draw in draws.from_week(work.store, segment.id, week_of(work.now, work.office.timezone)):
        cards.changed(work.store, Change.DRAW, week(draw))


def _concerned(work: Work, segment: Segment, more: Collection[Role]) -> Sequence[people.PersonRow]:
    """Its members and heads, whoever is told of schemes, and whoever has one of these roles, each once."""
    found = people.by_ids(work.store, [*segment.members, *segment.heads])
    for several in (work.recipients(News.SCHEME), people.with_role(work.store, *more)):
        found |= {one.id: one for one in several}
    return list(found.values())


def _segment(work: Work, id: str) -> Segment:
    """Raises Refused."""
    found = next((s for s in work.office.segments if s.id == id and not s.retired), None)
    if found is None:
        raise Refused(Refusal.NO_SEGMENT)
    return found
