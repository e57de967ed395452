"""/try: an example goes through reading, rules and routing in thought, and nothing of it is stored."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from contacts.masking import mask_name, mask_phone
from contacts.phones import readable
from contacts.reading import Letter, facts_of, read_client
from desk import questions
from desk.actor import NOTHING, Actor, Reply
from desk.contact_views import contacts_shown
from desk.door import Door
from desk.office.asking import Said
from desk.office.segment_views import rule_words
from desk.page import Page
from desk.work import Work
from leads.client import Client
from leads.lead import Lead
from leads.office import Segment
from leads.picking import picks
from leads.presence import Absence
from leads.rights import Right, may
from leads.scene import Scene
from leads.segments import segment_and_why, segment_for
from leads.trial import Trial, trial
from screens.content import Content
from screens.notice import notice_screen
from screens.trial import trial_screen
from screens.views.trial import ReadView, TrialView
from storage import cards, draws, people, scenes
from storage.clients import Acquaintance, recognised
from storage.closings import read_track
from storage.kinds import CardKind, Urgency
from storage.offices import read_records, read_standings
from storage.people import PersonRow

READ: Final = ("text", "name", "phone", "vcard")
"""What of a message is kept until it is answered; of all else nothing is read."""


@dataclass(frozen=True, slots=True)
class Trying:
    door: Door

    async def run(self, actor: Actor, text: str) -> Reply:
        """Answers where this would go; without a word the example is asked for."""

        def case(work: Work) -> Reply:
            if text.strip():
                _answer(work, actor, Letter(actor.chat, 0, text))
            else:
                questions.ask_of_office(work, actor.person or "", {"topic": "try"})
                work.note(actor.chat, f"try:{actor.update}", "try-ask", Urgency.ANSWER)
            return NOTHING

        return await self.door.do(actor, Right.SEE_OFFICE, case)


def hear(work: Work, actor: Actor, _: Mapping[str, Any], said: Said) -> None:
    """Takes the example that was asked for: words, a contact, a voice, whatever a secretary may send."""
    questions.stop_asking(work, actor.person or "")
    _answer(work, actor, said.letter or Letter(actor.chat, 0, said.text))


def trial_card(page: Page, person: PersonRow) -> Content:
    """Shows where the example would go; its words may have been erased before they were answered."""
    if "text" not in page.args:
        return notice_screen("erased", {}, page.texts)
    return trial_screen(trial_view(page.work, person, _letter(page.args)), page.texts)


def _letter(args: Mapping[str, Any]) -> Letter:
    text, name, phone, vcard = (args.get(name) or "" for name in READ)
    return Letter(chat=0, message=0, text=text, name=name, phone=phone, vcard=vcard)


def _answer(work: Work, actor: Actor, letter: Letter) -> None:
    where = (actor.chat, CardKind.TRIAL, actor.update, actor.person)
    words = {name: getattr(letter, name) or "" for name in READ}
    cards.want(work.store, *where, payload={"args": words})


def trial_view(work: Work, person: PersonRow, letter: Letter) -> TrialView:
    """Reads a message as a secretary's is read, and lives the hand-over through."""
    client = read_client(letter, work.office)
    met = recognised(work.store, client)
    segment, because = segment_and_why(work.office, facts_of(work.office, client, met.known))
    found = trial(_scene(work, segment, met), work.now, twin_held=met.duplicate_holder is not None)
    names = people.names(work.store)
    return TrialView(
        now=work.now,
        timezone=work.office.timezone,
        read=_read(work, person, client, met, names),
        segment=segment.name,
        because=because,
        rule=rule_words(work.office, segment),
        picks=picks(segment),
        chapters=found.chapters,
        waits=found.waits,
        out=_out(found, names),
        by_source=_by_source(work, client, met, segment),
        names=names,
        reader=person.id,
    )


def _scene(work: Work, segment: Segment, met: Acquaintance) -> Scene:
    """As of a draft that is in no table."""
    store = work.store
    lead = Lead(0, segment.id, known=met.known, owner=met.owner, duplicate_of=met.duplicate_of)
    return Scene(
        work.office,
        work.is_holiday,
        lead,
        scenes.read_workers(store),
        dict(read_standings(store, segment.id)),
        records=dict(read_records(store, segment.id)),
        track=read_track(store, work.office, segment, work.now, lead),
        draws=draws.orders(store, segment.id),
        elsewhere=scenes.elsewhere(store, segment.id),
    )


def _read(
    work: Work, person: PersonRow, client: Client, met: Acquaintance, names: Mapping[str, str]
) -> ReadView:
    sees = may(person.roles, Right.SEE_CLIENTS, work.office)
    phones = [readable(phone) for phone in client.phones]
    name = client.name
    return ReadView(
        name=name if sees or name is None else mask_name(name),
        phones=tuple(phone if sees else mask_phone(phone) for phone in phones),
        contacts=contacts_shown([client]) if sees else (),
        region=client.region,
        region_by=client.region_by,
        language=client.language,
        known=met.known,
        owner=names.get(met.owner) if met.owner else None,
        twin=met.duplicate_of,
        twin_holder=names.get(met.duplicate_holder) if met.duplicate_holder else None,
    )


def _out(found: Trial, names: Mapping[str, str]) -> tuple[tuple[str, Absence], ...]:
    """Who is left out from the start, and why."""
    first = found.chapters[0].out if found.chapters else {}
    return tuple((names[who], why) for who, why in first.items())


def _by_source(
    work: Work, client: Client, met: Acquaintance, segment: Segment
) -> tuple[tuple[str, str], ...]:
    """Whoever takes the call ticks the source: with which of them it would go elsewhere."""
    found = []
    for source in work.office.sources:
        facts = facts_of(work.office, replace(client, source=source.id), met.known)
        if (other := segment_for(work.office, facts)).id != segment.id:
            found.append((source.name, other.name))
    return tuple(found)
