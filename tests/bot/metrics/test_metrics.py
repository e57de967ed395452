"""`/metrics` of a program at work, over HTTP: who may read it, and what it says when something has happened."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from aiohttp.test_utils import TestClient, TestServer
from prometheus_client.parser import text_string_to_metric_families
from pydantic import SecretStr

from bot.settings import Settings
from bot.web import web_site
from desk.work import Work
from leads.deadlines import fire
from tests.crm.stage import office as crm_office
from tests.crm.standins import bitrix24
from tests.offices import OFFICE
from tests.stories.desk import Desk, office
from tests.stories.hooks.receiver import SECRET, VARIABLE, heard, says
from tests.stories.words import CLAIM, HAND_OVER, REACHED

Figures = Mapping[tuple[str, frozenset[tuple[str, str]]], float]


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, OFFICE) as desk:
        yield desk


@asynccontextmanager
async def client_of(desk: Desk, token: str | None = None) -> AsyncIterator[TestClient]:  # type: ignore[type-arg]
    settings = Settings(_env_file=None, metrics_token=SecretStr(token) if token else None)
    async with TestClient(TestServer(web_site(desk.app, settings, desk.clock))) as client:
        yield client


async def figures(desk: Desk) -> Figures:
    async with client_of(desk) as client:
        answer = await client.get("/metrics")
        assert answer.status == 200
        page = await answer.text()
    families = text_string_to_metric_families(page)
    return {(s.name, frozenset(s.labels.items())): s.value for family in families for s in family.samples}


def of(found: Figures, name: str, **labels: str) -> float | None:
    return found.get((f"fairlead_{name}", frozenset(labels.items())))


async def test_without_a_token_only_this_machine_reads_and_nobody_through_a_proxy(desk: Desk) -> None:
    async with client_of(desk) as client:
        assert (await client.get("/metrics")).status == 200
        for name in ("X-Forwarded-For", "Forwarded", "X-Real-IP"):
            assert (await client.get("/metrics", headers={name: "203.0.113.7"})).status == 401


@pytest.mark.parametrize("given", [None, "Bearer", "Bearer wrong", "Basic right", "right", "Bearer right "])
async def test_with_a_token_nobody_reads_without_it(desk: Desk, given: str | None) -> None:
    async with client_of(desk, "right") as client:
        headers = {"Authorization": given} if given else {}
        expected = 200 if given and given.strip() == "Bearer right" else 401
        assert (await client.get("/metrics", headers=headers)).status == expected


async def test_a_lead_from_its_draft_to_the_first_call(desk: Desk) -> None:
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    desk.clock.advance(timedelta(seconds=60))
    drafted = await figures(desk)
    assert of(drafted, "oldest_lead_seconds", state="draft") == pytest.approx(60, abs=10)
    await desk.anna.taps(HAND_OVER)
    desk.clock.advance(timedelta(seconds=40))
    await desk.petrov.taps(CLAIM)
    desk.clock.advance(timedelta(minutes=4))
    await desk.petrov.taps(REACHED)
    found = await figures(desk)
    (segment,) = {
        dict(labels)["segment"] for (name, labels) in found if name == "fairlead_time_to_claim_seconds_sum"
    }
    assert of(found, "leads", state="held", segment=segment) == 1
    assert of(found, "lead_events_total", event="claimed", segment=segment) == 1
    assert of(found, "time_to_claim_seconds_count", segment=segment) == 1
    assert of(found, "time_to_claim_seconds_sum", segment=segment) == pytest.approx(40, abs=10)
    assert of(found, "time_to_first_contact_seconds_sum", segment=segment) == pytest.approx(240, abs=10)
    assert (of(found, "telegram_requests_total", method="sendMessage", result="ok") or 0) >= 2
    assert (of(found, "database_transactions_total", mode="write") or 0) >= 3
    assert of(found, "deadlines_overdue") == 0 and of(found, "outbox_cards") == 0
    assert (of(found, "ledger_entries_total") or 0) > 3


async def test_a_lapse_is_a_deadline_that_was_met_late_by_as_much_as_it_was(desk: Desk) -> None:
    await desk.lead()
    desk.clock.advance(timedelta(minutes=6))
    overdue = await figures(desk)
    assert of(overdue, "deadlines_overdue") == 1
    assert of(overdue, "deadline_overdue_seconds") == pytest.approx(60, abs=10)
    await desk.settle()
    await desk.app.ticker.look()
    found = await figures(desk)
    assert of(found, "deadline_lateness_seconds_count") == 1
    assert of(found, "deadline_lateness_seconds_sum") == pytest.approx(60, abs=10)


async def test_what_is_rolled_back_has_not_happened(desk: Desk) -> None:
    await desk.lead()
    desk.clock.advance(timedelta(minutes=6))

    def fails(work: Work) -> None:
        loaded = work.load(1)
        fire(loaded.scene, work.now)
        work.save(loaded)
        raise DeathError

    with pytest.raises(DeathError):
        await desk.app.door.write(fails)
    assert not lapses(await figures(desk))
    await desk.app.ticker.look()
    assert lapses(await figures(desk)) == 1


def lapses(found: Figures) -> float:
    return sum(
        value for (name, its), value in found.items() if ("event", "lapsed") in its and "total" in name
    )


class DeathError(Exception):
    """Something fails at the very end."""


async def test_a_sources_requests_are_counted_by_what_was_answered_and_no_foreign_word_becomes_a_label(
    desk: Desk,
) -> None:
    async with client_of(desk) as client:
        await client.post("/in/+79600000001/secret", data="x")
        page = await (await client.get("/metrics")).text()
    assert 'fairlead_source_requests_total{kind="unknown",source="",status="403"} 1.0' in page
    assert "79600000001" not in page


async def test_what_goes_out_is_counted_by_what_came_of_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, SECRET)
    async with heard(tmp_path) as world:
        await world.desk.lead()
        waiting = await figures(world.desk)
        assert of(waiting, "deliveries_waiting", to="hook") == 2
        world.receiver.answers = [says(503)]
        await world.send()
        found = await figures(world.desk)
        assert of(found, "deliveries_total", to="hook", result="503") == 1
    monkeypatch.setenv("CRM_SECRET", bitrix24.SECRET)
    of_crm = tmp_path / "crm"
    of_crm.mkdir()
    async with crm_office(of_crm) as world_of_crm:
        await world_of_crm.desk.lead()
        assert of(await figures(world_of_crm.desk), "deliveries_waiting", to="crm") == 1
        await world_of_crm.works()
        told = await figures(world_of_crm.desk)
        assert of(told, "deliveries_waiting", to="crm") == 0
        assert (of(told, "deliveries_total", to="crm", result="200") or 0) >= 1
