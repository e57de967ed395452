"""The calendar of shifts in a real browser at a phone's size: taps, a finger that drags, two at once, both themes."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Literal
from urllib.parse import urlsplit

import pytest
import pytest_asyncio
from aiohttp import ClientSession
from playwright.async_api import Browser, Locator, Page, Route, expect

from tests.bot.demo.demo_program import demo_program
from tests.bot.demo.office_page import PHONE, SETTLED, browser, browser_path

Scheme = Literal["light", "dark"]
HEAD, ADMIN, PETROV = 301, 501, 201
HELD = 450  # milliseconds that a finger rests on a shift before it draws
STEPS = 6
WORDS = {"add": "Добавить смену", "remove": "Убрать смену", "anyway": "Всё равно сделать", "close": "Закрыть"}

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.waits]


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def address(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[str]:
    browser_path()
    async with (
        demo_program(tmp_path_factory.mktemp("demo"), "--port", "0") as program,
        ClientSession() as visitor,
    ):
        rule = {"segment": "tatarstan", "scheme": "duty"}
        async with visitor.post(f"{program.address}/demo/rule", json=rule) as answer:
            assert answer.status == 204
        yield program.address


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def chromium() -> AsyncIterator[Browser]:
    async with browser() as started:
        yield started


class Calendar:
    """One phone. `problems`: errors that its browser has seen, and whatever it asked of others."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.problems = page, list[str]()
        page.on("console", lambda said: self.problems.append(said.text) if said.type == "error" else None)
        page.on("pageerror", lambda error: self.problems.append(str(error)))
        here = urlsplit(address).netloc
        page.on("request", lambda one: self.problems.append(one.url) if here not in one.url else None)

    async def next_month(self) -> str:
        """Where nothing has begun. Returns its first Monday."""
        month = await self.page.locator("#month").text_content() or ""
        await self.page.get_by_role("button", name="Следующий месяц").click()
        await expect(self.page.locator("#month")).not_to_have_text(month)
        await expect(self.page.locator(".duty").first).to_be_visible()
        found = "days => days.map(d => d.dataset.date).find(d => new Date(d + 'T12:00').getDay() === 1)"
        return str(await self.page.locator(".date").evaluate_all(found))

    def cell(self, who: str, day: str) -> Locator:
        return self.page.locator(f'.cell[data-who="{who}"][data-day="{day}"]')

    async def taps(self, words: str) -> None:
        await self.page.locator("#sheet").get_by_role("button", name=WORDS[words]).click()

    async def draws(self, shift: Locator, to: Locator) -> None:
        """With a finger, as a phone's browser sends it."""
        await shift.scroll_into_view_if_needed()
        await to.scroll_into_view_if_needed()
        (x, y), (last_x, last_y) = await middle(shift), await middle(to)
        finger = await self.page.context.new_cdp_session(self.page)

        async def touch(what: str, *points: dict[str, float]) -> None:
            await finger.send("Input.dispatchTouchEvent", {"type": what, "touchPoints": list(points)})

        await touch("touchStart", {"x": x, "y": y})
        await self.page.wait_for_timeout(HELD)
        for step in range(1, STEPS + 1):
            part = step / STEPS
            await touch("touchMove", {"x": x + (last_x - x) * part, "y": y + (last_y - y) * part})
        await touch("touchEnd")


async def middle(of: Locator) -> tuple[float, float]:
    box = await of.bounding_box()
    assert box
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


@asynccontextmanager
async def phone(
    chromium: Browser, address: str, account: int, scheme: Scheme = "light"
) -> AsyncIterator[Calendar]:
    width, height = PHONE
    context = await chromium.new_context(
        viewport={"width": width, "height": height},
        locale="ru-RU",
        has_touch=True,
        is_mobile=True,
        color_scheme=scheme,
    )
    calendar = Calendar(await context.new_page(), address)
    await calendar.page.goto(f"{address}/demo/app/{account}")
    await expect(calendar.page.locator(".duty").first).to_be_visible()
    yield calendar
    await context.close()
    assert calendar.problems == []


def after(day: str, days: int) -> str:
    return f"{day[:-2]}{int(day[-2:]) + days:02}"


