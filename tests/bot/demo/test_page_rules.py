"""The rules on the demo page: each of the nine is chosen in turn, and the next lead goes by it."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Browser, Locator, expect

from tests.bot.demo.demo_program import demo_program
from tests.bot.demo.office_page import Chat, OfficePage, browser, browser_path, tab
from tests.stories.words import CLAIM, HAND_OVER

PHONE = (390, 844)
TEAM = ("petrov", "sidorova")
NAMES = {"petrov": "Пётр Петров", "sidorova": "Ольга Сидорова"}
NUMBER = re.compile(r"№(\d+)")

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.waits]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    browser_path()
    async with demo_program(tmp_path_factory.mktemp("demo"), "--port", "0") as program:
        yield program.address


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with browser() as started:
        yield started


@pytest_asyncio.fixture(loop_scope="module")
async def office(chromium: Browser, address: str) -> AsyncIterator[OfficePage]:
    async with tab(chromium, address) as page:
        yield page


class Calls:
    """Leads of the first segment, each from another client."""

    made = 0

    @classmethod
    async def comes(cls, office: OfficePage) -> Locator:
        """The secretary has its draft before her."""
        cls.made += 1
        await office.person("anna").sends(f"Рустам, 8 843 200-12-{cls.made:02}, окна")
        card = await office.person("anna").sees(f"200-12-{cls.made:02}")
        await expect(card.get_by_role("button", name=HAND_OVER)).to_be_visible()
        return card

    @classmethod
    async def handed_over(cls, office: OfficePage) -> int:
        card = await cls.comes(office)
        await card.get_by_role("button", name=HAND_OVER).click()
        return await number_of(office, cls.made)


async def number_of(office: OfficePage, call: int) -> int:
    card = office.person("anna").node.locator("article.bot", has_text=f"200-12-{call:02}").last
    await expect(card).to_contain_text(NUMBER)
    found = NUMBER.search(await card.inner_text())
    assert found
    return int(found[1])


def picker(office: OfficePage, segment: str = "tatarstan") -> Locator:
    return office.page.locator(f'[data-segment="{segment}"] select')


async def switched(office: OfficePage, scheme: str) -> None:
    """By the picker; everybody of the segment is told at once."""
    select = picker(office)
    await select.select_option(scheme)
    name = await select.locator(f'option[value="{scheme}"]').inner_text()
    for key in (*TEAM, "smirnov"):
        newest = office.person(key).node.locator("article.bot", has_text="Новая схема").last
        await expect(newest).to_contain_text(f"Татарстан: {name}.")


async def claimed(office: OfficePage, lead: int) -> str:
    """By whomever it is offered to. Returns who that is."""
    taker = await office.offered(lead)
    await taker.taps(CLAIM)
    await expect(await taker.sees(f"№{lead} ")).to_contain_text("Лид ваш")
    return taker.key


async def why(person: Chat, lead: int) -> Locator:
    await person.sends(f"/why {lead}")
    return await person.sees(f"Почему №{lead} ")


async def first_in_line(office: OfficePage) -> str:
    """Who is expected next, as the head's /queue says."""
    smirnov = office.person("smirnov")
    before = await smirnov.node.locator("article.bot", has_text="Кто следующий").count()
    await smirnov.sends("/queue")
    lists = smirnov.node.locator("article.bot", has_text="Кто следующий")
    await expect(lists).to_have_count(before + 1)
    found = re.search(r"Татарстан.*?\n1\. (\S+ \S+)", await lists.last.inner_text(), re.DOTALL)
    assert found
    return next(key for key, name in NAMES.items() if name == found[1])


async def test_each_of_the_nine_rules_is_chosen_and_the_next_lead_goes_by_it(office: OfficePage) -> None:
    """In one office, so that each rule is met by what those before it have left."""
    await by_a_line(office)
    await by_who_is_first(office)
    await by_who_has_waited(office)
    await by_the_secretarys_hand(office)
    await by_the_heads_hand(office)
    await by_duty(office)
    await by_conversion(office)
    await by_lot(office)
    await office.person("orlova").sends("/report")
    await office.person("orlova").sees("Вручную отдано 2 из")
    await expect(office.person("anna").node).to_be_visible()


async def by_a_line(office: OfficePage) -> None:
    for scheme in ("balance", "queue"):
        await switched(office, scheme)
        for _ in TEAM:
            expected = await first_in_line(office)
            assert await claimed(office, await Calls.handed_over(office)) == expected, scheme


