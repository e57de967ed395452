"""Segments are set up in the chat alone: made, named, ordered, given rules and people, taken out and taken up again."""

from __future__ import annotations

from pathlib import Path

import pytest

from files.office_file import dump_office, parse_office
from leads.office import Match, Office, Segment
from storage import offices as stored
from tests.offices import OFFICE, WITH_ADMIN, manager, varied
from tests.stories.desk import Desk
from tests.stories.people import Person

SITE = {"id": "site", "name": "Сайт", "kind": "hand"}


@pytest.fixture
async def admin(desk: Desk) -> Person:
    await desk.set_up(varied(WITH_ADMIN, sources=[SITE]))
    return await at_segments(desk.person(501))


async def at_segments(person: Person) -> Person:
    await person.sends("/office")
    await person.taps("Сегменты")
    return person


async def the_office(desk: Desk) -> Office:
    async with desk.database.reading() as store:
        return stored.read_office(store)


async def segment(desk: Desk, name: str) -> Segment:
    return next(s for s in (await the_office(desk)).segments if s.name == name)


async def active(desk: Desk) -> list[str]:
    return [s.name for s in (await the_office(desk)).segments if not s.retired]


async def new(admin: Person, name: str) -> None:
    await admin.taps("Новый сегмент")
    await admin.sends(name)


async def test_a_new_segment_is_named_and_gets_a_place_by_any_of_its_names(desk: Desk, admin: Person) -> None:
    await new(admin, "Закамье")
    assert admin.sees("Какие лиды в него попадают")
    await admin.taps("Территория")
    await admin.sends("челны, Нижнекамск")
    assert admin.sees("Клиент из: Набережные Челны или Нижнекамск") and admin.sees("Место 2 из 3")
    assert await active(desk) == ["Татарстан", "Закамье", "Все остальные"], "the rest stays the last"
    made = await segment(desk, "Закамье")
    assert made.id == "zakame" and made.match == Match(region=("Набережные Челны", "Нижнекамск"))
    assert "the set-up is as entry" in await desk.verifies()


async def test_a_place_that_there_is_not_is_chosen_among_likely_ones(desk: Desk, admin: Person) -> None:
    await new(admin, "Самара")
    await admin.taps("Территория")
    await admin.sends("Самора")
    assert admin.sees("Места «Самора» я не знаю")
    await admin.taps("Самара, Самарская область")
    assert (await segment(desk, "Самара")).match == Match(region=("Самара",))


async def test_a_place_may_be_kept_as_a_word(desk: Desk, admin: Person) -> None:
    await new(admin, "Дачи")
    await admin.taps("Территория")
    await admin.sends("Щуровка-на-Каме")
    await admin.taps("Оставить")
    assert (await segment(desk, "Дачи")).match == Match(region=("Щуровка-на-Каме",))
    assert admin.sees("сравню просто как слово")


async def test_words_are_typed_with_commas_and_taken_away_one_by_one(desk: Desk, admin: Person) -> None:
    await new(admin, "Ремонт")
    await admin.taps("Слова")
    await admin.sends("ремонт, гарант,  Ремонт ,")
    assert (await segment(desk, "Ремонт")).match == Match(keywords=("ремонт", "гарант"))
    await admin.taps("Какие лиды")
    await admin.taps("Слова")
    await admin.taps("✖️ ремонт")
    assert (await segment(desk, "Ремонт")).match == Match(keywords=("гарант",))
    assert await admin.taps("✖️ гарант") == "Без условия может быть только последний сегмент"


async def test_sources_are_ticked_and_made_by_their_name(desk: Desk, admin: Person) -> None:
    await new(admin, "Заявки")
    await admin.taps("Источник")
    await admin.taps("▫️ Сайт")
    assert (await segment(desk, "Заявки")).match == Match(source=("site",))
    await admin.taps("Какие лиды")
    await admin.taps("Источник")
    await admin.taps("Новый источник")
    await admin.sends("Салон на Баумана")
    assert (await segment(desk, "Заявки")).match == Match(source=("site", "salon-na-baumana"))
    assert [s.name for s in (await the_office(desk)).sources] == ["Сайт", "Салон на Баумана"]
    await admin.taps("✅ Сайт")
    assert (await segment(desk, "Заявки")).match == Match(source=("salon-na-baumana",))


async def test_languages_and_known_clients_are_ticked(desk: Desk, admin: Person) -> None:
    await new(admin, "Татарча")
    await admin.taps("Язык")
    await admin.taps("татарский")
    assert (await segment(desk, "Татарча")).match == Match(language=("tt",))
    await admin.taps("Какие лиды")
    await admin.taps("клиент")
    await admin.taps("уже обращался")
    assert (await segment(desk, "Татарча")).match == Match(language=("tt",), known_client=True)
    assert admin.sees("Сейчас: уже обращался")
    await admin.taps("▫️ новый")
    await admin.taps("✅ новый")
    assert (await segment(desk, "Татарча")).match == Match(language=("tt",))


