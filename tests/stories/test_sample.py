"""The head has a few sales to call after: on the first evening of a month, and where somebody sells more than luck
explains; once, and nobody chose them.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

from leads.sampling import MOST, OF_A_WEEK
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, REFUSAL, SALE, SKIP

ASKS = "всё ли так?"
A_MONDAY = datetime(2026, 11, 16, 7, tzinfo=UTC)
NOVEMBER = datetime(2026, 11, 27, 7, tzinfo=UTC)  # a Friday
BY_RECORD = varied(OFFICE, segments={"tatarstan": {"scheme": "conversion"}})


async def sells(desk: Desk, many: int, outcome: str = SALE) -> None:
    for _ in range(many):
        await desk.lead()
        seller = next(one for one in (desk.petrov, desk.sidorova) if one.sees(CLAIM))
        await seller.taps(CLAIM)
        await seller.taps(outcome)
        if outcome == SALE:
            await seller.taps(SKIP)


async def everybody_closes(desk: Desk, many: int, seller: Person | None) -> None:
    """This one sells all of theirs and the others nothing; or everybody every other one."""
    for n in range(many):
        await desk.lead()
        taker = next(one for one in (desk.petrov, desk.sidorova) if one.sees(CLAIM))
        await taker.taps(CLAIM)
        is_sold = taker.id == seller.id if seller else n % 4 < 2
        await taker.taps(SALE if is_sold else REFUSAL)
        if is_sold:
            await taker.taps(SKIP)


def samples(desk: Desk) -> int:
    return sum(ASKS in message.text for message in desk.smirnov.messages())


async def test_it_comes_once_and_opens_each_card(tmp_path: Path) -> None:
    async with office(tmp_path, BY_RECORD, NOVEMBER) as desk:
        await sells(desk, MOST + 2)
        await sells(desk, 1, REFUSAL)
        await desk.passes(days=3)
        assert not samples(desk), "November is not over"
        await desk.restarts()
        await desk.passes(days=1, hours=12)
        assert samples(desk) == 1
        card = desk.smirnov.card(ASKS)
        assert "ноябрь 2026" in card.text and "№8" not in card.text
        assert [len(row) for row in card.buttons] == [MOST]
        await desk.restarts()
        await desk.passes(days=3)
        assert samples(desk) == 1, "once"
        number = card.text.partition("№")[2].split(" ")[0]
        await desk.smirnov.taps(f"№{number}", on=ASKS)
        assert desk.smirnov.has("Вернуть в работу"), "the card of its lead"
        assert not any(ASKS in message.text for message in desk.petrov.messages())


async def test_whoever_sells_more_than_luck_explains_is_called_after_at_the_end_of_the_week(
    tmp_path: Path,
) -> None:
    async with office(tmp_path, BY_RECORD, A_MONDAY) as desk:
        await everybody_closes(desk, 18, seller=desk.petrov)
        await desk.passes(days=4)
        assert not samples(desk), "the week is not over"
        await desk.passes(days=2, hours=12)
        assert samples(desk) == 1
        card = desk.smirnov.card(ASKS)
        assert "16 – 22 ноября" in card.text and "Петров: за четыре недели" in card.text
        assert [len(row) for row in card.buttons] == [OF_A_WEEK]
        assert card.text.count("· Пётр Петров") == OF_A_WEEK
        await desk.restarts()
        await desk.passes(days=7)
        assert samples(desk) == 1, "in the next week nothing was sold"


async def test_it_comes_late_where_nobody_was_there_on_the_last_evening(tmp_path: Path) -> None:
    async with office(tmp_path, BY_RECORD, A_MONDAY) as desk:
        await everybody_closes(desk, 18, seller=desk.petrov)
        await desk.passes(days=4)
        desk.clock.advance(timedelta(days=3))
        await desk.restarts()
        await desk.passes(hours=1)
        assert samples(desk) == 1
        assert "16 – 22 ноября" in desk.smirnov.card(ASKS).text


async def test_a_week_in_which_everybody_sells_alike_asks_nothing(tmp_path: Path) -> None:
    async with office(tmp_path, BY_RECORD, A_MONDAY) as desk:
        await everybody_closes(desk, 18, seller=None)
        await desk.passes(days=7)
        assert not samples(desk)


async def test_where_nobody_gains_by_a_sale_nobody_strikes(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE, A_MONDAY) as desk:
        await everybody_closes(desk, 18, seller=desk.petrov)
        await desk.passes(days=7)
        assert not samples(desk)


async def test_of_few_it_has_all_and_what_was_taken_back_is_not_shown(tmp_path: Path) -> None:
    async with office(tmp_path, BY_RECORD, NOVEMBER) as desk:
        await sells(desk, 2)
        await desk.passes(days=4, hours=12)
        assert "№1" in desk.smirnov.card(ASKS).text and "№2" in desk.smirnov.card(ASKS).text


async def test_without_a_sale_nobody_is_asked_anything(tmp_path: Path) -> None:
    async with office(tmp_path, BY_RECORD, NOVEMBER) as desk:
        await sells(desk, 2, REFUSAL)
        await desk.passes(days=4, hours=12)
        assert not samples(desk)


async def test_where_nobody_gains_by_a_sale_nobody_is_asked_anything(tmp_path: Path) -> None:
    async with office(tmp_path, OFFICE, NOVEMBER) as desk:
        await sells(desk, 2)
        await desk.passes(days=4, hours=12)
        assert not samples(desk)
