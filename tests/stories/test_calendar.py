"""The roster's calendar over HTTP, as the Mini App asks for it: who sees what, who changes what, two at once."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from aiogram import Bot
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

from bot.app import App, build_app
from bot.app_site.init_data import signed
from bot.settings import Settings
from bot.web import web_site
from files.office_file import dump_office
from storage import changes
from storage.offices import read_office
from tests.offices import DUTY, varied
from tests.stories.desk import Desk, at_work, empty_database, office
from tests.stories.words import CLAIM

pytestmark = pytest.mark.usefixtures("one_thread")

OFFICE = varied(DUTY, people={"admin": {"name": "Артур Галеев", "telegram_id": 501, "roles": ["admin"]}})
HEAD, PETROV, SECRETARY, DIRECTOR, ADMIN = 301, 201, 101, 401, 501
Body = dict[str, Any]


@dataclass
class Page:
    """The Mini App in somebody's hands, without a browser."""

    desk: Desk
    client: TestClient[web.Request, web.Application]

    def said(self, account: int, *, token: str = "", age: timedelta = timedelta(0)) -> str:
        at = self.desk.clock.now() - age
        fields = {
            "auth_date": str(int(at.timestamp())),
            "user": json.dumps({"id": account, "first_name": "x"}),
        }
        return f"tma {signed(fields, token or self.desk.telegram.token)}"

    async def asks(self, account: int, path: str = "/app/month", said: str | None = None) -> tuple[int, Body]:
        headers = {"Authorization": self.said(account) if said is None else said}
        async with self.client.get(path, headers=headers) as answer:
            return answer.status, await answer.json()

    async def month(self, account: int = HEAD) -> Body:
        status, body = await self.asks(account, "/app/month?segment=rest&month=2026-11")
        assert status == 200
        return body

    async def wants(self, account: int, do: str, seen: Body, **wish: Any) -> tuple[int, Body]:
        body = {"do": do, "segment": "rest", "month": "2026-11", "version": seen["version"], **wish}
        headers = {"Authorization": self.said(account)}
        async with self.client.post("/app/change", json=body, headers=headers) as answer:
            return answer.status, await answer.json()


@asynccontextmanager
async def calendar(path: Path) -> AsyncIterator[Page]:
    settings = Settings(_env_file=None, public_url="https://office.example", http_port=8080)
    async with (
        office(path, OFFICE) as desk,
        TestClient(TestServer(web_site(desk.app, settings, desk.clock))) as client,
    ):
        yield Page(desk, client)


def duty(month: Body, who: str, day: int) -> Body:
    found = next(d for d in month["duties"] if d["who"] == who and d["from"].startswith(f"2026-11-{day}"))
    return {key: found[key] for key in ("who", "start", "end")}


def said(month: Body, day: int) -> list[str]:
    return [
        f"{d['who']} {d['from'][11:]}-{d['to'][11:]} {d['basis']}"
        for d in month["duties"]
        if d["from"].startswith(f"2026-11-{day}")
    ]


