"""The invented office in little: who is honest gains nothing, its table is whole, and the pages say what was played."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bench.gaming.calls import Calls, evenings
from bench.gaming.cells import QUICK, Extent, Runs, _found, played_table
from bench.gaming.columns import OF_THE_NORM, Column, columns
from bench.gaming.market import TEAM, market
from bench.gaming.mind import Mind
from bench.gaming.offices import office
from bench.gaming.pages import PAGES, filled, pages
from bench.gaming.parties import PARTIES, PARTY
from bench.gaming.play import Played, played
from bench.gaming.secretary import Secretary
from bench.gaming.stored import before, now
from bench.gaming.strategies import BY_KEY, HONEST, STRATEGIES, Head, Strategy
from leads.lead import Lead, Outcome, State, Step
from leads.schemes import ORDER

LEADS = 400
TINY = Extent(40, 1, 1, 0, 0, 1, QUICK.strategies)


def mean_gain(scheme: str, key: str, **settings: str) -> float:
    """Of the first and the fourth manager, each in an office of their own."""
    found = [gain(scheme, key, seed, **settings) for seed in (0, 3)]
    return sum(found) / len(found)


def gain(scheme: str, key: str, seed: int = 0, **settings: str) -> float:
    return run(scheme, key, seed, **settings).gain


def run(scheme: str, key: str, seed: int = 0, **settings: str) -> Played:
    return played(scheme, BY_KEY[key], market(seed, LEADS), TEAM[seed], settings)


def test_every_scheme_has_a_column_and_every_strategy_a_row_somewhere() -> None:
    table = played_table(TINY, columns({}), cores=1).tried
    assert set(ORDER) <= table.keys()
    expected = {one.key for one in TINY.strategies if any(column.plays(one) for column in columns({}))}
    assert {key for cells in table.values() for key in cells} == expected >= {"honest", "free_50", "swaps"}
    assert all(cell.seeds == 1 and cell.noise is None for cells in table.values() for cell in cells.values())


def test_every_strategy_is_somebodys() -> None:
    of = {one.key: [party.key for party in PARTIES if party.among(one)] for one in STRATEGIES}
    assert of.pop("honest") == ["honest", "alone"], "what somebody alone may do is also nothing"
    assert all(len(parties) == 1 for parties in of.values())


def test_a_head_who_calls_nobody_lets_a_seller_lie() -> None:
    assert PARTY["let"].among(BY_KEY["sold_all"])
    assert PARTY["alone"].among(BY_KEY["sold_all_called"])


def luckiest(seeds: int, wanted: list[tuple[Column, Strategy, int]]) -> list[Played]:
    """Nothing pays, but each strategy is lucky with one of so many seeds, and unlucky with all others."""
    lucky = {one.key: n % seeds for n, one in enumerate(STRATEGIES)}
    return [Played(0.5 if lucky[one.key] == seed else -0.1, 0, 0) for _, one, seed in wanted]


def test_what_is_best_by_luck_is_measured_by_seeds_that_had_no_part_in_choosing_it() -> None:
    column = columns({})[0]
    choices = {(column.name, one.key): (column, one) for one in STRATEGIES if column.plays(one)}
    runs = Runs(choices, lambda wanted: luckiest(2, list(wanted)), lambda _: None)
    found = _found(Extent(1, 2, 2, 5, 10, -1, STRATEGIES), [column], runs)
    chosen = [cell for key, cell in found.measured[column.name].items() if key != "honest"]
    assert max(cell.gain for cell in found.tried[column.name].values()) > 0
    assert [cell.gain for cell in chosen] == pytest.approx([-0.1] * len(chosen))
    assert {cell.seeds for cell in chosen} == {5, 10}, "more for what is held against an aim"


def test_what_is_measured_is_measured_until_its_noise_is_small_or_the_seeds_are_at_an_end() -> None:
    column = columns({})[0]
    choices = {(column.name, HONEST.key): (column, HONEST)}

    def seeds(noise: float) -> int:
        runs = Runs(
            choices,
            lambda wanted: [Played(noise * (-1) ** seed, 0, 0) for _, _, seed in wanted],
            lambda _: None,
        )
        return (
            _found(Extent(1, 1, 1, 5, 30, 0.01, (HONEST,)), [column], runs)
            .measured[column.name][HONEST.key]
            .seeds
        )

    assert [seeds(0.001), seeds(0.04), seeds(0.5)] == [5, 20, 30]


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


def test_whoever_asks_fastest_has_nearly_all_of_the_pull_and_no_more_than_the_limit_of_a_day() -> None:
    assert run("next", "fastest").leads > 0.8
    assert 0.2 < run("next", "fastest", day_limit="8").leads < 0.3
    assert run("next", "fastest_morning").leads < run("next", "fastest").leads


def test_in_the_pull_whoever_gives_back_is_free_to_ask_again() -> None:
    assert gain("next", "fastest_return_50") > 4 * run("next", "fastest_return_50").leads


def test_with_a_window_the_fastest_finger_has_no_more_than_the_others() -> None:
    assert gain("grab", "fastest", window='"20s"') < 0.3 < 2 < gain("grab", "fastest")


def test_no_closing_and_no_false_sale_brings_more_than_the_ceiling() -> None:
    assert long_run("conversion", "sold_all") < 0.65
    assert long_run("conversion", "holds_lost") < 0.45


def test_a_false_sale_pays_less_where_the_head_calls_the_sample() -> None:
    assert long_run("conversion", "sold_all_called") < 0.6 * long_run("conversion", "sold_all")


def closed(number: int, holder: str, outcome: Outcome = Outcome.WON) -> Lead:
    """On a Tuesday."""
    at = datetime(2026, 3, 10, 12, tzinfo=UTC)
    return Lead(number, "all", number, State.CLOSED, holder=holder, outcome=outcome, held_at=at, closed_at=at)


def test_one_false_sale_in_the_sample_brings_all_of_its_seller_to_light() -> None:
    calls = Calls()
    for number in range(1, 9):
        calls.hears(closed(number, "liar"), is_false=True)
    calls.hears(closed(9, "honest"))
    *_, april = evenings(date(2026, 3, 2), date(2026, 3, 20))
    *_, may = evenings(date(2026, 3, 2), date(2026, 4, 20))
    assert calls.call(may) == [], "nothing was sold in April"
    assert calls.call(april) == list(range(1, 9))
    assert calls.found_out == {"liar"}


def test_whoever_sells_more_than_luck_explains_is_called_after_in_the_same_week() -> None:
    calls = Calls()
    for number in range(1, 13):
        calls.hears(closed(number, "liar"), is_false=True)
        calls.hears(closed(100 + number, "honest", Outcome.WON if number < 3 else Outcome.LOST))
    before, week, after, *_ = evenings(date(2026, 3, 2), date(2026, 3, 20))
    assert calls.call(before) == []
    assert calls.call(after) == [], "nothing was sold in the week after"
    assert calls.call(week) == list(range(1, 13))


def test_whoever_sells_as_much_as_the_others_is_called_after_once_a_month() -> None:
    calls = Calls()
    for number in range(1, 13):
        calls.hears(closed(number, "liar", Outcome.WON if number < 6 else Outcome.LOST), is_false=number < 6)
        calls.hears(closed(100 + number, "honest", Outcome.WON if number < 3 else Outcome.LOST))
    *weeks, month = evenings(date(2026, 3, 2), date(2026, 3, 20))
    assert [calls.call(week) for week in weeks] == [[]] * len(weeks)
    assert calls.call(month) == list(range(1, 6))


def test_a_sale_that_was_corrected_is_no_sale_any_more() -> None:
    calls = Calls()
    calls.hears(closed(1, "liar"), is_false=True)
    calls.hears(closed(1, "liar", Outcome.LOST))
    *_, april = evenings(date(2026, 3, 2), date(2026, 3, 20))
    assert calls.call(april) == [] and not calls.found_out


def test_a_secretary_counts_on_the_cards_who_may_be_next() -> None:
    by_time, by_count, by_day = (Secretary("m1", scheme) for scheme in ("queue", "balance", "lottery"))
    for one in (by_time, by_count, by_day):
        for who in ("m1", "m2", "m3", "m1", "m3"):
            one.sees(who)
    assert [one.guess(TEAM[:3]) for one in (by_time, by_count, by_day)] == ["m2", "m2", "m3"]
    assert by_time.guess(("m1", "m3")) == "m1"
    assert by_time.guess(()) is None


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
    marks = ("best", "norm", "all")
    page = "before\n" + "".join(f"<!-- {mark} -->\nPREVIOUS\n<!-- end -->\nafter {mark}\n" for mark in marks)
    written = filled(page, PAGES[0], before(), now())
    assert "PREVIOUS" not in written
    assert [line for line in written.splitlines() if not line.startswith(("|", "<!--"))] == [
        "before",
        *(f"after {mark}" for mark in marks),
    ]
    assert filled(written, PAGES[0], before(), now()) == written


def test_every_scheme_tells_of_an_honest_one_and_of_one_who_is_not() -> None:
    table = filled(PAGES[0].page.read_text("utf-8"), PAGES[0], before(), now()).split("<!-- best -->")[1]
    lines = table.split("<!-- end -->")[0].splitlines()
    for scheme in {*ORDER, "grab_20s", "next_8"}:
        of_it = [line for line in lines if line.startswith(f"| `{scheme}` |")]
        assert "| an honest manager |" in of_it[0]
        assert "| a manager alone |" in of_it[1]


def test_each_figure_that_is_held_against_an_aim_was_measured_well() -> None:
    found = now()
    columns_ = {column.name: column for column in columns({})}
    for name, cells in found.measured.items():
        for key, cell in cells.items():
            parties = [party for party in PARTIES if party.among(BY_KEY[key])]
            if any(party.is_precise(columns_[name].scheme) for party in parties):
                assert name == "conversion" or (cell.noise or 0) < 0.013, (name, key)
    assert found.measured["queue_5"].keys() <= OF_THE_NORM
