"""What happens to a lead: `lead`, `assign`, `outcome`."""

from __future__ import annotations

import pytest

from tests.offices import Keys, one_team
from tests.reports.replay.conftest import Past, takers, way


def test_the_head_assigns_a_lead_that_waits_is_offered_or_held(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1,a=silent
2026-11-23T09:01:00,assign,b,L1
2026-11-23T09:02:00,lead,,L2
2026-11-23T09:03:00,assign,b,L2
2026-11-23T09:04:00,assign,b,L2
""",
        under=one_team("a b"),
    )
    assert way(found, "L1") == "offer a withdrawn, assign b claimed"
    assert way(found, "L2") == "offer a claimed, assign b claimed", "he has it already: nothing happens"
    assert found[1]["why"] == "by_hand: head; fair: a"


@pytest.mark.parametrize(
    ("value", "won", "lost", "bad", "amount", "conversion"),
    [
        ("won", 1, 0, 0, 0, 1.0),
        ("won:12000", 1, 0, 0, 12000, 1.0),
        ("won:99.90", 1, 0, 0, 99.9, 1.0),
        ("lost", 0, 1, 0, 0, 0.0),
        ("bad", 0, 0, 1, 0, None),
    ],
)
def test_an_outcome_closes_the_lead(
    past: Past, value: str, won: int, lost: int, bad: int, amount: float, conversion: float | None
) -> None:
    report = past.report(f"""
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1
2026-11-23T17:00:00,outcome,,L1,{value}
""")
    leads = report["leads"]
    assert (leads["won"], leads["lost"], leads["bad"]) == (won, lost, bad)
    assert (leads["amount"], report["conversion"]) == (amount, conversion)
    assert (leads["in"], leads["claimed"], leads["open"], leads["unclaimed"]) == (1, 1, 0, 0)
    manager = report["managers"][0]
    assert (manager["id"], manager["won"], manager["lost"], manager["bad"]) == ("a", won, lost, bad)
    assert manager["amount"] == amount


def test_a_bad_lead_gives_the_turn_back(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1
2026-11-23T09:01:00,outcome,,L1,bad
2026-11-23T09:02:00,lead,,L2
""",
        under=one_team("a b"),
    )
    assert takers(found) == "a a"


