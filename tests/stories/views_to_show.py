"""One view for every window that a person may see, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from handlers.views import (
    Assignee,
    Choice,
    ClientView,
    LeadRow,
    LeadsView,
    LeadView,
    ManagerRow,
    Menu,
    MeView,
    OfficeView,
    PersonRow,
    QueueRow,
    QueueView,
    Seat,
    SummaryView,
    WhyStep,
    WhyView,
)
from leads.office import Presence, Role
from leads.presence import Absence
from leads.scene import Due, Outcome, Progress, State, Step

MOSCOW = ZoneInfo("Europe/Moscow")
NOW = datetime(2026, 11, 23, 11, 30, tzinfo=UTC)  # a Monday, 14:30 in the office
SOON = NOW + timedelta(minutes=5)
PETROV, SIDOROVA, HEAD = "Пётр Петров", "Ольга Сидорова", "Ирина Ким"
SECRET_NAME, SECRET_PHONE = "Айрат Закиров", "+7 843 200-11-22"

CLIENT = ClientView(
    name=SECRET_NAME,
    phone=SECRET_PHONE,
    phones_found=1,
    region="Татарстан",
    text="Айрат Закиров, 8 843 200 11 22. Нужны окна на балкон & лоджию, <срочно>, перезвонить до вечера",
    attachments={"voice": 1, "photo": 3},
    masked=False,
    phone_e164="+78432001122",
)
MASKED = replace(
    CLIENT,
    name=None,
    phone="+7 843 •••-••-••",
    text="•••, •••. Нужны окна на балкон & лоджию, <срочно>, перезвонить до вечера",
    masked=True,
    phone_e164=None,
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
    created_at=NOW,
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
        CLIENT, name=None, phone=None, phone_e164=None, region=None, text="", attachments={"voice": 2}
    )
    return {
        "secretary, draft": DRAFT,
        "secretary, draft, choosing a segment": replace(DRAFT, menu=Menu.SEGMENTS, segments=choices),
        "secretary, draft of a known client": replace(DRAFT, known=True, owner=PETROV),
        "secretary, draft of a known client of nobody": replace(DRAFT, known=True),
        "secretary, draft, duplicate": replace(DRAFT, duplicate_of=5, duplicate_holder=PETROV),
        "secretary, draft, duplicate of nobody's": replace(DRAFT, duplicate_of=5),
        "secretary, draft with several phones": replace(DRAFT, client=replace(CLIENT, phones_found=3)),
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
    held = seen_from(Seat.HOLDER, HELD, holder_is_reader=True)
    won = seen_from(Seat.HOLDER, WON, holder_is_reader=True)
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
        "holder, no phone": replace(held, client=replace(CLIENT, phone=None, phone_e164=None)),
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

ME = MeView(
    name=PETROV,
    segments=(("Казань и Татарстан", 1.3, 2), ("Остальные", -0.44, None)),
    absence=None,
    leave_until=None,
    open_leads=(7, 1234),
    capacity=5,
    offered=3,
    claimed=2,
    won=1,
    timezone=MOSCOW,
)
QUEUE = QueueView(
    (
        (
            "Казань",
            "queue",
            (QueueRow(1, SIDOROVA, False, None, -0.4), QueueRow(2, PETROV, True, None, 1.3)),
        ),
        ("Остальные", "balance", (QueueRow(1, PETROV, True, Absence.LAPSED, 0.0),)),
        ("Дежурство", "duty", ()),
    )
)
BEHIND = WhyStep(
    NOW, Step.OFFER, "balance", "most_behind", (PETROV,), "lapsed", figure=1.3, reader_figure=0.4
)
WHY = WhyView(
    number=7,
    timezone=MOSCOW,
    segment="Казань и Татарстан",
    reader_is_member=True,
    steps=(
        BEHIND,
        WhyStep(
            SOON,
            Step.OFFER,
            "queue",
            "first_in_line",
            (SIDOROVA,),
            "declined",
            figure=1,
            reader_out=Absence.PAUSED,
        ),
        WhyStep(
            SOON, Step.EVERYONE, "queue", "ladder_everyone", (PETROV, HEAD), "lapsed", reader_offered=True
        ),
        WhyStep(SOON, Step.OFFER, "lottery", "drawn", (PETROV,), "withdrawn", reader_offered=True),
        WhyStep(SOON, Step.OFFER, "queue", "first_in_line", (PETROV,), "declined", figure=1, reader_figure=2),
        WhyStep(NOW + timedelta(days=1), Step.ASSIGN, "queue", "by_hand", (SIDOROVA,), "claimed", by=HEAD),
    ),
    holder=SIDOROVA,
    waiting=None,
    entry=128,
    seal="a1b2c3d4e5f60718",
)
LEAD_LIST = LeadsView(
    now=NOW,
    timezone=MOSCOW,
    rows=(
        LeadRow(1, 7, State.OFFERED, "Казань", (PETROV,), NOW - timedelta(minutes=3), SOON),
        LeadRow(2, 8, State.WAITING, "Казань", (), NOW - timedelta(seconds=20), NOW + timedelta(days=1)),
        LeadRow(3, 9, State.HELD, "Остальные", (SIDOROVA,), NOW - timedelta(days=2, hours=3), None),
        LeadRow(4, 10, State.DISPUTED, "Остальные", (SIDOROVA,), NOW - timedelta(hours=3, minutes=20), None),
    ),
    more=3,
)
OFFICE = OfficeView(
    name="Окна Казань",
    timezone=MOSCOW,
    presence=Presence.HOURS,
    open_now=True,
    opens_at=None,
    segments=(("Казань и Татарстан", "queue", (PETROV, SIDOROVA)), ("Остальные", "balance", ())),
    people=(
        PersonRow("petrov", PETROV, (Role.MANAGER, Role.HEAD), None, 2),
        PersonRow("sidorova", SIDOROVA, (Role.MANAGER,), Absence.NO_TELEGRAM, 0),
        PersonRow("kim", HEAD, (Role.DIRECTOR,), None, 0),
    ),
    may_invite=True,
)
DAY = date(2026, 11, 23)
SUMMARY = SummaryView(
    first=DAY,
    last=DAY,
    handed=12,
    claimed=11,
    won=3,
    lost=2,
    bad=1,
    open=5,
    unclaimed=(14,),
    still_open=(5, 9, 12, 13, 14),
    amount=42000000,
    claim_median=45,
    claim_p90=245,
    conversion=0.6,
    known=(4, 2, 2 / 3),
    unknown=(8, 1, None),
    managers=(
        ManagerRow(PETROV, 6, 5, 0, 1, 2, 1, 0, 30000000, 0.6),
        ManagerRow("Константин Константинопольский", 5, 4, 1, 0, 1, 1, 1, 12000000, -1.3),
        ManagerRow(SIDOROVA, 2, 2, 0, 0, 0, 0, 0, 0, 0.0),
    ),
    jain=0.973,
    max_deviation=1.3,
    ledger_head="a1b2c3d4e5f60718",
)
NOTHING = replace(
    SUMMARY,
    handed=0,
    claimed=0,
    won=0,
    lost=0,
    bad=0,
    open=0,
    unclaimed=(),
    still_open=(),
    amount=0,
    conversion=None,
    claim_median=None,
)
NOTICES: Mapping[str, Mapping[str, object]] = {
    "welcome": {"name": PETROV, "roles": ["manager", "head"]},
    "welcome-admin-empty-office": {"name": PETROV},
    "stranger": {},
    "invitation-invalid": {},
    "invitation-accepted": {"name": PETROV, "role": "manager"},
    "on": {},
    "on-already": {},
    "off": {},
    "paused-by-lapses": {"lapses": 2},
    "person-unreachable": {"name": PETROV},
    "amount-saved": {"number": 7, "amount": 12000000},
    "amount-not-understood": {},
    "not-your-command": {},
    "text-not-understood": {},
    "why-usage": {},
    "why-unknown": {"number": 7},
    "draft-discarded": {},
    "language-changed": {},
    "files-gone": {},
    "update-failed": {},
}
