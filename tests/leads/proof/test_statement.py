"""A manager can follow every change of his balance, and it adds up to the last unit."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import invariant, rule

from leads.ledger import Sealed, canonical
from leads.proof.audit import Cause, Movement
from leads.proof.statement import Accounts, Line, Statement, draw_up, movements
from leads.shares import LEAD, in_hundredths
from tests.golden.samples import an_entry
from tests.leads.busy_office import BusyOffice
from tests.leads.office import MOSCOW, wall

NOON = wall("2026-11-23 12:00")
MONDAY = date(2026, 11, 23)


class OfficeWithAccounts(BusyOffice):
    accounts: Accounts

    def written(self, entry: Sealed) -> None:
        if entry.seq == 1:
            self.accounts = Accounts()
        self.accounts.write(entry)

    @rule(days=st.integers(1, 9))
    def days_pass(self, days: int) -> None:
        self.time_passes(timedelta(days=days), True)

    @invariant()
    def every_statement_adds_up_to_what_is_stored(self) -> None:
        for segment, team in self.floor.standings.items():
            for who, standing in team.items():
                for most in (3, 1000):
                    found = self.accounts.statement(segment, who, self.floor.now, MOSCOW, most)
                    assert found.closing == standing.credit
                    assert len(found.lines) <= most
                    assert found.since or len(found.lines) == most

    @invariant()
    def a_whole_statement_begins_with_what_the_older_movements_make(self) -> None:
        since = (self.floor.now - timedelta(days=7)).astimezone(MOSCOW).date()
        for segment, team in self.floor.standings.items():
            for who in team:
                moved = movements(self.entries, segment, who)
                before = sum(m.units for m in moved if m.at.astimezone(MOSCOW).date() < since)
                found = self.accounts.statement(segment, who, self.floor.now, MOSCOW, 1000)
                assert (found.since, found.opening) == (since, before)


TestEveryStatementAddsUp = OfficeWithAccounts.TestCase
TestEveryStatementAddsUp.settings = settings(max_examples=60, stateful_step_count=40, deadline=None)


def moved(
    cause: Cause, units: int, lead: int | None = None, *, at: datetime = NOON, detail: str = ""
) -> Movement:
    return Movement("all", "a", units, cause, at, lead, detail or None)


def test_a_lead_that_went_to_another_segment_is_charged_there() -> None:
    accounts, turn = Accounts(), {"payer": "a", "shares": {"a": 1000, "b": 1000}}
    told: list[tuple[str, int | None, dict[str, Any]]] = [
        *(("scheme_switched", None, {"segment": s, "after": "queue", "drawn_in": False}) for s in "xy"),
        *(("member_joined", None, {"segment": "y", "who": who}) for who in "ab"),
        ("handed", 1, {"segment": "x"}),
        ("resegmented", 1, {"by": "smirnov", "segment": "y", "was": None, "onward": None}),
        ("offered", 1, {"turn": turn}),
    ]
    for seq, (kind, lead, body) in enumerate(told, 1):
        entry = an_entry(kind, lead, **body)
        accounts.write(Sealed(seq, NOON, kind, lead, canonical(entry.body), ""))
    assert accounts.balance("y", "a") == -LEAD // 2


def test_shares_of_a_day_are_one_line_and_payments_have_their_own() -> None:
    day = [
        moved(Cause.SHARE, 3, 1),
        moved(Cause.OFFERED, -9, 2),
        moved(Cause.SHARE, 4, 2),
        moved(Cause.SHARE_BACK, -4, 2),
        moved(Cause.GIVEN_BACK, 9, 2, detail="bad_lead"),
    ]
    assert draw_up(day, 10, MONDAY, MOSCOW, 10) == Statement(
        MONDAY,
        7,
        (
            Line(MONDAY, Cause.OFFERED, -9, (2,)),
            Line(MONDAY, Cause.GIVEN_BACK, 9, (2,), "bad_lead"),
            Line(MONDAY, Cause.SHARE, 7, (1, 2)),
            Line(MONDAY, Cause.SHARE_BACK, -4, (2,)),
        ),
    )


def test_a_day_ends_at_midnight_in_the_office() -> None:
    late = [
        moved(Cause.SHARE, 1, 1, at=wall("2026-11-23 23:30")),
        moved(Cause.SHARE, 1, 2, at=wall("2026-11-24 00:30")),
    ]
    assert [line.day.day for line in draw_up(late, 2, MONDAY, MOSCOW, 10).lines] == [23, 24]


def test_where_there_are_too_many_lines_the_last_ones_stand_and_the_opening_balance_follows() -> None:
    many = [moved(Cause.OFFERED, -1, lead) for lead in range(1, 13)]
    found = draw_up(many, -12, MONDAY, MOSCOW, 10)
    assert (found.since, found.opening, len(found.lines), found.closing) == (None, -2, 10, -12)


def test_a_lead_shared_by_three_is_a_third_each_and_rounding_never_loses_a_hundredth() -> None:
    balance, shown = 0, 0
    for units in [LEAD // 3] * 3 + [-LEAD, LEAD // 7, -LEAD // 7]:
        step = in_hundredths(balance + units) - in_hundredths(balance)
        balance, shown = balance + units, shown + step
        assert shown == in_hundredths(balance)
    assert in_hundredths(-LEAD) == -100


@pytest.mark.parametrize("units", [0, LEAD // 3, -LEAD // 3, LEAD // 7, 12345])
def test_a_whole_lead_is_shown_as_a_whole_lead_whatever_the_balance(units: int) -> None:
    assert in_hundredths(units - LEAD) - in_hundredths(units) == -100
