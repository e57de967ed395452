"""Known answers of other systems, through the command line."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from tests.reports.replay.conftest import Decision, Past, takers
from tests.reports.replay.offices import office, one_segment

NINE = datetime.fromisoformat("2026-11-23T09:00:00+03:00")


def leads(many: int) -> str:
    """One a minute from nine on."""
    moments = (NINE + timedelta(minutes=n) for n in range(many))
    return "at,event,lead\n" + "".join(f"{at.isoformat()},lead,L{n}\n" for n, at in enumerate(moments, 1))


def candidates(decision: Decision) -> str:
    """Between whom the choice was made."""
    figures = decision["why"].partition(": ")[2].partition(";")[0]
    return " ".join(part.split()[0] for part in figures.split(", "))


def test_balance_is_smooth(past: Past) -> None:
    """nginx, smooth weighted round robin (commit 21ad7d0)."""
    assert takers(past.decisions(leads(7), under=office("a:5 b c"))) == "a a b a c a a"


def test_balance_keeps_the_weights(past: Past) -> None:
    """nginx-tests, `stream_upstream.t`."""
    found = past.decisions(leads(30), under=office("a:1 b:2"))
    assert Counter(takers(found).split()) == {"a": 10, "b": 20}


FIVE = office("m0 m1 m2 m3 m4", "queue")


def test_in_the_queue_the_first_takes_it_and_goes_to_the_end(past: Past) -> None:
    """Chatwoot, `inbox_round_robin_service_spec.rb`: only m0 and m4 may take the first."""
    found = past.decisions(
        """
at,event,who,lead,value
2026-11-23T09:00:00,leave,m1,,2026-11-23T09:30:00
2026-11-23T09:00:00,leave,m2,,2026-11-23T09:30:00
2026-11-23T09:00:00,leave,m3,,2026-11-23T09:30:00
2026-11-23T09:01:00,lead,,L1
2026-11-23T10:01:00,lead,,L2
2026-11-23T10:02:00,lead,,L3
2026-11-23T10:03:00,lead,,L4
2026-11-23T10:04:00,lead,,L5
2026-11-23T10:05:00,lead,,L6
""",
        under=FIVE,
    )
    assert takers(found) == "m0 m1 m2 m3 m4 m0"


def test_in_the_queue_whoever_is_passed_over_keeps_his_place(past: Past) -> None:
    """The same file: only m2 and m3 may take the first two."""
    found = past.decisions(
        """
at,event,who,lead,value
2026-11-23T09:00:00,leave,m0,,2026-11-23T09:30:00
2026-11-23T09:00:00,leave,m1,,2026-11-23T09:30:00
2026-11-23T09:00:00,leave,m4,,2026-11-23T09:30:00
2026-11-23T09:01:00,lead,,L1
2026-11-23T09:02:00,lead,,L2
2026-11-23T10:01:00,lead,,L3
2026-11-23T10:02:00,lead,,L4
2026-11-23T10:03:00,lead,,L5
2026-11-23T10:04:00,lead,,L6
2026-11-23T10:05:00,lead,,L7
""",
        under=FIVE,
    )
    assert takers(found) == "m2 m3 m0 m1 m4 m2 m3"


def test_a_member_of_two_segments_wraps_up_once_for_both(past: Past) -> None:
    """Asterisk test-suite, `apps/queues/wrapup_time`."""
    pause = 'scheme = "longest_idle"\nwrap_up = "30s"\n'
    sales = one_segment("sales", ["a"], pause + 'match = { source = ["sales"] }')
    found = past.decisions(
        """
at,event,lead,source
2026-11-23T09:00:00,lead,L1,sales
2026-11-23T09:00:05,lead,L2,service
2026-11-23T09:00:10,lead,L3,service
""",
        under=office("a b", "longest_idle", segment='wrap_up = "30s"', more=sales),
    )
    assert [(d["lead"], d["claimed_by"], d["at"][11:19]) for d in found] == [
        ("L1", "a", "09:00:00"),
        ("L2", "b", "09:00:05"),
        ("L3", "a", "09:00:30"),
    ]


def test_an_override_replaces_somebody_for_its_hours(past: Past) -> None:
    """GoAlert, `test/smoke/scheduleoverridereplace`: C stands in for B between 9 and 21, A is always on."""
    shifts = """
[[shifts]]
segment = "all"
who = "a"
weekly = "mon-sun 00:00-24:00"
[[shifts]]
segment = "all"
who = "b"
weekly = "mon-sun 09:00-21:00"
[[shifts]]
segment = "all"
who = "c"
from = 2026-11-23T09:00
to = 2026-11-23T21:00
kind = "replace"
instead_of = "b"
"""
    found = past.decisions(
        """
at,event,lead
2026-11-23T09:00:00,lead,L1
2026-11-23T20:59:59,lead,L2
2026-11-23T21:00:00,lead,L3
2026-11-24T09:00:00,lead,L4
""",
        under=office(scheme="duty", more=shifts),
    )
    assert [candidates(d) for d in found] == ["a c", "a c", "a", "a b"]


def test_a_short_override_splits_a_shift_in_three(past: Past) -> None:
    """GoAlert, `oncall/state_test.go`: a rule from 8 to 10, replaced from 8:30 to 8:45."""
    shifts = """
[[shifts]]
segment = "all"
who = "a"
weekly = "mon-sun 08:00-10:00"
[[shifts]]
segment = "all"
who = "b"
from = 2026-11-23T08:30
to = 2026-11-23T08:45
kind = "replace"
"""
    found = past.decisions(
        """
at,event,lead
2026-11-23T07:59:59,lead,L1
2026-11-23T08:00:00,lead,L2
2026-11-23T08:29:59,lead,L3
2026-11-23T08:30:00,lead,L4
2026-11-23T08:44:59,lead,L5
2026-11-23T08:45:00,lead,L6
2026-11-23T10:00:00,lead,L7
""",
        under=office(scheme="duty", more=shifts),
    )
    assert takers(found) == "head a a b b a head"


def test_a_shift_that_begins_in_the_hour_that_is_skipped_begins_after_it(past: Past) -> None:
    """GoAlert, `rotation_test.go`: daily from 2:30 in Chicago, over 8 March 2020."""
    shifts = '[[shifts]]\nsegment = "all"\nwho = "a"\nweekly = "mon-sun 02:30-04:00"\n'
    found = past.decisions(
        """
at,event,lead
2020-03-08T01:59:59,lead,L1
2020-03-08T03:00:00,lead,L2
2020-03-09T02:29:59,lead,L3
2020-03-09T02:30:00,lead,L4
""",
        under=office("a", "duty", timezone='"America/Chicago"', more=shifts),
    )
    assert takers(found) == "head a head a"
