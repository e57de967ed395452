"""How the tables of other programs spell times, sums and outcomes; each read into the spelling of our own format."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Final

from contacts.amounts import read_amount
from files.csv_file import BadValueError
from leads.lead import Outcome
from leads.words import folded

_CLOCK: Final = (
    r"(?:,? *(?:t|в|at|г\.)? *(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?(?: *([ap])\.?m\.?)?)?"
)
_DAY_FIRST: Final = re.compile(rf"(\d{{1,2}})([./-])(\d{{1,2}})\2(\d{{4}}|\d{{2}}){_CLOCK}")
_YEAR_FIRST: Final = re.compile(rf"(\d{{4}})[./-](\d{{1,2}})[./-](\d{{1,2}}){_CLOCK}")
_IN_WORDS: Final = re.compile(rf"(\d{{1,2}}) ([а-яa-z]{{3,9}})\.? (\d{{4}})(?: г\.?| года)?{_CLOCK}")
_MONTH_FIRST: Final = re.compile(rf"([a-z]{{3,9}})\.? (\d{{1,2}}),? (\d{{4}}){_CLOCK}")
_WEEKDAY: Final = re.compile(
    r"^(?:пн|вт|ср|чт|пт|сб|вс|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье"
    r"|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,? +"
)
_SERIAL: Final = re.compile(r"\d{5}(?:[.,]\d{1,15})?")
_MONTHS: Final = (
    *("янв jan", "фев feb", "мар mar", "апр apr", "мая май may", "июн jun"),
    *("июл jul", "авг aug", "сен sep", "окт oct", "ноя nov", "дек dec"),
)
NULL_DAY: Final = datetime(1899, 12, 30)  # noqa: DTZ001 - of Excel, whose days have no time zone
SERIALS: Final = range(36526, 73415)  # of the years 2000 to 2100

_CURRENCY: Final = re.compile(
    r"\|[a-z]{3}$|₽|\$|€|₸|руб(?:лей|ля|ль|\.)?|р\.|rub|rur|usd|eur|kzt|byn|тенге|тг\.?"
)
_SUM: Final = re.compile(r"\d+(?:[.,]\d+)*")

_OUTCOMES: Final[Mapping[Outcome, frozenset[str]]] = {
    Outcome.WON: frozenset(
        {
            *(
                "won",
                "win",
                "closed won",
                "успешно реализовано",
                "сделка успешна",
                "успешная сделка",
                "успешно",
            ),
            *("успех", "успешно завершена", "успешно завершено", "закрыто успешно", "закрыта успешно"),
            *("продажа", "продано", "продан", "продажа состоялась", "выиграна", "выиграно", "выигрыш"),
            *("оплачено", "оплачен", "сделка закрыта успешно", "success", "successful", "deal won", "142"),
        }
    ),
    Outcome.LOST: frozenset(
        {
            *("lost", "lose", "closed lost", "закрыто и не реализовано", "сделка провалена", "провалена"),
            *(
                "провал",
                "провалено",
                "проиграна",
                "проиграно",
                "проигрыш",
                "отказ",
                "отказ клиента",
                "отказался",
            ),
            *("не реализовано", "не продано", "анализ причины провала", "закрыто неуспешно", "неуспешно"),
            *("apology", "failed", "deal lost", "deal failed", "analyze failure", "143"),
        }
    ),
    Outcome.BAD: frozenset(
        {
            *("bad", "брак", "спам", "spam", "junk", "некачественный", "некачественный лид", "нецелевой"),
            *(
                "нецелевой лид",
                "нецелевое обращение",
                "нецелевая",
                "неверный номер",
                "ошибочный",
                "unqualified",
            ),
        }
    ),
}
_OUTCOME_OF: Final = {word: outcome for outcome, words in _OUTCOMES.items() for word in words}
_STAGE: Final = re.compile(r"(?:[cd][ct]?\d*(?:_\d+)?:)(won|lose|lost|apology|junk|success|fail)")
_STAGES: Final = {
    **dict.fromkeys(("won", "success"), Outcome.WON),
    **dict.fromkeys(("lose", "lost", "apology", "fail"), Outcome.LOST),
    "junk": Outcome.BAD,
}


def moment_in(field: str, said: str) -> datetime | date | None:
    """Reads a time as programs and people write it: `28.11.2026 14:05`, ISO 8601, Excel's number of a day.

    Aware only where an offset is written; a date alone stays one; None for an empty cell. With slashes the day comes
    first, unless `PM` says whose spelling it is, or no month has that number. Raises BadValueError.
    """
    text = _WEEKDAY.sub("", folded(said)).removesuffix(" г.").removesuffix(" года")
    if not text:
        return None
    try:
        found = _iso(text) or _serial(text) or _written(text)
    except ValueError:
        found = None
    if found is None:
        raise BadValueError(field, f'"{said}" is not a time; known are 28.11.2026 14:05 and 2026-11-28T14:05')
    return found


def _iso(text: str) -> datetime | date | None:
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text):
        return date.fromisoformat(text)
    if not re.match(r"\d{4}-\d\d-\d\d[t ]\d", text):
        return None
    try:
        return datetime.fromisoformat(text.replace("t", "T").replace("z", "+00:00"))
    except ValueError:
        return None


def _serial(text: str) -> datetime | date | None:
    """A day of Excel's since the end of 1899, the hours behind the point."""
    if not _SERIAL.fullmatch(text):
        return None
    number = Decimal(text.replace(",", "."))
    if int(number) not in SERIALS:
        return None
    seconds = int((number * 86_400).to_integral_value(ROUND_HALF_UP))
    found = NULL_DAY + timedelta(seconds=seconds)
    return found.date() if number == int(number) else found


