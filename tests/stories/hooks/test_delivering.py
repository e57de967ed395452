"""Somebody outside hears of a lead: in order, once, whatever they do with what they hear."""

from __future__ import annotations

from datetime import datetime, timedelta
from email.utils import format_datetime
from pathlib import Path

import pytest

from desk.erasure import Erasure
from desk.sought import Sought
from leads.retrying import GAPS, TRIES
from sources.hooks.signing import made_of
from storage import deliveries, hooks
from storage.deliveries import DeliveryRow, DeliveryState
from storage.hooks import HookRow, Off
from tests.stories.hooks.receiver import (
    SECRET,
    VARIABLE,
    Behave,
    World,
    hangs,
    heard,
    parsed,
    says,
    takes_and_drops,
)
from tests.stories.words import CLAIM, REACHED, SALE

A_MINUTE = timedelta(minutes=1)  # some seconds pass while cards are sent
LIFE = ["lead.handed", "lead.offered", "lead.claimed", "lead.progress", "lead.closed"]


async def a_life(world: World) -> None:
    await world.desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
    await world.desk.petrov.taps(CLAIM)
    await world.desk.petrov.taps(REACHED)
    await world.desk.petrov.taps(SALE)


async def of_hook(world: World) -> tuple[HookRow, list[DeliveryRow]]:
    async with world.desk.database.reading() as store:
        row = hooks.everyone(store)[0]
        return row, list(reversed(deliveries.last_of(store, row.id, 100)))


async def test_a_whole_life_is_heard_in_order(tmp_path: Path) -> None:
    async with heard(tmp_path) as world:
        await a_life(world)
        assert world.receiver.came == [], "nobody waits for the outside"
        await world.send()
        assert world.receiver.types()[: len(LIFE)] == LIFE
        assert world.receiver.heard_once()
        claimed = parsed(world.receiver.taken[2])
        assert (claimed["lead"], claimed["manager"], claimed["segment"]) == (1, "petrov", "tatarstan")
        assert isinstance(claimed["after_s"], int)
        assert claimed["ledger"].startswith("sha256:")
        assert (claimed["previous"]["state"], claimed["previous"]["asked"]) == ("offered", ["petrov"])
        assert (claimed["current"]["state"], claimed["current"]["manager"]) == ("held", "petrov")


async def test_nothing_of_the_client_is_told_unless_the_office_says_so(tmp_path: Path) -> None:
    async with heard(tmp_path) as world:
        await a_life(world)
        await world.send()
        for letter in world.receiver.taken:
            assert "client" not in parsed(letter)
            assert "Рустам" not in letter.text and "8432000001" not in letter.text


async def test_where_the_office_says_so_the_client_is_told(tmp_path: Path) -> None:
    async with heard(tmp_path, personal=True, events=["lead.handed"]) as world:
        await a_life(world)
        await world.send()
        assert world.receiver.types() == ["lead.handed"]
        client = parsed(world.receiver.taken[0])["client"]
        assert (client["name"], client["phone"]) == ("Рустам", "+78432000001")
        assert client["text"].endswith("окна")


