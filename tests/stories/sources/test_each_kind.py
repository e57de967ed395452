"""Every kind of source over HTTP, as its senders send: what is documented is a lead that somebody claims at the end."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, quote

import pytest

from leads.sources import LETTERS, SIGNED, SourceKind, in_address
from sources.adapter import Adapter, Example
from sources.bodies import Body, tree_of
from sources.kinds import ADAPTERS, mango, zadarma
from tests.stories.sources.outside import Outside, outside
from tests.stories.words import CLAIM

SECRETS = {SourceKind.MANGO: "key:salt", SourceKind.ZADARMA: "zadarma-secret", SourceKind.VK_LEADS: "vk:code"}
USUAL = "any-secret"
LEADS = [(a, a.examples[0]) for a in ADAPTERS.values() if a.kind not in LETTERS]
NAMES = [adapter.kind.value for adapter, _ in LEADS]


def secret_of(kind: SourceKind) -> str:
    return SECRETS.get(kind, USUAL)


def address(adapter: Adapter, body: Body, secret: str = "") -> str:
    given = secret or in_address(adapter.kind, secret_of(adapter.kind))
    path = "/in/here" if adapter.kind in SIGNED else f"/in/here/{quote(given)}"
    tail = f"/{mango.SUMMARY}" if adapter.kind is SourceKind.MANGO else ""
    return f"{path}{tail}?{body.query}" if body.query else path + tail


def signed(adapter: Adapter, body: Body) -> tuple[Body, dict[str, str]]:
    """As somebody sends it who knows the secret."""
    headers = {"Content-Type": body.content_type} if body.content_type else {}
    if adapter.kind is SourceKind.ZADARMA:
        headers["Signature"] = zadarma.signature(tree_of(body), secret_of(adapter.kind))
    if adapter.kind is SourceKind.MANGO:
        told = parse_qs(body.content.decode())["json"][0]
        sign = mango.sign_of(told, secret_of(adapter.kind))
        content = f"vpbx_api_key=key&sign={sign}&json={quote(told)}".encode()
        body = replace(body, content=content)
    return body, headers


async def send(
    world: Outside, adapter: Adapter, body: Body, *, secret: str = "", **more: Any
) -> tuple[int, str]:
    body, headers = signed(adapter, body)
    method = "POST" if body.content else "GET"
    where = address(adapter, body, secret)
    return await world.send(where, method=method, data=io.BytesIO(body.content), headers={**headers, **more})


@pytest.fixture(params=LEADS, ids=NAMES)
def kind(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> tuple[Adapter, Example]:
    adapter, example = request.param
    monkeypatch.setenv("HERE_SECRET", secret_of(adapter.kind))
    return adapter, example


def here(adapter: Adapter) -> dict[str, Any]:
    return {
        "id": "here",
        "name": "Отсюда",
        "kind": adapter.kind.value,
        "secret_env": "HERE_SECRET",
        "straight_on": True,
    }


async def test_what_is_documented_is_a_lead_once_and_somebody_claims_it(
    tmp_path: Path, kind: tuple[Adapter, Example]
) -> None:
    adapter, example = kind
    async with outside(tmp_path, here(adapter)) as world:
        for _ in range(2):
            status, said = await send(world, adapter, example.body)
            assert (status, said) == (200, adapter.answer.text)
        await world.desk.passes(minutes=1)
        await world.read()
        assert len([m for m in world.desk.petrov.messages() if m.button(CLAIM)]) == 1
        await world.desk.petrov.taps(CLAIM)
        assert world.desk.petrov.sees("+7 960 000-00-01")


async def test_whoever_does_not_know_the_secret_brings_nothing(
    tmp_path: Path, kind: tuple[Adapter, Example]
) -> None:
    adapter, example = kind
    async with outside(tmp_path, here(adapter)) as world:
        if adapter.kind in SIGNED:
            body = example.body
            answer = await world.send(address(adapter, body), data=io.BytesIO(body.content or b"a=b"))
        else:
            answer = await send(world, adapter, example.body, secret="wrong")
        assert answer == (403, "")
        assert not (await world.desk.stored())["requests"]


async def test_half_a_body_is_kept_or_refused_and_two_megabytes_are_refused(
    tmp_path: Path, kind: tuple[Adapter, Example]
) -> None:
    adapter, example = kind
    async with outside(tmp_path, here(adapter)) as world:
        content = example.body.content
        half = replace(example.body, content=content[: len(content) // 2], query="")
        if half.content and adapter.kind not in SIGNED:
            assert (await send(world, adapter, half))[0] == 200
        large = replace(example.body, content=b"x" * 2_000_000, query="")
        headers = {"Content-Type": large.content_type}
        status, _ = await world.send(address(adapter, large), data=io.BytesIO(large.content), headers=headers)
        assert status == 413
        assert (await send(world, adapter, example.body))[0] == 200
        await world.desk.passes(minutes=1)
        await world.read()
        assert world.desk.petrov.has(CLAIM)


async def test_zadarma_is_given_its_echo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HERE_SECRET", "x")
    async with outside(tmp_path, here(ADAPTERS[SourceKind.ZADARMA])) as world:
        assert await world.send("/in/here?zd_echo=42", method="GET") == (200, "42")


async def test_vk_is_given_its_code_and_each_event_its_ok(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HERE_SECRET", "vk:0a1b2c")
    async with outside(tmp_path, here(ADAPTERS[SourceKind.VK_LEADS])) as world:
        for body, said in (
            ({"type": "confirmation", "group_id": 1}, (200, "0a1b2c")),
            ({"type": "wall_post_new", "group_id": 1}, (200, "ok")),
            ({"type": "wall_post_new", "secret": "wrong"}, (403, "")),
        ):
            assert await world.send("/in/here/vk", json=body) == said
        assert not (await world.desk.stored())["requests"]


@pytest.mark.parametrize(
    ("name", "body"),
    [
        ("google_ads", {"google_key": "wrong", "lead_id": "1"}),
        ("megafon", {"crm_token": "wrong", "cmd": "history"}),
        ("vk_leads", {"secret": "wrong", "type": "lead_forms_new"}),
    ],
)
async def test_a_secret_in_the_body_has_to_be_right_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: dict[str, str]
) -> None:
    monkeypatch.setenv("HERE_SECRET", USUAL)
    async with outside(tmp_path, here(ADAPTERS[SourceKind(name)])) as world:
        assert await world.send(f"/in/here/{USUAL}", json=body) == (403, "")


@pytest.mark.parametrize(("name", "body"), [("tilda", "test=test"), ("google_ads", '{"is_test": true}')])
async def test_a_test_of_the_address_is_answered_and_is_no_lead(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, body: str
) -> None:
    monkeypatch.setenv("HERE_SECRET", USUAL)
    async with outside(tmp_path, here(ADAPTERS[SourceKind(name)])) as world:
        headers = {"Content-Type": "application/x-www-form-urlencoded"}
        assert (await world.send(f"/in/here/{USUAL}", data=body, headers=headers))[0] == 200
        assert not (await world.desk.stored())["requests"]
