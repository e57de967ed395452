"""What stories of erasure look at: a client in every corner of the office, and the bytes of the database's files."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import delete

from bot.commands.erase import Whom, erase
from desk.work import Work
from storage import inbox
from storage.tables.chats import set_aside
from tests.stories.desk import Desk
from tests.stories.words import APART, CLAIM, HAND_OVER, REFUSAL

PHONE, NAME, WORDS = "8 (960) 123-45-67", "Рустам Закиров", "лоджия на Баумана"
SPELLINGS = ("9601234567", "960 123-45-67", "(960) 123", "123-45-67", "1234567", "960-123", "960 123")
NEEDLES = (*SPELLINGS, "Рустам", "Закиров", "Баумана", "сосед Марат")
ASIDE = 900_000  # an update that nobody could handle


async def erases(
    desk: Desk,
    phone: str | None = PHONE,
    *,
    lead: int | None = None,
    contact: str | None = None,
    all_extensions: bool = False,
) -> str:
    """The administrator at the terminal, while the bot is at work. Returns the protocol."""
    said: list[str] = []
    whom = Whom(None if lead or contact else phone, lead, contact, all_extensions)
    await erase(whom, desk.address, desk.clock, said.append)
    await desk.settle()
    return "\n".join(said)


async def is_everywhere(desk: Desk) -> None:
    """№1 is held with an album, №2 speaks of him as a second number, №3 is closed, №4 another's; and a draft."""
    await desk.anna.sends_album(f"{NAME} {PHONE}, {WORDS}", "", "")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.lead(f"8 843 200-77-77, а ещё сосед Марат, {PHONE}")
    await desk.lead(f"Снова {NAME}, +7-960-123-45-67", tap=APART)
    await desk.petrov.taps(CLAIM, on="№3")
    await desk.petrov.taps(REFUSAL, on="№3")
    await desk.lead("Другой клиент Айрат 8 843 200-88-88, окна")
    await desk.anna.sends_contact("79601234567", "Рустам", "Закиров")
    await has_set_aside(desk)


async def has_set_aside(desk: Desk) -> None:
    """Two updates that failed: one with his number, one on a card of his that shows none."""
    card = desk.petrov.card("№2")
    writes = {"message_id": 77, "chat": {"id": 101}, "text": "Рустам: +7 960 123 45 67"}
    taps = {"data": "x", "message": {"message_id": card.message_id, "chat": {"id": 201}, "text": "Марат"}}

    def case(work: Work) -> None:
        for n, (kind, of) in enumerate((("message", writes), ("callback_query", taps))):
            body = {"update_id": ASIDE + n, kind: of}
            inbox.put_aside(work.store, ASIDE + n, body, "KeyError", work.now)

    await desk.app.door.write(case)


def bytes_of(folder: Path) -> bytes:
    """Everything that lies on the disk of the database."""
    return b"".join(file.read_bytes() for file in sorted(folder.glob("fairlead.db*")))


def found_in(raw: bytes) -> list[str]:
    return [needle for needle in NEEDLES if needle.encode() in raw]


async def clears(desk: Desk) -> None:
    """Whatever was set aside is gone."""
    async with desk.database.writing() as store:
        store.execute(delete(set_aside))
