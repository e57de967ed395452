"""One's own duty in the calendar of one's phone: an address is made, read, and revoked."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer
from icalendar import Calendar

from bot.settings import Settings
from bot.web import web_site
from tests.offices import DUTY, varied
from tests.stories.desk import Desk, at_work, empty_database, office
from tests.stories.duties import seeks
from tests.stories.office.test_roster_shifts import at_day
from tests.stories.people import Person
from tests.stories.test_calendar import Reached
from tests.stories.words import TAKE_SHIFT

SETTINGS = Settings(_env_file=None, public_url="https://office.example", http_port=8080)
ADDRESS = re.compile(r"https://office\.example(/duty/[0-9a-f]{40}\.ics)")


@dataclass
class Phone:
    """The calendar of somebody's phone, which knows an address and nothing else."""

    desk: Desk
    client: TestClient[web.Request, web.Application]

    async def asks(self, path: str, **headers: str) -> tuple[int, str, str]:
        """Status, body, ETag."""
        async with self.client.get(path, headers=headers) as answer:
            return answer.status, await answer.text(), answer.headers.get("ETag", "")

    async def duties(self, path: str) -> list[str]:
        status, body, _ = await self.asks(path)
        assert status == 200
        events = Calendar.from_ical(body).walk("VEVENT")
        return [
            f"{e.decoded('dtstart'):%d.%m %H:%M}-{e.decoded('dtend'):%H:%M} {e['summary']}" for e in events
        ]


@asynccontextmanager
async def reached(path: Path) -> AsyncIterator[Phone]:
    async with (
        at_work(Reached(await empty_database(path)), DUTY) as desk,
        TestClient(TestServer(web_site(desk.app, SETTINGS, desk.clock))) as client,
    ):
        yield Phone(desk, client)


async def makes(person: Person) -> str:
    """Returns the path of the address."""
    await person.sends("/roster")
    await person.taps("В календарь телефона")
    await person.taps("Сделать")
    found = ADDRESS.search(person.card("календаре телефона").text)
    assert found
    return found[1]


async def test_a_manager_s_phone_reads_their_duty_and_follows_the_roster(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        desk = phone.desk
        path = await makes(desk.petrov)
        before = await phone.duties(path)
        assert "24.11 06:00-15:00 Дежурство · Все остальные" in before
        assert not any("26.11" in one for one in before), "Thursday is Sidorova's"
        head = await at_day(desk.smirnov)
        await head.taps("09:00–18:00")
        await head.taps("Отдать другому")
        await head.taps("Иван Иванов")
        assert not any("24.11" in one for one in await phone.duties(path))
        assert any("24.11" in one for one in await phone.duties(await makes(desk.ivanov)))


async def test_a_swap_is_in_the_calendar_of_whoever_took_it(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        path = await makes(phone.desk.ivanov)
        await seeks(phone.desk.petrov, "вт 24.11")
        await phone.desk.ivanov.taps(TAKE_SHIFT)
        assert "24.11 06:00-15:00 Дежурство · Все остальные" in await phone.duties(path)


async def test_nothing_of_clients_or_people_is_in_it(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        await phone.desk.lead("Клиент Рустам 8 (843) 200-00-11, окна")
        _, body, _ = await phone.asks(await makes(phone.desk.petrov))
        for word in ("Рустам", "200-00-11", "Петров", "Пётр", "petrov", "№", "Сидорова"):
            assert word not in body
        assert body.startswith("BEGIN:VCALENDAR\r\n") and "X-WR-CALNAME:Дежурства · Окна Казань" in body


async def test_the_same_duty_is_not_sent_twice(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        path = await makes(phone.desk.petrov)
        status, body, tag = await phone.asks(path)
        assert (status, tag[:1]) == (200, '"')
        assert (await phone.asks(path, **{"If-None-Match": tag}))[:2] == (304, "")
        await phone.desk.passes(minutes=5)
        assert (await phone.asks(path))[1] == body, "time alone changes nothing that is to be told"
        assert (await phone.asks(path, **{"If-None-Match": '"other"'}))[0] == 200


async def test_a_revoked_address_is_gone_and_a_new_one_is_another(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        petrov = phone.desk.petrov
        first = await makes(petrov)
        assert await petrov.taps("Сделать новую") == "Ссылка новая, прежняя больше не работает"
        second = ADDRESS.search(petrov.card("календаре телефона").text)
        assert second and second[1] != first
        assert (await phone.asks(first))[0] == 410
        assert (await phone.asks(second[1]))[0] == 200
        await petrov.taps("Отозвать ссылку")
        assert (await phone.asks(second[1]))[:2] == (410, "")
        assert petrov.has("Сделать ссылку")
        await phone.desk.verifies()


async def test_whoever_has_left_is_read_no_more(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        path = await makes(phone.desk.petrov)
        await phone.desk.set_up(varied(DUTY, people={"petrov": None}))
        assert (await phone.asks(path))[0] == 410


async def test_nobody_guesses_an_address(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        path = await makes(phone.desk.petrov)
        near = f"{path[:-5]}{'1' if path[-5] == '0' else '0'}.ics"
        for other in (f"/duty/{'0' * 40}.ics", "/duty/petrov.ics", "/duty/1.ics", path.upper(), near):
            assert (await phone.asks(other))[0] == 404
        stored = str((await phone.desk.stored())["feeds"])
        assert path[6:46] not in stored, "what is stored does not open it"
        nonce = re.findall(r"[\w-]{22}(?=')", stored)[0]
        assert (await phone.asks(f"/duty/{nonce}.ics"))[0] == 404


async def test_without_an_address_of_the_office_there_is_no_button(tmp_path: Path) -> None:
    async with office(tmp_path, DUTY) as desk:
        await desk.petrov.sends("/roster")
        assert not desk.petrov.has("В календарь телефона")
    async with reached(tmp_path) as phone:
        await phone.desk.smirnov.sends("/roster")
        assert not phone.desk.smirnov.has("В календарь телефона"), "the head has no duty of their own"


async def test_the_past_is_kept_for_four_weeks_and_the_rest_for_twelve(tmp_path: Path) -> None:
    async with reached(tmp_path) as phone:
        path = await makes(phone.desk.petrov)
        days = [one[:5] for one in await phone.duties(path)]
        now = phone.desk.clock.now()
        assert (
            days[0] == f"{now - timedelta(weeks=4):%d.%m}" or days[0] == f"{now - timedelta(days=27):%d.%m}"
        )
        assert len(days) == 16 * 3
