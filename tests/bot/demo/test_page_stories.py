"""The office's stories, played by a visitor of the demo page in a real browser."""

from __future__ import annotations

import asyncio
import re
import signal
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from tests.bot.demo.demo_program import demo_program, left_in
from tests.bot.demo.office_page import MANAGERS, PATIENCE, PHONE, Chat, OfficePage, browser, browser_path, tab
from tests.stories.words import CLAIM, DECLINE, DISCARD, SALE

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.waits]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    """One program for the file. Asked to end, it ends well: no traceback, no file left behind."""
    browser_path()
    temporary: Path = tmp_path_factory.mktemp("demo")
    async with demo_program(temporary, "--port", "0") as program:
        yield program.address
        code, errors = await program.ends(signal.SIGTERM)
        assert code == 0
        assert "Traceback" not in errors
        assert left_in(temporary) == []


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with browser() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def office(chromium: Browser, address: str) -> AsyncIterator[OfficePage]:
    async with tab(chromium, address) as page:
        yield page


async def test_the_language_switch_turns_the_page_the_people_and_their_cards(office: OfficePage) -> None:
    await office.lead_comes_in()
    anna = office.person("anna")
    await office.page.get_by_role("button", name="EN", exact=True).click()
    await expect(office.page.locator("#drop-lead")).to_have_text("A call came in")
    await expect(office.page.locator("#office")).to_have_text("Kazan Windows")
    await expect(anna.node.get_by_role("heading")).to_have_text("Anna Sekretareva")
    await expect(anna.node.get_by_role("button", name="Hand over").last).to_be_visible()
    async with asyncio.timeout(PATIENCE / 1000):
        while not re.fullmatch(r"[\x00-\x7f]+", await commands(anna)):
            continue
    await office.page.get_by_role("button", name="RU", exact=True).click()
    await expect(anna.drafts.last).to_be_visible()


async def test_after_a_throw_of_dice_the_chat_goes_on(office: OfficePage) -> None:
    petrov = office.person("petrov")
    await petrov.sends("🎰")
    await expect(petrov.node.locator("article.mine", has_text=re.compile(r"🎰 \d+"))).to_be_visible()
    await petrov.sends("/help")
    await petrov.sees("вот что здесь можно")


async def test_a_lead_is_declined_claimed_and_sold_and_the_director_sees_it(office: OfficePage) -> None:
    await office.lead_comes_in()
    lead = await office.lead_is_handed_over()
    first = await office.offered(lead)
    await first.taps(DECLINE)
    await first.has_no_button(CLAIM)
    second = await office.offered(lead)
    assert second.key != first.key
    await second.taps(CLAIM)
    await second.sees("Лид ваш")
    await second.taps(SALE)
    await second.sees("Какая сумма?")
    await second.sends("120 000")
    anna, orlova = office.person("anna"), office.person("orlova")
    await expect(await second.sees(f"№{lead} ·")).to_contain_text(re.compile(r"Продажа: 120\s000"))
    card = await anna.sees(f"№{lead} ")
    await expect(card).to_contain_text("💰 Продажа")
    await expect(card).not_to_contain_text(re.compile(r"120\s000"))
    await orlova.sends("/report")
    await orlova.sees(re.compile(r"Продаж: 1 на 120\s000"))


async def test_nobody_takes_a_lead_until_the_director_does(office: OfficePage) -> None:
    anna, orlova = office.person("anna"), office.person("orlova")
    await office.lead_comes_in()
    lead = await office.lead_is_handed_over()
    await office.offered(lead)
    card = await anna.sees(f"№{lead} ")
    while "решает директор" not in (status := await offered_to(card)):
        await office.time_jumps_until(card, status)
    await orlova.sees("Решите сами")
    await orlova.taps(CLAIM)
    await expect(card).to_contain_text("Мария Орлова")
    await expect(card).to_contain_text("Взят")
    for key in MANAGERS:
        await office.person(key).has_no_button(CLAIM)


async def test_a_lead_moves_on_from_whoever_has_blocked_the_bot(office: OfficePage) -> None:
    anna, smirnov = office.person("anna"), office.person("smirnov")
    for key in MANAGERS:
        await office.person(key).chooses("Заблокировать бота")
        await expect(office.person(key).node.get_by_text("Бот заблокирован")).to_be_visible()
    await anna.sends("Нина, 8 495 212-45-68, балкон")
    await anna.sees("+7 495 212-45-68")
    lead = await office.lead_is_handed_over()
    assert (await office.offered(lead)).key == "smirnov"
    for name in ("Пётр Петров", "Ольга Сидорова", "Иван Иванов"):
        await smirnov.sees(name)
    await smirnov.taps(CLAIM)
    await smirnov.sees("Лид ваш")
    for key in MANAGERS:
        await office.person(key).node.get_by_role("button", name="Вернуться к боту").click()
        await expect(office.person(key).node.get_by_role("textbox")).to_be_visible()


async def test_pictures_and_voices_reach_whoever_claims(office: OfficePage) -> None:
    await office.lead_comes_in("Альбом")
    anna = office.person("anna")
    await expect(anna.node.locator(".album").last.locator("img")).to_have_count(3)
    lead = await office.lead_is_handed_over()
    holder = await office.offered(lead)
    await holder.taps(CLAIM)
    pictures = holder.node.locator("article.bot .album").last.locator("img")
    await expect(pictures).to_have_count(3)
    await expect(pictures.first).to_have_js_property("naturalWidth", 640)
    await office.lead_comes_in("Голосовое")
    voice = anna.node.locator(".voice").last
    await voice.get_by_role("button", name="Слушать").click()
    await expect(voice.get_by_role("button", name="Пауза")).to_be_visible()
    await anna.taps(DISCARD)


async def test_on_a_phone_tabs_choose_the_chat_and_count_what_is_new(chromium: Browser, address: str) -> None:
    async with tab(chromium, address, PHONE) as office:
        anna, petrov = office.person("anna"), office.person("petrov")
        await expect(anna.node).to_be_visible()
        await expect(petrov.node).to_be_hidden()
        width = await office.page.evaluate("document.documentElement.scrollWidth")
        assert width == PHONE[0]
        await office.lead_comes_in()
        lead = await office.lead_is_handed_over()
        tabs = office.page.locator("#tabs button")
        news = tabs.filter(has=office.page.locator(".badge:visible")).first
        await news.click()
        await expect(anna.node).to_be_hidden()
        holder = await office.offered(lead)
        await expect(holder.node).to_be_visible()
        await holder.taps(CLAIM)
        await holder.sees("Лид ваш")
        await expect(office.page.locator("#tabs button[aria-pressed=true] .badge")).to_be_hidden()


async def offered_to(card: Locator) -> str:
    """The line of the secretary's card that says who has the offer now."""
    return next(line for line in (await card.inner_text()).splitlines() if line.startswith("👉"))


async def commands(person: Chat) -> str:
    """What the menu beside his input field says."""
    await person.node.locator(".composer .opener button").first.click()
    menu = person.node.locator(".menu:popover-open")
    words = await menu.inner_text()
    await menu.press("Escape")
    await expect(menu).to_have_count(0)
    return words
