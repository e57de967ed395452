"""What the page's server promises: who may ask, what it answers, how it starts and ends."""

from __future__ import annotations

import re
import signal
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient, TestServer

from bot.clock import SystemClock
from bot.demo.office import FOUNDER, DemoOffice, office_in
from bot.demo.run import demo_office
from bot.demo.samples import Kind, Samples, samples_in
from bot.demo.server import page_server
from contacts.reading import Letter, read_client
from leads.schemes import SCHEMES
from tests.bot.demo.demo_program import demo_program, left_in, start
from tests.bot.demo.visitor import ANNA, DIRECTOR, HEAD, PETROV, Visitor, of, visiting

pytestmark = pytest.mark.waits


@asynccontextmanager
async def page_of(office: DemoOffice) -> AsyncIterator[Visitor]:
    async with TestClient(TestServer(page_server(office))) as client:
        yield Visitor(client)


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    async with visiting() as visitor:
        yield visitor


async def test_everybody_has_pressed_start_and_is_greeted(visitor: Visitor) -> None:
    for person in (ANNA, PETROV, DIRECTOR):
        await visitor.sees(person, "Здравствуйте")
    state = await visitor.state()
    assert (state["office"], state["locale"], state["clock"]["speed"]) == ("Окна Казань", "ru", 1.0)
    assert [p["key"] for p in state["people"]] == [
        "anna",
        "petrov",
        "sidorova",
        "ivanov",
        "smirnov",
        "orlova",
        "galeev",
    ]
    assert state["clock"]["now"].endswith("+03:00")


