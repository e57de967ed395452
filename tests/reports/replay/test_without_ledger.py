"""A replay for figures alone notes nothing, and decides as the one whose every decision can be read."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from leads.floor import open_floor
from leads.lead import Outcome
from leads.office import Office
from reports.replay import events
from reports.replay.engine import Replay
from reports.replay.events import Answer, Does, Event
from tests.leads.office import wall
from tests.leads.random_floor import EVERYBODY, TEAM, offices

BEGIN = wall("2026-11-23 08:30")
MINUTES = st.sampled_from([0, 0, 1, 7, 40, 600])
ANSWERS = st.dictionaries(
    st.sampled_from(EVERYBODY),
    st.builds(
        Answer, st.sampled_from(list(Does)), st.sampled_from([0, 45, 400]).map(lambda s: timedelta(seconds=s))
    ),
)
PHONES = st.sampled_from([None, "+78432000001", "+78432000002"])


@st.composite
def pasts(draw: st.DrawFn) -> list[Event]:
    """Leads with known clients, answers and picks; outcomes, hands, people who come, go and weigh otherwise."""
    found: list[Event] = []
    now, leads = BEGIN, 0
    someone = st.sampled_from(TEAM)
    for _ in range(draw(st.integers(1, 20))):
        now += timedelta(minutes=draw(MINUTES))
        known = st.integers(1, leads).map(lambda n: f"L{n}") if leads else st.nothing()
        event = draw(
            st.one_of(
                st.builds(
                    events.HandedOver,
                    st.just(now),
                    st.just(f"L{leads + 1}"),
                    segment=st.sampled_from("xy"),
                    phone=PHONES,
                    picked=st.none() | someone,
                    answers=ANSWERS,
                ),
                st.builds(events.Ended, st.just(now), known, st.sampled_from(Outcome)),
                st.builds(events.Assigned, st.just(now), known, someone),
                st.builds(events.CheckedIn, st.just(now), someone),
                st.builds(events.CheckedOut, st.just(now), someone),
                st.builds(events.WentOnLeave, st.just(now), someone, st.just(now + timedelta(hours=3))),
                st.builds(events.Weighed, st.just(now), someone, st.sampled_from([0.5, 1.0, 3.0])),
            )
        )
        leads += isinstance(event, events.HandedOver)
        found.append(event)
    return found


@settings(max_examples=50, deadline=None)
@given(offices(), pasts())
def test_with_and_without_a_ledger_every_decision_is_the_same(office: Office, past: list[Event]) -> None:
    noted, silent = played(office, past, keep_ledger=True), played(office, past, keep_ledger=False)
    assert noted.floor.log
    assert not silent.floor.log
    for with_it, without in zip(noted.cases.values(), silent.cases.values(), strict=True):
        assert with_it.scene.lead == without.scene.lead
        assert with_it.scene.offers == without.scene.offers
    assert noted.floor.standings == silent.floor.standings
    assert noted.floor.workers == silent.floor.workers
    assert noted.floor.records == silent.floor.records


def played(office: Office, past: list[Event], *, keep_ledger: bool) -> Replay:
    replay = Replay(open_floor(office, lambda _: False, keep_ledger=keep_ledger))
    replay.run(past)
    return replay
