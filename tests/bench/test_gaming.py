"""The invented office in little: who is honest gains nothing, its table is whole, and the pages say what was played."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bench.gaming.cells import QUICK, Extent, Table, columns, is_played, played_table
from bench.gaming.market import TEAM, market
from bench.gaming.mind import Mind
from bench.gaming.offices import office
from bench.gaming.pages import BEFORE, NOW, PAGES, filled, pages, stored
from bench.gaming.play import Played, played
from bench.gaming.strategies import BY_KEY, HONEST, STRATEGIES, Head
from leads.lead import Step
from leads.schemes import ORDER

LEADS = 400
TINY = Extent(40, 1, 1, QUICK.strategies)


def mean_gain(scheme: str, key: str, **settings: str) -> float:
    """Of the first and the fourth manager, each in an office of their own."""
    found = [gain(scheme, key, seed, **settings) for seed in (0, 3)]
    return sum(found) / len(found)


def gain(scheme: str, key: str, seed: int = 0, **settings: str) -> float:
    return run(scheme, key, seed, **settings).gain


def run(scheme: str, key: str, seed: int = 0, **settings: str) -> Played:
    return played(scheme, BY_KEY[key], market(seed, LEADS), TEAM[seed], settings)


def test_every_scheme_has_a_column_and_every_strategy_a_row_somewhere() -> None:
    table = played_table(TINY, columns({}), cores=1)
    assert set(ORDER) <= table.keys()
    expected = {one.key for one in TINY.strategies if any(is_played(c, one) for c in columns({}))}
    assert {key for cells in table.values() for key in cells} == expected >= {"honest", "free_50", "swaps"}
    assert all(cell.seeds == 1 and cell.noise is None for cells in table.values() for cell in cells.values())


def test_the_same_is_played_again_to_the_last_digit() -> None:
    assert run("queue", "free_50") == run("queue", "free_50")


@pytest.mark.parametrize("scheme", [name for name in ORDER if name != "conversion"])
def test_who_is_honest_gains_nothing_and_loses_nothing(scheme: str) -> None:
    assert abs(mean_gain(scheme, "honest")) < 0.25  # four weeks: luck is not all taken off


def test_what_one_gains_the_others_lose() -> None:
    found = run("balance", "return_50")
    assert found.gain < -0.1 < 0 < found.others
    assert found.gain + 4 * found.others == pytest.approx(0, abs=0.02)


def test_whoever_is_given_the_best_by_hand_gains_most_of_all() -> None:
    assert gain("secretary", "favoured") > 0.6 < gain("manual", "favoured")


def test_a_swap_into_the_rich_hours_pays() -> None:
    assert gain("duty", "swaps") > gain("duty", "honest") + 0.1


def test_whoever_is_fastest_has_nearly_all_of_a_grab() -> None:
    assert run("grab", "fastest").leads > 0.7


def test_a_secretary_who_chooses_the_moment_can_do_nothing_to_a_lottery() -> None:
    assert mean_gain("lottery", "orders_30") < 0.2 < mean_gain("queue", "orders_30")


def test_the_norm_of_free_declines_is_known_to_whoever_uses_it_up() -> None:
    mind = Mind(0, BY_KEY["norm_30"], office("balance", HONEST, "m1", {}))
    poor = min(market(0, LEADS).leads, key=lambda lead: lead.shown_rank)
    poor = replace(poor, moods=(1.0,) * len(TEAM))
    declined = [mind.answer(poor, Step.OFFER).reason is not None for _ in range(41)]
    assert declined == [True] * 4 + [False] * 36 + [True], "four of the last forty"


def long_run(scheme: str, key: str, **settings: str) -> float:
    """Two offices of six weeks: long enough for prices and shares to be learnt."""
    found = [played(scheme, BY_KEY[key], market(seed, 1100), TEAM[seed], settings).gain for seed in (0, 3)]
    return sum(found) / len(found)


FREE = {"free_declines": '"100%"'}
"""As it was before there was a norm."""


def test_picking_for_nothing_pays_where_leads_count_one_for_one_and_not_where_they_have_a_price() -> None:
    assert long_run("balance", "free_50", **FREE) > 0.12
    assert long_run("worth", "free_50", **FREE) < 0.08


@pytest.mark.parametrize("scheme", ["balance", "queue", "longest_idle"])
def test_beyond_the_norm_picking_costs_more_than_it_brings(scheme: str) -> None:
    assert long_run(scheme, "free_50") < 0
    assert long_run(scheme, "norm_30") < 0.08


def test_with_a_window_the_fastest_finger_has_no_more_than_the_others() -> None:
    assert gain("grab", "fastest", window='"20s"') < 0.3 < 2 < gain("grab", "fastest")


def test_no_closing_and_no_false_sale_brings_more_than_the_ceiling() -> None:
    assert long_run("conversion", "sold_all") < 0.65
    assert long_run("conversion", "holds_lost") < 0.45


def test_a_secretary_whose_drafts_go_by_themselves_orders_little() -> None:
    held_to = long_run("queue", "orders_30", hand_over_after='"2m"')
    assert held_to < 0.2 < 0.35 < long_run("queue", "orders_30")


def test_a_head_who_checks_lets_nothing_through_that_is_no_bad_lead() -> None:
    lead = replace(market(0, LEADS).leads[0], is_bad=False, coin=0.1)
    said = {
        head: Mind(
            0, replace(BY_KEY["bad_agrees"], head=head), office("balance", HONEST, "m1", {})
        ).head_agrees(lead)
        for head in Head
    }
    assert said == {Head.AGREES: True, Head.BELIEVES_HALF: True, Head.CHECKS: False}


def test_each_strategy_is_told_in_both_languages_by_a_line_of_its_own() -> None:
    for words in PAGES:
        told = [words.of(one) for one in STRATEGIES]
        assert all(told) and len(set(told)) == len(told)


@pytest.mark.parametrize(("page", "text"), tuple(pages()), ids=lambda value: getattr(value, "name", ""))
def test_the_pages_say_what_was_played(page: Path, text: str) -> None:
    assert page.read_text("utf-8") == text, "make gaming writes it anew"


def test_a_page_keeps_its_words() -> None:
    page = "before\n<!-- best -->\nPREVIOUS\n<!-- end -->\nbetween\n<!-- all -->\nPREVIOUS\n<!-- end -->\nafter\n"
    now: Table = stored(NOW)
    written = filled(page, PAGES[0], stored(BEFORE), now)
    assert "PREVIOUS" not in written
    assert [line for line in written.splitlines() if not line.startswith(("|", "<!--"))] == [
        "before",
        "between",
        "after",
    ]
    assert filled(written, PAGES[0], stored(BEFORE), now) == written
