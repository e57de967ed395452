"""A client in a CRM: what was put right here replaces what we have said, and nothing that somebody else has."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from leads.crm_client import ClientThere, Marks, corrected, marks_of

LEAD = 7
WRONG, RIGHT, OTHER = "+78432000077", "+78432000078", "+79600000001"
RUSTAM = ClientThere("Рустам", (WRONG,))
TOLD = marks_of(LEAD, RUSTAM)
clients = st.builds(
    ClientThere,
    st.none() | st.sampled_from(["Рустам", "Ирина", "Ильдар"]),
    st.lists(st.sampled_from([WRONG, RIGHT, OTHER, "+79600000002"]), unique=True, max_size=3).map(tuple),
)


def now(there: ClientThere, name: str | None, *phones: str, telling: Marks | None = None) -> ClientThere:
    return corrected(LEAD, there, ClientThere(name, phones), TOLD, telling)


def test_a_name_and_a_number_that_we_have_said_become_the_right_ones() -> None:
    assert now(RUSTAM, "Ильдар", RIGHT) == ClientThere("Ильдар", (RIGHT,))


def test_however_somebody_writes_them_they_are_ours() -> None:
    there = ClientThere("рустам ", ("8 (843) 200-00-77",))
    assert now(there, "Ильдар", RIGHT) == ClientThere("Ильдар", (RIGHT,))
    assert now(there, "Рустам", WRONG).phones == there.phones


def test_what_somebody_has_put_there_stays() -> None:
    there = ClientThere("Рустам Ильдарович", (OTHER, WRONG))
    assert now(there, "Ильдар", RIGHT) == ClientThere("Рустам Ильдарович", (OTHER, RIGHT))


def test_a_number_that_somebody_has_put_right_there_too_is_there_once() -> None:
    assert now(ClientThere("Рустам", ("8 843 200 00 78",)), "Рустам", RIGHT).phones == ("8 843 200 00 78",)


def test_what_somebody_has_taken_out_there_does_not_come_back() -> None:
    assert now(ClientThere("Рустам"), "Ильдар", WRONG) == ClientThere("Ильдар")


def test_who_had_no_name_has_one_and_nobody_loses_theirs() -> None:
    told = marks_of(LEAD, ClientThere(None, (WRONG,)))
    assert corrected(LEAD, ClientThere("", (WRONG,)), RUSTAM, told, None).name == "Рустам"
    assert now(RUSTAM, None, WRONG).name == "Рустам"


def test_the_marks_of_another_lead_are_others() -> None:
    assert marks_of(1, RUSTAM) != marks_of(2, RUSTAM)


@given(clients, clients, clients)
def test_whatever_was_done_before_nobody_knows_it_is_right_in_the_end_and_doing_it_twice_changes_nothing(
    first: ClientThere, second: ClientThere, third: ClientThere
) -> None:
    told, telling = marks_of(LEAD, first), marks_of(LEAD, second)
    half = corrected(LEAD, first, second, told, None)
    for there in (first, half):  # the program died before it was done, or behind
        once = corrected(LEAD, there, third, told, telling)
        assert set(once.phones) == set(third.phones)
        assert third.name is None or once.name == third.name
        assert corrected(LEAD, once, third, told, marks_of(LEAD, third)) == once
