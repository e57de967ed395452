"""The card of whoever has the lead: the contact, the steps on the way, the outcome."""

from __future__ import annotations

from leads.lead import Outcome, Progress, State
from leads.reasons import RefusalReason
from screens.buttons import Close, GiveUp, LostReason, Record, SkipAmount
from screens.client import client_lines
from screens.content import Button, Keyboard, Screen, Style
from screens.page import GAP, page, with_quote
from screens.status import outcome, progress, title
from screens.texts import Html, Texts
from screens.views.lead import LeadView

ENDINGS: tuple[tuple[Outcome, Style | None], ...] = (
    (Outcome.WON, "success"),
    (Outcome.LOST, "danger"),
    (Outcome.BAD, None),
)


def holder_screen(view: LeadView, texts: Texts) -> Screen:
    above = page(title(view, texts), _state(view, texts), GAP, client_lines(view, texts))
    return Screen(with_quote(above, view.client.said.text, _question(view, texts)), _keyboard(view, texts))


def _state(view: LeadView, texts: Texts) -> Html:
    if view.lead.state is State.CLOSED:
        return outcome(view, texts)
    if view.lead.state is State.DISPUTED:
        return texts("holder-disputed")
    yours = texts("holder-assigned") if view.assigned_by_hand else texts("holder-yours")
    return page(yours, progress(view, texts))


def _question(view: LeadView, texts: Texts) -> Html:
    """What the bot would like to know now, under everything else."""
    if view.amount_expected:
        return texts("holder-amount")
    if _asks_why_lost(view):
        return texts("holder-why-lost")
    if view.lead.state is State.CLOSED and view.lead.outcome is Outcome.BAD:
        return texts("holder-bad")
    return texts("holder-reminder") if view.lead.reminders and view.lead.state is State.HELD else page()


def _asks_why_lost(view: LeadView) -> bool:
    return view.lead.outcome is Outcome.LOST and view.lead.lost_reason is None


def _keyboard(view: LeadView, texts: Texts) -> Keyboard:
    phone = view.client.dialled
    contact = ((Button(texts.plain("button-copy-phone"), copy=phone),),) if phone else ()
    if view.lead.state is State.HELD:
        return (*contact, *_work(view, texts))
    if view.amount_expected:
        return ((Button(texts.plain("button-skip"), SkipAmount(lead=view.lead.id)),),)
    if _asks_why_lost(view):
        buttons = [
            Button(texts.plain(f"lost-{reason}"), LostReason(lead=view.lead.id, reason=reason))
            for reason in RefusalReason
        ]
        return tuple(tuple(buttons[n : n + 2]) for n in range(0, len(buttons), 2))
    return contact


def _work(view: LeadView, texts: Texts) -> Keyboard:
    reached, missed, met, invoiced = (
        _step(view, step, texts)
        for step in (Progress.REACHED, Progress.NOT_REACHED, Progress.MET, Progress.INVOICED)
    )
    won, lost, bad = (
        Button(texts.plain(f"button-{end}"), Close(lead=view.lead.id, outcome=end), style=style)
        for end, style in ENDINGS
    )
    back = Button(texts.plain("button-give-up"), GiveUp(lead=view.lead.id))
    return ((reached, missed), (met, invoiced), (won, lost), (bad, back))


def _step(view: LeadView, step: Progress, texts: Texts) -> Button:
    words = texts.plain(f"button-{step}")
    if view.lead.progress is step:
        words = texts.plain("button-marked", words=words)
    return Button(words, Record(lead=view.lead.id, progress=step))
