"""Whoever follows a request through the log finds all that came of it by one id, up to the message that left."""

from __future__ import annotations

import json
import re
from pathlib import Path

from tests.stories.logged import logged
from tests.stories.sources.outside import SITE, Outside, outside
from tests.stories.words import CLAIM, HAND_OVER

BODY = {"name": "Рустам", "phone": "+7 960 000-00-01", "text": "окна"}


async def told(world: Outside, level: str = "INFO") -> list[dict[str, str]]:
    with logged("json", level) as out:
        await world.send("/in/site/site-secret", data=BODY)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def by_cause(lines: list[dict[str, str]]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for line in lines:
        found.setdefault(line.get("cause", ""), []).append(line["message"])
    return found


async def test_from_the_request_to_the_offer_that_is_sent(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        lines = await told(world)
        assert world.desk.petrov.has(CLAIM)
    found = by_cause(lines)
    assert list(found) == ["r1"], "nothing is said without it, and nothing by another one"
    said = found["r1"]
    assert said[0] == "a request of the kind form is stored"
    assert said[1:3] == ["lead 1 (row 1): handed, offered", "it is read: row 1 of the leads"]
    assert any(re.fullmatch(r"card \d+ \(lead\) is sent", line) for line in said)
    assert "Рустам" not in str(lines) and "0000001" not in str(lines)


async def test_a_draft_and_its_hand_over_share_the_row(tmp_path: Path) -> None:
    async with outside(tmp_path, SITE) as world:
        first = by_cause(await told(world))
        assert "it is read: row 1 of the leads" in first["r1"]
        with logged("text", "INFO") as out:
            await world.desk.anna.taps(HAND_OVER)
    (line,) = re.findall(r"INFO (lead 1 \(row 1\): handed, offered \[u\d+\])", out.getvalue())
    update = line[line.index("[") :]
    assert re.search(rf"card \d+ \(lead\) is sent {re.escape(update)}", out.getvalue())


async def test_the_same_request_again_says_which_it_was(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        await told(world)
        assert by_cause(await told(world)) == {"r1": ["a request of the kind form is stored, again"]}


async def test_a_card_that_is_sent_after_a_restart_has_its_cause_still(tmp_path: Path) -> None:
    async with outside(tmp_path, {**SITE, "straight_on": True}) as world:
        async with world.client.post("/in/site/site-secret", data=BODY) as answer:
            assert answer.status == 200
        await world.desk.app.reader.read_all()
        await world.desk.restarts()
        with logged("json", "INFO") as out:
            await world.desk.settle()
    sent = [json.loads(line) for line in out.getvalue().splitlines()]
    assert [line["cause"] for line in sent if "is sent" in line["message"]] == ["r1"] * len(sent)
    assert sent
