"""What comes out: a line of JSON for each offer, and the reports."""

from __future__ import annotations

import json

import pytest

from leads.head import parse_head
from leads.schemes import SCHEMES
from tests.offices import one_team
from tests.reports.replay.conftest import Past, takers

KEYS = ["at", "lead", "segment", "scheme", "step", "offered", "result", "claimed_by", "why"]
RESULTS = {"claimed", "declined", "lapsed", "withdrawn", "open"}
STEPS = {"offer", "everyone", "head", "director", "owner", "assign"}

EVERYTHING = """
at,event,who,lead,phone,value
2026-11-23T09:00:00,lead,,L1,+78432000000,a=decline
2026-11-23T09:01:00,lead,,L2,,a=silent b=silent c=silent head=silent director=silent
2026-11-23T09:02:00,lead,,L3,,a=silent b=silent c=silent
2026-11-23T09:03:00,assign,c,L3
2026-11-23T09:04:00,lead,,L4,+78432000000,
2026-11-23T09:05:00,outcome,,L1,,won:12000
2026-11-23T09:06:00,outcome,,L3,,lost
"""

REPORT = {
    "from": "2026-11-23T09:00:00+03:00",
    "to": "2026-11-23T09:06:00+03:00",
    "leads": {
        "in": 4,
        "claimed": 3,
        "won": 1,
        "lost": 1,
        "bad": 0,
        "open": 1,
        "unclaimed": 1,
        "amount": 12000,
    },
    "claim_seconds": {"median": 0, "p90": 60},
    "conversion": 0.5,
    "known": {"in": 1, "won": 0, "conversion": None, "amount": 0},
    "unknown": {"in": 3, "won": 1, "conversion": 0.5, "amount": 12000},
    "segments": [{"id": "all", "in": 4, "claimed": 3, "won": 1, "conversion": 0.5, "amount": 12000}],
    "sources": [{"id": "", "in": 4, "claimed": 3, "won": 1, "conversion": 0.5, "amount": 12000}],
}
MANAGER = [
    "id",
    "name",
    "offered",
    "claimed",
    "declined",
    "lapsed",
    "won",
    "lost",
    "bad",
    "conversion",
    "amount",
]
MANAGER += ["due", "received", "balance", "claim_seconds_median", "contact_seconds_median"]


def test_each_offer_is_a_line_with_these_keys_in_the_order_of_the_offers(past: Past) -> None:
    found = past.decisions(EVERYTHING)
    assert all(list(decision) == KEYS for decision in found)
    assert {d["result"] for d in found} == RESULTS
    assert {d["step"] for d in found} == STEPS
    assert [d["at"] for d in found] == sorted(d["at"] for d in found)
    assert all(isinstance(d["offered"], list) and d["offered"] and d["why"] for d in found)
    assert all((d["claimed_by"] in d["offered"]) is (d["result"] == "claimed") for d in found)
    assert found[0] == {
        "at": "2026-11-23T09:00:00+03:00",
        "lead": "L1",
        "segment": "all",
        "scheme": "balance",
        "step": "offer",
        "offered": ["a"],
        "result": "declined",
        "claimed_by": None,
        "why": "most_behind: a +0.33, b +0.33, c +0.33",
    }


def test_a_line_is_one_line_of_plain_utf8(past: Past) -> None:
    past.decisions("at,event,lead\n2026-11-23T09:00:00,lead,Заявка №1\n")
    raw = (past.folder / "out.jsonl").read_bytes().decode()
    assert raw.endswith("}\n")
    assert '"lead": "Заявка №1"' in raw
    assert len(raw.splitlines()) == 1


def test_the_report_is_that_of_the_report_command(past: Past) -> None:
    report = past.report(EVERYTHING)
    assert {key: report[key] for key in REPORT} == REPORT
    keys = [
        "from",
        "to",
        "leads",
        "claim_seconds",
        "contact_seconds",
        "conversion",
        "managers",
        "segments",
        "sources",
    ]
    assert list(report) == [*keys, "known", "unknown", "fairness", "discretion", "ledger_head"]
    assert list(report["fairness"]) == ["jain", "max_deviation"]
    assert report["discretion"] == {"by_hand": 1, "against_the_rule": 1}
    assert parse_head(report["ledger_head"])
    assert all(list(manager) == MANAGER for manager in report["managers"])
    assert report["managers"][0] == {
        "id": "a",
        "name": "A",
        "offered": 2,
        "claimed": 0,
        "declined": 1,
        "lapsed": 0,
        "won": 0,
        "lost": 0,
        "bad": 0,
        "conversion": None,
        "amount": 0,
        "due": 1.5,
        "received": 1,
        "balance": 0.5,
        "claim_seconds_median": None,
        "contact_seconds_median": None,
    }


