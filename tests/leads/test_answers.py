"""What people answer to an offer; late, doubled and foreign taps among it."""

import pytest

from leads.answers import claim, decline, explain, unreachable
from leads.holding import assign, close, dispute, settle
from leads.lead import Outcome, Result
from leads.presence import Absence
from tests.leads.office import asked, held_by, notes, refusal, sales_floor


def test_of_two_claims_the_first_wins_and_the_second_is_told_who_won() -> None:
    """telegramSystem `TicketAssignmentTest.php`; LinkedIn iris `e2etest.py`."""
    floor = sales_floor("a b c", offers=0)
    scene = floor.lead()
    claim(scene, "b", floor.now)
    assert refusal(scene, claim, "a", floor.now) == ("taken", "b")
    assert held_by(scene) == "b"
    assert len(notes(scene, "claimed")) == 1


def test_a_doubled_tap_is_told_that_he_has_it_already() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    assert refusal(scene, claim, "a", floor.now) == ("yours_already", "a")
    assert refusal(scene, decline, "a", floor.now) == ("yours_already", "a")


def test_a_claim_after_the_close_is_refused_and_the_lead_stays_closed() -> None:
    """Grafana OnCall #3161."""
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    close(scene, "a", Outcome.WON, floor.now)
    for who in ("a", "b"):
        assert refusal(scene, claim, who, floor.now) == ("closed", "a")
        assert refusal(scene, decline, who, floor.now) == ("closed", "a")
    assert scene.lead.outcome is Outcome.WON


def test_a_claim_on_a_disputed_lead_names_its_holder() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    claim(scene, "a", floor.now)
    dispute(scene, "a", floor.now)
    assert refusal(scene, claim, "b", floor.now) == ("taken", "a")


def test_a_tap_after_the_time_is_over_names_who_is_asked_now() -> None:
    floor = sales_floor("a b c")
    scene = floor.lead()
    floor.wait("5m")
    assert refusal(scene, claim, "a", floor.now) == ("not_offered_now", "b")
    assert refusal(scene, claim, "c", floor.now) == ("not_yours", "b")


def test_who_declined_among_all_is_told_who_is_asked_still() -> None:
    floor = sales_floor("a b c", offers=0)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assert refusal(scene, claim, "a", floor.now) == ("not_offered_now", "b c")
    assert refusal(scene, decline, "a", floor.now) == ("not_offered_now", "b c")


def test_nobody_claims_a_draft() -> None:
    floor = sales_floor("a")
    assert refusal(floor.draft(), claim, "a", floor.now) == ("not_yours", "")


def test_whoever_is_full_by_now_cannot_take_what_all_are_offered() -> None:
    floor = sales_floor("a/1 b", offers=0)
    scene = floor.lead()
    floor.workers["a"].load = 1
    assert refusal(scene, claim, "a", floor.now) == ("capacity", "")


def test_a_pause_is_no_way_round_the_capacity() -> None:
    floor = sales_floor("a/1 b", offers=0)
    scene = floor.lead()
    floor.workers["a"].load = 1
    floor.workers["a"].paused = Absence.PAUSED
    assert refusal(scene, claim, "a", floor.now) == ("capacity", "")


def test_the_claim_says_how_long_it_took_from_the_delivery() -> None:
    floor = sales_floor("a")
    scene = floor.lead()
    floor.wait("45s")
    claim(scene, "a", floor.now)
    [note] = notes(scene, "claimed")
    assert (note["seconds"], note["step"], note["charged"]) == (45, "offer", "a")


def test_a_lead_claimed_among_all_costs_no_second_turn() -> None:
    floor = sales_floor("a b", offers=1)
    scene = floor.lead()
    floor.wait("5m")
    assert floor.balances() == {"a": -0.5, "b": 0.5}
    claim(scene, "a", floor.now)
    assert floor.balances() == {"a": -0.5, "b": 0.5}


@pytest.mark.parametrize("how", ["claim", "assign"])
def test_who_let_a_lead_lapse_and_takes_it_after_all_stands_at_the_end_of_the_line(how: str) -> None:
    """Else the first of those who let it lapse would be first in line again with the lead in his hands."""
    floor = sales_floor("a b", "queue", offers=2)
    scene = floor.lead()
    floor.wait("11m")
    assert (asked(scene), floor.line()) == ("a b", "a b")
    if how == "claim":
        claim(scene, "a", floor.now)
    else:
        assign(scene, "head", "a", floor.now)
    assert floor.line() == "b a"
    assert floor.workers["a"].idle_since == floor.now
    assert [note["cause"] for note in notes(scene, "given_back")] == ["taken_after_all"]
    assert floor.balances() == {"a": -0.5, "b": 0.5}


