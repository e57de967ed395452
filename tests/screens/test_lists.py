"""Numbers, times, /me and the director's summary, in the words that people read."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from screens import format as shown
from screens.buttons.of_office import Invite
from screens.me import me_screen
from screens.office.front import office_screen
from screens.report import report_screen
from screens.texts import texts_for
from screens.views.report import DiscretionView, Pane, SummaryView
from tests.screens.accounts_to_show import ME
from tests.screens.leads_to_show import MOSCOW, NOW
from tests.screens.lists_to_show import NOTHING, OFFICE, REPORT, SUMMARY
from tests.screens.windows import seen

RU, EN = texts_for("ru"), texts_for("en")


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0, "0 с"),
        (45, "45 с"),
        (60, "1 мин"),
        (305, "5 мин 5 с"),
        (4800, "1 ч 20 мин"),
        (3605, "1 ч"),
        (183600, "2 дн. 3 ч"),
    ],
)
def test_a_length_of_time_in_its_two_largest_units(seconds: int, words: str) -> None:
    assert shown.span(seconds, RU).replace("\xa0", " ") == words


@pytest.mark.parametrize(
    ("day", "russian", "english"),
    [
        (0, "в 09:00", "at 09:00"),
        (1, "завтра в 09:00", "tomorrow at 09:00"),
        (2, "в ср в 09:00", "on Wed at 09:00"),
        (6, "в вс в 09:00", "on Sun at 09:00"),
        (8, "1 дек. в 09:00", "on 1 Dec at 09:00"),
    ],
)
def test_a_moment_is_named_by_how_far_it_is(day: int, russian: str, english: str) -> None:
    moment = datetime(2026, 11, 23, 9, tzinfo=MOSCOW) + timedelta(days=day)
    assert shown.at(moment, NOW, MOSCOW, RU) == russian
    assert shown.at(moment, NOW, MOSCOW, EN) == english


def test_days_change_at_midnight_in_the_office_and_not_in_greenwich() -> None:
    late = datetime(2026, 11, 23, 22, 30, tzinfo=MOSCOW)
    assert shown.until(late + timedelta(hours=2), late, MOSCOW, RU) == "до завтра, 00:30"


def test_money_and_balances_are_written_as_each_language_writes_them() -> None:
    assert shown.amount(12000000, RU) == "120\u202f000\u202f₽"
    assert shown.amount(12000000, EN) == "120,000\u202f₽"
    assert shown.amount(150, RU) == "1,50\u202f₽"
    assert [shown.balance(leads, RU) for leads in (1.34, -0.4, 0.04, -0.04)] == ["+1,3", "−0,4", "0,0", "0,0"]
    assert shown.balance(1.34, EN) == "+1.3"


def test_a_statement_reads_line_by_line_and_adds_up() -> None:
    text = seen(me_screen(ME, RU)).replace("\xa0", " ")
    assert "В работе: 2 из 5. Весь список: «Мои лиды»" in text
    assert "Конверсия 30%: продаж 12 из 40" in text
    first = text.split("Казань")[1]
    assert "23 нояб. · предложен №12: −1,00" in first
    assert "23 нояб. · доли от 5 лидов: +1,67" in first
    assert "24 нояб. · №12 не засчитан, лид признан браком: +1,00" in first
    amounts = [in_cents(line) for line in first.splitlines() if " · " in line and ": " in line]
    assert sum(amounts) == in_cents(next(line for line in first.splitlines() if "Итого" in line))


def in_cents(line: str) -> int:
    return round(float(line.rpartition(": ")[2].replace(",", ".").replace("−", "-")) * 100)


def test_where_nothing_moved_and_where_the_ledger_does_not_hold_the_account_says_so() -> None:
    text = seen(me_screen(ME, RU)).replace("\xa0", " ")
    assert "С 17 нояб. без движений\nИтого: +1,33" in text
    assert "Показать по строкам не могу: они не сходятся с итогом" in text


def summary(view: SummaryView) -> str:
    return seen(report_screen(replace(REPORT, summary=view), Pane.SUMMARY, RU))


def details(view: SummaryView) -> str:
    return seen(report_screen(replace(REPORT, summary=view), Pane.DETAILS, RU))


def test_a_day_with_nothing_is_one_short_line() -> None:
    assert summary(NOTHING) == "23 ноября: новых лидов не было."


def test_a_lead_that_nobody_has_is_told_even_on_a_day_with_nothing() -> None:
    text = summary(replace(NOTHING, unclaimed=(14,)))
    assert text.splitlines()[1:] == ["⚠️ Ничьих: 1 (№14)"]


def test_a_small_sample_says_how_small_it_is() -> None:
    assert "60%, вероятно 27–86% (3 из 5)" in details(SUMMARY)


def test_each_manager_has_his_line_the_busiest_first() -> None:
    lines = [line for line in seen(report_screen(REPORT, Pane.PEOPLE, RU)).splitlines() if "взято" in line]
    assert lines == [
        "Пётр Петров: взято 5 за 45\xa0с · продаж 2 из 3 · без ответа 1 · до доли не хватает 0,6 лида",
        (
            "Константин Константинопольский: взято 4 за 1\xa0ч 1\xa0мин · продаж 1 из 2"
            " · «не могу» 1 · сверх доли 1,3 лида"
        ),
        "Ольга Сидорова: взято 2 · по «Дать лид» 2 из 9",
    ]


def test_evenness_is_no_percentage_while_there_is_too_little_to_tell() -> None:
    assert "Поделено поровну на 97%" in details(SUMMARY)
    few = details(replace(SUMMARY, jain=None))
    assert "поровну" not in few
    assert "Больше всех недополучено: Ольга Сидорова, 1,3 лида" in few


def test_of_several_warnings_the_gravest_stands_in_the_summary() -> None:
    chosen = DiscretionView(13, 4, 2, (), ())
    lapsed = "Без ответа осталось"
    assert "Ничьих" in summary(replace(SUMMARY, discretion=chosen, unclaimed=(14,)))
    assert "Черновиков не передано: 2" in summary(replace(SUMMARY, discretion=chosen, unclaimed=()))
    calm = replace(SUMMARY, unclaimed=(), drafts=0)
    assert "Вручную отдано 4 из 13" in summary(replace(calm, discretion=chosen))
    assert lapsed in summary(replace(calm, discretion=None))
    assert lapsed not in summary(replace(calm, discretion=chosen)), "one is enough"


def test_the_administrator_invites_whoever_is_not_there_yet_and_new_people() -> None:
    def invited(may: bool) -> list[str]:
        rows = office_screen(replace(OFFICE, may_invite=may), RU).keyboard
        return [b.data.person for row in rows for b in row if isinstance(b.data, Invite)]

    assert invited(True) == ["sidorova", "+secretary", "+manager", "+head", "+director", "+admin"]
    assert invited(False) == []


def test_however_many_segments_there_are_the_front_tells_of_the_people_too() -> None:
    def front(segments: int) -> str:
        rows = tuple(
            replace(OFFICE.segments[0], id=f"s{n}", name=f"Направление {n}") for n in range(segments)
        )
        return office_screen(replace(OFFICE, segments=rows), RU).text

    assert "Направление 29" in front(30)
    assert "И ещё" not in front(30)
    assert "Направление 29" in front(200)
    assert "Направление 30" not in front(200)
    assert "И ещё 170 — все они под кнопкой «Сегменты»." in front(200)
    assert "Люди" in front(200)
