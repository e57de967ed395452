"""The client's name on the card, whatever the secretary types or forwards."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from bot.standin.model import User
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.desk import office as shop

NAMES = {
    "ИВАН ПЕТРОВ 8 916 222-00-01": "Иван Петров",
    "петрова ольга 8 916 222-00-02": "Петрова Ольга",
    "Петров И.И., 8 916 222-00-03": "Петров И.И.",
    "Қайрат Нұрланов 8 701 222-00-04": "Қайрат Нұрланов",
    "Ватсап 8 916 222-00-05 Рустам Галиев": "Рустам Галиев",
    "Клиент: Павел, 8 916 222-00-06. Павла до 10 не будить": "Павел",
    "ФИО: Иванов Пётр Сергеевич тел 8 916 222-00-07": "Иванов Пётр Сергеевич",
    "Авито: 8 916 222-00-08, Рустам": "Рустам",
    "Перезвонить Павлу 8 916 222-00-11": "Павел",
    "Гөлнара, 843 296 31 14, ишек кирәк": "Гөлнара",
    "Дзвонила Оксана Шевченко, +380 44 222 00 12": "Оксана Шевченко",
    "ИП Гарипов А.Р. 8 916 222-00-13, шины": "Гарипов А.Р.",
    "John Smith, +44 20 7946 0958, piano lessons": "John Smith",
    "Мамин-Сибиряк Дмитрий 8 916 222-00-14": "Мамин-Сибиряк Дмитрий",
}
NOBODY = (
    "Баумана 5 8 916 222-00-15",
    "Казань, 8 916 222-00-16, окна",
    "Набережные Челны 8 916 222-00-17",
    "Яндекс 8 916 222-00-18",
    "Балкон 8 916 222-00-19",
    "Здравствуйте! 8 916 222-00-20",
    "Ольга Сидорова 8 916 222-00-21",  # a manager
    "замер 29.11.2026 14:00, Баумана 5",
    "заказ 4500012345, срочно",
    "паспорт 9212 345678, тел. 8 843 292-44-44",
    "На номер +7 843 200-00-00 поступил звонок с +7 916 222-00-26",
    "@ivan_okna просит замер",
    "Авито 8 916 222-00-27",
    "Ламинату 20 м, 8 916 222-00-28",
)
FORM = "Заявка с сайта. {}Телефон: 8 916 222-00-22. Ремонт окон"


GROUP = {"id": -100950, "type": "supergroup", "title": "Иван Заявкин"}
ORIGINS = {
    "chat": {"type": "chat", "sender_chat": GROUP, "date": 1},
    "channel": {"type": "channel", "chat": GROUP | {"type": "channel"}, "message_id": 1, "date": 1},
    "deleted": {"type": "hidden_user", "sender_user_name": "Deleted Account", "date": 1},
}


async def forwards_from(desk: Desk, text: str, origin: str) -> None:
    message = {
        "message_id": 700 + len(desk.anna.messages()),
        "date": int(desk.clock.now().timestamp()),
        "from": {"id": 101, "is_bot": False, "first_name": "Анна"},
        "chat": {"id": 101, "type": "private", "first_name": "Анна"},
        "text": text,
        "forward_origin": ORIGINS[origin],
    }
    desk.telegram.updates.put("message", message)
    await desk.settle()


def name_on_card(desk: Desk) -> str | None:
    found = re.search("👤 (.*)", desk.anna.card("Новый лид").text)
    return found.group(1) if found else None


async def test_the_card_shows_the_client_s_name_and_nothing_else(desk: Desk) -> None:
    for text, name in NAMES.items():
        await desk.anna.sends(text)
        assert (text, name_on_card(desk)) == (text, name)
    for text in NOBODY:
        await desk.anna.sends(text)
        assert (text, name_on_card(desk)) == (text, None)


@pytest.mark.parametrize("has_name", [True, False])
async def test_who_forwards_for_others_is_no_client(desk: Desk, has_name: bool) -> None:
    """A form's bot, a colleague by account or by name, the secretary, a group, a channel, somebody who is gone."""
    text, name = FORM.format("Имя: Тимур. " if has_name else ""), "Тимур" if has_name else None
    robot = User(id=950, first_name="Форма", last_name="Заявок", is_bot=True)
    colleague = User(id=201, first_name="Пётр", last_name="П.")
    elsewhere = User(id=951, first_name="петров", last_name="петр")
    herself = User(id=101, first_name="Аня")
    for user in (robot, colleague, elsewhere, herself):
        await desk.anna.forwards(text, from_user=user)
        assert (user.first_name, name_on_card(desk)) == (user.first_name, name)
    await desk.anna.forwards(text, from_name="Петр  Петров")
    assert name_on_card(desk) == name
    for origin in ORIGINS:
        await forwards_from(desk, text, origin)
        assert (origin, name_on_card(desk)) == (origin, name)


async def test_what_the_words_announce_wins_over_the_forward_s_author(desk: Desk) -> None:
    client = desk.telegram.add_user(900, "Тимур", "Сафин")
    await desk.anna.forwards("Имя: Асель. Телефон: 8 916 222-00-23", from_user=client)
    assert name_on_card(desk) == "Асель"
    await desk.anna.forwards("Асель 8 916 222-00-24", from_user=client)
    assert name_on_card(desk) == "Тимур Сафин"


async def test_who_hides_his_account_names_the_client_only_where_the_words_do_not(desk: Desk) -> None:
    await desk.anna.forwards("Асель 8 916 222-00-25", from_name="Солнышко")
    assert name_on_card(desk) == "Асель"
    await desk.anna.forwards("Сколько стоит дверь?", from_name="Тимур С.")
    assert name_on_card(desk) == "Тимур С."


async def test_what_the_office_s_file_calls_its_own_is_no_client(tmp_path: Path) -> None:
    """Its sources, its segments; without them in the file the same words may be somebody's name."""
    file = varied(OFFICE, sources=[{"id": "zabrivad", "name": "Забривад", "kind": "hand"}])
    for text, is_own in ((OFFICE, False), (file, True)):
        async with shop(tmp_path, text) as desk:
            await desk.anna.sends("8 916 222-00-29, Забривад")
            assert name_on_card(desk) == (None if is_own else "Забривад")
            await desk.anna.sends("Забривад 8 916 222-00-30 Рустам")
            assert name_on_card(desk) == "Рустам"
