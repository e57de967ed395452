"""Weeks to draw: few people and many, short names and long ones, days and nights."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from screens.views.pictures import RosterPicture, RosterSpan

MONDAY = date(2026, 11, 23)
RUSSIAN = (
    "Пётр Петров",
    "Ольга Сидорова",
    "Ян Ли",
    "Александра Константинопольская-Рождественская",
    "Рустам Хабибуллин",
    "Зухра Гильмутдинова",
    "Иван",
    "Владислав Преображенский",
    "Анна-Мария Вишневецкая",
    "Тимофей Николаев",
    "Мария Орлова",
    "Константин Смирнов",
)
ENGLISH = (
    "Peter Petrov",
    "Jo",
    "Maximiliana Wolfeschlegelsteinhausen",
    "John Smith",
    "Christopher Featherstonehaugh",
    "Ann Lee",
    "William Shakespeare",
    "Olga Sidorova",
)


def at(day: int, hour: float) -> datetime:
    """By the clock of the week from MONDAY on; hours beyond 24 are the next day's."""
    return datetime.combine(MONDAY, time()) + timedelta(days=day, hours=hour)


def duty(day: int, start: float, end: float, name: str) -> RosterSpan:
    return RosterSpan(at(day, start), at(day, end), name)


def week(*spans: RosterSpan, segment: str = "Казань", note: str = "") -> RosterPicture:
    return RosterPicture(segment, MONDAY, spans, note=note)


def in_turn(names: tuple[str, ...], *hours: tuple[float, float], first: int = 0) -> RosterPicture:
    """Every day from `first` to Sunday these hours, the people one after another."""
    days = [(day, start, end) for day in range(first, 7) for start, end in hours]
    return week(*(duty(*day, names[number % len(names)]) for number, day in enumerate(days)))


ALONE = in_turn(RUSSIAN[:1], (9, 18))
TEAM = in_turn(RUSSIAN[:3], (9, 18), (13, 20))
EIGHT = in_turn(ENGLISH, (8, 14), (9, 18), (12, 20))
TWELVE = in_turn(RUSSIAN, (8, 14), (9, 17), (10, 19), (19, 22))
NIGHTS = in_turn(RUSSIAN[:5], (8, 20), (22, 30), first=-1)
NIGHTS_OF_THREE = in_turn(RUSSIAN, (8, 20), (9, 18), (10, 16), (20, 32), (21, 30), (22, 31), first=-1)
MOMENTS = in_turn(ENGLISH, (12, 13), (12, 13), (12, 12.75), (13.25, 13.5), (14, 14.1))
NOBODY = week()

EVERY = {
    "alone": ALONE,
    "team": TEAM,
    "eight": EIGHT,
    "twelve": TWELVE,
    "nights": NIGHTS,
    "nights of three": NIGHTS_OF_THREE,
    "moments": MOMENTS,
    "nobody": NOBODY,
}
