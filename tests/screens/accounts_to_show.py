"""/me with every line that a statement may have."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from leads.proof.audit import Cause
from leads.proof.statement import Line, Statement
from leads.rates import Record
from leads.shares import LEAD, in_hundredths
from screens.views.queue import Account, Comparison, Figures, MeView, Numbered
from tests.screens.leads_to_show import MOSCOW, PETROV, SIDOROVA
from tests.screens.queues_to_show import QUEUES

MONDAY, TUESDAY = date(2026, 11, 23), date(2026, 11, 24)
THIRD = LEAD // 3
LINES = (
    Line(MONDAY, Cause.JOINED, 0),
    Line(MONDAY, Cause.OFFERED, -LEAD, (12,)),
    Line(MONDAY, Cause.CLAIMED, -LEAD, (13,)),
    Line(MONDAY, Cause.ASSIGNED, -LEAD, (14,)),
    Line(MONDAY, Cause.SHARE, 5 * THIRD, (8, 9, 12, 13, 14)),
    Line(MONDAY, Cause.SHARE_BACK, -THIRD, (12,)),
    Line(TUESDAY, Cause.GIVEN_BACK, LEAD, (12,), "bad_lead"),
    Line(TUESDAY, Cause.SHARED_OUT, -THIRD, (), "sidorova"),
    Line(TUESDAY, Cause.DRAWN_IN, -THIRD, (), "lottery"),
    Line(TUESDAY, Cause.SHARE, THIRD, (15,)),
    Line(TUESDAY, Cause.SHARE_BACK, -2 * THIRD, (12, 15)),
    Line(TUESDAY, Cause.LEFT, THIRD),
)
STATEMENT = Statement(date(2026, 11, 17), THIRD, LINES)


def account(scheme: str, statement: Statement | None) -> Account:
    return Account(QUEUES[scheme], statement, in_hundredths(statement.closing) if statement else -133)


ME = MeView(
    name=PETROV,
    timezone=MOSCOW,
    absence=None,
    leave_from=None,
    leave_until=None,
    year=2026,
    to_answer=(Numbered(115, 15),),
    unmarked=(Numbered(2234, 1234),),
    open_leads=2,
    capacity=5,
    today=Figures(3, 2, 1),
    week=Figures(12, 9, 3),
    record=Record(12, 28),
    segments=4,
    total=-33,
    free_left=2,
    free_norm=4,
    comparison=Comparison(100, than_others=True),
    accounts=(
        account("queue", STATEMENT),
        account("conversion", Statement(None, -THIRD, LINES[:3])),
        account("balance", Statement(date(2026, 11, 17), 4 * THIRD, ())),
        account("lottery", None),
    ),
    names={"sidorova": SIDOROVA},
)
NEW = replace(
    ME,
    accounts=(),
    segments=0,
    free_left=None,
    to_answer=(),
    unmarked=(),
    open_leads=0,
    capacity=None,
    record=Record(),
    comparison=None,
)
COMPARISONS = tuple(
    Comparison(fewer, than_others=others) for fewer in (-150, -100, 0, 50, 200) for others in (True, False)
)
