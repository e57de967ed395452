"""The pull, to the letter: what waits is for whoever may have it, and asking is claiming."""

from __future__ import annotations

import pytest

from leads.holding import give_up
from leads.lead import Step
from leads.presence import Absence
from leads.pulling import pull
from leads.refusals import Refusal
from tests.leads.office import Floor, asked, held_by, notes, refusal, sales_floor


def floor(team: str = "a b c", **segment: object) -> Floor:
    return sales_floor(team, "next", segment=segment)


def test_it_waits_for_all_and_costs_nobody_before_they_ask() -> None:
    here = floor()
    lead = here.lead()
    assert asked(lead) == "a b c"
    assert here.balances() == {"a": 0, "b": 0, "c": 0}
    here.wait("1m")
    pull(lead, "b", 0, here.now)
    assert held_by(lead) == "b"
    assert here.balances() == {"a": 0.333333, "b": -0.666667, "c": 0.333333}
    assert notes(lead, "claimed")[-1]["seconds"] == 60


def test_one_alone_pays_nothing_before_they_ask_either() -> None:
    here = floor("a")
    lead = here.lead()
    assert lead.offers[-1].turn is None
    pull(lead, "a", 0, here.now)
    assert lead.offers[-1].turn


def test_only_a_member_of_its_segment_may_ask() -> None:
    here = floor()
    lead = here.lead()
    for who in ("head", "director"):
        assert refusal(lead, pull, who, 0, here.now) == (Refusal.NOTHING_WAITS, "")


def test_who_has_had_it_does_not_get_it_again() -> None:
    here = floor()
    here.workers["c"].paused = Absence.PAUSED
    lead = here.lead()
    pull(lead, "a", 0, here.now)
    here.workers["c"].paused = None
    give_up(lead, "a", here.now)
    assert lead.live and lead.live.step is Step.PULL
    assert asked(lead) == "c", "who has not been asked yet"
    assert refusal(lead, pull, "a", 0, here.now) == (Refusal.NOTHING_WAITS, "")
    pull(lead, "b", 0, here.now)
    assert held_by(lead) == "b"


def test_what_somebody_has_does_not_wait() -> None:
    here = floor()
    lead = here.lead()
    pull(lead, "a", 0, here.now)
    assert refusal(lead, pull, "b", 0, here.now) == (Refusal.NOTHING_WAITS, "")


def test_what_has_gone_up_the_ladder_does_not_wait() -> None:
    here = floor()
    lead = here.lead()
    here.wait("16m")
    assert refusal(lead, pull, "b", 0, here.now) == (Refusal.NOTHING_WAITS, "")


def test_a_day_allows_so_many_and_no_more() -> None:
    here = floor(day_limit=2)
    lead = here.lead()
    assert refusal(lead, pull, "a", 2, here.now) == (Refusal.DAY_LIMIT, "")
    assert refusal(lead, pull, "a", 3, here.now) == (Refusal.DAY_LIMIT, "")
    pull(lead, "a", 1, here.now)
    assert notes(lead, "claimed")[-1]["today"] == 1


def test_without_a_limit_there_is_none() -> None:
    here = floor()
    lead = here.lead()
    pull(lead, "a", 99, here.now)
    assert held_by(lead) == "a"


@pytest.mark.parametrize("absence", [Absence.PAUSED, Absence.LAPSED])
def test_who_is_on_pause_is_told_so(absence: Absence) -> None:
    here = floor()
    lead = here.lead()
    here.workers["b"].paused = absence
    assert refusal(lead, pull, "b", 0, here.now) == (Refusal.AWAY, "")


def test_who_has_as_many_as_they_may_is_told_so() -> None:
    here = floor("a/1 b")
    first, second = here.lead(), here.lead()
    pull(first, "a", 0, here.now)
    assert refusal(second, pull, "a", 1, here.now) == (Refusal.CAPACITY, "")


def test_who_came_after_it_was_handed_over_may_ask() -> None:
    here = floor()
    here.workers["c"].paused = Absence.PAUSED
    lead = here.lead()
    assert asked(lead) == "a b"
    here.workers["c"].paused = None
    pull(lead, "c", 0, here.now)
    assert held_by(lead) == "c"
    assert sum(here.balances().values()) == pytest.approx(0, abs=1e-5)
    assert here.balances()["c"] < 0
