"""Who is at work, who is next, and whose hands are full."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from leads.presence import Worker
from storage.offices import read_standings
from storage.scenes import read_workers
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, REFUSAL, SALE

CHECK_IN = varied(OFFICE, presence="check_in")
CALL_CENTRE = varied(CHECK_IN, segments={"rest": {"scheme": "longest_idle"}})
ELSEWHERE = "Клиент из Перми, окна"
FULL_HANDS = varied(OFFICE, people={"petrov": {"capacity": 1}})


async def test_by_the_hours_everybody_is_there_until_he_says_otherwise(desk: Desk) -> None:
    await desk.petrov.sends("/on")
    assert "Вы уже на месте" in desk.petrov.card().text
    await desk.petrov.sends("/off")
    assert "Пауза" in desk.petrov.card().text
    await desk.lead()
    assert desk.sidorova.has(CLAIM) and not desk.petrov.has(CLAIM)


async def test_whoever_goes_away_keeps_what_he_has(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off")
    await desk.petrov.taps(SALE)
    assert "Продажа" in desk.anna.card("№1").text


async def test_with_check_in_nobody_is_there_until_he_says_so(tmp_path: Path) -> None:
    async with office(tmp_path, CHECK_IN) as desk:
        await desk.lead()
        assert desk.smirnov.has(CLAIM), "nobody is there, so the head is asked"
        await desk.sidorova.sends("/on")
        await desk.lead()
        assert desk.sidorova.card("№2", button=CLAIM)
        await desk.sidorova.sends("/off")
        assert desk.smirnov.card("№2", button=CLAIM), "what she was asked goes on at once"
        await desk.lead()
        assert desk.smirnov.card("№3", button=CLAIM)


async def test_a_lead_that_nobody_could_take_is_there_for_the_first_who_comes(tmp_path: Path) -> None:
    async with office(tmp_path, varied(CHECK_IN, ladder=["everyone"])) as desk:
        await desk.lead()
        assert "Сейчас предложить некому" in desk.anna.card("№1").text
        await desk.sidorova.sends("/on")
        assert desk.sidorova.has(CLAIM)


async def test_the_line_is_the_order_of_checking_in(tmp_path: Path) -> None:
    async with office(tmp_path, CHECK_IN) as desk:
        await desk.sidorova.sends("/on")
        await desk.petrov.sends("/on")
        await desk.petrov.sends("/queue")
        assert lines(desk)[:2] == ["1. Ольга Сидорова", "2. Пётр Петров (вы)"]
        await desk.sidorova.sends("/on")
        await desk.petrov.sends("/queue")
        assert lines(desk)[0] == "1. Пётр Петров (вы)", "whoever checks in again stands at the end"
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        await desk.petrov.sends("/queue")
        assert lines(desk)[0] == "1. Ольга Сидорова", "whoever takes a lead goes to the end"


async def test_whoever_checks_in_is_the_last_to_arrive_waits_from_now_and_ends_every_line(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, CHECK_IN) as desk:
        await desk.sidorova.sends("/on")
        await desk.passes(minutes=10)
        await desk.petrov.sends("/on")
        arrived = await workers(desk)
        assert (arrived["sidorova"].arrival, arrived["petrov"].arrival) == (1, 2)
        assert arrived["petrov"].idle_since == desk.clock.now()
        assert arrived["sidorova"].idle_since == desk.clock.now() - timedelta(minutes=10)
        assert arrived["ivanov"].idle_since is None
        assert await line(desk, "tatarstan") == ["sidorova", "petrov"]
        assert await line(desk, "rest") == ["ivanov", "sidorova", "petrov"]
        await desk.sidorova.sends("/on")
        again = await workers(desk)
        assert again["sidorova"].arrival == 3 and again["sidorova"].idle_since == desk.clock.now()
        assert again["petrov"] == arrived["petrov"]
        assert await line(desk, "tatarstan") == ["petrov", "sidorova"]
        assert await line(desk, "rest") == ["ivanov", "petrov", "sidorova"]


async def test_by_the_hours_a_second_on_changes_nobodys_place(desk: Desk) -> None:
    before = await workers(desk), await line(desk, "tatarstan"), await line(desk, "rest")
    await desk.petrov.sends("/on")
    assert (await workers(desk), await line(desk, "tatarstan"), await line(desk, "rest")) == before


async def test_whoever_has_waited_longest_since_he_checked_in_gets_the_next_lead(tmp_path: Path) -> None:
    async with office(tmp_path, CALL_CENTRE) as desk:
        await desk.ivanov.sends("/on")
        await desk.passes(minutes=1)
        await desk.sidorova.sends("/on")
        await desk.petrov.sends("/on")
        await desk.passes(minutes=1)
        await desk.ivanov.sends("/on")
        await desk.passes(seconds=1)
        await desk.lead(ELSEWHERE)
        await desk.sidorova.taps(CLAIM, on="№1")
        await desk.lead(ELSEWHERE)
        assert desk.petrov.card("№2", button=CLAIM), "he came at the same moment as she did, but after her"
        await desk.lead(ELSEWHERE)
        assert desk.ivanov.card("№3", button=CLAIM), "the others have had one since"


async def test_whoever_is_away_is_shown_behind_the_line_with_the_reason(desk: Desk) -> None:
    await desk.sidorova.sends("/off")
    await desk.petrov.sends("/queue")
    assert lines(desk)[:2] == ["1. Пётр Петров (вы)", "🌙 Ольга Сидорова"]


async def test_full_hands_are_passed_over_and_told_so(tmp_path: Path) -> None:
    async with office(tmp_path, FULL_HANDS) as desk:
        await desk.lead()
        await desk.petrov.taps(CLAIM)
        await desk.lead()
        await desk.sidorova.taps(CLAIM)
        await desk.lead()
        assert desk.sidorova.card("№3", button=CLAIM), "it was Petrov's turn"
        await desk.petrov.sends("/me")
        assert "уже столько, сколько можно" in desk.petrov.card().text and "1 из 1" in desk.petrov.card().text
        await desk.petrov.taps(REFUSAL, on="№1")
        await desk.lead()
        assert desk.petrov.card("№4", button=CLAIM)


async def test_hands_that_filled_up_since_everybody_was_asked_are_refused_politely(tmp_path: Path) -> None:
    async with office(tmp_path, varied(FULL_HANDS, offers=0)) as desk:
        await desk.lead()
        await desk.lead()
        await desk.petrov.taps(CLAIM, on="№1")
        assert "закройте один из своих" in await desk.petrov.taps(CLAIM, on="№2")
        await desk.sidorova.taps(CLAIM, on="№2")
        assert desk.sidorova.has(SALE)


async def test_whoever_is_on_leave_is_left_out_until_his_day(desk: Desk) -> None:
    await desk.petrov.sends("/off 24.11")
    await desk.petrov.sends("/me")
    assert "в отпуске, вернётесь 24 ноября (вт)" in desk.petrov.card().text
    await desk.lead()
    await desk.sidorova.taps(CLAIM)
    await desk.passes(days=1)
    await desk.lead()
    assert desk.petrov.has(CLAIM), "he comes back to his own place in the line"


async def test_whoever_comes_back_early_from_leave_says_so(desk: Desk) -> None:
    await desk.petrov.sends("/off 02.12")
    await desk.petrov.sends("/on")
    assert "Вы на месте" in desk.petrov.card().text
    await desk.sidorova.sends("/off")
    await desk.lead()
    assert desk.petrov.has(CLAIM)


async def workers(desk: Desk) -> dict[str, Worker]:
    async with desk.database.reading() as store:
        return read_workers(store)


async def line(desk: Desk, segment: str) -> list[str]:
    async with desk.database.reading() as store:
        standings = read_standings(store, segment)
    return sorted(standings, key=lambda who: standings[who].ticket)


def lines(desk: Desk) -> list[str]:
    """The line of the first segment as Petrov sees it, below his own place, without balances and reasons."""
    return [line.split(" · ")[0] for line in desk.petrov.card("Кто следующий").text.splitlines()[4:]]
