"""One view for every look that a lead's card may have, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from leads.presence import Absence
from leads.scene import Due, Outcome, Progress, State, Step
from leads.segments import KnownBy
from screens.views.lead import Assignee, Choice, ClientView, LeadView, Menu, OtherPhone, Seat, SlipView

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # a Monday, 14:30 in the office
SOON = NOW + timedelta(minutes=5)
PETROV, SIDOROVA, HEAD = "Пётр Петров", "Ольга Сидорова", "Ирина Ким"
SECRET_NAME, SECRET_PHONE = "Айрат Закиров", "+7 843 200-11-22"

CLIENT = ClientView(
    name=SECRET_NAME,
    phone=SECRET_PHONE,
    region="Татарстан",
    text="Айрат Закиров, 8 843 200 11 22. Нужны окна на балкон & лоджию, <срочно>, перезвонить до вечера",
    attachments={"voice": 1, "photo": 3},
    masked=False,
    dialled="+78432001122",
)
MASKED = replace(
    CLIENT,
    name="А••• З•••",
    phone="+7 843 •••-••-••",
    text="•••, •••. Нужны окна на балкон & лоджию, <срочно>, перезвонить до вечера",
    masked=True,
    dialled=None,
)
TEAM = (
    Assignee("petrov", PETROV, 2, None, 1.3),
    Assignee("sidorova", SIDOROVA, 0, Absence.PAUSED, -0.4),
    Assignee("long", "Константин Константинопольский-Задунайский, отдел продаж номер два", 11, None, 0.0),
)
DRAFT = LeadView(
    seat=Seat.SECRETARY,
    lead_id=1,
    number=None,
    state=State.DRAFT,
    now=NOW,
    timezone=MOSCOW,
    client=CLIENT,
    segment="Казань и Татарстан",
)
HANDED = replace(DRAFT, number=7)
WAITING = replace(HANDED, state=State.WAITING, deadline=NOW + timedelta(hours=18, minutes=30))
OFFERED = replace(HANDED, state=State.OFFERED, step=Step.OFFER, offered_to=(PETROV,), deadline=SOON)
HELD = replace(HANDED, state=State.HELD, holder=PETROV, claim_seconds=42)
DISPUTED = replace(HELD, state=State.DISPUTED)
WON = replace(HELD, state=State.CLOSED, outcome=Outcome.WON, amount=12000000)
LOST = replace(HELD, state=State.CLOSED, outcome=Outcome.LOST, lost_reason="price")
BAD = replace(HELD, state=State.CLOSED, outcome=Outcome.BAD)


def seen_from(seat: Seat, view: LeadView, **changes: Any) -> LeadView:
    masked = seat in {Seat.OFFERED, Seat.DECLINED, Seat.BYSTANDER}
    return replace(view, seat=seat, client=MASKED if masked else CLIENT, **changes)


def _secretary() -> Mapping[str, LeadView]:
    steps = {
        f"secretary, offered: {step}": replace(OFFERED, step=step, offered_to=(PETROV, SIDOROVA))
        for step in Step
    }
    waits = {f"secretary, waiting: {due}": replace(WAITING, waiting=due, owner=SIDOROVA) for due in Due}
    choices = (Choice("kazan", "Казань и Татарстан"), Choice("rest", "Остальные"))
    bare = replace(
        CLIENT, name=None, phone=None, dialled=None, region=None, text="", attachments={"voice": 2}
    )
    slips = tuple(
        SlipView(flaw, written)
        for flaw, written in (
            ("short", "8 917 224-18-3"),
            ("long", "8 917 224-18-355"),
            ("local", "212-45-67"),
        )
    )
    slipped = replace(
        CLIENT, phone=None, dialled=None, slips=(*slips, SlipView("unknown", "8 123 456-78-90"))
    )
    several = replace(
        CLIENT,
        extension="101",
        dialled="+78432001122,101",
        others=tuple(OtherPhone(n, f"+7 916 111-22-0{n}", "5" if n == 2 else "") for n in range(1, 9)),
    )
    sources = (
        Choice("avito", "Avito"),
        Choice("site", "A site with a name so long that there is hardly one"),
    )
    nowhere = replace(DRAFT, client=replace(CLIENT, region=None), by_region=choices)
    how = {
        f"secretary, draft, region by {by}": replace(DRAFT, client=replace(CLIENT, region_by=by))
        for by in KnownBy
    }
    return {
        "secretary, draft": DRAFT,
        "secretary, draft of somebody from nowhere": nowhere,
        "secretary, draft, sources": replace(DRAFT, sources=sources),
        "secretary, draft of a source": replace(DRAFT, sources=sources, source="Avito"),
        "secretary, draft, choosing a source": replace(
            DRAFT, menu=Menu.SOURCES, sources=sources, source="Avito"
        ),
        "secretary, held, of a source": replace(HELD, source="Avito & <b>"),
        **how,
        "secretary, draft, choosing a segment": replace(DRAFT, menu=Menu.SEGMENTS, segments=choices),
        "secretary, draft of a known client": replace(DRAFT, known=True, owner=PETROV),
        "secretary, draft of a known client of nobody": replace(DRAFT, known=True),
        "secretary, draft, duplicate": replace(DRAFT, duplicate_of=5, duplicate_holder=PETROV),
        "secretary, draft, duplicate of nobody's": replace(DRAFT, duplicate_of=5),
        "secretary, draft with several phones": replace(DRAFT, client=several),
        "secretary, draft with slips": replace(DRAFT, client=slipped),
        "holder, several phones and slips": replace(
            HELD, seat=Seat.HOLDER, client=replace(several, slips=slips)
        ),
        "secretary, draft of a voice message alone": replace(DRAFT, client=bare),
        "secretary, no deadline yet": replace(HANDED, state=State.WAITING),
        **steps,
        **waits,
        "secretary, at the end of the ladder": replace(
            OFFERED, step=Step.DIRECTOR, waiting=Due.REPEAT, repeats=2
        ),
        "secretary, held": HELD,
        "secretary, held, met": replace(HELD, progress=Progress.MET, claim_seconds=None),
        "secretary, assigned": replace(HELD, assigned_by_hand=True),
        "secretary, disputed": DISPUTED,
        "secretary, won": WON,
        "secretary, lost": LOST,
        "secretary, bad": BAD,
    }


def _offered() -> Mapping[str, LeadView]:
    offer = seen_from(Seat.OFFERED, OFFERED)
    head = replace(offer, step=Step.HEAD, offered_to=(HEAD,), assignees=TEAM)
    return {
        "offered": offer,
        "offered again": replace(offer, repeat=True),
        "offered to several": replace(offer, offered_to=(PETROV, SIDOROVA)),
        "offered, own client": replace(offer, step=Step.OWNER, known=True, owner=PETROV),
        "offered, own duplicate": replace(offer, step=Step.OWNER, duplicate_of=5, duplicate_holder=PETROV),
        "offered to everyone": replace(offer, step=Step.EVERYONE, offered_to=(PETROV, SIDOROVA)),
        "offered to the head": head,
        "offered to the head, list": replace(head, menu=Menu.ASSIGN),
        "offered to the director, last": replace(head, step=Step.DIRECTOR, last_rung=True, repeats=2),
        "offered, last, no deadline": replace(head, last_rung=True, deadline=None),
        "declined": seen_from(Seat.DECLINED, OFFERED),
        "declined, explained": seen_from(Seat.DECLINED, OFFERED, decline_reason="busy"),
        "bystander, went on": seen_from(Seat.BYSTANDER, OFFERED, offered_to=(SIDOROVA,)),
        "bystander, lapsed": seen_from(Seat.BYSTANDER, OFFERED, offered_to=(SIDOROVA,), lapsed=True),
        "bystander, waiting": seen_from(Seat.BYSTANDER, WAITING),
        "bystander, lapsed, waiting": seen_from(Seat.BYSTANDER, WAITING, lapsed=True),
        "bystander, taken": seen_from(Seat.BYSTANDER, HELD),
        "bystander, closed": seen_from(Seat.BYSTANDER, WON),
        "bystander of a draft": seen_from(Seat.BYSTANDER, DRAFT),
    }


def _holder() -> Mapping[str, LeadView]:
    held = seen_from(Seat.HOLDER, HELD)
    won = seen_from(Seat.HOLDER, WON)
    steps = {f"holder, {step}": replace(held, progress=step) for step in Progress}
    return {
        "holder": held,
        **steps,
        "holder, assigned, reminded": replace(held, assigned_by_hand=True, reminder=1),
        "holder, disputed": replace(held, state=State.DISPUTED),
        "holder, won, amount asked": replace(won, amount=None, amount_expected=True),
        "holder, won, amount skipped": replace(won, amount=None),
        "holder, won": replace(won, amount=12000050),
        "holder, lost, reason asked": seen_from(Seat.HOLDER, LOST, lost_reason=None),
        "holder, lost": seen_from(Seat.HOLDER, LOST, lost_reason="a reason of tomorrow"),
        "holder, bad": seen_from(Seat.HOLDER, BAD),
        "holder, no phone": replace(held, client=replace(CLIENT, phone=None, dialled=None)),
    }


def _head() -> Mapping[str, LeadView]:
    return {
        "head, offered": seen_from(Seat.HEAD, OFFERED),
        "head, list": seen_from(Seat.HEAD, OFFERED, menu=Menu.ASSIGN, assignees=TEAM),
        "head, held": seen_from(Seat.HEAD, HELD, assignees=TEAM),
        "head, disputed": seen_from(Seat.HEAD, DISPUTED),
        "head, bad": seen_from(Seat.HEAD, BAD),
    }


LEADS: Mapping[str, LeadView] = {**_secretary(), **_offered(), **_holder(), **_head()}