def _written(text: str) -> datetime | date | None:
    """Raises ValueError for a day that no calendar has."""
    if found := _DAY_FIRST.fullmatch(text):
        first, apart, second, year, *clock = found.groups()
        day, month = int(first), int(second)
        if month > 12 or (apart == "/" and clock[3] and day <= 12):
            day, month = month, day
        return _at(int(year) + (2000 if len(year) == 2 else 0), month, day, clock)
    if found := _YEAR_FIRST.fullmatch(text):
        year, second, third, *clock = found.groups()
        return _at(int(year), int(second), int(third), clock)
    if found := _IN_WORDS.fullmatch(text):
        first, word, year, *clock = found.groups()
        return _in_month(word, int(first), int(year), clock)
    if found := _MONTH_FIRST.fullmatch(text):
        word, first, year, *clock = found.groups()
        return _in_month(word, int(first), int(year), clock)
    return None


def _in_month(word: str, day: int, year: int, clock: list[str | None]) -> datetime | date | None:
    months = [n for n, names in enumerate(_MONTHS, 1) if word[:3] in names.split()]
    return _at(year, months[0], day, clock) if months else None


def _at(year: int, month: int, day: int, clock: list[str | None]) -> datetime | date:
    hours, minutes, seconds, half = clock
    on = date(year, month, day)
    if hours is None or minutes is None:
        return on
    hour = int(hours)
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return datetime.combine(on, time(hour, int(minutes), int(seconds or 0)))


def sum_in(field: str, said: str) -> str:
    """Reads a sum of money into `120000.50`, in units of the office's currency; empty for an empty cell.

    The last of a point and a comma parts the hundredths; one alone parts thousands where three digits follow it.
    Raises BadValueError.
    """
    text = _CURRENCY.sub("", folded(said))
    text = re.sub(r"[\s'’_]", "", text)
    if not text or text in {"-", "—"}:
        return ""
    if not _SUM.fullmatch(text):
        if (hundredths := read_amount(said)) is not None:  # as people write it: `120 тыс`
            return f"{Decimal(hundredths) / 100:.2f}"
        raise BadValueError(field, f'"{said}" is not a sum of money; known are 120 000,50 ₽ and 120000.50')
    whole, part = _parted(text)
    try:
        exact = Decimal(f"{whole}.{part or '0'}").quantize(Decimal("0.01"), ROUND_HALF_UP)
    except InvalidOperation:
        raise BadValueError(field, f"{said} is more than any sale brings") from None
    return f"{exact:f}"


def _parted(text: str) -> tuple[str, str]:
    """The whole units and what stands behind them."""
    signs = [sign for sign in text if sign in ".,"]
    if not signs:
        return text, ""
    head, _, tail = text.rpartition(signs[-1])
    is_thousands = len(set(signs)) == 1 and len(tail) == 3 and (len(signs) > 1 or head.strip("0") != "")
    if is_thousands or (len(set(signs)) == 1 and len(signs) > 1):
        return re.sub(r"[.,]", "", text), ""
    return re.sub(r"[.,]", "", head), tail


def outcome_in(said: str) -> Outcome | None:
    """Reads how a deal has ended, by the name of its stage or the code of it; None: it has not, or nobody knows."""
    for text in (folded(said), folded(said.rpartition("/")[2])):
        if found := _STAGE.fullmatch(text):
            return _STAGES[found[1]]
        if text in _OUTCOME_OF:
            return _OUTCOME_OF[text]
    return None
