"""A client who left no number wants to be forgotten, too: by his lead, or by whatever else leads to him."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.commands.erase import NotAClientError, UnknownClientError, Whom, erase
from desk.sought import SeveralClientsError
from desk.work import Work
from storage import inbox
from tests.stories.desk import Desk
from tests.stories.erasing import bytes_of, clears, erases
from tests.stories.words import APART, CLAIM, HAND_OVER

MAIL = "zinaida@uniq.ru"
OTHERS = "Другой клиент Айрат 8 843 200-88-88, окна"


async def says(desk: Desk, *texts: str) -> None:
    """The secretary hands over a lead of its own for each of them."""
    for text in texts:
        await desk.anna.sends(text)
        await desk.anna.taps(APART if desk.anna.has(APART) else HAND_OVER)


def found_in(folder: Path, *words: str) -> list[str]:
    raw = bytes_of(folder)
    return [word for word in words if word.encode() in raw]


async def test_a_voice_is_taken_back_with_its_lead(desk: Desk) -> None:
    voice = await desk.anna.sends_voice()
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await says(desk, OTHERS)
    assert desk.petrov.files() == ["voice"]
    said = await erases(desk, lead=1)
    assert "leads: 1 row" in said and "№1" in said and "№2" not in said
    assert desk.petrov.files() == [] and "стёрты" in desk.petrov.card("№1").text
    assert voice not in [m["message_id"] for m in desk.telegram.chats[101].messages.values()]
    with pytest.raises(UnknownClientError, match="№1: nothing is stored about this lead's client"):
        await erases(desk, lead=1)


async def test_with_his_lead_goes_all_that_has_the_same_contact(desk: Desk, tmp_path: Path) -> None:
    await says(desk, f"Зинаида, окна, {MAIL}", "снова Зинаида Ильдаровна, пишет с Zinaida@Uniq.ru", OTHERS)
    await desk.anna.sends("черновик: ZINAIDA собака uniq точка ru")
    await put_aside(desk, f"письмо от {MAIL}")
    said = await erases(desk, lead=1)
    assert "№1, №2, and 1 not handed over yet" in said and "set_aside: 1 row" in said
    assert found_in(tmp_path, "zinaida", "Zinaida", "ZINAIDA", "Зинаида", "Ильдаровна") == []
    assert found_in(tmp_path, "Айрат") == ["Айрат"]
    assert not desk.anna.sees("Зинаида") and desk.anna.sees("Айрат")
    await desk.verifies()
    await clears(desk)


@pytest.mark.parametrize(
    ("text", "contact"),
    [
        (f"Зинаида, {MAIL}", MAIL),
        ("Зинаида, zinaida @ uniq.ru", MAIL.upper()),
        ("Зинаида, телеграм zina_okna", "@Zina_Okna"),
        ("Зинаида @zina_okna", "https://t.me/zina_okna"),
        ("Зинаида, восемь девятьсот шестнадцать сто сорок", "Восемь девятьсот шестнадцать  сто сорок"),
        ("Зинаида 8 917 224-18-3", "8917224183"),
        ("Зинаида, скайп live:zina.77", "live:zina.77"),
    ],
)
async def test_any_contact_leads_to_him(desk: Desk, tmp_path: Path, text: str, contact: str) -> None:
    await says(desk, text, OTHERS)
    said = await erases(desk, contact=contact)
    assert "leads: 1 row" in said and "№1;" in said
    assert found_in(tmp_path, "Зинаида") == [] and found_in(tmp_path, "Айрат") == ["Айрат"]


async def test_whoever_gave_an_address_and_a_number_is_erased_by_both(desk: Desk) -> None:
    await says(desk, f"Зинаида 8 960 123-45-67, {MAIL}", "Зинаида 8 960 123-45-67, ещё окна")
    await desk.petrov.taps(CLAIM, on="№1")
    said = await erases(desk, contact=MAIL)
    assert "№1, №2" in said and "clients: 1 row" in said


async def test_a_number_is_a_contact_as_well(desk: Desk) -> None:
    await says(desk, "Зинаида 8 960 123-45-67")
    assert "№1" in await erases(desk, contact="+7 (960) 1234567")


async def test_the_office_s_own_address_leads_to_nobody(desk: Desk) -> None:
    form = "Заявка с сайта, info@okna.ru, @okna_bot"
    await says(desk, *(f"{form}, 8 960 123-45-{n}" for n in range(10, 13)), f"{form}, без номера")
    assert "leads concerned: №4;" in await erases(desk, lead=4)


async def test_words_of_every_day_that_several_clients_share_name_none_of_them(desk: Desk) -> None:
    await says(desk, "Зинаида 8 960 123-45-67", "Зинаида 8 960 123-45-68")
    before = await desk.stored()
    with pytest.raises(SeveralClientsError, match=r"several clients \(№1, №2\): name one with --lead N"):
        await erases(desk, contact="Зинаида")
    assert await desk.stored() == before


@pytest.mark.parametrize(
    "whom",
    [
        Whom(),
        Whom("8 960 123-45-67", lead=1),
        Whom(lead=1, contact=MAIL),
        Whom(contact="@"),
        Whom(contact=" аб1 "),
        Whom(lead=1, all_extensions=True),
        Whom("12"),
    ],
)
async def test_who_is_not_named_clearly_is_bad_input(desk: Desk, whom: Whom) -> None:
    with pytest.raises(NotAClientError) as error:
        await erase(whom, desk.address, desk.clock, lambda _: None)
    assert error.value.code == 2


@pytest.mark.parametrize(("lead", "contact"), [(77, None), (None, "nobody@example.com"), (None, "@nobody")])
async def test_of_whom_nothing_is_known_nothing_is_erased(
    desk: Desk, lead: int | None, contact: str | None
) -> None:
    await says(desk, OTHERS)
    before = await desk.stored()
    with pytest.raises(UnknownClientError, match="nothing is stored about this") as error:
        await erases(desk, lead=lead, contact=contact)
    assert error.value.code == 1 and await desk.stored() == before


async def test_behind_one_number_sit_many_each_with_an_extension(desk: Desk) -> None:
    await says(
        desk,
        *(
            f"{who} 8 843 292-44-44{ext}"
            for who, ext in (("Зинаида", " доб. 101"), ("Марат", ""), ("Олег", "*5"))
        ),
        "8 843 200-77-77, сосед Зинаиды, она по 8 843 292-44-44 (доб. 101)",
    )
    said = await erases(desk, "8 843 292-44-44 доб.101")
    assert "№1, №4;" in said and "left" not in said
    said = await erases(desk, "8 843 292-44-44")
    assert "№2;" in said and "left: the same number with the extensions 5;" in said
    with pytest.raises(UnknownClientError):
        await erases(desk, "8 843 292-44-44")
    assert "№3;" in await erases(desk, "8 843 292-44-44", all_extensions=True)


async def test_a_second_number_of_a_contact_s_card_leads_to_it(desk: Desk) -> None:
    await desk.anna.sends_contact("78432007777", "Айрат", None, "TEL:+7 917 123-45-67")
    await desk.anna.taps(HAND_OVER)
    assert "№1" in await erases(desk, "8 917 123-45-67")


async def put_aside(desk: Desk, text: str) -> None:
    def case(work: Work) -> None:
        body = {"update_id": 900_000, "message": {"message_id": 77, "chat": {"id": 101}, "text": text}}
        inbox.put_aside(work.store, 900_000, body, "KeyError", work.now)

    await desk.app.door.write(case)
