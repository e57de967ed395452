"""What people answer to an offer, in all the forms of the contract."""

from __future__ import annotations

import pytest

from tests.offices import one_team
from tests.reports.replay.conftest import Past, takers, way


def lead(answers: str, more: str = "") -> str:
    return f"at,event,who,lead,value\n2026-11-23T09:00:00,lead,,L1,{answers}\n{more}"


@pytest.mark.parametrize(
    ("answers", "expected"),
    [
        ("", "offer a claimed"),
        ("a=claim", "offer a claimed"),
        ("a=claim+0s", "offer a claimed"),
        ("a=claim+45s", "offer a claimed"),
        ("a=claim+5m", "offer a claimed"),  # at the very moment of the deadline an answer is still in time
        ("a=claim+5m1s", "offer a lapsed, offer b claimed"),
        ("a=decline", "offer a declined, offer b claimed"),
        ("a=decline+10s", "offer a declined, offer b claimed"),
        ("a=silent", "offer a lapsed, offer b claimed"),
        ("a=decline b=silent", "offer a declined, offer b lapsed, everyone a b c claimed by c"),
        (
            "a=silent b=silent c=claim+9m",
            "offer a lapsed, offer b lapsed, everyone a b c claimed by c",
        ),
        (
            "a=silent b=silent c=decline+1m",
            "offer a lapsed, offer b lapsed, everyone a b c lapsed, head head claimed",
        ),
        (
            "a=silent b=silent c=silent",
            "offer a lapsed, offer b lapsed, everyone a b c lapsed, head head claimed",
        ),
        (
            "a=decline b=decline c=decline",
            "offer a declined, offer b declined, everyone a b c declined, head head claimed",
        ),
        (
            "a=silent b=silent c=silent head=claim+2m",
            "offer a lapsed, offer b lapsed, everyone a b c lapsed, head head claimed",
        ),
        (
            "a=silent b=silent c=silent head=decline",
            "offer a lapsed, offer b lapsed, everyone a b c lapsed, head head declined, director director claimed",
        ),
        (
            "a=silent b=silent c=silent head=silent director=silent",
            "offer a lapsed, offer b lapsed, everyone a b c lapsed, head head lapsed, director director open",
        ),
        (
            "a=silent b=silent c=silent head=silent director=decline",
            "offer a lapsed, offer b lapsed, everyone a b c lapsed, head head lapsed, director director open",
        ),
    ],
)
def test_an_answer_takes_the_lead_or_moves_it_on(past: Past, answers: str, expected: str) -> None:
    assert way(past.decisions(lead(answers), under=one_team(pause_after_lapses=0))) == expected


def test_the_clock_runs_between_offer_and_answer(past: Past) -> None:
    found = past.decisions(lead("a=decline+10s b=claim+1m30s"))
    assert [d["at"] for d in found] == ["2026-11-23T09:00:00+03:00", "2026-11-23T09:00:10+03:00"]
    claims = past.report(lead("a=decline+10s b=claim+1m30s"))["claim_seconds"]
    assert claims == {"median": 100, "p90": 100}


def test_a_lapse_takes_as_long_as_the_office_waits(past: Past) -> None:
    found = past.decisions(lead("a=silent b=silent c=silent head=silent"), under=one_team(step_timeout="7m"))
    clock = [d["at"][11:16] for d in found]
    assert clock == ["09:00", "09:05", "09:10", "09:17", "09:24"]


def test_who_answers_late_meets_what_has_happened_since(past: Past) -> None:
    """His lapse stands, and his claim is told that another has the lead."""
    found = past.decisions(lead("a=claim+6m b=claim+2m"))
    assert way(found) == "offer a lapsed, offer b claimed"


def test_a_late_claim_counts_for_the_offer_to_everyone(past: Past) -> None:
    """Each offer is answered in the time that stands in the file, counted from that offer."""
    found = past.decisions(
        lead("a=claim+6m b=silent c=silent"), under=one_team("a b c", pause_after_lapses=0)
    )
    assert way(found) == "offer a lapsed, offer b lapsed, everyone a b c claimed by a"
    assert past.report(lead("a=claim+6m b=silent c=silent"), under=one_team(pause_after_lapses=0))[
        "claim_seconds"
    ] == {"median": 960, "p90": 960}