def test_shares_and_deviation_show_who_got_more_than_his_due(past: Past) -> None:
    events = "at,event,lead,value\n" + "".join(
        f"2026-11-23T09:{minute:02}:00,lead,L{minute},a=decline b=decline\n" for minute in range(3)
    )
    report = past.report(events, under=one_team("a b c", scheme="grab"))
    assert [(m["id"], m["due"], m["received"]) for m in report["managers"]] == [
        ("a", 1.0, 0),
        ("b", 1.0, 0),
        ("c", 1.0, 3),
    ]
    assert [m["balance"] for m in report["managers"]] == [1.0, 1.0, -2.0]
    assert report["fairness"] == {"jain": pytest.approx(1 / 3), "max_deviation": 2.0}


def test_without_a_scheme_every_segment_goes_by_its_own(past: Past) -> None:
    line = {"scheme": "queue", "match": {"source": ["line"]}, "members": ["c", "b"]}
    under = one_team(scheme="grab", segments={"line": line})
    events = """
at,event,lead,segment
2026-11-23T09:00:00,lead,L1,line
2026-11-23T09:00:00,lead,L2,all
"""
    assert [(d["scheme"], d["offered"]) for d in past.decisions(events, under=under)] == [
        ("queue", ["c"]),
        ("grab", ["a", "b", "c"]),
    ]
    assert list(past.reports(events, under=under)) == ["office"]


def test_several_schemes_stand_side_by_side(past: Past) -> None:
    events = """
at,event,who,lead
2026-11-23T09:00:00,on,a
2026-11-23T09:01:00,lead,,L1
"""
    options = ("--scheme", "queue", "--scheme", "balance", "--scheme", "grab")
    found = past.decisions(events, *options)
    assert [d["scheme"] for d in found] == ["queue", "balance", "grab"]
    assert takers(found) == "b a a"
    reports = past.reports(events, *options)
    assert list(reports) == ["queue", "balance", "grab"]
    assert len({report["ledger_head"] for report in reports.values()}) == 3


def test_a_scheme_that_is_asked_for_twice_is_played_once(past: Past) -> None:
    options = ("--scheme", "queue", "--scheme", "queue")
    assert len(past.decisions("at,event,lead\n2026-11-23T09:00:00,lead,L1\n", *options)) == 1


@pytest.mark.parametrize("scheme", SCHEMES)
def test_any_office_can_be_tried_under_any_scheme(past: Past, scheme: str) -> None:
    ended = past.run(EVERYTHING, "--scheme", scheme, "--decisions", "out.jsonl", "--json")
    assert ended.code == 0, ended.errors
    report = json.loads(ended.out)[scheme]
    assert report["leads"]["in"] == 4
    assert sum(m["balance"] for m in report["managers"]) == pytest.approx(0, abs=1e-5)  # each is rounded
    lines = (past.folder / "out.jsonl").read_text("utf-8").splitlines()
    assert len(lines) >= 4


@pytest.mark.parametrize("scheme", SCHEMES)
def test_the_same_events_give_the_same_decisions(past: Past, scheme: str) -> None:
    first = past.decisions(EVERYTHING, "--scheme", scheme)
    assert past.decisions(EVERYTHING, "--scheme", scheme) == first


def test_a_reader_sees_the_schemes_in_tables_with_the_rate(past: Past) -> None:
    ended = past.run(EVERYTHING, *(word for scheme in SCHEMES for word in ("--scheme", scheme)))
    assert ended.code == 0
    assert not ended.errors
    for scheme in SCHEMES:
        assert f"{scheme}: 4 leads, " in ended.out
    assert " a second" in ended.out
    for word in ("claimed", "median", "p90", "Jain"):
        assert word in ended.out


def test_figures_are_the_same_with_and_without_decisions(past: Past) -> None:
    """The terminal's tables are made without keeping a ledger; what they say must not depend on that."""
    plain = past.run(EVERYTHING).out.splitlines()
    past.decisions(EVERYTHING)
    told = past.run(EVERYTHING, "--decisions", "out.jsonl").out.splitlines()
    assert [line for line in plain if "a second" not in line] == [
        line for line in told if "a second" not in line
    ]


def test_nothing_happened(past: Past) -> None:
    assert past.decisions("at,event\n") == []
    report = past.report("at,event\n")
    assert (report["from"], report["to"], report["leads"]["in"]) == (None, None, 0)
    assert report["fairness"] == {"jain": None, "max_deviation": 0.0}
    assert past.run("at,event\n").code == 0


def test_words_that_look_like_pictures_stay_words(past: Past) -> None:
    report = past.report("at,event,lead,source\n2026-11-23T09:00:00,lead,L1,:cat: [bold]site[/bold]\n")
    assert report["sources"][0]["id"] == ":cat: [bold]site[/bold]"
