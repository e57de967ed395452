"""Who is there and who shares: `on`, `off`, `leave`, `join`, `quit`, `weight`."""

from __future__ import annotations

import pytest

from tests.offices import one_team
from tests.reports.replay.conftest import Past, takers

CHECK_IN = "check_in"


def test_a_lead_goes_to_the_one_most_behind_and_is_taken_at_once(past: Past) -> None:
    found = past.decisions("""
at,event,lead
2026-11-23T09:00:00,lead,L1
2026-11-23T09:01:00,lead,L2
2026-11-23T09:02:00,lead,L3
2026-11-23T09:03:00,lead,L4
""")
    assert takers(found) == "a b c a"


def test_nobody_is_there_under_check_in_until_he_checks_in(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead
2026-11-23T09:00:00,lead,,L1
2026-11-23T09:05:00,on,b
2026-11-23T09:06:00,lead,,L2
2026-11-23T09:07:00,on,a
2026-11-23T09:08:00,off,b
2026-11-23T09:09:00,lead,,L3
2026-11-23T09:10:00,off,a
2026-11-23T09:11:00,lead,,L4
""",
        under=one_team(presence=CHECK_IN, bosses=""),
    )
    assert takers(found) == "b b a"
    assert [d["at"] for d in found if d["lead"] == "L1"] == ["2026-11-23T09:05:00+03:00"]
    assert found[0]["why"].endswith("out: a not_checked_in, c not_checked_in")
    assert not [d for d in found if d["lead"] == "L4"]


def test_whoever_is_off_is_passed_over_until_he_is_on_again(past: Past) -> None:
    found = past.decisions("""
at,event,who,lead
2026-11-23T09:00:00,off,a
2026-11-23T09:01:00,lead,,L1
2026-11-23T09:02:00,lead,,L2
2026-11-23T09:03:00,on,a
2026-11-23T09:04:00,lead,,L3
2026-11-23T09:05:00,lead,,L4
2026-11-23T09:06:00,lead,,L5
""")
    assert takers(found) == "b c a b c", "no flood for what he has missed"
    assert "out: a paused" in found[0]["why"]


def test_in_the_line_whoever_checks_in_again_stands_at_its_end(past: Past) -> None:
    events = """
at,event,who,lead
2026-11-23T09:00:00,on,b
2026-11-23T09:00:00,on,c
2026-11-23T09:00:00,on,a
2026-11-23T09:01:00,lead,,L1
2026-11-23T09:02:00,on,c
2026-11-23T09:03:00,lead,,L2
2026-11-23T09:04:00,lead,,L3
2026-11-23T09:05:00,lead,,L4
"""
    assert takers(past.decisions(events, under=one_team(scheme="queue", presence=CHECK_IN))) == "b a b c"
    assert takers(past.decisions(events, under=one_team(scheme="queue"))) == "b a b c"


def test_of_those_who_have_waited_as_long_the_first_to_arrive_is_called(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead
2026-11-23T09:00:00,on,b
2026-11-23T09:00:00,on,c
2026-11-23T09:00:00,on,a
2026-11-23T09:01:00,lead,,L1
2026-11-23T09:02:00,lead,,L2
2026-11-23T09:03:00,lead,,L3
2026-11-23T09:04:00,lead,,L4
""",
        under=one_team(scheme="longest_idle", presence=CHECK_IN),
    )
    assert takers(found) == "b c a b"


@pytest.mark.parametrize(
    "back", ["2026-11-25", "2026-11-25T00:00:00", "2026-11-25T00:00:00+03:00", "2026-11-24T21:00Z"]
)
def test_whoever_is_on_leave_is_back_by_himself(past: Past, back: str) -> None:
    found = past.decisions(f"""
at,event,who,lead,value
2026-11-23T09:00:00,leave,a,,{back}
2026-11-23T09:00:00,leave,b,,{back}
2026-11-24T23:59:59,lead,,L1
2026-11-25T00:00:00,lead,,L2
""")
    assert takers(found) == "c a"
    assert found[0]["why"].endswith("out: a leave, b leave")


def test_whoever_comes_back_early_from_his_leave_says_so(past: Past) -> None:
    found = past.decisions("""
at,event,who,lead,value
2026-11-23T09:00:00,leave,a,,2026-12-01
2026-11-24T09:00:00,on,a
2026-11-24T09:01:00,lead,,L1
""")
    assert takers(found) == "a"


def test_who_joins_starts_level_and_who_quits_gets_nothing_more(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,segment
2026-11-23T09:00:00,lead,,L1
2026-11-23T09:01:00,join,d,,all
2026-11-23T09:02:00,lead,,L2
2026-11-23T09:03:00,lead,,L3
2026-11-23T09:04:00,quit,b,,all
2026-11-23T09:05:00,lead,,L4
2026-11-23T09:06:00,lead,,L5
""",
        under=one_team("a b", others="d"),
    )
    assert takers(found) == "a b d a d"


def test_who_joins_may_be_given_a_weight(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,segment,value
2026-11-23T09:00:00,join,b,,all,5
2026-11-23T09:01:00,lead,,L1
2026-11-23T09:02:00,lead,,L2
2026-11-23T09:03:00,lead,,L3
2026-11-23T09:04:00,lead,,L4
2026-11-23T09:05:00,lead,,L5
2026-11-23T09:06:00,lead,,L6
""",
        under=one_team("a", others="b"),
    )
    assert takers(found) == "b b a b b b"


def test_a_new_weight_counts_from_then_on(past: Past) -> None:
    leads = "\n".join(f"2026-11-23T10:{minute:02}:00,lead,,L{minute}" for minute in range(30))
    found = past.decisions(
        f"at,event,who,lead,value\n2026-11-23T09:00:00,weight,b,,2\n{leads}\n", under=one_team("a b")
    )
    names = takers(found).split()
    assert (names.count("a"), names.count("b")) == (10, 20)
