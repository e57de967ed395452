"""One lead as one person sees it, by the seat they have: the cards of holder and head."""

from __future__ import annotations

from dataclasses import replace

from leads.lead import OVER, Outcome, Progress, Promised, State
from leads.reasons import RefusalReason
from screens.appointments import (
    asks_retry,
    call_back_button,
    due_words,
    meeting_rows,
    next_line,
    retry_rows,
    when_keyboard,
    when_question,
)
from screens.assigning import assign_menu, legend
from screens.bad import asks_why_bad, bad_reason, bad_rows, settle_question
from screens.buttons.of_lead import Appoint, Close, GiveUp, LostReason, MarkAgain, Record, Settle
from screens.client import client_lines
from screens.contacts import contact_rows
from screens.content import GAP, Button, Keyboard, Screen, Style, page, with_quote
from screens.correcting import correcting
from screens.draft import secretary_screen
from screens.format import until
from screens.history import history_row
from screens.offer import (
    bystander_screen,
    declined_screen,
    late_row,
    offer_screen,
    reason_rows,
    why_declined,
)
from screens.status import holder_line, recorded, status, title
from screens.story import marks, words_of
from screens.texts import Html, Texts
from screens.views.lead import LeadView, Menu, Seat
from screens.writing import note_row, own_words, question, skip_row, undo_row

ENDINGS: tuple[tuple[Outcome, Style | None], ...] = (
    (Outcome.WON, "success"),
    (Outcome.LOST, "danger"),
    (Outcome.BAD, None),
)


def holder_screen(view: LeadView, texts: Texts) -> Screen:
    above = page(title(view, texts), _state(view, texts), GAP, client_lines(view, texts))
    return Screen(with_quote(above, words_of(view, texts), _question(view, texts)), _keyboard(view, texts))


def _state(view: LeadView, texts: Texts) -> Html:
    if view.lead.state is State.CLOSED:
        return page(recorded(view, texts), _how_long(view, texts))
    if view.lead.state is State.DISPUTED:
        reason = view.lead.bad_reason
        if reason is None:
            return texts("holder-disputed")
        return texts("holder-disputed-reason", reason=bad_reason(reason, texts).lower())
    yours = texts("holder-assigned") if view.assigned_by_hand else texts("holder-yours")
    return page(yours, marks(view, texts), next_line(view, texts))


def _how_long(view: LeadView, texts: Texts) -> Html | None:
    """Until when a slip is mended without the head."""
    if not view.may_reopen or view.undo_until is None or view.now > view.undo_until:
        return None
    return texts("holder-undo-until", until=until(view.undo_until, view.now, view.timezone, texts))


def _question(view: LeadView, texts: Texts) -> Html:
    """What the bot would like to know now, under everything else."""
    if what := _asks_when(view):
        return when_question(view, what, texts)
    if asks_why_bad(view):
        return texts("holder-why-bad")
    if asked := question(view, texts):
        return asked
    if due := due_words(view, texts):
        return due
    if asks_retry(view) and not view.lead.reminders:
        return texts("ask-retry")
    if _asks_why_lost(view):
        return texts("holder-why-lost")
    if view.lead.state is State.CLOSED and view.lead.outcome is Outcome.BAD:
        return texts("holder-bad")
    return texts("holder-reminder") if view.lead.reminders and view.lead.state is State.HELD else page()


def _asks_when(view: LeadView) -> Promised | None:
    return next((what for what in Promised if view.asked and what.value == view.asked.value), None)


def _asks_why_lost(view: LeadView) -> bool:
    return view.lead.outcome is Outcome.LOST and view.lead.lost_reason is None


def _keyboard(view: LeadView, texts: Texts) -> Keyboard:
    contact = contact_rows(view, texts)
    if what := _asks_when(view):
        work = _work(view, texts) if view.lead.state is State.HELD and not view.unsure else ()
        return (*contact, *when_keyboard(view, what, texts), *work)  # a question bars nobody's way
    if asks_why_bad(view):
        return (*contact, *bad_rows(view, texts))
    if view.asked:
        return (*contact, skip_row(view, texts))
    if opened := correcting(view, texts):
        return (*contact, *opened)
    if view.lead.state is State.HELD:
        return (*contact, *meeting_rows(view, texts), *retry_rows(view, texts), *_work(view, texts))
    if _asks_why_lost(view):
        buttons = [
            Button(texts.plain(f"lost-{reason}"), LostReason(lead=view.lead.id, reason=reason))
            for reason in RefusalReason
            if reason is not RefusalReason.OTHER
        ]
        buttons.append(own_words(view, texts))
        return (*(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2)), *undo_row(view, texts))
    return (*contact, *undo_row(view, texts), *note_row(view, texts))