async def test_it_hears_only_what_it_wants_to(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.claimed", "lead.closed"]) as world:
        await a_life(world)
        await world.send()
        assert world.receiver.types() == ["lead.claimed", "lead.closed"]


@pytest.mark.parametrize(
    "behave", [says(500), says(404), says(301, Location="http://127.0.0.1:1/"), hangs, takes_and_drops]
)
async def test_what_did_not_arrive_is_sent_again_under_the_same_name_and_nothing_overtakes_it(
    tmp_path: Path, behave: Behave
) -> None:
    async with heard(tmp_path) as world:
        world.receiver.answers = [behave]
        await a_life(world)
        await world.send()
        assert world.receiver.taken == [], "what came later of this lead waits"
        assert len(world.receiver.came) == 1
        await world.passes(seconds=4)
        assert len(world.receiver.came) == 1
        await world.passes(seconds=1)
        assert world.receiver.types()[: len(LIFE)] == LIFE
        assert world.receiver.came[0].id == world.receiver.came[1].id
        assert world.receiver.came[0].text == world.receiver.came[1].text
        assert world.receiver.heard_once()


async def test_other_leads_go_on_while_one_waits(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.handed", "lead.claimed"]) as world:
        world.receiver.answers = [says(500)]
        await world.desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
        await world.send()
        await world.desk.petrov.taps(CLAIM)
        await world.desk.lead("Клиент Ильдар 8 (843) 200-00-02, окна")
        await world.send()
        assert world.receiver.of(1) == []
        assert world.receiver.of(2) == ["lead.handed"]
        await world.passes(seconds=5)
        assert world.receiver.of(1) == ["lead.handed", "lead.claimed"]


async def test_it_is_tried_ten_times_over_three_days_and_then_given_up(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.handed", "lead.claimed"]) as world:
        world.receiver.answers = [says(500)] * TRIES
        await world.desk.lead()
        await world.desk.petrov.taps(CLAIM)
        await world.send()
        for gap in GAPS:
            world.desk.clock.advance(gap)
            await world.send()
        assert len(world.receiver.came) == TRIES + 1, "the next of this lead is tried at last"
        assert world.receiver.types() == ["lead.claimed"]
        hook, rows = await of_hook(world)
        assert [row.state for row in rows] == [DeliveryState.GIVEN_UP, DeliveryState.DELIVERED]
        assert [tried["status"] for tried in rows[0].log] == [500] * TRIES
        times = [datetime.fromisoformat(tried["at"]) for tried in rows[0].log]
        assert timedelta(0) <= times[-1] - times[0] - timedelta(hours=75, minutes=35, seconds=5) < A_MINUTE
        assert hook.failing_since is None, "something has arrived"


async def test_the_administrator_is_told_once_that_it_fails_for_long(tmp_path: Path) -> None:
    async with heard(tmp_path) as world:
        boss = world.desk.person(501)
        world.receiver.answers = [says(500)] * 8
        await world.desk.lead()
        await world.send()
        for gap in GAPS[:3]:
            world.desk.clock.advance(gap)
            await world.send()
            assert not boss.sees("не принимает события")
        for gap in GAPS[3:6]:
            world.desk.clock.advance(gap)
            await world.send()
        assert len([m for m in boss.messages() if "не принимает события" in m.text]) == 1
        assert boss.sees("127.0.0.1")


async def test_the_administrator_is_told_once_that_it_takes_events_again(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.handed"]) as world:
        boss = world.desk.person(501)

        def told() -> int:
            return len([m for m in boss.messages() if "снова принимает" in m.text])

        world.receiver.answers = [says(500)] * 10
        for phone in ("8 (843) 200-00-01", "8 (843) 200-00-02"):
            await world.desk.lead(f"Клиент Рустам {phone}, окна")
        await world.send()
        for gap in GAPS[:4]:
            world.desk.clock.advance(gap)
            await world.send()
        assert boss.sees("не принимает события") and not told()
        world.desk.clock.advance(GAPS[4])
        await world.send()
        assert world.receiver.types() == ["lead.handed"] * 2
        assert told() == 1
        await world.desk.lead("Клиент Ильдар 8 (843) 200-00-03, окна")
        await world.send()
        assert told() == 1


async def test_what_waits_goes_at_once_when_it_takes_events_again(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.handed"]) as world:
        world.receiver.answers = [says(500)] * 7
        await world.desk.lead("Клиент Рустам 8 (843) 200-00-01, окна")
        await world.send()
        for gap in GAPS[:6]:
            world.desk.clock.advance(gap)
            await world.send()
        assert world.desk.person(501).sees("не принимает события")
        await world.desk.lead("Клиент Ильдар 8 (843) 200-00-02, окна")
        await world.send()
        assert sorted(letter.lead for letter in world.receiver.taken) == [1, 2], (
            "the first waits no twenty hours"
        )
        assert world.desk.person(501).sees("снова принимает")


async def test_who_failed_for_a_moment_is_not_told_of(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.handed"]) as world:
        world.receiver.answers = [says(500)]
        await world.desk.lead()
        await world.send()
        await world.passes(seconds=5)
        assert world.receiver.types() == ["lead.handed"]
        assert not [m for m in world.desk.person(501).messages() if "принимает" in m.text]


async def test_who_is_gone_is_sent_nothing_more_and_the_administrator_is_told(tmp_path: Path) -> None:
    async with heard(tmp_path) as world:
        world.receiver.answers = [says(410)]
        await a_life(world)
        await world.send()
        await world.desk.lead()
        await world.passes(hours=80)
        assert len(world.receiver.came) == 1
        assert world.desk.person(501).sees("410")
        hook, rows = await of_hook(world)
        assert hook.off is Off.GONE
        assert {row.state for row in rows} == {DeliveryState.OFF}
        assert len(rows) == len({row.seq for row in rows if row.lead == 1}), (
            "of what came later nothing is kept"
        )


@pytest.mark.parametrize("status", [429, 503])
async def test_who_asks_to_be_left_alone_is_left_alone(tmp_path: Path, status: int) -> None:
    async with heard(tmp_path, events=["lead.handed"]) as world:
        world.receiver.answers = [says(status, Retry_After="120")]
        await world.desk.lead()
        await world.send()
        await world.desk.lead()
        await world.passes(seconds=100)
        assert len(world.receiver.came) == 1, "no other lead either"
        await world.passes(seconds=20)
        assert world.receiver.types() == ["lead.handed", "lead.handed"]


async def test_they_may_name_the_time_too(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.handed"]) as world:
        then = world.desk.clock.now() + timedelta(minutes=3)
        world.receiver.answers = [says(503, Retry_After=format_datetime(then, usegmt=True))]
        await world.desk.lead()
        await world.send()
        await world.passes(seconds=150)
        assert len(world.receiver.came) == 1
        await world.passes(seconds=31)
        assert world.receiver.types() == ["lead.handed"]


async def test_an_address_of_the_own_net_is_not_even_knocked_at(tmp_path: Path) -> None:
    async with heard(tmp_path, private=False) as world:
        await world.desk.lead()
        await world.send()
        assert world.receiver.came == []
        _, rows = await of_hook(world)
        assert rows[0].log[0]["why"] == "forbidden"


async def test_nothing_is_sent_unsigned(tmp_path: Path) -> None:
    async with heard(tmp_path, secret_env="NOBODY_HAS_SET_THIS") as world:
        await world.desk.lead()
        await world.send()
        assert world.receiver.came == []
        _, rows = await of_hook(world)
        assert rows[0].log[0]["why"] == "secret"


async def test_while_a_secret_is_rotated_both_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with heard(tmp_path, events=["lead.handed"]) as world:
        new = made_of(b"another secret of 24 bytes" * 2)
        monkeypatch.setenv(VARIABLE, f"{new} {SECRET}")
        await world.desk.lead()
        await world.send()
        world.receiver.secret = new
        await world.desk.lead()
        await world.send()
        assert [letter.signatures for letter in world.receiver.taken] == [2, 2]


async def test_what_is_not_sent_yet_is_sent_by_the_next_program(tmp_path: Path) -> None:
    async with heard(tmp_path) as world:
        await a_life(world)
        post = world.desk.app.sender.post
        await world.desk.restarts()
        world.desk.app.sender.post = post
        await world.send()
        assert world.receiver.types()[: len(LIFE)] == LIFE


async def test_who_is_erased_meanwhile_is_told_to_nobody(tmp_path: Path) -> None:
    async with heard(tmp_path, personal=True, events=["lead.handed"]) as world:
        world.receiver.answers = [says(500)]
        await a_life(world)
        await world.send()
        assert parsed(world.receiver.came[0])["client"]["name"] == "Рустам"
        await Erasure(world.desk.app.door).erase(Sought(phones=("+78432000001",)))
        await world.passes(seconds=5)
        assert parsed(world.receiver.taken[0])["client"] is None
        stored = await world.desk.stored()
        assert "Рустам" not in str(stored["deliveries"]), "nor was it ever stored with what is sent"


async def test_what_arrived_days_ago_is_forgotten(tmp_path: Path) -> None:
    async with heard(tmp_path, events=["lead.handed"]) as world:
        await world.desk.lead()
        await world.send()
        await world.desk.lead()
        world.receiver.answers = [says(500)] * 20
        await world.send()
        world.desk.clock.advance(timedelta(days=8))
        await world.desk.app.clockwork.forget()
        _, rows = await of_hook(world)
        assert [row.lead for row in rows] == [2], "what has not arrived is not forgotten"
