"""Who is in the office of a crawl, and as what they are told apart."""

from __future__ import annotations

from typing import Final

SECRETARY, VERA = 101, 102
PETROV, SIDOROVA, IVANOV, LENA = 201, 202, 203, 204
HEAD, DIRECTOR, ADMIN = 301, 401, 501
STRANGER, NEIGHBOUR = 999, 998

ROLES: Final = {
    SECRETARY: "secretary",
    VERA: "secretary",
    PETROV: "manager",
    IVANOV: "manager",
    LENA: "manager",
    SIDOROVA: "head of a segment",
    HEAD: "head",
    DIRECTOR: "director",
    ADMIN: "administrator",
    STRANGER: "stranger",
    NEIGHBOUR: "stranger",
}
"""Who is in the office, and as what they are told apart; managers who have other leads are alike."""

NAMES: Final = {
    "ru": {
        SECRETARY: "Анна Секретарёва",
        VERA: "Вера Павлова",
        PETROV: "Пётр Петров",
        SIDOROVA: "Ольга Сидорова",
        IVANOV: "Иван Иванов",
        LENA: "Елена Котова",
        HEAD: "Сергей Смирнов",
        DIRECTOR: "Мария Орлова",
        ADMIN: "Антон Админов",
    },
    "en": {
        SECRETARY: "Anna Hall",
        VERA: "Vera Price",
        PETROV: "Peter Stone",
        SIDOROVA: "Olga Reed",
        IVANOV: "Ivan Cole",
        LENA: "Helen Ford",
        HEAD: "Simon Smith",
        DIRECTOR: "Mary Noble",
        ADMIN: "Anton Bird",
    },
}
IDS: Final = {
    SECRETARY: "anna",
    VERA: "vera",
    PETROV: "petrov",
    SIDOROVA: "sidorova",
    IVANOV: "ivanov",
    LENA: "lena",
    HEAD: "smirnov",
    DIRECTOR: "orlova",
    ADMIN: "admin",
}


def role_of(who: int) -> str:
    """Whoever an office has besides sells."""
    return ROLES.get(who, "manager")