async def test_a_rule_that_can_never_match_is_said_in_both_languages(desk: Desk, admin: Person) -> None:
    await new(admin, "Казань")
    await admin.taps("Территория")
    await admin.sends("Казань")
    never = "Сюда не придёт ничего: выше стоит «Татарстан» и забирает всё это"
    assert admin.sees(never)
    await admin.taps("Выше")
    assert not admin.sees(never) and await active(desk) == ["Казань", "Татарстан", "Все остальные"]


async def test_the_order_is_changed_with_taps_and_the_rest_stays_last(desk: Desk, admin: Person) -> None:
    await admin.taps("2. Все остальные")
    assert not admin.has("Выше") and not admin.has("Ниже")
    await admin.taps("Назад")
    await admin.taps("1. Татарстан")
    assert not admin.has("Ниже"), "behind it stands what takes everything else"


async def test_a_segment_is_renamed(desk: Desk, admin: Person) -> None:
    await admin.taps("1. Татарстан")
    await admin.taps("Название")
    await admin.sends("Казань и Татарстан")
    assert (await active(desk))[0] == "Казань и Татарстан"
    await admin.taps("Название")
    await admin.sends("ы" * 101)
    assert admin.sees("Такое значение не подходит")


async def test_people_are_ticked_and_find_their_place(desk: Desk, admin: Person) -> None:
    await admin.taps("1. Татарстан")
    await admin.taps("Люди")
    await admin.taps("▫️ Иван Иванов")
    assert (await segment(desk, "Татарстан")).members == ("petrov", "sidorova", "ivanov")
    await admin.taps("✅ Пётр Петров")
    assert (await segment(desk, "Татарстан")).members == ("sidorova", "ivanov")
    await desk.lead("Марат 8 (843) 200-11-22")
    await desk.sidorova.taps("Не могу")
    assert desk.ivanov.has("Беру")


async def test_the_head_ticks_people_and_makes_no_rules(desk: Desk, admin: Person) -> None:
    head = await at_segments(desk.smirnov)
    assert not head.has("Новый сегмент")
    await head.taps("1. Татарстан")
    assert not head.has("Какие лиды") and not head.has("Убрать")
    await head.taps("Люди")
    await head.taps("▫️ Иван Иванов")
    assert "ivanov" in (await segment(desk, "Татарстан")).members


async def test_a_segment_taken_out_keeps_its_leads_and_is_taken_up_again(desk: Desk, admin: Person) -> None:
    await desk.lead("Марат 8 (843) 200-11-22")
    await desk.petrov.taps("Беру")
    await admin.taps("1. Татарстан")
    await admin.taps("Убрать")
    assert admin.sees("Убрать сегмент «Татарстан»?")
    await admin.taps("Да, убрать")
    assert await active(desk) == ["Все остальные"]
    await desk.petrov.taps("Дозвонился")
    assert desk.petrov.sees("№1 · Татарстан"), "its open lead still finds it"
    await admin.taps("Убранные: 1")
    await admin.taps("↩️ Татарстан")
    assert await active(desk) == ["Татарстан", "Все остальные"]
    back = await segment(desk, "Татарстан")
    assert back.match == Match(region=("Татарстан",)) and back.scheme == "queue"
    assert "the set-up is as entry" in await desk.verifies()


async def test_a_segment_that_is_taken_up_stands_where_it_stood(desk: Desk, admin: Person) -> None:
    """And never behind the one that takes everything else."""
    many = {id: {"name": id.title(), "match": {"keywords": [id]}} for id in ("first", "second", "third")}
    await desk.set_up(varied(WITH_ADMIN, segments=many))
    before = await active(desk)
    await at_segments(admin)
    for words in (f"2. {before[1]}", "Убрать", "Да, убрать", "Убранные: 1", f"↩️ {before[1]}"):
        await admin.taps(words)
    assert await active(desk) == before


async def test_the_last_segment_cannot_go(desk: Desk, admin: Person) -> None:
    for words in ("1. Татарстан", "Убрать", "Да, убрать", "1. Все остальные", "Убрать"):
        await admin.taps(words)
    assert await admin.taps("Да, убрать") == "Это последний сегмент: без него лидам некуда идти"


async def test_what_was_taken_out_with_a_rule_like_the_rest_is_made_anew(desk: Desk, admin: Person) -> None:
    for words in ("2. Все остальные", "Убрать", "Да, убрать"):
        await admin.taps(words)
    await admin.taps("Сегмент «всё остальное»")
    await admin.sends("Прочее")
    assert await active(desk) == ["Татарстан", "Прочее"]
    await admin.taps("Назад")
    await admin.taps("Убранные")
    assert await admin.taps("↩️ Все остальные") == "Всё остальное уже берёт другой сегмент"


