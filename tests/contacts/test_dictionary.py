"""What the Russian dictionary says of a word."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from contacts.dictionary import LONGEST_WORD, Kind, Word, forms, look_up, nominative


@pytest.mark.parametrize(
    ("word", "kind"),
    [
        *((word, Kind.GIVEN) for word in ("Иван", "ПАВЛУ", "льва", "Айгуль", "Рустама", "Наталии", "саше")),
        *(
            (word, Kind.GIVEN)
            for word in ("Вера", "Надежде", "Любови", "Роман", "Слава", "Роза", "Майя", "София")
        ),
        *(
            (word, Kind.GIVEN)
            for word in ("Ильфат", "Ерлану", "Умеда", "Нургуль", "БОТИРОМ", "Лейсан", "Зиеду")
        ),
        *((word, Kind.PATRONYMIC) for word in ("Иванович", "палыча", "Олеговне")),
        *((word, Kind.SURNAME) for word in ("Петровой", "Толстым", "Мороз", "Кравца", "Шевченко", "Цой")),
        *((word, Kind.PLACE) for word in ("Казань", "челнах", "Йошкар-Оле", "Уфы")),
    ],
)
def test_it_knows_names_and_places_in_any_form_and_case(word: str, kind: Kind) -> None:
    assert kind in look_up(word).kinds


@pytest.mark.parametrize("word", ["окна", "балкон", "добрый", "заявка", "перезвонить", "вера", "мир", "заяц"])
def test_an_ordinary_word_is_told_from_a_name(word: str) -> None:
    assert look_up(word).is_ordinary


@pytest.mark.parametrize("word", ["Иван", "Петров", "Марина", "Рустам", "Лев", "Кравец", "Казань", "Юля"])
def test_a_name_is_told_from_an_ordinary_word(word: str) -> None:
    assert not look_up(word).is_ordinary


@pytest.mark.parametrize("word", ["Хабибуллину", "Геворгян", "Салтыкова-Щедрина"])
def test_a_surname_that_it_does_not_know_is_guessed_by_its_shape(word: str) -> None:
    found = look_up(word)
    assert (found.known, found.may_be_surname, found.kinds) == (False, True, frozenset())


@pytest.mark.parametrize("word", ["ватсап", "окна", "Петров", "ё-моё"])
def test_no_surname_is_guessed_of_other_words(word: str) -> None:
    assert not look_up(word).may_be_surname


@pytest.mark.parametrize(
    "word", ["", "-", "John", "8916", "а" * (LONGEST_WORD + 1), "а-" * 2000 + "а", "a.b", "Иван Петров"]
)
def test_of_what_is_no_word_it_says_nothing(word: str) -> None:
    assert look_up(word) == Word(known=False, readings=())
    assert forms(word) == {word.lower()}


@pytest.mark.parametrize(
    ("word", "gender", "called"),
    [
        ("Павлу", "masc", "павел"),
        ("петрову", "masc", "петров"),
        ("Петровой", "femn", "петрова"),
        ("Хабибуллину", "masc", "хабибуллин"),
        ("Иваныча", "masc", "иваныч"),
        ("Наталье", "femn", "наталья"),
        ("Ильфату", "masc", "ильфат"),
        ("Гульчехры", "femn", "гульчехра"),
        ("Исфандиеру", "masc", "исфандиёр"),
        ("Петровых", "ms-f", "петров"),
    ],
)
def test_it_says_how_somebody_is_called(word: str, gender: str, called: str) -> None:
    assert called in {nominative(word, r) for r in look_up(word).readings if r.gender == gender}


@pytest.mark.parametrize(
    ("word", "some"),
    [
        ("Павел", {"павел", "павла", "павлу", "павлом", "павле"}),
        ("Льва", {"лев", "льву", "львом"}),
        ("Кравец", {"кравца", "кравцу"}),
        ("Толстой", {"толстого", "толстым"}),
        ("Ильфату", {"ильфат", "ильфатом"}),
        ("Зульфия", {"зульфии", "зульфию"}),
        ("Фидания", {"фидании", "фиданию"}),
        ("Любовь", {"любви", "любовью", "любови"}),
        ("Наталья", {"наталье", "натальи", "наталии"}),
        ("София", {"софье", "софии"}),
        ("Хабибуллин", {"хабибуллина", "хабибуллиным"}),
        ("Нұрлановна", {"нұрлановна"}),
    ],
)
def test_it_knows_every_form_of_a_name(word: str, some: set[str]) -> None:
    assert some <= forms(word)


def test_letters_with_marks_of_their_own_are_read_as_one() -> None:
    assert look_up("Андреи\u0306") == look_up("Андрей")
    assert look_up("Пётр").kinds == look_up("петр").kinds == {Kind.GIVEN}


def test_any_thread_may_ask() -> None:
    words = ["Иван", "окна", "Хабибуллину", "Казань"] * 50
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(look_up, words)) == [look_up(word) for word in words]
