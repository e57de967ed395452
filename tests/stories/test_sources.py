"""Where a lead is from: picked on the draft's card, read by the rules, shown on cards and in the report."""

from __future__ import annotations

from datetime import timedelta

from bot.standin.model import User
from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.words import CLAIM, HAND_OVER, SEGMENT, SOURCE

SHOP = {"name": "Салон на Баумана", "kind": "hand", "segment": "shop"}
WITH_SOURCES = varied(
    OFFICE,
    segments={
        "shop": {"name": "Салон", "match": {"keywords": ["салон"]}, "members": ["ivanov"]},
        "avito": {"name": "С Авито", "match": {"source": ["avito"]}, "members": ["petrov"]},
    },
    sources=[{"id": "avito", "name": "Авито", "kind": "hand"}, {"id": "shop", **SHOP}],
)


async def test_an_office_without_sources_has_no_button_for_them(desk: Desk) -> None:
    await desk.anna.sends("Рустам, окна")
    assert not desk.anna.has(SOURCE)


async def test_a_source_is_one_tap_and_the_segment_follows_the_rules(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.sends("Рустам, окна, Казань")
    assert desk.anna.has("Сегмент: Татарстан")
    await desk.anna.taps(SOURCE)
    await desk.anna.taps("Авито")
    assert desk.anna.sees("🧭 Источник: Авито")
    assert desk.anna.has("Сегмент: С Авито")
    await desk.anna.taps(HAND_OVER)
    assert desk.anna.sees("№1 · С Авито")
    assert desk.petrov.sees("🧭 Источник: Авито")


async def test_a_source_with_a_segment_of_its_own_goes_there_whatever_the_rules_say(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.sends("Рустам, окна, Казань")
    await desk.anna.taps(SOURCE)
    await desk.anna.taps("Салон на Баумана")
    assert desk.anna.has("Сегмент: Салон")


async def test_the_same_tap_again_takes_the_source_back(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.sends("Рустам, окна, Казань")
    for _ in range(2):
        await desk.anna.taps(SOURCE)
        await desk.anna.taps("Авито")
    assert not desk.anna.sees("🧭")
    assert desk.anna.has("Сегмент: Татарстан")


async def test_a_segment_that_the_secretary_has_corrected_stays(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.sends("Рустам, окна, Казань")
    await desk.anna.taps(SEGMENT)
    await desk.anna.taps("Все остальные")
    await desk.anna.taps(SOURCE)
    await desk.anna.taps("Авито")
    assert desk.anna.has("Сегмент: Все остальные")


async def test_a_source_that_the_office_has_no_more_changes_nothing(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.sends("Рустам, окна, Казань")
    await desk.anna.taps(SOURCE)
    message, data = desk.anna.data("Авито")
    await desk.set_up(OFFICE)
    before = await desk.stored()
    await desk.anna.taps_data(message, data)
    assert await desk.stored() == before


async def test_after_the_hand_over_a_source_is_a_correction(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.sends("Рустам, окна, Казань")
    await desk.anna.taps(SOURCE)
    message, data = desk.anna.data("Авито")
    await desk.anna.taps(HAND_OVER)
    toast = await desk.anna.taps_data(message, data)
    assert toast == "Источник отмечен"
    assert desk.anna.sees("🧭 Источник: Авито")
    await desk.verifies()


async def test_a_longest_id_of_a_source_fits_into_a_button(desk: Desk) -> None:
    await desk.set_up(varied(WITH_SOURCES, sources=[{"id": "a" * 32, **SHOP}]))
    await desk.anna.sends("Рустам, окна")
    await desk.anna.taps(SOURCE)
    await desk.anna.taps("Салон на Баумана")
    assert desk.anna.sees("🧭 Источник: Салон на Баумана")


async def test_the_report_names_sources_as_people_call_them(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.sends("Рустам, окна, Казань")
    await desk.anna.taps(SOURCE)
    await desk.anna.taps("Авито")
    await desk.anna.taps(HAND_OVER)
    await desk.petrov.taps(CLAIM)
    await desk.smirnov.sends("/report")
    await desk.smirnov.taps("Сегменты")
    assert desk.smirnov.sees("Авито")


CHANNEL, BOT = -1_001_000_000_007, User(7_007, "Заявки", is_bot=True)


async def picks_avito(desk: Desk) -> None:
    await desk.anna.taps(SOURCE)
    await desk.anna.taps("Авито")


async def test_the_source_of_a_channel_is_learnt_from_the_first_forward(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.forwards_from_channel("Рустам, окна, +7 843 200-00-01", CHANNEL)
    assert not desk.anna.sees("🧭 Источник")
    await picks_avito(desk)
    await desk.anna.forwards_from_channel("Ирина, двери, +7 843 200-00-02", CHANNEL)
    assert "🧭 Источник: Авито" in desk.anna.card("Ирина").text
    assert desk.anna.has("Сегмент: С Авито"), "and the rules read it"
    await desk.anna.forwards_from_channel("Олег, +7 843 200-00-03", CHANNEL - 1)
    assert "🧭" not in desk.anna.card("Олег").text, "of another channel nothing is known"


async def test_so_is_that_of_a_bot_and_the_newest_word_counts(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    for words, source in (
        ("Рустам, +7 843 200-00-01", "Авито"),
        ("Ирина, +7 843 200-00-02", "Салон на Баумана"),
    ):
        await desk.anna.forwards(words, from_user=BOT)
        await desk.anna.taps(SOURCE, on=words[:5])
        await desk.anna.taps(source, on=words[:5])
    await desk.anna.forwards("Олег, +7 843 200-00-03", from_user=BOT)
    assert "🧭 Источник: Салон на Баумана" in desk.anna.card("Олег").text


async def test_a_persons_forward_teaches_nothing_for_they_are_a_client(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    rustam = User(9_009, "Рустам")
    await desk.anna.forwards("Нужны окна", from_user=rustam)
    await picks_avito(desk)
    await desk.anna.taps(HAND_OVER)
    desk.clock.advance(timedelta(days=40))
    await desk.anna.forwards("И двери", from_user=User(9_010, "Ирина"))
    assert "🧭" not in desk.anna.card("Ирина").text


async def test_a_source_that_was_learnt_and_is_gone_is_not_said(desk: Desk) -> None:
    await desk.set_up(WITH_SOURCES)
    await desk.anna.forwards_from_channel("Рустам, +7 843 200-00-01", CHANNEL)
    await picks_avito(desk)
    await desk.set_up(varied(WITH_SOURCES, sources=[{"id": "shop", **SHOP}]))
    await desk.anna.forwards_from_channel("Ирина, +7 843 200-00-02", CHANNEL)
    assert "🧭" not in desk.anna.card("Ирина").text