async def by_who_is_first(office: OfficePage) -> None:
    petrov, sidorova = office.person("petrov"), office.person("sidorova")
    await switched(office, "grab")
    lead = await Calls.handed_over(office)
    for person in (petrov, sidorova):
        offer = person.node.locator("article.bot", has_text=f"№{lead} ").last
        await expect(offer.get_by_role("button", name=CLAIM)).to_be_visible()
    await petrov.taps(CLAIM)
    await petrov.sees("Лид ваш")


async def by_who_has_waited(office: OfficePage) -> None:
    await switched(office, "longest_idle")
    await office.minutes_pass(1)  # the pause after a lead is over
    assert await claimed(office, await Calls.handed_over(office)) == "sidorova", "petrov has just taken one"


async def by_the_secretarys_hand(office: OfficePage) -> None:
    await switched(office, "secretary")
    card = await Calls.comes(office)
    fair = card.get_by_role("button", name="⚖️")
    await expect(fair).to_have_count(1)
    words = await fair.inner_text()
    other = next(who for who in TEAM if NAMES[who] not in words)  # else the summary has nothing to tell of it
    await card.get_by_role("button", name=NAMES[other]).click()
    assert await claimed(office, await number_of(office, Calls.made)) == other


async def by_the_heads_hand(office: OfficePage) -> None:
    await switched(office, "manual")
    lead = await Calls.handed_over(office)
    asked = office.person("smirnov").node.locator("article.bot", has_text=f"№{lead} ").last
    await expect(asked).to_contain_text("Потом решит схема: поровну по долям")
    await expect(asked.get_by_role("button", name="Пётр Петров")).to_contain_text(re.compile(r"\d\s?%"))
    await asked.get_by_role("button", name="Пётр Петров").click()
    await office.person("petrov").sees("Лид назначен вам вручную")


async def by_duty(office: OfficePage) -> None:
    await switched(office, "duty")
    hour = int((await office.page.locator("#now").inner_text())[:2])
    lead = await Calls.handed_over(office)
    assert await claimed(office, lead) == ("petrov" if hour < 12 else "sidorova")


async def by_conversion(office: OfficePage) -> None:
    await switched(office, "conversion")
    lead = await Calls.handed_over(office)
    await claimed(office, lead)
    await expect(await why(office.person("petrov"), lead)).to_contain_text(re.compile(r"\d\s?%"))


async def by_lot(office: OfficePage) -> None:
    await switched(office, "lottery")
    lead = await Calls.handed_over(office)
    assert await claimed(office, lead) in TEAM
    await expect(await why(office.person("petrov"), lead)).to_contain_text(
        re.compile("жреби|жеребь", re.IGNORECASE)
    )


async def test_the_picker_follows_what_the_head_switches_in_his_chat(office: OfficePage) -> None:
    smirnov = office.person("smirnov")
    await smirnov.sends("/office")
    await smirnov.taps("Схема: Остальные")
    await smirnov.taps("кто первый")
    await expect(picker(office, "rest")).to_have_value("grab")
    await expect(office.page.locator('[data-segment="rest"] small')).to_contain_text("всем сразу")
    await picker(office, "rest").select_option("balance")
    await expect(smirnov.node.locator("article.bot", has_text="Сейчас: поровну по долям")).to_be_visible()


async def test_the_rules_speak_the_offices_language_and_stay(office: OfficePage) -> None:
    await picker(office, "rest").select_option("duty")
    await office.page.get_by_role("button", name="EN", exact=True).click()
    rest = picker(office, "rest")
    await expect(rest).to_have_attribute("aria-label", "Scheme: Everybody else")
    await expect(rest.locator("option:checked")).to_have_text("whoever is on duty")
    await expect(rest).to_have_value("duty")
    await office.page.get_by_role("button", name="RU", exact=True).click()
    await expect(rest.locator("option:checked")).to_have_text("по дежурству")


async def test_on_a_phone_both_pickers_fit_and_work(chromium: Browser, address: str) -> None:
    async with tab(chromium, address, PHONE) as office:
        await office.page.locator("#more").click()
        for segment in ("tatarstan", "rest"):
            box = await picker(office, segment).bounding_box()
            assert box and box["x"] >= 0 and box["x"] + box["width"] <= PHONE[0] and box["height"] >= 28
        assert await office.page.evaluate("document.documentElement.scrollWidth") == PHONE[0]
        await picker(office).select_option("queue")
        news = office.page.locator("#tabs button", has_text="Пётр").locator(".badge")
        await expect(news).to_be_visible()
