"""Recorded events: closing, lunch, /off and leave cut an offer short at no cost, as in the office itself."""

from __future__ import annotations

from tests.offices import one_team
from tests.reports.replay.conftest import Past, way

HEADER = "at,event,who,lead,segment,phone,source,text,value\n"
DAYTIME = {"mon-fri": "09:00-18:00"}
LUNCH = {"mon-fri": ["09:00-13:00", "14:00-18:00"]}


def at(clock: str, rest: str) -> str:
    return f"2026-11-23T{clock}:00+03:00,{rest}\n"


def test_what_closing_cuts_short_is_offered_again_in_the_morning_and_has_cost_nothing(past: Past) -> None:
    events = HEADER + at("17:56", "lead,,L1,all,,,,a=claim+10m") + at("17:58", "lead,,L2,all,,,,a=claim+1m")
    found = past.decisions(events, under=one_team("a", hours=DAYTIME, offers=1))
    assert way(found, "L1").startswith("offer a withdrawn, offer a lapsed"), "it is two answers too late"
    assert way(found, "L2") == "offer a claimed"


def test_lunch_lets_an_offer_rest(past: Past) -> None:
    events = HEADER + at("12:58", "lead,,L1,all,,,,a=claim+3m")
    found = past.decisions(events, under=one_team("a b", hours=LUNCH))
    assert way(found) == "offer a withdrawn, offer a claimed"
    assert found[1]["at"].startswith("2026-11-23T14:00")


def test_whoever_goes_is_out_of_it_at_once(past: Past) -> None:
    under = one_team("a b c", presence="check_in")
    events = HEADER + "".join(at("09:00", f"on,{who}") for who in "abc")
    events += at("10:00", "lead,,L1,all,,,,a=claim+4m b=claim+4m") + at("10:01", "off,a")
    events += at("10:02", "leave,b,,,,,,2026-12-01")
    assert way(past.decisions(events, under=under)) == "offer a withdrawn, offer b withdrawn, offer c claimed"


def test_whoever_leaves_the_segment_is_out_of_it(past: Past) -> None:
    events = HEADER + at("10:00", "lead,,L1,all,,,,a=claim+4m") + at("10:01", "quit,a,,all")
    assert way(past.decisions(events, under=one_team("a b"))) == "offer a withdrawn, offer b claimed"