def test_of_two_claims_at_the_same_moment_the_first_in_the_office_s_order_wins(past: Past) -> None:
    """telegramSystem `TicketAssignmentTest.php`, LinkedIn iris `e2etest.py`: one of them has it."""
    report = past.report(lead("a=claim+30s b=claim+30s c=claim+30s"), under=one_team(scheme="grab"))
    assert [(m["id"], m["offered"], m["claimed"]) for m in report["managers"]] == [
        ("a", 1, 1),
        ("b", 1, 0),
        ("c", 1, 0),
    ]
    found = past.decisions(lead("a=claim+30s b=claim+30s c=claim+30s"), under=one_team(scheme="grab"))
    assert way(found) == "offer a b c claimed by a"
    assert len(found) == 1


def test_of_those_who_are_asked_at_once_the_fastest_has_it(past: Past) -> None:
    found = past.decisions(
        lead("a=claim+30s b=decline+1s c=claim+29s", "2026-11-23T09:05:00,lead,,L2\n"),
        under=one_team(scheme="grab"),
    )
    assert way(found, "L1") == "offer a b c claimed by c"
    assert way(found, "L2") == "offer a b c claimed by a"


def test_an_answer_of_somebody_who_is_never_asked_changes_nothing(past: Past) -> None:
    assert way(past.decisions(lead("b=silent director=silent"))) == "offer a claimed"


def test_two_lapses_in_a_row_pause_a_manager_until_he_is_on_again(past: Past) -> None:
    found = past.decisions(
        """
at,event,who,lead,value
2026-11-23T09:00:00,lead,,L1,a=silent
2026-11-23T10:00:00,lead,,L2
2026-11-23T11:00:00,lead,,L3,a=silent
2026-11-23T12:00:00,lead,,L4,a=silent
2026-11-23T13:00:00,lead,,L5
2026-11-23T14:00:00,on,a
2026-11-23T15:00:00,lead,,L6
""",
        under=one_team("a", ladder=["head"]),
    )
    assert takers(found) == "head a head head head a", "the claim between the lapses starts the count anew"
    assert [way(found, lead) for lead in ("L4", "L5")] == [
        "offer a lapsed, head head claimed",
        "head head claimed",
    ]


def test_silence_costs_the_turn_or_not_as_the_office_says(past: Past) -> None:
    events = lead("a=silent", "2026-11-23T10:00:00,lead,,L2\n2026-11-23T11:00:00,lead,,L3\n")
    assert takers(past.decisions(events, under=one_team("a b"))) == "b b a"
    assert takers(past.decisions(events, under=one_team("a b", decline_costs_turn=False))) == "b a b"


def test_the_head_takes_at_once_what_he_is_asked_to_give_to_somebody(past: Past) -> None:
    assert way(past.decisions(lead(""), under=one_team(scheme="manual"))) == "head head claimed"


def test_a_silent_head_leaves_the_choice_to_the_reserve(past: Past) -> None:
    found = past.decisions(
        lead("head=silent"), under=one_team(scheme="manual", segment={"reserve": "balance"})
    )
    assert way(found) == "head head lapsed, offer a claimed"
    assert [d["scheme"] for d in found] == ["manual", "balance"]
    assert [d["at"][11:16] for d in found] == ["09:00", "09:05"]


def test_the_head_gives_it_to_somebody_with_his_own_hand(past: Past) -> None:
    found = past.decisions(
        lead("head=silent", "2026-11-23T09:02:00,assign,b,L1\n"), under=one_team(scheme="manual")
    )
    assert way(found) == "head head withdrawn, assign b claimed"


def test_an_answer_to_an_offer_that_was_taken_back_is_no_answer(past: Past) -> None:
    found = past.decisions(lead("a=claim+3m", "2026-11-23T09:02:00,assign,b,L1\n"))
    assert way(found) == "offer a withdrawn, assign b claimed"
