"""Going from pane to pane, and what is typed where a pane asks for it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from desk import leafing, questions
from desk.actor import NOTHING, Actor, Reply
from desk.answers import show_office
from desk.door import Door
from desk.office import (
    crm,
    crm_views,
    duties,
    duty_drafts,
    editing,
    erasing,
    hook_views,
    hooks,
    listing,
    past,
    people_views,
    persons,
    rules,
    segments,
    setup,
    source_views,
    sources,
    taking_on,
    trying,
)
from desk.office.asking import Said
from desk.office.panes import PANES
from desk.work import Work
from leads.questions import Asked
from leads.rights import Right, may
from screens.buttons.of_panes import OfficePane

Hear = Callable[[Work, Actor, Mapping[str, Any], Said], None]
"""Takes what was sent for what was asked (`about`, whose `topic` has led here), or says that it is none and asks on."""


def _narrow(work: Work, actor: Actor, _: Mapping[str, Any], said: Said) -> None:
    leafing.narrow(work, actor, said.text.strip())


TOPICS: Mapping[str, tuple[Right, Hear]] = {
    "setting": (Right.RUN, editing.hear),
    questions.LIST_TOPIC: (Right.SEE_OFFICE, _narrow),
    erasing.TOPIC: (Right.SET_UP, erasing.hear),
    past.TOPIC: (Right.SET_UP, past.hear),
    listing.TOPIC: (Right.INVITE, listing.hear),
    taking_on.TOPIC: (Right.INVITE, taking_on.hear),
    people_views.TOPIC: (Right.RUN, persons.hear_value),
    "segment-name": (Right.SET_UP, segments.hear_name),
    "segment-new": (Right.SET_UP, segments.hear_new),
    "rule": (Right.SET_UP, rules.hear),
    "source-new": (Right.SET_UP, rules.hear_source),
    source_views.MAKE: (Right.SET_UP, sources.hear_new),
    source_views.RENAME: (Right.SET_UP, sources.hear_name),
    source_views.KEYS: (Right.SET_UP, sources.hear_keys),
    source_views.SPEAKER: (Right.SET_UP, sources.hear_speaker),
    crm_views.KEY: (Right.SET_UP, crm.hear_key),
    crm_views.TOKEN_ASKED: (Right.SET_UP, crm.hear_token),
    hook_views.MAKE: (Right.SET_UP, hooks.hear_new),
    "try": (Right.SEE_OFFICE, trying.hear),
    duty_drafts.TOPIC: (Right.RUN, duties.hear),
    "setup": (Right.SET_UP, setup.hear),
}
"""What of the set-up may be asked, who may say it, and who takes it."""


@dataclass(frozen=True, slots=True)
class Browsing:
    door: Door

    async def open(
        self, actor: Actor, pane: OfficePane, about: str = "", page: int = 0, *, fresh: bool = False
    ) -> Reply:
        """Opens a pane; what another one has asked for is asked no more."""

        def case(work: Work) -> Reply:
            if _question(work, actor):
                questions.stop_asking(work, actor.person or "")
            show_office(work, actor, pane, about, page, fresh=fresh)
            return Reply(done="whatif") if pane is OfficePane.TRIED else NOTHING

        return await self.door.do(actor, PANES[pane].right, case)

    async def is_asked(self, actor: Actor) -> bool:
        """Tells whether what this person sends now is for a pane that has asked for it."""
        if actor.person is None or not may(actor.roles, Right.SEE_OFFICE):
            return False
        return await self.door.read(lambda work: _question(work, actor) is not None)

    async def hear(self, actor: Actor, said: Said) -> Reply:
        """Takes what was sent for what a pane has asked."""

        def case(work: Work) -> Reply:
            about = _question(work, actor) or {}
            if topic := TOPICS.get(about.get("topic", "")):
                right, hear = topic
                person = work.at(actor.chat)
                if person and may(person.roles, right):
                    hear(work, actor, about, said)
            return NOTHING

        return await self.door.do(actor, Right.SEE_OFFICE, case)


def _question(work: Work, actor: Actor) -> Mapping[str, Any] | None:
    """What of the set-up they are asked; None once it is so long ago that what they send is hardly the answer."""
    question = questions.asked(work, actor.person or "")
    if question is None or question.what is not Asked.OFFICE or questions.is_late(work, actor.person or ""):
        return None
    return question.about
