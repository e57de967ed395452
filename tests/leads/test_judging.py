"""`Не мой сегмент`: the decline costs its turn until somebody else says that it is so."""

import pytest

from leads.answers import claim, decline, explain
from leads.entries.asking import SegmentJudged
from leads.judging import judge
from leads.late_claims import claim_late
from leads.lead import Word
from leads.scene import Scene
from tests.leads.office import Floor, notes, refusal, sales_floor


def declined(floor: Floor, who: str = "a") -> Scene:
    scene = floor.lead()
    decline(scene, who, floor.now)
    explain(scene, who, "wrong_segment", floor.now)
    return scene


def word(scene: Scene) -> Word | None:
    return scene.offers[0].word


def team(**office: object) -> Floor:
    return sales_floor("a b", offers=2, ladder="head", **office)  # type: ignore[arg-type]


def test_it_costs_its_turn_until_the_head_agrees() -> None:
    floor = team()
    scene = declined(floor)
    assert notes(scene, "explained") == [
        {"who": "a", "reason": "wrong_segment", "free": False, "asked": True}
    ]
    assert floor.balances()["a"] == -0.5 and word(scene) == Word.ASKED
    judge(scene, "head", "a", True, floor.now)
    assert floor.balances() == {"a": 0.0, "b": 0.0} and word(scene) == Word.AGREED
    assert notes(scene, "given_back") == [{"who": "a", "cause": "not_theirs"}]
    assert floor.workers["a"].answers == (1,), "and it is none of the free declines"


def test_where_they_do_not_agree_it_stays_paid_and_the_first_word_counts() -> None:
    floor = team()
    scene = declined(floor)
    judge(scene, "head", "a", False, floor.now)
    assert floor.balances()["a"] == -0.5 and notes(scene, "given_back") == []
    assert refusal(scene, judge, "head", "a", True, floor.now) == ("explained_already", "")


def test_declining_for_a_wrong_segment_again_and_again_does_not_keep_the_first_place() -> None:
    """By the old rule it did, and nobody was asked whether it was so."""
    floor = team(offers_at_once=1000)
    declined(floor)
    assert floor.lead().offers[0].people == ("b",)


@pytest.mark.parametrize("why", ["other reason", "not accepted", "free anyway", "for all"])
def test_nobody_is_asked_where_nothing_hangs_on_it(why: str) -> None:
    match why:
        case "other reason":
            floor = team()
        case "not accepted":
            floor = team(free_reasons=frozenset({"conflict"}))
        case "free anyway":
            floor = team(decline_costs_turn=False)
        case _:
            floor = sales_floor("a b", "grab")
    scene = floor.lead()
    decline(scene, "a", floor.now)
    explain(scene, "a", "conflict" if why == "other reason" else "wrong_segment", floor.now)
    assert "asked" not in notes(scene, "explained")[0]
    assert refusal(scene, judge, "head", "a", True, floor.now) == ("explained_already", "")


@pytest.mark.parametrize("who", ["nobody", "unreachable", "themselves", "a replay"])
def test_where_nobody_can_be_asked_it_is_free_by_the_norm(who: str) -> None:
    bosses = "" if who in {"nobody", "themselves"} else "head director"
    name = "a+head" if who == "themselves" else "a"
    floor = sales_floor(f"{name} b", offers=2, ladder="everyone", bosses=bosses)
    if who == "unreachable":
        floor.workers["head"].reachable, floor.workers["director"].connected = False, False
    scene = floor.lead()
    decline(scene, "a", floor.now)
    explain(scene, "a", "wrong_segment", floor.now, asks=who != "a replay")
    assert notes(scene, "explained") == [
        {"who": "a", "reason": "wrong_segment", "free": True, "counted": 0, "norm": 4}
    ]
    assert floor.balances()["a"] == 0.0


def test_nobody_judges_a_decline_of_their_own() -> None:
    floor = sales_floor("a+head b", offers=2, ladder="everyone")
    scene = declined(floor)
    assert refusal(scene, judge, "a", "a", True, floor.now) == ("not_for_you", "")
    judge(scene, "director", "a", True, floor.now)


def test_whoever_takes_it_after_all_has_nothing_to_be_judged() -> None:
    floor = team()
    scene = declined(floor)
    claim_late(scene, "a", floor.now)
    assert refusal(scene, judge, "head", "a", True, floor.now) == ("explained_already", "")
    assert floor.balances()["a"] == -0.5


def test_it_may_be_judged_when_somebody_has_the_lead_and_when_it_is_over() -> None:
    floor = team()
    scene = declined(floor)
    claim(scene, "b", floor.now)
    judge(scene, "head", "a", True, floor.now)
    assert floor.balances() == {"a": 0.0, "b": 0.0}, "nobody but b could have had it by then"
    assert isinstance(scene.log[-2].said, SegmentJudged)