async def test_a_tap_changes_the_card_and_its_version_and_answers_with_a_toast(visitor: Visitor) -> None:
    assert await visitor.tells("lead", {"kind": "text"}) == 204
    draft = await visitor.sees(ANNA, "Новый лид")
    data = draft["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    tap = {"person": ANNA, "message_id": draft["message_id"], "data": data}
    assert await visitor.tells("tap", tap) == 204
    card = await visitor.sees(ANNA, "Предложен:")
    assert card["message_id"] == draft["message_id"] and card["version"] != draft["version"]
    assert [t["text"] for t in of(await visitor.state(), ANNA)["toasts"]] == ["Передаю"]


async def test_a_lead_of_any_kind_becomes_a_draft(visitor: Visitor) -> None:
    for number, kind in enumerate(Kind, start=1):
        before = len(of(await visitor.state(), ANNA)["messages"])
        assert await visitor.tells("lead", {"kind": kind}) == 204
        await visitor.sees(ANNA, "Новый лид", times=number)
        sent = [m for m in of(await visitor.state(), ANNA)["messages"][before:] if not m["from_bot"]]
        await _check_sent(visitor, kind, sent)


async def test_a_form_of_the_site_comes_by_itself_over_http(visitor: Visitor) -> None:
    assert await visitor.tells("come", {"way": "form"}) == 204
    draft = await visitor.sees(ANNA, "Регина Сафина")
    assert "Сайт" in draft["text"] and "Сколько окон?: Три, и балкон" in draft["text"]


async def test_a_missed_call_is_a_lead_half_a_minute_later(visitor: Visitor) -> None:
    assert await visitor.tells("clock", {"speed": 300}) == 204
    assert await visitor.tells("come", {"way": "call"}) == 204
    await visitor.sees(PETROV, "Пропущенный звонок")


@pytest.mark.parametrize("body", [{}, {"way": "pigeon"}, {"way": "form", "more": 1}])
async def test_nothing_else_comes(visitor: Visitor, body: dict[str, object]) -> None:
    assert await visitor.tells("come", body) == 400


async def test_the_addresses_of_the_demo_are_for_whoever_knows_them(visitor: Visitor) -> None:
    async with visitor.client.post("/in/site/guessed", data={"phone": "+78432583102"}) as answer:
        assert answer.status == 403


async def _check_sent(visitor: Visitor, kind: Kind, sent: list[dict[str, Any]]) -> None:
    expected = {Kind.FORWARD: "text", Kind.ALBUM: "album_item"}.get(kind, str(kind))
    assert {message["kind"] for message in sent} == {expected}
    assert bool(sent[0]["forward_from"]) == (kind is Kind.FORWARD)
    for message in sent:
        if message["file"]:
            async with visitor.client.get(message["file"]["url"]) as file:
                assert (file.status, len(await file.read())) == (200, message["file"]["size"])
                assert file.content_type in ("image/svg+xml", "audio/wav")
                assert "sandbox" in file.headers["Content-Security-Policy"]


async def test_the_clock_runs_faster_and_jumps_from_deadline_to_deadline_of_the_day(visitor: Visitor) -> None:
    begun = (await visitor.state())["clock"]
    assert begun["is_open"] and begun["now"][11:13] == "10", "the demo begins on the morning of a working day"
    assert await visitor.tells("clock", {"speed": 60}) == 204
    assert (await visitor.state())["clock"]["speed"] == 60
    while due := (await visitor.state())["clock"]["next_deadline"]:
        assert due[:10] == begun["now"][:10], "it never jumps into another day"
        assert await visitor.tells("clock", {"skip": True}) == 204
        assert due <= (await visitor.state())["clock"]["now"]
    await visitor.sees(DIRECTOR, "новых лидов не было")
    assert await visitor.tells("clock", {"skip": True}) == 409


async def test_a_lead_of_the_evening_waits_for_the_morning(visitor: Visitor) -> None:
    assert await visitor.tells("clock", {"to": "evening"}) == 204
    evening = (await visitor.state())["clock"]
    assert not evening["is_open"] and evening["now"][11:16] == "18:10"
    assert await visitor.tells("clock", {"to": "evening"}) == 409, "it is evening"
    assert await visitor.tells("lead", {"kind": "text"}) == 204
    draft = await visitor.sees(ANNA, "Новый лид")
    data = draft["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await visitor.tells("tap", {"person": ANNA, "message_id": draft["message_id"], "data": data})
    await visitor.sees(ANNA, "🌙 Офис закрыт")
    assert await visitor.tells("clock", {"to": "morning"}) == 204
    morning = (await visitor.state())["clock"]
    assert morning["is_open"] and morning["now"][:10] > evening["now"][:10]
    await visitor.sees(ANNA, "Предложен")


async def test_somebody_answers_a_message_and_corrects_what_they_wrote(visitor: Visitor) -> None:
    greeting = await visitor.sees(PETROV, "Здравствуйте")
    said = {"person": PETROV, "text": "Спасибо", "reply_to": greeting["message_id"]}
    assert await visitor.tells("say", said) == 204
    mine = await visitor.sees(PETROV, "Спасибо")
    assert mine["reply_to"]["message_id"] == greeting["message_id"]
    assert mine["reply_to"]["text"].startswith("Здравствуйте")
    correction = {"person": PETROV, "message_id": mine["message_id"], "text": "Спасибо!"}
    assert await visitor.tells("edit", correction) == 204
    corrected = await visitor.sees(PETROV, "Спасибо!")
    assert (corrected["message_id"], corrected["edited"]) == (mine["message_id"], True)
    assert await visitor.tells("edit", correction | {"message_id": greeting["message_id"]}) == 409
    assert await visitor.tells("say", said | {"reply_to": 9999}) == 409


async def test_a_rule_is_switched_at_once_and_outlives_a_change_of_language(visitor: Visitor) -> None:
    state = await visitor.state()
    assert [(r["segment"], r["name"], r["scheme"]) for r in state["rules"]] == [
        ("tatarstan", "Татарстан", "queue"),
        ("rest", "Остальные", "balance"),
    ]
    assert {scheme["id"] for scheme in state["schemes"]} == set(SCHEMES)
    assert await visitor.tells("rule", {"segment": "rest", "scheme": "grab"}) == 204
    await visitor.sees(PETROV, "Новая схема, Остальные: кто первый")
    assert await visitor.tells("locale", {"locale": "en"}) == 204
    state = await visitor.state()
    assert [(r["name"], r["scheme"]) for r in state["rules"]] == [
        ("Tatarstan", "queue"),
        ("Everybody else", "grab"),
    ]
    assert ("grab", "first come, first served") in [(one["id"], one["name"]) for one in state["schemes"]]
    assert await visitor.tells("rule", {"segment": "nowhere", "scheme": "grab"}) == 409


async def test_the_clients_of_the_past_have_names_in_the_offices_language(visitor: Visitor) -> None:
    for locale, language in (("en", r"[^А-я]+"), ("ru", r"[^A-z]+")):
        await visitor.tells("locale", {"locale": locale})
        await visitor.tells("say", {"person": HEAD, "text": "/leads"})
        listed = await visitor.sees(HEAD, {"en": "Open leads", "ru": "Открытые лиды"}[locale])
        assert re.fullmatch(language, listed["text"]), listed["text"]
        await visitor.tells(
            "say", {"person": HEAD, "text": {"en": "/find Safin", "ru": "/find Сафин"}[locale]}
        )
        await visitor.sees(HEAD, {"en": "Found: ", "ru": "Нашлось: "}[locale])


async def test_who_has_blocked_the_bot_cannot_write_until_he_comes_back(visitor: Visitor) -> None:
    await visitor.sees(PETROV, "Здравствуйте")
    assert await visitor.tells("block", {"person": PETROV, "blocked": True}) == 204
    assert await visitor.tells("say", {"person": PETROV, "text": "/me"}) == 409
    assert of(await visitor.state(), PETROV)["blocked"]
    assert await visitor.tells("block", {"person": PETROV, "blocked": False}) == 204
    assert await visitor.tells("say", {"person": PETROV, "text": "/me"}) == 204
    assert await visitor.tells("block", {"person": ANNA, "blocked": True}) == 204
    assert await visitor.tells("lead", {}) == 409


async def test_a_port_that_is_taken_ends_in_one_clear_line(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        process = await start(tmp_path, "--port", port)
        _, errors = await process.communicate()
    assert process.returncode == 2
    assert errors.decode() == f"port {port} is taken by another program: choose one with --port\n"


async def test_ctrl_c_ends_the_program_although_a_tab_is_open(tmp_path: Path) -> None:
    async with demo_program(tmp_path, "--port", "0") as program:
        port = int(program.address.rpartition(":")[2])
        with socket.create_connection(("127.0.0.1", port)) as tab:
            tab.sendall(f"GET /demo/events HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n".encode())
            assert tab.recv(1)
            assert await program.ends(signal.SIGINT) == (0, "")
    assert left_in(tmp_path) == []


def test_both_languages_have_the_same_office_and_every_kind_of_lead() -> None:
    russian, english = office_in("ru"), office_in("en")
    unnamed = [
        replace(
            office,
            name="",
            locale="",
            people=tuple(replace(p, name="", locale="") for p in office.people),
            segments=tuple(replace(s, name="", match=None) for s in office.segments),
            sources=tuple(replace(s, name="") for s in office.sources),
        )
        for office in (russian, english)
    ]
    assert unnamed[0] == unnamed[1]
    for locale in ("ru", "en"):
        assert {sample.kind for sample in samples_in(locale)} == set(Kind)


@pytest.mark.parametrize("locale", ["ru", "en"])
def test_every_sample_has_one_phone_that_exists(locale: str) -> None:
    for sample in samples_in(locale):
        letter = Letter(
            chat=ANNA, message=1, text=sample.text, name=sample.name or None, phone=sample.phone or None
        )
        assert len(read_client(letter, office_in(locale)).phones) == 1, sample


def test_samples_come_in_turn_and_begin_again() -> None:
    samples, every = Samples(), samples_in("ru")
    assert [samples.next("ru") for _ in every] == list(every)
    assert samples.next("ru") == every[0]
    voices = [s for s in every if s.kind is Kind.VOICE]
    assert [samples.next("ru", Kind.VOICE) for _ in range(3)] == [*voices, voices[0]]


async def test_dice_are_shown_with_what_they_show(visitor: Visitor) -> None:
    assert await visitor.tells("say", {"person": DIRECTOR, "text": "🎰"}) == 204
    [thrown] = [m for m in of(await visitor.state(), DIRECTOR)["messages"] if m["kind"] == "dice"]
    emoji, value = thrown["text"].split(" ")
    assert emoji == "🎰" and 1 <= int(value) <= 64


async def test_an_empty_office_speaks_another_language_and_stays_what_it_is() -> None:
    async with demo_office(SystemClock(), empty=True) as office, page_of(office) as visitor:
        await visitor.sees(FOUNDER[0], "шаг 1 из 6")
        await office.speak("en")
        await visitor.sees(FOUNDER[0], "step 1 of 6")
        state = await visitor.state()
        assert state["locale"] == "en" and state["office"] == "Мой офис"
        assert [person["key"] for person in state["people"]] == ["900", "901", "902", "903"]
        assert state["guide"][0] == {"id": "setUp", "done": False}


async def test_what_is_typed_in_the_set_up_is_no_call_that_came() -> None:
    founder = FOUNDER[0]
    async with demo_office(SystemClock(), empty=True) as office, page_of(office) as visitor:
        await visitor.sees(founder, "шаг 1 из 6")
        for step, words in enumerate(("Окна Казань", "Казань", "пн-вс 0-24"), 2):
            await visitor.tells("say", {"person": founder, "text": words})
            await visitor.sees(founder, f"шаг {step} из 6")
        for shown in ("шаг 5 из 6", "шаг 6 из 6", "Офис работает"):
            card = await visitor.sees(founder, "из 6")
            (on,) = [
                b for row in card["reply_markup"]["inline_keyboard"] for b in row if b["text"] == "Дальше"
            ]
            tap = {"person": founder, "message_id": card["message_id"], "data": on["callback_data"]}
            assert await visitor.tells("tap", tap) == 204
            await visitor.sees(founder, shown)
        guide = (await visitor.state())["guide"]
        assert guide[:2] == [{"id": "setUp", "done": True}, {"id": "lead", "done": False}]
        assert await visitor.tells("lead", {"kind": "text"}) == 204
        await visitor.sees(founder, "Новый лид")
        assert (await visitor.state())["guide"][1] == {"id": "lead", "done": True}
