"""One view for every look that a lead's card may have, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, replace
from datetime import UTC, datetime, timedelta
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from leads.appointments import Time, When
from leads.client import Client, ContactKind, Correction, TouchKind
from leads.figures.against import Against
from leads.lead import Appointment, Due, Lead, Outcome, Progress, Promised, State, Step, Word
from leads.presence import Absence
from leads.questions import Asked
from leads.segments import KnownBy
from screens.views.lead import (
    Assignee,
    Choice,
    ClientView,
    DraftChoice,
    LeadChoice,
    LeadView,
    Menu,
    OtherPhone,
    Seat,
    SlipView,
    TouchView,
    TwinDraft,
)
from screens.views.leafing import Leafed

View = TypeVar("View", LeadView, ClientView)
MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # a Monday, 14:30 in the office
SOON = NOW + timedelta(minutes=5)
PETROV, SIDOROVA, HEAD = "Пётр Петров", "Ольга Сидорова", "Ирина Ким"
SECRET_NAME, SECRET_PHONE = "Айрат Закиров", "+7 843 200-11-22"

CLIENT = ClientView(
    said=Client(
        name=SECRET_NAME,
        region="Татарстан",
        text="Айрат Закиров, 8 843 200 11 22. Нужны окна на балкон & лоджию, <срочно>, перезвонить до вечера",
        attachments={"voice": 1, "photo": 3},
    ),
    phone=SECRET_PHONE,
    masked=False,
    dialled="+78432001122",
)


def but(view: View, **changes: Any) -> View:
    """The view with these changes, of which some are those of the lead or the client in it."""
    inner = "lead" if isinstance(view, LeadView) else "said"
    own = {field.name for field in fields(view)}
    deeper = {name: changes.pop(name) for name in [*changes] if name not in own}
    return replace(view, **changes, **{inner: replace(getattr(view, inner), **deeper)})


SECRETARY = "Anna"

AGAIN = (
    TouchView(TouchKind.REPEAT, NOW - timedelta(days=9), SECRETARY, Client(text="in a hurry")),
    TouchView(TouchKind.REPEAT, NOW - timedelta(days=1), SECRETARY, Client()),
    TouchView(
        TouchKind.REPEAT,
        NOW - timedelta(hours=1),
        SECRETARY,
        Client(text="a <b>draught</b> & cold", attachments={"photo": 1}),
    ),
)
"""As often as the client came again."""


TIMES = tuple(Time(called, NOW + timedelta(hours=1 + 12 * n)) for n, called in enumerate(When))
TO_WRITE_ON = (LeadChoice(5, 22, "Vera <b>& Co</b>"), LeadChoice(4, 21, None))


def _marked(hours: int, mark: Progress) -> TouchView:
    return TouchView(TouchKind.MARK, NOW - timedelta(hours=hours), PETROV, Client(), mark)


STORY = (
    _marked(30, Progress.NOT_REACHED),
    _marked(5, Progress.NOT_REACHED),
    _marked(4, Progress.NOT_REACHED),
    TouchView(
        TouchKind.NOTE, NOW - timedelta(hours=3), HEAD, Client(text="ask <i>for</i> the sizes & floor")
    ),
    _marked(2, Progress.REACHED),
    *(
        TouchView(TouchKind.CORRECTION, NOW, SECRETARY, Client(text="Vera & → <b>Vera"), corrected=what)
        for what in Correction
    ),
    *AGAIN[-1:],
)
"""Called three times, spoken to, noted on by the head, and heard of again."""

UNDONE = (
    TouchView(TouchKind.MARK, NOW - timedelta(hours=1), PETROV, Client(), Progress.INVOICED),
    TouchView(TouchKind.UNMARK, NOW, PETROV, Client(), Progress.INVOICED),
)
"""A mark that was a slip."""

MASKED = but(
    CLIENT,
    name="А••• З•••",
    phone="+7 843 •••-••-••",
    text="•••, •••. Нужны окна на балкон & лоджию, <срочно>, перезвонить до вечера",
    masked=True,
    dialled=None,
)
WRITTEN = (
    (ContactKind.TELEGRAM.value, "ivan_okna"),
    (ContactKind.ACCOUNT.value, "77"),
    *((ContactKind.EMAIL.value, f"ivan{'n' * 50 * n}@uniq.example") for n in range(7)),
)
TEAM = (
    Assignee("petrov", PETROV, 2, None, 1.3),
    Assignee("sidorova", SIDOROVA, 0, Absence.PAUSED, -0.4),
    Assignee("long", "Константин Константинопольский-Задунайский, отдел продаж номер два", 11, None, 0.0),
)
DRAFT = LeadView(
    seat=Seat.SECRETARY,
    lead=Lead(1, "kazan"),
    now=NOW,
    timezone=MOSCOW,
    client=CLIENT,
    segment="Казань и Татарстан",
)
HANDED = but(DRAFT, number=7)
WAITING = but(HANDED, state=State.WAITING, deadline=NOW + timedelta(hours=18, minutes=30))
OFFERED = but(HANDED, state=State.OFFERED, step=Step.OFFER, offered_to=(PETROV,), deadline=SOON)
TAKEN = {"handed_at": NOW - timedelta(seconds=42), "held_at": NOW}
HELD = but(HANDED, state=State.HELD, holder=PETROV, **TAKEN)
DISPUTED = but(HELD, state=State.DISPUTED)
WON = but(HELD, state=State.CLOSED, outcome=Outcome.WON, amount=12000000)
LOST = but(HELD, state=State.CLOSED, outcome=Outcome.LOST, lost_reason="price")
BAD = but(HELD, state=State.CLOSED, outcome=Outcome.BAD)


def seen_from(seat: Seat, view: LeadView, **changes: Any) -> LeadView:
    masked = seat in {Seat.OFFERED, Seat.DECLINED, Seat.BYSTANDER}
    return but(view, seat=seat, client=MASKED if masked else CLIENT, **changes)


def _secretary() -> dict[str, LeadView]:
    return _drafts() | _what_drafts_hold() | _on_its_way() | _in_hands()


def _drafts() -> dict[str, LeadView]:
    choices = (Choice("kazan", "Казань и Татарстан"), Choice("rest", "Остальные"))
    sources = (
        Choice("avito", "Avito"),
        Choice("site", "A site with a name so long that there is hardly one"),
    )
    nowhere = but(DRAFT, client=but(CLIENT, region=None), by_region=choices)
    how = {
        f"secretary, draft, region by {by}": but(DRAFT, client=but(CLIENT, region_by=by)) for by in KnownBy
    }
    return {
        "secretary, draft": DRAFT,
        "secretary, draft of somebody from nowhere": nowhere,
        "secretary, draft, sources": but(DRAFT, sources=sources),
        "secretary, draft of a source": but(DRAFT, sources=sources, source="Avito"),
        "secretary, draft, choosing a source": but(DRAFT, menu=Menu.SOURCES, sources=sources, source="Avito"),
        "secretary, held, of a source": but(HELD, source="Avito & <b>"),
        **how,
        "secretary, draft, choosing a segment": but(DRAFT, menu=Menu.SEGMENTS, segments=choices),
        "secretary, draft, correcting": but(
            DRAFT, menu=Menu.CORRECT, sources=sources, may_correct=True, may_write=True
        ),
        "secretary, draft, joining": but(
            DRAFT,
            menu=Menu.DRAFTS,
            drafts=(DraftChoice(2, NOW, "Vera <b>& Co</b>\n" * 40), DraftChoice(3, NOW, "")),
        ),
        "secretary, draft of a client who has another": but(
            DRAFT, twins=(TwinDraft(2, NOW, None), TwinDraft(3, NOW, "Vera <b>& Co</b>\n" * 40))
        ),
        "secretary, draft, may correct": but(DRAFT, sources=sources, may_correct=True, may_write=True),
        **{
            f"secretary, draft, {what} asked": but(DRAFT, asked=what, may_correct=True, may_write=True)
            for what in (Asked.NAME, Asked.PHONE, Asked.COMMENT)
        },
        "secretary, draft, looking for its lead": but(DRAFT, menu=Menu.LEADS, leads=TO_WRITE_ON),
        "manager, a note for which lead": but(DRAFT, takes_in=False, leads=TO_WRITE_ON),
        "manager, a note or a lead of their own": but(DRAFT, takes_in=False, brings_in=True),
        "head, a note for no lead": but(DRAFT, takes_in=False),
        "secretary, won, no amount for them": but(WON, sees_amount=False),
        "secretary, draft of a known client": but(DRAFT, known=True, owner=PETROV),
        "secretary, draft of a known client of nobody": but(DRAFT, known=True),
        "secretary, draft, duplicate": but(DRAFT, duplicate_of=5, duplicate_holder=PETROV),
        "secretary, draft, duplicate of nobody's": but(DRAFT, duplicate_of=5),
    }


def _what_drafts_hold() -> dict[str, LeadView]:
    bare = but(CLIENT, name=None, phone=None, dialled=None, region=None, text="", attachments={"voice": 2})
    slips = tuple(
        SlipView(flaw, written)
        for flaw, written in (
            ("short", "8 917 224-18-3"),
            ("long", "8 917 224-18-355"),
            ("local", "212-45-67"),
        )
    )
    slipped = but(CLIENT, phone=None, dialled=None, slips=(*slips, SlipView("unknown", "8 123 456-78-90")))
    several = but(
        CLIENT,
        extension="101",
        dialled="+78432001122,101",
        others=tuple(OtherPhone(n, f"+7 916 111-22-0{n}", "5" if n == 2 else "") for n in range(1, 9)),
    )
    return {
        "secretary, draft with several phones": but(DRAFT, client=several),
        "secretary, draft with slips": but(DRAFT, client=slipped),
        "holder, contacts of every kind": but(HELD, seat=Seat.HOLDER, client=but(several, contacts=WRITTEN)),
        "head, contacts without a phone": but(
            HELD, seat=Seat.HEAD, client=but(bare, contacts=WRITTEN[:3]), assignees=TEAM
        ),
        "secretary, held, with an address": but(HELD, client=but(CLIENT, contacts=WRITTEN[3:])),
        "secretary, draft with a name in Telegram": but(DRAFT, client=but(bare, contacts=WRITTEN[:1])),
        "secretary, draft without any contact": but(DRAFT, client=but(bare, attachments={})),
        **{
            f"offered, written to: {name}, {phone}": but(
                OFFERED, seat=Seat.OFFERED, client=but(MASKED, name=name, phone=phone, is_written=True)
            )
            for name in (None, "А•••")
            for phone in (None, "+7 843 •••-••-••")
        },
        **{
            f"head, masked, written to: {name}, {phone}": but(
                HELD, seat=Seat.HEAD, client=but(MASKED, name=name, phone=phone, is_written=True)
            )
            for name in (None, "А•••")
            for phone in (None, "+7 843 •••-••-••")
        },
        "holder, several phones and slips": but(HELD, seat=Seat.HOLDER, client=but(several, slips=slips)),
        "secretary, draft of a voice message alone": but(DRAFT, client=bare),
    }


def _on_its_way() -> dict[str, LeadView]:
    steps = {
        f"secretary, offered: {step}": but(OFFERED, step=step, offered_to=(PETROV, SIDOROVA)) for step in Step
    }
    waits = {f"secretary, waiting: {due}": but(WAITING, waiting=due, owner=SIDOROVA) for due in Due}
    return {
        "secretary, draft that goes by itself": but(DRAFT, deadline=SOON),
        "secretary, no deadline yet": but(HANDED, state=State.WAITING),
        **steps,
        **waits,
        "secretary, at the end of the ladder": but(
            OFFERED, step=Step.DIRECTOR, waiting=Due.REPEAT, repeats=2
        ),
    }


def _in_hands() -> dict[str, LeadView]:
    return {
        "secretary, held": HELD,
        "secretary, held, came again": but(HELD, touches=AGAIN[-1:]),
        "secretary, held, met": but(HELD, progress=Progress.MET, held_at=None),
        "secretary, a mark was taken back": but(HELD, touches=UNDONE),
        "secretary, assigned": but(HELD, assigned_by_hand=True),
        "secretary, noted on": but(HELD, touches=STORY[3:5], may_write=True),
        "secretary, another segment": but(HELD, menu=Menu.ONWARD, onward=Choice("rest", "Rest")),
        "secretary, note asked": but(HELD, may_write=True, asked=Asked.NOTE),
        "secretary, disputed": DISPUTED,
        "secretary, won": WON,
        "secretary, lost": LOST,
        "secretary, bad": BAD,
        "secretary, may be taken back": but(OFFERED, may_withdraw=True, may_write=True),
        "secretary, taken back": but(HANDED, state=State.WITHDRAWN),
    }


def _offered() -> Mapping[str, LeadView]:
    offer = seen_from(Seat.OFFERED, OFFERED)
    head = but(offer, step=Step.HEAD, offered_to=(HEAD,), assignees=TEAM)
    return {
        "offered": offer,
        "offered again": but(offer, repeat=True),
        "offered, came again": but(
            offer,
            client=MASKED,
            touches=(TouchView(TouchKind.REPEAT, NOW, SECRETARY, Client(text="••• in a hurry")),),
        ),
        "offered to several": but(offer, offered_to=(PETROV, SIDOROVA)),
        "offered to several, with a window": but(offer, offered_to=(PETROV, SIDOROVA), window=20),
        "offered, wanted by others": but(offer, offered_to=(PETROV, SIDOROVA), window=20, decides=SOON),
        "offered, in the list": but(
            offer, offered_to=(PETROV, SIDOROVA), window=20, decides=SOON, wants=True
        ),
        "bystander, decided": seen_from(Seat.BYSTANDER, HELD, wants=True),
        "offered, own client": but(offer, step=Step.OWNER, known=True, owner=PETROV),
        "offered, own duplicate": but(offer, step=Step.OWNER, duplicate_of=5, duplicate_holder=PETROV),
        "offered, waits to be asked for": but(
            head, step=Step.PULL, offered_to=(PETROV, SIDOROVA), seat=Seat.SECRETARY
        ),
        "offered to everyone": but(offer, step=Step.EVERYONE, offered_to=(PETROV, SIDOROVA)),
        "offered to the head": head,
        "offered to the head, list": but(head, menu=Menu.ASSIGN),
        "offered to the director, last": but(head, step=Step.DIRECTOR, last_rung=True, repeats=2),
        "offered, last, no deadline": but(head, last_rung=True, deadline=None),
        "declined": seen_from(Seat.DECLINED, OFFERED),
        "declined, some reasons are free": seen_from(
            Seat.DECLINED, OFFERED, free_reasons=frozenset({"wrong_segment", "conflict"}), free_norm=40
        ),
        "declined, the head is asked of some": seen_from(
            Seat.DECLINED,
            OFFERED,
            free_reasons=frozenset({"wrong_segment", "conflict"}),
            free_left=2,
            free_norm=4,
            asks_head=True,
        ),
        **{
            f"declined, the head's word: {word}": seen_from(
                Seat.DECLINED, OFFERED, decline_reason="wrong_segment", word=word
            )
            for word in Word
        },
        "declined, two are left": seen_from(
            Seat.DECLINED, OFFERED, free_reasons=frozenset({"conflict"}), free_left=2, free_norm=4
        ),
        "declined, none is left": seen_from(
            Seat.DECLINED, OFFERED, free_reasons=frozenset({"conflict"}), free_left=0, free_norm=4
        ),
        "declined, at no cost": seen_from(Seat.DECLINED, OFFERED, free_reasons=None),
        "declined, in their own words": seen_from(Seat.DECLINED, OFFERED, asked=Asked.REASON),
        "declined, explained": seen_from(Seat.DECLINED, OFFERED, decline_reason="busy"),
        "declined, may take it after all": seen_from(Seat.DECLINED, OFFERED, may_claim_late=True),
        "declined, explained, may take it after all": seen_from(
            Seat.DECLINED, OFFERED, decline_reason="busy", may_claim_late=True
        ),
        "bystander, let it lapse, may take it after all": seen_from(
            Seat.BYSTANDER, OFFERED, lapsed=True, may_claim_late=True
        ),
        "bystander, went on": seen_from(Seat.BYSTANDER, OFFERED, offered_to=(SIDOROVA,)),
        "bystander, lapsed": seen_from(Seat.BYSTANDER, OFFERED, offered_to=(SIDOROVA,), lapsed=True),
        "bystander, waiting": seen_from(Seat.BYSTANDER, WAITING),
        "bystander, lapsed, waiting": seen_from(Seat.BYSTANDER, WAITING, lapsed=True),
        "bystander, taken": seen_from(Seat.BYSTANDER, HELD),
        "bystander, closed": seen_from(Seat.BYSTANDER, WON),
        "bystander, taken back": seen_from(Seat.BYSTANDER, HANDED, state=State.WITHDRAWN),
        "bystander of a draft": seen_from(Seat.BYSTANDER, DRAFT),
    }


def _holder() -> Mapping[str, LeadView]:
    held = seen_from(Seat.HOLDER, HELD)
    won = seen_from(Seat.HOLDER, WON)
    steps = {f"holder, {step}": but(held, progress=step) for step in Progress}
    return {
        "holder": held,
        "holder, came again": but(held, touches=AGAIN),
        "holder, a story": but(held, touches=STORY, progress=Progress.REACHED, may_write=True),
        "holder, more than is shown": but(
            held, touches=(*STORY, *AGAIN), has_other_leads=True, may_write=True
        ),
        "holder, note asked": but(held, may_write=True, asked=Asked.NOTE),
        "holder, may correct": but(held, may_write=True, may_correct=True, touches=STORY[5:8]),
        "holder, correcting": but(held, may_write=True, may_correct=True, menu=Menu.CORRECT),
        "holder, another segment": but(
            held, menu=Menu.ONWARD, onward=Choice("rest", "The <b>rest</b> & more")
        ),
        "holder, correcting the source": but(
            held, menu=Menu.SOURCES, sources=(Choice("avito", "Avito"),), source="Avito"
        ),
        **steps,
        "holder, assigned, reminded": but(held, assigned_by_hand=True, reminders=1),
        "holder, disputed, asked why": but(held, state=State.DISPUTED, asked=Asked.REASON),
        "holder, disputed": but(held, state=State.DISPUTED),
        "holder, sale asked": but(held, asked=Asked.SALE),
        "holder, won, amount asked": but(won, amount=None, asked=Asked.AMOUNT),
        "holder, won, amount skipped": but(won, amount=None),
        "holder, won": but(won, amount=12000050),
        "holder, won, may be opened": but(
            won,
            may_reopen=True,
            may_put_amount=True,
            may_write=True,
            undo_until=NOW + timedelta(hours=22),
        ),
        "holder, lost, reason asked, may be opened": seen_from(
            Seat.HOLDER, LOST, lost_reason=None, may_reopen=True
        ),
        "holder, lost, reason asked": seen_from(Seat.HOLDER, LOST, lost_reason=None),
        "holder, lost": seen_from(Seat.HOLDER, LOST, lost_reason="a reason of tomorrow"),
        "holder, bad": seen_from(Seat.HOLDER, BAD),
        "holder, no phone": but(held, client=but(CLIENT, phone=None, dialled=None)),
    }


def _promised() -> Mapping[str, LeadView]:
    """What a client was promised, asked about, planned, due and overdue; who has not called yet."""
    held = seen_from(Seat.HOLDER, HELD, may_write=True)
    later = NOW + timedelta(days=1)
    found = {
        "secretary, a meeting is set": but(HELD, appointment=Appointment(Promised.MEETING, later)),
        "holder, nobody answered": but(held, progress=Progress.NOT_REACHED, times=TIMES),
        "holder, has not called": but(held, uncalled=1),
        "head, nobody has called": seen_from(Seat.HEAD, HELD, uncalled=2, assignees=TEAM),
    }
    for what in Promised:
        asked = but(held, asked=Asked(what), times=TIMES)
        at, due = Appointment(what, later), Appointment(what, NOW - timedelta(minutes=15), told=1)
        found |= {
            f"holder, asked when: {what}": asked,
            f"holder, asked for another time: {what}": but(asked, appointment=at),
            f"holder, asked whether then: {what}": but(asked, unsure=later),
            f"holder, promised: {what}": but(held, appointment=at),
            f"holder, promised and due: {what}": but(held, appointment=due),
        }
    soon = Appointment(Promised.MEETING, NOW + timedelta(hours=1), told=1)
    overdue = Appointment(Promised.CALL_BACK, NOW - timedelta(minutes=30), told=3)
    return found | {
        "holder, a meeting in an hour": but(held, appointment=soon),
        "head, overdue": seen_from(Seat.HEAD, HELD, appointment=overdue, assignees=TEAM),
    }


def _head() -> Mapping[str, LeadView]:
    return {
        "head, offered": seen_from(Seat.HEAD, OFFERED),
        "head, has declined": seen_from(Seat.HEAD, OFFERED, asks_why=True, assignees=TEAM),
        "head, waits for a word": seen_from(Seat.HEAD, OFFERED, word=Word.ASKED),
        "head, list of many": seen_from(
            Seat.HEAD, OFFERED, menu=Menu.ASSIGN, assignees=TEAM * 20, leafed=Leafed(1, asked=True)
        ),
        "head, nobody found": seen_from(
            Seat.HEAD, OFFERED, menu=Menu.ASSIGN, assignees=TEAM * 20, leafed=Leafed(sought="Zed")
        ),
        "head, segments of many": seen_from(
            Seat.HEAD, OFFERED, menu=Menu.SEGMENTS, segments=(Choice("a", "Kazan"),) * 20, leafed=Leafed(9)
        ),
        "head, list": seen_from(Seat.HEAD, OFFERED, menu=Menu.ASSIGN, assignees=TEAM),
        "head, another segment": seen_from(
            Seat.HEAD, OFFERED, menu=Menu.ONWARD, onward=Choice("rest", "Rest")
        ),
        "head, correcting": seen_from(Seat.HEAD, HELD, may_write=True, may_correct=True, menu=Menu.CORRECT),
        "head, held": seen_from(Seat.HEAD, HELD, assignees=TEAM),
        "head, disputed": seen_from(Seat.HEAD, DISPUTED),
        "head, disputed, beside the others": seen_from(
            Seat.HEAD, DISPUTED, against=Against(PETROV, 6, 40, 3, 160)
        ),
        "head, disputed, told why": seen_from(
            Seat.HEAD,
            DISPUTED,
            touches=(TouchView(TouchKind.REASON, NOW, PETROV, Client(text="a <b>spam</b> bot & rude")),),
        ),
        "head, may be taken back": seen_from(Seat.HEAD, OFFERED, may_withdraw=True, may_write=True),
        "head, taken back": seen_from(Seat.HEAD, HANDED, state=State.WITHDRAWN),
        "head, bad": seen_from(Seat.HEAD, BAD, may_reopen=True),
        "head, won": seen_from(Seat.HEAD, WON, may_reopen=True, may_put_amount=True, may_write=True),
    }


LEADS: Mapping[str, LeadView] = {**_secretary(), **_offered(), **_holder(), **_promised(), **_head()}
