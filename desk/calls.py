"""What a telephone exchange tells: whom nobody has answered is a lead, unless somebody calls them back at once.

Who was answered, or called, and has an open lead: there it stands in the lead's history; and where its holder has
called for the first time, that is the first contact, which nobody has to mark by hand (docs/sources.md).
"""

from __future__ import annotations

from typing import Final

from desk.work import Work
from leads import marking
from leads.client import Client, TouchKind
from leads.inquiries import Happened, Inquiry
from leads.lead import Progress, State
from leads.offering import touch
from storage import cards, requests, touches, watches
from storage.clients import recognised
from storage.kinds import Change
from storage.requests import RequestRow, RequestState
from storage.scenes import Loaded
from storage.touches import Touch
from storage.watches import Watch, WatchKind

SPOKEN: Final = frozenset({Happened.ANSWERED, Happened.CALLED})
MARKS: Final = {Happened.CALLED: Progress.REACHED, Happened.TRIED: Progress.NOT_REACHED}


def hear(work: Work, row: RequestRow, inquiry: Inquiry, client: Client) -> None:
    """Takes what an exchange tells of a call."""
    if inquiry.happened is Happened.MISSED:
        _wait(work, row, inquiry, client)
        return
    if inquiry.happened in SPOKEN:
        _called_back(work, inquiry, client)
    lead = recognised(work.store, client).twin
    if lead is None:
        requests.put(work.store, row.id, RequestState.NOTHING, call=inquiry.call)
        return
    made = _note(work, lead, inquiry, client)
    requests.put(work.store, row.id, RequestState.READ, lead=lead, touch=made, call=inquiry.call)


def nobody_called_back(work: Work, watch: Watch) -> None:
    """The time of a missed call is over: it is read once more, and is a lead then."""
    row = requests.find(work.store, int(watch.subject))
    if row is not None and row.state is RequestState.WAITS:
        requests.put(work.store, row.id, RequestState.STORED)


def _wait(work: Work, row: RequestRow, inquiry: Inquiry, client: Client) -> None:
    """Of several calls of one number the first one waits, and the others are the same; without a number there is nobody
    to be called.
    """
    contact = client.phone or next(iter(inquiry.phones), "")
    is_same = bool(requests.calls_waiting(work.store, call=inquiry.call, contact=contact))
    if not contact or is_same:
        requests.put(work.store, row.id, RequestState.NOTHING, call=inquiry.call)
        return
    requests.put(work.store, row.id, RequestState.WAITS, call=inquiry.call, contact=contact)
    due = work.now + work.office.callback_grace
    watches.watch(work.store, WatchKind.CALL, str(row.id), work.now, due)


def _called_back(work: Work, inquiry: Inquiry, client: Client) -> None:
    """They have spoken: nobody has to call any more."""
    for waiting in requests.calls_waiting(work.store, call=inquiry.call, contact=client.phone):
        watches.forget(work.store, WatchKind.CALL, str(waiting.id))
        requests.put(work.store, waiting.id, RequestState.NOTHING)


def _note(work: Work, lead: int, inquiry: Inquiry, client: Client) -> int:
    """Notes on an open lead that they have spoken, or that somebody has tried; the first time its holder's own mark."""
    loaded = work.load(lead)
    who = _speaker(work, inquiry)
    said = Touch(TouchKind.NOTE, work.now, who, client)
    made = touches.add(work.store, lead, loaded.stored.lead.client, said)
    loaded = work.load(lead)
    if _is_first_contact(loaded, who, inquiry):
        marking.record(loaded.scene, who or "", MARKS[inquiry.happened], work.now, by_call=True)
    else:
        touch(loaded.scene, TouchKind.NOTE, who, work.now)
    work.save(loaded)
    cards.changed(work.store, Change.LEAD, lead)
    return made


def _is_first_contact(loaded: Loaded, who: str | None, inquiry: Inquiry) -> bool:
    lead = loaded.scene.lead
    is_holder = who is not None and lead.holder == who and lead.state is State.HELD
    return is_holder and lead.contacted_by is None and inquiry.happened in MARKS


def _speaker(work: Work, inquiry: Inquiry) -> str | None:
    """Who of the office it was, by the extension; None where nobody has said whose that is."""
    source = work.office.source(inquiry.source)
    who = source.extensions.get(inquiry.ours) if source and inquiry.ours else None
    return who if who and work.office.has(who) else None
