"""What the ledger of a replay says, beyond the decisions that are written to a file."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from leads.floor import open_floor
from leads.lead import Outcome
from leads.office import Office, Person, Role, Segment
from reports.replay.engine import BY_HAND, Replay
from reports.replay.events import Assigned, Ended, HandedOver

NOON = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
ANNA, BORIS = (Person(who, who.title(), (Role.MANAGER,)) for who in ("anna", "boris"))
CHIEF = Person("chief", "Clara", (Role.HEAD,))


@pytest.mark.parametrize(("bosses", "by"), [([CHIEF], "chief"), ([], BY_HAND)])
def test_what_the_head_does_bears_his_name(bosses: list[Person], by: str) -> None:
    team = Segment("all", "All", members=("anna", "boris"))
    office = Office("Windows", ZoneInfo("Europe/Moscow"), people=(ANNA, BORIS, *bosses), segments=(team,))
    replay = Replay(open_floor(office, lambda _: False))
    replay.run([HandedOver(NOON, "L1"), Assigned(NOON, "L1", "boris"), Ended(NOON, "L1", Outcome.BAD)])
    hands = [(e.kind, e.body["by"]) for e in replay.floor.log if e.kind in {"assigned", "settled"}]
    assert hands == [("assigned", by), ("settled", by)]
