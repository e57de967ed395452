"""At every stage of a lead, everything that everybody has in his chat: the contact is there for whom it may be."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.erasing import erases
from tests.stories.people import Person
from tests.stories.words import BAD_LEAD, CLAIM, DECLINE, GIVE_BACK, HAND_OVER, NOT_BAD, REACHED, SALE

TEXT = (
    "Рустам Закиров 8 (960) 123-45-67, окна. Рустаму писать на rustam@example.ru, @rustam_z или t.me/rustamz, "
    "второй 8-843-200-55-44"
)
SECRETS = ("123-45", "1234567", "Рустам", "Закиров", "rustam", "200-55", "2005544")
ASKED = {
    "anna": ("/why 1", "/today"),
    "petrov": ("/why 1", "/mine"),
    "sidorova": ("/why 1", "/mine"),
    "ivanov": ("/why 1", "/mine"),
    "smirnov": ("/why 1", "/leads"),
    "orlova": ("/why 1", "/leads", "/mine"),
}
ASKED_ONCE = {
    "anna": ("/help",),
    "petrov": ("/me", "/queue"),
    "ivanov": ("/me", "/queue"),
    "smirnov": ("/queue", "/report", "/office"),
    "orlova": ("/report",),
}


@dataclass(frozen=True)
class Stage:
    """`sees`: whose chats show name, phone and contacts afterwards; `files`: whose show the photos."""

    name: str
    happens: Callable[[Desk], Awaitable[object]]
    sees: str
    files: str = ""
    asks: bool = False  # everything that there is to ask


def everybody(desk: Desk) -> dict[str, Person]:
    return {name: getattr(desk, name) for name in ASKED}


async def opens(person: Person) -> None:
    """The card of №1, from the list of leads."""
    await person.sends("/leads")
    await person.taps("№1", on="Открытые")


async def assigned(desk: Desk) -> None:
    await opens(desk.smirnov)
    await desk.smirnov.taps("Назначить другого", on="№1 ·")
    await desk.smirnov.taps("Иван Иванов", on="№1 ·")


async def without_sidorova(desk: Desk) -> None:
    """She leaves the office."""
    await desk.set_up(varied(OFFICE, people={"sidorova": None}))


async def summary(desk: Desk) -> None:
    await desk.passes(hours=9)
    assert desk.orlova.sees("Итоги")


def taps(who: str, words: str) -> Callable[[Desk], Awaitable[object]]:
    return lambda desk: everybody(desk)[who].taps(words, on="№1 ·")


def sends(desk: Desk) -> Awaitable[object]:
    return desk.anna.sends_album(TEXT, "")


def later(minutes: int) -> Callable[[Desk], Awaitable[object]]:
    return lambda desk: desk.passes(minutes=minutes)


UP_THE_LADDER = [
    Stage("a draft", sends, "anna"),
    Stage("offered", lambda desk: desk.anna.taps(HAND_OVER), "anna smirnov"),
    Stage("declined", taps("petrov", DECLINE), "anna smirnov"),
    Stage("lapsed", later(5), "anna smirnov"),
    Stage("offered to the head", later(10), "anna smirnov"),
    Stage("offered to the director", later(10), "anna smirnov"),
    Stage("the director opens the list", lambda desk: opens(desk.orlova), "anna smirnov"),
    Stage("said again to the director", later(40), "anna smirnov"),
    Stage("taken by the director", taps("orlova", CLAIM), "anna smirnov orlova", "orlova", asks=True),
    Stage("given back", taps("orlova", GIVE_BACK), "anna smirnov"),
]
FROM_HAND_TO_HAND = [
    Stage("a draft", sends, "anna"),
    Stage("offered", lambda desk: desk.anna.taps(HAND_OVER), "anna smirnov"),
    Stage("claimed", taps("petrov", CLAIM), "anna petrov smirnov", "petrov"),
    Stage("reached", taps("petrov", REACHED), "anna petrov smirnov", "petrov"),
    Stage("given back", taps("petrov", GIVE_BACK), "anna smirnov"),
    Stage("claimed by another", taps("sidorova", CLAIM), "anna sidorova smirnov", "sidorova"),
    Stage("she leaves", without_sidorova, "anna smirnov"),
    Stage("reassigned", assigned, "anna ivanov smirnov", "ivanov"),
    Stage("said to be bad", taps("ivanov", BAD_LEAD), "anna ivanov smirnov", "ivanov"),
    Stage("not bad", taps("smirnov", NOT_BAD), "anna ivanov smirnov", "ivanov"),
    Stage("sold", taps("ivanov", SALE), "anna ivanov smirnov", "ivanov"),
    Stage("the summary", summary, "anna ivanov smirnov", "ivanov", asks=True),
    Stage("erased", lambda desk: erases(desk, "8 960 1234567"), ""),
]


async def test_up_the_ladder_only_who_may_see_the_contact_sees_it(desk: Desk) -> None:
    await goes_through(desk, UP_THE_LADDER)


async def test_from_hand_to_hand_the_contact_goes_with_the_lead(desk: Desk) -> None:
    await goes_through(desk, FROM_HAND_TO_HAND)


async def goes_through(desk: Desk, stages: list[Stage]) -> None:
    for stage in stages:
        await stage.happens(desk)
        await asks(desk, ASKED)
        if stage.asks:
            await asks(desk, ASKED_ONCE)
        seen = {name for name, person in everybody(desk).items() if secrets_of(person)}
        told = {name: secrets_of(person) for name, person in everybody(desk).items()}
        assert seen == set(stage.sees.split()), f"{stage.name}: {told}"
        files = {name for name, person in everybody(desk).items() if person.files()}
        assert files == set(stage.files.split()), stage.name


async def asks(desk: Desk, asked: Mapping[str, Sequence[str]]) -> None:
    for name, commands in asked.items():
        for command in commands:
            desk.telegram.send_text(everybody(desk)[name].id, command)
    await desk.settle()


def secrets_of(person: Person) -> list[str]:
    """What his chat gives away: in texts, captions, links, buttons and what they copy, and in toasts."""
    shown = [json.dumps(message.raw, ensure_ascii=False) for message in person.messages()]
    shown += [toast.text or "" for toast in person.telegram.toasts(person.id)]
    return [secret for secret in SECRETS if any(secret in text for text in shown)]
