"""Fifty people and twenty segments: what a large office adds to the one of a crawl."""

from __future__ import annotations

from typing import Any, Final

PEOPLE, SEGMENTS = 41, 15
FIRST: Final = 1001  # of their accounts

_NAMES: Final = {
    "ru": (
        ("Александра", "Константин", "Ия", "Владислав", "Мария"),
        ("Заболотская", "Ким", "Преображенский", "Ли"),
    ),
    "en": (
        ("Alexandra", "Christopher", "Jo", "Bartholomew", "Mary"),
        ("Featherstone", "Kim", "Montgomery", "Lee"),
    ),
}
_TOWNS: Final = {
    "ru": ("Екатеринбург", "Уфа", "Набережные Челны"),
    "en": ("Birmingham", "York", "Stoke-on-Trent"),
}
_WORKS: Final = {
    "ru": ("остекление", "двери", "кровля", "ремонт", "сервис"),
    "en": ("glass", "doors", "roofs", "repairs", "care"),
}


def more_people(language: str) -> list[dict[str, Any]]:
    """Managers; every third has an account, and every tenth has two names that are long."""
    firsts, lasts = _NAMES[language]
    return [
        {
            "id": f"m{n:02}",
            "name": f"{firsts[n % len(firsts)]} {lasts[n % len(lasts)]} {n:02}",
            "roles": ["manager"],
            "locale": language,
            **({"telegram_id": FIRST + n} if n % 3 == 0 else {}),
        }
        for n in range(PEOPLE)
    ]


def more_segments(language: str) -> list[dict[str, Any]]:
    """Each with a team of twelve, by towns and works; most of them go by a roster."""
    towns, works = _TOWNS[language], _WORKS[language]
    schemes = ("balance", "queue", "grab", "manual")
    return [
        {
            "id": f"s{n:02}",
            "name": f"{towns[n % len(towns)]}, {works[n % len(works)]}",
            "scheme": "duty" if n % len(schemes) else schemes[n // len(schemes)],
            "match": {"keywords": [f"s{n:02}"]},
            "members": [f"m{(n * 7 + k) % PEOPLE:02}" for k in range(12)],
        }
        for n in range(SEGMENTS)
    ]
