"""What the bot draws, as a visitor of the demo page sees it in a real browser."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import expect

from bot.clock import AdjustableClock, SystemClock
from bot.courier.telegram import editing, new_messages, sending
from bot.demo.office import DemoOffice
from bot.demo.run import demo_office
from bot.demo.server import page_server
from bot.pictures.drawing import draw_roster
from bot.standin.limits import Limits
from handlers.buttons import Claim
from handlers.picture_views import RosterPicture, RosterSpan
from handlers.screen import Button, Picture
from handlers.texts import texts_for
from tests.demo.office_page import PHONE, OfficePage, browser, browser_path, tab

DIRECTOR = 401
MONDAY = date(2026, 11, 23)
NINE_HOURS = timedelta(hours=9)


@pytest_asyncio.fixture
async def demo() -> AsyncIterator[DemoOffice]:
    browser_path()
    async with demo_office(AdjustableClock(SystemClock())) as office:
        office.telegram.limits = Limits(count(0.0, 2.0).__next__)  # the greetings take no place
        yield office


async def roster(*names: str, lasting: timedelta = NINE_HOURS) -> Picture:
    """One of these people on each day, from nine on."""
    days = [datetime.combine(MONDAY + timedelta(days=day), time(9)) for day in range(len(names))]
    spans = tuple(RosterSpan(day, day + lasting, name) for day, name in zip(days, names, strict=True))
    png = await draw_roster(RosterPicture("Казань", MONDAY, spans), texts_for("ru"))
    keyboard = ((Button("Утвердить", Claim(lead=1)), Button("Другой", Claim(lead=2))),)
    return Picture(png, "график.png", "Предложение: <b>поровну</b>", keyboard)


async def test_a_picture_of_the_bot_is_seen_whole_with_its_words_and_buttons_and_so_is_its_edit(
    demo: DemoOffice,
) -> None:
    bot = demo.app.bot
    proposal = await roster("Пётр Петров", "Ольга Сидорова", "Иван Иванов")
    async with (
        TestServer(page_server(demo)) as server,
        browser() as chromium,
        tab(chromium, str(server.make_url("/"))) as page,
    ):
        director = page.person("orlova")
        (number,) = new_messages(await bot(sending(DIRECTOR, proposal)))
        message = director.node.locator(f'article.bot[data-message-id="{number}"]')
        picture = message.locator("img")
        await expect(picture).to_have_js_property("naturalWidth", 1792)
        await expect(message.locator("strong")).to_have_text("поровну")
        await expect(message.get_by_role("button", name="Утвердить")).to_be_visible()
        assert await is_whole(page, number)
        before = await picture.get_attribute("src")

        another = replace(await roster("Иван Иванов"), caption="Утверждён", keyboard=())
        await bot(editing(DIRECTOR, number, another))
        await expect(message).to_contain_text("Утверждён")
        await expect(picture).not_to_have_attribute("src", before or "")
        await expect(picture).to_have_js_property("naturalWidth", 1792)
        await expect(message.get_by_role("button", name="Утвердить")).to_have_count(0)

        await message.locator("button.photo").click()
        await expect(page.page.locator("#viewer img")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, (700, 1000)], ids=["phone", "tablet"])
async def test_a_high_picture_is_as_wide_as_the_chat_and_is_not_cut(
    demo: DemoOffice, size: tuple[int, int]
) -> None:
    high = await roster(*(f"Менеджер {number}" for number in range(7)), lasting=timedelta(hours=16))
    async with (
        TestServer(page_server(demo)) as server,
        browser() as chromium,
        tab(chromium, str(server.make_url("/")), size) as page,
    ):
        await page.page.locator("#tabs button").last.click()
        (number,) = new_messages(await demo.app.bot(sending(DIRECTOR, high)))
        message = page.person("orlova").node.locator(f'article[data-message-id="{number}"]')
        await expect(message.locator("img")).to_have_js_property("naturalWidth", 1792)
        photo, bubble = [await message.locator(part).bounding_box() for part in ("img", ".bubble")]
        assert photo and bubble and photo["width"] > 0.95 * bubble["width"]
        assert await is_whole(page, number)
        assert await page.page.evaluate("document.documentElement.scrollWidth") == size[0]


async def is_whole(page: OfficePage, message: int) -> bool:
    """Nothing of the picture is cut off: it has the shape in which it was drawn."""
    shapes: list[float] = await page.page.locator(f'article[data-message-id="{message}"] img').evaluate(
        "(img) => [img.naturalWidth / img.naturalHeight, img.clientWidth / img.clientHeight]"
    )
    return shapes[0] == pytest.approx(shapes[1], rel=0.02)
