"""A client is known by a name in Telegram, an account or an address just as by a number; hidden until the claim."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.standin.model import User
from desk.work import Work
from storage import inbox
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk, office
from tests.stories.erasing import ASIDE, bytes_of, clears, erases
from tests.stories.words import APART, CLAIM, GIVE_BACK, HAND_OVER, NOTE, REFUSAL

IVAN = "Иван, нужны окна, пишите @Ivan_Okna"
MARAT = User(777, "Марат", "Гильманов", "Marat_G")
NAMELESS = User(778, "Гузель", None, None)
ALIKE = {
    "a name in Telegram": (IVAN, "снова тот же: https://t.me/ivan_okna, торопит"),
    "an address": ("Иван, окна, ivan@mail.ru", "пишет с IVAN@Mail.Ru, торопит"),
}


def buttons(desk: Desk) -> dict[str, tuple[str, str]]:
    """Of Petrov's newest card: what they do, by their words."""
    rows = desk.petrov.card("№1").buttons
    return {b.text: (b.action, b.value) for row in rows for b in row}


@pytest.mark.parametrize("kind", ALIKE)
async def test_whoever_comes_again_is_known_by_it(desk: Desk, kind: str) -> None:
    first, again = ALIKE[kind]
    await desk.lead(first)
    await desk.petrov.taps(CLAIM)
    await desk.anna.sends(again)
    assert "Уже открыт №1, его ведёт Пётр Петров" in desk.anna.card(button=HAND_OVER).text
    await desk.anna.taps(HAND_OVER)
    assert len((await desk.stored())["leads"]) == 1
    assert "торопит" in desk.petrov.messages()[-1].text
    await desk.verifies()


async def test_whose_client_somebody_is_is_known_by_it_too(desk: Desk) -> None:
    await desk.lead(IVAN)
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(REFUSAL)
    await desk.restarts()
    await desk.lead("Ещё окна, @ivan_okna")
    assert "Это ваш клиент" in desk.petrov.card("№2", button=CLAIM).text
    await desk.verifies()


async def test_whoever_has_the_lead_sees_copies_and_writes(desk: Desk) -> None:
    await desk.lead("Иван 8 (843) 200-11-22, 8 (843) 200-11-33, ivan@mail.ru, @Ivan_Okna")
    await desk.petrov.taps(CLAIM)
    card = desk.petrov.card("№1").text
    assert "✈️ @ivan_okna" in card and "✉️ ivan@mail.ru" in card
    does = buttons(desk)
    copies = ["📋 Скопировать телефон", "✈️ Написать", "📋 @ivan_okna", "📋 ivan@mail.ru"]
    assert list(does)[:4] == copies and "📋 +7 843 200-11-33" not in does, "a few, the phone first"
    assert does["📋 Скопировать телефон"] == ("copy_text", "+78432001122")
    assert does["✈️ Написать"] == ("url", "https://t.me/ivan_okna")
    assert does["📋 ivan@mail.ru"] == ("copy_text", "ivan@mail.ru")
    await desk.smirnov.opens(1)
    assert desk.smirnov.has("📋 @ivan_okna") and desk.anna.has("📋 @ivan_okna")
    await desk.petrov.taps(GIVE_BACK)
    assert "ivan" not in desk.petrov.chat() and not desk.petrov.has("Написать")


async def test_until_the_claim_only_that_there_is_one(desk: Desk) -> None:
    await desk.lead("Иван 8 (843) 200-11-22, ivan@mail.ru, @Ivan_Okna")
    assert "Имя, телефон и почта или Telegram — после «Беру»" in desk.petrov.card(button=CLAIM).text
    await desk.lead("Марина, окна, marina@mail.ru")
    offer = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.sees("№2"))
    assert "Имя и почта или Telegram — после «Беру», телефона нет" in offer.card("№2").text
    await desk.passes(minutes=10)
    await desk.orlova.sends("/leads")
    await desk.orlova.taps("№1", on="Открытые")
    for person in (desk.petrov, desk.sidorova, desk.ivanov, desk.orlova):
        for secret in ("ivan", "Ivan", "mail.ru", "Написать"):
            assert secret not in person.chat(), person.id


