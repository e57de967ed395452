"""What one lead looks like to each person who has to do with it."""

from __future__ import annotations

from dataclasses import replace
from types import NoneType

from leads.lead import State
from screens.buttons.of_intake import PickSegment, Resegment
from screens.buttons.of_lead import (
    Assign,
    Decline,
    Explain,
    LostReason,
    Note,
    OwnWords,
    Reopen,
    Settle,
    Skip,
    Withdraw,
)
from screens.content import Screen
from screens.lead import lead_screen
from screens.texts import texts_for
from tests.screens.leads_to_show import LEADS, OFFERED, SOON
from tests.screens.windows import seen

RU = texts_for("ru")


def screen(name: str) -> Screen:
    return lead_screen(LEADS[name], RU)


def actions(shown: Screen) -> set[type]:
    """What its buttons do; those that copy a contact, or lead out of the bot, do nothing."""
    buttons = [button for row in shown.keyboard for button in row]
    return {type(button.data) for button in buttons if not button.copy and not button.url}


def test_once_handed_over_the_secretary_may_write_something_down_or_put_it_right_and_no_more() -> None:
    handed = [
        name
        for name, view in LEADS.items()
        if name.startswith("secretary") and view.lead.state != State.DRAFT
    ]
    assert len(handed) > 10
    assert all(actions(screen(name)) <= {Note, Skip, Withdraw, PickSegment, Resegment} for name in handed)


def test_the_secretary_sees_who_took_it_and_how_fast() -> None:
    assert seen(screen("secretary, held")).replace("\xa0", " ").splitlines()[:2] == [
        "№7 · Казань и Татарстан",
        "✅ Взят за 42 с: Пётр Петров",
    ]


def test_at_night_the_secretary_learns_when_it_will_be_passed_on() -> None:
    assert "Офис закрыт. Передам завтра в 09:00" in seen(screen("secretary, waiting: opening"))


def test_a_deadline_is_a_clock_time_for_old_clients_and_a_countdown_for_new_ones() -> None:
    text = screen("offered").text
    assert "Ответьте до 14:35" in text
    assert f'<tg-time unix="{int(SOON.timestamp())}" format="r">' in text


def test_a_card_does_not_change_while_nothing_happens() -> None:
    later = replace(OFFERED, now=SOON)
    assert lead_screen(OFFERED, RU) == lead_screen(later, RU)


def test_on_the_last_rung_there_is_no_way_to_decline() -> None:
    assert Decline in actions(screen("offered to the head"))
    assert Decline not in actions(screen("offered to the director, last"))


def test_a_manager_cannot_assign_what_he_is_offered_but_the_head_can() -> None:
    assert Assign not in actions(screen("offered"))
    assert Assign in actions(screen("offered to the head"))


def test_whoever_declined_is_asked_why_once() -> None:
    assert actions(screen("declined")) == {Explain, OwnWords}
    assert actions(screen("declined, explained")) == set()


def test_the_holder_copies_the_phone_with_one_tap() -> None:
    assert screen("holder").keyboard[0][0].copy == "+78432001122"
    assert all(button.copy is None for row in screen("holder, no phone").keyboard for button in row)


def test_after_a_sale_the_amount_is_asked_for_and_then_shown() -> None:
    assert actions(screen("holder, won, amount asked")) - {NoneType} == {Skip}
    assert "120\u202f000,50\u202f₽" in screen("holder, won").text


def test_after_a_refusal_the_reason_is_asked_for_once() -> None:
    assert actions(screen("holder, lost, reason asked")) == {LostReason, OwnWords}
    assert LostReason not in actions(screen("holder, lost"))


def test_the_head_has_the_word_on_a_bad_lead() -> None:
    assert actions(screen("head, disputed")) == {Settle}
    assert actions(screen("head, bad")) == {Reopen}


def test_a_bystander_reads_one_calm_line() -> None:
    assert seen(screen("bystander, taken")) == "№7 взят: Пётр Петров"
    assert screen("bystander, taken").silent
