"""What is worked out beside the ledger: who may come in, what wakes a lead, whose a client is, when evening is due."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from leads.binding import DELIVERY_GRACE
from leads.client import Cause
from leads.entries.kinds import read
from leads.lead import Deadline, Due, Lead, Offer, State, Step
from leads.proof.audit import Broken
from leads.proof.beside import LONGEST, Gate, asleep, wrong_evenings, wrong_owners
from leads.proof.told import Told

NOW = datetime(2026, 11, 23, 15, 30, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")
FOR_PETROV: dict[str, Any] = {"by": "root", "who": "petrov", "role": None, "link": "a" * 64}
FOR_A_HEAD: dict[str, Any] = {"by": "root", "who": None, "role": "head", "link": "b" * 64}


def gate(*entries: tuple[str, dict[str, Any]], is_old: bool = False) -> Gate:
    found = Gate()
    for kind, body in entries:
        found.apply(read(kind, body), is_old=is_old)
    return found


@pytest.mark.parametrize(
    "joined",
    [
        {"who": "petrov", "roles": None},
        {"who": "u7", "roles": ["head"]},
        {"who": "u7", "roles": ["admin"]},
    ],
)
def test_nobody_comes_in_uninvited(joined: dict[str, Any]) -> None:
    with pytest.raises(Broken, match="an invitation that was never made"):
        gate(("joined", joined))


def test_an_invitation_lets_one_in_and_gives_what_it_was_made_for() -> None:
    gate(("invited", FOR_A_HEAD), ("joined", {"who": "u7", "roles": ["head"]}))
    for joined in ({"who": "u7", "roles": ["admin"]}, {"who": "u7", "roles": None}):
        with pytest.raises(Broken):
            gate(("invited", FOR_A_HEAD), ("joined", joined))
    with pytest.raises(Broken):
        gate(
            ("invited", FOR_A_HEAD),
            ("joined", {"who": "u7", "roles": ["head"]}),
            ("joined", {"who": "u8", "roles": ["head"]}),
        )


def test_whom_admin_ids_names_comes_in_without_a_role_and_in_an_older_ledger_with_his() -> None:
    gate(("joined", {"who": "u7", "roles": []}))
    gate(("joined", {"who": "u7", "roles": ["admin"]}), is_old=True)


def test_invitations_that_nobody_made_are_named() -> None:
    made = gate(("invited", FOR_PETROV), ("invited", {"by": "root", "who": None, "role": "manager"}))
    assert list(made.unexplained([("a" * 64, ("petrov", None)), ("of old", (None, "manager"))])) == []
    for stored in (
        ("c" * 64, ("petrov", None)),
        ("a" * 64, ("smirnov", None)),
        ("a" * 64, (None, "admin")),
        ("of old", (None, "admin")),
    ):
        assert len(list(made.unexplained([stored]))) == 1, stored


def test_the_evening_is_due_within_a_day_and_no_day_to_come_was_told() -> None:
    def said(due: datetime | None, *days: str) -> list[str]:
        return list(wrong_evenings(due, days, NOW, MOSCOW))

    assert said(NOW + timedelta(hours=25), "2026-11-22", "2026-11-23") == []
    assert said(None) == said(NOW - timedelta(days=9)) == [], "it was never planned; it is late"
    assert len(said(NOW + timedelta(hours=27), "2026-11-24", "tomorrow")) == 3


def a_lead(state: State, deadline: Deadline | None) -> Lead:
    return Lead(id=1, segment="rest", number=7, state=state, deadline=deadline)


def offered(at: datetime, put_back: datetime | None = None) -> Told:
    return Told(
        a_lead(State.OFFERED, None), [Offer(Step.OFFER, "queue", at, ("petrov",))], put_back_at=put_back
    )


@pytest.mark.parametrize("state", [State.WAITING, State.OFFERED])
def test_an_open_lead_that_nothing_wakes_is_named(state: State) -> None:
    assert list(asleep(None, a_lead(state, None), NOW, ())) == [
        f"lead 7: it is {state}, and nothing will ever wake it"
    ]


def test_a_lead_in_hands_needs_no_waking_and_one_that_is_closed_neither() -> None:
    for state in (State.HELD, State.CLOSED, State.DRAFT):
        assert list(asleep(None, a_lead(state, None), NOW, ())) == []


def test_an_offer_waits_no_longer_than_it_may() -> None:
    due = NOW + timedelta(minutes=5) + DELIVERY_GRACE
    lead = a_lead(State.OFFERED, Deadline(Due.ACK, due))
    assert list(asleep(offered(NOW), lead, NOW, ())) == []
    earlier = NOW - timedelta(hours=1)
    assert list(asleep(offered(earlier, put_back=NOW), lead, NOW, ())) == []
    assert list(asleep(offered(earlier), lead, NOW, ())), "an hour more than it may"


def test_no_wait_is_as_long_as_never() -> None:
    for kind, most in ((Due.OPENING, LONGEST), (Due.RETRY, timedelta(minutes=15)), (Due.REMINDER, LONGEST)):
        for more, is_named in ((timedelta(0), False), (timedelta(minutes=1), True)):
            lead = a_lead(State.WAITING, Deadline(kind, NOW + most + more))
            assert bool(list(asleep(None, lead, NOW, ()))) is is_named, kind
    lead = a_lead(State.HELD, Deadline(Due.REMINDER, NOW + timedelta(days=90)))
    assert list(asleep(None, lead, NOW, (timedelta(days=100),))) == [], "an office may remind that late"


def taken(at: datetime, who: str, *, erased: bool = False) -> Told:
    told = Told(a_lead(State.HELD, None), taken=(at, who))
    told.lead.erased = Cause.WISH if erased else None
    return told


def test_a_client_is_his_who_took_a_lead_of_him_last() -> None:
    leads = {1: taken(NOW, "petrov"), 2: taken(NOW + timedelta(days=1), "sidorova")}
    of_leads = [(1, 5), (2, 5)]
    right = (5, "sidorova", NOW + timedelta(days=1))
    assert list(wrong_owners(leads, [right], of_leads, [5])) == []
    for owner, since in (("petrov", NOW), ("petrov", right[2]), ("kim", NOW)):
        (said,) = wrong_owners(leads, [(5, owner, since)], of_leads, [5])
        assert said.startswith("lead 2: its client is said to be ")


def test_a_client_is_somebodys_from_some_time_on_or_nobodys() -> None:
    leads = {1: taken(NOW, "petrov")}
    for half in ((5, None, NOW), (5, "petrov", None)):
        (said,) = wrong_owners(leads, [half], [(1, 5)], [5])
        assert said.startswith("clients: ")


def test_a_client_whom_somebody_has_had_is_not_nobodys() -> None:
    leads = {1: taken(NOW, "petrov"), 2: Told(a_lead(State.WAITING, None))}
    nobodys = [(5, None, None)]
    (said,) = wrong_owners(leads, nobodys, [(1, 5)], [5])
    assert (
        said == f"lead 1: its client is said to be nobody's, by the ledger petrov's since {NOW.isoformat()}"
    )
    assert list(wrong_owners(leads, nobodys, [(2, 5)], [5])) == [], "nobody has taken it yet"
    assert list(wrong_owners(leads, nobodys, [(1, 5)], [])) == [], (
        "an older version did not note it without a number"
    )


def test_of_a_client_whose_lead_was_erased_since_nothing_is_said() -> None:
    leads = {1: taken(NOW, "petrov"), 2: taken(NOW + timedelta(days=1), "sidorova", erased=True)}
    by_the_erased = [(5, "sidorova", NOW + timedelta(days=1))]
    assert list(wrong_owners(leads, by_the_erased, [(1, 5)], [5])) == []
    assert list(wrong_owners(leads, by_the_erased, [], [5])) == []
    assert list(wrong_owners(leads, [(5, "kim", NOW + timedelta(days=1))], [(1, 5)], [5]))
