"""Where a client is: told by his words or by his number, said on the card, and read by the rules."""

from __future__ import annotations

import pytest

from tests.offices import OFFICE, varied
from tests.stories.desk import Desk
from tests.stories.words import HAND_OVER


@pytest.mark.parametrize(
    ("said", "card", "segment"),
    [
        ("8 917 222-11-22, Рустам, окна", "📍 Татарстан (по номеру, это догадка)", "Татарстан"),
        ("8 843 200-00-01, окна", "📍 Татарстан (по номеру, это догадка)", "Татарстан"),
        ("Челны, 8 916 123-45-67", "📍 Набережные Челны, Татарстан (по тексту)", "Татарстан"),
        ("дом в Зеленодольске, +7 495 212-45-67", "📍 Зеленодольск, Татарстан (по тексту)", "Татарстан"),
        ("8 843 200-00-01, квартира в Самаре", "📍 Самара, Самарская область (по тексту)", "Все остальные"),
        (
            "8 916 123-45-67, 2 окна",
            "📍 Москва, Московская область (по номеру, это догадка)",
            "Все остальные",
        ),
        ("+998 90 123-45-67, 2 окна", "📍 Узбекистан (по номеру, это догадка)", "Все остальные"),
        ("Пестречинский р-н, баня", "📍 Пестречинский район, Татарстан (по тексту)", "Татарстан"),
        ("Владимир Казанцев, 2 окна", "📍 Откуда клиент, не видно: проверьте сегмент", "Все остальные"),
        ("звонили, 2 окна", "📍 Откуда клиент, не видно: проверьте сегмент", "Все остальные"),
    ],
)
async def test_the_card_says_where_the_client_is_and_how_that_is_known(
    desk: Desk, said: str, card: str, segment: str
) -> None:
    await desk.anna.sends(said)
    assert desk.anna.sees(card)
    await desk.anna.taps(HAND_OVER)
    assert desk.anna.sees(f"№1 · {segment}")


async def test_where_nothing_tells_the_segment_is_one_tap_away(desk: Desk) -> None:
    await desk.anna.sends("звонили, 2 окна")
    assert desk.anna.has("Сегмент: Все остальные")
    await desk.anna.taps("📍 Татарстан")
    assert desk.anna.has("Сегмент: Татарстан")
    await desk.anna.taps(HAND_OVER)
    assert desk.anna.sees("№1 · Татарстан")


async def test_an_offer_shows_the_region_and_no_more_of_the_client(desk: Desk) -> None:
    await desk.lead("Рустам, 8 917 222-11-22, окна")
    assert desk.petrov.sees("📍 Татарстан (по номеру, это догадка)")
    assert not desk.petrov.sees("222-11-22")


@pytest.mark.parametrize(
    ("rule", "said", "taken"),
    [
        ("Республика Татарстан", "окна, Казань", True),
        ("РТ", "окна, Казань", True),
        ("Tatarstan", "окна, Казань", True),
        ("Казань", "окна, Казань", True),
        ("г. Казань", "в Казани окна", True),
        ("Казань", "окна, 8 917 222-11-22", False),  # it is Tatarstan, and may not be Kazan
        ("Челны", "окна, Казань", False),
        ("Подмосковье", "окна, 8 916 123-45-67", True),
        ("Россия", "окна, 8 916 123-45-67", True),
        ("Поволжье", "окна, Казань", False),  # no name of a place here: compared as text
    ],
)
async def test_a_rule_takes_a_place_by_any_of_its_names(
    desk: Desk, rule: str, said: str, taken: bool
) -> None:
    await desk.set_up(varied(OFFICE, segments={"tatarstan": {"match": {"region": [rule]}}}))
    await desk.anna.sends(said)
    await desk.anna.taps(HAND_OVER)
    assert desk.anna.sees("№1 · Татарстан") is taken


async def test_what_an_album_says_wins_over_its_number(desk: Desk) -> None:
    await desk.anna.sends_album("8 843 200-00-01", "дом в Самаре")
    assert desk.anna.sees("📍 Самара, Самарская область (по тексту)")


async def test_another_number_of_the_message_is_from_elsewhere(desk: Desk) -> None:
    await desk.anna.sends("8 843 200-00-01, или 8 846 231-44-90, окна")
    assert desk.anna.sees("📍 Татарстан (по номеру, это догадка)")
    await desk.anna.taps("231-44-90")
    assert desk.anna.sees("📍 Самарская область (по номеру, это догадка)")


async def test_an_extension_does_not_hide_where_a_number_is_from(desk: Desk) -> None:
    await desk.anna.sends("8 (843) 292-44-44 доб. 101, Рустам")
    assert desk.anna.sees("📍 Татарстан (по номеру, это догадка)")
