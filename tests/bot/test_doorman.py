"""What strangers may use up: one by one, all together, and never more memory than is meant for them."""

from __future__ import annotations

from datetime import timedelta

from bot.clock import VirtualClock
from bot.doorman import EACH, MOST, TOGETHER, Kind, Strangers
from tests.offices import MONDAY_TEN


def test_one_greeting_then_silence_then_one_again() -> None:
    clock = VirtualClock(MONDAY_TEN)
    strangers = Strangers(clock)
    assert [strangers.may(7, Kind.WORDS, 1) for _ in range(100)].count(True) == 1
    clock.advance(timedelta(seconds=EACH[Kind.WORDS].every - 1))
    assert not strangers.may(7, Kind.WORDS, 1), "insisting does not shorten it, nor lengthen it"
    clock.advance(timedelta(seconds=1))
    assert strangers.may(7, Kind.WORDS, 1)


def test_words_keep_nobody_from_his_link() -> None:
    strangers = Strangers(VirtualClock(MONDAY_TEN))
    for stranger in range(1000):
        strangers.may(stranger, Kind.WORDS, 1)
        strangers.may(stranger, Kind.TAP, 1)
    assert strangers.may(7, Kind.LINK, 1)


def test_who_guesses_links_has_five_and_then_one_in_ten_minutes() -> None:
    clock = VirtualClock(MONDAY_TEN)
    strangers = Strangers(clock)
    tried = 0
    for _ in range(24 * 60):
        tried += sum(strangers.may(7, Kind.LINK, 1) for _ in range(10))
        clock.advance(timedelta(minutes=1))
    assert tried <= 5 + 24 * 6


def test_a_million_strangers_cost_bounded_memory_and_bounded_work() -> None:
    clock = VirtualClock(MONDAY_TEN)
    strangers = Strangers(clock)
    answered = 0
    for stranger in range(1_000_000):
        answered += strangers.may(stranger, Kind.WORDS, 1)
        clock.advance(timedelta(milliseconds=1)) if stranger % 100 == 0 else None
    assert len(strangers) <= MOST
    seconds = 10
    assert answered <= TOGETHER.at_once + seconds / TOGETHER.every


def test_a_change_of_the_office_forgives_all() -> None:
    strangers = Strangers(VirtualClock(MONDAY_TEN))
    assert strangers.may(7, Kind.WORDS, 1) and not strangers.may(7, Kind.WORDS, 1)
    assert strangers.may(7, Kind.WORDS, 2), "he may belong to it now"
