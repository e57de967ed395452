"""What somebody has typed to put a client's name, number or words right: taken for that, or asked for again."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from contacts.reading import join
from desk import questions
from desk.actor import Actor
from desk.corrections import change_name, change_phone, theirs, with_phone
from desk.intake import rewrite_draft
from desk.notes import Heard, write_down
from desk.opened import bring
from desk.work import Work
from leads.client import Client
from leads.lead import State
from leads.rights import Right, may
from storage.kinds import Urgency

MOST_OF_A_NAME = 64  # characters
MOST_WORDS_OF_A_NAME = 6
MOST_BESIDE_A_PHONE = 2  # words; more of them tell of a client


def correct_name(work: Work, heard: Heard, lead: int) -> bool:
    """Takes what was sent for the client's name, or says why not. Raises Refused."""
    loaded = theirs(work, heard.actor, lead)
    name = " ".join(heard.letter.text.split())
    is_message = bool(heard.letter.kind or heard.read(work.office).phones)
    if is_message and may(heard.actor.roles, Right.TAKE_IN):
        return False
    is_name = len(name) <= MOST_OF_A_NAME and len(name.split()) <= MOST_WORDS_OF_A_NAME
    if is_message or not is_name or not any(c.isalpha() for c in name):
        _not_understood(work, heard, "name")
        return True
    was = loaded.client
    if loaded.scene.lead.state is State.DRAFT:
        rewrite_draft(work, lead, was, replace(was, name=name, **_with_message(was, heard)))
    elif name != was.name:
        change_name(work, heard.actor, loaded, name, **_message(heard))
    _done(work, heard.actor, lead)
    return True


def correct_phone(work: Work, heard: Heard, lead: int) -> bool:
    """Takes what was sent for the client's number, or says why not: who they are is looked up anew.

    Raises Refused.
    """
    loaded, said = theirs(work, heard.actor, lead), heard.read(work.office)
    if may(heard.actor.roles, Right.TAKE_IN) and not _is_about_a_phone(heard):
        return False
    if said.phone is None:
        _not_understood(work, heard, "phone", flaw=said.slips[0][0] if said.slips else "other")
        return True
    was = loaded.client
    if loaded.scene.lead.state is State.DRAFT:
        now = with_phone(was, said.phone, work.office.locale)
        rewrite_draft(work, lead, was, replace(now, **_with_message(was, heard)))
    elif said.phone != was.phone:
        change_phone(work, heard.actor, loaded, said.phone, **_message(heard))
    _done(work, heard.actor, lead)
    return True


def _is_about_a_phone(heard: Heard) -> bool:
    words = [word for word in heard.letter.text.split() if any(c.isalpha() for c in word)]
    return heard.letter.kind in {None, "contact"} and len(words) <= MOST_BESIDE_A_PHONE


def add_comment(work: Work, heard: Heard, lead: int) -> bool:
    """Adds what was sent to what was said of the client; after the hand-over that is a note. Raises Refused."""
    if heard.letter.kind == "contact" and may(heard.actor.roles, Right.TAKE_IN):
        return False
    loaded = theirs(work, heard.actor, lead)
    if loaded.scene.lead.state is not State.DRAFT:
        questions.stop_asking(work, heard.who)
        write_down(work, heard, lead)
        return True
    was = loaded.client
    rewrite_draft(work, lead, was, join(was, heard.read(work.office)))
    _done(work, heard.actor, lead)
    return True


def _message(heard: Heard) -> dict[str, Any]:
    """Where it was written."""
    return {"source_chat": heard.letter.chat, "source_messages": (heard.letter.message,)}


def _with_message(was: Client, heard: Heard) -> dict[str, Any]:
    messages = (*was.source_messages, heard.letter.message)
    return {"source_messages": messages, "source_lengths": (*was.source_lengths, 0)}


def _done(work: Work, actor: Actor, lead: int) -> None:
    """Whoever has typed it sees the card below, as it is now."""
    questions.stop_asking(work, actor.person or "")
    bring(work.store, actor.chat, lead, actor.person, Urgency.ANSWER)


def _not_understood(work: Work, heard: Heard, what: str, **args: str) -> None:
    """It is still asked for."""
    subject = f"correction:{heard.actor.update}"
    work.note(heard.actor.chat, subject, f"{what}-not-understood", Urgency.ANSWER, **args)
