"""What a scheme is shown, which one is asked, what a choice by hand is measured by; and that all of it is kept."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.answers import claim, decline
from leads.entries.asking import Evidence
from leads.holding import assign, give_up
from leads.ledger import canonical
from leads.office import Shift
from leads.presence import Absence
from leads.rates import Record, Weighed
from leads.scene import Scene
from leads.schemes import SCHEMES
from leads.schemes.base import Candidate, Read, Situation
from leads.shares import LEAD
from leads.situations import fair_choice, recorded, shares_among, situation_of
from leads.turns import Standing
from leads.wall_clock import parse_weekly
from tests.leads.office import MOSCOW, Floor, asked, held_by, left_out, notes, sales_floor, track_of, wall

NIGHTS = parse_weekly("mon-sun 18:00-23:00")
BY_RATE = {"b": Record(30, 10), "c": Record(10, 30)}

NAMES = ("anna", "boris", "clara", "denis")
NOON = wall("2026-11-23 12:00")
MOMENTS = st.sampled_from(
    [None, NOON, NOON.astimezone(MOSCOW), NOON + timedelta(microseconds=1), datetime(1999, 1, 1, tzinfo=UTC)]
)
WHO = st.sampled_from(NAMES)


def manual(team: str, reserve: str | None = None, **more: object) -> Floor:
    return sales_floor(team, "manual", bosses="head", segment={"reserve": reserve} | more)


def fair(floor: Floor, scene: Scene, *from_whom: str) -> str:
    choice = fair_choice(scene, floor.now, from_whom)
    return " ".join(choice.offered) if choice else ""


def silent_head(floor: Floor) -> Scene:
    """A lead that the head was asked about for five minutes."""
    scene = floor.lead()
    assert asked(scene) == "head"
    floor.wait("5m")
    return scene


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
def test_a_scheme_is_shown_only_what_it_looks_at(scheme: str) -> None:
    roster = (Shift("all", "a", parse_weekly("mon 09:00-18:00")),)
    floor = sales_floor("a b", scheme, shifts=roster)
    floor.tracks["all"] = track_of(BY_RATE, floor.now)
    floor.tracks["all"].stored = {(None, False): (3, 7)}
    floor.draws["all"] = {floor.now.date(): ("b", "a")}
    floor.check_in("a")
    offered = notes(floor.lead(picked="b", picked_by="sec"), "offered")[0]
    shown = {
        Read.RECORDS: "weighed" in offered,
        Read.WORTH: "sold" in offered,
        Read.SETTINGS: "settings" in offered,
        Read.DRAW: "drawn" in offered,
        Read.PICK: "picked" in offered,
        Read.HEADS: "heads" in offered,
        Read.IDLE: any("idle_since" in c for c in offered["candidates"]),
        Read.ROSTER: "off_duty" in offered["out"].values(),
    }
    assert {read for read, is_shown in shown.items() if is_shown} == SCHEMES[scheme].reads


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        ("2026-11-23 12:00", "b"),
        ("2026-11-24 00:30", "c"),
        ("2026-11-29 23:59", "b"),
        ("2026-11-30 00:01", "a"),
    ],
)
def test_the_day_of_the_draw_is_the_offices_and_a_week_without_a_draw_goes_by_balance(
    at: str, expected: str
) -> None:
    floor = sales_floor("a b c", "lottery", start=at)
    floor.draws["all"] = {date(2026, 11, 23): ("b", "c", "a")}
    assert asked(floor.lead()) == expected


def test_the_fair_choice_is_the_schemes_own() -> None:
    floor = sales_floor("a b c", "queue")
    claim(floor.lead(), "a", floor.now)
    assert fair(floor, floor.draft()) == "b"


def test_beside_the_secretarys_pick_the_fair_choice_is_the_one_most_behind() -> None:
    floor = sales_floor("a b", "secretary")
    scene = floor.lead(picked="b", picked_by="sec")
    assert (
        (scene.live.people, scene.live.by, scene.live.fair) == (("b",), "sec", "a") if scene.live else False
    )
    assert fair(floor, floor.draft(picked="b")) == "a"


@pytest.mark.parametrize(("reserve", "expected"), [(None, "b"), ("balance", "b"), ("queue", "c")])
def test_where_the_head_chooses_the_fair_choice_is_the_reserves(reserve: str | None, expected: str) -> None:
    """Most behind is b, but he has just checked in, so c is before him in the line."""
    floor = manual("a b c", reserve)
    assign(floor.lead(), "head", "a", floor.now)
    floor.check_in("b")
    assert fair(floor, floor.draft()) == expected


def test_where_all_are_offered_it_nobody_is_the_fair_choice() -> None:
    floor = sales_floor("a b", "grab")
    scene = floor.lead()
    assign(scene, "head", "b", floor.now)
    assert scene.offers[-1].fair is None


def test_nobody_who_is_away_is_the_fair_choice() -> None:
    floor = sales_floor("a b")
    floor.workers["a"].paused = Absence.PAUSED
    assert fair(floor, floor.draft()) == "b"
    floor.workers["b"].paused = Absence.PAUSED
    assert fair(floor, floor.draft()) == ""


def test_the_head_does_not_go_against_the_rule_by_passing_over_whoever_has_let_the_lead_go() -> None:
    floor = sales_floor("a:5 b", offers=1)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assign(scene, "head", "b", floor.now)
    assert scene.offers[-1].fair == "b"


@pytest.mark.parametrize("claimed", [False, True])
def test_a_hand_that_takes_a_lead_from_whom_the_rule_chose_goes_against_the_rule(claimed: bool) -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    if claimed:
        claim(scene, "a", floor.now)
    assign(scene, "head", "b", floor.now)
    assert scene.offers[-1].fair == "a"


def test_a_head_who_took_the_lead_himself_and_returns_it_is_asked_again() -> None:
    floor = manual("a b", "queue")
    scene = floor.lead()
    claim(scene, "head", floor.now)
    give_up(scene, "head", floor.now)
    assert asked(scene) == "head"
    assert held_by(scene) is None


def test_being_asked_to_choose_is_no_offer_so_the_reserve_may_offer_it_to_a_head_who_sells_too() -> None:
    floor = sales_floor("head+head a", "manual", bosses="", segment={"reserve": "queue"})
    scene = silent_head(floor)
    assert asked(scene) == "head"
    assert [note["step"] for note in notes(scene, "offered")] == ["choose", "offer"]


def test_the_reserve_keeps_its_roster() -> None:
    floor = sales_floor(
        "a b", "manual", bosses="head", segment={"reserve": "duty"}, shifts=(Shift("all", "a", NIGHTS),)
    )
    floor.until("2026-11-23 19:00")
    scene = silent_head(floor)
    assert asked(scene) == "a"
    assert left_out(scene) == {"b": "off_duty"}


def test_the_reserve_keeps_its_pause_after_a_lead() -> None:
    floor = manual("a b", "longest_idle", wrap_up=timedelta(minutes=30))
    claim(silent_head(floor), "a", floor.now)
    scene = silent_head(floor)
    assert asked(scene) == "b"
    assert left_out(scene) == {"a": "wrap_up"}
    claim(scene, "b", floor.now)
    held_up = silent_head(floor)
    assert asked(held_up) == "head"


def by_rate(team: str = "a b c", **office: object) -> Floor:
    segment = {"floor": 0, "min_sample": 0}
    floor = sales_floor(team, "conversion", segment=segment, **office)  # type: ignore[arg-type]
    floor.tracks["all"] = track_of(BY_RATE, floor.now)
    return floor


def test_what_all_are_offered_is_shared_out_by_closing_rate_too() -> None:
    floor = by_rate("b c", offers=0)
    claim(floor.lead(), "c", floor.now)
    assert floor.balances() == {"b": 0.75, "c": -0.75}


def test_a_turn_by_hand_is_shared_out_by_closing_rate_also_with_one_who_is_away() -> None:
    floor = by_rate("b c", offers=0)
    floor.workers["c"].paused = Absence.PAUSED
    assign(floor.lead(), "head", "c", floor.now)
    assert floor.balances() == {"b": 0.75, "c": -0.75}


def test_other_schemes_share_out_by_weight_and_only_among_members() -> None:
    scene = sales_floor("a:5 b c:0.5", "queue", others="d").draft()
    assert shares_among(scene, ["c", "a", "d"], sales_floor("a").now) == {"a": 5000, "c": 500}


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    def candidate(who: str) -> Candidate:
        standing = Standing(draw(st.integers(-2 * LEAD, 2 * LEAD)), draw(st.integers(1, 5)))
        more = draw(MOMENTS), draw(st.integers(0, 1)), draw(st.integers(0, 3))
        return Candidate(who, draw(st.integers(1, 3000)), standing, *more)

    here = draw(st.lists(WHO, unique=True, min_size=1))
    counts, millionths = st.integers(0, 60), st.integers(0, 60_000_000)
    came = st.builds(Weighed, millionths, millionths, st.integers(0, 10**14), st.integers(0, 3))
    is_old, of_old, of_new = draw(st.booleans()), {}, {}
    if is_old:  # from before records faded
        of_old = draw(st.dictionaries(WHO, st.builds(Record, counts, counts), min_size=1))
    else:
        of_new = {
            "ceiling": draw(st.sampled_from([1.0, 1.5, 2.25])),
            "half_life": draw(st.sampled_from([timedelta(0), timedelta(days=90)])),
            "stale_after": draw(st.sampled_from([timedelta(0), timedelta(days=14)])),
        }
    return Situation(
        tuple(candidate(who) for who in here),
        records=of_old,
        weighed={} if is_old else draw(st.dictionaries(WHO, came)),
        settings={
            "floor": draw(st.sampled_from([0.0, 0.1, 0.3, 0.5, 1.0])),
            "min_sample": draw(st.integers(0, 30)),
            "wrap_up": draw(st.sampled_from([timedelta(0), timedelta(minutes=2)])),
            **of_new,
        },
        drawn=tuple(draw(st.permutations(NAMES))) if draw(st.booleans()) else (),
        picked=draw(st.one_of(st.none(), WHO)),
        heads=tuple(draw(st.lists(st.sampled_from(["head", "boss"]), unique=True))),
    )


def read_back(situation: Situation) -> Situation:
    body: Any = json.loads(canonical(recorded(situation).body()))
    return situation_of(Evidence.of(body))


@settings(max_examples=300, deadline=None)
@given(situations(), st.sampled_from(sorted(SCHEMES)))
def test_every_scheme_makes_the_same_choice_again_from_the_ledger(situation: Situation, scheme: str) -> None:
    choose = SCHEMES[scheme].choose
    assert choose(read_back(situation)) == choose(situation)


@settings(max_examples=100, deadline=None)
@given(situations())
def test_nothing_that_was_shown_is_lost(situation: Situation) -> None:
    assert read_back(situation) == situation


def test_what_a_scheme_does_not_look_at_is_left_out() -> None:
    body = recorded(Situation((Candidate("anna", 1000, Standing(LEAD, 3)),))).body()
    assert body == {"candidates": [{"id": "anna", "weight": 1000, "credit": LEAD, "ticket": 3}]}


def test_a_setting_is_kept_as_the_office_stores_it() -> None:
    shown = {"floor": 0.3, "min_sample": 5, "half_life": timedelta(days=90)}
    anna = (Candidate("anna", 1000, Standing(LEAD, 3)),)
    body = recorded(Situation(anna, weighed={"anna": Weighed(1, 2, 3, 4)}, settings=shown)).body()
    assert body["settings"] == {"floor": 0.3, "min_sample": 5, "half_life": 7776000.0}
    assert body["weighed"] == {"anna": [1, 2, 3, 4]} and "records" not in body


def test_an_old_entry_has_the_guards_of_its_records_by_themselves() -> None:
    shown = {"floor": 0.3, "min_sample": 5}
    anna = (Candidate("anna", 1000, Standing(LEAD, 3)),)
    body = recorded(Situation(anna, {"anna": Record(1, 0)}, settings=shown)).body()
    assert (body["floor"], body["min_sample"]) == (0.3, 5) and "settings" not in body


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"candidates": [{"id": "anna", "weight": 1000, "credit": 0}]},
        {"candidates": None},
        {"candidates": [], "records": {"anna": [1]}},
        {"candidates": [], "settings": {"wrap_up": [120]}},
        {"candidates": [], "settings": {"tea": 1}},
        {"candidates": [{"id": "a", "weight": 1, "credit": 0, "ticket": 1, "idle_since": "noon"}]},
    ],
)
def test_an_entry_that_is_not_whole_is_an_error_that_verify_can_catch(body: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        situation_of(Evidence.of(body))
