"""Numbers that are surely no telephone: dates, times, sums, sizes, distances; by how they are written.

They stay readable in a masked text, so that whoever decides about a lead knows what it is about.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from contacts.figures import Figure
from contacts.phone_shapes import NATIONAL, count
from contacts.tokens import Token, words

MOST_OF_A_SUM: Final = 9  # digits, in groups of three
_MOST_TOGETHER: Final = 7  # digits, without a space
_MOST_OF_A_SIZE: Final = 9  # digits; a telephone's number has more
_MOST_FIGURES: Final = 6
_STEPS: Final = frozenset({("5", "5"), ("5", "0")})
_CURRENCY: Final = words(
    "руб рублей рубля рубль рублях рубли рубликов р тр тыс тыщ тысяч тысячи тысяча млн миллион миллиона"
    " миллионов млрд к k долл доллар доллара долларов бакс бакса баксов евро тенге тнг тг сум сумов сом сомов"
    " манат лари драм грн гривен usd eur rub rur kzt uzs byn uah"
)
_SIGNS: Final = frozenset("₽$€₸₴¥£₼₾")
_UNITS: Final = words(
    "км тыскм мм см м кв квм кг гр г т тонн тонны тонна л литров шт штук штуки куб кубов куба га сот соток"
    " сотки квт вт ква лс ч час часа часов мин минут дн дней дня мес месяцев месяца лет год года году годов г"
    " эт этажей km kg mm cm m pcs экз листов человек чел мест m2 паллет мешков"
)
_COUNTED: Final = _CURRENCY | _UNITS
_AT_ONCE: Final = frozenset({"к", "k", "т", "г", "м", "л", "ч", "m"})  # a unit only right behind the digits


def moments(read: Sequence[Token], run: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Finds the dates and times among these figures, first and last place in `run`.

    Each stands apart from other digits.
    """
    at = 0
    while at < len(run):
        length = _moment(read, run, at)
        if length and _apart(read, run, at, at + length - 1):
            yield at, at + length - 1
        at += length or 1


def _moment(read: Sequence[Token], run: Sequence[Figure], at: int) -> int:
    """How many figures from `at` on are one date or time; 0 if none."""
    parts = [figure.digits for figure in run[at : at + 3]]
    if len(parts) == 3 and (
        _is_day(parts[0], parts[1], parts[2]) and _gaps(read, run, at, 2) in {"..", "//", "--"}
    ):
        return 3 if len(parts[2]) == 4 or gap(read, run, at) != "-" else 0
    if (
        len(parts) == 3
        and _is_day(parts[2], parts[1], parts[0])
        and len(parts[0]) == 4
        and _gaps(read, run, at, 2) == "--"
    ):
        return 3
    if len(parts) >= 2 and _is_clock(parts[0], parts[1]) and gap(read, run, at) in {":", "."}:
        return 2
    return (
        2
        if len(parts) >= 2 and _is_day(parts[0], parts[1], "2000") and gap(read, run, at) in {".", "/"}
        else 0
    )


def _is_day(day: str, month: str, year: str) -> bool:
    if not (len(day) <= 2 and len(month) <= 2 and len(year) in {2, 4}):
        return False
    return 1 <= int(day) <= 31 and 1 <= int(month) <= 12 and (len(year) == 2 or 1900 <= int(year) <= 2100)


def _is_clock(hour: str, minute: str) -> bool:
    return len(hour) <= 2 and len(minute) == 2 and int(hour) <= 24 and int(minute) <= 59


def _apart(read: Sequence[Token], run: Sequence[Figure], first: int, last: int) -> bool:
    """No digit touches it but through a space, a comma, or the hyphen of a range of times."""
    before = gap(read, run, first - 1) if first else " "
    after = gap(read, run, last) if last + 1 < len(run) else " "
    return is_free(before) and is_free(after)


def is_free(between: str) -> bool:
    """Whether what stands between two figures parts them: there is a space, a comma or a line's end in it."""
    if any(sign in "+()*#" for sign in between):
        return False
    return between == "-" or any(sign.isspace() or sign in ",;–—" for sign in between)


