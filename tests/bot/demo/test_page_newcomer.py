"""What somebody sees who has never seen Fairlead: what it is, what to do next, on a phone and on a desk."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, expect

from tests.bot.demo.demo_program import demo_program
from tests.bot.demo.office_page import PHONE, OfficePage, browser, browser_path, tab
from tests.stories.words import CALL_BACK, CLAIM, HAND_OVER, REACHED, SALE

ROOM_ABOVE = 120  # pixels of a phone's 844 that are not the chat

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.waits]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def site(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[tuple[Browser, str]]:
    browser_path()
    async with demo_program(tmp_path_factory.mktemp("demo"), "--port", "0") as program, browser() as chromium:
        yield chromium, program.address


async def test_a_newcomer_on_a_phone_is_led_from_the_call_to_the_manager(site: tuple[Browser, str]) -> None:
    async with tab(*site, PHONE) as office:
        page = office.page
        await expect(page.locator("#guide .what")).to_contain_text("честно делит лиды между менеджерами")
        await office.lead_comes_in()
        await expect(page.locator("#guide .what")).to_be_hidden()
        await is_step(office, "Передать")
        lead = await office.lead_is_handed_over()
        hint = page.locator("#next")
        await expect(hint).to_contain_text(re.compile("Дальше: (Пётр|Ольга)"))
        name = re.findall(r"\w+", await hint.inner_text())[1]
        await expect(page.locator("#tabs button", has_text=name).locator(".badge")).to_be_visible()
        await hint.click()
        holder = await office.offered(lead)
        await expect(holder.node).to_be_visible()
        await expect(hint).to_be_hidden()
        box = await holder.node.bounding_box()
        assert box and box["y"] <= ROOM_ABOVE
        await expect(page.locator(".speeds")).to_be_hidden()
        await page.locator("#more").click()
        await expect(page.locator(".speeds")).to_be_visible()
        await holder.taps(CLAIM)
        await holder.sees("Лид ваш")


async def test_the_guide_ticks_what_was_done_in_the_words_of_the_buttons(site: tuple[Browser, str]) -> None:
    async with tab(*site) as office:
        await office.page.get_by_role("button", name="EN", exact=True).click()
        await expect(office.page.locator("#guide li").nth(2)).to_contain_text("Take it")
        await office.page.get_by_role("button", name="RU", exact=True).click()
        anna = office.person("anna")
        await anna.sends("Фарид Мансуров, 8 843 200-77-11, окна")
        await anna.sees("200-77-11")
        lead = await office.lead_is_handed_over()
        holder = await office.offered(lead)
        await holder.taps(CLAIM)
        await holder.sees("Лид ваш")
        await is_step(office, REACHED)
        await holder.taps(REACHED)
        await is_step(office, "Заметка")
        card = await holder.sees(f"№{lead} ")
        await card.locator(".answering").click()
        await holder.sends("Замер в субботу")
        await expect(holder.node.locator(".mine .quote").last).to_contain_text(f"№{lead} ")
        await is_step(office, CALL_BACK)
        await holder.taps(CALL_BACK)
        await holder.taps("завтра")
        await is_step(office, "Он же ещё раз")
        await anna.sends("Фарид снова, 8 843 200-77-11")
        await anna.taps(HAND_OVER)
        await is_step(office, SALE)


async def test_a_text_of_ones_own_is_corrected(site: tuple[Browser, str]) -> None:
    async with tab(*site) as office:
        anna = office.person("anna")
        await anna.sends("Лилия, 8 843 200-77-12, двери")
        mine = anna.node.locator("article.mine", has_text="двери")
        await mine.locator(".answering").click()
        field = anna.node.get_by_role("textbox")
        await expect(field).to_have_value("Лилия, 8 843 200-77-12, двери")
        await anna.sends("Лилия, 8 843 200-77-12, окна")
        await expect(anna.node.locator("article.mine", has_text="77-12, окна")).to_contain_text("изменено")
        await expect(mine).to_have_count(0)


async def test_the_administrator_is_there_and_sets_the_office_up(site: tuple[Browser, str]) -> None:
    async with tab(*site) as office:
        galeev = office.person("galeev")
        await expect(galeev.node.get_by_role("textbox")).to_be_hidden()
        await galeev.node.locator(".face").click()
        await galeev.sends("/office")
        await galeev.sees("Окна Казань")


async def test_the_evening_can_be_tried_and_the_morning_after_it(site: tuple[Browser, str]) -> None:
    async with tab(*site) as office:
        anna, turn = office.person("anna"), office.page.locator("#turn")
        await expect(turn).to_contain_text("Вечер")
        await turn.click()
        await expect(turn).to_contain_text("Утро")
        await anna.sends("Гузель, 8 843 200-77-13, балкон")
        await anna.sees("200-77-13")
        await anna.taps(HAND_OVER)
        await anna.sees("🌙 Офис закрыт")
        await office.day_ends()
        await expect(office.page.locator("#left")).to_have_text("сегодня всё")
        await expect(office.page.locator("#skip")).to_be_disabled()
        await turn.click()
        await expect(turn).to_contain_text("Вечер")
        await expect(office.page.locator("#now")).to_have_text(re.compile("^09:0"))
        card = anna.node.locator("article.bot", has_text="200-77-13").last
        await expect(card).to_contain_text("Предложен")


async def is_step(office: OfficePage, words: str) -> None:
    """What the guide says is to be done now."""
    await expect(office.page.locator("#guide li.now")).to_contain_text(words)
