"""An office of fifty: where somebody chooses from a long list there are pages and a search, and nobody is left out."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.offices import DUTY, LARGE, MANAGERS, WITH_ADMIN, manager, on_duty, varied
from tests.stories.desk import Desk, office
from tests.stories.people import Person
from tests.stories.words import CLAIM, HAND_OVER, PROPOSE_ROSTER

TEAM = {f"m{n:02}": manager(f"Менеджер {n:02}", 2000 + n) for n in range(40)}
PICKED = varied(LARGE, segments={"tatarstan": {"scheme": "secretary"}})
CHOSEN = varied(LARGE, segments={"tatarstan": {"scheme": "manual"}})
SEGMENTS = {f"s{n:02}": {"name": f"Сегмент {n:02}", "match": {"keywords": [f"с{n}"]}} for n in range(20)}
SOURCES = [{"id": f"s{n}", "name": f"Источник {n:02}", "kind": "hand"} for n in range(20)]
CALL = "Рустам 8 (843) 200-55-{:02}, окна"


@pytest.fixture
async def desk(tmp_path: Path) -> AsyncIterator[Desk]:
    async with office(tmp_path, PICKED) as desk:
        yield desk


async def on_all_pages(person: Person, word: str, on: str) -> list[str]:
    """Whoever, or whatever, is called by this word in the list on this card, from its first page on; no hours."""
    found: list[str] = []
    while True:
        card = person.card(on)
        names = [b.text for row in card.buttons for b in row if word in b.text and "–" not in b.text]
        assert len(names) <= 10
        found += names
        if not card.button("▶️"):
            return found
        await person.taps("▶️", on=on)


async def looks_for(person: Person, words: str, on: str) -> list[str]:
    """The rows of buttons of the list on this card, when these words were typed."""
    await person.taps("Найти", on=on)
    assert "Напишите часть имени" in person.card(on).text
    await person.sends(words)
    assert f"По «{words}»" in person.messages()[-1].text, "the list came to the end of the chat"
    return [row[0].text for row in person.messages()[-1].buttons]


async def test_the_secretary_picks_anybody_of_forty(desk: Desk) -> None:
    await desk.anna.sends(CALL.format(0))
    assert len(set(await on_all_pages(desk.anna, "Менеджер", "Новый лид"))) == len(MANAGERS)
    found = await looks_for(desk.anna, "джер 39", "Новый лид")
    assert [row for row in found if "Менеджер" in row] == ["Менеджер 39 · 0 в работе · 0,0"]
    assert desk.anna.has(HAND_OVER)
    await desk.anna.taps("Показать весь список")
    assert desk.anna.has("1 из 4")
    await looks_for(desk.anna, "МЕНЕДЖЕР 38", "Новый лид")
    await desk.anna.taps("Менеджер 38")
    assert desk.person(538).has(CLAIM)


async def test_a_search_that_she_gives_up_swallows_no_client(desk: Desk) -> None:
    await desk.anna.sends(CALL.format(0))
    await desk.anna.taps("Найти")
    await desk.anna.sends("Пётр, двери, перезвоните")
    assert desk.anna.card("Пётр, двери").button(HAND_OVER), "nobody is called like this: it is a client"
    assert "Напишите часть имени" not in desk.anna.card("200-55-00").text
    await desk.anna.taps("Найти", on="200-55-00")
    await desk.anna.sends(CALL.format(1))
    assert desk.anna.card("200-55-01").button(HAND_OVER)
    await desk.anna.taps("Найти", on="200-55-00")
    await desk.anna.taps("Передать", on="200-55-00")
    await desk.anna.sends("Менеджер")
    assert desk.anna.card("Менеджер", button=HAND_OVER), "the list is gone: whoever it is, it is a client"


async def test_the_head_assigns_anybody_of_forty(tmp_path: Path) -> None:
    async with office(tmp_path, CHOSEN) as desk:
        await desk.lead()
        head = desk.smirnov
        assert len(set(await on_all_pages(head, "Менеджер", "№1"))) == len(MANAGERS)
        await looks_for(head, "никто", "№1")
        assert "ничего не нашлось" in head.messages()[-1].text
        await head.taps("Показать весь список")
        await looks_for(head, "25", "№1")
        await head.taps("Менеджер 25")
        assert desk.person(525).has("Дозвонился")
        await head.sends("/leads")
        await head.taps("№1")
        await head.taps("Назначить другого")
        assert len(set(await on_all_pages(head, "Менеджер", "№1"))) == len(MANAGERS) - 1
        await desk.restarts()
        await looks_for(head, "39", "№1")
        await head.taps("Менеджер 39")
        assert desk.person(539).has("Дозвонился") and not desk.person(525).has("Дозвонился")
        await desk.verifies()


async def test_leads_are_handed_on_to_anybody_of_forty(tmp_path: Path) -> None:
    async with office(tmp_path, CHOSEN) as desk:
        await desk.lead()
        await desk.smirnov.taps("Менеджер 03")
        await desk.person(503).sends("/off до 26.11")
        await desk.smirnov.taps("Отдать все одному")
        left = "Менеджер 03: отпуск"
        assert len(set(await on_all_pages(desk.smirnov, "Менеджер", left))) == len(MANAGERS) - 1
        await looks_for(desk.smirnov, "37", left)
        await desk.smirnov.taps("Менеджер 37")
        assert desk.person(537).has("Дозвонился")


async def test_the_open_leads_are_narrowed_to_anybody_of_forty_and_to_any_segment(tmp_path: Path) -> None:
    async with office(tmp_path, varied(CHOSEN, segments=SEGMENTS)) as desk:
        await desk.lead()
        await desk.smirnov.taps("Менеджер 03")
        await desk.smirnov.sends("/leads")
        await desk.smirnov.taps("👤 Менеджер")
        assert len(set(await on_all_pages(desk.smirnov, "Менеджер 3", "Открытые лиды"))) == 10
        await looks_for(desk.smirnov, "39", "Открытые лиды")
        await desk.smirnov.taps("Менеджер 39")
        assert "Менеджер 39" in desk.smirnov.card("Открытые лиды").text
        await desk.smirnov.taps("🧩 Сегмент")
        assert len(set(await on_all_pages(desk.smirnov, "Сегмент ", "Открытые лиды"))) == 20


async def test_a_lead_comes_to_any_of_twenty_segments_and_sources(tmp_path: Path) -> None:
    async with office(tmp_path, varied(LARGE, segments=SEGMENTS, sources=SOURCES)) as desk:
        await desk.anna.sends(CALL.format(0))
        await desk.anna.taps("Татарстан")
        assert len(set(await on_all_pages(desk.anna, "Сегмент ", "Новый лид"))) == 20
        await looks_for(desk.anna, "сегмент 17", "Новый лид")
        await desk.anna.taps("Сегмент 17")
        assert desk.anna.has("Сегмент 17")
        await desk.anna.taps("Источник")
        await looks_for(desk.anna, "19", "Новый лид")
        await desk.anna.taps("Источник 19")
        assert desk.anna.has("Источник: Источник 19")


async def test_a_source_is_opened_among_twenty(tmp_path: Path) -> None:
    async with office(tmp_path, varied(WITH_ADMIN, sources=SOURCES)) as desk:
        admin = desk.person(501)
        await admin.sends("/sources")
        assert len(set(await on_all_pages(admin, "Источник ", "Откуда приходят лиды"))) == 20
        assert "Источник 19" in admin.card("Откуда приходят лиды").text
        await looks_for(admin, "точник 17", "Откуда приходят лиды")
        await admin.taps("Источник 17")
        assert admin.sees("отмечает на карточке")


async def test_a_window_of_the_roster_is_given_to_anybody_of_forty(tmp_path: Path) -> None:
    team = {"members": list(TEAM)}
    weekly = [on_duty("m00", "mon-fri 09:00-18:00", segment="rest")]
    async with office(tmp_path, varied(DUTY, people=TEAM, segments={"rest": team}, shifts=weekly)) as desk:
        await desk.smirnov.sends("/roster")
        await desk.smirnov.taps(PROPOSE_ROSTER)
        await desk.smirnov.taps("поровну")
        on = "График на"
        await desk.smirnov.taps("пн 30.11", on=on)
        await desk.smirnov.taps("пн 30.11", on=on)
        assert len(set(await on_all_pages(desk.smirnov, "Менеджер ", on))) == len(TEAM)
        assert desk.smirnov.has("4 из 4")
        await desk.smirnov.taps("Менеджер 39", on=on)
        assert desk.smirnov.has("✅ Менеджер 39") and desk.smirnov.has("4 из 4"), "the page stays open"
        await looks_for(desk.smirnov, "05", on)
        await desk.smirnov.taps("Менеджер 05", on=on)
        assert desk.smirnov.has("✅ Менеджер 05")


async def test_a_team_is_ticked_where_one_has_leafed_to(tmp_path: Path) -> None:
    async with office(tmp_path, varied(WITH_ADMIN, people=TEAM, segments=SEGMENTS)) as desk:
        admin = desk.person(501)
        await admin.sends("/office")
        await admin.taps("🗂 Сегменты")
        assert len(set(await on_all_pages(admin, "Сегмент ", "Сегменты"))) == 20
        await looks_for(admin, "сегмент 17", "Сегменты")
        await admin.taps("Сегмент 17")
        await admin.taps("Люди")
        await admin.taps("▶️")
        await admin.taps("▫️ Менеджер 12")
        assert admin.has("2 из 5") and admin.card("Люди · Сегмент 17")
        await looks_for(admin, "39", "Люди · Сегмент 17")
        await admin.taps("▫️ Менеджер 39")
        assert admin.has("✅ Менеджер 39") and "По «39»" in admin.messages()[-1].text
        await admin.sends("/people Менеджер 39")
        await admin.taps("Менеджер 39")
        await admin.taps("Сегменты")
        assert admin.has("1 из 3")
        await admin.taps("▶️")
        await admin.taps("▫️ Сегмент 11")
        assert admin.has("✅ Сегмент 11") and admin.has("2 из 3")


async def test_what_stands_above_the_buttons_is_short_in_a_large_office(tmp_path: Path) -> None:
    """Nobody scrolls through six screens, and no name is cut off in its middle."""
    teams = {id: {**keys, "members": [*TEAM][:12]} for id, keys in SEGMENTS.items()}
    async with office(tmp_path, varied(WITH_ADMIN, people=TEAM, segments=teams)) as desk:
        admin, head = desk.person(501), desk.smirnov
        await admin.sends("/office")
        front = admin.card("Сегменты").text
        assert "Сегмент 07 · поровну по долям · людей: 12" in front and len(front.splitlines()) < 40
        assert "кто ещё не в боте, в «Людях»" in front, "there is no button for each of them here"
        await head.sends("/queue")
        queue = head.card("Кто следующий").text
        assert "Сегмент 07 · поровну по долям\n👉 Менеджер 00 · на месте 12" in queue
        assert len(queue.splitlines()) < 50 and "Плюс:" not in queue, "no balance stands there"
        await desk.person(2000).sends("/queue")
        assert "Следующий лид ваш" in desk.person(2000).card("Кто следующий").text, "of a member, as ever"
        await admin.sends("/people Менеджер 00")
        await admin.taps("Менеджер 00")
        assert "Сегмент 06, Сегмент 07 и ещё 12" in admin.card("Менеджер 00").text.replace("\xa0", " ")
        await admin.sends("/office")
        await admin.taps("🗓 Дежурства")
        assert admin.card("Дежурства").text.count("без дежурств") == 1


async def test_who_is_on_duty_is_found_by_a_part_of_the_name(tmp_path: Path) -> None:
    team = {"members": list(TEAM)}
    weekly = [on_duty("m00", "mon-fri 09:00-18:00", segment="rest")]
    async with office(tmp_path, varied(DUTY, people=TEAM, segments={"rest": team}, shifts=weekly)) as desk:
        head = desk.smirnov
        await head.sends("/roster")
        for words in ("Поправить смены", "вт 24.11", "Поставить смену", "10:00–15:00"):
            await head.taps(words)
        assert len(set(await on_all_pages(head, "Менеджер", "Новая смена"))) == len(TEAM)
        await head.sends("Менеджер 1")
        assert "По «Менеджер 1»" in head.messages()[-1].text
        assert len([row for row in head.messages()[-1].buttons if "Менеджер" in row[0].text]) == 10
        await head.taps("Показать весь список")
        assert head.has("1 из 4") and "По «" not in head.messages()[-1].text
        assert not head.has("Найти"), "a name is heard without a tap"
        await head.sends("джер 2")
        assert "По «джер 2»" in head.messages()[-1].text, "any part of it"
        await head.taps("Показать весь список")
        await head.taps("▶️")
        assert await head.taps_data(head.data("2 из 4")[0], "shift-put:p:2") == "", "as it was turned once"
        assert head.has("2 из 4") and "10:00–15:00" in head.card("Новая смена").text
        await head.sends("Менеджер 3")
        await head.taps("Менеджер 37")
        assert "10:00–15:00 · Менеджер 37" in head.card("вт 24.11").text
        await head.sends("/roster")
        await head.taps("Поправить смены")
        await head.taps("Недельный план")
        await head.taps("Добавить часы")
        await head.sends("Менеджер 2")
        assert "По «Менеджер 2»" in head.messages()[-1].text
        await head.sends("никто")
        assert "ни имя из сегмента" in head.messages()[-1].text and head.has("1 из 4")
        await head.sends("Менеджер 2")
        assert "ни имя из сегмента" not in head.messages()[-1].text


async def test_the_hours_of_a_plan_and_the_segments_of_duty_are_leafed_through(tmp_path: Path) -> None:
    team = {"members": list(TEAM)}
    weekly = [on_duty(who, "mon-fri 09:00-18:00", segment="rest") for who in TEAM]
    large = varied(DUTY, people=TEAM, segments={**SEGMENTS, "rest": team}, shifts=weekly)
    async with office(tmp_path, large) as desk:
        head = desk.smirnov
        await head.sends("/office")
        await head.taps("🗓 Дежурства")
        assert len(set(await on_all_pages(head, "Сегмент ", "Дежурства"))) == 20
        await looks_for(head, "остал", "Дежурства")
        await head.taps("Все остальные")
        await head.taps("Недельный план")
        on = "Недельный план"
        await looks_for(head, "37", on)
        assert "Менеджер 37" in head.card(on).text and "Менеджер 36" not in head.card(on).text
        await head.taps("✖️ Менеджер 37")
        await head.taps("Да, убрать")
        await looks_for(head, "37", on)
        assert "По «37» ничего" in head.card(on).text


async def test_the_rosters_of_twenty_segments_are_leafed_through(tmp_path: Path) -> None:
    rostered = {id: {**keys, "scheme": "duty", "members": [*TEAM][:5]} for id, keys in SEGMENTS.items()}
    weekly = [on_duty("m03", "mon-fri 09:00-18:00", segment="s17")]
    async with office(tmp_path, varied(DUTY, people=TEAM, segments=rostered, shifts=weekly)) as desk:
        head, member = desk.smirnov, desk.person(2003)
        await head.sends("/roster")
        assert len(set(await on_all_pages(head, "Сегмент ", "Кто сейчас дежурит"))) == 20
        await head.taps("◀️")
        assert "Сегмент 17: Менеджер 03" in head.card("Кто сейчас дежурит").text
        assert "Сегмент 02" not in head.card("Кто сейчас дежурит").text, "it is on another page"
        await looks_for(head, "17", "Кто сейчас дежурит")
        await head.taps("Сегмент 17")
        assert "Менеджер 03" in head.card("Кто когда дежурит").text
        await head.taps("Назад")
        assert head.has("1 из 3")
        await member.sends("/roster")
        await looks_for(member, "сегмент 09", "Когда вы дежурите")
        await member.taps("Сегмент 09")
        assert member.sees("Кто когда дежурит · Сегмент 09")
