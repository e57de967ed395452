"""Chapters of who the client is: come again, put right, joined with another, forgotten."""

from __future__ import annotations

from desk.erasure import Erasure
from desk.sought import Sought
from tests.faults.chapters.chapter import ELSEWHERE, Chapter
from tests.faults.mortal_desk import MortalDesk
from tests.files.past.files import imports, row
from tests.stories.words import (
    ADD_TO,
    APART,
    ASSIGN,
    CLAIM,
    COMMENT,
    CORRECT,
    HAND_OVER,
    JOIN,
    NAME,
    PART,
    PHONE,
    SALE,
    SAME_CLIENT,
    SEGMENT,
    YES_ONE,
)


async def came_again(desk: MortalDesk) -> None:
    """Somebody has the lead when its client comes again, and once more with a matter of its own."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead("Опять Рустам 8 (843) 200-00-00, торопит")
    await desk.lead("И ещё Рустам 8 (843) 200-00-00, дверь", tap=APART)
    await desk.petrov.taps(CLAIM, on="№2")


async def corrected(desk: MortalDesk) -> None:
    """A name and a number are put right, by the secretary and by whoever holds the lead; a message is written anew."""
    sent = await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    for who, what, words in (
        (desk.anna, NAME, "Рустам Закиров"),
        (desk.petrov, PHONE, "8 (843) 200-11-22"),
        (desk.petrov, COMMENT, "второй этаж"),
    ):
        await who.taps(CORRECT, on="№1")
        await who.taps(what, on="№1")
        await who.sends(words)
    await desk.anna.edits(sent, "Рустам 8 (843) 200-11-22, окна и дверь")


async def two_drafts(desk: MortalDesk) -> None:
    """Two drafts are one lead, which is forgotten and reminded of; another one is a note on it."""
    await desk.anna.sends("Рустам 8 (843) 200-00-00, окна")
    await desk.passes(minutes=2)
    await desk.anna.sends("Закирова, балкон")
    await desk.anna.taps(JOIN, on="балкон")
    await desk.anna.taps("Рустам", on="балкон")
    await desk.passes(minutes=11)
    await desk.anna.taps(HAND_OVER)
    await desk.anna.sends("второй этаж")
    await desk.anna.taps("К лиду…")
    await desk.anna.taps("№1 ·")
    await desk.petrov.taps(CLAIM)


async def unseen(desk: MortalDesk) -> None:
    """Whoever has a lead goes, and its client comes again: the head hears of it after a while, and gives it on."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.sends("/off")
    await desk.lead("Опять Рустам 8 (843) 200-00-00, торопит")
    await desk.passes(minutes=31)
    await desk.smirnov.taps(ASSIGN, on="№1 ·")
    await desk.smirnov.taps("Ольга Сидорова", on="№1 ·")


async def resegmented(desk: MortalDesk) -> None:
    """A lead that somebody has belongs to another segment, and goes on there; another one stays."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    for number, words in (("№1", "Передать по правилу"), ("№2", "Оставить как есть")):
        await desk.anna.taps(CORRECT, on=number)
        await desk.anna.taps(SEGMENT, on=number)
        await desk.anna.taps("Все остальные", on=number)
        await desk.anna.taps(words, on=number)


async def one_client(desk: MortalDesk) -> None:
    """Two clients turn out to be one, and are two after all; one who was asked twice is asked once."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.lead()
    for number, other in ((1, 2), (2, 1)):
        await desk.asks(desk.smirnov, "/leads", f"№{number} ")
        await desk.smirnov.taps(f"№{number} ")
        if desk.smirnov.card(f"№{number} ·").button("Скрыть список"):
            await desk.smirnov.taps("Скрыть список", on=f"№{number} ·")
        await desk.smirnov.taps(CORRECT, on=f"№{number} ·")
        await desk.smirnov.taps(SAME_CLIENT, on=f"№{number} ·")
        await desk.smirnov.taps(f"(№{other}", on=f"№{number} ·")
        await desk.smirnov.taps(YES_ONE, on=f"№{number} ·")
        if number == 1:
            await desk.smirnov.taps(f"{PART}: №2", on=f"№{number} ·")
    await desk.anna.taps(ADD_TO, on="№2 ·")


async def forgotten(desk: MortalDesk) -> None:
    """The client of an open lead wishes to be forgotten; whoever was asked to do it asks again if it was cut short."""
    await desk.lead()
    await desk.petrov.taps(CLAIM)

    async def erase() -> None:
        await Erasure(desk.app.door).erase(Sought(phones=("+78432000000",)))

    await desk.unless_killed(erase)
    await desk.settle()
    await desk.petrov.taps(SALE)


async def remembered(desk: MortalDesk) -> None:
    """Past leads come out of a file; whoever started that starts it again. One of the clients calls."""
    known = {"phone": "8 495 212-45-00", "manager": "ivanov", "outcome": "won", "amount": "100"}

    async def bring() -> None:
        await imports(desk.database, desk.clock.now(), [row(**known), row(), row()])

    await desk.unless_killed(bring)
    await desk.lead(ELSEWHERE)
    await desk.ivanov.taps(CLAIM)


CLIENTS = {
    "came_again": Chapter(came_again, frozenset({"touched"})),
    "corrected": Chapter(corrected, frozenset({"corrected", "touched"})),
    "two_drafts": Chapter(two_drafts, frozenset({"handed", "touched"})),
    "unseen": Chapter(unseen, frozenset({"touched", "assigned"})),
    "resegmented": Chapter(resegmented, frozenset({"resegmented", "given_back"})),
    "one_client": Chapter(
        one_client, frozenset(["clients_joined", "clients_parted", "withdrawn", "touched"])
    ),
    "forgotten": Chapter(forgotten, frozenset({"erased"})),
    "remembered": Chapter(remembered, frozenset({"imported"})),
}
