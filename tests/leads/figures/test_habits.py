"""What counts as which habit, and what is worth a question."""

from __future__ import annotations

from datetime import UTC, datetime
from fractions import Fraction

from leads.figures.habits import LEAST, Compared, Habit, Habits, mixes
from leads.lead import Lead, Offer, Outcome, Result, State, Step
from leads.turns import Turn

AT = datetime(2026, 11, 23, 9, tzinfo=UTC)


def offer(who: str, result: Result, *, paid: bool = True, step: Step = Step.OFFER) -> Offer:
    found = Offer(step, "balance", AT, (who,), result=result, turn=Turn(who) if paid else None)
    if result is Result.DECLINED:
        found.answers[who] = "declined"
    if result is Result.CLAIMED:
        found.claimed_by = who
    return found


def lead(who: str, outcome: Outcome | None = None, *, source: str = "site", own: bool = False) -> Lead:
    state = State.CLOSED if outcome else State.HELD
    return Lead(1, "all", holder=who, state=state, outcome=outcome, source=source, own=own)


def hits(habits: Habits, habit: Habit, who: str = "petrov") -> tuple[int, int]:
    tally = habits.tallies[habit][who]
    return tally.hits, tally.of


def test_a_decline_is_free_where_it_has_cost_nothing() -> None:
    habits = Habits()
    habits.count_offer(offer("petrov", Result.DECLINED, paid=False), 2)
    habits.count_offer(offer("petrov", Result.DECLINED), 3)
    habits.count_offer(offer("petrov", Result.LAPSED), 4)
    habits.count_offer(offer("petrov", Result.CLAIMED), 5)
    assert [hits(habits, habit) for habit in (Habit.FREE, Habit.COST, Habit.LAPSED)] == [
        (2, 14),
        (3, 14),
        (4, 14),
    ]


def test_what_was_not_theirs_alone_to_answer_is_no_habit() -> None:
    habits = Habits()
    for other in (
        offer("petrov", Result.DECLINED, step=Step.EVERYONE),
        offer("petrov", Result.DECLINED, step=Step.OWNER),
        offer("petrov", Result.WITHDRAWN),
        offer("petrov", Result.OPEN),
    ):
        habits.count_offer(other)
    assert not habits.tallies[Habit.FREE]


def test_a_lead_counts_with_whoever_has_it() -> None:
    habits = Habits()
    habits.count_lead(lead("petrov", Outcome.BAD), 2, is_old=True)
    habits.count_lead(lead("petrov"), 3, is_old=True)
    habits.count_lead(lead("petrov"), 4, is_old=False)
    habits.count_lead(lead("petrov", own=True), is_old=False)
    assert hits(habits, Habit.BAD) == (2, 10)
    assert hits(habits, Habit.STALE) == (3, 5)
    assert hits(habits, Habit.OWN) == (1, 10)


def test_leads_given_back_are_of_those_that_somebody_had() -> None:
    habits = Habits()
    habits.count_offer(offer("petrov", Result.CLAIMED), 3)
    habits.count_returned("petrov")
    assert hits(habits, Habit.RETURNED) == (1, 3)
    habits.count_returned("petrov", 5)
    assert hits(habits, Habit.RETURNED) == (3, 3), "one that they brought in was offered to nobody"


def odd(hits: int, of: int, others: int, of_others: int, habit: Habit = Habit.FREE) -> bool:
    return Compared("petrov", habit, hits, of, others, of_others).is_odd


def test_a_question_needs_four_cases_three_times_as_often_and_hardly_any_chance() -> None:
    assert odd(14, 60, 6, 240)
    assert not odd(14, 60, 6, 240, Habit.OWN)
    assert odd(4, 10, 0, 240)
    assert not odd(3, 3, 0, 240), "three are too few"
    assert not odd(60, 100, 80, 400), "three times, and no more"
    assert odd(61, 100, 80, 400)
    assert not odd(4, 60, 4, 240), "that may be chance"
    assert not odd(50, 60, 0, 0), "there is nobody to compare with"


def test_everybody_is_compared_with_all_the_others() -> None:
    habits = Habits()
    for who, declined, claimed in (("petrov", 14, 46), ("sidorova", 2, 118), ("ivanov", 4, 116)):
        habits.count_offer(offer(who, Result.DECLINED, paid=False), declined)
        habits.count_offer(offer(who, Result.CLAIMED), claimed)
    mine = next(one for one in habits.compared() if one.who == "petrov")
    assert mine == Compared("petrov", Habit.FREE, 14, 60, 6, 240)
    assert [one.who for one in habits.compared() if one.is_odd] == ["petrov"]


def test_a_mix_is_fair_where_everybody_has_the_same_sources() -> None:
    habits, closed = Habits(), {("all", "site", False): (30, 70), ("all", "ads", False): (10, 90)}
    for who in ("petrov", "sidorova"):
        habits.count_lead(lead(who), 10, is_old=False)
        habits.count_lead(lead(who, source="ads"), 10, is_old=False)
    assert mixes(habits, closed) == {"petrov": 1, "sidorova": 1}


def test_whoever_has_the_better_source_has_the_better_mix() -> None:
    habits, closed = Habits(), {("all", "site", False): (30, 70), ("all", "ads", False): (10, 90)}
    habits.count_lead(lead("petrov"), 10, is_old=False)
    habits.count_lead(lead("sidorova", source="ads"), 10, is_old=False)
    site, ads = Fraction(30 + 4, 120), Fraction(10 + 4, 120)
    assert mixes(habits, closed) == {
        "petrov": site / ((site + ads) / 2),
        "sidorova": ads / ((site + ads) / 2),
    }


def test_nobody_knows_a_mix_where_nothing_has_come_to_an_end() -> None:
    habits = Habits()
    habits.count_lead(lead("petrov"), 10, is_old=False)
    assert mixes(habits, {}) == {}


def test_a_lead_or_two_make_no_mix() -> None:
    habits, closed = Habits(), {("all", "site", False): (30, 70), ("all", "ads", False): (10, 90)}
    habits.count_lead(lead("petrov", source="ads"), 20, is_old=False)
    habits.count_lead(lead("smirnov"), LEAST - 1, is_old=False)
    assert set(mixes(habits, closed)) == {"petrov"}


def test_a_lead_that_nobody_has_is_nobodys() -> None:
    habits = Habits()
    habits.count_lead(Lead(1, "all"), is_old=False)
    assert not habits.mixes and not habits.tallies[Habit.BAD]
