"""What a share by conversion follows from, as people are told it."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from leads.rates import Record
from leads.schemes.base import Candidate, Situation
from leads.schemes.conversion import PARTS, explained, parts_of
from leads.turns import Standing

RECORDS = st.builds(Record, st.integers(0, 60), st.integers(0, 60))


def situation(records: dict[str, Record], floor: float = 0.5, min_sample: int = 20) -> Situation:
    team = tuple(Candidate(who, 1000, Standing()) for who in "abc")
    return Situation(team, records, settings={"floor": floor, "min_sample": min_sample})


def test_too_few_leads_count_as_average_and_say_so() -> None:
    parts = explained(situation({"a": Record(30, 10), "b": Record(1, 1)}))
    assert [who for who, part in parts.items() if part.is_average] == ["b", "c"]
    assert parts["b"].rate == Fraction(31, 42)
    assert parts["c"].record == Record()


def test_whoever_is_lifted_to_the_floor_is_told_so() -> None:
    parts = explained(situation({"a": Record(40, 0), "b": Record(0, 40)}))
    assert [who for who, part in parts.items() if part.is_lifted] == ["b"]
    assert parts["b"].share == Fraction(1, 6)


def test_where_the_floor_is_everything_nobody_is_lifted() -> None:
    parts = explained(situation({"a": Record(40, 0), "b": Record(0, 40)}, floor=1))
    assert not any(part.is_lifted for part in parts.values())


def test_without_a_sale_there_is_nothing_to_tell() -> None:
    assert explained(situation({"a": Record(0, 40)})) == {}
    assert explained(situation({})) == {}


@given(
    st.dictionaries(st.sampled_from("abcd"), RECORDS), st.sampled_from([0, 0.3, 0.5, 1]), st.integers(0, 40)
)
def test_what_is_told_is_what_the_scheme_goes_by(
    records: dict[str, Record], floor: float, sample: int
) -> None:
    seen = situation(records, floor, sample)
    parts = explained(seen)
    if parts:
        assert sum(part.share for part in parts.values()) == 1
        assert {who: max(round(p.share * PARTS), 1) for who, p in parts.items()} == parts_of(seen)