async def test_a_finger_draws_a_shift_to_another_day_and_person_and_another_phone_follows(
    chromium: Browser, address: str
) -> None:
    async with phone(chromium, address, HEAD) as head, phone(chromium, address, ADMIN) as admin:
        monday = await head.next_month()
        await admin.next_month()
        tuesday = after(monday, 1)
        shift = head.cell("petrov", monday).locator(".duty")
        await head.draws(shift, head.cell("sidorova", tuesday))
        await expect(head.cell("sidorova", tuesday).locator(".duty")).to_have_count(2)
        await expect(head.cell("petrov", monday).locator(".duty")).to_have_count(0)
        await expect(admin.cell("sidorova", tuesday).locator(".duty")).to_have_count(2)
        await expect(admin.page.locator("#toast")).to_have_text("График меняет Сергей Смирнов")
        back = head.cell("sidorova", tuesday).locator(".duty").filter(has_text="09:00")
        await head.draws(back, head.cell("petrov", monday))
        await expect(head.cell("petrov", monday).locator(".duty")).to_have_count(1)


async def test_hours_of_every_week_are_ticked_and_go_again(chromium: Browser, address: str) -> None:
    async with phone(chromium, address, HEAD) as head:
        monday = await head.next_month()
        sunday, next_sunday = after(monday, 6), after(monday, 13)
        await head.cell("sidorova", sunday).click()
        await head.page.get_by_label("Каждую неделю").check()
        await head.taps("add")
        for day in (sunday, next_sunday):
            await expect(head.cell("sidorova", day).locator(".duty.weekly")).to_have_count(1)
        await head.cell("sidorova", next_sunday).locator(".duty").click()
        await head.page.get_by_role("button", name="Убрать из каждой недели").click()
        for day in (sunday, next_sunday):
            await expect(head.cell("sidorova", day).locator(".duty")).to_have_count(0)


async def test_a_day_is_tapped_and_gets_a_shift_which_is_tapped_and_goes(
    chromium: Browser, address: str
) -> None:
    async with phone(chromium, address, HEAD) as head:
        sunday = after(await head.next_month(), 6)
        await head.cell("petrov", sunday).click()
        await expect(head.page.locator("#sheet")).to_contain_text("воскресенье")
        await head.page.get_by_label("С", exact=True).fill("10:00")
        await head.page.get_by_label("До", exact=True).fill("14:30")
        await head.taps("add")
        shift = head.cell("petrov", sunday).locator(".duty")
        await expect(shift).to_have_text("10:0014:30")
        await shift.click()
        await head.taps("remove")
        await expect(shift).to_have_count(0)


async def test_what_goes_beyond_the_limits_is_asked_about(chromium: Browser, address: str) -> None:
    async with phone(chromium, address, HEAD) as head:
        monday = await head.next_month()
        await head.cell("petrov", after(monday, 2)).click(position={"x": 2, "y": 2})
        await head.page.get_by_label("С", exact=True).fill("12:00")
        await head.page.get_by_label("До", exact=True).fill("23:30")
        await head.taps("add")
        await expect(head.page.locator("#sheet")).to_contain_text("Пётр Петров: мало отдыха между сменами")
        await head.taps("anyway")
        await expect(head.page.locator("#beyond")).to_contain_text("Пётр Петров")
        late = head.cell("petrov", after(monday, 2)).locator(".duty").filter(has_text="23:30")
        await late.click()
        await head.taps("remove")
        await expect(head.page.locator("#beyond")).to_be_hidden()
        head.problems[:] = [said for said in head.problems if "422" not in said]  # the browser tells of each


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_a_member_reads_it_in_either_theme_and_changes_nothing(
    chromium: Browser, address: str, scheme: Scheme
) -> None:
    async with phone(chromium, address, PETROV, scheme) as petrov:
        monday = await petrov.next_month()
        await petrov.cell("petrov", after(monday, 6)).click()
        await expect(petrov.page.locator("#sheet")).to_be_hidden()
        await petrov.cell("petrov", monday).locator(".duty").click()
        await expect(petrov.page.locator("#sheet").get_by_role("button")).to_have_text([WORDS["close"]])
        await petrov.taps("close")
        width = await petrov.page.evaluate("document.documentElement.scrollWidth")
        assert width <= PHONE[0], "nothing stands out of the phone"
        name, ground = await petrov.page.evaluate(
            "[...document.querySelectorAll('.name, body')].map(n => getComputedStyle(n)).map(s => s.backgroundColor)"
            ".slice(0, 2)"
        )
        assert name == ground, "what scrolls below a name does not show through"
        left = await petrov.page.locator(".name").first.evaluate("n => n.getBoundingClientRect().left")
        assert left == 0, "names stay"


