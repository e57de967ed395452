"""What is known of the kinds of cards is total, and agrees with itself."""

from __future__ import annotations

from datetime import date

import pytest

from desk.drawing import FOR_ANYBODY, FOR_PEOPLE, UndrawnError, check_total
from storage.kinds import ANSWER, KINDS, CardKind, Change, Holds, kind_of, stale_by, that_hold
from storage.subjects import A_WEEK, THE_CHAT


def test_every_change_makes_some_card_untrue_and_all_of_them_are_about_the_same() -> None:
    general = {Change.DUTY, Change.FILE, Change.OFFICE, Change.READER}  # nobody says about what
    for change in Change:
        about = {kind.facts.about for kind in stale_by(change)}
        assert about, change
        assert len(about) == 1 or change in general, f"{change} is about several things: {about}"


def test_every_way_of_holding_a_clients_data_is_some_kind_s() -> None:
    assert all(that_hold(holds) for holds in Holds)


@pytest.mark.parametrize("kind", CardKind, ids=str)
def test_a_kind_is_found_again_by_what_is_stored_of_it(kind: CardKind) -> None:
    assert kind_of(kind.row, kind.word) is kind
    assert KINDS[kind.word] is kind


def test_what_another_version_has_left_behind_is_of_no_kind() -> None:
    assert (kind_of("poster", None), kind_of(ANSWER, "horoscope"), kind_of(ANSWER, None)) == (
        None,
        None,
        None,
    )


def test_two_cards_of_a_chat_never_have_the_same_row() -> None:
    """An answer's row says in its subject which one it is, so that no two kinds share a place."""
    week, chat = ("rest", date(2026, 11, 23)), None
    rows = [
        (kind.row, kind.subject(chat if about is THE_CHAT else week if about is A_WEEK else about.read("1")))
        for kind in CardKind
        for about in [kind.facts.about]
    ]
    assert len(set(rows)) == len(CardKind)
    words = [kind.word for kind in CardKind]
    assert not any(":" in word for word in words), "else the beginning of a subject could be another kind's"


def test_a_subject_is_read_as_it_was_written() -> None:
    assert CardKind.DRAW.subject(("a:b", date(2026, 11, 23))) == "a:b:2026-11-23"
    assert A_WEEK.read("a:b:2026-11-23") == ("a:b", date(2026, 11, 23))


def test_a_card_is_about_nothing_else_than_its_kind_says() -> None:
    with pytest.raises(TypeError, match="not the row of a lead"):
        CardKind.LEAD.subject("petrov")
    with pytest.raises(TypeError, match="not nothing but the chat"):
        CardKind.OFFICE.subject(7)


def test_a_kind_that_nobody_draws_or_that_two_draw_does_not_start() -> None:
    missing = {kind: draw for kind, draw in FOR_PEOPLE.items() if kind is not CardKind.WEEK}
    with pytest.raises(UndrawnError, match="WEEK"):
        check_total(CardKind.__members__.values(), FOR_ANYBODY, missing)
    with pytest.raises(UndrawnError, match="NOTE"):
        check_total(CardKind.__members__.values(), FOR_ANYBODY, FOR_ANYBODY, FOR_PEOPLE)
