"""Known answers of other systems, through the command line."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta

from tests.offices import Keys, on_duty, one_team
from tests.reports.replay.conftest import Decision, Past, takers

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
    assert takers(past.decisions(leads(7), under=one_team("a:5 b c"))) == "a a b a c a a"


def test_balance_keeps_the_weights(past: Past) -> None:
    """nginx-tests, `stream_upstream.t`."""
    found = past.decisions(leads(30), under=one_team("a:1 b:2"))
    assert Counter(takers(found).split()) == {"a": 10, "b": 20}


FIVE = one_team("m0 m1 m2 m3 m4", "queue")


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
    pause = {"scheme": "longest_idle", "wrap_up": "30s"}
    sales = {**pause, "match": {"source": ["sales"]}, "members": ["a"]}
    found = past.decisions(
        """
at,event,lead,source
2026-11-23T09:00:00,lead,L1,sales
2026-11-23T09:00:05,lead,L2,service
2026-11-23T09:00:10,lead,L3,service
""",
        under=one_team("a b", "longest_idle", segment=pause, segments={"sales": sales}),
    )
    assert [(d["lead"], d["claimed_by"], d["at"][11:19]) for d in found] == [
        ("L1", "a", "09:00:00"),
        ("L2", "b", "09:00:05"),
        ("L3", "a", "09:00:30"),
    ]


def instead(who: str, start: str, end: str) -> Keys:
    """He stands in between these times by the clock on the wall."""
    times = {"from": datetime.fromisoformat(start), "to": datetime.fromisoformat(end)}
    return {"segment": "all", "who": who, "kind": "replace", **times}


def test_an_override_replaces_somebody_for_its_hours(past: Past) -> None:
    """GoAlert, `test/smoke/scheduleoverridereplace`: C stands in for B between 9 and 21, A is always on."""
    shifts = [
        on_duty("a", "mon-sun 00:00-24:00", "all"),
        on_duty("b", "mon-sun 09:00-21:00", "all"),
        {**instead("c", "2026-11-23T09:00", "2026-11-23T21:00"), "instead_of": "b"},
    ]
    found = past.decisions(
        """
at,event,lead
2026-11-23T09:00:00,lead,L1
2026-11-23T20:59:59,lead,L2
2026-11-23T21:00:00,lead,L3
2026-11-24T09:00:00,lead,L4
""",
        under=one_team(scheme="duty", shifts=shifts),
    )
    assert [candidates(d) for d in found] == ["a c", "a c", "a", "a b"]


def test_a_short_override_splits_a_shift_in_three(past: Past) -> None:
    """GoAlert, `oncall/state_test.go`: a rule from 8 to 10, replaced from 8:30 to 8:45."""
    shifts = [
        on_duty("a", "mon-sun 08:00-10:00", "all"),
        instead("b", "2026-11-23T08:30", "2026-11-23T08:45"),
    ]
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
        under=one_team(scheme="duty", shifts=shifts),
    )
    assert takers(found) == "head a a b b a head"


def test_a_shift_that_begins_in_the_hour_that_is_skipped_begins_after_it(past: Past) -> None:
    """GoAlert, `rotation_test.go`: daily from 2:30 in Chicago, over 8 March 2020."""
    shifts = [on_duty("a", "mon-sun 02:30-04:00", "all")]
    found = past.decisions(
        """
at,event,lead
2020-03-08T01:59:59,lead,L1
2020-03-08T03:00:00,lead,L2
2020-03-09T02:29:59,lead,L3
2020-03-09T02:30:00,lead,L4
""",
        under=one_team("a", "duty", timezone="America/Chicago", shifts=shifts),
    )
    assert takers(found) == "head a head a"