async def confirms_closing(page: Page, is_asked: bool) -> None:
    """Waits until Telegram was last told so: the sheet opens and closes a moment before it is."""
    await page.wait_for_function(
        """is_asked => {
            const told = window.posted.filter(([name]) => name.includes("closing")).at(-1);
            return told !== undefined && JSON.parse(told[1]).need_confirmation === is_asked;
        }""",
        arg=is_asked,
    )


async def test_telegrams_colours_safe_areas_and_back_button_are_followed(
    chromium: Browser, address: str
) -> None:
    async with phone(chromium, address, HEAD) as head:
        page = head.page
        await page.evaluate("""() => {
            window.posted = [];
            window.TelegramWebviewProxy = { postEvent: (name, data) => window.posted.push([name, data]) };
            const receive = window.Telegram.WebView.receiveEvent;
            receive("theme_changed", { theme_params: { bg_color: "#102030", text_color: "#ffeedd" } });
            receive("safe_area_changed", { top: 30, bottom: 20, left: 0, right: 0 });
            receive("content_safe_area_changed", { top: 40, bottom: 0, left: 0, right: 0 });
        }""")
        body = page.locator("body")
        await expect(body).to_have_css("background-color", "rgb(16, 32, 48)")
        await expect(body).to_have_css("color", "rgb(255, 238, 221)")
        await expect(body).to_have_css("padding-top", "70px")
        await expect(page.locator("html")).to_have_attribute("data-theme", "dark")
        await page.locator(".duty:not(.over)").first.click()
        await page.locator("#sheet select").select_option(index=1)
        posted = [name for name, _ in await page.evaluate("window.posted")]
        assert "web_app_setup_back_button" in posted
        await confirms_closing(page, True)
        await page.evaluate("window.Telegram.WebView.receiveEvent('back_button_pressed', null)")
        await expect(page.locator("#sheet")).to_be_hidden()
        await confirms_closing(page, False)


async def test_who_comes_from_nowhere_sees_nothing(chromium: Browser, address: str) -> None:
    context = await chromium.new_context(locale="ru-RU")
    page = await context.new_page()
    for where in ("/app", "/app#tgWebAppData=user%3D%257B%257D%26hash%3Dx", "/demo/app/999", "/demo/app/101"):
        await page.goto(address + where)
        await page.reload()
        await expect(page.locator("#words")).to_have_text("Откройте календарь ещё раз из чата с ботом.")
        await expect(page.locator("#grid > *")).to_have_count(0)
    await context.close()


async def test_an_answer_that_comes_late_does_not_turn_the_page_back(chromium: Browser, address: str) -> None:
    async with phone(chromium, address, HEAD) as head:
        late, asked = asyncio.Event(), asyncio.Event()
        here = await head.page.locator(".date").first.get_attribute("data-date") or ""

        async def others_change(route: Route) -> None:
            await route.fulfill(json={"version": -1})

        async def answer_late(route: Route) -> None:
            asked.set()
            await late.wait()
            await route.continue_()

        await head.page.route("**/app/month?*" + here[:7], answer_late)
        await head.page.route("**/app/version", others_change)
        await asked.wait()
        await head.next_month()
        month = await head.page.locator("#month").text_content() or ""
        await head.page.unroute("**/app/version")
        async with head.page.expect_response(lambda answer: answer.url.endswith(here[:7])):
            late.set()
        await head.page.wait_for_timeout(SETTLED)
        await expect(head.page.locator("#month")).to_have_text(month)


async def test_who_is_on_leave_is_hatched_and_the_sign_is_explained(chromium: Browser, address: str) -> None:
    async with phone(chromium, address, HEAD) as head, ClientSession() as visitor:
        monday = await head.next_month()
        year, month, day = monday.split("-")
        words = {"person": PETROV, "text": f"/off с {day}.{month}.{year} по {int(day) + 1:02}.{month}.{year}"}
        async with visitor.post(f"{address}/demo/say", json=words) as answer:
            assert answer.status == 204
        await head.page.reload()
        await head.next_month()
        await expect(head.cell("petrov", monday)).to_have_class(re.compile(r"\bleave\b"))
        await expect(head.cell("petrov", after(monday, 1))).to_have_class(re.compile(r"\bleave\b"))
        await expect(head.cell("petrov", after(monday, 2))).not_to_have_class(re.compile(r"\bleave\b"))
        await expect(head.page.locator(".legend")).to_have_text("отпуск")
