"""The restore drill: the disk is lost, yesterday's backup is put in its place, and the office goes on."""

from __future__ import annotations

import asyncio
from pathlib import Path

from rich.progress import Progress

from bot.commands.backup import backup
from bot.updates import read_update
from leads.lead import Outcome
from screens.buttons.of_intake import HandOver
from screens.buttons.of_lead import Claim, Close
from tests.stories.desk import Desk, office
from tests.stories.words import CLAIM, HAND_OVER, SALE


async def backs_up(desk: Desk, folder: Path) -> str:
    copy = folder / "backup.db"
    quiet = Progress(disable=True)
    return await asyncio.to_thread(backup, desk.address, copy, lambda: quiet, desk.clock.now())


async def loses_the_disk_and_restores(desk: Desk, folder: Path) -> None:
    """The steps of docs/backup.md: stop, remove what is left of the database, put the copy there, start."""
    await desk.database.close()
    puts_back(folder)
    await desk.restarts()


def puts_back(folder: Path) -> None:
    for file in folder.glob("fairlead.db*"):
        file.unlink()
    (folder / "backup.db").rename(folder / "fairlead.db")


async def test_the_office_goes_on_from_the_backup(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await desk.lead("Рустам 8 (843) 200-00-00, окна")  # №1, offered to Petrov at the backup
        await desk.lead()  # №2, held by Sidorova
        await desk.sidorova.taps(CLAIM)
        said = await backs_up(desk, tmp_path)
        assert said.endswith((await desk.verifies()).rpartition("head: ")[2])

        await desk.petrov.taps(CLAIM)  # all of this is lost
        await desk.sidorova.taps(SALE)
        await desk.lead()
        await loses_the_disk_and_restores(desk, tmp_path)
        await desk.verifies()

        await desk.passes(minutes=5)
        assert desk.sidorova.card("№1", button=CLAIM), "an overdue offer moves on"
        assert not desk.petrov.has(SALE) and not desk.petrov.sees("200-00-00"), "whose it was, sees so"
        await desk.sidorova.taps(CLAIM, on="№1")
        await desk.passes(days=1)
        assert "Что нового?" in desk.sidorova.card("№2").text, (
            "who has sold it is asked again, and can say so"
        )
        await desk.sidorova.taps(SALE, on="№2")
        await desk.lead()
        await desk.verifies()


async def test_old_buttons_still_answer_politely(tmp_path: Path) -> None:
    async with office(tmp_path) as desk:
        await desk.lead()
        await backs_up(desk, tmp_path)
        await desk.petrov.taps(CLAIM)
        await desk.lead()
        taker = desk.sidorova
        lost, claim = taker.data(CLAIM, on="№2")
        await taker.taps(CLAIM, on="№2")
        _, won = taker.data(SALE, on="№2")
        await desk.anna.sends("Черновик 8 (843) 200-55-55")
        draft, hand = desk.anna.data(HAND_OVER)
        await loses_the_disk_and_restores(desk, tmp_path)
        before = await desk.stored()
        for person, message, data in ((taker, lost, claim), (taker, lost, won), (desk.anna, draft, hand)):
            assert "не у вас" in await person.taps_data(message, data)
        assert await desk.stored() == before
        assert [Claim.unpack(claim).lead, Close.unpack(won).lead, HandOver.unpack(hand).lead] == [2, 2, 3]
        assert Close.unpack(won).outcome is Outcome.WON
        assert await desk.petrov.taps_data(*desk.petrov.data(SALE)), "he held №1; by the backup he is asked"
        assert await desk.stored() == before


async def test_updates_that_telegram_sends_again_count_once(tmp_path: Path) -> None:
    """Whatever Telegram did not know to be handled when the disk was lost comes again."""
    async with office(tmp_path) as desk:
        await desk.lead()
        message, claim = desk.petrov.data(CLAIM)
        desk.telegram.tap(desk.petrov.id, message, data=claim)
        again = await desk.telegram.updates.poll(0, 100, 0)
        assert len(again) == 1
        await desk.settle()
        await backs_up(desk, tmp_path)
        await loses_the_disk_and_restores(desk, tmp_path)
        before = await desk.stored()
        for update in again:
            await desk.app.intake.settle(read_update(update, desk.app.bot))
        assert await desk.stored() == before