def test_a_bad_lead_that_was_taken_after_all_gives_the_first_place_back() -> None:
    floor = sales_floor("a b c", "queue", offers=2)
    scene = floor.lead()
    floor.wait("11m")
    claim(scene, "a", floor.now)
    assert floor.line() == "c b a"
    dispute(scene, "a", floor.now)
    settle(scene, "head", True, floor.now)
    assert floor.line() == "a c b"


def test_the_head_takes_what_reaches_him_without_a_turn() -> None:
    floor = sales_floor("", offers=0, others="a")
    scene = floor.lead()
    claim(scene, "head", floor.now)
    assert held_by(scene) == "head"


@pytest.mark.parametrize(("costs", "balance"), [(True, -0.5), (False, 0.0)])
def test_a_decline_costs_a_turn_unless_the_office_says_no(costs: bool, balance: float) -> None:
    floor = sales_floor("a b", offers=1, decline_costs_turn=costs)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    assert floor.balances()["a"] == balance
    assert floor.line() == ("b a" if costs else "a b")
    assert notes(scene, "declined") == [{"who": "a", "step": "offer", "charged": "a" if costs else None}]


def test_an_accepted_reason_gives_the_turn_back_later() -> None:
    floor = sales_floor("a b c", "queue", offers=2)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    decline(scene, "b", floor.now)
    explain(scene, "a", "conflict", floor.now)
    assert floor.line() == "a c b"
    assert notes(scene, "given_back") == [{"who": "a", "cause": "accepted_reason"}]


def test_a_poor_reason_gives_nothing_back_and_only_the_first_counts() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    decline(scene, "a", floor.now)
    explain(scene, "a", "busy", floor.now)
    assert notes(scene, "given_back") == []
    assert refusal(scene, explain, "a", "conflict", floor.now) == ("explained_already", "")


def test_a_reason_for_what_he_never_declined_is_refused() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    assert refusal(scene, explain, "a", "conflict", floor.now) == ("not_yours", "")


@pytest.mark.parametrize("how", ["everyone", "assign"])
def test_a_reason_does_not_pay_back_the_turn_of_who_took_the_lead_after_all(how: str) -> None:
    floor = sales_floor("a b", offers=1)
    scene = floor.lead()
    decline(scene, "a", floor.now)
    if how == "everyone":
        claim(scene, "a", floor.now)
    else:
        assign(scene, "head", "a", floor.now)
    explain(scene, "a", "conflict", floor.now)
    assert floor.balances() == {"a": -0.5, "b": 0.5}
    assert notes(scene, "explained")[-1]["free"] is False


def test_who_cannot_be_reached_pays_nothing_and_the_lead_moves_on_now() -> None:
    floor = sales_floor("a b")
    scene = floor.lead()
    floor.workers["a"].reachable = False
    unreachable(scene, "a", floor.now)
    assert asked(scene) == "b"
    assert scene.offers[0].result is Result.WITHDRAWN
    assert floor.balances() == {"a": 0.0, "b": 0.0}  # a could not have had it, so b shared it with nobody
    assert floor.workers["a"].load == 0


def test_one_of_many_who_cannot_be_reached_does_not_end_the_offer() -> None:
    floor = sales_floor("a b", offers=0)
    scene = floor.lead()
    unreachable(scene, "a", floor.now)
    assert asked(scene) == "a b"
    decline(scene, "b", floor.now)
    assert scene.offers[0].result is Result.DECLINED
    assert asked(scene) == "head"


def test_a_second_report_of_the_same_person_changes_nothing() -> None:
    floor = sales_floor("a b", offers=0)
    scene = floor.lead()
    unreachable(scene, "a", floor.now)
    entries = list(scene.log)
    unreachable(scene, "a", floor.now)
    unreachable(scene, "head", floor.now)
    assert scene.log == entries


def test_at_the_end_of_the_ladder_nobody_declines() -> None:
    floor = sales_floor("", ladder="director")
    scene = floor.lead()
    assert refusal(scene, decline, "director", floor.now) == ("last_rung", "")
    claim(scene, "director", floor.now)
    assert held_by(scene) == "director"


def test_any_answer_ends_a_row_of_lapses() -> None:
    floor = sales_floor("a b", offers=1, pause_after_lapses=2)
    scene = floor.lead()
    floor.wait("5m")
    assert floor.workers["a"].lapses == 1
    decline(scene, "a", floor.now)
    assert floor.workers["a"].lapses == 0
