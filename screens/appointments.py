"""What a client was promised, and what is overdue: the lines on a card, and the times to choose from below it."""

from __future__ import annotations

from datetime import datetime
from typing import Final

from leads.appointments import Time
from leads.lead import Due, Progress, Promised, State
from leads.next_steps import DUE_OF, TELLINGS, To
from screens.buttons.of_lead import Appoint, DropAppointment, MarkAgain, Record
from screens.content import Button, Keyboard
from screens.format import clock, date_and_clock, was
from screens.texts import Html, Texts
from screens.views.lead import LeadView, Seat
from screens.writing import skip_row

IN_A_ROW: Final = 2


def next_line(view: LeadView, texts: Texts) -> Html | None:
    """`⏰ Перезвонить: вт, 24 нояб., 15:00`; None where nothing was promised."""
    promised = view.lead.appointment
    if promised is None or view.lead.state is not State.HELD:
        return None
    return texts(f"promised-{promised.what}", at=date_and_clock(promised.at, view.timezone, texts))


def due_now(view: LeadView) -> Due | None:
    """Tells what the reader was told is due, and is not done yet."""
    lead = view.lead
    if lead.state is not State.HELD or view.seat not in {Seat.HOLDER, Seat.HEAD}:
        return None
    asked_more = view.seat is Seat.HOLDER and lead.reminders  # by now it is asked how things stand
    due, told = Due.FIRST_CONTACT, 0 if asked_more else lead.uncalled or 0
    if lead.appointment:
        due, told = DUE_OF[lead.appointment.what], lead.appointment.told
    heard = TELLINGS[due][:told]
    return due if (heard if view.seat is Seat.HOLDER else To.HEAD in heard) else None


def due_words(view: LeadView, texts: Texts) -> Html | None:
    """Tells what is asked of the holder, or told the head, where something is due."""
    due, held_at = due_now(view), view.lead.held_at or view.now
    if due is None:
        return None
    whose = "due" if view.seat is Seat.HOLDER else "overdue"
    if due is Due.FIRST_CONTACT or view.lead.appointment is None:
        return texts(f"{whose}-{due}", since=was(held_at, view.timezone, texts), name=view.holder or "")
    at = view.lead.appointment.at
    ahead = "-ahead" if due is Due.MEETING and view.now < at else ""
    return texts(f"{whose}-{due}{ahead}", at=was(at, view.timezone, texts), name=view.holder or "")


def meeting_rows(view: LeadView, texts: Texts) -> Keyboard:
    """Asks of a meeting that is now, or was, how it went."""
    if due_now(view) is not Due.MEETING:
        return ()
    later = Appoint(lead=view.lead.id, what=Promised.MEETING)
    return ((_met(view, texts), Button(texts.plain("button-meeting-later"), later)),)


def retry_rows(view: LeadView, texts: Texts) -> Keyboard:
    """Returns the times for another try, where nobody has answered and nothing is promised."""
    return _rows(view, Promised.CALL_BACK, texts) if asks_retry(view) else ()


def asks_retry(view: LeadView) -> bool:
    """Tells whether the card asks when to try again."""
    lead = view.lead
    return lead.progress is Progress.NOT_REACHED and lead.appointment is None and lead.state is State.HELD


def when_keyboard(view: LeadView, what: Promised, texts: Texts) -> Keyboard:
    """Asks for a time: those that are likely, and the way out; or whether it shall be one outside of their hours."""
    if view.unsure:
        yes = _time(view, what, view.unsure, date_and_clock(view.unsure, view.timezone, texts), texts)
        other = Button(texts.plain("button-another-time"), Appoint(lead=view.lead.id, what=what))
        return ((yes,), (other, *skip_row(view, texts)))
    is_meeting, is_promised = what is Promised.MEETING, view.lead.appointment is not None
    met = ((_met(view, texts),),) if is_meeting else ()
    off = Button(texts.plain("button-drop-appointment"), DropAppointment(lead=view.lead.id))
    return (*_rows(view, what, texts), *met, *(((off,),) if is_promised else ()), skip_row(view, texts))


def when_question(view: LeadView, what: Promised, texts: Texts) -> Html:
    if view.unsure:
        return texts("ask-unsure", at=date_and_clock(view.unsure, view.timezone, texts))
    return texts(f"ask-{what}")


def call_back_button(view: LeadView, texts: Texts) -> Button:
    return Button(texts.plain("button-call-back"), Appoint(lead=view.lead.id, what=Promised.CALL_BACK))


def _met(view: LeadView, texts: Texts) -> Button:
    if view.lead.progress is Progress.MET and view.lead.last_mark:
        return Button(texts.plain("button-unmark-met"), MarkAgain(lead=view.lead.id, progress=Progress.MET))
    return Button(texts.plain("button-met-already"), Record(lead=view.lead.id, progress=Progress.MET))


def _rows(view: LeadView, what: Promised, texts: Texts) -> Keyboard:
    buttons = [
        Button(
            texts.plain("button-time", time=_called(one, view, texts)),
            Appoint(lead=view.lead.id, what=what, when=one.called),
        )
        for one in view.times
    ]
    return tuple(tuple(buttons[n : n + IN_A_ROW]) for n in range(0, len(buttons), IN_A_ROW))


def _called(one: Time, view: LeadView, texts: Texts) -> str:
    return texts.plain(f"when-{one.called}", time=clock(one.at, view.timezone))


def _time(view: LeadView, what: Promised, at: datetime, words: str, texts: Texts) -> Button:
    chosen = Appoint(lead=view.lead.id, what=what, at=int(at.timestamp()))
    return Button(texts.plain("button-time", time=words), chosen)
