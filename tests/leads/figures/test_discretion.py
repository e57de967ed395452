"""Discretion against a naive count over the ledger: how often by hand, against the rule, by whom, for whom."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from leads.answers import claim, decline
from leads.figures.discretion import Discretion
from leads.figures.report import fold
from leads.holding import assign
from leads.lead import OWNED
from leads.offering import hand_over
from leads.picking import pick
from leads.presence import Absence
from leads.scene import Scene
from tests.leads.office import Floor, asked, sales_floor

TEAM = "abcd"
SCHEMES = st.sampled_from(["secretary", "manual", "balance", "queue", "grab", "conversion"])
DEEDS = st.lists(
    st.tuples(
        st.sampled_from(["pick", "hand over", "assign", "claim", "decline", "away", "back", "wait"]),
        st.sampled_from(TEAM),
        st.integers(0, 5),
    ),
    max_size=40,
)


def found(floor: Floor) -> Discretion:
    return fold((scene.lead, scene.offers) for scene in floor.leads).discretion


def test_a_pick_by_the_rule_is_by_hand_and_not_against_it() -> None:
    floor = sales_floor("a b", "secretary")
    _pick(floor, "a")
    _pick(floor, "a")
    seen = found(floor)
    assert (seen.choices, seen.by_hand, seen.against_the_rule) == (2, 2, 1)
    assert (seen.by, seen.by_against) == ({"anna": 2}, {"anna": 1})
    assert (seen.favoured, seen.passed_over, seen.benefit) == ({"a": 1}, {"b": 1}, {"a": 1, "b": -1})


def test_what_a_hand_takes_and_gives_back_evens_out() -> None:
    floor = sales_floor("a b", "secretary")
    _pick(floor, "b")
    _pick(floor, "b")  # meanwhile a is behind
    _pick(floor, "a")
    _pick(floor, "a")
    seen = found(floor)
    assert sum(seen.benefit.values()) == 0
    assert seen.against_the_rule == sum(seen.favoured.values()) == sum(seen.passed_over.values())


def test_what_the_rules_do_is_nobodys_discretion() -> None:
    floor = sales_floor("a b")
    for _ in range(3):
        scene = floor.lead()
        claim(scene, asked(scene), floor.now)
    floor.lead()
    floor.wait("1h")  # up the ladder
    seen = found(floor)
    assert (seen.by_hand, seen.by, seen.benefit) == (0, {}, {})
    assert seen.choices == 5, "three claimed, two offered in vain; the steps of the ladder choose nobody"


@settings(max_examples=400, deadline=None)
@given(SCHEMES, DEEDS)
def test_it_is_what_a_naive_count_over_the_ledger_finds(
    scheme: str, deeds: list[tuple[str, str, int]]
) -> None:
    floor = sales_floor(" ".join(TEAM), scheme, offers=2)
    for deed, who, which in deeds:
        _do(floor, deed, who, which)
    counted, seen = _naive(entry for scene in floor.leads for entry in scene.log), found(floor)
    assert seen.by_hand == counted["by hand"]
    assert seen.against_the_rule == counted["against"]
    assert seen.choices == counted["choices"]
    for who in TEAM:
        gain = counted["for", who] - counted["past", who]
        assert seen.benefit.get(who, 0) == gain
    for who in ("anna", "head"):
        assert (seen.by[who], seen.by_against[who]) == (counted["by", who], counted["against by", who])


def _naive(log: Iterable[Any]) -> Counter[Any]:
    count: Counter[Any] = Counter()
    for entry in log:
        if entry.kind not in {"offered", "assigned"}:
            continue
        body = entry.body
        count["choices"] += entry.kind == "assigned" or body["step"] in {"offer", "owner"}
        if body.get("by") is None:
            continue
        chosen = body["who"] if entry.kind == "assigned" else body["offered"][0]
        count["by hand"] += 1
        count["by", body["by"]] += 1
        if body["fair"] is not None and body["fair"] != chosen:
            count["against"] += 1
            count["against by", body["by"]] += 1
            count["for", chosen] += 1
            count["past", body["fair"]] += 1
    return count


def _do(floor: Floor, deed: str, who: str, which: int) -> None:
    """What is not possible just now is left out."""
    scene = floor.leads[which % len(floor.leads)] if floor.leads else None
    match deed:
        case "pick" if floor.leads or floor.workers[who].paused is None:
            _pick(floor, who)
        case "hand over":
            floor.lead()
        case "away":
            floor.workers[who].paused = Absence.PAUSED
        case "back":
            floor.workers[who].paused = None
        case "wait":
            floor.wait("7m")
        case _ if scene:
            _move(floor, scene, deed, who)


def _pick(floor: Floor, who: str) -> None:
    scene = floor.draft()
    if floor.workers[who].paused is None and scene.segment.scheme == "secretary":
        pick(scene, "anna", who, floor.now)
    hand_over(scene, len(floor.leads), floor.now)
    floor.deliver()


def _move(floor: Floor, scene: Scene, deed: str, who: str) -> None:
    live = scene.live
    if deed == "assign":
        if not (scene.lead.state in OWNED and scene.lead.holder == who):
            assign(scene, "head", who, floor.now)
    elif live and live.unanswered:
        answer = {"claim": claim, "decline": decline}[deed]
        if deed == "claim" or len(scene.lead.path) > scene.lead.rung:
            answer(scene, live.unanswered[0], floor.now)
