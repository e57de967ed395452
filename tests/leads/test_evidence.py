"""What a choice was made from is kept whole: from its entry in the ledger it can be made again."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.entries.asking import Evidence
from leads.evidence import recorded, situation_of
from leads.ledger import canonical
from leads.rates import Record
from leads.schemes import SCHEMES
from leads.schemes.base import Candidate, Situation
from leads.shares import LEAD
from leads.turns import Standing
from tests.leads.office import MOSCOW, wall

NAMES = ("anna", "boris", "clara", "denis")
NOON = wall("2026-11-23 12:00")
MOMENTS = st.sampled_from(
    [None, NOON, NOON.astimezone(MOSCOW), NOON + timedelta(microseconds=1), datetime(1999, 1, 1, tzinfo=UTC)]
)
WHO = st.sampled_from(NAMES)


@st.composite
def situations(draw: st.DrawFn) -> Situation:
    def candidate(who: str) -> Candidate:
        standing = Standing(draw(st.integers(-2 * LEAD, 2 * LEAD)), draw(st.integers(1, 5)))
        more = draw(MOMENTS), draw(st.integers(0, 1)), draw(st.integers(0, 3))
        return Candidate(who, draw(st.integers(1, 3000)), standing, *more)

    here = draw(st.lists(WHO, unique=True, min_size=1))
    counts = st.integers(0, 60)
    return Situation(
        tuple(candidate(who) for who in here),
        records=draw(st.dictionaries(WHO, st.builds(Record, counts, counts))),
        floor=draw(st.sampled_from([0.0, 0.1, 0.3, 0.5, 1.0])),
        min_sample=draw(st.integers(0, 30)),
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
@given(situations().filter(lambda s: bool(s.records)))
def test_nothing_that_was_shown_is_lost(situation: Situation) -> None:
    assert read_back(situation) == situation


def test_what_a_scheme_does_not_look_at_is_left_out() -> None:
    body = recorded(Situation((Candidate("anna", 1000, Standing(LEAD, 3)),))).body()
    assert body == {"candidates": [{"id": "anna", "weight": 1000, "credit": LEAD, "ticket": 3}]}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"candidates": [{"id": "anna", "weight": 1000, "credit": 0}]},
        {"candidates": None},
        {"candidates": [], "records": {"anna": [1]}},
        {"candidates": [{"id": "a", "weight": 1, "credit": 0, "ticket": 1, "idle_since": "noon"}]},
    ],
)
def test_an_entry_that_is_not_whole_is_an_error_that_verify_can_catch(body: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        Evidence.of(body)