async def test_of_words_that_are_all_hidden_nothing_but_that_is_said(desk: Desk) -> None:
    await desk.lead("Марат 8 (843) 200-11-22")
    offer = desk.petrov.card(button=CLAIM).text
    assert "Имя и телефон — после «Беру»" in offer and "••• •••" not in offer
    assert not any(line.strip("• .,") == "" for line in offer.split("\n") if line)


async def test_the_author_of_a_forward_is_known_by_their_account(desk: Desk) -> None:
    await desk.anna.forwards("Добрый день, сколько стоит балкон?", from_user=MARAT)
    assert "✈️ @marat_g" in desk.anna.card(button=HAND_OVER).text
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    assert buttons(desk)["✈️ Написать"] == ("url", "https://t.me/marat_g")
    await desk.passes(minutes=5)
    renamed = User(777, "Марат", "Гильманов", "marat_new")
    await desk.anna.forwards("А дверь?", from_user=renamed)
    assert "Уже открыт №1" in desk.anna.card(button=HAND_OVER).text
    await desk.verifies()


async def test_an_account_without_a_name_is_a_contact_as_well(desk: Desk) -> None:
    desk.telegram.add_user(778, "Гузель")
    await desk.anna.forwards("Сколько стоит балкон?", from_user=NAMELESS)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    card = desk.petrov.card("№1")
    assert "Профиль в Telegram" in card.text and not desk.petrov.has("Написать")
    assert any(e["type"] == "text_mention" and e["user"]["id"] == 778 for e in card.entities)


async def test_whose_contact_is_shared_is_known_when_they_write_themselves(desk: Desk) -> None:
    await desk.anna.sends_contact("79172241834", "Марат", owner=777)
    await desk.anna.taps(HAND_OVER)
    first = next(p for p in (desk.petrov, desk.sidorova, desk.ivanov) if p.has(CLAIM))
    await first.taps(CLAIM)
    await desk.anna.forwards("Это снова я", from_user=MARAT)
    assert "Уже открыт №1" in desk.anna.card(button=HAND_OVER).text


async def test_neither_colleagues_nor_whoever_sends_it_are_clients(desk: Desk) -> None:
    petrov = User(desk.petrov.id, "Пётр", "Петров", "petrov_sales")
    anna = desk.telegram.users[desk.anna.id]
    desk.telegram.users[desk.anna.id] = replace(anna, username="anna_office")
    await desk.anna.forwards("Звонил мужчина про окна, ответ на @petrov_sales", from_user=petrov)
    await desk.anna.sends("Перезвоните мне: @anna_office, окна")
    assert (await desk.stored())["contacts"] == []


async def test_an_address_that_stands_with_two_numbers_makes_nobody_one(desk: Desk) -> None:
    await desk.lead("Заявка с сайта: Иван 8 (843) 200-11-22, ответить info@okna.ru")
    await desk.petrov.taps(CLAIM)
    await desk.anna.sends("Заявка с сайта: Олег 8 (843) 200-11-33, ответить info@okna.ru")
    assert "Уже открыт" not in desk.anna.card(button=HAND_OVER).text
    await desk.anna.taps(HAND_OVER)
    assert len((await desk.stored())["leads"]) == 2
    await desk.anna.sends("Иван 8 (843) 200-11-22 торопит, info@okna.ru")
    assert "Уже открыт №1" in desk.anna.card(button=HAND_OVER).text
    await desk.anna.sends("Заявка с сайта: без номера, ответить info@okna.ru")
    assert "Уже открыт" not in desk.anna.messages()[-1].text, "it leads to nobody any more"
    await desk.verifies()


async def test_a_number_that_comes_later_belongs_to_whoever_is_known_already(desk: Desk) -> None:
    await desk.lead(IVAN)
    await desk.petrov.taps(CLAIM)
    await desk.anna.sends("@ivan_okna просит звонить на 8 (843) 200-11-22")
    await desk.anna.taps(HAND_OVER)
    await desk.anna.sends("8 (843) 200-11-22 торопит")
    assert "Уже открыт №1" in desk.anna.card(button=HAND_OVER).text


