"""What a manager who is asked sees of the client: enough to decide, nothing to call him by."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from contacts import masking, tokens
from contacts.tokens import Token
from tests.contacts.corpus.reading import Message, messages
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER, REFUSAL

GRAB = varied(OFFICE, segments={"tatarstan": {"scheme": "grab"}, "rest": {"scheme": "grab"}})
TOLD = {
    "Новая заявка. Геннадий Тарасов хочет балкон, 8 916 123-45-67": ("Геннадий", "Тарасов", "123-45", "4567"),
    "Казань Павел 8 916 123-45-67, перезвонить Павлу до 18:00": ("Павел", "Павлу", "123-45"),
    "8916 (работа) 1234 (дом) 567, Айгуль, инста aigul.okna": ("8916", "1234", "567", "Айгуль", "aigul"),
    "восемь девятьсот шестнадцать сто двадцать три 45 67, пишите glebov собака mail точка ru": (
        *("девятьсот", "45 67", "glebov", "собака mail"),
    ),
    "ФИО: қайрат нұрланов\nСайт: nurlanov-okna.store, ＠kairat": ("қайрат", "нұрланов", "nurlanov", "kairat"),
}


@pytest.mark.parametrize("text", TOLD)
async def test_nobody_who_has_not_claimed_reads_who_the_client_is(desk: Desk, text: str) -> None:
    await desk.anna.sends(text)
    await desk.anna.taps(HAND_OVER)
    await desk.passes(minutes=10)  # offers, then everybody
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        await person.sends("/why 1")
        await person.sends("/queue")
    await desk.orlova.sends("/leads")
    await desk.orlova.taps("№1", on="Открытые")
    for person in (desk.petrov, desk.sidorova, desk.ivanov, desk.orlova):
        assert not [word for word in TOLD[text] if word in all_that_is_shown(person)]


async def test_what_was_known_of_him_before_is_hidden_too(desk: Desk) -> None:
    await desk.lead("Клиент: Мороз Вера, 8 916 123-45-67")
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)
    await desk.passes(minutes=1)
    await desk.anna.sends("8 916 123-45-67, нужны ещё окна, передать морозу")
    await desk.anna.taps(HAND_OVER)
    assert desk.petrov.has(CLAIM)
    await desk.passes(minutes=20)
    assert desk.ivanov.has(CLAIM)
    for person in (desk.petrov, desk.sidorova, desk.ivanov):
        assert "морозу" not in all_that_is_shown(person)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Клиент Рустам 8 (843) 200-11-22, окна", "Имя и телефон — после «Беру»"),
        ("Клиент Рустам, окна на дачу", "Имя — после «Беру», телефона нет"),
        ("8 (843) 200-11-22, окна", "Телефон — после «Беру»"),
        ("нужны окна на дачу", "Имени и телефона нет, только сообщение"),
    ],
)
async def test_an_offer_promises_what_there_is(desk: Desk, text: str, line: str) -> None:
    await desk.lead(text)
    asked = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))
    assert asked.sees(line)


async def test_a_lead_is_masked_once_however_many_are_asked_and_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def noted(text: str) -> list[Token]:
        read.append(text)
        return tokens.tokens(text)

    masking.masked.cache_clear()
    monkeypatch.setattr(masking, "tokens", noted)
    async with office(tmp_path, GRAB) as desk:
        await desk.lead("Клиент Рустам 8 (843) 200-11-33, окна")
        assert all(p.has(CLAIM) for p in (desk.petrov, desk.sidorova))
        await desk.petrov.taps(CLAIM)
        await desk.passes(minutes=10)
    assert len(read) == 1


def all_that_is_shown(person: Person) -> str:
    """Texts, captions, links, buttons and what they copy, and toasts."""
    shown = [json.dumps(message.raw, ensure_ascii=False) for message in person.messages()]
    return "\n".join([*shown, *(toast.text or "" for toast in person.telegram.toasts(person.id))])


async def test_of_whole_messages_no_manager_reads_what_leads_to_the_client(desk: Desk) -> None:
    """Offers, what becomes of them, `/why`, and the director's look at the lead."""
    told = [*messages("tuned")[3::17], *messages("held")[5::9]]
    assert len(told) >= 14
    for message in told:
        await desk.anna.sends(message.text)
        await desk.anna.taps(HAND_OVER)
    await desk.passes(minutes=25)  # offers, then everybody, then the head
    for number in range(1, len(told) + 1):
        await desk.petrov.sends(f"/why {number}")
    await desk.orlova.sends("/leads")
    for number in range(1, 4):
        await desk.orlova.taps(f"№{number}", on="Открытые")
    for person in (desk.petrov, desk.sidorova, desk.ivanov, desk.orlova):
        shown = "\n".join(message.text for message in person.messages())
        assert [(message.text, word) for message in told for word in secrets(message) if word in shown] == []


def secrets(message: Message) -> list[str]:
    """The words and numbers of it that lead to the client, but for those that the office's own people have."""
    parts = [message.text[start:end] for start, end, mark in message.marks if mark in {"p", "a", "n"}]
    words = [word for part in parts for word in re.findall(r"[^\W\d_]{4,}|\d{4,}", part)]
    return [word for word in words if word not in OFFICE]
