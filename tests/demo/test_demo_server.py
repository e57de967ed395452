"""What the page's server promises: who may ask, what it answers, how it starts and ends."""

from __future__ import annotations

import asyncio
import json
import signal
import socket
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from aiohttp import ClientResponse
from aiohttp.test_utils import TestClient, TestServer
from aiohttp.web import Application, Request

from bot.clock import AdjustableClock, SystemClock
from bot.demo.office import office_in
from bot.demo.run import demo_office
from bot.demo.samples import Kind, Samples, samples_in
from bot.demo.server import page_server
from bot.reading import read_client
from handlers.letter import Letter
from leads.schemes import SCHEMES
from tests.demo.demo_program import demo_program, left_in, start

ANNA, PETROV, DIRECTOR = 101, 201, 401
PATIENCE = 15  # seconds until what should be seen is missed
State = dict[str, Any]


class Visitor:
    """A page without a browser: it tells, and it watches."""

    def __init__(self, client: TestClient[Request, Application]) -> None:
        self.client = client
        self.host = f"{client.host}:{client.port}"

    async def tells(self, path: str, body: object, **headers: str) -> int:
        async with self.client.post(f"/demo/{path}", json=body, headers=headers) as response:
            return response.status

    async def state(self) -> State:
        async with self.client.get("/demo/events") as events:
            return await _next(events)

    async def deadline(self) -> str:
        """Waits for one."""
        async with asyncio.timeout(PATIENCE), self.client.get("/demo/events") as events:
            while not (at := (await _next(events))["clock"]["next_deadline"]):
                continue
            return str(at)

    async def sees(self, person: int, words: str) -> State:
        """Waits for a message with these words; returns it."""
        async with asyncio.timeout(PATIENCE), self.client.get("/demo/events") as events:
            while True:
                for message in _of(await _next(events), person)["messages"]:
                    if words in (message["text"] or message["caption"] or ""):
                        return dict(message)


@pytest.fixture
async def visitor() -> AsyncIterator[Visitor]:
    clock = AdjustableClock(SystemClock())
    async with demo_office(clock) as office, TestClient(TestServer(page_server(office))) as client:
        yield Visitor(client)


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
    assert [t["text"] for t in _of(await visitor.state(), ANNA)["toasts"]] == ["Передаю"]


@pytest.mark.parametrize("kind", list(Kind))
async def test_a_lead_of_any_kind_becomes_a_draft(visitor: Visitor, kind: Kind) -> None:
    assert await visitor.tells("lead", {"kind": kind}) == 204
    await visitor.sees(ANNA, "Новый лид")
    sent = [m for m in _of(await visitor.state(), ANNA)["messages"] if not m["from_bot"]][1:]
    expected = {Kind.FORWARD: "text", Kind.ALBUM: "album_item"}.get(kind, str(kind))
    assert {message["kind"] for message in sent} == {expected}
    assert bool(sent[0]["forward_from"]) == (kind is Kind.FORWARD)
    for message in sent:
        if message["file"]:
            async with visitor.client.get(message["file"]["url"]) as file:
                assert (file.status, len(await file.read())) == (200, message["file"]["size"])
                assert file.content_type in ("image/svg+xml", "audio/wav")
                assert "sandbox" in file.headers["Content-Security-Policy"]


async def test_the_clock_runs_faster_and_jumps_to_what_is_due(visitor: Visitor) -> None:
    assert await visitor.tells("clock", {"speed": 60}) == 204
    assert (await visitor.state())["clock"]["speed"] == 60
    summary = await visitor.deadline()
    assert await visitor.tells("clock", {"skip": True}) == 204
    assert summary <= (await visitor.state())["clock"]["now"]
    await visitor.sees(DIRECTOR, "новых лидов не было")


async def test_a_rule_is_switched_at_once_and_outlives_a_change_of_language(visitor: Visitor) -> None:
    state = await visitor.state()
    assert [(r["segment"], r["name"], r["scheme"]) for r in state["rules"]] == [
        ("tatarstan", "Татарстан", "queue"),
        ("rest", "Остальные", "balance"),
    ]
    assert {scheme["id"] for scheme in state["schemes"]} == set(SCHEMES)
    assert await visitor.tells("rule", {"segment": "rest", "scheme": "grab"}) == 204
    await visitor.sees(PETROV, "Новое правило, Остальные: кто первый")
    assert await visitor.tells("locale", {"locale": "en"}) == 204
    state = await visitor.state()
    assert [(r["name"], r["scheme"]) for r in state["rules"]] == [
        ("Tatarstan", "queue"),
        ("Everybody else", "grab"),
    ]
    assert {"id": "grab", "name": "first come, first served"}.items() <= state["schemes"][5].items()
    assert await visitor.tells("rule", {"segment": "nowhere", "scheme": "grab"}) == 409


