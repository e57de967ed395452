"""Which rule a lead falls under."""

from unicodedata import normalize
from zoneinfo import ZoneInfo

import pytest

from contacts.languages import language_of
from leads.office import Match, Office, Segment
from leads.segments import Facts, matches, segment_for

UTC = ZoneInfo("UTC")
OWN = Segment("own", "Own", match=Match(known_client=True))
KAZAN = Segment("kazan", "Kazan", match=Match(region=("Татарстан",)))
REST = Segment("rest", "Rest")


def office(*segments: Segment) -> Office:
    return Office("A", UTC, segments=segments)


@pytest.mark.parametrize(
    ("match", "facts", "expected"),
    [
        (Match(), Facts(), True),
        (Match(region=("Татарстан",)), Facts(region="Республика Татарстан"), True),
        (Match(region=("Республика Татарстан",)), Facts(region="татарстан"), True),
        (Match(region=("Татарстан",)), Facts(region="Москва"), False),
        (Match(region=("Татарстан",)), Facts(), False),
        (Match(region=("Татарстан",)), Facts(region=""), False),
        (Match(keywords=("окн", "балкон")), Facts("Нужны ОКНАМИ заняться"), True),
        (Match(keywords=("окн",)), Facts("дверь волокна"), False),
        (Match(keywords=("+7",)), Facts("звонил +7 843"), True),
        (Match(keywords=("c++",)), Facts("about C++, please"), True),
        (Match(keywords=("тёпл",)), Facts("ТЕПЛЫЙ пол"), True),
        (Match(keywords=("теплый пол",)), Facts("Нужен тёплый\u00a0  пол"), True),
        (Match(keywords=(normalize("NFD", "жалюзи из нержавейки"),)), Facts("Жалюзи из нержавейки"), True),
        (Match(keywords=("нержавейк",)), Facts(normalize("NFD", "из нержавейки")), True),
        (Match(region=("Ростов",)), Facts(region=normalize("NFD", "РОСТОВСКИЙ край")), True),
        (Match(source=("партнёр",)), Facts(source="Партнер"), True),
        (Match(source=("site",)), Facts(source="SITE"), True),
        (Match(source=("site",)), Facts(source="website"), False),
        (Match(language=("tt", "ru")), Facts(language="ru"), True),
        (Match(language=("tt",)), Facts(), False),
        (Match(known_client=False), Facts(known_client=False), True),
        (Match(known_client=False), Facts(known_client=True), False),
        (Match(keywords=("окн",), source=("site",)), Facts("окна", source="avito"), False),
        (Match(keywords=("окн",), source=("site",)), Facts("окна", source="site"), True),
    ],
)
def test_every_part_that_is_given_must_hold_and_any_word_in_it_is_enough(
    match: Match, facts: Facts, expected: bool
) -> None:
    assert matches(match, facts) is expected


def test_the_first_match_wins() -> None:
    facts = Facts(region="Татарстан", known_client=True)
    assert segment_for(office(OWN, KAZAN, REST), facts) is OWN
    assert segment_for(office(KAZAN, OWN, REST), facts) is KAZAN


def test_the_last_segment_takes_everything_else_with_or_without_a_match() -> None:
    assert segment_for(office(OWN, REST), Facts()) is REST
    assert segment_for(office(OWN, KAZAN), Facts(region="Москва")) is KAZAN


def test_a_retired_segment_takes_nothing_new() -> None:
    retired = Segment("old", "Old", retired=True)
    assert segment_for(office(retired, REST), Facts()) is REST
    assert segment_for(office(REST, retired), Facts()) is REST


@pytest.mark.parametrize("segments", [(), (Segment("old", "Old", retired=True),)])
def test_an_office_without_segments_can_take_no_lead(segments: tuple[Segment, ...]) -> None:
    with pytest.raises(LookupError, match="no segments"):
        segment_for(office(*segments), Facts())


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Тәрәзә кирәк", "tt"),
        ("Нужны окна", "ru"),
        ("Windows, please", "en"),
        ("окна PVC", "ru"),
        ("123", None),
        ("Сәлам! Миңа 3 тәрәзә кирәк, бәясе күпме? Гөлнара", "tt"),
        ("ТӘРӘЗӘ КИРӘК", "tt"),
        ("Кухня ясатырга кирәк иде", "tt"),
        ("Звонил Рәмис, нужны окна", "ru"),
        ("Рәмис 8 917 222-50-01", "ru"),
        ("Айгөл 8 917 222-50-02", "ru"),
        ("рәмис, нужны окна", "ru"),
        ("РӘМИС, НУЖНЫ ОКНА", "ru"),
        ("Гөлнара Хәбибуллина просит перезвонить насчёт двери, дом кирпичный, заранее большое рәхмәт", "ru"),
        ("Терезе керек, бағасы қанша, өтінемін", "ru"),
        ("Қайрат Нұрланов, әйнек керек", "ru"),
        ("Тәҙрә кәрәк, хаҡы күпме", "ru"),
        ("Потрібні вікна", "ru"),
        ("Windows for Рустам", "ru"),
    ],
)
def test_the_letters_tell_the_language(text: str, language: str | None) -> None:
    assert language_of(text) == language
