"""Every scheme, step by step, beside a naive model of it: random offices, absences, declines, lapses, hands."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from leads.schemes import SCHEMES
from tests.leads.naive_office import NaiveOffice
from tests.leads.schemes.naive_models import MODELS, Facts, Seller
from tests.leads.twins import ASKED, Twins, floor_of

Step = tuple[str, int, int]

OFTEN = ("lead", "lead", "lead", "claim", "claim", "decline", "silence") * 2
SELDOM = ("explain", "wait", "on", "off", "leave", "won", "lost", "bad", "give_up", "assign")
STEPS = st.lists(
    st.tuples(st.sampled_from(OFTEN + SELDOM), st.integers(0, 6), st.integers(0, 6)), min_size=10, max_size=60
)
PAUSES = (1, 2, 5, 7, 30, 200, 1000)  # minutes
WEIGHTS = st.sampled_from([Fraction(1), Fraction(1), Fraction(1, 2), Fraction(3), Fraction(333, 1000)])
SHIFTS = st.sampled_from([(0, 24), (12, 13), (9, 14), (13, 20)])  # by the clock; every office begins at noon


@st.composite
def sellers(draw: st.DrawFn) -> list[Seller]:
    names = "abcde"[: draw(st.integers(1, 5))]
    return [
        Seller(name, draw(WEIGHTS), draw(st.sampled_from([None, None, 1, 2])), draw(SHIFTS), stands=place)
        for place, name in enumerate(names, 1)
    ]


@st.composite
def offices(draw: st.DrawFn, scheme: str) -> NaiveOffice:
    team = draw(sellers())
    closed = st.dictionaries(st.sampled_from("abx"), st.tuples(st.integers(0, 9), st.integers(0, 9)))
    reserves = [None, *(name for name in MODELS if name not in {"secretary", "next"})]
    return NaiveOffice(
        team,
        scheme,
        reserve=draw(st.sampled_from(reserves)) if scheme == "manual" else None,
        offers=draw(st.integers(1, 3)),
        everyone=draw(st.booleans()),
        decline_costs=draw(st.booleans()),
        free_declines=draw(st.sampled_from([0, 3, 10, 100])),
        pause_after=draw(st.sampled_from([0, 0, 2])),
        wrap_up=draw(st.sampled_from([0, 1, 4, 30])),
        facts=Facts(
            [seller.name for seller in team],
            closed=draw(closed),
            floor=draw(st.sampled_from([Fraction(0), Fraction(1, 2), Fraction(9, 10)])),
            min_sample=draw(st.sampled_from([0, 3, 20])),
        ),
    )


@pytest.mark.parametrize("scheme", sorted(SCHEMES))
@settings(max_examples=150, deadline=None)
@given(data=st.data())
def test_a_scheme_does_what_its_naive_model_does(scheme: str, data: st.DataObject) -> None:
    naive = data.draw(offices(scheme))
    twins = Twins(floor_of(naive, data.draw(st.booleans())), naive)
    for step in data.draw(STEPS):
        do(twins, *step)
        twins.floor.deliver()
        twins.compare()


def do(twins: Twins, what: str, which: int, who: int) -> None:
    """`which` says which lead, `who` which seller; a step that is not possible now is left out."""
    match what:
        case "lead":
            names = [seller.name for seller in twins.naive.team]
            twins.hand_over(names[who] if who < len(names) else None)
        case "wait":
            twins.until(twins.naive.now + PAUSES[which])
        case "on" | "off" | "leave":
            twins.come_or_go(what, who)
        case "claim" | "decline" | "silence":
            answer(twins, what, which, who)
        case "assign":
            for scene, case in twins.one(which, *ASKED, "waiting", "held"):
                twins.assign(scene, case, who)
        case "explain":
            for scene, case in twins.one(which, *ASKED, "waiting", "held", "closed"):
                twins.explain(scene, case)
        case _:
            for scene, case in twins.one(which, "held"):
                twins.let_go(what, scene, case)


def answer(twins: Twins, what: str, which: int, who: int) -> None:
    """The head, at the end of the ladder, can only claim."""
    if what == "claim":
        for scene, case in twins.one(which, *ASKED):
            twins.claim(scene, case, who)
    elif what == "decline":
        for scene, case in twins.one(which, *ASKED[:-1]):
            twins.decline(scene, case, who)
    else:
        for _, case in twins.one(which, *ASKED[:-1], "waiting"):
            twins.until(case.until or twins.naive.now)
