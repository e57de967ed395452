"""What the bot draws and writes, as a visitor of the demo page sees it in a real browser."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from itertools import count

import pytest
import pytest_asyncio
from aiohttp.test_utils import TestServer
from playwright.async_api import Browser, expect

from bot.clock import SystemClock
from bot.courier.telegram import editing, new_messages, sending
from bot.demo.office import DemoOffice
from bot.demo.run import demo_office
from bot.demo.server import page_server
from bot.standin.limits import Limits
from screens.buttons.of_lead import Claim
from screens.content import Button, Document, Picture
from screens.pictures.drawing import draw_roster
from screens.texts import texts_for
from screens.views.pictures import RosterPicture, RosterSpan
from tests.bot.demo.office_page import PHONE, OfficePage, browser, browser_path, tab
from tests.stories.words import APPROVE

DIRECTOR = 401
MONDAY = date(2026, 11, 23)
NINE_HOURS = timedelta(hours=9)


pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.waits]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def demo() -> AsyncIterator[DemoOffice]:
    browser_path()
    async with demo_office(SystemClock()) as office:
        office.telegram.limits = Limits(count(0.0, 2.0).__next__)  # the greetings take no place
        yield office


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site(demo: DemoOffice) -> AsyncIterator[tuple[Browser, str]]:
    """A browser, and the address of the page."""
    async with TestServer(page_server(demo)) as server, browser() as chromium:
        yield chromium, str(server.make_url("/"))


async def roster(*names: str, lasting: timedelta = NINE_HOURS) -> Picture:
    """One of these people on each day, from nine on."""
    days = [datetime.combine(MONDAY + timedelta(days=day), time(9)) for day in range(len(names))]
    spans = tuple(RosterSpan(day, day + lasting, name) for day, name in zip(days, names, strict=True))
    png = await draw_roster(RosterPicture("Казань", MONDAY, spans), texts_for("ru"))
    keyboard = ((Button("Утвердить", Claim(lead=1)), Button("Другой", Claim(lead=2))),)
    return Picture(png, "график.png", "Предложение: <b>поровну</b>", keyboard)


async def test_a_picture_of_the_bot_is_seen_whole_with_its_words_and_buttons_and_so_is_its_edit(
    demo: DemoOffice, site: tuple[Browser, str]
) -> None:
    bot = demo.app.bot
    proposal = await roster("Пётр Петров", "Ольга Сидорова", "Иван Иванов")
    async with tab(*site) as page:
        director = page.person("orlova")
        (number,) = new_messages(await bot(sending(DIRECTOR, proposal)))
        message = director.node.locator(f'article.bot[data-message-id="{number}"]')
        picture = message.locator("img")
        await expect(picture).to_have_js_property("naturalWidth", 1792)
        await expect(message.locator("strong")).to_have_text("поровну")
        await expect(message.get_by_role("button", name=APPROVE)).to_be_visible()
        assert await is_whole(page, number)
        before = await picture.get_attribute("src")

        another = replace(await roster("Иван Иванов"), caption="Утверждён", keyboard=())
        await bot(editing(DIRECTOR, number, another))
        await expect(message).to_contain_text("Утверждён")
        await expect(picture).not_to_have_attribute("src", before or "")
        await expect(picture).to_have_js_property("naturalWidth", 1792)
        await expect(message.get_by_role("button", name=APPROVE)).to_have_count(0)

        await message.locator("button.photo").click()
        await expect(page.page.locator("#viewer img")).to_be_visible()


@pytest.mark.parametrize("size", [PHONE, (700, 1000)], ids=["phone", "tablet"])
async def test_a_high_picture_is_as_wide_as_the_chat_and_is_not_cut(
    demo: DemoOffice, site: tuple[Browser, str], size: tuple[int, int]
) -> None:
    high = await roster(*(f"Менеджер {number}" for number in range(7)), lasting=timedelta(hours=16))
    async with tab(*site, size) as page:
        await page.page.locator("#tabs button", has_text="Мария").click()
        (number,) = new_messages(await demo.app.bot(sending(DIRECTOR, high)))
        message = page.person("orlova").node.locator(f'article[data-message-id="{number}"]')
        await expect(message.locator("img")).to_have_js_property("naturalWidth", 1792)
        photo, bubble = [await message.locator(part).bounding_box() for part in ("img", ".bubble")]
        assert photo and bubble and photo["width"] > 0.95 * bubble["width"]
        assert await is_whole(page, number)
        assert await page.page.evaluate("document.documentElement.scrollWidth") == size[0]


@pytest.mark.parametrize(("language", "words"), [("ru", "Скачать"), ("en", "Download")])
async def test_a_document_of_the_bot_is_a_file_with_its_name_to_be_downloaded(
    demo: DemoOffice, site: tuple[Browser, str], language: str, words: str
) -> None:
    report = Document(b"PK\x03\x04" + bytes(12_000), "Отчёт 2026-11-23.xlsx", "📗 Отчёт за <b>23 ноября</b>")
    async with tab(*site) as page:
        await page.page.locator(f'button[data-locale="{language}"]').click()
        (number,) = new_messages(await demo.app.bot(sending(DIRECTOR, report)))
        message = page.person("orlova").node.locator(f'article.bot[data-message-id="{number}"]')
        file = message.locator("a.file")
        await expect(file.locator(".name")).to_have_text(report.name)
        await expect(file.locator(".size")).to_have_text("12 KB")
        await expect(file).to_have_attribute("aria-label", re.compile(words))
        await expect(message.locator("strong")).to_have_text("23 ноября")
        async with page.page.expect_download() as download:
            await file.click()
        saved = await download.value
        assert saved.suggested_filename == report.name
        assert await asyncio.to_thread((await saved.path()).read_bytes) == report.data


async def is_whole(page: OfficePage, message: int) -> bool:
    """Nothing of the picture is cut off: it has the shape in which it was drawn."""
    shapes: list[float] = await page.page.locator(f'article[data-message-id="{message}"] img').evaluate(
        "(img) => [img.naturalWidth / img.naturalHeight, img.clientWidth / img.clientHeight]"
    )
    return shapes[0] == pytest.approx(shapes[1], rel=0.02)