def quantities(read: Sequence[Token], run: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Sums with a currency, amounts with a unit, sizes; first and last place in `run`."""
    for last in range(len(run)):
        if is_counted(read, run[last]) and (first := _first_group(read, run, last)) is not None:
            start = _start_of_range(read, run, first)
            before = gap(read, run, start - 1) if start else " "
            if is_free(before) and before != "-":
                yield start, last
    yield from _sizes(read, run)


def _sizes(read: Sequence[Token], run: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """`900*1400`, `3.5*2.8*2.5`, and the `205/55` of a tyre; none in a run as long as a telephone's number."""
    if count(run) in {NATIONAL, NATIONAL + 1}:
        return
    first = 0
    for last in range(len(run)):
        if last + 1 < len(run) and gap(read, run, last).strip() in {"*", "×", ".", ","}:
            continue
        gaps = {gap(read, run, at).strip() for at in range(first, last)}
        is_short = count(run[first : last + 1]) <= _MOST_OF_A_SIZE
        if gaps & {"*", "×"} and is_short and _is_size(run[first : last + 1]):
            yield first, last
        first = last + 1
    for at in range(len(run) - 1):
        if gap(read, run, at) == "/" and _is_tyre(run[at].digits, run[at + 1].digits):
            yield at, at + 1


def _is_tyre(width: str, profile: str) -> bool:
    """In millimetres and percent, both in steps of 5."""
    return len(width) == 3 and len(profile) == 2 and width[0] in "123" and (width[-1], profile[-1]) in _STEPS


def is_counted(read: Sequence[Token], figure: Figure) -> bool:
    """A currency or a unit stands behind the figure, or a currency's sign right before it."""
    if figure.first and read[figure.first - 1].text in _SIGNS:
        return True
    at = figure.last + 1
    touches = at < len(read) and not read[at].is_space
    at += not touches
    if at >= len(read):
        return False
    unit = read[at]
    if unit.text in _SIGNS or unit.text == "%":
        return True
    return unit.word in _COUNTED and (touches or unit.word not in _AT_ONCE)


def is_letter_behind(read: Sequence[Token], figure: Figure) -> bool:
    """What stands right behind it is one letter, which may be a unit or only part the digits: `8а916б123в45г67`."""
    at = figure.last + 1
    return at < len(read) and read[at].is_word and len(read[at].text) == 1


def _first_group(read: Sequence[Token], run: Sequence[Figure], last: int) -> int | None:
    """Where the number that ends with run[last] begins: `1 500 000`, `1.500.000`, `1500000`, `12,5`."""
    first, digits = last, len(run[last].digits)
    if last and gap(read, run, last - 1) in {",", "."} and digits <= 2:  # a fraction
        first, digits = last - 1, len(run[last - 1].digits)
    while (
        first
        and digits <= MOST_OF_A_SUM
        and len(run[first].digits) == 3
        and gap(read, run, first - 1) in {" ", ".", ",", "'"}
    ):
        first -= 1
        digits += len(run[first].digits)
    most = MOST_OF_A_SUM if first < last else _MOST_TOGETHER
    is_grouped = len(run[first].digits) <= 3 or first == last
    return first if is_grouped and digits <= most else None


def _is_group(read: Sequence[Token], run: Sequence[Figure], at: int) -> bool:
    """Three digits that belong to the ones before them."""
    return len(run[at].digits) == 3 and gap(read, run, at - 1) in {" ", ".", ",", "'"}


def _start_of_range(read: Sequence[Token], run: Sequence[Figure], first: int) -> int:
    """`100 000 - 150 000 руб`: where the other end of the range begins; `first` itself where there is no range."""
    if not first or gap(read, run, first - 1).strip() not in {"-", "–", "—"}:
        return first
    start = _first_group(read, run, first - 1)
    is_number = start is not None and not (run[start].digits + run[first].digits).startswith("0")
    return start if start is not None and is_number and not run[first].digits.startswith("0") else first


def _is_size(figures: Sequence[Figure]) -> bool:
    return len(figures) <= _MOST_FIGURES and all(len(figure.digits) <= 4 for figure in figures)


def gap(read: Sequence[Token], run: Sequence[Figure], at: int) -> str:
    """Tells what is written between run[at] and the next figure."""
    return "".join(token.text for token in read[run[at].last + 1 : run[at + 1].first][:8])


def _gaps(read: Sequence[Token], run: Sequence[Figure], at: int, count: int) -> str:
    return "".join(gap(read, run, at + n) for n in range(count))
