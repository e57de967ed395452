"""Several messages of one client are one draft: an album, what one author wrote, an album and the words for it."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

from contacts.reading import contradict, join
from desk.intake import add_to_draft
from desk.notes import Heard
from desk.telling import came_again
from desk.work import Work
from leads.client import Client, TouchKind
from leads.lead import State
from storage import cards, touches
from storage.kinds import Change
from storage.touches import Begun

AT_ONCE = timedelta(minutes=1)  # several messages, sent or forwarded together, arrive one by one


def goes_on(work: Work, heard: Heard) -> bool:
    """Whether it is another message of an album, or of one author: it joins what the earlier ones have begun."""
    if not heard.letter.album and not heard.letter.author:
        return False
    more = heard.read(work.office)
    begun = touches.of_album(work.store, more.album, heard.who) if more.album else None
    begun = begun or _of_author(work, heard, more)
    if begun is None:
        return False
    if begun.kind is TouchKind.FIRST:
        add_to_draft(work, begun.lead, more, heard.actor)
        return True
    touches.enlarge(work.store, begun, partial(join, more=more))
    came_again(work, work.load(begun.lead))
    cards.changed(work.store, Change.LEAD, begun.lead)
    return True


def _of_author(work: Work, heard: Heard, more: Client) -> Begun | None:
    """Finds the draft of the last minute that holds what the same author wrote, unless another number stands there."""
    if more.author is None:
        return None
    started = touches.begun_since(work.store, heard.who, work.now - AT_ONCE)
    newest = next((one for one in started if one.said.author == more.author), None)
    return newest if newest and _may_join(work, newest, more) else None


def joins(work: Work, heard: Heard) -> bool:
    """Whether it is an album without a word, or the words for one: what somebody writes within a minute of it."""
    if heard.letter.author or (heard.letter.kind and not heard.letter.album):
        return False
    more = heard.read(work.office)
    last = next(iter(touches.begun_since(work.store, heard.who, work.now - AT_ONCE)), None)
    if last is None or last.said.author or _is_wordless_album(last.said) == _is_wordless_album(more):
        return False
    if not (last.said.text or more.text) or not _may_join(work, last, more):
        return False
    add_to_draft(work, last.lead, more, heard.actor)
    return True


def _is_wordless_album(said: Client) -> bool:
    return said.album is not None and not said.text and not said.phones and not said.contacts


def _may_join(work: Work, begun: Begun, more: Client) -> bool:
    is_draft = work.load(begun.lead).scene.lead.state is State.DRAFT
    return is_draft and not contradict(begun.said, more)