def test_an_outcome_frees_a_place_for_whoever_is_full(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1
2026-11-23T09:01:00,lead,,L2
2026-11-23T09:02:00,outcome,,L1,lost
2026-11-23T09:03:00,lead,,L3
""",
        under=one_team("a/1", ladder=["head"]),
    )
    assert [way(found, lead) for lead in ("L1", "L2", "L3")] == [
        "offer a claimed",
        "head head claimed",
        "offer a claimed",
    ]


def test_an_outcome_told_before_anybody_had_the_lead_comes_when_somebody_has_it(past: Past) -> None:
    """Under another scheme than it was lived a lead may be taken later than its outcome was told."""
    report = past.report(
        """
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1,a=silent
2026-11-23T09:01:00,outcome,,L1,won:500
""",
        under=one_team("a b"),
    )
    assert (report["leads"]["won"], report["leads"]["amount"]) == (1, 500)
    assert {m["id"]: m["won"] for m in report["managers"]} == {"a": 0, "b": 1}


def test_the_first_outcome_stays_whatever_is_told_later(past: Past) -> None:
    """Grafana OnCall #3161: what is closed stays closed, who comes late is refused."""
    report = past.report("""
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1
2026-11-23T09:01:00,outcome,,L1,won:500
2026-11-23T09:02:00,outcome,,L1,lost
2026-11-23T09:03:00,assign,b,L1
2026-11-23T09:04:00,lead,,L2,head=silent a=silent b=silent c=silent director=silent
2026-11-23T09:05:00,outcome,,L2,lost
2026-11-23T09:06:00,outcome,,L2,won:900
2026-11-23T23:00:00,assign,c,L2
""")
    leads = report["leads"]
    assert (leads["won"], leads["lost"], leads["amount"]) == (1, 1, 500)
    assert [m["id"] for m in report["managers"] if m["won"]] == ["a"]


SEGMENTS: dict[str, Keys] = {
    "old": {"members": ["a"], "match": {"known_client": True}},
    "kazan": {"members": ["b"], "match": {"region": ["Татарстан"]}},
    "site": {"members": ["c"], "match": {"source": ["site"]}},
    "tatar": {"members": ["a"], "match": {"language": ["tt"]}},
    "doors": {"members": ["b"], "match": {"keywords": ["двер"]}},
}


def test_without_a_segment_the_rules_read_the_phone_the_source_and_the_text(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,segment,phone,source,text,value
2026-11-23T09:00:00,lead,,L1,,8 (843) 200-00-00,site,
2026-11-23T09:01:00,lead,,L2,,,site,Двери
2026-11-23T09:02:00,lead,,L3,,,phone,"Тәрәзә кирәк"
2026-11-23T09:03:00,lead,,L4,,,,"Нужны двери, две"
2026-11-23T09:04:00,lead,,L5,,,,Окна
2026-11-23T09:05:00,lead,,L6,kazan,,,Окна
2026-11-23T09:06:00,outcome,,L1,,,,,won
2026-11-23T09:07:00,lead,,L7,,+78432000000,site,
""",
        under=one_team(segments=SEGMENTS),
    )
    assert [d["segment"] for d in found] == ["kazan", "site", "tatar", "doors", "all", "kazan", "old"]
    assert way(found, "L7") == "owner b claimed", "she has come back, and b was her manager"


def test_a_twin_of_an_open_lead_goes_to_whoever_is_at_work_on_it(past: Past) -> None:
    found = past.decisions(
        """
at,event,lead,phone
2026-11-23T09:00:00,lead,L1,8 843 200-00-00
2026-11-23T09:01:00,lead,L2,+7 843 200-00-00
""",
        under=one_team(owner="off"),
    )
    assert way(found, "L2") == "owner a claimed"
    assert found[1]["why"] == "duplicate"


def test_a_client_waits_for_his_own_manager_who_comes_back(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,phone,value
2026-11-23T09:00:00,lead,,L1,+78432000000
2026-11-23T09:01:00,outcome,,L1,,won
2026-11-23T09:02:00,off,a
2026-11-23T09:03:00,lead,,L2,+78432000000
2026-11-23T12:00:00,on,a
""",
        under=one_team(owner="leave_message"),
    )
    assert way(found, "L2") == "owner a claimed"
    assert found[1]["at"] == "2026-11-23T12:00:00+03:00"


def test_a_lead_of_the_night_waits_for_the_opening(past: Past) -> None:
    found = past.decisions(
        """
at,event,lead
2026-11-23T20:00:00,lead,L1
2026-11-23T21:00:00,lead,L2
""",
        under=one_team(hours={"mon-fri": "09:00-18:00"}),
    )
    assert [d["at"] for d in found] == ["2026-11-24T09:00:00+03:00"] * 2
    assert takers(found) == "a b"


def test_leads_that_waited_for_the_same_moment_move_in_the_order_of_their_handing_over(past: Past) -> None:
    """L1 begins to wait after L2: only then has the head said that he cannot."""
    found = past.decisions(
        """
at,event,lead,value
2026-11-23T17:57:00,lead,L1,head=decline+5m
2026-11-23T18:01:00,lead,L2,
""",
        under=one_team(hours={"mon-fri": "09:00-18:00"}, offers=0, ladder=["head", "director"]),
    )
    assert [(d["lead"], d["at"][5:16]) for d in found] == [
        ("L1", "11-23T17:57"),
        ("L1", "11-24T09:00"),
        ("L2", "11-24T09:00"),
    ]


def test_the_secretary_s_pick_is_followed_and_measured(past: Past) -> None:
    events = """
at,event,who,lead
2026-11-23T09:00:00,lead,b,L1
2026-11-23T09:01:00,lead,a,L2
2026-11-23T09:02:00,lead,,L3
"""
    found = past.decisions(events, under=one_team(scheme="secretary"))
    assert takers(found) == "b a c"
    assert "fair: a" in found[0]["why"]
    report = past.report(events, under=one_team(scheme="secretary"))
    assert report["discretion"] == {"by_hand": 2, "against_the_rule": 1}
    assert takers(past.decisions(events)) == "a b c", "another scheme asks for no pick"
