"""One view for every window of duty, for the tests that look at all of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, time, timedelta

from leads.duty.limits import Excess
from leads.duty.roster import Plan
from leads.duty.swaps import SwapState
from leads.wall_clock import instant, wall
from screens.content import Screen
from screens.own_duty import roster_screen
from screens.roster import proposal_screen, roster_news_screen, swap_screen
from screens.texts import Texts
from screens.views.duty import (
    DutyLine,
    Editing,
    EditSlot,
    OnDuty,
    Overdone,
    OwnDuty,
    Planned,
    ProposalView,
    RosterPart,
    RosterView,
    RosterWeek,
    SegmentRoster,
    SwapSeat,
    SwapView,
)
from screens.views.leafing import Leafed
from tests.screens.leads_to_show import HEAD, MOSCOW, PETROV, SIDOROVA
from tests.screens.lists_to_show import DAY

A_DAY = timedelta(days=1)


def at(day: int, hour: int) -> datetime:
    return instant(datetime.combine(DAY, time()) + timedelta(days=day, hours=hour), MOSCOW)


EVENING = DutyLine(at(1, 9), at(1, 18), (PETROV,), sought=True)
NIGHT = DutyLine(at(1, 22), at(2, 6), (SIDOROVA, PETROV))
LONG = DutyLine(at(3, 9), at(5, 18), (SIDOROVA,), instead_of=(PETROV,))
NOBODY = DutyLine(at(4, 18), at(5, 0), ())
WEEK = RosterWeek(DAY, (EVENING, NIGHT, LONG, NOBODY))
KAZAN = SegmentRoster(
    "kazan", "Казань и Татарстан", (PETROV, SIDOROVA), (WEEK, RosterWeek(DAY + 7 * A_DAY, ()))
)
OWN = OwnDuty("kazan", "Казань и Татарстан", EVENING.start, EVENING.end)
ROSTER = RosterView(
    at(1, 10),
    MOSCOW,
    (KAZAN, replace(KAZAN, id="rest", name="Остальные")),
    is_member=True,
    duties=(
        OWN,
        replace(OWN, segment="rest", segment_name="Остальные"),
        *(replace(OWN, start=at(day, 9), end=at(day, 18)) for day in range(2, 7)),
    ),
    may_propose=True,
)
MARKED = (replace(OWN, sought=True), replace(OWN, instead_of=(SIDOROVA,)))
SWAP = SwapView(SwapSeat.COLLEAGUE, 7, SwapState.OPEN, "Казань", PETROV, None, at(1, 9), at(1, 18), MOSCOW)
PROPOSAL = ProposalView(
    roster=7,
    segment="Казань",
    timezone=MOSCOW,
    week=WEEK,
    plan=Plan.BY_CONVERSION,
    state="proposed",
    settled_by=None,
    people=(Planned(PETROV, 48600, 16200), Planned(SIDOROVA, 32400, 0)),
    swaps=2,
    yours=48600,
    own=(EVENING, LONG),
)

EDITING = Editing(
    DAY,
    "",
    tuple(
        EditSlot(n, wall(line.start, MOSCOW), wall(line.end, MOSCOW), line.names)
        for n, line in enumerate(WEEK.lines)
    ),
    (OnDuty("a" * 12, PETROV, True), OnDuty("b" * 12, SIDOROVA, False)),
)


def windows(texts: Texts) -> Iterator[tuple[str, Screen]]:
    yield "roster", roster_screen(ROSTER, texts)
    for part, about in ((RosterPart.SWAP, ""), (RosterPart.DAY, at(1, 9).date().isoformat())):
        yield f"roster, {part}", roster_screen(replace(ROSTER, part=part, about=about), texts)
    yield "roster, marked", roster_screen(replace(ROSTER, duties=MARKED), texts)
    yield "roster, no duty", roster_screen(replace(ROSTER, duties=()), texts)
    yield "roster, with a feed", roster_screen(replace(ROSTER, feeds=True), texts)
    for address in (None, f"https://office.example/duty/{'0f' * 20}.ics"):
        with_feed = replace(ROSTER, part=RosterPart.FEED, feeds=True, feed=address)
        yield f"roster, feed {address is not None}", roster_screen(with_feed, texts)
    head = replace(ROSTER, is_member=False, duties=(), may_change=True)
    yield "roster, for the head", roster_screen(head, texts)
    late = replace(ROSTER, is_member=False, now=at(2, 7), segments=(KAZAN,))
    yield "roster, nobody now", roster_screen(late, texts)
    whole = replace(ROSTER, part=RosterPart.SEGMENT, about="kazan")
    yield "roster, whole", roster_screen(whole, texts)
    yield "roster, plans", roster_screen(replace(whole, part=RosterPart.PLANS), texts)
    yield "roster, one segment", roster_screen(replace(ROSTER, segments=(KAZAN,)), texts)
    yield "roster, nowhere", roster_screen(replace(ROSTER, segments=()), texts)
    large = replace(ROSTER, segments=(KAZAN,) * 60, leafed=Leafed(page=5))
    yield "roster, of a large office", roster_screen(large, texts)
    of_large = replace(head, segments=large.segments)
    for what, how in (
        ("asked", Leafed(asked=True)),
        ("found", Leafed(sought="Казань и Татарстан")),
        ("none", Leafed(sought="xyz")),
    ):
        yield f"roster, for the head, {what}", roster_screen(replace(of_large, leafed=how), texts)
    for state in SwapState:
        for seat in SwapSeat:
            taker = SIDOROVA if state is SwapState.TAKEN else None
            view = replace(SWAP, state=state, seat=seat, taker=taker)
            yield f"swap, {state}, {seat}", swap_screen(view, texts)
    helped = replace(SWAP, seat=SwapSeat.OWNER, by=HEAD)
    yield "swap, looked for by the head", swap_screen(helped, texts)
    for richer in (18, -18):
        yield f"swap, richer by {richer}", swap_screen(replace(SWAP, richer=richer), texts)
        uneven = (Planned(PETROV, 48600, 16200, richer), Planned(SIDOROVA, 32400, 0, -richer))
        yield f"proposal, richer by {richer}", proposal_screen(replace(PROPOSAL, people=uneven), texts)
    for name in ("proposed", "approved", "dismissed", "replaced", "late", "stale"):
        for plan in Plan:
            proposed = replace(PROPOSAL, state=name, plan=plan, settled_by=HEAD)
            yield f"proposal, {name}, {plan}", proposal_screen(proposed, texts)
    for menu in ("", "d1", "s0"):
        edit = replace(EDITING, menu=menu, people=EDITING.people if menu == "s0" else ())
        overdone = tuple(Overdone(PETROV, what) for what in Excess)
        yield (
            f"proposal, edited {menu}",
            proposal_screen(replace(PROPOSAL, editing=edit, overdone=overdone), texts),
        )
    yield "roster news", roster_news_screen(PROPOSAL, texts)
    yield "roster news, for the head", roster_news_screen(replace(PROPOSAL, yours=None), texts)