async def test_who_has_blocked_the_bot_cannot_write_until_he_comes_back(visitor: Visitor) -> None:
    await visitor.sees(PETROV, "Здравствуйте")
    assert await visitor.tells("block", {"person": PETROV, "blocked": True}) == 204
    assert await visitor.tells("say", {"person": PETROV, "text": "/me"}) == 409
    assert _of(await visitor.state(), PETROV)["blocked"]
    assert await visitor.tells("block", {"person": PETROV, "blocked": False}) == 204
    assert await visitor.tells("say", {"person": PETROV, "text": "/me"}) == 204
    assert await visitor.tells("block", {"person": ANNA, "blocked": True}) == 204
    assert await visitor.tells("lead", {}) == 409


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("say", {"person": ANNA}),
        ("say", {"person": ANNA, "text": ""}),
        ("say", {"person": "Анна", "text": "/me"}),
        ("tap", {"person": ANNA, "message_id": 1, "data": "x" * 65}),
        ("lead", {"kind": "telegram"}),
        ("lead", []),
        ("clock", {"speed": 0}),
        ("clock", {"speed": "inf"}),
        ("clock", {"skip": False}),
        ("locale", {"locale": "tt"}),
        ("rule", {"segment": "rest", "scheme": "nonsense"}),
        ("rule", {"segment": "rest"}),
        ("block", {"person": ANNA, "blocked": True, "forever": True}),
    ],
)
async def test_a_malformed_wish_is_refused_and_changes_nothing(
    visitor: Visitor, path: str, body: object
) -> None:
    assert await visitor.tells(path, body) == 400
    assert not _of(await visitor.state(), ANNA)["blocked"]


async def test_a_stranger_cannot_act(visitor: Visitor) -> None:
    assert await visitor.tells("say", {"person": 999, "text": "/me"}) == 409


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example:80", "[", ""])
async def test_a_foreign_name_for_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    for path in ("/", "/demo/events", "/page/app.js"):
        async with visitor.client.get(path, headers={"Host": host}) as response:
            assert response.status in (400, 403)


async def test_a_foreign_page_is_refused(visitor: Visitor) -> None:
    ours = f"http://{visitor.host}"
    assert await visitor.tells("lead", {}, Origin=ours) == 204
    for origin in (
        "http://evil.example",
        "null",
        "http://127.0.0.1:1",
        f"https://{visitor.host}.evil.example",
    ):
        assert await visitor.tells("lead", {}, Origin=origin) == 403
    async with visitor.client.post(
        "/demo/lead", data="{}", headers={"Content-Type": "text/plain"}
    ) as response:
        assert response.status == 415


async def test_a_huge_body_is_refused(visitor: Visitor) -> None:
    assert await visitor.tells("say", {"person": ANNA, "text": "x" * 100_000}) == 413


@pytest.mark.parametrize(
    ("path", "content_type"),
    [
        ("/", "text/html"),
        ("/page/app.js", "text/javascript"),
        ("/page/style.css", "text/css"),
        ("/page/mark.svg", "image/svg+xml"),
    ],
)
async def test_the_page_comes_with_its_types_and_is_never_stale(
    visitor: Visitor, path: str, content_type: str
) -> None:
    async with visitor.client.get(path) as response:
        assert (response.status, response.content_type) == (200, content_type)
        assert response.headers["Cache-Control"] == "no-cache"
        assert "default-src 'self'" in response.headers["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/page/none.js", "/page/..%2Foffice.toml", "/demo/file/none"])
async def test_nothing_but_the_page_is_given_out(visitor: Visitor, path: str) -> None:
    async with visitor.client.get(path) as response:
        assert response.status == 404


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
        assert read_client(letter, locale).phones_found == 1, sample


def test_samples_come_in_turn_and_begin_again() -> None:
    samples, every = Samples(), samples_in("ru")
    assert [samples.next("ru") for _ in every] == list(every)
    assert samples.next("ru") == every[0]
    voices = [s for s in every if s.kind is Kind.VOICE]
    assert [samples.next("ru", Kind.VOICE) for _ in range(3)] == [*voices, voices[0]]


async def _next(events: ClientResponse) -> State:
    """The next state of a stream of events."""
    async for line in events.content:
        if line.startswith(b"data: "):
            state: State = json.loads(line.removeprefix(b"data: "))
            return state
    raise AssertionError("the server has closed the stream")


def _of(state: State, person: int) -> State:
    return next(p for p in state["people"] if p["id"] == person)