async def test_twenty_segments_have_pages_and_are_found(desk: Desk, admin: Person) -> None:
    many = {f"s{n}": {"name": f"Город {n}", "match": {"keywords": [f"слово{n}"]}} for n in range(1, 19)}
    await desk.set_up(varied(WITH_ADMIN, segments=many))
    await at_segments(admin)
    assert admin.has("1 из 2") and not admin.has("20. Все остальные")
    assert not admin.has("◀️"), "no button leads nowhere"
    await admin.taps("▶️")
    assert not admin.has("▶️")
    await admin.taps("2 из 2")
    assert admin.has("1 из 2"), "the number turns to the next page, and from the last to the first"
    await admin.taps("▶️")
    await admin.taps("20. Все остальные")
    await admin.taps("Назад")
    await admin.taps("Найти")
    await admin.sends("город 7")
    assert admin.has("7. Город 7") and not admin.has("1. Город 1")
    await admin.taps("Показать весь список")
    assert admin.has("1. Город 1")


async def test_fifty_people_have_pages_and_are_found(desk: Desk, admin: Person) -> None:
    fifty = {f"m{n}": manager(f"Менеджер {n:02}") for n in range(50)}
    await desk.set_up(varied(WITH_ADMIN, people=fifty))
    await at_segments(admin)
    await admin.taps("1. Татарстан")
    await admin.taps("Люди")
    assert admin.has("1 из 6")
    await admin.taps("Найти")
    await admin.sends("менеджер 4")
    assert admin.has("▫️ Менеджер 41") and not admin.has("Менеджер 01")
    await admin.taps("▫️ Менеджер 41")
    assert admin.has("✅ Менеджер 41") and admin.has("▫️ Менеджер 42"), "what was looked for stays open"
    assert "m41" in (await segment(desk, "Татарстан")).members


async def test_whoever_takes_calls_may_do_so_after_looking_for_a_segment(desk: Desk, admin: Person) -> None:
    both = {"admin": {"name": "Администратор", "telegram_id": 501, "roles": ["admin", "secretary"]}}
    many = {f"s{n}": {"name": f"Город {n}", "match": {"keywords": [f"слово{n}"]}} for n in range(1, 19)}
    await desk.set_up(varied(OFFICE, people=both, segments=many))
    await at_segments(admin)
    await admin.taps("Найти")
    await admin.sends("город 7")
    await admin.sends("Клиент Рустам 8 (843) 200-00-01, окна")
    assert admin.has("Передать")


async def test_the_example_office_s_rules_are_made_again_in_the_chat_alone(desk: Desk) -> None:
    """But for the ids, which the chat makes of the names; the people are there already."""
    text = (Path(__file__).parents[3] / "office.example.toml").read_text("utf-8")
    wanted = parse_office(text, "office.example.toml")
    admin = {"id": "admin", "name": "Админ", "telegram_id": 501, "roles": ["admin"]}
    people = {p.id: {"name": p.name, "roles": list(p.roles)} for p in wanted.people}
    first = {"all": {"name": "Все остальные", "members": ["petrov", "sidorova", "ivanov"]}}
    gone = {"tatarstan": None, "rest": None}
    await desk.set_up(varied(OFFICE, people=people | {"admin": admin}, segments={**gone, **first}))
    person = await at_segments(desk.person(501))
    await _made(person, "Наши клиенты", "клиент", "▫️ уже обращался")
    await _more(person, "Слова", "ремонт, регулировка, гарантия")
    await _made(person, "Казань и Татарстан", "Территория", typed="РТ")
    await _made(person, "Заявки с сайта", "Источник", "Новый источник", typed="Сайт")
    await _made(person, "Организации", "Слова", typed="тендер, договор, юрлиц")
    ours = [s for s in (await the_office(desk)).segments if not s.retired]
    assert [s.name for s in ours] == [s.name for s in wanted.segments]
    assert [s.match for s in ours[:2]] == [s.match for s in wanted.segments[:2]]
    assert ours[2].match == Match(source=("sayt",)) and ours[3].match == wanted.segments[3].match
    assert "the set-up is as entry" in await desk.verifies()
    async with desk.database.reading() as store:
        dumped = dump_office(stored.read_office(store))
    again = parse_office(dumped, "dumped.toml")
    assert [(s.id, s.match, s.members) for s in again.segments] == [(s.id, s.match, s.members) for s in ours]


async def _made(person: Person, name: str, *taps: str, typed: str = "") -> None:
    await person.sends("/office")
    await person.taps("Сегменты")
    await new(person, name)
    for words in taps:
        await person.taps(words)
    if typed:
        await person.sends(typed)


async def _more(person: Person, part: str, typed: str) -> None:
    await person.taps("Какие лиды")
    await person.taps(part)
    await person.sends(typed)
