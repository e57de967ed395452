"""`python -m tests.crawl.picture OUT.html`: walks through the bot in both languages and draws every screen."""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.crawl.judges import Judge
from tests.crawl.observing import Observer
from tests.crawl.picture.page import Walked, page
from tests.crawl.seed import seeded
from tests.crawl.unhindered import unhindered
from tests.crawl.walk import Walk
from tests.crawl.world import World

LANGUAGES = ("ru", "en")


async def walked(folder: Path, language: str) -> Walked:
    async with seeded(folder, language) as world:
        judge = Judge(language)
        with judge.attending(world):
            found = await Walk(Observer(world, judge), talks=False).everything()
        photos = {id: photo(world, id) for node in found.nodes for id in ids_of(node.seen.raw)}
        return Walked(language, found, photos, world.names)


def ids_of(message: dict[str, list[dict[str, str]]]) -> list[str]:
    return [message["photo"][-1]["file_id"]] if "photo" in message else []


def photo(world: World, id: str) -> bytes:
    return world.telegram.files.get(id).upload.data


async def both() -> str:
    offices = []
    for language in LANGUAGES:
        with tempfile.TemporaryDirectory() as folder:
            inside = Path(folder) / "office"
            inside.mkdir()
            offices.append(await walked(inside, language))
    return page(offices)


if __name__ == "__main__":
    out = Path(sys.argv[1])
    with unhindered():
        out.write_text(asyncio.run(both()), "utf-8")
