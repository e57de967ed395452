"""Who is one client, by the numbers of their leads: what is there is joined, and only what was joined is parted."""

from __future__ import annotations

import pytest

from leads.client import Cause
from leads.entries.clients import ClientsJoined, ClientsParted
from leads.lead import Lead, State
from leads.proof.audit import Broken
from leads.proof.of_asking import check_added
from leads.proof.told import Told
from leads.proof.told_clients import OneClient

LEADS = {number: Told(Lead(0, "rest", number=number, state=State.HELD)) for number in (1, 2, 3)}
JOINED = ClientsJoined("head", (2,), (1, 3))
PARTED = ClientsParted("head", (2,), (1, 3))


def told(*said: ClientsJoined | ClientsParted) -> OneClient:
    found = OneClient()
    for one in said:
        found.apply(one, LEADS)
    return found


def test_what_is_joined_stands_until_it_is_parted() -> None:
    assert told(JOINED).standing == [((2,), (1, 3))]
    assert told(JOINED, PARTED).standing == []
    assert told(JOINED, PARTED, JOINED).standing == [((2,), (1, 3))]


@pytest.mark.parametrize(
    "parted",
    [
        ClientsParted("head", (1, 3), (2,)),
        ClientsParted("head", (2,), (1,)),
        ClientsParted("head", (2,), (3,)),
    ],
)
def test_nothing_else_is_parted(parted: ClientsParted) -> None:
    with pytest.raises(Broken, match="they were never joined"):
        told(JOINED, parted)


def test_it_is_parted_once() -> None:
    with pytest.raises(Broken, match="they were never joined"):
        told(JOINED, PARTED, PARTED)


@pytest.mark.parametrize("sides", [((), (1,)), ((1,), ()), ((1,), (1,)), ((2, 1), (3,)), ((1, 1), (2,))])
def test_each_has_leads_of_its_own(sides: tuple[tuple[int, ...], tuple[int, ...]]) -> None:
    with pytest.raises(Broken, match="cannot be told apart"):
        told(ClientsJoined("head", *sides))


def test_of_a_lead_that_there_is_not_nobody_is_the_client() -> None:
    with pytest.raises(Broken, match="lead 9 has not been handed over"):
        told(ClientsJoined("head", (1,), (9,)))


def test_whoever_is_erased_is_joined_with_nobody() -> None:
    erased = LEADS | {3: Told(Lead(0, "rest", number=3, erased=Cause.WISH))}
    with pytest.raises(Broken, match="the client of lead 3 is erased"):
        OneClient().apply(JOINED, erased)


@pytest.mark.parametrize("state", [State.CLOSED, State.WITHDRAWN])
def test_nothing_is_added_to_a_lead_that_is_over(state: State) -> None:
    check_added(LEADS[1], LEADS[2])
    for other in (None, LEADS[1], Told(Lead(0, "rest", number=2, state=state))):
        with pytest.raises(Broken, match="lead 1 is added to one that is not open"):
            check_added(LEADS[1], other)