def _work(view: LeadView, texts: Texts) -> Keyboard:
    reached, missed, invoiced = (
        _step(view, step, texts) for step in (Progress.REACHED, Progress.NOT_REACHED, Progress.INVOICED)
    )
    met = replace(_step(view, Progress.MET, texts), data=Appoint(lead=view.lead.id, what=Promised.MEETING))
    note = [button for row in note_row(view, texts) for button in row]
    won, lost, bad = (
        Button(texts.plain(f"button-{end}"), Close(lead=view.lead.id, outcome=end), style=style)
        for end, style in ENDINGS
    )
    back = Button(texts.plain("button-give-up"), GiveUp(lead=view.lead.id))
    later = call_back_button(view, texts)
    # nothing harmless stands below what is final
    history = (button for row in history_row(view, texts) for button in row)
    return ((reached, missed), (met, invoiced), (later, *note), (back, *history), (won, lost, bad))


def _step(view: LeadView, step: Progress, texts: Texts) -> Button:
    words = texts.plain(f"button-{step}")
    if view.lead.progress is step:
        words = texts.plain("button-marked", words=words)
        if view.lead.last_mark:
            return Button(words, MarkAgain(lead=view.lead.id, progress=step))
    return Button(words, Record(lead=view.lead.id, progress=step))


def head_screen(view: LeadView, texts: Texts) -> Screen:
    is_asked = view.lead.state is State.DISPUTED and not view.asked
    state = holder_line(view, texts) if is_asked else status(view, texts)  # the question says the rest
    above = page(title(view, texts), state, GAP, client_lines(view, texts))
    below = settle_question(view, texts) if is_asked else due_words(view, texts) or page()
    if asked := question(view, texts):
        below = asked
    elif view.menu is Menu.ASSIGN:
        below = legend(view, texts) or below
    elif view.asks_why and view.menu is Menu.NONE:
        below = why_declined(view, texts)
    elif view.word:
        below = page(texts(f"declined-{view.word}"), below)
    return Screen(with_quote(above, words_of(view, texts), below), _hand(view, texts))


def _hand(view: LeadView, texts: Texts) -> Keyboard:
    contact = contact_rows(view, texts) if view.menu is Menu.NONE else ()
    if view.asked:
        return (*contact, skip_row(view, texts))
    return (*contact, *(correcting(view, texts) or _deeds(view, texts)))


def _deeds(view: LeadView, texts: Texts) -> Keyboard:
    if view.lead.state in {State.DRAFT, *OVER}:
        return (*undo_row(view, texts), *note_row(view, texts))
    if view.lead.state is State.DISPUTED:
        bad = Button(texts.plain("button-settle-bad"), Settle(lead=view.lead.id, bad=True), style="danger")
        good = Button(texts.plain("button-settle-good"), Settle(lead=view.lead.id, bad=False))
        return ((bad, good), *note_row(view, texts))
    if view.menu is Menu.ASSIGN:
        return assign_menu(view, texts)
    return (
        *(reason_rows(view, texts) if view.asks_why else ()),
        *late_row(view, texts),
        *assign_menu(view, texts),
        *note_row(view, texts),
        *undo_row(view, texts),
    )


def lead_screen(view: LeadView, texts: Texts) -> Screen:
    screen = _SCREENS[view.seat](view, texts)
    if view.seat is not Seat.HOLDER or view.lead.state is not State.HELD:
        screen = replace(screen, keyboard=(*screen.keyboard, *history_row(view, texts)))
    is_over = view.lead.state in OVER and view.lead.erased is not None
    return replace(screen, only_edits=True) if is_over else screen


_SCREENS = {
    Seat.SECRETARY: secretary_screen,
    Seat.OFFERED: offer_screen,
    Seat.DECLINED: declined_screen,
    Seat.HOLDER: holder_screen,
    Seat.HEAD: head_screen,
    Seat.BYSTANDER: bystander_screen,
}
