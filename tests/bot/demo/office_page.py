"""The page as a visitor uses it: columns of people, buttons by their words, waiting for what should be seen."""

from __future__ import annotations

import asyncio
import re
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, ConsoleMessage, Locator, Page, async_playwright, expect

from tests.stories.words import CLAIM, HAND_OVER

BROWSERS = ("chromium", "chromium-browser", "google-chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
PATIENCE = 15_000  # milliseconds until something that should be seen is missed
SETTLED = 300  # milliseconds in which a tap has had its effect
DESKTOP = (1440, 900)
PHONE = (390, 844)
MANAGERS = ("petrov", "sidorova", "ivanov")


NEW_DRAFT = """before => [...document.querySelectorAll('[data-person="anna"] article')].some(
    article => !before.includes(article.dataset.messageId) && article.textContent.includes("Передать"))"""
"""Counting them would not do: one that was there may just be on its way out."""


class OfficePage:
    """One tab. `problems` are the errors that the browser has seen."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.problems: list[str] = []
        page.on("console", self._hear)
        page.on("pageerror", lambda error: self.problems.append(str(error)))

    def person(self, key: str) -> Chat:
        return Chat(self.page.locator(f'[data-person="{key}"]'), key)

    async def lead_comes_in(self, kind: str = "") -> None:
        """By the button, or of a kind chosen by its words from the menu beside it. Its draft is there then."""
        drafts = self.person("anna").drafts
        before = await drafts.evaluate_all("nodes => nodes.map(node => node.dataset.messageId)")
        if kind:
            await self.page.locator(".lead .kinds").click()
            await self.page.locator(".menu:popover-open").get_by_role("button", name=kind).click()
        else:
            await self.page.locator("#drop-lead").click()
        await self.page.wait_for_function(NEW_DRAFT, arg=before, timeout=PATIENCE)

    async def lead_is_handed_over(self) -> int:
        """The secretary's newest draft. Returns the lead's number."""
        anna = self.person("anna")
        number = await anna.drafts.last.get_attribute("data-message-id")
        card = anna.node.locator(f'article[data-message-id="{number}"]')
        await card.get_by_role("button", name=HAND_OVER).click()
        await expect(card).to_contain_text(re.compile(r"№\d"))
        found = re.search(r"№(\d+)", await card.inner_text())
        assert found
        return int(found[1])

    async def offered(self, lead: int) -> Chat:
        """The one person who can claim this lead now."""
        offer = self.page.locator("article", has_text=f"№{lead} ")
        live = offer.filter(has=self.page.get_by_role("button", name=CLAIM))
        await expect(live).to_have_count(1)
        column = self.page.locator("[data-person]", has=live)
        return self.person(await column.get_attribute("data-person") or "")

    async def time_jumps(self) -> None:
        await self.page.locator("#skip").click()

    async def time_jumps_until(self, card: Locator, gone: str) -> None:
        """Until the card does not say it any more: other things may be due before."""
        async with asyncio.timeout(PATIENCE / 1000):
            while gone in await card.inner_text():
                await self.time_jumps()
                await self.page.wait_for_timeout(SETTLED)

    async def day_ends(self) -> None:
        """All that is due today has come: the look at what was written down, the summary."""
        skip = self.page.locator("#skip")
        async with asyncio.timeout(PATIENCE / 1000):
            while await skip.is_enabled():
                await self.time_jumps()
                await self.page.wait_for_timeout(SETTLED)

    async def minutes_pass(self, minutes: int) -> None:
        """The office lives fast for so long."""
        until = await self._minute() + minutes
        await self.page.locator('[data-speed="300"]').click()
        async with asyncio.timeout(PATIENCE / 1000):
            while await self._minute() <= until:
                await self.page.wait_for_timeout(SETTLED)
        await self.page.locator('[data-speed="1"]').click()

    async def _minute(self) -> int:
        hour, minute, _ = (await self.page.locator("#now").inner_text()).split(":")
        return 60 * int(hour) + int(minute)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.problems.append(message.text)


class Chat:
    """One person's column."""

    def __init__(self, node: Locator, key: str) -> None:
        self.node = node
        self.key = key
        self.drafts = node.locator("article", has=node.page.get_by_role("button", name=HAND_OVER))

    async def taps(self, words: str) -> None:
        """The newest button with these words."""
        await self.node.locator("article").get_by_role("button", name=words).last.click()

    async def sends(self, text: str) -> None:
        field = self.node.get_by_role("textbox")
        await field.fill(text)
        await field.press("Enter")

    async def sees(self, words: str | re.Pattern[str]) -> Locator:
        """Waits for a message of the bot with these words; returns the newest one."""
        found = self.node.locator("article.bot", has_text=words).last
        await expect(found).to_be_visible()
        return found

    async def has_no_button(self, words: str) -> None:
        await expect(self.node.locator("article").get_by_role("button", name=words)).to_have_count(0)

    async def chooses(self, words: str) -> None:
        """From the menu of his column."""
        await self.node.locator("header .opener > button").click()
        await self.node.locator(".menu:popover-open").get_by_role("button", name=words).click()


def browser_path() -> str:
    """Skips the test where there is none."""
    for name in BROWSERS:
        if path := shutil.which(name):
            return path
    pytest.skip(f"no browser on PATH: looked for {', '.join(BROWSERS)}")


@asynccontextmanager
async def browser() -> AsyncIterator[Browser]:
    path = browser_path()
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield started
        await started.close()


@asynccontextmanager
async def tab(browser: Browser, address: str, size: tuple[int, int] = DESKTOP) -> AsyncIterator[OfficePage]:
    """A fresh visitor's tab; nothing may have gone wrong in it."""
    width, height = size
    context = await browser.new_context(viewport={"width": width, "height": height}, locale="ru-RU")
    office = OfficePage(await context.new_page())
    await office.page.goto(address)
    await expect(office.page.locator("[data-person]")).to_have_count(7)
    yield office
    await context.close()
    assert office.problems == []
