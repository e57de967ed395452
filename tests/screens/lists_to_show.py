"""One view for every window that is not a lead's card, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from bot.watchdog.rule import Trouble
from leads.figures.habits import Compared, Habit
from leads.figures.part import Part
from leads.figures.periods import Period, Span
from leads.office import Presence, Role
from leads.presence import Absence
from screens.views.office import AsideRow, AsideView, Kind, OfficeView, PersonRow, SegmentRow
from screens.views.report import HabitsOf, HabitsView, ManagerRow, ReportView, SummaryView
from tests.screens.leads_to_show import HEAD, MOSCOW, NOW, PETROV, SIDOROVA

OF_A_LEAVE = {
    "first": ["2026-12-03", 2026, "14:00"],
    "last": ["2027-01-10", 2026, "00:00"],
    "back": ["2027-01-11", 2026, "00:00"],
    "again": ["2027-01-12", 2026, "09:00"],
    "start": "14:00",
    "end": "18:00",
    "buffer": 7200,
}


OFFICE = OfficeView(
    name="Окна Казань",
    timezone=MOSCOW,
    presence=Presence.HOURS,
    open_now=True,
    opens_at=None,
    segments=(
        SegmentRow("kazan", "Казань и Татарстан", "queue", (PETROV, SIDOROVA)),
        SegmentRow("rest", "Остальные", "manual", (), reserve="balance"),
    ),
    people=(
        PersonRow("petrov", PETROV, (Role.MANAGER, Role.HEAD), None, 2),
        PersonRow("sidorova", SIDOROVA, (Role.MANAGER,), Absence.NO_TELEGRAM, 0),
        PersonRow("kim", HEAD, (Role.DIRECTOR,), None, 0),
    ),
    may_invite=True,
)
ASIDE = AsideView(
    timezone=MOSCOW,
    rows=(
        AsideRow(812345677, NOW - timedelta(hours=2), Kind.MESSAGE, "KeyError"),
        AsideRow(812345678, NOW - timedelta(minutes=3), Kind.TAP, "IntegrityError"),
        AsideRow(812345679, NOW, Kind.UNREADABLE, "UnreadableError"),
    ),
    more=2,
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
    unclaimed=(14,),
    drafts=2,
    in_work=(5, 9, 12, 13),
    amount=42000000,
    funnel=(9, 6, 4),
    claim_median=45,
    contact_median=740,
    claim_p90=245,
    conversion=0.6,
    known=(4, 2, 2 / 3),
    unknown=(8, 1, None),
    managers=(
        ManagerRow(PETROV, 6, 5, 0, 1, 2, 1, 0, 30000000, 0.6, 5.6, 45),
        ManagerRow("Константин Константинопольский", 5, 4, 1, 0, 1, 1, 1, 12000000, -1.3, 2.7, 3700),
        ManagerRow(SIDOROVA, 2, 2, 0, 0, 0, 0, 0, 0, 0.0, None, None),
    ),
    jain=0.973,
    furthest=(SIDOROVA, 1.3),
)
NOTHING = replace(
    SUMMARY,
    handed=0,
    claimed=0,
    won=0,
    lost=0,
    bad=0,
    unclaimed=(),
    drafts=0,
    in_work=(),
    amount=0,
    conversion=None,
    claim_median=None,
)
REPORT = ReportView(
    period=Period(DAY, DAY),
    span=Span.DAY,
    today=DAY,
    summary=SUMMARY,
    segments=(
        ("Казань и Татарстан", Part(handed=9, claimed=8, won=2, lost=2, amount=30000000)),
        ("Остальные", Part(3, 3)),
    ),
    sources=(("site", Part(handed=7, claimed=7, won=3, lost=1, amount=42000000)), ("", Part(5, 4))),
    hours=((9, Part(handed=5, claimed=5, won=1, lost=1)), (17, Part(handed=7, claimed=6))),
    weekdays=((0, Part(handed=12, claimed=11, won=3, lost=2)),),
)
HABITS = replace(
    REPORT,
    sees_habits=True,
    habits=HabitsView(
        Period(DAY - timedelta(days=21), DAY + timedelta(days=6)),
        (
            HabitsOf(
                PETROV,
                131,
                (
                    Compared("petrov", Habit.FREE, 14, 60, 6, 240),
                    Compared("petrov", Habit.LAPSED, 1, 60, 4, 240),
                ),
            ),
            HabitsOf("Константин Константинопольский", 88, (Compared("k", Habit.BAD, 9, 40, 3, 160),)),
            HabitsOf(SIDOROVA, None, (Compared("sidorova", Habit.STALE, 4, 30, 0, 0),)),
        ),
    ),
)
OF_TWO = {"number": 7, "other": 5, "name": HEAD}
NOTICES: Mapping[str, Mapping[str, object]] = {
    "welcome": {"name": PETROV, "roles": ["manager", "head"]},
    "welcome-admin-empty-office": {"name": PETROV},
    "stranger": {},
    "added": {"number": 7, "names": PETROV},
    "added-away": {"number": 7, "names": f"{PETROV}, {SIDOROVA}"},
    "added-nobody": {"number": 7},
    "noted": {"number": 7},
    "unclaimed": {"number": 7},
    "unclaimed-asked": {"number": 7, "names": f"{PETROV}, {SIDOROVA}"},
    "wrong-segment": {
        "number": 7,
        "name": PETROV,
        "segment": "Kazan & <b>",
        "lead": 3,
        "elsewhere": [
            ["rest", "The rest & <i>"],
            ["long", "A segment with a name so long that there is hardly one"],
        ],
    },
    "wrong-segment-word": {
        "number": 7,
        "name": PETROV,
        "segment": "Kazan & <b>",
        "lead": 3,
        "elsewhere": [["rest", "The rest & <i>"]],
        "who": "petrov",
        "against": {"who": PETROV, "times": 6, "of": 40, "others": 3, "of_others": 160},
    },
    "segment-agreed": {"number": 7, "name": HEAD},
    "segment-refused": {"number": 7, "name": HEAD},
    "one-client": {**OF_TWO, "who": SIDOROVA},
    "one-client-nobodys": OF_TWO,
    "one-client-yours": OF_TWO,
    "one-client-head": {**OF_TWO, "who": SIDOROVA, "other_who": PETROV},
    "one-client-head-free": {**OF_TWO, "who": SIDOROVA},
    "one-client-head-nobodys": OF_TWO,
    "phone-anothers": {"number": 7, "other": 5, "who": SIDOROVA},
    "phone-anothers-nobodys": {"number": 7, "other": 5},
    "phone-added": {"number": 7, "other": 5},
    "withdrawn-added": {"number": 7, "into": 5},
    "draft-forgotten": {},
    "text-forgotten": {},
    "when-not-understood": {},
    "when-past": {},
    "when-too-far": {},
    "name-not-understood": {},
    "resegmented": {"number": 7, "words": "Kazan & <b> → the rest"},
    "phone-not-understood": {"flaw": "short"},
    "invitation-invalid": {},
    "link-is-anothers": {"name": PETROV, "roles": ["manager", "head"], "other": HEAD},
    "account-moved": {"name": PETROV, "locale": "ru"},
    "account-is-anothers": {"name": PETROV, "locale": "ru", "other": HEAD},
    "person-moved": {"name": PETROV},
    "person-cut-off": {"name": PETROV},
    "on": {},
    "on-already": {},
    "off": {},
    "on-stays": {},
    "off-until": {"back": ["2026-12-01", 2026]},
    "off-from": OF_A_LEAVE,
    "off-until-later": OF_A_LEAVE,
    "off-from-later": OF_A_LEAVE,
    "off-until-hour": OF_A_LEAVE,
    "off-hours": OF_A_LEAVE,
    "off-span": OF_A_LEAVE,
    "off-rest": OF_A_LEAVE,
    "on-rests": OF_A_LEAVE,
    "unseen": {"number": 7, "names": SIDOROVA},
    "unseen-nobody": {"number": 7, "names": ""},
    "off-not-ahead": {},
    "off-usage": {},
    "paused-by-lapses": {"lapses": 2},
    "person-unreachable": {"name": PETROV},
    "amount-saved": {"number": 7, "amount": 12000000},
    "person-paused": {"name": PETROV, "lapses": 2, "who": "petrov"},
    "on-by": {"name": HEAD},
    "reason-noted": {"number": 7},
    "withdrawn": {"number": 7},
    "claimed-late": {"number": 7, "to": PETROV},
    "taken-from-you": {"number": 7, "to": SIDOROVA, "name": HEAD},
    "settled-bad": {"number": 7, "name": HEAD},
    "settled-good": {"number": 7, "name": HEAD},
    "amount-changed": {"number": 7, "amount": 12000000, "name": HEAD},
    "reopened": {"number": 7, "name": HEAD},
    "amount-not-understood": {},
    "amount-is-a-phone": {},
    "amount-too-large": {},
    "not-your-command": {},
    "unknown-command": {},
    "text-not-understood": {},
    "why-usage": {},
    "why-unknown": {"number": 7},
    "language-changed": {},
    "keyboard": {},
    "keyboard-in": {},
    "keyboard-out": {},
    "files-gone": {},
    "erased": {},
    "rule-switched": {"segment": "Казань", "before": "queue", "after": "balance", "name": HEAD},
    "rule-switched-level": {"segment": "Казань", "before": "grab", "after": "queue", "name": HEAD},
    "rule-set": {"segment": "Казань", "before": "queue", "after": "balance", "name": HEAD},
    "rule-loaded": {"segment": "Казань", "before": "queue", "after": "balance"},
    "reserve-set": {"segment": "Казань", "after": "balance", "name": HEAD},
    "reserve-unset": {"segment": "Казань", "name": HEAD},
    "draw-none": {},
    "dice-not-awaited": {},
    "update-failed": {},
    "too-fast": {},
    **{f"trouble-{trouble}": {} for trouble in Trouble},
    "trouble-cards": {"cards": [["report", ["head", "director"]], ["lead", ["manager"]], ["note", []]]},
    **{f"trouble-over-{trouble}": {} for trouble in Trouble},
    "swap-taken": {
        "duty": ["2026-11-24T09:00:00", "2026-11-24T18:00:00"],
        "segment": "Казань",
        "owner": PETROV,
        "taker": SIDOROVA,
    },
}