async def test_a_month_shows_people_days_and_shifts_to_whoever_may_see_them(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        month = await page.month()
        assert (month["writes"], month["me"], month["segment"], len(month["days"])) == (
            True,
            "smirnov",
            "rest",
            30,
        )
        assert [p["id"] for p in month["people"]] == ["petrov", "sidorova", "ivanov"]
        assert said(month, 23) == ["petrov 09:00-18:00 weekly"]
        assert said(month, 28) == ["ivanov 10:00-15:00 weekly"]
        assert [s["id"] for s in month["segments"]] == ["rest", "tatarstan"], (
            "whoever runs the office prepares others"
        )
        assert not (await page.month(PETROV))["writes"]
        assert [s["id"] for s in (await page.month(PETROV))["segments"]] == ["rest"]
        assert not (await page.month(DIRECTOR))["writes"]
        assert (await page.month(ADMIN))["writes"]
        status, _ = await page.asks(SECRETARY)
        assert status == 403


async def test_who_is_not_vouched_for_is_told_nothing(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        page.desk.telegram.add_user(999, "Stranger")
        for account, said_by, expected in (
            (HEAD, "", 401),
            (HEAD, page.said(HEAD)[:-1] + "x", 401),
            (HEAD, page.said(HEAD, age=timedelta(hours=25)), 401),
            (HEAD, page.said(HEAD, age=-timedelta(minutes=5)), 401),
            (HEAD, page.said(HEAD, token="1:of_another_bot"), 401),
            (999, None, 403),
            (SECRETARY, None, 403),
        ):
            for path in ("/app/month", "/app/month?segment=nonsense"):
                status, body = await page.asks(account, path, said_by)
                assert (status, list(body)) == (expected, ["error"])
        before = await page.month()
        assert (await page.wants(PETROV, "remove", before, duty=duty(before, "petrov", 24)))[0] == 403
        assert (await page.wants(DIRECTOR, "remove", before, duty=duty(before, "petrov", 24)))[0] == 403
        assert await page.month() == before


async def test_a_shift_is_given_and_file_history_and_ledger_agree(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        month = await page.month()
        status, now = await page.wants(
            HEAD, "move", month, duty=duty(month, "petrov", 24), who="ivanov", day="2026-11-24"
        )
        assert status == 200
        assert said(now, 24) == ["ivanov 09:00-18:00 dated"]
        async with page.desk.database.reading() as store:
            assert 'who = "ivanov"\nfrom = 2026-11-24T09:00:00' in dump_office(read_office(store))
            assert changes.newest(store, 1)[0].person == "smirnov"
        await page.desk.verifies()
        await page.desk.settle()
        assert page.desk.ivanov.sees("Сергей Смирнов: у вас новая смена — вт 24.11 09:00–18:00")
        assert page.desk.petrov.sees("Сергей Смирнов: смены вт 24.11 09:00–18:00 у вас больше нет")
        assert not page.desk.smirnov.sees("смен")
        assert not page.desk.sidorova.sees("смен")
        await page.desk.passes(days=1)
        await page.desk.lead("Клиент 8 (495) 200-00-00, двери")
        assert page.desk.ivanov.card(button=CLAIM), "whoever is on duty by the calendar gets the lead"


async def test_two_who_change_at_once_see_each_other(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        seen = await page.month()
        _, changed = await page.wants(HEAD, "remove", seen, duty=duty(seen, "petrov", 24))
        _, body = await page.asks(ADMIN, "/app/version")
        assert body["version"] == changed["version"] != seen["version"]
        assert (await page.month(ADMIN))["changed_by"] == "Сергей Смирнов"
        wish = {"duty": duty(seen, "petrov", 24), "who": "ivanov", "day": "2026-11-25"}
        status, answer = await page.wants(ADMIN, "move", seen, **wish)
        assert status == 409
        assert answer["error"] == "Этой смены уже нет: график изменился"
        assert said(answer["now"], 24) == [], "and is shown how it is"
        status, merged = await page.wants(ADMIN, "remove", seen, duty=duty(seen, "sidorova", 26))
        assert status == 200, "what the other has not touched is changed all the same"
        assert said(merged, 24) == said(merged, 26) == []
        assert (await page.wants(ADMIN, "week", seen, day="2026-11-30"))[0] == 409


async def test_what_goes_beyond_the_limits_is_named_and_done_only_anyway(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        month = await page.month()
        wish = {"who": "petrov", "day": "2026-11-24", "from": "18:00", "to": "23:00"}
        assert (await page.wants(HEAD, "add", month, **wish)) == (
            422,
            {"beyond": ["⚠️ Пётр Петров: мало отдыха между сменами"]},
        )
        assert await page.month() == month
        status, now = await page.wants(HEAD, "add", month, anyway=True, **wish)
        assert status == 200
        assert now["beyond"]


async def test_a_week_is_repeated_and_what_is_wrong_changes_nothing(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        month = await page.month()
        _, month = await page.wants(HEAD, "remove", month, duty=duty(month, "petrov", 25))
        status, month = await page.wants(HEAD, "week", month, day="2026-11-30")
        assert status == 200
        status, december = await page.asks(HEAD, "/app/month?segment=rest&month=2026-12")
        assert not [d for d in december["duties"] if d["from"].startswith("2026-12-02")]
        before = await page.month()
        for do, wish, expected in (
            ("add", {}, 409),
            ("add", {"who": "nobody", "day": "2026-11-27"}, 409),
            ("remove", {}, 409),
            ("remove", {"duty": duty(before, "petrov", 23) | {"start": "yesterday"}}, 400),
            ("explode", {}, 400),
            (
                "add",
                {"who": "petrov", "day": "2026-11-27", "from": "09:00", "to": "10:00", "segment": "x"},
                409,
            ),
            ("add", {"who": "petrov", "day": "2020-11-27", "from": "09:00", "to": "10:00"}, 409),
        ):
            assert (await page.wants(HEAD, do, before, **wish))[0] == expected, (do, wish)
        assert (await page.asks(HEAD, "/app/month?month=1970-01"))[0] == 400
        assert (await page.asks(HEAD, "/app/month?month=x"))[0] == 400
        assert await page.month() == before


async def test_who_is_not_there_is_shown_behind_the_shifts(tmp_path: Path) -> None:
    mornings = {"ivanov": {"hours": {"mon-fri": "09:00-13:00"}}}
    async with calendar(tmp_path) as page:
        await page.desk.set_up(varied(OFFICE, people=mornings))
        await page.desk.petrov.sends("/off с 25 по 26 ноября")
        people = {one["id"]: one for one in (await page.month())["people"]}
        assert people["petrov"]["leave"] == ["2026-11-25", "2026-11-26"]
        assert people["sidorova"]["leave"] == people["sidorova"]["free"] == []
        assert people["ivanov"]["free"][-2:] == ["2026-11-28", "2026-11-29"], (
            "the weekend is not among his hours"
        )
        month = await page.month()
        wish = {"who": "petrov", "day": "2026-11-26", "from": "10:00", "to": "12:00"}
        status, body = await page.wants(HEAD, "add", month, **wish)
        assert (status, body) == (422, {"beyond": ["⚠️ Пётр Петров: отпуск, а смена чт 26.11 10:00–12:00"]})


async def test_the_plan_of_every_week_is_changed_there_too(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        month = await page.month()
        wish = {"who": "ivanov", "day": "2026-11-24", "from": "18:00", "to": "20:00", "weekly": True}
        status, month = await page.wants(HEAD, "add", month, **wish)
        assert status == 200
        assert said(month, 24)[-1] == "ivanov 18:00-20:00 weekly"
        assert said(month, 17)[-1] == "ivanov 18:00-20:00 weekly"
        async with page.desk.database.reading() as store:
            assert 'who = "ivanov"\nweekly = "tue 18:00-20:00"' in dump_office(read_office(store))
        evening = next(d for d in month["duties"] if d["from"] == "2026-11-24T18:00")
        body = {key: evening[key] for key in ("who", "start", "end")}
        status, month = await page.wants(HEAD, "remove", month, duty=body, weekly=True)
        assert status == 200
        assert said(month, 24) == ["petrov 09:00-18:00 weekly"]
        assert (await page.wants(HEAD, "remove", month, duty=body, weekly=True))[0] == 409
        await page.desk.verifies()


async def test_the_way_in_is_a_button_where_the_outside_reaches_the_page(tmp_path: Path) -> None:
    async with at_work(Reached(await empty_database(tmp_path)), OFFICE) as desk:
        for person, command in (
            (desk.petrov, "/roster"),
            (desk.smirnov, "/roster"),
            (desk.person(ADMIN), "/office"),
        ):
            await person.sends(command)
            assert {"text": "📅 Календарь смен", "web_app": {"url": "https://office.example/app"}} in [
                key
                for message in person.messages()
                for row in message.raw.get("reply_markup", {}).get("inline_keyboard", ())
                for key in row
            ]
    async with office(tmp_path, OFFICE) as desk:
        await desk.smirnov.sends("/roster")
        assert not desk.smirnov.has("Календарь смен")


class Reached(Desk):
    """The outside reaches its pages."""

    def _build(self) -> App:
        bot = Bot(self.telegram.token, session=self._session())
        name, where = self.telegram.bot.username or "", "https://office.example"
        return build_app(bot, name, self.database, self.clock, self.admins, public_url=where)


async def test_the_page_itself_is_open_and_asks_nobody_else(tmp_path: Path) -> None:
    async with calendar(tmp_path) as page:
        for path, kind in (("/app", "text/html"), ("/app/page/app.js", "text/javascript")):
            async with page.client.get(path) as answer:
                assert (answer.status, answer.content_type) == (200, kind)
                assert "connect-src 'self'" in answer.headers["Content-Security-Policy"]
        for path in ("/app/page/index.html", "/app/page/..%2fsite.py", "/app/page/site.py"):
            assert (await page.client.get(path)).status == 404
        without = web_site(page.desk.app, Settings(_env_file=None, http_port=8080), page.desk.clock)
        async with TestClient(TestServer(without)) as client:
            assert (await client.get("/app")).status == 404, "without PUBLIC_URL it is off"
