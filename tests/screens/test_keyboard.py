"""The keyboard of words: one table, of which each word does what its role may do."""

from __future__ import annotations

import pytest

from leads.office import Role
from leads.rights import may
from screens.commands import ORDER, TAKES, Command
from screens.keyboard import WORDS, command_said, keyboard_of, words_of
from screens.texts import LOCALES, texts_for

RU = texts_for("ru")


@pytest.mark.parametrize("role", Role)
def test_every_word_does_what_its_role_may_do(role: Role) -> None:
    assert all(may([role], TAKES[command]) for command in WORDS[role])


@pytest.mark.parametrize("locale", LOCALES)
def test_every_word_is_read_as_what_it_does_and_no_two_are_alike(locale: str) -> None:
    words = {command: texts_for(locale).plain(f"word-{command}") for command in words_of(ORDER, asks=True)}
    assert {command: command_said(said) for command, said in words.items()} == {c: c for c in words}


def test_words_are_read_as_people_type_them() -> None:
    assert command_said(" очередь ") is Command.QUEUE
    assert command_said("ОТЧЕТ") is Command.REPORT
    assert command_said("Очередь на окна") is None
    assert command_said("Пауза." + "." * 5000) is None


def test_of_coming_and_going_the_one_is_there_that_can_be_done_now() -> None:
    here, away = (
        [*sum(keyboard_of([Role.MANAGER], RU, is_in=is_in, asks=False), ())] for is_in in (True, False)
    )
    assert "Пауза" in here and "На месте" not in here
    assert "На месте" in away and "Пауза" not in away


def test_whoever_has_several_roles_has_the_words_of_each_once() -> None:
    shown = keyboard_of(list(Role), RU, is_in=True, asks=True)
    words = [word for row in shown for word in row]
    assert len(words) == len(set(words)) == len(words_of(ORDER, asks=True)) - 1
    assert all(1 < len(row) <= 3 for row in shown)


def test_who_asks_for_leads_can_do_so_below_the_chat_and_nobody_else() -> None:
    asks, not_asks = (
        [*sum(keyboard_of([Role.MANAGER], RU, is_in=True, asks=asks), ())] for asks in (True, False)
    )
    assert asks == ["Дать лид", *not_asks]