async def test_what_a_note_says_is_shown_and_makes_nobody_known(desk: Desk) -> None:
    await desk.lead()
    await desk.petrov.taps(CLAIM)
    await desk.petrov.taps(NOTE, on="№1")
    await desk.petrov.sends("Счёт слать на buh@firma.ru")
    assert "✉️ buh@firma.ru" in desk.petrov.card("№1").text and "📋 buh@firma.ru" in buttons(desk)
    await desk.anna.sends("Окна, buh@firma.ru")
    assert "Уже открыт" not in desk.anna.card(button=HAND_OVER).text


async def test_a_name_that_was_typed_wrong_is_nobodys_any_more(desk: Desk) -> None:
    sent = await desk.anna.sends("Иван, окна, @ivan_oknaa")
    await desk.anna.edits(sent, "Иван, окна, @ivan_okna")
    assert [row[2] for row in (await desk.stored())["contacts"]] == ["ivan_okna"]
    assert "@ivan_oknaa" not in desk.anna.card(button=HAND_OVER).text
    await desk.anna.taps("Убрать")
    assert (await desk.stored())["contacts"] == [] and (await desk.stored())["clients"] == []


async def test_somebody_is_found_by_it(desk: Desk) -> None:
    await desk.anna.forwards("Сколько стоит балкон?", from_user=MARAT)
    await desk.anna.taps(HAND_OVER)
    await desk.lead("Окна, Ivan@Mail.ru")
    await desk.anna.sends("/find @marat_g")
    assert desk.anna.has("№1") and not desk.anna.has("№2")
    await desk.anna.sends("/find ivan@mail.ru")
    assert desk.anna.has("№2")


@pytest.mark.parametrize("contact", ["@Marat_G", "t.me/marat_g", None])
async def test_whoever_is_forgotten_leaves_no_contact(
    desk: Desk, tmp_path: Path, contact: str | None
) -> None:
    """By the name itself, or by the lead."""
    await desk.anna.forwards("Сколько стоит балкон? Пишите marat@uniq.ru", from_user=MARAT)
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.lead("ещё балкон, marat@uniq.ru", tap=APART)
    await erases(desk, contact=contact) if contact else await erases(desk, lead=1)
    stored = await desk.stored()
    assert stored["contacts"] == stored["touches"] == stored["terms"] == []
    for needle in (b"marat_g", b"Marat_G", b"marat@uniq", b"Marat"):
        assert needle not in bytes_of(tmp_path)
    for person in (desk.petrov, desk.anna, desk.smirnov):
        assert "marat" not in person.chat()
    await desk.verifies()


async def test_what_the_office_calls_its_own_leads_to_nobody(tmp_path: Path) -> None:
    """A site's forms, a channel, a colleague's signature."""
    ours = varied(OFFICE, own_contacts=["@Okna_Kazan", "https://t.me/petrov_sales", "Info@Okna.ru"])
    async with office(tmp_path, ours) as desk:
        await desk.anna.sends(
            "Заявка с сайта, info@okna.ru, @okna_kazan, клиент @ivan_okna, t.me/petrov_sales"
        )
        card = desk.anna.card(button=HAND_OVER).text
        assert "✈️ @ivan_okna" in card and "✈️ @okna" not in card and "✉️" not in card
        assert [row[2] for row in (await desk.stored())["contacts"]] == ["ivan_okna"]


async def test_what_was_set_aside_of_their_account_is_forgotten_with_them(desk: Desk) -> None:
    """It names them nowhere else."""
    await desk.anna.forwards("Сколько стоит балкон?", from_user=NAMELESS)
    await desk.anna.taps(HAND_OVER)

    def forwarded(account: int) -> dict[str, object]:
        origin = {"type": "user", "sender_user": {"id": account, "first_name": "Г."}, "date": 0}
        return {"message_id": 70, "chat": {"id": 101}, "text": "и дверь", "forward_origin": origin}

    def case(work: Work) -> None:
        for n, account in enumerate((NAMELESS.id, 12345)):
            body = {"update_id": ASIDE + n, "message": forwarded(account)}
            inbox.put_aside(work.store, ASIDE + n, body, "KeyError", work.now)

    await desk.app.door.write(case)
    assert "set_aside: 1 row" in await erases(desk, lead=1)
    await clears(desk)
