"""The clocks: what the demo's speed changes and what it does not."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.clock import AdjustableClock, SystemClock, VirtualClock

START = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


async def test_a_virtual_sleep_moves_the_time_on_at_once() -> None:
    clock = VirtualClock(START)
    await clock.sleep(90)
    clock.advance(timedelta(hours=1))
    assert clock.now() == START + timedelta(hours=1, seconds=90)
    assert clock.monotonic() == 3690


def test_a_virtual_clock_wants_a_time_zone() -> None:
    with pytest.raises(ValueError, match="time zone"):
        VirtualClock(START.replace(tzinfo=None))


async def test_a_faster_office_leaves_telegrams_seconds_as_they_are() -> None:
    real = VirtualClock(START)
    office = AdjustableClock(real, speed=60)
    await office.sleep(10)
    assert office.now() == START + timedelta(minutes=10)
    assert office.monotonic() == 10


def test_a_new_speed_counts_from_now_on_and_a_jump_keeps_it() -> None:
    real = VirtualClock(START)
    office = AdjustableClock(real)
    real.advance(timedelta(minutes=5))
    office.set_speed(10)
    real.advance(timedelta(minutes=1))
    assert office.now() == START + timedelta(minutes=15)
    office.jump(START + timedelta(hours=8))
    real.advance(timedelta(minutes=1))
    assert office.now() == START + timedelta(hours=8, minutes=10)
    assert office.speed == 10


def test_the_office_never_goes_back() -> None:
    office = AdjustableClock(VirtualClock(START))
    with pytest.raises(ValueError, match="back"):
        office.jump(START - timedelta(seconds=1))
    with pytest.raises(ValueError, match="back"):
        office.set_speed(0)


async def test_the_computers_clock_is_in_utc_and_goes_on() -> None:
    clock = SystemClock()
    before = clock.monotonic()
    await clock.sleep(0)
    assert clock.monotonic() >= before
    assert clock.now().tzinfo is UTC
