"""What a source tells of one client becomes a draft, a lead that goes straight on, or a touch of an open one.

One person's lead is one, however often and by whichever way they come: a form on top of an open lead rings whoever has
it, a form beside a draft joins that. A draft that came by itself is everybody's who hands leads over, until one of them
has touched it (docs/sources.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from contacts.of_inquiries import client_of_inquiry
from contacts.reading import join
from desk.forgotten import mind
from desk.intake import recognise, rewrite_draft, send_off, tell_beside
from desk.opened import bring_draft
from desk.work import Work
from leads.by_itself import moment
from leads.client import Client, TouchKind
from leads.inquiries import Inquiry
from leads.lead import State
from leads.offering import touch
from leads.office import Office
from leads.rights import Right, may
from screens.texts import texts_for
from storage import cards, clients, drafts, touches
from storage.clients import Acquaintance
from storage.kinds import Change, Urgency
from storage.touches import Touch

MOST_OF_A_PAGE: Final = 500  # characters of an address: those of advertisements run on


@dataclass(frozen=True, slots=True)
class Became:
    """What has become of it: the row of the lead, and of the touch that tells of it."""

    lead: int
    touch: int


def read(inquiry: Inquiry, office: Office) -> Client:
    """Reads the client, as the office is now: slow, where a dictionary has to be loaded first."""
    return client_of_inquiry(inquiry, office, words_of(inquiry, office))


def words_of(inquiry: Inquiry, office: Office) -> str:
    """Returns what stands on the card: the client's words, where they were written, and what had led them there."""
    texts = texts_for(office.locale)
    lines = [
        texts.plain(f"inquiry-{inquiry.happened}") if inquiry.happened.is_call else "",
        inquiry.text.strip(),
    ]
    if inquiry.page:
        lines.append(f"{texts.plain('inquiry-page')}: {inquiry.page[:MOST_OF_A_PAGE]}")
    if inquiry.advert:
        lines.append(f"{texts.plain('inquiry-advert')}: {' · '.join(inquiry.advert)}")
    return "\n".join(filter(None, lines))


def take_in(work: Work, inquiry: Inquiry, client: Client, *, straight_on: bool) -> Became:
    """Takes in what a source tells of a client. `straight_on`: without the tap of whoever hands leads over; so it goes
    in any case where there is nobody who could.
    """
    segment, met = recognise(work, client)
    if met.twin is not None:
        return _add_to_open(work, met.twin, client)
    is_alone = not any(may(person.roles, Right.TAKE_IN) for person in work.connected())
    lead = _beside(work, client, met)
    if lead is None:
        lead = _draft(work, inquiry, client, segment, met)
        if not (straight_on or is_alone):
            mind(work, lead)
            bring_draft(work, lead, Urgency.OFFER)
    if straight_on or is_alone:
        send_off(work, work.load(lead), by_itself=True)
    return Became(lead, touches.first_of(work.store, lead))


def _draft(work: Work, inquiry: Inquiry, client: Client, segment: str, met: Acquaintance) -> int:
    """A draft that nobody has taken in. What the sender says of its segment and its owner counts before the rules."""
    named = inquiry.segment
    if named and any(s.id == named and not s.retired for s in work.office.segments):
        segment = named
    due = moment(work.office, None, client, work.now)
    lead = drafts.add(work.store, client, segment, met, None, work.now, due)
    if inquiry.owner and work.office.has(inquiry.owner) and met.owner is None:
        whose = drafts.stored(work.store, lead).lead.client
        clients.remember_owner(work.store, whose, inquiry.owner, work.now)
    if met.client is not None:
        tell_beside(work, lead)
    return lead


def _beside(work: Work, client: Client, met: Acquaintance) -> int | None:
    """Joins the newest draft of the same client, which somebody is just writing down; None where there is none."""
    lead = drafts.newest_of(work.store, met.client) if met.client is not None else None
    if lead is None:
        return None
    before = drafts.client_of(work.store, lead)
    rewrite_draft(work, lead, before, join(before, client))
    return lead


def _add_to_open(work: Work, lead: int, client: Client) -> Became:
    """The client has an open lead: this is said with it, and rings whoever has it."""
    whose = drafts.stored(work.store, lead).lead.client
    made = touches.add(work.store, lead, whose, Touch(TouchKind.REPEAT, work.now, None, client))
    loaded = work.load(lead)
    touch(loaded.scene, TouchKind.REPEAT, None, work.now)
    work.save(loaded)
    cards.changed(work.store, Change.LEAD, lead)
    return Became(lead, made)


def standing(work: Work, lead: int) -> tuple[int | None, State]:
    """Returns a lead's number, None of a draft, and how it stands."""
    found = work.load(lead).scene.lead
    return found.number, found.state
