"""Where a lead is from: picked on the draft's card, read by the rules, shown on cards and in the report."""

from __future__ import annotations

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
