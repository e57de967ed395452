"""How the golden ledgers are made: a whole office lived through the bot, and years of nothing but leads in replays.

`python -m tests.golden` makes the file anew; only a change of what the ledger says on purpose is a reason for that.
"""

from __future__ import annotations

import lzma
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from itertools import count
from pathlib import Path
from random import Random  # noqa: TID251 - seeded, so it is chance no more

import pytest
from aiosqlite import core

from bot import intake
from leads.floor import open_floor
from leads.ledger import canonical
from leads.schemes import SCHEMES
from reports.replay.engine import Replay
from storage import ledger
from tests.golden.days import office, recorded
from tests.leads.office import no_holidays
from tests.stories import desk
from tests.stories.one_thread import OneThread
from tests.tampering.a_past import BUSY, lived

FILE = Path(__file__).with_name("ledgers.txt.xz")
BEFORE_FADING = Path(__file__).with_name(
    "before_fading.txt.xz"
)  # as a program wrote them by which no record faded
LIVED = "lived"
NEVER = datetime.min.replace(tzinfo=UTC).isoformat()  # entries of a replay carry no time
DIGEST = re.compile(r'"[0-9a-f]{64}"')
HIDDEN = '"' + "0" * 64 + '"'


@dataclass(frozen=True, slots=True)
class Line:
    """An entry as it is stored; `body` is its text, letter by letter."""

    at: str
    kind: str
    lead: int | None
    body: str


def stored(file: Path = FILE) -> dict[str, list[Line]]:
    """What the file holds, by the name of the ledger."""
    found: dict[str, list[Line]] = {}
    for text in lzma.decompress(file.read_bytes()).decode().splitlines():
        name, at, kind, lead, body = text.split("\t")
        found.setdefault(name, []).append(Line(at, kind, int(lead) if lead else None, body))
    return found


def write(ledgers: Iterable[tuple[str, list[Line]]]) -> None:
    lines = (
        f"{name}\t{line.at}\t{line.kind}\t{line.lead or ''}\t{line.body}\n"
        for name, several in ledgers
        for line in several
    )
    FILE.write_bytes(lzma.compress("".join(lines).encode(), preset=9))


async def lived_through(folder: Path) -> list[Line]:
    """Two weeks of the busy office, with every kind of entry, where no secret is one."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(core, "Connection", OneThread)
        patch.setattr(intake, "LOOK_AGAIN", 3600.0)  # how slow this machine is just now decides nothing
        patch.setattr("secrets.token_hex", lambda length: "5e" * length)
        patch.setattr("secrets.token_urlsafe", _numbered(count()))
        async with desk.office(folder, BUSY) as opened:
            await lived(opened)
            async with opened.database.reading() as store:
                entries = ledger.everything(store)
    return [Line(e.at.isoformat(), e.kind, e.lead, _hidden(e.kind, e.body)) for e in entries]


def _numbered(numbers: Iterator[int]) -> object:
    return lambda _: sha256(str(next(numbers)).encode()).hexdigest()[:22]


def _hidden(kind: str, body: str) -> str:
    """Digests of the set-up hang on which columns there are: another day's business."""
    return DIGEST.sub(HIDDEN, body) if kind == "set_up" else body


def replayed(scheme: str) -> list[Line]:
    """Random days of an office whose first segment is shared by this scheme."""
    rng = Random(scheme)
    replay = Replay(open_floor(office(scheme, rng), no_holidays))
    replay.run(recorded(rng))
    return [Line(NEVER, e.kind, e.lead, canonical(e.body)) for e in replay.floor.log]


REPLAYED = tuple(SCHEMES)
