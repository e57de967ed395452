"""/why in the words that people read, scheme by scheme."""

from __future__ import annotations

import pytest

from leads.office import LadderStep
from leads.turns import Back
from screens.reasons import LADDER
from screens.texts import texts_for
from screens.why import why_screen
from tests.screens.test_texts import ids
from tests.screens.whys_to_show import every_why
from tests.screens.windows import seen

RU = texts_for("ru")
WHYS = dict(every_why())


def why(name: str, *, details: bool = False) -> str:
    return seen(why_screen(WHYS[name], RU, details=details)).replace("\xa0", " ")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("balance", "До своей доли не хватало больше всех: 1,33 лида. Вам не хватало 0,58."),
        ("balance, ahead", "Вы получили сверх своей доли 0,92."),
        ("balance, tie", "Вам — ровно столько же; тогда решает порядок в сегменте."),
        ("balance, chosen", "Предложен: Пётр Петров. Это вы. До своей доли"),
        ("balance, away", "Вы были на паузе."),
        ("balance, the only one", "Больше предложить было некому. Вы были на паузе."),
        ("balance, all ahead", "Свою долю получили уже все, кто был на месте"),
        ("balance, a stranger", "Вы не входите в сегмент «Казань и Татарстан»"),
        ("queue", "Первое место в очереди. Ваше место в очереди: 3."),
        ("grab", "кто первый взял, того и лид. Лид взят: Иван Иванов. Засчитан как полученный."),
        ("lottery, petrov ivanov sidorova", "Первое место по жребию на этот день. Ваше место по жребию: 3."),
        ("lottery, ivanov sidorova petrov", "раньше стояли: Иван Иванов (пауза)."),
        ("lottery, ", "Жеребьёвки ещё не было, поэтому по доле."),
        ("idle", "Дольше всех без нового лида: с вс, 22 нояб., 18:00."),
        ("idle, ringing", "с 03:00. У вас как раз ждал ответа другой лид."),
        ("idle, since ever", "Вы ждали столько же, но пришли позже."),
        ("duty", "Других свободных на дежурстве не было. Дежурство было не ваше."),
        (
            "duty, nobody",
            "Предложен: Ирина Ким. Предложить было некому, поэтому руководителю. Дежурство было не ваше.",
        ),
        (
            "secretary picks ivanov, petrov",
            "Это выбор секретаря: Анна Секретарёва. По схеме он достался бы вам.",
        ),
        ("secretary picks ivanov, sidorova", "По схеме было бы: Пётр Петров."),
        ("secretary picks petrov, sidorova", "По схеме было бы так же."),
        ("secretary, no pick", "Секретарь не выбирал, поэтому по доле."),
        ("secretary, picked away", "Выбор секретаря был другой: Иван Иванов (лидов уже предел)."),
        ("manual, open", "Кому отдать, решает руководитель: Ирина Ким."),
        ("manual, fair", "Решение: Ирина Ким. По схеме он достался бы вам. Засчитан как полученный."),
        ("manual, silent", "Руководитель не выбрал, решает запасная схема (по очереди)."),
        (
            "conversion, petrov",
            "Доля 49%: конверсия 26% (с учётом давности продаж 12, ожидалось 7,2 из 40). До своей доли",
        ),
        (
            "conversion, sidorova",
            "Ваша доля 17%, меньше не бывает: конверсия 8% (с учётом давности продаж 1, ожидалось 7,2 из 40",
        ),
        ("conversion, ivanov", "18%, как в среднем по команде: закрытых лидов пока 3. Вам не хватало 0,34."),
        ("conversion, no sales", "Продаж ещё не было"),
        ("hands, own client", "Это свой клиент, лид не засчитывается. Лид взят."),
        ("hands, duplicate", "Открытый лид этого клиента уже в тех же руках"),
        ("an unknown reason", "Схема: поровну по долям."),
    ],
)
def test_every_rule_has_its_plain_words(name: str, words: str) -> None:
    assert words in why(name)


def test_what_each_step_cost_can_be_followed() -> None:
    norm = " Бесплатных отказов на последние 40 ответов: 1 из 4."
    told = [line.removesuffix(norm) for line in why("hands, bad").splitlines() if line[:1].isdigit()]
    after_all = "лид всё-таки взят и посчитан заново"
    ends = [
        *("причина уважительная", "сообщение не дошло", after_all, ""),
        "лид передан другому",
        "лид признан браком",
    ]
    for line, cause in zip(told, ends, strict=True):
        assert line.endswith(f"Не засчитан: {cause}." if cause else "Засчитан как полученный.")
    assert "Закрыт как брак. Был у кого: Иван Иванов" in why("hands, bad")


def test_a_long_story_shows_its_end() -> None:
    assert "Шагов до этого: 3" in why("hands, for days")
    assert why("hands, for days", details=True).endswith("печать: 175:a1b2c3d4e5f60718")
    assert "175:" not in why("hands, for days"), "that stands behind a tap"


def test_an_own_client_s_lead_claims_nothing_about_segments() -> None:
    assert "не входите" not in why("hands, own client")


def test_every_cause_of_a_turn_given_back_has_its_words() -> None:
    assert {f"cause-{cause}" for cause in Back} == {name for name in ids() if name.startswith("cause-")}


def test_every_step_of_the_ladder_has_its_words() -> None:
    assert {f"ladder_{step}" for step in LadderStep} == LADDER
